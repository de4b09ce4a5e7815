"""The model of the giver's hands: both sides, their shapes and tools, and how they are posed."""

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.anatomy.hands._rotation import matrix, swing, unit
from effleurage.anatomy.hands._shapes import BASES, SHAPES, bend_rotations, shape_rotations
from effleurage.anatomy.hands._skin import Skin
from effleurage.anatomy.hands._tools import TOOLS, ContactFrame, Footprint, measure_tool

DATA = Path(__file__).parents[1] / "data"


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class HandModel:
    """Both hands and forearms of an average adult giver, 1.70 m tall.

    A hand is posed by its contact: the tool's frame goes where the contact is, the forearm swings
    about the wrist toward the elbow as far as a wrist can, the fingers blend the shapes and bend.

    Attributes:
        skins: Left and right mesh at rest.
        rotations: Joint rotations of every shape, and what every bend adds to them, left and right.
        frames: Contact frame of every tool, left and right.
        footprints: Skin of every tool; the right hand's is the mirror image.
        wrist_limits: Extension, flexion, ulnar and radial deviation that a wrist can do, in [rad].
    """

    skins: tuple[Skin, Skin]
    rotations: tuple[Float[np.ndarray, "s j 4"], Float[np.ndarray, "s j 4"]]
    frames: tuple[tuple[ContactFrame, ...], tuple[ContactFrame, ...]]
    footprints: tuple[Footprint, ...]
    wrist_limits: tuple[float, float, float, float]

    @property
    def joints(self) -> tuple[str, ...]:
        """Names of the joints, parents before children."""
        return self.skins[0].joints

    @property
    def parents(self) -> tuple[int, ...]:
        """Index of each joint's parent; −1 for the forearm."""
        return self.skins[0].parents

    @cached_property
    def forearm_length(self) -> float:
        """From elbow to wrist, in [m]."""
        return float(np.linalg.norm(self.skins[0].heads[0]))

    def footprint(self, tool: str) -> Footprint:
        """The skin of a tool."""
        return self.footprints[TOOLS.index(tool)]

    def rest(
        self,
        side: int,
        *,
        position: Float[np.ndarray, "*b 3"],
        orientation: Float[np.ndarray, "*b 4"],
        fingers: Float[np.ndarray, "*b s"],
        tool: Int[np.ndarray, "*b"],
    ) -> tuple[Float[np.ndarray, "*b 3 3"], Float[np.ndarray, "*b 3"]]:
        """Where rest coordinates of the part that carries the tool are in the body frame."""
        return self.carrier(side, position=position, R=matrix(orientation), fingers=fingers, tool=tool)

    def carrier(
        self,
        side: int,
        *,
        position: Float[np.ndarray, "*b 3"],
        R: Float[np.ndarray, "*b 3 3"],
        fingers: Float[np.ndarray, "*b s"],
        tool: Int[np.ndarray, "*b"],
    ) -> tuple[Float[np.ndarray, "*b 3 3"], Float[np.ndarray, "*b 3"]]:
        """The same from the axes of the contact frames."""
        axes, origins = self._tools[side]
        R = R @ axes[tool]
        centres = (fingers @ origins).reshape(*tool.shape, len(axes), 3)
        centre = np.take_along_axis(centres, tool[..., None, None], axis=-2)[..., 0, :]
        return R, position - np.einsum("...kl,...l->...k", R, centre)

    @cached_property
    def _tools(self) -> list[tuple[Float[np.ndarray, "k 3 3"], Float[np.ndarray, "s n"]]]:
        """Axes of what carries each tool in its contact frame, and the `origins` of all side by side."""
        return [
            (
                np.stack([frame.R_hand_contact.T for frame in frames]),
                np.concatenate([frame.origins for frame in frames], axis=1),
            )
            for frames in self.frames
        ]

    def pose(
        self,
        side: int,
        position: Float[np.ndarray, "*b 3"],
        orientation: Float[np.ndarray, "*b 4"],
        elbow: Float[np.ndarray, "*b 3"],
        fingers: Float[np.ndarray, "*b s"],
        tool: Int[np.ndarray, "*b"],
    ) -> Float[np.ndarray, "*b j 4 4"]:
        """Frames of all joints in the body frame, each at its joint, axes as the hand's at rest.

        Args:
            side: `LEFT` (0) or `RIGHT` (1).
            position: Contact centre, in [m].
            orientation: Contact frame, quaternion wxyz: z out of the skin, x along the tool.
            elbow: Where the forearm points, in [m]; it reaches there if the distance fits.
            fingers: Weights of `SHAPES`; those before `BENDS` sum to 1.
            tool: Index into `TOOLS`; −1 (none) is posed as a palm.
        """
        skin = self.skins[side]
        tool = np.maximum(tool, 0)
        R, p = self.rest(side, position=position, orientation=orientation, fingers=fingers, tool=tool)
        turns = self.rotations[side]
        local = unit(np.einsum("...s,sjk->...jk", fingers, turns))
        wrist = matrix(local[..., skin.joints.index("hand"), :])

        carried = np.array([frame.on_forearm for frame in self.frames[side]])[tool][..., None, None]
        R_hand = np.where(carried, R @ wrist, R)
        aim = np.einsum("...lk,...l->...k", R_hand, elbow - p)
        bend = matrix(swing(unit(skin.heads[0]), self.within_wrist(side, aim)))
        R_forearm = np.where(carried, R, R @ bend)

        T_hand = _transform(R_hand, p)
        T = skin.hand_joints(T_hand, local)
        for joint in range(skin.joints.index("hand")):
            head = p + np.einsum("...kl,l->...k", R_forearm, skin.heads[joint])
            T[..., joint, :, :] = _transform(R_forearm, head)
        return T

    def vertices(self, side: int, joints: Float[np.ndarray, "*b j 4 4"]) -> Float[np.ndarray, "*b n 3"]:
        """The skinned mesh of hand and forearm, in the body frame, in [m]."""
        return self.skins[side].posed(joints)

    def within_wrist(self, side: int, aim: Float[np.ndarray, "*b 3"]) -> Float[np.ndarray, "*b 3"]:
        """Unit direction from wrist to elbow in the hand's frame, as near to `aim` as a wrist can."""
        extension, flexion, ulnar, radial = self.wrist_limits
        little = 1.0 if side == 0 else -1.0
        across = little * aim[..., 1] / np.linalg.norm(aim, axis=-1)
        lifted = np.clip(np.arctan2(aim[..., 2], -aim[..., 0]), -flexion, extension)
        turned = np.clip(np.arcsin(np.clip(across, -1.0, 1.0)), -radial, ulnar)
        flat = np.cos(turned)
        return np.stack([-flat * np.cos(lifted), little * np.sin(turned), flat * np.sin(lifted)], axis=-1)


