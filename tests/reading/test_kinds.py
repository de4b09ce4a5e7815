"""What kind a sentence is of, one mechanism a case: who does what to whom, bound, prepared or only told."""

import pytest

from effleurage.reading import read
from effleurage.routine import Kind

from .slots import last_step

BEFORE = "Place both palms on the sacrum. Slide them up to the neck. "


def last_kind(text: str) -> Kind:
    """The kind of a text's last sentence."""
    routine, _ = read(text)
    return routine.movements[-1].steps[-1].kind


@pytest.mark.parametrize(
    ("mechanism", "text", "kind"),
    [
        ("a limb that is laid ready", "His left arm hangs over the edge of the couch.", Kind.SETUP),
        ("somebody by name lies down", "Now Priya's lying on her front, arms by her sides.", Kind.SETUP),
        ("the giver walks round", "Now I'm coming round to her left side.", Kind.SETUP),
        ("where the giver is", "I'm up at the head end today.", Kind.SETUP),
        ("the giver told of by trade", "The therapist now stands at the hip, facing the head.", Kind.SETUP),
        ("a limb that is only propped", "Steady the foot with one hand.", Kind.SETUP),
        ("hands that come down to rest", "Both palms come down on the upper back.", Kind.SETUP),
        ("all that is needed", "All you need is a bed, a towel and a little almond oil.", Kind.PREPARATION),
        ("hands that must be fit", "The nails must be short and the hands warm.", Kind.PREPARATION),
        ("oil warmed in the hands", "Two pumps of lotion, warmed between the hands.", Kind.PREPARATION),
        ("a foot wrapped in a towel", "Wrap the foot in a warm towel.", Kind.PREPARATION),
        ("what a thing is for", "This sheet is for relatives who like to help.", Kind.NOTE),
        ("what is not needed", "You don't need a diploma to give a back massage.", Kind.NOTE),
        ("what somebody else was seen to do", "I saw a fellow do that to his brother once.", Kind.NOTE),
        ("what has not been", "Many residents have not been hugged in years.", Kind.NOTE),
        ("a fear that is taken away", "Don't be afraid to lean.", Kind.NOTE),
        ("what is hardly ever done", "Ears are hardly ever touched, which is a pity.", Kind.NOTE),
        ("a noun that announces", "Next, chopping.", Kind.NOTE),
        ("what is never done to a place", "The throat is never touched.", Kind.LIMIT),
        ("what is left alone", "The shin and the knee are left alone.", Kind.LIMIT),
        ("what something is not for", "The bones themselves are not for pressing.", Kind.LIMIT),
        ("what is skipped", "Skip the back of the knee completely.", Kind.LIMIT),
        ("off a place, without a verb", "Off the vertebrae!", Kind.LIMIT),
        ("how hard, and nothing else", "Featherweight, please.", Kind.LIMIT),
        ("everything is done gently", "Everything here is done gently.", Kind.LIMIT),
        ("what pressure is to be", "Your pressure should be about that of a kitten.", Kind.LIMIT),
        ("a light touch is plenty", "A light touch is plenty.", Kind.LIMIT),
        ("an unknown verb forbidden", "Don't jam it in there.", Kind.LIMIT),
        ("stop at once", "Stop at once if it hurts.", Kind.LIMIT),
    ],
)
def test_a_sentence_is_of_its_kind(mechanism, text, kind):
    """A sentence behind two strokes has the kind that its grammar says."""
    assert last_kind(BEFORE + text) is kind, mechanism


def test_a_heading_of_needs_makes_a_list_of_things():
    """What stands under "What you need" is made ready, whatever it is."""
    routine, _ = read(
        "# A rub\n\n## What you need\n\n- a friend\n- six minutes\n\n## Rub\n\nKnead the shoulders."
    )
    assert {step.kind for step in routine.movements[0].steps} == {Kind.PREPARATION}


def test_a_label_with_its_time_counts_as_a_heading():
    """A label ("Squeezes (1 minute): …") names the technique of what follows, and is no clause of it."""
    routine, _ = read("Squeezes (1 minute): start at the neck and finish at the arms.")
    (stroke,) = routine.movements[0].steps[0].strokes
    assert (stroke.technique, stroke.start, stroke.end) == ("petrissage", "neck", "arm")


def test_timed_captions_are_lines_of_their_own():
    """Captions stand on lines under each other, and their times belong to no sentence."""
    routine, _ = read("[00:12] Glide both palms up the back.\n[00:20] Knead the neck.")
    said = [routine.words(step.span) for movement in routine.movements for step in movement.steps]
    assert said == ["Glide both palms up the back.", "Knead the neck."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Once round makes one full eight.",
        "Going around once completes the circuit.",
        "One lap forms a whole figure of eight.",
        "That is one complete round.",
        "Repeats: once around is a single figure of eight.",
    ],
)
def test_what_a_round_is_called_is_a_note(sentence):
    """Nothing is done again, and nothing goes anywhere."""
    step = last_step("Lay both hands on the lower back. Slide both hands round the hips. " + sentence)
    assert (step.kind, step.strokes) == (Kind.NOTE, ())


@pytest.mark.parametrize(
    "sentence",
    ["Here you are working on the nerves beside the spine.", "We're working the lymph of the back here."],
)
def test_what_lies_under_no_hand_is_worked_on_by_none(sentence):
    """It says what the stroke does good."""
    step = last_step("Lay both hands on the lower back. Slide them up the spine. " + sentence)
    assert (step.kind, step.strokes) == (Kind.NOTE, ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask the receiver to wash off any deodorant before you begin.",
        "Anyone about to be massaged should shower first.",
        "Your partner must wash off deodorant beforehand.",
        "It drains the lymph, so make sure that any deodorant has been washed off before the massage.",
        "These strokes drain lymph, so check that deodorant has been rinsed off first.",
        "Tell her to wash her feet first.",
    ],
)
def test_who_is_asked_to_wash_is_made_ready(sentence):
    """It prepares, however it is asked for."""
    step = last_step("## Wing\n\nThis relaxes the shoulder. " + sentence)
    assert (step.kind, str(step.topic)) == (Kind.PREPARATION, "washing")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Resist the urge to press hard.", Kind.LIMIT),
        ("Resist any temptation to dig in.", Kind.LIMIT),
        ("Resist the urge to chat.", Kind.NOTE),
        ("Ask your partner how it feels.", Kind.NOTE),
    ],
)
def test_an_urge_to_press_is_bounded(sentence, kind):
    """How hard one presses is bounded, and not what else one would like to do."""
    assert last_step("The back bears a great deal, and people love this. " + sentence).kind is kind
