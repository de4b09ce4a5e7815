"""Acting: whether hands work on the receiver in a clause, by how its verb behaves (see verbs.toml)."""

from effleurage.reading._clauses.elsewhere import PERCEIVING, acting_thing, elsewhere, turns_joint, works_from
from effleurage.reading._clauses.onward import goes_along
from effleurage.reading._clauses.verbless import bare_moves, framed
from effleurage.reading._kinds.arranging import faces_for, walks_round
from effleurage.reading._kinds.staying import lies_in_hands, lies_on_pillow, sleeps, stays
from effleurage.reading._slots.fill_ways import TELLING
from effleurage.reading._slots.handling import gives_pressure, oils
from effleurage.reading._slots.resting import first_is_place, leans_off, other_hand_put
from effleurage.reading._slots.state import State
from effleurage.reading._slots.work import WORKED_ON
from effleurage.reading._slots.written import Clause


def _minds(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Verbs of minding, beginning, ending, being: hands work if a stroke is named, or are put somewhere."""
    act = clause.act
    if faces_for(clause):
        return False
    if act in ("begin", "end") and clause.tool and any(p.role == "at" for p in clause.places):
        onward = any(c.act in ("move", "go") and c.sub is None for c in parts[n + 1 :])
        nxt = parts[n + 1] if n + 1 < len(parts) else None
        led = act == "begin" and clause.tool_role == "with" and nxt is not None
        if (
            led
            and nxt.act in ("move", "go")
            and nxt.link == "weak"
            and nxt.tool is None
            and nxt.has("them", "it")
        ):
            clause.start_place = True
            return False
        return (
            begins_with_hands(clause)
            or clause.subject in ("imp", "you")
            or (clause.subject == "hands" and not onward)
        )
    if act == "begin" and clause.motion_noun and clause.places and _is_taken_up(clause, parts[n + 1 :]):
        clause.start_place, clause.subject = True, "imp"
        return False
    if not (
        clause.motion_noun
        and clause.technique
        and act in ("begin", "end", "on", "mind", "state", "manner", "again", "ready")
    ):
        return _continues(clause, state)
    if act in ("mind", "state") and clause.lemma in PERCEIVING:
        return False
    if act in ("manner", "mind", "pose", "state", "ready") and (_comes_later(clause) or _is_means(clause)):
        return False
    return clause.subject in ("imp", "you", "hands", "pron") or acting_thing(clause)


def begins_with_hands(clause: Clause) -> bool:
    """As in "This stroke begins with both hands on the lower back.": that is where they are laid."""
    led = clause.act == "begin" and clause.tool is not None and clause.tool_role == "with"
    laid = led and clause.subject in ("thing", "pron") and clause.neg is None
    return laid and any(p.role == "at" for p in clause.places)


def _comes_later(clause: Clause) -> bool:
    """As in "facing across the back for the pulling strokes": what somebody gets ready for."""
    marks = clause.marks
    named = next((n for n, m in enumerate(marks) if m.cat == "motion" or "motion" in m.cats), 0)
    return any(m.low == "for" for m in marks[max(0, named - _NEAR) : named])


def _is_means(clause: Clause) -> bool:
    """As in "fluid is dispersed by a fanning stroke": what the stroke does good, before it is told."""
    by = next((m.i for m in clause.marks if m.low == "by" and m.cat == "prep"), None)
    named = by is not None and any(m.cat == "motion" and m.i > by for m in clause.marks)
    return clause.act == "state" and clause.passive and named and not (clause.places or clause.tool)


_NEAR = 4
"""So many words stand at most between "for" and a stroke's name."""


def _strokes(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Verbs of what hands do on skin."""
    head = clause.head
    if "room" in clause.topics and not clause.tool and not clause.places:
        return False
    figure = head is not None and head.cats["verb"].get("figure")
    if figure and not (clause.tool or clause.places or clause.directions or clause.flesh):
        return False
    bows = clause.lemma == "lean" and (clause.back or clause.has("forward", "forwards", "over"))
    if bows and not clause.tool and not clause.places and leans_off(clause, state, parts[:n]):
        return True
    if (
        elsewhere(clause)
        or works_from(clause)
        or (bows and not clause.tool and not clause.places and "in" not in clause.directions)
    ):
        return False
    return not (clause.walks and not (clause.tool or state.tool in ("thumb", "fingertips")))


def _goes(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Verbs of going: hands that are at work, and that are told where they go."""
    if clause.lemma == "ease" and len(clause.marks) == 1:
        return state.resting and clause.subject == "imp"
    if clause.lemma == "reach" and not clause.tool and clause.has("over", "across"):
        return False
    if (
        clause.lemma == "ease"
        and (clause.back or {"off", "out", "up"} & set(clause.directions))
        and not clause.places
    ):
        return True
    if clause.lemma == "take" and "off" in clause.directions and not clause.places:
        return (clause.pronoun and state.tool is not None) or clause.tool_role == "object"
    if clause.lemma == "turn" and turns_joint(clause):
        return clause.subject in ("imp", "you", "hands")
    if clause.lemma == "turn" and not any(p.role in ("path", "to", "from") for p in clause.places):
        fans = {"up", "out"}.issubset(clause.directions)
        return fans and (clause.pronoun or clause.tool_role in ("object", "pre"))
    if clause.lemma == "cross" and not any(p.role in ("object", "path", "to") for p in clause.places):
        return False
    if walks_round(clause) and len(parts) > n + 1:
        return False
    if clause.distance and not clause.tool and not clause.pronoun:
        return bool(clause.directions or clause.places)
    if elsewhere(clause):
        return False
    return bool(
        (
            clause.tool
            or clause.pronoun
            or state.tool
            or (clause.motion_noun and clause.has("movement", "motion", "movements"))
            or goes_along(clause, parts[:n])
        )
        and (
            clause.places
            or clause.back
            or set(clause.directions) - {"off"}
            or (clause.lemma in TELLING and clause.hands == "alternate")
        )
    )


def _puts(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Verbs of putting: a hand somewhere."""
    if lies_on_pillow(clause):
        return False
    head = clause.head
    if set(clause.topics) & {"draping", "washing"} and not clause.tool:
        return False
    if clause.tool and clause.tool_role not in ("to", "from"):
        on_flesh = clause.flesh and clause.tool_role == "object"
        return bool(clause.places) or clause.pronoun or on_flesh or clause.lemma in ("hook", "wrap", "curl")
    first = clause.marks[clause.marks.index(head) + 1 :][:1] if head is not None else []
    if first and first[0].low == "one" and clause.places and not first_is_place(clause):
        clause.hands, clause.hands_stated = "one", True
        return True
    if other_hand_put(clause, parts[:n]):
        clause.tool, clause.tool_wide, clause.hands, clause.hands_stated = "palm", True, "one", True
        clause.side, clause.side_stated = None, False
        for ref in clause.places:
            ref.side = None if ref.side == "other" else ref.side
        return True
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


def left_for_later(clause: Clause, behind: list[Clause]) -> bool:
    """As in "I leave the neck until the end": when it is done, and nothing is held there."""
    until = clause.has("until", "till") or (bool(behind) and behind[0].sub == "until")
    named = bool(clause.places) and all(p.role == "object" for p in clause.places)
    return clause.lemma in ("leave", "save", "keep") and until and named and clause.tool is None


def _remains(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Verbs of staying."""
    if lies_in_hands(clause) or left_for_later(clause, parts[n + 1 :]):
        return False
    if any(c.act == "pose" and c.participle for c in parts[n + 1 : n + 2]):
        # As in "Stay kneeling."
        return False
    if clause.lemma == "prop" and not clause.tool:
        return False
    if (
        clause.lemma == "leave"
        and not clause.tool
        and not clause.has("there")
        and any(c.person for c in parts)
    ):
        return False
    return stays(clause, state, asleep=any(sleeps(c) for c in parts))


def _frees(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Verbs of letting go."""
    return not elsewhere(clause) and (
        clause.lemma not in ("remove", "drop", "come off", "take off")
        or bool(clause.tool or clause.pronoun)
        or (clause.lemma == "come off" and state.tool is not None and not clause.topics)
    )


def _works(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Verbs whose technique the context settles: with something, or somewhere."""
    somewhere = bool(clause.places or clause.directions or clause.pronoun or clause.flesh)
    if clause.lemma in ("do", "give", "spend", "aim", "include", "deal", "cover ground"):
        circled = "circle" in clause.directions and clause.tool and clause.places
        told = bool(clause.motion_noun and clause.technique) or bool(circled)
        return told or (gives_pressure(clause) and somewhere)
    return somewhere or bool(clause.tool)


def _makes(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Verbs of making: a stroke, a line, a pressure."""
    if says_which(clause, state):
        return False
    later = [
        c
        for c in parts[n + 1 :]
        if c.sub is None
        and c.head is not None
        and not c.participle
        and c.subject != "thing"
        and (c.act == "move" or (c.act in ("go", "work") and (c.places or c.directions or c.pronoun)))
    ]
    if not clause.technique and later and clause.tool and "circle" not in clause.directions:
        return False
    drawn = {"from", "to"} <= {p.role for p in clause.places} and clause.has(*_LINES)
    return (
        bool(clause.technique or "circle" in clause.directions or drawn)
        or bool(clause.tool and (clause.places or clause.directions or clause.has("there")))
        or (bool(clause.places) and (gives_pressure(clause) or clause.has("pressure") or oils(clause)))
    )


def says_which(clause: Clause, state: State) -> bool:
    """As in "Use your other hand for the muscles of the neck": which hand works there, and not yet how.

    Args:
        clause: The clause.
        state: The context, which may have told how.
    """
    led = clause.lemma in ("use", "employ", "need", "take") and clause.other_hand and clause.has("for")
    return led and clause.technique is None and not clause.directions and state.technique not in WORKED_ON


def _is_taken_up(clause: Clause, later: list[Clause]) -> bool:
    """As in "The last pull starts at the neck, and it runs across the shoulders": one stroke."""
    nxt = later[0] if later else None
    goes = nxt is not None and nxt.act in ("go", "move") and nxt.sub is None and nxt.neg is None
    return goes and clause.subject == "thing" and nxt.subject == "pron" and nxt.has("it")


def _continues(clause: Clause, state: State) -> bool:
    # As in "the second hand follows, and so they go on round the shoulder blade".
    theirs = clause.subject == "pron" and clause.has("they")
    if clause.act == "on" and (theirs or clause.subject in ("imp", "you", "hands")):
        return bool(clause.places or clause.directions) and state.technique is not None and not clause.again
    return False


def _knows_not(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """A verb that nobody knows, by its frame."""
    return framed(clause)


_MINDING = ("mind", "state", "ready", "pose", "end", "begin", "on", "manner", "again")
_BY_ACT = {
    **dict.fromkeys(_MINDING, _minds),
    **{"none": bare_moves, "unknown": _knows_not, "move": _strokes, "go": _goes, "put": _puts},
    **{"stay": _remains, "free": _frees, "work": _works, "make": _makes},
}


_LINES = ("line", "lines", "track", "path", "stripe", "trail", "arc", "sweep", "passage", "run")
"""What hands make on the way from one place to another."""


def acts(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Whether hands work on the receiver in a clause, going by how its verb behaves.

    Args:
        clause: The clause.
        state: The context.
        parts: All clauses of the sentence.
        n: Which of them it is.
    """
    act = clause.act
    if act not in _MINDING and act != "none":
        oiling = [c for c in parts[: n + 1] if "oil" in c.topics]
        if clause.passive and not clause.tool and any(c.passive for c in oiling):
            return any(p.role in ("path", "object") or p.place in ("back", "leg") for p in clause.places)
        if (
            clause.participle
            and not clause.places
            and any(c.act == "ready" for c in oiling if c is not clause)
        ):
            return False
    curls = clause.lemma in ("curl", "wrap", "fold") and not clause.tool and state.technique == "effleurage"
    if curls and act not in _ELSEWHERE:
        return any(p.role == "path" for p in clause.places)
    rule = _BY_ACT.get(act)
    return rule is not None and bool(rule(clause, state, parts, n))


_ELSEWHERE = ("move", "go", "unknown", "none", *_MINDING)
"""Where hands that wrap round something are not looked for."""
