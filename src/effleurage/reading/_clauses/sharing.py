"""Sharing: a place, a count or a path that one clause names goes to the clause that it also holds for."""

import dataclasses
import itertools

from effleurage.reading._clauses.verbless import OPENING
from effleurage.reading._slots.fill_ways import TELLING
from effleurage.reading._slots.scan_manner import crosses_place
from effleurage.reading._slots.way_back import OPPOSITE
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.mark import Mark


def carry(found: list[tuple[Clause, str | None]], clause: Clause) -> None:
    """Progress goes to the last clause that neither holds nor lets go."""
    working = [c for c, t in found if t not in ("hold", "release")]
    if clause.sub == "until":
        # What is passed over in the end is passed on the way there, and not on the way back.
        working = [c for c in working if not c.back] or working
    target = working[-1] if working else None
    if target is None or target is clause:
        return
    for ref in clause.places:
        if ref.role == "object":
            ref.role = "path"
    target.places += clause.places
    target.lifts = target.lifts and "up" not in clause.directions
    told = TELLING.get(clause.lemma)
    if told and told not in clause.directions and OPPOSITE.get(told) not in clause.directions:
        clause.directions.append(told)
    target.directions += [
        d
        for d in clause.directions
        if (d not in target.directions and d != "circle") or d not in target.directions
    ]
    target.pressure = target.pressure or clause.pressure
    if clause.tool and target.tool is None:
        target.tool, target.tool_wide = clause.tool, clause.tool_wide
        target.hands = target.hands or clause.hands
    if clause.hands_stated and not target.hands_stated:
        target.hands, target.hands_stated = clause.hands, True
    if clause.side_stated and not target.side_stated:
        target.side, target.side_stated = clause.side, True
    # Behind the other hand's turn "so on all round the blade" is a row of them, and no turn of the way.
    turning = {"in"} if target.other_hand else {"in", "around"}
    turns = clause.head is None and bool(turning & set(clause.directions))
    turns = turns or (clause.participle and (target.marks[-1].cat == "motion" or _tells_strokes(clause)))
    turns = turns or _goes_so(clause, target) or _completes(clause) or _is_shared_out(clause)
    target.further = target.further or (clause.sub != "until" and not turns)


def _tells_strokes(clause: Clause) -> bool:
    """As in ", with long strokes going up": which way strokes go, and no row of them."""
    ahead = [m for m in clause.marks if clause.head is not None and m.i < clause.head.i]
    return bool(ahead) and ahead[0].low in ("with", "in") and ahead[-1].cat == "motion" and not clause.further


def _is_shared_out(clause: Clause) -> bool:
    """As in "the hands part, each going out around its shoulder": where each of them goes, and no row."""
    return clause.participle and clause.marks[0].low in ("each", "both", "one")


def _completes(clause: Clause) -> bool:
    """As in "glide back to where they began, completing the round": what is whole then."""
    return clause.participle and clause.act == "end" and not (clause.places or clause.directions)


def _goes_so(clause: Clause, target: Clause) -> bool:
    """As in "moving upward and outward, fan the hand round": which way it goes, and no row of them."""
    if "oil" in target.topics or target.lemma in ("spread", "distribute", "apply", "oil"):
        # As in "spread it all over the back, with smooth strokes going upward".
        return clause.participle
    glides = target.technique == "effleurage" and target.tool is not None
    glides = glides and target.tool_role in ("object", "pre")
    onward = clause.distance or any(p.role != "from" for p in clause.places)
    return glides and clause.leading and clause.act == "go" and not onward


_SHARED = frozenset(
    {"petrissage", "friction", "tapotement", "vibration", "compression", "stretch", "release"}
)


def share_objects(parts: list[Clause]) -> None:
    """As in "squeeze, roll and release the muscles with your thumbs": each verb has the last one's object."""
    for n in range(len(parts) - 2, -1, -1):
        clause, after = parts[n], parts[n + 1]
        if clause.head is None or after.head is None or after.link not in ("weak", "comma"):
            continue
        if any(not (m is clause.head or _is_light(m, clause.head)) for m in clause.marks):
            continue
        if clause.technique not in _SHARED or after.technique not in _SHARED or after.sub or after.neg:
            continue
        refs = [p for p in after.places if p.role in ("object", "path", "at") and p.mark.i > after.head.i]
        if after.pronoun or not refs:
            continue
        if after.technique == "release" and after.directions and all(p.role == "path" for p in refs):
            clause.places, clause.directions = refs, [*clause.directions, *after.directions]
            after.places, after.directions = [], []
            continue
        clause.places = [dataclasses.replace(p) for p in refs]
        clause.flesh = clause.flesh or after.flesh
        if after.counted and not clause.counted:
            clause.count, clause.counted = after.count, True
        if clause.tool is None and after.tool and after.tool_role == "with":
            clause.tool, clause.tool_wide, clause.tool_role = after.tool, after.tool_wide, "with"
            clause.hands, clause.hands_stated = clause.hands or after.hands, after.hands_stated
            clause.other_hand = clause.other_hand or after.other_hand


