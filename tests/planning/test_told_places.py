"""Strokes are done where the words say: beside the spine as far as a level, at the spot where hands lie."""

import numpy as np

from effleurage.routine import Place

from .scores import ends, legs, level, places, runs, where

THUMBS = "Place your thumbs on each side of the spine at waist level, press in for five seconds, release, "
THUMBS += "and slide them up an inch. Carry on like that until you come to the base of the neck."


def test_beside_the_spine_as_far_as_the_waist_stays_beside_the_spine():
    """The waist says how far, and does not draw the hands out to the sides."""
    text = "Place your palms on the upper back. Slide them down either side of the spine as far as the waist."
    ((x, o),) = ends(text, "effleurage")
    assert abs(x - level(Place.WAIST)) < 0.02
    assert o == where().lane("palm")


def test_thumbs_press_on_beside_the_spine_down_to_the_waist():
    """Work in place keeps to its line, too."""
    text = "Press with both thumbs beside the spine from the neck base down to the waist."
    assert {round(o, 3) for _, o in ends(text, "compression")} == {round(where().lane("thumb"), 3)}


def test_press_release_and_slide_creep_on_to_where_the_words_say():
    """One press at a spot, an inch further the next, from the waist to the neck, and none goes back."""
    spots = [x for x, _ in places(THUMBS, "compression")]
    assert len(spots) == len(legs(THUMBS, "compression")) >= 8
    assert abs(spots[0] - level(Place.WAIST)) < 0.02
    assert abs(spots[-1] - level(Place.NECK_BASE)) < 0.02
    assert np.all(np.diff(spots) > 0.015)


def test_a_creeping_press_is_told_first_in_the_words_that_show_it():
    """Then in those that carry it on."""
    pressed = [leg.cue.stroke for leg in legs(THUMBS, "compression")]
    assert pressed[0] < pressed[1] == pressed[-1]


def test_hands_that_were_put_somewhere_press_there():
    """No line is pressed along where the words name none."""
    text = "Put both thumbs in the groove between the shoulder blades. Lean in slowly for three seconds."
    (spot,) = set(places(text, "compression"))
    assert abs(spot[0] - level(Place.UPPER_BACK)) < 0.02


def test_move_an_inch_and_press_again_begins_an_inch_further():
    """The spot that has been pressed is not pressed again."""
    text = "Put both thumbs between the shoulder blades. Press for three seconds and ease off. "
    text += "Move an inch toward the neck and press again."
    first, *others = [x for x, _ in places(text, "compression") if x is not None]
    assert max(others) > first + 0.02
    assert len([x for x in others if abs(x - first) < 1e-6]) <= 1


def test_and_back_again_goes_back():
    """Kneading there and back ends where it began."""
    text = "Hacking from the shoulders to the buttocks and back."
    there = places(text, "tapotement")[0]
    assert abs(ends(text, "tapotement")[-1][0] - there[0]) < 0.03


def test_from_one_hip_to_the_other_crosses_the_back():
    """One hand sets out on one hip and arrives on the other."""
    text = (
        "Rest one hand on the sacrum. Then stroke straight across the lower back, from one hip to the other, "
    )
    text += "with the flat of your hand."
    assert runs(text)[-1].begin[1] > 0.08
    assert ends(text, "effleurage")[-1][1] < -0.08


def test_a_way_back_along_the_ribs_goes_along_the_ribs():
    """Not straight to where the hands set out."""
    text = "Lay both palms on the lower back, one either side of the spine. Glide up to the shoulders and "
    text += "come back down the sides of the ribs to where you began."
    back = legs(text, "effleurage")[-1]
    flank = where().at_share(level(Place.FLANK), 0.6)
    assert max(point[1] for point in back.points) > flank
    assert tuple(back.points[-1]) == runs(text)[0].begin


def test_pulling_back_up_to_the_armpits_ends_at_the_armpits():
    """A way back with an end of its own has that end."""
    text = "Place your palms on the upper back and slide them down beside the spine to the waist. "
    text += "Pull back up along the ribs to the armpits."
    x, o = ends(text, "effleurage")[-1]
    assert abs(x - level(Place.ARMPIT)) < 0.05
    assert o > where().at_share(x, 0.6)


def test_two_hands_on_the_scalp_have_a_half_each():
    """Not one and the same spot."""
    (run,) = runs("Make small circles over the whole scalp with the fingertips of both hands.")
    assert run.chart == "head"
    assert run.signs == (1.0, -1.0)
    assert run.begin[1] > 0.2


def test_wringing_across_the_waist_takes_both_hands():
    """Hands that work in turn at one place are both there."""
    text = "Knead the far flank, hand over hand. Wring across the waist, hand over hand."
    last = runs(text)[-1]
    assert last.hands == (0, 1)
    assert last.signs == (1.0, -1.0)


def test_circles_go_round_what_the_words_name():
    """Not where the hands were left."""
    text = "Slide both palms down the sides of the back to the hips. "
    text += "With the palm of one hand make broad circles over the right shoulder blade."
    assert abs(runs(text)[-1].begin[0] - level(Place.SHOULDER_BLADE)) < 0.05


def test_kneading_a_flank_from_end_to_end_pulls_nothing_up_in_one_spot():
    """Flat hands that lie round the side already knead along it."""
    text = "Lay both palms on the waist. Knead the flanks from the waist to the armpits."
    assert len(places(text, "petrissage")) > 2


def test_beside_the_spine_from_the_shoulders_down_begins_beside_the_spine():
    """The shoulders say how high, and do not draw the hands out."""
    text = "With the heels of your hands, press down both sides of the spine from the shoulders to the waist."
    assert runs(text)[0].begin[1] == where().lane("heel")


def test_pressing_outward_along_a_ridge_goes_out():
    """From the neck to the point of the shoulder, not at one spot."""
    text = "Press with your thumbs along the top of the shoulders from the neck outward."
    outward = [o for _, o in ends(text, "compression")]
    assert len(outward) >= 2
    assert outward[-1] > runs(text)[0].begin[1] + 0.06


def test_just_short_of_the_neck_is_just_below_its_base():
    """The neck begins at its base, and a glide that stops short of the one stops short of the other."""
    up = "Lay both palms on the lower back. Slide them up beside the spine to just below the "
    (neck,) = ends(up + "neck.", "effleurage")
    (base,) = ends(up + "base of the neck.", "effleurage")
    assert neck == base


def test_hands_pass_each_other_below_the_neck():
    """From the tops of the shoulders they come in over the back: no hand crosses the bones of the neck."""
    text = "Place both hands on the lower back. Slide them up the sides of the spine to the neck. "
    text += "Bring them in over the tops of the shoulders, and let the hands pass each other."
    passed = [leg for leg in legs(text, "effleurage") if np.any(leg.shift)]
    assert passed
    for leg in passed:
        ahead = leg.points[:, :1] + leg.shift
        assert np.all(ahead[np.abs(leg.points[:, 1]) < 0.05] <= level(Place.NECK_BASE))
