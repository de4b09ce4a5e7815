"""Forearms and hands of the receiver: laid where they belong, whatever the body's size.

The fixed turns of a posture place the upper arms. From the elbow down the arm is aimed: so the
wrist lies on the table beside a lean and a heavy body alike, and the hands meet the forehead.
No chart reaches below the elbow, so the charts stay linear in the shape.
"""

import functools
import math

import numpy as np
from jaxtyping import Float

from effleurage.anatomy._model import Model
from effleurage.anatomy._population import arms
from effleurage.anatomy._posture import posed_joints
from effleurage.spatial import rotation_vector


def _outward(yaw: float, sign: float) -> Float[np.ndarray, " 3"]:
    """Level direction to the feet and a little away from the body."""
    return np.array([-math.cos(yaw), sign * math.sin(yaw), 0.0])


def turn_between(start: Float[np.ndarray, " 3"], end: Float[np.ndarray, " 3"]) -> Float[np.ndarray, "3 3"]:
    """Smallest rotation that takes one direction to another."""
    a, b = start / np.linalg.norm(start), end / np.linalg.norm(end)
    axis = np.cross(a, b)
    size = np.linalg.norm(axis)
    return rotation_vector(axis * np.arctan2(size, a @ b) / max(size, 1e-12))


def at_height(bone: Float[np.ndarray, " 3"], rise: float) -> Float[np.ndarray, " 3"]:
    """The bone turned in its own vertical plane until its end is `rise` [m] above its start."""
    length = float(np.linalg.norm(bone))
    rise = float(np.clip(rise, -0.9 * length, 0.9 * length))
    flat = np.array([bone[0], bone[1], 0.0])
    flat *= np.sqrt(length**2 - rise**2) / np.linalg.norm(flat)
    return flat + np.array([0.0, 0.0, rise])


@functools.lru_cache(maxsize=64)
def carried(model: Model, joint: int) -> list[int]:
    """The joint and all joints that it carries (children come after their parents)."""
    found = {joint}
    for child, parent in enumerate(model.joint_parents):
        if parent in found:
            found.add(child)
    return sorted(found)


def hand_axes(model: Model, joints: Float[np.ndarray, "j 3"], side: str) -> Float[np.ndarray, "3 3"]:
    """Columns: along the hand to the fingers, out of the back of the hand, and across."""
    wrist, middle, index, little = (
        joints[model.joint(name + side)] for name in ("wrist", "finger3-1", "finger2-1", "finger5-1")
    )
    return _axes(middle - wrist, np.cross(middle - wrist, index - little) * (-1.0 if side == ".L" else 1.0))


def _axes(along: Float[np.ndarray, " 3"], out: Float[np.ndarray, " 3"]) -> Float[np.ndarray, "3 3"]:
    x = along / np.linalg.norm(along)
    y = out - (out @ x) * x
    y /= np.linalg.norm(y)
    return np.stack([x, y, np.cross(x, y)], axis=1)


def aim(
    model: Model,
    rotations: Float[np.ndarray, "j 3 3"],
    rest_joints: Float[np.ndarray, "j 3"],
    *,
    side: str,
    bone: Float[np.ndarray, " 3"],
    hand: Float[np.ndarray, "3 3"],
) -> None:
    """Point a forearm along `bone` and turn the hand to the axes `hand`, twisting the forearm half way."""
    elbow, twist, wrist = (model.joint(name + side) for name in ("lowerarm01", "lowerarm02", "wrist"))
    joints = posed_joints(model, rotations, rest_joints)
    below = carried(model, elbow)
    rotations[below] = turn_between(joints[wrist] - joints[elbow], bone) @ rotations[below]
    joints = posed_joints(model, rotations, rest_joints)
    turn = hand @ hand_axes(model, joints, side).T
    axis = bone / np.linalg.norm(bone)
    roll = 2.0 * np.arctan2(_rotation_part(turn) @ axis, _cosine_part(turn))
    roll = (roll + np.pi) % (2 * np.pi) - np.pi
    below = carried(model, twist)
    rotations[below] = rotation_vector(axis * roll / 2) @ rotations[below]
    turn = hand @ hand_axes(model, posed_joints(model, rotations, rest_joints), side).T
    below = carried(model, wrist)
    rotations[below] = turn @ rotations[below]


def _cosine_part(turn: Float[np.ndarray, "3 3"]) -> float:
    return float(np.sqrt(max(0.0, 1.0 + np.trace(turn))) / 2.0)


def _rotation_part(turn: Float[np.ndarray, "3 3"]) -> Float[np.ndarray, " 3"]:
    skew = np.array([turn[2, 1] - turn[1, 2], turn[0, 2] - turn[2, 0], turn[1, 0] - turn[0, 1]])
    return skew / max(4.0 * _cosine_part(turn), 1e-9)


def lay_beside(
    model: Model,
    rotations: Float[np.ndarray, "j 3 3"],
    rest_joints: Float[np.ndarray, "j 3"],
    *,
    table: float,
    hip: float,
) -> Float[np.ndarray, "j 3 3"]:
    """Wrists on the table beside the hips, hands level, palms up and a little toward the body.

    Args:
        model: The baked model.
        rotations: Rotations of the joints, in the body frame.
        rest_joints: Rest joints, in [m].
        table: Height of the table, in [m].
        hip: Half the breadth of the hips, in [m].
    """
    rotations = np.array(rotations)
    for side, sign in ((".L", 1.0), (".R", -1.0)):
        joints = posed_joints(model, rotations, rest_joints)
        elbow, wrist = joints[model.joint("lowerarm01" + side)], joints[model.joint("wrist" + side)]
        length = np.linalg.norm(wrist - elbow)
        room = hip + arms().wrist_clearance - abs(elbow[1])
        yaw = float(np.clip(np.arcsin(np.clip(room / length, -1.0, 1.0)), *arms().forearm_yaw))
        bone = at_height(length * _outward(yaw, sign), table + arms().wrist_height - elbow[2])
        hand = _axes(_outward(arms().hand_yaw, sign), np.array([0.0, 0.35 * sign, -1.0]))
        aim(model, rotations, rest_joints, side=side, bone=bone, hand=hand)
    return rotations


def stack_under(
    model: Model,
    rotations: Float[np.ndarray, "j 3 3"],
    rest_joints: Float[np.ndarray, "j 3"],
    *,
    table: float,
    forehead: Float[np.ndarray, " 3"],
) -> Float[np.ndarray, "j 3 3"]:
    """Hands one on the other below the forehead, palms down."""
    rotations = np.array(rotations)
    for side, sign, layer in ((".L", 1.0, 1.0), (".R", -1.0, 0.0)):
        height = table + arms().lower_hand + layer * arms().hand_step
        joints = posed_joints(model, rotations, rest_joints)
        elbow = joints[model.joint("lowerarm01" + side)]
        hand_length = np.linalg.norm(
            joints[model.joint("finger3-1" + side)] - joints[model.joint("wrist" + side)]
        )
        target = np.array([forehead[0] + 0.04, sign * 0.6 * hand_length, height])
        bone = target - elbow
        bone *= np.linalg.norm(joints[model.joint("wrist" + side)] - elbow) / np.linalg.norm(bone)
        hand = _axes(np.array([0.25, -sign, 0.12]), np.array([0.0, 0.0, 1.0]))
        aim(model, rotations, rest_joints, side=side, bone=bone, hand=hand)
    return rotations
