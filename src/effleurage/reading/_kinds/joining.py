"""Joining: a clause that moves, by the motion before it: the same, its manner, how it goes on."""

import dataclasses

from effleurage.reading._clauses.merging import WORKING, creeps, is_manner, is_same, merge, pulls_flesh
from effleurage.reading._clauses.onward import done_onward, lifts_off, works_meanwhile
from effleurage.reading._clauses.sharing import carry
from effleurage.reading._kinds.scene import ON_IT
from effleurage.reading._kinds.walk import Walk, still_at
from effleurage.reading._slots.fill_ways import pressed_in
from effleurage.reading._slots.handling import sinks_weight
from effleurage.reading._slots.resting import leans_off, rises
from effleurage.reading._slots.scan_manner import crosses_place
from effleurage.reading._slots.work import ON_THE_SPOT
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.technique import technique_of


def _goes_on_with(clause: Clause, found: list, technique: str | None) -> bool:
    """As in "travel up and down again, wringing all the way": what is done on the way there and back."""
    bare = not (clause.places or clause.directions or clause.tool or clause.counted)
    told = clause.participle and not clause.leading and technique in ON_THE_SPOT and bare
    return told and bool(found) and all(c.act == "go" and not c.tool for c, _ in found)


def _tells_how(clause: Clause, technique: str | None, before: Clause, *, opened: bool) -> bool:
    """As in "come in across the back, your hands moving toward each other": no row that creeps along.

    Nor does what tells a way that was left open: "Let the hand open like a fan, swinging up and out", "stroke
    it over the back, going up each time".
    """
    if technique != "effleurage" or not clause.participle or clause.leading or clause.act != "go":
        return False
    if not clause.directions or clause.distance or clause.further or clause.again or clause.counted:
        return False
    lengthwise = bool({"up", "down"} & set(clause.directions))
    if _is_all_over(before) and not clause.places:
        return True
    if opened:
        return not lengthwise or "out" in clause.directions
    return not lengthwise and (not clause.places or crosses_place(clause))


def _is_all_over(clause: Clause) -> bool:
    """As in "stroke it over the back": on all of it, and no way is told."""
    return not clause.directions and bool(clause.places) and all(p.place == "back" for p in clause.places)


def _is_open(clause: Clause) -> bool:
    """It does not say where it goes."""
    return (
        not (clause.directions or clause.places) and clause.head is not None and clause.hands != "alternate"
    )


def _lets_go_meanwhile(clause: Clause, technique: str | None, before: str | None, nxt: Clause | None) -> bool:
    """As in "pull the flesh up, letting go slowly while the palms slide in": up, and then they let go."""
    meanwhile = nxt is not None and nxt.sub == "while" and nxt.subject == "hands"
    return clause.participle and technique == "release" and before == "petrissage" and meanwhile


def _leans_on_tool(clause: Clause, technique: str | None, main: Clause) -> bool:
    told = clause.participle and technique == "compression" and clause.lemma in ("lean", "rest")
    own = any(m.base in ("bone", "forearm", "heel", "palm", "edge") for m in clause.marks)
    return told and own and main.tool is not None and not clause.places


def _grips(clause: Clause) -> bool:
    """As in "Pull up around the waist with a firm grip": what is gripped is flesh."""
    pulled = clause.lemma in ("pull", "draw", "lift", "pull up", "draw up") and "up" in clause.directions
    return pulled and any(m.base == "grip" and m.cat != "verb" for m in clause.marks)


def _is_taken_there(clause: Clause, before: Clause) -> bool:
    """Whether hands that set out in a leading clause are told to be taken where they go."""
    taken = clause.lemma in ("take", "bring", "guide", "lead", "carry") and clause.tool_role == "object"
    there = bool(clause.places) and all(p.role == "to" for p in clause.places) and not clause.directions
    glides = before.participle and before.leading and before.technique == "effleurage" and not before.tool
    return taken and there and glides and clause.sub is None and all(p.role == "path" for p in before.places)


