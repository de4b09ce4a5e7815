"""Relay: words by which one hand takes over from the other, or both go on by turns."""

import re

from effleurage.reading._words.fuse_hands import BORDERS
from effleurage.reading._words.lexicon import Entry, Lexicon
from effleurage.reading._words.mark import Mark

FELLOWS = frozenset({"its partner", "its twin", "its fellow", "its mate", "its neighbour", "its counterpart"})
"""What the other hand is called, where the first was told of."""
_OTHER = FELLOWS.union(
    {"other", "other hand", "other one", "second", "second hand", "second one", "next", "free hand", "twin"}
    | {"opposite", "opposite hand", "partner"}
)
_AFTER = frozenset({"after", "behind", "next", "in its wake", "suit", "over", "close behind", "right behind"})
_COMES = frozenset({"come", "go", "step", "move", "take", "follow", "start", "set off", "join", "land"})
_TAKES = frozenset(
    {
        "take over",
        "take its turn",
        "take place",
        "replace",
        "succeed",
        "take a turn",
        "come after",
        "come next",
        "follow on",
        "follow suit",
        "follow up",
        "come in behind",
    }
)
_BEGINS = frozenset({"begin", "start", "make", "draw", "do", "take", "add"})
_ANEW = frozenset({"new", "another", "next", "same", "own"})
_ONE_MORE = _ANEW | {
    "one",
    "a",
    "an",
    "the",
    "its",
    "of",
    "stroke",
    "fan",
    "sweep",
    "movement",
    "arc",
    "glide",
}
_KEPT = frozenset({"be", "hold", "keep", "wait", "hover", "stand by", "stay", "stand", "remain", "rest"})
READY = frozenset(
    {"ready", "poised", "waiting", "hovering", "in readiness", "readiness", "at the ready", "on standby"}
)
"""How a hand is that lies nowhere yet."""
_AT_READY = READY | {"ready to"}
_GOES_ON = frozenset({"keep", "continue", "go on", "carry on", "keep on", "go", "proceed"})
_FOLLOWS = Entry("verb", "effleurage", "follow", {"act": "move", "technique": "effleurage"})
_WORKS = Entry("verb", None, "work", {"act": "work"})


def relayed(marks: list[Mark]) -> None:
    """As in "the other takes over", "let the second hand come after it", "keep alternating hands".

    What takes over follows; what keeps alternating goes on with the work, and nothing is held.
    """
    for n, mark in enumerate(marks):
        if mark.form == "s" and mark.base in _ARRIVES and _brings(marks, n):
            _arrive(marks, n)
        elif mark.base == "alternate" and mark.form == "ed" and n and marks[n - 1].base in ("hand", "palm"):
            # As in "the hands alternated up the side".
            mark.cat, mark.value, mark.entry, mark.cats = "hands", "alternate", None, {}
        elif mark.cat == "hands" and mark.value == "alternate":
            _kept_up(marks, n)
            _row_told(marks, n)
        elif (mark.cat == "verb" or mark.low in _FILLING) and _is_other(marks, n):
            _follow(marks, n)
            _in_its_turn(marks, n)
            _wait(marks, n)
        elif mark.low in READY and mark.cat != "verb":
            _stand_ready(marks, n)
        elif mark.low in _SETS_IN and mark.cat == "prep" and _is_other(marks, n):
            _set_in(marks, n)


_ITS_TURN = frozenset({"in turn", "in its turn"})
_FILLING = frozenset({"fill", "fills", "occupies", "occupy"})
"""No verbs of massage, but for the place that a hand has left."""


_SETS_IN = frozenset({"starts on", "begins on", "start on", "begin on"})


def _set_in(marks: list[Mark], n: int) -> None:
    """As in "the other one starts on that same side": its turn, and no place where it begins."""
    pointed = marks[n + 1 : n + 2]
    side = next((m for m in marks[n + 1 : n + 3] if m.cat not in ("det", "pron")), None)
    if side is None or side.cat != "side":
        return
    marks[n].form, marks[n].base = "s", "follow"
    marks[n].become(_FOLLOWS)
    for that in (m for m in pointed if m.cat == "pron"):
        that.mute()


