"""Motion: whether hands work on the receiver in a clause."""

from effleurage.reading._clauses.elsewhere import (
    PERCEIVING,
    acting_thing,
    carries_off,
    done,
    elsewhere,
    is_schedule,
    turns_joint,
    warms_oil,
    works_from,
)
from effleurage.reading._clauses.hand_turns import bare_hand, takes_turn
from effleurage.reading._clauses.onward import goes_along
from effleurage.reading._clauses.verbless import (
    bare_moves,
    framed,
    parts_way,
    stands_for_hands,
    was_habit,
)
from effleurage.reading._kinds.arranging import changes_place, rests_on_giver, walks_round
from effleurage.reading._kinds.by_verb import by_verb, only_let
from effleurage.reading._kinds.poised import lifts_palms, poised, waited_for
from effleurage.reading._kinds.staying import lies_in_hands, lies_on_pillow, sleeps, stays
from effleurage.reading._slots.clause_subject import THINKING
from effleurage.reading._slots.fill_ways import TELLING
from effleurage.reading._slots.handling import (
    bears_down,
    gives_pressure,
    oils,
    oils_hands,
    sinks_weight,
)
from effleurage.reading._slots.landing import puts_own_hands
from effleurage.reading._slots.limits import kept_clear
from effleurage.reading._slots.resting import (
    first_is_place,
    leans_off,
    other_hand_put,
)
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.forehead import forehead_on_hands
from effleurage.reading._strokes.technique import technique_of

_DROPPED = frozenset({"if", "why", "as_if", "than", "purpose"})


def _lies_there(clause: Clause) -> bool:
    """As in "my two hands are on his low back, right above the tailbone": where they have been put."""
    own = clause.lemma == "be" and clause.subject == "hands" and clause.tool_role == "pre"
    there = bool(clause.places) and all(p.role in ("at", "object") for p in clause.places)
    return own and there and clause.holds("mine") and not (clause.directions or clause.passive)


def _touches(clause: Clause, state: State) -> bool:
    """As in "They touch the back just above the hips.", of hands or fingers that have just been told of."""
    told = clause.lemma == "touch" and clause.subject == "pron" and clause.has("they")
    tool = clause.tool or state.mentioned_tool or state.tool
    if not (told and tool and clause.places) or clause.neg is not None:
        return False
    clause.tool, clause.tool_plural, clause.tool_role, clause.subject = tool, True, "pre", "hands"
    clause.hands = state.mentioned_hands or state.hands
    return True


def _smooths_hair(clause: Clause, before: list[Clause]) -> bool:
    """As in "hair out of the way, smooth it off the neck": what "it" is, is named before it."""
    named = any("hair" in c.topics and not (c.tool or c.technique) for c in before)
    return (
        named and clause.has("it", "them") and {"off", "out", "up"}.intersection(clause.directions) != set()
    )


_STEADYING = frozenset({"support", "steady", "brace", "keep", "hold", "stabilise", "stabilize"})
"""What the hand that holds the working one is there for."""

_SKIN = ("move", "put", "stay", "free", "work", "go")


