"""One hand after the other: a hand named by its side alone, and what it does when its turn comes."""

import pytest

from effleurage.routine import Hands, Kind, Place, Side, Technique

from .slots import last_step, parts

LEFT = "Draw your left palm down the back to the waist. "
ONE = "Draw one palm down the back to the waist. "


@pytest.mark.parametrize(
    ("first", "sentence", "hands"),
    [
        (LEFT, "As it gets there, send the right one after it.", "right"),
        (LEFT, "Let the right follow.", "right"),
        (LEFT, "Just before it lands the right begins at the neck.", "right"),
        (LEFT, "Follow with your right.", "right"),
        (LEFT, "As soon as it stops, bring the right after it.", "right"),
        (ONE, "When it arrives, the other starts at the neck.", "one"),
        (ONE, "Let the other one chase it.", "one"),
    ],
)
def test_the_next_hand_does_what_the_one_before_it_did(first, sentence, hands):
    """The hand is meant and no side; way and end are those of the hand that it follows."""
    step = last_step(first + sentence)
    assert step.kind is Kind.STROKE
    [stroke] = step.strokes
    assert (str(stroke.hands), stroke.end, stroke.over) == (hands, Place.WAIST, (Place.BACK,))
    assert "hands" in stroke.stated
    assert "side" not in stroke.stated
    assert "tool" not in stroke.stated


def test_where_the_next_hand_sets_out_is_its_own():
    """A start that is named counts; what is not named is that of the hand before."""
    step = last_step(
        "Smooth one hand from the hip up to the armpit. As it comes off, the other starts at the waist."
    )
    assert (step.strokes[0].start, step.strokes[0].end) == (Place.WAIST, Place.ARMPIT)


def test_within_a_sentence_the_next_hand_is_told_as_well():
    """Left and right are two strokes; one hand and the other that is let follow alternate."""
    assert parts("Pull the left hand up the flank, and let the right follow.", "hands") == [
        ("left",),
        ("right",),
    ]
    assert parts("Pull one hand up the flank, and let the other follow.", "hands") == [("alternate",)]
    assert parts("Draw one hand up the calf; as it reaches the knee the other starts.", "hands") == [
        ("one",),
        ("one",),
    ]


@pytest.mark.parametrize(
    "sentence", ["Hand over hand, slowly.", "Take it in turns for two minutes.", "Take turns."]
)
def test_hands_that_take_turns_go_on_with_it(sentence):
    """The stroke stays, and the hands alternate."""
    step = last_step(ONE + sentence)
    assert step.kind is Kind.REPEAT
    assert [s.hands for s in step.strokes] == [Hands.ALTERNATE]


def test_your_right_is_a_hand():
    """Whose it is tells that no side of the receiver is meant."""
    step = last_step(LEFT + "Now your right.")
    assert step.kind is Kind.REPEAT
    assert [(s.hands, s.side) for s in step.strokes] == [(Hands.RIGHT, None)]


def test_without_a_hand_told_apart_a_side_stays_a_side():
    """Behind two hands at work the right is a side."""
    step = last_step("Knead the left shoulder with both hands. Then the right follows.")
    assert [str(s.side) for s in step.strokes] == ["right"]


def test_a_hand_between_two_bones_is_a_hand():
    """What stands behind it tells where it lies, and is not the right one of two."""
    text = "Left hand flat on the sacrum, right hand between the shoulder blades."
    assert parts(text, "hands", "start") == [("left", "sacrum"), ("right", "upper_back")]


FAN = "Lay one hand on the sacrum, fingers spread. Fan it up and out, away from the spine. "


