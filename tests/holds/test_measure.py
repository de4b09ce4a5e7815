"""The measuring tools themselves, against truth known by hand."""

import numpy as np
import pytest

from .measure import at_least, at_most, between, crossings, spells
from .rows import COLUMNS, read
from .skin import Faces, mesh_normals


def test_a_measure_of_nothing_does_not_hold():
    """An empty list, or one of unknowns, proves nothing."""
    for measure in (at_most, at_least):
        assert not measure("speed", [], 1.0).ok
        assert not measure("speed", [np.nan], 1.0).ok
    assert not between("speed", [], 0.0, 1.0).ok
    assert "nothing to measure" in str(at_most("speed", [], 1.0))


def test_the_worst_value_is_told_with_its_time_and_hand():
    """A measure names what broke it, when, and by which hand."""
    measure = at_most("speed", [1.0, 3.0, 2.0], 2.5, when=[10, 11, 12], hand=[0, 1, 0], unit="m/s")
    assert not measure.ok
    assert str(measure) == "FAIL speed: 3, wanted ≤ 2.5 m/s at 11.00 s (right)"
    assert between("gap", [0.1, 0.3], 0.2, 0.4).worst == 0.1
    assert at_least("lift", [0.1, 0.3], 0.1).ok


def test_spells_and_crossings_are_found_at_the_ends_too():
    """Stretches touch the ends of the rows; zeros belong to what follows."""
    assert list(spells(np.array([1, 1, 0, 1], bool))) == [(0, 2), (3, 4)]
    assert crossings(np.array([2.0, 1, 0, -1, -1, 3])).tolist() == [2, 5]
    assert crossings(np.array([1.0, 0, 1])).tolist() == []


def test_the_smoothed_normal_of_a_sphere_is_its_radius():
    """On a sphere the mean of the normals around a point is the normal at the point."""
    from scipy.spatial import ConvexHull, cKDTree

    count = 20_000
    k = np.arange(count) + 0.5
    polar, turn = np.arccos(1 - 2 * k / count), np.pi * (1 + 5**0.5) * k
    radius = 0.15
    points = radius * np.stack(
        [np.sin(polar) * np.cos(turn), np.sin(polar) * np.sin(turn), np.cos(polar)], axis=1
    )
    corners = points[ConvexHull(points).simplices]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    centres = corners.mean(axis=1)
    cross *= np.sign(np.sum(cross * centres, axis=1))[:, None]
    area = np.linalg.norm(cross, axis=1)
    faces = Faces(centres, cross / area[:, None], area / 2, cKDTree(centres))
    where = points[::997]
    angle = np.degrees(np.arccos(np.sum(mesh_normals(faces, where) * where / radius, axis=1)))
    assert angle.max() < 0.3


def test_foreign_or_disordered_rows_are_refused():
    """Rows without the design's columns, or with hands out of step, are not measured."""
    head = ",".join(COLUMNS)
    row = "0,{},air,,false,,,,,,,,,,,0,0,prone,side_left,0,-1,0,0,0"
    assert len(read("\n".join([head, row.format("left"), row.format("right")]))) == 1
    with pytest.raises(ValueError, match="expected the columns"):
        read("a,b\n1,2")
    with pytest.raises(ValueError, match="a row for the left and one for the right"):
        read("\n".join([head, row.format("right"), row.format("left")]))
