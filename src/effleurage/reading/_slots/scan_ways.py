"""Ways and prepositions: where a clause goes, and the role of the place that follows."""

from effleurage.reading._slots.scan import Scan
from effleurage.reading._words.mark import Mark
from effleurage.routine import Relation

_ROLES = {"from": "from", "to": "to", "path": "path", "at": "at", "with": "with"}
_TRAVEL_DIRS = ("up", "down", "out", "in", "across", "around")
_ONWARD = ("dir", "prep", "distance", "num")
MODIFIERS = frozenset(
    [
        *("det", "mine", "theirs", "num", "side", "press", "tempo", "fingers", "adv", "poss", "filler"),
        *("person", "hands"),
    ]
)
"""Kinds of words that may stand between a preposition and its place."""
_AHEAD = MODIFIERS | {"part", "tissue"}
_RELATIONS = {
    "above": Relation.ABOVE, "below": Relation.BELOW, "beside": Relation.BESIDE, "between": Relation.BETWEEN,
    "under": Relation.UNDER, "beneath": Relation.UNDER, "underneath": Relation.UNDER,
}  # fmt: skip


def on_prep(scan: Scan, k: int, mark: Mark) -> None:
    value = mark.value
    first = mark.low.split()[0]
    if value in ("above", "below"):
        scan.relation = _RELATIONS[value]
        if scan.role not in ("to", "from", "path"):
            scan.role = "at"
    elif value == "of":
        if scan.part is None:
            scan.role = scan.role if scan.role != "pre" else "pre"
    elif value == "at" and first in _RELATIONS and k and _leads_there(scan.marks[k - 1]):
        scan.relation = _RELATIONS[first]
    elif value in _ROLES:
        scan.role = "to" if _heads_for(scan, k, mark) else _source(scan, k, _ROLES[value])
        if scan.role == "to" and scan.clause.lemma in ("keep", "stick"):
            scan.role = "path"
        scan.relation = _RELATIONS.get(first)
        scan.part = None
        if first in {"starting", "beginning", "start", "begin"}:
            scan.clause.start_place = True
    scan.pending.clear()
    scan.owner = None


_HEADING = ("head", "make", "set off", "set out", "leave", "aim")


def _heads_for(scan: Scan, k: int, mark: Mark) -> bool:
    """As in "heading for the armpit": where a way goes."""
    return (
        mark.low == "for"
        and k > 0
        and scan.clause.head is scan.marks[k - 1]
        and scan.clause.lemma in _HEADING
    )


def _leads_there(before: Mark) -> bool:
    """As in "ending just beneath the neck", "from under the arm": a way's end, and how it lies to a place."""
    return before.cat == "prep" and before.value in ("from", "to")


def _source(scan: Scan, k: int, role: str) -> str:
    """As in "take a handful of flesh from the waist": what is picked up there is the object."""
    flesh = role == "from" and k > 0 and scan.marks[k - 1].cat == "tissue" and scan.clause.flesh
    if not flesh or scan.clause.technique == "effleurage":
        return role
    onward = any(m.cat in ("prep", "modal") and m.low in ("to", "toward", "towards") for m in scan.marks[k:])
    return role if onward else "object"


def on_dir(scan: Scan, k: int, mark: Mark) -> None:
    clause, value = scan.clause, mark.value
    if mark.low == "apart" and k and scan.marks[k - 1].cat == "distance":
        return
    nxt = scan.marks[k + 1] if k + 1 < len(scan.marks) else None
    round_it = place_follows(scan, k + 1) or (nxt is not None and nxt.cat == "pron")
    if mark.low in ("round and round", "around and around") and round_it:
        value = "around"
    if mark.low == "in" and in_is_preposition(scan, nxt):
        scan.role, scan.relation, scan.part = "at", None, None
        scan.pending.clear()
        return
    if (
        mark.low in ("around", "round")
        and nxt is not None
        and nxt.cat == "num"
        and scan.marks[k + 2 : k + 3]
        and scan.marks[k + 2].cat in ("unit", "times")
    ):
        return
    if value == "into" and any(m.low in _PLEATS for m in scan.marks[k + 1 : k + 3]):
        scan.pending.clear()
        return
    if (
        value == "into"
        and clause.technique not in ("compression", "vibration", "friction", "petrissage", None)
        and clause.lemma not in ("push", "dig", "press", "work", "sink")
    ):
        scan.role = "to"
        scan.pending.clear()
        return
    along = mark.low.endswith("bottom")
    if value in ("down", "in") and clause.technique == "compression" and not (mark.get("limb") or along):
        travels = nxt is not None and (
            (nxt.cat in ("prep",) and nxt.value == "to")
            or (
                place_follows(scan, k + 1)
                and nxt.cat in ("det", "theirs", "place", "side", "mine")
                and nxt.low.split()[0] not in ("between", "beside", "on", "either", "below", "under")
            )
            or nxt.cat in ("distance", "num")
        )
        walking = clause.head is not None and clause.walks
        walking = walking or (value == "in" and mark.low.startswith(("toward", "together")))
        if not (value == "down" and (travels or walking)) and not (value == "in" and walking):
            value = "into"
    paired = [m.cat for m in scan.marks[k + 1 : k + 3]] == ["conj", "dir"]
    if (
        mark.low == "up"
        and not paired
        and clause.lemma
        in (
            "warm",
            "wake",
            "loosen",
            "free",
            "open",
            "heat",
            "follow",
            "finish",
        )
    ):
        return
    if mark.low == "up" and clause.head is not None and mark.i > clause.head.i:
        onward = place_follows(scan, k + 1) or (nxt is not None and nxt.cat in _ONWARD)
        clause.lifts = scan.marks[k - 1] is clause.head or not onward
    if (
        mark.low == "away"
        and clause.lemma == "push"
        and (clause.pronoun or clause.tool_role == "object" or any(m.low == "other" for m in scan.marks[:k]))
    ):
        value = "away_from_giver"
    about = (
        value != "around"
        or mark.low not in ("round", "around")
        or place_follows(scan, k + 1)
        or _rim_follows(scan.marks[k + 1 : k + 6])
        or (nxt is not None and nxt.low in ("it", "them"))
    )
    if value not in clause.directions and about:
        clause.directions.append(value)
    scan.role = {"into": "into", "off": "off"}.get(value, "path")
    if value in ("toward_giver", "away_from_giver", "circle") or mark.low.endswith(
        ("spine", "other", "another")
    ):
        scan.role = "object" if clause.head is not None else "topic"
    scan.relation, scan.part = None, None
    scan.pending.clear()


