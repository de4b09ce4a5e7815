"""Points on the hands by which they are laid on the skin: few, well spread, found once.

Digits are tabled over how far they bend, so that bending needs no kinematics any more.
"""

import itertools
from dataclasses import dataclass
from functools import cache
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy import hands
from effleurage.performance import LEFT, RIGHT

LEVELS = np.linspace(-1.0, 1.0, 9)
"""Levels of bending: from bent back as far as a digit can, over 0, to bent round."""

PARTS = (*hands.DIGITS, "hand")
_PATCH, _UNDER, _HAND, _LOW = 36, 32, 28, 0.04

_TILTS = np.radians([0.0, 12.0, 25.0])
"""How far the skin is tilted below what comes to it."""

_STEEPER, _BESIDE = 2.2, 0.6
"""How many times as far below a hand that pulls; its skin counts that faces up less than this."""

_FORWARD = np.radians([0.0, 30.0, 60.0, 90.0])
_ASIDE = 0.6
"""Ways that are looked for the lowest skin of a digit's end: forward from below, and to both sides."""


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class HandPoints:
    """Points of both hands, left and right, in columns, in [m]; k tools, s shapes, l levels.

    Attributes:
        soles: Of every tool's own skin, in its contact frame, and behind them of the rest of the palm and
            the near forearm that faces the skin (all of the forearm's underside for a tool on the forearm).
        own: How many of these are the tool's own.
        area: Share of the tool's skin that each of its own stands for.
        firm: Which of them bending digits do not take away from the skin.
        digits: Of thumb and fingers, in the hand's frame, for every shape and level of bending.
        hand: Of the whole hand that follows its forearm, in the forearm's frame.
        free: Which digits of a tool may bend, and which only back (the others are the tool itself).
    """

    soles: Float[np.ndarray, "2 k 3 q"]
    own: int
    area: Float[np.ndarray, "k o"]
    firm: Bool[np.ndarray, "k q"]
    digits: Float[np.ndarray, "2 s l 5 3 p"]
    hand: Float[np.ndarray, "2 s l 1 3 h"]
    free: Bool[np.ndarray, "k 5"]


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Rings:
    """One hand as balls inside its skin, in columns, in the hand's frame, in [m]; s shapes, l levels.

    Attributes:
        digits: Centres along thumb and fingers, for every shape and level of bending.
        digit_radii: Their radii.
        palm: Centres in the palm.
        palm_radii: Their radii.
    """

    digits: Float[np.ndarray, "s l 5 3 b"]
    digit_radii: Float[np.ndarray, "5 b"]
    palm: Float[np.ndarray, "3 p"]
    palm_radii: Float[np.ndarray, " p"]

    @property
    def radii(self) -> Float[np.ndarray, " a"]:
        """Radii of all balls, those of the digits first."""
        return np.concatenate([self.digit_radii.ravel(), self.palm_radii])


BONES, _ON_BONE, _IN_PALM = 3, 2, 4
"""Bones of a digit, balls along each of them, and along and across the palm."""

_COLUMN = 6
"""So many vertices of the palm at least make a ball."""


