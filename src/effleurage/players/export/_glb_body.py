"""The receiver in glTF: one mesh; further postures, and the ways between them, are morph targets."""

import numpy as np

from effleurage.players.export._gltf import INDICES, VERTICES, Animation, Glb
from effleurage.players.export._keys import keyframes, lerp
from effleurage.scene import Scene

SKIN = {"baseColorFactor": [0.71, 0.49, 0.38, 1.0], "metallicFactor": 0.0, "roughnessFactor": 0.65}
WEIGHT_TOLERANCE = 1e-5


def add_body(file: Glb, scene: Scene, animation: Animation) -> int:
    """Add the receiver.

    Args:
        file: The file in the making.
        scene: Whose receiver.
        animation: Where the changes of posture go.

    Returns:
        The node.
    """
    base, *others = scene.skins
    names = [lying.name for lying in scene.lyings]
    material = file.add("materials", name="receiver", pbrMetallicRoughness=SKIN)
    targets = [
        {
            "POSITION": _vectors(file, other.vertices - base.vertices),
            "NORMAL": _vectors(file, other.normals - base.normals),
        }
        for other in others
    ]
    primitive = {
        "attributes": {"POSITION": _vectors(file, base.vertices), "NORMAL": _vectors(file, base.normals)},
        "indices": file.accessor(base.faces.astype(np.uint32).ravel(), target=INDICES),
        "material": material,
        "targets": targets or None,
    }
    weights = scene.lying_weights[:, 1:]
    mesh = file.add(
        "meshes",
        name="body",
        primitives=[{name: value for name, value in primitive.items() if value is not None}],
        weights=weights[0].tolist() if targets else None,
        extras={"posture": names[0], "targetNames": names[1:]},
    )
    node = file.add("nodes", name="body", mesh=mesh)
    if targets:
        time = scene.performance.samples.time
        keys = keyframes(weights, time, tolerance=WEIGHT_TOLERANCE, between=lerp)
        animation.channel(node, "weights", time[keys], weights[keys].astype(np.float32).ravel())
    return node


def _vectors(file: Glb, array: np.ndarray) -> int:
    return file.accessor(array.astype(np.float32), target=VERTICES, has_bounds=True)
