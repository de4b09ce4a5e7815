"""A sentence's meaning: its kind, its strokes, what it forbids."""

import dataclasses
import itertools
from dataclasses import dataclass, field
from typing import Any, final

from effleurage.reading._arranging import arrangement_of, poses
from effleurage.reading._details import details, hand_shape
from effleurage.reading._extract import extract
from effleurage.reading._fill import advance, fill
from effleurage.reading._state import State
from effleurage.reading._technique import technique_of
from effleurage.reading._written import Clause
from effleurage.routine import Arrangement, Kind, Limit, Place, Span, Stroke

_DROPPED = ("if", "why", "as_if", "than", "purpose")
_WORKING = (
    "effleurage",
    "petrissage",
    "friction",
    "tapotement",
    "vibration",
    "compression",
    "stretch",
    "other",
)
_SKIN = ("move", "put", "stay", "free", "work", "go")


@final
@dataclass
class Meaning:
    """What a sentence turned out to be."""

    kind: Kind
    strokes: list[Stroke] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)
    arrangement: Arrangement | None = None
    topic: str | None = None
    repeat: Clause | None = None
    unknown: Span | None = None
    problem: str | None = None
    shape: dict[str, Any] = field(default_factory=dict)
    outcome: list[tuple[Clause, str | None]] = field(default_factory=list)


def understand(parts: list[Clause], state: State) -> Meaning:
    """Read a sentence in its context, and move the context on."""
    tool = state.tool
    for clause in parts:
        extract(clause, state.limb, tool)
        if clause.act == "put" and clause.pronoun and clause.tool is None and clause.places:
            clause.tool = state.mentioned_tool
        state.third = state.third or clause.third
        tool = clause.tool or tool
    limits = [] if _contraindicates(parts) else [limit for clause in parts for limit in _limits(clause)]
    meaning = Meaning(Kind.NOTE, limits=limits)
    _scene(parts, state)
    if _stops(parts):
        meaning.kind = Kind.LIMIT
        meaning.limits = limits or [Limit(span=parts[0].span, avoid=None)]
        return meaning
    again = (
        next((c for c in parts if _repeats(c, parts)), None)
        or _refers(parts)
        or _count_led(parts)
        or _bare_side(parts)
    )
    motions = [] if _rule(parts) else _motions(parts, state, again)
    if again is None and not motions:
        again = next((c for c in parts if _counts(c)), None)
    if again is not None and _mainly_repeats(again, motions):
        meaning.kind, meaning.repeat = Kind.REPEAT, again
        meaning.outcome = [(c, t) for c, t in motions if c.subject == "thing"]
    elif motions:
        drafts = strokes_of(motions, state)
        drafts = details(parts, drafts, state)
        meaning.strokes = drafts
        placed = all(s.technique == "hold" for s in drafts) and not any(_meant(c) for c, _ in motions)
        meaning.kind = Kind.SETUP if placed else Kind.STROKE
        meaning.repeat = again
    elif poses(parts, state):
        meaning.kind = Kind.SETUP
        _lay_ready(parts, state)
    elif _ready(parts, state):
        meaning.kind = Kind.PREPARATION
    elif limits or any(c.caution for c in parts):
        meaning.kind = Kind.LIMIT
        if not limits:
            clause = next(c for c in parts if c.caution)
            meaning.limits = [Limit(span=clause.span, avoid=None)]
    if not meaning.strokes and meaning.kind is Kind.SETUP:
        meaning.shape = hand_shape([m for c in parts for m in c.marks])
        _keep_shape(meaning.shape, state)
    meaning.arrangement = arrangement_of(parts)
    if meaning.kind in (Kind.NOTE, Kind.PREPARATION, Kind.LIMIT):
        meaning.topic = _topic(parts, meaning.kind)
    return meaning


_TOPICS = (
    "contraindication",
    "feedback",
    "breathing",
    "oil",
    "washing",
    "hair",
    "draping",
    "cushion",
    "room",
    "rest",
    "media",
    "reason",
)


def _lay_ready(parts: list[Clause], state: State) -> None:
    """A limb laid ready is where the hands will work."""
    for ref in (p for c in parts if c.neg is None for p in c.places):
        if ref.place in ("leg", "arm"):
            state.place, state.side_place, state.reach = ref.place, ref.place, ref.reach
            one = not ref.plural or any(
                m.low in ("one", "one of") for c in parts for m in c.marks if m.end <= ref.mark.start
            )
            state.side = (
                ref.side if ref.side in ("left", "right", "one", "other") else "one" if one else "both"
            )


def _contraindicates(parts: list[Clause]) -> bool:
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


def _stops(parts: list[Clause]) -> bool:
    """ "Stop if it hurts": a bound."""
    first = parts[0] if parts else None
    return (
        first is not None
        and first.lemma == "stop"
        and first.subject == "imp"
        and any(c.sub in ("if", "when") for c in parts)
    )


def _topic(parts: list[Clause], kind: Kind) -> str | None:
    said = {t for c in parts for t in c.topics}
    return next((t for t in _TOPICS if t in said), "chat" if kind is Kind.NOTE else None)


def _keep_shape(shape: dict[str, Any], state: State) -> None:
    state.fingers = shape.get("fingers", state.fingers)
    state.pointing = shape.get("pointing", state.pointing)
    state.index_along = shape.get("index", state.index_along)


