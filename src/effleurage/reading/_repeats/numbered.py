"""Numbered: earlier steps that are called by their numbers, or by how many they are."""

from effleurage.reading._slots.written import Clause
from effleurage.reading._split.labels import ordinal, step_number
from effleurage.reading._words.frames import AGAIN, phrases
from effleurage.reading._words.mark import Mark
from effleurage.reading._words.numbers import number

_STEPS = frozenset(
    {
        "step", "steps", "as", "stage", "stages", "exercise", "exercises", "movements", "no", "nos", "number",
        "numbers", "point", "points", "items", "item", "strokes", "repeat",
    }
)  # fmt: skip
_PARTS = frozenset({"part", "section", "phase", "block", "chapter", "module"})
_DOING = frozenset({"do", "perform", "redo", "rerun"})
_DONE = frozenset(
    {"do", "do again", "repeat", "redo", "rerun", "perform", "go through", "run through", "go over"}
)
_RANGES = ("to", "-", "–", "—", "through")
_LISTS = ("and", "&", ",")
_TIMES = ("times", "time", "more", "or")
_LAST = ("last", "previous", "preceding", "above")
_HOW_MANY = frozenset({*_LAST, "these", "those", "all", "first"})
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8,
}  # fmt: skip
_MANY = 100
"""No article numbers more steps than these in one go."""


def point_back(clause: Clause, marks: list[Mark]) -> None:
    """Note the numbers that name earlier steps: "steps 2 to 4", "as (k)", "the last two", "I repeat both"."""
    for n, mark in enumerate(marks):
        rest = marks[n + 1 :]
        if mark.base in _PARTS and rest and (parts := _parts(rest)):
            clause.sections = parts
            return
        if n == 0 and mark.base in _DOING and rest and len(steps := _steps(mark, rest)) > 1:
            clause.steps = steps
            return
        if mark.low.split()[-1] in _STEPS and rest:
            steps = _steps(mark, rest)
            if steps and len(steps) == 1 and _is_from(marks[: n + 1]):
                steps = tuple(range(steps[0], steps[0] + _MANY))
            if steps:
                clause.steps = steps
                return
        if mark.low in _ORDINALS and (nth := _ordinals(marks, n)):
            clause.nth = nth
            return
        if mark.low in _HOW_MANY and rest and rest[0].cat == "num" and _how_many(clause, mark, rest):
            return
        if mark.low in ("pair of", "two of") and rest and rest[0].low in ("them", "these", "those"):
            mark.cat, clause.last_n, clause.hands_stated = "filler", 2, False
            clause.count, clause.counted = None, False
            return
        if (
            mark.low == "both"
            and n
            and marks[n - 1].cat == "verb"
            and (not rest or rest[0].cat in ("prep", "num") or rest[0].low in AGAIN)
        ):
            clause.last_n = 2
            return


def _is_from(lead: list[Mark]) -> bool:
    """As in "from step 2", "start again at step 2" and "go back to step 2": that one, and all behind it."""
    verbs = [m.cats["verb"].lemma for m in lead if m.cat == "verb"]
    if lead[-1].cat == "verb" and verbs[-1].startswith(_GOING_BACK):
        return True
    before = lead[-2].low if len(lead) > 1 else ""
    anew = not ANEW.isdisjoint(verbs) or any(m.cat == "back" for m in lead)
    return before == "from" or (anew and before in ("at", "with", "to", "by"))


_GOING_BACK = ("return to", "go back to", "get back to", "come back to", "turn back to", "jump back to")
ANEW = frozenset({"start again", "begin again", "start over", "restart", "recommence"})
"""Verbs that send back to where it all began."""


def _parts(rest: list[Mark]) -> tuple[int, ...]:
    """The sections that are called by letter or number: "Parts A to D", "sections 1 and 2", "Part B"."""
    found: list[int] = []
    for n, mark in enumerate(rest):
        if mark.low in _RANGES + _LISTS and found:
            continue
        if n and rest[n - 1].low not in _RANGES + _LISTS:
            break
        at = ordinal(mark.low)
        if at is None or at > _MANY:
            break
        if n and rest[n - 1].low in _RANGES and found:
            found += range(found[-1] + 1, at)
        found.append(at)
    return tuple(found)


def _how_many(clause: Clause, mark: Mark, rest: list[Mark]) -> bool:
    """As in "the last two", "these three movements", "all four steps", "the first two again"."""
    many = int(number(rest[0].low) or 1)
    moved = len(rest) > 1 and (rest[1].base in phrases("unnamed") or rest[1].cat == "motion")
    bare = len(rest) < 2 or rest[1].cat not in ("unit", "distance", "place", "tool", "tissue")
    alone = len(rest) < 2 or rest[1].low in AGAIN or rest[1].cat in ("comma", "freq", "num")
    if not moved and not (bare and mark.low in _LAST) and not (alone and clause.lemma in _DONE):
        return False
    clause.last_n = -many if mark.low in ("first", "all") else many
    if clause.count == many:
        clause.count, clause.counted = None, False
    return True


def _ordinals(marks: list[Mark], n: int) -> tuple[int, ...]:
    """As in "the second step", "the first and third moves"."""
    found: list[int] = []
    k = n
    while k < len(marks) and (marks[k].low in _ORDINALS or (found and marks[k].low in _LISTS)):
        if marks[k].low in _ORDINALS:
            found.append(_ORDINALS[marks[k].low])
        k += 1
    named = k < len(marks) and (marks[k].base in phrases("unnamed") or marks[k].base in ("stage", "item"))
    return tuple(found) if named and marks[k].base not in ("one", "thing") else ()


def _steps(mark: Mark, rest: list[Mark]) -> tuple[int, ...]:
    """The numbers or letters behind "step": a range with "to" or a hyphen, a list with "and"."""
    if rest[0].cat == "open" and len(rest) > 1 and len(rest[1].low) == 1 and rest[1].low not in ("x", "×"):
        low = rest[1].low
        return (ord(low) - ord("a") + 1,) if low.isalpha() else (int(low),) if low.isdigit() else ()
    if rest[0].cat != "num" or (mark.low in ("as", "no") and not rest[0].low.isdigit()):
        return ()
    found: list[int] = []
    n = 0
    while n < len(rest) and rest[n].cat == "num":
        at = step_number(rest[n].low) if "." in rest[n].low else number(rest[n].low)
        if at is None:
            break
        ranged = n > 0 and (rest[n - 1].low in _RANGES or _hyphened(rest, n))
        found += range(found[-1] + 1, min(int(at), found[-1] + _MANY) + 1) if ranged else [int(at)]
        n += 1
        if _hyphened(rest, n):
            continue
        if n >= len(rest) - 1 or rest[n].low not in _RANGES + _LISTS or rest[n + 1].cat != "num":
            break
        n += 1
    behind = rest[n] if n < len(rest) else None
    often = behind is not None and (behind.cat == "times" or behind.low in _TIMES)
    multiplied = behind is not None and behind.low in ("x", "×") and n + 1 == len(rest)
    return () if often or multiplied else tuple(found)


def _hyphened(rest: list[Mark], n: int) -> bool:
    """As in "2-4": two numbers with nothing but a hyphen between them."""
    if not 0 < n < len(rest) or rest[n].cat != "num" or rest[n - 1].cat != "num":
        return False
    return rest[n].start - rest[n - 1].end == 1 and rest[n].low.isdigit()
