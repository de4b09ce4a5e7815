"""Likewise: in whatever words it is told that the other hand does what the one before it did."""

from effleurage.reading._words.fuse_hands import BORDERS, part
from effleurage.reading._words.held_ready import hand_meant
from effleurage.reading._words.lexicon import Entry, Lexicon
from effleurage.reading._words.mark import Mark

_OTHER = frozenset({"other", "second", "other one", "second one", "its partner", "its twin", "its fellow"})
_GOING = frozenset({"one up", "one down"})
TURNING = _OTHER | _GOING
"""Words of which one is said where one hand is told from the other."""
_LENDING = frozenset(
    {"have", "let", "get", "make", "ask", "allow", "send", "bring", "bring in", "take", "call"}
)
"""Verbs that give the other hand its turn."""
_SENDING = frozenset({"send", "bring", "bring in", "let", "have", "move", "take", "draw", "sweep", "brush"})
_LAYING = frozenset({"bring", "bring in", "put", "place", "lay", "set", "add", "take", "introduce", "use"})
_LEADING = _LENDING | _SENDING | _LAYING
_COPYING = frozenset(
    {"copy", "mirror", "repeat", "echo", "imitate", "mimic", "duplicate", "replicate", "reproduce"}
)
_DOING = frozenset(
    {"do", "make", "perform", "give", "take", "take up", "start", "begin", "trace", "go through"}
)
_COMING = frozenset({"come", "go", "follow", "start", "set off"})
_SAME = frozenset({"same", "likewise", "identical"})
_POINTING = frozenset({"it", "this", "that", "the movement", "movement", "stroke", "sweep", "fan", "first"})
_BEHIND = frozenset(
    {"after", "behind", "close behind", "right behind", "close after", "in its wake", "following"}
)
_CHASING = frozenset({"follow", "chase", "pursue", "trail", "shadow", "tail"})
_ARRIVING = frozenset({"come", "go", "step", "move", "follow", "slip", "slide", "glide", "start", "join"})
_INWARD = frozenset({"in", "along", "on", "up"})
_TAKES_OVER = frozenset({"take over", "take its turn", "take a turn", "follow on", "follow suit"})
_THEN = frozenset({"then", "and then", "followed by"})
_DONE = frozenset({"do", "have", "perform"})
_FIRST = frozenset({"it", "first", "first one", "leading", "other", "one", "that", "them"})
_CHASED = _FIRST | _BEHIND | _INWARD
_WHEN = frozenset({"too", "right", "straight", "close", "just", "in turn", "as well"})
_ADVERBS = ("adv", "filler", "tempo", "moment", "gradual", "progress")
_ARTICLED = ("det", *_ADVERBS)
_FOLLOWS = Entry("verb", "effleurage", "follow", {"act": "move", "technique": "effleurage"})
_REACH = 9
"""So many words are looked at for what it does."""


