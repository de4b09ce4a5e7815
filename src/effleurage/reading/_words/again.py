"""Again: words of a sentence that sends back, which alone would be taken for something else."""

from effleurage.reading._words.frames import phrases, verbs
from effleurage.reading._words.lexicon import Entry
from effleurage.reading._words.mark import Mark

_MEANT = frozenset({"that", "those", "these", "this", "the", "my", "your", "his", "her"})
_TURNING = frozenset({"over", "onto", "round", "around", "to", "face"})
_ON = ("on", "at", "along", "over", "in", "down", "up")
_CALLED = frozenset(
    {"previous", "preceding", "above", "last", "earlier", "first", "second", "third", "these"}
)
_WHICH_ONE = ("this", "that", "these", "those")
_WHICH = frozenset({"this", "next", "that", "second", "third", "last"})
_REPEATING = frozenset({"again", "redo", "resume"})
_JOINED = ("by", "upon", "after")
_SPOTS = ("tissue", "place", "part", "word", "topic", "distance", "motion", "tempo", "times", "verb")
_HINTS = frozenset(
    [
        *("last", "this", "that", "these", "those", "same", "time", "near", "far", "other one"),
        *("nearer", "closer", "right", "r", "l", "by", "upon", "after", "step", "steps", "stage", "stages"),
    ]
)
"""Words at which a rule may hold; the others are passed over."""
_ON_FLESH = ("petrissage", "friction", "tapotement", "vibration", "stretch")
_LETTERS = {"r": "right", "l": "left"}


def settle_again(marks: list[Mark]) -> list[Mark]:
    """Settle the words of a sentence that point back; the marks are changed."""
    marks = _compared(marks)
    _carried_on(marks)
    for n, mark in enumerate(marks):
        if (
            n
            and mark.low not in _HINTS
            and mark.cat != "again"
            and mark.value != "as_if"
            and mark.form != "ing"
        ):
            continue
        for rule in _RULES if n else _OPENING:
            if rule(marks, n):
                break
    return marks


_CARRYING = frozenset({"take", "carry", "bring", "work", "continue", "extend"})
_STROKES = frozenset({"movement", "stroke", "pull", "motion", "action", "fan", "sequence", "pattern"})
_REPEAT = Entry("verb", None, "repeat", {"act": "again"})


def _carried_on(marks: list[Mark]) -> None:
    """As in "take the movement up the spine a bit at a time": it is done again, further and further on."""
    for verb, det, stroke, way in zip(marks, marks[1:], marks[2:], marks[3:], strict=False):
        carried = verb.cat == "verb" and verb.form == "base" and verb.base in _CARRYING
        which = det.low in ("the", "this", "that", "same") and stroke.base in _STROKES
        if carried and which and way.cat == "dir" and way.value in ("up", "down"):
            verb.base = "repeat"
            verb.become(_REPEAT)


_COMPARING = frozenset({"as", "just as", "what", "everything", "all", "whatever", "much as"})


def _compared(marks: list[Mark]) -> list[Mark]:
    """As in "exactly as you did the left": what it is compared with is one word, "the same"."""
    last = marks[-1] if marks else None
    had = last is not None and last.cat == "verb" and last.base in ("have", "get", "receive")
    for n, mark in enumerate(marks[:-2]):
        if mark.low not in _COMPARING:
            continue
        if had and mark.low in ("everything", "all", "whatever", "what"):
            same = Mark("again", None, None, "same", "base", mark.i, marks[-1].j, mark.start, marks[-1].end)
            same.base = "same"
            return [*marks[:n], same]
        if marks[n + 1].cat != "subj":
            continue
        done = next(
            (k for k in range(n + 2, min(n + 5, len(marks))) if marks[k].base in verbs("treat")), None
        )
        if done is None or marks[done].form != "ed":
            continue
        ends = ("comma", "conj", "subj", "semi", "close", "dash")
        end = next(
            (k for k in range(done + 1, len(marks)) if marks[k].cat in ends or _is_be(marks[k])), len(marks)
        )
        same = Mark(
            "again", None, None, "same", "base", mark.i, marks[end - 1].j, mark.start, marks[end - 1].end
        )
        same.base = "same"
        return [*marks[:n], same, *marks[end:]]
    return marks


def _is_be(mark: Mark) -> bool:
    return mark.cat == "verb" and mark.cats["verb"].lemma == "be"


def _last(marks: list[Mark], n: int) -> bool:
    """As in "those last two": no verb."""
    if marks[n].low != "last" or not n or marks[n - 1].low not in _MEANT:
        return False
    _only(marks[n], "filler")
    _only(marks[n - 1], "det")
    return True


def _named(marks: list[Mark], n: int) -> bool:
    """As in "Step 2 twice more" and "Kneading section again": a name at the beginning is no verb."""
    after = marks[n + 1] if n + 1 < len(marks) else None
    mark, before = marks[n], marks[n - 1] if n else None
    if mark.base in ("step", "stage") and mark.cat == "verb" and " " not in mark.low:
        numbered = (
            after is not None and after.cat in ("num", "open") and (before is None or before.cat != "subj")
        )
        measured = n + 2 < len(marks) and marks[n + 2].cat in ("unit", "distance")
        called = before is not None and (before.low in _CALLED or before.cat == "det")
        if (numbered and not measured) or called:
            _only(mark, "motion")
            if before is not None and before.low == "to":
                _only(before, "prep")
                before.value = "to"
            return True
    if n or after is None:
        return False
    verb = marks[0].cats["verb"] if marks[0].cat == "verb" else None
    if (
        verb is not None
        and verb.get("act") not in {"again", "work", "make"}
        and after.base in phrases("sections")
    ):
        marks[0].cat = "motion"
        return True
    return False


