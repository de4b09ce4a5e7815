"""What strokes are praised for, and where the giver sits: neither moves a hand."""

import pytest

from effleurage.reading import read
from effleurage.routine import GiverPlace, Kind, Posture, Stance, Topic
from reading.slots import last_step, steps

LAID = " Place both hands on the lower back. Slide them up to the neck."


@pytest.mark.parametrize(
    "text",
    [
        "A generous sweep that frees the back, boosts the blood and draws off fluid.",
        "A continuous stroke which loosens the back and eases away tightness.",
        "We open with the most extensive stroke of all, one that takes in the back from hips to neck.",
        "You begin with the most generous sweep of the series, one which warms the back.",
        "The fan stroke helps to shift it and has a soothing influence on the nerves beside the spine.",
        "These muscles are tender, and soft kneading both eases them and helps to break up fatty deposits.",
        "Light kneading draws the tension out and breaks down fat.",
        "In this stroke both palms trace a wide loop all over the back.",
        "First comes a long, sweeping stroke to loosen the back and draw out tension.",
        "A sweep to warm the muscles and push away stress.",
        "One stroke to open the chest and lift the mood.",
        "A movement to ease the neck, drive off a headache and send the lymph out.",
        "Soothes the shoulder and helps move lymph toward the glands.",
        "Softly eases strain out of the neck and breaks down fat.",
        "Shifts fluid out of the tissue.",
        "Sends blood to the neck and loosens it.",
        "Brushing helps to clear it, and works on the muscles beside the spine too.",
        "Sweeping works on the nerves of the back.",
        "Strokes like these calm the nerves along the spine and drain the back.",
        "Circles such as these loosen the shoulder and warm it.",
        "Fanning in this way relaxes the back.",
        "Strokes like this one ease the hips.",
        "This is a wide, gliding journey over the back, and it is ideal for loosening the muscles.",
        "It is a long, slow, stroking passage across the shoulders.",
        "It is wonderful for kneading away tension.",
    ],
)
def test_what_a_stroke_is_good_for_moves_no_hand(text):
    """A stroke that is named and praised is told below."""
    routine, _ = read(f"# One\n\nSit by your partner.\n\n# Two\n\n{text}{LAID}")
    praise, *rest = routine.movements[-1].steps
    assert praise.kind is Kind.NOTE
    assert not praise.strokes
    assert all(step.strokes for step in rest)


@pytest.mark.parametrize(
    "text",
    [
        "Eases off at the neck.",
        "Squeezes and releases the calf.",
        "Brushing up the back relaxes it, so do that slowly.",
        "Kneading the neck, ease the thumbs in.",
        "Fans up and out.",
    ],
)
def test_what_is_done_is_no_praise(text):
    """Also where it begins with the name of a stroke, or with what might do good."""
    assert last_step("Lay both hands on the hips. " + text).kind is Kind.STROKE


@pytest.mark.parametrize(
    "text",
    [
        "Seated at the client's side, rub some oil into your hands.",
        "**Position of giver:** seated at the client's side.",
        "Seated next to your partner.",
        "Sit beside your partner.",
        "Now sit down beside your friend once more for the last part, which is a gentle one.",
        "Begin by sitting at your partner's side.",
    ],
)
def test_who_sits_beside_somebody_is_the_giver(text):
    """It is no posture of the one who lies."""
    said = last_step(text).arrangement
    assert said is not None
    assert (said.posture, said.giver, said.stance) == (None, GiverPlace.SIDE, Stance.SITTING)


@pytest.mark.parametrize(
    "text", ["Client seated, leaning on a pillow.", "Your partner is seated on a stool."]
)
def test_who_is_seated_may_be_the_receiver(text):
    """Where nobody is said to be beside them."""
    said = last_step(text).arrangement
    assert said is not None
    assert said.posture is Posture.SEATED


def test_a_giver_who_faces_the_head_is_not_at_it():
    """Where somebody looks is not where they are."""
    said = steps("Kneel beside the client, facing the head.")[0].arrangement
    assert said is not None
    assert said.giver is GiverPlace.SIDE


