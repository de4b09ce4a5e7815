"""What the hands do: a verb's technique, settled by what it acts on."""

import itertools

from effleurage.reading._state import State
from effleurage.reading._written import Clause

JOINTS = (
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
)
_CARRIED = ("walk", "move", "take", "carry", "bring", "run", "travel", "march", "work", "creep", "inch")
_TURNERS = ("turn", "swing", "roll round", "wheel", "swivel", "pivot")
_BENDERS = ("bring", "take", "move", "draw", "push", "swing", "lower", "raise", "carry", "guide", "lift")
_WAYS = frozenset({"up", "down", "out", "across", "around", "toward_giver", "away_from_giver"})
_TINY = frozenset({"small", "tiny", "deep", "little"})
_LIMBS = ("leg", "arm", "head", "skull_base", "neck")
_SMALL_TOOLS = ("thumb", "fingertips", "knuckles", "elbow", None)


def takes_limb(clause: Clause) -> bool:
    """As in "take the left arm by the wrist", "take her hand"."""
    if clause.lemma != "take" or clause.directions or clause.tool or clause.sub:
        return False
    if any(m.cat == "prep" and m.value == "to" for m in clause.marks):
        return False
    limbs = [p for p in clause.places if p.role == "object" and p.place in ("arm", "leg")]
    return bool(limbs) and all(p.role in ("object", "path", "at") for p in clause.places)


def _lets_out(clause: Clause) -> bool:
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


_SPRUNG = frozenset(
    ["melt", "sink", "slip", "slide", "spring", "fall", "roll", "drop", "settle", "ease", "flop", "bounce"]
)
"""What flesh that was held does when it is let go."""


def _has_circles(clause: Clause) -> bool:
    """As in "walk the circles up to the neck": what goes along are the circles that are made."""
    return any(m.base == "circle" and m.cat == "motion" for m in clause.marks)


def sinks_weight(clause: Clause) -> bool:
    """As in "let your weight drop in", "drop my weight": weight that comes down presses."""
    if clause.lemma not in _WEIGHED and clause.lemma not in ("let", "allow"):
        return False
    if not any(m.low.split()[-1] in ("weight", "bodyweight") for m in clause.marks):
        return False
    if clause.has("weight") and any(p.role == "object" for p in clause.places):
        return False
    if clause.lemma in ("let", "allow"):
        return any(not _SINKING.isdisjoint(m.low.split()) for m in clause.marks)
    return clause.lemma in _WEIGHED


def oils_hands(clause: Clause) -> bool:
    """As in "rub a little of it into your palms": oil is spread in the hands, and nobody is rubbed."""
    worked = clause.lemma in ("rub", "work", "spread", "smooth", "massage", "warm", "smear", "distribute")
    if not worked or clause.places or clause.subject not in ("imp", "you"):
        return False
    owned = any(m.cat == "mine" for m in clause.marks)
    return clause.tool == "palm" and owned and clause.tool_role in ("into", "at", "path", "to")


def oils(clause: Clause) -> bool:
    """As in "apply the oil to the back": oil goes on somebody, not into the hands."""
    return clause.lemma in ("apply", "cover", "coat") and clause.has("oil", "lotion", "cream")


