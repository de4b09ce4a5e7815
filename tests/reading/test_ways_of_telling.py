"""The same thing told in other ways, a sentence at a time, in a routine whose other sentences stay."""

import pytest

from effleurage.reading import read
from effleurage.routine import Direction, Fingers, Hands, Place, Stroke, Technique

EIGHT = {
    "laid": "Place both hands on the lower back, just above the base of the spine, fingers toward the head.",
    "up": "Slide both hands up the sides of the spine to just below the base of the neck.",
    "out": "Move the hands out around the shoulders and in toward each other across the upper back.",
    "past": "As the hands pass each other, cross the right arm over the left and continue gliding.",
    "down": "With arms still crossed, reach down around the waist.",
    "waist": "Pull the flesh up firmly around the waist and then gradually release the sides as the "
    "palms glide "
    "to the middle of the lower back and pass each other.",
    "home": "Slide the palms out around the hips and return the hands to the starting position.",
}
FAN = {
    "laid": "Place one hand on the lower back, at the base of the spine, with the fingers splayed.",
    "fan": "Fan the hand up and out, away from the spine.",
    "next": "The other hand follows on the same side as the first completes the movement.",
    "row": "Work all the way up the side of the spine, alternating hands.",
}
BLADE = {
    "laid": "Place one hand at the bottom of the shoulder blade, the second hand poised to follow.",
    "fan": "Brush the hand up and out in a smooth fanning movement. Follow with the second hand.",
    "row": "Work all round the shoulder blade and out over the shoulder, toward the armpit.",
}
FOREARM = {
    "laid": "Place your forearm alongside the spine with your elbow just above the buttocks.",
    "clasp": "Clasp the working hand with your other hand for support.",
    "up": "Slide all the way up the side of the spine to the top of the shoulder.",
}
PULL = {
    "laid": "With hands together and palms raised, place the fingertips at the side of the spine, just "
    "above the "
    "coccyx.",
    "pull": "Keeping the fingers together, pull them toward you down the side of the back.",
    "row": "Repeat the movement all the way up the spine, ending at the base of the neck.",
    "last": "The final pull goes across the shoulders toward the armpit.",
}


def strokes(routine: dict[str, str], **told: str) -> list[Stroke]:
    """The strokes of a routine of one movement in which some sentences are told in another way."""
    found, _ = read("# One movement\n\n" + " ".join((routine | told).values()) + "\n")
    return [stroke for movement in found.movements for step in movement.steps for stroke in step.strokes]


