"""The motion clauses of a sentence, in order."""

import dataclasses
import itertools

from effleurage.reading._advance import advance
from effleurage.reading._chunks import RETURNS, past_manner, returns
from effleurage.reading._fill import fill
from effleurage.reading._fill_ways import pressed_in
from effleurage.reading._merging import (
    WORKING,
    creeps,
    follows,
    is_gap,
    is_manner,
    is_same,
    merge,
    mirrored,
    pulls_flesh,
)
from effleurage.reading._moves import brings_together, is_asked, moves, was_habit
from effleurage.reading._sharing import carry, share_count, share_objects
from effleurage.reading._state import State
from effleurage.reading._supply import antecedent, supply
from effleurage.reading._technique import sinks_weight, technique_of
from effleurage.reading._written import Clause, PlaceRef
from effleurage.routine import Hands, Stroke, Technique

_FOUND = ("meet", "find", "feel", "hit", "touch", "come across", "reach")


_ON_IT = ("petrissage", "friction", "tapotement", "vibration", "compression", "hold")


def _bare_tool(clause: Clause) -> bool:
    """As in "Knuckles next: drag them down": with what the rest is done."""
    return not (clause.technique or clause.directions or clause.places or clause.neg or clause.counted)


def _side_told(parts: list[Clause], state: State) -> None:
    """As in "Start with the right leg: wrap …" and "Left hamstring first: …": where it is done."""
    first = parts[0] if len(parts) > 1 and parts[1].link == "strong" else None
    if first is not None and first.tool and first.head is None and _bare_tool(first):
        state.tool, state.hands = first.tool, first.hands
        return
    if first is None or first.tool or first.technique or first.directions or first.sub or first.neg:
        return
    if first.head is not None and first.act != "begin":
        return
    for ref in first.places:
        if ref.side in ("left", "right"):
            state.side, state.side_place = ref.side, ref.place
        if first.head is None and len(first.marks) < 4:
            state.place, state.line, state.spot = ref.place, None, None


def _is_expanse(clause: Clause) -> bool:
    """As in ", over the whole back": all that a motion covers, and no further one."""
    whole = [p for p in clause.places if p.role == "path" and {"whole", "entire"} & set(p.mark.low.split())]
    said = clause.tool or clause.technique or clause.directions or clause.side_stated or clause.neg
    return bool(whole) and len(whole) == len(clause.places) and not said


def _done_anew(clause: Clause) -> bool:
    """As in "When you reach the neck do the other side": what is done again begins where it began."""
    return bool(clause.again) or (clause.act == "work" and clause.side == "other" and not clause.directions)


def set_scene(parts: list[Clause], state: State) -> None:
    """As in "When you reach the shoulders," says where the hands are."""
    _side_told(parts, state)
    for n, clause in enumerate(parts):
        if (
            clause.sub == "if"
            and clause.lemma in _FOUND
            and clause.places
            and clause.subject in ("you", "imp")
        ):
            nxt = next((c for c in parts[n + 1 :] if c.sub is None and c.neg is None), None)
            if nxt is not None and nxt.has("it", "them", "there") and not nxt.places:
                nxt.places = [dataclasses.replace(clause.places[-1], role="at")]
        if (
            (
                clause.sub == "when"
                and clause.places
                and n + 1 < len(parts)
                and clause.subject in ("you", "imp", "hands", "pron")
            )
            and clause.neg is None
            and clause.act
            in (
                "end",
                "go",
                "state",
                "move",
                "none",
                "put",
                "manner",
                "mind",
            )
        ):
            ref = clause.places[-1]
            nxt = next((c for c in parts[n + 1 :] if c.sub is None), None)
            if nxt is not None and nxt.has("them", "it") and nxt.directions == ["around"] and not nxt.places:
                nxt.places = [dataclasses.replace(ref, role="path")]
            if nxt is not None and nxt.tool is None and clause.tool is not None:
                nxt.tool, nxt.tool_wide, nxt.hands = clause.tool, clause.tool_wide, clause.hands
            if nxt is not None and not _done_anew(nxt) and not any(p.role == "from" for p in nxt.places):
                spot = clause.lemma in _FOUND[:-1]
                ref.role = "at" if spot else "from"
                nxt.places.insert(0, ref)
                nxt.start_place = not spot


