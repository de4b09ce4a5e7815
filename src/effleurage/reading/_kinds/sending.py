"""Sending back: whether a sentence repeats earlier steps, and which of its clauses says so."""

import functools

from effleurage.reading._clauses.hand_turns import does_likewise
from effleurage.reading._clauses.merging import follows
from effleurage.reading._clauses.verbless import alternates
from effleurage.reading._kinds.done_again import (
    by_turns,
    climbs_by_turns,
    does_again,
    is_its_turn,
    names_side,
    redoing,
)
from effleurage.reading._kinds.sending_lines import (
    bare_side,
    is_outcome,
    performs,
    refers,
    sides_only,
    swaps_people,
    tells_manner,
    until_only,
)
from effleurage.reading._slots.counting import is_rare, may_be_rare
from effleurage.reading._slots.written import Clause, say
from effleurage.reading._words.frames import AGAIN, phrases, says, verbs
from effleurage.reading._words.mark import Mark, Spoken, Words

_SIDED = ("left", "right", "other")
_ROUND = ("round", "around", "over", "across", "round to", "around to")
_BARRED = frozenset({"oil", "draping", "washing", "feedback", "reason", "contraindication", "media", "lie"})
"""What a sentence is about that has no earlier step in mind."""
_ACTED = ("none", "work", "make", "on", "state", "put", "move", "end", "go", "stay", "begin")


def sends(parts: list[Clause], marks: Words) -> Clause | None:
    """The clause that sends back to earlier steps, or None.

    Args:
        parts: The sentence's clauses.
        marks: All its words.
    """
    if swaps_people(parts):
        return None
    rare = may_be_rare(marks) and any(is_rare(c.marks, c.spoken) for c in parts)
    rare = rare and is_rare([m for c in parts for m in c.marks])
    for clause in parts if not rare else ():
        if repeats(clause, parts):
            return clause
    if parts and climbs_by_turns(parts):
        return parts[0]
    if parts and parts[0].head is not None:
        # No line without a verb, which alone may be such.
        return until_only(parts)
    return refers(parts) or sides_only(parts) or bare_side(parts)


_HELD = frozenset({"take", "hold", "grasp", "clasp", "cup", "lay", "put", "place", "rest"})
_GETTING = frozenset({"get", "receive", "have", "deserve", "want", "need", "enjoy", "take"})
_TURNING = frozenset({"be", "come", *_GETTING})
"""Behind any other verb nobody is named who gets a turn, but only before it."""
_STAYED_WITH = (
    "with that",
    "with this",
    "with these",
    "with those",
    "at that",
    "at this",
    "doing this",
    "doing that",
)
_STAYING = ("stay", "remain", "rest", "wait", "linger", "pause")


def _stays_with(said: Spoken) -> bool:
    text = said.text
    return any(f" {words} " in text for words in _STAYED_WITH)


def mainly_repeats(again: Clause, motions: list[tuple[Clause, str | None]]) -> bool:
    """The sentence repeats, and what moves besides is only the repeat's outcome or the way to it."""
    motions = [
        (c, t)
        for c, t in motions
        if not (returns(c, t) or (t != "release" and _goes_on(c)) or comes_back(c, again))
    ]
    first = all(c.span[0] > again.span[0] for c, _ in motions)
    return first and all(is_outcome(c) for c, _ in motions)


def returns(clause: Clause, technique: str | None) -> bool:
    """As in "put your hands back and go again", "return to the start and repeat", "walk round and"."""
    if (
        not clause.tool
        and clause.lemma in ("walk", "go", "come", "move", "step", "cross")
        and clause.has(*_ROUND)
    ):
        return True
    if technique == "hold":
        return clause.back or clause.has("where they started", "where you started")
    back = clause.back or clause.has("back") or clause.lemma == "return"
    return back and clause.act in ("go", "back") and not {"up", "down", "in", "out"} & set(clause.directions)


def comes_back(clause: Clause, again: Clause) -> bool:
    """As in "Come back up to the armpit and go again": the way to where it begins once more."""
    plain = clause.lemma in ("come", "go", "return", "get", "head") and not (clause.tool or clause.pressure)
    anew = again.act in ("again", "work") or again.has(*AGAIN)
    behind = again.span[0] >= clause.span[1] and anew and (again.link == "weak" or clause.participle)
    back = clause.back or clause.lemma == "return"
    return plain and behind and back and clause.subject in ("imp", "you")


