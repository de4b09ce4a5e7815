"""Shape labels: what the baked model varies, and the weights of its corner shapes.

Labels are gender (0 man, 1 woman), age, muscle, weight, height and proportions. The shape is a sum
of the shapes at all combinations of the labels' anchors, weighted by products of hat functions.
"""

import itertools

import numpy as np
from jaxtyping import Float

ANCHORS = ((0.0, 1.0), (2 / 3, 1.0), (0.0, 0.5, 1.0), (0.0, 0.5, 1.0), (0.0, 1.0), (0.0, 1.0))
"""Anchors of gender, age, muscle, weight, height and proportions."""

CORNERS = np.array(list(itertools.product(*ANCHORS)))
"""Labels of the corner shapes."""


def corner_weights(labels: Float[np.ndarray, "*b 6"]) -> Float[np.ndarray, "*b c"]:
    """Weight of each corner shape; outside the anchors the nearest one holds."""
    labels = np.asarray(labels, dtype=float)
    weights = np.ones((*labels.shape[:-1], 1))
    for column, anchors in enumerate(ANCHORS):
        hats = np.stack(
            [np.interp(labels[..., column], anchors, row) for row in np.eye(len(anchors))], axis=-1
        )
        weights = (weights[..., :, None] * hats[..., None, :]).reshape(*labels.shape[:-1], -1)
    return weights