def _doing_that(marks: list[Mark], n: int) -> bool:
    """As in "keep doing that" and "do this on both sides": the object, and no article or conjunction."""
    after = marks[n + 1] if n + 1 < len(marks) else None
    placed = after is not None and after.cat == "place" and after.low.split()[0] in _ON
    if placed and marks[n].cat == "det" and marks[n].low in _WHICH_ONE:
        marks[n].cat = "pron"
        return True
    if marks[n].low != "that" or not n or not marks[n - 1].low.endswith("doing"):
        return False
    marks[n].take("pron")
    return True


def _same(marks: list[Mark], n: int) -> bool:
    """As in "on the same two spots": the place stays, and nothing is done again."""
    mark = marks[n]
    if mark.value == "as_if" and "same way" in mark.low and not any(m.cat == "verb" for m in marks[n:]):
        _only(mark, "again")
        return True
    if mark.low != "same" or mark.cat not in ("again", "det"):
        return False
    behind = next((m for m in marks[n + 1 :] if m.cat not in ("num", "press", "tempo", "adv")), None)
    shared = behind is not None and behind.base in phrases("share")
    if shared or _taken(marks, n):
        _only(mark, "again")
    elif behind is not None and behind.cat in _SPOTS and behind.base in phrases("not_same"):
        _only(mark, "det")
    return True


def _taken(marks: list[Mark], n: int) -> bool:
    """As in "take the same line twice more" and "Same line with the elbow"."""
    if not n:
        commanded = len(marks) > 2 and marks[1].cat == "tool" and any(m.cat == "verb" for m in marks[2:])
        return any(m.cat == "tool" for m in marks) and not commanded
    verb = next((m for m in reversed(marks[:n]) if m.cat not in ("det", "adv", "filler")), None)
    counted = any(m.cat in ("freq", "times") for m in marks[n:])
    return (
        counted and verb is not None and verb.base in ("take", "follow", "retrace", "trace", "travel", "do")
    )


def _not_again(marks: list[Mark], n: int) -> bool:
    """As in "everyone likes this" and "have her turn over"."""
    mark = marks[n]
    after = marks[n + 1] if n + 1 < len(marks) else None
    turns = mark.base == "turn" and after is not None and after.low in _TURNING
    if mark.cat != "again" or not (turns or mark.low.split()[0] in ("likes", "liked")):
        return False
    _only(mark, "word")
    return True


def _this_time(marks: list[Mark], n: int) -> bool:
    """As in "this time with your fists": no verb."""
    if marks[n].low != "time" or not n or marks[n - 1].low not in _WHICH:
        return False
    _only(marks[n - 1], "det")
    marks[n].cat = "times"
    return True


def _noun(marks: list[Mark], n: int) -> bool:
    """As in "repeat the kneading": what is repeated, and no verb."""
    mark = marks[n]
    if n < 2 or mark.cat != "verb" or mark.form != "ing" or marks[n - 1].low not in _MEANT:
        return False
    if marks[n - 2].cat != "verb" or marks[n - 2].base not in verbs("do") | _REPEATING:
        return False
    mark.cat = "motion"
    return True


def _side(marks: list[Mark], n: int) -> bool:
    """As in "Near flank, same", "R side: ditto" and "then the other one": a side."""
    mark = marks[n]
    after = marks[n + 1] if n + 1 < len(marks) else None
    if mark.low in ("near", "far") and not n and "side" in mark.cats and after is not None:
        if after.cat == "place":
            mark.take("side")
        return True
    if mark.low == "right" and after is not None and after.low in ("there", "here", "then", "now"):
        _only(mark, "filler")
        return True
    if mark.low in ("nearer", "closer") and after is not None:
        owned = n > 0 and marks[n - 1].cat in ("det", "mine", "theirs")
        if owned and after.cat in ("place", "part", "tool"):
            return True
        to = after.cat == "prep" and after.low == "to"
        mark.cat, mark.value, mark.entry = ("filler", None, None) if to else ("prep", "to", None)
        return True
    if mark.low in _LETTERS and mark.cat == "word":
        named = after is None or after.cat in ("colon", "comma", "place", "conj") or after.base == "side"
        named = named or after.low == "then"
        if named:
            mark.cat, mark.value = "side", _LETTERS[mark.low]
            if after is not None and after.base == "side":
                _only(after, "filler")
        return named
    if mark.low != "other one" or mark.cat != "hands":
        return False
    sent = any(m.cat == "verb" and m.cats["verb"].get("act") == "again" for m in marks)
    verb = marks[n - 1] if n and marks[n - 1].cat == "verb" else None
    verb = verb or (
        marks[n - 2] if n > 1 and marks[n - 1].cat == "det" and marks[n - 2].cat == "verb" else None
    )
    kneaded = verb is not None and verb.cats["verb"].get("technique") in _ON_FLESH
    if sent or kneaded or not any(m.cat in ("verb", "tool") for m in marks):
        mark.cat, mark.value, mark.entry = "side", "other", None
        return True
    return False


def _one_by_one(marks: list[Mark], n: int) -> bool:
    """As in "pull by pull": how, and no motion."""
    if marks[n].low not in _JOINED or not n or n + 1 == len(marks):
        return False
    if marks[n - 1].base != marks[n + 1].base:
        return False
    for mark in marks[n - 1 : n + 2]:
        _only(mark, "filler")
    return True


def _only(mark: Mark, cat: str) -> None:
    mark.cat, mark.value, mark.entry = cat, None, None


_RULES = (_last, _named, _doing_that, _same, _not_again, _this_time, _noun, _side, _one_by_one)
_OPENING = (_named, _doing_that, _same, _not_again, _side)
"""The other rules look at the word before."""
