"""A small performance and figure, made by formulas: a half cylinder, two blocks for hands."""

import base64
import dataclasses
import gzip
import json
from pathlib import Path

import numpy as np
from scipy.spatial.transform import Rotation

from effleurage.anatomy import hands
from effleurage.performance import (
    FINGER_SHAPES,
    TOOLS,
    Block,
    Performance,
    Person,
    Phase,
    Samples,
    Segment,
    Station,
)
from effleurage.players.guide import Figure, HandFigure, HandMesh, moments, unpack

RATE = 50.0
TEXT = "Warm your hands 🤲. Slide both hands up the back. Knead the shoulders."
STATION = Station(where="side_left", stance="kneeling", facing="across", side="left")
RADIUS = 0.16
HEIGHT = 0.05


def performance(*, pass_seconds: float = 6.0, passes: int = 3) -> Performance:
    """Two movements of some passes each, with a change of posture between them."""
    spans = {"up": (TEXT.index("Slide"), TEXT.index(" Knead")), "knead": (TEXT.index("Knead"), len(TEXT))}
    per = round(pass_seconds * RATE)
    blocks: list[Block] = []
    segments: list[Segment] = []
    for movement, (caption, span, posture) in enumerate(
        [
            ("Slide both hands up the back", spans["up"], "prone"),
            ("Knead the shoulders", spans["knead"], "forehead_on_hands"),
        ]
    ):
        begin = blocks[-1].stop if blocks else 0
        settle = round(4 * RATE)
        shared = {"movement": movement, "posture": posture, "station": STATION, "span": span}
        blocks.append(Block(start=begin, stop=begin + settle, caption="Settle", kind="arrange", **shared))
        segments.append(
            Segment(
                hands="both",
                technique="arrange",
                movement=movement,
                step=0,
                stroke=-1,
                repeat=0,
                span=span,
                caption="Settle",
                start=begin,
                stop=begin + settle,
            )
        )
        for index in range(passes):
            start = blocks[-1].stop
            blocks.append(
                Block(
                    start=start,
                    stop=start + per,
                    caption=caption,
                    repeatable=True,
                    skippable=True,
                    repeat_from=len(blocks),
                    **shared,
                )
            )
            segments.append(
                Segment(
                    hands="both",
                    technique="effleurage",
                    movement=movement,
                    step=1,
                    stroke=movement,
                    repeat=index,
                    span=span,
                    caption=caption,
                    start=start,
                    stop=start + per,
                )
            )
    return _performance(blocks, segments, movements=("Gliding", None))


def cases() -> dict:
    """The session cases, for every engine and page."""
    return json.loads((Path(__file__).parents[2] / "sessions" / "cases.json").read_text(encoding="utf-8"))


def performance_of_cases() -> Performance:
    """A performance with the blocks that the session cases name."""
    blocks: list[Block] = []
    for told in cases()["blocks"]:
        start = blocks[-1].stop if blocks else 0
        blocks.append(
            Block(
                start=start,
                stop=start + round(told["seconds"] * RATE),
                movement=told["movement"],
                caption=told["caption"],
                span=(0, len(TEXT)),
                posture=told.get("posture", "prone"),
                station=dataclasses.replace(STATION, where=told.get("where", STATION.where)),
                kind=told.get("kind", "work"),
                skippable=True,
                repeatable=told.get("repeatable", False),
                repeat_from=told.get("repeat_from", -1),
                tempo_range=tuple(told.get("tempo_range", (0.6, 1.0))),
                force_range=tuple(told.get("force_range", (0.4, 1.3))),
            )
        )
    # The page ends with the last sample, so that there is one more.
    blocks[-1] = dataclasses.replace(blocks[-1], stop=blocks[-1].stop + 1)
    segments = [
        Segment(
            hands="both",
            technique="effleurage" if block.kind == "work" else block.kind,
            movement=block.movement,
            step=0,
            stroke=index if block.kind == "work" else -1,
            repeat=0,
            span=block.span,
            caption=block.caption,
            start=block.start,
            stop=block.stop,
        )
        for index, block in enumerate(blocks)
    ]
    return _performance(blocks, segments, movements=("Gliding", "Fanning", "Neck"))


