"""The motion clauses of a sentence, in order."""

import dataclasses

from effleurage.reading._clauses.merging import (
    WORKING,
    creeps,
    is_gap,
    is_manner,
    is_same,
    keeps_flat,
    merge,
    pulls_flesh,
    with_others,
)
from effleurage.reading._clauses.onward import (
    aims,
    carries_on,
    circles_go,
    contrasted,
    done_onward,
    halts,
    leans_on,
    lifts_off,
    other_goes,
    picks_up,
    sets_off,
    share_paths,
    share_ways,
    speaks_of_it,
    spread_oil,
    strokes_run,
    swings_to_go,
    switches,
    tallied,
    tells_of_stroke,
    turns_back,
    works_meanwhile,
    works_shaped,
    wraps_round,
)
from effleurage.reading._clauses.sharing import carry, share_count, share_objects
from effleurage.reading._clauses.supply import antecedent, supply, tells_where
from effleurage.reading._clauses.twice import is_other_hand, told_again, turns
from effleurage.reading._clauses.verbless import brings_together, lies_there, was_habit
from effleurage.reading._kinds.moves import moves
from effleurage.reading._kinds.poised import poised, shapes_hand
from effleurage.reading._kinds.scene import ON_IT, spot_told
from effleurage.reading._slots.clause_subject import is_asked
from effleurage.reading._slots.fill_ways import pressed_in
from effleurage.reading._slots.handling import sinks_weight
from effleurage.reading._slots.resting import leans_off, lies, rises
from effleurage.reading._slots.state import State
from effleurage.reading._slots.way_back import RETURNS, past_manner, returns
from effleurage.reading._slots.work import ON_THE_SPOT
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.reading._strokes.technique import technique_of


def _is_expanse(clause: Clause) -> bool:
    """As in ", over the whole back": all that a motion covers, and no further one."""
    whole = [p for p in clause.places if p.role == "path" and {"whole", "entire"} & set(p.mark.low.split())]
    said = clause.tool or clause.technique or clause.directions or clause.side_stated or clause.neg
    return bool(whole) and len(whole) == len(clause.places) and not said


def _is_one_of_two(parts: list[Clause], n: int) -> bool:
    """As in "Quiet hands: one on the sacrum, one on the neck": the first of two that are put somewhere."""
    first, second = parts[n], parts[n + 1] if n + 1 < len(parts) else None
    if second is None or second.head is not None or not (first.places and second.places):
        return False
    opens = [
        next((m.low for m in c.marks if m.cat not in ("det", "filler", "mine")), "") for c in (first, second)
    ]
    return opens[0] == "one" and opens[1] in ("one", "other") and not (second.tool or second.technique)


def _stays_put(clause: Clause, later: list[Clause]) -> bool:
    """As in "Keep one hand on the hip and rock it with the other": one holds, and no contact is bounded."""
    kept = clause.caution is not None and clause.caution.low.startswith("keep one hand on")
    if not kept or clause.head is not None or not clause.places:
        return False
    others = ("other", "the other", "other hand")
    return any(c.head is not None and (c.other_hand or c.marks[-1].low in others) for c in later)


def _is_setting(clause: Clause, nxt: Clause) -> bool:
    """As in "Both thumbs beside the spine: press …": with what and where, and no hold before it."""
    told = clause.head is None and clause.tool and clause.hands == "both" and clause.places
    if not told or clause.directions or clause.technique or clause.neg or clause.duration:
        return False
    plain = nxt.head is not None and nxt.subject == "imp" and nxt.neg is None and nxt.sub is None
    return plain and nxt.technique in WORKING and not (nxt.tool or nxt.places)


def _announces(clause: Clause, nxt: Clause) -> bool:
    """As in "Now I lift: I pull the flesh at the waist up": behind the colon stands what is meant."""
    bare = not (clause.places or clause.directions or clause.tool or clause.pronoun or clause.counted)
    same = clause.technique is not None and (
        clause.technique == nxt.technique or (clause.technique == "petrissage" and nxt.flesh)
    )
    return bare and same and clause.head is not None and nxt.head is not None


def _leans_away(clause: Clause) -> bool:
    """As in "lean back to stretch the neck": the giver's body does what the words behind it say."""
    return clause.lemma in ("lean", "sit", "rock", "sit back", "step", "shift", "sway") and (
        clause.back or clause.lemma == "sit back" or clause.has("back", "backwards", "away")
    )


