"""The tools of a clause, and which hands."""

from effleurage.reading._slots.scan import Scan
from effleurage.reading._slots.scan_owner import (
    ends_on_limb,
    is_bearing,
    is_givers_arm,
    is_held,
    is_lowered,
    is_own,
    is_posture,
    is_receivers,
    is_reflexive,
)
from effleurage.reading._slots.scan_place import add_place
from effleurage.reading._slots.scan_ways import MODIFIERS
from effleurage.reading._words.mark import Mark

_SHAPES = frozenset(
    [
        "together",
        "apart",
        "pointing",
        "facing",
        "spread",
        "relaxed",
        "pointed",
        "flat",
        "straight",
        "extended",
        "interlaced",
        "closed",
        "parallel",
    ]
)


_SWAPPING = frozenset({"swap", "switch", "change", "exchange", "trade", "replace"})
"""Verbs behind which the last tool is the one that works from then on."""

_LEADING_OUT = ("dir", "verb", "motion", "filler", "adv", "tempo", "press", "pron", "tool")
"""Behind these "out from the spine" is a way, and no place beside it."""


def _is_stroke_of(scan: Scan, k: int) -> bool:
    """As in "a last sweep of the palms around the hips": the hands whose stroke it is."""
    ahead = [m for m in scan.marks[max(0, k - 4) : k] if m.cat not in ("det", "mine", "side")]
    return len(ahead) > 1 and ahead[-1].low == "of" and ahead[-2].cat == "motion"


def on_tool(scan: Scan, k: int, mark: Mark) -> None:
    clause = scan.clause
    if is_bearing(scan, mark) and not is_lowered(scan, k):
        clause.own_body = True
        scan.pending.clear()
        return
    entry = mark.cats["tool"]
    if (
        "place" in mark.cats
        and mark.cat == "tool"
        and is_receivers(scan, mark, k)
        and not _is_stroke_of(scan, k)
    ):
        mark.take("place")
        clause.look_through()
        add_place(scan, str(mark.value), mark, plural=mark.plural)
        return
    acting = scan.role == "pre" and clause.head is not None and scan.limb not in ("hand", "arm")
    if scan.owner == "theirs" and not acting and not is_reflexive(scan):
        scan.pending.clear()
        return
    if acting and scan.owner == "theirs":
        clause.third = True
    if (
        "off" in clause.directions
        and scan.role in ("at", "path")
        and mark.low.rstrip("s") in ("elbow", "finger", "fingertip", "hand", "wrist")
    ):
        each = any(m.low == "each" for m in scan.marks[k + 1 : k + 4])
        add_place(scan, "arm", mark, plural=mark.plural or each)
        return
    if ends_on_limb(scan, mark) or is_held(scan, k, mark):
        add_place(scan, "arm", mark, plural=mark.plural)
        return
    nxt = scan.marks[k + 1] if k + 1 < len(scan.marks) else None
    if nxt is not None and entry.value == "fingertips" and (nxt.cat == "fingers" or nxt.low in _SHAPES):
        if nxt.low in ("together", "close together"):
            clause.fingers = "together"
        scan.pending.clear()
        return
    shaped = scan.after_comma and clause.tool_wide and clause.act in ("put", "stay")
    shaped = shaped and clause.fingers != "raised"
    if shaped and entry.value == "fingertips":
        scan.pending.clear()
        return
    wide = bool(entry.get("wide"))
    hands, stated = hands_of(scan, mark, entry.value)
    side = _of_side(scan.marks[k + 1 : k + 5])
    hands, stated = (side, True) if side else (hands, stated)
    if hands == "one" and any(
        m.low in ("other", "second", "free", "opposite", "another") for m in scan.pending
    ):
        # As in "your right forearm lies there, the other hand round its fist": the right one lies there.
        clause.other_hand = clause.tool is None or clause.hands not in _SIDES
    led = next((m.low for m in reversed(scan.marks[:k]) if m.cat not in MODIFIERS), "")
    if clause.lemma in _SWAPPING and led in ("for", "to", "with", "into"):
        clause.tool, clause.tool_wide, clause.hands, clause.hands_stated = None, False, None, False
    narrower = (
        clause.tool is None
        or (clause.tool_wide and not wide)
        or (entry.value == "grip" and clause.tool in ("thumb", "fingertips", "palm"))
        or (entry.value == "fist" and scan.role in ("into", "to") and clause.tool == "fingertips")
    )
    if narrower and not (
        clause.tool is not None and not clause.tool_wide and scan.role == "with" and entry.value != "grip"
    ):
        clause.tool, clause.tool_wide = entry.value, wide
        clause.tool_role, clause.tool_plural = scan.role, mark.plural
        clause.tool_new = any(m.low in ("a", "an") for m in scan.pending)
    if hands is not None and (clause.hands is None or (stated and not clause.hands_stated)):
        clause.hands, clause.hands_stated = hands, stated
    elif hands in ("both",) and clause.hands == "one" and not clause.hands_stated:
        clause.hands = hands
    scan.pending.clear()
    scan.owner = None
    scan.part = None


