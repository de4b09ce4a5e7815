"""What ways out of each other's way are found, against trying all of them at every moment."""

import numpy as np
import pytest

from effleurage.planning._pose.search import Search
from effleurage.planning._pose.ways import as_left, as_right, depths


def _cost(deep: np.ndarray) -> np.ndarray:
    return deep.max(axis=0) + 0.5 * np.sqrt((deep * deep).mean(axis=0))


@pytest.mark.parametrize("seed", range(20))
def test_the_cheapest_way_is_found_though_few_are_looked_at_wholly(seed: int):
    """The way that is found costs what the cheapest of all costs, among some of the ways and among all."""
    chosen = np.random.default_rng(seed)
    moments, ways = 40, 144
    always = np.maximum(chosen.normal(-0.01, 0.01, moments), 0.0)
    swell = np.cumsum(chosen.normal(0.0, 0.004, (moments, ways)), axis=0)
    deep = np.maximum(np.maximum(swell, always[:, None]), 0.0)
    more = np.append(0.0, chosen.uniform(0.0, 0.01, ways - 1))
    wholly = []

    def one(way: int) -> np.ndarray:
        wholly.append(way)
        return deep[:, way]

    search = Search(every=lambda at: deep[at], one=one, more=more, told=deep[:, 0], least=always)
    cost = _cost(deep) + more
    for some in (np.arange(0, ways, 12), np.arange(ways)):
        best, left = search.best(some)
        assert cost[best] == pytest.approx(cost[some].min(), abs=1e-12)
        np.testing.assert_array_equal(left, deep[:, best])
    assert len(wholly) < ways / 4


def test_how_deep_balls_are_is_one_product():
    """Depths are those of the distances between all pairs of balls, to a hundredth of a millimetre."""
    chosen = np.random.default_rng(3)
    left, right = (chosen.normal(0.0, 0.2, (6, 3, count)).astype(np.float32) for count in (7, 9))
    one, two = (chosen.uniform(0.01, 0.05, count).astype(np.float32) for count in (7, 9))
    reach = one[:, None] + two
    away = np.linalg.norm(left[:, :, :, None] - right[:, :, None], axis=1)
    found = depths(as_left(left, one), as_right(right, two), 0.5 / reach)
    np.testing.assert_allclose(found, (reach**2 - away**2) / (2.0 * reach), atol=1e-5)
