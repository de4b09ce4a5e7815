"""Postures: fixed joint rotations, under which the posed skin is linear in the shape.

Linear blend skinning with rotations that do not depend on the shape moves a vertex by a matrix of
its own, and by an offset that is linear in the joints. Both are computed once per posture.
"""

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import final

import numpy as np
from jaxtyping import Float

from effleurage.anatomy._model import Model, model
from effleurage.errors import UnknownNameError
from effleurage.spatial import rotation_about


@functools.cache
def _rows() -> dict[str, dict[str, list[list[object]]]]:
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


def local_rotations(model: Model, posture: str) -> Float[np.ndarray, "j 3 3"]:
    """Rotation of each joint against its parent, in the body's axes.

    A row of the data names a joint without its side: then the left one turns as written and the
    right one as its mirror image.
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
            turns[j] = turns[j] @ rotation_about(str(axis), turn)
    return turns


@final
@dataclass(frozen=True, kw_only=True)
class Skinning:
    """One posture, ready to be applied to any shape.

    Attributes:
        rotations: Rotation of each joint in the body frame.
        vertex_matrix: Matrix that each rest vertex is multiplied with.
    """

    rotations: Float[np.ndarray, "j 3 3"]
    vertex_matrix: Float[np.ndarray, "n 3 3"]

    def joints(self, model: Model, rest: Float[np.ndarray, "*b j 3"]) -> Float[np.ndarray, "*b j 3"]:
        """Posed joints, in [m]."""
        posed = np.array(rest)
        for joint, parent in enumerate(model.joint_parents):
            if parent >= 0:
                bone = rest[..., joint, :] - rest[..., parent, :]
                posed[..., joint, :] = posed[..., parent, :] + bone @ self.rotations[parent].T
        return posed

    def vertices(
        self, model: Model, rest: Float[np.ndarray, "n 3"], joints: Float[np.ndarray, "j 3"]
    ) -> Float[np.ndarray, "n 3"]:
        """Posed vertices of a shape, given its rest vertices and rest joints, in [m]."""
        shift = self.joints(model, joints) - np.einsum("jab,jb->ja", self.rotations, joints)
        offset = np.einsum("ni,nia->na", model.weight, shift[model.weight_index])
        return np.einsum("nab,nb->na", self.vertex_matrix, rest) + offset


@functools.cache
def skinning(posture: str) -> Skinning:
    """The skinning of a posture of the baked model."""
    return make_skinning(model(), posture)


def make_skinning(model: Model, posture: str) -> Skinning:
    """The skinning of a posture of any model."""
    rotations = local_rotations(model, posture)
    for joint, parent in enumerate(model.joint_parents):
        if parent >= 0:
            rotations[joint] = rotations[parent] @ rotations[joint]
    rotations = rotations.astype(np.float32)
    matrix = np.einsum("ni,niab->nab", model.weight, rotations[model.weight_index])
    return Skinning(rotations=rotations, vertex_matrix=matrix)
