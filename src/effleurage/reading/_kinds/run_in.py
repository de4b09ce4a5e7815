"""Run-in labels: a small heading in front of its sentence."""

import re
from collections.abc import Sequence

from effleurage.reading._kinds.heading import technique_named
from effleurage.reading._slots.state import State
from effleurage.reading._words.mark import Mark, Words


def without_label(marks: Words, state: State) -> Words:
    """A run-in label ("Glide: kneeling …", "Arms (1 minute): knead …") counts as a small heading."""
    if not marks.holds("colon"):
        return marks
    colon = next((n for n, m in enumerate(marks[:_LABEL]) if m.cat == "colon"), None)
    if colon is None or colon == 0 or colon + 1 >= len(marks):
        return marks
    label, rest = marks[:colon], Words(marks[colon + 1 :])
    timed = next((n for n, m in enumerate(label) if m.cat == "open"), None)
    if timed is not None:
        label = label[:timed]
    named = [technique_named(m) for m in label]
    plain = len(label) <= _SHORT and all(
        t or m.cat in ("word", "press", "tempo", "conj", "det", "adv", "filler", "num")
        for m, t in zip(label, named, strict=True)
    )
    called = bool(named and named[-1]) and len(label) < _SHORT and rest[0].cat == "verb"
    plain = plain or (called and all(t or m.cat in _NAMING for m, t in zip(label, named, strict=True)))
    lone = len(label) == 1 and label[0].cat == "verb" and label[0].cats["verb"].get("act") in _LABELLING
    held = rest.holds("tool") and rest.holds("place")
    acted = any(m.cat == "verb" and m.cats["verb"].get("act") not in ("ready", "mind") for m in rest)
    begins = bool(label) and label[0].cat == "origin"
    begins = begins and not any(m.cat in ("verb", "tool", "place", "neg") for m in label)
    if (lone and held and not acted) or (begins and held):
        # As in "Starting position for this sweep: both hands on the lower back".
        return rest
    if not plain and _is_title(label) and _stands_alone(rest):
        _head(label, state)
        return rest
    placed = timed is not None and all(m.cat not in ("tool", "subj", "pron") for m in label)
    if not (plain or placed) or not rest.holds("verb", "tool", "place"):
        return marks
    if not any(named) and timed is None and not rest.holds("verb"):
        return marks
    state.technique = next((t for t in named if t), state.technique)
    if any(named) and len(label) == 1 and not rest.holds(*_WORKING):
        return Words([*label, *rest])
    tool = next((m.cats["tool"].value for m in label if "tool" in m.cats), None)
    if tool is not None and any(m.low in ("it", "them") for m in rest[:3]):
        state.tool, state.hands = tool, None
    return rest


def _is_title(label: Sequence[Mark]) -> bool:
    """As in "Kneading the neck: …", "Neck kneading: …": a stroke and where, and no command."""
    named = _stroke_of(label)
    where = sum(m.cat == "place" for m in label)
    return named is not None and where == 1 and all(m is named or m.cat in _TITLED for m in label)


def _stroke_of(label: Sequence[Mark]) -> Mark | None:
    """The word of a title that names its stroke, which stands first or last in it."""
    ends = (label[0], label[-1])
    return next((m for m in ends if technique_named(m) and (m.form == "ing" or m.cat == "motion")), None)


_TITLED = ("place", "det", "mine", "prep", "of", "press", "word", "part", "filler")


def _stands_alone(rest: Words) -> bool:
    """As in "have your partner lie down", "smooth the hair away": more than how the stroke is done."""
    first = next((m for m in rest if m.cat not in ("filler", "adv", "det")), rest[0])
    act = first.cats["verb"].get("act") if first.cat == "verb" and first.form == "base" else None
    told = act in _DOING or (act in _DOING_WITH and rest.holds("tool"))
    return told or (rest.holds("person") and rest.holds("verb"))


_DOING = ("move", "put", "pose", "ready", "go", "free")
_DOING_WITH = ("stay", "work")


def _head(label: Sequence[Mark], state: State) -> None:
    """The technique and the place that a title names are what is worked with and on from here."""
    state.technique = next((t for t in map(technique_named, label) if t), None)
    place = next(m for m in label if m.cat == "place")
    state.place = state.heading_place = place.cats["place"].value
    state.line = state.spot = None


def without_bold(text: str, low: int, marks: Words) -> Words:
    """A label in bold ("**Start position:** both palms lie …") stands apart, whatever its words.

    Args:
        text: The article.
        low: Where the sentence begins in it.
        marks: The sentence's words.
    """
    label = _BOLD.match(text, low) if marks.holds("colon") and text.endswith(("*", "_"), 0, low) else None
    rest = [mark for mark in marks if label is not None and mark.start >= label.end()]
    return Words(rest) if rest else marks


_BOLD = re.compile(r"[^.!?*_\n:]{2,40}:[*_]{1,3}\s")


_WORKING = ("verb", "tool", "motion", "dir", "prep", "unit")
"""What makes a line whole behind its label; places alone are what the label's stroke works on."""


_NAMING = ("word", "press", "tempo", "tool", "hands", "dir", "side", "adv")


_LABELLING = ("end", "begin", "ready", "manner", "mind", "pose", "state", "on")


_LABEL = 12


_SHORT = 5
