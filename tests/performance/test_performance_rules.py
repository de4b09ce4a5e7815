"""Validation: each rule finds what contradicts it, and valid performances have no problem."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from effleurage.errors import InputError
from effleurage.performance import problems, validate
from performance import synthetic


@settings(max_examples=30)
@given(performance=synthetic.performances())
def test_valid_performances_have_no_problem(performance):
    """What the strategies make is what the rules allow."""
    assert problems(performance) == []


def with_arrays(base, **changes):
    """The performance with some samples changed, each by a function of a writable copy."""
    arrays = {}
    for name, change in changes.items():
        arrays[name] = getattr(base.samples, name).copy()
        change(arrays[name])
    return replace(base, samples=replace(base.samples, **arrays))


def put(index, value):
    """A change that sets one element."""

    def change(array):
        array[index] = value

    return change


BASE = synthetic.performance(seconds=0.2)

CASES = [
    (with_arrays(BASE, time=put(3, np.nan)), "time is not finite at sample 3"),
    (with_arrays(BASE, time=put(3, 0.0)), r"time does not increase after sample 2 \(0.04 s\)"),
    (with_arrays(BASE, time=put(0, -1.0)), "time begins at -1 s, expected 0 or later"),
    (with_arrays(BASE, tool=put((5, 1), 10)), "tool is 10 at sample 5, right hand, expected -1 to 9"),
    (with_arrays(BASE, segment=put((5, 1), -1)), "segment is -1 at sample 5, right hand, expected 0 to 3"),
    (with_arrays(BASE, segment=put((5, 1), 2)), "segment 2 does not hold its own sample at sample 5, right"),
    (with_arrays(BASE, position=put((5, 1, 2), np.nan)), "position is half known at sample 5, right hand"),
    (
        with_arrays(BASE, orientation=put((5, 1), 0.9)),
        "orientation has the length 1.8 at sample 5, right hand",
    ),
    (with_arrays(BASE, orientation=put((5, 1), np.nan)), "position is known without orientation at sample 5"),
    (with_arrays(BASE, along=put((5, 1), np.nan)), "along is missing on a chart at sample 5, right hand"),
    (with_arrays(BASE, across=put((39, 0), 0.1)), "across is given without a chart at sample 39, left hand"),
    (with_arrays(BASE, force=put((5, 1), -1.0)), "force is negative or unknown at sample 5, right hand"),
    (with_arrays(BASE, contact=put((5, 1), False)), "there is force without contact at sample 5, right hand"),
    (with_arrays(BASE, tool=put((5, 1), -1)), "there is contact without a tool at sample 5, right hand"),
    (with_arrays(BASE, contact=put((39, 1), True), tool=put((39, 1), 0)), "contact without a position"),
    (with_arrays(BASE, fingers=put((5, 1), 0.9)), "finger weights are no shares of 1 at sample 5, right"),
    (replace(BASE, movements=("One",)), "segment 2 is of movement 1 of 1"),
    (replace(BASE, text="Short."), r"segment 0 has the span \(0, 18\) in 6 letters"),
    (replace(BASE, segments=BASE.segments[::-1]), "segment 1 starts before segment 0"),
    (replace(BASE, blocks=BASE.blocks[1:]), "block 0 starts at sample 10, expected 0"),
    (replace(BASE, blocks=BASE.blocks[:-1]), "the blocks end at sample 30 of 40"),
    (
        replace(
            BASE, blocks=(replace(BASE.blocks[0], stop=5), replace(BASE.blocks[1], start=5), *BASE.blocks[2:])
        ),
        r"segment 0 \(samples 0 to 10\) crosses the edge of a block",
    ),
    (
        replace(BASE, blocks=(replace(BASE.blocks[0], tempo_range=(1.0, 0.5)), *BASE.blocks[1:])),
        "block 0 has the tempo_range 1.0 to 0.5",
    ),
    (
        replace(BASE, blocks=(replace(BASE.blocks[0], repeat_from=2), *BASE.blocks[1:])),
        "block 0 repeats from block 2",
    ),
    (
        replace(BASE, segments=(replace(BASE.segments[0], hands="three"), *BASE.segments[1:])),
        "segment 0 is of the hands 'three', expected left, right or both",
    ),
    (
        replace(BASE, segments=(replace(BASE.segments[0], force_ceiling=np.nan), *BASE.segments[1:])),
        "segment 0 has the force ceiling nan N",
    ),
    (
        replace(BASE, segments=(replace(BASE.segments[0], stop=0), *BASE.segments[1:])),
        "segment 0 goes from sample 0 to 0 of 40",
    ),
    (replace(BASE, person=replace(BASE.person, height=float("nan"))), "the receiver's height is nan"),
    (replace(BASE, notes=((9, "oil", "Warm it."),)), "note 0 belongs to block 9 of 4"),
]


@pytest.mark.parametrize(("broken", "words"), CASES, ids=[words[:40] for _, words in CASES])
def test_each_rule_tells_its_fact(broken, words):
    """The message names the place, what came and what was expected."""
    with pytest.raises(InputError, match=words):
        validate(broken)
