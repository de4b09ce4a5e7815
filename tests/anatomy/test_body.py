"""A body has the size that was asked for."""

import numpy as np
import pytest
from scipy.spatial import KDTree

from anatomy.population import extremes, population
from effleurage.anatomy import Body
from effleurage.errors import BodyError

DRAWN = population(50)
EVERYBODY = DRAWN + extremes()
AIR_AND_BODY = 1010.0


def _size(body: Body) -> tuple[float, float]:
    """Height in [m] and volume in [m³] of the standing mesh, by the plainest formulas."""
    vertices, faces = body.standing()
    a, b, c = (vertices[faces[:, i]].astype(float) for i in range(3))
    return np.ptp(vertices[:, 0]), np.einsum("ij,ij->", np.cross(a, b), c) / 6.0


def test_height_and_mass_are_as_asked() -> None:
    """Over the population the standing mesh is within 5 mm and 1 kg of what was asked."""
    for body in EVERYBODY:
        height, volume = _size(body)
        assert abs(height - body.height) < 0.001
        assert abs(volume * AIR_AND_BODY - body.weight) < 0.1
        assert body.standing_height == pytest.approx(height, abs=1e-5)
        assert body.mass == pytest.approx(volume * AIR_AND_BODY, abs=0.02)


def test_similar_people_have_similar_bodies() -> None:
    """A centimetre, a kilogram or a year moves no point by more than a few centimetres."""
    for body in DRAWN[:8]:
        vertices, _ = body.standing()
        for change in ({"height": 0.005}, {"weight": 0.5}, {"age": -1.0}):
            other = {name: getattr(body, name) for name in ("height", "weight", "sex", "age")}
            for name, step in change.items():
                other[name] += step if other[name] + step > 18.5 or name == "height" else -step
            moved = np.linalg.norm(Body(**other).standing()[0] - vertices, axis=1)
            assert moved.max() < 0.012


def test_left_and_right_are_mirror_images() -> None:
    """Standing, the right half is the mirror image of the left one."""
    vertices, _ = DRAWN[0].standing()
    distance, _ = KDTree(vertices).query(vertices * [1.0, -1.0, 1.0])
    assert distance.max() < 1e-5


def test_bodies_are_values() -> None:
    """Equal sizes are equal bodies with the same cached surface, and cannot be changed."""
    body, same = Body(height=1.7, weight=65), Body(height=1.7, weight=65)
    assert body == same
    assert hash(body) == hash(same)
    assert body.surface() is same.surface("prone")
    with pytest.raises(AttributeError):
        body.height = 1.8  # ty: ignore[invalid-assignment]
    with pytest.raises(ValueError, match="read-only"):
        body.surface().vertices[0, 0] = 1.0


@pytest.mark.parametrize(
    ("size", "message"),
    [
        ({"height": 2.6}, "height 2.6 is outside what the body model reaches: expected 1.45 to 2.00 m"),
        ({"height": float("nan")}, "height nan"),
        ({"age": 7.0}, "age 7.0 .* expected 18 to 90 years"),
        ({"sex": "cat"}, "sex 'cat' .* expected male or female"),
        ({"weight": 30.0}, r"weight 30.0 .* expected 4\d.\d to 9\d.\d kg for a female body of 1.72 m"),
        ({"weight": 160.0}, "weight 160.0"),
    ],
)
def test_a_body_out_of_reach_says_the_range(size: dict[str, float], message: str) -> None:
    """The error names the quantity, what came and what is possible."""
    with pytest.raises(BodyError, match=message):
        Body(**{"height": 1.72, "weight": 68.0, "sex": "female", "age": 40.0} | size)
