"""Hands for the page: joint transforms become turns of each joint in its parent, packed."""

import numpy as np
from jaxtyping import Float
from scipy.spatial.transform import Rotation

from effleurage.players.guide._figure import HandFigure
from effleurage.players.guide._packing import pack
from effleurage.players.guide._schema import HandMesh
from effleurage.scene import held, one_sign

PLACE_STEP = 3e-4
"""Size of one unit of a position, in [m]."""

ROOT_STEP, TURN_STEP = 1 / 4096, 1 / 1024
"""Size of one unit of a quaternion's component: a root's moves the fingers by its whole length."""

SHAPE_STEP = 1 / 256
"""Size of one unit of a finger shape's weight."""

WEIGHT_STEP = 1 / 4096
"""Size of one unit of a weight: four of them must still sum to 1 within a millimetre of arm."""

INFLUENCES = 4


def hand_mesh(hand: HandFigure) -> HandMesh:
    """One hand, as the page needs it."""
    poses = known(hand.poses)
    local = np.stack([_in_parent(hand, poses, joint) for joint in range(len(hand.joints))], axis=1)
    roots = [joint for joint, parent in enumerate(hand.parents) if parent < 0]
    turned = [joint for joint, shaped in enumerate(hand.shaped) if not shaped]
    turns = [quaternions(local[:, joint, :3, :3]) for joint in turned]
    steps = [ROOT_STEP if joint in roots else TURN_STEP for joint in turned for _ in range(4)]
    offsets = np.where(np.array(hand.parents)[:, None] < 0, 0.0, np.median(local[:, :, :3, 3], axis=0))
    order = np.argsort(-hand.weights, axis=1)[:, :INFLUENCES]
    shares = np.take_along_axis(hand.weights, order, axis=1)
    missing = ((0, 0), (0, INFLUENCES - order.shape[1]))
    order, shares = np.pad(order, missing), np.pad(shares, missing)
    return HandMesh(
        joints=hand.joints,
        parents=hand.parents,
        offsets=tuple((float(x), float(y), float(z)) for x, y, z in offsets.round(6)),
        binds=tuple(tuple(np.linalg.inv(rest).round(7).ravel().tolist()) for rest in hand.rest),
        vertices=pack(hand.vertices, PLACE_STEP),
        faces=pack(hand.faces.astype(float), 1.0),
        influences=pack(order.astype(float), 1.0),
        weights=pack(shares / shares.sum(axis=1, keepdims=True), WEIGHT_STEP),
        roots=pack(
            np.concatenate([local[:, joint, :3, 3] for joint in roots], axis=1), PLACE_STEP, differences=2
        ),
        turned=tuple(turned),
        turns=pack(np.concatenate(turns, axis=1), steps, differences=2),
        shapes=pack(hand.shapes.reshape(len(hand.shapes), -1), 1 / 8192),
        fingers=pack(hand.fingers, SHAPE_STEP, differences=2),
    )


def known(poses: Float[np.ndarray, "t ..."]) -> Float[np.ndarray, "t ..."]:
    """The same, with every unknown moment filled by the known one before it, or the first one."""
    fine = np.asarray(np.isfinite(poses.reshape(len(poses), -1)).all(axis=1))
    if not fine.any():
        return np.broadcast_to(np.eye(4), poses.shape) if poses.shape[-2:] == (4, 4) else np.zeros_like(poses)
    return poses[held(fine)]


def quaternions(matrices: Float[np.ndarray, "t 3 3"]) -> Float[np.ndarray, "t 4"]:
    """Quaternions wxyz that never jump to their negative from one moment to the next."""
    return one_sign(Rotation.from_matrix(matrices).as_quat(scalar_first=True))


def _in_parent(
    hand: HandFigure, poses: Float[np.ndarray, "t j 4 4"], joint: int
) -> Float[np.ndarray, "t 4 4"]:
    parent = hand.parents[joint]
    return poses[:, joint] if parent < 0 else np.linalg.inv(poses[:, parent]) @ poses[:, joint]