def gist(some: list[Stroke]) -> list[tuple]:
    """What is done, with what, whither, and how two hands go about it."""
    return [(s.technique, s.tool, s.end, s.passes, s.upper_hand, s.copied, s.progress) for s in some]


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("laid", "Put both hands on the lower back, and let the fingers face the head."),
        (
            "laid",
            "The starting position for this wide stroke is both palms on the lower back just over the base "
            "of the spine, the fingers pointing to the head.",
        ),
        (
            "laid",
            "The start of this movement is with both hands on the lower back just over the base of the "
            "spine, fingers toward the head.",
        ),
        (
            "laid",
            "Both hands take up their position on the lower back, just over the base of the spine, and the "
            "fingers are pointing to the head.",
        ),
        (
            "laid",
            "Both your palms start low, resting on the lower back just over the base of the spine, fingers "
            "to the head.",
        ),
        (
            "laid",
            "Place both palms on the lower back, not on the base of the spine but just above it, fingers to "
            "the head.",
        ),
        (
            "laid",
            "Open with your palms on the lower back, just over the base of the spine, fingers to the head.",
        ),
        ("laid", "Palms on the lower back, just over the base of the spine. Fingers toward the head."),
        (
            "laid",
            "With the fingers aimed at the head, both palms lie on the lower back just over the base of the "
            "spine.",
        ),
        ("out", "Circle out around the shoulders and in toward each other across the upper back."),
        (
            "home",
            "Glide the palms out around the hips. The hands arrive back at their starting place, and the "
            "eight is finished.",
        ),
        (
            "laid",
            "Let your palms take their place on the lower back just over the base of the spine, fingers to "
            "the head.",
        ),
        (
            "waist",
            "Draw up the flesh around the waist, and do it firmly. Gradually release the sides as the palms "
            "slide to the middle of the lower back and pass each other.",
        ),
        (
            "waist",
            "Take the flesh of the waist firmly and pull it up, then gradually release the sides as the "
            "palms slide to the middle of the lower back and pass each other.",
        ),
        (
            "waist",
            "Draw up the flesh around the waist. Do this firmly. Gradually release the sides as the palms "
            "slide to the middle of the lower back and pass each other.",
        ),
        (
            "out",
            "Glide the hands out around the shoulders and in over the upper back, one hand approaching the "
            "other.",
        ),
        (
            "out",
            "Take your hands out around the shoulders and in over the upper back, each hand sliding toward "
            "the other.",
        ),
        (
            "past",
            "As one palm passes the other, let the right arm cross over the left, and stay with the stroke.",
        ),
        (
            "waist",
            "Draw up the flesh around the waist. Be firm. Gradually release the sides as the palms slide to "
            "the middle of the lower back and pass each other.",
        ),
        (
            "laid",
            "Lay both palms on the lower back just over the base of the spine and let your fingers point "
            "up to the head.",
        ),
        (
            "laid",
            "Rest both palms on the lower back just over the base of the spine, all of the fingers aimed "
            "at the head.",
        ),
        (
            "laid",
            "With your fingers pointing toward the head, place both hands on the lower back, just above the "
            "base of the spine.",
        ),
        (
            "laid",
            "Lay both hands on the lower back just above the base of the spine; the fingers are directed at "
            "the head.",
        ),
        (
            "up",
            "Gliding up along both sides of the spine, bring both hands to just below the base of the neck.",
        ),
        ("up", "Let your hands slide up beside the spine until they almost reach the base of the neck."),
        (
            "up",
            "Keeping both hands on the back, slide up the sides of the spine to just below the base of "
            "the neck.",
        ),
        ("out", "Each hand sweeps out around its shoulder and in over the upper back toward the other one."),
        (
            "waist",
            "Lift and draw the flesh at the waist firmly upward, then gradually release the sides as the "
            "palms "
            "slide to the middle of the lower back and pass each other.",
        ),
        (
            "waist",
            "Draw up around the waist with a firm grip. As your palms glide to the middle of the lower "
            "back and "
            "pass each other, you slowly let go of the sides.",
        ),
        (
            "waist",
            "Pull the flesh of the waist firmly up and let go slowly, with the palms gliding past each "
            "other in "
            "the middle of the lower back.",
        ),
        (
            "waist",
            "Pull the flesh of the waist up firmly, releasing gradually while your palms slide to the "
            "middle of "
            "the lower back and pass each other.",
        ),
        (
            "waist",
            "Take a good hold of the flesh around the waist and pull it up. Let go gradually as the "
            "palms slide "
            "to the middle of the lower back and pass each other.",
        ),
        (
            "past",
            "As the hands go by each other, take the right arm across, above the left, and keep gliding.",
        ),
        (
            "waist",
            "After a firm pull upward on the flesh around the waist, gradually release the sides as the "
            "palms glide to the middle of the lower back and pass each other.",
        ),
        (
            "waist",
            "After one good, firm lift of the flesh at the waist, let the sides go bit by bit as the palms "
            "glide to the middle of the lower back and pass each other.",
        ),
        (
            "waist",
            "Take a good hold around the waist and draw the flesh up, then gradually release the sides as "
            "the palms glide to the middle of the lower back and pass each other.",
        ),
        (
            "waist",
            "After pulling the flesh firmly up around the waist, let go of the sides gradually as the palms "
            "glide to the middle of the lower back and pass each other.",
        ),
        (
            "home",
            "Glide the palms out around the hips; the eight is complete when the hands have been brought "
            "back to the starting position.",
        ),
        ("home", "Glide the palms out around the hips to end back at the starting point."),
        (
            "home",
            "Glide the palms out around the hips and finish the eight with the hands at their original "
            "position.",
        ),
    ],
)
def test_an_eight_in_other_ways(part, told):
    """Hands that pass, let go and come home, whichever verb and order tell it."""
    assert gist(strokes(EIGHT, **{part: told})) == gist(strokes(EIGHT))