def take_return(parts: list[Clause], again: Clause) -> None:
    """As in "lift off, go back to the beginning and do it twice": from where it is done again.

    Args:
        parts: The sentence's clauses; the way back to the beginning is left out, and told by the repeat.
        again: The clause that repeats.
    """
    at = parts.index(again)
    before = parts[at - 1] if at else None
    if before is None or not (at > 1 or before.participle) or not comes_back(before, again):
        return
    if says(before.spoken, "whole"):
        again.marks = [*before.marks, *again.marks]
        again.look_through()
        parts.remove(before)
    elif before.holds("origin"):
        parts.remove(before)


def _goes_on(clause: Clause) -> bool:
    """As in "move down a hand's width and repeat": how far the hands go before they do it again."""
    settled = clause.in_turn or any(p.role not in ("to", "topic") for p in clause.places)
    if (settled and not clause.further) or clause.back:
        return False
    far = bool(clause.distance or clause.further)
    return clause.act == "go" or (far and not clause.tool and clause.act in ("move", "none"))


def is_over(clause: Clause) -> bool:
    """As in "This finishes the figure of eight.": what was told so far is all of it."""
    ends = clause.act == "end" and clause.form == "s" and clause.subject == "pron"
    return ends and not (clause.places or clause.counted or clause.directions)


def is_before(clause: Clause) -> bool:
    """As in "Before repeating it twice, lift the arm off": it is done again, behind what is told next."""
    told = clause.participle or clause.subject == "you"
    return clause.sub == "when" and clause.marks[0].low == "before" and told and clause.counted


def repeats(clause: Clause, parts: list[Clause]) -> bool:
    """Whether a clause sends back to earlier steps."""
    if _only_moves(clause) or is_over(clause) or (len(parts) == 1 and tells_manner(clause)):
        return False
    stays = clause.subject == "hands" or clause.participle
    if stays and clause.lemma in _STAYING and not clause.counted:
        return False
    if clause.sub in {"why", "as_if", "if", "until", "than", "when"} and not is_before(clause):
        return False
    if clause.sub == "while" and clause.subject == "thing" and clause.link == "comma" and not clause.again:
        # As in "while this first stroke is coming to its end, …": when the other hand begins.
        return False
    if does_likewise(clause) and any(c.technique for c in parts[: parts.index(clause)]):
        return False
    if _goes_round(clause, parts):
        return False
    said = clause.spoken
    if clause.lemma in verbs("remember") and not (clause.tool or clause.technique):
        return names_side(clause, None) and not any(p.side not in _SIDED for p in clause.places)
    reminded = parts[0].lemma in verbs("remember")
    if clause.neg is not None and clause.neg.low != "without" and not reminded:
        return False
    at = parts.index(clause)
    before, nxt = parts[:at], parts[at + 1] if at + 1 < len(parts) else None
    if nxt is not None and by_turns(clause) and _goes_by_turns(nxt):
        return False
    if alternates(clause, nxt, *(("until", "while") if clause.head is None else ("while",))):
        return False
    if clause.act == "move" and any(c.lemma == clause.lemma and c.sub is None for c in before):
        return False
    if clause.head is None and clause.hands == "alternate" and clause.tool and _goes_up(clause):
        # As in "the hands alternate in this way up the whole side": the row itself is told.
        clause.again = False
        return False
    if clause.head is None:
        return _verbless(clause, said, alone=len(parts) == 1) or _gets_its_turn(clause, said, parts)
    if _gets_its_turn(clause, said, parts):
        return True
    if clause.act in {"begin", "end", "go"} and say(parts, "first"):
        return True
    onward = (
        clause.subject in ("pron", "imp")
        and clause.act in {"go", "move", "on"}
        and not clause.has("it")
        and says(said, "manner")
    )
    bookish = clause.subject == "you" and clause.has("one") and clause.lemma in verbs("proceed")
    if bookish and says(said, "manner") and not clause.tool:
        return True
    if onward and not clause.tool and (clause.subject == "pron" or clause.lemma in verbs("proceed")):
        return True
    if clause.lemma in verbs("do") and clause.form == "ing" and clause.counted and not clause.tool:
        wanted = any(m.cat == "verb" and m.base in ("want", "need", "bear", "deserve") for m in clause.marks)
        if wanted and clause.subject in ("pron", "thing"):
            return True
    if clause.counted and clause.act == "go" and any(p.place == "origin" for p in clause.places):
        # As in "before returning to the start for two more rounds".
        return clause.subject in ("imp", "you") and not clause.tool
    if (clause.subject in ("thing", "receiver") and not clause.passive) or (
        clause.back and clause.act == "go" and not says(said, "whole")
    ):
        return False
    told = clause.subject == "pron" and clause.has("she", "he") and clause.lemma in verbs("do")
    asked = clause.subject in ("imp", "you") or clause.passive or (told and clause.counted)
    if clause.act == "again" or clause.lemma in verbs("swap"):
        return _again(clause, parts, asked=asked)
    if clause.act == "stay" and asked and _stays_with(said):
        return not (clause.tool or clause.places)
    held = parts[0].lemma in _HELD and clause.lemma in _STAYING
    if clause.act == "stay" and not clause.counted and (clause is parts[0] or held):
        return False
    if clause.act == "move" and clause.technique and says(said, "and_so_on") and not clause.places:
        return False
    if clause.again and clause.lemma in verbs("cover") and clause.places and not clause.tool:
        return asked
    if clause.again and not (clause.technique and clause.tool) and clause.act in _ACTED:
        return asked and not (
            _BARRED & set(clause.topics) and clause.act in ("make", "begin", "stay", "state")
        )
    if clause.act == "on":
        told = clause.has("this", "that", "it", "them", "these", "those")
        onward = clause.lemma in ("keep going", "carry on", "keep on", "keep at it") and not clause.tool
        told = told or (onward and all(p.role == "to" for p in clause.places))
        return asked and not clause.technique and (told or not clause.places)
    if clause.form == "ed" and clause.subject == "imp" and not clause.passive:
        return False
    return asked and does_again(clause, said, parts)