@cache
def rings(side: int) -> Rings:
    """One hand as balls."""
    skin = hands.model().skins[side]
    posed = _posed(side, _bent_to_levels(), "palm")
    flat = posed[hands.BASES.index("flat"), len(LEVELS) // 2]
    digits, radii = [], []
    for digit in hands.DIGITS:
        names = [f"{digit}_{bone + 1}" for bone in range(BONES)]
        mine = [part for name in names for part in _along(skin, flat, name, _ON_BONE)]
        digits.append(np.stack([posed[:, :, part].mean(axis=2) for part in mine], axis=3))
        radii.append([_inside(flat, part) for part in mine])
    palm = _cells(flat, np.flatnonzero(_share(skin, _palm(skin)) > 0.5), _IN_PALM)
    return Rings(
        digits=np.stack(digits, axis=2).astype(np.float32),
        digit_radii=np.array(radii, np.float32),
        palm=np.stack([flat[part].mean(axis=0) for part in palm], axis=1).astype(np.float32),
        palm_radii=np.array([_inside(flat, part) for part in palm], np.float32),
    )


def _along(skin: hands.Skin, flat: np.ndarray, joint: str, count: int) -> list[Int[np.ndarray, " v"]]:
    """Vertices around a bone in parts along it."""
    mine = np.flatnonzero(_share(skin, [skin.joints.index(joint)]) > 0.3)
    place = flat[mine] - flat[mine].mean(axis=0)
    along = place @ np.linalg.svd(place, full_matrices=False)[2][0]
    edges = np.linspace(along.min(), along.max() + 1e-9, count + 1)
    return [mine[(along >= low) & (along < high)] for low, high in itertools.pairwise(edges)]


def _palm(skin: hands.Skin) -> list[int]:
    return [k for k, joint in enumerate(skin.joints) if joint == "hand" or joint.endswith("_0")]


def _cells(flat: np.ndarray, mine: Int[np.ndarray, " v"], count: int) -> list[Int[np.ndarray, " v"]]:
    """Vertices in columns through the hand, `count` along it and as many across."""
    place = flat[mine, :2]
    low, high = place.min(axis=0), place.max(axis=0) + 1e-9
    x, y = ((place - low) / (high - low) * count).astype(int).T
    return [mine[cell] for k in range(count * count) if (cell := x * count + y == k).sum() > _COLUMN]


def _inside(flat: np.ndarray, part: Int[np.ndarray, " v"]) -> float:
    """Radius of a ball around the middle of vertices that hardly reaches beyond them."""
    return float(np.quantile(np.linalg.norm(flat[part] - flat[part].mean(axis=0), axis=1), 0.25))


def weights(
    level: Float[np.ndarray, "*b 6"], out: Float[np.ndarray, "*b w"] | None = None
) -> Float[np.ndarray, "*b w"]:
    """Weights of `hands.BENDS` for levels of bending of `PARTS`; the last one is left 0.

    Args:
        level: The levels.
        out: Where to write the weights.
    """
    out = np.empty((*level.shape[:-1], 2 * len(PARTS) + 1)) if out is None else out
    for way, most in enumerate(_most()):
        mine = out[..., way * len(PARTS) : (way + 1) * len(PARTS)]
        np.clip(level if way == 0 else -level, 0.0, 1.0, out=mine)
        mine *= most
    out[..., -1] = 0.0
    return out


@cache
def _most() -> Float[np.ndarray, "2 6"]:
    return np.array([[hands.largest_share(f"{part}_{way}") for part in PARTS] for way in ("round", "back")])


@cache
def points() -> HandPoints:
    """The points of both hands."""
    model = hands.model()
    chosen = [spread(footprint.points, _PATCH) for footprint in model.footprints]
    patch = np.stack([p.points[k] for p, k in zip(model.footprints, chosen, strict=True)])
    under = [_under(tool) for tool in hands.TOOLS]
    soles = np.concatenate([patch, np.stack([places for _, places in under])], axis=1)
    vertices = [
        [*p.vertices[k], *mine] for p, k, (mine, _) in zip(model.footprints, chosen, under, strict=True)
    ]
    bones = [model.joints.index(f"{digit}_{bone}") for digit in hands.DIGITS for bone in (1, 2, 3)]
    lies = np.array([[hands.tool_shape(tool) in ("flat", "splayed")] for tool in hands.TOOLS])
    digits, hand = zip(*(_bending(side) for side in (LEFT, RIGHT)), strict=True)
    return HandPoints(
        soles=_columns(np.stack([soles, soles * [1.0, -1.0, 1.0]])),
        own=patch.shape[1],
        area=np.stack([_areas(p, k) for p, k in zip(model.footprints, chosen, strict=True)]),
        firm=~(lies & (_share(model.skins[LEFT], bones)[np.array(vertices)] > 0.5)),
        digits=_columns(np.stack(digits)),
        hand=_columns(np.stack(hand)),
        free=np.array([[not _holds(tool, digit) for digit in hands.DIGITS] for tool in hands.TOOLS]),
    )


def _bending(side: int) -> tuple[Float[np.ndarray, "s l 5 p 3"], Float[np.ndarray, "s l 1 h 3"]]:
    """Points of one hand's digits, and of the whole hand on its forearm, for every shape and level."""
    skin, bent = hands.model().skins[side], _bent_to_levels()
    on_hand, on_arm = (_posed(side, bent, tool) for tool in ("palm", "forearm"))
    flat = on_hand[hands.BASES.index("flat"), len(LEVELS) // 2]
    digits = np.stack([_digit(skin, flat, digit) for digit in hands.DIGITS])
    below = np.flatnonzero((_share(skin, _from(skin, "hand")) > 0.5) & (skin.normals(flat)[:, 2] < 0.2))
    return on_hand[:, :, digits], on_arm[:, :, None, below[spread(flat[below], _HAND)]]


def _bent_to_levels() -> Float[np.ndarray, "s l w"]:
    """Weights of all shapes, with all that bends bent to all levels."""
    level = np.repeat(LEVELS[:, None], len(PARTS), axis=1)
    bases = np.eye(len(hands.SHAPES))[: len(hands.BASES)]
    bent = np.repeat(bases[:, None], len(LEVELS), axis=1)
    bent[..., len(hands.BASES) :] = weights(level)
    return bent


def _columns(points: Float[np.ndarray, "*b n 3"]) -> Float[np.ndarray, "*b 3 n"]:
    return np.ascontiguousarray(np.swapaxes(points, -1, -2), np.float32)


def _posed(side: int, fingers: Float[np.ndarray, "*b w"], tool: str) -> Float[np.ndarray, "*b n 3"]:
    """Vertices in the frame of what carries the tool, wrist at the origin, forearm straight."""
    model, shape = hands.model(), fingers.shape[:-1]
    number = np.full(shape, hands.TOOLS.index(tool))
    turn, centre = np.broadcast_to([1.0, 0.0, 0.0, 0.0], (*shape, 4)), np.zeros((*shape, 3))
    R, wrist = model.rest(side, position=centre, orientation=turn, fingers=fingers, tool=number)
    elbow = wrist + R @ model.skins[side].heads[0]
    joints = model.pose(side, centre, turn, elbow, fingers, number)
    return (model.vertices(side, joints) - wrist[..., None, :]) @ R


def _areas(footprint: hands.Footprint, chosen: Int[np.ndarray, " q"]) -> Float[np.ndarray, " q"]:
    """Share of a footprint that is nearest to each of some of its vertices."""
    away = np.linalg.norm(footprint.points[:, None] - footprint.points[chosen], axis=-1)
    return np.bincount(away.argmin(axis=1), footprint.shares, minlength=len(chosen)) / footprint.area


def _share(skin: hands.Skin, joints: list[int]) -> Float[np.ndarray, " n"]:
    return np.where(np.isin(skin.weight_joints, joints), skin.weights, 0.0).sum(axis=1)


def _from(skin: hands.Skin, joint: str) -> list[int]:
    return list(range(skin.joints.index(joint), len(skin.joints)))


def _digit(skin: hands.Skin, flat: np.ndarray, digit: str) -> Int[np.ndarray, " p"]:
    """Vertices of a digit that come to the skin first, however it is bent and tilted."""
    found = []
    for bone in (1, 2, 3):
        mine = np.flatnonzero(_share(skin, [skin.joints.index(f"{digit}_{bone}")]) > 0.5)
        place = flat[mine] - flat[mine].mean(axis=0)
        along = place - place * [0.0, 0.0, 1.0]
        axis = np.linalg.svd(along, full_matrices=False)[2][0]
        axis = axis * np.sign(axis[0])
        across, down = np.cross(axis, [0.0, 0.0, 1.0]), np.array([0.0, 0.0, -1.0])
        ways = [down] if bone < 3 else [np.cos(a) * down + np.sin(a) * axis for a in _FORWARD]
        ways += [down + side * _ASIDE * across for side in ((1.0, -1.0) if bone == 3 else ())]
        found += [int(mine[np.argmax(place @ way)]) for way in ways]
    return np.array(found)


def _holds(tool: str, digit: str) -> bool:
    """The digit is the tool, or part of it."""
    held = {
        "grip": ("thumb", "index", "middle"),
        "thumb": ("thumb",),
        "knuckles": hands.DIGITS,
        "fist": hands.DIGITS,
        "forearm": hands.DIGITS,
        "elbow": hands.DIGITS,
        "edge": ("little",),
    }
    return digit in held.get(tool, ())


def _under(tool: str) -> tuple[Int[np.ndarray, " r"], Float[np.ndarray, "r 3"]]:
    """Skin of the left hand that faces the receiver, digits aside: vertices, places in the contact frame."""
    model = hands.model()
    skin = model.skins[LEFT]
    shape = np.eye(len(hands.SHAPES))[hands.SHAPES.index(hands.tool_shape(tool))]
    identity, away = np.array([1.0, 0.0, 0.0, 0.0]), np.array([-1.0, 0.0, 1.0])
    joints = model.pose(LEFT, np.zeros(3), identity, away, shape, np.array(hands.TOOLS.index(tool)))
    vertices = model.vertices(LEFT, joints)
    bent = [skin.joints.index(f"{digit}_{k}") for digit in hands.DIGITS for k in (2, 3)]
    hand = _share(skin, _from(skin, "hand"))
    on_arm = model.frames[LEFT][hands.TOOLS.index(tool)].on_forearm
    part = hand < 0.3 if on_arm else (skin.vertices[:, 0] > -0.06) & (_share(skin, bent) < 0.5)
    lies, hooks = hands.tool_shape(tool) in ("flat", "forearm"), tool == "fingertips"
    # Beside a hand that pulls on its fingertips the skin may rise, too.
    part &= skin.normals(vertices)[:, 2] < (_BESIDE if hooks else 0.0)
    part &= vertices[:, 2] < (_LOW if lies else np.inf)
    mine = np.flatnonzero(part)
    # What comes to the skin first, however it slopes, and then what is far from that.
    first = np.unique((vertices[mine] @ _slopes(_STEEPER if hooks else 1.0).T).argmax(axis=0))
    mine = mine[spread(vertices[mine], _UNDER, first=first)]
    return mine, vertices[mine]


def _slopes(steep: float) -> Float[np.ndarray, "n 3"]:
    """Directions into the receiver: straight, and tilted to all sides, so many times as far."""
    around = np.linspace(0.0, 2.0 * np.pi, 12, endpoint=False)
    tilt, turn = (grid.ravel() for grid in np.meshgrid(steep * _TILTS, around))
    return np.stack([np.sin(tilt) * np.cos(turn), np.sin(tilt) * np.sin(turn), -np.cos(tilt)], axis=1)


def spread(
    points: Float[np.ndarray, "n d"], count: int, *, first: Int[np.ndarray, " f"] | None = None
) -> Int[np.ndarray, " k"]:
    """Indices of points far from each other.

    Args:
        points: The points.
        count: How many are chosen.
        first: Those that are chosen at any rate; the one furthest out if none are.
    """
    out = np.linalg.norm(points - points.mean(axis=0), axis=1)
    chosen = [int(np.argmax(out))] if first is None else first[:count].tolist()
    away = np.linalg.norm(points[:, None] - points[chosen], axis=-1).min(axis=1)
    while len(chosen) < count:
        chosen.append(int(np.argmax(away)))
        away = np.minimum(away, np.linalg.norm(points - points[chosen[-1]], axis=1))
    return np.array(chosen)
