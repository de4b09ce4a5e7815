"""Technique, direction, side, pressure and repeats: one mechanism a case, in our own words."""

import pytest

from reading.slots import parts

PLACED = "Rest both palms on the lower back. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a count set off at the end is that of the whole round
        ("Glide up to the neck and back, six times.", [6, 6]),
        ("Press the sacrum and let go, x4.", [4, 4]),
        ("Squeeze the sacrum five times and let go.", [5, 1]),
        ("Press the sacrum with your palms as they breathe out, six times.", [6]),
        ("Hold the sacrum with one palm and rub the neck with the other, three times.", [1, 3]),
        ("Rub the sacrum, eight one way and eight the other.", [8]),
        ("Kneading of the buttocks with both palms, 8 each side", [8]),
        ("Long strokes with flat hands up the back, five", [5]),
    ],
)
def test_counts(text, expected):
    """Whose count a number is."""
    assert [n for (n,) in parts(text, "repeats")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # ways to the side say nothing of up and down; a path up the trunk does
        ("Stroke out from the neck to the shoulders.", ["out"]),
        ("Stroke from the sacrum to the neck.", ["up"]),
        ("Rub the thigh from top to bottom.", ["down"]),
        ("Brush from the head to the sacrum, and off.", ["down", "off"]),
        # lifting flesh is no way along the body
        ("Pinch up the flesh of the waist.", []),
        ("Pick up the muscle of the calf, from the ankle upwards.", ["up"]),
        ("Rub around the outer ankle bone.", ["around"]),
        ("Press the sacrum on the out-breath.", []),
        # hands that come together, in whatever words
        ("Glide across the upper back, drawing nearer to one another.", ["across", "in"]),
        ("Slide the palms over the upper back so that they come close to one another.", ["in"]),
        ("Press down between the shoulder blades.", ["into"]),
        ("Sink the elbow in just above the hip.", ["into"]),
    ],
)
def test_directions(text, expected):
    """Only what the words say, and what start and end settle."""
    assert parts(text, "direction") == [(expected,)]


@pytest.mark.parametrize(
    ("text", "technique"),
    [
        ("Let your weight sink in.", "compression"),
        ("Drop your weight onto them.", "compression"),
        ("Let them slip out of your grip.", "release"),
        ("Let them glide to the neck.", "effleurage"),
        ("Both thumbs go in the groove beside the spine.", "hold"),
        ("Make slow rings with your thumbs.", "friction"),
        ("Draw a figure of eight over the shoulders.", "effleurage"),
        ("Take the left arm by the wrist.", "hold"),
        ("Tug the hair at its roots.", "stretch"),
        ("Let your forearms melt onto the neck.", "hold"),
    ],
)
def test_techniques(text, technique):
    """What the hands do, where the verb alone does not say it."""
    assert parts(PLACED + text, "technique")[1:] == [(technique,)]


def test_weight_at_work_elsewhere_presses_nothing():
    """Advice on how to stand is no pressing."""
    assert parts(PLACED + "Let your body weight do the work.", "technique") == [("hold",)]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Glide both hands along the ribs.", "both"),
        ("Press with your thumbs just to the left of the spine.", "left"),
        ("Wring the opposite flank.", "other"),
        ("Rock the hips with both palms, left and right.", "both"),
        ("Slide your palms along the spine, right to the neck.", None),
    ],
)
def test_sides(text, side):
    """The words, then the number of a paired part; "right to" is no side."""
    assert parts(text, "side") == [(side,)]


@pytest.mark.parametrize(
    ("text", "pressure"),
    [
        ("Draw deep circles on the sacrum.", "firm"),
        ("Stroke down the back, barely touching the skin.", "light"),
        ("Where it is hard, press the sacrum.", None),
        ("Finish with feather strokes down the back.", "light"),
        ("Glide back up the back with no pressure.", "light"),
    ],
)
def test_pressure(text, pressure):
    """How firmly the hands work, not how the flesh feels."""
    assert parts(text, "pressure")[-1] == (pressure,)
