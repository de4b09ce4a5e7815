"""What a sentence forbids, and what only rules."""

from effleurage.reading._slots.clause_subject import SHY
from effleurage.reading._slots.restraint import restrains
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.frames import verbs
from effleurage.routine import Limit, Place

_NAMED = frozenset(str(place) for place in Place)
"""Places of the contract; "there" points at one, and forbids none by itself."""


def keeps_clear(clause: Clause) -> bool:
    """As in "keep off the ribs" and "stay below the neck": staying where the place is not."""
    bounded = clause.lemma == "stay" and clause.tool is None and clause.duration is None
    return clause.has("off", "away") or (bounded and clause.has("below", "above", "clear", "outside"))


def limits_of(clause: Clause) -> list[Limit]:
    """What a clause forbids or bounds: one entry for each place."""
    if clause.sub in {"if", "why", "as_if", "than"}:
        return []
    if clause.neg is None:
        return kept_clear(clause)
    if excused(clause):
        return []
    neg = clause.neg
    whole = neg.low in _BARRED
    span = clause.span if whole or _is_barred(clause) else (neg.start, clause.span[1])
    behind = [
        p.place
        for p in clause.places
        if p.place in _NAMED and (p.mark.i > neg.i or whole or _is_barred(clause))
    ]
    names = list(dict.fromkeys(behind))
    if not names and clause.has("bone", "bones"):
        return [Limit(span=span, avoid=Place.SPINE)]
    if not names:
        return [Limit(span=span, avoid=None)]
    return [Limit(span=span, avoid=Place(name)) for name in names]


SKIPPING = frozenset({"skip", "omit", "miss", "bypass", "exclude", "dodge", "spare", "miss out"})
_EASING = frozenset({"ease up", "ease off", "lighten up", "let up", "back off"})
_CLEARING = frozenset({"keep", "stay", *_EASING, *SKIPPING})
_BARRED = ("avoided", "off limits", "out of bounds", "must be avoided", "left alone")
_SPARED = (
    "left alone",
    "avoided",
    "best avoided",
    "untouched",
    "alone",
    "taboo",
    "forbidden",
    "sacred",
    "off limits",
    "out of bounds",
    "no go",
)


def kept_clear(clause: Clause) -> list[Limit]:
    """What is bounded without a word of forbidding."""
    bounding = restrains(clause)
    clears = clause.lemma in _CLEARING or clause.subject == "thing" or clause.directions == ["off"]
    if not (bounding or clears):
        return []
    places = list(dict.fromkeys([p.place for p in clause.places if p.place in _NAMED]))
    start = clause.head.start if clause.head else clause.span[0]
    if bounding:
        return [Limit(span=clause.span, avoid=Place(p)) for p in places] or [
            Limit(span=clause.span, avoid=None)
        ]
    kept = clause.lemma in ("keep", "stay") and bool(places) and keeps_clear(clause)
    if clause.lemma == "keep" and "off" in clause.directions and clause.has("it", "them") and not places:
        return [Limit(span=(start, clause.span[1]), avoid=None)]
    eased = clause.lemma in _EASING and any(p.role in ("at", "path") for p in clause.places)
    eased = eased or (
        clause.lemma in SKIPPING and bool(places) and clause.subject in ("imp", "you") and not clause.tool
    )
    off = clause.head is None and not clause.tool and not clause.technique and clause.directions == ["off"]
    if kept or eased or (off and places and clause.marks[0].low in ("off", "away")):
        avoid = [None] if eased and clause.lemma not in SKIPPING else [Place(p) for p in places]
        return [Limit(span=(start, clause.span[1]), avoid=each) for each in avoid]
    if clause.subject == "thing" and clause.lemma in ("stay", "be", "remain", "go") and clause.has(*_SPARED):
        return [Limit(span=clause.span, avoid=Place(p)) for p in places] or [
            Limit(span=clause.span, avoid=None)
        ]
    return []


