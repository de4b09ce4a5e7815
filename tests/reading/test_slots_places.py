"""Start, end and over: one mechanism a case, in our own words."""

import pytest

from reading.slots import parts

PLACED = "Rest both palms on the lower back. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a line and a level name one spot: the level is no region of the stroke
        (
            "Rub circles with your thumbs next to the spine, just above the waist.",
            (None, None, ["spine_sides"]),
        ),
        (
            "Press your heels into the lower back, one either side of the spine.",
            (None, None, ["spine_sides"]),
        ),
        ("Press your thumbs beside the spine at waist height.", (None, None, ["spine_sides"])),
        (
            "With your thumbs on either side of the spine, press from the sacrum up to the neck.",
            ("sacrum", "neck", ["spine_sides"]),
        ),
        # a place told before the verb is where a path begins
        ("From the hip, sweep your forearm up to the armpit.", ("hip", "armpit", [])),
        # a place behind a simile belongs to the stroke
        (
            "Knead the far flank with both hands as if it were dough, from the hip to the armpit.",
            ("hip", "armpit", ["flank"]),
        ),
        # ends on a limb are the receiver's, not tools
        (
            "Stroke both arms with flat hands, from the shoulders down to the elbows.",
            ("shoulder", "arm", ["arm"]),
        ),
        ("Fan out from the spine with flat hands.", ("spine", None, [])),
        # the giver's own body is no place of the stroke
        ("Leaning from your own hips, press the sacrum with a flat hand.", (None, None, ["sacrum"])),
        ("Squeeze the muscle that runs from the neck to the shoulder.", (None, None, ["shoulder_top"])),
    ],
)
def test_places_of_a_lone_clause(text, expected):
    """Which places a clause itself gives."""
    assert parts(text, "start", "end", "over") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Press along these muscles with your thumbs.", (None, None, ["lower_back"])),
        ("Make big slow circles there.", (None, None, ["lower_back"])),
        ("Glide up as far as the nape.", ("lower_back", "neck", [])),
        ("Move round to the left. Reach over to the right hip and knead it.", (None, None, ["hip"])),
        ("Slide them up until they meet above the neck.", ("lower_back", "neck", [])),
        ("I slide them up and I end up behind the neck.", ("lower_back", "neck", [])),
    ],
)
def test_places_carried_from_the_sentence_before(text, expected):
    """What "these muscles", "there" and "it" mean, and where a stroke sets out."""
    assert parts(PLACED + text, "start", "end", "over")[1:] == [expected]


def test_two_hands_on_two_places_are_two_holds():
    """Also where each is told by its side."""
    found = parts(
        "Place your left hand on the right shoulder and your right hand on the left hip.",
        "technique",
        "hands",
        "start",
        "side",
    )
    assert found == [("hold", "left", "shoulder", "right"), ("hold", "right", "hip", "left")]


def test_verbs_in_a_row_share_the_object_behind_the_last():
    """As in "squeeze, roll and release the muscles"."""
    found = parts(
        "Squeeze, press and release the shoulder muscles with your thumbs.", "technique", "tool", "over"
    )
    assert found[:2] == [("petrissage", "thumb", ["shoulder"]), ("compression", "thumb", ["shoulder"])]


def test_hands_slipped_under_are_brought_there():
    """They do not travel along what they are slid under."""
    assert parts("Slide one hand beneath the neck.", "technique", "start", "over") == [("hold", "neck", [])]


def test_work_that_goes_along_is_one_clause():
    """Progress is no clause of its own: it gives the work its way and its end."""
    found = parts(
        "With your thumbs beside the spine at the waist, make small circles and travel up to the nape.",
        "technique",
        "start",
        "end",
        "over",
    )
    assert found == [("friction", "waist", "neck", ["spine_sides"])]


def test_a_label_says_where_and_on_which_side():
    """As a heading does, for the rest of its line."""
    found = parts("Left calf: knead it with both palms, then tap it.", "technique", "over", "side")
    assert found == [("petrissage", ["leg"], "left"), ("tapotement", ["leg"], "left")]


def test_a_heading_may_name_only_the_side():
    """What stands under "Left side" is done on the left."""
    assert parts("# Back\n\n## Left side\n\nKnead the buttock with your fists.\n", "side") == [("left",)]


def test_the_limb_that_the_giver_goes_to_is_worked():
    """Its side is that of what is held there."""
    text = "Kneel by the left foot and take hold of the ankle with both hands. Squeeze the calf."
    assert {side for (side,) in parts(text, "side")} == {"left"}
