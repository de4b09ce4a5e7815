"""The side that the words tell is worked on, as often as they say, and by a giver who is where they say."""

from .scores import LEFT, RIGHT, changes, runs, sides

LEFT_BLADE = (
    "## Warming\n\nKnead the left shoulder blade with one hand.\n\n## Pressing\n\nPress the left buttock.\n"
)


def test_what_another_movement_does_on_the_other_side_is_done_there_once():
    """Two movements are told for the left, and the last one does all of that on the right."""
    text = LEFT_BLADE + "\n## Closing\n\nNow do all of that on the right.\n"
    assert sides(text, "petrissage") == [LEFT, RIGHT]
    assert sides(text, "compression") == [LEFT, RIGHT]


def test_what_nobody_does_on_the_other_side_is_still_owed_there():
    """Told for one side, performed on both."""
    assert sides(LEFT_BLADE, "petrissage") == [LEFT, RIGHT]


def test_a_side_that_is_only_told_by_what_follows_is_worked_on_first():
    """One leg, then the same on the left: the first one is the right one."""
    text = "## The calf\n\nKnead one calf with both hands.\n\n## Then\n\nNow do it all on the left leg.\n"
    assert [run.cue.region for run in runs(text)] == ["right leg", "left leg"]


def test_hands_that_have_each_done_their_own_side_do_it_no_second_time():
    """The point of the shoulder is one, and both hands are on theirs."""
    text = "Take the muscle on top of each shoulder between thumbs and fingers and knead it. "
    text += "Knead from the neck out to the point of the shoulder."
    assert len([run for run in runs(text) if len(run.hands) == 2]) == len(runs(text)) == 1


def test_up_one_side_then_the_other_sends_back_nothing_before_it():
    """The fans of the line before are not done again with the forearm's second side."""
    text = "1. Fan strokes, alternate hands, lower back to mid back\n"
    text += "2. Forearm glide up left erectors from hip crest to shoulder blade, then right\n"
    assert len([run for run in runs(text) if run.tool == "palm"]) == 2
    assert [run.signs for run in runs(text) if run.tool == "forearm"] == [(LEFT,), (RIGHT,)]


def test_the_far_side_is_reached_from_where_the_giver_is():
    """Across to the far hip and back: nobody walks round for it, and the hands cross the midline."""
    text = "Sit beside her hip. Lay your hands side by side on the lower back. "
    text += "Glide them across to the far hip and back toward you."
    assert {change.station.side for change in changes(text)} == {"left"}
    (run,) = runs(text)
    assert run.begin[1] > 0
    assert min(point[1] for leg in run.legs if leg.travels for point in leg.points) < -0.08


def test_hands_in_turn_have_a_side_each_where_none_is_told():
    """Long strokes from the neck to the tailbone, one hand following the other, are not done on one half."""
    text = "Long light strokes from the neck to the tailbone, one hand following the other."
    assert {(run.hands, run.signs) for run in runs(text)} == {((0,), (LEFT,)), ((1,), (RIGHT,))}


def test_one_hand_kneads_both_sides_of_the_neck_while_the_other_holds_the_forehead():
    """The hand that holds is not the one that kneads, on either side."""
    text = "Hold the forehead in one hand and knead the neck with the other."
    holding, *kneading = runs(text)
    assert [run.hands for run in kneading] == [(1 - holding.hands[0],)] * 2


def test_one_hand_stays_while_the_other_is_laid_elsewhere():
    """Two places at a time take two hands."""
    first, second = runs("Hands resting: one sacrum, one between the shoulder blades, 3 breaths")
    assert first.sustained
    assert first.hands != second.hands


def test_the_near_side_is_the_givers_and_the_far_side_the_other():
    """Whatever side was worked on before."""
    text = "Knead the right shoulder. Knead the flank from the armpit to the waist, "
    text += "first on the side nearest you and afterwards on the far side."
    assert sides(text, "petrissage") == [RIGHT, LEFT, RIGHT]


def test_do_the_left_as_well_plays_each_side_once():
    """What was told for one side or none before a right one is sent back with it."""
    text = (
        "Put one hand on the forehead and knead the neck with the other. Press the right shoulder blade with "
    )
    text += "your thumb. Repeat all of this on the left side."
    assert sides(text, "compression") == [RIGHT, LEFT]


def test_right_first_and_then_left_is_all_that_is_done():
    """The sentence that shows how it goes names no side, and is not a third time."""
    text = "Lay one forearm along the top of her shoulder and roll it. Right shoulder first, and then left."
    assert sides(text, "petrissage") == [RIGHT, LEFT]


def test_a_hand_that_steadies_a_shoulder_goes_along_to_the_other():
    """On the other side it steadies the other shoulder."""
    text = (
        "Place one hand on the left shoulder to steady it. With the fingertips of the other hand, make small "
    )
    text += "circles along the edge of the shoulder blade. Repeat all of this on the right side."
    assert sides(text, "hold") == [LEFT, RIGHT]
