"""The places of a clause, with their roles and sides."""

from effleurage.reading._slots.scan import Scan
from effleurage.reading._slots.written import PlaceRef
from effleurage.reading._words.mark import Mark
from effleurage.routine import Place, Relation, Spot

_CLOSE = (
    "right next",
    "right beside",
    "right alongside",
    "right by",
    "right above",
    "right below",
    "right on",
)
"""So near that it is no side: "right next to the spine"."""
_LEADS = frozenset(
    [
        "beside",
        "alongside",
        "next",
        "close",
        "parallel",
        "between",
        "below",
        "under",
        "behind",
        "along",
        "on",
        "by",
        "near",
        "flanking",
        "adjacent",
        "lateral",
        "out",
        "to",
        "either",
        "each",
        "both",
        "two",
        "just",
    ]
)


_BESIDE = frozenset({"beside", "next to", "alongside", "close to", "adjacent to", "flanking"})
_NO_LINE = ("outside", "inside", "sides", "side", "middle", "centre", "center")
_POINTING = frozenset(["this", "these", "that", "those", "same"])


_LIMBS = ("arm", "leg")
"""Both sides of one limb ("either side of the thigh") lie on one side of the receiver."""


def add_place(scan: Scan, place: str, mark: Mark, *, plural: bool) -> None:
    clause = scan.clause
    role = scan.role
    if scan.hold_role and scan.part is not None and role in ("at", "path"):
        role = scan.hold_role if scan.hold_role not in ("pre",) else role
    elif scan.hold_role in ("to", "from") and role == "at":
        role = scan.hold_role
    scan.hold_role = None
    words = mark.low.split()
    lead = words[0]
    digit = bool(mark.cat == "place" and mark.get("digit"))
    plural = plural and not digit
    side = None if digit else _side_before(scan.pending, mark, plural=plural)
    sides = [w for w in words[:4] if w in ("left", "right")] if len(words) > 1 else []
    told = sides[0] if sides and not mark.low.startswith(_CLOSE) else None
    if told and mark.cat == "place":
        side = side or told
    elif lead in {"near", "one", "far", "other"} and words[1:2] == ["side"]:
        side = side or {"near": "one", "one": "one"}.get(lead, "other")
    if side == "other" and (plural or lead == "sides") and _is_opposed(scan.pending, mark):
        side = "both"
    if mark.low.startswith(
        ("either side", "each side", "both side", "two side", "on either", "on each", "on both")
    ):
        side = side or (None if place in _LIMBS and not plural else "both")
    at = scan.marks.index(mark)
    near = at > 0 and scan.marks[at - 1].cat == "prep"
    if lead in _LEADS and len(words) > 1 and role in ("to", "from", "with", "topic") and not near:
        role = "at"
    sided = place == "spine" and _is_sided(scan.marks[:at])
    place = "spine_sides" if sided else place
    line_next = place == "spine_sides"
    if (
        line_next
        and role == "to"
        and scan.after_comma
        and not near
        and any(p.role == "to" for p in clause.places)
        and at > 0
    ):
        passed = [m for m in scan.marks[:at] if m.cat in ("comma", "prep", "dir")]
        role = "at" if passed and passed[-1].cat == "comma" else role
    if role == "at" and clause.tool_role == "with" and clause.head is not None and mark.i < clause.head.i:
        role = "with"
    relation = mark.get("relation") if mark.entry is not None and mark.cat == "place" else None
    if scan.relation is not None:
        relation = scan.relation.value
    elif scan.part is not None and scan.part.get("relation") not in (None, "at"):
        relation = scan.part.get("relation")
    line = bool(mark.entry is not None and mark.entry.get("line")) or sided
    reach = mark.cats["place"].get("reach") if "place" in mark.cats else None
    spot = Spot(place=Place(place), relation=Relation(relation)) if relation else None
    beside = scan.relation == Relation.BESIDE or (at > 0 and scan.marks[at - 1].low in _BESIDE)
    if "spine" in words and beside and place in ("spine", "lower_back"):
        place, spot = "spine_sides", None
        line = True
    if scan.after_comma and side and clause.places and place in _KIN and clause.places[-1].place in _KIN:
        clause.places[-1].side = clause.places[-1].side or side
        scan.pending.clear()
        return
    if _is_spared(scan, at, mark):
        scan.pending.clear()
        return
    if role == "object" and not plural and [m.low for m in scan.marks[at + 1 : at + 3]] == ["in", "each"]:
        side, plural = None if side == "one" else side, True
    ref = PlaceRef(place, role, plural, side, spot, mark, line=line, reach=reach)
    ref.level = _is_level(scan, at, mark, relation)
    clause.places.append(ref)
    scan.relation = None
    scan.part = None
    scan.pending.clear()
    scan.owner = None