_LIGHT = frozenset({"adv", "tempo", "press", "gradual", "filler", "subj", "conj"})


def _is_light(mark: Mark, head: Mark) -> bool:
    """As in "gently squeeze", "it squeezes": how, or who; "squeeze it" has an object of its own."""
    return mark.cat in _LIGHT or (mark.cat == "pron" and mark.i < head.i)


def share_count(found: list[tuple[Clause, str | None]]) -> None:
    """A count set off at the end is that of the round ("up and back, x 4"), not of a hold."""
    if len(found) > 1 and found[-1][0].hands == "alternate" and found[-1][0].back:
        first = found[-2][0]
        if not first.hands_stated:
            first.hands, first.hands_stated = "alternate", True
    if len(found) < 2 or not (found[-1][0].counted and (found[-1][0].set_off or found[-1][0].back)):
        return
    last, kind = found[-1]
    own = _counts_itself(last)
    for clause, technique in reversed(found[:-1]):
        if technique in ("hold", "release") or clause.counted or (own and technique != kind):
            return
        clause.count, clause.counted = last.count, True


def _counts_itself(clause: Clause) -> bool:
    """As in "then sweep to the toes, three sweeps": the count names what this clause does."""
    ahead = next((n for n, m in enumerate(clause.marks) if m.cat == "num"), None)
    behind = clause.marks[ahead + 1 :] if ahead is not None else []
    return any(m.cat == "motion" or (clause.head is not None and m.base == clause.head.base) for m in behind)


_NEARING = frozenset({"come", "move", "meet", "approach", "draw", "get", "go", "glide", "slide"})
_TOGETHER = ("together", "each other", "one another", "meet", "approach", "toward each other")


def share_meeting(parts: list[Clause]) -> None:
    """As in "slide them inward, so that they cross the upper back": there they go inward."""
    for before, clause in itertools.pairwise(parts):
        led = clause.sub == "why" and clause.marks[0].low.startswith("so") and clause.neg is None
        crossing = crosses_place(clause)
        if not led or not (crossing or clause.lemma in _NEARING) or "in" not in before.directions:
            continue
        spoken = crossing or clause.has(*_TOGETHER) or clause.lemma in _TOGETHER
        spans = bool(clause.places) and all(p.role in ("path", "at", "object") for p in clause.places)
        if spoken and spans:
            before.places += [dataclasses.replace(p, role="path") for p in clause.places]
            before.directions += [d for d in clause.directions if d not in before.directions]
            clause.places, clause.directions = [], []


def share_passing(parts: list[Clause]) -> None:
    """As in "as your palms glide in and pass in the middle of the back": there they pass each other."""
    for before, clause in itertools.pairwise(parts):
        both = before.subject == "hands" and before.hands == "both" and before.technique == "effleurage"
        bare = clause.lemma == "pass" and not (clause.tool or clause.directions or clause.pronoun)
        there = bool(clause.places) and all(p.role == "at" for p in clause.places)
        if both and bare and there and clause.link == "weak" and "in" in before.directions:
            before.passes = True
            before.places += [dataclasses.replace(p, role="to") for p in clause.places]
            clause.places, clause.technique, clause.act = [], None, "manner"


def share_parting(parts: list[Clause]) -> None:
    """As in "the hands part and pass round the shoulders", "let them separate and go on": outward they go."""
    for clause, nxt in itertools.pairwise(parts):
        opens = clause.lemma in OPENING or (clause.lemma == "let" and clause.has(*OPENING))
        gone = any(p.role in ("path", "to") for p in clause.places) or "around" in clause.directions
        if not opens or gone or clause.neg is not None or clause.sub in _BESIDES:
            continue
        out = "out" in clause.directions or clause.lemma == "open out"
        bare = out and clause.subject == "imp" and not (clause.tool or clause.places)
        if not (bare or clause.has("they", "them", "hands", "palms")):
            continue
        if nxt.act in ("move", "go") and nxt.link in ("weak", "comma") and "out" not in nxt.directions:
            nxt.directions.insert(0, "out")
        if nxt.lemma == "circle" and any(p.role == "object" for p in nxt.places):
            # As in "the hands part, circle the shoulders": they go round them, and rub no circles there.
            nxt.technique = "effleurage"
            nxt.directions = ["around" if way == "circle" else way for way in nxt.directions]


_BESIDES = ("if", "why", "as_if", "than", "purpose", "until")
"""What is said so is not done there."""
