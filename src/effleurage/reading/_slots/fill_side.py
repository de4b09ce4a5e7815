"""Side: the words, then the number of a paired part, then what was carried."""

from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.reading._words.in_turn import PAIRED


def side_of(
    clause: Clause, state: State, hands: str | None, technique: str | None, stated: set[str]
) -> str | None:
    """Which of the receiver's sides: the words, then the number of a paired part, then what was carried."""
    several = len(clause.places) > 1 and not clause.side_stated
    if several and {"left", "right"} <= {ref.side for ref in clause.places}:
        return None
    if clause.side_stated and clause.side:
        stated.add("side")
        if clause.has("same side") and state.side in ("left", "right"):
            return state.side
        return clause.side
    for ref in clause.places:
        if ref.side:
            stated.add("side")
            return ref.side
    # Hands that are held together lie on one side of a line.
    joined = hands == "both" and (clause.together or state.together)
    numbers = {
        number_of(ref, "one" if joined and ref.place == "spine_sides" else hands) for ref in clause.places
    }
    numbers.discard(None)
    said = numbers.pop() if len(numbers) == 1 else None
    places = [r.place for r in clause.places]
    same = not places or any(p in (state.side_place, state.place, state.line) for p in places)
    if state.side in ("left", "right"):
        return state.side if said != "both" else said
    if said is not None:
        if said == "one" and state.side == "other":
            return state.side
        inward = hands == "both" and "in" in clause.directions
        if said == "one" and (same or inward) and state.side == "both" and not _on_limb(clause):
            return "both" if hands == "both" else said
        return said
    set_out = technique == "effleurage" or "to" in {p.role for p in clause.places}
    carried = set_out and all(p.role == "to" for p in clause.places)
    if (same or carried) and state.side is not None:
        # As in "Lay one hand on the lower back", where both had been: it is on no two sides.
        single = state.side == "both" and hands == "one" and technique in _ON_ONE
        return None if single else state.side
    weak = hands == "both" and any(p.plural_word and p.place in PAIRED for p in clause.places)
    return "both" if weak and state.side in (None, "both") else None


_ON_ONE = frozenset({"hold", "effleurage", "compression", "friction"})
"""What one hand does on one side at a time."""


def _on_limb(clause: Clause) -> bool:
    """Two hands fit on one arm or leg, but not on one side of the trunk without a word that says so."""
    return any(p.place in ("arm", "leg") for p in clause.places)


def number_of(ref: PlaceRef, hands: str | None) -> str | None:
    """Which side the number of a paired part settles; None if it settles nothing.

    Args:
        ref: The part.
        hands: The hands that work on it.
    """
    words = ref.mark.low
    if words in {"fingers", "fingertips", "knuckles"}:
        return None
    if words.rstrip("s") in {"hamstring", "quad", "glute", "trap", "rhomboid", "lat", "rib"} and ref.plural:
        return None
    if words.startswith(("sides", "the sides")) and ref.place not in ("arm", "leg"):
        return "both" if hands not in ("one", "left", "right") else None
    if words in ("fingertips", "fingers") and ref.role == "to":
        return None
    if ref.mark.get("digit"):
        return None if ref.mark.plural and ref.role == "to" and hands == "both" else "one"
    if (
        ref.mark.get("mass")
        or ("between" in words.split() and not (ref.place == "shoulder_top" and ref.plural))
        or (ref.place not in PAIRED and not ref.mark.get("pair"))
    ):
        return None
    if ref.place == "spine_sides" and not ref.plural and not words.startswith(("side", "edge")):
        return {"both": "both", "one": "one", "alternate": None}.get(hands or "")
    if ref.plural:
        return None if hands in ("one", "left", "right") else "both"
    if ref.place in ("flank", "armpit", "hip") and words.startswith(("outside", "lateral")):
        return None
    return "one"