_ARRIVES = frozenset({"come", "go", "follow"})
_LEADING = frozenset(
    {"in", "on", "up", "here", "there", "along", "round", "down", "over", "now", "then", "next"}
)


def _brings(marks: list[Mark], n: int) -> bool:
    """As in "here comes the other hand" and "in goes the second one": behind the verb stands who does it."""
    before = marks[n - 1] if n else None
    led = before is None or before.low in _LEADING or before.cat in ("conj", "comma", "filler")
    who = next((m for m in marks[n + 1 : n + 3] if m.cat not in ("det", "mine")), None)
    return led and who is not None and who.low in _OTHER


def _arrive(marks: list[Mark], n: int) -> None:
    """The other hand takes its turn; the words that lead it in are no way that it takes."""
    marks[n].become(_FOLLOWS)
    if n and marks[n - 1].cat != "conj" and marks[n - 1].low in _LEADING:
        marks[n - 1].mute()


_FREE = {"idle", "resting", "free", "spare", "unoccupied", "unused", "remaining"}
WAITED = READY - {"in readiness", "at the ready", "on standby"} | _FREE
"""What a hand is called that has waited for its turn, or has nothing to do."""


def waited(marks: list[Mark]) -> None:
    """As in "follow with the waiting hand", "knead with your free hand": the other one."""
    for lead, mark, hand in zip(marks, marks[1:], marks[2:], strict=False):
        single = hand.base == "hand" and "tool" in hand.cats and not hand.plural
        if mark.low in WAITED and single and lead.cat in ("det", "mine"):
            _call_other(mark)
    for n, mark in enumerate(marks[4:], 4):
        lead, hand, that, was = marks[n - 4 : n]
        told = that.low in ("that", "which") and was.low in ("is", "'s", "was", "has been")
        if mark.low in WAITED and told and hand.base == "hand" and lead.cat == "det":
            # As in "follow with the hand that was waiting".
            _call_other(lead)
            for other in (that, was, mark):
                other.mute()


IDLE = frozenset({"isn't", "doesn't", "not", "is not", "does not"})


def idle(marks: list[Mark]) -> None:
    """As in "take hold of it with the one that isn't", "with the hand that is not working": the other one."""
    for n in range(len(marks) - 3, 0, -1):
        lead, one, that = marks[n - 1 : n + 2]
        named = one.low == "one" or (one.base in ("hand", "palm") and not one.plural)
        if lead.low != "the" or not named or that.low not in ("that", "which"):
            continue
        end = n + 2
        while end < len(marks) and (
            marks[end].base == "be" or marks[end].low in IDLE or marks[end].low == "'s"
        ):
            end += 1
        said = marks[n + 2 : end]
        end += end < len(marks) and marks[end].low in ("working", "moving", "work")
        shut = end == len(marks) or marks[end].cat in (*BORDERS, "conj", "sub")
        if shut and any(m.cat == "neg" for m in said):
            _call_other(one if one.low == "one" else lead)
            del marks[n + 1 : end]


def _call_other(mark: Mark) -> None:
    mark.cat, mark.value, mark.entry, mark.cats, mark.low = "side", "other", None, {}, "other"


def _is_other(marks: list[Mark], n: int) -> bool:
    """Whether the other hand stands right before a verb."""
    lead = n - 1
    while lead >= 0 and (marks[lead].cat in _LED or (marks[lead].base == "be" and marks[lead].cat == "verb")):
        if marks[lead].low in _OTHER:
            return True
        lead -= 1
    return lead >= 0 and marks[lead].low in _OTHER


_LED = ("adv", "tempo", "filler", "modal", "tool", "press")
"""What may stand between a hand and what it does."""


def _follow(marks: list[Mark], n: int) -> None:
    """As in "takes over", "comes after it"."""
    mark, rest = marks[n], marks[n + 1 : n + 3]
    lemma = mark.cats["verb"].lemma if mark.cat == "verb" else ""
    behind = bool(rest) and lemma in _COMES and (rest[0].low in _AFTER or _comes_in(marks, n))
    more = _one_more(marks, n + 1) if lemma in _BEGINS else []
    more = more or (_picked_up(marks[n + 1 : n + 6]) if lemma in _PICKS else [])
    more = more or _into_its_place(marks, n)
    if not (lemma in _TAKES or behind or more):
        return
    for other in more:
        other.mute()
    if mark.low in _FILLING and mark.low.endswith("s"):
        mark.form = "s"
    mark.become(_FOLLOWS)
    if behind:
        if rest[0].low == "in" and rest[1:] and rest[1].low in _AFTER:
            # As in "comes in after it".
            rest[0].mute()
            rest = marks[n + 2 : n + 4]
        it = rest[1:] if rest[1:] and rest[1].low in ("it", "the first") else []
        for other in (rest[0], *it):
            other.mute()