@pytest.mark.parametrize(
    "told",
    [
        "Find the base of the spine and lay both hands just above it, fingers toward the head.",
        "Locate the base of the spine; your palms go a little above it, fingers toward the head.",
        "The base of the spine is your landmark. Both hands go just above it, on the lower back.",
        "For the start of this stroke, have both hands just above the base of the spine.",
        "At the start of this stroke, have your hands just above the base of the spine.",
        "For this wide movement to begin, put both hands just above the base of the spine.",
    ],
)
def test_hands_are_laid_above_what_was_named(told):
    """The base of the spine is named before, or the stroke that will begin; hands are laid just above."""
    found = strokes(EIGHT, laid=told)
    assert (found[0].technique, found[0].hands, found[0].tool) == ("hold", "both", "palm")
    spot = found[0].start_spot
    assert spot is not None
    assert (spot.place, spot.relation) == ("sacrum", "above")
    assert gist(found)[1:-1] == gist(strokes(EIGHT))[1:-1]


@pytest.mark.parametrize(
    "told",
    [
        "As the palms pass each other, right over left, keep gliding.",
        "The hands pass each other with the right one uppermost. Keep gliding.",
        "When the hands meet, slide the left arm beneath the right one and keep gliding.",
        "As the hands pass, the left dips under the right, and they glide on.",
        "Let the hands pass each other, right on top. Keep gliding.",
        "When the two hands meet, the right crosses above the left, and the glide goes on.",
    ],
)
def test_which_arm_is_above(told):
    """It is told by either arm, with or without its name, and so it is with left and right exchanged."""
    exchanged = told.replace("left", "LEFT").replace("right", "left").replace("LEFT", "right")
    for sentence, upper in ((told, "right"), (exchanged, "left")):
        above = [s.upper_hand for s in strokes(EIGHT, past=sentence) if s.upper_hand is not None]
        assert above == [upper]


@pytest.mark.parametrize(
    "told",
    [
        "Lead the hands out around the shoulders and let them cross the upper back toward each other.",
        "Draw the hands out around the shoulders and in again, crossing the upper back toward one another.",
        "Swing both hands out around the shoulders and back in so that they cross the upper back, heading "
        "for each other.",
        "The palms go out around the shoulders, then pass over the upper back in each other's direction.",
    ],
)
def test_hands_that_cross_the_back_do_not_pass_yet(told):
    """What they cross is the back; that they pass each other is told behind it, and once."""
    found, as_told = strokes(EIGHT, out=told), strokes(EIGHT)
    out = found[2 : 3 + len(found) - len(as_told)]
    assert not any(stroke.passes or stroke.returning or stroke.progress for stroke in out)
    assert sum(stroke.passes for stroke in found) == sum(stroke.passes for stroke in as_told)


@pytest.mark.parametrize(
    "told",
    [
        "The hands slide past each other. While they are passing, cross the right arm over the left; the "
        "glide continues.",
        "Here the hands pass one another. Let the right arm cross over the left and keep the glide going.",
        "Now the hands pass each other. As they do, the right arm crosses above the left, and the gliding "
        "goes on.",
    ],
)
def test_hands_told_to_pass_in_two_sentences_pass_once(told):
    """The second one says which arm is uppermost there."""
    found = [stroke for stroke in strokes(EIGHT, past=told) if stroke.passes]
    assert len(found) == 2
    assert found[0].upper_hand == "right"


@pytest.mark.parametrize(
    "told",
    [
        "Raise the flesh around the waist firmly and then gradually release the sides as the palms make "
        "their way to the middle of the lower back and pass each other.",
        "Pulling firmly, raise the flesh around the waist, and then gradually release the sides as the "
        "palms work their way to the middle of the lower back and pass each other.",
        "Lifting firmly, draw up the flesh around the waist; gradually release the sides as the palms slide "
        "to the middle of the lower back and pass each other.",
    ],
)
def test_flesh_is_raised_as_it_is_lifted(told):
    """And what palms make their way to while they let go is glided to."""
    assert gist(strokes(EIGHT, waist=told)) == gist(strokes(EIGHT))


@pytest.mark.parametrize(
    "told",
    ["Take a firm hold around the waist", "Grip firmly around the waist", "Get a firm grip at the waist"],
)
def test_a_firm_grip_pulls_firmly(told):
    """What is gripped firmly is pulled up so."""
    found = strokes(EIGHT, waist=told + " and pull the flesh up.")
    assert [s.pressure for s in found if s.technique == "petrissage"] == ["firm"]


def test_a_bare_keep_going_is_the_glide_past_each_other():
    """Nothing is done anew for it."""
    past = "The hands pass each other, and the right arm lies over the left."
    assert gist(strokes(EIGHT, past=past + " Keep going.")) == gist(strokes(EIGHT, past=past))


