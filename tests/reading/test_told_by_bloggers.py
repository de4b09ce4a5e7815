"""Told by bloggers: ways to the next place, seats for strokes, rows that go on, talk that moves nothing."""

import pytest

from effleurage.reading import read
from effleurage.routine import Direction, Hands, Kind, Place, Posture, Technique, Tool

from .slots import last_step, parts, steps, strokes

FANNED = "Lay one palm at the base of the spine, fingers splayed. Fan it up and out. "
BLADE = " Rest one hand at the foot of the shoulder blade, fingers apart."
ROW = "Place one hand on the sacrum. Fan it up and out. Let the other hand follow on the same side. "
FOREARM = "Lay your forearm beside the spine, the elbow above the buttock. "


@pytest.mark.parametrize(
    "way",
    [
        "Next, go on to the shoulders.",
        "After that, head for the butterfly shoulder.",
        "Make your way to the shoulder now.",
        "Then move up to the shoulder, where the next stroke sends lymph to the armpit.",
        "Now move on to the shoulder. Your friend should have washed off any deodorant.",
    ],
)
def test_the_way_to_where_hands_are_laid_anew_is_no_glide(way):
    """Hands that come to lie in the same region had not glided there, whatever is told between."""
    read_as = steps(FANNED + way + BLADE)
    assert [s.technique for step in read_as for s in step.strokes] == [
        Technique.HOLD,
        Technique.EFFLEURAGE,
        Technique.HOLD,
    ]
    assert read_as[2].kind in (Kind.SETUP, Kind.NOTE)


def test_the_way_to_where_hands_work_at_once_is_a_glide():
    """Without hands that are laid down again, it is their way."""
    assert len(strokes(FANNED + "Move up to the shoulder. Knead it.")) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Sit down by the hips again, facing over the back, for the last pulls.",
        "Stay seated at the side and face across the back for the dragging strokes.",
        "Kneel to one side, looking across the body, ready for a set of long pulls toward you.",
        "Take a seat facing the feet, for the sweep down the spine.",
    ],
)
def test_a_seat_taken_for_strokes_is_none_of_them(text):
    """What a position is for comes after it."""
    step = last_step(FOREARM + text)
    assert step.kind is Kind.SETUP
    assert not step.strokes
    assert step.arrangement is not None


@pytest.mark.parametrize(
    "again",
    ["Lift off and do the sweep twice more.", "Repeat this sweep two more times.", "Do two more sweeps."],
)
def test_a_glide_called_by_a_name_is_the_one_that_hands_were_laid_for(again):
    """A glide of hands that have long been laid elsewhere is not meant by its verb."""
    text = (
        f"Place both hands on the sacrum. Sweep them up the back. {FOREARM}Slide it up to the neck. {again}"
    )
    last = [s for s in strokes(text) if s.technique is Technique.EFFLEURAGE][-1]
    assert (last.tool, last.repeats) == (Tool.FOREARM, 2)


def test_a_glide_of_the_same_hands_is_called_by_its_verb():
    """Nothing was laid anew since."""
    text = (
        "Place both hands on the sacrum. Sweep them up the back. Draw them out to the hips. Repeat the sweep."
    )
    assert strokes(text)[-1].over == (Place.BACK,)


def test_what_is_said_first_in_an_item_belongs_to_it():
    """A long list is divided before the item that sets up anew, and not within it."""
    item = "Place both hands on the {}.\n{}. Slide up to the neck.\n{}. Slide back down.\n{}. Knead the hips."
    lines = [
        f"{4 * n + 1}. {lead}" + item.format(place, 4 * n + 2, 4 * n + 3, 4 * n + 4)
        for n, (lead, place) in enumerate(
            [("", "sacrum"), ("Now for the shoulders. ", "shoulders"), ("On we go. ", "waist"), ("", "hips")]
        )
    ]
    movements = read("\n".join(lines))[0].movements
    assert [len(movement.steps) for movement in movements] == [4, 5, 5, 4]


@pytest.mark.parametrize(
    "text",
    [
        "These fans calm the nerves on both sides of the spine and help to shift fluid.",
        "The strokes quieten the nerves on either side of the backbone.",
        "Such sweeps loosen the muscles along the spine.",
        "These fans comfort the nerves to the left and right of the spine.",
    ],
)
def test_what_strokes_do_good_is_no_stroke(text):
    """Strokes that calm, loosen or comfort are praised, and not performed."""
    assert last_step(FANNED + text).kind is Kind.NOTE


@pytest.mark.parametrize(
    "text",
    [
        "Keep changing hands and climbing until you have covered the whole length of that side.",
        "Keep swapping hands, working a little higher each time, until the side has been covered.",
        "Carry on switching hands as you work your way up the side of the spine.",
        "Keep alternating hands and moving higher until you have covered the side of the spine.",
    ],
)
def test_a_row_by_turns_goes_on(text):
    """Hands that keep changing over climb, and no towel covers anything."""
    step = last_step(ROW + text)
    assert step.kind in (Kind.REPEAT, Kind.STROKE)
    assert step.strokes[-1].hands is Hands.ALTERNATE
    assert Direction.UP in step.strokes[-1].direction


@pytest.mark.parametrize(
    "text",
    [
        "Carry on like this right round the blade, then out over the shoulder to finish near the armpit.",
        "Go on in this way around the shoulder blade, and then over the shoulder and toward the armpit.",
        "Keep going like that all round the blade, then out across the shoulder to end toward the armpit.",
    ],
)
def test_a_way_that_ends_near_the_armpit(text):
    """What the row comes to is told by where it ends."""
    start = "Place one hand at the bottom of the shoulder blade. Brush it up and out. "
    last = strokes(start + text)[-1]
    assert (last.end, last.over) == (Place.ARMPIT, (Place.SHOULDER,))