@pytest.mark.parametrize(
    "sentence",
    [
        "As it nears the edge, the second hand sets off on the same side, a bit higher.",
        "Before this fan is quite over, the other hand is laid on the same side at a slightly higher level.",
        "Just as it ends, bring in your other hand on the same side, an inch or two further up.",
        "The other hand joins in on the same side.",
        "As the first hand finishes, the second comes in on the same side.",
    ],
)
def test_a_hand_that_is_put_on_beside_one_that_glides_glides_as_it_does(sentence):
    """Where it sets out is told, and its way is that of the hand before."""
    step = last_step(FAN + sentence)
    assert step.kind is Kind.STROKE
    stroke = step.strokes[0]
    assert stroke.follows
    assert ([str(way) for way in stroke.direction], stroke.progress) == (["up", "out"], False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Set one palm at the hip; the other is held ready on the same side.",
        "Set one palm at the hip, keeping the other ready beside it.",
    ],
)
def test_a_second_hand_that_is_held_ready_is_no_side(sentence):
    """The other is a hand that lies nowhere yet, and not the receiver's other side."""
    [stroke] = last_step(sentence).strokes
    assert (stroke.start, stroke.side) == (Place.HIP, Side.ONE)


@pytest.mark.parametrize(
    "sentence",
    ["Rotate the hand upward and outward.", "Pivot it up and out.", "The hand turns upwards and outwards."],
)
def test_a_hand_that_turns_up_and_out_fans(sentence):
    """No joint is turned, and nothing is rubbed."""
    [stroke] = last_step("Lay one hand on the sacrum. " + sentence).strokes
    assert stroke.technique is Technique.EFFLEURAGE


@pytest.mark.parametrize(
    "sentence",
    [
        "As it comes to its end, begin the same stroke with your other hand on the same side.",
        "When the first has finished, do the same with the second hand on the same side.",
        "Make the same stroke with the other hand on the same side.",
        "As it ends, repeat it with the other hand on the same side.",
    ],
)
def test_the_same_with_the_other_hand_on_the_same_side_is_its_turn(sentence):
    """The second hand follows the first one, on one side, which the other side is owed."""
    [turn] = last_step("Lay one hand on the sacrum. Sweep it up and out. " + sentence).strokes
    assert (turn.other_hand, turn.follows, str(turn.hands), str(turn.side)) == (True, True, "one", "one")
    assert {"hands", "side"} <= turn.stated


def test_the_receivers_other_hand_takes_no_turn():
    """What is done on the other hand is done by the same hands as before."""
    told = last_step(
        "Hand massage. Clasp the wrist with one hand. Stroke the palm with the other hand. "
        "Repeat everything on the other hand."
    )
    assert not any(s.follows for s in told.strokes)


@pytest.mark.parametrize(
    "sentence",
    [
        "Alternate one hand with the other until you've worked your way up the whole side of the spine.",
        "Alternate one hand after the other until you have gone all the way up the side of the spine.",
        "Alternate one palm and then the other until you've made your way up the side of the spine.",
    ],
)
def test_one_hand_alternates_with_the_other(sentence):
    """Both take turns along the line, as often as it takes."""
    [row] = last_step(
        "Lay one hand on the sacrum. Fan it up and out. The other hand follows. " + sentence
    ).strokes
    assert (str(row.hands), [str(p) for p in row.over], row.end, row.repeats) == (
        "alternate",
        ["spine_sides"],
        None,
        None,
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The second one comes along on the same side as the first is ending.",
        "The other hand should be coming in on the same side as the first one stops.",
        "Your other hand must come along on the same side.",
        "Your other hand should be moving in on the same side by then.",
        "As the first one ends, the other should be coming through on the same side.",
    ],
)
def test_a_hand_that_comes_along_takes_its_turn(sentence):
    """Beside a hand that fans it fans as that one does."""
    [turn] = last_step("Lay one hand on the sacrum. Fan it up and out. " + sentence).strokes
    assert turn.follows
    assert [str(way) for way in turn.direction] == ["up", "out"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Put one hand on the shoulder blade, and hover with the second, ready to come after it.",
        "Rest one hand at the tip of the blade and hover with the other close by.",
        "Place one palm on the shoulder blade and wait with your second hand, poised to follow.",
    ],
)
def test_hovering_with_a_hand_holds_nothing(sentence):
    """The second hand lies nowhere yet: the sentence only lays the first."""
    step = last_step(sentence)
    assert (step.kind, [s.technique for s in step.strokes]) == (Kind.SETUP, [Technique.HOLD])