_SIDES = ("left", "right")


def _of_side(behind: list[Mark]) -> str | None:
    """As in "the fingertips of my right": the hand that a side word stands for."""
    if len(behind) < 3 or behind[0].low != "of" or behind[1].cat != "mine" or behind[2].low not in _SIDES:
        return None
    return None if behind[3:] and behind[3].cat in ("tool", "place") else behind[2].low


_APART = frozenset({"press", "tempo", "fingers", "filler"})
"""These say nothing of which hand it is; "left" that is muted is a crossed arm."""

_ALL_HANDS = frozenset({"each", "either", "every"})
_ONE_HAND = frozenset({"other", "one", "single", "second", "free", "opposite", "another", "working"})


def hands_of(scan: Scan, mark: Mark, tool: str) -> tuple[str | None, bool]:
    """Which hands a tool's words say, and whether they say it or only their number does."""
    words = [m.low for m in scan.pending if m.cat not in _APART] + list(mark.inner)
    if mark.low.startswith(("both", "double", "crossed")):
        return "both", True
    if mark.plural and _one_of(scan, mark):
        return "one", True
    for low, hands in (
        ("left", "left"),
        ("right", "right"),
        ("both", "both"),
        ("two", "both"),
        ("alternate", "alternate"),
        ("alternating", "alternate"),
    ):
        if low in words:
            if low == "two" and tool == "fingertips":
                return None, False
            return hands, True
    if not _ALL_HANDS.isdisjoint(words):
        return "both", True
    if not _ONE_HAND.isdisjoint(words):
        return ("one", True)
    if any(m.cat == "num" and m.low in ("ten", "10") for m in scan.pending):
        return "both", True
    if tool in ("fingertips", "knuckles"):
        lone = not mark.plural and words and words[-1] in ("a", "an") and mark.low.split()[-1] != "pad"
        return ("one" if lone else None), False
    if tool == "grip":
        if "thumbs" in mark.low or "hands" in mark.low:
            return "both", False
        front = mark.low.removeprefix("between ").removeprefix("the ").removeprefix("your ")
        return ("one" if front.startswith(("thumb", "finger")) and "thumb" in front else None), False
    if mark.plural:
        return "both", False
    nxt = scan.marks[scan.marks.index(mark) + 1 :][:1]
    if (
        nxt
        and (nxt[0].cat == "motion" or (nxt[0].cat == "verb" and nxt[0].form in ("ing", "base")))
        and not words
    ):
        return None, False
    return "one", False


def _one_of(scan: Scan, mark: Mark) -> bool:
    """As in "one of your hands", "one of the giver's thumbs"."""
    lead = scan.marks.index(mark) - 1
    while lead > 0 and (scan.marks[lead].cat in _OWNING or scan.marks[lead].low in ("giver", "therapist")):
        lead -= 1
    return lead > 0 and scan.marks[lead].low == "of" and scan.marks[lead - 1].low in ("one", "either")


_OWNING = frozenset({"mine", "det", "poss", "theirs", "press", "person"})


_TURNED = {
    **{"hand": "palm", "palm": "palm", "thumb": "thumb", "finger": "fingertips", "fingertip": "fingertips"},
    **{"fist": "fist", "forearm": "forearm", "knuckle": "knuckles", "elbow": "elbow", "heel": "heel"},
}
"""The tools of "one palm following the other"."""


def on_hands(scan: Scan, k: int, mark: Mark) -> None:
    clause = scan.clause
    nxt = scan.marks[k + 1] if k + 1 < len(scan.marks) else None
    if clause.hands_stated and clause.hands in ("left", "right") and mark.value != "both":
        return
    clause.hands, clause.hands_stated = str(mark.value), True
    if mark.value == "one":
        clause.other_hand = True
    if nxt is None or nxt.cat != "tool":
        part = next((w.rstrip("s") for w in mark.low.split() if w.rstrip("s") in _TURNED), None)
        if clause.tool is None and part is not None:
            clause.tool, clause.tool_wide = _TURNED[part], part == "hand"


