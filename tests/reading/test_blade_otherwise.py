"""The shoulder blade and the neck in other words: where the blade ends, hands that get to work there."""

import pytest

from effleurage.routine import Direction, Hands, Place, Relation, Side, Technique

from .slots import last_step, strokes


@pytest.mark.parametrize(
    "sentence",
    [
        "Set one hand down where the shoulder blade ends at the bottom.",
        "Stretch the fingers of one hand wide and set it down where the shoulder blade ends.",
        "Spread the fingers of one hand and lay it where the blade comes to its lower point.",
        "Lay a hand where the shoulder blade stops.",
    ],
)
def test_where_the_blade_ends_is_its_lower_tip(sentence):
    """One hand is laid on one blade, and its fingers stretch nobody."""
    [stroke] = last_step(sentence).strokes
    assert (stroke.technique, stroke.start, stroke.side) == (Technique.HOLD, Place.SHOULDER_BLADE, Side.ONE)
    assert stroke.start_spot is not None
    assert stroke.start_spot.relation is Relation.BOTTOM


@pytest.mark.parametrize("verb", ["tending", "leaning", "veering", "inclining"])
def test_what_it_tends_to_is_where_it_ends(verb):
    """The row goes round the blade, and a glide out over the shoulder ends at the armpit."""
    text = (
        "Lay one hand at the tip of the shoulder blade. Brush it up and out. The other follows. Keep going"
        f" like this round the whole blade and then out over the shoulder, always {verb} toward the armpit."
    )
    assert [(s.over, s.end) for s in last_step(text).strokes] == [
        ((Place.SHOULDER_BLADE,), None),
        ((Place.SHOULDER,), Place.ARMPIT),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The other hand gets to work at the base of the neck, lifting the muscles and kneading them.",
        "With the other, set about the muscles at the base of the neck, lifting and kneading them.",
        "Meanwhile the other one works the muscles at the base of the neck, pulling and kneading them.",
    ],
)
def test_the_other_hand_gets_to_work(sentence):
    """It kneads there, and not where the first hand rests."""
    [stroke] = last_step("Lay one hand softly on the back of the head. " + sentence).strokes
    assert (stroke.technique, stroke.over) == (Technique.PETRISSAGE, (Place.NECK_BASE,))
    assert stroke.other_hand


def test_what_the_other_hand_is_used_on_is_what_is_lifted():
    """The place stands before the colon."""
    text = (
        "Lay one hand on the back of the head. Use your other hand on the base of the neck: lift the muscle."
    )
    [stroke] = last_step(text).strokes
    assert (stroke.over, stroke.other_hand) == ((Place.NECK_BASE,), True)


@pytest.mark.parametrize(
    "where", ["low on the neck", "low down on the neck", "at the lower part of the neck"]
)
def test_low_on_the_neck_is_at_its_base(where):
    """Where the neck meets the shoulders, and not the whole neck."""
    text = f"Rest one hand on the back of the head. With the other, knead the muscles {where}."
    assert [s.over for s in last_step(text).strokes] == [(Place.NECK_BASE,)]


@pytest.mark.parametrize(
    "way",
    [
        "Carry on round the whole blade, then out over the shoulder, and head for the armpit.",
        "Keep going around the blade, then over the shoulder, and make for the armpit.",
        "Carry on all round the blade, then out across the shoulder, and aim for the armpit.",
    ],
)
def test_the_way_round_the_blade_is_one_to_its_end(way):
    """The way goes on over the shoulder, and ends where hands head for."""
    text = "Lay one hand at the tip of the shoulder blade. Brush it up and out. The other follows. " + way
    assert [(s.over, s.end) for s in last_step(text).strokes] == [
        ((Place.SHOULDER_BLADE, Place.SHOULDER), Place.ARMPIT)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "When the first has brushed up and out, the second comes after it, and so they go on, all round the "
        "shoulder blade and out over the shoulder, toward the armpit.",
        "Once the first hand has swept up and out, the other follows it, and they continue round the "
        "shoulder blade and out over the shoulder, toward the armpit.",
    ],
)
def test_two_hands_that_go_on_round_the_blade(sentence):
    """What the first has done is its fan, and where both go on is the way of the row."""
    laid = "Set one hand at the bottom of the shoulder blade. "
    first, second, on = last_step(laid + sentence).strokes
    assert [str(way) for way in first.direction] == ["up", "out"]
    assert second.follows
    assert ([str(p) for p in on.over], str(on.end)) == (["shoulder_blade", "shoulder"], "armpit")