def moves(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Whether hands work on the receiver in this clause."""
    if clause.homeward:
        return True
    if clause.sub == "why" and clause.marks[0].low.startswith("so") and sinks_weight(clause):
        return clause.neg is None
    if clause.pronoun and not clause.tool and _smooths_hair(clause, parts[:n]):
        return False
    if clause.lemma in _STEADYING and clause.has("to") and any(c.clasps for c in parts[:n]):
        return False
    if oils_hands(clause) or clause.clasps or forehead_on_hands(clause):
        return False
    if (
        clause.lemma in ("lift", "raise")
        and clause.tool == "palm"
        and _leaves_fingertips(clause, parts[n + 1 :])
    ):
        return False
    if clause.participle and clause.lemma in ("lift", "raise") and clause.marks[-1].low == "one":
        return not any(c.other_hand for c in parts[n + 1 :])
    if clause.sub in _DROPPED or clause.neg is not None or clause.sub in ("when", "until"):
        return False
    if clause.participle and clause.lemma in ("ease off", "let off", "slacken") and clause.has(*_EACH_TIME):
        return False
    if (
        lifts_palms(clause, parts)
        or waited_for(clause, parts[:n])
        or carries_off(clause)
        or warms_oil(parts, n)
    ):
        return False
    if (
        clause.sub == "while"
        and clause.subject == "pron"
        and any(takes_turn(c, state) for c in parts[n + 1 :])
    ):
        return False
    if state.voice.shows and not state.resting and _lies_there(clause):
        clause.act, clause.lemma, clause.technique = "put", "place", "hold"
        return True
    if _touches(clause, state):
        return True
    if takes_turn(clause, state):
        clause.in_turn = True
        if bare_hand(clause):
            clause.tool = None
        return True
    if clause.lemma in ("wait", "hover") and clause.subject == "hands" and not clause.places:
        return False
    if poised(clause):
        return False
    if clause.technique in ("stretch", "petrissage") and rests_on_giver(clause):
        return False
    if clause.neg is None and bears_down(clause, state, parts[:n]):
        return True
    if changes_place(clause) or was_habit(clause) or is_schedule(clause):
        return False
    if clause.sub == "while" and clause.subject in ("hands", "thing") and done(clause):
        return False
    if kept_clear(clause) or (clause.own_body and not clause.tool and not clause.places):
        return False
    if clause.lemma in ("stay", "keep") and not clause.tool and any(kept_clear(c) for c in parts):
        return False
    act = clause.act
    head = clause.head
    ruled = by_verb(clause, state, parts[:n])
    if ruled is not None:
        return ruled
    if clause.passive and clause.has(
        "hardly", "seldom", "rarely", "often", "usually", "generally", "commonly"
    ):
        return False
    if clause.lemma == "let":
        ruled = only_let(clause, state)
        if ruled is not None:
            return ruled
    if clause.caution is not None and not clause.places and act not in ("move", "free"):
        return False
    if head is not None:
        if clause.subject == "receiver":
            return False
        if clause.subject == "thing" and not acting_thing(clause):
            return False
        third = state.third and clause.has("she", "he") and act in (*_SKIN, "make")
        hands = stands_for_hands(clause, state) or parts_way(clause, state)
        if puts_own_hands(clause):
            return True
        if clause.subject == "pron" and not third and not hands:
            return False
        if (
            head.form == "s"
            and clause.subject not in ("hands", "thing", "you", "imp")
            and not (third or hands)
        ):
            return False
        whose = clause.subject in ("you", "hands") or hands
        if head.form == "ed" and not whose and not clause.passive:
            told = any(c.subject == "you" and c.head is not None and c.head.form == "ed" for c in parts[:n])
            if not told:
                return False
    if (
        act == "ready"
        and (
            clause.lemma in ("oil", "lubricate", "moisturise", "moisturize")
            or (clause.lemma in ("cover", "coat") and oils(clause))
        )
        and any(p.role == "object" or (p.role == "path" and clause.lemma == "oil") for p in clause.places)
    ):
        return True
    if (
        clause.lemma in {"reduce", "relax", "lighten"}
        and clause.has("pressure")
        and clause.subject in ("imp", "you")
        and n > 0
    ):
        return technique_of(clause, state) == "release"
    if (
        clause.lemma in ("open", "separate")
        and clause.tool_role == "with"
        and any(p.role == "object" for p in clause.places)
    ):
        return clause.subject in ("imp", "you")
    if parts_way(clause, state):
        return clause.subject in ("imp", "you", "hands", "pron")
    if clause.lemma in THINKING:
        return False
    if act in {"mind", "state", "ready", "pose", "end", "begin", "on", "manner", "again"}:
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
            return clause.subject in ("imp", "you") or (clause.subject == "hands" and not onward)
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
        return clause.subject in ("imp", "you", "hands", "pron") or acting_thing(clause)
    somewhere = bool(clause.places or clause.directions or clause.pronoun or clause.flesh)
    if act == "none":
        return bare_moves(clause, state, parts, n)
    if clause.passive and not clause.tool and any(c.passive and "oil" in c.topics for c in parts[: n + 1]):
        return any(p.role in ("path", "object") or p.place in ("back", "leg") for p in clause.places)
    if clause.participle and not clause.places:
        oiled = any("oil" in c.topics and c.act == "ready" for c in parts[:n])
        if oiled:
            return False
    if act == "unknown":
        return framed(clause)
    if act == "move" and "room" in clause.topics and not clause.tool and not clause.places:
        return False
    if act == "move":
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
    if act == "go":
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
    if clause.lemma in ("curl", "wrap", "fold") and not clause.tool and state.technique == "effleurage":
        return any(p.role == "path" for p in clause.places)
    if act == "put" and lies_on_pillow(clause):
        return False
    if act == "put":
        if set(clause.topics) & {"draping", "washing"} and not clause.tool:
            return False
        if clause.tool and clause.tool_role not in ("to", "from"):
            on_flesh = clause.flesh and clause.tool_role == "object"
            return (
                bool(clause.places) or clause.pronoun or on_flesh or clause.lemma in ("hook", "wrap", "curl")
            )
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
    if act == "stay":
        if lies_in_hands(clause):
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
    if act == "free":
        return not elsewhere(clause) and (
            clause.lemma not in ("remove", "drop", "come off", "take off")
            or bool(clause.tool or clause.pronoun)
            or (clause.lemma == "come off" and state.tool is not None and not clause.topics)
        )
    if act == "work":
        if clause.lemma in ("do", "give", "spend", "aim", "include", "deal", "cover ground"):
            circled = "circle" in clause.directions and clause.tool and clause.places
            told = bool(clause.motion_noun and clause.technique) or bool(circled)
            return told or (gives_pressure(clause) and somewhere)
        return somewhere or bool(clause.tool)
    if act == "make":
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
    return False


def _is_taken_up(clause: Clause, later: list[Clause]) -> bool:
    """As in "The last pull starts at the neck, and it runs across the shoulders": one stroke."""
    nxt = later[0] if later else None
    goes = nxt is not None and nxt.act in ("go", "move") and nxt.sub is None and nxt.neg is None
    return goes and clause.subject == "thing" and nxt.subject == "pron" and nxt.has("it")


def _leaves_fingertips(clause: Clause, behind: list[Clause]) -> bool:
    """As in "lift the palms, and place your fingertips beside the spine": only the palms are raised."""
    plain = not (clause.places or clause.directions or clause.pronoun)
    return plain and any(c.act == "put" and c.tool == "fingertips" and c.sub is None for c in behind)


_EACH_TIME = ("each time", "every time", "as you go", "with each one", "with each pass", "with every pass")
"""As in "easing off a little each time": how the rounds differ, and no letting go."""

_LINES = ("line", "lines", "track", "path", "stripe", "trail", "arc", "sweep", "passage", "run")
"""What hands make on the way from one place to another."""


def _continues(clause: Clause, state: State) -> bool:
    if clause.act == "on" and clause.subject in ("imp", "you", "hands"):
        return bool(clause.places or clause.directions) and state.technique is not None and not clause.again
    return False
