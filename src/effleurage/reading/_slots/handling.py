"""What is handled: limbs that are taken, weight that sinks, oil that is spread."""

import itertools

from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause
from effleurage.routine import Technique

JOINTS = frozenset(
    {
        "ankle",
        "ankles",
        "wrist",
        "wrists",
        "toe",
        "toes",
        "finger",
        "fingers",
        "thumb",
        "thumbs",
        "foot",
        "feet",
        "hand",
        "hands",
        "big toe",
        "arm",
        "leg",
        "knee",
        "elbow",
        "shoulder joint",
    }
)


def takes_limb(clause: Clause) -> bool:
    """As in "take the left arm by the wrist", "take her hand"."""
    if clause.lemma != "take" or clause.directions or clause.tool or clause.sub:
        return False
    if any(m.cat == "prep" and m.value == "to" for m in clause.marks):
        return False
    limbs = [p for p in clause.places if p.role == "object" and p.place in ("arm", "leg")]
    return bool(limbs) and all(p.role in ("object", "path", "at") for p in clause.places)


def lets_out(clause: Clause) -> bool:
    """As in "let it slip out of your grip"."""
    lows = [m.low for m in clause.marks]
    return lows[0] in ("let", "letting") and any(
        a == "out" and b == "of" for a, b in itertools.pairwise(lows)
    )


_SINKING = frozenset(
    [
        *("drop", "sink", "fall", "in", "down", "into", "through", "settle", "press", "melt", "pour"),
        *("arrive", "land", "spread", "drain", "flow", "pass", "travel"),
        *("forward", "forwards", "onto", "tip", "spill", "over"),
    ]
)


_WEIGHED = (
    *(
        "drop",
        "lower",
        "shift",
        "sink",
        "put",
        "bring",
        "add",
        "let fall",
        "let drop",
        "dump",
        "throw",
        "send",
    ),
    *("pour", "lean", "rest", "transfer", "pile", "lend", "tip", "rock", "load", "feed"),
)


WEIGHING = frozenset({"let", "allow", *_WEIGHED})
"""What is done with weight; of other verbs `sinks_weight` and `lets_weight_go` need not be asked."""


SPRUNG = frozenset(
    ["melt", "sink", "slip", "slide", "spring", "fall", "roll", "drop", "settle", "ease", "flop", "bounce"]
)
"""What flesh that was held does when it is let go."""


_CARRIED = ("carry", "take", "move", "bring", "swing", "draw", "guide", "circle", "rotate", "sweep", "lead")
_TRUNK = ("front", "shoulder", "head", "buttock", "hip")


def carries_joint(clause: Clause, state: State) -> bool:
    """As in "bend the knee and carry it in a circle" and "press the knee to the chest": the limb is moved."""
    if clause.tool or clause.flesh:
        return False
    limbs = [p for p in clause.places if p.role == "object" and p.place in ("leg", "arm")]
    ends = [p.place for p in clause.places if p.role == "to"]
    if clause.lemma in ("press", "push", "lean", "ease", "bring") and limbs and ends:
        return ends[-1] in _TRUNK and limbs[0].mark.low.split()[-1] in JOINTS
    lowered = clause.lemma == "lower" and clause.pronoun and not clause.places
    if lowered and state.place in ("leg", "arm", "head"):
        return state.technique == "stretch"
    moved = clause.pronoun and not clause.places and clause.lemma in _CARRIED
    return moved and "circle" in clause.directions and state.technique == "stretch"


def has_circles(clause: Clause) -> bool:
    """As in "walk the circles up to the neck": what goes along are the circles that are made."""
    return any(m.base == "circle" and m.cat == "motion" for m in clause.marks)


def lets_weight_go(clause: Clause) -> bool:
    """As in "let the weight go again", "let your weight come off": what was pressed is let go."""
    if clause.lemma not in ("let", "allow"):
        return False
    at = next((n for n, m in enumerate(clause.marks) if m.low.split()[-1] in ("weight", "bodyweight")), None)
    behind = " ".join(m.low for m in clause.marks[at + 1 :]) if at is not None else ""
    return behind.startswith(("go", "off", "come off", "lift", "rise")) and "into" not in behind


