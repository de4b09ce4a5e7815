"""Strokes made anew with something changed."""

from typing import Any

from effleurage.routine import Stroke


def anew(stroke: Stroke, **new: Any) -> Stroke:
    """The stroke with some of its fields changed.

    `dataclasses.replace` asks each of thirty fields how it is made; all of a stroke's are made alike.
    """
    return Stroke(**{**vars(stroke), **new})
