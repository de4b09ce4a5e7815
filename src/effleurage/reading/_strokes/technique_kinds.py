"""One of two techniques: circles, pushes, grasps, landings and lines without a verb."""

from effleurage.reading._clauses.verbless import oil_first, sets_out
from effleurage.reading._slots.resting import slips_away
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause, PlaceRef

WAYS = frozenset({"up", "down", "out", "across", "around", "toward_giver", "away_from_giver"})


_TINY = frozenset({"small", "tiny", "deep", "little"})


LIMBS = ("leg", "arm", "head", "skull_base", "neck")


SMALL_TOOLS = ("thumb", "fingertips", "knuckles", "elbow", None)


def lands(clause: Clause) -> bool:
    """As in "both palms go down on the back": hands come to rest, and do not travel."""
    if clause.tool is None or clause.back or clause.directions not in ([], ["down"], ["in"]):
        return False
    onto = any(m.cat == "prep" and m.low in ("on", "onto", "upon", "to the left of") for m in clause.marks)
    floats = clause.lemma in ("float", "drift", "lower", "sink", "drop", "bring") and onto
    spots = ("at", "to") if floats else ("at",)
    resting = all(p.role in ("path", "object", *spots) for p in clause.places) and any(
        p.role in spots for p in clause.places
    )
    comes = clause.lemma in ("go", "come", "drop", "move", "get", "fly", "sink") or (
        floats and clause.tool_role == "object"
    )
    if not (resting and comes):
        return False
    return onto or clause.places[-1].line


def tool_used(clause: Clause, state: State) -> str | None:
    return clause.tool or state.tool


def arrives(clause: Clause) -> bool:
    """As in "Both thumbs go in that groove, down at the waist": hands that are brought to a place."""
    spots = [p for p in clause.places if p.role in ("at", "into")]
    return (
        bool(spots) and len(spots) == len(clause.places) and set(clause.directions) <= {"in", "down", "into"}
    )


SLIPPED = frozenset(
    {
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
    }
)


def under(clause: Clause) -> bool:
    """As in "slide your hands under the neck": they are brought there, and do not travel along it."""
    return clause.has("under", "underneath", "beneath", "behind", "between", "in under")


def circle(clause: Clause, state: State) -> str:
    """Circles with thumbs, fingertips or knuckles are friction, big or flat-hand ones effleurage."""
    big = any(
        m.low in {"big", "large", "wide", "broad", "larger", "bigger", "sweeping", "generous"}
        for m in clause.marks
    )
    tool = clause.tool if clause.tool else state.tool
    if big:
        return "effleurage"
    if any(not _TINY.isdisjoint(m.low.split()) for m in clause.marks):
        return "friction"
    ground = clause.lemma in ("grind", "screw", "scrub") and tool in ("fist", "heel")
    return "friction" if ground or tool in SMALL_TOOLS else "effleurage"


def push(clause: Clause, state: State, lemma: str) -> str:
    paths = [p for p in clause.places if p.role in ("from", "to", "path")]
    on = lemma != "push" and clause.tool is None and clause.has("on")
    grasped = ("object", "at") if on else ("object",)
    limbs = [p for p in clause.places if p.role in grasped and p.place in LIMBS]
    if lemma != "push" and any(
        p.mark.low.rstrip("s").endswith(("hair", "ear", "lobe")) for p in clause.places
    ):
        return "stretch"
    if lemma == "push":
        along = clause.tool is not None and clause.has("along") and bool(paths)
        moving = along or bool(WAYS & set(clause.directions)) or any(p.role in ("from", "to") for p in paths)
        led = clause.pronoun or clause.tool_role == "object"
        moving = moving or (led and clause.has("along") and bool(paths))
        return "effleurage" if moving and "into" not in clause.directions else "compression"
    if clause.flesh and ("up" in clause.directions or not clause.directions):
        return "petrissage"
    if limbs:
        return "stretch"
    if lemma == "pull" and state.hands == "alternate" and state.technique == "effleurage" and not clause.tool:
        return "effleurage"
    if not paths and not clause.tool and clause.directions in (["up"], []) and not clause.back:
        return "petrissage" if clause.directions else "stretch"
    if (
        not paths
        and (state.place in LIMBS)
        and set(clause.directions) <= {"toward_giver", "up", "away_from_giver"}
        and not clause.tool
    ):
        return "stretch"
    return "effleurage"


_FLESHY = frozenset({"muscle", "muscles", "calf", "calves", "hamstring", "hamstrings", "flesh", "belly"})
"""What is lifted off a bone, and not a limb off the table."""


