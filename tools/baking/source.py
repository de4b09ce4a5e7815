"""Read the parametric model: the only place that imports anny (and torch)."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse
from jaxtyping import Float, Int
from scipy.sparse.csgraph import connected_components

CLOSED_EYES = ("eyeBlinkLeft", "eyeBlinkRight")


@dataclass(frozen=True)
class Source:
    """Rest shapes at the corners of the label space, in the body frame (x up along the spine).

    Attributes:
        vertices: Rest vertices of each corner, in [m].
        joints: Rest joints of each corner, in [m].
        faces: Triangles, outward.
        weights: Dense skin weights.
        joint_names: Names of the joints.
        joint_parents: Parent of each joint, −1 for the root.
    """

    vertices: Float[np.ndarray, "c n 3"]
    joints: Float[np.ndarray, "c j 3"]
    faces: Int[np.ndarray, "f 3"]
    weights: Float[np.ndarray, "n j"]
    joint_names: list[str]
    joint_parents: list[int]


def body_frame(points: np.ndarray) -> np.ndarray:
    """From anny's axes (z up, y to the back, x to the left) to ours (x up, z to the back)."""
    return points[..., [2, 0, 1]]


def skin_only(vertices: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """Mask of the largest connected part: the closed skin, without eyeballs and tongue."""
    count = len(vertices)
    pairs = (np.ones(faces.size), (faces.ravel(), np.roll(faces, 1, axis=1).ravel()))
    _, part = connected_components(scipy.sparse.coo_matrix(pairs, (count, count)), directed=False)
    return part == np.bincount(part).argmax()


def load_source(corners: Float[np.ndarray, "c l"]) -> Source:
    """Evaluate anny at every corner, eyes closed.

    Args:
        corners: Labels in the order gender, age, muscle, weight, height, proportions.
    """
    import anny  # ty: ignore[unresolved-import]
    import torch  # ty: ignore[unresolved-import]

    model = anny.Anny(facial_actions="all")
    faces = np.asarray(model.faces)
    labels = torch.as_tensor(corners, dtype=model.dtype)
    order = ["gender", "age", "muscle", "weight", "height", "proportions"]
    labels = labels[:, [order.index(name) for name in model.phenotype_labels]]
    eyes = torch.zeros(len(corners), len(model.facial_action_labels), dtype=model.dtype)
    for name in CLOSED_EYES:
        eyes[:, model.facial_action_labels.index(name)] = 1.0
    changes = torch.zeros(len(corners), 0, dtype=model.dtype)
    mix = model._get_phenotype_blendshape_coefficients(labels, changes, eyes).numpy()

    template = model.template_vertices.numpy()
    vertices = template + np.tensordot(mix, model.blendshapes.numpy(), 1)
    joints = model.template_bone_heads.numpy() + np.tensordot(mix, model.bone_heads_blendshapes.numpy(), 1)
    weights = np.zeros((len(template), joints.shape[1]))
    np.add.at(
        weights,
        (np.arange(len(template))[:, None], model.vertex_bone_indices.numpy()),
        model.vertex_bone_weights.numpy(),
    )
    keep = skin_only(template, faces)
    number = np.cumsum(keep) - 1
    return Source(
        vertices=body_frame(vertices[:, keep]),
        joints=body_frame(joints),
        faces=number[faces[keep[faces[:, 0]]]],
        weights=weights[keep],
        joint_names=list(model.bone_labels),
        joint_parents=[int(parent) for parent in model.bone_parents],
    )
