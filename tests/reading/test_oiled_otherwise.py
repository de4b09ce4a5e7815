"""Oil that is put on in other words, and movements that are only spoken of."""

import pytest

from effleurage.routine import Direction, Kind, Place, Technique

from .slots import last_step, strokes


@pytest.mark.parametrize(
    "sentence",
    [
        "Coat the whole back with it, making sure no area gets more than another, and let each smooth stroke"
        " run upward, since lymph drains in that direction.",
        "Using smooth strokes that always head up the back, spread the oil until all of it has an even film.",
        "Cover the entire back with the oil, every stroke running upward.",
        "Coat the back with it, letting every stroke go up.",
    ],
)
def test_the_strokes_that_oil_the_back_go_up_it(sentence):
    """One motion over the back; which way its strokes go is told beside it."""
    [stroke] = last_step("Warm some oil in your palms. " + sentence).strokes
    assert (stroke.technique, stroke.over, stroke.direction) == (
        Technique.EFFLEURAGE,
        (Place.BACK,),
        (Direction.UP,),
    )


def test_a_coat_is_still_worn():
    """The word is a verb only where something is coated."""
    assert last_step("Take off your coat and shoes.").kind is Kind.PREPARATION


@pytest.mark.parametrize(
    "sentence",
    [
        "The first long stroke traces an eight over the whole back, loosening it and warming the skin.",
        "This movement covers the whole back, softening the muscles and easing tension.",
    ],
)
def test_what_a_stroke_does_is_spoken_of_and_not_done(sentence):
    """Nothing is loosened yet: the stroke that does it is told behind."""
    assert last_step("Sit at your partner's side. " + sentence).strokes == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Use broad strokes that run upward, because that is where the lymph goes.",
        "Always glide upward, with the lymph.",
        "Stroke upward, as the lymph does.",
        "Use slow strokes and keep working up, the same way the lymph flows.",
    ],
)
def test_how_oil_is_spread_is_a_stroke_however_much_is_said_of_lymph(sentence):
    """A command to stroke one way, right behind the oil, is no mere reason."""
    step = last_step("Spread the oil over the whole back. " + sentence)
    assert step.kind is Kind.STROKE
    assert [stroke.direction for stroke in step.strokes] == [(Direction.UP,)]


@pytest.mark.parametrize(
    "sentence", ["Glide slowly and only upwards.", "Brush evenly, always up.", "Always stroke upward."]
)
def test_how_oil_is_spread_is_told_where_it_is_only_pointed_at(sentence):
    """What is rubbed over the back is the oil that the sentence before it names."""
    step = last_step("Tip some oil into your hand. Rub it over the back in a thin film. " + sentence)
    assert step.kind is Kind.STROKE
    assert [stroke.direction for stroke in step.strokes] == [(Direction.UP,)]


def test_muscle_that_is_rubbed_is_no_oil():
    """Without oil before it, or where the place is rubbed itself, it is friction."""
    for text in ("Find the muscle. Rub it over the hip.", "Oil your hands. Rub the hip hard."):
        assert strokes(text)[-1].technique is Technique.FRICTION


@pytest.mark.parametrize(
    "sentence",
    [
        "Use long strokes and always work upward, in the direction in which the lymph travels.",
        "Always stroke upward, the way the lymph runs.",
        "Use smooth strokes and keep working up, in the same direction that lymph drains.",
        "Stroke upward, the direction in which lymph flows.",
    ],
)
def test_strokes_that_go_the_way_of_the_lymph_are_done(sentence):
    """It is told to be done, and what lymph does is no more than why; nor is "in which" a way in."""
    step = last_step("Sit beside your partner and cover the whole back with oil. " + sentence)
    assert step.kind is Kind.STROKE
    assert [stroke.direction for stroke in step.strokes] == [(Direction.UP,)]


def test_what_lymph_does_is_still_a_reason():
    """Nobody is told to do it."""
    step = last_step("Cover the whole back with oil. The strokes go upward, the way the lymph runs.")
    assert step.kind is not Kind.UNREAD
    assert last_step("Cover the back with oil. Lymph travels upward, the way you stroke.").kind is Kind.NOTE


@pytest.mark.parametrize(
    "sentence",
    [
        "Oil is applied to the entire back in an even layer, in strokes that run upward.",
        "I put the oil on all of the back, stroking upward.",
        "Put some oil on the back with smooth strokes that climb upward.",
        "With soft strokes that travel upward, as lymph does, spread the oil until the whole back shines.",
        "Using even strokes in an upward direction, which suits the lymph, spread oil over the back.",
        "Get the oil onto the back with long strokes upwards.",
        "Begin by giving the back an even coat of oil, stroking upwards.",
    ],
)
def test_oil_that_is_put_on_the_back_is_spread_over_it(sentence):
    """However it comes there: one stroke over the back, going the way that is told before or after."""
    [stroke] = last_step("Sit beside your partner. " + sentence).strokes
    assert (stroke.technique, stroke.over, stroke.direction) == (
        Technique.EFFLEURAGE,
        (Place.BACK,),
        (Direction.UP,),
    )


@pytest.mark.parametrize(
    "sentence",
    ["Put some oil on your hands.", "Do not put oil on the back yet.", "If the back is dry, put oil on it."],
)
def test_oil_elsewhere_or_not_yet_is_not_spread(sentence):
    """In the giver's hands, forbidden, or only in case of need."""
    assert not any(Place.BACK in stroke.over for stroke in last_step(sentence).strokes)
