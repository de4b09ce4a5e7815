"""Resting hands: what is said of hands that lie still, and would mean something else of hands at work."""

from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause

_QUIET = ("num", "unit", "moment", "tempo", "adv", "filler", "det", "press", "conj", "comma", "prep", "times")
_OUT = frozenset(
    {"slip", "slide", "ease", "draw", "pull", "glide", "take", "bring", "come", "work", "wriggle"}
)
_SLIPPING = ("slip", "ease", "wriggle")
_UNDER = ("underneath", "from underneath", "from under", "from beneath", "from behind", "beneath", "under")
_RISING = ("come", "ease", "rise", "float", "go", "drift", "come back", "back")


def breathes(clause: Clause, state: State) -> bool:
    """As in "three long breaths", said of hands that lie somewhere: so long they lie there."""
    told = clause.duration is not None and clause.head is None and state.resting and state.tool is not None
    told = told and not clause.has("each", "apiece")
    return told and all(m.cat in _QUIET or m.low in ("breath", "breaths") for m in clause.marks)


def slips_out(clause: Clause, state: State) -> bool:
    """As in "slip your fingers out", "slide your hands out from underneath": they leave where they lay."""
    led = clause.tool_role == "object" or (clause.pronoun and clause.tool is None)
    if clause.lemma not in _OUT or clause.directions != ["out"] or not led or clause.places:
        return False
    beneath = state.place in ("head", "skull_base", "neck") and clause.tool in (None, "palm")
    slips = clause.lemma in _SLIPPING or (beneath and clause.lemma in ("draw", "slide"))
    return clause.has(*_UNDER) or (state.resting and slips and clause.has("out"))


def slips_away(clause: Clause, state: State) -> bool:
    """As in "then slowly out", said of hands that pressed or lay somewhere."""
    plain = all(m.cat in ("dir", "filler", "adv", "tempo", "conj", "gradual", "press") for m in clause.marks)
    return plain and clause.head is None and clause.directions == ["out"] and state.resting


_GRASPS = (
    "take",
    "grasp",
    "grip",
    "grab",
    "pick up",
    "take hold of",
    "get hold of",
    "clasp",
    "pinch",
    "gather",
)


def lies(clause: Clause, technique: str | None) -> bool:
    """Whether hands that did this lie or press, and hold no flesh or limb that might be lifted."""
    if technique == "compression":
        return True
    return technique == "hold" and clause.lemma not in _GRASPS and clause.tool != "grip"


def rises(clause: Clause, before: str | None) -> bool:
    """As in "lean in, hold, and come up again": a weight that was leaned on them is taken back."""
    if before not in ("compression", "hold") or clause.lemma not in (*_RISING, "take"):
        return False
    if before == "compression" and clause.lemma == "take" and clause.has("it", "the weight") and clause.back:
        return not (clause.places or clause.tool)
    bare = not (clause.places or clause.tool or clause.distance or clause.further or clause.motion_noun)
    return bare and clause.directions in (["up"], ["off"]) and clause.subject in ("imp", "you")


_LIMBS = ("leg", "arm", "head", "neck")


def leans_off(clause: Clause, state: State, before: list[Clause]) -> bool:
    """As in "press, count to five, lean back" and "hold the heel and lean back": not the body alone leans."""
    if clause.lemma not in ("lean", "sit") or not (clause.back or clause.has("back", "away", "off")):
        return False
    pressed = any(c.technique == "compression" and c.sub is None for c in before)
    return pressed or holds_limb(state, before)


def holds_limb(state: State, before: list[Clause]) -> bool:
    """Whether the hands hold a leg, an arm or the head, which a body that leans away pulls."""
    held = [
        p.place
        for c in before
        if c.technique == "hold" and c.act in ("put", "stay", "move")
        for p in c.places
    ]
    return any(p in _LIMBS for p in held) or (not held and state.resting and state.place in _LIMBS)


def first_is_place(clause: Clause) -> bool:
    """As in "put one foot ahead of the other": what is put is no hand."""
    at = next((n for n, m in enumerate(clause.marks) if m.low == "one"), None)
    behind = clause.marks[at + 1 : at + 2] if at is not None else []
    return bool(behind) and behind[0].cat == "place"


def lightens(clause: Clause, state: State) -> bool:
    """As in "as they breathe in, lighten them": hands that lie heavy grow light."""
    led = clause.tool_role == "object" or clause.pronoun
    return clause.lemma == "lighten" and led and state.resting and clause.subject in ("imp", "you")


GIVING = frozenset({"give", "apply", "exert", "bring", "put"})
"""What is done with pressure; of other verbs `presses_passively` need not be asked."""


def presses_passively(clause: Clause) -> bool:
    """As in "pressure is given as he breathes out": nobody is named who gives it."""
    told = clause.passive and clause.lemma in GIVING
    return told and clause.motion_noun and clause.has("pressure", "weight", "the pressure", "firm pressure")


def other_hand_put(clause: Clause, before: list[Clause]) -> bool:
    """As in "holding the ankle with one hand, place the other over the knee": the other hand is meant."""
    if clause.act != "put" or clause.tool is not None or not clause.places or clause.head is None:
        return False
    behind = [m for m in clause.marks if m.i > clause.head.i and m.cat not in ("det", "mine")]
    if (
        len(behind) < 2
        or behind[0].low not in ("other", "other one")
        or behind[1].cat not in ("prep", "dir", "side")
    ):
        return False
    return any(c.hands in ("one", "left", "right") and c.tool in ("palm", None) for c in before)
