"""Lent words: clauses that only say with what, from where, how far or how often their neighbours move."""

from effleurage.reading._clauses.merging import merge
from effleurage.reading._clauses.onward import (
    circles_go,
    contrasted,
    halts,
    leans_on,
    picks_up,
    sets_off,
    strokes_run,
    swings_to_go,
    tallied,
)
from effleurage.reading._clauses.sharing import carry
from effleurage.reading._clauses.supply import tells_where
from effleurage.reading._kinds.walk import Walk, still_at
from effleurage.reading._slots.written import Clause


def _is_one_of_two(parts: list[Clause], n: int) -> bool:
    """As in "Quiet hands: one on the sacrum, one on the neck": the first of two that are put somewhere."""
    first, second = parts[n], parts[n + 1] if n + 1 < len(parts) else None
    if second is None or second.head is not None or not (first.places and second.places):
        return False
    opens = [
        next((m.low for m in c.marks if m.cat not in ("det", "filler", "mine")), "") for c in (first, second)
    ]
    return opens[0] == "one" and opens[1] in ("one", "other") and not (second.tool or second.technique)


def _announces(clause: Clause, nxt: Clause) -> bool:
    """As in "Now I lift: I pull the flesh at the waist up": behind the colon stands what is meant."""
    bare = not (clause.places or clause.directions or clause.tool or clause.pronoun or clause.counted)
    same = clause.technique is not None and (
        clause.technique == nxt.technique or (clause.technique == "petrissage" and nxt.flesh)
    )
    return bare and same and clause.head is not None and nxt.head is not None


def _leans_away(clause: Clause) -> bool:
    """As in "lean back to stretch the neck": the giver's body does what the words behind it say."""
    return clause.lemma in ("lean", "sit", "rock", "sit back", "step", "shift", "sway") and (
        clause.back or clause.lemma == "sit back" or clause.has("back", "backwards", "away")
    )


def lends_words(walk: Walk, n: int) -> bool:
    """Whether a clause gives its words to the one before or behind it; then the walk has taken it in.

    Args:
        walk: The walk, which moves on.
        n: Which clause.
    """
    parts, found = walk.parts, walk.found
    clause, nxt = parts[n], walk.after(n)
    if clause.sub == "purpose" and n:
        if swings_to_go(clause, parts[n - 1]):
            clause.tool, clause.tool_wide, clause.tool_role = parts[n - 1].tool, True, "object"
            clause.hands, clause.hands_stated = parts[n - 1].hands, parts[n - 1].hands_stated
            clause.sub = None
            clause.subject = "hands" if parts[n - 1].subject == "pron" else clause.subject
        elif _leans_away(parts[n - 1]) or picks_up(clause, found):
            clause.sub = None
    if clause.head is None and not clause.tool and not clause.technique and _is_one_of_two(parts, n):
        clause.technique, clause.hands, clause.hands_stated = "hold", "one", True
        named = next((c for c in reversed(parts[:n]) if c.tool and not c.places), None)
        if named is not None:
            clause.tool, clause.tool_wide = named.tool, named.tool_wide
        found.append((clause, "hold"))
        return True
    if clause.act == "pose" and clause.distance and found:
        clause.act, ways = "go", [w for w in clause.lemma.split() if w in ("up", "down")]
        clause.directions += [w for w in ways if w not in clause.directions]
    if nxt is not None and sets_off(clause, nxt):
        nxt.places = [*clause.places, *nxt.places]
        if nxt.tool is None:
            nxt.tool, nxt.tool_wide = clause.tool, clause.tool_wide
        if nxt.hands is None:
            nxt.hands, nxt.hands_stated = clause.hands, clause.hands_stated
        return True
    if contrasted(parts, n) or (nxt is not None and nxt.colon and _announces(clause, nxt)):
        return True
    if found and halts(clause, *found[-1]):
        for ref in clause.places:
            ref.role = "to"
        found[-1][0].places += clause.places
        return True
    leaning = leans_on(clause, parts[n + 1 :])
    if leaning is not None:
        leaning.tool, leaning.tool_wide = clause.tool, clause.tool_wide
        leaning.hands, leaning.hands_stated = clause.hands, clause.hands_stated
        return True
    if found and found[-1][1] == "hold" and found[-1][0].tool == "forearm" and tells_where(clause):
        found[-1][0].places += clause.places
        return True
    tally = tallied(clause, parts[n - 1]) if found else None
    if tally is not None:
        found[-1][0].count, found[-1][0].counted = tally, True
        return True
    if found and strokes_run(clause, found):
        found[-1][0].directions += clause.directions
        return True
    if found and circles_go(clause, found[-1][0]):
        clause.side_stated = False
        if found[-1][1] == "effleurage":
            # The strokes' own way, and no way on which something else is done.
            merge(found[-1][0], clause)
        else:
            carry(found, clause)
        return True
    return n == 0 and len(parts) > 1 and still_at(parts, 1) is not None
