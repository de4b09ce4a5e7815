"""What short cards say: hands that wait, parts named before, ways behind a colon, rows that go on."""

import pytest

from effleurage.routine import Direction, Hands, Kind, Place, Pointing, Relation, Side, Technique, Tool
from reading.slots import last_step, steps, strokes

ROW = "Place your fingertips beside the spine. Draw them toward you down the side of the back. "
FAN = (Direction.UP, Direction.OUT)


@pytest.mark.parametrize(
    "text",
    [
        "Follow with the waiting hand.",
        "Follow with the hand that was waiting.",
        "Then the idle hand follows.",
        "The waiting hand follows.",
        "Let the hovering hand follow.",
    ],
)
def test_a_hand_that_waited_is_the_other_one(text):
    """The hand that has waited for its turn does what the first one did."""
    last = strokes("Place one hand on the shoulder blade. Brush it up and out. " + text)[-1]
    assert (last.hands, last.other_hand, last.follows) == (Hands.ONE, True, True)
    assert last.direction == FAN


@pytest.mark.parametrize(
    "text",
    [
        "Hold the other ready on the same side.",
        "Keep the other one poised on the same side.",
        "Have your second hand hovering beside it.",
        "Keep the second ready close by.",
    ],
)
def test_a_hand_that_is_ready_lies_nowhere(text):
    """What is only held ready is not put down, and the first hand works on alone."""
    told = strokes(f"Place one hand on the shoulder blade. {text} Brush the hand up and out.")
    assert [s.technique for s in told] == [Technique.HOLD, Technique.EFFLEURAGE]
    assert told[-1].hands is Hands.ONE


@pytest.mark.parametrize(
    "text",
    [
        "Swivel that hand like a fan: up, out, away from the spine.",
        "Turn the hand like a door on its hinge: up and out, away from the spine.",
        "Open it like a fan: upward, outward.",
    ],
)
def test_what_stands_behind_a_likeness_and_a_colon_is_the_way(text):
    """A likeness says how, and the colon behind it where the hand goes."""
    last = strokes("Place one hand on the sacrum. " + text)[-1]
    assert last.technique is Technique.EFFLEURAGE
    assert last.direction == FAN


@pytest.mark.parametrize(
    ("said", "place", "relation"),
    [
        (
            "Go on to the shoulder blade. Lay one hand at its bottom edge.",
            Place.SHOULDER_BLADE,
            Relation.BOTTOM,
        ),
        (
            "Move to the shoulder blade. Place one hand at its lower tip.",
            Place.SHOULDER_BLADE,
            Relation.BOTTOM,
        ),
        ("Come to the neck. Put one hand at its base.", Place.NECK_BASE, None),
    ],
)
def test_its_part_is_that_of_what_was_named_before(said, place, relation):
    """A part that is called "its" is that of the place that the sentence before named."""
    hold = strokes("Place one hand on the sacrum. Fan it up and out. " + said)[-1]
    assert hold.start is place
    assert (hold.start_spot.relation if hold.start_spot else None) is relation


@pytest.mark.parametrize(
    "way", ["Move to the shoulder blade.", "Go to the shoulder blade.", "Come to the shoulder blade."]
)
def test_hands_that_are_laid_down_anew_had_not_glided_there(way):
    """A bare way to where a hand is then laid is no glide."""
    text = f"Place one hand on the sacrum. Fan it up and out. {way} Place one hand on the shoulder blade."
    assert [s.technique for s in strokes(text)] == [Technique.HOLD, Technique.EFFLEURAGE, Technique.HOLD]
    assert steps(text)[2].kind is Kind.SETUP


@pytest.mark.parametrize(
    "text",
    [
        "Point the fingers toward the head.",
        "Direct the fingers to the head.",
        "Aim your fingers at the head.",
    ],
)
def test_fingers_are_aimed_after_hands_are_laid(text):
    """A command where fingers point is about the hands that were laid down."""
    (hold,) = strokes("Place both hands on the lower back. " + text)
    assert hold.pointing is Pointing.HEAD