def _by_turns(clause: Clause, last: Clause) -> bool:
    """As in "pull one hand to the spine, and let the other follow": both at it in turn."""
    let = any(m.cat == "verb" and m.base == "let" for m in clause.marks)
    return let and last.hands == "one" and last.hands_stated


def _goes_on_with(clause: Clause, found: list, technique: str | None) -> bool:
    """As in "travel up and down again, wringing all the way": what is done on the way there and back."""
    bare = not (clause.places or clause.directions or clause.tool or clause.counted)
    told = clause.participle and not clause.leading and technique in ON_THE_SPOT and bare
    return told and bool(found) and all(c.act == "go" and not c.tool for c, _ in found)


def _tells_how(clause: Clause, technique: str | None, *, opened: bool) -> bool:
    """As in "come in across the back, your hands moving toward each other": no row that creeps along.

    Nor does what tells a way that was left open: "Let the hand open like a fan, swinging up and out".
    """
    if technique != "effleurage" or not clause.participle or clause.leading or clause.act != "go":
        return False
    if not clause.directions or clause.distance or clause.further or clause.again or clause.counted:
        return False
    lengthwise = bool({"up", "down"} & set(clause.directions))
    if opened:
        return not lengthwise or "out" in clause.directions
    return not lengthwise and not clause.places


def _is_open(clause: Clause) -> bool:
    """It does not say where it goes."""
    return (
        not (clause.directions or clause.places) and clause.head is not None and clause.hands != "alternate"
    )


def _still_at(parts: list[Clause], n: int) -> str | None:
    """As in "Still kneading, travel up to the armpit and down again": what is done on all the way."""
    first = parts[0]
    bare = not (first.places or first.directions or first.tool or first.counted)
    if not (first.leading and bare and first.technique in ON_THE_SPOT) or n == 0:
        return None
    return first.technique if parts[n].act == "go" and not parts[n].tool else None


