"""Repeats by mechanism: how they are recognised, how far they reach, what they change in their copies."""

import pytest

from effleurage.routine import Hands, Kind, Place, Side, Technique

from .slots import last_step

GLIDE = "Place both palms on the lower back. Glide up to the shoulders and back down over the ribs. "
LEFT = "Knead the left hip with both hands. Press it with the fists. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Eight to ten turns.",
        "Five waves like this, each slower than the last.",
        "Four such journeys are made.",
        "Six of these should do it.",
        "Maybe six or seven of those.",
        "Okay, two more of those, nice and slow.",
        "Four of these sweeps will suffice.",
        "Seven rounds, steady as a clock.",
        "Ten passes, letting your own breath set the pace.",
        "This is performed six times without haste.",
        "And again, but slower.",
        "Back to where you were and again, three times.",
        "I'd do that, what, six or seven times.",
    ],
)
def test_a_count_or_again_without_a_motion_repeats_the_last_step(sentence):
    """The last stroke step is copied, both its clauses, and the placing before it is not."""
    step = last_step(GLIDE + sentence)
    assert step.kind is Kind.REPEAT
    assert [s.technique for s in step.strokes] == [Technique.EFFLEURAGE] * 2
    assert all(s.copied for s in step.strokes)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Five slow pulls in all.", 5),
        ("5x.", 5),
        ("Twice more like that.", 2),
        ("Another round.", 1),
        ("Keep doing that, maybe 4 rounds.", 4),
        ("Repeat this step three times.", 3),
    ],
)
def test_a_repeat_says_how_often(sentence, count):
    """The count counts for every copied clause, and is stated."""
    step = last_step(GLIDE + sentence)
    assert [s.repeats for s in step.strokes] == [count, count]
    assert all("repeats" in s.stated for s in step.strokes)


@pytest.mark.parametrize(
    "sentence",
    [
        "The right side got its turn too.",
        "The right hip receives the same treatment.",
        "Then the right one gets the same treatment.",
        "The right hip is then treated.",
        "And then the right hip, same thing.",
        "Same for its neighbour.",
        "Walk round and do the same on the right.",
        "Swap sides and do it again.",
        "Now everything again on the right.",
        "All of the above on the right.",
        "Ditto right.",
        "Now the right.",
    ],
)
def test_the_other_side_takes_all_since_the_side_was_set(sentence):
    """Both steps are copied to the right, and only the side is stated."""
    step = last_step(LEFT + sentence)
    assert step.kind is Kind.REPEAT
    assert [s.technique for s in step.strokes] == [Technique.PETRISSAGE, Technique.COMPRESSION]
    assert {s.side for s in step.strokes} == {Side.RIGHT}
    assert all(s.stated == {"side"} for s in step.strokes)


def test_a_side_that_comes_behind_then_is_a_round_of_its_own():
    """The first round has the count; the second keeps it on the other side, without stating it."""
    step = last_step("Knead the left hip with both hands. Three rounds, and then the right side follows.")
    assert [(s.side, s.repeats) for s in step.strokes] == [(Side.LEFT, 3), (Side.RIGHT, 3)]
    assert step.strokes[1].stated == {"side"}


def test_each_round_has_its_own_count():
    """Twice on this side, then three times on the other."""
    step = last_step("Knead the left hip with both hands. Twice more, then three times on the other side.")
    assert [(s.side, s.repeats) for s in step.strokes] == [(Side.LEFT, 2), (Side.RIGHT, 3)]


def test_a_hand_that_rests_on_the_other_side_changes_over_too():
    """The hand that steadies and the hand that works change sides with each other."""
    text = "Rest your left hand on the left shoulder and knead the right shoulder with your right hand. "
    step = last_step(text + "Then the left one gets the same treatment.")
    assert [s.side for s in step.strokes] == [Side.RIGHT, Side.LEFT]


def test_hands_that_swap_change_in_every_copy():
    """Left and right hand change places, unstated."""
    text = (
        "Steady the right shoulder with your left hand. Circle over the right blade with your right thumb. "
    )
    step = last_step(text + "Swap your hands over and treat the left side.")
    assert [s.hands for s in step.strokes] == [Hands.RIGHT, Hands.LEFT]
    assert {s.side for s in step.strokes} == {Side.LEFT}