def _is_barred(clause: Clause) -> bool:
    """As in "the spine is never pressed" and "the bones are not for pressing": what is spared comes first."""
    if clause.subject not in ("thing", "imp") or clause.neg is None:
        return False
    placed = any(p.mark.i < clause.neg.i for p in clause.places)
    worked = clause.passive or any(
        m.low == "for" or m.cat == "motion" for m in clause.marks if m.i > clause.neg.i
    )
    return placed and worked


def excused(clause: Clause) -> bool:
    """Whether a forbidding word forbids nothing that hands could do."""
    neg, low = clause.neg, clause.neg.low if clause.neg else ""
    if clause.lemma in verbs("remember"):
        return True
    if neg is None or _is_barred(clause):
        return neg is None
    bodily = bool(clause.places or clause.tool)
    if not bodily and _is_aside(clause):
        return True
    if must_not_hurt(clause) or (clause.has("lose", "break", "losing", "breaking") and clause.has(*_TOUCH)):
        return False
    ahead = [m for m in clause.marks if m.i < neg.i][-3:]
    if clause.has(*SHY) or any(m.low in ("have", "has", "had", "'ve", "having") for m in ahead):
        return True
    spoken = clause.head is not None and any(
        m.cat == "comma" and neg.i < m.i < clause.head.i for m in clause.marks
    )
    if spoken and clause.act == "mind" and bodily:
        return False
    if low in _UNABLE and clause.subject == "imp":
        return True
    if low.split()[0] in _AWAY and not clause.topics.keys() - {"contraindication"}:
        return False
    behind = [m for m in clause.marks if m.i > neg.i]
    if behind and behind[0].cat in ("prep", "dir", "further"):
        someone = any(m.cat in ("subj", "person", "pron") for m in behind[1:2])
        return someone or (clause.subject == "thing" and clause.act in ("state", "mind"))
    if (
        low == "no"
        and not bodily
        and not clause.has(*_FORCE)
        and behind
        and behind[0].cat == "word"
        and not behind[0].low.endswith("ing")
    ):
        return True
    if low == "without" and clause.act in ("mind", "state"):
        return True
    if low in ("instead of", "rather than") and not clause.places and not clause.tool:
        return True
    if (
        low == "without"
        and (clause.subject in ("thing", "receiver") or clause.head is None)
        and not clause.places
    ):
        return True
    held = clause.holds("modal", "motion") and clause.act in (
        "move",
        "go",
        "put",
        "free",
    )
    if clause.subject == "thing" and clause.head is not None and not clause.passive and low in _DENIALS:
        return not (held and bodily)
    if clause.subject in ("thing", "pron", "receiver") and not bodily and not low.startswith(_ORDERS):
        return True
    if clause.head is not None and clause.act in ("mind", "state", "ready", "on", "end"):
        return clause.lemma not in _BOUNDED and (not bodily or clause.subject in ("you", "pron", "receiver"))
    if low == "no" and not clause.places and clause.topics:
        return True
    return not (bodily or _touches(clause))


def _is_aside(clause: Clause) -> bool:
    """As in "don't come at me in the comments" and "you may not check your phone": about nobody's body."""
    at_us = clause.head is not None and any(
        m.low in ("me", "us") and m.i > clause.head.i for m in clause.marks
    )
    return at_us or bool(set(clause.topics) & {"media", "room"} and clause.act in ("manner", "mind", "go"))


def must_not_hurt(clause: Clause) -> bool:
    """As in "it should never hurt" and "nothing should be painful"."""
    hurts = clause.lemma in _BOUNDED or (clause.lemma in ("be", "feel", "get") and clause.has(*_PAINFUL))
    neg = clause.neg.low if clause.neg is not None else ""
    if not hurts:
        return False
    ordered = any(m.low in ("should", "must", "may", "ought") for m in clause.marks if m.cat == "modal")
    return ordered or neg.startswith(("mustn't", "must not", "shouldn't", "should not", "nothing"))


