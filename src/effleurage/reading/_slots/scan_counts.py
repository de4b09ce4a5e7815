"""Counts, lengths of time and distances of a clause."""

from effleurage.reading._slots.counting import ends_count
from effleurage.reading._slots.scan import Scan
from effleurage.reading._slots.scan_ways import on_further
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.mark import Mark
from effleurage.reading._words.numbers import NUMBERS, value
from effleurage.routine import Duration

_WAYS = ("one way", "each way", "in each direction", "either way", "in both directions", "one way and other")
_TOLD = ("times", "motion")
_SPOTS = frozenset(
    [
        *("spots", "places", "points", "positions", "spot", "place", "stages", "stops", "stations"),
        *("steps", "stages", "halts", "pauses", "lots", "helpings", "sections"),
    ]
)
"""Done at so many spots is done so many times."""


COUNTING = frozenset({"num", "further"})
COUNTED = frozenset({"x", "×"}).union(NUMBERS)
"""At words of these parts, and at these words and signs, a number may begin."""


def number_at(scan: Scan, k: int) -> int | None:
    """Counts, durations and distances; returns the index behind what was used."""
    clause, marks = scan.clause, scan.marks
    mark = marks[k]
    if mark.cat == "further" and mark.low.endswith(" one") and marks[k + 1 : k + 2]:
        return _steps_by_bone(scan, k)
    if mark.cat not in {"num", "det", "side"} and mark.low not in ("x", "×"):
        return None
    if mark.low in ("x", "×") and k + 1 < len(marks) and marks[k + 1].cat == "num":
        got = value(marks, k + 1)
        if got:
            count(scan, int(got[0]))
            return got[2]
    got = value(marks, k)
    if got is None:
        return None
    low, high, after = got
    while after < len(marks) and (
        marks[after].low
        in {
            "more",
            "full",
            "good",
            "of",
            "deep",
            "long",
            "slow",
            "extra",
            "whole",
            "further",
            "other",
            "to",
            "such",
            "easy",
            "lazy",
            "big",
            "small",
        }
        or marks[after].cat in ("tempo", "press")
        or (
            marks[after].low in ("these", "those")
            and after + 1 < len(marks)
            and marks[after + 1].cat in _TOLD
        )
    ):
        after += 1
    nxt = marks[after] if after < len(marks) else None
    pressed = next((m for m in marks[k + 1 : after] if m.cat == "press"), None)
    if pressed is not None and nxt is not None and nxt.cat == "motion" and clause.pressure is None:
        clause.pressure = str(pressed.value)
    if (
        mark.cat == "num"
        and k
        and marks[k - 1].low == "for"
        and (nxt is None or nxt.cat in ("comma", "conj"))
    ):
        clause.duration = Duration(low=low, high=max(low, high))
        return after
    if (
        nxt is None
        and _is_work(clause)
        and mark.cat == "num"
        and k
        and marks[k - 1].cat == "comma"
        and low > 1
    ):
        count(scan, int(low))
        return after
    about = bool(k) and marks[k - 1].low in _ABOUT and any(m.cat == "comma" for m in marks[max(0, k - 2) : k])
    if mark.cat == "num" and low > 1 and about and _figured(clause, marks[:k]) and ends_count(marks, after):
        count(scan, int(low))
        return after
    if (
        nxt is not None
        and mark.cat == "num"
        and low > 1
        and nxt.cat in ("word", "tissue", "motion", "topic")
        and after + 1 < len(marks)
        and marks[after + 1].low in _IN_ALL
    ):
        count(scan, int(low))
        return after + 1
    if nxt is None:
        if mark.cat == "num" and after > k + 1 and marks[after - 1].low in ("more", "of"):
            count(scan, int(low))
            return after
        return None
    if nxt.cat == "times" or nxt.low in ("x", "×"):
        if nxt.cat == "times" and mark.cat == "det":
            return None
        count(scan, int(low))
        return after + 1
    if nxt.cat == "unit" and nxt.low == "counts" and not (k and marks[k - 1].low == "for"):
        count(scan, int(low))
        return after + 1
    if mark.cat == "num" and nxt.low in _SPOTS:
        count(scan, int(low))
        return after + 1
    if nxt.cat == "unit" and mark.cat in ("num", "det"):
        clause.duration = Duration(low=low, high=max(low, high), unit=str(nxt.value))
        if nxt.low == "count" and after + 2 < len(marks) and marks[after + 1].low == "of":
            counted = value(marks, after + 2)
            if counted:
                clause.duration = Duration(low=counted[0], high=counted[1])
                return counted[2]
        return after + 1
    if nxt.cat == "distance" and mark.cat in ("num", "det"):
        clause.distance = True
        return after + 1
    if mark.cat == "num" and nxt.low in ("each side", "per side", "on each side") and k and low > 1:
        count(scan, int(low))
        return after
    if mark.cat == "num" and low > 1 and nxt.low in ("for", "on", "to", "per") and k:
        each = marks[after + 1] if after + 1 < len(marks) else None
        if marks[k - 1].cat in ("comma", "dash") and each is not None and each.low.startswith("each"):
            count(scan, int(low))
            return after + 3 if each.low == "each" else after + 1
    if mark.cat == "num" and nxt.low in _WAYS and low > 1:
        count(scan, int(low))
        return after + 1
    if nxt.low in _BONES and scan.clause.act == "go":
        scan.clause.distance = True
        return after + 1
    if nxt.cat == "moment":
        clause.moment = True
        return after + 1
    of_them = nxt.low == "of" and after + 1 < len(marks) and marks[after + 1].cat == "pron"
    if of_them and k and marks[k - 1].low == "the" and low == 2:
        scan.clause.hands, scan.clause.hands_stated, scan.clause.pronoun = "both", True, True
        return after + 2
    if mark.cat == "num" and of_them:
        count(scan, int(low))
        return after + 2
    if k and marks[k - 1].low == "the" and low == 2 and nxt.low == "them":
        scan.clause.hands, scan.clause.hands_stated, scan.clause.pronoun = "both", True, True
        return after + 1
    if k and marks[k - 1].low == "the":
        return None
    if mark.cat == "num" and nxt.low == "ones":
        count(scan, int(low))
        return after + 1
    if mark.cat == "num" and nxt.low in ("these", "them", "those") and marks[after - 1].low == "of":
        count(scan, int(low))
        return after + 1
    if mark.cat == "num" and nxt.cat == "motion" and low > 1:
        count(scan, int(low))
        return after
    return None


