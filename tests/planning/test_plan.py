"""The whole plan: form, order, sides, what is told and what is refused."""

from dataclasses import replace

import numpy as np
import pytest

from effleurage.anatomy import Body
from effleurage.errors import PlanError
from effleurage.performance import HANDS, RIGHT, TOOLS, Phase, validate
from effleurage.planning import plan
from effleurage.planning._data import rows
from effleurage.planning._place.ground import Ground
from effleurage.reading import read
from effleurage.routine import (
    Direction,
    Hands,
    Kind,
    Limit,
    Movement,
    Place,
    Pressure,
    Relation,
    Routine,
    Side,
    Spot,
    Step,
    Stroke,
    Technique,
    Tool,
    Topic,
)


def movement_of(performance):
    """Index of the movement of every sample and hand."""
    return np.array([segment.movement for segment in performance.segments])[performance.samples.segment]


def test_a_plan_is_a_valid_performance(performance):
    """It passes the same validation as a file does."""
    validate(performance)


def test_movements_come_in_the_order_of_the_text(performance):
    """Both hands are in the same movement at any time, and movements never go back."""
    movement = movement_of(performance)
    assert np.array_equal(movement[:, 0], movement[:, 1])
    assert np.all(np.diff(movement[:, 0]) >= 0)
    assert set(movement.ravel()) == set(range(7))


def test_every_stroke_is_performed(performance, routine):
    """No stroke of the routine is lost on the way."""
    asked = sum(len(step.strokes) for movement in routine.movements for step in movement.steps)
    done = {segment.stroke for segment in performance.segments}
    assert set(range(asked)) <= done


def test_the_second_side_mirrors_the_first(performance):
    """What is told for one side is done on both, as often."""
    samples, movement = performance.samples, movement_of(performance)
    for index in (2, 3, 4, 5):
        told = (movement == index) & samples.contact & (samples.phase == Phase.STROKE)
        across = samples.across[told]
        assert np.isclose(np.sum(across > 0), np.sum(across < 0), rtol=0.1)


def test_hands_that_rest_do_not_move(performance):
    """The hand on the head stays while the other one kneads."""
    samples, movement = performance.samples, movement_of(performance)
    rest = (movement == 6) & (samples.phase == Phase.HOLD) & samples.contact
    hand = int(np.argmax(rest.sum(axis=0)))
    positions = samples.position[rest[:, hand], hand]
    assert np.ptp(positions, axis=0).max() < 1e-6
    grip = samples.tool[:, 1 - hand] == TOOLS.index("grip")
    assert np.any(grip & samples.contact[:, 1 - hand]), HANDS[1 - hand]


def test_the_clasping_hand_carries_no_load(performance):
    """In the forearm's movement only one hand presses."""
    samples, movement = performance.samples, movement_of(performance)
    pressed = (movement == 4) & (samples.force > 0)
    assert not np.any(pressed.all(axis=1))


def test_forces_are_zero_in_the_air(performance):
    """Only what touches presses."""
    samples = performance.samples
    assert np.all(samples.force[~samples.contact] == 0.0)


def test_blocks_join_where_they_say(performance):
    """A block that can be done again ends where it begins."""
    position, contact = performance.samples.position, performance.samples.contact
    repeatable = [block for block in performance.blocks if block.repeatable]
    for block in repeatable:
        a, b = block.start, block.stop - 1
        assert np.linalg.norm(position[a] - position[b], axis=-1).max() <= 0.03
        assert np.array_equal(contact[a], contact[b])


def one_stroke(**slots):
    """A routine of a single stroke."""
    stroke = Stroke(span=(0, 4), **slots)
    step = Step(span=(0, 4), kind=Kind.STROKE, strokes=(stroke,))
    return Routine(title=None, movements=(Movement(title=None, steps=(step,)),), text="work")


@pytest.mark.parametrize("technique", list(Technique))
@pytest.mark.parametrize("place", [Place.LOWER_BACK, Place.SHOULDER_BLADE, Place.NECK])
def test_every_technique_can_be_performed(body, technique, place):
    """A bare stroke of each technique at a place becomes contact there."""
    slots = {"start": place} if technique is Technique.HOLD else {"over": (place,)}
    if technique is Technique.RELEASE:
        return
    performance = plan(one_stroke(technique=technique, hands=Hands.BOTH, **slots), body, rate=25.0)
    assert np.any(performance.samples.contact)
    assert np.all(np.isfinite(performance.samples.position[performance.samples.contact]))


@pytest.mark.parametrize("person", [Body(), Body(height=1.677, weight=64.0, sex="male", age=24)])
def test_a_forearm_begins_at_the_same_level_of_every_body(person):
    """Its elbow end lies as far over the iliac crest on a short loin as on a long one."""
    spot = Spot(place=Place.BUTTOCK, relation=Relation.ABOVE)
    slots = {"over": (Place.SPINE_SIDES,), "start": Place.BUTTOCK, "start_spot": spot}
    routine = one_stroke(
        technique=Technique.EFFLEURAGE, hands=Hands.ONE, tool=Tool.FOREARM, direction=(Direction.UP,), **slots
    )
    samples = plan(routine, person, rate=25.0).samples
    centre = samples.along[samples.contact][0]
    ground = Ground(person.surface("prone"))
    assert float(ground.along(ground.x(centre) - rows()["half_length"]["forearm"])) == pytest.approx(
        rows()["above"]["iliac_crest"], abs=0.005
    )


