"""Passive: who does it stands behind "by", and what is done may be told as a noun.

"It is taken up by the other hand", "by the other, the muscle is kneaded", "is completed by the return of the
hands to the start", "the palms are brought, gliding, to the waist".
"""

import itertools

from effleurage.reading._words.fuse_hands import BORDERS, part
from effleurage.reading._words.lexicon import Entry, Lexicon
from effleurage.reading._words.mark import Mark

BY = frozenset({"by", "followed by", "return", "so", "thus"})
"""Without one of these nothing is told like that, but for a manner between commas."""
_OTHER = frozenset({"other", "other one", "other hand", "second", "second one", "second hand"})
_TAKEN = frozenset({"take", "take up", "take over", "pick up", "carry on", "carry", "continue", "copy"})
_ON = frozenset({"up", "on", "over"})
_FOLLOWS = Entry("verb", "effleurage", "follow", {"act": "move", "technique": "effleurage"})


def passive(marks: list[Mark], lexicon: Lexicon) -> None:
    """Put such words so that they read like a command's."""
    for n, mark in enumerate(marks):
        if mark.low == "by" and mark.cat == "prep":
            _by_hand(marks, n)
        elif mark.low == "followed by" and n and marks[n - 1].base == "be":
            _is_followed(marks, n)
        elif mark.low == "return" and mark.cat != "verb":
            _nominal(marks, n, lexicon)
        elif mark.low == "so" and 0 < n < len(marks) - 1:
            thus = marks[n - 1].base == "be" and marks[n + 1].cat == "verb" and marks[n + 1].form == "ed"
            if thus:
                # As in "the whole of it is so treated": in that way, and no new clause.
                mark.mute()
        elif mark.low == "thus" and (not n or marks[n - 1].cat in BORDERS) and _comma_behind(marks, n):
            # As in "; thus, one hand taking over from the other, work up": so, and not "proceed thus".
            mark.cat, mark.value, mark.cats = "conj", "strong", {}


def _comma_behind(marks: list[Mark], n: int) -> bool:
    return n + 1 < len(marks) and marks[n + 1].cat == "comma"


def _is_followed(marks: list[Mark], n: int) -> None:
    """As in "it is followed by the other hand": that hand does the same."""
    at = n + 1 + (n + 1 < len(marks) and marks[n + 1].cat in ("det", "mine"))
    if at < len(marks) and marks[at].low in _OTHER:
        marks[n].form, marks[n].base = "ed", "follow"
        marks[n].become(_FOLLOWS)


def _by_hand(marks: list[Mark], n: int) -> None:
    """As in "taken up by the other hand": it follows; as in "By the other, …": it is done with that hand."""
    at = n + 1 + (n + 1 < len(marks) and marks[n + 1].cat in ("det", "mine"))
    if at >= len(marks) or marks[at].low not in _OTHER:
        return
    if not n or marks[n - 1].cat in BORDERS:
        marks[n].low, marks[n].base, marks[n].value = "with", "with", "with"
        return
    verb = next((k for k in range(n - 1, -1, -1) if marks[k].cat in ("verb", *BORDERS)), None)
    if verb is None or marks[verb].cat != "verb" or marks[verb].form != "ed":
        return
    if marks[verb].cats["verb"].lemma not in _TAKEN:
        return
    marks[verb].become(_FOLLOWS)
    for mark in marks[verb + 1 : n]:
        if mark.low in _ON:
            mark.mute()
    marks[n].low, marks[n].base, marks[n].value = "with", "with", "with"


def _nominal(marks: list[Mark], n: int, lexicon: Lexicon) -> None:
    """As in "by the return of the hands to the start": by returning them."""
    led = n > 1 and marks[n - 1].cat == "det" and marks[n - 2].low in ("by", "with")
    hands = next((m for m in marks[n + 2 : n + 4] if m.cat not in ("det", "mine")), None)
    if not led or n + 2 >= len(marks) or marks[n + 1].low != "of" or hands is None or not part(hands):
        return
    marks[n].form = "ing"
    marks[n].become(lexicon.tree["return"][""]["verb"])
    for mark in (marks[n - 1], marks[n + 1]):
        mark.mute()


def manner_between(marks: list[Mark]) -> None:
    """As in "the palms are brought, gliding, to the waist": how, between two commas."""
    for verb, one, how, two, to in zip(marks, marks[1:], marks[2:], marks[3:], marks[4:], strict=False):
        parted = one.cat == two.cat == "comma" and to.cat in ("prep", "dir") and verb.cat == "verb"
        if parted and how.form == "ing" and "verb" in how.cats:
            for mark in (one, how, two):
                mark.mute()
    for one, how, like, two in itertools.zip_longest(marks, marks[1:], marks[2:], marks[3:]):
        # As in "turn the hand up and out, fan-like, so that it leaves the spine".
        if (
            one.cat != "comma"
            or like is None
            or like.low != "like"
            or not (two is None or two.cat == "comma")
        ):
            continue
        if how.form == "base" and "verb" in how.cats:
            for mark in (one, how, like):
                mark.mute()
