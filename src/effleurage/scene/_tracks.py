"""Tracks: the joints of a hand over time, each in its parent's frame, as animations want them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, final

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.spatial.transform import Rotation

from effleurage.spatial import one_sign

if TYPE_CHECKING:
    from effleurage.scene._scene import Scene

_CHUNK = 2048


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Tracks:
    """Local motion of j joints over t samples; unknown poses hold the last one known.

    Attributes:
        known: Where the pose is known.
        translations: From the parent's origin, in the parent's frame, in [m]; a root's are in the
            body frame.
        rotations: Unit quaternions wxyz, each on its predecessor's side.
    """

    known: Bool[np.ndarray, " t"]
    translations: Float[np.ndarray, "t j 3"]
    rotations: Float[np.ndarray, "t j 4"]


def tracks(scene: "Scene", hand: int, *, parents: tuple[int, ...]) -> Tracks:
    """The local motion of one hand and forearm.

    Args:
        scene: Whose hand it is.
        hand: `LEFT` or `RIGHT`.
        parents: Index of each joint's parent; −1 for a root.
    """
    count = len(scene.performance.samples)
    chunks = [scene.joints(hand, slice(first, first + _CHUNK)) for first in range(0, count, _CHUNK)]
    parts = [_local(chunk, parents) for chunk in chunks]
    translations, turns = (np.concatenate(part) for part in zip(*parts, strict=True))
    known = finite(translations.reshape(count, -1)) & finite(turns.reshape(count, -1))
    quaternions = np.empty((count, len(parents), 4))
    quaternions[known] = (
        Rotation.from_matrix(turns[known].reshape(-1, 3, 3))
        .as_quat()[:, [3, 0, 1, 2]]
        .reshape(-1, len(parents), 4)
    )
    if not known.any():
        translations, quaternions = np.zeros_like(translations), np.zeros_like(quaternions)
        quaternions[..., 0] = 1.0
    return Tracks(
        known=known, translations=translations[held(known)], rotations=one_sign(quaternions[held(known)])
    )


def _local(T: Float[np.ndarray, "t j 4 4"], parents: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Translations and rotation matrices in the parents' frames."""
    R, p = T[..., :3, :3], T[..., :3, 3]
    above = np.array(parents)
    has_parent = above >= 0
    R_parent = np.where(has_parent[:, None, None], R[:, above], np.eye(3))
    p_parent = np.where(has_parent[:, None], p[:, above], 0.0)
    back = R_parent.swapaxes(-1, -2)
    return (back @ (p - p_parent)[..., None])[..., 0], back @ R


def finite(values: Float[np.ndarray, "t d"]) -> Bool[np.ndarray, " t"]:
    """Where a sample is known in every component."""
    return np.asarray(np.isfinite(values).all(axis=-1))


def held(known: Bool[np.ndarray, " t"]) -> Int[np.ndarray, " t"]:
    """For every sample the last one known, or the first that will be."""
    last = np.maximum.accumulate(np.where(known, np.arange(len(known)), -1))
    return np.where(last < 0, np.argmax(known), last)
