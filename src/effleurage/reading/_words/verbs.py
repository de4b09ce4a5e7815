"""Verb or noun: whether a word that may be a verb is one where it stands."""

from effleurage.reading._words.mark import Mark
from effleurage.reading._words.verb_guess import BE, before_adverbs
from effleurage.reading._words.verb_nouns import (
    DEFINED,
    DESCRIBING,
    FINITE,
    SHAPED,
    acting_gerund,
    bare_plural,
    did,
    fronted,
    fronted_side,
    gerund,
    in_with_phrase,
    noun_after,
    told_by_noun,
    within,
)
from effleurage.reading._words.verb_odd import ODD, odd_verb

_CAUSING = ("let", "have", "make", "help", "see", "feel", "watch", "hear")


_BEFORE_NOUN = ("det", "mine", "theirs", "side", "num", "poss", "fingers", "word", "press", "tempo", "filler")


_NTH = ("last", "final", "first", "next", "very last")
"""As in "the last one draws across the shoulder": one of a row, and what it does."""


def _is_first_of_all(marks: list[Mark], at: int) -> bool:
    """As in "to begin, first lay both hands there": a command, and no first one of several."""
    behind = marks[at + 1] if at + 1 < len(marks) else None
    opens = marks[at - 1].low == "first" and (at < 2 or marks[at - 2].cat in ("comma", "conj", "semi"))
    taken = behind is not None and behind.cat in ("det", "mine", "side", "num", "tool")
    return opens and taken and marks[at].form == "base"


_AMOUNTS = frozenset(
    "more most less some any several all such own a little|a bit|little|bit|last|first|next".replace(
        "|", " "
    ).split()
) | {"a little", "a bit"}


_WHICH_ONE = frozenset({"final", "last", "first", "next", "second", "third", "each", "every", "new"})
"""Which stroke of a row does something: "the final one runs across the shoulder"."""


def _is_upward_pull(marks: list[Mark], at: int) -> bool:
    """As in "with a firm upward pull": an article leads it, and its way stands before it."""
    lead = at - 1
    while lead >= 0 and marks[lead].cat in ("dir", "press", "tempo", "adv", "conj", "comma"):
        lead -= 1
    return lead >= 0 and marks[lead].low in ("a", "an", "one", "each", "every") and lead < at - 1


def _is_described(marks: list[Mark], at: int) -> bool:
    """As in "with a firm hold": an article and how it is done stand before a noun."""
    return marks[at - 1].cat in ("press", "tempo") and at > 1 and marks[at - 2].low in ("a", "an", "one")


def _is_led(marks: list[Mark], at: int) -> bool:
    """As in "the most expansive stroke": an article stands before the adjective, and how much it is so."""
    lead = at - 1
    while lead > 0 and (marks[lead].cat == "word" or marks[lead].low in _HOW_MUCH):
        lead -= 1
    return lead >= 0 and marks[lead].cat in ("det", "mine", "theirs")


_HOW_MUCH = frozenset({"most", "more", "very", "really", "rather", "truly", "quite"})


_WHO_DOES = frozenset({"so it", "so that it", "so she", "so he"})
"""As in "so that it goes up and out": a subject that is one word with what leads it."""


def _is_of_one(marks: list[Mark], at: int, before: Mark) -> bool:
    """As in "a fanning motion that turns outward", "a pull which goes across": what one stroke does."""
    if before.low not in ("that", "which") or at < _OF_ONE or marks[at - 2].plural:
        return False
    if marks[at].cats["verb"].get("act") not in ("go", "move"):
        return False
    if at + 1 < len(marks) and marks[at + 1].cat in _DONE_TO:
        # As in "a movement that eases the neck": what it does to that.
        return False
    return marks[at - 2].cat == "motion" and marks[at - 3].cat in ("det", "word", "motion", "press", "tempo")


_DONE_TO = frozenset({"det", "mine", "theirs", "word", "place", "tissue", "topic"})
_OF_ONE = 3
"""So many words stand before what one stroke does, at the least."""


def _is_called(marks: list[Mark], at: int) -> bool:
    """As in "move on to the spine fans" and "finish with the neck squeeze, …": what a stroke is called."""
    if at < _CALLED or marks[at - 2].cat != "det" or marks[at - 3].value not in ("to", "with"):
        return False
    verb = next((m for m in reversed(marks[: at - 3]) if m.cat not in _BEHIND_LEAD), marks[0])
    led = verb.cat == "verb" and (verb.base in _LEADING_ON or verb.cats["verb"].get("act") in ("end", "on"))
    return led and (at + 1 == len(marks) or marks[at + 1].cat in ("comma", "sub", "semi", "colon", "dash"))


_CALLED = 4
_BEHIND_LEAD = frozenset({"pron", "dir", "filler", "prep"})
"""What may stand behind the verb: "follow this up with", "move on to"."""
_LEADING_ON = frozenset({"move", "go", "come", "pass", "proceed", "turn", "begin", "start", "follow"})