def _spot_told(parts: list[Clause]) -> None:
    """As in "Where there are knots beside the spine, press them": what is found there is worked on there."""
    for n, clause in enumerate(parts):
        found = clause.sub in ("if", "when") and clause.neg is None and len(clause.places) == 1
        if not found or clause.tool or clause.lemma not in _MET:
            continue
        nxt = next((c for c in parts[n + 1 :] if c.sub is None and c.technique in _ON_IT), None)
        if nxt is None or nxt.places or not nxt.has("it", "them", "one", "there"):
            continue
        ref = clause.places[0]
        if ref.role in ("at", "path", "object", "pre"):
            nxt.places = [dataclasses.replace(ref, role="at")]


def _is_one_of_two(parts: list[Clause], n: int) -> bool:
    """As in "Quiet hands: one on the sacrum, one on the neck": the first of two that are put somewhere."""
    first, second = parts[n], parts[n + 1] if n + 1 < len(parts) else None
    if second is None or second.head is not None or not (first.places and second.places):
        return False
    opens = [
        next((m.low for m in c.marks if m.cat not in ("det", "filler", "mine")), "") for c in (first, second)
    ]
    return opens[0] == "one" and opens[1] in ("one", "other") and not (second.tool or second.technique)


def _leans_away(clause: Clause) -> bool:
    """As in "lean back to stretch the neck": the giver's body does what the words behind it say."""
    return clause.lemma in ("lean", "sit", "rock", "sit back", "step", "shift", "sway") and (
        clause.back or clause.lemma == "sit back" or clause.has("back", "backwards", "away")
    )


_MET = (
    "be",
    "find",
    "feel",
    "hit",
    "meet",
    "come across",
    "notice",
    "see",
    "creep",
    "have",
    "get",
    "run into",
)