@pytest.mark.parametrize(
    "text",
    [
        "Hold the working hand with your other one, which helps you and stops you shaking.",
        "Grip your wrist with the free hand, as it stops the arm from trembling and rocking.",
        "Clasp the working hand with the other, which supports it and prevents any wobble.",
    ],
)
def test_what_the_second_hand_prevents_is_no_stroke(text):
    """An arm that is kept from shaking is not shaken."""
    step = last_step(FOREARM + text)
    assert step.kind is Kind.SETUP
    assert not step.strokes


@pytest.mark.parametrize(
    "text",
    [
        "My wife always begs for more, but two rounds is what I learned.",
        "Some people want it again, but twice is plenty.",
        "You can do more, but two repeats is the usual number.",
    ],
)
def test_a_word_about_a_count_that_was_told(text):
    """How often is said a second time, and nothing is done again."""
    start = FOREARM + "Slide it up to the shoulder, then do that twice more. "
    assert last_step(start + text).kind is Kind.NOTE
    assert last_step(FOREARM + "Slide it up to the shoulder. Three times is plenty.").kind is Kind.REPEAT


@pytest.mark.parametrize(
    "text",
    [
        "Practise it in thin air three times before anybody lies down.",
        "Tip: run through it on a cushion a few times.",
        "Do this twice in mid-air first.",
    ],
)
def test_what_is_tried_out_is_not_performed(text):
    """A figure that is drawn in the air, or on a cushion, is not drawn on anybody."""
    step = last_step("Place both hands on the sacrum. Slide up to the neck and around the shoulders. " + text)
    assert step.kind is Kind.NOTE
    assert not step.strokes


@pytest.mark.parametrize(
    "text",
    [
        "My sister sits at a till all day.",
        "Her boyfriend stands behind a bar for eight hours a day.",
        "He sat in an office for twenty years.",
    ],
)
def test_how_somebody_spends_the_day_is_no_position(text):
    """Nobody is massaged at work."""
    step = last_step(text)
    assert step.kind is Kind.NOTE
    assert step.arrangement is None
    seated = last_step("Your partner sits on a stool.").arrangement
    assert seated is not None
    assert seated.posture is Posture.SEATED


@pytest.mark.parametrize(
    "text",
    [
        "Lay a blanket over them and let them rest there for a while.",
        "Put a warm towel over them, fetch a drink and let them lie for ten minutes.",
    ],
)
def test_people_who_are_covered_are_let_lie(text):
    """Under a blanket it is the receiver who stays where they are, and no hand."""
    assert not last_step(FANNED + text).strokes


def test_strokes_going_up_are_no_row():
    """Oil is spread with strokes that go up; a row of fans that goes higher climbs."""
    (oiled,) = strokes(
        "Smooth the oil all over the back, nice and slowly, with wide strokes going up the body."
    )
    assert not oiled.progress
    assert parts("Smooth it over the back, with long strokes going up.", "over", "direction") == [
        (["back"], ["up"])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Keep them crossed and reach down to fold your hands about the waist.",
        "Reach down so that they curl around the waist.",
        "Reach down, arms crossed, until your hands wrap round the waist.",
    ],
)
def test_what_hands_reach_down_for(text):
    """They reach as far as they wrap."""
    last = strokes("Place both palms on the upper back. Slide them in across the upper back. " + text)[-1]
    assert last.over == (Place.WAIST,)
    assert last.technique is Technique.EFFLEURAGE


@pytest.mark.parametrize(
    "text",
    [
        "Ask your friend to rinse off all deodorant before lying down.",
        "See that any deodorant has been washed off before he lies on the bed.",
    ],
)
def test_deodorant_is_washed_off_long_before(text):
    """Nobody lies down in a sentence about washing it off."""
    assert last_step(text).kind in (Kind.PREPARATION, Kind.NOTE)


FANS = (
    "Put one hand at the base of the spine, fingers spread. Fan it up and out, away from the spine. "
    "As it finishes, the other hand follows on the same side. "
)


@pytest.mark.parametrize(
    "said",
    [
        "Carry on swapping hands until you have done the whole of that side.",
        "Carry on in this way until the whole of that side is finished.",
        "Keep both hands taking turns until you have done all of that side.",
        "Keep your hands alternating until the side is complete.",
    ],
)
def test_until_all_of_a_side_is_done_the_row_goes_on(said):
    """One copy, of the last stroke, further and further on; and hands that alternate are placed nowhere."""
    step = last_step(FANS + said)
    assert step.kind is Kind.REPEAT
    (fan,) = step.strokes
    assert fan.copied
    assert fan.progress
    assert fan.repeats is None


@pytest.mark.parametrize(
    "said",
    [
        "Continue to alternate your hands and work up the side of the spine.",
        "Alternate your hands in this manner and work your way up the side of the spine.",
        "Carry on switching hands and travel up the side of the spine.",
        "Change hands like this and go up the side of the spine.",
    ],
)
def test_hands_that_alternate_and_work_on_do_one_thing(said):
    """The row is theirs."""
    (fan,) = last_step(FANS + said).strokes
    assert fan.hands is Hands.ALTERNATE
    assert fan.over == (Place.SPINE_SIDES,)
    assert fan.direction == (Direction.UP,)


@pytest.mark.parametrize(
    "said",
    [
        "Your other hand hovers, ready to come in behind it.",
        "The second hand must be poised to take over on that side.",
        "The other stands ready on the same side.",
        "The second hand is waiting to follow.",
    ],
)
def test_a_hand_that_waits_for_its_turn_is_held_ready(said):
    """The giver's hands are arranged for what comes, and nothing is done with them yet."""
    step = last_step(BLADE + " " + said)
    assert (step.kind, step.strokes) == (Kind.SETUP, ())
