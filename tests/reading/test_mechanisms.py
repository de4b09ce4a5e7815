"""One test a ruling: short texts in our own words, and what must be understood of them."""

import pytest

from effleurage.reading import read
from effleurage.routine import Kind, Stroke

from .slots import strokes


def kinds(text: str) -> list[Kind]:
    """The kinds of a text's sentences."""
    routine, _ = read(text)
    return [step.kind for m in routine.movements for step in m.steps]


def told(stroke: Stroke) -> dict:
    """A stroke's slots as plain words, without those that say nothing."""
    found = {}
    for slot in (
        "technique",
        "hands",
        "tool",
        "start",
        "end",
        "over",
        "direction",
        "side",
        "pressure",
        "repeats",
    ):
        value = getattr(stroke, slot)
        if value in (None, ()) or (slot == "repeats" and value == 1):
            continue
        found[slot] = [str(v) for v in value] if isinstance(value, tuple) else value
    return found


CASES = [
    (
        "a verb with several path phrases is one clause",
        "Glide both palms up the back and out over the shoulders.",
        [
            {
                "technique": "effleurage",
                "hands": "both",
                "tool": "palm",
                "over": ["back", "shoulder"],
                "direction": ["up", "out"],
                "side": "both",
            }
        ],
    ),
    (
        "different techniques are different clauses",
        "Knead the left buttock with your fists, then tap it.",
        [
            {"technique": "petrissage", "hands": "both", "tool": "fist", "over": ["buttock"], "side": "left"},
            {"technique": "tapotement", "hands": "both", "tool": "fist", "over": ["buttock"], "side": "left"},
        ],
    ),
    (
        "verbs of one technique on one place are one clause",
        "Squeeze, roll and knead the tops of the shoulders.",
        [{"technique": "petrissage", "over": ["shoulder_top"], "side": "both"}],
    ),
    (
        "a stroke starts where the hands are",
        "Place your palms on the sacrum. Slide them up to the neck.",
        [
            {"technique": "hold", "hands": "both", "tool": "palm", "start": "sacrum"},
            {
                "technique": "effleurage",
                "hands": "both",
                "tool": "palm",
                "start": "sacrum",
                "end": "neck",
                "direction": ["up"],
            },
        ],
    ),
    (
        "a return is a clause of its own, reversed",
        "Stroke from the waist up to the shoulders with flat hands and back again.",
        [
            {
                "technique": "effleurage",
                "hands": "both",
                "tool": "palm",
                "start": "waist",
                "end": "shoulder",
                "direction": ["up"],
                "side": "both",
            },
            {
                "technique": "effleurage",
                "hands": "both",
                "tool": "palm",
                "start": "shoulder",
                "direction": ["down"],
                "side": "both",
            },
        ],
    ),
    (
        "circles with the thumbs rub, circles with the flat hand glide",
        "Make small circles on the sacrum with your thumbs. Make big circles over the back with your palms.",
        [
            {
                "technique": "friction",
                "hands": "both",
                "tool": "thumb",
                "over": ["sacrum"],
                "direction": ["circle"],
            },
            {
                "technique": "effleurage",
                "hands": "both",
                "tool": "palm",
                "start": "sacrum",
                "over": ["back"],
                "direction": ["circle"],
            },
        ],
    ),
    (
        "press and hold is one clause, and release another",
        "Press your thumb into the buttock, hold for five seconds and release.",
        [
            {
                "technique": "compression",
                "hands": "one",
                "tool": "thumb",
                "over": ["buttock"],
                "direction": ["into"],
                "side": "one",
            },
            {"technique": "release", "hands": "one", "tool": "thumb", "start": "buttock", "side": "one"},
        ],
    ),
    (
        "one hand on each of two places are two holds",
        "Place one hand on the sacrum and the other between the shoulder blades.",
        [
            {"technique": "hold", "hands": "one", "tool": "palm", "start": "sacrum"},
            {"technique": "hold", "hands": "one", "tool": "palm", "start": "upper_back"},
        ],
    ),
    (
        "thumb against fingers is a grip",
        "Pick up the muscle on top of each shoulder between thumb and fingers.",
        [
            {
                "technique": "petrissage",
                "hands": "one",
                "tool": "grip",
                "over": ["shoulder_top"],
                "side": "both",
            }
        ],
    ),
    (
        "toward the giver down the flank is outward",
        "With your fingertips on the spine, pull them toward you down the side of the back.",
        [
            {
                "technique": "effleurage",
                "tool": "fingertips",
                "start": "spine",
                "over": ["flank"],
                "direction": ["toward_giver", "out"],
                "side": "one",
            }
        ],
    ),
    (
        "the other hand follows does what the first did",
        "Place one hand on the sacrum. Fan it up and out. The other hand follows.",
        [
            {"technique": "hold", "hands": "one", "tool": "palm", "start": "sacrum"},
            {
                "technique": "effleurage",
                "hands": "one",
                "tool": "palm",
                "start": "sacrum",
                "direction": ["up", "out"],
            },
            {
                "technique": "effleurage",
                "hands": "one",
                "tool": "palm",
                "start": "sacrum",
                "direction": ["up", "out"],
            },
        ],
    ),
    (
        "the passive performs",
        "The palms are drawn up the back. The calf is kneaded.",
        [
            {
                "technique": "effleurage",
                "hands": "both",
                "tool": "palm",
                "over": ["back"],
                "direction": ["up"],
            },
            {"technique": "petrissage", "hands": "both", "tool": "palm", "over": ["leg"], "side": "one"},
        ],
    ),
    (
        "a range counts by its lower end, a few by three",
        "Knead the calf four to six times. Pat it a few times.",
        [
            {"technique": "petrissage", "over": ["leg"], "side": "one", "repeats": 4},
            {"technique": "tapotement", "over": ["leg"], "side": "one", "repeats": 3},
        ],
    ),
    (
        "a level and a line name one spot",
        "Place your thumbs on each side of the spine at the waist.",
        [
            {
                "technique": "hold",
                "hands": "both",
                "tool": "thumb",
                "start": "waist",
                "over": ["spine_sides"],
                "side": "both",
            }
        ],
    ),
    (
        "moving a joint is a stretch",
        "Bend the knee and rotate the ankle.",
        [{"technique": "stretch", "over": ["leg"], "side": "one"}],
    ),
    (
        "similes are not performed",
        "Knead the shoulders as if you were pressing dough into a tin.",
        [{"technique": "petrissage", "over": ["shoulder"], "side": "both"}],
    ),
    (
        "a verbless line is a stroke",
        "- Both palms, sacrum to neck, x 5\n- Thumb circles, lower back, light",
        [
            {
                "technique": "effleurage",
                "hands": "both",
                "tool": "palm",
                "start": "sacrum",
                "end": "neck",
                "direction": ["up"],
                "repeats": 5,
            },
            {
                "technique": "friction",
                "tool": "thumb",
                "over": ["lower_back"],
                "direction": ["circle"],
                "pressure": "light",
            },
        ],
    ),
]


