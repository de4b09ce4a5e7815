"""Motion: whether hands work on the receiver in a clause."""

import itertools

from effleurage.reading._clauses.elsewhere import (
    acting_thing,
    carries_off,
    done,
    is_schedule,
    warms_oil,
)
from effleurage.reading._clauses.hand_turns import bare_hand, takes_turn
from effleurage.reading._clauses.oiling import OILING
from effleurage.reading._clauses.verbless import (
    parts_way,
    stands_for_hands,
    was_habit,
)
from effleurage.reading._kinds.acting import acts, begins_with_hands
from effleurage.reading._kinds.arranging import changes_place, rests_on_giver
from effleurage.reading._kinds.by_verb import by_verb, only_let
from effleurage.reading._kinds.poised import lifts_palms, poised, waited_for
from effleurage.reading._slots.clause_subject import THINKING
from effleurage.reading._slots.handling import (
    bears_down,
    oils,
    oils_hands,
    sinks_weight,
)
from effleurage.reading._slots.landing import puts_own_hands
from effleurage.reading._slots.limits import kept_clear
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.forehead import forehead_on_hands, props_forehead
from effleurage.reading._strokes.technique import technique_of

_DROPPED = frozenset({"if", "why", "as_if", "than", "purpose"})


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


_STEADYING = frozenset(
    {"support", "steady", "brace", "keep", "hold", "stabilise", "stabilize", "stay", "remain"}
)
"""What the hand that holds the working one is there for."""


def _steadies(clause: Clause, before: list[Clause]) -> bool:
    """As in "clasp the wrist to keep it from rolling" and ", which stops you wobbling": what for."""
    if clause.technique == "vibration" and clause.tool is None:
        return any(c.clasps for c in before)
    if clause.lemma not in _STEADYING:
        return False
    if clause.has("to"):
        return any(c.clasps for c in before)
    # As in "so the arm is supported", "and the forearm is held steady".
    places = [p for p in clause.places if p.place != "arm" or p.role != "object"]
    tool = clause.tool if not (clause.passive and clause.tool == "forearm") else None
    own = tool or places or clause.directions or clause.duration or clause.moment
    return (clause.lemma != "hold" or clause.has("steady", "still", "stable")) and not own


_SKIN = ("move", "put", "stay", "free", "work", "go")


def _is_drained(clause: Clause) -> bool:
    """As in "the lymph is being drained to the glands": what comes of it, and nothing that hands do."""
    named = clause.topics.get("reason") if clause.passive and clause.head is not None else None
    return named is not None and clause.head is not None and named.i < clause.head.i and clause.tool is None


def _drains(clause: Clause) -> bool:
    """As in "This one drains lymph to the glands" and "it carries fluid up": what a stroke does good."""
    if clause.tool or clause.subject == "hands" or clause.has("she", "he"):
        return False
    told = [m for m in clause.marks if m.cat != "det"]
    return any(
        flow.base in _FLOWING and verb.form == "s" and ("verb" in verb.cats or verb.cat == "motion")
        for verb, flow in itertools.pairwise(told)
    )


_FLOWING = frozenset({"lymph", "fluid", "blood"})


def works_unseen(clause: Clause) -> bool:
    """As in "Here you work on the nerves beside the spine.": what it does good, and no new stroke."""
    works = clause.act == "work" and clause.form in ("ing", "base") and clause.subject == "you"
    return works and clause.tool is None and any(m.base in _UNSEEN for m in clause.marks)


_UNSEEN = frozenset({"nerve", "lymph", "circulation"})
"""What is worked on through the skin, and lies under no hand."""