def motions_of(parts: list[Clause], state: State, again: Clause | None) -> list[tuple[Clause, str | None]]:
    """The clauses in which hands move, press or hold, each with its technique; manner is merged."""
    found: list[tuple[Clause, str | None]] = []
    carried: list[Clause] = []
    scratch = state.without_records()
    spoken: PlaceRef | None = None
    warmed: Clause | None = None
    share_objects(parts)
    _spot_told(parts)
    for n, clause in enumerate(parts):
        if clause is again:
            continue
        if clause.participle and again is not None and not found and not clause.leading:
            if clause.act not in ("go", "work"):
                clause.places, clause.directions = [], []
            continue
        if clause.subject == "hands" or (clause.tool and clause.passive):
            scratch.hands_subject = True
        if (
            clause.head is None
            and found
            and clause.side_stated
            and not (clause.technique or clause.tool or clause.places or clause.directions)
        ):
            found.append((mirrored(found[-1][0], clause), found[-1][1]))
            continue
        if (
            clause.head is None
            and found
            and clause.link in ("weak", "comma", "strong")
            and found[-1][1] == "hold"
            and clause.technique != "release"
            and is_gap(clause)
        ):
            nxt = parts[n + 1] if n + 1 < len(parts) else None
            if nxt is not None and nxt.link == "strong" and nxt.pronoun and not nxt.places:
                for ref in clause.places:
                    ref.role = "object"
                nxt.places, nxt.hands, nxt.hands_stated = clause.places, clause.hands, True
                continue
            clause.technique = "hold"
            clause.act = "put" if found[-1][0].head is not None else clause.act
            if not found[-1][0].places:
                clause.tool, clause.tool_wide = found[-1][0].tool, found[-1][0].tool_wide
                clause.duration = clause.duration or found[-1][0].duration
                clause.moment = True
                found[-1] = (clause, "hold")
            else:
                found.append((clause, "hold"))
            continue
        if (
            clause.head is None
            and found
            and _is_expanse(clause)
            and not any(p.role == "path" for p in found[-1][0].places)
        ):
            found[-1][0].places += clause.places
            continue
        if clause.neg is not None and clause.neg.low.startswith("stopping short") and found:
            for ref in clause.places:
                ref.role = "to"
            merge(found[-1][0], clause)
            continue
        if (
            clause.head is None
            and found
            and (
                past_manner(clause.marks)[0].low.startswith(RETURNS)
                or (returns(past_manner(clause.marks)) and found[-1][0].directions != clause.directions)
            )
        ):
            clause.back = True
            clause.act = "go"
            found.append((clause, found[-1][1]))
            continue
        nxt = parts[n + 1] if n + 1 < len(parts) else None
        if (
            clause.act in ("work", "none")
            and (clause.head is not None or (clause.tool and not clause.places))
            and not clause.technique
            and nxt is not None
            and nxt.head is None
            and nxt.technique
            and not nxt.tool
            and nxt.neg is None
        ):
            nxt.tool, nxt.tool_wide, nxt.hands, nxt.hands_stated = (
                clause.tool,
                clause.tool_wide,
                clause.hands,
                clause.hands_stated,
            )
            nxt.places += [p for p in clause.places if not nxt.places]
            continue
        bare = clause.head is None and not (clause.places or clause.directions or clause.technique)
        if bare and clause.other_hand and found and found[-1][0].hands == "one" and clause.link == "strong":
            found[-1][0].hands, found[-1][0].hands_stated = "alternate", True
            continue
        if clause.sub == "purpose" and n and _leans_away(parts[n - 1]):
            clause.sub = None
        if clause.head is None and not clause.tool and not clause.technique and _is_one_of_two(parts, n):
            clause.technique, clause.hands, clause.hands_stated = "hold", "one", True
            named = next((c for c in reversed(parts[:n]) if c.tool and not c.places), None)
            if named is not None:
                clause.tool, clause.tool_wide = named.tool, named.tool_wide
            found.append((clause, "hold"))
            continue
        if clause.act == "pose" and clause.distance and found:
            clause.act, ways = "go", [w for w in clause.lemma.split() if w in ("up", "down")]
            clause.directions += [w for w in ways if w not in clause.directions]
        if is_asked(parts, n) or not moves(clause, scratch, parts, n):
            supply(clause, found, carried, parts, n)
            spoken = antecedent(clause) or spoken
            warmed = clause if clause.tool and clause.tool_role == "object" and clause.neg is None else warmed
            continue
        points = clause.has("it", "them") or clause.on_each
        if (
            warmed is not None
            and clause.has("them")
            and clause.tool is None
            and clause.act in ("put", "stay")
        ):
            clause.tool, clause.tool_wide, clause.hands = warmed.tool, warmed.tool_wide, warmed.hands
        if spoken is not None and points and not clause.places and clause.technique in _ON_IT:
            clause.places = [dataclasses.replace(spoken, role="object")]
        technique = technique_of(clause, scratch)
        if technique == "compression" and sinks_weight(clause):
            clause.pressure = clause.pressure or "firm"
        if pulls_flesh(clause, parts, n):
            technique = "petrissage"
        if technique == "compression":
            clause.directions = pressed_in(clause)
        if clause.act == "on" and found and not clause.directions and "circle" in found[-1][0].directions:
            clause.directions = ["circle"]
        if creeps(clause, technique, parts, n, found):
            if found:
                carry(found, clause)
            else:
                carried.append(clause)
            continue
        if (
            found
            and clause.participle
            and not clause.leading
            and (found[-1][0].act == "work" or (found[-1][0].act == "go" and technique != "effleurage"))
            and technique in WORKING
            and clause.technique
        ):
            merge(found[-1][0], clause)
            found[-1] = (found[-1][0], technique)
            continue
        if is_manner(clause, technique, found):
            merge(found[-1][0], clause)
            if clause.tool and technique:
                found[-1] = (found[-1][0], found[-1][1])
            continue
        if (
            clause.head is not None
            and not clause.places
            and not clause.directions
            and not clause.tool
            and any(t == technique and c.head is not None for c, t in found[:-1])
            and technique not in ("hold", "effleurage")
        ):
            continue
        path = {p.role for p in clause.places}
        if technique == "release" and found and {"from", "to"} <= path and "off" not in clause.directions:
            main = next((c for c, t in reversed(found) if t not in ("hold", "release")), found[-1][0])
            merge(main, clause)
            clause.places, clause.directions = [], []
        if found and is_same(found[-1], clause, technique):
            main, kind = found[-1]
            merge(main, clause)
            if kind == "hold" and technique == "compression":
                found[-1] = (main, technique)
            continue
        found.append((clause, technique))
        if technique in WORKING:
            scratch.technique = technique
        if technique in ("hold", "stretch", "petrissage") and clause.places:
            scratch.place = clause.places[0].place
        scratch.tool = clause.tool or scratch.tool
    for clause in carried:
        carry(found, clause)
    share_count(found)
    return found