def test_hands_side_by_side_that_go_up_both_sides_lie_on_both():
    """They are one beside the other; they do not work as one on one side of the spine."""
    told = strokes(EIGHT, laid="Lay your hands side by side on the lower back, above the base of the spine.")
    assert told[0].together
    assert gist(told) == gist(strokes(EIGHT))


def test_crossed_arms_hug_the_waist_that_they_have_come_to():
    """The hands are there: they set out from nowhere else, and go home to where the eight began."""
    told = strokes(
        EIGHT,
        waist="Hug the waist and pull its flesh up firmly, then gradually release the sides as the palms "
        "glide to the "
        "middle of the lower back and pass each other.",
    )
    assert told[-1].returning
    assert told[-1].end_spot == strokes(EIGHT)[-1].end_spot


def test_hands_that_approach_do_so_once():
    """As in "until they approach each other": it is how far they come, and no round that is done again."""
    told = strokes(
        EIGHT,
        out="Swing the hands round the shoulders; then lead them in over the upper back until they "
        "approach each other.",
    )
    assert all(stroke.repeats == 1 for stroke in told)


@pytest.mark.parametrize(
    "told",
    [
        "As it ends its fan, the other hand comes in after it on the same side.",
        "As the first hand comes to its end, bring in the other one on the same side of the back.",
        "The other hand steps in as the first leaves, on the same side.",
        "The other hand picks up where the first one left off, on the same side.",
        "When the first is done, have the other hand follow on the same side.",
    ],
)
def test_the_other_hand_fans_when_its_turn_comes(told):
    """However it comes in, it does what the first hand did."""
    found = strokes(FAN, next=told)
    assert [s.technique for s in found] == [s.technique for s in strokes(FAN)]
    assert found[2].follows or found[2].other_hand
    assert found[2].direction == found[1].direction


@pytest.mark.parametrize(
    "told",
    [
        "Let the other hand follow on the same side as the first ends and carry on in this way, alternating "
        "hands, all the way up the side of the spine.",
        "Bring in the other hand on the same side, and go on like this, hand after hand, all the way up the "
        "side of the spine.",
        "Follow with the other hand on the same side, then go on in the same way, left and right in turn, "
        "all the way up the side of the spine.",
    ],
)
def test_the_other_hand_fans_and_so_both_go_on(told):
    """It takes its turn on the same side, and the row of fans climbs there."""
    found = strokes(FAN, next=told, row="")
    assert [stroke.side for stroke in found[2:]] == ["one", "one"]
    assert [stroke.technique for stroke in found] == [stroke.technique for stroke in strokes(FAN)]
    assert found[2].other_hand
    assert (found[3].hands, found[3].over, found[3].progress) == ("alternate", ("spine_sides",), True)


@pytest.mark.parametrize(
    "told",
    [
        "Moving upward and outward from the spine, let the hand fan round.",
        "Heading up and out from the spine, the hand turns like a fan.",
        "Traveling up and away from the spine, the hand fans round.",
    ],
)
def test_a_way_told_before_a_fan_is_no_row(told):
    """It says which way the one fan goes."""
    assert not strokes(FAN, fan=told)[1].progress


@pytest.mark.parametrize(
    "told",
    [
        "Brush up and out in a fan with the first hand and then the second.",
        "Brush the hand up and out in a fan, and have the second hand follow.",
    ],
)
def test_both_hands_fan(told):
    """One after the other."""
    found = strokes(BLADE, fan=told)
    assert any(s.follows or s.other_hand or s.hands == "alternate" for s in found[1:])


@pytest.mark.parametrize(
    "told",
    [
        "Begin at the foot of the shoulder blade with one hand, fingers spread, and keep the other one "
        "ready to come in.",
        "With one hand at the bottom of the shoulder blade, get the other ready to follow on the same side.",
        "Set one hand at the bottom of the shoulder blade. Your second hand is standing by to follow.",
        "Set one hand at the bottom of the shoulder blade. The second one hovers, about to follow.",
        "There is a like stroke for the shoulder. Set one hand at the bottom of the shoulder blade, the "
        "other ready.",
        "The shoulder gets a stroke of the same sort. Set one hand at the bottom of the shoulder blade, "
        "the other ready.",
    ],
)
def test_a_hand_is_laid_and_the_other_waits(told):
    """One hand lies on the blade; nobody stands up, and nothing is stroked yet."""
    found = strokes(BLADE, laid=told)
    assert gist(found) == gist(strokes(BLADE))
    routine, _ = read(told)
    assert not any(step.arrangement for movement in routine.movements for step in movement.steps)


