"""The last one: how a row ends, "the closing pull", "I make my last pull go across the shoulder"."""

import itertools

from effleurage.reading._words.lexicon import Entry
from effleurage.reading._words.mark import Mark

_CLOSING = frozenset({"closing", "concluding", "finishing", "ultimate"})
_LAST = frozenset({"last", "final", "very last"})
LAST = _CLOSING | _LAST
ENDING = frozenset({"end", "finish", "close", "conclude"})
_MAKING = frozenset({"make", "have", "let", "get"})
_ASIDE = ("prep", "pron", "filler", "adv", "again")
_LET = Entry("verb", None, "let", {"act": "manner"})


def _is_stroke(mark: Mark) -> bool:
    named = mark.low == "one" or mark.cat in ("motion", "times") or "motion" in mark.cats
    return named or ("verb" in mark.cats and bool(mark.cats["verb"].get("noun")))


def _is_named(marks: list[Mark], n: int) -> bool:
    """As in "the final drag over the shoulder": behind an article a verb of gliding is its name."""
    named = n > 0 and marks[n - 1].cat in ("det", "mine") and n + 2 < len(marks)
    return named and marks[n + 1].value == "effleurage" and marks[n + 1].form == "base"


_TAKING = _MAKING | {"take", "bring", "send", "direct", "aim", "guide", "carry", "run", "draw", "lead"}
_TAKE = Entry("verb", "effleurage", "take", {"act": "move", "technique": "effleurage"})


def _goes_on(marks: list[Mark], n: int) -> bool:
    """As in "making the last pull across the shoulder", "with the last one going there": where it goes.

    Behind the row that it ends, that is told without a finite verb; it is one more motion.
    """
    lead = n - 1 if n and marks[n - 1].cat in ("det", "mine") else n
    before = marks[lead - 1] if lead > 1 else None
    way = marks[n + 2] if n + 2 < len(marks) else None
    if before is None or way is None:
        return False
    verb = way.cats.get("verb") if way.form in ("ing", "s") else None
    crosses = verb is not None and verb.lemma == "go over"
    goes = crosses or (verb is not None and verb.get("act") in ("go", "move"))
    if goes and (way.cat != "verb" or way.form == "ing"):
        # As in "so that your last one goes there": no count of goes.
        way.take("verb")
        way.form = "s"
        if crosses:
            way.become(_TAKE)
        marks[n + 1].cat, marks[n + 1].value = "motion", None
        if before.low == "with":
            before.mute()
        return True
    if not (way.cat == "dir" or (way.cat == "prep" and way.value in ("path", "to"))):
        return False
    if before.cat == "verb" and before.form in ("ing", "base") and before.cats["verb"].lemma in _TAKING:
        taking = before
    elif lead < n and (before.low == "with" or before.cat == "comma"):
        taking = marks[lead]
        if before.low == "with":
            before.cat, before.value, before.entry, before.low = "semi", None, None, ";"
    else:
        return False
    _take(taking)
    marks[n + 1].cat = "motion"
    return True


def _take(mark: Mark) -> None:
    mark.form, mark.base, mark.low = "base", "take", "take"
    mark.become(_TAKE)


def ends_with_one(marks: list[Mark]) -> None:
    """As in "end with a pull that crosses the shoulder": the last pull crosses the shoulder.

    In "finishing at the neck with a pull that crosses it" the row ends there, and one more pull is told.
    """
    for n, using in enumerate(marks[:-5]):
        if using.low not in ENDING_WITH:
            continue
        verb = marks[n - 1] if n and using.low == "with" else using
        stops = verb is using or (verb.base in ENDING and verb.cat == "verb")
        k = n + 2 if marks[n + 2].low in LAST else n + 1
        a, stroke, that, goes = marks[k : k + 4]
        named = marks[n + 1].cat in ("det", "mine") or marks[n + 1].low == "one"
        if not (named and _is_stroke(stroke)) or not (stops or _ends_there(marks, n)):
            continue
        led = [verb, using] if stops else [using]
        if that.low in ("that", "which") and goes.form == "s":
            for aside in (*led, that):
                aside.mute()
            if "verb" in goes.cats:
                goes.take("verb")
        elif not _leads_on(that):
            continue
        elif stops:
            # As in "finishing with a pull across the shoulder".
            using.mute()
            _take(verb)
        if not stops:
            using.cat, using.value, using.entry, using.low = "semi", None, None, ";"
        for lead in marks[n + 1 : k + 1]:
            lead.mute()
        a.low, a.base = "final", "final"
        stroke.cat = "motion"


ENDING_WITH = frozenset({"with", "ending with"})
_WAY = ("path", "to")


def _leads_on(mark: Mark) -> bool:
    """As in "a pull across the shoulder", "one over the shoulder": where it goes is told at once."""
    return mark.value == "across" or (mark.cat == "prep" and mark.value in _WAY)


def _ends_there(marks: list[Mark], n: int) -> bool:
    """As in "finishing at the base of the neck", before `n`: where the row ends, and not its last stroke."""
    at = n - 1
    while at > 0 and marks[at].cat in ("place", "part", "det", "filler", "adv"):
        at -= 1
    if at == n - 1 or marks[at].cat != "prep":
        return False
    first = marks[at].low.split()[0]
    return first in _STOPPING or (at > 0 and marks[at - 1].base in ENDING)


_STOPPING = frozenset({"finishing", "finish", "ending", "end", "stopping", "stop"})


def last_one(marks: list[Mark]) -> None:
    """The last one of a row is called so, and what it is made to do is done."""
    for last, of, them in zip(marks, marks[1:], marks[2:], strict=False):
        if last.low in _LAST and of.low == "of" and them.low in ("them", "these", "those"):
            of.cat, of.value, of.low, of.base, of.cats = "times", None, "one", "one", {}
            them.mute()
    for n, (last, stroke) in enumerate(itertools.pairwise(marks)):
        if last.low not in LAST or not (_is_stroke(stroke) or _is_named(marks, n)):
            continue
        if last.cat == "verb":
            # As in "so your last pull goes there", where "your" is a part of another word.
            last.mute()
        if n and marks[n - 1].low == "that" and (n < 2 or marks[n - 2].cat in ("conj", "comma")):
            # As in ", and that final pull goes across the shoulder": that one, and what nothing aims at.
            marks[n - 1].cat, marks[n - 1].value, marks[n - 1].cats = "det", None, {}
            stroke.cat = "motion"
        if last.low in _CLOSING:
            last.mute()
            last.low = last.base = "final"
        if _goes_on(marks, n):
            continue
        verb = next((m for m in reversed(marks[:n]) if m.cat not in ("det", "mine", "filler")), None)
        if verb is None or verb.cat != "verb" or verb.cats["verb"].lemma not in _MAKING:
            continue
        then = n + 2
        while then < len(marks) and then < n + 6 and marks[then].cat in _ASIDE:
            then += 1
        goes = marks[then] if then < len(marks) else None
        if goes is None or "verb" not in goes.cats or goes.cats["verb"].get("act") not in ("go", "move"):
            continue
        if stroke.cat == "num" and goes.cat == "verb":
            # "Make the last one go over it" is read as it stands.
            continue
        for aside in marks[n + 2 : then]:
            aside.mute()
        stroke.cat, stroke.value = (
            "motion",
            stroke.cats["verb"].value if "verb" in stroke.cats else stroke.value,
        )
        goes.take("verb")
        verb.become(_LET)