def motions_of(parts: list[Clause], state: State, again: Clause | None) -> list[tuple[Clause, str | None]]:
    """The clauses in which hands move, press or hold, each with its technique; manner is merged."""
    found: list[tuple[Clause, str | None]] = []
    carried: list[Clause] = []
    scratch = state.without_records()
    spoken: PlaceRef | None = None
    warmed: Clause | None = None
    opened: Clause | None = None
    share_objects(parts)
    share_paths(parts)
    share_ways(parts)
    spread_oil(parts)
    spot_told(parts)
    for n, clause in enumerate(parts):
        if clause is again:
            if found and carries_on(clause):
                carry(found, clause)
            continue
        if keeps_flat(clause):
            continue
        if clause.participle and again is not None and not found and not clause.leading:
            if clause.act not in ("go", "work", "end"):
                clause.places, clause.directions = [], []
            continue
        if clause.subject == "hands" or (clause.tool and clause.passive):
            scratch.hands_subject = True
        if told_again(clause, found):
            found += turns(clause, found)
            continue
        other = with_others(clause, *found[-1]) if found else None
        if other is not None:
            found.append((other, found[-1][1]))
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
                past_manner(clause.marks)[0].low.startswith((*RETURNS, "home"))
                or (returns(past_manner(clause.marks)) and found[-1][0].directions != clause.directions)
            )
        ):
            clause.back = True
            clause.act = "go"
            found.append((clause, _still_at(parts, n) or found[-1][1]))
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
        if not found and _stays_put(clause, parts[n + 1 :]):
            clause.technique, clause.act, clause.tool, clause.tool_wide = "hold", "stay", "palm", True
            clause.hands, clause.hands_stated, clause.caution = "one", True, None
            found.append((clause, "hold"))
            scratch.tool = "palm"
            continue
        if nxt is not None and nxt.colon and not found and _is_setting(clause, nxt):
            clause.subject = "imp"
            supply(clause, found, carried, parts, n)
            continue
        bare = clause.head is None and not (clause.places or clause.directions or clause.technique)
        other = bare and found and (clause.other_hand or is_other_hand(clause, found[-1][0]))
        if other and found[-1][0].hands == "one" and clause.link == "strong":
            found[-1][0].hands, found[-1][0].hands_stated = "alternate", True
            continue
        if found and other_goes(clause, *found[-1]):
            first = found[-1][0]
            first.hands, first.hands_stated = "one", True
            clause.hands, clause.hands_stated, clause.other_hand = "one", True, True
            clause.act, clause.side, clause.side_stated = "go", None, False
            found.append((clause, found[-1][1]))
            continue
        if found and switches(clause) and found[-1][1] not in ("hold", "release"):
            clause.act = "work"
            found.append((clause, found[-1][1]))
            scratch.tool = clause.tool
            continue
        if clause.sub == "purpose" and n:
            if swings_to_go(clause, parts[n - 1]):
                clause.tool, clause.tool_wide, clause.tool_role = parts[n - 1].tool, True, "object"
                clause.hands, clause.hands_stated = parts[n - 1].hands, parts[n - 1].hands_stated
                clause.sub = None
                clause.subject = "hands" if parts[n - 1].subject == "pron" else clause.subject
            elif _leans_away(parts[n - 1]) or picks_up(clause, found):
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
        if nxt is not None and sets_off(clause, nxt):
            nxt.places = [*clause.places, *nxt.places]
            if nxt.tool is None:
                nxt.tool, nxt.tool_wide = clause.tool, clause.tool_wide
            if nxt.hands is None:
                nxt.hands, nxt.hands_stated = clause.hands, clause.hands_stated
            continue
        if contrasted(parts, n) or (nxt is not None and nxt.colon and _announces(clause, nxt)):
            continue
        if found and halts(clause, *found[-1]):
            for ref in clause.places:
                ref.role = "to"
            found[-1][0].places += clause.places
            continue
        leaning = leans_on(clause, parts[n + 1 :])
        if leaning is not None:
            leaning.tool, leaning.tool_wide = clause.tool, clause.tool_wide
            leaning.hands, leaning.hands_stated = clause.hands, clause.hands_stated
            continue
        if found and found[-1][1] == "hold" and found[-1][0].tool == "forearm" and tells_where(clause):
            found[-1][0].places += clause.places
            continue
        tally = tallied(clause, parts[n - 1]) if found else None
        if tally is not None:
            found[-1][0].count, found[-1][0].counted = tally, True
            continue
        if found and strokes_run(clause, found):
            found[-1][0].directions += clause.directions
            continue
        if found and circles_go(clause, found[-1][0]):
            clause.side_stated = False
            if found[-1][1] == "effleurage":
                # The strokes' own way, and no way on which something else is done.
                merge(found[-1][0], clause)
            else:
                carry(found, clause)
            continue
        if n == 0 and len(parts) > 1 and _still_at(parts, 1):
            continue
        shaped = next((c for c in reversed(parts[:n]) if c.sub != "as_if"), None) if warmed else None
        if shaped is not None and shaped is warmed and works_shaped(clause, shaped):
            stacked = shaped.lemma in ("reinforce", "stack")
            clause.tool, clause.tool_wide, clause.tool_role = shaped.tool, shaped.tool_wide, "object"
            clause.hands = "both" if stacked else shaped.hands
        if (
            aims(clause, found)
            or wraps_round(clause, found)
            or (not found and speaks_of_it(clause, parts, n))
        ):
            continue
        if found and turns_back(clause, *found[-1]):
            clause.participle, clause.back = False, True
            found.append((clause, "effleurage"))
            continue
        if lies_there(clause) and not (found and tells_where(clause)):
            clause.act, clause.technique = "put", "hold"
        if is_asked(parts, n) or not moves(clause, scratch, parts, n):
            supply(clause, found, carried, parts, n)
            spoken = antecedent(clause) or spoken
            warmed = clause if clause.tool and clause.tool_role == "object" and clause.neg is None else warmed
            continue
        if found and clause.in_turn and _by_turns(clause, found[-1][0]):
            found[-1][0].hands = "alternate"
            continue
        points = clause.has("it", "them") or clause.on_each
        if (
            warmed is not None
            and clause.has("them")
            and clause.tool is None
            and clause.act in ("put", "stay")
        ):
            clause.tool, clause.tool_wide, clause.hands = warmed.tool, warmed.tool_wide, warmed.hands
        if spoken is not None and points and not clause.places and clause.technique in ON_IT:
            clause.places = [dataclasses.replace(spoken, role="object")]
        if spoken is not None and clause.there and all(p.place == "there" for p in clause.places):
            # As in "move down to the base of the spine and lay one hand there".
            clause.places = [dataclasses.replace(spoken, role="at")]
        technique = _still_at(parts, n) or technique_of(clause, scratch)
        if technique is None and clause.has("it") and n and "oil" in parts[0].topics:
            technique = "effleurage"
        if technique == "compression" and (sinks_weight(clause) or "weight" in clause.lemma.split()):
            clause.pressure = clause.pressure or "firm"
        if pulls_flesh(clause, parts, n):
            technique = "petrissage"
        if technique == "petrissage" and found and lifts_off(clause, found[-1], nxt):
            technique = "release"
        if technique == "compression":
            clause.directions = pressed_in(clause)
        if technique in ("effleurage", "compression") and found and rises(clause, found[-1][1]):
            technique = "release"
        if technique == "compression" and leans_off(clause, state, parts[:n]):
            technique = "release" if found and found[-1][1] == "compression" else "stretch"
            clause.directions = []
            held = next((c for c, t in reversed(found) if t == "hold" and c.places), None)
            if technique == "stretch" and held is not None:
                clause.places = [dataclasses.replace(p, role="object") for p in held.places[:1]]
        if clause.act == "on" and found and not clause.directions and "circle" in found[-1][0].directions:
            clause.directions = ["circle"]
        opened = found[-1][0] if found and (found[-1][0] is opened or _is_open(found[-1][0])) else None
        if found and _tells_how(clause, found[-1][1], opened=opened is not None):
            merge(found[-1][0], clause)
            continue
        if found and works_meanwhile(clause, found[-1][1]):
            clause.participle, clause.sub = False, "while"
            found.append((clause, "effleurage"))
            continue
        if not _still_at(parts, n) and creeps(clause, technique, parts, n, found):
            if any(t not in ("hold", "release") for _, t in found):
                carry(found, clause)
            else:
                carried.append(clause)
            continue
        if (
            found
            and clause.participle
            and not clause.leading
            and (
                found[-1][0].act == "work"
                or (found[-1][0].act == "go" and technique != "effleurage")
                or (found[-1][0].walks and technique == "petrissage")
            )
            and technique in WORKING
            and clause.technique
        ):
            merge(found[-1][0], clause)
            found[-1] = (found[-1][0], technique)
            continue
        onward = done_onward(clause, found, technique)
        if onward is not None:
            carry([onward], clause)
            continue
        if _goes_on_with(clause, found, technique):
            for k, (went, how) in enumerate(found):
                found[k] = (went, technique if how == "effleurage" else how)
            continue
        if is_manner(clause, technique, found):
            merge(found[-1][0], clause)
            if clause.tool and technique:
                found[-1] = (found[-1][0], found[-1][1])
            continue
        if (
            clause.head is not None
            and not clause.places
            and not clause.tool
            and any(
                t == technique and c.head is not None and set(clause.directions) <= set(c.directions)
                for c, t in found[:-1]
            )
            and (not clause.directions or any(c.lemma == clause.lemma for c, _ in found[:-1]))
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
            if kind == "hold" and technique in ("compression", "petrissage"):
                found[-1] = (main, technique)
            continue
        found.append((clause, technique))
        if technique in WORKING:
            scratch.technique = technique
        if technique in {"hold", "stretch", "petrissage"} and clause.places:
            scratch.place = clause.places[0].place
        scratch.tool, scratch.hands = clause.tool or scratch.tool, clause.hands or scratch.hands
        scratch.resting = lies(clause, technique)
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
        if poised(clause) or tells_of_stroke(clause) or speaks_of_it(clause, parts, n):
            continue
        if shapes_hand(clause):
            nxt = parts[n + 1] if n + 1 < len(parts) else None
            if nxt is not None and nxt.tool is None:
                # As in "bend your fingers and let the tips sink in": with what it is done.
                nxt.tool, nxt.tool_wide = clause.tool, clause.tool_wide
            continue
        if clause.tool or clause.places or clause.directions:
            oiled = "effleurage" if clause.act == "ready" and "oil" in clause.topics else None
            return [(clause, clause.technique or oiled or state.technique)]
    return []
