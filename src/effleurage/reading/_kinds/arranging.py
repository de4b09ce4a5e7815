"""Positions: whether a sentence lays the receiver, places the giver or makes the hands ready."""

import itertools

from effleurage.reading._clauses.elsewhere import lives_so
from effleurage.reading._kinds.poised import lifts_palms
from effleurage.reading._slots.handling import oils_hands
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.arrangement import posture_told
from effleurage.reading._strokes.forehead import forehead_on_hands
from effleurage.reading._words.mark import Mark
from effleurage.reading._words.relay import READY

_BODY = frozenset(
    {
        "lie",
        "rest",
        "turn",
        "bend",
        "place",
        "put",
        "lay",
        "let",
        "fold",
        "lie down",
        "sit",
        "straighten",
        "extend",
        "bring",
        "face",
        "roll",
        "set",
        "prop",
        "support",
        "position",
        "recline",
        "roll over",
        "turn over",
        "lean",
        "tuck",
        "stretch",
        "lower",
        "keep",
        "stay",
        "raise",
        "relax",
        "drape",
    }
)


_LYING = ("lie", "rest", "hang", "face", "point", "dangle", "stay", "settle", "turn", "droop", "flop")
"""What a forehead, an arm or a leg of the receiver does when it is laid ready."""


def poses(parts: list[Clause], state: State) -> bool:
    """Whether a sentence only has giver or receiver take a position, or readies the giver's hands."""
    if any(
        c.lemma in {"feel", "notice", "see", "find", "sit back"} and c.subject in ("you", "imp")
        for c in parts[:1]
    ):
        return False
    aside = ("why", "as_if", "than", "until", "when")
    if any(c.has("deodorant", "antiperspirant") for c in parts):
        # As in "any deodorant should be washed off before lying down": done long before.
        parts = [c for c in parts if c.subject == "imp" and not (c.participle or "washing" in c.topics)]
    return any(_poses(c, parts, state) for c in parts if c.sub not in aside)


_OWN = frozenset({"arm", "leg", "head", "front"})
"""Parts of the receiver that are laid ready."""


