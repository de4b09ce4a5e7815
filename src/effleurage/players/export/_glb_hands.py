"""The giver's hands in glTF: skinned meshes, their joints and their motion."""

import numpy as np
from jaxtyping import Float

from effleurage.anatomy import hands
from effleurage.performance import HANDS
from effleurage.players.export._extras import force
from effleurage.players.export._gltf import INDICES, VERTICES, Animation, Glb
from effleurage.players.export._keys import keyframes, lerp, slerp
from effleurage.scene import Scene, finite, held, make_mesh, one_sign, tracks, xyzw

SKIN = {"baseColorFactor": [0.80, 0.60, 0.49, 1.0], "metallicFactor": 0.0, "roughnessFactor": 0.6}
TOLERANCE = 1e-4
"""Largest error of one joint between its keys, in [m]: of its place, and of the skin that it turns."""

AWAY = np.array([0.0, 0.0, 1.0])
"""Where an arm of unknown pose is kept, without size, in [m]."""

SHORT = 32767


def add_hand(file: Glb, scene: Scene, animation: Animation, *, hand: int) -> tuple[int, int]:
    """Add one hand and forearm.

    Args:
        file: The file in the making.
        scene: Whose giver.
        animation: Where the motion goes.
        hand: `LEFT` or `RIGHT`.

    Returns:
        The node above the joints, and that of the mesh.
    """
    skin, name, time = hands.model().skins[hand], HANDS[hand], scene.performance.samples.time
    motion = tracks(scene, hand, parents=skin.parents)
    levers = _levers(skin)
    joints = []
    for joint, words in enumerate(skin.joints):
        way, turn = motion.translations[:, joint], motion.rotations[:, joint]
        node = file.add(
            "nodes",
            name=f"{name}_{words}_joint",
            translation=way[0].tolist(),
            rotation=xyzw(turn[0]).tolist(),
            children=[],
        )
        joints.append(node)
        _animate_way(animation, node, time, way)
        _animate_turn(animation, node, time, turn, tolerance=TOLERANCE / levers[joint])
    for joint, parent in enumerate(skin.parents):
        if parent >= 0:
            file.document["nodes"][joints[parent]]["children"].append(joints[joint])
    for node in joints:
        if not file.document["nodes"][node]["children"]:
            del file.document["nodes"][node]["children"]
    roots = [joints[joint] for joint, parent in enumerate(skin.parents) if parent < 0]
    arm = file.add("nodes", name=f"giver_{name}", children=roots)
    if not motion.known.all():
        _animate_presence(animation, arm, time, motion.known)
    return arm, _add_mesh(file, hand, joints=joints)


def add_tool(file: Glb, scene: Scene, animation: Animation, *, hand: int) -> int:
    """Add the contact frame of a hand as an empty node, with its force as extras.

    Args:
        file: The file in the making.
        scene: Whose giver.
        animation: Where the motion goes.
        hand: `LEFT` or `RIGHT`.

    Returns:
        The node.
    """
    samples = scene.performance.samples
    way, turn = samples.position[:, hand], samples.orientation[:, hand]
    known = finite(way) & finite(turn)
    if not known.any():
        way, turn = np.zeros_like(way), np.tile([1.0, 0.0, 0.0, 0.0], (len(turn), 1))
    way, turn = way[held(known)], one_sign(turn[held(known)])
    node = file.add(
        "nodes",
        name=f"{HANDS[hand]}_tool",
        translation=way[0].tolist(),
        rotation=xyzw(turn[0]).tolist(),
        extras=force(scene.performance, hand),
    )
    _animate_way(animation, node, samples.time, way)
    _animate_turn(animation, node, samples.time, turn, tolerance=TOLERANCE / 0.1)
    return node


def _add_mesh(file: Glb, hand: int, *, joints: list[int]) -> int:
    """The skinned mesh; the joints' rest frames have the hand's axes, each at its joint."""
    skin, name = hands.model().skins[hand], HANDS[hand]
    mesh = make_mesh(skin.vertices, skin.faces)
    weights = skin.weights / skin.weights.sum(axis=1, keepdims=True)
    # glTF asks that a joint without weight is joint 0.
    members = np.where(weights > 0, skin.weight_joints, 0)
    binds = np.tile(np.eye(4, dtype=np.float32), (len(joints), 1, 1))
    binds[:, :3, 3] = -skin.heads
    attributes = {
        "POSITION": file.accessor(mesh.vertices.astype(np.float32), target=VERTICES, has_bounds=True),
        "NORMAL": file.accessor(mesh.normals.astype(np.float32), target=VERTICES),
        "JOINTS_0": file.accessor(members.astype(np.uint8), target=VERTICES),
        "WEIGHTS_0": file.accessor(weights.astype(np.float32), target=VERTICES),
    }
    primitive = {
        "attributes": attributes,
        "indices": file.accessor(mesh.faces.astype(np.uint32).ravel(), target=INDICES),
        "material": file.add("materials", name=f"giver {name}", pbrMetallicRoughness=SKIN),
    }
    bound = file.add(
        "skins",
        name=f"giver_{name}",
        joints=joints,
        inverseBindMatrices=file.accessor(binds),
        skeleton=joints[0],
    )
    shape = file.add("meshes", name=f"{name}_hand", primitives=[primitive])
    return file.add("nodes", name=f"{name}_hand", mesh=shape, skin=bound)


def _levers(skin: hands.Skin) -> Float[np.ndarray, " j"]:
    """How far from each joint the skin reaches that turns with it, at least 1 cm, in [m]."""
    share = np.zeros((len(skin.vertices), len(skin.joints)))
    np.put_along_axis(share, skin.weight_joints, skin.weights, axis=1)
    for joint in reversed(range(len(skin.joints))):
        if skin.parents[joint] >= 0:
            share[:, skin.parents[joint]] += share[:, joint]
    reach = np.linalg.norm(skin.vertices[:, None] - skin.heads, axis=-1)
    return np.maximum(np.where(share > 0, reach, 0.0).max(axis=0), 0.01)


def _animate_way(animation: Animation, node: int, time: np.ndarray, way: Float[np.ndarray, "t 3"]) -> None:
    if np.ptp(way, axis=0).max() > TOLERANCE / 10:
        keys = keyframes(way, time, tolerance=TOLERANCE, between=lerp)
        animation.channel(node, "translation", time[keys], way[keys].astype(np.float32))


def _animate_turn(
    animation: Animation, node: int, time: np.ndarray, turn: Float[np.ndarray, "t 4"], *, tolerance: float
) -> None:
    """Rotations within an angle in [rad]; quaternions differ by half the angle between them."""
    if np.ptp(turn, axis=0).max() > tolerance / 20:
        keys = keyframes(turn, time, tolerance=tolerance / 2, between=slerp)
        shorts = np.round(xyzw(turn[keys]) * SHORT).astype(np.int16)
        animation.channel(node, "rotation", time[keys], shorts, is_normalized=True)


def _animate_presence(animation: Animation, node: int, time: np.ndarray, known: np.ndarray) -> None:
    """No size where the pose is unknown, and then above the receiver, not inside."""
    keys = np.flatnonzero(np.diff(known, prepend=~known[:1]))
    is_shown = known[keys, None]
    for path, shown, hidden in (("scale", np.ones(3), np.zeros(3)), ("translation", np.zeros(3), AWAY)):
        values = np.where(is_shown, shown, hidden).astype(np.float32)
        animation.channel(node, path, time[keys], values, interpolation="STEP")