def _goes_round(clause: Clause, parts: list[Clause]) -> bool:
    """As in "have the other hand do it too, and in this way go round the blade": what both do next."""
    before = parts[parts.index(clause) - 1] if clause is not parts[0] else None
    turned = before is not None and follows(before, before.technique)
    return turned and clause.act == "go" and "around" in clause.directions and bool(clause.places)


def _only_moves(clause: Clause) -> bool:
    """As in "Slide both palms up": a plain command, whose verb has no part in sending back."""
    told = clause.act == "move" and clause.technique is not None and clause.subject == "imp"
    return told and not clause.again and clause.head is clause.marks[0] and clause.lemma not in _sending()


@functools.cache
def _sending() -> frozenset[str]:
    """Verbs that may send back."""
    return redoing().union(_TURNING, *map(verbs, ("remember", "proceed", "do", "swap")))


def _goes_by_turns(clause: Clause) -> bool:
    """As in "In this way, alternating hands, climb the side of the spine": what is done by turns is told."""
    onward = clause.act in ("go", "work", "move") and clause.sub is None and clause.neg is None
    return onward and bool(clause.places) and clause.hands is None and clause.link == "comma"


def _goes_up(clause: Clause) -> bool:
    return bool(clause.places) and not {"up", "down"}.isdisjoint(clause.directions)


def _verbless(clause: Clause, said: Spoken, *, alone: bool) -> bool:
    """As in "And the same on the right", "Now everything again", "And again, but slower"."""
    sided = names_side(clause, None)
    if (clause.technique and clause.tool) or (_BARRED & set(clause.topics) and not sided):
        return False
    if clause.marks[0].low == "it":
        return False
    again = clause.again or "again" in said.words or not AGAIN.isdisjoint(clause.lows)
    if clause.again or ((again or sided) and says(said, "whole")):
        return True
    first = next((m for m in clause.marks if m.low not in phrases("lead") and m.cat != "comma"), None)
    anew = first is not None and (first.low in AGAIN or first.low in _OVER)
    opens = first is not None and (anew or says(said, "and_so_on")) and not clause.technique
    if says(said, "back_to") or says(said, "mirrored"):
        return True
    if alone and says(said, "turned") and not (clause.tool or clause.technique):
        return True
    if alone and (by_turns(clause) or is_its_turn(clause)):
        return True
    if clause.tool_role == "to" and clause.back and not (clause.places or clause.technique):
        clause.tool_role = "with"
        return True
    if alone and clause.tool and _is_next(clause.marks) and not (clause.places or clause.technique):
        clause.tool_role = "with"
    if alone and clause.tool_role == "with" and not (clause.places or clause.directions):
        return not (clause.technique or clause.duration or clause.topics)
    named = any(m.base in phrases("sections") for m in clause.marks)
    called = clause.motion_noun and clause.marks[0].low in ("the", "those", "these")
    return opens or (again and (named or called))


