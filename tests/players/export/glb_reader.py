"""A small reader of animated binary glTF, written from the specification, not from the writer."""

import json
import struct

import numpy as np
from scipy.spatial.transform import Rotation, Slerp

KINDS = {5120: "i1", 5121: "u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}


class GlbReader:
    """The document, its arrays, and where its vertices are at a time."""

    def __init__(self, data):
        magic, version, length = struct.unpack_from("<4sII", data)
        assert (magic, version, length) == (b"glTF", 2, len(data))
        size = struct.unpack_from("<I", data, 12)[0]
        self.document = json.loads(data[20 : 20 + size])
        self.binary = data[20 + size + 8 :]
        self.nodes = self.document["nodes"]
        self.parents = {child: n for n, node in enumerate(self.nodes) for child in node.get("children", [])}

    def array(self, index):
        """An accessor as numbers, normalised integers as −1 to 1."""
        accessor = self.document["accessors"][index]
        view = self.document["bufferViews"][accessor["bufferView"]]
        kind, width = np.dtype(KINDS[accessor["componentType"]]), WIDTHS[accessor["type"]]
        values = np.frombuffer(self.binary, kind, accessor["count"] * width, view["byteOffset"])
        values = values.astype(float) / np.iinfo(kind).max if accessor.get("normalized") else values
        return values.reshape(-1, width)

    def node(self, name):
        """The index of the one node of that name."""
        (found,) = [number for number, node in enumerate(self.nodes) if node["name"] == name]
        return found

    def animated(self, node, path, time, default):
        """A node's property at a time."""
        for animation in self.document.get("animations", []):
            for channel in animation["channels"]:
                if channel["target"] == {"node": node, "path": path}:
                    return self._sampled(animation["samplers"][channel["sampler"]], path, time)
        return np.array(self.nodes[node].get(path, default), float)

    def _sampled(self, sampler, path, time):
        keys = self.array(sampler["input"])[:, 0].astype(float)
        values = self.array(sampler["output"]).astype(float)
        if path == "weights":
            values = values.reshape(len(keys), -1)
        right = int(np.clip(np.searchsorted(keys, time), 1, max(len(keys) - 1, 1)))
        if sampler["interpolation"] == "STEP" or len(keys) == 1:
            return values[max(np.searchsorted(keys, time, "right") - 1, 0)]
        share = float(np.clip((time - keys[right - 1]) / (keys[right] - keys[right - 1]), 0, 1))
        if path == "rotation":
            return Slerp([0, 1], Rotation.from_quat(values[[right - 1, right]]))(share).as_quat()
        return (1 - share) * values[right - 1] + share * values[right]

    def world(self, node, time):
        """The 4 × 4 transform of a node at a time."""
        local = np.eye(4)
        turn = Rotation.from_quat(self.animated(node, "rotation", time, [0, 0, 0, 1])).as_matrix()
        local[:3, :3] = turn * self.animated(node, "scale", time, [1, 1, 1])
        local[:3, 3] = self.animated(node, "translation", time, [0, 0, 0])
        return self.world(self.parents[node], time) @ local if node in self.parents else local

    def vertices(self, name, time):
        """The vertices of a mesh node at a time, in the file's axes."""
        node = self.node(name)
        mesh = self.document["meshes"][self.nodes[node]["mesh"]]
        (primitive,) = mesh["primitives"]
        points = self.array(primitive["attributes"]["POSITION"]).astype(float)
        targets = primitive.get("targets", [])
        shares = self.animated(node, "weights", time, mesh.get("weights", []))
        for share, target in zip(shares, targets, strict=True):
            points = points + share * self.array(target["POSITION"])
        points = np.concatenate([points, np.ones((len(points), 1))], axis=1)
        if "skin" not in self.nodes[node]:
            return (points @ self.world(node, time).T)[:, :3]
        skin = self.document["skins"][self.nodes[node]["skin"]]
        binds = self.array(skin["inverseBindMatrices"]).reshape(-1, 4, 4).swapaxes(1, 2)
        transforms = np.stack([self.world(joint, time) for joint in skin["joints"]]) @ binds
        members = self.array(primitive["attributes"]["JOINTS_0"])
        weights = self.array(primitive["attributes"]["WEIGHTS_0"])
        return np.einsum("nk,nkab,nb->na", weights, transforms[members], points)[:, :3]

    def faces(self, name):
        """The triangles of a mesh node."""
        (primitive,) = self.document["meshes"][self.nodes[self.node(name)]["mesh"]]["primitives"]
        return self.array(primitive["indices"]).reshape(-1, 3)


def body_frame(points):
    """From glTF's +Y up to the body frame's +Z up."""
    return points[..., [0, 2, 1]] * np.array([1.0, -1.0, 1.0])
