"""A back that is covered with oil: one stroke, whose way a sentence behind it may tell."""

import pytest

from effleurage.routine import Direction, Kind, Place, Technique
from reading.slots import last_step, steps, strokes

SAT = "Sit by your partner. "


@pytest.mark.parametrize(
    "text",
    [
        "Warm a little oil and coat the back with it. Every stroke should be smooth and go upward.",
        "Take some oil and cover the whole back evenly with it, using smooth upward strokes.",
        "Pour oil into your palm. Cover the entire back with an even layer of it, stroking upward.",
        "Put oil on your hands. Coat the back evenly with it, working in long strokes which run upward.",
        "Warm the oil first. Then cover the back with it, gliding smoothly upward.",
        "With oil on your hands, cover the back evenly. The strokes ought to be smooth and upward.",
        "Oil your hands and cover their back with an even film. Keep the strokes moving up the back.",
        "With long strokes that glide up the back, cover all of it with a thin layer of oil.",
        "Stroking upward over the back, cover the entire region with a film of oil.",
        "Working up the back, cover it with oil.",
        "Cover the whole area with an even layer of oil, moving up the back.",
        "Cover all of the back with an even coat of massage oil, gliding upward.",
        "Cover the back with warm massage oil, gliding upward.",
        "Coat the back with an even coat of lotion, stroking up, the way the lymph runs.",
    ],
)
def test_oil_is_spread_upward(text):
    """However many sentences tell it."""
    (spread,) = strokes(SAT + text)
    assert (spread.technique, spread.over) == (Technique.EFFLEURAGE, (Place.BACK,))
    assert spread.direction == (Direction.UP,)


@pytest.mark.parametrize(
    "text",
    [
        "Work the oil over her whole back.",
        "I sit at his left and work a film of oil over the back until it shines.",
        "Kneel beside them and work the lotion all over their back.",
        "Pour a little lotion into your palm. Rub it all over the back.",
        "Oil your hands well. Massage it evenly across the whole back.",
        "Take some oil. Work it in a thin film over her back.",
    ],
)
def test_oil_that_is_worked_over_a_back_is_spread_there(text):
    """Also where somebody takes a position for it in the same sentence."""
    (spread,) = strokes(text)
    assert (spread.technique, spread.over) == (Technique.EFFLEURAGE, (Place.BACK,))


@pytest.mark.parametrize(
    "text",
    [
        "Fold the towel and cover the back with it.",
        "Cover their back with a sheet.",
        "Cover the back.",
        "Cover the whole area with a towel.",
        "Cover the area around the hips with a towel.",
    ],
)
def test_a_back_is_covered_with_cloth(text):
    """What is draped is no stroke."""
    assert not strokes(SAT + text)


@pytest.mark.parametrize(
    "text",
    ["Coat the back in oil.", "Coat the whole back in warm oil.", "Cover the back all over in lotion."],
)
def test_what_it_is_coated_in_is_no_way(text):
    """Nothing goes in toward the spine."""
    (spread,) = strokes(SAT + text)
    assert (spread.over, spread.direction) == ((Place.BACK,), ())


@pytest.mark.parametrize("text", ["Put some oil on your hands.", "Pour a little oil into your palms."])
def test_oil_in_the_hands_is_preparation(text):
    """Nobody is touched yet."""
    assert steps(SAT + text)[-1].kind is Kind.PREPARATION
    assert not last_step(SAT + text).strokes


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Take some lotion and stroke it over the back, going upward each time.", False),
        ("Get oil on your palms and smooth it over the back, gliding up the body each time.", False),
        ("Rub the oil over the whole back, moving up each time.", False),
        ("Stroke over the back, going up an inch each time.", True),
    ],
)
def test_a_way_that_was_left_open_is_told_behind_it(text, row):
    """It is the strokes' own, and no row of strokes that begin further and further up."""
    [spread] = last_step(SAT + text).strokes
    assert (spread.direction, spread.progress) == ((Direction.UP,), row)


@pytest.mark.parametrize(
    "text",
    [
        "Stroke upward until the entire back carries a thin layer.",
        "Glide up with both hands till the whole of the back bears a light film.",
        "Slide both palms up, over and over, until all of the back gleams.",
        "Glide your hands up until the whole back shines; moving upward ensures that you go with the lymph.",
    ],
)
def test_oil_is_stroked_on_until_it_shows_all_over(text):
    """Where it shows in the end is what was gone over; what is good about the way takes it no further."""
    [spread] = last_step("Begin by spreading the oil. " + text).strokes
    assert (spread.over, spread.direction, spread.progress) == ((Place.BACK,), (Direction.UP,), False)


@pytest.mark.parametrize(
    "seat", ["From a chair at your client's side,", "From a kneeling position at their side,"]
)
def test_where_somebody_sits_is_no_side(seat):
    """Oil that is put on from there is put on the whole back."""
    (spread,) = strokes(seat + " apply an even coating of oil to the back, with long strokes that go up.")
    assert (spread.technique, spread.direction) == (Technique.EFFLEURAGE, (Direction.UP,))
    assert spread.side is None
