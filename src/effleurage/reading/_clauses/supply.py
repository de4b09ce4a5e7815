"""Supplies: what a clause without motion says of the clauses beside it."""

import dataclasses

from effleurage.reading._clauses.elsewhere import works_from
from effleurage.reading._clauses.merging import merge
from effleurage.reading._clauses.sharing import carry
from effleurage.reading._slots.limits import kept_clear
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.routine import Place, Relation, Spot

LYING = frozenset(
    [
        *("be", "lie", "rest", "sit", "stay", "come", "come to lie", "come to rest", "place", "go", "belong"),
        *("fall", "land", "end", "end up", "stand", "remain", "start"),
    ]
)
"""What an elbow is said to do at the place where it is."""
_ARRIVING = ("reach", "arrive", "come", "get", "meet", "be")
_PASSED = ("cover", "work", "climb", "treat", "travel", "stroke", "oil", "massage", "tour", "complete", "do")
"""What was to be passed over: "until you have climbed the whole side of the spine"."""


def passed_over(clause: Clause) -> bool:
    """Whether what a clause names is what the hands pass over, and not where they arrive."""
    named = clause.lemma in _PASSED and all(p.role in ("object", "pre", "path") for p in clause.places[:1])
    return named or covers_all(clause)


def passed_places(clause: Clause) -> bool:
    """Whether places stand as what is passed over."""
    return all(p.role in ("object", "pre", "path", "topic") for p in clause.places)


def _lies_ahead(clause: Clause) -> bool:
    """As in "until the neck is just ahead of them": the hands stop short of it."""
    lies = clause.lemma == "be" and clause.subject == "thing" and clause.neg is None
    return lies and clause.has("ahead", "ahead of", "right ahead") and bool(clause.places)


def _goes_along(clause: Clause) -> bool:
    """As in "until you have gone up the full length of the spine's side": along a line, and not to it."""
    ways = {"up", "down"} & set(clause.directions)
    goes = clause.act == "go" or clause.lemma in ("work way", "make way")
    return bool(ways) and goes and all(p.role == "path" and p.line for p in clause.places)


def covers_all(clause: Clause) -> bool:
    """As in "until the whole back has a sheen" and "when the entire back shines": all that is done over."""
    if clause.sub not in ("until", "when") or clause.neg is not None or clause.tool or not clause.places:
        return False
    seen = clause.lemma in (*_PASSED, *_SEEN) and not _WHOLE.isdisjoint(clause.spoken.words)
    return seen and passed_places(clause)


def covers_side(clause: Clause) -> bool:
    """As in "until you have done the whole of that side" and "until the side is finished": all of it."""
    if clause.sub != "until" or clause.neg is not None or clause.tool or clause.places:
        return False
    gone = clause.lemma in (*_PASSED, *_GONE) or clause.has(*_FINISHED)
    return gone and any(
        m.cat in ("part", "side", "place") and m.base in ("side", "half") for m in clause.marks
    )


_GONE = ("finish", "go", "go over", "go along", "work through")
_FINISHED = ("done", "finished", "complete", "covered", "treated")
_SEEN = (
    *("be", "have", "shine", "glisten", "gleam", "glow", "glimmer", "feel", "look", "get", "oil", "warm"),
    *("wear", "carry", "show", "bear", "take on"),
)
"""What can be said of a surface that has been gone over."""
_WHOLE = frozenset({"whole", "entire", "all", "every", "full", "complete"})


def _is_this_side(clause: Clause, ref: PlaceRef) -> bool:
    """As in "until you have gone all the way up that side": where one is, and not the flank."""
    before = [m.low for m in clause.marks if m.j <= ref.mark.i][-1:]
    bare = ref.place == "flank" and ref.mark.low == "side" and before in (["that"], ["this"])
    return bare and bool({"up", "down"} & set(clause.directions))


def _is_way_there(clause: Clause, main: Clause, technique: str | None) -> bool:
    """As in "glide up until you reach the neck", "in until they meet": how far it goes, and not how often."""
    glides = main.act in ("move", "go") or main.lemma == "let"
    single = technique == "effleurage" and glides and main.hands != "alternate"
    goes_on = main.has("again", "keep", "continue") and not main.has("by")
    onward = main.further or main.distance or main.again or goes_on
    # As in "until they meet", "until they're heading for each other".
    nears = clause.lemma in ("be", "come", "draw", "get") and clause.directions == ["in"]
    nears = nears or (clause.lemma == "come" and not (clause.places or clause.directions))
    met = (nears or clause.lemma in _MEETING) and clause.subject in ("hands", "pron", "imp", "you", "thing")
    # As in "fan it up and out until it has moved well away from the spine".
    leaves = clause.directions == ["out"] and "out" in main.directions
    return single and not onward and (met or leaves or any(p.role == "to" for p in clause.places))