@pytest.mark.parametrize("verb", ["Direct", "Point", "Aim"])
def test_the_index_finger_is_aimed_at_the_spine(verb):
    """A forefinger that is aimed at the spine leaves the hand where it is."""
    (hold,) = strokes(
        f"Place one hand on the sacrum. Splay the fingers; {verb.lower()} the forefinger at the spine."
    )
    assert hold.index_along_spine
    assert hold.pointing is None


@pytest.mark.parametrize(
    "text",
    [
        "Shift higher and do it again, then again, the whole way up the spine.",
        "Shift up a little and do the same again, and again, all the way up the spine.",
        "Move a bit higher and repeat, then again, all the way up the spine.",
    ],
)
def test_again_and_again_is_one_row(text):
    """A step onward and "again" said twice is one row that goes on, and no glide."""
    *_, row = strokes(ROW + text)
    assert last_step(ROW + text).kind is Kind.REPEAT
    assert (row.over, row.progress, row.copied) == ((Place.SPINE,), True, True)
    assert len(strokes(ROW + text)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Make the final pull go across the shoulder, toward the armpit.",
        "End at the base of the neck: make the last pull go across the shoulder to the armpit.",
        "Have the last pull go across the shoulder to the armpit.",
    ],
)
def test_what_the_last_one_is_made_to_do(text):
    """What is made go is the stroke itself."""
    last = strokes(ROW + "Repeat all the way up the spine. " + text)[-1]
    assert (last.over, last.end, last.direction) == ((Place.SHOULDER,), Place.ARMPIT, (Direction.ACROSS,))


@pytest.mark.parametrize(
    "text",
    [
        "Sweep the palms out around the hips and back to where step 1 began.",
        "Sweep the palms out around the hips and back to where step one started.",
    ],
)
def test_where_a_step_began_is_where_hands_set_out(text):
    """The place at which a numbered step began is home."""
    home = strokes("Place both hands on the lower back. " + text)[-1]
    assert home.returning
    assert home.end is Place.LOWER_BACK


def test_hands_that_part_and_go_round_do_so_once():
    """A way without a verb behind a glide is the rest of it, and no row that creeps on."""
    text = (
        "Slide both hands up beside the spine to the neck. Part the hands; round the shoulders; bring them "
        "in over the upper back, one toward the other."
    )
    assert not any(s.progress for s in strokes(text))
    assert strokes(text)[-1].direction == (Direction.IN,)
    assert strokes(text)[-1].side is None


def test_one_hand_after_raised_fingertips_is_a_hand():
    """Fingertips below raised palms are both hands'; one hand that is laid down then lies on its palm."""
    text = "Join the hands, raise the palms, and put the fingertips just over the tailbone."
    tips, hand = strokes(text + " Lay one hand on the head.")
    assert (tips.tool, tips.hands) == (Tool.FINGERTIPS, Hands.BOTH)
    assert tips.start_spot is not None
    assert tips.start_spot.relation is Relation.ABOVE
    assert hand.tool is Tool.PALM


@pytest.mark.parametrize("text", ["One figure of eight done.", "That is one figure of eight complete."])
def test_what_is_done_is_not_done_again(text):
    """A line that says what was performed performs nothing."""
    assert not last_step("Glide both palms up to the shoulders. " + text).strokes


def test_staying_gentle_bounds():
    """To stay gentle is a bound, and no hold."""
    assert last_step("Knead the neck with one hand. Stay gentle; the spot is tender.").kind is Kind.LIMIT


def test_so_on_behind_the_other_hand_is_a_row():
    """Hand after hand goes round the blade, and not one hand once."""
    told = strokes(
        "Rest one hand at the bottom of the shoulder blade. Brush up and out. Second hand follows; so on all "
        "round the shoulder blade and out over the shoulder to the armpit."
    )
    assert told[-1].progress


@pytest.mark.parametrize("line", ["Across to the other hip.", "Out over the hips.", "Out round shoulders."])
def test_a_line_of_ways_goes_on(line):
    """Behind hands that glide, ways and a place are a glide, whatever the line's few words are like."""
    text = "Light pressure.\n\n- Both hands on the lower back.\n- Slide up either side of the spine.\n- "
    [stroke] = last_step(text + line).strokes
    assert stroke.technique is Technique.EFFLEURAGE


