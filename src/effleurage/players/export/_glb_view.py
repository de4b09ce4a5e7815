"""The giver's view in glTF: a camera that goes where they go."""

import numpy as np
from jaxtyping import Float
from scipy.spatial.transform import Rotation

from effleurage.players.export._gltf import Animation, Glb
from effleurage.scene import Camera, Scene, one_sign, xyzw

MOVE = 1.5
"""How long the view takes from one block's to the next, in [s], but half of a shorter block."""

FIELD = 0.9
"""Angle of view from top to bottom, in [rad]."""


def add_view(file: Glb, scene: Scene, animation: Animation) -> int:
    """Add a camera.

    Args:
        file: The file in the making.
        scene: Whose giver.
        animation: Where its motion goes.

    Returns:
        The node.
    """
    blocks, time = scene.performance.blocks, scene.performance.samples.time
    views = [scene.camera(number) for number in range(len(blocks))]
    places = np.repeat([view.eye for view in views], 2, axis=0)
    turns = one_sign(np.repeat([_turn(view) for view in views], 2, axis=0))
    starts, stops = time[[b.start for b in blocks]], time[[b.stop - 1 for b in blocks]]
    keys = np.stack([starts + np.minimum(MOVE, (stops - starts) / 2), stops], axis=1).ravel()
    # A block of a single sample has one moment for both of its keys.
    is_later = np.diff(keys, prepend=-1.0) > 0
    camera = file.add(
        "cameras",
        name="giver_view",
        type="perspective",
        perspective={"yfov": FIELD, "znear": 0.05, "zfar": 10.0},
    )
    node = file.add(
        "nodes",
        name="giver_view",
        camera=camera,
        translation=places[0].tolist(),
        rotation=xyzw(turns[0]).tolist(),
    )
    animation.channel(node, "translation", keys[is_later], places[is_later].astype(np.float32))
    animation.channel(node, "rotation", keys[is_later], xyzw(turns[is_later]).astype(np.float32))
    return node


def _turn(view: Camera) -> Float[np.ndarray, "4"]:
    """A camera of glTF looks along its −Z, its +Y up in the picture; quaternion wxyz."""
    back = view.eye - view.target
    right = np.cross(view.up, back)
    axes = np.stack([right, np.cross(back, right), back], axis=1)
    return np.roll(Rotation.from_matrix(axes / np.linalg.norm(axes, axis=0)).as_quat(), 1)
