"""Postures: fixed joint rotations, under which the posed skin is linear in the shape.

Linear blend skinning with rotations that do not depend on the shape moves a vertex by a matrix of
its own, and by an offset that is linear in the joints. Both are computed once per posture.
"""

import functools
import tomllib
from importlib import resources
from typing import Any

import numpy as np
from jaxtyping import Float

from effleurage.anatomy._model import Model
from effleurage.errors import UnknownNameError
from effleurage.spatial import rotation_about, rotation_vector


@functools.cache
def _rows() -> dict[str, dict[str, Any]]:
    path = resources.files("effleurage.anatomy") / "data" / "postures.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def posture_names() -> tuple[str, ...]:
    """Names of the postures; the first one is the default."""
    return tuple(_rows())


def require_posture(name: str) -> str:
    """The name itself.

    Raises:
        UnknownNameError: If there is no such posture.
    """
    if name not in posture_names():
        raise UnknownNameError("posture", name, posture_names())
    return name


def posture_called(posture: str) -> str:
    """The posture in plain words."""
    return str(_rows()[require_posture(posture)]["called"])


def local_rotations(model: Model, posture: str) -> Float[np.ndarray, "j 3 3"]:
    """Rotation of each joint against its parent, in the body's axes.

    A row of the data may name a joint without its side: then the left one turns as written and
    the right one as its mirror image. The axis ``bone`` leads to the joint's first child.
    """
    turns = np.tile(np.eye(3), (len(model.joint_names), 1, 1))
    for name, axis, degrees in _rows()[posture]["turns"]:
        angle = np.deg2rad(float(degrees))
        if name in model.joint_names:
            pairs = [(name, angle)]
        else:
            pairs = [(f"{name}.L", angle), (f"{name}.R", angle if axis == "y" else -angle)]
        for joint, turn in pairs:
            j = model.joint(joint)
            if axis == "bone":
                child = model.joint_parents.index(j)
                bone = model.joint_mean[child] - model.joint_mean[j]
                turns[j] = turns[j] @ rotation_vector(turn * bone / np.linalg.norm(bone))
            else:
                turns[j] = turns[j] @ rotation_about(str(axis), turn)
    return turns


def chained(model: Model, local: Float[np.ndarray, "j 3 3"]) -> Float[np.ndarray, "j 3 3"]:
    """Rotations in the body frame from rotations against the parents."""
    rotations = np.array(local)
    for joint, parent in enumerate(model.joint_parents):
        if parent >= 0:
            rotations[joint] = rotations[parent] @ rotations[joint]
    return rotations.astype(np.float32)


def posed_joints(
    model: Model, rotations: Float[np.ndarray, "j 3 3"], rest: Float[np.ndarray, "*b j 3"]
) -> Float[np.ndarray, "*b j 3"]:
    """Joints of a posture, the root where it is at rest, in [m]."""
    parents = np.array(model.joint_parents)
    bones = np.array(rest)
    carried = parents >= 0
    steps = rest[..., carried, :] - rest[..., parents[carried], :]
    bones[..., carried, :] = np.einsum("jab,...jb->...ja", rotations[parents[carried]], steps)
    return model.ancestry @ bones


@functools.lru_cache(maxsize=16)
def posture_rotations(model: Model, posture: str) -> Float[np.ndarray, "j 3 3"]:
    """Rotations of a model's joints in the body frame; do not write to them."""
    return chained(model, local_rotations(model, posture))


def forearms(posture: str) -> str:
    """How the forearms lie: ``beside`` the hips or ``under_forehead``."""
    return str(_rows()[posture]["forearms"])
