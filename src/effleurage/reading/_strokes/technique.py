"""What the hands do: a verb's technique, settled by what it acts on."""

from effleurage.reading._clauses.taking import pulls_sides
from effleurage.reading._clauses.verbless import parts_way
from effleurage.reading._slots.handling import (
    JOINTS,
    SPRUNG,
    bows,
    carries_joint,
    gives_back,
    gives_pressure,
    has_circles,
    lets_out,
    lets_weight_go,
    oils,
    sinks_weight,
    takes_limb,
)
from effleurage.reading._slots.resting import lightens, presses_passively, slips_out
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.reading._strokes.technique_kinds import (
    LIMBS,
    SLIPPED,
    SMALL_TOOLS,
    WAYS,
    arrives,
    circle,
    is_fleshy,
    lands,
    push,
    take_hold,
    tool_used,
    under,
    verbless,
)
from effleurage.reading._strokes.vague import goes_on, rises
from effleurage.reading._words.frames import phrases

_CARRIED = ("walk", "move", "take", "carry", "bring", "run", "travel", "march", "work", "creep", "inch")


_LET_PASS = ("let them go", "let it go", "let go")


_DRAWN_UP = frozenset({"draw", "ease", "bring", "coax", "hitch", "hoist", "raise", "take"})
_PULLS = frozenset({"pull", "lift", "tug", "draw"})
"""As in "take a firm pull upward on the flesh": what is done is said by the noun."""


_TURNERS = frozenset({"turn", "swing", "roll round", "wheel", "swivel", "pivot"})


_BENDERS = frozenset(
    ["bring", "take", "move", "draw", "push", "swing", "lower", "raise", "carry", "guide", "lift", "ease"]
)


def _reaches(clause: Clause, state: State) -> bool:
    """As in "stretch on down toward the waist": gliding hands reach there, and stretch nobody."""
    grasped = clause.flesh or any(p.role == "object" for p in clause.places)
    onward = bool({"up", "down", "out", "across"} & set(clause.directions)) and bool(clause.places)
    return onward and not grasped and state.technique in (None, "effleurage") and state.tool is not None


_SLACKENING = frozenset(["soften", "slacken", "loosen", "ease", "relax", "melt", "fade", "weaken"])
"""What a grip is let do."""


def _goes_on_a_place(clause: Clause) -> bool:
    """As in "one hand goes on the lower back, down at its base": where it comes to lie."""
    goes = clause.head is not None and clause.head.low == "goes on" and clause.lemma == "go"
    laid = clause.subject == "hands" and clause.tool is not None and bool(clause.places)
    return goes and laid and set(clause.directions) <= {"down"}


