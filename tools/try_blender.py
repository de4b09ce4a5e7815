"""Import an exported performance into Blender and compare what Blender shows with the samples.

Not part of the tests, as Blender is large. It wants the Python version that `bpy` is built for:

    uv run --with bpy python tools/try_blender.py NAME.npz
"""

import sys
import tempfile
from pathlib import Path

import numpy as np

from effleurage.anatomy import hands
from effleurage.performance import HANDS, load
from effleurage.players import export
from effleurage.scene import build

MOMENTS = 20
FRAMES_PER_SECOND = 50


def shown(name: str) -> np.ndarray:
    """The vertices of an object as Blender has them at the present frame, in world space, in [m]."""
    import bpy

    made = bpy.data.objects[name].evaluated_get(bpy.context.evaluated_depsgraph_get())
    mesh = made.to_mesh()
    flat = np.empty(3 * len(mesh.vertices))
    mesh.vertices.foreach_get("co", flat)
    world = np.array(made.matrix_world)
    return flat.reshape(-1, 3) @ world[:3, :3].T + world[:3, 3]


def main(source: Path) -> None:
    """Print the largest distance of any vertex, for the body and both hands."""
    import bpy

    performance = load(source)
    scene, samples = build(performance), performance.samples
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.context.scene.render.fps = FRAMES_PER_SECOND
    with tempfile.TemporaryDirectory() as folder:
        export.write(performance, Path(folder) / "p.glb")
        bpy.ops.import_scene.gltf(filepath=str(Path(folder) / "p.glb"))
    worst = dict.fromkeys(("body", "left_hand", "right_hand"), 0.0)
    for row in np.linspace(0, len(samples) - 1, MOMENTS).astype(int):
        frame = samples.time[row] * FRAMES_PER_SECOND
        bpy.context.scene.frame_set(int(frame), subframe=frame - int(frame))
        skin = sum(w * mesh.vertices for w, mesh in zip(scene.lying_weights[row], scene.skins, strict=True))
        pairs = {"body": skin}
        for hand, name in enumerate(HANDS):
            joints = scene.joints(hand, slice(row, row + 1))
            if np.isfinite(joints).all():
                pairs[f"{name}_hand"] = hands.model().vertices(hand, joints)[0]
        for name, truth in pairs.items():
            far = np.linalg.norm(shown(name) - truth, axis=1).max()
            worst[name] = max(worst[name], float(far))
    for name, far in worst.items():
        print(f"{name}: {1000 * far:.3f} mm at most, {MOMENTS} moments, Blender {bpy.app.version_string}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
