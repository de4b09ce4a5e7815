"""The parts of a clause: places with their roles, tools, hands, ways, sides, pressure, counts."""

from collections.abc import Callable

from effleurage.reading._slots.landing import land
from effleurage.reading._slots.scan import Scan
from effleurage.reading._slots.scan_counts import (
    COUNTED,
    COUNTING,
    number_at,
    on_distance,
    on_endless,
    on_freq,
    on_moment,
)
from effleurage.reading._slots.scan_manner import (
    finish,
    on_again,
    on_caution,
    on_comma,
    on_fingers,
    on_gradual,
    on_motion,
    on_person,
    on_press,
    on_pron,
    on_tempo,
    on_topic,
    on_verb,
    on_word,
)
from effleurage.reading._slots.scan_place import on_origin, on_part, on_tissue
from effleurage.reading._slots.scan_side import on_side
from effleurage.reading._slots.scan_tool import on_hands, on_place, on_tool
from effleurage.reading._slots.scan_ways import MODIFIERS, on_back, on_dir, on_further, on_prep
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.mark import Mark

_HANDLERS: dict[str, Callable[[Scan, int, Mark], None]] = {
    "freq": on_freq,
    "endless": on_endless,
    "moment": on_moment,
    "distance": on_distance,
    "part": on_part,
    "tissue": on_tissue,
    "origin": on_origin,
    "tool": on_tool,
    "hands": on_hands,
    "place": on_place,
    "side": on_side,
    "prep": on_prep,
    "dir": on_dir,
    "back": on_back,
    "further": on_further,
    "word": on_word,
    "verb": on_verb,
    "press": on_press,
    "tempo": on_tempo,
    "gradual": on_gradual,
    "fingers": on_fingers,
    "comma": on_comma,
    "again": on_again,
    "motion": on_motion,
    "pron": on_pron,
    "person": on_person,
    "topic": on_topic,
    "caution": on_caution,
}
_OWNED = MODIFIERS | {"place", "prep", "dir", "part", "tissue"}
"""Kinds of words behind which "my" or "their" is still in force."""
_BEING = ("it", "that", "there", "here", "this", "what", "where", "who", "now")
"""Before "'s" they are, and own nothing: "it's thumbs next"."""
_OWNERS = frozenset({"mine", "theirs", "poss"})
_WAITING = frozenset({"det", "mine", "theirs", "num", "poss", "filler", "adv"})


def extract(clause: Clause, limb: str | None, tool: str | None = None) -> None:
    """Fill a clause's fields from its words.

    Args:
        clause: The clause, cut and with its head found.
        limb: "hand", "foot", "arm" or "leg" where the text is about one, so that "heel" or
            "palm" is the receiver's.
        tool: The tool last used: after a forearm, "the arm" is the giver's.
    """
    scan = Scan(clause, limb, tool, role="topic" if clause.head is None else "pre")
    if clause.head is not None:
        verb = clause.head.cats["verb"]
        told = verb.data
        clause.act, clause.lemma, clause.technique = told["act"], verb.lemma, verb.value
        if clause.act == "go" and " " in clause.lemma:
            parting = ["out"] if clause.lemma.startswith(("part ", "divide ", "split ")) else []
            clause.directions += parting
            clause.directions += [way for way in clause.lemma.split()[1:] if way in ("up", "down", "out")]
        if told.get("tool"):
            clause.tool, clause.tool_role = told["tool"], "with"
    if clause.lemma == "close" and clause.has("round", "around", "over", "about"):
        clause.act, clause.technique = "put", "hold"
    marks, behind = scan.marks, 0
    for k, mark in enumerate(marks):
        if k < behind:
            continue
        cat = mark.cat
        if cat in COUNTING or mark.low in COUNTED:
            counted = number_at(scan, k)
            if counted:
                behind = counted
                continue
        handler = _HANDLERS.get(cat)
        if handler is not None:
            handler(scan, k, mark)
        elif cat in _WAITING:
            if cat in _OWNERS:
                scan.owner = _owner(marks, k)
            scan.pending.append(mark)
        else:
            scan.pending.clear()
        if mark.cat not in _OWNED:
            scan.owner = None
        if "topic" in mark.cats:
            clause.topics.setdefault(mark.cats["topic"].value, mark)
        if mark is clause.head:
            _pass_head(scan)
    if clause.lemma == "cover" and clause.topics.get("draping") is clause.head:
        _go_over(clause)
    finish(scan)
    land(clause)


def _go_over(clause: Clause) -> None:
    """As in "until you have covered the whole side", "cover the area round the blade": by hands, no towel."""
    cloth = [m for m in clause.marks if "topic" in m.cats and m.cats["topic"].value == "draping"]
    round_it = "around" in clause.directions and clause.subject in ("imp", "you") and len(cloth) == 1
    if clause.sub == "until" or round_it:
        del clause.topics["draping"]
    if round_it and clause.sub is None:
        clause.act = "work"


def _owner(marks: list[Mark], k: int) -> str | None:
    """Whose is what stands behind a possessive."""
    mark = marks[k]
    mark, before = marks[k], marks[k - 1] if k else None
    if mark.cat == "mine" or (mark.cat == "poss" and before is not None and before.cat == "subj"):
        return "mine"
    return None if mark.cat == "poss" and before is not None and before.low in _BEING else "theirs"


def _pass_head(scan: Scan) -> None:
    """Behind the verb stand its objects; a passive's subject is one too."""
    clause = scan.clause
    scan.role, scan.relation, scan.part = "object", None, None
    if not clause.passive:
        return
    for ref in clause.places:
        if ref.role == "pre":
            ref.role = "object"
    if clause.tool_role == "pre":
        clause.tool_role = "object"
