"""What a tool may do at a place."""

import itertools
import tomllib
from importlib import resources

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effleurage import limits
from effleurage.errors import UnknownNameError
from effleurage.routine import Pressure, Technique, Tool

tools = st.sampled_from([tool.value for tool in Tool])
alongs = st.floats(0, 1)
laterals = st.floats(-0.4, 0.4)
everything = st.permutations(limits.every_limit())


@given(tool=tools, along=alongs, lateral=laterals, armpit=st.floats(0, 1))
def test_a_ceiling_lies_between_zero_and_the_overall_bound(tool, along, lateral, armpit):
    """No place and no tool lifts the overall bound, and none goes below zero."""
    bound = limits.ceiling(tool, "back", along, lateral, armpit=armpit)
    assert bound.shape == ()
    assert 0 <= bound <= 45


@given(tool=tools, along=alongs, lateral=laterals, order=everything, count=st.integers(0, 9))
def test_adding_a_limit_never_adds_force_and_order_does_not_matter(tool, along, lateral, order, count):
    """The tightest limit wins, whichever way they are composed."""
    contacts = limits.Contacts(tool=tool, chart="back", along=along, lateral=lateral)
    some = limits.lowest(contacts, order[:count])
    assert limits.lowest(contacts, order) <= some
    assert limits.lowest(contacts, order) == limits.lowest(contacts, limits.every_limit())


@given(tool=tools, along=alongs, lateral=laterals)
def test_the_two_sides_are_equal(tool, along, lateral):
    """The mirror of a contact may do what the contact may do."""
    assert limits.ceiling(tool, "back", along, lateral) == limits.ceiling(tool, "back", along, -lateral)


@given(tool=tools)
def test_arrays_are_taken_at_once(tool):
    """A whole grid gives what its points give one by one."""
    along, lateral = np.linspace(0, 1, 31)[:, None], np.linspace(-0.2, 0.2, 41)[None, :]
    grid = limits.ceiling(tool, "back", along, lateral)
    assert grid.shape == (31, 41)
    for i, j in itertools.product(range(0, 31, 7), range(0, 41, 9)):
        assert grid[i, j] == limits.ceiling(tool, "back", along[i, 0], lateral[0, j])


@pytest.mark.parametrize("tool", list(Tool))
def test_the_spine_the_kidneys_and_the_armpit_are_guarded(tool):
    """The zones that the notes name hold for every tool."""
    assert np.all(limits.ceiling(tool, "back", np.linspace(0.2, 0.88, 50), 0.0149) <= 8)
    assert np.all(limits.ceiling(tool, "back", np.linspace(0.36, 0.505, 50), [[0.03], [0.06], [0.09]]) <= 15)
    assert limits.ceiling(tool, "back", 0.7, 0.15, armpit=0.049) <= 8
    assert limits.ceiling(tool, "back", 0.4, 0.06, technique="tapotement") == 0


def test_the_words_for_pressure_are_the_designs_table():
    """Forces rise with the words, and are the numbers that DESIGN.md fixes."""
    table = {
        "palm": (8, 15, 25),
        "heel": (8, 15, 25),
        "fist": (8, 15, 25),
        "edge": (8, 15, 25),
        "fingertips": (3, 6, 10),
        "knuckles": (3, 6, 10),
        "thumb": (3, 6, 9),
        "grip": (4, 8, 12),
        "forearm": (12, 25, 40),
        "elbow": (12, 25, 40),
    }
    assert set(table) == {tool.value for tool in Tool}
    for tool, forces in table.items():
        assert tuple(limits.working_force(tool, word) for word in Pressure) == forces
        assert forces[0] < limits.working_force(tool) < forces[1]
        assert forces[-1] <= limits.ceiling(tool, "back", 0.6, 0.13)


def test_every_technique_has_a_tempo_and_a_count():
    """Whatever the text names can be timed, and a quick one stays under the speed bound."""
    for technique in (*Technique, None):
        slow, usual, quick = (limits.tempo(technique, word) for word in ("slow", None, "quick"))
        assert 0 < slow.speed <= usual.speed <= quick.speed <= limits.motion_limits().contact_speed
        assert 0 < slow.cycle <= usual.cycle <= quick.cycle
        assert usual.speed_range == (slow.speed, quick.speed)
        assert limits.open_count(technique) >= 1


