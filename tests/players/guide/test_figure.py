"""The figure that the page draws of a real performance: its parts that glow."""

import numpy as np
import pytest

from effleurage.anatomy import Body
from effleurage.planning import plan
from effleurage.players import guide
from effleurage.reading import library


@pytest.fixture(scope="module")
def figure():
    """The figure of a routine for the legs."""
    return guide.figure(plan(library.load("feet-and-calves"), Body(), rate=25.0))


@pytest.mark.parametrize("name", ["arm", "leg"])
def test_a_side_of_a_pair_is_its_half(figure, name):
    """Both legs are the left one and the right one, each on its own side, and as large."""
    left, right = figure.parts[f"left {name}"], figure.parts[f"right {name}"]
    assert np.array_equal(left | right, figure.parts[name])
    assert not np.any(left & right)
    skin = figure.skins["prone"]
    assert skin[left, 1].min() > 0 >= skin[right, 1].max()
    assert left.sum() == pytest.approx(right.sum(), rel=0.05)


def test_the_front_is_what_the_trunk_shows_of_it(figure):
    """It lies low on both sides, and on neither arms nor legs."""
    front, skin = figure.parts["front"], figure.skins["prone"]
    assert front.sum() > 100
    assert not np.any(front & (figure.parts["arm"] | figure.parts["leg"]))
    trunk = ~(figure.parts["arm"] | figure.parts["leg"])
    assert np.median(skin[front, 2]) < np.median(skin[trunk, 2])
    assert (skin[front, 1] > 0).mean() == pytest.approx(0.5, abs=0.1)


def test_every_part_that_a_stroke_is_about_can_glow(figure):
    """No stroke of the routine is without a picture."""
    played = plan(library.load("feet-and-calves"), Body(), rate=25.0)
    assert {segment.region for segment in played.segments} - {""} <= set(figure.parts)
