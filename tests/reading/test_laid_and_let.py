"""How hands come to lie somewhere, why a stroke goes its way, and how what was drawn up is let go."""

import pytest

from effleurage.reading import read
from effleurage.routine import Direction, Hands, Kind, Place, Pointing, Relation, Technique, Tool
from reading.slots import parts, steps, strokes


@pytest.mark.parametrize(
    "text",
    [
        "Both palms begin on the lower back, a touch above the tailbone.",
        "Both hands start at the low back, just north of where the spine ends.",
        "Both hands on the lower back, a tiny bit up from the base of the spine.",
        "Have both hands on the low back, slightly higher than the tailbone.",
        "Both hands down here on the lower back, directly above the sacrum.",
    ],
)
def test_hands_that_begin_somewhere_lie_there(text):
    """Where hands start, or are had, they are put; how far above a place that is, is said in many ways."""
    first, last = strokes(text + " Slide up the sides of the spine.")
    assert (first.technique, first.hands, first.start) == (Technique.HOLD, Hands.BOTH, Place.LOWER_BACK)
    assert first.start_spot is not None
    assert (first.start_spot.relation, first.start_spot.place) == (Relation.ABOVE, Place.SACRUM)
    assert last.technique is Technique.EFFLEURAGE


@pytest.mark.parametrize(
    "text",
    [
        "Bring your forearm down beside the spine, so that the elbow rests just above the buttock.",
        "Lower your forearm beside the spine, so that the elbow lies a bit north of the bum.",
        "Set your forearm down next to the spine, so that the elbow sits right above the buttock.",
    ],
)
def test_a_forearm_that_is_brought_down_lies_there(text):
    """A tool that is new is laid down along a line before it travels."""
    first = strokes(text)[0]
    assert (first.technique, first.tool) == (Technique.HOLD, Tool.FOREARM)
    assert (first.start, first.over) == (Place.BUTTOCK, (Place.SPINE_SIDES,))


@pytest.mark.parametrize(
    "text",
    [
        "Grab that hand with your other one so it doesn't wobble.",
        "Your other hand is holding on to this hand, just to support it.",
        "Hold on to this wrist with your free hand.",
    ],
)
def test_the_hand_at_work_is_taken_hold_of(text):
    """The second hand that holds the first one does nothing else."""
    step = read("Lay your forearm along the spine. " + text)[0].movements[0].steps[1]
    assert step.arrangement is not None
    assert step.arrangement.clasped
    assert not step.strokes


@pytest.mark.parametrize(
    "text",
    [
        "Press on with the flat of the forearm, gliding the whole way up beside the spine.",
        "Push on with the flat of the forearm, sliding up beside the spine.",
        "With the flat of the forearm, glide the whole way up beside the spine.",
    ],
)
def test_to_press_on_with_something_presses_nothing(text):
    """Who presses on with the forearm goes on with it."""
    last = strokes("Lay your forearm along the spine. " + text)[-1]
    assert (last.technique, last.tool, last.over) == (
        Technique.EFFLEURAGE,
        Tool.FOREARM,
        (Place.SPINE_SIDES,),
    )


@pytest.mark.parametrize("why", ["because this is how lymph drains", "cos that's the way lymph runs"])
def test_a_reason_takes_no_stroke_away(why):
    """A command stays one, however long the reason behind it is."""
    last = steps(f"Spread oil over the back. Stroke smoothly, upward each time, {why}.")[-1]
    assert last.kind is Kind.STROKE
    assert last.strokes[0].direction == (Direction.UP,)


@pytest.mark.parametrize(
    "text",
    [
        "I've got my oil, and I'm just getting it all over her back.",
        "Get some oil all over the back.",
        "- oil over the whole back, nice and even",
    ],
)
def test_oil_that_is_got_over_a_back_is_spread(text):
    """Oil is spread where it is got."""
    assert parts(text, "technique", "over")[-1] == ("effleurage", ["back"])


EIGHT = "Glide both palms up the back, then in across the upper back. "


@pytest.mark.parametrize(
    "text",
    [
        "When they get there they go past one another, and your left arm goes over the top of your right.",
        "There they pass each other, the left arm on top of the right.",
        "As they pass, the left forearm goes over the top of the right.",
    ],
)
def test_over_the_top_of_is_over(text):
    """The arm that goes over the top of the other is the upper one."""
    assert any(s.passes and s.upper_hand is Hands.LEFT for s in strokes(EIGHT + text))


@pytest.mark.parametrize(
    "text",
    [
        "With the arms left crossed, reach down around the waist.",
        "Leaving them crossed, reach down around the waist.",
        "Leave the arms crossed and stretch down around the waist.",
        "Still crossed, they stretch down around the waist.",
    ],
)
def test_arms_that_are_left_crossed(text):
    """Left crossed is no side, and hands that stretch down somewhere bend nobody."""
    last = strokes(EIGHT + text)[-1]
    assert (last.technique, last.hands, last.over) == (
        Technique.EFFLEURAGE,
        Hands.BOTH,
        (Place.WAIST,),
    )
    assert last.crossed


