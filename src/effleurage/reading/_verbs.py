"""Verb or noun: whether a word that may be a verb is one where it stands."""

from effleurage.reading._mark import Mark

_DESCRIBING = frozenset(
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

_AMOUNTS = frozenset(
    "more most less some any several all such own a little|a bit|little|bit|last|first|next".replace(
        "|", " "
    ).split()
) | {"a little", "a bit"}


def before_adverbs(marks: list[Mark], at: int) -> Mark | None:
    """The mark before, past adverbs."""
    k = at - 1
    while k >= 0 and (marks[k].cat in ("adv", "tempo", "gradual") and marks[k].low.endswith("ly")):
        k -= 1
    return marks[k] if k >= 0 else None


def starts_clause(before: Mark | None) -> bool:
    return before is None or before.cat in (
        "conj",
        "comma",
        "semi",
        "colon",
        "dash",
        "open",
        "close",
        "modal",
        "subj",
        "neg",
        "sub",
        "filler",
    )


def is_verb(marks: list[Mark], at: int) -> bool:
    """Whether a word that may be a verb is one here."""
    mark = marks[at]
    before = before_adverbs(marks, at)
    after = marks[at + 1] if at + 1 < len(marks) else None
    if mark.cats["verb"].lemma == "be":
        return True
    if (
        mark.low in _DESCRIBING
        and before is not None
        and before.cat in ("comma", "conj", "prep", "press", "tempo", "word")
        and _adjective(marks, at)
    ):
        return False
    if mark.form == "s" and before is not None and before.cat == "subj":
        return True
    quality = before is not None and before.cat in ("tempo", "press") and at > 1
    if mark.form == "ing" and quality and marks[at - 2].cat == "prep" and marks[at - 2].value == "of":
        return False
    if mark.form == "ing":
        return not (
            (
                before is not None
                and (
                    before.cat in ("det", "mine", "theirs", "press", "poss")
                    or (before.cat == "word" and at > 1 and marks[at - 2].cat == "det")
                )
                and after is not None
                and (
                    after.cat in ("motion", "word", "topic", "tool", "place", "tissue", "person")
                    or before.cat == "word"
                )
            )
            or (
                after is not None
                and after.cat == "motion"
                and after.entry is not None
                and after.entry.cat == "motion"
            )
        )
    if (
        mark.form == "ed"
        and mark.cats["verb"].get("act") in ("mind", "state")
        and before is not None
        and before.cat in ("comma", "person", "pron", "word")
    ):
        return True
    if (
        mark.form == "ed"
        and before is not None
        and before.cat in ("conj", "comma", "filler")
        and any(m.cat == "verb" and m.form == "ed" for m in marks[:at])
    ):
        return True
    if mark.form == "ed":
        return any(
            m.cat == "subj"
            or m.low in ("is", "are", "be", "been", "being", "'re", "'m", "was", "were", "he", "she", "they")
            for m in marks[max(0, at - 4) : at]
        )
    if before is None:
        return (
            mark.form == "base"
            and not (after is not None and after.cat in ("prep",) and after.value == "of")
            and not (after is not None and after.low in ("is", "are", "should", "can", "will", "must", "may"))
        )
    noun_like = mark.cats["verb"].get("noun", False)
    if before.cat in ("modal", "subj", "neg"):
        return True
    if before.cat == "word" and noun_after(marks, at):
        return False
    if before.cat in ("det", "mine", "theirs", "poss"):
        return False
    if before.cat in ("motion", "tissue") and mark.form == "s" and not before.plural:
        return True
    if before.cat in ("press", "tempo", "num", "side", "fingers", "tissue", "motion"):
        if mark.form == "s" or noun_like:
            return (
                before.cat == "side"
                and before.value in ("other", "one", "left", "right")
                and mark.form == "s"
                and (after is None or after.cat != "verb")
            )
        return before.low.endswith(("ly", "er")) or (not noun_like and before.cat != "num")
    if before.cat == "prep":
        return False
    if before.cat == "verb" and mark.form == "base":
        return before.cats["verb"].get("act") in ("begin", "on", "go", "mind") or before.low in (
            "let",
            "help",
            "come",
            "go",
        )
    if (
        before.cat == "tool"
        and mark.form == "base"
        and any(m.cat == "verb" and m.cats["verb"].lemma == "let" for m in marks[max(0, at - 5) : at])
    ):
        return True
    if before.cat == "tool":
        if (
            mark.form == "base"
            and _fronted(marks, at - 1)
            and (after is None or after.cat not in ("motion", "of"))
        ):
            return True
        if before.plural:
            return mark.form == "base"
        if noun_like and mark.form == "s" and _within(marks, at - 1):
            return False
        return mark.form == "s" and (
            not before.low.startswith("thumb")
            or (after is not None and after.cat in ("dir", "prep", "det", "theirs", "mine"))
        )
    if before.cat == "filler" and before.low in _AMOUNTS:
        return False
    if before.cat in (
        "conj",
        "comma",
        "semi",
        "colon",
        "dash",
        "open",
        "close",
        "sub",
        "filler",
        "back",
        "side",
        "dir",
        "again",
    ):
        if mark.form == "s":
            third = any(m.cat == "verb" and m.form == "s" for m in marks[:at])
            return (third and before.cat in ("conj", "comma", "sub", "filler")) or (
                not noun_like and before.cat in ("conj", "comma")
            )
        return not (
            mark.form == "base"
            and after is not None
            and after.cat == "prep"
            and after.value == "of"
            and noun_like
        )
    if before.cat == "side" and before.low in ("left", "right", "other") and mark.form == "s":
        return True
    if (
        before.cat == "word"
        and noun_like
        and mark.form == "s"
        and not any(m.cat in ("det", "theirs") for m in marks[max(0, at - 3) : at])
    ):
        return False
    if before.cat == "word" and noun_like and (at == 1 or marks[at - 2].cat in ("prep", "dir")):
        return False
    if before.cat in ("pron", "person", "place", "word", "topic"):
        return mark.form in ("s", "base")
    return mark.form == "base"


def noun_after(marks: list[Mark], at: int) -> bool:
    """As in "in one long push", "smooth warm oil": an adjective before it makes it a noun."""
    word = marks[at - 1]
    lead = marks[at - 2] if at > 1 else None
    if word.low in _DESCRIBING and (lead is None or lead.cat in ("verb", "press", "tempo", "prep")):
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


def _within(marks: list[Mark], at: int) -> bool:
    """As in "with light fingertip strokes": the tool only tells which strokes."""
    k = at - 1
    while k >= 0 and marks[k].cat in ("press", "tempo", "fingers", "word", "adv", "num"):
        k -= 1
    return k >= 0 and marks[k].low in ("with", "using", "by", "in")


def _fronted(marks: list[Mark], at: int) -> bool:
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


def _adjective(marks: list[Mark], at: int) -> bool:
    """As in "Long, smooth upward strokes": only describing words stand between it and a noun of motion."""
    for mark in marks[at + 1 : at + 4]:
        if "motion" in mark.cats and mark.form in ("s", "base") and mark.cat != "dir":
            return True
        if "verb" in mark.cats and mark.cats["verb"].get("noun") and mark.form == "s":
            return True
        if mark.cat not in ("dir", "press", "tempo", "word", "conj", "comma"):
            return False
    return False
