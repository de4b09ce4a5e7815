"""Sending back: whether a sentence repeats earlier steps, and which of its clauses says so."""

import itertools

from effleurage.reading._counting import count_at, count_in
from effleurage.reading._frames import AGAIN, phrases, says, spoken, verbs
from effleurage.reading._mark import Mark
from effleurage.reading._numbers import value
from effleurage.reading._written import Clause

_SIDED = ("left", "right", "other")
_MENTAL = ("mind", "ready", "state", "manner", "pose", "end", "stay", "free", "put", "move")
_ACTED = ("none", "work", "make", "on", "state", "put", "move", "end", "go", "stay", "begin")


def sends(parts: list[Clause]) -> Clause | None:
    """The clause that sends back to earlier steps, or None."""
    return (
        next((c for c in parts if repeats(c, parts)), None)
        or refers(parts)
        or _sides_only(parts)
        or bare_side(parts)
    )


def mainly_repeats(again: Clause, motions: list[tuple[Clause, str | None]]) -> bool:
    """The sentence repeats, and what moves besides is only the repeat's outcome or the way to it."""
    motions = [(c, t) for c, t in motions if not (returns(c, t) or _goes_on(c))]
    first = all(c.span[0] > again.span[0] for c, _ in motions)
    return first and all(is_outcome(c) for c, _ in motions)


def returns(clause: Clause, technique: str | None) -> bool:
    """As in "put your hands back and go again", "return to the start and repeat"."""
    if technique == "hold":
        return clause.back or clause.has("where they started", "where you started")
    back = clause.back or clause.has("back") or clause.lemma == "return"
    return back and clause.act in ("go", "back") and not {"up", "down", "in", "out"} & set(clause.directions)


def _goes_on(clause: Clause) -> bool:
    """As in "move down a hand's width and repeat": how far the hands go before they do it again."""
    settled = any(p.role not in ("to", "topic") for p in clause.places)
    if settled or clause.back:
        return False
    far = bool(clause.distance or clause.further)
    return clause.act == "go" or (far and not clause.tool and clause.act in ("move", "none"))


def is_outcome(clause: Clause) -> bool:
    """What a repeat comes to: "so the final movement pulls", "let the last pull run"."""
    return clause.subject == "thing" or clause.has("last", "final")


def repeats(clause: Clause, parts: list[Clause]) -> bool:
    """Whether a clause sends back to earlier steps."""
    if clause.sub in ("why", "as_if", "if", "until", "than", "when"):
        return False
    text = spoken(clause.marks)
    if clause.lemma in verbs("remember") and not (clause.tool or clause.technique):
        return _sided(clause, None) and not any(p.side not in _SIDED for p in clause.places)
    reminded = parts[0].lemma in verbs("remember")
    if clause.neg is not None and clause.neg.low != "without" and not reminded:
        return False
    if clause.head is None:
        return _verbless(clause, text, alone=len(parts) == 1) or _gets_its_turn(clause, text)
    if _gets_its_turn(clause, text):
        return True
    if clause.act in ("begin", "end", "go") and says(spoken(m for c in parts for m in c.marks), "first"):
        return True
    onward = clause.subject == "pron" and says(text, "manner") and clause.act in ("go", "move", "on")
    if onward and not clause.tool:
        return True
    if (clause.subject in ("thing", "receiver") and not clause.passive) or (
        clause.back and clause.act == "go" and not says(text, "whole")
    ):
        return False
    told = clause.subject == "pron" and clause.has("she", "he") and clause.lemma in verbs("do")
    asked = clause.subject in ("imp", "you") or clause.passive or (told and clause.counted)
    if clause.act == "again" or clause.lemma in verbs("swap"):
        return _again(clause, asked=asked)
    if clause.again and not (clause.technique and clause.tool) and clause.act in _ACTED:
        return asked
    if clause.act == "on":
        told = clause.has("this", "that", "it", "them", "these", "those")
        return asked and not clause.technique and (told or not clause.places)
    if clause.form == "ed" and clause.subject == "imp" and not clause.passive:
        return False
    return asked and _does(clause, text, parts)


def _verbless(clause: Clause, text: str, *, alone: bool) -> bool:
    """As in "And the same on the right", "Now everything again", "And again, but slower"."""
    if clause.technique and clause.tool:
        return False
    again = clause.again or any(m.low in AGAIN for m in clause.marks)
    if clause.again or (says(text, "whole") and (again or _sided(clause, None))):
        return True
    first = next((m for m in clause.marks if m.low not in phrases("lead") and m.cat != "comma"), None)
    opens = first is not None and (first.low in AGAIN or says(text, "and_so_on")) and not clause.technique
    if says(text, "back_to"):
        return True
    if alone and clause.tool_role == "with" and not (clause.places or clause.directions):
        return not (clause.technique or clause.duration or clause.topics)
    named = any(m.base in phrases("sections") for m in clause.marks)
    return opens or (again and named)