@pytest.mark.parametrize("line", ["In across the upper back.", "In around the shoulder blades."])
def test_in_before_another_way_is_a_way(line):
    """It is no preposition there."""
    way = last_step("Slide both hands up beside the spine. " + line).strokes[-1].direction
    assert way[0] is Direction.IN
    assert Direction.IN not in last_step("Knead in slow rounds over the hips.").strokes[-1].direction


@pytest.mark.parametrize("line", ["Alternate all the way up.", "Take turns down to the waist."])
def test_hands_that_alternate_go_on(line):
    """Both go on with what was begun."""
    text = "Place one hand at the base of the spine. Fan it up and out. The other hand follows. "
    last = last_step(text + line).strokes[-1]
    assert (last.technique, last.hands) == (Technique.EFFLEURAGE, Hands.ALTERNATE)


def test_hands_that_come_in_and_pass_pass_each_other():
    """Nothing else is named that they could pass."""
    text = "Lay both palms on the waist. "
    assert last_step(text + "Palms glide to the middle of the lower back and pass.").strokes[-1].passes
    assert not last_step(text + "Palms glide to the lower back and pass the hips.").strokes[-1].passes


@pytest.mark.parametrize(
    "line", ["(drains to the armpit, frees the shoulder)", "(soothes, draws fluid down)"]
)
def test_what_it_does_in_brackets_is_a_reason(line):
    """Nobody commands in the third person."""
    step = last_step(f"Rest one hand on the shoulder blade. Brush up and out.\n\n{line}")
    assert (step.kind, step.strokes) == (Kind.NOTE, ())


@pytest.mark.parametrize(
    ("title", "place"), [("BACK: QUICK CARD", Place.BACK), ("The neck in ten minutes", Place.NECK)]
)
def test_oil_goes_over_what_the_title_names(title, place):
    """Where nothing else is said of it."""
    text = f"# {title}\n\n## Oil\n\nSpread evenly, smooth strokes upward.\n\n## Fans\n\nBrush up and out."
    oiled, brushed = strokes(text)
    assert (oiled.start, "start" in oiled.stated) == (place, False)
    assert brushed.start is None


@pytest.mark.parametrize("sentence", ["Hand over hand, right up the spine.", "Glide right up that side."])
def test_right_before_up_is_no_side(sentence):
    """And up is the way."""
    text = "Place one hand beside the spine. Fan it up and out. The other hand follows. "
    stroke = last_step(text + sentence).strokes[-1]
    assert Direction.UP in stroke.direction
    assert Place.FLANK not in stroke.over


def test_a_hand_that_turns_up_turns():
    """It readies nothing, as somebody does who turns up the heat."""
    stroke = last_step("Lay one hand on the sacrum. The hand turns up and out.").strokes[-1]
    assert (stroke.technique, stroke.direction) == (Technique.EFFLEURAGE, (Direction.UP, Direction.OUT))
    assert last_step("Lay one hand on the sacrum. Turn up the heating first.").strokes == ()


@pytest.mark.parametrize("sentence", ["Both hands low on the back.", "One palm high up on the back."])
def test_hands_that_are_low_down_lie_there(sentence):
    """They are laid there, and do not travel yet."""
    step = last_step(sentence)
    assert (step.kind, [s.technique for s in step.strokes]) == (Kind.SETUP, [Technique.HOLD])


def test_a_forearm_down_beside_the_spine_is_laid_there():
    """Where its elbow is, is told beside; without that it glides down."""
    text = "Knead the neck with one hand. "
    laid = last_step(text + "Forearm down alongside the spine, elbow just above the buttock.")
    assert [s.technique for s in laid.strokes] == [Technique.HOLD]


def test_what_a_clasp_is_for_is_no_hold():
    """Support is what the other hand gives the working one."""
    text = "Lay your forearm beside the spine. Other hand clasps the working hand: support, stability."
    assert last_step(text).strokes == ()


@pytest.mark.parametrize("way", ["next to each other", "close beside one another", "side by side"])
def test_hands_beside_each_other_are_on_one_side(way):
    """They are held together."""
    text = f"Hands {way}, palms lifted. Place the fingertips beside the spine. Pull them toward you."
    assert all(s.side is Side.ONE for s in strokes(text) if s.side)


