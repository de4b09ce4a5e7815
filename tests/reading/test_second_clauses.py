"""Second clauses: hands that leave in one word, gerunds side by side, pairs told twice, ways back."""

import pytest

from reading.slots import parts


@pytest.mark.parametrize(
    ("text", "techniques"),
    [
        ("Rest both palms on the back. And off.", ["hold", "release"]),
        ("Left forearm on the hip, lean in, five breaths, off.", ["compression", "release"]),
        ("Stroke the arm with one palm down to the hand, and off.", ["effleurage"]),
        ("Rest both palms on the back. Lift hands off slowly.", ["hold", "release"]),
        ("Pat the thighs with flat palms, then hacking with loose fists.", ["tapotement", "tapotement"]),
        (
            "Begin by raking your fingertips over the scalp and brushing down over the neck.",
            ["effleurage", "effleurage"],
        ),
        ("Press the hip with your fists and let up, press and let up.", ["compression", "release"]),
        ("Linger on it with one thumb and press till it softens.", ["compression"]),
        ("Float one hand onto the hip and the other onto the neck.", ["hold", "hold"]),
        (
            "Two flat hands, neck to sacrum beside the spine, back up over the ribs to the armpits.",
            ["effleurage", "effleurage"],
        ),
    ],
)
def test_what_is_a_clause_of_its_own(text: str, techniques: list[str]) -> None:
    """As many clauses as motions, each once."""
    assert [t for (t,) in parts(text, "technique")] == techniques


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Roll the flesh of the hip, passing it from one hand to the other.", ("alternate", "palm")),
        ("Knead the upper arm from the elbow up with one hand.", ("one", "palm")),
    ],
)
def test_hands_and_joints(text: str, read: tuple[str, str]) -> None:
    """Flesh that is handed on, and a joint where the stroke sets out."""
    assert parts(text, "hands", "tool") == [read]


def test_the_same_verb_again_goes_on() -> None:
    """What is squeezed again behind a first squeeze sends nowhere back, and keeps its way."""
    text = "Hold the neck with one hand. Squeeze it, then squeeze it again, from the nape up to the hair."
    assert parts(text, "technique", "direction")[-1] == ("petrissage", ["up"])


def test_the_limb_that_is_laid_ready_gives_the_side() -> None:
    """Also where "so that" leads to it."""
    text = "Sit so that the left foot rests on your thigh. Hold the foot between your palms."
    assert parts(text, "side")[-1] == ("left",)