def moves(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Whether hands work on the receiver in this clause."""
    for rule in (_is_told, _is_of_verb, _is_theirs, _is_odd):
        ruled = rule(clause, state, parts, n)
        if ruled is not None:
            return ruled
    return acts(clause, state, parts, n)


def _stays_so(clause: Clause, state: State) -> bool:
    """As in "Your arms are crossed. Stay that way while you reach down": so are they, and nothing is held."""
    told = state.crossed and clause.lemma in ("stay", "remain") and clause.has("that way", "like that", "so")
    return told and not (clause.tool or clause.places or clause.duration or clause.moment)


def is_announced(clause: Clause) -> bool:
    """As in "There is a like stroke for the shoulder", "Here both hands draw a great eight": what comes."""
    if clause.motion_noun and clause.tool is None and clause.subject in ("thing", "pron", "imp"):
        # As in "The shoulder gets a stroke of the same kind".
        like = clause.lemma == "get" and clause.has("kind", "sort")
        return like or (clause.lemma == "be" and clause.has("there"))
    drawn = clause.lemma in _DRAWING and clause.subject == "hands" and not clause.directions
    return drawn and any(m.base == "eight" for m in clause.marks)


def _names_its_work(clause: Clause, behind: list[Clause]) -> bool:
    """As in "The other hand does the kneading: it pulls up the muscles": whose hand "it" is."""
    named = clause.lemma == "do" and clause.subject == "hands" and not clause.places
    if not (named and clause.technique and behind and behind[0].colon and behind[0].subject == "pron"):
        return False
    does = behind[0]
    does.tool, does.tool_wide, does.hands = clause.tool, clause.tool_wide, clause.hands
    does.hands_stated, does.other_hand, does.subject = True, clause.other_hand, "hands"
    return True


def _is_propped(parts: list[Clause], n: int) -> bool:
    """As in "The client lies prone, the forehead rested on the hands", "the hands as a cushion for it".

    Whose hands they are is told before it, or by the clause itself.
    """
    for first in (n - 1, n):
        who = parts[first] if first >= 0 else None
        if who is None or not (who.subject == "receiver" or who.person):
            continue
        if any(props_forehead([m for c in parts[first:end] for m in c.marks]) for end in (n + 1, n + 2)):
            return True
    return False


_DRAWING = ("draw", "describe", "trace", "make", "form", "paint", "write", "follow", "perform")


def _is_told(clause: Clause, state: State, parts: list[Clause], n: int) -> bool | None:
    """What its place in the sentence says: conditions, asides, turns, hands that wait, positions."""
    if clause.homeward:
        return True
    if clause.sub == "why" and clause.marks[0].low.startswith("so") and sinks_weight(clause):
        return clause.neg is None
    if _names_its_work(clause, parts[n + 1 : n + 2]):
        return False
    if is_announced(clause) or (clause.pronoun and not clause.tool and _smooths_hair(clause, parts[:n])):
        return False
    if any(c.clasps for c in parts) and _steadies(clause, parts[:n]):
        return False
    if oils_hands(clause) or clause.clasps or forehead_on_hands(clause):
        return False
    if _is_propped(parts, n):
        return False
    if clause.participle and clause.lemma in ("lift", "raise") and clause.marks[-1].low == "one":
        return not any(c.other_hand for c in parts[n + 1 :])
    if _is_drained(clause) or _drains(clause) or works_unseen(clause):
        return False
    if clause.sub in _DROPPED or clause.neg is not None or clause.sub in ("when", "until"):
        return False
    if clause.participle and clause.lemma in ("ease off", "let off", "slacken") and clause.has(*_EACH_TIME):
        return False
    if (
        lifts_palms(clause, parts, state)
        or waited_for(clause, parts[:n])
        or carries_off(clause, parts[:n])
        or warms_oil(parts, n)
    ):
        return False
    if (
        clause.sub == "while"
        and (clause.subject == "pron" or (clause.passive and clause.act == "end"))
        and any(takes_turn(c, state) for c in parts[n + 1 :])
    ):
        return False
    if _touches(clause, state):
        return True
    if takes_turn(clause, state):
        clause.in_turn = True
        if bare_hand(clause):
            clause.tool = None
        return True
    if clause.lemma in ("wait", "hover") and clause.subject == "hands" and not clause.places:
        return False
    if poised(clause) or _stays_so(clause, state):
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
    return None


def _is_of_verb(clause: Clause, state: State, parts: list[Clause], n: int) -> bool | None:
    """What its verb says by itself, or the word that bounds it."""
    ruled = by_verb(clause, state, parts[:n])
    if ruled is not None:
        return ruled
    if clause.passive and clause.has(
        "hardly", "seldom", "rarely", "often", "usually", "generally", "commonly"
    ):
        return False
    if clause.lemma == "let":
        if clause.tool is None and clause.has("them") and any("draping" in c.topics for c in parts[: n + 1]):
            # As in "Put a blanket over them and let them lie there": the receiver, and no hands.
            return False
        ruled = only_let(clause, state)
        if ruled is not None:
            return ruled
    if clause.caution is not None and not clause.places and clause.act not in ("move", "free"):
        return False
    return None


def _is_theirs(clause: Clause, state: State, parts: list[Clause], n: int) -> bool | None:
    """What its subject says: whether it is the giver who does it."""
    act, head = clause.act, clause.head
    if head is not None and not begins_with_hands(clause):
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
        if head.form == "ed" and not whose and not clause.passive and not acting_thing(clause):
            told = any(c.subject == "you" and c.head is not None and c.head.form == "ed" for c in parts[:n])
            if not told:
                return False
    return None


def _is_odd(clause: Clause, state: State, parts: list[Clause], n: int) -> bool | None:
    """Verbs that oil, lighten or part, and those of thought."""
    act = clause.act
    if (
        act == "ready"
        and (clause.lemma in OILING or (clause.lemma in ("cover", "coat") and oils(clause)))
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
    return None


_EACH_TIME = ("each time", "every time", "as you go", "with each one", "with each pass", "with every pass")
"""As in "easing off a little each time": how the rounds differ, and no letting go."""