@pytest.mark.parametrize("line", ["Up both sides of the spine.", "Out to the hips.", "Down over the hips."])
def test_hands_that_were_laid_go_their_way(line):
    """A way and a place are enough."""
    stroke = last_step("Both hands on the lower back. " + line).strokes[-1]
    assert (stroke.technique, stroke.tool, stroke.hands) == (Technique.EFFLEURAGE, Tool.PALM, Hands.BOTH)


def test_a_firm_pull_up_lifts_flesh():
    """A pull along the skin does not."""
    text = "Glide both palms down to the waist. "
    assert last_step(text + "Firm pull up on the waist.").strokes[-1].technique is Technique.PETRISSAGE
    assert last_step(text + "Long pull up the spine.").strokes[-1].technique is Technique.EFFLEURAGE


@pytest.mark.parametrize(
    "tail", ["palms gliding to the middle of the lower back", "the hands sliding in to the sacrum"]
)
def test_hands_that_let_go_glide_on(tail):
    """What they do meanwhile is a stroke of its own."""
    told = last_step(f"Pull the waist up with both hands. Let the sides go gradually, {tail}.").strokes
    assert [s.technique for s in told] == [Technique.RELEASE, Technique.EFFLEURAGE]
    assert told[-1].end in (Place.LOWER_BACK, Place.SACRUM)


@pytest.mark.parametrize(
    "sentence",
    ["Swap partners and go through it all again.", "Switch roles and start again from the beginning."],
)
def test_who_swaps_partners_repeats_nothing(sentence):
    """What is done then is done to somebody else."""
    assert last_step("Glide both palms up the back. " + sentence).strokes == ()


def test_what_others_do_is_not_done():
    """Students who change sides by mistake repeat nothing."""
    text = "Lay one hand on the sacrum. Fan it up and out. "
    text += "Second hand starts as the first is finishing, same side (half of them will swap sides)."
    assert [(s.side, s.copied) for s in last_step(text).strokes] == [(Side.ONE, False)]


def test_who_is_shown_something_twice_repeats_nothing():
    """To demonstrate is to teach."""
    assert last_step("Glide both palms up the back. Demonstrate twice, then call it out.").strokes == ()


@pytest.mark.parametrize(
    "sentence",
    ["One hand does nothing: it lies on the back of the skull.", "One palm waits: it rests on the head."],
)
def test_it_is_the_hand_that_was_named(sentence):
    """It lies there, and is the tool."""
    [stroke] = last_step(sentence).strokes
    assert (stroke.technique, stroke.tool, stroke.start) == (Technique.HOLD, Tool.PALM, Place.HEAD)


def test_it_is_the_last_one_that_was_named():
    """It goes where the words say."""
    text = ROW + "Repeat up the spine to the base of the neck. That is all there is to it. "
    text += "The last pull is different, it goes across the shoulders and aims at the armpit."
    stroke = last_step(text).strokes[-1]
    assert (stroke.over, stroke.end) == ((Place.SHOULDER,), Place.ARMPIT)


def test_fingers_to_the_head_point_there():
    """Fingers that glide to it do not."""
    laid = "Both hands on the lower back. "
    assert strokes(laid + "Fingers to the head.")[0].pointing is Pointing.HEAD
    assert strokes("Glide your fingers to the head.")[0].pointing is None
    told = strokes("One hand on the sacrum, fingers wide, index to the side of the spine.")
    assert [s.index_along_spine for s in told] == [True]


def test_a_likeness_that_is_told_anew_is_not_done():
    """What it is like is done when nothing else is told, and given up when it is."""
    text = "# Card\n\n## Fan\n\nOne hand on the sacrum. Fan it up and out.\n\n## Wing\n\n"
    alike = text + "Like the fan but round the blade."
    assert not any(s.headline for s in last_step(alike).strokes)
    told = steps(alike + " One hand at the tip of the blade. Brush up and out.")
    assert [s.headline for s in told[2].strokes] == [True] * len(told[2].strokes)
    assert not told[-1].strokes[-1].headline
