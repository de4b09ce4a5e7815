"""Pose a shape: skin it in a posture and lay it on the table."""

import functools

import numpy as np
from jaxtyping import Bool, Float

from effleurage.anatomy._model import Model
from effleurage.anatomy._posture import posed_joints, posture_rotations, rests_on_forearms

WRIST_HEIGHT = 0.03
"""Height of the wrist's joint over the table when the arm lies on it, in [m]."""

ARM = ("upperarm", "lowerarm", "wrist", "metacarpal", "finger")
LEG = ("upperleg", "lowerleg", "foot", "toe")
HEAD = ("neck", "head", "eye")


def part(model: Model, prefixes: tuple[str, ...]) -> Bool[np.ndarray, " n"]:
    """Vertices that the joints with these names move for the most part."""
    chosen = np.array([name.startswith(prefixes) for name in model.joint_names], dtype=np.float32)
    return model.skin @ chosen > 0.5


@functools.lru_cache(maxsize=4)
def _trunk(model: Model) -> Bool[np.ndarray, " n"]:
    return ~(part(model, ARM) | part(model, LEG) | part(model, HEAD))


def skinned(
    model: Model,
    rotations: Float[np.ndarray, "j 3 3"],
    *,
    rest: Float[np.ndarray, "n 3"],
    rest_joints: Float[np.ndarray, "j 3"],
    joints: Float[np.ndarray, "j 3"],
) -> Float[np.ndarray, "n 3"]:
    """Linear blend skinning, in [m]."""
    shift = joints - np.einsum("jab,jb->ja", rotations, rest_joints)
    motion = np.concatenate([rotations, shift[:, :, None]], axis=2, dtype=np.float32)
    blended = (model.skin @ motion.reshape(-1, 12)).reshape(-1, 3, 4)
    return np.einsum("nab,nb->na", blended[:, :, :3], rest) + blended[:, :, 3]


def descendants(model: Model, joint: int) -> list[int]:
    """The joint and all joints that it carries."""
    found = [joint]
    found += [child for child, parent in enumerate(model.joint_parents) if parent in found]
    for child, parent in enumerate(model.joint_parents):
        if parent in found and child not in found:
            found.append(child)
    return found


def turn_between(start: Float[np.ndarray, " 3"], end: Float[np.ndarray, " 3"]) -> Float[np.ndarray, "3 3"]:
    """Smallest rotation that takes one direction to another."""
    a, b = start / np.linalg.norm(start), end / np.linalg.norm(end)
    v, c = np.cross(a, b), float(a @ b)
    cross = np.array([[0, -v[2], v[1]], [v[2], 0, -v[0]], [-v[1], v[0], 0]])
    return np.eye(3) + cross + cross @ cross / (1 + c)


def at_height(bone: Float[np.ndarray, " 3"], rise: float) -> Float[np.ndarray, " 3"]:
    """The bone turned in its own vertical plane until its end is `rise` [m] above its start."""
    length = float(np.linalg.norm(bone))
    rise = float(np.clip(rise, -0.9 * length, 0.9 * length))
    flat = np.array([bone[0], bone[1], 0.0])
    flat *= np.sqrt(length**2 - rise**2) / np.linalg.norm(flat)
    return flat + [0.0, 0.0, rise]


def rest_forearms(
    model: Model,
    rotations: Float[np.ndarray, "j 3 3"],
    rest_joints: Float[np.ndarray, "j 3"],
    *,
    table: float,
) -> Float[np.ndarray, "j 3 3"]:
    """Bend the elbows until the wrists lie on the table, and lay the hands level."""
    rotations = np.array(rotations)
    for side in (".L", ".R"):
        for start, end, height in (
            ("lowerarm01", "wrist", table + WRIST_HEIGHT),
            ("wrist", "finger3-1", None),
        ):
            first, last = model.joint(start + side), model.joint(end + side)
            joints = posed_joints(model, rotations, rest_joints)
            rise = 0.0 if height is None else height - joints[first, 2]
            bone = joints[last] - joints[first]
            turn = turn_between(bone, at_height(bone, rise))
            carried = descendants(model, first)
            rotations[carried] = turn @ rotations[carried]
    return rotations


def lie(
    model: Model, coefficients: Float[np.ndarray, " k"], posture: str
) -> tuple[Float[np.ndarray, "n 3"], Float[np.ndarray, "j 3"]]:
    """Vertices and joints of a shape lying on the table z = 0 (x is not yet moved to the sacrum), in [m]."""
    rest, rest_joints = model.rest(coefficients), model.joints(coefficients)
    rotations = posture_rotations(model, posture)
    joints = posed_joints(model, rotations, rest_joints)
    vertices = skinned(model, rotations, rest=rest, rest_joints=rest_joints, joints=joints)
    table = float(vertices[_trunk(model), 2].min())
    if rests_on_forearms(posture):
        rotations = rest_forearms(model, rotations, rest_joints, table=table)
        joints = posed_joints(model, rotations, rest_joints)
        vertices = skinned(model, rotations, rest=rest, rest_joints=rest_joints, joints=joints)
    lift = np.array([0.0, 0.0, table])
    return vertices - lift, joints - lift
