"""The parts of hand and forearm that touch: where each sits, which skin it is, how large it is."""

from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.anatomy.hands._rotation import unit
from effleurage.anatomy.hands._shapes import BASES, SHAPES
from effleurage.anatomy.hands._skin import Skin

TOOLS = ("palm", "heel", "fingertips", "thumb", "grip", "knuckles", "fist", "forearm", "elbow", "edge")
"""Names of the tools, in the order of their numbers in samples."""


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Footprint:
    """The skin of a tool, in the tool's own shape.

    Attributes:
        tool: Its name.
        vertices: Indices of its vertices in the hand's mesh.
        shares: Area that each of them stands for, in [m²].
        points: Their places in the contact frame, in [m]: x along the tool, z out of the
            receiver's skin.
        length: Extent along x, in [m].
        width: Extent along y, in [m].
    """

    tool: str
    vertices: Int[np.ndarray, " k"]
    shares: Float[np.ndarray, " k"]
    points: Float[np.ndarray, "k 3"]
    length: float
    width: float

    @property
    def area(self) -> float:
        """Area of the skin that touches, in [m²]."""
        return float(self.shares.sum())


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class ContactFrame:
    """Where a tool's contact frame sits on the hand (or forearm), at rest coordinates.

    Attributes:
        on_forearm: The forearm carries the tool and the hand follows it.
        R_hand_contact: The frame's axes: x along the tool, z out of the receiver's skin.
        origins: The contact centre in every shape, and how far every bend moves it, in [m].
    """

    on_forearm: bool
    R_hand_contact: Float[np.ndarray, "3 3"]
    origins: Float[np.ndarray, "s 3"]


def measure_tool(
    name: str, row: dict, *, skin: Skin, posed: Float[np.ndarray, "s n 3"], rise: float
) -> tuple[ContactFrame, Footprint]:
    """Find a tool's skin on the left hand's mesh, and the frame that carries it.

    Args:
        name: The tool's name.
        row: What the data say about it.
        skin: The left hand.
        posed: Its vertices in every shape and every bend, hand frame fixed.
        rise: How far a raised hand holds its tools off the contact centre, in [m].
    """
    shape, flat = SHAPES.index(row["shape"]), SHAPES.index("flat")
    follows = row.get("follows", False)
    mine = _patch(row, skin=skin, vertices=posed[shape], flat=posed[flat])
    up = unit(np.array(row["up"], float))
    height = posed[shape][mine] @ up
    mine = mine[height < height.min() + row.get("deep", np.inf)]
    shares = _areas(skin, posed[shape])[mine]
    ahead = np.array(row["ahead"], float)
    ahead = unit(ahead - up * (ahead @ up))
    R = np.stack([ahead, np.cross(up, ahead), up], axis=1)

    origins = np.empty((len(posed), 3))
    for k in range(len(posed)):
        points = posed[k if follows else shape][mine]
        centre = shares @ points / shares.sum()
        origins[k] = centre + up * (((points - centre) @ up).min() + row["give"])
    # Bends do not move the contact's centre: what bends gives to the skin around it.
    origins[len(BASES) :] = 0.0
    origins[SHAPES.index("raised")] = -rise * up

    points = (posed[shape][mine] - origins[shape]) @ R
    length, width = np.ptp(points[:, :2], axis=0)
    frame = ContactFrame(on_forearm=row["frame"] == "forearm", R_hand_contact=R, origins=origins)
    footprint = Footprint(
        tool=name, vertices=mine, shares=shares, points=points, length=float(length), width=float(width)
    )
    return frame, footprint


def _patch(row: dict, *, skin: Skin, vertices: np.ndarray, flat: np.ndarray) -> Int[np.ndarray, " k"]:
    joints = [skin.joints.index(joint) for joint in row["joints"]]
    share = np.where(np.isin(skin.weight_joints, joints), skin.weights, 0.0).sum(axis=1)
    # The pads of a bent finger are told by how they face while it is straight.
    normals = skin.normals(flat if row.get("pads", False) else vertices)
    mine = (share > 0.5) & (
        normals @ unit(np.array(row["facing"], float)) > np.cos(np.radians(row["within"]))
    )
    if "x" in row:
        low, high = row["x"]
        mine &= (low < vertices[:, 0]) & (vertices[:, 0] < high)
    return np.flatnonzero(mine)


def _areas(skin: Skin, vertices: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, " n"]:
    a, b, c = np.moveaxis(vertices[skin.faces], 1, 0)
    thirds = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 6
    return np.bincount(skin.faces.ravel(), np.repeat(thirds, 3), minlength=len(vertices))