def _mainly_repeats(again: Clause, motions: list[tuple[Clause, str | None]]) -> bool:
    """The sentence repeats, and what moves besides is only the repeat's outcome."""
    motions = [
        (c, t)
        for c, t in motions
        if not (t == "hold" and (c.back or c.has("where they started", "where you started")))
    ]
    first = all(c.span[0] > again.span[0] for c, _ in motions)
    return first and all(c.subject == "thing" for c, _ in motions)


def _rule(parts: list[Clause]) -> bool:
    """ "Always push towards the heart and never drag": how it is to be done, not that it be done."""
    always = parts and any(m.low == "always" for m in parts[0].marks[:2]) and not parts[0].tool
    return bool(always) and any(c.neg is not None for c in parts) and not any(c.places for c in parts)


def _limits(clause: Clause) -> list[Limit]:
    """What a clause forbids: one entry for each place."""
    if (
        clause.neg is None
        and clause.lemma in ("keep", "stay")
        and clause.places
        and {"off", "away"} & {m.low for m in clause.marks}
    ):
        span = (clause.head.start if clause.head else clause.span[0], clause.span[1])
        return [Limit(span=span, avoid=Place(p.place)) for p in clause.places]
    if clause.neg is None or clause.sub in ("if", "why", "as_if", "than"):
        return []
    neg = clause.neg
    if (
        clause.subject == "thing"
        and clause.head is not None
        and not clause.passive
        and neg.low in ("don't", "doesn't", "isn't", "do not", "does not", "never", "won't", "aren't", "not")
    ):
        return []
    if clause.subject in ("thing", "pron", "receiver") and not clause.places and neg.low != "no":
        return []
    if neg.low == "no" and not clause.places and clause.topics:
        return []
    if neg.low in ("instead of", "rather than") and not clause.places and not clause.tool:
        return []
    if neg.low == "without" and not clause.places and clause.head is None:
        return []
    if (
        clause.head is not None
        and clause.act in ("mind", "state", "ready", "on", "end")
        and not clause.places
        and not clause.tool
    ):
        return []
    span = (neg.start, clause.span[1])
    names = list(
        dict.fromkeys(
            p.place
            for p in clause.places
            if p.mark.i > neg.i or neg.low in ("avoided", "off limits", "out of bounds", "must be avoided")
        )
    )
    if neg.low in ("avoided", "off limits", "out of bounds", "must be avoided"):
        span = clause.span
    if not names and clause.has("bone", "bones"):
        return [Limit(span=span, avoid=Place.SPINE)]
    if not names:
        return [Limit(span=span, avoid=None)]
    return [Limit(span=span, avoid=Place(name)) for name in names]


_FOUND = ("meet", "find", "feel", "hit", "touch", "come across", "reach")


def _scene(parts: list[Clause], state: State) -> None:
    """ "When you reach the shoulders," says where the hands are."""
    for n, clause in enumerate(parts):
        if (
            clause.sub == "when"
            and clause.places
            and n + 1 < len(parts)
            and clause.subject in ("you", "imp", "hands", "pron")
        ):
            if clause.neg is None and clause.act in ("end", "go", "state", "move", "none", "put", "manner", "mind"):
                ref = clause.places[-1]
                nxt = next((c for c in parts[n + 1 :] if c.sub is None), None)
                if nxt is not None and nxt.tool is None and clause.tool is not None:
                    nxt.tool, nxt.tool_wide, nxt.hands = clause.tool, clause.tool_wide, clause.hands
                if nxt is not None and not any(p.role == "from" for p in nxt.places):
                    spot = clause.lemma in _FOUND[:-1]
                    ref.role = "at" if spot else "from"
                    nxt.places.insert(0, ref)
                    nxt.start_place = not spot


