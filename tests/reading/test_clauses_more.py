"""Clauses: what the hands do in causatives, behind subordinate clauses, and with the giver's own body."""

import pytest

from effleurage.reading import read
from effleurage.routine import Kind
from reading.slots import parts, told


@pytest.mark.parametrize(
    ("text", "techniques"),
    [
        (
            "Let both palms be laid on the hips, and let them be drawn upward as far as the neck, where they "
            "turn outward over the shoulders and are brought down the ribs.",
            ["hold", "effleurage", "effleurage", "effleurage"],
        ),
        (
            "Rub the back with both palms. When you come to the shoulders go round them and glide down.",
            ["friction", "effleurage", "effleurage"],
        ),
        ("Rest both palms on the hips. After two breaths slide up the back.", ["hold", "effleurage"]),
        ("Put your thumbs beside the spine and let your weight come forward.", ["hold", "compression"]),
        ("Straighten your elbows and press into the hips with your palms.", ["compression"]),
        ("Loosen your wrists and drum on the thighs with your fists.", ["tapotement"]),
        ("Bend your knees and slide both palms up the back.", ["effleurage"]),
        ("Take the flesh of the waist with both hands, lift it and squeeze it.", ["petrissage"]),
        (
            "Gather the flesh of the waist with both hands, squeeze it and let it melt back.",
            ["petrissage", "release"],
        ),
        (
            "Stroke up to the neck with both palms, then let your hands slide out over the arms.",
            ["effleurage"] * 2,
        ),
        ("The fingertips hook under the skull and you lean back to stretch the neck.", ["hold", "stretch"]),
        ("With the calf resting in both hands, squeeze the muscle.", ["petrissage"]),
        ("Stop wherever it is tight and press there with one thumb.", ["compression"]),
        ("Thumb pressures up the muscles beside the spine, waist to neck.", ["compression"]),
        ("Scoop with the flat hand from the arm up over the shoulder to the neck.", ["effleurage"]),
    ],
)
def test_one_clause_for_each_thing_that_hands_do(text: str, techniques: list[str]) -> None:
    """One clause for each thing that hands do."""
    assert [t for (t,) in parts(text, "technique")] == techniques


def test_hands_that_only_meet_each_other_do_nothing() -> None:
    """Hands that only meet each other do nothing."""
    routine, _ = read("Press the palms together and breathe in. Oil your palms and rub them together.")
    assert not [s for m in routine.movements for step in m.steps for s in step.strokes]


def test_what_is_found_somewhere_is_worked_on_there() -> None:
    """What is found somewhere is worked on there."""
    text = "Put both palms on the hips. If there are knots beside the spine, rub them with your thumbs."
    assert told(text)[-1]["over"] == ["spine_sides"]


def test_towards_each_other_is_no_pressing_in() -> None:
    """Towards each other is no pressing in."""
    assert told("Put both palms on the hips. Press them towards each other.")[-1]["direction"] == ["in"]


def test_a_stop_with_nothing_to_do_stays_a_limit() -> None:
    """A stop with nothing to do stays a limit."""
    routine, _ = read("Knead the hip. Stop if it hurts.")
    assert routine.movements[0].steps[-1].kind is Kind.LIMIT


def test_weight_off_the_bone_is_no_lifting_off() -> None:
    """Weight off the bone is no lifting off."""
    assert parts("Squeeze the calf muscle and lift it away from the bone.", "technique") == [("petrissage",)]


@pytest.mark.parametrize(
    ("text", "techniques"),
    [
        ("Both palms still on the hips, then gone.", ["hold", "release"]),
        ("Quiet hands to begin: one on the sacrum, one on the neck.", ["hold", "hold"]),
        ("Close: one hand on the sacrum, one on the neck, and silence.", ["hold", "hold"]),
        ("Begin with both hands on the hips and slide them up to the neck.", ["effleurage"]),
        ("One lays both palms on the hips and kneads them.", ["hold", "petrissage"]),
    ],
)
def test_verbless_lines_and_bookish_ones(text: str, techniques: list[str]) -> None:
    """Hands that are put, moved and gone with hardly a verb, and what "one" does."""
    assert [t for (t,) in parts(text, "technique")] == techniques


@pytest.mark.parametrize(
    "sentence", ["Kneading suits the fleshy parts.", "Last comes kneading, which wakes."]
)
def test_what_a_technique_is_good_for_is_a_note(sentence: str) -> None:
    """A technique that is explained or announced is not done."""
    routine, _ = read("Rub the neck. " + sentence)
    assert routine.movements[0].steps[-1].kind is Kind.NOTE


def test_a_step_on_behind_the_letting_go_goes_to_the_press() -> None:
    """The level is where the press starts once it travels; the line stays what it works on."""
    press = told("Thumbs beside the spine at the waist, press, let go, and hop up an inch.")[0]
    assert (press["start"], press["over"], press["direction"]) == ("waist", ["spine_sides"], ["up"])


def test_a_way_that_goes_on_belongs_to_its_own_verb():
    """Behind "then" and before another verb."""
    text = "Slide both palms down the back to the sacrum, then around the hips, and drag them up the ribs."
    assert [over for (over,) in parts(text, "over")] == [["back", "hip"], ["flank"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pick up the left trapezius and knead it from the neck to the shoulder.", [("neck", "shoulder")]),
        ("Take the thigh muscle in both hands and wring it.", [(None, None)]),
    ],
)
def test_to_take_up_muscle_belongs_to_kneading_it(text, expected):
    """What the hands take is what they work on at once."""
    assert parts(text, "start", "end") == expected
    assert [t for (t,) in parts(text, "technique")] == ["petrissage"]