def _poses(clause: Clause, parts: list[Clause], state: State) -> bool:
    if clause.neg is not None or clause.sub == "if" or "rest" in clause.topics:
        return False
    if oils_hands(clause) or lives_so(clause):
        return False
    if stands_ready(clause) or lifts_palms(clause, parts, state):
        return True
    if clause.clasps or forehead_on_hands(clause):
        return True
    lows = clause.lows
    own = [p.role for p in clause.places if p.place in _OWN and p.role in ("pre", "topic")]
    limb = (bool(clause.directions) or len(clause.places) > 1) and "pre" in own
    if (
        own
        and clause.subject in ("thing", "receiver")
        and clause.lemma.partition(" ")[0] in _LYING
        and not clause.passive
    ):
        return clause.tool is None or clause.tool_role != "pre"
    if (
        limb
        and clause.subject == "thing"
        and clause.lemma in ("come", "go", "hang", "lie", "rest", "stay", "drop")
    ):
        return True
    lies = "lie" in clause.topics and (
        clause.head is not None
        or clause.person
        or clause.topics["lie"].cats["topic"].get("posture") != "seated"
        or clause.holds("theirs")
    )
    if lies and (clause.head is None or clause.subject in ("receiver", "imp", "you", "pron")):
        return clause.act not in ("mind", "state") or clause.lemma in (
            "ask",
            "want",
            "need",
            "encourage",
            "invite",
            "tell",
            "have",
            "be",
            "explain",
        )
    if clause.act == "pose" and clause.subject in ("imp", "you", "receiver", "pron"):
        return True
    if clause.lemma == "lay" and clause.subject in ("pron", "receiver") and clause.tool is None:
        return True
    if clause.lemma in ("lie", "stand") and clause.subject in ("receiver", "pron", "imp", "you"):
        return True
    if clause.lemma in {
        "ask",
        "get",
        "have",
        "help",
        "let",
        "tell",
        "invite",
        "encourage",
        "allow",
        "make",
    } and (clause.person or clause.pronoun or lows & {"them", "her", "him"}):
        behind = clause.head.i if clause.head is not None else -1
        later = [m for m in clause.marks if m.cat in ("verb", "word", "dir") and m.i > behind]
        others = [c.head for c in parts if c is not clause and c.head is not None]
        return any(
            m.low in _BODY
            or (m.cat == "verb" and m.cats["verb"].lemma.partition(" ")[0] in (*_BODY, "kneel", "stand"))
            for m in later + others
        )
    if clause.subject == "receiver" and clause.lemma.partition(" ")[0] in _BODY:
        return True
    if clause.act == "put" and clause.pronoun and not clause.tool and not clause.places:
        limbs = [p for c in parts if c.sub == "if" for p in c.places if p.place in ("arm", "leg", "head")]
        return bool(limbs)
    if clause.act == "go" and clause.subject == "you" and walks_round(clause):
        return True
    if changes_place(clause):
        return True
    if clause.own_body and not (clause.places or clause.tool or clause.participle):
        return clause.subject in ("imp", "you") and clause.act not in ("mind", "state")
    if clause.lemma == "be" and clause.subject == "you" and clause.tool is None and _stands_by(clause):
        return True
    if clause.head is None and clause.tool == "palm" and clause.directions in (["up"], ["down"]):
        return not clause.places
    told = clause.head is None and clause.marks and clause.marks[0].cat == "subj" and clause.tool is None
    if told and clause.marks[0].low not in ("i", "we") and _is_near(clause, clause.marks[1:4]):
        return True
    if clause.act in {"put", "stay", "move", "go", "ready", "work", "manner"} and clause.subject in (
        "imp",
        "you",
    ):
        if "cushion" in clause.topics:
            return True
        if clause.lemma in {
            "turn",
            "bend",
            "lift",
            "place",
            "put",
            "lay",
            "rest",
            "bring",
            "straighten",
            "raise",
            "fold",
            "support",
            "take",
            "prop",
            "lower",
            "position",
            "slide",
        } and (
            any(
                p.place in ("leg", "arm", "head", "front") and p.role in ("object", "topic")
                for p in clause.places
            )
            and clause.tool is None
        ):
            return True
    if clause.head is None and clause.fingers and not (clause.tool or clause.places) and _told_so(clause):
        return True
    if clause.lemma in ("spread", "splay", "open") and clause.fingers and not (clause.tool or clause.places):
        return clause.subject in ("imp", "you")
    if clause.tool or clause.lemma in ("interlace", "clasp", "interlock", "link"):
        if (
            clause.lemma
            in (
                "clasp",
                "interlace",
                "interlock",
                "link",
                "make",
                "form",
                "clench",
                "curl",
                "cup",
                "keep",
                "splay",
                "open",
                "spread",
                "turn",
                "point",
                "fold",
                "stack",
                "hold",
                "support",
                "place",
                "put",
                "shake",
                "rest",
                "reinforce",
                "raise",
                "join",
            )
            and not clause.places
        ):
            return clause.subject in ("imp", "you", "hands")
        if clause.lemma in ("point", "direct", "aim", "orient") and clause.tool == "fingertips":
            return clause.subject in ("imp", "you", "hands")
        if clause.passive and clause.lemma in ("spread", "splay", "open") and clause.tool == "fingertips":
            return not clause.places
        if (
            clause.subject == "hands"
            and clause.act in ("state", "manner")
            and (
                clause.fingers
                or lows & {"pointing", "facing", "parallel", "flat", "splayed", "point", "face", "relaxed"}
            )
        ):
            return True
        if clause.head is None and clause.fingers and not clause.places:
            return True
    if clause.head is None and not clause.tool and posture_told(clause.marks, receiver=True) is not None:
        return True
    if clause.head is None and (
        lows & {"prone", "supine", "seated", "lunge", "kneeling", "standing", "sitting"}
    ):
        return True
    return bool(clause.head is None and clause.person and "draping" in clause.topics)


def stands_ready(clause: Clause) -> bool:
    """As in "Your second hand is waiting on the same side.": it lies nowhere yet, and is at hand."""
    if clause.head is not None or not _MUTED.issuperset(clause.cats):
        return False
    return clause.has("hand", "palm", "one") and not _AT_HAND.isdisjoint(clause.lows)