def _makes_its_way(clause: Clause, before: str | None) -> bool:
    """As in "let the sides go while the palms make their way to the spine": hands let go, and glide there."""
    going = clause.lemma in ("make way", "work way") and clause.subject == "hands" and clause.sub == "while"
    return going and before == "release" and any(p.role == "to" for p in clause.places)


def technique_told(walk: Walk, n: int) -> str | None:
    """What hands do in a clause that moves; what it points at is filled in.

    Args:
        walk: The walk.
        n: Which clause.
    """
    parts, found, state = walk.parts, walk.found, walk.state
    clause, nxt, spoken, warmed = parts[n], walk.after(n), walk.spoken, walk.warmed
    points = clause.has("it", "them") or clause.on_each
    if warmed is not None and clause.has("them") and clause.tool is None and clause.act in ("put", "stay"):
        clause.tool, clause.tool_wide, clause.hands = warmed.tool, warmed.tool_wide, warmed.hands
    if spoken is not None and points and not clause.places and clause.technique in ON_IT:
        clause.places = [dataclasses.replace(spoken, role="object")]
    if spoken is not None and clause.there and all(p.place == "there" for p in clause.places):
        # As in "move down to the base of the spine and lay one hand there".
        clause.places = [dataclasses.replace(spoken, role="at")]
    technique = still_at(parts, n) or technique_of(clause, walk.scratch)
    technique = "effleurage" if found and _makes_its_way(clause, found[-1][1]) else technique
    if technique is None and clause.has("it") and n and "oil" in parts[0].topics:
        technique = "effleurage"
    if technique == "compression" and (sinks_weight(clause) or "weight" in clause.lemma.split()):
        clause.pressure = clause.pressure or "firm"
    if pulls_flesh(clause, parts, n) or _grips(clause):
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
    return technique


def joins_last(walk: Walk, n: int, technique: str | None) -> bool:
    """Whether a clause belongs to the motion before it; then the walk has taken it in.

    Args:
        walk: The walk, which moves on.
        n: Which clause.
        technique: What hands do in it.
    """
    parts, found, carried = walk.parts, walk.found, walk.carried
    clause = parts[n]
    kept = found and (found[-1][0] is walk.opened or _is_open(found[-1][0]))
    walk.opened = found[-1][0] if kept else None
    if found and _tells_how(clause, found[-1][1], found[-1][0], opened=walk.opened is not None):
        merge(found[-1][0], clause)
        # As in "and come back in, crossing the back toward each other": on, and not the way they went.
        found[-1][0].back = found[-1][0].back and not crosses_place(clause)
        return True
    if found and _is_taken_there(clause, found[-1][0]):
        # As in "Sliding up the sides of the spine, take both hands to the neck": how far they slide.
        merge(found[-1][0], clause)
        return True
    if found and works_meanwhile(clause, found[-1][1]):
        clause.participle, clause.sub = False, "while"
        clause.places = [dataclasses.replace(p, role="to") if p.role == "at" else p for p in clause.places]
        found.append((clause, "effleurage"))
        return True
    if found and _leans_on_tool(clause, technique, found[-1][0]):
        # As in "move the forearm up beside the spine, leaning on its flat bone": with what it glides.
        merge(found[-1][0], clause)
        return True
    if found and _lets_go_meanwhile(clause, technique, found[-1][1], walk.after(n)):
        clause.participle = False
        found.append((clause, technique))
        return True
    if not still_at(parts, n) and creeps(clause, technique, parts, n, found):
        if any(t not in ("hold", "release") for _, t in found):
            carry(found, clause)
        else:
            carried.append(clause)
        return True
    if (
        found
        and clause.participle
        and not clause.leading
        # As in "Ease the arm off, lifting it gently", which lets go.
        and found[-1][1] != "release"
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
        return True
    onward = done_onward(clause, found, technique)
    if onward is not None:
        carry([onward], clause)
        return True
    if _goes_on_with(clause, found, technique):
        for k, (went, how) in enumerate(found):
            found[k] = (went, technique if how == "effleurage" else how)
        return True
    if is_manner(clause, technique, found):
        merge(found[-1][0], clause)
        if clause.tool and technique:
            found[-1] = (found[-1][0], found[-1][1])
        return True
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
        return True
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
        return True
    return False
