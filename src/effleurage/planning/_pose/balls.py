"""Balls: both hands and forearms as balls, by which it is known whether they are in each other's way.

Rows come last in these arrays, so that sums and largest values over balls are quick.
"""

from dataclasses import dataclass
from functools import cache
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy import hands
from effleurage.performance import LEFT
from effleurage.planning._pose.points import spread

ARM_SHARES = np.array([0.1, 0.32, 0.55, 0.78, 1.0])
"""Places along the forearm, from wrist to elbow, of its balls."""

ARM_RADII = np.array([0.030, 0.036, 0.043, 0.047, 0.046])
ARM = len(ARM_SHARES)
_RADII = {"0": 0.016, "1": 0.016, "2": 0.012, "3": 0.011}
_LOOKED_AT = {"thumb": "12", "index": "012", "middle": "2", "ring": "2", "little": "012"}
"""Joints of every digit that get a ball, besides its tip."""

_TIP, _WRIST = 0.009, 0.027


@final
@dataclass(frozen=True, kw_only=True)
class Swing:
    """Directions of forearms as angles of the wrist.

    Attributes:
        rise: Extension, in [rad].
        aside: Toward the little finger, in [rad].
    """

    rise: Float[np.ndarray, "k 2"]
    aside: Float[np.ndarray, "k 2"]

    @staticmethod
    def toward(way: Float[np.ndarray, "*b 2 3"]) -> "Swing":
        """The swing whose `ways` these unit vectors are."""
        little = np.array([1.0, -1.0])
        return Swing(
            rise=np.arctan2(way[..., 2], -way[..., 0]),
            aside=little * np.arcsin(np.clip(way[..., 1], -1.0, 1.0)),
        )

    def ways(self) -> Float[np.ndarray, "k 2 3"]:
        """Unit vectors from wrist to elbow, in the hands' frames."""
        level, little = np.cos(self.aside), np.array([1.0, -1.0])
        return np.stack(
            [-level * np.cos(self.rise), little * np.sin(self.aside), level * np.sin(self.rise)], axis=-1
        )

    def same(self, other: "Swing") -> Bool[np.ndarray, "k 2"]:
        """Which forearms go the same way in both."""
        return (self.rise == other.rise) & (self.aside == other.aside)

    def apart(self, other: "Swing") -> Float[np.ndarray, " k"]:
        """By how much either forearm goes another way, at most, in [rad]."""
        return np.maximum(abs(self.rise - other.rise), abs(self.aside - other.aside)).max(axis=1)

    def slopes(self) -> tuple[Float[np.ndarray, "k 2 3"], Float[np.ndarray, "k 2 3"]]:
        """Derivatives of `ways` by both angles."""
        ca, sa, cr, sr = np.cos(self.aside), np.sin(self.aside), np.cos(self.rise), np.sin(self.rise)
        by_rise = np.stack([ca * sr, 0.0 * ca, ca * cr], axis=-1)
        by_aside = np.stack([sa * cr, np.array([1.0, -1.0]) * ca, -sa * sr], axis=-1)
        return by_rise, by_aside


@cache
def balls() -> tuple[Float[np.ndarray, "2 b 3"], Float[np.ndarray, " b"]]:
    """Centres of a flat hand's balls in the hand's frame, left and right, and their radii, in [m]."""
    model = hands.model()
    skin = model.skins[LEFT]
    turn = model.rotations[LEFT][hands.SHAPES.index("flat")].copy()
    turn[skin.joints.index("hand")] = [1.0, 0.0, 0.0, 0.0]
    joints = skin.hand_joints(np.eye(4), turn)
    centres, radii = [np.zeros(3)], [_WRIST]
    for number, digit in enumerate(("thumb", "index", "middle", "ring", "little")):
        for joint in ("0", "1", "2", "3"):
            if f"{digit}_{joint}" not in skin.joints or joint not in _LOOKED_AT[digit]:
                continue
            place = skin.joints.index(f"{digit}_{joint}")
            if joint == "0":
                after = joints[skin.joints.index(f"{digit}_1"), :3, 3]
                centres.append(0.5 * after)
            else:
                centres.append(joints[place, :3, 3])
            radii.append(_RADII[joint])
        last = skin.joints.index(f"{digit}_3")
        centres.append(joints[last, :3, 3] + joints[last, :3, :3] @ (skin.tips[number] - skin.heads[last]))
        radii.append(_TIP)
    left = np.array(centres)
    return np.stack([left, left * [1.0, -1.0, 1.0]]), np.array(radii)