@pytest.mark.parametrize(
    "told",
    [
        "Come across with your free hand and grasp the hand of the arm that is at work, to keep it steady.",
        "Use the other hand to grasp and steady the working one.",
    ],
)
def test_the_second_hand_clasps_the_first(told):
    """It lies nowhere on the receiver."""
    assert gist(strokes(FOREARM, clasp=told)) == gist(strokes(FOREARM))


@pytest.mark.parametrize(
    "told",
    [
        "Forearm down beside the spine. Elbow a little above the buttocks.",
        "One forearm down next to the spine, its elbow just above the buttocks.",
    ],
)
def test_a_forearm_that_is_down_beside_the_spine_lies_there(told):
    """Nothing glides down."""
    laid, *_ = strokes(FOREARM, laid=told)
    assert (laid.technique, laid.tool, laid.direction) == ("hold", "forearm", ())


@pytest.mark.parametrize(
    "told",
    [
        "To steady the working hand, take hold of it with your free one.",
        "So that the working hand stays firm and supported, clasp it with the other.",
        "For support of the working hand, grasp it in your second hand.",
    ],
)
def test_it_is_the_working_hand_that_is_clasped(told):
    """It is the arm at work that was named, and no palm that works from then on."""
    assert gist(strokes(FOREARM, clasp=told)) == gist(strokes(FOREARM))


@pytest.mark.parametrize(
    "told",
    [
        "Lift off and do it over, twice.",
        "Lift the arm away. Start over and do this two times.",
        "Take the arm off and do the whole thing over from the beginning, twice.",
    ],
)
def test_what_is_done_over_comes_on_top(told):
    """A count of what is done over does not take in the first time."""
    again = [s for s in strokes(FOREARM, again=told) if s.copied and s.technique == "effleurage"]
    assert [(s.repeats, s.in_all) for s in again] == [(2, False)]


@pytest.mark.parametrize(
    "told",
    [
        "Set the forearm parallel to the spine and beside it, elbow a little above the buttocks, and clasp "
        "the hand of that arm with your free hand.",
        "Lay the forearm along the spine and close beside it, the elbow just above the buttocks, and hold "
        "the wrist with your other hand so the arm is steady.",
    ],
)
def test_beside_it_is_where_the_forearm_lies(told):
    """It says more of the spine that was named, and nothing of the clasp behind it."""
    assert gist(strokes(FOREARM, laid=told, clasp="")) == gist(strokes(FOREARM))


@pytest.mark.parametrize(
    "told",
    [
        "Lift the arm off gently before going back to the beginning for two more rounds.",
        "Lift the arm off gently. Return to the beginning for two further repetitions.",
        "Lift the arm off gently and begin over, twice more.",
        "After lifting the arm off gently, repeat twice from the start.",
        "Repeat two more times from the start once you have lifted the arm off gently.",
        "Start over two more times after gently lifting off the forearm.",
        "Repeat twice from the beginning once you have gently lifted the arm off.",
        "Repeat twice from the beginning after lifting the arm gently away from the skin.",
        "Repeat twice from the beginning, each time lifting the arm off gently first.",
        "Repeat twice from the beginning, taking your arm off softly.",
        "Softly taking the arm off, repeat twice from the beginning.",
        "Having gently raised the arm off, repeat twice from the beginning.",
        "Once the arm has been gently lifted off, repeat twice from the beginning.",
        "Before repeating twice from the beginning, lift the arm off gently.",
        "Before you go back to the beginning for two more rounds, lift the arm off gently.",
        "With a gentle lift take the arm away. Repeat twice from the beginning.",
        "With a light lift, take your arm away, and repeat twice from the beginning.",
        "Let the arm come away with a gentle lift. Return to the start. Repeat twice.",
        "Allow the forearm to float off the back. Repeat twice from the beginning.",
        "The arm comes off with a light lift. Go back to the beginning and repeat twice.",
        "Ease the arm off, lifting it gently. Repeat twice from the beginning.",
    ],
)
def test_an_arm_is_lifted_and_begins_again(told):
    """It is lifted first, and what is done again is all of it, as often as is told."""
    found = strokes(FOREARM | {"again": told})
    plain = strokes(FOREARM | {"again": "Lift the arm off gently and repeat twice from the beginning."})
    assert [(s.technique, s.copied) for s in found][:5] == [(s.technique, s.copied) for s in plain][:5]
    assert {stroke.repeats for stroke in found if stroke.copied} == {2}


