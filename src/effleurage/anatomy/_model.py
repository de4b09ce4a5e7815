"""The baked model: a mean, a linear basis and a rig, read from one file."""

import functools
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, final

import numpy as np
from jaxtyping import Float, Int

if TYPE_CHECKING:
    import scipy.sparse

MIRROR = np.array([1.0, -1.0, 1.0], dtype=np.float32)


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Model:
    """Every adult as ``mean + coefficients @ basis``, in the rest pose, symmetric.

    Vertices are ordered middle, left, right; the right half mirrors the left. Rest points are in
    the body's axes (x up along the spine, y to the left, z to the back), in [m].

    Attributes:
        mean: Middle and left rest vertices of the mean shape.
        basis: Their change with each coefficient.
        joint_mean: Rest joints of the mean shape.
        joint_basis: Their change with each coefficient.
        corner_coefficients: Coefficients of each corner of the label space.
        middle: Number of vertices on the mid-plane.
        faces: Triangles, outward.
        weight_index: Joints that move each vertex.
        weight: Their weights, summing to 1.
        joint_names: Names of the joints.
        joint_parents: Parent of each joint, −1 for the root.
    """

    mean: Float[np.ndarray, "h 3"]
    basis: Float[np.ndarray, "k h 3"]
    joint_mean: Float[np.ndarray, "j 3"]
    joint_basis: Float[np.ndarray, "k j 3"]
    corner_coefficients: Float[np.ndarray, "c k"]
    middle: int
    faces: Int[np.ndarray, "f 3"]
    weight_index: Int[np.ndarray, "n i"]
    weight: Float[np.ndarray, "n i"]
    joint_names: tuple[str, ...]
    joint_parents: tuple[int, ...]

    @functools.cached_property
    def mirror(self) -> Int[np.ndarray, " n"]:
        """Index of each vertex's mirror image."""
        half = len(self.mean)
        left = np.arange(self.middle, half)
        right = np.arange(half, 2 * half - self.middle)
        return np.concatenate([np.arange(self.middle), right, left])

    @functools.cached_property
    def skin(self) -> "scipy.sparse.csr_array":
        """Skin weights as a sparse matrix, vertices by joints."""
        import scipy.sparse

        count, influences = self.weight_index.shape
        ends = np.arange(count + 1) * influences
        shape = (count, len(self.joint_names))
        return scipy.sparse.csr_array((self.weight.ravel(), self.weight_index.ravel(), ends), shape=shape)

    @functools.cached_property
    def ancestry(self) -> Float[np.ndarray, "j j"]:
        """1 where the column's joint carries the row's, itself included; else 0."""
        carries = np.eye(len(self.joint_parents))
        for joint, parent in enumerate(self.joint_parents):
            if parent >= 0:
                carries[joint] += carries[parent]
        return carries

    @functools.cached_property
    def left_faces(self) -> Int[np.ndarray, "l 3"]:
        """Faces of the left half; the right ones are their mirror images."""
        return self.faces[np.all(self.faces < len(self.mean), axis=1)]

    def rest_half(self, coefficients: Float[np.ndarray, " k"]) -> Float[np.ndarray, "h 3"]:
        """Middle and left rest vertices of one shape, in [m]."""
        rows = self.basis.reshape(len(self.basis), -1)
        return self.mean + (coefficients.astype(np.float32) @ rows).reshape(-1, 3)

    def rest(self, coefficients: Float[np.ndarray, " k"]) -> Float[np.ndarray, "n 3"]:
        """Rest vertices of one shape, in [m]."""
        half = self.rest_half(coefficients)
        return np.concatenate([half, half[self.middle :] * MIRROR])

    def joints(self, coefficients: Float[np.ndarray, "*b k"]) -> Float[np.ndarray, "*b j 3"]:
        """Rest joints, in [m]."""
        return self.joint_mean + np.tensordot(coefficients, self.joint_basis, 1)

    def joint(self, name: str) -> int:
        """Index of a joint."""
        return self.joint_names.index(name)


@functools.cache
def baked() -> dict[str, np.ndarray]:
    """Every array of the baked file."""
    path = resources.files("effleurage.anatomy") / "data" / "body.npz"
    with resources.as_file(path) as file, np.load(file) as arrays:
        return {name: arrays[name] for name in arrays.files}


def from_arrays(arrays: dict[str, np.ndarray]) -> Model:
    """The model in a set of baked arrays."""
    return Model(
        mean=arrays["mean"],
        basis=arrays["basis"].astype(np.float32),
        joint_mean=arrays["joint_mean"],
        joint_basis=arrays["joint_basis"],
        corner_coefficients=arrays["corner_coefficients"],
        middle=int(arrays["middle"]),
        faces=arrays["faces"].astype(np.int32),
        weight_index=arrays["weight_index"].astype(np.intp),
        weight=arrays["weight"].astype(np.float32),
        joint_names=tuple(arrays["joint_names"].tolist()),
        joint_parents=tuple(arrays["joint_parents"].tolist()),
    )


@functools.cache
def model() -> Model:
    """The baked model."""
    return from_arrays(baked())