def by_frame(parts: list[Clause], state: State) -> list[tuple[Clause, str | None]]:
    """The clause that would be a motion if its verb were known: it names a tool, a place or a way.

    For sentences that seem to move hands and in which no clause is known to; only the first one is
    taken, since the frame tells that something is done, not how often.
    """
    for n, clause in enumerate(parts):
        told = clause.neg is None and clause.sub in (None, "while", "until") and clause.head is not None
        if not told or was_habit(clause) or brings_together(clause, parts[:n]):
            continue
        if clause.tool or clause.places or clause.directions:
            return [(clause, clause.technique or state.technique)]
    return []


def strokes_of(motions: list[tuple[Clause, str | None]], state: State) -> list[Stroke]:
    """The strokes of motion clauses, each filled in the context that the one before leaves."""
    out: list[Stroke] = []
    for clause, technique in motions:
        for single in _sides(clause):
            stroke = fill(single, state, technique)
            if follows(single, technique):
                stroke = after(single, stroke, state, out)
            if clause.further and technique != "hold":
                stroke = dataclasses.replace(stroke, progress=True)
            if clause.sub == "while" and out:
                stroke = dataclasses.replace(stroke, simultaneous=True)
            if single.mirrored and out:
                stroke = dataclasses.replace(
                    out[-1], side=stroke.side, stated=frozenset({"side"}), span=stroke.span, copied=True
                )
            if _both_now(out, stroke):
                state.hands = "both"
                if stroke.start == out[-1].start and stroke.over == out[-1].over:
                    out[-1] = dataclasses.replace(out[-1], hands=Hands.BOTH)
                    continue
                out.append(stroke)
                advance(state, single, dataclasses.replace(stroke, hands=Hands.BOTH))
                continue
            out.append(stroke)
            if stroke.simultaneous and technique == "hold" and single.hands_stated:
                continue
            if technique == "hold" and single.other_hand and _works_on(state, stroke):
                continue
            onward = single.further and single is not motions[-1][0] and stroke.end is not None
            advance(state, single, dataclasses.replace(stroke, end=None) if onward else stroke)
    state.hands_subject = any(c.tool is not None for c, _ in motions) or state.hands_subject
    return out


def _works_on(state: State, stroke: Stroke) -> bool:
    """As in "my other hand goes round it" behind an elbow: the narrower tool is at work, and stays so."""
    broad = (None, "palm", stroke.tool.value if stroke.tool else None)
    return state.tool not in broad and state.hands in ("one", "left", "right")


_SINGLE = (Hands.ONE, Hands.LEFT, Hands.RIGHT)


def _both_now(out: list[Stroke], stroke: Stroke) -> bool:
    """Whether this is the second of two hands that are put somewhere: from now on both are there."""
    if stroke.technique is not Technique.HOLD or stroke.hands not in _SINGLE or not out:
        return False
    first = out[-1]
    if first.technique is not Technique.HOLD or first.hands not in _SINGLE:
        return False
    return (
        "hands" in first.stated
        and "hands" in stroke.stated
        and (first.hands is Hands.ONE or first.hands is not stroke.hands)
    )


def after(clause: Clause, stroke: Stroke, state: State, out: list[Stroke]) -> Stroke:
    past = itertools.chain(reversed(out), (s for r in reversed(state.records) for s in reversed(r.strokes)))
    last = next((s for s in past if s.technique is not None and s.technique.value in WORKING), None)
    if last is None:
        return stroke
    return dataclasses.replace(
        stroke,
        technique=last.technique,
        start=last.start,
        start_spot=last.start_spot,
        end=last.end,
        over=last.over,
        direction=stroke.direction or last.direction,
        follows=True,
        verb=last.verb,
    )


def _sides(clause: Clause) -> list[Clause]:
    """As in "First on one side, then on the other" is done twice."""
    return [clause]