@pytest.mark.parametrize(
    ("sentence", "techniques"),
    [
        ("Do only steps 1 and 3 again.", [Technique.PETRISSAGE, Technique.TAPOTEMENT]),
        ("Repeat steps 1 to 3.", [Technique.PETRISSAGE, Technique.COMPRESSION, Technique.TAPOTEMENT]),
        ("Step 2 twice more.", [Technique.COMPRESSION]),
        ("Repeat the last two.", [Technique.COMPRESSION, Technique.TAPOTEMENT]),
    ],
)
def test_steps_are_called_by_number(sentence, techniques):
    """A list with "and" names its members, one with "to" all between."""
    text = "1. Knead the hips.\n2. Press the hips with the fists.\n3. Tap the hips with the fingertips.\n\n"
    assert [s.technique for s in last_step(text + sentence).strokes] == techniques


def test_a_movement_is_called_by_its_name():
    """The last step that bears the name is meant, not the last step."""
    text = GLIDE + "Knead the shoulders. Tap the shoulders with the fingertips. "
    step = last_step(text + "If there is time, repeat the glide to finish.")
    assert {s.technique for s in step.strokes} == {Technique.EFFLEURAGE}


def test_a_section_is_called_by_its_heading():
    """All steps under the heading are copied."""
    text = (
        "# Back\n\n## Kneading\n\nKnead the hips. Pinch the shoulders.\n\n## Tapping\n\nTap the shoulders. "
        "The kneading section again."
    )
    assert [s.technique for s in last_step(text).strokes] == [Technique.PETRISSAGE] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Creep up by an inch and do it again, until you come to the neck.",
        "In this manner they climb up to the neck.",
        "Carry on like that up to the neck, bypassing the shoulder blades.",
    ],
)
def test_how_far_a_repeat_goes_counts_for_the_last_that_works(sentence):
    """End and way are added to the press, not to the release, and the count is left open."""
    text = "Press both thumbs into the muscles beside the spine and release. "
    press, release = last_step(text + sentence).strokes
    assert (press.end, press.repeats) == (Place.NECK, None)
    assert "up" in press.direction
    assert release.end is None


@pytest.mark.parametrize(
    "sentence",
    [
        "All rights reserved.",
        "Stop at once if there is pain.",
        "Once that is done you may drink some water.",
        "If she sleeps, you have done it right.",
        "No pain means you are doing it right.",
        "Everything is done slowly.",
    ],
)
def test_what_only_sounds_like_a_repeat_copies_nothing(sentence):
    """Notes and bounds stay what they are."""
    step = last_step(LEFT + sentence)
    assert step.kind is not Kind.REPEAT
    assert not step.strokes


@pytest.mark.parametrize(
    "sentence",
    [
        "Both hands on the far hip.",
        "The other hand follows on the same side.",
        "Ten small circles on the head.",
    ],
)
def test_a_motion_of_its_own_is_no_repeat(sentence):
    """A tool with its place, a hand that follows, a count with its own place."""
    assert last_step(LEFT + sentence).kind is not Kind.REPEAT


def test_the_same_treatment_reaches_no_further_than_the_side():
    """What was done to both sides before is not done again."""
    text = "Squeeze both shoulders. Circle over the right shoulder with your thumb. "
    step = last_step(text + "Then the left one gets the same treatment.")
    assert [s.technique for s in step.strokes] == [Technique.FRICTION]


def test_all_of_the_above_goes_across_headings():
    """A list under two headings is copied whole."""
    text = "# Leg\n\n## Left thigh\n\nKnead the left thigh.\n\n## Left calf\n\nSqueeze the left calf. "
    step = last_step(text + "All of the above on the right.")
    assert [s.side for s in step.strokes] == [Side.RIGHT, Side.RIGHT]


def test_a_limb_that_is_only_uncovered_is_not_the_one_asked_for():
    """The side named last, for the work, counts."""
    text = "# Feet\n\nKnead the right foot with both hands. "
    step = last_step(text + "Cover the right foot, uncover the left, and do everything again.")
    assert [s.side for s in step.strokes] == [Side.LEFT]


