"""What speaks for a noun, or for a verb, where a word may be either."""

from effleurage.reading._words.mark import Mark
from effleurage.reading._words.verb_guess import before_adverbs

DESCRIBING = frozenset(
    [
        "smooth",
        "light",
        "flat",
        "slow",
        "warm",
        "open",
        "clean",
        "dry",
        "cup",
        "firm",
        "sweep",
        "fan",
        "brush",
        "steady",
    ]
)


FINITE = frozenset(
    (
        *(
            "went",
            "came",
            "took",
            "drew",
            "began",
            "shook",
            "ran",
            "rose",
            "sank",
            "wove",
            "gave",
            "saw",
            "fell",
        ),
        *(
            "knew",
            "flew",
            "froze",
            "spoke",
            "wrote",
            "wore",
            "broke",
            "chose",
            "drove",
            "swam",
            "sang",
            "rang",
        ),
        *("drank", "crept", "slid", "was", "were", "knelt", "sat", "swung", "got", "told", "said", "thought"),
        *("lay", "felt", "kept", "did", "swept", "began"),
    )
)
"""Past forms that are no participle, or hardly ever one before a noun."""


DEFINED = frozenset(
    [
        *("is", "are", "should", "can", "will", "must", "may", "consists", "comprises", "means", "involves"),
        *("includes", "describes", "refers", "denotes", "aims", "begins", "was", "were"),
    ]
)
"""Behind the first word of a sentence they say that it is a noun: "Petrissage consists of …"."""


SHAPED = ("fan shaped", "fan like", "wave like", "wavelike", "fanlike")


def noun_after(marks: list[Mark], at: int) -> bool:
    """As in "in one long push", "smooth warm oil": an adjective before it makes it a noun."""
    word = marks[at - 1]
    lead = marks[at - 2] if at > 1 else None
    if word.low in DESCRIBING and (lead is None or lead.cat in ("verb", "press", "tempo", "prep")):
        return True
    if word.low.endswith("est") and lead is not None and lead.cat in ("det", "mine", "theirs", "poss"):
        # As in "the biggest stroke of all".
        return True
    if word.cat == "motion" and word.low.endswith(SHAPED) and marks[at].form == "base":
        # As in "in a fan-shaped turn".
        return True
    noun = marks[at].cats["verb"].get("noun", False)
    return (
        noun
        and word.low in _LONG
        and lead is not None
        and lead.cat in ("det", "num", "tempo", "press", "prep")
    )


_LONG = frozenset(
    ["long", "short", "full", "big", "small", "single", "last", "final", "wide", "broad", "even"]
)


def fronted_side(marks: list[Mark], at: int) -> bool:
    """As in "and with the right squeeze": the other hand, told first."""
    if marks[at].low not in ("left", "right", "other") or at < 2:
        return False
    if marks[at - 1].cat in ("det", "mine") and marks[at - 2].low == "of":
        return (
            at > 3
            and marks[at - 3].cat == "tool"
            and any(m.low in ("with", "using") for m in marks[: at - 3])
        )
    if marks[at - 1].cat not in ("det", "mine") or marks[at - 2].low not in ("with", "using"):
        return False
    return at == 2 or marks[at - 3].cat in ("conj", "comma", "semi", "colon", "dash", "filler")


def within(marks: list[Mark], at: int) -> bool:
    """As in "with light fingertip strokes": the tool only tells which strokes."""
    k = at - 1
    while k >= 0 and marks[k].cat in ("press", "tempo", "fingers", "word", "adv", "num"):
        k -= 1
    return k >= 0 and marks[k].low in ("with", "using", "by", "in")


def fronted(marks: list[Mark], at: int) -> bool:
    """As in "and with your right thumb push": a tool told first, behind which the verb stands."""
    k = at - 1
    while k >= 0 and marks[k].cat in ("det", "mine", "side", "num", "press", "tempo", "fingers", "filler"):
        k -= 1
    if k < 0 or marks[k].low not in ("with", "using"):
        return False
    owned = any(m.cat == "mine" for m in marks[k:at])
    behind = marks[at + 2] if at + 2 < len(marks) else None
    if not owned and (behind is None or behind.cat not in ("det", "theirs", "pron", "mine", "dir", "prep")):
        return False
    return k == 0 or marks[k - 1].cat in ("conj", "comma", "semi", "colon", "dash", "filler")