_GROUPS = 5
"""A hand's balls are also looked at in so many groups, each inside one larger ball."""


@cache
def groups() -> tuple[Float[np.ndarray, "2 g 3"], Float[np.ndarray, " g"]]:
    """Larger balls that hold all of a hand's balls: centres as of `balls`, and radii, in [m]."""
    centres, radii = balls()
    left = centres[LEFT]
    seed = spread(left, _GROUPS)
    group = np.linalg.norm(left[:, None] - left[seed], axis=-1).argmin(axis=1)
    middle = np.array([left[group == number].mean(axis=0) for number in range(_GROUPS)])
    out = np.linalg.norm(left - middle[group], axis=1) + radii
    around = np.array([out[group == number].max() for number in range(_GROUPS)])
    return np.stack([middle, middle * [1.0, -1.0, 1.0]]), around


def reaches(radii: Float[np.ndarray, " b"], margin: float) -> Float[np.ndarray, "b b"]:
    """How near balls of both sides, first those of the arms, may come to each other, in [m]."""
    sizes = np.concatenate([ARM_RADII, radii])
    return (sizes[:, None] + sizes + margin).astype(np.float32)


def on_hands(
    R: Float[np.ndarray, "2 3 3 k"], wrists: Float[np.ndarray, "2 3 k"], centres: Float[np.ndarray, "2 b 3"]
) -> Float[np.ndarray, "2 3 b k"]:
    """Where the hands' balls are."""
    return np.matmul(centres.astype(np.float32)[:, None], R) + wrists[:, :, None]


def on_arms(
    R: Float[np.ndarray, "2 3 3 k"], wrists: Float[np.ndarray, "2 3 k"], ways: Float[np.ndarray, "2 3 k"]
) -> Float[np.ndarray, "2 3 a k"]:
    """Where the forearms' balls are; `ways` lead from wrist to elbow in the hands' frames."""
    levers = (hands.model().forearm_length * ARM_SHARES).astype(np.float32)[:, None]
    return turned(R, ways)[:, :, None] * levers + wrists[:, :, None]


def on_both(
    R: Float[np.ndarray, "2 3 3 k"],
    wrists: Float[np.ndarray, "2 3 k"],
    ways: Float[np.ndarray, "2 3 k"],
    centres: Float[np.ndarray, "2 b 3"],
) -> Float[np.ndarray, "2 3 m k"]:
    """Where all balls of both sides are, first those of the arms."""
    return np.concatenate([on_arms(R, wrists, ways), on_hands(R, wrists, centres)], axis=2)


def turned(
    R: Float[np.ndarray, "2 3 3 k"], vectors: Float[np.ndarray, "2 3 k"]
) -> Float[np.ndarray, "2 3 k"]:
    """Vectors from the hands' frames in the body frame."""
    return (
        R[:, :, 0] * vectors[:, None, 0] + R[:, :, 1] * vectors[:, None, 1] + R[:, :, 2] * vectors[:, None, 2]
    )


def rows_last(values: Float[np.ndarray, "k ..."]) -> Float[np.ndarray, "... k"]:
    """A copy with its rows in the last axis, in single precision."""
    return np.ascontiguousarray(np.moveaxis(values, 0, -1), np.float32)


def squared(a: Float[np.ndarray, "3 m k"], b: Float[np.ndarray, "3 n k"]) -> Float[np.ndarray, "m n k"]:
    """Squared distances of all pairs, in [m²]."""
    x, y, z = (a[d, :, None] - b[d, None] for d in range(3))
    x *= x
    y *= y
    z *= z
    x += y
    x += z
    return x


def where(mask: Bool[np.ndarray, "l m n"]) -> tuple[Int[np.ndarray, " p"], ...]:
    """Indices at which a mask holds, in order, as `np.nonzero` but several times as fast."""
    first, last = np.divmod(np.flatnonzero(mask), mask.shape[2])
    return *np.divmod(first, mask.shape[1]), last