def technique_of(clause: Clause, state: State) -> str | None:
    """The technique of a motion clause in its context."""
    if clause.in_turn:
        return state.technique
    if clause.act == "none" and clause.technique is None:
        return verbless(clause, state)
    if _goes_on_a_place(clause):
        return "hold"
    if clause.lemma in ("curl", "wrap") and not clause.tool and any(p.role == "path" for p in clause.places):
        return "effleurage"
    if goes_on(clause, state):
        return state.technique
    if takes_limb(clause):
        return "hold"
    if pulls_sides(clause) and state.hands != "alternate":
        clause.flesh = True
        return "petrissage"
    if clause.flesh and _is_drawn(clause) and _goes_up_only(clause):
        return "petrissage"
    if carries_joint(clause, state):
        return "stretch"
    if clause.lemma in {"slip", "slide", "escape", "glide"} and lets_out(clause):
        return "release"
    if lets_weight_go(clause) or slips_out(clause, state) or lightens(clause, state):
        return "release"
    let = clause.lemma in _LET_PASS or (clause.lemma == "let" and clause.tool and clause.has("go", "slip"))
    if let and clause.has("each other", "one another"):
        # As in "let them go past each other", "let the palms go past each other".
        return "effleurage"
    if presses_passively(clause):
        return "compression"
    pressed = gives_pressure(clause) and "circle" not in clause.directions and bool(clause.places)
    if pressed and state.technique not in ("effleurage", "friction", "petrissage"):
        return "compression"
    if sinks_weight(clause) or bows(clause):
        return "compression"
    if (clause.lemma in ("open", "separate") and clause.tool_role == "with") or parts_way(clause, state):
        return "effleurage"
    if clause.act == "unknown":
        ways = {"up", "down", "out", "in", "across", "around"} & set(clause.directions)
        onward = any(p.role in ("from", "to", "path") for p in clause.places)
        return clause.technique or ("effleurage" if ways or onward else "other")
    if clause.lemma == "let" and clause.has("go") and any(p.role in ("path", "to") for p in clause.places):
        return "effleurage"
    if clause.lemma == "let":
        lows = {word for m in clause.marks for word in m.low.split()}
        if (
            lows & {"sink", "settle", "land", "drop", "fall", "come", "melt", "float", "drift"}
            and lows & {"on", "onto", "upon"}
            and clause.tool
        ):
            return "hold"
        if lows & {"touch", "alight"} and clause.tool and clause.places:
            return "hold"
        if "sink" in lows and (lows & {"in", "into", "down"} or ("them" in lows and state.resting)):
            return "compression"
        if lows & {"heavy", "heavier"} and clause.tool and clause.places:
            return "compression"
        grasped = "from" in lows and bool(lows & {"fingers", "grip", "hands", "grasp", "thumb"})
        onward = any(p.role in ("path", "from", "to") for p in clause.places)
        if lows & {"slip", "slide", "roll", "escape", "slither"} and (
            lows & {"away", "off", "free", "loose"} or grasped or ("out" in lows and not onward)
        ):
            return "release"
        if clause.back and lows & SPRUNG and not (clause.tool or clause.places):
            return "release"
        stays = lows & {"stay", "remain", "linger", "dwell"} and (clause.tool or state.tool)
        if stays or ("be" in lows and clause.tool and not clause.directions):
            return "hold"
        if lows & {"hang", "rest", "lie", "lie still", "repose", "settle", "land", "alight"}:
            return "hold"
        if lows & {"hold", "grip", "grasp"} and lows & _SLACKENING:
            return "release"
        if lows & {"continue", "proceed", "carry"} and any(p.role in ("path", "to") for p in clause.places):
            return state.technique or "effleurage"
        onto = any(p.role in ("at", "to") for p in clause.places) and clause.tool
        if onto and lows & {"drop", "fall", "flop", "melt", "arrive", "come"}:
            return "hold"
        if "sink" in lows and clause.tool and not clause.has("away", "back", "bed", "table"):
            return "compression"
        if lows & {"drop", "fall", "sink", "flop", "go"}:
            return "release"
    if clause.act == "stay" and any(
        m.low in {"press", "presses", "pressure", "compression"} for m in clause.marks
    ):
        return "compression"
    if clause.act == "ready" or (clause.technique in (None, "friction") and oils(clause)):
        return "effleurage"
    if clause.lemma == "ease" and (clause.back or len(clause.marks) == 1) and not clause.places:
        return "release"
    if clause.lemma.startswith("stretch") and _reaches(clause, state):
        return "effleurage"
    if rises(clause) and state.technique == "compression":
        return "release"
    parted = clause.pronoun and clause.directions == ["out"] and not clause.has("out")
    if (
        clause.lemma == "ease"
        and not (clause.places or parted)
        and {"out", "off", "up", "in"} & set(clause.directions)
    ):
        return "release" if "in" not in clause.directions else "compression"
    if clause.lemma in {"ease", "reduce", "relax", "release", "lighten"} and clause.has(
        "pressure", "the pressure"
    ):
        return "release"
    if (
        clause.act in ("begin", "end")
        and clause.technique is None
        and clause.tool
        and any(p.role == "at" for p in clause.places)
    ):
        return "hold"
    told = clause.tool is not None and {p.role for p in clause.places} >= {"from", "to"}
    if clause.act in ("begin", "end") and clause.technique is None and told and not clause.motion_noun:
        return "effleurage"
    if clause.lemma == "give" and (clause.flesh or gives_back(clause)):
        if gives_back(clause):
            return "release"
        if clause.has("pull", "tug", "lift", "squeeze", "pinch"):
            return "petrissage"
    if clause.act in {"work", "on", "begin", "end", "make", "manner", "again", "ready", "mind", "state"} and (
        clause.technique is None
    ):
        if "circle" in clause.directions:
            return circle(clause, state)
        if clause.act == "make" and "into" in clause.directions:
            return "compression"
        ways = {p.role for p in clause.places} >= {"from", "to"}
        if clause.act == "make" and state.technique is None and ways:
            return "effleurage"
        drawn = clause.act == "make" and any(m.base in phrases("lanes") for m in clause.marks)
        if drawn and {"up", "down", "out", "in", "across"} & set(clause.directions):
            return "effleurage"
        if clause.act == "make" and state.technique is None and clause.has("pass", "passes"):
            return "effleurage" if clause.places or clause.directions else None
        if clause.act == "make" and state.technique is None and any(p.role == "to" for p in clause.places):
            return "effleurage"
        return state.technique
    technique, lemma = clause.technique, clause.lemma
    if lemma == "stretch" and _reaches(clause, state):
        return "effleurage"
    objects = [p for p in clause.places if p.role == "object"]
    limbs = [p for p in objects if p.place in ("leg", "arm", "head")]
    if (
        limbs
        and not clause.tool
        and lemma in _BENDERS
        and clause.act in ("go", "move", "put")
        and not clause.flesh
        and not (lemma == "lift" and any(is_fleshy(p) for p in limbs))
    ):
        return "stretch"
    if (
        lemma == "rub"
        and not clause.tool_wide
        and clause.has("small", "tiny", "little", "small circle", "small circles")
    ):
        return "friction"
    if lemma in ("turn", "rotate", "swivel") and any(p.mark.low.split()[-1] in JOINTS for p in objects):
        return "stretch"
    if lemma == "circle" and not clause.tool:
        named = any(p.mark.low in JOINTS and p.role in ("pre", "topic") for p in clause.places)
        if named:
            return "stretch"
    if technique == "friction" and "circle" in clause.directions:
        if lemma == "circle" and any(p.mark.low in JOINTS for p in objects):
            return "stretch"
        return circle(clause, state)
    if technique == "effleurage" and "circle" in clause.directions and clause.act == "work":
        return circle(clause, state)
    if technique == "effleurage" and "circle" in clause.directions and clause.act != "go":
        small = clause.has("small", "tiny", "little")
        return "friction" if small and tool_used(clause, state) in SMALL_TOOLS else technique
    if technique == "effleurage" and "circle" in clause.directions and clause.act == "go":
        return circle(clause, state)
    if (
        lemma in {"slip", "slide", "escape", "ooze", "let", "roll", "fall", "spring", "slither"}
        and "out" in clause.directions
        and clause.tool_role not in ("object", "pre")
        and clause.has(*_GRASP)
    ):
        return "release"
    if clause.head is None:
        drawn = any(m.base in ("pull", "tug") and m.cat == "motion" for m in clause.marks)
        return push(clause, state, "pull") if drawn and clause.directions == ["up"] else technique
    entry = clause.head.cats["verb"]
    if lemma in ("lift off", "lift away", "lift clear") and clause.flesh:
        return "petrissage"
    if (
        lemma in _TURNERS
        and clause.pronoun
        and state.place in ("arm", "leg", "head")
        and "circle" in clause.directions
    ):
        return "stretch"
    if lemma in {"pass", "hand", "feed", "toss"} and clause.pronoun and state.technique == "petrissage":
        return "petrissage"
    if clause.act in ("go", "move") and clause.motion_noun and lemma in _CARRIED and has_circles(clause):
        return circle(clause, state)
    if (
        clause.pronoun
        and not clause.tool
        and lemma in _BENDERS
        and clause.act == "go"
        and state.place in ("arm", "leg")
        and state.technique in (None, "stretch", "hold")
    ):
        return "stretch"
    if lemma in ("tug", "pull") and any(m.low.split()[-1] == "hair" for m in clause.marks):
        return "stretch"
    if lemma in _TURNERS and any(p.mark.low.split()[-1] in JOINTS for p in objects):
        return "stretch"
    given = lemma == "give" and clause.has("pull", "tug") and bool(objects)
    if entry.get("push") or given:
        return push(clause, state, lemma)
    if entry.get("flesh"):
        return take_hold(clause, state, lemma)
    if lemma in ("take", "bring", "turn") and not clause.directions and not clause.back:
        if clause.flesh or (
            objects and clause.tool and not any(p.place in ("leg", "arm", "head") for p in objects)
        ):
            return "petrissage"
        if objects and clause.tool:
            return "hold"
    if technique == "compression" and clause.tool == "grip":
        return "petrissage"
    if clause.walks and clause.hands == "alternate" and (clause.tool or state.tool) == "palm":
        # As in "keep swapping hands and creep upward" behind fans: palms glide on, and press nothing.
        return state.technique or technique
    if lemma == "cup" and clause.hands == "alternate":
        return "tapotement"
    if lemma == "cup" and clause.tool_role != "object" and _is_all_over(clause):
        return "tapotement"
    if lemma == "cup" and any(w in m.low for m in clause.marks for w in ("hollow", "cupped")):
        return "tapotement"
    laid = lemma in ("spread", "splay") and clause.tool_role == "object" and not clause.directions
    if lands(clause) or _laid_along(clause, state) or (laid and clause.places):
        return "hold"
    held = clause.pronoun and not (clause.places or clause.tool) and state.place in ("head", "arm", "leg")
    if lemma in ("draw", "ease", "bring") and held and clause.directions == ["toward_giver"]:
        return "stretch"
    if (
        lemma == "draw"
        and clause.directions == ["off"]
        and clause.tool_role == "object"
        and not clause.places
    ):
        return "release"
    if lemma == "float" and clause.directions == ["up"] and clause.pronoun and state.resting:
        return "release"
    if (
        lemma == "float"
        and clause.directions == ["off"]
        and (clause.tool or clause.pronoun)
        and not clause.places
    ):
        return "release"
    if lemma in ("take", "draw", "bring") and "off" in clause.directions and clause.tool:
        return "release" if lemma == "take" else technique
    if lemma in ("take", "ease") and clause.directions == ["out"] and clause.tool_role == "object":
        return technique if clause.places else "release"
    if lemma == "take" and "off" in clause.directions and clause.pronoun and not clause.places:
        return "release"
    if lemma == "ease" and "off" in clause.directions:
        return "release"
    if entry.get("walk") and tool_used(clause, state) not in (
        "thumb",
        "fingertips",
        "knuckles",
        "palm",
        "elbow",
        "fist",
        "heel",
    ):
        return None
    if technique == "stretch" and clause.has("socket", "joint", "its socket"):
        return technique
    pressed = state.technique == "compression" and state.tool in SMALL_TOOLS and not clause.places
    turned = clause.tool or pressed or (clause.pronoun and state.tool and state.place not in LIMBS)
    fans = {"up", "out"}.issubset(clause.directions) and not objects
    if lemma in {"rotate", "pivot", "swivel", "hinge", "twist"} and turned and fans and not clause.flesh:
        # As in "rotate the hand upward and outward": it opens like a fan, and no joint is turned.
        return "effleurage"
    if technique == "stretch" and lemma == "rotate" and not objects and turned:
        return "friction"
    if lemma == "come" and "out" in clause.directions and not (clause.places or clause.tool):
        return "release"
    inward = clause.directions == ["in"] and clause.sub != "while"
    if lemma in ("come", "go", "reach") and clause.tool and inward:
        return "hold"
    if lemma in ("go", "come") and clause.tool_role == "pre" and clause.directions == ["around"]:
        return "hold" if clause.pronoun and not clause.places else technique
    if lemma in ("go", "come") and clause.tool_role == "pre" and arrives(clause):
        return "hold"
    if lemma == "go" and clause.tool == "forearm" and clause.tool_role == "pre" and not clause.directions:
        # As in "Your forearm goes along the side of the spine": where it comes to lie.
        return "hold" if clause.places and not any(p.role == "to" for p in clause.places) else technique
    if lemma in SLIPPED and clause.tool_role in ("object", "with") and arrives(clause) and under(clause):
        return "hold"
    if clause.act == "go" and clause.back:
        return state.technique if not clause.places and not clause.tool and state.technique else "effleurage"
    if (
        clause.act == "go"
        and clause.tool
        and clause.sub != "while"
        and not WAYS & set(clause.directions)
        and clause.places
        and (
            all(p.role in ("to", "at", "object") for p in clause.places)
            and lemma in ("go", "come", "bring", "take", "slip")
        )
    ):
        return "effleurage" if _go_on_to(clause, state) else "hold"
    return technique


