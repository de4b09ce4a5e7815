"""Lines said in short: what comes next, elaborations behind a colon, names of strokes."""

from effleurage.routine import Kind, Place, Side, Technique

from .slots import last_step, parts


def test_the_next_leg_gets_the_same():
    """One of a pair is done, and "next" is the other."""
    step = last_step("Knead the left calf with both hands. Next leg.")
    assert step.kind is Kind.REPEAT
    assert [(s.technique, s.side) for s in step.strokes] == [(Technique.PETRISSAGE, Side.RIGHT)]


def test_a_line_that_leads_on_names_the_place():
    """What comes next is done there, though the sentence itself says only with what."""
    text = "Now for the neck. Place your fingertips either side and draw small circles."
    assert last_step(text).strokes[0].over == (Place.NECK,)


def test_where_it_goes_is_what_is_worked_on():
    """Behind the colon "them" are the shoulders."""
    text = "Stroke up to the neck with both palms. On to the shoulders: squeeze them gently."
    stroke = last_step(text).strokes[-1]
    assert (stroke.technique, stroke.over) == (Technique.PETRISSAGE, (Place.SHOULDER,))


def test_a_tool_behind_a_place_is_no_end():
    """The fingertips draw the circles, and are not where they lead to."""
    stroke = last_step("Knead the shoulders. Then up to the nape: fingertips, tiny circles.").strokes[0]
    assert (stroke.technique, str(stroke.tool), stroke.end) == (Technique.FRICTION, "fingertips", Place.NECK)


def test_a_side_told_ahead_is_the_side():
    """What is begun on the left is done there."""
    assert last_step("Begin on the left: knead from the hip up to the armpit.").strokes[0].side is Side.LEFT


def test_a_feather_touch_is_a_stroke():
    """The name of a stroke behind a colon, from one place to another."""
    assert parts("Finish: feather touch, neck to tailbone.", "technique", "start", "end", "pressure") == [
        ("effleurage", "neck", "sacrum", "light")
    ]


def test_what_is_done_in_circles_is_told():
    """To "do" a place with a tool in circles is friction, wherever its place stands."""
    assert parts("The neck I only ever do with my fingertips, in tiny circles.", "technique", "over") == [
        ("friction", ["neck"])
    ]


def test_hand_over_hand_keeps_pulling():
    """The other flank is pulled as the first was, and not stretched."""
    text = "Pull the far flank toward you hand over hand. Walk round and pull the other flank."
    assert [s.technique for s in last_step(text).strokes] == [Technique.EFFLEURAGE]


def test_outside_the_spine_is_beside_it():
    """The line lies beside the bone, and where it ends is what was said."""
    assert parts("Draw two knuckles from the nape to the hips, just outside the spine.", "end", "over") == [
        ("hip", ["spine_sides"])
    ]


def test_a_label_and_what_is_done_to_it_is_a_stroke():
    """A place, a colon and the name of a stroke need no more."""
    step = last_step("Legs: effleurage with both hands. Calf: wringing.")
    assert step.kind is Kind.STROKE
    assert [(s.technique, s.over) for s in step.strokes] == [(Technique.PETRISSAGE, (Place.LEG,))]


def test_the_tool_that_comes_next_takes_over():
    """What was done is done with it."""
    step = last_step("Chop over the shoulders with cupped hands. Loose fists next.")
    assert step.kind is Kind.REPEAT
    assert [(s.technique, str(s.tool)) for s in step.strokes] == [(Technique.TAPOTEMENT, "fist")]


def test_a_bit_that_comes_next_is_only_named():
    """What is still to be told repeats nothing."""
    assert last_step("Knead the shoulders with both hands. Next bit, forearm.").kind is Kind.NOTE


def test_up_the_same_way_is_the_way_back():
    """Behind a stroke that went down it is a stroke up, and both together are a pair."""
    text = "Roll your fists down beside the spine. Go up the same way. "
    assert last_step(text).kind is Kind.STROKE
    step = last_step(text + "Repeat the pair of them four times.")
    assert [([str(way) for way in s.direction], s.repeats) for s in step.strokes] == [
        (["down"], 4),
        (["up"], 4),
    ]


def test_from_low_to_high_is_up():
    """A way told by its ends alone."""
    assert parts("Thumb slides, both sides of the spine, low to high.", "direction") == [(["up"],)]