def _in_its_turn(marks: list[Mark], n: int) -> None:
    """As in "the other follows and fans in turn": that one alone, and not both by turns."""
    if marks[n].cat == "verb" and marks[n].cats["verb"].lemma == "follow":
        for turn in marks[n + 1 :]:
            if turn.cat == "hands" and turn.low in _ITS_TURN:
                turn.mute()


_PICKS = frozenset({"take", "pick", "carry", "keep", "pick up", "take up"})


def _picked_up(rest: list[Mark]) -> list[Mark]:
    """As in "takes it up", "carries it on", "takes up the stroke behind it": what the first hand did.

    Neither flesh is taken up, nor does the hand that takes it over go up for it.
    """
    lows = [m.low for m in rest]
    if lows[:1] == ["where"]:
        # As in "picks up where the first leaves off".
        left = next((k for k, m in enumerate(rest) if m.low in _LEFT_OFF), -1)
        return rest[: left + 1]
    if "it" in lows[:2] and not _UP.isdisjoint(lows[:2]):
        return rest[:2]
    led = int(bool(lows) and lows[0] in _UP)
    named = lows[led : led + 1] in (["the"], ["this"], ["that"]) and len(rest) > led + 1
    if not named or rest[led + 1].cat != "motion":
        return []
    after = lows[led + 2 : led + 4] in (["behind", "it"], ["after", "it"])
    return rest[: led + (4 if after else 2)]


_LEFT_OFF = frozenset({"leaves off", "left off", "stops", "stopped", "ends", "ended", "finishes", "finished"})


def _into_its_place(marks: list[Mark], n: int) -> list[Mark]:
    """As in "steps into its place" and "fills the spot the first has left": where that one was at work."""
    end = next((k for k in range(n + 1, len(marks)) if marks[k].cat in BORDERS), len(marks))
    said = marks[n + 1 : end]
    at = next((k for k, m in enumerate(said[:_SOON]) if m.low.split()[-1] in _SPOTS), None)
    if at is None:
        return []
    owned = "'s" in said[at].low or (at > 0 and (said[at - 1].low == "its" or said[at - 1].cat == "poss"))
    if owned or said[at].low == "gap":
        return said[: at + 1]
    return said if any(m.low.startswith("first") for m in said[at + 1 :]) else []


_SPOTS = frozenset({"place", "stead", "spot", "space", "gap", "position", "room"})
_SOON = 6


_UP = frozenset({"up", "on", "over", "along", "going"})


def _comes_in(marks: list[Mark], n: int) -> bool:
    """As in "the other comes in on the same side": its turn, and no way toward the middle."""
    after = marks[n + 2] if n + 2 < len(marks) else None
    if marks[n].cats["verb"].lemma not in _COMING or marks[n + 1].low != "in":
        return False
    return after is None or after.cat in ("comma", "semi", "conj") or after.low in _THEN


_COMING = ("come", "move", "step", "swing")
_THEN = ("on", "to do", "behind", "after", "as", "just as", "while")


def _one_more(marks: list[Mark], start: int) -> list[Mark]:
    """As in "begins a new one, a little further up": what says that it is the same again."""
    end = start
    while end < len(marks) and not _ONE_MORE.isdisjoint(marks[end].low.split()) and marks[end].cat != "dir":
        end += 1
    said = marks[start:end]
    if _ANEW.isdisjoint([word for mark in said for word in mark.low.split()]):
        return []
    return said + [mark for mark in marks[end:] if mark.cat == "further"]