def _go_on_to(clause: Clause, state: State) -> bool:
    """As in "let the sides go, and the palms go to the middle of the back": hands at work go on there."""
    same = clause.tool == state.tool and clause.tool_role == "pre" and clause.lemma in ("go", "come")
    worked = state.technique in ("effleurage", "petrissage", "release") and state.hands == "both"
    behind = clause.link in ("weak", "comma") and clause.subject == "hands" and not clause.other_hand
    return same and worked and behind and [p.role for p in clause.places] == ["to"]


def _reaches(clause: Clause, state: State) -> bool:
    """As in "leave the arms crossed and stretch down to the waist": hands at work go on their way."""
    own = clause.tool_role not in ("object", "with") and not clause.flesh
    own = own and (not clause.pronoun or clause.subject == "pron")
    onward = bool({"up", "down", "out", "across", "around"} & set(clause.directions))
    worked = state.tool == "palm" and state.technique in ("effleurage", "petrissage")
    return own and onward and worked and not any(p.role == "object" for p in clause.places)


def _laid_along(clause: Clause, state: State) -> bool:
    """As in "bring your forearm down beside the spine": a new tool is laid there, and does not travel yet."""
    brought = clause.lemma in ("bring", "lower", "get", "set") and clause.tool_role == "object"
    brought = brought or (clause.lemma in ("go", "come") and clause.tool_role == "pre")
    beside = any(p.line for p in clause.places)
    beside = beside and all(p.role in ("path", "object") or p.level for p in clause.places)
    return brought and clause.tool != state.tool and beside and set(clause.directions) <= {"down", "in"}


