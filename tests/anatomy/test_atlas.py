"""The atlas names every place of the reading contract, where anatomy has it."""

import pytest

from effleurage.anatomy import Body, atlas
from effleurage.errors import UnknownNameError

CONTRACT = [
    "sacrum",
    "lower_back",
    "mid_back",
    "upper_back",
    "back",
    "spine",
    "spine_sides",
    "shoulder_blade",
    "shoulder",
    "shoulder_top",
    "neck_base",
    "neck",
    "neck_sides",
    "skull_base",
    "head",
    "waist",
    "flank",
    "hip",
    "buttock",
    "armpit",
    "arm",
    "leg",
    "front",
]


def test_every_place_of_the_contract_is_there() -> None:
    """No more and no fewer, in the contract's order."""
    assert list(atlas().places) == CONTRACT


def test_places_lie_inside_their_chart() -> None:
    """Ranges rise and stay on the chart; a paired place is on the left."""
    for place in atlas().places.values():
        assert place.source
        if place.chart is None:
            assert place.along is place.across is place.centre is None
            continue
        assert place.along is not None
        assert place.across is not None
        assert 0 <= place.along[0] < place.along[1] <= 1
        assert -1 <= place.across[0] < place.across[1] <= 1
        if place.paired:
            assert place.across[0] > 0
        else:
            assert place.across[0] == -place.across[1]


def test_places_without_a_chart_say_so() -> None:
    """Limbs and front have a name for people and nothing to plan on."""
    assert {name for name, place in atlas().places.items() if place.chart is None} == {"arm", "leg", "front"}
    assert atlas().place("leg").region_name == "leg"


def test_landmarks_of_the_spine_are_the_designs() -> None:
    """Their `along` is fixed."""
    fixed = {"S2": 0.20, "L4": 0.31, "T12": 0.505, "T7": 0.66, "T3": 0.79, "C7": 0.88, "occiput": 1.0}
    for name, along in fixed.items():
        assert atlas().landmark(name) == ("back", along, 0.0)


def test_anatomy_stands_in_the_right_order() -> None:
    """The waist is between rib and iliac crest, the blade between T7 and T2, the ridge above it."""
    places, landmarks = atlas().places, atlas().landmarks
    crest, rib = landmarks["iliac_crest"].along, landmarks["lowest_rib"].along
    assert crest < sum(places["waist"].along) / 2 < rib
    assert places["shoulder_blade"].along[0] == landmarks["T7"].along
    assert places["shoulder_blade"].along[1] <= 0.84
    surface = Body().surface()
    ridge, blade = (surface.point(*places[name].centre) for name in ("shoulder_top", "shoulder_blade"))
    armpit, shoulder = (surface.point(*places[name].centre) for name in ("armpit", "shoulder"))
    assert ridge[0] > shoulder[0] > armpit[0]
    assert shoulder[1] > blade[1] > 0.05
    assert surface.smoothed_normal(*places["shoulder_top"].centre)[0] > 0.6


def test_an_unknown_name_is_guessed() -> None:
    """Places and landmarks list what there is."""
    with pytest.raises(UnknownNameError, match="Did you mean 'shoulder_blade'"):
        atlas().place("sholder_blade")
    with pytest.raises(UnknownNameError, match="no landmark 'C9'"):
        atlas().landmark("C9")