@pytest.mark.parametrize(
    "told",
    [
        "Set your elbow just above the buttocks. The forearm lies alongside the spine.",
        "Your elbow goes just above the buttocks, and the forearm rests along the side of the spine.",
        "The elbow belongs just above the buttocks. Lay the forearm down beside the spine.",
        "Put the elbow just above the buttocks and let the forearm lie along the side of the spine.",
    ],
)
def test_a_forearm_lies_from_its_elbow_on(told):
    """The elbow is told first; where the forearm lies beside the spine, it sets out from there."""
    found, plain = strokes(FOREARM, laid=told), strokes(FOREARM)
    laid = next(s for s in found if s.tool == "forearm")
    assert (laid.start, laid.start_spot, laid.over) == (plain[0].start, plain[0].start_spot, plain[0].over)
    assert (found[-1].start, found[-1].start_spot) == (plain[-1].start, plain[-1].start_spot)


@pytest.mark.parametrize(
    "told",
    [
        "Support the working hand with your free hand while you lay the forearm alongside the spine.",
        "With your free hand bracing the working hand, set the forearm down alongside the spine.",
        "Steady the working hand with the other, then lay your forearm alongside the spine.",
    ],
)
def test_a_hand_that_steadies_the_arm_is_told_before_it_lies(told):
    """It is the hand of an arm, and no hand that lies on the other for more weight."""
    routine, _ = read("# One movement\n\n" + told + "\n")
    [step] = [step for movement in routine.movements for step in movement.steps]
    assert step.arrangement is not None
    assert step.arrangement.clasped
    assert [(s.technique, s.tool) for s in step.strokes] == [("hold", "forearm")]


@pytest.mark.parametrize(
    "told",
    [
        "Use the flat bone of your forearm for this stroke. Slide it",
        "Use the flat of the forearm for the gliding. Slide",
        "This stroke is done with the flat bone of the forearm. Slide it",
        "Work with the flat bone of the forearm. Slide",
        "Slide up beside the spine. Only the flat bone of the forearm does the sliding. Continue",
    ],
)
def test_with_what_a_stroke_is_done_is_no_stroke(told):
    """It is told in a sentence of its own, and done in the one behind it, or before it."""
    up = " up beside the spine to the top of the shoulder."
    found = strokes(FOREARM, up=told + (up if "Continue" not in told else " to the top of the shoulder."))
    last = strokes(FOREARM)[-1]
    assert {(s.technique, s.tool) for s in found[1:]} == {(last.technique, last.tool)}
    assert (found[-1].end, found[-1].direction) == (last.end, last.direction)
    assert len(found) == len(strokes(FOREARM)) + ("Continue" in told)


def test_a_forearm_glides_on_its_bone():
    """To lean on the tool that glides is no press of its own."""
    told = "Slide the forearm up beside the spine, leaning on the flat bone, to the top of the shoulder."
    assert [s.technique for s in strokes(FOREARM, up=told)] == [s.technique for s in strokes(FOREARM)]


@pytest.mark.parametrize(
    "told",
    [
        "Put your hands together and raise the palms, so that only the fingertips lie at the side of the "
        "spine, just "
        "above the coccyx.",
        "With your hands close together and palms lifted clear of the skin, rest the fingertips beside "
        "the spine just "
        "above the coccyx.",
        "Bring your hands together with lifted palms, so your fingertips are beside the spine just above "
        "the coccyx.",
        "Hands together, palms off the back so that just the tips of the fingers touch, beside the spine "
        "above the coccyx.",
        "With the hands together and the palms raised, make fingertip contact beside the spine just above "
        "the coccyx.",
        "Bring your hands together and hold the palms lifted, so that the tips of the fingers rest beside "
        "the spine above the coccyx.",
        "Keep the hands together, palms raised, so that the fingertips rest beside the spine, above the "
        "coccyx.",
    ],
)
def test_fingertips_are_laid_beside_the_spine(told):
    """What touches when the palms are lifted is laid there, by both hands."""
    first, *_ = strokes(PULL, laid=told)
    assert (first.technique, first.tool, first.hands, first.start) == ("hold", "fingertips", "both", "sacrum")


