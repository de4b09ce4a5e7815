"""Make the model exactly mirror symmetric, and order its vertices middle, left, right."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int
from scipy.spatial import cKDTree

from baking.source import Source

MIRROR = np.array([1.0, -1.0, 1.0])
INFLUENCES = 8


@dataclass(frozen=True)
class SymmetricSource:
    """A source whose right half is the mirror of its left.

    Attributes:
        vertices: Rest vertices: `middle` on the mid-plane, then the left, then the right half.
        joints: Rest joints.
        faces: Triangles.
        weight_index: Joints that move each vertex.
        weight: Their weights, summing to 1.
        middle: Number of vertices on the mid-plane.
        half: Number of vertices on the mid-plane and on the left.
        joint_names: Names of the joints.
        joint_parents: Parent of each joint.
    """

    vertices: Float[np.ndarray, "c n 3"]
    joints: Float[np.ndarray, "c j 3"]
    faces: Int[np.ndarray, "f 3"]
    weight_index: Int[np.ndarray, "n i"]
    weight: Float[np.ndarray, "n i"]
    middle: int
    half: int
    joint_names: list[str]
    joint_parents: list[int]


def other_side(name: str) -> str:
    """Name of the joint on the other side of the body."""
    swap = {".L": ".R", ".R": ".L"}
    return name[:-2] + swap[name[-2:]] if name[-2:] in swap else name


def symmetrise(source: Source) -> SymmetricSource:
    """Average every shape with its mirror image and sort the vertices by side."""
    mean = source.vertices.mean(axis=0)
    _, partner = cKDTree(mean).query(mean * MIRROR)
    assert np.array_equal(partner[partner], np.arange(len(mean))), "the mesh is not mirrored one to one"
    vertices = (source.vertices + source.vertices[:, partner] * MIRROR) / 2
    mean = vertices.mean(axis=0)
    middle = np.flatnonzero(partner == np.arange(len(mean)))
    left = np.flatnonzero((partner != np.arange(len(mean))) & (mean[:, 1] > 0))
    order = np.concatenate([middle, left, partner[left]])
    number = np.empty(len(order), dtype=int)
    number[order] = np.arange(len(order))

    swap = [source.joint_names.index(other_side(name)) for name in source.joint_names]
    weights = (source.weights + source.weights[partner][:, swap]) / 2
    half = len(middle) + len(left)
    weights = weights[order[:half]]
    index = np.argsort(-weights, axis=1)[:, :INFLUENCES]
    kept = np.take_along_axis(weights, index, axis=1)
    index = np.concatenate([index, np.array(swap)[index[len(middle) :]]])
    kept = np.concatenate([kept, kept[len(middle) :]])
    return SymmetricSource(
        vertices=vertices[:, order],
        joints=(source.joints + source.joints[:, swap] * MIRROR) / 2,
        faces=number[source.faces],
        weight_index=index.astype(np.uint8),
        weight=kept / kept.sum(axis=1, keepdims=True),
        middle=len(middle),
        half=half,
        joint_names=source.joint_names,
        joint_parents=source.joint_parents,
    )