def technique_of(clause: Clause, state: State) -> str | None:
    """The technique of a motion clause in its context."""
    if clause.act == "none" and clause.technique is None:
        return _bare(clause, state)
    if clause.lemma in ("curl", "wrap") and not clause.tool and any(p.role == "path" for p in clause.places):
        return "effleurage"
    if takes_limb(clause):
        return "hold"
    if clause.lemma in ("slip", "slide", "escape", "glide") and _lets_out(clause):
        return "release"
    if sinks_weight(clause):
        return "compression"
    if clause.lemma in ("open", "separate") and clause.tool_role == "with":
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
        if "sink" in lows and lows & {"in", "into", "down"}:
            return "compression"
        grasped = "from" in lows and bool(lows & {"fingers", "grip", "hands", "grasp", "thumb"})
        onward = any(p.role in ("path", "from", "to") for p in clause.places)
        if lows & {"slip", "slide"} and (lows & {"away", "off"} or grasped or ("out" in lows and not onward)):
            return "release"
        if clause.back and lows & _SPRUNG and not (clause.tool or clause.places):
            return "release"
        if lows & {"hang", "rest", "lie", "lie still", "settle", "land", "alight"}:
            return "hold"
        onto = any(p.role in ("at", "to") for p in clause.places) and clause.tool
        if onto and lows & {"drop", "fall", "flop", "melt", "arrive", "come"}:
            return "hold"
        if lows & {"drop", "fall", "sink", "flop", "go"}:
            return "release"
    if clause.act == "stay" and any(
        m.low in ("press", "presses", "pressure", "compression") for m in clause.marks
    ):
        return "compression"
    if clause.act == "ready" or (clause.technique is None and oils(clause)):
        return "effleurage"
    if clause.lemma == "ease" and clause.back and not clause.places:
        return "release"
    parted = clause.pronoun and clause.directions == ["out"] and not clause.has("out")
    if (
        clause.lemma == "ease"
        and not (clause.places or parted)
        and {"out", "off", "up", "in"} & set(clause.directions)
    ):
        return "release" if "in" not in clause.directions else "compression"
    if clause.lemma in ("ease", "reduce", "relax", "release", "lighten") and clause.has(
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
    if clause.act in ("work", "on", "begin", "end", "make", "manner", "again", "ready", "mind", "state") and (
        clause.technique is None
    ):
        if "circle" in clause.directions:
            return _circle(clause, state)
        if clause.act == "make" and "into" in clause.directions:
            return "compression"
        ways = {p.role for p in clause.places} >= {"from", "to"}
        if clause.act == "make" and state.technique is None and ways:
            return "effleurage"
        if clause.act == "make" and state.technique is None and clause.has("pass", "passes"):
            return "effleurage" if clause.places or clause.directions else None
        if clause.act == "make" and state.technique is None and any(p.role == "to" for p in clause.places):
            return "effleurage"
        return state.technique
    technique, lemma = clause.technique, clause.lemma
    objects = [p for p in clause.places if p.role == "object"]
    limbs = [p for p in objects if p.place in ("leg", "arm", "head")]
    if (
        limbs
        and not clause.tool
        and lemma in _BENDERS
        and clause.act in ("go", "move", "put")
        and not clause.flesh
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
    named = any(p.mark.low in JOINTS and p.role in ("pre", "topic") for p in clause.places)
    if lemma == "circle" and named and not clause.tool:
        return "stretch"
    if technique == "friction" and "circle" in clause.directions:
        if lemma == "circle" and any(p.mark.low in JOINTS for p in objects):
            return "stretch"
        return _circle(clause, state)
    if technique == "effleurage" and "circle" in clause.directions and clause.act != "go":
        small = clause.has("small", "tiny", "little")
        return "friction" if small and _tool(clause, state) in _SMALL_TOOLS else technique
    if technique == "effleurage" and "circle" in clause.directions and clause.act == "go":
        return _circle(clause, state)
    if (
        lemma in ("slip", "slide", "escape", "ooze", "let")
        and "out" in clause.directions
        and clause.tool_role not in ("object", "pre")
        and clause.has(*_GRASP)
    ):
        return "release"
    if clause.head is None:
        return technique
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
    if lemma in ("pass", "hand", "feed", "toss") and clause.pronoun and state.technique == "petrissage":
        return "petrissage"
    if clause.act in ("go", "move") and clause.motion_noun and lemma in _CARRIED and _has_circles(clause):
        return _circle(clause, state)
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
    if entry.get("push"):
        return _push(clause, state, lemma)
    if entry.get("flesh"):
        return _take_hold(clause, state, lemma)
    if lemma in ("take", "bring", "turn") and not clause.directions and not clause.back:
        if clause.flesh or (
            objects and clause.tool and not any(p.place in ("leg", "arm", "head") for p in objects)
        ):
            return "petrissage"
        if objects and clause.tool:
            return "hold"
    if technique == "compression" and clause.tool == "grip":
        return "petrissage"
    if lemma == "cup" and clause.hands == "alternate":
        return "tapotement"
    if lemma == "cup" and any(w in m.low for m in clause.marks for w in ("hollow", "cupped")):
        return "tapotement"
    laid = lemma in ("spread", "splay") and clause.tool_role == "object" and not clause.directions
    if lands(clause) or (laid and clause.places):
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
    if lemma in ("take", "draw", "bring") and "off" in clause.directions and clause.tool:
        return "release" if lemma == "take" else technique
    if lemma in ("take", "ease") and clause.directions == ["out"] and clause.tool_role == "object":
        return technique if clause.places else "release"
    if lemma == "take" and "off" in clause.directions and clause.pronoun and not clause.places:
        return "release"
    if lemma == "ease" and "off" in clause.directions:
        return "release"
    if entry.get("walk") and _tool(clause, state) not in (
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
    turned = clause.tool or (clause.pronoun and state.tool and state.place not in _LIMBS)
    if technique == "stretch" and lemma == "rotate" and not objects and turned:
        return "friction"
    if lemma == "come" and "out" in clause.directions and not (clause.places or clause.tool):
        return "release"
    if lemma in ("come", "go", "reach") and clause.tool and clause.directions == ["in"]:
        return "hold"
    if lemma in ("go", "come") and clause.tool_role == "pre" and clause.directions == ["around"]:
        return "hold" if clause.pronoun and not clause.places else technique
    if lemma in ("go", "come") and clause.tool_role == "pre" and _arrives(clause):
        return "hold"
    if lemma in _SLIPPED and clause.tool_role in ("object", "with") and _arrives(clause) and _under(clause):
        return "hold"
    if clause.act == "go" and clause.back:
        return state.technique if not clause.places and not clause.tool and state.technique else "effleurage"
    if (
        clause.act == "go"
        and clause.tool
        and not _WAYS & set(clause.directions)
        and clause.places
        and (
            all(p.role in ("to", "at", "object") for p in clause.places)
            and lemma in ("go", "come", "bring", "take", "slip")
        )
    ):
        return "hold"
    return technique


def lands(clause: Clause) -> bool:
    """As in "both palms go down on the back": hands come to rest, and do not travel."""
    downward = clause.directions in ([], ["down"], ["in"]) and not clause.back
    resting = all(p.role in ("at", "path", "object") for p in clause.places) and any(
        p.role == "at" for p in clause.places
    )
    comes = clause.lemma in ("go", "come", "drop", "move", "get", "fly", "sink") or (
        clause.lemma in ("lower",) and clause.tool_role == "object"
    )
    if clause.tool is None or not (downward and resting and comes):
        return False
    onto = any(m.cat == "prep" and m.low in ("on", "onto", "upon", "to the left of") for m in clause.marks)
    return onto or clause.places[-1].line


def _tool(clause: Clause, state: State) -> str | None:
    return clause.tool or state.tool


def _arrives(clause: Clause) -> bool:
    """As in "Both thumbs go in that groove, down at the waist": hands that are brought to a place."""
    spots = [p for p in clause.places if p.role in ("at", "into")]
    return (
        bool(spots) and len(spots) == len(clause.places) and set(clause.directions) <= {"in", "down", "into"}
    )


_SLIPPED = (
    "slip",
    "slide",
    "ease",
    "work",
    "tuck",
    "wriggle",
    "thread",
    "push",
    "pass",
    "get",
    "scoop",
    "glide",
)


def _under(clause: Clause) -> bool:
    """As in "slide your hands under the neck": they are brought there, and do not travel along it."""
    return clause.has("under", "underneath", "beneath", "behind", "between", "in under")


def _circle(clause: Clause, state: State) -> str:
    """Circles with thumbs, fingertips or knuckles are friction, big or flat-hand ones effleurage."""
    big = any(
        m.low in ("big", "large", "wide", "broad", "larger", "bigger", "sweeping", "generous")
        for m in clause.marks
    )
    tool = clause.tool if clause.tool else state.tool
    if big:
        return "effleurage"
    if any(not _TINY.isdisjoint(m.low.split()) for m in clause.marks):
        return "friction"
    return "friction" if tool in _SMALL_TOOLS else "effleurage"


def _push(clause: Clause, state: State, lemma: str) -> str:
    paths = [p for p in clause.places if p.role in ("from", "to", "path")]
    limbs = [p for p in clause.places if p.role == "object" and p.place in _LIMBS]
    if lemma != "push" and any(
        p.mark.low.rstrip("s").endswith(("hair", "ear", "lobe")) for p in clause.places
    ):
        return "stretch"
    if lemma == "push":
        moving = bool(_WAYS & set(clause.directions)) or any(p.role in ("from", "to") for p in paths)
        return "effleurage" if moving and "into" not in clause.directions else "compression"
    if clause.flesh and ("up" in clause.directions or not clause.directions):
        return "petrissage"
    if limbs:
        return "stretch"
    if not paths and not clause.tool and clause.directions in (["up"], []) and not clause.back:
        return "petrissage" if clause.directions else "stretch"
    if (
        not paths
        and (state.place in _LIMBS)
        and set(clause.directions) <= {"toward_giver", "up", "away_from_giver"}
        and not clause.tool
    ):
        return "stretch"
    return "effleurage"


def _take_hold(clause: Clause, state: State, lemma: str) -> str:
    along = any(p.role in ("from", "to") for p in clause.places)
    if lemma == "scoop" and ("around" in clause.directions or along) and not clause.flesh:
        return "effleurage"
    if lemma == "lift":
        if (
            "off" in clause.directions
            and not clause.flesh
            and not (clause.pronoun and state.technique == "petrissage")
        ):
            return "release"
        if clause.tool and clause.tool_role == "object":
            return "release"
        if any(p.place in _LIMBS and p.role == "object" for p in clause.places):
            return "stretch"
        if (
            clause.pronoun
            and not (clause.places or clause.flesh or "off" in clause.directions)
            and state.place in ("arm", "leg", "head")
            and not (state.technique == "petrissage" and clause.link in ("weak", "comma"))
        ):
            return "stretch"
        return "petrissage"
    if (
        lemma in ("grasp", "grab", "grip", "clasp", "gather")
        and any(p.place in ("leg", "arm", "head") and p.role == "object" for p in clause.places)
        and not clause.flesh
    ):
        return "hold"
    return "petrissage"


_GRASP = ("grip", "your grip", "fingers", "your fingers", "grasp", "hands", "your hands", "clutches", "hold")


def _bare(clause: Clause, state: State) -> str | None:
    """A verbless line takes the technique of its heading or context."""
    begun = (
        clause.start_place and clause.marks[0].cat == "prep" and all(p.role != "to" for p in clause.places)
    )
    if clause.tool and clause.directions == ["off"] and not clause.places:
        return "release"
    if clause.tool and begun and not {"up", "down", "out", "in"} & set(clause.directions):
        return "hold"
    if clause.tool and clause.places and not clause.directions and all(p.role == "at" for p in clause.places):
        return "compression" if clause.has("pressure") else "hold"
    if "circle" in clause.directions:
        return _circle(clause, state)
    if clause.tool and clause.directions == ["around"] and clause.places and state.technique is None:
        return "hold"
    if "into" in clause.directions:
        return "compression"
    if clause.duration is not None and not clause.directions and state.technique is None:
        return "hold"
    if state.technique is None and clause.tool and {"from", "to"} <= {p.role for p in clause.places}:
        return "effleurage"
    return state.technique