_MEETING = ("meet", "cross", "pass", "touch", "join", "come together", "overlap", "head")
"""Until hands do this, they go on their way once."""


def antecedent(clause: Clause) -> PlaceRef | None:
    """The place that "it" means behind "reach across to the right hip" or "find the two bones"."""
    if clause.neg is not None or clause.sub is not None or clause.subject not in ("imp", "you"):
        return None
    chosen = clause.lemma in {"choose", "pick", "select", "take", "pick out"} and not clause.flesh
    used = clause.lemma in ("use", "work") and bool(clause.tool)
    if (clause.act not in ("go", "put", "mind", "end") and not chosen and not used) or (
        clause.tool and not used
    ):
        return None
    refs = [p for p in clause.places if p.role in ("to", "object", "at")]
    return refs[-1] if refs else None


_STILL = ("still", "quiet", "quietly", "motionless", "there", "put", "immobile", "stock still", "like that")


_GRIPS = ("handful", "handful of", "hold", "grip", "grasp")

_DOUBLING = ("reinforce", "back up", "brace", "weight", "weigh", "double", "top", "strengthen", "support")
"""What the second hand does to the first that lies under it; then they work as one."""


def keeps_still(clause: Clause) -> bool:
    """As in "… and keep perfectly still", "… and stay until it is warm": the hold before is meant as such."""
    if clause.tool or clause.places or clause.subject not in ("imp", "you", "hands", "pron"):
        return False
    if clause.act == "stay":
        return clause.lemma in ("stay", "wait", "remain", "linger", "pause", "rest") or clause.has(*_STILL)
    return clause.lemma in ("be", "sit", "hold") and clause.has("still", "motionless", "quiet")


def _is_giver(clause: Clause, found: list) -> bool:
    """As in "the therapist presses and moves on until she comes to the neck": who presses."""
    told = next((low for low in ("she", "he") if clause.has(low)), None)
    return told is not None and any(
        c.form in ("s", "ed") and (c.subject == "you" or (c.subject == "pron" and c.has(told)))
        for c, _ in found
    )


def _is_tool(clause: Clause, moved: Clause) -> bool:
    """As in "slide the forearm up until it reaches the shoulder": what was moved."""
    single = moved.tool is not None and moved.hands in ("one", "left", "right")
    return single and clause.has("it") and clause.lemma in _ARRIVING


def _takes_hold(clause: Clause, main: Clause, technique: str | None) -> bool:
    """As in "reach down to take them around the waist": where the hands go, to hold there."""
    on_way = technique == "effleurage" and main.act == "go" and not main.places
    return on_way and clause.lemma in _HOLDING and bool(clause.places) and not (clause.tool or clause.flesh)


_HOLDING = (
    *(
        "take",
        "hold",
        "grasp",
        "clasp",
        "catch",
        "grip",
        "gather",
        "scoop",
        "embrace",
        "encircle",
        "cup",
        "hug",
    ),
    *("enfold", "take hold of", "get hold of", "pick up", "enclose", "clutch", "span"),
)


def tells_where(clause: Clause) -> bool:
    """As in "so that its elbow end rests just above the buttock": where the tool comes to lie."""
    aim = clause.sub == "why" and clause.marks[0].low.startswith(("so", "in such", "such that"))
    joined = clause.participle or (clause.link in ("weak", "strong") and clause.tool == "elbow")
    absolute = joined and not clause.leading and clause.tool in ("forearm", "elbow")
    if clause.neg is not None or not (aim or absolute):
        return False
    if absolute and clause.tool == "elbow" and clause.tool_role == "object" and clause.act in ("put", "stay"):
        # As in "placing the elbow just above the buttocks": one arm, and no second tool.
        return bool(clause.places) and not clause.directions
    lies = clause.head is None or clause.lemma in LYING or (aim and clause.act == "put")
    stands = clause.tool_role in ("pre", "topic") or (absolute and clause.tool_role == "with")
    # As in "so that the elbow is placed just above the buttock".
    stands = stands or (clause.passive and clause.tool_role == "object")
    return lies and stands and bool(clause.places) and not clause.directions


def _says_how_hard(clause: Clause) -> bool:
    """As in "I pull the flesh up, that's quite firm": how hard it is done."""
    plain = not (clause.tool or clause.places or clause.directions or clause.technique or clause.topics)
    said = clause.marks[0].low in _THAT and (clause.head is None or clause.lemma == "be")
    return plain and said and clause.neg is None and clause.caution is None