def _performance(
    blocks: list[Block], segments: list[Segment], *, movements: tuple[str | None, ...]
) -> Performance:
    return Performance(
        title="A short back rub",
        movements=movements,
        text=TEXT,
        person=Person(height=1.7, weight=68.0, sex="female", age=40.0),
        charts=("back",),
        segments=tuple(segments),
        blocks=tuple(blocks),
        samples=_samples(blocks, segments),
        notes=((1, "oil", "Warm the oil in your hands"),),
    )


def _samples(blocks: list[Block], segments: list[Segment]) -> Samples:
    count = blocks[-1].stop
    owner = np.searchsorted([block.stop for block in blocks], np.arange(count), side="right")
    work = np.array([block.kind == "work" for block in blocks])[owner]
    first = np.array([block.start for block in blocks])[owner]
    length = np.array([block.stop - block.start for block in blocks])[owner]
    phase = (np.arange(count) - first) / length
    x = np.where(work, 0.25 - 0.15 * np.cos(2 * np.pi * phase), 0.1)
    y = np.stack([np.full(count, 0.05), np.full(count, -0.05)], axis=1)
    tilt = y / RADIUS
    z = HEIGHT + RADIUS * np.cos(tilt) + np.where(work, 0.0, 0.1)[:, None]
    position = np.stack([np.repeat(x[:, None], 2, 1), RADIUS * np.sin(tilt), z], axis=2)
    turn = Rotation.from_rotvec(np.stack([-tilt.ravel(), 0 * tilt.ravel(), 0 * tilt.ravel()], axis=1))
    contact = np.repeat(work[:, None], 2, 1)
    fingers = np.zeros((count, 2, len(FINGER_SHAPES)))
    fingers[..., 1] = 0.5 + 0.5 * np.cos(2 * np.pi * phase)[:, None]
    fingers[..., 3] = 1.0 - fingers[..., 1]
    return Samples(
        time=np.arange(count) / RATE,
        position=position,
        orientation=turn.as_quat(scalar_first=True).reshape(count, 2, 4),
        elbow=position + np.array([-0.3, 0.0, 0.15]),
        chart=np.zeros((count, 2), int),
        along=np.repeat((0.2 + 1.2 * x)[:, None], 2, 1),
        across=np.tile([0.3, -0.3], (count, 1)),
        force=np.where(contact, 12.0, 0.0),
        contact=contact,
        phase=np.where(contact, Phase.STROKE, Phase.AIR),
        tool=np.where(contact, TOOLS.index("palm"), -1),
        segment=np.repeat(owner[:, None], 2, 1),
        fingers=fingers,
    )


def figure(played: Performance) -> Figure:
    """A half cylinder as the skin, and two jointed paddles as the hands."""
    along, around = np.meshgrid(
        np.linspace(-0.9, 0.7, 60), np.linspace(-np.pi / 2, np.pi / 2, 24), indexing="ij"
    )
    wide = RADIUS * np.where(along > 0.55, 0.5, 1.0)
    skin = np.stack([along, wide * np.sin(around), HEIGHT + wide * np.cos(around)], axis=2).reshape(-1, 3)
    rows = moments(played)
    return Figure(
        faces=_grid(60, 24),
        skins={"prone": skin, "forehead_on_hands": skin + np.array([0.0, 0.0, 0.001])},
        ways=tuple((block.posture,) for block in played.blocks),
        hair=(skin[:, 0] > 0.6).astype(float),
        parts={"leg": skin[:, 0] < 0.0},
        hands=(_hand(played, rows, 0), _hand(played, rows, 1)),
        radii=dict.fromkeys(TOOLS, 0.04),
    )


def _grid(rows: int, columns: int) -> np.ndarray:
    corner = np.arange(rows * columns).reshape(rows, columns)
    a, b, c, d = (
        part.ravel() for part in (corner[:-1, :-1], corner[1:, :-1], corner[1:, 1:], corner[:-1, 1:])
    )
    return np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])


