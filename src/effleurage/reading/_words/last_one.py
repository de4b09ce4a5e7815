"""The last one: how a row ends, "the closing pull", "I make my last pull go across the shoulder"."""

import itertools

from effleurage.reading._words.lexicon import Entry
from effleurage.reading._words.mark import Mark

_CLOSING = frozenset({"closing", "concluding", "finishing", "ultimate"})
_LAST = frozenset({"last", "final", "very last"})
LAST = _CLOSING | _LAST
ENDING = frozenset({"end", "finish", "close", "conclude", "stop"})
USING = frozenset({"with", "ending with"})
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

    Where the row ends may stand between: "you finish at the neck with a pull that crosses the shoulder".
    """
    for n, using in enumerate(marks):
        if using.low not in USING:
            continue
        stroke, ending = _named_behind(marks, n + 1), _ending_before(marks, n)
        then = _past_spot(marks, stroke + 1) if stroke is not None else len(marks)
        if stroke is None or ending is None or then + 1 >= len(marks):
            continue
        that, goes = marks[then], marks[then + 1]
        if _goes_so(that, goes):
            that.mute()
            if "verb" in goes.cats:
                goes.take("verb")
        elif not _leads_on(that):
            continue
        lead = marks[n + 1]
        if ending == n:
            # As in "up the spine, ending with a pull that crosses it".
            using.mute()
        elif ending == n - 1:
            marks[ending].mute()
            using.mute()
        else:
            using.cat, using.value, using.entry, using.low, using.cats = "semi", None, None, ";", {}
        lead.cat, lead.low, lead.base, lead.value, lead.cats = "filler", "final", "final", None, {}
        if _leads_on(that):
            # As in "finishing with a pull across the shoulder".
            _take(lead)
            marks[stroke].low = "final"
        marks[stroke].cat = "motion"


def _goes_so(that: Mark, goes: Mark) -> bool:
    """As in "a pull that crosses it", and "one that heads for it", a verb that is one word with "for"."""
    moves = "verb" in goes.cats and goes.cats["verb"].get("act") in ("go", "move") and goes.form == "s"
    return that.low in _WHICH and (moves or goes.low.partition(" ")[0] in _WAYS_OF_GOING)


_WHICH = frozenset({"that", "which"})
_WAYS_OF_GOING = frozenset({"heads", "makes"})
_ENDINGS = ENDING | {
    *("ends", "finishes", "closes", "concludes", "stops"),
    *("ending", "finishing", "closing", "concluding", "stopping"),
}
_ONE = frozenset({"a", "an", "one"})
_SPOT = ("prep", "det", "place", "pron", "comma", "dir", "theirs")


def _named_behind(marks: list[Mark], n: int) -> int | None:
    """Where a stroke stands that is called one of a row: "a pull", "one last pull", "a long sweep"."""
    if n >= len(marks) or marks[n].low not in _ONE:
        return None
    at = n + 1
    while at < len(marks) and marks[at].cat in ("filler", "press", "tempo", "adv"):
        at += 1
    return at if at < len(marks) and _is_stroke(marks[at]) else None


def _ending_before(marks: list[Mark], n: int) -> int | None:
    """Where a row is said to end, with no more than a place between: "finish at the neck, with"."""
    for at in range(n, -1, -1):
        mark = marks[at]
        if mark.low.partition(" ")[0] in _ENDINGS:
            return at
        if at == n:
            continue
        if mark.cat not in _SPOT:
            return None
    return None


def _past_spot(marks: list[Mark], n: int) -> int:
    """Behind a place that is told at once, as in "a pull at the base of the neck that crosses it"."""
    if n < len(marks) and marks[n].cat == "prep" and marks[n].value == "at":
        at = n + 1 + (marks[n + 1 : n + 2] != [] and marks[n + 1].cat == "det")
        return at + 1 if at < len(marks) and marks[at].cat == "place" else n
    return n


def _is_one_that(marks: list[Mark]) -> None:
    """As in "making the last pull one that crosses the shoulder", "the last is a pull that runs over it"."""
    for n, last in enumerate(marks[:-3]):
        if last.low not in LAST:
            continue
        at = n + 1 + _is_stroke(marks[n + 1])
        at += marks[at].cat == "modal"
        made = at < len(marks) and marks[at].base == "be"
        at += made
        one = _named_behind(marks, at)
        one = at if one is None and at < len(marks) and marks[at].low == "one" else one
        if one is None or one + 2 >= len(marks) or not _goes_so(marks[one + 1], marks[one + 2]):
            continue
        verb = next((m for m in reversed(marks[:n]) if m.cat not in ("det", "mine", "filler")), None)
        goes = marks[one + 2]
        if verb is not None and verb.cat == "verb" and verb.cats["verb"].lemma in _MAKING:
            goes.form = "base"
        elif not made:
            continue
        goes.take("verb")
        del marks[n + 2 : one + 2]
        return


_WAY = ("path", "to")


def _leads_on(mark: Mark) -> bool:
    """As in "a pull across the shoulder", "one over the shoulder": where it goes is told at once."""
    return mark.value == "across" or (mark.cat == "prep" and mark.value in _WAY)


_THE = ("det", "mine")


def last_one(marks: list[Mark]) -> None:
    """The last one of a row is called so, and what it is made to do is done."""
    _is_one_that(marks)
    for n in range(len(marks) - 3, -1, -1):
        last, of, them = marks[n : n + 3]
        if last.low not in _LAST or of.low != "of":
            continue
        pulls = marks[n + 3] if n + 3 < len(marks) else None
        them_all = them.low in ("them", "these", "those")
        if pulls is not None and pulls.form == "s" and _is_stroke(pulls) and (them_all or them.cat in _THE):
            # As in "the last of the pulls": the last pull.
            pulls.form, pulls.low = "base", pulls.base
            del marks[n + 1 : n + 3]
        elif them_all:
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