@pytest.mark.parametrize(
    "told",
    [
        "Keep on pulling all the way up the spine to the base of the neck.",
        "Use this pull all the way up the spine to the base of the neck.",
        "Work your way up the whole spine with this pull.",
        "Make these pulls the full length of the spine.",
        "Move a little higher with every pull until you come to the base of the neck.",
        "Go up the spine pull by pull.",
        "Then start again further up, and so climb the entire spine.",
        "Climb the length of the spine, repeating the pull.",
        "Go all the way up the spine doing this.",
    ],
)
def test_a_pull_is_taken_up_the_spine(told):
    """It is done again and again, each time further up; the fingers are not dragged along the spine."""
    found = strokes(PULL, row=told)
    row = [s for s in found if s.copied and "toward_giver" in s.direction]
    assert row
    assert all(s.progress and s.repeats is None for s in row)


@pytest.mark.parametrize(
    "told",
    [
        "Here both hands draw a large figure of eight over the back.",
        "In this one the hands describe a great eight on the back, and contact is never broken.",
    ],
)
def test_a_figure_that_is_announced_is_no_stroke(told):
    """What the hands will draw is told behind it."""
    assert gist(strokes({"said": told} | EIGHT)) == gist(strokes(EIGHT))


def test_the_index_finger_is_pointed():
    """Where the index finger is pointed is how it lies; the hand looks to the head."""
    found = strokes(
        FAN,
        laid="Place one hand at the base of the spine. Splay the fingers, pointing the index finger to "
        "the side of the spine.",
    )
    assert found[0].index_along_spine
    assert found[0].pointing is None


@pytest.mark.parametrize(
    "told",
    [
        "Put on the oil so that it covers the whole back. Your strokes are smooth and run upward.",
        "Apply oil until the back is covered, always gliding upward.",
        "Spread the oil so that the back is covered evenly. All strokes go up.",
        "Smooth, upward strokes spread the oil evenly over the back.",
    ],
)
def test_oil_is_applied_until_it_covers_the_back(told):
    """Where it comes to be is where it is spread, and the strokes' way is its way."""
    spread, *more = strokes({}, told=told)
    assert not more
    assert (spread.technique, spread.over, spread.direction) == ("effleurage", ("back",), ("up",))


def test_oil_is_massaged_in():
    """As it is worked in."""
    [found] = strokes({"oil": "Work some oil in over the back."})
    [told] = strokes({"oil": "Rub some oil in over the back."})
    assert gist([told]) == gist([found])


@pytest.mark.parametrize(
    "told",
    [
        "Oil the back first, seated to one side of your partner.",
        "Oil the back evenly, seated at your client's side, with smooth upward strokes.",
        "Spread oil over the back from one side of your partner.",
    ],
)
def test_where_the_giver_sits_is_no_side_of_the_back(told):
    """All of it is oiled."""
    [spread] = strokes({"oil": told})
    assert (spread.over, spread.side) == ((Place.BACK,), None)


def test_where_a_hand_goes_is_told_more_exactly():
    """The lower back is a region; the base of the spine lies in it, and there the fans start."""
    told = "Put one hand on the lower back. It goes at the base of the spine. Spread your fingers."
    laid, fan, *_ = strokes(FAN, laid=told)
    assert (laid.start, laid.fingers, fan.start) == ("sacrum", "splayed", "sacrum")


@pytest.mark.parametrize(
    "told",
    [
        "Turn the hand round like a fan, up and out from the spine.",
        "Swing the hand, like the leaf of a door, up and out from the spine.",
        "Draw the hand like a fan up and out from the spine.",
        "Sweep the hand, the way a windscreen wiper goes, up and out from the spine.",
    ],
)
def test_behind_a_likeness_the_way_goes_on(told):
    """It is the hand that goes up and out, and not what it is like."""
    fan = strokes(FAN, fan=told)[1]
    assert (fan.start, fan.direction) == (Place.SPINE, (Direction.UP, Direction.OUT))


@pytest.mark.parametrize(
    "told",
    [
        "Using each hand in turn, go all the way up the side of the spine.",
        "Employing each hand in turn, keep on up the side of the spine.",
        "Use each hand in turn to climb up the side of the spine.",
    ],
)
def test_each_hand_in_turn_is_both_by_turns(told):
    """A hand is no finger that is worked on one after another."""
    row = strokes(FAN, row=told)[-1]
    assert (row.hands, row.over) == (Hands.ALTERNATE, (Place.SPINE_SIDES,))


