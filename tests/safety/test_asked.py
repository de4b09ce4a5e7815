"""What a text asks is told before anything is planned."""

import pytest

from effleurage.routine import (
    Kind,
    Movement,
    Place,
    Pressure,
    Relation,
    Routine,
    Spot,
    Step,
    Stroke,
    Technique,
    Tool,
)
from effleurage.safety import check_routine


def codes(*strokes):
    """Codes of what is told about a routine of these strokes."""
    step = Step(span=(0, 9), kind=Kind.STROKE, strokes=strokes)
    return [
        finding.code
        for finding in check_routine(Routine(title=None, movements=(Movement(title=None, steps=(step,)),)))
    ]


@pytest.mark.parametrize(
    ("code", "stroke"),
    [
        ("S701", Stroke(technique=Technique.COMPRESSION, tool=Tool.THUMB, over=(Place.SPINE,))),
        ("S701", Stroke(technique=Technique.EFFLEURAGE, over=(Place.SPINE,), pressure=Pressure.FIRM)),
        ("S702", Stroke(technique=Technique.TAPOTEMENT, over=(Place.LOWER_BACK,))),
        ("S703", Stroke(technique=Technique.FRICTION, over=(Place.ARMPIT,))),
        ("S703", Stroke(technique=Technique.EFFLEURAGE, end=Place.ARMPIT, pressure=Pressure.FIRM)),
        ("S704", Stroke(technique=Technique.COMPRESSION, tool=Tool.ELBOW, over=(Place.NECK,))),
        ("S704", Stroke(technique=Technique.TAPOTEMENT, over=(Place.HEAD,))),
        ("S705", Stroke(technique=Technique.COMPRESSION, over=(Place.FRONT,))),
    ],
)
def test_an_unsafe_request_is_told(code, stroke):
    """Each rule finds the sentence that breaks it."""
    assert codes(stroke) == [code]


@pytest.mark.parametrize(
    "stroke",
    [
        Stroke(technique=Technique.COMPRESSION, over=(Place.SPINE_SIDES,), pressure=Pressure.FIRM),
        Stroke(
            technique=Technique.COMPRESSION,
            over=(Place.SPINE,),
            over_spots=(Spot(place=Place.SPINE, relation=Relation.BESIDE),),
        ),
        Stroke(technique=Technique.EFFLEURAGE, over=(Place.SPINE,), pressure=Pressure.LIGHT),
        Stroke(technique=Technique.TAPOTEMENT, over=(Place.BUTTOCK,)),
        Stroke(technique=Technique.EFFLEURAGE, end=Place.ARMPIT),
        Stroke(technique=Technique.PETRISSAGE, tool=Tool.GRIP, over=(Place.NECK,)),
        Stroke(technique=Technique.HOLD, start=Place.FRONT),
        Stroke(technique=Technique.RELEASE, tool=Tool.FOREARM, start=Place.NECK),
    ],
)
def test_a_sound_request_is_not_told(stroke):
    """What teachers write is left alone."""
    assert codes(stroke) == []


def test_a_copy_is_not_told_again():
    """A repeat of an unsafe clause is not a second finding."""
    press = Stroke(technique=Technique.COMPRESSION, over=(Place.SPINE,))
    copy = Stroke(technique=Technique.COMPRESSION, over=(Place.SPINE,), copied=True)
    assert codes(press, copy, copy) == ["S701"]