_BONES = frozenset({"vertebra", "vertebrae", "rib", "bone", "finger", "knuckle"})


def _steps_by_bone(scan: Scan, k: int) -> int | None:
    """As in "moving up one vertebra": how far, and not where."""
    if scan.marks[k + 1].low not in _BONES:
        return None
    on_further(scan, k, scan.marks[k])
    scan.clause.distance = True
    return k + 2


_ABOUT = frozenset({"about", "around", "roughly", "maybe", "perhaps", "say", "perhaps about", "some"})
_IN_ALL = frozenset({"in all", "in total", "altogether", "all told", "all in all"})


def _figured(clause: Clause, before: list[Mark]) -> bool:
    """It was said what is to be counted: circles, strokes, presses."""
    return "circle" in clause.directions or any(m.cat in ("motion", "times") and m.plural for m in before)


def _is_work(clause: Clause) -> bool:
    """A verbless line that tells of work: a bare number at its end counts."""
    return clause.head is None and bool(clause.technique or clause.tool)


def count(scan: Scan, n: int) -> None:
    if n >= 1 and not scan.clause.counted:
        scan.clause.count, scan.clause.counted = n, True
        scan.clause.set_off = scan.after_comma


def on_freq(scan: Scan, k: int, mark: Mark) -> None:
    count(scan, int(mark.value))


def on_endless(scan: Scan, k: int, mark: Mark) -> None:
    scan.clause.open_ended = True


def on_moment(scan: Scan, k: int, mark: Mark) -> None:
    scan.clause.moment = True


def on_distance(scan: Scan, k: int, mark: Mark) -> None:
    scan.clause.distance = True
