"""Wishes: nothing touches where nothing may, what is lost is named, and more is more."""

import numpy as np
import pytest

from effleurage.anatomy import Body, atlas
from effleurage.errors import PlanError
from effleurage.planning import minutes_range, plan
from effleurage.planning._length.minutes import passes_for
from effleurage.planning._place.zones import patches
from effleurage.reading import library, read
from effleurage.routine import Wishes, zone
from effleurage.safety import check

from .test_minutes import LENGTHS, lengths, steps

SHORT = """# A short rub

## Long strokes
Put both palms on the lower back. Slide them up beside the spine to the shoulders. Do this twice.

## Shoulders
Knead the left shoulder blade with one hand. Then knead the right shoulder blade with one hand.

## Neck
Stroke the back of the neck with your fingertips.
"""


def wish(*, more=(), avoid=()):
    """Wishes by name."""
    return Wishes(more=tuple(map(zone, more)), avoid=tuple(map(zone, avoid)))


def touched(performance, name):
    """How many samples of contact lie in a zone of the atlas."""
    samples, count = performance.samples, 0
    for patch in patches([zone(name)]):
        region = patch.region
        if region.chart is None or region.along is None or region.across is None:
            continue
        here = samples.contact & (samples.chart == performance.charts.index(region.chart))
        here &= (samples.along > region.along[0]) & (samples.along < region.along[1])
        for sign in patch.signs:
            low, high = region.across
            across = sign * samples.across
            count += int((here & (across >= max(low, 0.0)) & (across < high)).sum())
    return count


def passes(performance):
    """How often each movement is done."""
    found = {}
    for segment in performance.segments:
        found.setdefault(segment.movement, set()).add(segment.repeat)
    return {movement: len(repeats) for movement, repeats in found.items()}


@pytest.mark.parametrize("name", ["neck base", "left shoulder", "head"])
def test_nothing_touches_where_nothing_may(name, routine, body, performance):
    """No sample of contact lies in the zone, what is lost is named, and the rest is as safe as before."""
    assert touched(performance, name) > 0
    spared = plan(routine, body, wishes=wish(avoid=[name]))
    assert touched(spared, name) == 0
    assert spared.dropped
    assert spared.duration < performance.duration
    before = {finding.code for finding in check(performance)}
    assert {finding.code for finding in check(spared)} <= before


def test_the_other_side_is_worked_on_all_the_same(routine, body):
    """Who keeps off the left shoulder still works on the right one, and names the side."""
    spared = plan(routine, body, rate=25.0, wishes=wish(avoid=["left shoulder"]))
    assert touched(spared, "right shoulder") > 0
    assert any(words.endswith("(left side)") for words in spared.dropped)


def test_a_stroke_that_only_ends_there_stops_short(body):
    """Long strokes to the shoulders are kept but for their ends."""
    routine, _ = read(SHORT)
    spared = plan(routine, body, rate=25.0, wishes=wish(avoid=["neck_base"]))
    assert 0 in passes(spared)
    along = spared.samples.along[spared.samples.contact]
    assert atlas().place("shoulder_blade").along[0] < along.max() < atlas().place("neck_base").along[0]
    assert spared.dropped == ("Neck",)


def test_a_movement_without_its_strokes_is_left_out_whole(body):
    """The title is named, and the giver is not sent where nothing happens."""
    routine, _ = read(SHORT)
    spared = plan(routine, body, rate=25.0, wishes=wish(avoid=["neck"]))
    assert "Neck" in spared.dropped
    assert {block.movement for block in spared.blocks} == {0, 1}


def test_nothing_left_is_told():
    """Who keeps off the whole back cannot have a back massage."""
    routine, _ = read(SHORT)
    with pytest.raises(PlanError, match="nothing is left without the back and the neck"):
        plan(routine, Body(), wishes=wish(avoid=["back", "neck"]))


def test_a_part_without_a_chart_can_be_kept_off():
    """A routine for the legs has nothing left when legs are to be left out."""
    with pytest.raises(PlanError, match="nothing is left without the leg"):
        plan(library.load("feet-and-calves"), Body(), wishes=wish(avoid=["leg"]))


def test_one_side_of_a_part_without_a_chart_can_be_kept_off():
    """Who keeps off the left leg is still given the right one; what is told for both is left out."""
    spared = plan(library.load("feet-and-calves"), Body(), rate=25.0, wishes=wish(avoid=["left leg"]))
    assert {segment.region for segment in spared.segments} - {""} == {"right leg"}


def test_more_of_a_place_repeats_the_movement_that_works_there(body):
    """Shoulders once more, and nothing else."""
    routine, _ = read(SHORT)
    once = passes(plan(routine, body, rate=25.0))
    more = plan(routine, body, rate=25.0, wishes=wish(more=["shoulder blade"]))
    assert passes(more) == once | {1: 2}
    assert more.dropped == ()
    assert np.all(np.diff(more.samples.time) > 0)


def test_what_no_movement_works_on_is_told(body):
    """A wish that this routine cannot fulfil is named, the rest is planned."""
    routine, _ = read(SHORT)
    told = plan(routine, body, rate=25.0, wishes=wish(more=["buttock", "leg"])).notes
    assert (0, "wish", "Nothing in this routine works on the buttock or the leg.") in told


def test_no_wish_changes_nothing(body):
    """Without wishes the plan is the plan."""
    routine, _ = read(SHORT)
    plain, wished = plan(routine, body, rate=25.0), plan(routine, body, rate=25.0, wishes=Wishes())
    assert np.array_equal(plain.samples.along, wished.samples.along, equal_nan=True)


@pytest.mark.parametrize("minutes", [2, 4, 8, 14])
def test_more_is_repeated_first_and_left_out_last(minutes):
    """With a length, too, the wished movement is done at least as often as any other."""
    found = passes_for(tuple(LENGTHS), minutes, lengths, steps, frozenset({3}))
    counts = {index: sum(1 for other, _ in found.order if other == index) for index in LENGTHS}
    assert counts[3] == max(count for index, count in counts.items() if index != 0)


def test_a_routine_has_a_sensible_range(body):
    """From once as it is told to three times each; the plan without a length lies at its lower end."""
    routine, _ = read(SHORT)
    least, most = minutes_range(routine, body)
    assert least == pytest.approx(plan(routine, body, rate=25.0).duration / 60, rel=0.05)
    assert 2 * least < most < 4 * least
    longest = plan(routine, body, rate=25.0, minutes=60).duration / 60
    assert longest == pytest.approx(most, rel=0.1)