def _motions(parts: list[Clause], state: State, again: Clause | None) -> list[tuple[Clause, str | None]]:
    """The clauses in which hands move, press or hold, each with its technique; manner is merged."""
    found: list[tuple[Clause, str | None]] = []
    carried: list[Clause] = []
    scratch = _context(state)
    for n, clause in enumerate(parts):
        if clause is again:
            continue
        if clause.participle and again is not None and not found and not clause.leading:
            if clause.act not in ("go", "work"):
                clause.places, clause.directions = [], []
            continue
        if clause.subject == "hands" or (clause.tool and clause.passive):
            scratch.hands_subject = True
        if (
            clause.head is None
            and found
            and clause.side_stated
            and not (clause.technique or clause.tool or clause.places or clause.directions)
        ):
            found.append((_mirrored(found[-1][0], clause), found[-1][1]))
            continue
        if (
            clause.head is None
            and found
            and clause.link in ("weak", "comma", "strong")
            and found[-1][1] == "hold"
            and _gap(clause)
        ):
            nxt = parts[n + 1] if n + 1 < len(parts) else None
            if nxt is not None and nxt.link == "strong" and nxt.pronoun and not nxt.places:
                for ref in clause.places:
                    ref.role = "object"
                nxt.places, nxt.hands, nxt.hands_stated = clause.places, clause.hands, True
                continue
            clause.technique = "hold"
            if not found[-1][0].places:
                clause.tool, clause.tool_wide = found[-1][0].tool, found[-1][0].tool_wide
                clause.duration = clause.duration or found[-1][0].duration
                clause.moment = True
                found[-1] = (clause, "hold")
            else:
                found.append((clause, "hold"))
            continue
        if clause.neg is not None and clause.neg.low.startswith("stopping short") and found:
            for ref in clause.places:
                ref.role = "to"
            _merge(found[-1][0], clause)
            continue
        if (
            clause.head is None
            and found
            and clause.marks[0].low.startswith(("back", "and back", "there and back"))
        ):
            clause.back = True
            clause.act = "go"
            found.append((clause, found[-1][1]))
            continue
        nxt = parts[n + 1] if n + 1 < len(parts) else None
        if (
            clause.act in ("work", "none")
            and (clause.head is not None or (clause.tool and not clause.places))
            and not clause.technique
            and nxt is not None
            and nxt.head is None
            and nxt.technique
            and not nxt.tool
            and nxt.neg is None
        ):
            nxt.tool, nxt.tool_wide, nxt.hands, nxt.hands_stated = (
                clause.tool,
                clause.tool_wide,
                clause.hands,
                clause.hands_stated,
            )
            nxt.places += [p for p in clause.places if not nxt.places]
            continue
        if _asked(parts, n) or not _moves(clause, scratch, parts, n):
            _supply(clause, found, carried, parts, n)
            continue
        technique = technique_of(clause, scratch)
        if _pulls_flesh(clause, parts, n):
            technique = "petrissage"
        if technique == "compression":
            clause.directions = ["into" if d == "in" else d for d in clause.directions]
        if clause.act == "on" and found and not clause.directions and "circle" in found[-1][0].directions:
            clause.directions = ["circle"]
        if _progress(clause, technique, parts, n, found):
            if found:
                _carry(found, clause)
            else:
                carried.append(clause)
            continue
        if (
            found
            and clause.participle
            and not clause.leading
            and found[-1][0].act == "work"
            and technique in _WORKING
            and clause.technique
        ):
            _merge(found[-1][0], clause)
            found[-1] = (found[-1][0], technique)
            continue
        if _manner(clause, technique, found):
            _merge(found[-1][0], clause)
            if clause.tool and technique:
                found[-1] = (found[-1][0], found[-1][1])
            continue
        if (
            clause.head is not None
            and not clause.places
            and not clause.directions
            and not clause.tool
            and any(t == technique and c.head is not None for c, t in found[:-1])
            and technique not in ("hold", "effleurage")
        ):
            continue
        path = {p.role for p in clause.places}
        if technique == "release" and found and {"from", "to"} <= path and "off" not in clause.directions:
            main = next((c for c, t in reversed(found) if t not in ("hold", "release")), found[-1][0])
            _merge(main, clause)
            clause.places, clause.directions = [], []
        if found and _same(found[-1], clause, technique):
            _merge(found[-1][0], clause)
            continue
        found.append((clause, technique))
        if technique in _WORKING:
            scratch.technique = technique
        if technique == "hold" and clause.places:
            scratch.place = clause.places[0].place
        scratch.tool = clause.tool or scratch.tool
    for clause in carried:
        _carry(found, clause)
    return found


def _gap(clause: Clause) -> bool:
    lows = [m.low for m in clause.marks if m.cat not in ("det", "filler", "mine")]
    if not clause.hands_stated:
        clause.hands, clause.hands_stated = "one", True
    gapped = bool(lows) and lows[0] in ("one", "other", "other one") and bool(clause.places)
    if gapped:
        clause.places[0].side = None if clause.places[0].side == "other" else clause.places[0].side
        clause.side, clause.side_stated = None, False
    return gapped


def _asked(parts: list[Clause], n: int) -> bool:
    """ "Ask them to bend the knee and put the foot flat": what follows is the receiver's."""
    for clause in parts[:n]:
        if clause.lemma in ("ask", "have", "get", "tell", "invite", "encourage", "help", "instruct") and (
            clause.person or clause.has("them", "her", "him")
        ):
            return True
    return False


def _pulls_flesh(clause: Clause, parts: list[Clause], n: int) -> bool:
    """ "Pull up and knead": the verb behind says that it is flesh that is pulled."""
    if clause.lemma not in ("pull", "lift", "pick", "pick up", "draw") or clause.places:
        return False
    if not set(clause.directions) <= {"up"} or n + 1 >= len(parts):
        return False
    return parts[n + 1].technique == "petrissage" and parts[n + 1].link == "weak"


def _context(state: State) -> State:
    return dataclasses.replace(state, records=[])


