"""Figure of eight: unbroken, crossing twice a cycle, mirrored, strongest at the waist."""

import numpy as np

from effleurage.anatomy import atlas

from .measure import Measure, at_least, at_most, between, between_rows, crossings, true
from .receiver import C7, L4, S2, Receiver
from .rows import HANDS, Rows
from .sides import heading
from .whole import BROAD

AWAY = 0.15


def eight(rows: Rows, receiver: Receiver, *, movement: int, ahead: str = "right") -> list[Measure]:
    """Every hold of the figure of eight, for each of its cycles.

    Args:
        rows: The movement's rows.
        receiver: The body.
        movement: Its index.
        ahead: The hand on the head side where they pass, whose arm lies over the other.
    """
    touched = np.flatnonzero(rows.contact.any(axis=1))
    on = rows.contact[touched[0] : touched[-1] + 1]
    broken = ~on[_settled(on)]
    measures = [
        true(
            "eight: contact never breaks",
            len(broken) and not np.any(broken),
            movement=movement,
            detail=f"{int(np.sum(broken))} rows without",
        ),
        true(
            "eight: both palms",
            set(np.unique(rows.tool[rows.told])) == {"palm"},
            movement=movement,
        ),
    ]
    for repeat in np.unique(rows.repeat[rows.told]):
        mask = np.all(rows.told & (rows.repeat == repeat), axis=1)
        measures += _cycle(rows.within(mask), receiver, movement, ahead)
    return measures


def _settled(on: np.ndarray) -> slice:
    """From where both hands have arrived to where the first one leaves for good."""
    both = np.flatnonzero(on.all(axis=1))
    return slice(both[0], both[-1] + 1) if len(both) else slice(0, 0)


def _cycle(rows: Rows, receiver: Receiver, movement: int, ahead: str) -> list[Measure]:
    lateral = receiver.lateral(rows)
    measures: list[Measure] = []
    found = [crossings(lateral[:, hand]) for hand in (0, 1)]
    for hand in (0, 1):
        levels = sorted(float(rows.along[i, hand]) for i in found[hand])
        good = len(levels) == 2 and S2 - 0.06 <= levels[0] <= 0.45 and 0.60 <= levels[1] <= C7
        measures.append(
            true(
                f"eight: {HANDS[hand]} hand crosses once below and once above",
                good,
                movement=movement,
                detail=f"at along {', '.join(f'{level:.2f}' for level in levels) or 'nowhere'}",
            )
        )
    leading = HANDS.index(ahead)
    gap = rows.position[:, leading, 0] - rows.position[:, 1 - leading, 0]
    moments = [*found[0], *found[1], *crossings(rows.position[:, 1, 1] - rows.position[:, 0, 1])]
    weights = [
        *(_weight(lateral[:, hand], i) for hand in (0, 1) for i in found[hand]),
        *(
            _weight(rows.position[:, 1, 1] - rows.position[:, 0, 1], i)
            for i in moments[len(found[0]) + len(found[1]) :]
        ),
    ]
    apart = [between_rows(gap, i, w) for i, w in zip(moments, weights, strict=True)]
    when = [rows.time[i] for i in moments]
    measures.append(
        between(
            f"eight: {ahead} hand ahead by, at crossings",
            apart,
            0.09,
            0.11,
            when=when,
            movement=movement,
            unit="m",
        )
    )
    ends = np.linalg.norm(rows.position[-1] - rows.position[0], axis=-1)
    measures.append(
        at_most("eight: ends where it began", ends, 0.010, hand=np.arange(2), movement=movement, unit="m")
    )
    measures += _start(rows, receiver, lateral, movement)
    measures += _mirror(rows, found, movement)
    return measures + _waist(rows, receiver, lateral, movement)


def _weight(values: np.ndarray, row: int) -> float:
    """Share of the way from the row before to `row` at which `values` is zero."""
    return float(values[row - 1] / (values[row - 1] - values[row]))