def test_from_a_movement_onwards():
    """What comes before the named movement is left out."""
    text = "Tap the left hip. Stroke from the left hip to the shoulder. Knead the left shoulder. "
    step = last_step(text + "Repeat everything from the long strokes onwards on the other side.")
    assert [s.technique for s in step.strokes] == [Technique.EFFLEURAGE, Technique.PETRISSAGE]


def test_the_way_it_began_is_the_first_step():
    """The very first step, wherever it stands."""
    step = last_step("Rest both palms on the middle of the back. Knead the hips. I finish the way I started.")
    assert [s.technique for s in step.strokes] == [Technique.HOLD]


def test_a_way_that_the_verb_says_is_added():
    """To climb is to go up."""
    step = last_step(
        "Pull the fingertips out over the left flank. Pull by pull they climb like that to the neck."
    )
    assert step.strokes[-1].direction[-1] == "up"
    assert step.strokes[-1].end is Place.NECK


def test_again_and_again_elsewhere_are_two_rounds():
    """The second round has its own place."""
    step = last_step("Press both thumbs into the hips. Again, and again on the shoulders.")
    assert [s.over for s in step.strokes] == [(Place.HIP,), (Place.SHOULDER,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Then swap.",
        "Change sides and start again.",
        "Work the right side the same way.",
        "Give the right hip the same attention.",
        "The right hip wants its share too.",
        "Don't forget the other hip.",
        "All of the left side again, mirrored.",
        "Then it's the right side's turn.",
    ],
)
def test_more_ways_to_ask_for_the_other_side(sentence):
    """Each takes both steps over to the right."""
    step = last_step(LEFT + sentence)
    assert step.kind is Kind.REPEAT
    assert [s.technique for s in step.strokes] == [Technique.PETRISSAGE, Technique.COMPRESSION]
    assert {s.side for s in step.strokes} == {Side.RIGHT}


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Um, let's say eight of those.", 8),
        ("Aim for ten of these.", 10),
        ("Make it five.", 5),
        ("Repetitions: 5", 5),
        ("Do one last round very lightly.", 1),
        ("She does this eight times.", 8),
    ],
)
def test_more_ways_to_say_how_often(sentence, count):
    """Fillers, verbs of counting and labels around the number."""
    step = last_step(GLIDE + sentence)
    assert step.kind is Kind.REPEAT
    assert [s.repeats for s in step.strokes] == [count, count]


@pytest.mark.parametrize(
    "sentence",
    [
        "Return to the start and repeat three times.",
        "Go back to the lower back and start again.",
        "Back to the top.",
        "And so on.",
    ],
)
def test_the_way_back_to_the_start_belongs_to_the_repeat(sentence):
    """No stroke of its own, and no end is taken from it."""
    step = last_step(GLIDE + sentence)
    assert step.kind is Kind.REPEAT
    assert all(s.copied and "end" not in s.stated for s in step.strokes)


def test_two_counts_are_two_rounds():
    """Each with its own pressure."""
    step = last_step("Glide up the back. Three light ones, three firm ones.")
    assert [(s.repeats, s.pressure) for s in step.strokes] == [(3, "light"), (3, "firm")]


@pytest.mark.parametrize("sentence", ["Now with your forearms.", "Repeat, this time with your forearms."])
def test_a_tool_alone_is_taken_over(sentence):
    """The last step is done again with it."""
    step = last_step(LEFT + sentence)
    assert [(s.technique, s.tool) for s in step.strokes] == [(Technique.COMPRESSION, "forearm")]


def test_the_opposite_direction_turns_the_way_round():
    """It is no side."""
    step = last_step(
        "Glide from the lower back up to the shoulders. Then the same in the opposite direction."
    )
    assert [(s.start, s.end, s.direction) for s in step.strokes] == [
        (Place.SHOULDER, Place.LOWER_BACK, ("down",))
    ]


def test_a_place_that_it_stops_short_of_is_the_end():
    """As in a stroke of its own."""
    step = last_step("Press both thumbs into the back. Carry on like that, stopping short of the neck.")
    assert step.strokes[-1].end is Place.NECK


