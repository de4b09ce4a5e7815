"""The scene of a performance: the posed receiver and the giver's hands, for any renderer."""

import functools
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float

from effleurage.anatomy import Body, hands
from effleurage.performance import Performance
from effleurage.scene._camera import Camera, camera
from effleurage.scene._mesh import Mesh, make_mesh
from effleurage.scene._paths import Path, paths
from effleurage.scene._postures import posture_names, posture_weights


@final
@dataclass(frozen=True, eq=False)
class Scene:
    """What there is to see; each part is computed when it is first asked for.

    Attributes:
        performance: What is performed.
    """

    performance: Performance

    @functools.cached_property
    def body(self) -> Body:
        """The receiver."""
        person = self.performance.person
        return Body(height=person.height, weight=person.weight, sex=person.sex, age=person.age)

    @functools.cached_property
    def postures(self) -> tuple[str, ...]:
        """The receiver's postures, by their first use."""
        return posture_names(self.performance)

    @functools.cached_property
    def posture_weights(self) -> Float[np.ndarray, "t p"]:
        """Share of each of `postures` at every sample; see `posture_weights`."""
        return posture_weights(self.performance)

    @functools.cached_property
    def skins(self) -> tuple[Mesh, ...]:
        """The receiver's skin in each of `postures`; faces are the same in all."""
        surfaces = [self.body.surface(posture) for posture in self.postures]
        return tuple(make_mesh(surface.vertices, surface.faces) for surface in surfaces)

    def joints(self, hand: int, rows: slice = slice(None)) -> Float[np.ndarray, "t j 4 4"]:
        """Transforms of the joints of one hand and forearm in the body frame.

        Args:
            hand: `LEFT` or `RIGHT`.
            rows: Which samples.

        Returns:
            One transform per joint of the hand model; NaN where the pose is unknown.
        """
        samples = self.performance.samples
        return hands.model().pose(
            hand,
            samples.position[rows, hand],
            samples.orientation[rows, hand],
            elbow=samples.elbow[rows, hand],
            fingers=samples.fingers[rows, hand],
            tool=samples.tool[rows, hand],
        )

    def camera(self, block: int) -> Camera:
        """The view for a block; see `camera`."""
        return camera(self.performance, block)

    def paths(self, block: int) -> tuple[Path, ...]:
        """The ways of the hands on the skin within a block; see `paths`."""
        return paths(self.performance, block)


def build(performance: Performance) -> Scene:
    """The scene of a performance.

    Args:
        performance: What is performed.
    """
    return Scene(performance)