@pytest.mark.parametrize(
    "text",
    [
        "Ask the client to wash off any deodorant (see page 4).",
        "One thing first: your friend needs to wash off their deodorant.",
        "Anyone who is massaged should shower off their deodorant, since the stroke drains to the armpit.",
        "It is wise to wash off deodorant before this movement, which drains the lymph.",
        "Deodorant off first.",
        "All antiperspirant should be removed by washing.",
    ],
)
def test_deodorant_is_washed_off_whoever_tells_it(text):
    """It is done before, and nobody is asked how it feels."""
    step = last_step(text)
    assert (step.kind, step.topic, step.strokes) == (Kind.PREPARATION, Topic.WASHING, ())


@pytest.mark.parametrize("text", ["Deodorant blocks the pores.", "If they wear deodorant, do not worry."])
def test_what_is_said_of_deodorant_is_no_preparation(text):
    """Nothing is washed off."""
    assert last_step(text).kind is Kind.NOTE


@pytest.mark.parametrize(
    "praise",
    [
        "This one sends lymph to the glands in the armpits.",
        "That one moves the fluid up to the armpit.",
        "It eases the shoulder and carries blood back to the armpit.",
        "Lovely for tired shoulders, and drains lymph to the armpit.",
    ],
)
def test_what_flows_is_no_stroke(praise):
    """A stroke does that, and the hands have not begun."""
    assert last_step("Sit at the side." + LAID + " " + praise).kind is Kind.NOTE


@pytest.mark.parametrize(
    "order", ["Drain the lymph to the armpits with your palms.", "Both hands drain it up."]
)
def test_hands_that_drain_are_at_work(order):
    """They are named, or told to."""
    assert last_step("Sit at the side." + LAID + " " + order).kind is Kind.STROKE


@pytest.mark.parametrize(
    "text",
    [
        "Deodorant off first, please.",
        "Whoever lies down should have rinsed off their deodorant by now.",
        "It is wise to remove any antiperspirant before this one, as it drains lymph to the armpits.",
        "These strokes lead to the armpits, so deodorant ought to be washed off before you begin.",
        "Tell your partner to wash off any deodorant.",
    ],
)
def test_deodorant_that_comes_off_is_prepared_however_it_is_told(text):
    """It is said before anything is done, with a reason or without one."""
    step = last_step(text)
    assert (step.kind, step.topic) == (Kind.PREPARATION, Topic.WASHING)


@pytest.mark.parametrize("text", ["Here is where the deodorant comes in.", "It clogs, as deodorant does."])
def test_deodorant_that_is_only_spoken_of_is_no_preparation(text):
    """Nothing is washed off."""
    assert last_step(text).kind is Kind.NOTE


@pytest.mark.parametrize(
    "praise",
    [
        "A slow sweep that affects the nerves of the back and helps fluid glide up and out of it.",
        "A gentle sweep that affects the nerves beside the spine and helps waste glide out of sore tissue.",
        "A soothing sweep that affects the nerves along the spine and makes fluid slide out of the tissue.",
    ],
)
def test_what_is_helped_to_move_is_no_hand(praise):
    """It is fluid that glides, between one row of fans and the next."""
    told = [
        "1. Lay one hand at the bottom of the shoulder blade.",
        "2. Brush the first hand up and out, in a smooth fan.",
        "3. Bring the second hand after it in the same manner.",
        "4. Continue all around the shoulder blade and out over the shoulder.",
        "",
        praise,
        "",
        "1. Set one hand on the sacrum, with the fingers wide apart.",
        "2. Turn the hand in a fan: up, outward, and away from the spine.",
    ]
    text = "\n".join(told)
    routine, _ = read(text)
    found = {text[slice(*step.span)]: step for m in routine.movements for step in m.steps}
    assert (found[praise].kind, found[praise].strokes) == (Kind.NOTE, ())
