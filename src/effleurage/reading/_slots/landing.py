"""Landing: words by which hands come to lie somewhere, which mean other things with other nouns."""

from effleurage.reading._slots.written import Clause

_APPLIED = ("apply", "apply to")
_ENDING = frozenset({"end", "finish", "stop"})
_LAID = ("lie", "lie down")
_STUFF = ("pressure", "weight", "heat", "warmth", "traction", "force", "friction", "contact")
_FACE_DOWN = ("front", "head")


def land(clause: Clause) -> None:
    """As in "apply both palms to the waist", "drop your hands onto her shoulders": they are put there."""
    if clause.lemma in ("mould", "mold") and any(p.role == "to" for p in clause.places):
        clause.act, clause.technique = "manner", None
        return
    if clause.lemma in _ENDING and _ends_row(clause):
        clause.act, clause.technique = "go", "effleurage"
        for n, ref in enumerate(clause.places):
            ref.role = "to" if n == len(clause.places) - 1 else "path"
        return
    if clause.lemma == "leave" and _leaves(clause):
        clause.act, clause.technique = "go", "effleurage"
        return
    if clause.act == "pose" and clause.lemma in _ROUND and clause.subject == "hands" and clause.places:
        # As in "the hands move round the blade", where no giver does.
        clause.act, clause.technique = "go", "effleurage"
        clause.directions.append("around")
        for ref in clause.places:
            ref.role = "path" if ref.role == "object" else ref.role
        return
    if clause.lemma == "circle" and {"out", "around"} <= set(clause.directions) and clause.act == "move":
        # As in "they circle out around the shoulders": once, and not round and round.
        clause.technique = "effleurage"
        clause.directions = [way for way in clause.directions if way != "circle"]
        return
    if clause.lemma == "cover" and _covers(clause):
        clause.act, clause.lemma, clause.technique = "put", "place", "hold"
        clause.tool, clause.tool_wide, clause.topics = "palm", True, {}
        return
    if clause.tool is None or not clause.places or clause.motion_noun or clause.directions:
        return
    if (clause.lemma == "have" and _has_lying(clause)) or _takes_position(clause):
        clause.act, clause.technique, clause.tool_role = "put", "hold", "object"
        return
    applied = clause.lemma in _APPLIED and clause.tool_role in ("object", "pre")
    applied = applied and "oil" not in clause.topics and not _names(clause, _STUFF)
    dropped = clause.lemma in ("drop", "lower") and clause.tool_role == "object" and not clause.has("from")
    dropped = dropped and any(p.role in ("to", "object", "at") for p in clause.places)
    laid = clause.lemma in _LAID and clause.subject == "hands" and clause.tool_role == "pre"
    folded = clause.lemma in ("fold", "close", "curve", "mould", "mold") and clause.tool_role == "object"
    folded = folded and clause.tool == "palm" and any(p.role in ("path", "at") for p in clause.places)
    if not (applied or dropped or laid or folded or _comes_to_lie(clause)):
        return
    clause.act, clause.lemma, clause.technique = "put", "place", "hold"
    clause.tool_role = "object" if clause.tool_role == "pre" and not laid else clause.tool_role
    for ref in clause.places:
        ref.role = "at" if ref.role == "to" else ref.role


_ROUND = ("move round", "move around", "walk round", "walk around", "come round", "come around")


def _leaves(clause: Clause) -> bool:
    """As in "the hands leave over the shoulder, toward the armpit": they go on, and nothing is left there."""
    gone = clause.subject in ("hands", "pron", "imp") and clause.tool_role != "object" and clause.neg is None
    roles = {p.role for p in clause.places}
    return gone and roles == {"path", "to"}


def _has_lying(clause: Clause) -> bool:
    """As in "Have one hand at the base of the spine": it is put there."""
    told = clause.subject == "imp" and clause.form == "base" and clause.neg is None and clause.sub is None
    hand = clause.tool_role == "object" and clause.tool != "forearm"
    return told and hand and all(p.role == "at" for p in clause.places) and not clause.holds("theirs")


def _takes_position(clause: Clause) -> bool:
    """As in "both hands take up their position on the back", "let your hands take their place there"."""
    takes = clause.lemma.startswith(("take up position", "take position", "assume position", "take up place"))
    lets = clause.lemma == "let" and any(m.low.startswith(("take ", "find ")) for m in clause.marks)
    hands = clause.subject == "hands" or clause.tool_role in ("with", "object")
    takes = takes or (clause.lemma == "open" and clause.tool_role == "with" and not clause.directions)
    return (takes or lets) and hands and clause.tool == "palm" and all(p.role == "at" for p in clause.places)


def _comes_to_lie(clause: Clause) -> bool:
    """As in "One hand goes on the base of the spine": it is put there, and goes nowhere from there."""
    goes = clause.lemma == "go" and clause.subject == "hands" and clause.tool_role == "pre"
    there = all(p.role in ("object", "at") for p in clause.places) and clause.head is not None
    return goes and there and (clause.head.low.endswith(" on") or clause.has("on", "onto", "at", "beside"))


def _ends_row(clause: Clause) -> bool:
    """As in "the last one crosses the shoulder and ends by the armpit": how a row is finished."""
    last = clause.has("last", "final")
    return last and clause.neg is None and clause.tool is None and bool(clause.places) and clause.sub is None


def _names(clause: Clause, words: tuple[str, ...]) -> bool:
    return any(word in words for mark in clause.marks for word in mark.low.split())


def _covers(clause: Clause) -> bool:
    """As in "cover it with your right": a hand is laid on it, and no towel."""
    laid = clause.tool_role in ("with", "", None) and clause.tool in (None, "palm")
    given = clause.hands in ("left", "right") or clause.other_hand
    bare = all(mark is clause.head for mark in clause.topics.values())
    return laid and given and (clause.pronoun or bool(clause.places)) and bare


def puts_own_hands(clause: Clause) -> bool:
    """As in "they should place both palms on your back": who lies there puts no hands on a back."""
    if clause.subject != "pron" or not clause.has("they", "he", "she") or clause.act != "put":
        return False
    if clause.tool is None or clause.tool_role != "object" or clause.holds("theirs"):
        return False
    places = [p.place for p in clause.places if p.role in ("at", "object", "to")]
    return bool(places) and not set(places) & set(_FACE_DOWN)
