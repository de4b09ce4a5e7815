"""Poised: hands that wait, are held ready or are put in shape, and work nothing yet."""

from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.details import palms_lifted
from effleurage.reading._words.mark import Words
from effleurage.reading._words.relay import READY
from effleurage.routine import Hands, Technique

_WAITING = ("wait", "hover", "stand by", "hang", "be")
_OPENING = ("spread", "splay", "open", "fan")
_SHAPING = frozenset(
    ["spread", "open", "splay", "bend", "straighten", "relax", "turn", "flex", "shake", "curl"],
)
_UNBENDING = frozenset(["straighten", "bend", "lock", "unlock", "flex", "soften", "relax", "loosen"])
_CLEANING = frozenset(["shake", "rub", "wipe", "wash", "warm", "dry", "clap"])
SHAPING = _SHAPING.union(_OPENING, _UNBENDING, _CLEANING, ["stretch"])
"""What givers do to their own hands; of other verbs `shapes_hand` need not be asked."""


def waited_for(clause: Clause, before: list[Clause]) -> bool:
    """As in "while the other waits to follow", "ready to follow": it is still to come."""
    if clause.lemma != "follow":
        return False
    waits = bool(before) and before[-1].lemma in _WAITING and clause.marks[0].low in ("to", "ready to")
    return waits or clause.has("ready to", "ready")


def follows_later(clause: Clause, state: State) -> bool:
    """As in "Lay one hand there. The other will follow.": nothing has been done yet that it could follow."""
    told = clause.lemma == "follow" and (
        (clause.other_hand and clause.subject == "hands") or (clause.subject == "pron" and clause.has("it"))
    )
    if not told or clause.places or clause.directions:
        return False
    laid = state.latest(3)
    holds = all(s.technique is Technique.HOLD and s.hands is Hands.ONE for s in laid)
    return bool(laid) and holds


def lifts_palms(clause: Clause, parts: list[Clause], state: State) -> bool:
    """As in "lift the palms so that only the fingertips touch": what touches then, and no lift-off.

    Nor do hands that lie nowhere yet leave the skin: "Put your hands together. Lift your palms."
    """
    if not palms_lifted(clause):
        return False
    nowhere = state.place is None and state.tool is None and "off" not in clause.directions
    return nowhere or any(c.tool == "fingertips" for c in parts if c is not clause)


def hand_waits(marks: Words) -> bool:
    """As in "The second hand should be poised to follow on the same side.": it is held ready."""
    words = {word for low in marks.lows for word in low.split()}
    if _HELD_READY.isdisjoint(words) or _OTHER.isdisjoint(words):
        return False
    return "hand" in words or marks[0].low in ("the", "your")


_HELD_READY = frozenset({"ready", "poised", "waits", "waiting", "hovers", "hovering", "stands", "readiness"})
_OTHER = frozenset({"other", "second"})


def poised(clause: Clause) -> bool:
    """As in "hold the other hand ready", "let the forefinger point up the spine", "make it a smooth fan".

    A hand that is held ready lies nowhere yet, and how a hand lies or a stroke should be is no stroke.
    """
    kept = clause.lemma in {"hold", "keep", "have", "leave"} and clause.has(*READY)
    if kept and (
        clause.other_hand if clause.tool is not None else clause.has("other", "second", "other one")
    ):
        return True
    if clause.lemma in ("direct", "aim", "point") and clause.tool == "fingertips":
        return clause.tool_role == "object" and bool(clause.places)
    if clause.lemma == "let" and clause.tool is not None and clause.has("point", "look", "face", "aim"):
        return True
    if (
        (clause.subject == "hands" or (clause.leading and clause.tool_role == "with"))
        and clause.lemma in ("stay", "remain", "keep", "be")
        and (clause.has(*_JOINED) or clause.holds("fingers"))
    ):
        # As in "the fingers stay together", "with the hands staying flat, …": how the hands are held.
        return not (clause.places or clause.directions or clause.duration)
    own = clause.tool or clause.places or clause.directions or clause.counted
    if clause.lemma in ("stay", "remain") and clause.has("together", "side by side") and not own:
        # As in "see that they stay together": how the hands go, and no hold.
        return not (clause.duration or clause.moment)
    if clause.subject == "hands" and clause.lemma == "work" and clause.has("same side"):
        # As in "both hands work on the same side": where they work what was told.
        return not (clause.places or clause.directions or clause.technique)
    if (
        clause.lemma in ("stay", "remain", "keep")
        and clause.has("same side", "that side", "this side")
        and not own
    ):
        # As in "Stay on the same side.", of hands that take turns there: where, and no hold.
        return clause.side_stated and not (clause.duration or clause.moment)
    if clause.together and clause.lemma in ("hold", "keep", "put", "place", "bring"):
        # As in "the hands are held side by side".
        return not (clause.places or clause.duration or clause.pronoun)
    fingers = clause.tool == "fingertips" and clause.tool_role == "object"
    idle = not (clause.places or clause.directions or clause.counted or clause.duration)
    if clause.lemma in ("hold", "keep") and clause.holds("fingers") and idle:
        # As in "hold the fingers together" and "the fingers are held well apart".
        return clause.tool is None or fingers
    if clause.lemma in ("stay", "remain", "keep", "be", "leave") and clause.has("crossed") and not own:
        # As in "stay crossed like that": how the arms are held, and no hold.
        return not clause.duration
    return clause.lemma == "make" and clause.motion_noun and clause.has("it", "them") and not own


_JOINED = frozenset(
    {"together", "close together", "closed", "close", "joined", "touching", "side by side", "finger closed"}
)


def points_only(clause: Clause) -> bool:
    """As in "Fingers toward the head.", behind hands that were laid down: how they lie there."""
    named = clause.head is None and clause.tool == "fingertips" and clause.tool_role == "topic"
    aimed = bool(clause.places) and all(p.role == "to" for p in clause.places)
    return named and aimed and not (clause.directions or clause.counted or clause.topics)


def shapes_hand(clause: Clause) -> bool:
    """As in "spread your fingers", "straighten the elbow", "shake out your hands": the giver's own."""
    given = clause.tool_role == "object"
    if clause.lemma == "stretch":
        # As in "Stretch the fingers of one hand wide": the giver's, for a hand that is then laid down.
        wide = clause.has("wide", "apart", "out wide") or clause.holds("fingers")
        return wide and not clause.places and clause.tool in ("fingertips", None) and not clause.pronoun
    still = not (clause.places or clause.directions)
    spread = (
        clause.lemma in _OPENING and clause.tool == "fingertips" and clause.tool_role in ("object", "path")
    )
    if spread and clause.directions == ["out"] and not (clause.places or clause.counted):
        # As in "fan out the fingers of one hand".
        return True
    if given and still and clause.lemma in _SHAPING and clause.tool in ("fingertips", "palm", "thumb"):
        return True
    if clause.lemma in _OPENING and clause.holds("fingers") and still and not (clause.tool or clause.pronoun):
        return True
    if not given or clause.places:
        return False
    arm = clause.tool in ("elbow", "forearm", "fist", "knuckles")
    return (arm and clause.lemma in _UNBENDING) or (clause.lemma in _CLEANING and not clause.pronoun)