@pytest.mark.parametrize(
    "sentence",
    [
        "Treat the right hip exactly as you treated the left.",
        "Do to the right hip what you did to the left.",
        "What you did on the left you now do on the right.",
        "R side: same.",
        "Then the other one.",
        "The right hip comes next.",
        "Now give the right hip some love too.",
        "I do the same to the right hip.",
        "Now repeat the whole thing but mirror it.",
        "The same manipulation is next applied to the right hip.",
    ],
)
def test_still_more_ways_to_ask_for_the_other_side(sentence):
    """What it is compared with, a letter for the side, whose turn it is, what it is given."""
    step = last_step(LEFT + sentence)
    assert step.kind is Kind.REPEAT
    assert [s.technique for s in step.strokes] == [Technique.PETRISSAGE, Technique.COMPRESSION]
    assert {s.side for s in step.strokes} == {Side.RIGHT}


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Repeat (x3).", 3),
        ("Repeat 3-5 times.", 3),
        ("5-8 reps.", 5),
        ("Repeat these two movements five times.", 5),
        ("Do this at three points.", 3),
    ],
)
def test_counts_in_figures(sentence, count):
    """A range counts by its lower end; how many movements are meant is no count."""
    step = last_step(LEFT + sentence)
    assert {s.repeats for s in step.strokes} == {count}


def test_the_first_steps_are_counted_from_the_front():
    """Two of three."""
    step = last_step(
        "Knead the hips. Press the hips with the fists. Tap the hips. Repeat the first two steps."
    )
    assert [s.technique for s in step.strokes] == [Technique.PETRISSAGE, Technique.COMPRESSION]


@pytest.mark.parametrize(
    "sentence",
    [
        "You can do this at home.",
        "Do it with love.",
        "Three times a week is ideal.",
        "At most twice.",
        "Three strokes are too many on sore skin.",
        "Everyone likes this part.",
        "Keep the same rhythm throughout.",
        "Use the same oil as before.",
        "As before, avoid the spine.",
        "Again, no pressure on the spine.",
        "In this way the blood flows back to the heart.",
        "It goes on like that for a while.",
        "Turn over.",
        "Once again, do not press on bone.",
    ],
)
def test_what_is_said_about_repeats_is_none(sentence):
    """How often in a week, what others like, what stays as it was, what is not to be done."""
    step = last_step(LEFT + sentence)
    assert step.kind is not Kind.REPEAT
    assert not any(s.copied for s in step.strokes)


def test_a_side_ends_with_its_repeat():
    """What comes after is not on the side of the repeat."""
    text = "# Hips\n\nKnead the left hip. Same on the right. Then press the hip with your fist."
    assert last_step(text).strokes[0].side is not Side.RIGHT


@pytest.mark.parametrize(
    "sentence",
    [
        "Knead the left hip with both hands, then do the same on the right.",
        "Knead the left hip, and repeat on the right.",
        "Knead the left hip; right hip likewise.",
        "Knead the left hip, then change sides.",
        "Knead the left hip, swap, and do it again.",
    ],
)
def test_a_side_inside_a_sentence_is_for_its_own_motion(sentence):
    """Earlier steps are not done again."""
    step = last_step(GLIDE + sentence)
    assert step.kind is Kind.STROKE
    assert [(s.technique, s.side, s.copied) for s in step.strokes] == [
        (Technique.PETRISSAGE, Side.LEFT, False),
        (Technique.PETRISSAGE, Side.RIGHT, True),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Do this three times, then knead the hips.",
        "Three times, then knead the hips.",
        "Repeat three times, then knead the hips.",
    ],
)
def test_a_repeat_before_a_motion_comes_first(sentence):
    """The count is the repeat's, and the motion is done once."""
    step = last_step("Glide up the back. " + sentence)
    assert [(s.technique, s.repeats) for s in step.strokes] == [
        (Technique.EFFLEURAGE, 3),
        (Technique.PETRISSAGE, 1),
    ]


def test_a_whole_sequence_inside_a_sentence_takes_its_motion_along():
    """What was done before, and what the sentence itself does."""
    step = last_step("# Back\n\nGlide up the back. Knead the hips and repeat the whole sequence twice.")
    assert [(s.technique, s.repeats) for s in step.strokes] == [
        (Technique.PETRISSAGE, 1),
        (Technique.EFFLEURAGE, 2),
        (Technique.PETRISSAGE, 2),
    ]