_KIN = ("shoulder", "shoulder_top", "shoulder_blade")
_INNER = {
    **{"left": "left", "right": "right", "other": "other", "far": "other", "opposite": "other"},
    **{"near": "one", "both": "both", "each": "both", "either": "both", "two": "both"},
}
"""Sides that are said inside a place's own words."""


def _side_before(pending: list[Mark], mark: Mark, *, plural: bool) -> str | None:
    """The side that the words before a place say, or those inside it."""
    side = None
    for word in pending:
        if word.cat == "side" and word.value in ("left", "right", "both", "one", "other"):
            side = str(word.value)
        elif word.low == "two" and plural:
            side = "both"
    for low in mark.inner:
        side = side or _INNER.get(low)
    return side


def _is_opposed(pending: list[Mark], mark: Mark) -> bool:
    """As in "opposite shoulders": both of a pair."""
    return "opposite" in mark.inner or any(word.low == "opposite" for word in pending)


def _is_sided(before: list[Mark]) -> bool:
    """As in "on your side of the spine": beside it."""
    led = [m for m in before if m.cat not in ("det", "mine", "theirs")][-2:]
    if len(led) < 2 or led[1].low != "of":
        return False
    return led[0].cat == "side" and led[0].low.endswith("side")


_SPARED = frozenset({"skipped", "spared", "omitted", "excepted", "excluded", "avoided", "exempt", "exempted"})


def _is_spared(scan: Scan, at: int, mark: Mark) -> bool:
    """As in ", kidneys skipped" and ", easy over the kidneys": what is set off to be spared."""
    if not scan.clause.places or not scan.after_comma:
        return False
    after = scan.marks[at + 1].low if at + 1 < len(scan.marks) else ""
    return after in _SPARED or "kidney" in mark.low


def _is_level(scan: Scan, at: int, mark: Mark, relation: str | None) -> bool:
    """Whether a place only says how high a spot on some line lies."""
    after = scan.marks[at + 1].low if at + 1 < len(scan.marks) else ""
    if after in {"height", "level", "high"} or relation in ("above", "below"):
        return True
    if mark.low.endswith((" level", " height")):
        return True
    if _LEVELLING.isdisjoint(scan.clause.spoken.words):
        return False
    near = [m.low for m in scan.marks[max(0, at - 4) : at]]
    if not _EXTENT.isdisjoint(near):
        # As in "the full height of the spine": how far, and not how high.
        return False
    lead = " ".join(near[-3:])
    return any(w in lead for w in ("level with", "level of", "height of", "opposite", "in line with"))


_EXTENT = frozenset({"full", "whole", "entire", "complete", "total"})
_LEVELLING = frozenset({"level", "height", "opposite", "line"})


def side_word(scan: Scan) -> str | None:
    for mark in scan.pending:
        if mark.cat == "side" and mark.value in ("left", "right", "both", "one", "other"):
            return str(mark.value)
        if mark.cat == "num" and mark.low in ("two",):
            return "both"
    return None