_SHAPING = ("filler", "word", "press", "tempo", "det", "adv")
"""What may stand before a noun of motion: "in little hops"."""


def in_is_preposition(scan: Scan, nxt: Mark | None) -> bool:
    if nxt is not None and nxt.low in ("across", "around") and place_follows(scan, scan.marks.index(nxt) + 1):
        # As in "in across the upper back".
        return False
    if nxt is not None and nxt.cat == "adv" and scan.marks[-1] is not nxt:
        nxt = scan.marks[scan.marks.index(nxt) + 1]
        return nxt.cat in ("det", "mine", "theirs", "place")
    if nxt is None or nxt.low.endswith("ly"):
        return False
    made = next((m for m in scan.marks[scan.marks.index(nxt) :] if m.cat not in _SHAPING), None)
    if made is not None and made.cat == "motion" and made is not nxt:
        return True
    if nxt.cat == "filler":
        behind = scan.marks[scan.marks.index(nxt) + 1 :][:1]
        if behind and behind[0].cat == "word" and behind[0].low.endswith("s"):
            return True
        return nxt.low in ("even", "several", "some", "all", "any", "such", "more", "most")
    if nxt.cat in ("prep", "modal") and nxt.value in ("to", None) and nxt.low in ("to", "toward", "towards"):
        return False
    if nxt.cat in ("prep",) and nxt.low in (
        "for",
        "with",
        "on",
        "along",
        "over",
        "by",
        "at",
        "between",
        "under",
        "beside",
    ):
        return False
    return nxt.cat in (
        "det",
        "mine",
        "theirs",
        "num",
        "side",
        "place",
        "tool",
        "tissue",
        "part",
        "motion",
        "press",
        "tempo",
        "word",
        "pron",
        "person",
        "moment",
        "unit",
        "hands",
        "topic",
        "verb",
        "again",
        "fingers",
        "dir",
    )


def place_follows(scan: Scan, k: int) -> bool:
    """Whether a noun phrase that begins here names a place; an unknown adjective may stand before it."""
    while k < len(scan.marks) and (
        scan.marks[k].cat in _AHEAD
        or scan.marks[k].low == "of"
        or (scan.marks[k].cat == "word" and scan.marks[k + 1 : k + 2] and scan.marks[k + 1].cat == "place")
    ):
        k += 1
    return k < len(scan.marks) and scan.marks[k].cat == "place"


def _rim_follows(behind: list[Mark]) -> bool:
    """As in "round the margin of the blade": an unknown word for its rim, of a part of the body."""
    rest = [m for m in behind if m.cat not in ("det", "mine", "theirs")]
    return len(rest) > 2 and rest[0].cat == "word" and rest[1].low == "of" and rest[2].cat == "place"


def on_back(scan: Scan, k: int, mark: Mark) -> None:
    scan.clause.back = True
    if mark.value in _TRAVEL_DIRS and mark.value not in scan.clause.directions:
        scan.clause.directions.append(mark.value)
    nxt = scan.marks[k + 1] if k + 1 < len(scan.marks) else None
    if nxt is not None and nxt.cat == "prep":
        return
    scan.role = scan.role if scan.role != "pre" else "object"


_PLEATS = ("fold", "folds", "roll", "rolls", "pleat", "handful", "wave", "bundle")
"""What flesh is gathered into."""


_CLIMBING = {"higher": "up", "lower": "down", "upward": "up", "downward": "down"}


def on_further(scan: Scan, k: int, mark: Mark) -> None:
    scan.clause.further = True
    words = [_CLIMBING.get(word, word) for word in mark.low.split()]
    extra = next((word for word in reversed(words) if word in _TRAVEL_DIRS), None)
    if extra and extra not in scan.clause.directions:
        scan.clause.directions.append(extra)