@pytest.mark.parametrize(
    "sentence",
    [
        "cover the area all round the shoulder blade, then out over the shoulder toward the armpit.",
        "cover the whole area around the blade, and then out over the shoulder to the armpit.",
        "cover the skin all the way round the shoulder blade, then out over the shoulder to the armpit.",
    ],
)
def test_what_hands_cover_they_go_over(sentence):
    """The row goes round the blade, and nobody is draped."""
    text = (
        "Lay one hand at the tip of the shoulder blade, fingers splayed. Sweep it up and out. Let the second"
        " hand follow it, and "
    )
    follows, row = last_step(text + sentence).strokes
    assert follows.other_hand
    assert (row.over, row.end) == ((Place.SHOULDER_BLADE, Place.SHOULDER), Place.ARMPIT)
    assert row.direction == (Direction.AROUND, Direction.OUT)


@pytest.mark.parametrize(
    "text",
    [
        "Fan up and out; second follows.",
        "Brush it up and out, other takes over.",
        "Sweep it up and out; second comes after.",
    ],
)
def test_a_bare_second_is_the_hand(text):
    """It acts at once, and is neither a step nor a side."""
    told = strokes("Put one hand on the shoulder blade. " + text)
    assert [(s.hands, s.follows) for s in told[1:]] == [(Hands.ONE, False), (Hands.ONE, True)]


@pytest.mark.parametrize(
    "text",
    ["Hold the other ready.", "Keep your second hand ready on the same side.", "The other hand waits."],
)
def test_a_hand_that_was_held_ready_follows(text):
    """What is said of it in between changes nothing about which hand works."""
    sweep = "Sweep the first hand up and out, then send the second one after it."
    told = strokes(f"Put one hand on the shoulder blade. {text} {sweep}")
    assert (told[-1].hands, told[-1].follows) == (Hands.ONE, True)


@pytest.mark.parametrize(
    "text",
    ["Go on like this all about the shoulder blade.", "Carry on all about the blade to the armpit."],
)
def test_all_about_is_all_round(text):
    """The row goes round the blade."""
    fan = "Put one hand on the shoulder blade. Fan up and out; the other hand follows. "
    assert Direction.AROUND in strokes(fan + text)[-1].direction


@pytest.mark.parametrize("aim", ["with the armpit as your target", "with the armpit as the goal of it"])
def test_what_the_way_is_aimed_at_ends_it(aim):
    """It goes there, and not over it."""
    fan = "Put one hand on the shoulder blade. Fan up and out. The waiting hand does the same. "
    told = strokes(fan + f"Carry on all round the blade and out over the shoulder, {aim}.")
    assert told[2].follows or told[2].other_hand
    assert (told[-1].over, told[-1].end) == ((Place.SHOULDER_BLADE, Place.SHOULDER), Place.ARMPIT)


def test_its_direction_is_where_the_way_leads():
    """A direction that belongs to a place leads toward it."""
    stroke = last_step("Glide one palm out over the shoulder in the armpit's direction.").strokes[-1]
    assert (stroke.over, stroke.end) == ((Place.SHOULDER,), Place.ARMPIT)


@pytest.mark.parametrize(
    "lead", ["Working in this way,", "In this way,", "Going on like this,", "Proceeding in this manner,"]
)
def test_in_this_way_they_go_round_it(lead):
    """What is set off by a comma tells how the hands go on, and is not done once more besides."""
    text = (
        "Lay one hand at the bottom of the shoulder blade. Brush it up and out. The other hand follows. "
        f"{lead} go all round the blade and out over the shoulder to the armpit."
    )
    row = last_step(text).strokes[-1]
    assert (row.over[0], row.end, row.progress) == (Place.SHOULDER_BLADE, Place.ARMPIT, True)