def _hand(played: Performance, rows: np.ndarray, side: int) -> HandFigure:
    samples = played.samples
    fingers = np.tile(np.eye(4), (len(rows), 1, 1))
    fingers[:, :3, 3] = samples.position[rows, side]
    turn = Rotation.from_quat(samples.orientation[rows, side], scalar_first=True)
    fingers[:, :3, :3] = turn.as_matrix()
    bend = np.eye(4)
    bend[:3, :3] = Rotation.from_euler("y", 20, degrees=True).as_matrix()
    bend[0, 3] = -0.08
    forearm = fingers @ bend
    grid_x, grid_y = np.meshgrid(np.linspace(-0.3, 0.09, 24), np.linspace(-0.035, 0.035, 8), indexing="ij")
    vertices = np.stack([grid_x, grid_y, 0.01 + 0.012 * np.cos(grid_y * 40)], axis=2).reshape(-1, 3)
    share = np.clip((vertices[:, 0] + 0.1) / 0.05, 0, 1)
    rest = np.stack([bend, np.eye(4)])
    return HandFigure(
        joints=("forearm", "hand"),
        parents=(-1, 0),
        rest=rest,
        vertices=vertices,
        faces=_grid(24, 8),
        weights=np.stack([1 - share, share], axis=1),
        poses=np.stack([forearm, fingers], axis=1),
        shapes=np.tile([1.0, 0.0, 0.0, 0.0], (len(FINGER_SHAPES), 2, 1)),
        shaped=(False, False),
        fingers=samples.fingers[rows, side],
    )


def real_hands(played: Performance) -> tuple[HandFigure, HandFigure]:
    """The giver's own hands on the half cylinder."""
    model = hands.model()
    samples, rows = played.samples, moments(played)
    return tuple(
        HandFigure(
            joints=skin.joints,
            parents=skin.parents,
            rest=_shifts(skin.heads),
            vertices=skin.vertices,
            faces=skin.faces,
            weights=_dense(skin),
            poses=model.pose(
                side,
                samples.position[rows, side],
                samples.orientation[rows, side],
                elbow=samples.elbow[rows, side],
                fingers=samples.fingers[rows, side],
                tool=samples.tool[rows, side],
            ),
            shapes=model.rotations[side],
            shaped=tuple(joint > skin.joints.index("hand") for joint in range(len(skin.joints))),
            fingers=samples.fingers[rows, side],
        )
        for side, skin in enumerate(model.skins)
    )


def chain(mesh: HandMesh, row: int) -> np.ndarray:
    """Joint transforms of a packed hand at a moment, as the page computes them."""
    turns, roots = unpack(mesh.turns)[row].reshape(-1, 4), unpack(mesh.roots)[row]
    shapes = unpack(mesh.shapes).reshape(-1, len(mesh.joints), 4)
    blended = np.einsum("s,sjk->jk", unpack(mesh.fingers)[row], shapes)
    world = np.tile(np.eye(4), (len(mesh.joints), 1, 1))
    for joint, parent in enumerate(mesh.parents):
        local = np.eye(4)
        turn = turns[mesh.turned.index(joint)] if joint in mesh.turned else blended[joint]
        local[:3, :3] = Rotation.from_quat(turn, scalar_first=True).as_matrix()
        local[:3, 3] = roots[:3] if parent < 0 else mesh.offsets[joint]
        world[joint] = local if parent < 0 else world[parent] @ local
    return world


def opened(session: str) -> dict:
    """A session's JSON, as the page opens it."""
    return json.loads(gzip.decompress(base64.b64decode(json.loads(session)["gzip"])))


def _shifts(places: np.ndarray) -> np.ndarray:
    shifts = np.tile(np.eye(4), (len(places), 1, 1))
    shifts[:, :3, 3] = places
    return shifts


def _dense(skin: hands.Skin) -> np.ndarray:
    weights = np.zeros((len(skin.vertices), len(skin.joints)))
    np.put_along_axis(weights, skin.weight_joints, skin.weights, axis=1)
    return weights
