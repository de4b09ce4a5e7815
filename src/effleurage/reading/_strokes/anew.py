"""Strokes made anew with something changed."""

from typing import Any

from effleurage.routine import Stroke


def anew(stroke: Stroke, **new: Any) -> Stroke:
    """The stroke with some of its fields changed.

    `dataclasses.replace` asks each of thirty fields how it is made, and makes it; a stroke's are only kept.
    """
    assert new.keys() <= vars(stroke).keys(), f"no fields of a stroke: {new.keys() - vars(stroke).keys()}"
    made = object.__new__(Stroke)
    vars(made).update(vars(stroke), **new)
    return made
