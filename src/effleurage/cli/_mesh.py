"""A body's mesh as the bytes of a file, in the body frame, in metres."""

import numpy as np

from effleurage._version import __version__
from effleurage.anatomy import Surface
from effleurage.players.export import INDICES, VERTICES, Glb

SKIN = {"baseColorFactor": [0.71, 0.49, 0.38, 1.0], "metallicFactor": 0.0, "roughnessFactor": 0.65}


def ply_bytes(surface: Surface) -> bytes:
    """Binary PLY with normals."""
    names = ("x", "y", "z", "nx", "ny", "nz")
    header = [
        "ply",
        "format binary_little_endian 1.0",
        f"comment effleurage {__version__}; metres; +x to the head, +y to the receiver's left, +z up",
        f"element vertex {len(surface.vertices)}",
        *(f"property float {name}" for name in names),
        f"element face {len(surface.faces)}",
        "property list uchar int vertex_indices",
        "end_header",
    ]
    vertices = np.concatenate([surface.vertices, surface.skin.normals], axis=1).astype("<f4")
    faces = np.empty(len(surface.faces), dtype=[("count", "u1"), ("vertices", "<i4", 3)])
    faces["count"], faces["vertices"] = 3, surface.faces
    return "\n".join([*header, ""]).encode("ascii") + vertices.tobytes() + faces.tobytes()


def glb_bytes(surface: Surface) -> bytes:
    """Binary glTF: one mesh, not turned to glTF's own axes."""
    file = Glb(generator=f"effleurage {__version__}")

    def vectors(array: np.ndarray) -> int:
        return file.accessor(array.astype(np.float32), target=VERTICES, has_bounds=True)

    primitive = {
        "attributes": {"POSITION": vectors(surface.vertices), "NORMAL": vectors(surface.skin.normals)},
        "indices": file.accessor(surface.faces.astype(np.uint32).ravel(), target=INDICES),
        "material": file.add("materials", name="receiver", pbrMetallicRoughness=SKIN),
    }
    mesh = file.add("meshes", name="body", primitives=[primitive])
    node = file.add("nodes", name="body", mesh=mesh, extras={"posture": surface.posture})
    file.document["scene"] = file.add("scenes", nodes=[node])
    return file.data()