def _wait(marks: list[Mark], n: int) -> None:
    """As in "the other is held ready on the same side": a hand that lies nowhere yet."""
    end = next((k for k in range(n, len(marks)) if marks[k].cat in BORDERS), len(marks))
    lemma, said = marks[n].cats["verb"].lemma if marks[n].cat == "verb" else "", marks[n:end]
    waits = lemma in ("wait", "hover", "stand by") and not any(m.cat == "place" for m in said)
    if lemma not in _KEPT or not (waits or not _AT_READY.isdisjoint([m.low for m in said])):
        return
    while end + 1 < len(marks) and marks[end].cat == "comma":
        border = next((k for k in range(end + 1, len(marks)) if marks[k].cat in BORDERS), len(marks))
        # As in ", on the same side, ready for its turn".
        beside = marks[border - 1].cat == "side" and all(m.cat in _BESIDE for m in marks[end + 1 : border])
        if not (beside or marks[end + 1].low in _STILL):
            break
        end = border
    start = next(k for k in range(n - 1, -1, -1) if marks[k].low in _OTHER)
    for other in marks[start:end]:
        other.mute()


def _stand_ready(marks: list[Mark], n: int) -> None:
    """As in "One hand on the sacrum; other hand ready, same side.": said without a verb."""
    first = n - 1 - (n > 1 and "tool" in marks[n - 1].cats)
    if first < 0 or marks[first].low not in _OTHER:
        return
    lead = first - 1 if first and marks[first - 1].cat in ("det", "mine") else first
    if lead and marks[lead - 1].cat not in (*BORDERS, "conj"):
        return
    end = next((k for k in range(n, len(marks)) if marks[k].cat in BORDERS), len(marks))
    if end + 1 < len(marks) and marks[end + 1].low.endswith("same side"):
        end += 2
    for other in marks[first:end]:
        other.mute()


_BESIDE = ("prep", "det", "pron", "side")
_STILL = READY | {"ready to", "until", "till", "to", "set to", "about to"}
"""With these it is told on what a hand waits for."""


_USING = frozenset({"use", "employ", "apply"})
_USED = ("verb", "tool", "det", "mine", "filler", "adv", "modal")


def _kept_up(marks: list[Mark], n: int) -> None:
    """As in "keep alternating" and "take turns until you have climbed to the neck"."""
    before = marks[n - 1] if n else None
    lead = next((k + 1 for k in range(n - 1, -1, -1) if marks[k].cat in (*BORDERS, "conj", "sub")), 0)
    said = marks[lead:n]
    if any(m.cat == "verb" and m.base in _USING for m in said) and all(m.cat in _USED for m in said):
        # As in "the hands are used alternately": they alternate.
        for mark in said:
            mark.mute()
        return
    if before is not None and before.low == "on" and n > 1 and marks[n - 2].low.startswith("let "):
        # As in "let them go on taking turns": they go on, and nothing is let go.
        before.mute()
        before = marks[n - 2]
        before.become(_WORKS)
    elif before is not None and before.cat == "verb" and before.cats["verb"].lemma in _GOES_ON:
        before.become(_WORKS)
        for mark in marks[max(0, n - 5) : n - 1]:
            if mark.cat == "verb" and mark.base == "let":
                mark.mute()


def _row_told(marks: list[Mark], n: int) -> None:
    """As in "…, and in this way the hands take turns all the way up": what both do next, and no turn of one.

    Hands that alternate work, and by turns, wherever they are said to go.
    """
    who = next((k for k in range(n - 1, -1, -1) if marks[k].cat not in _BETWEEN), None)
    if who is None or not (_THEM.fullmatch(marks[who].low) or _are_hands(marks[who])):
        return
    lead = next((k for k in range(who - 1, -1, -1) if marks[k].cat in (*BORDERS, "conj", "sub")), 0)
    if not any(m.cat == "verb" for m in marks[:lead]) or any(m.cat in _WORDED for m in marks[lead + 1 : who]):
        return
    along = next((m for m in marks[n + 1 : n + 5] if m.cat not in ("filler", "det", "again", "adv")), None)
    if along is None or along.value not in ("up", "down"):
        return
    marks[who].cat, marks[who].value, marks[who].entry, marks[who].cats = "hands", "alternate", None, {}
    if marks[n].form != "ing":
        marks[n].form = "base"
    marks[n].become(_WORKS)
    if marks[lead].cat == "sub":
        marks[lead].cat, marks[lead].value, marks[lead].entry, marks[lead].cats = "conj", "weak", None, {}


