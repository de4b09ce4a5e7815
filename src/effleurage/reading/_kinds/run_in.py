"""Run-in labels: a small heading in front of its sentence."""

import re

from effleurage.reading._kinds.heading import technique_named
from effleurage.reading._slots.state import State
from effleurage.reading._words.mark import Words


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
