"""A performance on its body: what the rules measure, computed once."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy import Body, Surface, atlas
from effleurage.performance import HANDS, TOOLS, Performance


@final
@dataclass(frozen=True, eq=False)
class Evidence:
    """A performance and the receiver's skin.

    Attributes:
        performance: What is checked.
        body: The receiver.
    """

    performance: Performance
    body: Body

    @functools.cached_property
    def block_of(self) -> Int[np.ndarray, " t"]:
        """Index of the block of every sample."""
        return self.performance.block_of().astype(int)

    @functools.cached_property
    def postures(self) -> tuple[str, ...]:
        """Posture of every block."""
        return tuple(block.posture for block in self.performance.blocks)

    @functools.cached_property
    def spans(self) -> Int[np.ndarray, "t 2 2"]:
        """The words that cause every sample."""
        spans = np.array([segment.span for segment in self.performance.segments])
        return spans[self.performance.samples.segment]

    @functools.cached_property
    def techniques(self) -> np.ndarray:
        """Technique's name of every sample."""
        names = np.array([segment.technique for segment in self.performance.segments])
        return names[self.performance.samples.segment]

    @functools.cached_property
    def on_back(self) -> Bool[np.ndarray, "t 2"]:
        """Contact on the back's chart."""
        return self.performance.samples.contact & self._on("back")

    @functools.cached_property
    def on_head(self) -> Bool[np.ndarray, "t 2"]:
        """Contact on the head's chart."""
        return self.performance.samples.contact & self._on("head")

    @functools.cached_property
    def lateral(self) -> Float[np.ndarray, "t 2"]:
        """Signed distance from the midline along the skin on the back, in [m]; NaN elsewhere."""
        samples = self.performance.samples
        out = np.full(samples.along.shape, np.nan)
        for surface, mask in self.by_posture(self.on_back):
            out[mask] = surface.lateral(samples.along[mask], samples.across[mask])
        return out

    @functools.cached_property
    def armpit(self) -> Float[np.ndarray, "t 2"]:
        """Distance of every contact to the nearer posterior axillary fold, in [m]."""
        samples, fold = self.performance.samples, atlas().place("armpit").centre
        assert fold is not None
        out = np.full(samples.along.shape, np.inf)
        for surface, mask in self.by_posture(self.on_back):
            folds = surface.point(np.full(2, fold[0]), np.array([fold[1], -fold[1]]))
            off = samples.position[mask][:, None] - folds[None]
            out[mask] = np.min(np.linalg.norm(off, axis=-1), axis=1)
        return out

    @functools.cached_property
    def velocity(self) -> Float[np.ndarray, "t 2 3"]:
        """Velocity of every tool, in [m/s]; NaN where the posture changes or the pose is unknown."""
        samples = self.performance.samples
        step = np.diff(samples.position, axis=0) / np.diff(samples.time)[:, None, None]
        postures = np.array(self.postures)[self.block_of]
        step[postures[1:] != postures[:-1]] = np.nan
        return np.concatenate([step[:1], step]) if len(step) else np.zeros_like(samples.position)

    @functools.cached_property
    def kept(self) -> Bool[np.ndarray, "t 2"]:
        """Contact that was there at the sample before as well."""
        contact = self.performance.samples.contact
        return contact & np.concatenate([contact[:1], contact[:-1]])

    def tool_is(self, *names: str) -> Bool[np.ndarray, "t 2"]:
        """Samples whose tool is one of `names`."""
        return np.isin(self.performance.samples.tool, [TOOLS.index(name) for name in names])

    def by_posture(self, mask: Bool[np.ndarray, "t 2"]) -> Iterator[tuple[Surface, Bool[np.ndarray, "t 2"]]]:
        """The skin of each posture, and the samples of `mask` that it belongs to."""
        named = np.array(self.postures)[self.block_of]
        for posture in np.unique(named):
            mine = mask & (named == posture)[:, None]
            if np.any(mine):
                yield self.body.surface(str(posture)), mine

    def _on(self, chart: str) -> Bool[np.ndarray, "t 2"]:
        charts = self.performance.charts
        which = charts.index(chart) if chart in charts else -2
        return self.performance.samples.chart == which

    @property
    def shape(self) -> tuple[int, int]:
        """Samples and hands."""
        return len(self.performance.samples), len(HANDS)
