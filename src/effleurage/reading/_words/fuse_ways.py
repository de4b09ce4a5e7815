"""Phrases about ways: whither a stroke bends or heads, how high it starts, what it leaves behind."""

import itertools

from effleurage.reading._words.fuse_hands import BORDERS
from effleurage.reading._words.lexicon import Lexicon
from effleurage.reading._words.mark import Mark

WAY_ROUND = frozenset(["one way", "first one way", "in one direction", "clockwise"])


TENDING = frozenset({"tending", "inclining", "veering", "bearing", "leaning", "angling", "curving"})
_TOWARD = frozenset({"toward", "towards", "in the direction of"})


def tends(marks: list[Mark]) -> None:
    """As in "over the shoulder, always tending toward the armpit": where it goes, and no verb of its own."""
    for n in range(2, len(marks) - 1):
        told = marks[n].low in TENDING and marks[n + 1].low in _TOWARD
        before = next((m for m in reversed(marks[:n]) if m.cat not in ("filler", "adv", "open")), None)
        if told and before is not None and before.cat == "comma":
            marks[n].mute()


HEADING = frozenset(
    {"heading for", "making for", "aiming for", "bound for", "heading toward", "heading towards"}
)


def heads_for(marks: list[Mark]) -> None:
    """As in "over the shoulder, so that you are always heading for the armpit": where it goes."""
    for n, mark in enumerate(marks):
        if mark.low not in HEADING:
            continue
        first = n - 1
        while first > 0 and (
            marks[first].cat in ("filler", "adv", "subj", "pron") or marks[first].base == "be"
        ):
            first -= 1
        if 0 < first < n - 1 and marks[first].cat == "sub" and marks[first].low.startswith("so"):
            for other in marks[first:n]:
                other.mute()


def higher_than(marks: list[Mark]) -> None:
    """As in "a little higher than the base of the spine": just above it; than the last one, it is further on.

    What has "more than another" has more, and nothing else is said by it.
    """
    for n, (further, than) in enumerate(itertools.pairwise(marks)):
        place = next((m for m in marks[n + 2 :] if m.cat not in ("det", "theirs", "mine", "adv")), None)
        words = further.low.split()
        if further.cat != "further" or than.low != "than" or place is None or place.cat != "place":
            continue
        if words[-1] in ("higher", "lower"):
            further.cat, further.value = "prep", "above" if words[-1] == "higher" else "below"
            further.low, further.entry, further.cats = f"just {further.value}", None, {}
            than.mute()
    for than, other, behind in zip(marks, marks[1:], [*marks[2:], None], strict=False):
        ends = behind is None or behind.cat in BORDERS
        if than.low == "than" and other.low in ("another", "others", "any other") and ends:
            than.mute()
            other.mute()


def both_of(marks: list[Mark]) -> None:
    """As in "both upwards and outwards": two ways, and no two hands."""
    for both, way, conj, other in zip(marks, marks[1:], marks[2:], marks[3:], strict=False):
        if both.low == "both" and way.cat == other.cat == "dir" and conj.low == "and":
            both.mute()


def left_behind(marks: list[Mark]) -> None:
    """As in "sweep outward, leaving the spine behind": away from there, and no place where it begins."""
    for n, mark in enumerate(marks[:-2]):
        at = n + 1 + (marks[n + 1].cat == "det")
        if mark.low != "leaving" or at + 1 >= len(marks) or marks[at + 1].low != "behind":
            continue
        out = marks[at].cat == "place" and marks[at].value in ("spine", "spine_sides")
        for other in marks[n : at + 3]:
            if other.cat not in BORDERS:
                other.mute()
        if out:
            mark.cat, mark.value = "dir", "out"


INWARD = frozenset(
    f"{way} {the}{word}"
    for way in ("toward", "towards")
    for the in ("the ", "")
    for word in ("centre", "center", "middle")
)


def centred(marks: list[Mark]) -> None:
    """As in "in toward the centre of the lower back": to there, and no way by itself."""
    for inward, of in itertools.pairwise(marks):
        if inward.cat == "dir" and inward.low in INWARD and of.low == "of":
            inward.cat, inward.value, inward.entry, inward.cats = "prep", "to", None, {}
            of.mute()


MIDLINE = frozenset({"midline", "centre line", "center line", "centreline", "mid line", "middle line"})
_TO = frozenset({"to", "toward", "towards", "into", "at", "reach"})


def middle_of(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "glide to the midline of the lower back": to its middle, and not along a line."""
    for to, the, line, of in zip(marks, marks[1:], marks[2:], marks[3:], strict=False):
        if to.low in _TO and the.cat == "det" and line.low in MIDLINE and of.low == "of":
            line.cats, line.low, line.base = lexicon.tree["middle"][""], "middle", "middle"
            line.take("part")


BETWEEN = frozenset({"by", "after", "beside", "upon", "next to"})


def bit_by_bit(marks: list[Mark]) -> None:
    """As in "strip beside strip", "rib by rib": how it goes on, and nothing that is done."""
    for first, between, second in zip(marks, marks[1:], marks[2:], strict=False):
        if first.low == second.low and between.low in BETWEEN and "tool" not in first.cats:
            for mark in (first, between, second):
                mark.mute()


def both_ways(marks: list[Mark]) -> None:
    """As in "first one way, then the other": the other way round, not the other side."""
    for n, mark in enumerate(marks):
        if mark.low in WAY_ROUND:
            for other in marks[n + 1 : n + 6]:
                if other.cat in ("verb", "tool", "place"):
                    break
                if other.low in ("other", "the other", "the other way"):
                    other.cat, other.value = "filler", None


def not_there_but(marks: list[Mark]) -> None:
    """As in "not quite at the base of the spine but just above it": above it, and only there."""
    for n, no in enumerate(marks):
        behind = marks[n + 1 : n + 1 + _NOT_FAR]
        k = next((k for k, mark in enumerate(behind) if mark.low == "but"), None)
        if no.cat != "neg" or no.low != "not" or k is None:
            continue
        told = [m for m in behind[:k] if m.cat != "filler"]
        if not told or told[0].cat != "prep" or told[-1].cat != "place":
            continue
        place = told[-1].cats["place"]
        for near, it in itertools.pairwise(marks[n + k + 2 : n + k + 4]):
            if near.cat == "prep" and it.low == "it":
                it.become(place)
        for mark in (no, *behind[: k + 1]):
            mark.mute()


_NOT_FAR = 8
"""So many words after "not" a "but" is looked for."""
