"""What only sets a motion: lines before a colon, a hand on top, weight that goes, sizes, likenesses."""

import pytest

from effleurage.reading import read
from effleurage.routine import Kind, Posture
from reading.slots import last_step, parts


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Both thumbs beside the spine: press five seconds, release.",
            [("compression", "thumb"), ("release", "thumb")],
        ),
        ("Both palms on the back. Let your weight go.", [("hold", "palm"), ("release", "palm")]),
        (
            "Keep one hand on the neck and tilt the head with the other.",
            [("hold", "palm"), ("stretch", "palm")],
        ),
        (
            "Slide both palms up to the neck, same as you'd press a shirt, then come down the ribs.",
            [("effleurage", "palm"), ("effleurage", "palm")],
        ),
    ],
)
def test_settings(text: str, read: list[tuple[str, str]]) -> None:
    """They give tool and place, and are no clause of their own."""
    assert parts(text, "technique", "tool") == read


def test_a_hand_laid_on_the_other_works_with_it() -> None:
    """As one hand."""
    text = "Lay your right hand on the hip and put your left hand on top of it."
    assert parts(text, "technique", "hands") == [("hold", "both")]


def test_small_is_no_verb() -> None:
    """It says how big the kneading is, and the tool stays the kneading's."""
    text = "Press the hip with your fists. Small thumb kneading along the thigh."
    assert parts(text, "tool")[-1] == ("thumb",)


def test_round_and_round_a_place() -> None:
    """Round it, and in circles where that is said too."""
    text = "Go round and round the shoulder blade with one palm, big circles."
    assert parts(text, "direction") == [(["around", "circle"],)]


def test_contact_that_is_kept_is_a_bound() -> None:
    """With no other hand at work."""
    (step,) = read("Keep one hand on the back at all times.")[0].movements[0].steps
    assert step.kind is Kind.LIMIT


@pytest.mark.parametrize(
    "text",
    [
        "You now stand at the side again, facing across her back, for the kneading.",
        "Sit by the hip, looking towards the head, for the sweep with the forearm.",
        "Kneel at the side, facing across the back for the pulling strokes.",
        "Stay kneeling.",
        "Stay seated, turned to the head, for the fanning.",
    ],
)
def test_a_stroke_that_a_position_is_taken_for_is_not_done_yet(text):
    """What somebody gets ready for comes later."""
    told = last_step("Lay both palms on the sacrum. Glide up to the neck. " + text)
    assert (told.kind, told.strokes) == (Kind.SETUP, ())


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("**Position of giver:** seated at the client's side.", "sitting"),
        ("**Position:** kneeling beside the receiver.", "kneeling"),
        ("Kneel next to your partner and turn their head away from you.", "kneeling"),
        ("Sit beside your partner and turn his head to the far side.", "sitting"),
    ],
)
def test_who_sits_beside_somebody_is_the_giver(sentence, stance):
    """The person beside whom the giver sits or kneels does neither."""
    told = last_step("## Glide\n" + sentence).arrangement
    assert (str(told.giver), str(told.stance), told.posture) == (
        "side",
        stance,
        Posture.HEAD_AWAY if "head" in sentence else None,
    )


@pytest.mark.parametrize(
    "sentence", ["The client is prone.", "The recipient lies prone.", "Your partner is face down."]
)
def test_how_the_receiver_lies_is_a_position(sentence):
    """Also among sentences that only talk."""
    step = last_step("The back bears much. Think of broad strokes. " + sentence)
    assert (step.kind, step.arrangement.posture) == (Kind.SETUP, Posture.PRONE)


@pytest.mark.parametrize(
    "text", ["Kneel alongside; partner's head faces away.", "Her face looks away.", "Their nose points away."]
)
def test_a_head_that_faces_away(text):
    """Away is away from whoever gives the massage."""
    arrangement = last_step(text).arrangement
    assert arrangement is not None
    assert arrangement.posture is Posture.HEAD_AWAY