def _again(clause: Clause, *, asked: bool) -> bool:
    if clause.lemma not in verbs("swap"):
        return asked
    if len([m for m in clause.marks if m.cat not in ("filler", "conj")]) == 1:
        clause.side, clause.side_stated = "other", True
    limbs = any(p.mark.low in ("legs", "feet", "arms", "hands") for p in clause.places)
    if limbs or clause.has("legs", "feet", "arms", "sides"):
        clause.side, clause.side_stated, clause.places = "other", True, []
    told = asked or clause.act == "again" or clause.again
    return told and clause.side_stated and not clause.has("we")


def _sided(clause: Clause, before: Mark | None) -> bool:
    """Whether one of a pair is named, before a mark if one is given."""
    return any(
        (m.cat == "side" and (m.value in _SIDED or m.low.startswith("near")) and m.low != "rights")
        or m.low in phrases("fellow")
        or (m.cat == "place" and any(w in _SIDED for w in (*m.inner, *m.low.split())))
        for m in clause.marks
        if before is None or m.i < before.i
    )


def _gets_its_turn(clause: Clause, text: str) -> bool:
    """As in "The left side got its turn too", "the other shoulder is then treated", "the right follows"."""
    got = next((m for m in clause.marks if m.base in verbs("get")), None)
    verb = clause.head or got
    if verb is None or any(m.cat == "tool" for m in clause.marks) or not _sided(clause, verb):
        return False
    if clause.act in ("move", "put", "free") and not says(text, "turn"):
        return False
    told = clause.again or says(text, "turn")
    if got is not None:
        turned = told or verb.base == "follow"
    else:
        turned = clause.passive and clause.lemma in verbs("treat")
    if turned and clause.subject == "hands":
        clause.tool, clause.hands, clause.hands_stated = None, None, False
    return turned


def _does(clause: Clause, text: str, parts: list[Clause]) -> bool:
    """As in "do that six times", "go through this section again", "treat the other side"."""
    again = clause.again or any(m.low in AGAIN for m in clause.marks)
    if clause.motion_noun and again and clause.lemma in verbs("do") and not (clause.tool or clause.places):
        return True
    if clause.lemma in verbs("count") and not (clause.tool or clause.places or clause.technique):
        it = clause.marks[-1].cat == "num" and clause.has("it")
        if it or count_in(clause.marks, later=False) is not None:
            return not clause.topics
    if (
        clause.tool
        and says(text, "this_time")
        and not (clause.places or clause.technique or clause.directions)
    ):
        clause.tool_role = "with"
        return True
    if says(text, "whole") and clause.act in ("go", "work", "make", "begin") and not clause.tool:
        done = clause.lemma in verbs("do") and not clause.passive
        return again or done or _sided(clause, None) or clause.counted
    if clause.act == "go" and clause.lemma == "go" and clause.has("last") and not clause.places:
        return clause.counted or count_in(clause.marks, later=False) is not None
    if " it right " in text:
        return False
    if clause.motion_noun and clause.technique and not _numbered(clause):
        return False
    if clause.lemma in verbs("do"):
        return (
            clause.pronoun
            or clause.side_stated
            or clause.counted
            or _numbered(clause)
            or _sided(clause, None)
        )
    if clause.lemma in verbs("treat") and not clause.tool:
        turned = clause.lemma == "treat" or any(c.lemma in verbs("swap") for c in parts)
        spots = [p for p in clause.places if p.side not in _SIDED]
        return turned and _sided(clause, None) and not spots
    return False


def _numbered(clause: Clause) -> bool:
    """Whether earlier steps are called by number: "step 5", "those last two"."""
    return any(
        mark.base in ("step", "no", "number", "stage", "last", "previous") and after.cat == "num"
        for mark, after in itertools.pairwise(clause.marks)
    )


def refers(parts: list[Clause]) -> Clause | None:
    """As in "As 1, deeper" and "As (e), left hand": the step that is meant is named by its number."""
    first = parts[0] if parts else None
    if first is None or not first.marks or first.head is not None:
        return None
    if first.marks[0].low in ("again", "once again") and (first.places or first.directions or first.counted):
        return first
    lead = first.marks[0].low in ("step", "steps") and len(first.marks) > 1
    named = lead and (first.marks[1].cat in ("num", "open") or len(first.marks[1].low) == 1)
    return first if named or first.marks[0].low == "as" else None


