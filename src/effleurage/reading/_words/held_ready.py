"""Held ready: in whatever words it is told that the other hand waits for its turn and lies nowhere yet."""

from effleurage.reading._words.fuse_hands import BORDERS, part
from effleurage.reading._words.lexicon import Entry, Lexicon
from effleurage.reading._words.mark import Mark

_OTHER = frozenset({"other", "second", "other one", "second one"})
_KEEPING = frozenset(
    {"keep", "hold", "have", "leave", "let", "hover", "poise", "park", "get", "hang", "rest", "wait"}
)
_WAITING = frozenset(
    {
        "ready",
        "readiness",
        "poised",
        "waiting",
        "wait",
        "hovering",
        "hover",
        "standing by",
        "stand by",
        "standby",
    }
    | {"wings", "nearby", "standing ready", "reserve", "hanging back", "hang back", "ready to", "in waiting"}
)
"""Words of which one is said of a hand that lies nowhere yet."""
WAITING = _WAITING | {"poise"}
_STILL = frozenset(
    {"ready", "ready to", "waiting", "poised", "until", "till", "all", "set", "prepared", "to"}
)
"""Words with which it is told on what it waits for."""
_HOLDS = Entry("verb", "hold", "hold", {"act": "stay", "technique": "hold"})


def held_ready(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "hover the other one close by, ready to come in", "keep your second hand in the wings".

    What it waits for, and where it will come in, is told by the sentence in which it does.
    """
    for n in range(1, len(marks)):
        if marks[n].low not in _OTHER or marks[n].cat not in ("side", "hands", "filler"):
            continue
        lead = n - 1 if marks[n - 1].cat in ("det", "mine") else n
        # As in "hover with the other close by".
        by = int(lead > 1 and marks[lead - 1].low == "with" and marks[lead - 2].low in ("hover", "wait"))
        verb = marks[lead - 1 - by] if lead else None
        if verb is None or verb.cat != "verb" or verb.cats["verb"].lemma not in _KEEPING:
            continue
        first = n + 1 + (n + 1 < len(marks) and part(marks[n + 1]) == "palm")
        end = _border(marks, first)
        own = marks[first:end]
        lemma = verb.cats["verb"].lemma
        waits = not _WAITING.isdisjoint([m.low for m in own])
        behind = [m.low for m in marks[end + 1 : end + 3]]
        told_next = behind[:1] in (["waiting"], ["ready"], ["ready to"], ["poised"]) or behind == [
            "all",
            "set",
        ]
        aloft = lemma in ("hover", "poise") or told_next
        aloft = aloft and not any(m.cat == "place" for m in own)
        if by and not own and end < len(marks):
            # As in "hover with your second hand, ready to follow".
            own, aloft = marks[end : end + 1], True
        if not own or own[0].cat == "place" or not (waits or aloft):
            continue
        if by:
            marks[lead - 1].mute()
        while end + 1 < len(marks) and marks[end].cat == "comma" and marks[end + 1].low in _STILL:
            end = _border(marks, end + 1)
        before = marks[: lead - 1 - by]
        if any("place" in m.cats for m in before) and not any(m.cat == "verb" for m in before):
            # As in "One hand at the foot of the blade, fingers spread, and keep the other ready to follow":
            # without a verb it is told where the hand lies that works.
            for mark in marks[lead - 1 - by : end]:
                mark.mute()
            if before[-1].cat == "conj":
                before[-1].mute()
            return
        verb.cats = {"verb": _HOLDS}
        verb.take("verb")
        for mark in marks[first:end]:
            mark.mute()
        own[0].low, own[0].cat = "ready", "word"
        marks[n].low, marks[n].cat, marks[n].value, marks[n].entry = "other", "side", "other", None
        if first == n + 1:
            marks.insert(first, hand_meant(marks[n], lexicon))
        return


def _border(marks: list[Mark], k: int) -> int:
    """Where the words that belong to the waiting end: at a border, or where something else is told."""
    at = k
    while at < len(marks) and marks[at].cat not in BORDERS:
        joined = marks[at].cat == "conj" and at + 1 < len(marks) and marks[at + 1].low not in _WAITING
        if at > k and (joined or _lays_meanwhile(marks, at)):
            break
        at += 1
    return at


def _lays_meanwhile(marks: list[Mark], at: int) -> bool:
    """As in "have the other hand ready as you lay one hand on the shoulder blade": that one is laid."""
    told = marks[at].cat == "sub" and marks[at].low in ("as", "while", "when")
    behind = marks[at + 1 :]
    return told and any(m.cat == "place" for m in behind) and any(m.base == "hand" for m in behind)


def hand_meant(other: Mark, lexicon: Lexicon) -> Mark:
    """The word that is left out behind "the other"."""
    entry = lexicon.tree["hand"][""]["tool"]
    hand = Mark("tool", entry.value, entry, "hand", "base", other.j, other.j, other.end, other.end)
    hand.cats, hand.base = {"tool": entry}, "hand"
    return hand