def _start(rows: Rows, receiver: Receiver, lateral: np.ndarray, movement: int) -> list[Measure]:
    first = np.abs(heading(rows, receiver)[0])
    top = np.max(rows.along, axis=0)
    return [
        between(
            "eight: starts beside the spine", np.abs(lateral[0]), 0.0245, 0.0705, movement=movement, unit="m"
        ),
        between(
            "eight: starts just above the base of the spine",
            rows.along[0],
            S2 - 0.02,
            L4 + 0.02,
            movement=movement,
        ),
        at_most(
            "eight: fingers to the head at the start",
            first,
            30,
            hand=np.arange(2),
            movement=movement,
            unit="°",
        ),
        between("eight: climbs to just below the neck base", top, 0.74, C7 + 0.01, movement=movement),
        true(
            "eight: left hand on the receiver's left at the start",
            lateral[0, 0] > 0 > lateral[0, 1],
            movement=movement,
        ),
        true(
            "eight: giver beside the hips",
            np.all(np.char.startswith(rows.station.astype(str), "hips")),
            movement=movement,
            detail=", ".join(np.unique(rows.station)),
        ),
    ]


def _mirror(rows: Rows, found: list[np.ndarray], movement: int) -> list[Measure]:
    """Distance of one hand from the mirror of the other, farther than 15 cm of way from a crossing."""
    image = rows.position[:, 1] * np.array([1, -1, 1])
    off = np.linalg.norm(rows.position[:, 0] - image, axis=-1)
    way = np.linalg.norm(np.diff(rows.position, axis=0), axis=-1).mean(axis=1)
    done = np.concatenate([[0], np.cumsum(way)])
    moments = np.concatenate(found)
    if not len(moments):
        return [at_most("eight: hands mirror each other", [], 0.015, movement=movement, unit="m")]
    away = np.min(np.abs(done[:, None] - done[moments][None]), axis=1) > AWAY
    return [
        at_most(
            "eight: hands mirror each other",
            np.where(away, off, np.nan),
            0.015,
            when=rows.time,
            movement=movement,
            unit="m",
        )
    ]


def _waist(rows: Rows, receiver: Receiver, lateral: np.ndarray, movement: int) -> list[Measure]:
    """The strongest moment: at the flank below the rib, inward and up, 20–25 N; climbs are gentle."""
    flank = min(np.abs(receiver.place("flank").across))
    crest, rib = (atlas().landmark(name).along for name in ("iliac_crest", "lowest_rib"))
    velocity = np.gradient(rows.position, rows.time, axis=0)
    inward = -np.gradient(np.abs(lateral), rows.time, axis=0)
    measures = []
    for hand in (0, 1):
        force = rows.force[:, hand]
        peak = int(np.argmax(force))
        firm = force >= 0.9 * force[peak]
        where = {"when": rows.time[peak], "hand": HANDS[hand], "movement": movement}
        measures += [
            between("eight: peak of force", [force[peak]], 20, 25, unit="N", **where),
            between(
                "eight: peak between iliac crest and lowest rib",
                [rows.along[peak, hand]],
                crest - 0.02,
                rib + 0.02,
                **where,
            ),
            at_least("eight: peak out at the flank", [abs(rows.across[peak, hand])], flank - 0.05, **where),
            at_least("eight: pull goes inward", [np.mean(inward[firm, hand])], 0.0, unit="m/s", **where),
            at_least(
                "eight: pull goes to the head", [np.mean(velocity[firm, hand, 0])], 0.0, unit="m/s", **where
            ),
            at_least(
                "eight: pull goes up from the table",
                [np.mean(velocity[firm, hand, 2])],
                0.0,
                unit="m/s",
                **where,
            ),
        ]
    up = np.isin(rows.tool, BROAD) & (velocity[..., 0] > 0.02)
    up &= velocity[..., 0] > 2 * np.linalg.norm(velocity[..., 1:], axis=-1)
    return [
        *measures,
        at_most(
            "eight: force of upward strokes",
            np.where(up, rows.force, np.nan).ravel(),
            15,
            when=np.repeat(rows.time, 2),
            movement=movement,
            unit="N",
        ),
    ]