def bare_side(parts: list[Clause]) -> Clause | None:
    """As in "Other side." or "Then the right flank.": a side and nothing else sends back."""
    if any(
        c.head is not None or c.technique or c.directions or c.counted or c.topics or c.neg is not None
        for c in parts
    ):
        return None
    if any(c.tool and (not c.hands_stated or c.hands == "both") for c in parts):
        return None
    if any(m.cat in ("subj", "person") for c in parts for m in c.marks):
        return None
    sided = [
        c
        for c in parts
        if (c.side_stated and c.side in _SIDED and not c.has("rights"))
        or any(p.side in _SIDED for p in c.places)
    ]
    extra = [p for c in parts for p in c.places if not p.side]
    return sided[0] if sided and not extra and len(parts) <= 2 else None


def count_led(marks: list[Mark], parts: list[Clause]) -> Clause | None:
    """As in "Three times, moving out each time": a count, and behind it only how and why."""
    at = next((k for k, m in enumerate(marks) if m.low not in phrases("lead") and m.cat not in _LEAD), None)
    if (
        at is not None
        and len(marks) > at + 2
        and marks[at].low in phrases("rounds")
        and marks[at + 1].cat == "colon"
    ):
        at += 2
        got = value(marks, at)
        got = (int(got[0]), got[2]) if got is not None else None
    else:
        got = count_at(marks, at) if at is not None else None
    if got is None or not parts:
        return None
    count, behind = got
    noun = marks[behind - 1]
    head = _head(marks[behind:])
    own = noun.cat not in ("times", "freq", "num") and any(m.cat in ("tool", "place") for m in head)
    verb = next((n for n, m in enumerate(head) if m.cat == "verb"), None)
    told = verb is not None and head[verb].form == "base" and not any(m.cat == "modal" for m in head[:verb])
    if own or (told and head[verb or 0].cats["verb"].lemma not in verbs("suffice")):
        return None
    if any(_performs(c) for c in parts[1:]):
        return None
    first = parts[0]
    first.counted, first.count = True, count
    return first


_LEAD = ("filler", "adv", "comma", "conj", "open")
_BORDERS = ("comma", "semi", "dash", "colon", "open", "conj", "sub")


def _head(marks: list[Mark]) -> list[Mark]:
    """The words up to the first border."""
    end = next((n for n, m in enumerate(marks) if m.cat in _BORDERS), len(marks))
    return marks[:end]


def _performs(clause: Clause) -> bool:
    """A motion of its own, and not how or why something is done."""
    told = clause.technique and clause.motion_noun
    works = clause.act in ("work", "make", "go") and (told or "circle" in clause.directions)
    return (
        (clause.act in ("move", "put", "free") or bool(works))
        and bool(clause.tool or clause.places or clause.directions)
        and not clause.participle
        and clause.sub is None
        and clause.neg is None
        and clause.subject in ("imp", "you", "hands")
        and not is_outcome(clause)
    )


def _sides_only(parts: list[Clause]) -> Clause | None:
    """As in "Right shoulder first, and then left": both sides in turn, and nothing else."""
    sides = [p.side for c in parts for p in c.places if p.side] + [c.side for c in parts if c.side_stated]
    bare = all(
        c.head is None and not c.tool and not c.technique and not c.directions and c.neg is None
        for c in parts
    )
    return parts[0] if bare and {"left", "right"} <= set(sides) else None


def says_again(parts: list[Clause], marks: list[Mark]) -> Clause | None:
    """As in "Back to where we were and again": a sentence without a motion that says so."""
    pairs = itertools.pairwise(marks)
    if any(one.cat == "conj" and two.low in AGAIN for one, two in pairs) and not any(c.topics for c in parts):
        return parts[0]
    for clause in parts:
        sub = clause.sub is not None or clause.neg is not None or bool(clause.topics)
        if sub or clause.act in _MENTAL or clause.subject in ("thing", "receiver"):
            continue
        going = clause.head is not None and (clause.places or clause.directions)
        if any(m.low in AGAIN for m in clause.marks) and not going:
            return clause
    return next((c for c in parts if counts(c)), None)


def counts(clause: Clause) -> bool:
    """A bare count: "three times", "four or five times is plenty"."""
    if (
        clause.technique
        or (clause.tool and clause.places)
        or any(p.role in ("from", "to") for p in clause.places)
    ):
        return False
    if (
        clause.neg is not None
        or clause.sub is not None
        or not clause.counted
        or (clause.topics and clause.act != "ready")
        or (clause.count == 1 and clause.has("once"))
    ):
        return False
    return clause.act == "none" or (
        clause.act in ("state", "ready", "mind", "go")
        and clause.marks[0].cat in ("num", "freq", "adv", "filler")
    )