def test_a_part_without_a_chart_has_time_but_no_pose(body):
    """The hand is nowhere that could be a guess, and the segment names the part."""
    routine = one_stroke(technique=Technique.PETRISSAGE, hands=Hands.BOTH, tool=Tool.PALM, over=(Place.LEG,))
    performance = plan(routine, body, rate=25.0)
    working = [segment for segment in performance.segments if segment.region == "leg"]
    assert working
    rows = slice(working[0].start, working[0].stop)
    assert np.all(np.isnan(performance.samples.position[rows]))


@pytest.mark.parametrize(
    ("side", "region"),
    [(Side.LEFT, "left leg"), (Side.RIGHT, "right leg"), (Side.BOTH, "leg"), (None, "leg")],
)
def test_a_part_without_a_chart_is_named_with_the_side_that_the_words_name(body, side, region):
    """A left leg is another part than both legs."""
    slots = {"technique": Technique.PETRISSAGE, "hands": Hands.BOTH, "tool": Tool.PALM, "over": (Place.LEG,)}
    performance = plan(one_stroke(side=side, **slots), body, rate=25.0)
    assert {segment.region for segment in performance.segments} - {""} == {region}


def test_a_stroke_is_about_what_it_goes_over(body):
    """Where the hands were left before is not what glows."""
    slots = {"technique": Technique.EFFLEURAGE, "hands": Hands.BOTH, "tool": Tool.PALM}
    arm = one_stroke(side=Side.LEFT, start=Place.FRONT, over=(Place.ARM,), **slots)
    segments = plan(arm, body, rate=25.0).segments
    assert {segment.region for segment in segments} - {""} == {"left arm"}


def test_the_front_has_no_sides(body):
    """What lies against the table is one part, whatever side is named."""
    slots = {"technique": Technique.EFFLEURAGE, "hands": Hands.BOTH, "tool": Tool.PALM}
    performance = plan(one_stroke(side=Side.LEFT, over=(Place.FRONT,), **slots), body, rate=25.0)
    assert {segment.region for segment in performance.segments} - {""} == {"front"}


def test_preparation_is_said_before_everything(routine, body):
    """Washing is told before the first block, wherever the text has it."""
    words = "Wash first. "
    text = words + routine.text

    def later(step):
        moved = (step.span[0] + len(words), step.span[1] + len(words))
        strokes = tuple(replace(s, span=moved) for s in step.strokes)
        return replace(step, span=moved, strokes=strokes)

    movements = [
        replace(movement, steps=tuple(later(step) for step in movement.steps))
        for movement in routine.movements
    ]
    wash = Step(span=(0, 11), kind=Kind.PREPARATION, topic=Topic.WASHING, beforehand=True)
    movements[3] = replace(movements[3], steps=(wash, *movements[3].steps))
    told = plan(replace(routine, movements=tuple(movements), text=text), body, rate=10.0).notes
    assert (0, "washing", "Wash first.") in told


def test_an_article_without_motion_is_refused(body):
    """It says what was expected."""
    step = Step(span=(0, 4), kind=Kind.NOTE)
    routine = Routine(title=None, movements=(Movement(title=None, steps=(step,)),), text="chat")
    with pytest.raises(PlanError, match="nothing in this article moves hands"):
        plan(routine, body)


@pytest.mark.parametrize(("said", "why"), [({"rate": 0.0}, "rate"), ({"minutes": -3.0}, "minutes")])
def test_senseless_numbers_are_refused(routine, body, said, why):
    """The message names the number."""
    with pytest.raises(PlanError, match=why):
        plan(routine, body, **said)


def test_a_bound_on_pressure_lowers_what_says_nothing(body):
    """A movement that is told to stay light is light."""
    free = one_stroke(technique=Technique.EFFLEURAGE, over=(Place.BACK,), direction=(Direction.UP,))
    light = Limit(span=(0, 4), ceiling=Pressure.LIGHT)
    bound = replace(free, movements=(replace(free.movements[0], limits=(light,)),))
    hardest = [plan(routine, body, rate=10.0).samples.force.max() for routine in (free, bound)]
    assert hardest[1] <= 8.0 < hardest[0]


def test_a_hand_that_is_named_rests_while_the_other_one_works():
    """As in "let the right hand rest on the head; with the left, knead the neck": the right one stays."""
    text = (
        "# Neck\n\nYour partner lies face down with the forehead on the hands. Let your right hand rest "
        "on the back of the head. With the left hand, knead the muscles at the base of the neck."
    )
    performance = plan(read(text)[0], Body(), rate=10.0)
    samples = performance.samples
    kneads = [n for n, segment in enumerate(performance.segments) if segment.technique == "petrissage"]
    working = np.isin(samples.segment, kneads).any(axis=1)
    assert working.any()
    assert samples.contact[working, RIGHT].all()
