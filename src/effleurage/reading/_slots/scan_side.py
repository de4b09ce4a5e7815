"""Side words: whose noun they go with."""

from effleurage.reading._slots.scan import Scan
from effleurage.reading._slots.written import PlaceRef
from effleurage.reading._words.mark import Mark

_SPOTS = ("spot", "point", "place", "stop", "knot", "position")


_SEATS = ("position", "seat", "stool", "chair", "place", "seated", "sitting", "kneeling", "standing")

_STACKED = ("by", "above", "below", "beneath", "under", "underneath", "behind", "against", "on top of")
"""Between one of the giver's hands and the other: by these words they work together."""


def on_side(scan: Scan, k: int, mark: Mark) -> None:
    clause = scan.clause
    behind_it = scan.marks[k + 1].low if k + 1 < len(scan.marks) else ""
    if mark.low in ("each", "every") and behind_it in _SPOTS:
        return
    if mark.low == "opposite sides":
        clause.side, clause.side_stated = "both", True
        return
    if (
        mark.low in ("left one", "right one")
        and clause.act in ("put", "move", "free")
        and scan.role == "object"
    ):
        clause.hands, clause.hands_stated = str(mark.value), True
        clause.pronoun = True
        return
    if mark.low in ("left and right", "right and left") and clause.technique == "vibration":
        return
    ahead = scan.marks[k + 1] if k + 1 < len(scan.marks) else None
    paired = any(m.low == "one" for m in scan.marks[:k]) and ahead is not None and ahead.cat == "dir"
    if mark.low == "other" and paired:
        return
    if mark.low == "second":
        clause.other_hand = True
        nxt = scan.marks[k + 1] if k + 1 < len(scan.marks) else None
        if nxt is None or nxt.cat not in ("tool", "place", "part"):
            return
    behind = [m.cat for m in scan.marks[max(0, k - 3) : k] if m.cat not in ("det", "mine")]
    if (
        mark.low in ("other", "left", "right")
        and behind[-1:] == ["prep"]
        and behind[-2:-1] == ["tool"]
        and scan.marks[k - 2].low == "of"
    ):
        clause.hands, clause.hands_stated = ("one" if mark.low == "other" else mark.low), True
        clause.other_hand = clause.other_hand or mark.low == "other"
        return
    if behind[-1:] == ["prep"] and k > 1 and (scan.marks[k - 2].low in _SEATS or _is_beside(scan.marks, k)):
        # As in "from a seat at your partner's side", "seated to one side": where the giver is, and no side
        # of anybody's.
        return
    own = any(w in ("your", "my") for w in mark.inner)
    if mark.low.startswith("on ") and own and ahead is not None and ahead.cat == "tool":
        mark.low, scan.role = mark.low.split()[-1], "at"
        clause.look_through()
        scan.pending.append(mark)
        return
    pair = [m.low for m in scan.marks[k + 1 : k + 3]]
    own = len(pair) == 2 and pair[0] == "of" and scan.marks[k + 2].cat == "mine"
    if mark.low == "both" and own and scan.marks[k + 3 : k + 4] and "tool" in scan.marks[k + 3].cats:
        clause.hands, clause.hands_stated = "both", True
        return
    drawn = scan.role == "object" and clause.tool is None and clause.technique == "effleurage"
    if mark.low == "both" and drawn and (ahead is None or ahead.cat in ("dir", "filler", "adv", "comma")):
        clause.hands, clause.hands_stated, clause.pronoun = "both", True, True
        return
    if mark.low == "both" and pair == ["of", "them"] and scan.role in ("pre", "topic", "with"):
        clause.hands, clause.hands_stated = "both", True
        return
    second = clause.hands == "one" and len(clause.places) > 1 and behind[-1:] in (["dir"], ["prep"])
    if mark.low == "other" and second:
        clause.hands, clause.hands_stated = "both", True
        return
    if (
        mark.low == "each"
        and scan.role in ("at", "into", "path")
        and (k + 1 == len(scan.marks) or scan.marks[k + 1].cat == "place")
    ):
        clause.on_each = True
        if clause.lemma in ("spend", "pause", "wait", "linger", "stay", "take"):
            return
    if mark.low in ("each", "every") and scan.limb in ("hand", "foot"):
        return
    j = k + 1
    if mark.low == "both" and j < len(scan.marks) and scan.marks[j].cat == "mine":
        j += 1
    while j < len(scan.marks) and scan.marks[j].cat in (
        "press",
        "tempo",
        "fingers",
        "part",
        "num",
        "det",
        "filler",
        "word",
        "adv",
    ):
        if (
            scan.marks[j].cat == "word"
            and j + 1 < len(scan.marks)
            and scan.marks[j + 1].cat not in ("tool", "place", "tissue")
        ):
            break
        j += 1
    nxt = scan.marks[j] if j < len(scan.marks) else None
    if mark.low == "other" and ahead is not None and ahead.cat in ("det", "mine"):
        # As in "With the other, the muscles are kneaded": what follows is a noun of its own.
        nxt = None
    if nxt is not None and nxt.cat in ("tool", "place", "tissue") and not mark.low.endswith("side"):
        scan.pending.append(mark)
        return
    if (
        nxt is not None
        and nxt.cat == "part"
        and mark.low in ("left", "right", "both", "each", "either", "other")
    ):
        scan.pending.append(mark)
        return
    if (
        mark.low in ("both", "each", "either", "every")
        and (nxt is None or nxt.cat in ("word", "times", "motion", "moment", "unit"))
        and nxt is not None
        and nxt.cat in ("motion", "times", "moment", "unit", "word")
    ):
        return
    if mark.low in ("each", "every") and nxt is not None and (nxt.cat == "distance" or nxt.low == "for"):
        return
    if (
        mark.low == "other"
        and nxt is not None
        and nxt is clause.head
        and (nxt.form == "s" or _is_let(scan.marks[:k]))
        and not clause.hands_stated
    ):
        clause.hands, clause.hands_stated, clause.other_hand = "one", True, True
        clause.subject = "hands"
        return
    if (
        mark.low in ("left", "right", "left one", "right one")
        and clause.act not in ("state", "end", "mind", "again", "work")
        and nxt is not None
        and nxt is clause.head
        and nxt.form == "s"
        and not clause.hands_stated
    ):
        clause.hands, clause.hands_stated = str(mark.value), True
        clause.tool, clause.tool_wide = clause.tool or "palm", True
        clause.subject = "hands"
        return
    before = next((m for m in reversed(scan.marks[:k]) if m.cat not in ("det", "mine", "filler")), None)
    under = (
        before is not None
        and before.low in _STACKED
        and (nxt is None or nxt.cat in ("comma", "conj", "verb"))
    )
    if mark.low == "other" and under and clause.tool and scan.marks[k - 1].cat == "det":
        clause.hands, clause.hands_stated = "both", True
        return
    bare = mark.low == "other" and before is not None and not (before.cat == "prep" or before.cat == "comma")
    if bare and len(scan.marks) > 2:
        return
    if (
        mark.low in ("other", "right", "left", "one")
        and scan.role == "with"
        and clause.hands is None
        and not scan.after_comma
    ):
        clause.hands, clause.hands_stated = (mark.low if mark.low in ("left", "right") else "one"), True
        clause.other_hand = mark.low == "other"
        clause.tool = clause.tool or None
        clause.tool_role = "with"
        return
    if (
        mark.low == "other"
        and scan.role == "to"
        and clause.places
        and any(m.low == "to" for m in scan.marks[max(0, k - 2) : k])
        and (nxt is None or nxt.cat in ("prep", "conj", "word", "comma"))
    ):
        last = clause.places[-1]
        clause.places.append(PlaceRef(last.place, "to", last.plural, None, None, last.mark, reach=last.reach))
        return
    if mark.value == "middle":
        clause.side, clause.side_stated = "middle", True
        return
    if clause.side is None or not clause.side_stated:
        clause.side, clause.side_stated = str(mark.value), True
    elif {clause.side, mark.value} == {"left", "right"} and scan.role == "path":
        clause.side, clause.side_stated = None, False
    scan.pending.clear()


def _is_beside(marks: list[Mark], k: int) -> bool:
    """As in "oil the back from one side of your partner"."""
    after = [m for m in marks[k + 1 : k + 4] if m.cat not in ("mine", "det")]
    owned = len(after) > 1 and after[0].low == "of" and after[1].cat == "person"
    return marks[k - 1].low == "from" and owned


def _is_let(before: list[Mark]) -> bool:
    """As in "let the other knead the muscles": what is let do it is a hand."""
    said = [m for m in before if m.cat != "det"]
    return bool(said) and said[-1].cat == "verb" and said[-1].base in ("let", "have")