@pytest.mark.parametrize(
    "told",
    [
        "The other follows on the same side, and in this way the palms take turns all the way up the side of "
        "the spine.",
        "The other hand follows on the same side, so that they alternate up the side of the spine.",
        "The other follows on the same side, your hands alternating all the way up the side of the spine.",
        "The other hand follows on the same side, and both hands take it in turns up the side of the spine.",
    ],
)
def test_hands_that_alternate_up_the_spine_make_a_row(told):
    """It is told behind the other hand's turn, in the same sentence, and is more than that one's way."""
    _, _, follows, row = strokes(FAN, next=told, row="")
    assert (follows.other_hand, follows.over, row.other_hand) == (True, (), False)
    assert (row.hands, row.over) == (Hands.ALTERNATE, (Place.SPINE_SIDES,))


@pytest.mark.parametrize(
    "told",
    [
        "Open the fingers of one hand. Then rest that hand on the base of the spine.",
        "Splay your fingers. Lay one hand on the base of the spine.",
        "Stretch the fingers of one hand apart, then place the hand on the base of the spine.",
        "Your fingers should be spread wide. Set one hand down on the base of the spine.",
    ],
)
def test_fingers_spread_before_the_hand_is_laid_stay_so(told):
    """The hand is laid, and works, with its fingers apart."""
    laid, fan, *_ = strokes(FAN, laid=told)
    assert (laid.start, laid.fingers, fan.fingers) == (Place.SACRUM, Fingers.SPLAYED, Fingers.SPLAYED)


def test_the_next_hand_is_laid_with_fingers_of_its_own():
    """What was said of the first one's fingers, behind it, is not said of the second's."""
    told = "Place one hand on the sacrum. Its fingers should be splayed. Place the other on the shoulder."
    first, second = strokes({"laid": told})
    assert (first.fingers, second.fingers) == (Fingers.SPLAYED, None)


@pytest.mark.parametrize(
    "told",
    [
        "Keep the second hand ready as you lay one hand at the bottom of the shoulder blade.",
        "Let the other hand wait while you set one hand down at the bottom of the shoulder blade.",
        "Hold the other one poised on that side while one hand is laid at the bottom of the shoulder blade.",
    ],
)
def test_one_hand_is_laid_while_the_other_waits(told):
    """What the one that waits is ready for ends where it is told of the one that is laid."""
    [laid] = strokes({"laid": told})
    assert (laid.technique, laid.start, laid.other_hand) == (Technique.HOLD, Place.SHOULDER_BLADE, False)


def test_a_hand_that_will_follow_does_nothing_yet():
    """As "the other will follow" does."""
    told = "Put one hand at the bottom of the shoulder blade. Hold the other hand ready. It will follow."
    assert gist(strokes(BLADE, laid=told)) == gist(strokes(BLADE))


def test_hands_are_kept_together_as_they_pull():
    """As you pull is when, and no second pull."""
    told = "Pull the fingers toward you, down the side of the back, and keep them together as you pull."
    assert len(strokes(PULL, pull=told)) == len(strokes(PULL))


def test_where_the_last_pull_is_it_starts():
    """It is at the base of the neck, and goes across the shoulder from there."""
    told = "The last pull is at the base of the neck and goes across the shoulder toward the armpit."
    *_, last = strokes(PULL, last=told)
    assert (last.start, last.end) == ("neck_base", "armpit")


def test_a_giver_who_sits_there_again_repeats_nothing():
    """The giver looks another way this time, and no stroke is done again."""
    told = "After that you sit at the side again, this time looking across the back."
    assert strokes(FOREARM, then=told) == strokes(FOREARM)


def test_who_works_on_the_nerves_lays_no_hand_on_them():
    """What a stroke does good is no stroke."""
    told = "Here you work on the nerves by the spine, and you help the lymph along."
    assert gist(strokes({"intro": told} | FAN)) == gist(strokes(FAN))


def test_a_fanning_brush_is_brushed():
    """How the hand moves, rather than what shape that has."""
    for told in ("Make a smooth fanning brush, up and out.", "Make a brushing fan, up and out."):
        assert strokes(BLADE, fan=told)[1].verb == "brush"