@pytest.mark.parametrize(("ruling", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_a_ruling_of_the_contract_is_kept(ruling, text, expected):
    """The strokes of a short text are those that the ruling asks for."""
    got = [told(s) for s in strokes(text)]
    wanted = [{k: v for k, v in e.items() if v is not None} for e in expected]
    assert got == wanted, ruling


KINDS = [
    ("Warm the oil in your hands.", ["preparation"]),
    ("Dim the lights and lay a towel over the bed.", ["preparation"]),
    ("Your partner lies face down.", ["setup"]),
    ("Kneel beside the hips.", ["setup"]),
    ("Make a loose fist.", ["setup"]),
    ("Place your hands on the shoulders.", ["setup"]),
    ("Leave your hands on the shoulders for a minute.", ["stroke"]),
    ("Never press on the spine.", ["limit"]),
    ("Do not massage anyone with a fever.", ["note"]),
    ("Massage relieves stress and helps you sleep.", ["note"]),
    ("The back carries a lot of strain.", ["note"]),
    ("Knead the calf. Repeat on the other leg.", ["stroke", "repeat"]),
    ("Knead the calf. Three times.", ["stroke", "repeat"]),
    ("Knead the calf. Other side.", ["stroke", "repeat"]),
    ("Spread the oil over the back.", ["stroke"]),
    ("How hard should you press?", ["note"]),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_a_sentence_is_of_the_kind_of_what_it_does(text, expected):
    """Kinds go by what a sentence does here."""
    assert kinds(text) == expected


def test_a_repeat_takes_the_other_side_and_states_only_that():
    """Copies keep the slots and swap the side."""
    copy = strokes("Knead the left calf with your thumbs. Repeat on the other side.")[-1]
    assert told(copy) == {
        "technique": "petrissage",
        "hands": "both",
        "tool": "thumb",
        "over": ["leg"],
        "side": "right",
    }
    assert copy.stated == {"side"}
    assert copy.copied


def test_steps_are_named_by_their_numbers():
    """As in "Repeat steps 1 and 2" copies both and nothing else."""
    text = "1. Stroke the back.\n2. Knead the shoulders.\n3. Tap the buttocks.\n4. Repeat steps 1 to 2 twice."
    assert [s.technique for s in strokes(text)] == [
        "effleurage",
        "petrissage",
        "tapotement",
        "effleurage",
        "petrissage",
    ]


def test_a_heading_clears_the_context_and_supplies_what_it_names():
    """After a heading no hand is anywhere, and its technique is the one that is meant."""
    last = strokes(
        "# A\n\n## One\n\nSlide your palms up the back.\n\n## Kneading\n\nWork over the buttocks."
    )[-1]
    assert told(last) == {"technique": "petrissage", "over": ["buttock"], "side": "both"}


def test_a_list_that_begins_again_is_a_movement_of_its_own():
    """A lost heading does not join two movements."""
    text = "# T\n\n## A\n\n1. Stroke the back.\n2. Knead it.\n\nIt soothes.\n\n1. Tap the calf.\n2. Pat."
    routine, _ = read(text)
    assert [(m.title, len(m.steps)) for m in routine.movements] == [("A", 2), (None, 3)]


def test_limits_inside_positive_sentences_are_kept():
    """A sentence with motion and a prohibition is a stroke with a limit."""
    routine, _ = read("Knead the neck gently, but stay off the throat.")
    (movement,) = routine.movements
    assert movement.steps[0].kind == "stroke"
    assert [(routine.words(x.span), x.avoid) for x in movement.limits] == [("stay off the throat", "front")]


def test_what_is_told_for_one_side_is_marked():
    """The movement is marked and the report says so; no stroke is added."""
    routine, report = read("Place one hand beside the spine. Fan the hand up and out.")
    assert routine.movements[0].both_sides
    assert [f.code for f in report.findings] == ["R110"]


def test_a_giver_told_of_by_trade_works_with_their_own_arms():
    """After "your therapist", "he" is the giver and "his elbow" a tool."""
    last = strokes("Your therapist kneads the shoulders. He presses his elbow into the buttock.")[-1]
    assert (last.technique, last.tool, last.over) == ("compression", "elbow", ("buttock",))


def test_a_leading_side_of_the_back_is_a_side_and_no_place():
    """A leading "On the left side of the back, place …" leaves the start to the place that follows."""
    (hold,) = strokes("On the left side of the back, lay one hand on the lower back.")
    assert (hold.start, hold.side) == ("lower_back", "left")


def test_letting_a_stroke_go_along_a_path_is_no_release():
    """A thing that is let go somewhere moves there; a thing that is let go is released."""
    text = "Draw both palms up the back. Repeat up to the neck, and let the last one go over the shoulder."
    assert [s.technique for s in strokes(text)] == ["effleurage"] * 3
    assert strokes("Squeeze the shoulder and let go.")[-1].technique == "release"


def test_staying_below_a_place_is_a_limit():
    """Nobody rests a tool on the place that is to be left alone."""
    routine, _ = read("Glide the forearm up the back. Stay below the neck.")
    (movement,) = routine.movements
    assert movement.steps[-1].kind == "limit"
    assert [x.avoid for x in movement.limits] == ["neck"]


def test_a_word_broken_at_a_line_end_is_one_word():
    """Scanned pages part words with a hyphen."""
    assert strokes("Knead the but-\ntocks.")[-1].over == ("buttock",)


def test_the_named_hand_that_follows_does_what_the_other_did():
    """As in "The right hand follows on the same side": way and side are kept, by a copy the hold too."""
    text = (
        "On the right side of the back, place your left hand on the sacrum. Fan it up and out. "
        "The right hand follows on the same side. Repeat on the left side."
    )
    told_of = [(s.technique, s.direction, s.side) for s in strokes(text)]
    fan = ("effleurage", ("up", "out"))
    one = [("hold", (), "right"), (*fan, "right"), (*fan, "right")]
    assert told_of == one + [(t, d, "left") for t, d, _ in one]
