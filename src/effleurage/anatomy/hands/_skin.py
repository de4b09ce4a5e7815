"""Joints and skin: forward kinematics and linear blend skinning of one hand and forearm."""

from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.anatomy.hands._rotation import matrix, unit


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Skin:
    """The mesh of one hand and forearm at rest, in the hand's frame: wrist at the origin.

    Attributes:
        vertices: In [m].
        faces: Triangles, outward by the right-hand rule.
        weight_joints: The four joints that move a vertex.
        weights: Their shares, summing to 1.
        joints: Names of the joints.
        parents: Index of each joint's parent; −1 for the forearm.
        heads: Places of the joints, in [m].
        tips: Ends of thumb and fingers, in [m].
    """

    vertices: Float[np.ndarray, "n 3"]
    faces: Int[np.ndarray, "m 3"]
    weight_joints: Int[np.ndarray, "n 4"]
    weights: Float[np.ndarray, "n 4"]
    joints: tuple[str, ...]
    parents: tuple[int, ...]
    heads: Float[np.ndarray, "j 3"]
    tips: Float[np.ndarray, "5 3"]

    def mirrored(self) -> "Skin":
        """The other hand."""
        flip = np.array([1.0, -1.0, 1.0])
        return Skin(
            vertices=self.vertices * flip,
            faces=self.faces[:, ::-1].copy(),
            weight_joints=self.weight_joints,
            weights=self.weights,
            joints=self.joints,
            parents=self.parents,
            heads=self.heads * flip,
            tips=self.tips * flip,
        )

    def hand_joints(
        self, T_hand: Float[np.ndarray, "*b 4 4"], rotations: Float[np.ndarray, "*b j 4"]
    ) -> Float[np.ndarray, "*b j 4 4"]:
        """Transforms of all joints from the hand's; those of the forearm are left to be filled in.

        Args:
            T_hand: The hand joint's frame.
            rotations: Each joint's rotation from rest, relative to its parent.
        """
        T = np.zeros((*rotations.shape[:-1], 4, 4))
        T[..., 3, 3] = 1.0
        hand = self.joints.index("hand")
        T[..., hand, :, :] = T_hand
        R = matrix(rotations)
        for joint in range(hand + 1, len(self.joints)):
            parent = self.parents[joint]
            above = T[..., parent, :3, :3]
            T[..., joint, :3, :3] = above @ R[..., joint, :, :]
            step = above @ (self.heads[joint] - self.heads[parent])
            T[..., joint, :3, 3] = T[..., parent, :3, 3] + step
        return T

    def posed(self, T_joints: Float[np.ndarray, "*b j 4 4"]) -> Float[np.ndarray, "*b n 3"]:
        """Vertices for transforms of the joints."""
        R, p = T_joints[..., :3, :3], T_joints[..., :3, 3]
        offset = p - np.einsum("...jkl,jl->...jk", R, self.heads)
        affine = np.concatenate([R, offset[..., None]], axis=-1)
        # One matrix product over joints and coordinates together.
        dense = np.zeros((len(self.vertices), len(self.joints)))
        np.put_along_axis(dense, self.weight_joints, self.weights, axis=1)
        points = np.concatenate([self.vertices, np.ones((len(self.vertices), 1))], axis=1)
        spread = (dense[:, :, None] * points[:, None]).reshape(len(points), -1)
        rows = np.swapaxes(affine, -3, -2).reshape(-1, spread.shape[1])
        shape = (*T_joints.shape[:-3], 3, len(points))
        return np.swapaxes((rows @ spread.T).reshape(shape), -1, -2)

    def normals(self, vertices: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n 3"]:
        """Outward unit normals at vertices, weighted by the triangles' areas."""
        a, b, c = np.moveaxis(vertices[self.faces], 1, 0)
        faces = np.cross(b - a, c - a)
        total = np.zeros_like(vertices)
        for corner in range(3):
            np.add.at(total, self.faces[:, corner], faces)
        return unit(total)
