"""Wishes in words: what is meant by "no neck, more shoulders"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effleurage.errors import UnknownNameError
from effleurage.reading import wishes
from effleurage.routine import Place, Side, Zone, zone


@pytest.mark.parametrize(
    ("text", "more", "avoid"),
    [
        ("no neck, more shoulders", ["shoulder"], ["neck"]),
        ("avoid the left shoulder and the lower back", [], ["left shoulder", "lower back"]),
        ("more on my calves", ["leg"], []),
        ("don't touch the neck; extra shoulder blades", ["shoulder blade"], ["neck"]),
        ("no more shoulders", [], ["shoulder"]),
        (
            "not the neck or the kidneys but more between the shoulder blades",
            ["upper back"],
            ["neck", "lower back"],
        ),
        ("kein Nacken, mehr Schultern", ["shoulder"], ["neck"]),
        ("mehr unteren Rücken, nichts am linken Schulterblatt", ["lower back"], ["left shoulder blade"]),
        ("more neck, no neck", [], ["neck"]),
        ("", [], []),
    ],
)
def test_wishes_are_understood(text, more, avoid):
    """Places by any of their names, with their side, in both languages of the page."""
    found = wishes(text)
    assert [one.name for one in found.wishes.more] == more
    assert [one.name for one in found.wishes.avoid] == avoid
    assert found.unknown == ()


def test_words_that_are_not_understood_are_told():
    """Nothing is swallowed."""
    assert wishes("more bananas, no neck").unknown == ("bananas",)


def test_a_place_alone_means_what_was_asked_for():
    """The command line's two options each have their own meaning."""
    assert [one.name for one in wishes("neck and left hip", first="avoid").wishes.avoid] == [
        "neck",
        "left hip",
    ]


@given(st.text())
def test_any_text_is_read(text):
    """Nothing that is typed breaks it."""
    wishes(text)


@given(st.sampled_from(list(Place)), st.sampled_from([None, Side.LEFT, Side.RIGHT]))
def test_a_zones_name_is_read_back(place, side):
    """Name and zone are two forms of one thing."""
    one = Zone(place=place, side=side)
    assert zone(one.name) == one


def test_an_unknown_place_is_named():
    """The message lists the places that there are."""
    with pytest.raises(UnknownNameError, match=r"no place 'elbows'.*shoulder_blade"):
        zone("left elbows")