def _is_aside(clause: Clause) -> bool:
    """As in "squeeze and lift, one hand each": with what, and not what is lifted."""
    head = clause.head
    at = next((m.i for m in clause.marks if m.cat == "tool"), 0)
    return head is not None and any(m.cat == "comma" and head.i < m.i < at for m in clause.marks)


def is_fleshy(ref: PlaceRef) -> bool:
    """As in "lift the hamstrings": what is lifted off the bone."""
    return not _FLESHY.isdisjoint(ref.mark.low.split())


def lifts_alone(clause: Clause) -> bool:
    """As in "And lift.", behind a glide: the hands themselves, as nothing else is named."""
    told = clause.lemma == "lift" and clause.subject in ("imp", "you", "hands")
    return told and not (clause.pronoun or clause.places or clause.flesh or clause.tool or clause.topics)


def take_hold(clause: Clause, state: State, lemma: str) -> str:
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
        if clause.tool and clause.tool_role == "object" and not _is_aside(clause):
            return "release"
        bare = not (clause.places or clause.flesh or clause.tool or clause.directions)
        if bare and state.resting and (clause.has("both", "clear") or not clause.pronoun):
            return "release"
        if bare and lifts_alone(clause) and state.tool is not None and state.technique == "effleurage":
            return "release"
        gone = clause.form == "ed" and state.tool is not None and state.technique != "petrissage"
        if gone and not (clause.tool or clause.places or clause.flesh or clause.pronoun or clause.directions):
            return "release"
        limbs = [p for p in clause.places if p.place in LIMBS and p.role == "object"]
        fleshy = any(is_fleshy(p) for p in limbs)
        if limbs and not (clause.tool == "grip" or clause.flesh or fleshy):
            return "stretch"
        if (
            clause.pronoun
            and not (
                any(p.role == "object" for p in clause.places) or clause.flesh or "off" in clause.directions
            )
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


def _beside_at(clause: Clause) -> bool:
    """As in "forearm down beside the spine, elbow above the buttock": a line, and how high on it."""
    lines, levels = ([p for p in clause.places if p.line is line] for line in (True, False))
    return bool(lines and levels) and all(p.role not in ("from", "to") for p in clause.places)


def verbless(clause: Clause, state: State) -> str | None:
    """A verbless line takes the technique of its heading or context."""
    opens = clause.marks[0].cat == "prep" or (clause.tool_role == "topic" and clause.subject == "hands")
    begun = clause.start_place and opens and all(p.role != "to" for p in clause.places)
    if oil_first(clause):
        return "effleurage"
    if (clause.tool or state.tool) and clause.directions == ["off"] and not clause.places:
        return "release"
    if clause.distance and not (clause.tool or clause.places):
        return "effleurage"
    if slips_away(clause, state):
        return "release"
    if clause.tool and begun and not {"up", "down", "out", "in"} & set(clause.directions):
        for ref in clause.places:
            ref.role = "at"
        return "hold"
    on = clause.has("on left", "on right", "on the left", "on the right")
    laid = all(
        p.role == "at" or (p.role == "topic" and (p.line or on or " on " in p.mark.low))
        for p in clause.places
    )
    if clause.tool and clause.places and not clause.directions and laid:
        return "compression" if clause.has("pressure") else "hold"
    if clause.tool not in (None, state.tool) and clause.directions == ["down"] and _beside_at(clause):
        return "hold"
    if "circle" in clause.directions:
        return circle(clause, state)
    if clause.tool and any(m.low.endswith("pressure") for m in clause.marks[:3]) and not state.technique:
        return "compression"
    lightly = state.technique in ("compression", "petrissage") and clause.pressure == "light"
    if lightly and {"from", "to"} <= {p.role for p in clause.places}:
        return "effleurage"
    central = clause.has("middle", "the middle", "centre", "center")
    onward = clause.tool and (central or any(p.role in ("path", "from") for p in clause.places))
    if state.technique in (None, "hold") and onward and WAYS & set(clause.directions):
        return "effleurage"
    single = clause.hands_stated and clause.hands in ("one", "left", "right") and clause.tool == "palm"
    if state.technique in (None, "hold") and single and clause.places and not clause.directions:
        return "hold" if len(clause.places) == 1 else state.technique
    if clause.tool and clause.directions == ["around"] and clause.places and state.technique is None:
        return "hold"
    if "into" in clause.directions:
        return "compression"
    if sets_out(clause, state):
        return "effleurage"
    if clause.duration is not None and not clause.directions and (state.technique is None or state.resting):
        return "hold"
    roles = {p.role for p in clause.places}
    long_way = {"from", "to"} <= roles or (
        clause.tool == "palm" and "to" in roles and WAYS & set(clause.directions)
    )
    if state.technique in (None, "hold") and (clause.tool or state.tool) and long_way:
        return "effleurage"
    return state.technique