def on_part(scan: Scan, k: int, mark: Mark) -> None:
    nxt = scan.marks[k + 1] if k + 1 < len(scan.marks) else None
    named = nxt is not None and nxt.cat == "place"
    if k > 1 and scan.marks[k - 1].cat == "poss" and _part_of_last(scan, scan.marks[k - 2], mark):
        return
    if nxt is not None and nxt.cat == "prep" and nxt.value == "of":
        scan.part = mark
    elif mark.low == "front" and scan.clause.neg is not None:
        add_place(scan, "front", mark, plural=False)
    elif mark.low == "bottom" and (scan.owner == "theirs" or (scan.relation == Relation.ABOVE and not nxt)):
        add_place(scan, "buttock", mark, plural=False)
    elif scan.limb and scan.role == "path" and mark.low not in _NO_LINE and not named:
        add_place(scan, "arm" if scan.limb in ("hand", "arm") else "leg", mark, plural=False)
    elif scan.limb and mark.low in ("sides", "side"):
        return
    elif (mark.plural and mark.low == "sides") or (
        mark.low == "side" and (nxt is None or nxt.value == "toward_giver") and scan.role == "path"
    ):
        sided = scan.marks[k - 1].cat == "side" and scan.marks[k - 1].value in ("left", "right") and k > 0
        if sided and mark.low == "side" and scan.clause.places:
            return
        if scan.role in ("path", "to") or (
            scan.role == "object" and scan.clause.technique in ("effleurage", "petrissage", "release")
        ):
            add_place(scan, "flank", mark, plural=mark.plural)


def _part_of_last(scan: Scan, whole: Mark, part: Mark) -> bool:
    """As in "at the blade's lower end": a part of the place that was just named."""
    ref, relation = scan.clause.places[-1] if scan.clause.places else None, part.get("relation")
    if ref is None or ref.mark is not whole or relation in (None, "at"):
        return False
    ref.spot = Spot(place=Place(ref.place), relation=Relation(relation))
    return True


_RAISING = ("raise", "hoist")


def on_tissue(scan: Scan, k: int, mark: Mark) -> None:
    clause = scan.clause
    if mark.low.split()[-1] in {
        "muscle",
        "muscles",
        "flesh",
        "skin",
        "tissue",
        "tissues",
        "handful",
        "fat",
        "fold",
        "roll",
        "knot",
        "knots",
        "lump",
    }:
        clause.flesh = True
        if clause.lemma in _RAISING and clause.act == "manner":
            # As in "raise the flesh at the waist": it is taken hold of, as what is lifted is.
            clause.act, clause.technique = "move", "petrissage"
    nxt = scan.marks[k + 1] if k + 1 < len(scan.marks) else None
    whole = nxt is None or nxt.cat != "prep" or nxt.value != "of"
    if mark.low == "pads" and whole and scan.role in ("object", "with") and clause.tool is None:
        clause.tool, clause.tool_role, clause.tool_plural = "fingertips", scan.role, True
        scan.pending.clear()
        return
    scan.part = mark if scan.part is None else scan.part
    if (
        nxt is not None
        and nxt.cat in ("prep", "dir", "side")
        and nxt.value in ("of", "at", "path", "above", "below", "in", "around")
    ):
        scan.hold_role = scan.role
    points = any(m.low in _POINTING for m in scan.pending)
    if (
        points
        and (nxt is None or not (nxt.cat == "place" or (nxt.cat == "prep" and nxt.value == "of")))
        and scan.role != "topic"
    ):
        clause.places.append(PlaceRef("there", scan.role, mark.plural, None, None, mark))
        scan.part = None
    side = side_word(scan) if any(m.cat == "side" for m in scan.pending) else None
    if side:
        clause.side, clause.side_stated = clause.side or side, True
    scan.pending.clear()


def on_origin(scan: Scan, k: int, mark: Mark) -> None:
    scan.clause.places.append(PlaceRef("origin", "to", False, None, None, mark))
    scan.pending.clear()
