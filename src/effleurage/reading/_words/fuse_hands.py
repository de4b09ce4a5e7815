"""One hand and the other: by their sides alone, handed on, stacked, by turns."""

import itertools

from effleurage.reading._words.lexicon import Lexicon
from effleurage.reading._words.mark import Mark

BORDERS = frozenset({"comma", "semi", "colon", "dash", "open", "close"})


def side_names(marks: list[Mark]) -> None:
    """As in "the left-hand groove": a side, not a hand."""
    for side, hand, noun in zip(marks, marks[1:], marks[2:], strict=False):
        named = noun.cat in ("tissue", "part") or (noun.cat == "place" and noun.low.split()[0] not in _LED)
        if side.low in ("left", "right") and hand.low == "hand" and named:
            hand.cat, hand.value, hand.cats = "filler", None, {}


_LED = frozenset({"between", "beside", "under", "above", "below", "behind", "on", "at", "over"})
"""Behind these stands where a hand lies, and nothing that is on its side."""


WITH_EACH = frozenset({"with each", "with every"})


def with_each(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "go round the shoulders with each hand": with both of them, and not as often as one moves.

    Args:
        marks: A tagged sentence; what seems to say when becomes a preposition and "each".
        lexicon: The words.
    """
    for n in range(len(marks) - 2, -1, -1):
        each, hand = marks[n], marks[n + 1]
        behind = marks[n + 2] if n + 2 < len(marks) else None
        told = behind is not None and ("motion" in behind.cats or behind.form == "s")
        if each.low not in WITH_EACH or hand.cat != "tool" or hand.plural or told:
            continue
        every = lexicon.tree["each"][""]["side"]
        each.become(lexicon.tree["with"][""]["prep"])
        each.low = each.base = "with"
        marks.insert(
            n + 1, Mark("side", every.value, every, "each", "base", each.j, each.j, each.end, each.end)
        )
        marks[n + 1].cats, marks[n + 1].base = {"side": every}, "each"


def toward_other(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "each hand comes in again toward the other hand": they go toward each other.

    Args:
        marks: A tagged sentence; what says where each hand goes becomes a way.
        lexicon: The words.
    """
    for n in range(3, len(marks) - 1):
        toward = marks[n]
        if toward.cat != "prep" or toward.low not in TOWARD:
            continue
        other, last = _fellow_behind(marks, n)
        each = any(
            one.low in ("each", "both") and hand.cat == "tool" for one, hand in itertools.pairwise(marks[:n])
        )
        if not each or other >= len(marks) or marks[other].low != "other":
            continue
        if last == other and last + 1 < len(marks) and marks[last + 1].cat not in BORDERS:
            continue
        if n > 3 and [m.cat for m in marks[n - 4 : n]] == ["comma", "side", "tool", "verb"]:
            # As in ", each hand moving toward the other": how they go, and nobody's hand.
            for mark in marks[n - 3 : n]:
                mark.mute()
        _go_together(marks, n, last, lexicon)


def _fellow_behind(marks: list[Mark], n: int) -> tuple[int, int]:
    """Where behind a word its fellow is told, as in "the other hand": from its first word to its last."""
    other = n + 1 + (n + 1 < len(marks) and marks[n + 1].cat in ("det", "mine"))
    return other, other + (other + 1 < len(marks) and marks[other + 1].base in ("hand", "one"))


def _go_together(marks: list[Mark], n: int, last: int, lexicon: Lexicon) -> None:
    """Make a word, and what is told behind it, the way toward each other."""
    marks[n].become(lexicon.tree["toward"]["each"]["other"][""]["dir"])
    marks[n].low = "toward each other"
    for mark in marks[n + 1 : last + 1]:
        mark.mute()


NEARING = frozenset({"approaching", "nearing"})


def nearing(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in ", hand approaching hand" and ", one hand nearing the other": they go toward each other."""
    for n, verb in enumerate(marks):
        if verb.low not in NEARING or n < 1 or marks[n - 1].cat != "tool":
            continue
        first = n - 1 - (n > 1 and marks[n - 2].low in ("one", "each"))
        other, last = _fellow_behind(marks, n)
        led = first > 0 and marks[first - 1].cat == "comma" and other < len(marks)
        if not led or not (marks[other].low == "other" or part(marks[other]) == part(marks[n - 1])):
            continue
        for mark in marks[first:n]:
            mark.mute()
        _go_together(marks, n, last, lexicon)


def in_contact(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "with fingertip contact beside the spine", "make fingertip contact": they are laid there."""
    for n, (tool, contact) in enumerate(itertools.pairwise(marks)):
        if tool.cat == "tool" and contact.low == "contact":
            contact.mute()
            if n and marks[n - 1].base == "make":
                marks[n - 1].become(lexicon.tree["place"][""]["verb"])


TOWARD = frozenset({"toward", "towards"})


def handed_on(marks: list[Mark]) -> None:
    """As in "pass it from one hand to the other": the hands take turns, and nothing travels."""
    for n in range(1, len(marks) - 3):
        one, hand, to = marks[n : n + 3]
        if one.low != "one" or part(hand) != "palm" or to.low != "to" or marks[n - 1].low != "from":
            continue
        last = n + 3 + (marks[n + 3].cat == "det")
        if last < len(marks) and marks[last].low in ("other", "the other", "next"):
            for other in marks[n - 1 : last + 1]:
                other.cat, other.value, other.cats = "filler", None, {}
            hand.cat, hand.value, hand.entry = "hands", "alternate", None


def one_of(marks: list[Mark]) -> list[Mark]:
    """As in "let one of your hands rest": one hand, and whose two it is of need not be said."""
    spared: set[int] = set()
    for n, (one, of, mine, hand) in enumerate(zip(marks, marks[1:], marks[2:], marks[3:], strict=False)):
        led = n and marks[n - 1].base in ("let", "have")
        if led and one.low == "one" and of.low == "of" and mine.cat == "mine" and "tool" in hand.cats:
            one.cat, one.value, one.entry = "side", "one", None
            hand.plural = False
            spared |= {n + 1, n + 2}
    return [mark for n, mark in enumerate(marks) if n not in spared] if spared else marks


_LEFT_OR_RIGHT = {"left": "left", "right": "right", "left one": "left", "right one": "right"}


def elliptic(marks: list[Mark]) -> None:
    """As in "the left hand stays; with the right one, rub", "in my right hand … in my left"."""
    told = False
    for n, mark in enumerate(marks):
        if part(mark) in ("palm", "fist", "thumb", "heel") and n and marks[n - 1].low in ("left", "right"):
            told = True
        side = _LEFT_OR_RIGHT.get(mark.low)
        if side is None or not told or n < 2:
            continue
        mine = marks[n - 1].cat == "mine" or (marks[n - 1].cat == "det" and marks[n - 1].low == "the")
        led = marks[n - 2].low in ("with", "in", "under", "by", "using", "use")
        behind = marks[n + 1] if n + 1 < len(marks) else None
        ends = behind is None or behind.cat in (*BORDERS, "conj", "verb", "modal")
        handed = marks[n - 2].low in ("with", "use")
        if mine and led and ends and (marks[n - 1].cat == "mine" or handed):
            mark.cat, mark.value, mark.entry, mark.cats = "hands", side, None, {}


def stack(marks: list[Mark]) -> None:
    """As in "with the left hand on top", "your right hand laid over your left": both work as one."""
    for n in range(1, len(marks) - 1):
        hand = marks[n]
        if not _ordinal(marks[n - 1]) or part(hand) not in ("palm", "fist", "thumb", "heel"):
            continue
        k = _past(marks, n + 1, ("verb", "adv", "word", "filler"))
        if k >= len(marks) or marks[k].low not in _UPON:
            continue
        topped = k + 1 < len(marks) and marks[k + 1].low == "top"
        m = _past(marks, k + 1 + topped, _LINKS)
        if m >= len(marks) or not _ordinal(marks[m]):
            continue
        last = m + 1 if m + 1 < len(marks) and part(marks[m + 1]) == part(hand) else m
        behind = marks[last + 1] if last + 1 < len(marks) else None
        if behind is None or behind.cat in (*BORDERS, "conj", "verb", "filler"):
            for other in (marks[n - 1], *marks[n + 1 : last + 1]):
                other.cat, other.value, other.cats = "filler", None, {}
            marks[n - 1].cat, marks[n - 1].value, marks[n - 1].entry = "hands", "both", None
    for n in range(len(marks) - 2):
        one, on = marks[n], marks[n + 1]
        two = (
            "one" in one.low.split()
            and one.low.split()[-1] == "hand"
            and one.low.split()[-2:] != one.low.split()
        )
        other = _past(marks, n + 2, _LINKS)
        if two and on.low in _UPON and other < len(marks) and marks[other].low == "other":
            on.cat, on.value, on.entry = "hands", "both", None
            marks[other].cat, marks[other].value, marks[other].cats = "filler", None, {}
    for n in range(2, len(marks) - 1):
        hand, on, top = marks[n - 1 : n + 2]
        if on.low != "on" or top.low != "top" or part(hand) != "palm":
            continue
        behind = marks[n + 2] if n + 2 < len(marks) else None
        first = any(part(m) for m in marks[: n - 1])
        if first and (behind is None or behind.cat in (*BORDERS, "conj")):
            hand.cat, hand.value, hand.entry = "hands", "both", None
            on.cat = top.cat = "filler"


def turns(marks: list[Mark], lexicon: Lexicon) -> list[Mark]:
    """As in "left hand, right hand, left hand": they take turns."""
    for n, mark in enumerate(marks):
        if not part(mark):
            continue
        sides = [(n, _side_of(marks, n))]
        k = n
        while k + 1 < len(marks) and marks[k + 1].cat == "comma":
            ahead = next((m for m in range(k + 2, min(k + 5, len(marks))) if part(marks[m])), None)
            if ahead is None or (marks[ahead].cats is not mark.cats and part(marks[ahead]) != part(mark)):
                break
            k = ahead
            sides.append((k, _side_of(marks, k)))
        said = [side for _, side in sides]
        if len(said) < 2 or None in said or any(a == b for a, b in itertools.pairwise(said)):
            continue
        behind = marks[k + 1] if k + 1 < len(marks) else None
        if behind is not None and behind.cat not in (*BORDERS, "dir", "filler", "conj"):
            continue
        mark.cat, mark.value, mark.entry = "hands", "alternate", None
        first = n - 1 if marks[n - 1].low in ("left", "right") else n
        return [*marks[:first], mark, *marks[k + 1 :]]
    return marks


_UPON = ("over", "on", "upon", "on top of", "above", "across")


_LINKS = ("mine", "det", "of", "prep")


def _past(marks: list[Mark], k: int, cats: tuple[str, ...]) -> int:
    """Index of the first mark from `k` on that is of none of these kinds, nor "of"."""
    while k < len(marks) and marks[k].cat in cats and (marks[k].cat != "prep" or marks[k].low == "of"):
        k += 1
    return k


def _ordinal(mark: Mark) -> bool:
    return mark.low in {"left", "right", "one", "other"}


def swaps(marks: list[Mark]) -> list[Mark]:
    """As in "left, right, left, right" and "one hand, then the other, then one": the hands take turns."""
    n = 0
    while n < len(marks):
        told, k = _taking_turns(marks, n)
        alike = any(set(told) <= kind for kind in _KINDS)
        if len(told) > 2 and alike and all(a != b for a, b in itertools.pairwise(told)):
            mark = marks[n]
            mark.cat, mark.value, mark.entry, mark.cats = "hands", "alternate", None, {}
            return [*marks[: n + 1], *marks[k:]]
        n = max(k, n + 1)
    return marks


OTHERS = frozenset({"other", "other one", "second", "other hand"})
_TURNS = {
    "left": "left",
    "right": "right",
    **dict.fromkeys(("one", "first", "first one", "this one", "this", "one hand"), "one"),
    **dict.fromkeys((*OTHERS, "second one"), "other"),
}
_KINDS = ({"left", "right"}, {"one", "other"})
_BETWEEN_TURNS = ("comma", "conj", "det", "filler", "semi", "dash")


def _taking_turns(marks: list[Mark], n: int) -> tuple[list[str], int]:
    """Which hands are named one after the other from a word on, and where that ends."""
    told: list[str] = []
    k = end = n
    while k < len(marks):
        turn = _TURNS.get(marks[k].low)
        if turn is not None and not (told and end == k and turn == told[-1]):
            if turn == "one" and told and end == k:
                # As in "the other one" and "the first one": one word with the one before it.
                k = end = k + 1
                continue
            told.append(turn)
            k = end = k + 1
        elif told and told[0] not in ("left", "right") and _is_single_hand(marks[k]) and end == k:
            k = end = k + 1
        elif told and marks[k].cat in (("comma",) if told[0] in ("left", "right") else _BETWEEN_TURNS):
            k += 1
        else:
            break
    return told, end


def _is_single_hand(mark: Mark) -> bool:
    return mark.cat == "tool" and part(mark) == "palm" and not mark.plural


def _side_of(marks: list[Mark], n: int) -> str | None:
    return marks[n - 1].low if n and marks[n - 1].low in ("left", "right") else None


def part(mark: Mark) -> str | None:
    return mark.cats["tool"].value if "tool" in mark.cats else None
