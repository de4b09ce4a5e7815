"""Counting: how often a repeat is done, where its clause does not say so by itself."""

from effleurage.reading._words.frames import AGAIN, phrases, says, telling
from effleurage.reading._words.mark import Mark, Spoken, Words, as_spoken
from effleurage.reading._words.numbers import number, value

_NOT_COUNTED = frozenset(
    {
        "step",
        "steps",
        "no",
        "nos",
        "number",
        "numbers",
        "stage",
        "stages",
        "last",
        "previous",
        "first",
        "same",
        "these",
        "those",
        "all",
        "preceding",
    }
)
_WHICH = frozenset({"first", "second", "last", "next"})
_MEANT = frozenset({"these", "those", "them", "this", "that"})
_BETWEEN = frozenset(
    {
        "such",
        "more",
        "full",
        "good",
        "of",
        "long",
        "extra",
        "further",
        "other",
        "deep",
        "whole",
        "complete",
        "last",
        "final",
    }
)


def is_rare(marks: list[Mark], said: Spoken | None = None) -> bool:
    """As in "three times a week", "three strokes are too many": no count of rounds that follow.

    Args:
        marks: The words.
        said: The same as they are spoken, where that is known already.
    """
    periods = phrases("periods")
    timed = not periods.isdisjoint([m.base for m in marks])
    if timed and any(m.base in periods and _per(marks, n) for n, m in enumerate(marks)):
        return True
    return says(said or as_spoken(marks), "rare")


def may_be_rare(marks: Words) -> bool:
    """Whether a sentence has words by which one of its clauses may be such."""
    return not (phrases("periods").isdisjoint(marks.bases) and telling("rare").isdisjoint(marks.spoken.words))


def _per(marks: list[Mark], n: int) -> bool:
    """As in "a week", "every day", "weekly": how often in a life; "the first week" only says when."""
    return n == 0 or marks[n].low.endswith("ly") or marks[n - 1].low not in _WHICH


def count_at(marks: list[Mark], k: int, named: frozenset[str] = frozenset()) -> tuple[int, int] | None:
    """A count of rounds at a mark, and the index behind it: "five slow rounds", "six of these"."""
    mark = marks[k]
    if mark.cat == "freq":
        lone = mark.low == "once" and (k + 1 < len(marks) and marks[k + 1].cat not in ("again", "comma"))
        lone = lone and not _for_each(marks[k + 1 :])
        return None if lone else (int(mark.value), k + 1)
    if mark.low == "it" and k + 2 == len(marks) and marks[k + 1].cat == "num":
        got = value(marks, k + 1)
        return (int(got[0]), k + 2) if got and got[0] >= 1 else None
    if mark.cat == "verb" and mark.base in _TALLYING:
        got = _bare(marks, k + 1)
        more = got is not None and any(m.cat in ("num", "times", "freq") for m in marks[got[1] :])
        return got if got is not None and not more and ends_count(marks, got[1]) else None
    if mark.low == "another" and k + 1 < len(marks) and marks[k + 1].cat == "num":
        got = value(marks, k + 1)
        rounds = got is not None and (got[2] == len(marks) or marks[got[2]].cat in ("times", "comma"))
        return (int(got[0]), got[2]) if got is not None and rounds and got[0] >= 1 else None
    if mark.low == "another" and k + 1 == len(marks):
        return 1, k + 1
    if mark.low == "another" and k + 1 < len(marks) and marks[k + 1].low in phrases("rounds"):
        return 1, k + 2
    if mark.low in ("a", "one") and k + 2 < len(marks) and marks[k + 1].low in _NTH:
        return (1, k + 3) if marks[k + 2].low == "time" else None
    if mark.low in ("x", "×") and k + 1 < len(marks) and marks[k + 1].cat == "num":
        got = value(marks, k + 1)
        return (int(got[0]), got[2]) if got and got[0] >= 1 else None
    if mark.cat != "num" or (k and marks[k - 1].low in _NOT_COUNTED):
        return None
    got = value(marks, k)
    if got is None or got[0] < 1:
        return None
    low, _, at = got
    while at < len(marks) and marks[at].low.isdigit() and marks[at - 1].low.isdigit():
        if (number(marks[at].low) or 0) <= low:
            break
        at += 1
    lone = low == 1 and mark.low != "1"
    meant = k > 0 and marks[k - 1].low == "other"
    while at < len(marks) and (
        marks[at].low in _BETWEEN | _MEANT or marks[at].cat in ("tempo", "press", "adv", "det")
    ):
        meant = meant or marks[at].low in _MEANT or marks[at].low == "more"
        lone = lone and marks[at].low != "more"
        at += 1
    noun = marks[at] if at < len(marks) else None
    rounds = noun is not None and (noun.cat == "times" or noun.low in ("round", "go", "time", "pass"))
    enough = noun is not None and noun.base in named and [m.low for m in marks[at + 1 : at + 2]] == ["is"]
    enough = enough and any(m.low in PLENTY for m in marks[at + 2 : at + 4])
    if lone and not (rounds or enough):
        return None
    if lone and enough:
        return 1, at + 1
    crossed = noun is not None and noun.low in ("x", "×")
    if crossed and at + 1 < len(marks) and marks[at + 1].cat == "num":
        return None
    if noun is not None and (noun.cat == "times" or noun.low in phrases("rounds") or noun.low in ("x", "×")):
        return None if low == 1 and _defines(marks, k) else (int(low), at + 1)
    if noun is not None and noun.low == "same" and marks[at - 1].low in ("the", "of") and low > 1:
        return int(low), at + 1
    if noun is not None and noun.cat in _NOUNS and noun.base in named and noun.low != noun.base:
        return int(low), at + 1
    return (int(low), at) if meant else None


