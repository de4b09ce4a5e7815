"""The scene of a performance: the posed receiver and the giver's hands, for any renderer."""

import functools
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.anatomy import Body, hands
from effleurage.performance import Performance
from effleurage.scene._between import between
from effleurage.scene._camera import Camera, camera
from effleurage.scene._mesh import Mesh, make_mesh
from effleurage.scene._paths import Path, paths
from effleurage.scene._postures import STEPS, Lying, lying_weights, lyings, posture_names


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
    def lyings(self) -> tuple[Lying, ...]:
        """The skins that the receiver has: one for each of `postures`, then those in between."""
        return lyings(self.performance)

    @functools.cached_property
    def lying_weights(self) -> Float[np.ndarray, "t k"]:
        """Share of each of `lyings` at every sample; see `lying_weights`."""
        return lying_weights(self.performance)

    @functools.cached_property
    def skins(self) -> tuple[Mesh, ...]:
        """The receiver's skin in each of `lyings`; faces are the same in all."""
        return tuple(make_mesh(self._vertices(lying), self._faces) for lying in self.lyings)

    @property
    def _faces(self) -> Int[np.ndarray, "m 3"]:
        return self.body.surface(self.postures[0]).faces

    def _vertices(self, lying: Lying) -> Float[np.ndarray, "n 3"]:
        start = self.body.surface(lying.posture).vertices
        if not lying.toward:
            return start
        end = self.body.surface(lying.toward).vertices
        return between(start, end, self._faces, share=lying.step / STEPS)

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
