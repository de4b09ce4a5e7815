"""What holds over the whole routine: form of the rows, motion, forces, skin and postures."""

import numpy as np

from effleurage import limits
from effleurage.routine import Pressure, Routine

from .measure import Measure, at_least, at_most, between, spells, true
from .receiver import C7, L3, S2, T12, Receiver
from .rows import Rows

PHASES = ("air", "place", "stroke", "hold", "return", "transfer")
BROAD = ("palm", "heel", "fist", "edge", "forearm", "elbow")


def whole(rows: Rows, receiver: Receiver, *, routine: Routine | None = None) -> list[Measure]:
    """Every hold of the paragraph above the table, but those that need the hands' meshes."""
    return [
        *form(rows, text=None if routine is None else routine.text),
        *([] if routine is None else words_of_pressure(rows, routine)),
        *motion(rows),
        *forces(rows, receiver),
        *on_the_skin(rows, receiver),
        *postures(rows, receiver),
        *company(rows),
    ]


def form(rows: Rows, *, text: str | None = None) -> list[Measure]:
    """Rows are whole: known phases, poses where there is contact, spans inside the text."""
    touching = rows.contact & (rows.chart != "")
    lone = np.abs(np.linalg.norm(rows.orientation, axis=-1) - 1)
    steps = np.diff(rows.time)
    per_movement = [np.unique(rows.repeat[rows.movement == m]) for m in np.unique(rows.movement)]
    measures = [
        true("rows: phases are known", np.all(np.isin(rows.phase, PHASES))),
        at_most("rows: even time", np.abs(steps - rows.step), 1e-3, when=rows.time[1:], unit="s"),
        true("rows: contact only in phases that touch", not np.any(rows.contact & (rows.phase == "air"))),
        true("rows: no force without contact", not np.any((rows.force > 0) & ~rows.contact)),
        true("rows: a pose wherever a chart is touched", np.all(np.isfinite(rows.position[touching]))),
        at_most("rows: unit quaternions", lone[np.isfinite(lone)], 1e-3),
        true("rows: movements in the text's order", np.all(np.diff(rows.movement[:, 0]) >= 0)),
        true("rows: both hands in the same movement", np.all(rows.movement[:, 0] == rows.movement[:, 1])),
        true(
            "rows: repeats count from 0",
            all(
                np.array_equal(found[found >= 0], np.arange(len(found[found >= 0]))) for found in per_movement
            ),
        ),
        true("rows: pressure wherever a hand presses", np.all(rows.pressure[rows.force > 0.5] > 0)),
    ]
    if text is not None:
        begin, end = rows.span[..., 0], rows.span[..., 1]
        measures.append(
            true("rows: spans lie in the text", np.all((begin >= 0) & (begin <= end) & (end <= len(text))))
        )
    return measures


def motion(rows: Rows) -> list[Measure]:
    """Speed, acceleration, turning and change of force."""
    dt = rows.step
    velocity = np.diff(rows.position, axis=0) / dt
    same = (rows.posture[1:] == rows.posture[:-1]) & np.all(np.isfinite(velocity), axis=-1)
    on = rows.contact[1:] & rows.contact[:-1] & same
    speed = np.where(on, np.linalg.norm(velocity, axis=-1), np.nan)
    change = np.linalg.norm(np.diff(velocity, axis=0), axis=-1) / dt
    twice = same[1:] & same[:-1]
    on_skin = np.where(on[1:] & on[:-1], change, np.nan)
    in_air = np.where(twice & ~(on[1:] & on[:-1]), change, np.nan)
    q = rows.orientation
    dot = np.clip(np.abs(np.sum(q[1:] * q[:-1], axis=-1)), 0, 1)
    turning = np.where(same, 2 * np.arccos(dot) / dt, np.nan)
    rate = np.abs(np.diff(rows.force, axis=0)) / dt
    return [
        _worst("speed on the skin", speed, 0.4, rows.time[1:], "m/s"),
        _worst("acceleration on the skin", on_skin, 3.0, rows.time[1:-1], "m/s²"),
        _worst("acceleration in the air", in_air, 8.0, rows.time[1:-1], "m/s²"),
        _worst("turning", turning, 8.0, rows.time[1:], "rad/s"),
        _worst("change of force", rate, 60.0, rows.time[1:], "N/s"),
        at_least("ramps of force", _ramps(rows), 0.3 - 0.1, unit="s (to 95 %)"),
    ]


def _worst(hold: str, values: np.ndarray, bound: float, times: np.ndarray, unit: str) -> Measure:
    when = np.broadcast_to(times[:, None], values.shape)
    hand = np.broadcast_to(np.arange(2), values.shape)
    return at_most(hold, values.ravel(), bound, when=when.ravel(), hand=hand.ravel(), unit=unit)


