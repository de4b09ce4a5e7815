"""Landing: words by which hands come to lie somewhere, which mean other things with other nouns."""

from effleurage.reading._written import Clause

_APPLIED = ("apply", "apply to")
_LAID = ("lie", "lie down")
_STUFF = ("pressure", "weight", "heat", "warmth", "traction", "force", "friction", "contact")
_FACE_DOWN = ("front", "head")


def land(clause: Clause) -> None:
    """As in "apply both palms to the waist", "drop your hands onto her shoulders": they are put there."""
    if clause.tool is None or not clause.places or clause.motion_noun or clause.directions:
        return
    applied = clause.lemma in _APPLIED and clause.tool_role in ("object", "pre")
    applied = applied and "oil" not in clause.topics and not clause.has(*_STUFF)
    dropped = clause.lemma in ("drop", "lower") and clause.tool_role == "object" and not clause.has("from")
    dropped = dropped and any(p.role in ("to", "object", "at") for p in clause.places)
    laid = clause.lemma in _LAID and clause.subject == "hands" and clause.tool_role == "pre"
    if not (applied or dropped or laid):
        return
    clause.act, clause.lemma, clause.technique = "put", "place", "hold"
    clause.tool_role = "object" if clause.tool_role == "pre" and not laid else clause.tool_role
    for ref in clause.places:
        ref.role = "at" if ref.role == "to" else ref.role


def puts_own_hands(clause: Clause) -> bool:
    """As in "they should place both palms on your back": who lies there puts no hands on a back."""
    if clause.subject != "pron" or not clause.has("they", "he", "she") or clause.act != "put":
        return False
    if clause.tool is None or clause.tool_role != "object" or any(m.cat == "theirs" for m in clause.marks):
        return False
    places = [p.place for p in clause.places if p.role in ("at", "object", "to")]
    return bool(places) and not set(places) & set(_FACE_DOWN)