def _is_of_table(behind: list[Mark]) -> bool:
    """As in "from the head of the table": where the giver stands."""
    noun = next((m for m in behind if m.cat not in ("det", "mine", "theirs")), None)
    return noun is not None and noun.low in ("table", "bed", "couch", "mattress", "mat", "futon", "plinth")


def _is_led(scan: Scan, k: int) -> bool:
    """As in ", down the flanks to the hips": the way stands before the place, which is no beginning."""
    lead = next((m for m in reversed(scan.marks[:k]) if m.cat not in MODIFIERS), None)
    return lead is not None and lead.cat in ("dir", "prep")


def on_place(scan: Scan, k: int, mark: Mark) -> None:
    clause = scan.clause
    entry = mark.cats["place"]
    of = k + 1 < len(scan.marks) and scan.marks[k + 1].low == "of"
    whose = scan.marks[k + 2].low if of and k + 2 < len(scan.marks) else ""
    if mark.low == "back" and whose in ("it", "them") and not scan.limb:
        scan.pending.clear()
        return
    if of and _is_of_table(scan.marks[k + 2 : k + 4]):
        scan.pending.clear()
        return
    if is_bearing(scan, mark) and not is_lowered(scan, k):
        clause.own_body = True
        scan.pending.clear()
        return
    if "tool" not in mark.cats and is_own(scan, mark):
        scan.pending.clear()
        scan.owner = None
        return
    if mark.low in ("ball", "balls"):
        footed = scan.limb in ("foot", "leg") or any(p.place == "leg" for p in clause.places)
        if not footed:
            scan.pending.clear()
            return
    if mark.low == "back" and scan.limb and whose == "it":
        add_place(scan, "arm" if scan.limb in ("hand", "arm") else "leg", mark, plural=False)
        return
    if "tool" in mark.cats and (
        not is_receivers(scan, mark, k) or (entry.get("foot_only") and not scan.limb)
    ):
        mark.take("tool")
        clause.look_through()
        on_tool(scan, k, mark)
        return
    if entry.value == "arm" and is_givers_arm(scan, clause, mark):
        scan.pending.clear()
        return
    if mark.low == "out from spine" or mark.low.replace("the ", "").startswith("out from "):
        before = scan.marks[k - 1] if k else None
        if before is not None and before.cat == "conj" and k > 1 and scan.marks[k - 2].cat == "dir":
            # As in "up and out from the spine".
            before = scan.marks[k - 2]
        onward = before is not None and before.cat in _LEADING_OUT
        if before is not None and before.cat == "comma":
            # As in "glide in an arc, out from the spine".
            onward = clause.act in ("move", "go")
        if onward:
            clause.directions.append("out")
            scan.role = "from"
            add_place(scan, "spine", mark, plural=False)
            clause.places[-1].line, clause.places[-1].role = False, "from"
            return
    if clause.act == "pose" and scan.owner == "mine" and scan.role == "at":
        scan.pending.clear()
        return
    follows = scan.marks[k + 1] if k + 1 < len(scan.marks) else None
    if follows is not None and follows.low in ("level", "height") and k + 2 < len(scan.marks):
        follows = scan.marks[k + 2]
    own = scan.owner == "mine" and any(m.low == "own" for m in scan.marks[max(0, k - 2) : k])
    if is_posture(scan, mark) and not is_lowered(scan, k):
        clause.own_body = True
        scan.pending.clear()
        return
    if own and clause.act in ("move", "pose", "manner", "go") and "tool" not in mark.cats:
        clause.own_body = True
        scan.pending.clear()
        return
    bare = scan.role in ("topic", "pre") or (scan.role == "object" and clause.participle)
    onward = follows
    apart = scan.role not in {"path", "at", "to"}
    if follows is not None and follows.cat == "dir" and apart and k + 2 < len(scan.marks):
        onward = scan.marks[k + 2]
    bare = bare or (scan.after_comma and not _is_led(scan, k))
    if onward is not None and onward.cat == "prep" and onward.low == "to" and bare:
        scan.role = "from"
    elif scan.after_comma and scan.role == "with":
        scan.role = "object"
    ends = entry.value == "arm" and scan.tool == "forearm" and scan.owner != "theirs"
    if ends and mark.low in ("wrist", "elbow", "wrists", "elbows"):
        clause.subject = "hands" if scan.role == "pre" and clause.subject == "thing" else clause.subject
        scan.pending.clear()
        return
    add_place(scan, entry.value, mark, plural=mark.plural and not entry.get("mass", False))
