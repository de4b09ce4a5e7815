"""Kinds that no single word tells: idioms that bound, what is only seen, how the giver stands."""

import pytest

from effleurage.reading import read
from reading.slots import parts

BEGUN = (
    "Lay both palms on the lower back. Glide up the back to the shoulders. "
    "Knead the left shoulder with your thumbs. "
)
KINDS = [
    ("limit", "Easy does it."),
    ("limit", "Leave that arm alone."),
    ("limit", "The bony bits are sore, so let them be."),
    ("limit", "Elbows are only for thick muscle."),
    ("limit", "Press harder only if she asks you to."),
    ("limit", "The tip is sharp, so keep it off people."),
    ("limit", "There is no need to knead, rub or press."),
    ("limit", "It should never hurt."),
    ("note", "Nobody needs to be pounded."),
    ("limit", "Nobody has to be thumped: slow, gentle strokes do far more."),
    ("limit", "You mustn't poke at the throat."),
    ("note", "Don't come at me in the comments."),
    ("note", "See how the muscle melts under my thumbs."),
    ("note", "I used to go at it with my elbow until he complained."),
    ("note", "That was the last one, so I'll let you go."),
    ("note", "If he falls asleep, stay a little."),
    ("note", "The elbow is not to be forgotten."),
    ("note", "Petrissage consists of kneading movements."),
    ("repeat", "Flip sides and do the right one the same way."),
    ("setup", "Walk round to the left of the bed."),
    ("setup", "Pull up a stool."),
    ("setup", "Kneel beside her hip and bend her knee over your thigh."),
    ("setup", "Come round to his head."),
    ("setup", "Bend your knees and keep your back straight."),
    ("preparation", "Rub a little of it into your palms."),
    ("repeat", "Then the right, because fair is fair."),
    ("repeat", "Three of those, okay?"),
    ("stroke", "Put both hands on the sacrum and keep perfectly still for five breaths."),
    ("stroke", "Then take your fingers out slowly and do the same on the other shoulder."),
]


@pytest.mark.parametrize(("kind", "sentence"), KINDS)
def test_kind(kind: str, sentence: str) -> None:
    """A sentence's kind, behind others that set hands to work."""
    routine, _ = read(BEGUN + sentence)
    assert [str(step.kind) for m in routine.movements for step in m.steps][-1] == kind


SLOTS = [
    ("Do that like six seven times.", ("repeats",), (6,)),
    (
        "Place your thumb on the knot and reinforce it with the other.",
        ("technique", "hands"),
        ("hold", "both"),
    ),
    ("Lift both hands off slowly.", ("technique", "hands"), ("release", "both")),
    (
        "The heel of the right hand is used to push the left hip outwards.",
        ("tool", "hands"),
        ("heel", "right"),
    ),
    ("Clamp each trap between thumbs and fingers.", ("technique", "tool"), ("petrissage", "grip")),
    ("Choose one side of the body and knead it.", ("over", "side"), (["flank"], "one")),
    (
        "Begin with the flat of one hand and make big circles over the back.",
        ("tool", "hands"),
        ("palm", "one"),
    ),
    ("Run both palms up the backbone, one on each side.", ("over", "side"), (["spine_sides"], "both")),
    (
        "Slide both palms down the back so lightly that nothing stirs.",
        ("over", "pressure"),
        (["back"], "light"),
    ),
    ("Spread one hand over the sacrum.", ("technique", "start"), ("hold", "sacrum")),
    ("Knuckles next: drag them down the back.", ("tool", "direction"), ("knuckles", ["down"])),
    ("Slide your forearm up the back, elbow bent.", ("tool", "over"), ("forearm", ["back"])),
    ("Support the elbow in the palm of one hand.", ("tool", "hands"), ("palm", "one")),
    ("With one hand stretch the fingers, one at a time.", ("technique", "hands"), ("stretch", "one")),
    ("Knead the nearer side of the waist.", ("over", "end"), (["waist"], None)),
    ("Thumb pushes: push both thumbs out along the tops of the shoulders.", ("over",), (["shoulder_top"],)),
    (
        "Slide up an inch and press again, and so on until you meet the neck.",
        ("technique",),
        ("compression",),
    ),
    ("Make two strokes from the sacrum to the neck, lifting them away.", ("technique",), ("release",)),
    ("Dump your weight in.", ("technique", "pressure"), ("compression", "firm")),
    (
        "Lean your right fist into the left buttock, bending your knees.",
        ("tool", "over"),
        ("fist", ["buttock"]),
    ),
]


@pytest.mark.parametrize(("sentence", "slots", "values"), SLOTS)
def test_slots(sentence: str, slots: tuple[str, ...], values: tuple) -> None:
    """Slots of the last stroke, behind others that set hands to work."""
    assert parts(BEGUN + sentence, *slots)[-1] == values


def test_gapped_hand_is_placed() -> None:
    """A second hand without its noun is placed as well, at a place that a preposition opens."""
    text = "Place the right hand on the sacrum and the left between the shoulder blades."
    assert parts(text, "hands", "start") == [("right", "sacrum"), ("left", "upper_back")]


def test_supporting_hand_leaves_the_tool_at_work() -> None:
    """What supports does not take over the work."""
    text = "Put your elbow on the left buttock. My other hand goes around it. Lean in."
    assert parts(text, "technique", "tool")[-1] == ("compression", "elbow")


def test_heading_that_names_a_tool() -> None:
    """A heading of one word names the tool where what stands below is about the trunk."""
    text = "# Pressing\n\n## Forearms\n\nLay both forearms on the lower back. Rub one forearm over the hip."
    assert parts(text, "tool", "over")[-1] == ("forearm", ["hip"])


def test_trunk_article_titled_by_a_hand() -> None:
    """A title's limb counts only where the text is about it."""
    text = "# The hand at midnight\n\n" + BEGUN + "Rest one palm on the spine. Stroke the waist and the neck."
    assert parts(text, "tool", "start")[3] == ("palm", "spine")


@pytest.mark.parametrize(
    ("text", "techniques"),
    [
        ("Slip both hands under the head and let it lie in your palms.", ["hold"]),
        ("Put your hands under the head and ease them out.", ["hold", "release"]),
        ("Hold the head between your palms and draw it towards you.", ["hold", "stretch"]),
        ("Rest both palms on the back and release as slowly as you pressed.", ["hold", "release"]),
    ],
)
def test_what_held_hands_do_next(text: str, techniques: list[str]) -> None:
    """Hands that hold a head let it lie, leave it or pull it; a comparison is no stroke."""
    assert [technique for (technique,) in parts(text, "technique")] == techniques