def _moves(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Whether hands work on the receiver in this clause."""
    if clause.sub in _DROPPED or clause.neg is not None or clause.sub in ("when", "until"):
        return False
    act = clause.act
    head = clause.head
    if (
        clause.lemma
        in ("spread", "open", "splay", "fan", "bend", "straighten", "relax", "turn", "flex", "shake", "curl")
        and (
            clause.tool_role == "object"
            and clause.tool in ("fingertips", "palm", "thumb")
            and not clause.places
            and not clause.directions
        )
        and clause.lemma not in ("fan",)
    ):
        return False
    if (
        clause.lemma in ("shake", "rub", "wipe", "wash", "warm", "dry", "clap")
        and clause.tool_role == "object"
        and not clause.places
        and not clause.pronoun
    ):
        return False
    taken = clause.lemma in ("take", "grasp", "clasp") and clause.tool and clause.tool_role in ("at", "with")
    if taken and any(p.role == "object" and p.place in ("arm", "leg", "head") for p in clause.places):
        return clause.subject in ("imp", "you", "hands")
    if clause.lemma == "let" and clause.subject in ("imp", "you"):
        return technique_of(clause, state) is not None and bool(clause.tool or clause.pronoun or state.tool)
    if clause.caution is not None and not clause.places and act not in ("move",):
        return False
    if head is not None:
        if clause.subject == "receiver":
            return False
        if clause.subject == "thing" and not _acting_thing(clause):
            return False
        third = state.third and clause.has("she", "he") and act in _SKIN + ("make",)
        if (
            clause.subject == "pron"
            and not third
            and not (state.hands_subject and head.form in ("base",) and act in ("move", "go"))
        ):
            return False
        if head.form == "s" and clause.subject not in ("hands", "thing", "you", "imp") and not third:
            return False
        told = any(c.subject == "you" and c.head is not None and c.head.form == "ed" for c in parts[:n])
        if head.form == "ed" and clause.subject not in ("you", "hands") and not clause.passive and not told:
            return False
    if (
        act == "ready"
        and clause.lemma in ("oil", "lubricate", "moisturise", "moisturize")
        and any(p.role == "object" for p in clause.places)
    ):
        return True
    if (
        clause.lemma in ("reduce", "relax", "lighten")
        and clause.has("pressure")
        and clause.subject in ("imp", "you")
        and n > 0
    ):
        return technique_of(clause, state) == "release"
    if act in ("mind", "state", "ready", "pose", "end", "begin", "on", "manner", "again"):
        if act in ("begin", "end") and clause.tool and any(p.role == "at" for p in clause.places):
            return clause.subject in ("imp", "you")
        if not (
            clause.motion_noun
            and clause.technique
            and act in ("begin", "end", "on", "mind", "state", "manner", "again", "ready")
        ):
            return _continues(clause, state)
        return clause.subject in ("imp", "you", "hands", "pron") or _acting_thing(clause)
    somewhere = bool(clause.places or clause.directions or clause.pronoun or clause.flesh)
    if act == "none":
        return _bare_moves(clause, state, parts, n)
    if act == "move":
        if _elsewhere(clause) or (clause.lemma == "lean" and clause.back and not clause.tool):
            return False
        if clause.head.cats["verb"].get("walk") and not (
            clause.tool or state.tool in ("thumb", "fingertips")
        ):
            return False
        return True
    if act == "go":
        if clause.lemma == "ease" and (clause.back or {"off", "out", "up"} & set(clause.directions)) and not clause.places:
            return True
        if clause.lemma == "turn" and not any(p.role in ("path", "to", "from") for p in clause.places):
            return False
        if clause.lemma == "cross" and not any(p.role in ("object", "path", "to") for p in clause.places):
            return False
        if clause.distance and not clause.tool and not clause.pronoun:
            return bool(clause.directions or clause.places)
        if _elsewhere(clause):
            return False
        return bool(
            (clause.tool or clause.pronoun or state.tool)
            and (clause.places or clause.back or set(clause.directions) - {"off"})
        )
    if act == "put":
        if clause.tool and clause.tool_role not in ("to", "from"):
            return bool(clause.places) or clause.pronoun or clause.lemma in ("hook", "wrap", "curl")
        if clause.pronoun and clause.places and (state.tool or clause.has("them")):
            return clause.lemma not in ("find",)
        return clause.lemma in (
            "cup",
            "wrap",
            "encircle",
            "grip",
            "catch",
            "clasp",
            "touch",
            "hold on to",
            "take hold of",
        ) and bool(clause.places)
    if act == "stay":
        return _stays(clause, state)
    if act == "free":
        return not _elsewhere(clause) and (
            clause.lemma not in ("remove", "drop", "come off", "take off")
            or bool(clause.tool or clause.pronoun)
        )
    if act == "work":
        if clause.lemma in ("do", "give", "spend", "aim", "include", "deal", "cover ground"):
            return bool(clause.motion_noun and clause.technique)
        return somewhere or bool(clause.tool)
    if act == "make":
        later = [
            c
            for c in parts[n + 1 :]
            if c.sub is None
            and c.head is not None
            and not c.participle
            and (c.act == "move" or (c.act in ("go", "work") and (c.places or c.directions or c.pronoun)))
        ]
        if not clause.technique and later and clause.tool:
            return False
        return (
            bool(clause.technique or "circle" in clause.directions)
            or bool(clause.tool and (clause.places or clause.directions or clause.has("there")))
            or (bool(clause.places) and clause.has("pressure"))
        )
    return False


def _acting_thing(clause: Clause) -> bool:
    """A movement or stroke that goes somewhere is performed; one that relaxes is explained."""
    if clause.act in ("end", "begin") and clause.motion_noun and clause.technique and clause.places:
        return True
    if clause.lemma in ("deserve", "get", "receive", "need", "like", "want", "love") and clause.technique:
        return clause.motion_noun and any(p.role == "pre" for p in clause.places)
    if clause.has("final", "last", "next") and clause.act in ("move", "go") and clause.places:
        return True
    return clause.motion_noun and clause.act == "go" and any(p.role in ("from", "to") for p in clause.places)


def _continues(clause: Clause, state: State) -> bool:
    if clause.act == "on" and clause.subject in ("imp", "you", "hands"):
        return bool(clause.places or clause.directions) and state.technique is not None and not clause.again
    return False


def _elsewhere(clause: Clause) -> bool:
    """Oil in the hands, hair, clothes: the verb works on something else."""
    topics = set(clause.topics)
    if topics & {"hair"}:
        hair = [p for p in clause.places if p.mark.low.endswith("hair")]
        return not hair or any(p.role == "object" for p in hair)
    if "oil" in topics:
        on_body = any(p.place for p in clause.places)
        return not on_body
    if topics & {"draping", "washing", "cushion"} and clause.head is not None:
        return not clause.tool or clause.has("towel", "sheet", "blanket")
    return False


def _bare_moves(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Whether a verbless line tells a motion."""
    if clause.subject == "receiver" and not clause.technique:
        return False
    if (
        set(clause.topics) & {"draping", "washing", "room", "cushion", "contraindication", "lie", "media"}
        and not clause.technique
    ):
        return False
    if (
        (clause.again
        and not (clause.technique and clause.tool))
        or (clause.sub is not None
        and clause.sub != "while")
    ):
        return False
    if any(m.cat == "word" and m.low in ("is", "was") for m in clause.marks):
        return False
    if clause.technique:
        return bool(clause.places or clause.tool or clause.directions or clause.counted or state.place)
    if clause.tool and (clause.places or clause.directions):
        return True
    if clause.places and clause.directions and (state.technique or clause.tool):
        return True
    if clause.directions and clause.distance:
        return True
    roles = {p.role for p in clause.places}
    return bool({"from", "to"} <= roles and state.technique)


def _stays(clause: Clause, state: State) -> bool:
    if clause.lemma in ("keep", "stay", "hold") and clause.places and {"off", "away"} & {m.low for m in clause.marks}:
        return False
    if clause.lemma in ("keep", "leave", "lie"):
        if clause.lemma == "keep" and (clause.caution or (not clause.places and not clause.duration)):
            return False
        return bool(
            clause.tool
            and (clause.places or clause.moment or clause.duration or clause.has("there", "still"))
        ) or (
            clause.pronoun
            and clause.has("there", "still", "them")
            and (clause.has("there", "still") or bool(clause.duration or clause.moment))
        )
    if clause.lemma in ("wait", "stay") and state.tool and not clause.topics:
        return True
    if clause.lemma in ("rest", "wait", "pause", "stay", "remain", "linger", "settle"):
        return bool(clause.tool or clause.has("there", "here") or clause.duration or clause.moment)
    if clause.topics.keys() & {"draping", "cushion", "oil"}:
        return False
    if not clause.places and not clause.pronoun and sum(m.cat == "tool" for m in clause.marks) > 1:
        return False
    return bool(
        clause.tool or clause.places or clause.pronoun or clause.duration or clause.moment or state.tool
    )


def _meant(clause: Clause) -> bool:
    """A hold that is meant as such, not only hands on their way."""
    if (
        clause.duration
        or clause.moment
        or clause.open_ended
        or (clause.motion_noun
        and clause.technique == "hold")
    ):
        return True
    if clause.act == "stay":
        return (
            clause.lemma != "rest"
            or clause.has("there", "just", "still")
            or (clause.lemma == "rest"
            and not clause.tool)
        )
    return (clause.act in ("begin", "none") and clause.technique == "hold") or clause.has("resting", "still")


def _progress(clause: Clause, technique: str | None, parts: list[Clause], n: int, found: list) -> bool:
    """Creeping on ("move an inch", "while I creep up") is no clause of its own unless it glides."""
    if (
        clause.act == "go"
        and (clause.distance or clause.further)
        and (found or any(c.act == "move" for c in parts[n + 1 :]))
    ):
        return True
    if (
        clause.sub == "while"
        and clause.act in ("go", "work", "move")
        and found
        and (clause.head.cats["verb"].get("walk") or clause.act in ("go", "work"))
        and clause.subject == "you"
    ):
        return True
    if (
        clause.participle
        and not clause.back
        and clause.act in ("go", "work", "end", "move")
        and found
        and (clause.act in ("go", "work", "end") or clause.head.cats["verb"].get("walk"))
    ):
        return True
    if (
        clause.lemma == "follow"
        and found
        and clause.link == "weak"
        and found[-1][1] not in ("effleurage", "hold", "release")
    ):
        return True
    if (
        clause.participle
        and clause.leading
        and clause.act in ("work", "go")
        and (clause.places or clause.directions)
    ):
        return True
    if clause.head is None and found and clause.link in ("strong", "weak", "comma") and not clause.technique:
        if not clause.tool and (clause.distance or clause.directions):
            return True
    return clause.has("your way", "my way", "work your way", "make your way") and bool(found)


def _manner(clause: Clause, technique: str | None, found: list[tuple[Clause, str | None]]) -> bool:
    """A participle behind its verb that only says how."""
    if not clause.participle or clause.leading or not found or clause.sub == "while":
        return False
    main = found[-1][1]
    if technique == main or technique in ("release", "compression", "hold", None):
        return not (technique == "hold" and clause.tool and clause.places)
    if main in ("hold",) and technique in _WORKING:
        return False
    if technique == "effleurage" or (clause.pronoun and not clause.places):
        return True
    return False


def _merge(main: Clause, other: Clause) -> None:
    """What a merged clause adds to its main clause."""
    if other.tool and (main.tool is None or (main.tool_wide and not other.tool_wide)):
        main.tool, main.tool_wide = other.tool, other.tool_wide
        if main.hands is None:
            main.hands, main.hands_stated = other.hands, other.hands_stated
    main.places += [
        p for p in other.places if p.role in ("from", "to", "path", "at", "object", "into", "off")
    ]
    main.directions += [d for d in other.directions if d not in main.directions]
    main.pressure = main.pressure or other.pressure
    main.tempo = main.tempo or other.tempo
    main.flesh = main.flesh or other.flesh
    if other.counted and not main.counted:
        main.count, main.counted = other.count, True
    if other.side_stated and not main.side_stated:
        main.side, main.side_stated = other.side, True
    main.open_ended = main.open_ended or other.open_ended
    main.duration = main.duration or other.duration
    main.moment = main.moment or other.moment or (other.act == "stay" and main.act in ("put", "begin"))
    if other.hands == "alternate" or (other.hands_stated and not main.hands_stated):
        main.hands, main.hands_stated = other.hands, other.hands_stated


def _same(last: tuple[Clause, str | None], clause: Clause, technique: str | None) -> bool:
    """Several verbs of one technique on one place with one tool are one clause."""
    main, kind = last
    if (
        technique == "hold"
        and clause.act == "stay"
        and kind in ("compression", "petrissage", "stretch", "friction")
    ):
        return not clause.tool and not clause.places
    if technique is None and kind is not None and clause.act == "work":
        return not clause.tool and not clause.places
    if (
        technique != kind
        or (clause.sub == "while"
        and clause.tool)
        or _follows(main, kind)
        or _follows(clause, technique)
    ):
        return False
    if kind == "hold":
        return not clause.tool and (not clause.places or (clause.act == "stay" and clause.pronoun))
    if clause.tool and main.tool and clause.tool != main.tool:
        return False
    if kind == "effleurage":
        if clause.link == "strong" or (clause.participle and clause.leading):
            return False
        return (
            (not clause.places
            and not clause.directions
            and not clause.back)
            or (not main.places
            and not main.directions
            and not main.flesh)
        )
    if kind in ("petrissage", "friction", "tapotement", "vibration", "compression", "stretch"):
        first = {p.place for p in main.places}
        second = {p.place for p in clause.places}
        return (not second or second <= first or not first) and not (
            clause.link == "strong" and clause.directions
        )
    return kind == "release"


def _supply(clause: Clause, found: list, carried: list[Clause], parts: list[Clause], n: int) -> None:
    """A clause without motion may still say where or with what the next or last one works."""
    if clause.neg is not None or clause.sub in ("if", "why", "as_if", "than"):
        return
    if clause.sub == "until":
        if (clause.places or "off" in clause.directions) and found:
            own = (
                clause.subject in ("you", "imp", "hands")
                or (clause.subject == "pron"
                and not clause.has("he", "she", "it"))
            )
            for ref in clause.places[-1:]:
                ref.role = "to"
            if own:
                _carry(found, clause)
                found[-1][0].pressure = found[-1][0].pressure or clause.pressure
        if found:
            found[-1][0].open_ended = True
        return
    if clause.sub == "purpose":
        nxt = next((c for c in parts[n + 1 :] if c.sub is None), None)
        later = parts[n + 1 :]
        if clause.places and nxt is not None and n == 0:
            target = next((c for c in later if c.act == "move"), None)
            if target is None and not nxt.places:
                target = nxt
            if target is not None:
                for ref in clause.places:
                    ref.role = "object"
                target.places += clause.places
        return
    if clause.subject in ("thing", "receiver", "pron"):
        return
    if (
        clause.subject == "hands"
        and clause.tool
        and not found
        and n + 1 < len(parts)
        and clause.act in ("go", "state", "mind")
    ):
        nxt = next((c for c in parts[n + 1 :] if c.pronoun and c.tool is None), None)
        if nxt is not None:
            nxt.tool, nxt.tool_wide, nxt.hands = clause.tool, clause.tool_wide, clause.hands
        return
    if clause.act == "pose" or (clause.lemma in ("stand", "lie") and not clause.tool):
        return
    if (
        clause.lemma in ("take", "bring", "get", "grab", "bring in")
        and clause.tool
        and clause.tool_role == "object"
        and not clause.places
    ):
        nxt = next(
            (c for c in parts[n + 1 :] if c.sub is None and c.tool is None and c.head is not None), None
        )
        if nxt is not None:
            nxt.tool, nxt.tool_wide, nxt.hands, nxt.hands_stated = (
                clause.tool,
                clause.tool_wide,
                clause.hands,
                clause.hands_stated,
            )
        return
    if clause.act in ("end", "manner", "begin", "make", "none", "put", "on", "state", "again") or clause.participle:
        if clause.act in ("make", "none", "put", "state", "again") or clause.leading:
            nxt = next(
                (
                    c
                    for c in parts[n + 1 :]
                    if c.sub in (None, "while") and c.neg is None and c.head is not None
                ),
                None,
            )
            if nxt is not None and not (clause.act == "none" and found):
                if clause.tool and nxt.tool is None:
                    nxt.tool, nxt.tool_wide, nxt.tool_role = clause.tool, clause.tool_wide, "with"
                    nxt.hands, nxt.hands_stated = clause.hands, clause.hands_stated
                if clause.act in ("none", "begin", "again") or clause.participle:
                    for ref in clause.places:
                        if clause.start_place and ref.role not in ("from",):
                            ref.role = "from"
                        nxt.places.insert(0, ref)
                    nxt.side, nxt.side_stated = (
                        (clause.side, clause.side_stated)
                        if not nxt.side_stated
                        else (nxt.side, nxt.side_stated)
                    )
                nxt.pressure = nxt.pressure or clause.pressure
                nxt.there = nxt.there or clause.there
                return
        if found and clause.lemma not in ("point", "face", "cross"):
            if clause.act == "end":
                for ref in clause.places:
                    ref.role = "to"
            if clause.act == "begin":
                for ref in clause.places:
                    ref.role = "from"
            _merge(found[-1][0], clause)


def _carry(found: list[tuple[Clause, str | None]], clause: Clause) -> None:
    """Progress goes to the last clause that neither holds nor lets go."""
    target = next((c for c, t in reversed(found) if t not in ("hold", "release")), None)
    if target is None or target is clause:
        return
    for ref in clause.places:
        if ref.role == "object":
            ref.role = "path"
    target.places += clause.places
    target.directions += [
        d
        for d in clause.directions
        if (d not in target.directions and d != "circle") or d not in target.directions
    ]
    if clause.hands_stated and not target.hands_stated:
        target.hands, target.hands_stated = clause.hands, True
    if clause.side_stated and not target.side_stated:
        target.side, target.side_stated = clause.side, True
    target.further = target.further or clause.sub != "until"


def strokes_of(motions: list[tuple[Clause, str | None]], state: State) -> list[Stroke]:
    """The strokes of motion clauses, each filled in the context that the one before leaves."""
    out: list[Stroke] = []
    for clause, technique in motions:
        for single in _sides(clause):
            stroke = fill(single, state, technique)
            if _follows(single, technique):
                stroke = _after(single, stroke, state, out)
            if clause.further and technique != "hold":
                stroke = dataclasses.replace(stroke, progress=True)
            if clause.sub == "while" and out:
                stroke = dataclasses.replace(stroke, simultaneous=True)
            if single.mirrored and out:
                stroke = dataclasses.replace(
                    out[-1], side=stroke.side, stated=frozenset({"side"}), span=stroke.span, copied=True
                )
            out.append(stroke)
            onward = single.further and single is not motions[-1][0] and stroke.end is not None
            advance(state, single, dataclasses.replace(stroke, end=None) if onward else stroke)
    state.hands_subject = any(c.tool is not None for c, _ in motions) or state.hands_subject
    return out


def _follows(clause: Clause, technique: str | None) -> bool:
    """ "The other hand follows": it does what the hand before it did."""
    return clause.lemma == "follow" and clause.other_hand and not clause.places and technique == "effleurage"


def _after(clause: Clause, stroke: Stroke, state: State, out: list[Stroke]) -> Stroke:
    past = itertools.chain(reversed(out), (s for r in reversed(state.records) for s in reversed(r.strokes)))
    last = next(
        (s for s in past if s.technique is not None and s.technique.value in _WORKING), None
    )
    if last is None:
        return stroke
    return dataclasses.replace(
        stroke,
        technique=last.technique,
        start=last.start,
        start_spot=last.start_spot,
        end=last.end,
        over=last.over,
        direction=stroke.direction or last.direction,
        follows=True,
        verb=last.verb,
    )


def _sides(clause: Clause) -> list[Clause]:
    """ "First on one side, then on the other" is done twice."""
    return [clause]


def _mirrored(clause: Clause, side: Clause) -> Clause:
    """The same clause on another side: "first on one side, then on the other"."""
    return dataclasses.replace(
        clause,
        side=side.side,
        side_stated=True,
        mirrored=True,
        marks=side.marks,
        link="strong",
        places=list(clause.places),
    )


def _refers(parts: list[Clause]) -> Clause | None:
    """ "As 1, deeper" and "As (e), left hand": the step that is meant is named by its number."""
    first = parts[0] if parts else None
    if first is None or not first.marks or first.head is not None:
        return None
    if first.marks[0].low in ("again", "once again") and (first.places or first.directions or first.counted):
        return first
    named = first.marks[0].low in ("step", "steps") and len(first.marks) > 1 and first.marks[1].cat == "num"
    return first if named or first.marks[0].low == "as" else None


def _bare_side(parts: list[Clause]) -> Clause | None:
    """ "Other side." or "Then the right flank.": a side and nothing else sends back."""
    if any(
        c.head is not None or c.technique or c.directions or c.counted or c.topics or c.neg is not None
        for c in parts
    ):
        return None
    if any(c.tool and not c.hands_stated for c in parts):
        return None
    sided = [
        c
        for c in parts
        if (c.side_stated
        and c.side in ("left", "right", "other"))
        or any(p.side in ("left", "right", "other") for p in c.places)
    ]
    extra = [p for c in parts for p in c.places if not p.side]
    return sided[0] if sided and not extra and len(parts) <= 2 else None


def _count_led(parts: list[Clause]) -> Clause | None:
    """ "Three times, moving out each time": a count that only participles follow."""
    if not parts or not _counts(parts[0]) or not all(
        c.participle or c.sub or c.subject in ("thing", "receiver") for c in parts[1:]
    ):
        return _sides_only(parts)
    return parts[0]


def _sides_only(parts: list[Clause]) -> Clause | None:
    """ "Right shoulder first, and then left": both sides in turn, and nothing else."""
    sides = [p.side for c in parts for p in c.places if p.side] + [c.side for c in parts if c.side_stated]
    bare = all(
        c.head is None and not c.tool and not c.technique and not c.directions and c.neg is None
        for c in parts
    )
    return parts[0] if bare and {"left", "right"} <= set(sides) else None


def _counts(clause: Clause) -> bool:
    """A bare count: "three times", "four or five times is plenty"."""
    if clause.technique or (clause.tool and clause.places) or any(p.role in ("from", "to") for p in clause.places):
        return False
    if (
        clause.neg is not None
        or clause.sub is not None
        or not clause.counted
        or (clause.topics
        and clause.act != "ready")
    ):
        return False
    return (
        clause.act == "none"
        or (clause.act in ("state", "ready", "mind", "go")
        and clause.marks[0].cat in ("num", "freq", "adv", "filler"))
    )


def _repeats(clause: Clause, parts: list[Clause]) -> bool:
    """Whether a clause sends back to earlier steps."""
    if clause.neg is not None or clause.sub in ("why", "as_if", "if", "until", "than"):
        return False
    if clause.subject == "thing" and clause.again and clause.lemma in ("get", "receive", "need", "deserve", "have"):
        return clause.side_stated
    if (clause.subject in ("thing", "receiver") and not clause.passive) or (clause.back and clause.act == "go"):
        return False
    if clause.act == "again":
        if clause.lemma in ("swap", "switch"):
            limbs = any(p.mark.low in ("legs", "feet", "arms", "hands") for p in clause.places) or clause.has(
                "legs", "feet", "arms", "sides"
            )
            if limbs:
                clause.side, clause.side_stated, clause.places = "other", True, []
            return clause.side_stated and not clause.has("we")
        return clause.subject in ("imp", "you") or clause.passive
    if (
        clause.again
        and not (clause.technique and clause.tool)
        and clause.act in ("none", "work", "make", "on", "state", "put", "move", "end", "go", "stay", "begin")
    ):
        return clause.head is None or clause.subject in ("imp", "you")
    if (
        clause.act == "work"
        and clause.lemma == "do"
        and not clause.motion_noun
        and (
            clause.pronoun
            or clause.side_stated
            or clause.counted
            or any(p.side in ("left", "right", "other") for p in clause.places)
        )
    ):
        return clause.subject in ("imp", "you")
    return (
        clause.act == "on" and clause.subject in ("imp", "you") and not clause.places and not clause.technique
    )


def _ready(parts: list[Clause], state: State) -> bool:
    """Whether a sentence prepares room, oil, clothes or hair."""
    if parts and parts[0].lemma in ("feel", "see", "notice", "find") and parts[0].subject == "you":
        return False
    topics = {t for c in parts if c.neg is None for t in c.topics}
    things = topics & {"oil", "washing", "draping", "room", "cushion", "hair"}
    if (
        (any(c.sub == "if" for c in parts)
        and "contraindication" in topics)
        or ("contraindication" in topics
        and not things)
    ):
        return False
    for clause in parts:
        if clause.sub in ("if", "why", "as_if", "than", "purpose") or clause.neg is not None:
            continue
        commanded = clause.subject in ("imp", "you") or clause.passive
        if clause.head is None and any(m.cat == "modal" for c in parts for m in c.marks):
            continue
        if (
            clause.act == "ready"
            and commanded
            and clause.head is not None
            and (clause.head.form == "base" or clause.topics or clause.person or clause.passive)
        ):
            return True
        if clause.topics and set(clause.topics) & {"oil", "washing", "draping", "room", "hair", "cushion"}:
            if (
                clause.act in ("move", "put", "make", "free", "go", "work", "stay", "manner")
                and commanded
                and (clause.head.form in ("base", "ing") or clause.passive)
            ):
                return True
            if clause.act == "mind" and clause.lemma in ("want", "need", "use", "choose") and (commanded or len(topics) > 1):
                return True
            if clause.lemma == "take" and clause.subject == "pron" and set(clause.topics) & {"oil", "draping"}:
                return True
            if (
                clause.act == "none"
                and clause.head is None
                and not any(c.head is not None and c.subject in ("thing", "pron", "receiver") for c in parts)
            ):
                return True
            if (
                clause.act == "state"
                and clause.subject in ("thing",)
                and set(clause.topics) & {"oil", "washing", "draping"}
            ):
                return True
    return False
