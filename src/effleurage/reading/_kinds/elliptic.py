"""Elliptic clauses: what is told without a verb of its own, by the clause before or behind it."""

from effleurage.reading._clauses.merging import WORKING, is_gap, merge, with_others
from effleurage.reading._clauses.onward import other_goes, switches
from effleurage.reading._clauses.supply import supply
from effleurage.reading._clauses.twice import is_other_hand, told_again, turns
from effleurage.reading._kinds.walk import Walk, still_at
from effleurage.reading._slots.way_back import RETURNS, past_manner, returns
from effleurage.reading._slots.written import Clause


def _is_expanse(clause: Clause) -> bool:
    """As in ", over the whole back": all that a motion covers, and no further one."""
    whole = [p for p in clause.places if p.role == "path" and {"whole", "entire"} & set(p.mark.low.split())]
    said = clause.tool or clause.technique or clause.directions or clause.side_stated or clause.neg
    return bool(whole) and len(whole) == len(clause.places) and not said


def _stays_put(clause: Clause, later: list[Clause]) -> bool:
    """As in "Keep one hand on the hip and rock it with the other": one holds, and no contact is bounded."""
    kept = clause.caution is not None and clause.caution.low.startswith("keep one hand on")
    if not kept or clause.head is not None or not clause.places:
        return False
    others = ("other", "the other", "other hand")
    return any(c.head is not None and (c.other_hand or c.marks[-1].low in others) for c in later)


def _is_setting(clause: Clause, nxt: Clause) -> bool:
    """As in "Both thumbs beside the spine: press …": with what and where, and no hold before it."""
    told = clause.head is None and clause.tool and clause.hands == "both" and clause.places
    if not told or clause.directions or clause.technique or clause.neg or clause.duration:
        return False
    plain = nxt.head is not None and nxt.subject == "imp" and nxt.neg is None and nxt.sub is None
    return plain and nxt.technique in WORKING and not (nxt.tool or nxt.places)


def _put_too(walk: Walk, n: int) -> None:
    """As in "one hand on the neck, the other on the sacrum": put there as the one before is put."""
    found, clause, nxt = walk.found, walk.parts[n], walk.after(n)
    if nxt is not None and nxt.link == "strong" and nxt.pronoun and not nxt.places:
        for ref in clause.places:
            ref.role = "object"
        nxt.places, nxt.hands, nxt.hands_stated = clause.places, clause.hands, True
        return
    clause.technique = "hold"
    clause.act = "put" if found[-1][0].head is not None else clause.act
    if not found[-1][0].places:
        clause.tool, clause.tool_wide = found[-1][0].tool, found[-1][0].tool_wide
        clause.duration = clause.duration or found[-1][0].duration
        clause.moment = True
        found[-1] = (clause, "hold")
    else:
        found.append((clause, "hold"))


def is_elliptic(walk: Walk, n: int) -> bool:
    """Whether a clause is told by its neighbours; then the walk has taken it in.

    Args:
        walk: The walk, which moves on.
        n: Which clause.
    """
    parts, found, carried, scratch = walk.parts, walk.found, walk.carried, walk.scratch
    clause = parts[n]
    if told_again(clause, found):
        found += turns(clause, found)
        return True
    other = with_others(clause, *found[-1]) if found else None
    if other is not None:
        found.append((other, found[-1][1]))
        return True
    if (
        clause.head is None
        and found
        and clause.link in ("weak", "comma", "strong")
        and found[-1][1] == "hold"
        and clause.technique != "release"
        and is_gap(clause)
    ):
        _put_too(walk, n)
        return True
    if (
        clause.head is None
        and found
        and _is_expanse(clause)
        and not any(p.role == "path" for p in found[-1][0].places)
    ):
        found[-1][0].places += clause.places
        return True
    if clause.neg is not None and clause.neg.low.startswith("stopping short") and found:
        for ref in clause.places:
            ref.role = "to"
        merge(found[-1][0], clause)
        return True
    if (
        clause.head is None
        and found
        and (
            past_manner(clause.marks)[0].low.startswith((*RETURNS, "home"))
            or (returns(past_manner(clause.marks)) and found[-1][0].directions != clause.directions)
        )
    ):
        clause.back = True
        clause.act = "go"
        found.append((clause, still_at(parts, n) or found[-1][1]))
        return True
    nxt = walk.after(n)
    if (
        clause.act in ("work", "none")
        and (clause.head is not None or (clause.tool and not clause.places))
        and not clause.technique
        and nxt is not None
        and nxt.head is None
        and nxt.technique
        and not nxt.tool
        and nxt.neg is None
    ):
        nxt.tool, nxt.tool_wide, nxt.hands, nxt.hands_stated = (
            clause.tool,
            clause.tool_wide,
            clause.hands,
            clause.hands_stated,
        )
        nxt.places += [p for p in clause.places if not nxt.places]
        return True
    if not found and _stays_put(clause, parts[n + 1 :]):
        clause.technique, clause.act, clause.tool, clause.tool_wide = "hold", "stay", "palm", True
        clause.hands, clause.hands_stated, clause.caution = "one", True, None
        found.append((clause, "hold"))
        scratch.tool = "palm"
        return True
    if nxt is not None and nxt.colon and not found and _is_setting(clause, nxt):
        clause.subject = "imp"
        supply(clause, found, carried, parts, n)
        return True
    bare = clause.head is None and not (clause.places or clause.directions or clause.technique)
    other = bare and found and (clause.other_hand or is_other_hand(clause, found[-1][0]))
    if other and found[-1][0].hands == "one" and clause.link == "strong":
        found[-1][0].hands, found[-1][0].hands_stated = "alternate", True
        return True
    if found and other_goes(clause, *found[-1]):
        first = found[-1][0]
        first.hands, first.hands_stated = "one", True
        clause.hands, clause.hands_stated, clause.other_hand = "one", True, True
        clause.act, clause.side, clause.side_stated = "go", None, False
        found.append((clause, found[-1][1]))
        return True
    if found and switches(clause) and found[-1][1] not in ("hold", "release"):
        clause.act = "work"
        found.append((clause, found[-1][1]))
        scratch.tool = clause.tool
        return True
    return False