_EXTENTS = frozenset({"whole", "entire", "full", "complete"})
"""As in "the whole glide": a noun stands behind them."""


NAMING = ("be", "use", "employ", "bring", "take", "come", "need", "want", "require", "call", "bring in")
"""Verbs that say which tool works."""


def _lays_tool(marks: list[Mark], at: int) -> bool:
    """As in "you use the forearm, placed along the spine": what is named is laid there."""
    if at < 3 or marks[at - 1].cat != "comma" or marks[at - 2].cat != "tool":
        return False
    put = marks[at].cats["verb"].get("act") == "put"
    return put and any(m.cat == "verb" and m.base in NAMING for m in marks[: at - 2])


def _is_one_of(marks: list[Mark], at: int) -> bool:
    """As in "one of your hands goes on the sacrum": one does, though many are named."""
    of = next((k for k in range(at - 1, max(0, at - 5), -1) if marks[k].low == "of"), 0)
    return of > 0 and marks[of - 1].low in ("one", "each", "either")


def _also_does(marks: list[Mark], at: int) -> bool:
    """As in "this stroke also rests the shoulder": what one thing does to another, past a little word."""
    subject = marks[at - 2] if at > 2 else None
    named = subject is not None and subject.cat in ("motion", "tool") and not subject.plural
    does = at + 1 < len(marks) and marks[at + 1].cat in ("det", "theirs", "mine")
    return named and does and marks[at - 3].cat in ("det", "side")


def _is_adjective(marks: list[Mark], at: int) -> bool:
    """As in "this is a big, sweeping path over the back": one more word of what its noun is like."""
    lead = at - 1
    while lead > 0 and marks[lead].cat in ("comma", "word", "press", "tempo"):
        lead -= 1
    listed = lead < at - _LISTED and marks[at - 1].cat == "comma" and marks[lead].low in ("a", "an")
    return listed and (marks[at + 1].cat in ("word", "motion") or "times" in marks[at + 1].cats)


_LISTED = 2
"""Between the article and it stand a word and a comma, at the least."""


def _is_had(marks: list[Mark], at: int) -> bool:
    """As in "have the second hand follow": a hand is made to do what stands behind it."""
    k = at - 1
    while k >= 0 and marks[k].cat in ("det", "mine", "side", "num"):
        k -= 1
    return (
        0 <= k < at - 1 and marks[k].low == "have" and (k == 0 or marks[k - 1].cat not in ("subj", "modal"))
    )