def likewise(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "the second repeats what it did", "have the other do the same", "send the second after it".

    Whatever the words, the other hand follows; the verb says so from here on, and the rest says no more.
    """
    for n, mark in enumerate(marks):
        if mark.low in _GOING and n and marks[n - 1].low in ("first", "other", "second"):
            # As in "brush the first one up": which hand it is, and where it goes.
            mark.cat, mark.value, mark.entry, mark.cats = "dir", mark.low.split()[1], None, {}
            continue
        if mark.low not in _OTHER or mark.cat not in ("side", "hands"):
            continue
        behind = n + 1
        if behind < len(marks) and part(marks[behind]) == "palm" and not marks[behind].plural:
            behind += 1
        while behind < len(marks) and marks[behind].cat in _ADVERBS:
            behind += 1
        lead = n - 1 if n and marks[n - 1].cat in ("det", "mine") else n
        if lead > 1 and marks[lead - 1].low == "in" and marks[lead - 2].low in ("bring", "bringing"):
            marks[lead - 1].mute()
            lead -= 1
        verb = marks[lead - 1] if lead and marks[lead - 1].cat == "verb" else None
        if (
            _chased(marks, n, lead, lexicon)
            or _close_behind(marks, lead, behind)
            or _then_other(marks, lead, behind)
        ):
            return
        if verb is not None and _lemma(verb) in _LEADING:
            end = _turn(marks, behind, given=True) if _lemma(verb) in _LENDING else None
            end = end or (_behind(marks, behind) if _lemma(verb) in _SENDING else None)
            if _lemma(verb) in _LENDING and behind < len(marks) and _lemma(marks[behind]) in _COMING:
                # As in "have the second one come right after".
                end = end or _behind(marks, behind + 1)
            end = end or (_joined(marks, behind) if _lemma(verb) in _LAYING | _LENDING else None)
            if end is not None:
                _settle(verb, marks[behind:end])
        elif behind < len(marks) and (not lead or marks[lead - 1].cat in _OPENING):
            end = _turn(marks, behind, given=False)
            if end is not None:
                _settle(marks[behind], marks[behind + 1 : end])


_OPENING = (*BORDERS, "conj", "sub", "filler", "adv")


def _chased(marks: list[Mark], n: int, lead: int, lexicon: Lexicon) -> bool:
    """As in "chase it with the second", "come in behind it with the other": it goes after the first hand."""
    if lead < 2 or marks[lead - 1].low != "with":
        return False
    at = lead - 2
    while at and (marks[at].low in _CHASED or part(marks[at]) == "palm" or marks[at].cat in _ARTICLED):
        at -= 1
    if at == lead - 2 or marks[at].cat != "verb":
        return False
    said = marks[at + 1 : lead - 1]
    comes = _lemma(marks[at]) in _ARRIVING and any(m.low in _BEHIND for m in said)
    if not comes and marks[at].base not in _CHASING:
        return False
    _settle(marks[at], [m for m in said if m.cat not in BORDERS])
    _call_hand(marks, n, lexicon)
    return True


def _close_behind(marks: list[Mark], lead: int, behind: int) -> bool:
    """As in "brush it upward, with the second hand close behind": its turn, told without a finite verb."""
    led = lead and (marks[lead - 1].low == "with" or marks[lead - 1].cat in ("comma", "semi", "dash"))
    if not led or behind >= len(marks) or not any(m.cat == "verb" for m in marks[:lead]):
        return False
    verb = marks[behind] if marks[behind].form == "ing" and "verb" in marks[behind].cats else None
    comes = verb is not None and _lemma(verb) in _ARRIVING and verb.low not in _BEHIND
    start = behind + comes
    while comes and start < len(marks) and marks[start].low in _INWARD:
        start += 1
    end = behind + 1 if verb is not None and _lemma(verb) in _TAKES_OVER else _behind(marks, start)
    if end is None or not _shut(marks, end):
        return False
    if marks[lead - 1].low == "with":
        marks[lead - 1].mute()
    last = next((m for m in marks[start:end] if m.low in _BEHIND), marks[behind])
    _settle(last, [m for m in marks[behind:end] if m is not last])
    last.form = "s"
    return True


def _shut(marks: list[Mark], k: int) -> bool:
    """Whether no more is told of the turn from `k` on but when it comes, and on which side."""
    if k < len(marks) and marks[k].low == "on":
        k += 2 if k + 1 < len(marks) and marks[k + 1].cat in ("det", "pron") else 1
        return k < len(marks) and marks[k].low.endswith("same side")
    return k >= len(marks) or marks[k].cat in (*BORDERS, "conj", "sub")


def _then_other(marks: list[Mark], lead: int, behind: int) -> bool:
    """As in "brush it upward, followed by the other hand": its turn, told by no more than its name."""
    then = marks[lead - 1] if lead > 1 else None
    if then is None or then.low not in _THEN or behind == lead or part(marks[behind - 1]) != "palm":
        return False
    verb = next((m for m in reversed(marks[: lead - 1]) if m.cat == "verb"), None)
    if verb is None or verb.value != "effleurage" or not _shut(marks, behind):
        return False
    then.form, then.base = "base", "follow"
    then.become(_FOLLOWS)
    return True


def _call_hand(marks: list[Mark], n: int, lexicon: Lexicon) -> None:
    """The other one, whose noun may be left out."""
    marks[n].low, marks[n].cat, marks[n].value, marks[n].entry = "other", "side", "other", None
    if n + 1 == len(marks) or part(marks[n + 1]) != "palm":
        marks.insert(n + 1, hand_meant(marks[n], lexicon))


def numbered(marks: list[Mark]) -> None:
    """As in "hand number two": the second hand."""
    for hand, number, which in zip(marks, marks[1:], marks[2:], strict=False):
        if number.low not in ("number", "no") or part(hand) != "palm" or which.low not in _NUMBERS:
            continue
        number.cat, number.value, number.entry = hand.cat, hand.value, hand.entry
        number.low, number.cats, number.base = hand.low, hand.cats, hand.base
        hand.low = _NUMBERS[which.low]
        hand.cat, hand.value, hand.entry, hand.cats, hand.base = "side", "other", None, {}, hand.low
        if hand.low == "first":
            hand.mute()
        which.mute()


_NUMBERS = {"one": "first", "two": "second"}


def _lemma(mark: Mark) -> str:
    return mark.cats["verb"].lemma if "verb" in mark.cats else mark.low


def _settle(verb: Mark, rest: list[Mark]) -> None:
    verb.become(_FOLLOWS)
    for mark in rest:
        if not mark.low.endswith("same side"):
            mark.mute()


def _turn(marks: list[Mark], k: int, *, given: bool) -> int | None:
    """Behind the words from `k` on that tell the other hand to do the same, or None."""
    while given and k < len(marks) and (marks[k].cat in _ADVERBS or marks[k].low in ("to", "then")):
        k += 1
    if k >= len(marks):
        return None
    if marks[k].cat == "again" and marks[k].low in (
        ("do likewise", "likewise") if given else ("does likewise",)
    ):
        return _tail(marks, k + 1)
    lemma = _lemma(marks[k])
    copying = lemma in _COPYING and (given or marks[k].form == "s")
    if not (copying or (lemma in _DOING and (given or marks[k].form == "s"))):
        return None
    end = _same(marks, k + 1, copying=copying)
    return None if end is None else _tail(marks, end)


def _same(marks: list[Mark], k: int, *, copying: bool) -> int | None:
    """Behind "the same stroke", "what it did", "it", or None."""
    led = False
    while k < len(marks) and (marks[k].cat in ("det", *_ADVERBS) or marks[k].low in ("up", "exactly")):
        if marks[k].low == "first":
            break
        led = led or "same" in marks[k].low.split()
        k += 1
    if k >= len(marks):
        return None
    if led or marks[k].low in ("what", "as", "whatever") or not _SAME.isdisjoint(marks[k].low.split()):
        done = next((m for m in range(k + 1, min(k + 5, len(marks))) if _lemma(marks[m]) in _DONE), None)
        if marks[k].low in ("what", "as", "whatever"):
            told = done is not None and any(m.low in _FIRST for m in marks[k + 1 : done])
            return done + 1 if told else None
        k += 1
        return k + 1 if k < len(marks) and (marks[k].cat in ("motion", "times", "word")) else k
    if not copying and marks[k].low in ("it", "that", "this", "one") and marks[k + 1 : k + 2]:
        # As in "then the second hand does it too".
        if [m.low for m in marks[k + 1 : k + 3]] == ["as", "well"]:
            return k + 3
        return k + 1 if marks[k + 1].low in _TOO or marks[k + 1].cat in BORDERS else None
    if not copying or marks[k].low not in _POINTING:
        return None
    nxt = marks[k + 1] if k + 1 < len(marks) else None
    return k + 1 if nxt is None or nxt.cat in (*BORDERS, "prep", "conj", *_ADVERBS, "sub") else None


_TOO = frozenset({"too", "as well", "also", "next", "after", "in turn"})


def _joined(marks: list[Mark], k: int) -> int | None:
    """Behind "in on the same side and repeat the sweep slightly higher up", or None.

    What lies between says where the hand comes in; beside a hand that is gliding it glides as that one does.
    """
    end = next((n for n in range(k, min(k + _REACH, len(marks))) if marks[n].cat in (*BORDERS, "conj")), None)
    if end is None or marks[end].low not in ("and", "to") or any(m.cat == "place" for m in marks[k:end]):
        return None
    done = _turn(marks, end + 1, given=True)
    while done is not None and done < len(marks) and marks[done].cat in ("further", "distance", *_ADVERBS):
        done += 1
    return done


def _behind(marks: list[Mark], k: int) -> int | None:
    """Behind "after it", "right behind the first", or None."""
    end = _tail(marks, k)
    said = {m.low for m in marks[k:end]}
    return end if end > k and not said.isdisjoint(_BEHIND) else None


def _tail(marks: list[Mark], k: int) -> int:
    """Behind what only says when the turn comes: "straight after it", "in its wake", "too"."""
    end = k
    while end < len(marks) and marks[end].cat not in BORDERS:
        low = marks[end].low
        if low in _BEHIND or (low == "in" and [m.low for m in marks[end + 1 : end + 3]] == ["its", "wake"]):
            end += 1 if low != "in" else 3
            if end < len(marks) and marks[end].low == "the":
                end += 1
            if end < len(marks) and marks[end].low in _FIRST:
                end += 1
        elif marks[end].cat in _ADVERBS or low in _WHEN:
            end += 1
        else:
            break
    return end
