"""The figure that a page draws: the receiver's skin and the giver's hands, posed over time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int


@final
@dataclass(frozen=True, kw_only=True)
class HandFigure:
    """One hand and forearm of the giver; n vertices, j joints, t moments, s finger shapes.

    Attributes:
        joints: Names of the joints; a joint comes after its parent.
        parents: Index of each joint's parent, −1 for a root.
        rest: Joint transforms in which the mesh is at rest.
        vertices: Rest vertices, in [m].
        faces: Triangles.
        weights: Share of every joint in every vertex.
        poses: Joint transforms in the body frame; NaN where the pose is unknown.
        shapes: Turn of every joint in its parent in each finger shape, quaternions wxyz.
        shaped: Which joints turn as the weighted mean of their shapes.
        fingers: Weights of the shapes over time.
    """

    joints: tuple[str, ...]
    parents: tuple[int, ...]
    rest: Float[np.ndarray, "j 4 4"]
    vertices: Float[np.ndarray, "n 3"]
    faces: Int[np.ndarray, "m 3"]
    weights: Float[np.ndarray, "n j"]
    poses: Float[np.ndarray, "t j 4 4"]
    shapes: Float[np.ndarray, "s j 4"]
    shaped: tuple[bool, ...]
    fingers: Float[np.ndarray, "t s"]


@final
@dataclass(frozen=True, kw_only=True)
class Figure:
    """The receiver's skin however they lie, and both hands.

    Attributes:
        faces: Triangles of the skin.
        skins: Vertices of the skin in every posture and on the way between them, in [m].
        ways: For every block the skins that it goes through, by name: one, if nothing changes.
        hair: Share of hair on each vertex, from 0 to 1.
        parts: Vertices of the body parts without a chart, by name.
        hands: The giver's left and right hand.
        radii: Of each tool, the radius of a disc with its footprint's area, in [m].
    """

    faces: Int[np.ndarray, "m 3"]
    skins: Mapping[str, Float[np.ndarray, "n 3"]]
    ways: tuple[tuple[str, ...], ...]
    hair: Float[np.ndarray, " n"]
    parts: Mapping[str, Bool[np.ndarray, " n"]]
    hands: tuple[HandFigure, HandFigure]
    radii: Mapping[str, float]
