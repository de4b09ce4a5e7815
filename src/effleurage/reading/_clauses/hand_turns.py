"""One hand after the other: what a hand does when its turn comes is what the one before it did."""

from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.frames import verbs

_ONE_HAND = ("left", "right", "one")
_SENDING = ("come", "go", "move", "let", "glide", "slide", "take", "draw", "have", "bring", "send")
_SIDED = ("back", "spine", "spine_sides", "body")
_LED = ("bring", "come", "take", "move", "go", "get")
_INWARD = ("in", "along", "through")
"""With one of these such a verb brings a hand to where the other one is: "coming along", "moving in"."""
_AFTER = ("after", "behind", "close behind", "right behind", "in its wake", "after the first")


def takes_turn(clause: Clause, state: State) -> bool:
    """Whether the other hand now does what the hand at work did.

    Args:
        clause: A clause; "the left starts at the hip", "send the other one after it".
        state: The context, with the hand at work.
    """
    if clause.neg is not None or clause.sub is not None or state.technique is None:
        return False
    if (
        not clause.hands_stated
        or state.hands not in _ONE_HAND
        or clause.tool not in (None, state.tool, "palm")
    ):
        return False
    changed = clause.hands in ("left", "right") and clause.hands != state.hands
    if not (changed or clause.other_hand):
        return False
    if clause.has("same side", "that side") and all(p.place in _SIDED for p in clause.places):
        # As in "bring in the other one on the same side of the back".
        clause.places = []
    if any(p.role != "from" for p in clause.places):
        return False
    if does_likewise(clause):
        return True
    if _joins(clause, state):
        # Where it sets out is told, and not the way that it goes.
        clause.directions, clause.distance, clause.further = [], False, False
        return True
    return clause.lemma in verbs("hand_follows") or _is_let(clause) or _is_sent(clause)


def does_likewise(clause: Clause) -> bool:
    """As in "and let the second hand do likewise": the hand, and no step before it, does the same."""
    if not (clause.other_hand and clause.hands_stated and clause.link in ("weak", "strong")):
        return False
    bare = not (clause.places or clause.counted or clause.side_stated)
    likewise = clause.head is None and clause.has("do likewise", "does likewise")
    again = clause.again and clause.lemma in ("let", "have", "do", "get")
    return bare and (again or likewise or (clause.lemma == "repeat" and clause.tool_role == "with"))


def _joins(clause: Clause, state: State) -> bool:
    """As in "the other hand is applied on the same side", "bring in the other a little higher up".

    Beside a hand that is gliding, a hand that is put on glides as that one does.
    """
    if clause.lemma not in verbs("hand_joins") and clause.lemma not in verbs("hand_follows"):
        return False
    beside = clause.has("same side", "that side") or clause.further or clause.distance
    led = clause.lemma not in _LED or clause.has(*_INWARD)
    glided = state.technique == "effleurage" and bool(state.direction) and not state.resting
    return bool(beside and led) and glided


def bare_hand(clause: Clause) -> bool:
    """As in "the left follows": the hand is named by its side alone, and with what it works is known."""
    return any(m.cat == "tool" and m.start == m.end for m in clause.marks)


def _is_let(clause: Clause) -> bool:
    """As in "let the right follow"."""
    follows = any(m.cat == "verb" and m.cats["verb"].lemma in verbs("hand_follows") for m in clause.marks)
    return clause.lemma in ("let", "have") and follows


def _is_sent(clause: Clause) -> bool:
    """As in "send the right one after it", "bring the other down behind the first"."""
    return clause.lemma in _SENDING and clause.has(*_AFTER)