@pytest.mark.parametrize(
    "text",
    [
        "Give the flesh there a good firm pull upwards. ",
        "Give the flesh of the waist a firm tug. ",
        "Draw the flesh at the waist firmly up. ",
    ],
)
def test_flesh_is_pulled_and_given_back(text):
    """Flesh that is given a pull is drawn up; what is given back is let go."""
    told = strokes(EIGHT + "Reach around the waist. " + text + "As you give the sides back, glide in.")
    assert [s.technique for s in told[-3:]] == [
        Technique.PETRISSAGE,
        Technique.RELEASE,
        Technique.EFFLEURAGE,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The last pull is across the shoulder, aimed at the armpit.",
        "The last one goes across the shoulder and heads for the armpit.",
        "That last pull goes over the shoulder, headed for the armpit.",
    ],
)
def test_where_a_pull_is_headed(text):
    """A pull ends where it is aimed at."""
    assert (
        strokes("Pull your fingertips toward you down the side of the back. " + text)[-1].end is Place.ARMPIT
    )


def test_fingers_that_are_aimed_go_nowhere():
    """What fingers are aimed at is no end of a stroke."""
    told = strokes("Lay both palms on the lower back, fingers aimed at the head. Slide up.")
    assert [s.end for s in told] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "Both hands start on the low back, and the fingers point headward.",
        "Both palms lie on the lower back, and your fingers are pointing at the head.",
        "Lay both palms on the lower back, the fingers facing the head.",
        "Both hands go on the lower back, and the fingertips point up.",
        "Lay both hands on the lower back; your fingers are directed at the head.",
        "Put your palms on the lower back; the fingers should be aimed toward the head.",
        "Set both palms on the lower back, the fingers pointing headward.",
        "Rest both hands on the lower back, the fingers aiming at the head.",
    ],
)
def test_where_fingers_point_is_said_of_the_hands(text):
    """Fingers that point somewhere are those of the hands that lie there."""
    first, last = strokes(text + " Slide up.")
    assert (first.technique, first.start) == (Technique.HOLD, Place.LOWER_BACK)
    assert last.pointing is Pointing.HEAD


@pytest.mark.parametrize("text", ["Same side!", "On the same side.", "Same side, mind."])
def test_the_same_side_is_no_repeat(text):
    """A line that only says on which side the other hand comes does nothing again."""
    told = strokes("Lay one hand on the sacrum. Fan it up and out. The other hand follows. " + text)
    assert len(told) == 3


@pytest.mark.parametrize("text", ["does it too", "does that as well", "does this in turn", "does the same"])
def test_the_second_hand_does_it_too(text):
    """What the second hand does too is what the first one did."""
    told = strokes(f"Lay one hand on the sacrum. Brush it up and out, then the second hand {text}.")
    assert [s.technique for s in told] == [Technique.HOLD, Technique.EFFLEURAGE, Technique.EFFLEURAGE]
    assert told[-1].other_hand


@pytest.mark.parametrize(
    "text",
    [
        "keep swapping hands and climb till you've done the whole side of the spine",
        "keep changing hands and climb until you have covered the whole side of the spine",
        "hand after hand, climb until the whole side of the spine has been covered",
    ],
)
def test_hands_climb_a_line_by_turns(text):
    """What has been done in the end is the line that the hands climb."""
    last = strokes("Lay one hand on the sacrum. Fan it up and out. Then " + text + ".")[-1]
    assert (last.hands, last.over) == (Hands.ALTERNATE, (Place.SPINE_SIDES,))


def test_what_is_made_is_the_verb():
    """A fan that is made is brushed, if so it is called."""
    assert strokes("Lay one hand on the blade. Make a smooth brushing fan, up and out.")[-1].verb == "brush"


@pytest.mark.parametrize(
    "text",
    [
        "One hand goes to the bottom edge of the shoulder blade, fingers fanned apart.",
        "One hand comes to the bottom of the shoulder blade, fingers spread apart.",
        "Let one hand repose at the bottom of the shoulder blade.",
    ],
)
def test_a_hand_that_goes_to_a_place_first_lies_there(text):
    """A hand that is brought somewhere with its fingers apart goes nowhere from there yet."""
    first = strokes(text)[0]
    assert (first.technique, first.start) == (Technique.HOLD, Place.SHOULDER_BLADE)


@pytest.mark.parametrize(
    "text",
    [
        "Fingertips down at the side of the spine, just above the tailbone.",
        "Both palms down on the lower back.",
        "Both hands up at the shoulders.",
        "Heels of the hands down on the sacrum.",
    ],
)
def test_hands_that_are_down_somewhere_lie_there(text):
    """Without a verb, "down at" and "up on" say where hands lie."""
    told = strokes(text)
    assert [s.technique for s in told] == [Technique.HOLD]
    assert not told[0].direction


@pytest.mark.parametrize(
    "text",
    [
        "Hair out of the way, smooth it off the neck.",
        "Hair up and out of the way.",
        "Long hair out of the way, sweep it up off the neck.",
    ],
)
def test_hair_is_cleared_away(text):
    """What is smoothed off the neck behind a word about the hair is the hair, and nobody is worked on."""
    step = steps("Slide both palms up the back. " + text)[-1]
    assert not step.strokes
    assert step.kind is Kind.PREPARATION


@pytest.mark.parametrize(
    "said", ["And lift.", "Then lift gently.", "Lift, and go again.", "Lift at the end."]
)
def test_a_hand_that_only_lifts_behind_a_glide_leaves(said):
    """As nothing is named that it could lift."""
    lift = strokes("Lay one palm on the lower back. Glide up to the neck. " + said)[2]
    assert (lift.technique, lift.direction, lift.over) == (Technique.RELEASE, (Direction.OFF,), ())


@pytest.mark.parametrize("said", ["Squeeze, and lift.", "Knead the flesh. And lift."])
def test_flesh_that_is_lifted_is_kneaded(said):
    """As it was taken hold of."""
    assert strokes("Lay both palms on the waist. " + said)[-1].technique is Technique.PETRISSAGE