_THEM = re.compile(r"(?:so (?:that )?)?they")
_BETWEEN = ("adv", "tempo", "filler", "modal")
_WORDED = ("verb", "prep")


def _are_hands(mark: Mark) -> bool:
    return "tool" in mark.cats and mark.plural


_MEETING_AT = frozenset(
    {"over", "at", "on", "between", "across", "above", "in", "upon", "each other", "one another"}
)


def met(marks: list[Mark]) -> None:
    """As in "bring the hands in to meet over the upper back": they come toward each other there."""
    for n in range(2, len(marks)):
        verb, to = marks[n], marks[n - 1]
        if verb.low in _MEETS and verb.form == "base":
            _until_met(marks, n)
        if (
            verb.low not in ("meet", "join")
            or to.low != "to"
            or not any(m.cat == "verb" for m in marks[: n - 1])
        ):
            continue
        after = marks[n + 1] if n + 1 < len(marks) else None
        if after is not None and after.low not in _MEETING_AT and after.cat not in ("comma", "semi", "dash"):
            continue
        to.mute()
        verb.cat, verb.value, verb.entry, verb.cats = "dir", "in", None, {}
        if after is not None and after.low in ("each other", "one another"):
            after.mute()


_MEETS = frozenset({"meet", "touch", "approach", "near"})
_THEY = frozenset({"they", "'re", "are", "both", "hands", "palms", "fingertips"})
_NEARLY = ("modal", "adv", "filler", "det", "mine")


def _until_met(marks: list[Mark], n: int) -> None:
    """As in "then in over the back until they are about to meet": how far they come, and no row."""
    until = next((k for k in range(n - 1, max(0, n - 7), -1) if marks[k].low in ("until", "till")), None)
    if until is None:
        return
    end = n + 1 + (n + 1 < len(marks) and marks[n + 1].low in ("each other", "one another"))
    last = next((k for k in range(until - 1, -1, -1) if marks[k].cat in (*BORDERS, "verb")), 0)
    inward = any(m.cat == "dir" and m.value == "in" for m in marks[last:until])
    who = marks[until + 1 : n]
    hands = all(m.low in _THEY or m.cat in _NEARLY for m in who)
    shut = end == len(marks) or marks[end].cat in BORDERS
    if inward and hands and shut:
        for mark in marks[until:end]:
            mark.mute()


def kept_going(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "do not stop gliding", "do not stop until you reach it": it goes on, nothing is forbidden."""
    for glide, neg, stop in zip(marks, marks[1:], marks[2:], strict=False):
        named = glide.cat == "motion" and neg.cat == "neg" and "verb" in stop.cats
        if named and stop.base in _CEASING and stop is marks[-1]:
            # As in "and the glide never stops".
            neg.mute()
            stop.base = "continue"
            stop.become(lexicon.tree["continue"][""]["verb"])
    for neg, stop, then in zip(marks, marks[1:], marks[2:], strict=False):
        ceases = neg.cat == "neg" and stop.cat == "verb" and stop.base in ("stop", "cease", "halt", "pause")
        if not ceases:
            continue
        if then.low == "before":
            # As in "not halting before you reach it".
            then.become(lexicon.tree["until"][""]["sub"])
            then.low = then.base = "until"
        if then.low in ("until", "till") or (then.cat == "verb" and then.form == "ing"):
            for mark in (neg, stop):
                mark.mute()


_CEASING = frozenset({"stop", "cease", "pause", "halt", "break"})


def hedged(marks: list[Mark]) -> None:
    """As in "until you come nearly, but not quite, to the neck": how near, and nothing to be kept off."""
    for n, (but, neg, quite) in enumerate(zip(marks, marks[1:], marks[2:], strict=False)):
        if but.low not in ("but", "though", "if", "yet") or neg.cat != "neg" or quite.low not in _QUITE:
            continue
        around = [marks[k] for k in (n - 1, n + 3) if 0 <= k < len(marks) and marks[k].cat == "comma"]
        if len(around) == 2:
            for mark in (but, neg, quite, *around):
                mark.mute()


_QUITE = frozenset({"quite", "entirely", "altogether", "fully", "completely", "all the way"})