def test_a_hand_that_follows_repeats_nothing():
    """The other one of two hands is no side."""
    step = last_step(LEFT + "One hand brushes up the back, the other follows.")
    assert not any(s.side is Side.RIGHT for s in step.strokes)


NUMBERED = (
    "1. Knead the left hip.\n2. Press the left hip with the fists.\n"
    "3. Tap the left hip with the fingertips.\n4. Glide up the left flank.\n5. "
)
K, C, T, E = Technique.PETRISSAGE, Technique.COMPRESSION, Technique.TAPOTEMENT, Technique.EFFLEURAGE


@pytest.mark.parametrize(
    ("sentence", "techniques"),
    [
        ("Repeat steps 2-4.", [C, T, E]),
        ("Repeat from step 2.", [C, T, E]),
        ("Go back to step 2 and repeat.", [C, T, E]),
        ("Finish with step 2.", [C]),
        ("Repeat the second step.", [C]),
        ("Repeat the first and third steps.", [K, T]),
        ("Steps 1, 3 and 4 again.", [K, T, E]),
        ("All four steps again.", [K, C, T, E]),
        ("Same as step 2.", [C]),
        ("Like step 2 but slower.", [C]),
        ("Repeat the previous steps.", [K, C, T, E]),
        ("Once more step 2.", [C]),
        ("Repeat 8 and 9 twice more.", []),
    ],
)
def test_numbers_and_ordinals_name_steps(sentence, techniques):
    """Ranges, lists, ordinals, from one on; steps that do not exist cause nothing."""
    assert [s.technique for s in last_step(NUMBERED + sentence).strokes] == techniques


def test_a_count_behind_numbers_is_a_count():
    """Steps 1 to 4, three times."""
    step = last_step(NUMBERED + "Repeat 1-4 x3.")
    assert [s.repeats for s in step.strokes] == [3, 3, 3, 3]


def test_a_limb_is_done_again_across_paragraphs_and_headings():
    """All that was done to the one leg is done to the other."""
    text = "# Legs\n\n## Calf\n\nKnead the right calf.\n\n## Thigh\n\nPress the right thigh with the fists. "
    step = last_step(text + "Now do the whole of the left leg.")
    assert [s.technique for s in step.strokes] == [K, C]


def test_a_noun_of_the_last_step_counts():
    """A stripe that was mown is what is counted."""
    step = last_step("Glide a stripe up the back with your fist. Five stripes and that will do.")
    assert step.kind is Kind.REPEAT
    assert {s.repeats for s in step.strokes} == {5}


@pytest.mark.parametrize(
    "sentence",
    [
        "Let this wave run eight times, with more weight on every second one.",
        "Do this eight times, moving a little nearer to the neck each time.",
        "Eight circuits, said my teacher, one for each season.",
    ],
)
def test_what_varies_from_round_to_round_changes_no_side_and_no_pressure(sentence):
    """No side is asked for, no pressure for all, and no second count."""
    step = last_step("Glide up the back with both hands. " + sentence)
    assert [(s.side, s.pressure, s.repeats) for s in step.strokes] == [(None, None, 8)]


def test_the_way_to_the_other_side_is_no_motion():
    """To walk round and to swap hands belong to the repeat."""
    for sentence in (
        "When that is done, walk round and do the right.",
        "Then switch hands and treat the right side.",
    ):
        step = last_step("Knead the left hip with both hands. " + sentence)
        assert [(s.technique, s.side) for s in step.strokes] == [(K, Side.RIGHT)]


def test_the_first_round_is_of_the_last_step_and_the_other_side_has_its_placing_too():
    """Three times here; there, the hands are first put down."""
    text = "Lay the left forearm on the left hip. Slide it up to the left shoulder. "
    step = last_step(text + "Three times, and then the same on the right.")
    assert [(s.technique, s.side, s.repeats) for s in step.strokes] == [
        (Technique.EFFLEURAGE, Side.LEFT, 3),
        (Technique.HOLD, Side.RIGHT, 1),
        (Technique.EFFLEURAGE, Side.RIGHT, 3),
    ]