def test_times_and_motion_are_those_of_the_design():
    """The fixed numbers of the design and the notes."""
    motion = limits.motion_limits()
    assert (motion.contact_speed, motion.contact_acceleration) == (0.4, 3.0)
    assert (motion.air_acceleration, motion.force_rate, motion.force_ramp) == (8.0, 60.0, 0.3)
    assert (motion.turning_speed, motion.posture_change) == (8.0, 8.0)
    assert limits.posture_time_most("forehead_on_hands") == 360
    assert limits.posture_time_most("prone") == np.inf
    assert limits.resting_force() < limits.resting_force_most() == 5
    assert limits.upward_force_most() == 15
    assert 0 < limits.progress_step() < 0.10
    assert limits.seconds("breath") == 5


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: limits.working_force("foot"), "no tool 'foot'"),
        (lambda: limits.working_force("palm", "frim"), "Did you mean 'firm'"),
        (lambda: limits.tempo("efleurage"), "Did you mean 'effleurage'"),
        (lambda: limits.tempo("hold", "fast"), "There are: medium, quick, slow"),
        (lambda: limits.open_count("source"), "no technique 'source'"),
        (lambda: limits.seconds("year"), "no length of time 'year'"),
    ],
)
def test_an_unknown_name_is_told_with_those_that_exist(call, message):
    """A typing mistake is answered with the names that there are."""
    with pytest.raises(UnknownNameError) as error:
        call()
    assert message in str(error.value)


def test_impossible_limits_are_refused():
    """A limit cannot be built that would add force or cover nothing."""
    with pytest.raises(ValueError, match="overall=-1 N"):
        limits.ToolLimit(overall=-1, most=())
    with pytest.raises(ValueError, match=r"most=nan N"):
        limits.ArmpitLimit(reach=0.05, most=float("nan"))
    with pytest.raises(ValueError, match="rising ends"):
        limits.ZoneLimit(name="x", chart="back", along=(0.4, 0.3), lateral=(0, 1), broad=1, narrow=1)


def test_every_row_about_people_has_a_source():
    """Each table that holds numbers says where they come from."""

    def without_source(table, path):
        holds_numbers = any(not isinstance(value, dict | list) or _numbers(value) for value in table.values())
        inner = [(f"{path}.{key}", value) for key, value in table.items() if isinstance(value, dict)]
        inner += [
            (f"{path}.{key}[{i}]", value)
            for key, rows in table.items()
            if isinstance(rows, list) and not _numbers(rows)
            for i, value in enumerate(rows)
        ]
        missing = [path] if holds_numbers and "source" not in table else []
        return missing + [name for where, value in inner for name in without_source(value, where)]

    def _numbers(value):
        return isinstance(value, list) and all(isinstance(entry, int | float) for entry in value)

    files = [
        path
        for path in (resources.files("effleurage.limits") / "data").iterdir()
        if path.name.endswith("toml")
    ]
    assert len(files) >= 5
    for path in files:
        missing = without_source(tomllib.loads(path.read_text("utf-8")), path.name)
        assert missing == []


@given(along=alongs, lateral=laterals)
def test_a_widened_zone_covers_what_the_zone_and_its_surroundings_do(along, lateral):
    """As far beyond its edges as was asked, and the midline stays inside where it was."""
    zone = next(zone for zone in limits.zones() if zone.name == "kidneys")
    wide = zone.widened(0.01, 0.005)

    def covers(limit: limits.ZoneLimit, u: float, v: float) -> bool:
        return bool(limit.covers(limits.Contacts(tool="palm", chart="back", along=u, lateral=v)))

    near = [(along + u, lateral + v) for u in (-0.009, 0, 0.009) for v in (-0.004, 0, 0.004)]
    assert covers(wide, along, lateral) or not any(covers(zone, *place) for place in near)
    assert not covers(wide, along, lateral) or covers(
        zone, np.clip(along, *zone.along), np.copysign(np.clip(abs(lateral), *zone.lateral), lateral)
    )
