r"""The shapes of a hand at work, and how it gives to curved skin, as rotations of its joints.

A shape is told in anatomical angles (`data/hands.toml`): a finger that is flexed by 0° at all joints
lies straight in the palm's plane. The mesh at rest is half closed, so a joint's rotation is the way
from the mesh's own angle to the told one.

A hand blends shapes, whose weights sum to 1, and adds `BENDS`, each with a weight of its own. A bend is
the difference of a bent joint's quaternion from the flat hand's, and zero at all other joints, so
that digits bend independently of each other: with weights :math:`w` over both, a joint's rotation is
the unit quaternion along :math:`\sum_s w_s q_s`.
"""

import numpy as np
from jaxtyping import Float

from effleurage.anatomy.hands._rotation import matrix, quaternion, unit

FINGERS = ("index", "middle", "ring", "little")
DIGITS = (*FINGERS, "thumb")
GIVING = (*DIGITS, "hand")
"""What bends by itself; the hand where it follows its forearm."""

BENDS = (*(f"{part}_round" for part in GIVING), *(f"{part}_back" for part in GIVING), "raised")
SHAPES = ("relaxed", "flat", "splayed", "fist", "thumb", "fingertips", "grip", "forearm", *BENDS)
"""Names of shapes and bends, in the order of their weights."""

BASES = SHAPES[: -len(BENDS)]
"""The shapes alone."""


def with_bends(shapes: Float[np.ndarray, "*b s"]) -> Float[np.ndarray, "*b w"]:
    """Weights of `SHAPES` from those of the shapes alone; nothing bends yet."""
    return np.concatenate([shapes, np.zeros((*shapes.shape[:-1], len(BENDS)))], axis=-1)


def shape_rotations(
    rows: dict[str, dict],
    *,
    joints: tuple[str, ...],
    heads: Float[np.ndarray, "j 3"],
    tips: Float[np.ndarray, "5 3"],
) -> Float[np.ndarray, "s j 4"]:
    """Rotation of every joint of the left hand in every shape, relative to the mesh at rest.

    Args:
        rows: Angles of each shape, in [deg].
        joints: Names of the joints.
        heads: Their places at rest, in the hand's frame, in [m].
        tips: Ends of thumb and fingers, in [m].
    """
    turns = np.tile(np.eye(3), (len(rows), len(joints), 1, 1))
    for number, finger in enumerate(("thumb", *FINGERS)):
        chain = [joints.index(f"{finger}_{k}") for k in (1, 2, 3)]
        bones = unit(np.diff(np.vstack([heads[chain], tips[number]]), axis=0))
        for turn, row in zip(turns, rows.values(), strict=True):
            angles = np.radians(row[finger])
            bend = _thumb if finger == "thumb" else _finger
            turn[chain] = bend(bones, angles, outward=1.0 if finger in ("index", "middle") else -1.0)
    for turn, row in zip(turns, rows.values(), strict=True):
        for finger, angle in zip(FINGERS, row.get("palm", ()), strict=False):
            turn[joints.index(f"{finger}_0")] = _pitch(np.radians(angle))
        turn[joints.index("hand")] = _pitch(-np.radians(row["wrist"]))
    return quaternion(turns)


def bend_rotations(
    bent: Float[np.ndarray, "2 j 4"], flat: Float[np.ndarray, "j 4"], joints: tuple[str, ...]
) -> Float[np.ndarray, "b j 4"]:
    """What every bend adds to the joints' quaternions.

    Args:
        bent: Rotations with everything bent round, and with everything bent back.
        flat: Rotations of the flat hand.
        joints: Names of the joints.
    """
    bends = np.zeros((len(BENDS), *flat.shape))
    for way, rotations in enumerate(bent):
        for number, part in enumerate(GIVING):
            mine = [joint for joint, name in enumerate(joints) if name.split("_")[0] == part]
            bends[way * len(GIVING) + number, mine] = rotations[mine] - flat[mine]
    return bends


def _finger(bones: Float[np.ndarray, "3 3"], angles: Float[np.ndarray, "4"], *, outward: float) -> np.ndarray:
    """Rotations of a finger's three joints, for flexions and the spread away from the middle finger."""
    *flexions, spread = angles
    yaw, pitches = _heading(bones[0]), [_drop(bone) for bone in bones]
    rest = _yaw(yaw) @ _pitch(pitches[0])
    knuckle = _yaw(outward * spread) @ _pitch(flexions[0]) @ rest.T
    bends = [flexions[k] - (pitches[k] - pitches[k - 1]) for k in (1, 2)]
    return np.stack([knuckle, *(rest @ _pitch(bend) @ rest.T for bend in bends)])


def _thumb(bones: Float[np.ndarray, "3 3"], angles: Float[np.ndarray, "5"], *, outward: float) -> np.ndarray:
    """Rotations of the thumb's three joints; its pad faces the index finger at rest."""
    away, below, roll, *flexions = angles
    rest = _yaw(_heading(bones[0])) @ _pitch(_drop(bones[0]))
    saddle = _yaw(away) @ _pitch(below) @ _roll(-roll) @ rest.T
    pad = np.array([0.0, 1.0, 0.0])
    turned = []
    for bone, flexion, before in zip(bones[1:], flexions, bones[:-1], strict=True):
        across = unit(np.cross(bone, pad - bone * (bone @ pad)))
        already = np.arcsin(np.clip(np.cross(before, bone) @ across, -1.0, 1.0))
        turned.append(_about(across, flexion - already))
    return np.stack([saddle, *turned])


def _heading(bone: Float[np.ndarray, "3"]) -> float:
    return float(np.arctan2(-bone[1], bone[0]))


def _drop(bone: Float[np.ndarray, "3"]) -> float:
    return float(np.arctan2(-bone[2], np.hypot(bone[0], bone[1])))


def _yaw(angle: float) -> np.ndarray:
    """Turn in the palm's plane, toward the thumb of a left hand."""
    return _about(np.array([0.0, 0.0, -1.0]), angle)


def _pitch(angle: float) -> np.ndarray:
    """Flexion."""
    return _about(np.array([0.0, 1.0, 0.0]), angle)


def _roll(angle: float) -> np.ndarray:
    return _about(np.array([1.0, 0.0, 0.0]), angle)


def _about(axis: np.ndarray, angle: float) -> np.ndarray:
    return matrix(np.concatenate([[np.cos(angle / 2)], np.sin(angle / 2) * axis]))
