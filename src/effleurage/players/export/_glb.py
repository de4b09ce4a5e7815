"""Binary glTF: the receiver, the giver's hands and their motion, for Blender, three.js and others.

Under the root node ``effleurage``, which turns the body frame (+X to the head, +Z up) into glTF's
+Y up, everything is in the body frame, in metres. ``body`` has a morph target for every further
posture and for the ways between. ``left_hand`` and ``right_hand`` are skinned to joints under
``giver_left`` and ``giver_right``; ``left_tool`` and ``right_tool`` are the contact frames of the
samples. An arm of unknown pose has no size. ``giver_view`` is a camera where the giver is. Titles,
blocks and forces are in the nodes' extras.
"""

import os

from effleurage._version import __version__
from effleurage.files import write_bytes
from effleurage.performance import LEFT, RIGHT, Performance
from effleurage.players.export._extras import about
from effleurage.players.export._glb_body import add_body
from effleurage.players.export._glb_hands import add_hand, add_tool
from effleurage.players.export._glb_view import add_view
from effleurage.players.export._gltf import Animation, Glb
from effleurage.scene import Y_UP, Scene, build, xyzw


def write_glb(performance: Performance, path: str | os.PathLike[str]) -> None:
    """Write the scene and its motion as one file.

    Args:
        performance: What to write.
        path: The file.

    Raises:
        UsageError: If it cannot be written there.
    """
    write_bytes(path, glb(build(performance)))


def glb(scene: Scene) -> bytes:
    """The scene and its motion as binary glTF.

    Args:
        scene: What to show.
    """
    file = Glb(generator=f"Effleurage {__version__}")
    animation = Animation(file, name="massage")
    body = add_body(file, scene, animation)
    arms, meshes = zip(*(add_hand(file, scene, animation, hand=hand) for hand in (LEFT, RIGHT)), strict=True)
    tools = [add_tool(file, scene, animation, hand=hand) for hand in (LEFT, RIGHT)]
    view = add_view(file, scene, animation)
    root = file.add(
        "nodes",
        name="effleurage",
        rotation=xyzw(Y_UP).tolist(),
        children=[body, *arms, *tools, view],
        extras=about(scene.performance),
    )
    # A skinned mesh follows its joints alone, so glTF wants it outside of their tree.
    title = scene.performance.title or "Massage"
    file.document["scenes"] = [{"name": title, "nodes": [root, *meshes]}]
    file.document["scene"] = 0
    animation.close()
    return file.data()
