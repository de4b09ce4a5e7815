"""Verbs of motion that move nothing here: schedules, explanations, oil in the hands, hair."""

from effleurage.reading._slots.handling import JOINTS
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.frames import says

PERCEIVING = (
    *(
        "consist",
        "comprise",
        "contain",
        "represent",
        "feel",
        "know",
        "see",
        "hear",
        "watch",
        "notice",
        "observe",
        "understand",
        "learn",
        "call",
        "mean",
    ),
    *(
        "sense",
        "believe",
        "recognise",
        "recognize",
        "discover",
        "teach",
        "show",
        "explain",
        "promise",
        "mind",
    ),
)
"""What somebody perceives or knows of a stroke is not done ("now you know the three strokes")."""


_TIMES_OF_LIFE = (
    *("evening", "night", "nightly", "daily", "bedtime", "morning", "day", "week", "weekly", "ward", "wards"),
    *("every day", "every night", "patients", "clinic", "centuries", "decades", "years", "nowadays"),
)


def is_schedule(clause: Clause) -> bool:
    """As in "the rub is given every evening": when such a thing is done, and not that it be done now."""
    given = clause.passive and clause.lemma in (
        "give",
        "do",
        "perform",
        "practise",
        "practice",
        "use",
        "offer",
    )
    if not given or clause.tool or not clause.has(*_TIMES_OF_LIFE):
        return False
    return all(p.role in ("pre", "object") for p in clause.places)


def lives_so(clause: Clause) -> bool:
    """As in "My wife sits at a desk all week": how somebody spends the day, and not how they sit now."""
    habitual = clause.act == "pose" and clause.form in ("s", "ed", "base") and clause.subject != "imp"
    return habitual and says(clause.spoken, "habit")


_TO_AND_FRO = (
    "each way",
    "one way",
    "each direction",
    "both ways",
    "side to side",
    "to and fro",
    "back and forth",
)


def turns_joint(clause: Clause) -> bool:
    """As in "turn the ankle slowly, three circles each way": a joint is moved, not only laid ready."""
    joint = any(p.role == "object" and p.mark.low.split()[-1] in JOINTS for p in clause.places)
    ways = any(w in m.low for m in clause.marks for w in _TO_AND_FRO)
    return joint and bool(
        ways
        or clause.motion_noun
        or clause.tool
        or clause.tempo
        or clause.counted
        or "circle" in clause.directions
    )


def done(clause: Clause) -> bool:
    """As in "as the first completes its fan": when another hand begins, not one more fan."""
    return not clause.places and (clause.act == "end" or clause.has("completes", "finishes", "ends"))


def acting_thing(clause: Clause) -> bool:
    """A movement or stroke that goes somewhere is performed; one that relaxes is explained."""
    if clause.act in ("end", "begin") and clause.motion_noun and clause.technique and clause.places:
        return True
    if clause.lemma in ("deserve", "get", "receive", "need", "like", "want", "love") and clause.technique:
        return clause.motion_noun and any(p.role == "pre" for p in clause.places)
    if clause.has("final", "last", "next") and clause.act in ("move", "go") and clause.places:
        return True
    return clause.motion_noun and clause.act == "go" and any(p.role in ("from", "to") for p in clause.places)


def elsewhere(clause: Clause) -> bool:
    """Oil in the hands, hair, clothes: the verb works on something else."""
    topics = set(clause.topics)
    if topics & {"hair"} and clause.lemma not in ("tug", "pull", "comb", "rake"):
        hair = [p for p in clause.places if p.mark.low.endswith("hair")]
        return not hair or any(p.role in ("object", "off") for p in hair)
    if "oil" in topics:
        on_body = any(p.place for p in clause.places)
        # As in "spread the oil with both palms in long strokes": strokes are never in the giver's hands.
        upward = clause.tool is None and bool({"up", "down"} & set(clause.directions))
        stroked = clause.motion_noun and (clause.tool_role == "with" or upward)
        return not (on_body or stroked)
    if topics & {"draping", "washing", "cushion"} and clause.head is not None:
        return not clause.tool or clause.has("towel", "sheet", "blanket")
    return False


def carries_off(clause: Clause, before: list[Clause]) -> bool:
    """As in "…, helping to drain lymph", "It takes the tension out": what a stroke is good for.

    So is what it works on of itself, as in "Here we're working on the nerves along the spine".

    Args:
        clause: The clause.
        before: Those before it in the sentence.
    """
    head = clause.head
    if (
        head is None
        or clause.tool
        or not (_tells_good(clause, before) or clause.has("help", "helps", "helping"))
    ):
        return False
    little = (*_LITTLE, "prep") if clause.act == "work" else _LITTLE
    named = _CARRIED_OFF | _INSIDE if clause.act == "work" else _CARRIED_OFF
    for mark in clause.marks:
        if mark.i >= head.j and (mark.low.split()[-1] in named or mark.cat not in little):
            return mark.low.split()[-1] in named
    return False


def _tells_good(clause: Clause, before: list[Clause]) -> bool:
    """Whether it is told of a stroke or of somebody who is at it, and nobody is told to do it."""
    doing = clause.form == "ing" and clause.subject == "you"
    if clause.participle or doing or clause.subject in ("pron", "thing"):
        return True
    aim = before[-1] if before and clause.link == "weak" and clause.technique != "petrissage" else None
    if aim is None:
        return False
    if aim.subject in ("pron", "thing"):
        # As in "It loosens the back and pushes fluid out".
        return clause.subject == "imp"
    # As in "You will also relax the shoulder and chase off tension.".
    return aim.subject == "you" and aim.technique is None and aim.holds("modal")


_LITTLE = ("det", "adv", "filler", "dir", "word")
_CARRIED_OFF = frozenset(
    ["lymph", "fluid", "fluids", "blood", "toxins", "waste", "tension", "stress", "strain"]
)
_INSIDE = frozenset(["nerve", "nerves", "circulation", "system", "glands"])
"""What no hand can take hold of."""


def warms_oil(parts: list[Clause], n: int) -> bool:
    """As in "pour oil into your hands, rub it warm": in the giver's own hands."""
    clause, behind = parts[n], parts[n + 1] if n + 1 < len(parts) else None
    if clause.lemma not in ("rub", "warm", "work") or clause.places:
        return False
    it = clause.has("it") or (behind is not None and behind.lemma == "warm" and behind.has("it"))
    return it and any("oil" in c.topics and c.act == "ready" for c in parts[:n])


_STANCE = frozenset(
    ["hips", "legs", "feet", "ankles", "knees", "back leg", "back foot", "hip", "waist", "toes"]
)


def works_from(clause: Clause) -> bool:
    """As in "leaning from the hips": with what of their own body givers work."""
    led = clause.lemma in {"lean", "rock", "push", "sway", "work", "bend"}
    if not led or clause.tool or clause.flesh or not clause.places:
        return False
    return all(p.role == "from" and p.mark.low in _STANCE for p in clause.places)
