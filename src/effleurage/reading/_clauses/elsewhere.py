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
    """As in "…, helping to drain lymph", "you're driving out tension": what a stroke is good for."""
    head, marks = clause.head, clause.marks
    told = clause.participle or (head is not None and head.form == "ing" and clause.subject == "you")
    if before and clause.link == "weak" and clause.technique != "petrissage":
        # As in "You will also relax the shoulder and chase off tension.".
        aim = before[-1]
        told = told or (aim.subject == "you" and aim.technique is None and aim.holds("modal"))
    if head is None or clause.tool or not (told or clause.has("help", "helps", "helping")):
        return False
    little = ("det", "adv", "filler", "dir")
    behind = next((m for m in marks if m.i >= head.j and m.cat not in little), None)
    return behind is not None and behind.low.split()[-1] in _CARRIED_OFF


_CARRIED_OFF = frozenset(
    ["lymph", "fluid", "fluids", "blood", "toxins", "waste", "tension", "stress", "strain"]
)


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