def _is_drawn(clause: Clause) -> bool:
    """As in "draw the flesh up", "take a firm pull upward on the flesh"."""
    pulled = any(m.cat == "motion" and m.base in _PULLS for m in clause.marks)
    return clause.lemma in _DRAWN_UP or pulled


def _goes_up_only(clause: Clause) -> bool:
    """As in "draw the flesh of the waist inward and up": off the bone, and not along the skin."""
    whose = {m.j for m in clause.marks if m.cat == "tissue"}
    along = any(
        p.role in ("from", "to") or (p.role == "path" and p.mark.i not in whose and not _lies(clause, p))
        for p in clause.places
    )
    upward = "up" in clause.directions or clause.lemma in ("raise", "hoist", "hitch")
    return upward and set(clause.directions) <= {"up", "in", "around"} and not along


def _lies(clause: Clause, place: PlaceRef) -> bool:
    """As in "the flesh around the waist", "the muscle of the flanks": where it lies, and no way along."""
    before = [m for m in clause.marks if m.i < place.mark.i and m.cat not in ("det", "theirs", "side")]
    return bool(before) and before[-1].low in ("around", "round", "about", "all around", "all round", "of")


def _is_all_over(clause: Clause) -> bool:
    """As in "cup lightly all over the thigh": what goes all over claps."""
    wide = clause.has("all over", "up and down", "along", "up", "down", "all along", "all the way up")
    return (wide or clause.tempo == "quick") and any(p.role == "path" for p in clause.places)


_GRASP = ("grip", "your grip", "fingers", "your fingers", "grasp", "hands", "your hands", "clutches", "hold")