def _ramps(rows: Rows) -> np.ndarray:
    """Time from touch to 95 % of the force that is reached within a second, and back."""
    reach = round(1.0 / rows.step)
    found = []
    for hand in (0, 1):
        for a, b in spells(rows.contact[:, hand] & (rows.tool[:, hand] != "edge")):
            if a == 0 or b == len(rows) or b - a < 5:
                continue
            for force in (rows.force[a:b, hand], rows.force[a:b, hand][::-1]):
                first = force[:reach]
                if np.max(first) >= 2.0:
                    found.append(np.argmax(first >= 0.95 * np.max(first)) * rows.step)
    return np.array(found)


def forces(rows: Rows, receiver: Receiver) -> list[Measure]:
    """Ceilings: overall, along the spine, over the kidneys, at the armpit; firm goes to the heart."""
    lateral = np.abs(receiver.lateral(rows))
    back = rows.contact & (rows.chart == "back")
    spine = back & (lateral <= 0.015) & (rows.along >= S2) & (rows.along <= C7)
    kidney = back & (lateral >= 0.03) & (lateral <= 0.09) & (rows.along >= L3) & (rows.along <= T12)
    cap = {tool: float(limits.ceiling(tool, "back", 0.45, 0.06)) for tool in np.unique(rows.tool) if tool}
    over_cap = rows.force - np.vectorize(lambda tool: cap.get(str(tool), np.nan))(rows.tool)
    armpit = rows.contact & (receiver.armpit_distance(rows) <= 0.05)
    dt = rows.step
    down = -np.gradient(rows.position[..., 0], axis=0) / dt
    firm = rows.contact & np.isin(rows.tool, BROAD) & (rows.force > 18) & np.isfinite(down)
    measures = [
        _masked("force anywhere", rows, rows.force, rows.contact, 45, "N"),
        _masked("force on the spine (15 mm, S2–C7)", rows, rows.force, spine, 8, "N", empty=True),
        _masked("force over its cap at the kidneys", rows, over_cap, kidney, 0, "N", empty=True),
        _masked("force within 5 cm of the armpit", rows, rows.force, armpit, 8, "N", empty=True),
        _masked("firm strokes run down", rows, down, firm, 0.05, "m/s", empty=True),
    ]
    head = rows.contact & (rows.chart == "head")
    return [*measures, _masked("force on the head", rows, rows.force, head, 8, "N", empty=True)]


def words_of_pressure(rows: Rows, routine: Routine) -> list[Measure]:
    """No stroke presses harder than its words: medium at most, but where the text says firm."""
    told = [
        stroke.pressure or Pressure.MEDIUM
        for movement in routine.movements
        for step in movement.steps
        for stroke in step.strokes
    ]
    word = np.where(rows.stroke >= 0, np.array([*told, "medium"])[rows.stroke], "medium")
    firm = rows.contact & (word == "firm")
    margin = round(2.0 / rows.step)
    near = np.stack([np.convolve(firm[:, hand], np.ones(2 * margin + 1), "same") > 0 for hand in (0, 1)], 1)
    word = np.where(near, "firm", word)
    most = {
        (tool, pressure): limits.working_force(tool, pressure)
        for tool in np.unique(rows.tool[rows.told]).tolist()
        for pressure in ("light", "medium", "firm")
    }
    bound = np.full(rows.force.shape, np.nan)
    for (tool, pressure), force in most.items():
        bound[(rows.tool == tool) & (word == pressure)] = force
    return [_masked("force over the text's word", rows, rows.force - bound, rows.told, 0.05, "N")]


def _masked(hold, rows, values, mask, bound, unit, *, empty=False) -> Measure:
    """The largest of `values` where `mask`; with `empty`, nothing there is fine."""
    if empty and not np.any(mask):
        return Measure(hold=hold, ok=True, worst=0.0, bound=f"≤ {bound:g} {unit}", detail="no such contact")
    return _worst(hold, np.where(mask, values, np.nan), bound, rows.time, unit)