_THAT = frozenset({"that", "this", "it", "and it"})


def _takes_turns(clause: Clause) -> bool:
    """As in "it's one hand, the other, one, the other, and you keep going": how what is done goes on."""
    bare = clause.subject == "pron" and (clause.head is None or clause.act == "state")
    return (
        bare and clause.hands == "alternate" and not (clause.places or clause.directions or clause.technique)
    )


_POINTING = ("point", "face", "aim", "direct", "look")


def supply(clause: Clause, found: list, carried: list[Clause], parts: list[Clause], n: int) -> None:
    """A clause without motion may still say where or with what the next or last one works."""
    if found and clause.pressure and _says_how_hard(clause):
        found[-1][0].pressure = found[-1][0].pressure or clause.pressure
        return
    if found and found[-1][1] == "hold" and tells_where(clause):
        found[-1][0].places += clause.places
        return
    if clause.neg is not None or clause.sub in {"if", "why", "as_if", "than"}:
        return
    pointed = (clause.participle or clause.passive) and clause.lemma in _POINTING
    if pointed and clause.has("fingers", "fingertips"):
        # As in "With your fingers pointing toward the head, place both hands on the back": no place there.
        return
    if clause.lemma.endswith("attention") or kept_clear(clause) or works_from(clause):
        return
    if found and clause.pressure and clause.has("enough") and clause.marks[0].cat == "press":
        found[-1][0].pressure = found[-1][0].pressure or clause.pressure
        return
    if found and clause.lemma in _DOUBLING and clause.pronoun and (clause.other_hand or clause.tool):
        found[-1][0].hands, found[-1][0].hands_stated = "both", True
        return
    if found and found[-1][1] == "hold" and keeps_still(clause):
        found[-1][0].moment = True
        return
    stacked = clause.act == "put" and clause.hands == "both" and clause.hands_stated
    if stacked and found and found[-1][1] == "hold" and not clause.places:
        found[-1][0].hands, found[-1][0].hands_stated = "both", True
        return
    if clause.act == "go" and clause.pressure and found and not (clause.places or clause.directions):
        found[-1][0].pressure = found[-1][0].pressure or clause.pressure
        return
    idle = clause.lemma == "let" and clause.has("sit", "rest", "lie", "stay", "be", "settle", "sits", "hang")
    idle = idle or (clause.lemma == "do" and clause.has("nothing", "nothing at all"))
    if idle and found and found[-1][1] == "hold" and (clause.pronoun or clause.tool or clause.lemma == "do"):
        found[-1][0].moment = True
        return
    if clause.sub == "until":
        clause.places = [p for p in clause.places if not _is_this_side(clause, p)]
        climbs = (
            bool(found)
            and found[-1][0].hands == "alternate"
            and bool({"up", "down"} & set(clause.directions))
        )
        if (clause.places or climbs or "off" in clause.directions) and found:
            own = clause.subject in ("you", "imp", "hands") or (
                clause.subject == "pron"
                and (
                    not clause.has("he", "she", "it")
                    or _is_giver(clause, found)
                    or _is_tool(clause, found[-1][0])
                )
            )
            passed = (clause.lemma in _PASSED and passed_places(clause)) or covers_all(clause)
            passed = passed or _goes_along(clause)
            own = own or (clause.subject == "thing" and clause.motion_noun and clause.has("last", "final"))
            # As in "until they nearly reach the neck".
            nearly = _lies_ahead(clause) or clause.has("nearly", "almost")
            near = nearly and {"up", "down"} & set(found[-1][0].directions)
            own = own or bool(near)
            for ref in clause.places[-1:]:
                ref.role = "path" if passed else "to"
                if near and not ref.points:
                    side = Relation.BELOW if "up" in near else Relation.ABOVE
                    ref.spot = ref.spot or Spot(place=Place(ref.place), relation=side)
            homeward = all(c.back for c, _ in found)
            if (own or (passed and clause.subject == "thing")) and not (homeward and covers_all(clause)):
                carry(found, clause)
        aside = clause.holds("comma")
        if found and (aside or clause.subject in ("you", "imp", "hands")):
            found[-1][0].pressure = found[-1][0].pressure or clause.pressure
        if found and not _is_way_there(clause, *found[-1]):
            found[-1][0].open_ended = True
        return
    if clause.sub == "purpose" and found and found[-1][0] is parts[n - 1] and _takes_hold(clause, *found[-1]):
        for ref in clause.places:
            ref.role = "path"
        main = found[-1][0]
        main.places += clause.places
        main.directions += [way for way in clause.directions if way not in main.directions]
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
    onward = clause.act == "end" or (clause.act == "go" and {p.role for p in clause.places} == {"to"})
    ends = onward and clause.link == "weak" and bool(clause.places)
    if ends and found and clause.subject == "thing" and found[-1][0].has("last", "final"):
        # As in "let the last pull cross the shoulder and end near the armpit".
        for ref in clause.places:
            ref.role = "to"
        merge(found[-1][0], clause)
        return
    if _takes_turns(clause) and n + 1 < len(parts) and not parts[n + 1].hands_stated:
        parts[n + 1].hands, parts[n + 1].hands_stated = "alternate", True
        return
    if clause.subject in {"thing", "receiver", "pron"} or (clause.lemma == "face" and not clause.tool):
        return
    if (
        clause.subject == "hands"
        and clause.tool
        and not found
        and n + 1 < len(parts)
        and clause.act in ("go", "state", "mind", "work")
    ):
        nxt = next((c for c in parts[n + 1 :] if c.pronoun and c.tool is None), None)
        if nxt is not None:
            nxt.tool, nxt.tool_wide, nxt.hands = clause.tool, clause.tool_wide, clause.hands
            nxt.other_hand = nxt.other_hand or clause.other_hand
        return
    grasped = clause.lemma in ("get", "have", "take") and clause.has(*_GRIPS)
    if grasped and n + 1 < len(parts) and parts[n + 1].flesh and parts[n + 1].pressure is None:
        # As in "take a firm hold and draw the flesh up": so firmly it is drawn.
        held = next((str(m.value) for m in clause.marks if m.cat == "press"), None)
        parts[n + 1].pressure = clause.pressure or held
    if grasped and clause.places and n + 1 < len(parts) and not parts[n + 1].places:
        nxt = parts[n + 1]
        nxt.places = [*clause.places]
        if nxt.tool is None and clause.tool:
            nxt.tool, nxt.tool_wide = clause.tool, clause.tool_wide
            nxt.hands, nxt.hands_stated = clause.hands, clause.hands_stated
        return
    if clause.lemma in {"close", "clench", "ball", "curl", "roll", "bunch"} and clause.tool_role == "into":
        nxt = parts[n + 1] if n + 1 < len(parts) else None
        if nxt is not None and nxt.has("them", "it") and nxt.tool is None:
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
    if (
        clause.act in {"end", "manner", "begin", "make", "none", "put", "on", "state", "again"}
        or clause.participle
    ):
        opens = clause.act in ("begin", "end") and clause.tool and clause.tool_role == "with" and not found
        opens = opens or (clause.act == "begin" and clause.start_place)
        halts = clause.lemma in ("stop", "pause", "halt") and clause.places and not found
        if halts and n + 1 < len(parts) and all(p.place == "there" for p in parts[n + 1].places):
            parts[n + 1].places = [dataclasses.replace(p, role="at") for p in clause.places]
            return
        if clause.act in ("make", "none", "put", "state", "again") or clause.leading or opens:
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
                    nxt.other_hand = nxt.other_hand or clause.other_hand
                elif clause.hands == "both" and clause.hands_stated and not nxt.hands_stated:
                    nxt.hands, nxt.hands_stated = "both", True
                if clause.act in ("none", "begin", "again") or clause.participle or opens:
                    begun = clause.start_place or (clause.act == "begin" and clause.participle)
                    for ref in clause.places:
                        if begun and ref.role not in ("from",):
                            ref.role = "from"
                        nxt.places.insert(0, ref)
                    nxt.side, nxt.side_stated = (
                        (clause.side, clause.side_stated)
                        if not nxt.side_stated
                        else (nxt.side, nxt.side_stated)
                    )
                worked = nxt.pronoun or (nxt.flesh and clause.other_hand)
                worked = clause.act == "make" and worked and not (nxt.places or clause.technique)
                if worked and clause.places:
                    # As in "use it on the muscles of the neck: lift them": what is worked on.
                    nxt.places = [dataclasses.replace(p, role="object") for p in clause.places]
                    nxt.flesh = nxt.flesh or clause.flesh
                nxt.pressure = nxt.pressure or clause.pressure
                nxt.there = nxt.there or clause.there
                return
        if found and clause.act == "on":
            carry(found, clause)
            return
        if found and clause.lemma not in ("point", "face", "cross"):
            if clause.act == "end":
                for ref in clause.places:
                    ref.role = "to"
            if clause.act == "begin":
                for ref in clause.places:
                    ref.role = "from"
            merge(found[-1][0], clause)
