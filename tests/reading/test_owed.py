"""Which movements owe the other side the same, once the whole article is read."""

import sys
from dataclasses import replace

import pytest

from effleurage.reading import read
from effleurage.reading._owed import settled

ONE = "## One\n\nKnead the left shoulder.\n\n"
TWO = "## Two\n\nPress along the left buttock.\n\n"


@pytest.mark.parametrize(
    ("text", "owed"),
    [
        (ONE + TWO, [True, True]),
        (ONE + TWO + "## Three\n\nRepeat all of this on the right side.\n", [False, False, False]),
        (ONE + TWO + "## Three\n\nRepeat all of this.\n", [True, True, True]),
    ],
)
def test_a_movement_owes_nothing_that_another_one_does(text, owed):
    """What is done again on the other side later is paid; what is only done again is not."""
    routine, report = read(text)
    assert [movement.both_sides for movement in routine.movements] == owed
    assert len([finding for finding in report.findings if finding.code == "R110"]) == sum(owed)


def test_the_giver_is_told_of_beside_the_receiver():
    """Whose position is whose is told by who does it."""
    routine, _ = read("She lies on her front with her forehead on her hands, and you kneel at the head.")
    said = routine.movements[0].steps[0].arrangement
    assert (said.posture, said.giver, said.stance) == ("forehead_on_hands", "head", "kneeling")


def test_a_receiver_who_sits_is_no_giver_who_sits():
    """The chair is theirs, and the giver stays where they were told to be."""
    routine, _ = read("Your colleague sits the wrong way round on the chair. Knead both shoulders.")
    said = routine.movements[0].steps[0].arrangement
    assert (said.posture, said.stance, said.giver) == ("seated", None, None)


def test_fingertips_that_are_stood_on_end_are_nobody_standing():
    """The verb has another object."""
    routine, _ = read("Stand your fingertips along the neck and rub across, first on one side.")
    assert routine.movements[0].steps[0].arrangement is None


def test_what_is_owed_is_settled_in_a_time_that_grows_with_the_article():
    """Ten times as many movements take about ten times as many looks at their strokes, and not a hundred."""

    def looks(many: int) -> int:
        told = read("Knead the left calf.\n\nGlide up the left thigh.")[0].movements[0]
        movements = [replace(told, both_sides=True) for _ in range(many)]
        count = 0

        def count_calls(_frame, event, _arg):
            nonlocal count
            count += event == "call"

        sys.setprofile(count_calls)
        try:
            settled(movements)
        finally:
            sys.setprofile(None)
        return count

    assert looks(200) < 12 * looks(20)
