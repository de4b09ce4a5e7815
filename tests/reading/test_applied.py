"""Notes and asides: what is applied to a place, counts behind a comma, sides that are no sides."""

import pytest

from reading.slots import parts

LAID = "Lay both palms on the lower back. "


@pytest.mark.parametrize(
    ("text", "technique", "over"),
    [
        ("Petrissage to the calves, x 5.", "petrissage", ["leg"]),
        ("Effleurage to the whole back.", "effleurage", ["back"]),
        ("Deep friction to the erectors with the thumbs.", "friction", ["spine_sides"]),
        ("Kneading to both buttocks.", "petrissage", ["buttock"]),
        ("Apply tapotement to the shoulders.", "tapotement", ["shoulder"]),
    ],
)
def test_what_is_applied_is_done_there(text, technique, over):
    """It goes nowhere."""
    assert parts(text, "technique", "start", "end", "over") == [(technique, None, None, over)]


def test_what_is_named_may_still_travel():
    """A way says so."""
    text = LAID + "Friction up to the neck with the thumbs."
    assert parts(text, "end", "direction")[-1] == ("neck", ["up"])


@pytest.mark.parametrize(
    "text",
    [
        "Sweep both palms down the back, three long whooshes.",
        "Sweep both palms down the back, three for each side.",
    ],
)
def test_a_count_behind_a_comma_counts_what_is_told(text):
    """It is no motion of its own."""
    assert parts(text, "technique", "repeats") == [("effleurage", 3)]


def test_about_right_is_no_side():
    """Nor is a side with which something is compared."""
    assert parts("Knead both hips. Four times is about right.", "side")[-1] == ("both",)
    assert parts("Knead the left hip. Right as left.", "side") == [("left",), ("right",)]


def test_how_much_is_picked_up_is_no_hold():
    """Hands that only measure hold nothing."""
    text = "Pick up as much of the shoulder as your hands will hold, and let go."
    assert parts(text, "technique") == [("petrissage",), ("release",)]


def test_what_is_left_out_is_not_worked_on():
    """Nor is it the way."""
    text = "Chop down the back with the edges of your hands, skipping the kidneys."
    assert parts(text, "over") == [(["back"],)]


def test_a_level_before_the_verb_is_where_it_begins():
    """As "from the neck"."""
    text = LAID + "They slide up to the neck. At the neck they pass outward across the shoulders."
    assert parts(text, "start", "over")[-1] == ("neck", ["shoulder"])
    assert parts("At the waist, scoop the flesh up.", "start", "over") == [(None, ["waist"])]


def test_a_side_stands_for_a_hand():
    """Behind "of"."""
    text = "Curl the fingertips of your right under the left shoulder blade."
    assert parts(text, "hands", "tool", "side") == [("right", "fingertips", "left")]


@pytest.mark.parametrize(
    "text", ["Glide up the back, firmer and firmer.", "Glide up the back, with increasing pressure."]
)
def test_pressure_that_only_grows_is_none(text):
    """It has no first value."""
    assert parts(text, "pressure") == [(None,)]


def test_hands_off_is_a_step_of_a_list():
    """Nothing is forbidden."""
    text = "1. Both palms on the sacrum, one minute\n2. Hands off\n"
    assert parts(text, "technique")[-1] == ("release",)


def test_pressing_again_further_on_is_progress():
    """It is one pressing that goes along."""
    text = LAID + "Press down, let up, and press again a bit further out."
    assert parts(text, "technique", "direction")[1:] == [
        ("compression", ["into", "out"]),
        ("release", []),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Cradle the forehead in one hand and the back of the neck in the other.",
        "Support the forehead with one hand and the neck with the other hand.",
    ],
)
def test_two_hands_hold_two_places(text):
    """Each holds its own."""
    assert parts(text, "hands", "start") == [("one", "front"), ("one", "neck")]


def test_what_a_glide_ends_with_is_done_there():
    """A noun of work behind "finishing with" is one more motion."""
    text = "Glide both thumbs out to the hips, finishing with a small press."
    assert parts(text, "technique", "over")[-1] == ("compression", ["hip"])


def test_a_place_that_is_told_of_is_worked_on():
    """There is a spot, and the elbow rests on it."""
    text = LAID + "If there's one sore spot on the left hip, rest your elbow there and sink in."
    assert parts(text, "technique", "start", "over", "side")[1:] == [
        ("hold", "hip", [], "left"),
        ("compression", None, ["hip"], "left"),
    ]


def test_hands_stop_where_the_next_work_is():
    """The place of a halt is that of what follows."""
    text = LAID + "I slid up to the neck. On the left shoulder blade I stopped and circled with one knuckle."
    assert parts(text, "over", "side")[-1] == (["shoulder_blade"], "left")


@pytest.mark.parametrize(
    "text",
    [
        "Rest the forearm on the pillow.",
        "Prop the foot on a cushion and let the muscle hang.",
        "Shuffle round on your knees.",
    ],
)
def test_what_is_laid_ready_is_not_held(text):
    """Nor are the giver's knees a place to work on."""
    assert not parts(LAID + text, "technique")[1:]


def test_givers_lean_from_their_own_hips():
    """It is neither a pressing nor where the glide begins."""
    text = LAID + "Leaning from the hips, glide up to the neck."
    assert parts(text, "technique", "start")[1:] == [("effleurage", "lower_back")]


@pytest.mark.parametrize(
    "text",
    ["One minute of that is plenty.", "About two minutes of this will do.", "A minute of it is enough."],
)
def test_a_length_of_time_sends_back(text):
    """As a count does."""
    assert parts("Knead both hips with your fists. " + text, "tool", "over")[1:] == [("fist", ["hip"])]


def test_the_whole_starts_again_on_the_other():
    """A new start goes back to the heading."""
    text = "# Hands\n\nStroke the palm with your thumb. Knead the wrist. Start again with the other one."
    assert parts(text, "technique", "side")[2:] == [("effleurage", "other"), ("petrissage", "other")]


def test_what_is_done_next_says_nothing_of_copies():
    """Higher is where the next step goes."""
    text = "Knead the right calf. Do the same on the left before you go any higher."
    assert parts(text, "direction", "side") == [([], "right"), ([], "left")]