_MUTED = frozenset({"filler", "det", "mine", "comma"})
"""What is left of words that were taken out of the way."""
_AT_HAND = READY | {"ready to", "waits", "hovers", "stands by", "standing by", "nearby"}


def _told_so(clause: Clause) -> bool:
    """As in "The fingers are spread wide": how they are, said with a verb that is one word with them."""
    return any(m.cat == "fingers" and " are " in m.low for m in clause.marks)


def _stands_by(clause: Clause) -> bool:
    """As in "I'm up at the head end": where the giver is."""
    if clause.head is None:
        return False
    behind = [m for m in clause.marks if m.i > clause.head.i][:3]
    return _is_near(clause, behind) and not clause.person


def _is_near(clause: Clause, words: list[Mark]) -> bool:
    near = any(m.cat == "prep" and m.low in _NEAR for m in words)
    beside = ("head", "leg", "hip", "shoulder", "flank")
    where = any(p.role == "at" and p.place in beside for p in clause.places)
    return near and (where or "room" in clause.topics or clause.has("side", "partner", "client", "receiver"))


_NEAR = ("at", "by", "behind", "beside", "next to", "near")


def walks_round(clause: Clause) -> bool:
    """As in "I come back up to the head": the giver changes places, and brings no hand along."""
    explicit = clause.holds("subj")
    ends = [p for p in clause.places if p.role == "to"]
    return (
        explicit
        and clause.tool is None
        and not clause.pronoun
        and clause.lemma in ("come", "go", "move", "walk", "step", "head", "shift", "return")
        and (bool(ends) or (clause.side_stated and clause.has("round", "around", "over", "across")))
        and len(ends) == len(clause.places)
    )


_WALKING = frozenset(
    {"come", "go", "move", "walk", "step", "climb", "shuffle", "shift", "scoot", "get", "return"}
)
_ENDS = ("head", "feet", "foot", "head end", "foot end", "foot end")
_SEATS = ("chair", "stool", "kitchen chair", "dining chair", "armchair")


def changes_place(clause: Clause) -> bool:
    """As in "Come round to his head", "Walk round the bed", "Pull up a stool": no hand moves."""
    if clause.subject not in ("imp", "you") or clause.neg is not None or clause.tool:
        return False
    if clause.lemma in _FETCHING and clause.has(*_SEATS):
        return True
    if clause.lemma not in _WALKING or clause.pronoun or clause.technique == "petrissage":
        return False
    lows = {w for m in clause.marks for w in m.low.split()}
    ends = [p for p in clause.places if p.role == "to"]
    if len(ends) != len(clause.places):
        return False
    rounds = bool(lows & {"round", "around", "over", "across"})
    if lows & _FURNITURE:
        return rounds or bool(lows & {"side", "end", "head", "foot", "other", "top", "to"})
    named = bool(ends) and all(p.mark.low.split()[-1] in _ENDS for p in ends)
    ways = {"up", "down"} & set(clause.directions)
    return named and (
        rounds or (not ways and clause.lemma in ("move", "go", "come", "walk", "step", "shuffle"))
    )


def faces_for(clause: Clause) -> bool:
    """As in "facing across the back, for some long pulls" and "ready for the next stroke": what it is for."""
    if clause.lemma not in ("face", "look", "ready") or clause.tool or not clause.motion_noun:
        return False
    led = next((n for n, mark in enumerate(clause.marks) if mark.low == "for"), len(clause.marks))
    return any(mark.cat == "motion" for mark in clause.marks[led:])


def rests_on_giver(clause: Clause) -> bool:
    """As in "bend her knee over your thigh", "lift his foot into your lap": a limb is laid ready."""
    if not any(p.role == "object" and p.place in ("leg", "arm", "head") for p in clause.places):
        return False
    pairs = itertools.pairwise(clause.marks)
    return any(a.cat == "mine" and b.low in ("thigh", "thighs", "lap", "knee", "knees") for a, b in pairs)


_FETCHING = frozenset({"pull", "bring", "draw", "move", "drag", "slide", "pull up", "fetch", "take", "grab"})
_FURNITURE = frozenset(
    ["bed", "table", "chair", "couch", "mat", "futon", "mattress", "sofa", "plinth", "stool"]
)