def in_with_phrase(marks: list[Mark], at: int) -> bool:
    """As in "with your right thumb push": the noun before belongs to its preposition, and is no subject."""
    k = at - 2
    while k >= 0 and marks[k].cat in ("det", "mine", "side", "num", "fingers", "press", "word", "theirs"):
        k -= 1
    return k >= 0 and marks[k].cat == "prep" and marks[k].value == "with"


def gerund(marks: list[Mark], at: int, before: Mark, after: Mark | None) -> bool:
    """As in "posture, rhythm and draping" and "number three is the ironing": an -ing form that is a noun."""
    if before.cat == "conj" and after is None and at > 1:
        return marks[at - 2].cat in ("word", "motion", "tempo", "press")
    ends = (
        after is None or after.cat in ("comma", "conj", "sub", "close", "verb") or after.low == "every time"
    )
    return before.low in ("the", "a", "this", "that") and before.cat == "det" and ends


def acting_gerund(marks: list[Mark], at: int, before: Mark) -> bool:
    """As in "gentle kneading eases the neck", "slow stroking both warms and calms": what does some good."""
    if before.cat not in ("press", "tempo") or before.low.endswith("ly"):
        return False
    behind = next((m for m in marks[at + 1 :] if m.cat not in ("side", "adv", "filler")), None)
    verb = behind is not None and behind.form == "s" and ("verb" in behind.cats or behind.value == "reason")
    return verb and (at < 2 or marks[at - 2].cat in ("conj", "comma", "semi", "colon", "dash", "sub"))


def told_by_noun(marks: list[Mark], at: int) -> bool:
    """As in "a spell of slow kneading", "with deep, slow kneading": only qualities behind the preposition."""
    k = at - 1
    while k > 0 and marks[k].cat in ("tempo", "press", "comma", "conj", "adv"):
        k -= 1
    return marks[k].cat == "prep" and (marks[k].value == "of" or marks[k].low in ("with", "in"))


def bare_plural(marks: list[Mark], at: int) -> bool:
    """As in "on long fingertip strokes from crown to sacrum": only adjectives before it."""
    k, described = at - 1, False
    while k >= 0 and (
        marks[k].cat in ("word", "press", "tempo", "motion", "fingers", "comma") or _bare_tool(marks[k])
    ):
        described = described or marks[k].cat != "comma"
        k -= 1
    if not described:
        return False
    return k < 0 or (marks[k].cat == "prep" and not any(m.cat == "verb" for m in marks[k:at]))


def _bare_tool(mark: Mark) -> bool:
    return mark.cat == "tool" and not mark.plural


def did(marks: list[Mark], at: int) -> bool:
    """As in "her thumbs pressed into the soles" and "a forearm was laid on it, rolled up": what was done."""
    before = before_adverbs(marks, at)
    after = marks[at + 1] if at + 1 < len(marks) else None
    if before is None or before.cat in ("det", "mine", "theirs", "poss", "prep", "press", "tempo"):
        return False
    if before.cat in ("conj", "comma"):
        return any(m.cat == "verb" and m.form == "ed" for m in marks[:at])
    onward = after is None or after.cat in (
        "prep",
        "dir",
        "det",
        "mine",
        "theirs",
        "pron",
        "adv",
        "back",
        "comma",
    )
    border = next((k for k in range(at - 1, -1, -1) if marks[k].cat in _PARTING), None)
    if border is not None and {m.cat for m in marks[border + 1 : at]} <= _ACTOR:
        # As in "as it was completed, the other hand followed", "so that the last pull crossed them".
        return onward
    return onward and not any(m.cat == "verb" for m in marks[:at])


_PARTING = ("comma", "semi", "conj", "sub")
_ACTOR = {"det", "side", "tool", "motion", "word", "adv", "filler", "num", "freq", "moment"}


def adjective(marks: list[Mark], at: int) -> bool:
    """As in "Long, smooth upward strokes": only describing words stand between it and a noun of motion."""
    for n, mark in enumerate(marks[at + 1 : at + 4], at + 1):
        if "motion" in mark.cats and mark.form in ("s", "base") and mark.cat != "dir":
            return True
        # As in "in smooth strokes" and, on cards, "in smooth fan;".
        last = n + 1 == len(marks) or marks[n + 1].cat in ("comma", "semi", "close")
        if "verb" in mark.cats and mark.cats["verb"].get("noun") and (mark.form == "s" or last):
            return True
        if mark.cat == "tool" and mark is marks[at + 1] and at and marks[at - 1].cat in ("comma", "word"):
            return True
        if mark.cat not in ("dir", "press", "tempo", "word", "conj", "comma"):
            return False
    return False