def test_what_was_done_on_both_sides_is_not_done_again():
    """A later step for one side stands alone."""
    text = "Press the right hip with the fists. Same on the left. Knead the right hip. "
    step = last_step(text + "Then the other side.")
    assert [(s.technique, s.side) for s in step.strokes] == [(K, Side.LEFT)]


@pytest.mark.parametrize(
    "sentence", ["Same again, fists, x 3.", "Change hands and repeat with fists three times."]
)
def test_a_tool_between_commas_is_taken_over(sentence):
    """With its count."""
    step = last_step("Glide up the back with both palms. " + sentence)
    assert [(s.tool, s.repeats) for s in step.strokes] == [("fist", 3)]


def test_a_treated_side_behind_swapped_hands_is_a_round():
    """Hands are swapped, and the count holds on the other side."""
    text = "Steady the left shoulder with your left hand. Glide up the left flank with your right palm. "
    step = last_step(text + "Repeat five times, then switch hands and treat the right side.")
    assert step.kind is Kind.REPEAT
    assert step.strokes[-1].side is Side.RIGHT
    assert [s.repeats for s in step.strokes if s.technique is Technique.EFFLEURAGE] == [5, 5]


@pytest.mark.parametrize(
    "sentence", ["Same line with the elbow.", "Take the same line twice more with the elbow."]
)
def test_the_same_line_is_taken_again(sentence):
    """A line that is only pointed at elsewhere is done again here."""
    step = last_step("Glide up the left flank with your palm. " + sentence)
    assert [(s.technique, s.side) for s in step.strokes] == [(Technique.EFFLEURAGE, Side.LEFT)]


PARTS = (
    "# Legs\n\n## Part A: Warming\n\nGlide up the left calf.\n\n## Part B: Work\n\nKnead the left thigh.\n\n"
    "## Part C: End\n\nShake the left foot.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "many"),
    [
        ("Repeat Parts A to C on the other leg.", 3),
        ("Repeat Parts A and C on the other leg if there is time.", 2),
        ("Repeat Part B on the other leg.", 1),
    ],
)
def test_sections_are_called_by_their_letters(sentence: str, many: int) -> None:
    """Sections are called by their letters."""
    step = last_step(PARTS + "## Then\n\n" + sentence)
    assert step.kind is Kind.REPEAT
    assert len(step.strokes) == many
    assert {s.side for s in step.strokes} == {Side.RIGHT}


def test_steps_are_called_by_bare_numbers() -> None:
    """Steps are called by bare numbers."""
    step = last_step("1. Rub the back.\n2. Knead the hip.\n3. Tap the neck.\n4. Do 1 and 2 six times over.")
    assert [s.technique for s in step.strokes] == [Technique.FRICTION, Technique.PETRISSAGE]
    assert {s.repeats for s in step.strokes} == {6}


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Three of these are enough to quieten a stiff back.", 3),
        ("Two repetitions are enough for the first week.", 2),
        ("Do it once, twice, three times.", 3),
        ("Come back down to the hips and go again, four of those altogether.", 4),
    ],
)
def test_counts_with_something_behind_them(sentence: str, count: int) -> None:
    """Counts with something behind them."""
    step = last_step("Glide both palms up the back. " + sentence)
    assert step.kind is Kind.REPEAT
    assert [s.repeats for s in step.strokes] == [count]


def test_keeping_on_to_a_place_repeats() -> None:
    """Keeping on to a place repeats."""
    step = last_step("Press the thumbs beside the spine. Keep going all the way to the neck.")
    assert step.kind is Kind.REPEAT
    assert step.strokes[0].end is Place.NECK


@pytest.mark.parametrize("sentence", ["Then do the other one.", "Other hip too even if it feels fine."])
def test_the_other_one_of_a_pair(sentence: str) -> None:
    """The other one of a pair."""
    step = last_step("Knead the left hip. " + sentence)
    assert step.kind is Kind.REPEAT
    assert [s.side for s in step.strokes] == [Side.RIGHT]


def test_a_tool_taken_instead() -> None:
    """A tool taken instead."""
    step = last_step("Glide both palms up the back. Same, fists instead of palms, x 3")
    assert [(s.tool, s.repeats) for s in step.strokes] == [("fist", 3)]