_OVER = frozenset({"again and again", "over and over", "over and over again", "time and again"})
"""What is told to be done, without a verb, is what was done."""


def _is_next(marks: list[Mark]) -> bool:
    """As in "Side of the hand next.": the tool that takes over is named first."""
    lead = [m for m in marks if m.cat not in ("det", "mine", "num", "press", "fingers")]
    return len(lead) > 1 and lead[0].cat == "tool" and lead[1].low in ("next", "instead", "now")


def _again(clause: Clause, parts: list[Clause], *, asked: bool) -> bool:
    if clause.lemma not in verbs("swap"):
        return asked and not _describes(clause)
    said = ("filler", "conj", "comma", "num", "freq", "times")
    alone = [m for m in clause.marks if m.cat not in said and m.low not in phrases("lead")]
    if len(alone) == 1 and not any(c.sub == "if" for c in parts):
        clause.side, clause.side_stated = "other", True
    limbs = any(p.mark.low in ("legs", "feet", "arms", "hands") for p in clause.places)
    if limbs or clause.has("legs", "feet", "arms", "sides"):
        clause.side, clause.side_stated, clause.places = "other", True, []
    others = clause.has("them", "they") and clause.holds("modal")
    told = asked or ((clause.act == "again" or clause.again) and not others)
    plain = clause.tool in (None, "palm") and not (clause.technique or clause.directions)
    sided = clause.side_stated or (plain and any(p.side in _SIDED for p in clause.places))
    return told and sided and not clause.has("we")


def _describes(clause: Clause) -> bool:
    """As in "repeat customers know this": the verb is the first half of a name."""
    behind = next((m for m in clause.marks if clause.head is not None and m.i == clause.head.j), None)
    later = any(m.cat == "verb" and behind is not None and m.i > behind.i for m in clause.marks)
    return later and behind is not None and behind.cat in ("word", "person") and behind.low not in ("x", "×")


def _gets_its_turn(clause: Clause, said: Spoken, parts: list[Clause]) -> bool:
    """As in "The left side got its turn too", "the other shoulder is then treated", "the right follows"."""
    fronted = clause.head is None or clause.head is not clause.marks[0]
    if clause.holds("tool") or not (fronted or clause.lemma in _TURNING):
        return False
    get = verbs("get")
    got = next((m for m in clause.marks if m.base in get), None)
    verb = clause.head or got
    if verb is None or any(performs(c) and not c.again for c in parts[parts.index(clause) + 1 :]):
        return False
    if (
        clause.lemma in ("be", "come")
        and ("turn" in said.words or "next" in said.words)
        and not clause.person
    ):
        return names_side(clause, None)
    if clause.motion_noun and clause.has("kind", "sort", "similar", "like"):
        # As in "The shoulder gets a stroke of the same kind", which is told behind it.
        return False
    if not names_side(clause, verb):
        gets = clause.lemma in _GETTING and any(p.role == "pre" for p in clause.places)
        gets = gets and says(said, "share_of_it")
        for ref in (p for p in clause.places if gets and p.role == "pre"):
            ref.role = "object"
        return gets
    if clause.act in ("move", "put", "free") and not says(said, "turn"):
        return False
    told = clause.again or says(said, "turn")
    if clause.lemma == "follow" and any(m.cat == "tool" for c in parts for m in c.marks):
        return False
    if got is not None:
        turned = told or verb.base == "follow"
    else:
        turned = clause.passive and clause.lemma in verbs("treat")
    if turned and clause.subject == "hands":
        clause.tool, clause.hands, clause.hands_stated = None, None, False
    return turned
