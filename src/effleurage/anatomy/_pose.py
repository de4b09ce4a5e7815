"""Pose a shape: skin it in a posture and lay it on the table."""

import functools
from typing import final

import numpy as np
from jaxtyping import Bool, Float

from effleurage.anatomy._forearms import lay_beside, stack_under
from effleurage.anatomy._model import Model
from effleurage.anatomy._posture import forearms, posed_joints, posture_rotations

HIP_BAND = 0.12
"""Half the height of the band in which the hips' breadth is taken, in [m]."""

ARM = ("upperarm", "lowerarm", "wrist", "metacarpal", "finger")
LEG = ("upperleg", "lowerleg", "foot", "toe")
HEAD = ("neck", "head", "eye")


def part(model: Model, prefixes: tuple[str, ...]) -> Bool[np.ndarray, " n"]:
    """Vertices that the joints with these names move for the most part."""
    chosen = np.array([name.startswith(prefixes) for name in model.joint_names], dtype=np.float32)
    return model.skin @ chosen > 0.5


@functools.lru_cache(maxsize=4)
def trunk(model: Model) -> Bool[np.ndarray, " n"]:
    """Vertices of the trunk, without head, arms and legs."""
    return ~(part(model, ARM) | part(model, LEG) | part(model, HEAD))


@functools.lru_cache(maxsize=4)
def hip_band(model: Model) -> Bool[np.ndarray, " n"]:
    """Vertices of trunk and thighs at the height of the hip joints."""
    mean = model.rest(np.zeros(len(model.basis)))
    level = model.joint_mean[model.joint("upperleg01.L"), 0]
    return ~part(model, ARM) & (np.abs(mean[:, 0] - level) < HIP_BAND)


@final
class Probe:
    """Some vertices of a model, skinned alone, as those that say where the table lies."""

    def __init__(self, model: Model, chosen: Bool[np.ndarray, " n"]) -> None:
        self.chosen = np.flatnonzero(chosen)
        self.skin = model.skin[self.chosen]

    def posed(
        self,
        rotations: Float[np.ndarray, "j 3 3"],
        *,
        rest: Float[np.ndarray, "n 3"],
        rest_joints: Float[np.ndarray, "j 3"],
        joints: Float[np.ndarray, "j 3"],
    ) -> Float[np.ndarray, "m 3"]:
        """Linear blend skinning of the chosen vertices, in [m]."""
        shift = joints - np.einsum("jab,jb->ja", rotations, rest_joints)
        motion = np.concatenate([rotations, shift[:, :, None]], axis=2, dtype=np.float32)
        blended = (self.skin @ motion.reshape(-1, 12)).reshape(-1, 3, 4)
        return np.einsum("nab,nb->na", blended[:, :, :3], rest[self.chosen]) + blended[:, :, 3]


@functools.lru_cache(maxsize=8)
def probe(model: Model, what: str) -> Probe:
    """Vertices of the ``trunk``, the ``head``, the ``hips``, or ``all``."""
    masks = {
        "trunk": trunk,
        "hips": hip_band,
        "head": lambda model: part(model, HEAD),
        "all": lambda model: np.ones(len(model.mirror), dtype=bool),
    }
    return Probe(model, masks[what](model))


@functools.lru_cache(maxsize=4)
def _at_rest(model: Model, coefficients: bytes) -> tuple[Float[np.ndarray, "n 3"], Float[np.ndarray, "j 3"]]:
    """Vertices and joints of a shape at rest, the same in every posture; do not write to them."""
    shape = np.frombuffer(coefficients)
    return model.rest(shape), model.joints(shape)


def lie(
    model: Model, coefficients: Float[np.ndarray, " k"], posture: str
) -> tuple[Float[np.ndarray, "n 3"], Float[np.ndarray, "j 3"]]:
    """Vertices and joints of a shape lying on the table z = 0 (x is not yet moved to the sacrum), in [m]."""
    rest, rest_joints = _at_rest(model, coefficients.tobytes())
    rotations = posture_rotations(model, posture)
    joints = posed_joints(model, rotations, rest_joints)

    def posed(what: str) -> np.ndarray:
        return probe(model, what).posed(rotations, rest=rest, rest_joints=rest_joints, joints=joints)

    table = float(posed("trunk")[:, 2].min())
    if forearms(posture) == "under_forehead":
        face = posed("head")
        forehead = face[np.argmin(face[:, 2])]
        rotations = stack_under(model, rotations, rest_joints, table=table, forehead=forehead)
    else:
        hip = float(np.abs(posed("hips")[:, 1]).max())
        rotations = lay_beside(model, rotations, rest_joints, table=table, hip=hip)
    joints = posed_joints(model, rotations, rest_joints)
    vertices = posed("all")
    lift = np.array([0.0, 0.0, table])
    return vertices - lift, joints - lift
