"""Gathering: what a sentence's clauses say, with what the sentences before it named."""

import itertools

from effleurage.reading._slots.applying import apply_to
from effleurage.reading._slots.clasping import speak_of_arm, take_clasp
from effleurage.reading._slots.extract import extract
from effleurage.reading._slots.scan_owner import names_giver
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.routine import Place, Relation, Spot


def gather(parts: list[Clause], state: State) -> None:
    """Fill in what each clause says of places, tools, hands and ways.

    Args:
        parts: The sentence's clauses, which are changed.
        state: The context; whether a third person gives the massage is noted in it.
    """
    _take_up(parts, state)
    tool = worked = state.tool
    for clause in parts:
        extract(clause, state.limb, tool)
        apply_to(clause)
        _near_told_before(clause, parts, state)
        take_clasp(clause, parts, state, worked)
        _side_of_work(clause)
        if clause.act == "put" and clause.pronoun and clause.tool is None and clause.places:
            clause.tool, clause.hands = state.mentioned_tool, clause.hands or state.mentioned_hands
        pointed = clause.pronoun and clause.tool is None and clause.act in ("put", "go")
        if pointed and clause.has("them", "it"):
            _point_at_tool(clause, parts)
        if clause.places and clause.lemma in _LAYING and (clause.has("it") or _is_that_hand(clause)):
            _lay_opened(clause, parts)
        if clause.places and clause.lemma in _OPENING and _of_hand(clause):
            # As in "spread the fingers of one hand over the sacrum": the hand is laid there.
            clause.tool, clause.tool_wide, clause.fingers = "palm", True, "splayed"
        if clause.has("its") and not clause.places and clause.tool:
            _part_told_before(clause, state)
        told = state.mentioned_tool == "forearm" and clause.has("it")
        if clause.tool == "elbow" and (told or (state.tool == "forearm" and clause.head is None)):
            # As in "Forearm beside the spine. Elbow just above the buttocks."
            clause.tool = "forearm"
        state.third = state.third or clause.third or names_giver(clause)
        own = speak_of_arm(clause, tool)
        aims = bool(clause.marks) and clause.marks[-1].low == "by"
        worked = worked if own or aims else clause.tool or tool
        tool = tool if own else clause.tool or tool


_BASES = {"spine": "sacrum", "spine_sides": "sacrum", "neck": "neck_base"}
"""What the bottom of a place is called, where it has a name of its own."""


def _part_told_before(clause: Clause, state: State) -> None:
    """As in "Go on to the shoulder blade. Place a hand at its lower edge.": of what was named before."""
    place = state.mentioned or state.place
    pairs = itertools.pairwise(clause.marks)
    part = next((two for one, two in pairs if one.low == "its" and two.cat == "part"), None)
    relation = part.get("relation") if part is not None else None
    if part is None or place is None or relation in (None, "at"):
        return
    base = _BASES.get(place) if relation == "bottom" else None
    spot = None if base else Spot(place=Place(place), relation=Relation(relation))
    clause.places.append(PlaceRef(base or place, "at", False, None, spot, part))


def _near_told_before(clause: Clause, parts: list[Clause], state: State) -> None:
    """As in "Find the base of the spine and lay both hands just above it": above what was named before."""
    pairs = itertools.pairwise(clause.marks)
    near = ((m.value, it) for m, it in pairs if m.cat == "prep" and m.value in _NEAR and it.cat == "pron")
    relation, it = next(near, (None, None))
    if relation is None or it is None or it.low not in ("it", "that") or clause.neg is not None:
        return
    if any(p.mark.i < it.i for p in clause.places):
        return
    named = [p.place for c in parts[: parts.index(clause)] for p in c.places if not p.points]
    place = named[-1] if named else state.mentioned
    if place is not None:
        spot = Spot(place=Place(place), relation=Relation(relation))
        clause.places.append(PlaceRef(place, "at", False, None, spot, it))


_NEAR = ("above", "below")


_LAYING = ("rest", "lay", "put", "place", "set", "settle")
_OPENING = ("open", "spread", "splay", "fan", "stretch")


def _lay_opened(clause: Clause, parts: list[Clause]) -> None:
    """As in "spread the fingers of one hand and lay it there": the hand is laid, its fingers apart."""
    before = [part for part in parts if part.span[1] <= clause.span[0]]
    opened = before[-1] if before else None
    if opened is None or opened.lemma not in _OPENING or opened.places:
        return
    if _of_hand(opened) and opened.hands != "both":
        clause.tool, clause.tool_wide, clause.fingers = "palm", True, "splayed"
        clause.hands, clause.hands_stated = opened.hands or "one", True


def _is_that_hand(clause: Clause) -> bool:
    """As in "spread the fingers of one hand, then lay that hand there"."""
    pairs = itertools.pairwise(clause.marks)
    return any(hand.low == "hand" and lead.low in ("that", "this", "the") for lead, hand in pairs)


def _of_hand(clause: Clause) -> bool:
    return any(m.low.startswith(("fingers of", "finger of")) for m in clause.marks)


def _take_up(parts: list[Clause], state: State) -> None:
    """As in "Then the thumbs start. They …" and "His right shoulder … I cup it": what was named is meant."""
    if not (state.mentioned or state.mentioned_tool):
        return
    pronouns = {m.low for c in parts if c.holds("pron") for m in c.marks if m.cat == "pron"}
    # As in "Use your other hand for the muscles of the neck. Knead them.": one hand is no "them".
    flesh = "them" in pronouns and state.mentioned is not None and state.mentioned_hands == "one"
    if state.mentioned_tool and not flesh and pronouns & {"they", "them", "it", "both"}:
        state.tool, state.hands = state.mentioned_tool, state.mentioned_hands
    elif flesh or (state.mentioned and "it" in pronouns):
        state.place, state.line, state.spot = state.mentioned, None, None


def _side_of_work(clause: Clause) -> None:
    """As in "On the right side of the back, place …": which side, not where."""
    first = clause.places[0] if len(clause.places) > 1 else None
    if first is None or clause.head is None or first.mark.i > clause.head.i or first.place != "flank":
        return
    if first.side in ("left", "right") and "side" in first.mark.low and first.role != "from":
        clause.side, clause.side_stated = first.side, True
        clause.places.remove(first)


def _point_at_tool(clause: Clause, parts: list[Clause]) -> None:
    """As in "She pours oil into her palms and sets them down": what was named is what is put down."""
    before = [
        c for c in parts if c.span[1] <= clause.span[0] and c.tool and c.tool_role in ("into", "to", "at")
    ]
    plural = clause.has("them")
    if before and plural == (before[-1].hands == "both") and not before[-1].places:
        clause.tool, clause.tool_wide, clause.hands = before[-1].tool, before[-1].tool_wide, before[-1].hands
