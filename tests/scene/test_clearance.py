"""Clearance, measured on hands that were put where the answer is known."""

import numpy as np
import pytest

from effleurage.anatomy import Body
from effleurage.performance import (
    FINGER_SHAPES,
    LEFT,
    RIGHT,
    TOOLS,
    Block,
    Performance,
    Person,
    Samples,
    Segment,
    Station,
)
from effleurage.scene._clearance import clearance

BODY = Body(height=1.72, weight=68, sex="female", age=40)


def performance(left: np.ndarray, right: np.ndarray) -> Performance:
    """Two samples with both palms level, fingers to the head, elbows up."""
    position = np.tile(np.stack([left, right]), (2, 1, 1))
    fingers = np.zeros((2, 2, len(FINGER_SHAPES)))
    fingers[..., FINGER_SHAPES.index("flat")] = 1.0
    station = Station(where="hips", stance="kneeling", facing="head", side="left")
    samples = Samples(
        time=np.array([0.0, 0.02]),
        position=position,
        orientation=np.tile([1.0, 0.0, 0.0, 0.0], (2, 2, 1)),
        elbow=position + np.array([-0.2, 0.0, 0.25]),
        chart=np.zeros((2, 2), int),
        along=np.full((2, 2), 0.5),
        across=np.zeros((2, 2)),
        force=np.zeros((2, 2)),
        contact=np.zeros((2, 2), bool),
        phase=np.zeros((2, 2), int),
        tool=np.full((2, 2), TOOLS.index("palm")),
        segment=np.zeros((2, 2), int),
        fingers=fingers,
    )
    told = {"movement": 0, "span": (0, 0), "caption": "", "start": 0, "stop": 2}
    segment = Segment(hands="both", technique="hold", step=0, stroke=0, repeat=0, **told)
    return Performance(
        title=None,
        movements=(None,),
        text="",
        person=Person(height=1.72, weight=68, sex="female", age=40),
        charts=("back", "head"),
        segments=(segment,),
        blocks=(Block(posture="prone", station=station, **told),),
        samples=samples,
    )


def measured(left: np.ndarray, right: np.ndarray):
    """The clearance of the first sample."""
    return clearance(performance(left, right), BODY.surface, rows=np.array([0]))


def test_a_hand_far_above_touches_nothing():
    """Half a metre over the back neither hand is in the skin, none touches, and they are apart."""
    found = measured(np.array([0.2, 0.3, 0.8]), np.array([0.2, -0.3, 0.8]))
    assert np.all(found.hand_depth == -0.1)
    assert np.all(found.share == 0.0)
    assert np.isinf(found.apart[0])


def test_a_hand_pushed_into_the_back_is_that_deep():
    """Lowered by three centimetres, a palm on the back is three centimetres deeper."""
    on = BODY.surface("prone").point(0.5, 0.3)
    away = np.array([0.2, -0.6, 0.8])
    above, below = measured(on, away), measured(on - np.array([0.0, 0.0, 0.03]), away)
    assert below.hand_depth[0, LEFT] - above.hand_depth[0, LEFT] == pytest.approx(0.03, abs=0.01)
    assert above.share[0, LEFT] > below.share[0, LEFT]
    assert above.hand_depth[0, RIGHT] < 0.0


def test_hands_in_each_other_are_found():
    """Two palms at the same place are in each other; side by side by 15 cm they are not."""
    place = np.array([0.2, 0.0, 0.8])
    assert measured(place, place + np.array([0.0, 0.02, 0.0])).apart[0] < 0.0
    assert measured(place + np.array([0.0, 0.075, 0.0]), place - np.array([0.0, 0.075, 0.0])).apart[0] > 0.0
