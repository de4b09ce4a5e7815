"""The figure of a performance, from the scene that the players share."""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage import scene
from effleurage.anatomy import Body, hands
from effleurage.performance import TOOLS, Performance
from effleurage.players.guide._figure import Figure, HandFigure
from effleurage.players.guide._payload import moments

HAIRLINE = np.array(
    [(-0.09, 0.74), (0.0, 0.68), (0.22, 0.64), (0.30, 0.49), (0.71, 0.11), (1.0, -0.2)],
)
"""Where hair begins, on a head that lies face down: how far from the base of the skull to the crown,
and how high between the face and the back of the head. A picture's default, not a measure."""


HIDDEN = -0.75
"""A face is never seen whose normal points down more than this. A picture's default."""

FRONT = 0.1
"""Skin of the trunk counts as the front where its normal points up less than this. A picture's default."""


def figure(performance: Performance) -> Figure:
    """Skin in every posture of a performance, and both hands posed at its `moments`.

    Raises:
        BodyError: If the performance's person is outside what the body model reaches.
    """
    view = scene.build(performance)
    model = hands.model()
    skins = [skin.vertices for skin in view.skins]
    seen = seen_from_above(skins, view.skins[0].faces)
    kept, faces = np.unique(view.skins[0].faces[seen], return_inverse=True)
    return Figure(
        faces=faces.reshape(-1, 3),
        skins={lying.name: skin[kept] for lying, skin in zip(view.lyings, skins, strict=True)},
        ways=_ways(view),
        hair=_hair(view.body)[kept],
        parts={name: mask[kept] for name, mask in _parts(view.body).items()},
        hands=(_hand(view, 0), _hand(view, 1)),
        radii={tool: float(np.sqrt(model.footprint(tool).area / np.pi)) for tool in TOOLS},
    )


def seen_from_above(
    skins: Sequence[Float[np.ndarray, "n 3"]], faces: Int[np.ndarray, "m 3"]
) -> Bool[np.ndarray, " m"]:
    """Which faces somebody beside or over the receiver can see in one of their skins.

    What is turned down further than `HIDDEN` lies against the table, or is inside the head.
    """
    seen = np.zeros(len(faces), dtype=bool)
    for skin in skins:
        a, b, c = (skin[faces[:, corner]] for corner in range(3))
        normal = np.cross(b - a, c - a)
        seen |= normal[:, 2] > HIDDEN * np.linalg.norm(normal, axis=1)
    return seen


def _parts(body: Body) -> dict[str, Bool[np.ndarray, " n"]]:
    """The vertices of the parts without a chart, by the names that words have for them.

    A pair's part stands for both, and for either with its side. Of the front there is to be seen what the
    trunk shows of it where it meets the table.
    """
    surface = body.surface("prone")
    fold = surface.point(np.array(0.0), np.array(0.0))
    x, y, _ = surface.vertices.T
    leg = ~surface.arms & (x < fold[0])
    pairs = {"arm": surface.arms, "leg": leg}
    sides = {"left": y > 0, "right": y <= 0}
    front = ~surface.arms & ~leg & (_upward(surface.vertices, surface.faces) < FRONT)
    return (
        pairs
        | {f"{side} {name}": mask & there for name, mask in pairs.items() for side, there in sides.items()}
        | {"front": front}
    )


def _upward(vertices: Float[np.ndarray, "n 3"], faces: Int[np.ndarray, "m 3"]) -> Float[np.ndarray, " n"]:
    """How far each vertex's normal points up: 1 straight up, −1 down."""
    a, b, c = (vertices[faces[:, corner]] for corner in range(3))
    normals = np.zeros_like(vertices)
    for corner in range(3):
        np.add.at(normals, faces[:, corner], np.cross(b - a, c - a))
    return normals[:, 2] / np.maximum(np.linalg.norm(normals, axis=1), 1e-12)


def _hand(view: scene.Scene, side: int) -> HandFigure:
    skin = hands.model().skins[side]
    rows = moments(view.performance)
    stride = int(rows[1] - rows[0]) if len(rows) > 1 else 1
    rest = np.tile(np.eye(4), (len(skin.joints), 1, 1))
    rest[:, :3, 3] = skin.heads
    weights = np.zeros((len(skin.vertices), len(skin.joints)))
    np.put_along_axis(weights, skin.weight_joints, skin.weights, axis=1)
    return HandFigure(
        joints=skin.joints,
        parents=skin.parents,
        rest=rest,
        vertices=skin.vertices,
        faces=skin.faces,
        weights=weights,
        poses=view.joints(side, slice(0, None, stride)),
        shapes=hands.model().rotations[side],
        shaped=tuple(joint > skin.joints.index("hand") for joint in range(len(skin.joints))),
        fingers=view.performance.samples.fingers[rows, side],
    )


def _ways(view: scene.Scene) -> tuple[tuple[str, ...], ...]:
    """The skins that each block goes through, from their shares over time."""
    names = [lying.name for lying in view.lyings]
    greatest = view.lying_weights.argmax(axis=1)
    ways = []
    for block in view.performance.blocks:
        shown = greatest[block.start : block.stop]
        changes = np.flatnonzero(np.diff(shown, prepend=-1))
        ways.append(tuple(names[k] for k in shown[changes]))
    return tuple(ways)


def _hair(body: Body) -> Float[np.ndarray, " n"]:
    """Share of hair on each vertex of a body's skin."""
    surface = body.surface("prone")
    base = surface.point(np.array(1.0), np.array(0.0))
    x, _, z = surface.vertices.T
    far = (x - base[0]) / (x.max() - base[0])
    face, back = z[far > 0].min(), z[far > 0].max()
    above = (z - face) / (back - face) - np.interp(far, *HAIRLINE.T)
    return np.clip(above / 0.07, 0.0, 1.0) * np.clip((far - HAIRLINE[0, 0]) / 0.1, 0.0, 1.0)