def on_the_skin(rows: Rows, receiver: Receiver) -> list[Measure]:
    """Contacts lie on the skin, as their chart coordinates say, and tools face it."""
    touching = rows.contact & np.all(np.isfinite(rows.position), axis=-1)
    off = np.full(touching.shape, np.nan)
    for posture in np.unique(rows.posture[touching]):
        mask = touching & (rows.posture == posture)
        off[mask] = np.abs(receiver.surface(str(posture)).distance(rows.position[mask]))
    chart = np.linalg.norm(receiver.points(rows) - rows.position, axis=-1)
    measures = [
        at_most("distance from the skin, 99 %", _share(off[touching], 99), 0.003, unit="m"),
        _masked("distance from the chart's point", rows, chart, touching & (rows.chart != ""), 0.003, "m"),
    ]
    faced = touching & np.isin(rows.tool, ("palm", "forearm")) & (np.abs(rows.across) < 0.7)
    faced &= rows.chart == "back"
    t, hand = np.nonzero(faced)
    some = np.linspace(0, len(t) - 1, min(len(t), 3000)).astype(int)
    t, hand = t[some], hand[some]
    angle = np.full(len(t), np.nan)
    for posture in np.unique(rows.posture[t, hand]):
        at = rows.posture[t, hand] == posture
        normal = receiver.mesh_normals(str(posture), rows.position[t[at], hand[at]])
        z = tool_axis(rows.orientation[t[at], hand[at]], 2)
        angle[at] = np.degrees(np.arccos(np.clip(np.sum(normal * z, axis=-1), -1, 1)))
    return [
        *measures,
        at_most("tool against skin, mean", np.mean(angle) if len(angle) else np.nan, 4.8, unit="°"),
        at_most("tool against skin, 99 %", _share(angle, 99), 7.3, unit="°"),
    ]


def _share(values: np.ndarray, percent: float) -> float:
    return float(np.nanpercentile(values, percent)) if len(values) else np.nan


def tool_axis(q: np.ndarray, axis: int) -> np.ndarray:
    """Unit vector of one of the tool's axes (0 along it, 2 out of the skin) in the body frame."""
    w, x, y, z = np.moveaxis(q, -1, 0)
    columns = (
        (1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y)),
        (2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)),
        (2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)),
    )
    return np.stack(columns[axis], axis=-1)


def postures(rows: Rows, receiver: Receiver) -> list[Measure]:
    """A posture changes with the hands off, or one resting on the sacrum, in at least 8 s."""
    named = rows.posture[:, 0]
    lateral = np.abs(receiver.lateral(rows))
    sacrum = receiver.place("sacrum")
    rest = rows.contact & (rows.chart == "back") & (rows.tool == "palm") & (rows.force <= 5)
    rest &= (rows.along >= min(sacrum.along) - 0.02) & (rows.along <= S2 + 0.06) & (lateral <= 0.06)
    busy = np.any(rows.contact & ~rest, axis=1) | np.all(rows.contact, axis=1)
    quiet = []
    for i in np.flatnonzero(named[1:] != named[:-1]) + 1:
        before = np.flatnonzero(busy[:i])
        after = np.flatnonzero(busy[i:])
        start = rows.time[before[-1]] if len(before) else rows.time[0]
        stop = rows.time[i + after[0]] if len(after) else rows.time[-1]
        quiet.append((stop - start, rows.time[i]))
    lasting = [np.sum(rows.contact.any(axis=1) & (named == "forehead_on_hands")) * rows.step]
    measures = [
        true("one posture at a time", np.all(rows.posture[:, 0] == rows.posture[:, 1])),
        at_most("time with the forehead on the hands", lasting, 360, unit="s"),
    ]
    if quiet:
        lengths, when = np.array(quiet).T
        measures.append(at_least("quiet around a change of posture", lengths, 8 - 0.1, when=when, unit="s"))
    return measures


def company(rows: Rows) -> list[Measure]:
    """A palm that works alone with the other one leaves only when the other is on.

    Measured over palms, since fans and brushes hand over to each other; the movements that move
    both hands at once (pulls, forearm, changes of side) have their own measure.
    """
    gaps = []
    for movement in np.unique(rows.movement):
        mine = rows.movement[:, 0] == movement
        tools = set(np.unique(rows.tool[mine][rows.told[mine]]))
        if not tools or tools & {"forearm", "fingertips"}:
            continue
        touched = np.flatnonzero(mine & rows.contact.any(axis=1))
        bare = np.zeros(len(rows), bool)
        bare[touched[0] : touched[-1]] = ~rows.contact[touched[0] : touched[-1]].any(axis=1)
        changed = rows.station[1:, 0] != rows.station[:-1, 0]
        for a, b in spells(bare & mine):
            if not np.any(changed[max(a - 2, 0) : b + 1]):
                gaps.append((rows.time[min(b, len(rows) - 1)] - rows.time[a], rows.time[a], movement))
    if not gaps:
        return [between("no hand on the skin between strokes", [0.0], 0.0, 0.0, unit="s")]
    length, when, movement = gaps[int(np.argmax([gap[0] for gap in gaps]))]
    return [
        at_most(
            "no hand on the skin between strokes", [length], 0.0, when=[when], movement=movement, unit="s"
        )
    ]