def is_verb(marks: list[Mark], at: int, *, past: bool = False) -> bool:
    """Whether a word that may be a verb is one here.

    Args:
        marks: The sentence's words.
        at: Which of them.
        past: It is told as it happened, so that "her thumbs pressed" is what they did.
    """
    mark = marks[at]
    before = before_adverbs(marks, at)
    after = marks[at + 1] if at + 1 < len(marks) else None
    if mark.cats["verb"].lemma == "be":
        return True
    if before is not None and before.low == "of all" and at > 2:
        before = marks[at - 2]
    if mark.form == "base" and before is not None:
        if before.low in _EXTENTS and at > 1 and marks[at - 2].cat in ("det", "theirs", "mine"):
            return False
        if before.low in {"every", "each", "another"} or _is_described(marks, at):
            return False
        if before.cat == "dir" and _is_upward_pull(marks, at):
            return False
    if mark.form in ("ing", "base") and before is not None and before.low == "even" and at > 1:
        # As in "give the back an even coating", "with an even coat of oil".
        article = marks[at - 2].low in ("a", "an")
        if article or mark.form == "ing":
            return not article
    if mark.low in ODD:
        ruled = odd_verb(marks, at, before, after)
        if ruled is not None:
            return ruled
    if mark.form == "s" and before is not None and (before.cat == "subj" or before.low in _WHO_DOES):
        return True
    if mark.form == "s" and before is not None and _is_of_one(marks, at, before):
        return True
    if (
        mark.form == "ing"
        and after is not None
        and after.cat == "modal"
        and (before is None or before.cat != "subj")
    ):
        return False
    if mark.form == "ing" and before is None and after is not None and after.form == "s":
        told = after.cats.get("verb")
        if told is not None and told.get("act") in ("state", "mind"):
            return False
    if mark.form == "ing" and before is not None and acting_gerund(marks, at, before):
        return False
    named = before is not None and before.cat == "motion" and before.form == "ing"
    if named and mark.form == "s" and mark.cats["verb"].get("noun"):
        # As in "for the dragging strokes".
        return False
    if mark.form == "ing" and before is not None and gerund(marks, at, before, after):
        return False
    if mark.form == "s" and mark.cats["verb"].get("noun") and before is not None and bare_plural(marks, at):
        return False
    quality = before is not None and before.cat in ("tempo", "press") and at > 1
    if mark.form == "ing" and quality and told_by_noun(marks, at):
        return False
    if mark.form == "ing" and before is not None and before.low in DESCRIBING and after is not None:
        led = marks[at - 2].cat == "det" if at > 1 else False
        noun = "motion" in after.cats or ("verb" in after.cats and after.cats["verb"].get("noun"))
        if led and noun and after.form == "base":
            # As in "a smooth brushing fan".
            return False
    if mark.form == "ing" and after is not None and _is_adjective(marks, at):
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
    if mark.form == "ed" and (mark.low in FINITE or (past and did(marks, at))):
        return before is None or before.cat not in ("det", "mine", "theirs", "poss")
    if mark.low.startswith("let ") and before is not None and before.low in BE:
        return True
    if mark.form == "ed" and _lays_tool(marks, at):
        return True
    if mark.form == "ed" and any(m.low in ("has", "have") for m in marks[max(0, at - 2) : at]):
        # As in "when the first has brushed up", "they have now glided", and not "should have washed".
        return mark.base != "do" and not any(m.cat == "modal" for m in marks[max(0, at - 3) : at])
    if mark.form == "ed":
        return any(
            m.cat == "subj"
            or m.low in {"is", "are", "be", "been", "being", "'re", "'m", "was", "were", "he", "she", "they"}
            for m in marks[max(0, at - 4) : at]
        )
    if before is None:
        return (
            mark.form == "base"
            and not (after is not None and after.cat in ("prep",) and after.value == "of")
            and not (after is not None and after.low in DEFINED)
        )
    noun_like = mark.cats["verb"].get("noun", False)
    if noun_like and before.cat in ("place", "tool") and _is_called(marks, at):
        return False
    if before.cat == "hands" and mark.form == "s":
        return True
    if before.low == "one" and mark.form == "s" and at > 1 and marks[at - 2].low in _NTH:
        return True
    if before.cat in {"modal", "subj", "neg"}:
        return True
    if before.low == "one" and mark.form == "base" and at > 1 and marks[at - 2].low in ("last", "final"):
        # As in "make the last one go over the shoulder".
        return True
    if (
        (before.cat == "tool" or before.low in ("one", "ones", "other"))
        and mark.form == "base"
        and (
            any(m.cat == "verb" and m.cats["verb"].lemma == "let" for m in marks[max(0, at - 5) : at])
            or _is_had(marks, at - 1)
        )
    ):
        return True
    if (before.cat == "word" or before.low.endswith(SHAPED)) and noun_after(marks, at):
        return False
    if before.cat in {"det", "mine", "theirs", "poss"}:
        return False
    if before.cat in ("motion", "tissue") and mark.form == "s" and not before.plural:
        return not (noun_like and before.low in DESCRIBING)
    if before.cat == "side" and mark.form == "base" and fronted_side(marks, at - 1):
        return True
    if before.low == "same" and mark.form == "base" and noun_like:
        return False
    if mark.form == "s" and before.low == "one" and at > 1 and marks[at - 2].low in _WHICH_ONE:
        return True
    if before.cat in {"press", "tempo", "num", "side", "fingers", "tissue", "motion"}:
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
    if before.cat == "tool" and mark.form == "base" and in_with_phrase(marks, at):
        return True
    if before.cat == "tool":
        if (
            mark.form == "base"
            and fronted(marks, at - 1)
            and (after is None or after.cat not in ("motion", "of"))
        ):
            return True
        if before.plural:
            return mark.form == ("s" if _is_one_of(marks, at) else "base")
        named = at > 1 and marks[at - 2].cat in _BEFORE_NOUN
        if noun_like and mark.form == "s" and (within(marks, at - 1) or not (named or before.inner)):
            return False
        return mark.form == "s" and (
            not before.low.startswith("thumb")
            or (after is not None and after.cat in ("dir", "prep", "det", "theirs", "mine"))
        )
    if before.cat == "filler" and before.low in _AMOUNTS:
        return _is_first_of_all(marks, at)
    if before.cat in {
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
    }:
        if mark.form == "s":
            if before.cat == "filler" and _also_does(marks, at):
                return True
            if after is not None and after.low == "that" and not noun_like:
                # As in "going upward ensures that …".
                return True
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
    if (
        before.cat in ("word", "tempo", "press")
        and noun_like
        and any(m.cat == "num" or m.low in ("a", "one", "long", "big") for m in marks[max(0, at - 3) : at])
    ):
        return False
    if before.cat == "word" and noun_like and (at == 1 or marks[at - 2].cat in ("prep", "dir")):
        return False
    if before.cat == "place" and not before.plural and mark.form == "base" and noun_like:
        return any(m.cat in ("prep", "dir") for m in marks[max(0, at - 4) : at - 1])
    if before.cat == "word" and mark.form == "base" and _is_led(marks, at - 1):
        return any(m.cat == "verb" and m.cats["verb"].lemma in _CAUSING for m in marks[max(0, at - 5) : at])
    if before.cat in ("pron", "person", "place", "word", "topic"):
        return mark.form in ("s", "base")
    return mark.form == "base"