@cache
def _rows() -> dict[str, dict]:
    return tomllib.loads((DATA / "hands.toml").read_text(encoding="utf-8"))


def tool_shape(tool: str) -> str:
    """The shape in which a hand uses a tool."""
    return _rows()["tools"][tool]["shape"]


def largest_share(bend: str) -> float:
    """The largest weight with which a bend is added."""
    part, _, way = bend.rpartition("_")
    return float(_rows()["bends"][way]["share"][part]) if part else 1.0


_WAYS = ("round", "back")


@cache
def model() -> HandModel:
    """The model, read once."""
    with np.load(DATA / "hands.npz") as file:
        left = Skin(
            vertices=file["vertices"].astype(float),
            faces=file["faces"].astype(np.int64),
            weight_joints=file["weight_joints"].astype(np.int64),
            weights=file["weights"].astype(float),
            joints=tuple(str(name) for name in file["joints"]),
            parents=tuple(int(parent) for parent in file["parents"]),
            heads=file["heads"].astype(float),
            tips=file["tips"].astype(float),
        )
    rows = _rows()
    told = {name: rows["shapes"][name] for name in BASES} | {way: rows["bends"][way] for way in _WAYS}
    told_turns = shape_rotations(told, joints=left.joints, heads=left.heads, tips=left.tips)
    shaped, bent = told_turns[: len(BASES)], told_turns[len(BASES) :]
    bends = bend_rotations(bent, shaped[SHAPES.index("flat")], left.joints)
    rotations = np.concatenate([shaped, bends])
    hand = left.joints.index("hand")
    fixed = np.concatenate([shaped, unit(shaped[SHAPES.index("flat")] + bends)])
    fixed[:, hand] = [1.0, 0.0, 0.0, 0.0]
    T = left.hand_joints(np.eye(4), fixed)
    for joint in range(hand):
        T[:, joint] = _transform(np.eye(3), left.heads[joint])
    posed = left.posed(T)
    rise = rows["bends"]["raised"]["rise"]
    measured = [measure_tool(name, rows["tools"][name], skin=left, posed=posed, rise=rise) for name in TOOLS]
    frames = tuple(frame for frame, _ in measured)
    limits = rows["limits"]
    wrist = tuple(
        float(np.radians(limits[f"wrist_{way}"])) for way in ("extension", "flexion", "ulnar", "radial")
    )
    return HandModel(
        skins=(left, left.mirrored()),
        rotations=(rotations, rotations * np.array([1.0, -1.0, 1.0, -1.0])),
        frames=(frames, tuple(_mirrored(frame) for frame in frames)),
        footprints=tuple(footprint for _, footprint in measured),
        wrist_limits=(wrist[0], wrist[1], wrist[2], wrist[3]),
    )


def _mirrored(frame: ContactFrame) -> ContactFrame:
    flip = np.array([1.0, -1.0, 1.0])
    return ContactFrame(
        on_forearm=frame.on_forearm,
        R_hand_contact=flip[:, None] * frame.R_hand_contact * flip,
        origins=frame.origins * flip,
    )


def _transform(R: Float[np.ndarray, "*b 3 3"], p: Float[np.ndarray, "*b 3"]) -> Float[np.ndarray, "*b 4 4"]:
    T = np.zeros((*R.shape[:-2], 4, 4))
    T[..., :3, :3], T[..., :3, 3], T[..., 3, 3] = R, p, 1.0
    return T