def sinks_weight(clause: Clause) -> bool:
    """As in "let your weight drop in", "drop my weight": weight that comes down presses."""
    if clause.lemma not in WEIGHING or lets_weight_go(clause):
        return False
    if not any(m.low.split()[-1] in ("weight", "bodyweight") and m.value != "light" for m in clause.marks):
        return False
    if clause.has("weight") and any(p.role == "object" for p in clause.places):
        return False
    if clause.lemma in ("let", "allow"):
        return any(not _SINKING.isdisjoint(m.low.split()) for m in clause.marks)
    return True


def oils_hands(clause: Clause) -> bool:
    """As in "rub a little of it into your palms": oil is spread in the hands, and nobody is rubbed."""
    worked = clause.lemma in {"rub", "work", "spread", "smooth", "massage", "warm", "smear", "distribute"}
    worked = worked or ("oil" in clause.topics and clause.lemma in ("put", "pour", "take", "get", "place"))
    if not worked or clause.places or clause.subject not in ("imp", "you"):
        return False
    owned = clause.holds("mine")
    return clause.tool == "palm" and owned and clause.tool_role in ("into", "at", "path", "to")


def oils(clause: Clause) -> bool:
    """As in "apply the oil to the back", "rub oil on her back": oil goes on somebody, not in the hands."""
    rubbed = clause.lemma == "rub" and clause.has("on", "over", "onto") and bool(clause.places)
    applied = clause.lemma in ("apply", "cover", "coat") or rubbed
    return applied and not clause.tool and clause.has("oil", "lotion", "cream")


BALLING = frozenset({"roll", "curl", "ball", "close", "fold", "clench", "bunch", "make"})
"""How a fist is made; of other verbs `forms_fist` need not be asked."""


def forms_fist(clause: Clause) -> bool:
    """As in "roll your hand into a fist": a hand is made ready, and nobody is rolled."""
    return (
        clause.lemma in BALLING
        and clause.tool in ("fist", "palm")
        and clause.tool_role == "into"
        and not clause.places
    )


def gives_back(clause: Clause) -> bool:
    """As in "as you give the sides back": flesh that was drawn up is let go by and by."""
    given = clause.lemma == "give" and clause.back and not (clause.tool or clause.person)
    return given and (clause.flesh or clause.has("sides", "it", "them", "side"))


def gives_pressure(clause: Clause) -> bool:
    """As in "apply slow, deep pressure to the buttock": it is pressed, however its pressure is called."""
    given = clause.lemma in {"apply", "exert", "give", "use", "administer", "deliver"}
    return given and clause.technique is None and any("pressure" in m.low.split() for m in clause.marks)


_BOWING = frozenset({"lean", "rock", "tip", "sway", "come", "tilt", "roll"})


def bows(clause: Clause) -> bool:
    """As in "rock forward", "lean forward": the giver's body, with nothing that is rocked or leaned."""
    bare = not (clause.tool or clause.places or clause.pronoun or clause.own_body or clause.sub)
    return bare and clause.lemma in _BOWING and clause.has("forward", "forwards")


def bears_down(clause: Clause, state: State, before: list[Clause]) -> bool:
    """As in "Lay your palms beside the spine and rock forward": the giver's weight comes onto them."""
    if not bows(clause):
        return False
    laid = any(c.act in ("put", "stay", "begin") and c.tool and c.places for c in before)
    last = next((s for r in reversed(state.records[-1:]) for s in reversed(r.strokes)), None)
    pressing = (Technique.HOLD, Technique.COMPRESSION, Technique.RELEASE)
    pressed = last is not None and last.technique in pressing
    return clause.subject in ("imp", "you") and (laid or pressed)