def _defines(marks: list[Mark], k: int) -> bool:
    """As in "that's one round; aim for six": what one of them is, and not how many."""
    told = k > 0 and (
        marks[k - 1].low in ("'s", "is", "was", "makes", "be", "completes") or marks[k - 1].cat == "poss"
    )
    return told and k + 2 < len(marks) and any(m.cat == "num" for m in marks[k + 1 :])


_NOUNS = ("word", "motion", "verb")
_NTH = frozenset({"second", "third", "fourth", "fifth", "sixth", "further", "final"})
_TALLYING = frozenset({"do", "aim", "manage"})
_ABOUT = frozenset({"about", "around", "roughly", "maybe", "perhaps", "say", "for", "some", "at least"})
PLENTY = frozenset({"plenty", "enough", "fine", "ideal", "ample", "right", "good", "sufficient", "lots"})


def _bare(marks: list[Mark], k: int) -> tuple[int, int] | None:
    """A number without a noun, "about" before it or not: "ten", "maybe a dozen"."""
    while k < len(marks) and (marks[k].low in _ABOUT or marks[k].cat == "filler"):
        k += 1
    got = value(marks, k) if k < len(marks) and marks[k].cat == "num" else None
    return (int(got[0]), got[2]) if got is not None and got[0] > 1 else None


def ends_count(marks: list[Mark], k: int) -> bool:
    """Whether nothing but "or so", "in all" stands behind a number, up to the next border."""
    while k < len(marks) and marks[k].cat == "filler":
        k += 1
    return k == len(marks) or marks[k].cat in ("comma", "sub", "semi", "dash")


_EACH = ("each", "either", "every", "both", "per")


def _for_each(rest: list[Mark]) -> bool:
    """As in "five for each leg", "eight on either side": how many each of a pair gets."""
    if not rest or rest[0].low.split()[0] not in ("for", "to", "on", "each", "per"):
        return False
    each = any(m.low in _EACH or m.low.startswith("on e") for m in rest[:3])
    return each and all(m.cat in ("prep", "side", "place", "filler", "part", "word", "modal") for m in rest)


def bare_count(marks: list[Mark], k: int) -> tuple[int, int] | None:
    """As in "Say ten.", "Ten or so.", "Eight is plenty.": a bare number that is the whole line."""
    got = _bare(marks, k)
    if got is None:
        return None
    rest = marks[got[1] :]
    said = rest[1:] if rest and rest[0].cat == "modal" else rest
    suffices = bool(said) and said[0].base in ("be", "do", "suffice")
    suffices = suffices and (len(said) < 2 or any(m.low in PLENTY for m in said[1:4]))
    if len(marks) == 1 and not marks[0].low.isdigit():
        return got
    if _for_each(rest) or (rest and rest[0].cat == "dir" and rest[0].value == "circle"):
        return got
    led = k > 0 and marks[k - 1].low in _ABOUT | {"do", "make it", "call it"}
    return got if suffices or ((led or rest) and all(m.cat == "filler" for m in rest)) else None


def _rising(marks: list[Mark], got: tuple[int, int]) -> int:
    """As in "once, twice, three times": the last of counts that rise one by one."""
    count, at = got
    while at + 1 < len(marks) and marks[at].cat in ("comma", "conj"):
        after = count_at(marks, at + 1)
        if after is None or after[0] != count + 1:
            break
        count, at = after
    return count


def count_in(marks: list[Mark], *, later: bool) -> int | None:
    """How often, anywhere in a repeat.

    Args:
        marks: Its words.
        later: It follows another round, so that a bare number counts: "then three on the right".
    """
    main = next((k for k, m in enumerate(marks) if k and m.cat == "sub" and m.low != "where"), len(marks))
    for k in range(main):
        got = count_at(marks, k)
        if got is not None:
            return _rising(marks, got)
    if later:
        first = next(
            (k for k, m in enumerate(marks) if m.cat not in ("conj", "comma", "filler", "adv")), None
        )
        got = value(marks, first) if first is not None and marks[first].cat == "num" else None
        behind = marks[got[2]] if got is not None and got[2] < len(marks) else None
        if got is not None and (behind is None or behind.cat in ("prep", "comma", "side", "again")):
            return int(got[0])
    return None


def counts_all(marks: list[Mark]) -> bool:
    """Whether a count tells how often in all ("three passes"), and not how often besides ("twice more")."""
    said = as_spoken(marks)
    if says(said, "in_all"):
        # As in "two more times, which makes three in all": the count itself says that it comes on top.
        got = next(((k, told[1]) for k in range(len(marks)) if (told := count_at(marks, k))), None)
        return got is None or not any(m.low.endswith(("more", "further")) for m in marks[got[0] : got[1]])
    anew = any(m.base in ("repeat", "redo") or m.low in AGAIN or _over(marks, k) for k, m in enumerate(marks))
    return not anew and not says(said, "besides")


def _over(marks: list[Mark], at: int) -> bool:
    """As in "start over", or "do it over from the beginning, twice", where "over" leads nowhere."""
    if marks[at].low != "over":
        return marks[at].low in ("start over", "starting over", "begin over", "beginning over")
    after = marks[at + 1] if at + 1 < len(marks) else None
    return after is None or after.cat in ("comma", "conj", "freq", "again")