_TOUCH = ("contact", "touch", "skin contact")
_PAINFUL = ("painful", "sore", "uncomfortable", "unpleasant", "unbearable", "agony", "torture", "rough")
_FORCE = ("force", "strength", "pressure", "weight", "effort", "muscle", "brute force", *_TOUCH)

_UNABLE = (
    *("can't", "cannot", "couldn't", "won't", "wouldn't", "doesn't", "didn't", "isn't", "aren't", "wasn't"),
    *("weren't", "haven't", "hasn't", "ain't", "does not", "did not"),
)
"""No command begins with these: "the places that they can't reach"."""
_AWAY = (
    "leave",
    "stay",
    "keep",
    "steer",
    "avoid",
    "nothing",
    "staying",
    "keeping",
    "steering",
    "avoiding",
    "hands",
    "spare",
)
_ORDERS = ("no", "leave", "keep", "avoid", "stay", "take care", "be careful")
_BOUNDED = frozenset(
    {
        "exceed",
        "hurt",
        "hurry",
        "rush",
        "overdo",
        "force",
        "bruise",
        "pain",
        "risk",
        "tickle",
        "damage",
        "injure",
    }
)
_DENIALS = (
    *(
        "don't",
        "doesn't",
        "isn't",
        "do not",
        "does not",
        "never",
        "won't",
        "aren't",
        "not",
        "can't",
        "cannot",
    ),
    *("didn't", "wouldn't", "no", "neither"),
)


def _touches(clause: Clause) -> bool:
    """Whether a clause without tool or place is about touch at all."""
    if (
        clause.technique
        or clause.pressure
        or clause.tempo
        or clause.caution
        or clause.flesh
        or clause.lemma in _BOUNDED
    ):
        return True
    if clause.head is None:
        return any(
            m.cat in ("motion", "press")
            or (m.low.endswith("ing") and ("verb" not in m.cats or m.cats["verb"].get("act") != "ready"))
            for m in clause.marks
        )
    if clause.act == "unknown":
        return clause.subject == "imp" and (clause.pronoun or clause.has("there", "here"))
    return clause.act in ("move", "put", "stay", "free", "make", "go", "work", "manner") and (
        clause.subject in ("imp", "hands")
        or clause.passive
        or clause.holds("modal")
        or clause.subject == "you"
    )


def contraindicates(parts: list[Clause]) -> bool:
    """Who must not be massaged at all: advice about people, not about hands."""
    if not any("contraindication" in c.topics for c in parts):
        return False
    banned = next((c for c in parts if c.neg is not None and c.head is not None), None)
    return (
        banned is not None
        and not banned.places
        and banned.lemma
        in ("massage", "treat", "use", "give", "do", "work", "try", "apply", "perform", "practise")
    )


def stops(parts: list[Clause]) -> bool:
    """As in "Stop if it hurts": a bound."""
    first = parts[0] if parts else None
    return (
        first is not None
        and first.lemma.startswith("stop")
        and first.subject == "imp"
        and any(c.sub in ("if", "when") for c in parts)
        and not any(_works_there(c) for c in parts[1:])
    )


def _works_there(clause: Clause) -> bool:
    """As in "Stop where it is tight and press there": the stop is only the way to what is done."""
    told = clause.sub is None and clause.neg is None and clause.subject == "imp"
    return told and clause.act in ("move", "stay") and clause.link in ("weak", "strong")


def is_rule(parts: list[Clause]) -> bool:
    """As in "Always push towards the heart and never drag": how it is to be done, not that it be done."""
    opens = bool(parts) and parts[0].has("always") and not parts[0].tool
    always = opens and any(m.low == "always" for m in parts[0].marks[:2])
    return always and any(c.neg is not None for c in parts) and not any(c.places for c in parts)
