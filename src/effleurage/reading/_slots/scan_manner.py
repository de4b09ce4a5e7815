"""Pressure, pace, shape of the hand, nouns of motion, pronouns: what else a clause says."""

from dataclasses import replace

from effleurage.reading._slots.scan import Scan
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.reading._words.mark import Mark


def on_word(scan: Scan, k: int, mark: Mark) -> None:
    """An adjective that nobody knows leaves the words before its noun in force ("one warm hand")."""
    nxt = scan.marks[k + 1] if k + 1 < len(scan.marks) else None
    if nxt is None or nxt.cat not in ("tool", "place", "tissue"):
        scan.pending.clear()


def on_verb(scan: Scan, k: int, mark: Mark) -> None:
    scan.pending.clear()
    if mark is not scan.clause.head and scan.role != "with":
        scan.role = "object"
    way = mark.low.split()[-1]
    if scan.clause.lemma == "let" and " " in mark.low and way in ("out", "up", "down"):
        scan.clause.directions.append(way)


def on_press(scan: Scan, k: int, mark: Mark) -> None:
    clause = scan.clause
    if any(m.cat in ("neg", "caution") for m in scan.marks[max(0, k - 3) : k]):
        return
    nxt = scan.marks[k + 1] if k + 1 < len(scan.marks) else None
    if mark.low in ("soft", "tender") and nxt is not None and nxt.cat in ("tool", "tissue", "topic", "part"):
        scan.pending.append(mark)
        return
    nxt = scan.marks[k + 1] if k + 1 < len(scan.marks) else None
    if k and scan.marks[k - 1].low.endswith((" was", " is", " were")):
        return
    near = [m.low for m in (*scan.marks[max(0, k - 2) : k], *scan.marks[k + 1 : k + 3])]
    grown = mark.low.endswith("er") and mark.low in near
    grown = (
        grown
        or clause.lemma in ("get", "become", "grow")
        or (mark.low.endswith("er") and nxt is not None and nxt.low.startswith(("each", "every")))
    )
    if clause.pressure is None and not grown:
        clause.pressure = str(mark.value)
    if mark.low in ("deeper", "firmer", "harder", "more pressure", "heavier", "stronger"):
        clause.growing = "growing"
    elif mark.low in ("lighter", "softer", "gentler"):
        clause.growing = "easing"
    scan.pending.append(mark)


def on_tempo(scan: Scan, k: int, mark: Mark) -> None:
    scan.clause.tempo = scan.clause.tempo or str(mark.value)
    scan.pending.append(mark)


def on_gradual(scan: Scan, k: int, mark: Mark) -> None:
    scan.clause.gradual = True


def on_fingers(scan: Scan, k: int, mark: Mark) -> None:
    if scan.clause.fingers is None:
        scan.clause.fingers = str(mark.value)
    scan.pending.append(mark)


def on_comma(scan: Scan, k: int, mark: Mark) -> None:
    scan.after_comma = True
    scan.part = None
    scan.pending.clear()


def on_again(scan: Scan, k: int, mark: Mark) -> None:
    scan.clause.again = True


NOUN_TOOLS = {
    **{"thumb": "thumb", "finger": "fingertips", "palm": "palm", "heel": "heel", "elbow": "elbow"},
    **{"knuckle": "knuckles", "forearm": "forearm", "fist": "fist", "fingertip": "fingertips"},
}
"""The tool of "thumb pressure", by its first word."""


def on_motion(scan: Scan, k: int, mark: Mark) -> None:
    clause = scan.clause
    clause.motion_noun = True
    if scan.role == "path" and clause.head is not None and mark.i < clause.head.i:
        # As in "in an upward motion, the hand glides": the way is the motion's, and no way to a hand.
        scan.role = "pre"
    entry = mark.entry
    if entry is None:
        return
    technique = entry.value if entry.cat == "verb" else entry.get("technique")
    pulled = (entry.cat == "verb" and entry.get("push")) or mark.base in ("pull", "tug")
    if pulled and clause.lemma in ("give", "get"):
        technique = "stretch"
    direction = entry.get("direction")
    tool = NOUN_TOOLS.get(mark.low.partition(" ")[0])
    if tool is not None and clause.tool is None and mark.low.endswith(("pressure", "pressures", "press")):
        clause.tool, clause.tool_role = tool, "with"
    if entry.cat == "verb" and entry.lemma in ("circle", "spiral", "swirl"):
        direction = "circle"
    if mark.low.startswith("feather") and clause.pressure is None:
        clause.pressure = "light"
    if mark.low.startswith("deep ") and clause.pressure is None:
        clause.pressure = "firm"
    if direction and direction not in clause.directions:
        clause.directions.append(direction)
    plain = mark.low in ("stroke", "strokes") and clause.technique is not None
    if (
        technique
        and not plain
        and (
            clause.technique is None
            or clause.act
            in (
                "make",
                "work",
                "go",
                "on",
                "begin",
                "end",
                "manner",
                "none",
                "put",
                "ready",
                "state",
                "mind",
                "again",
            )
            or clause.lemma == "follow"
            or direction == "circle"
            or clause.head is None
        )
        and not (
            direction == "circle"
            and clause.technique in ("compression", "stretch", "petrissage", "tapotement", "vibration")
        )
    ):
        clause.technique = technique
    if technique and clause.passive and clause.head is not None and mark.i < clause.head.i:
        clause.technique = technique
    scan.pending.clear()


def on_pron(scan: Scan, k: int, mark: Mark) -> None:
    clause = scan.clause
    clause.there = clause.there or mark.low == "there"
    if mark.low in {"it", "them", "there", "they", "this", "these", "one", "that", "those"}:
        scan.clause.pronoun = True
    if mark.low in ("it", "them"):
        scan.role = "object" if scan.clause.head is not None and mark.i > scan.clause.head.i else scan.role
    scan.pending.clear()


def on_person(scan: Scan, k: int, mark: Mark) -> None:
    scan.clause.person = True
    scan.owner = "theirs"


def on_topic(scan: Scan, k: int, mark: Mark) -> None:
    scan.pending.clear()


def on_caution(scan: Scan, k: int, mark: Mark) -> None:
    clause = scan.clause
    clause.caution = clause.caution or mark
    if clause.pressure is None and clause.technique and scan.role == "with" and mark.low in _LIGHTER:
        clause.pressure, clause.growing = "light", "easing"


_LIGHTER = ("lighter touch", "less pressure", "less weight", "softer touch", "gentler touch", "lighter hand")


_STRADDLING = (
    *("one on each side", "one on either side", "one each side", "one either side", "on either side of it"),
    *("on each side of it", "on both sides", "on each side", "on either side", "each side of it"),
)
"""Behind "up the spine" they say that it is worked beside it."""


_PAIRED = frozenset({"hand", "together", "side", "sides", "other", "another"})
"""Without one of these nothing is said of the two hands together, or of two sides."""


_AS_ONE = (
    *("hands together", "together as one", "both together", "hands held together", "hands kept together"),
    *("hands close together", "hands held close together", "hands kept close together"),
    *("hands are held together", "hands are kept together", "hands are together", "hands stay together"),
)
"""Hands that lie side by side, and work as one."""


_FROM_TO = frozenset({"from", "to"})
_ENDS = {
    **{(low, "top"): "up" for low in ("bottom", "base", "foot")},
    **{("top", low): "down" for low in ("bottom", "base", "foot")},
}


def _name_ends(scan: Scan) -> None:
    """As in "from the bottom corner to the top": which way the words of a part's two ends lead."""
    ends = [m.low.split()[0] for m in scan.marks if m.cat in ("part", "place")]
    named = [low for low in ends if low in ("top", "bottom", "base", "foot")]
    way = _ENDS.get((named[0], named[-1])) if len(named) == 2 else None
    if way is None or (scan.clause.directions and way not in scan.clause.directions):
        return
    scan.clause.directions = scan.clause.directions or [way]
    for ref in [p for p in scan.clause.places if p.role == "from" and p.mark.base == "back"]:
        # As in "from the bottom of the back to the top": all of it is gone over.
        scan.clause.places.append(replace(ref, place="back", role="path", spot=None, level=False))


def finish(scan: Scan) -> None:
    """What a clause's words say together: "with the other", "then the left", "side by side"."""
    clause = scan.clause
    for mark in scan.pending:
        if mark.cat == "side" and clause.side is None and mark.low not in ("each", "every"):
            clause.side, clause.side_stated = str(mark.value), True
    if len(clause.places) > 1 and any(p.place == "there" for p in clause.places):
        # As in "pull that flesh up at the waist": where it is has been said.
        told = [p for p in clause.places if p.place != "there" or p.role != "object"]
        if any(p.role == "at" and p.place != "there" for p in told):
            clause.places = told
    if clause.lemma in _BRINGING and clause.has("home") and clause.marks and not clause.places:
        # As in "then bring your hands home".
        clause.places.append(PlaceRef("origin", "to", False, None, None, clause.marks[-1]))
    _add_way(clause)
    if not _PAIRED.isdisjoint(clause.spoken.words):
        _pair(clause)
    if clause.lemma == "join" and clause.tool == "palm" and clause.tool_role == "object":
        clause.together = True
    if clause.lemma == "return" and (clause.places or "in" not in clause.directions):
        # "Return inward" leads toward the middle, and back to no beginning.
        clause.back = True
    if clause.lows >= _FROM_TO:
        _name_ends(scan)
    if clause.act == "again" and "to" not in [p.role for p in clause.places if p.place == "origin"]:
        clause.places = [p for p in clause.places if p.place != "origin"]


_BRINGING = ("bring", "take", "glide", "slide", "return", "guide", "lead", "carry")


_SETTING_OFF = frozenset({"push", "set", "start", "head", "go", "move"})


def _add_way(clause: Clause) -> None:
    """The way that the verb itself tells."""
    lemma = clause.lemma
    if lemma in _SETTING_OFF and "off" in clause.directions and len(clause.directions) > 1:
        # As in "push off up the spine": hands that set out, and leave nothing.
        clause.directions.remove("off")
    if lemma == "circle" and clause.head is not None and "circle" not in clause.directions:
        clause.directions.insert(0, "circle")
    if lemma.endswith("circles") and "circle" not in clause.directions:
        clause.directions.append("circle")
    if lemma.startswith("cross fib") and "across" not in clause.directions:
        clause.directions.append("across")
    if (
        clause.technique == "release"
        and lemma.endswith((" off", " away"))
        and lemma.startswith(("lift", "take", "come"))
        and "off" not in clause.directions
    ):
        clause.directions.append("off")


_EACH_OTHER = ("each other", "one another")
_BESIDE = ("side by side", *_EACH_OTHER)
"""As in "the hands next to each other": how adverbs end by which hands are held together."""


def _straddled(ref: PlaceRef, clause: Clause) -> bool:
    """As in "slide the hands together up the sides of the spine, one on each side": at once, and apart."""
    return ref.line and (ref.side == "both" or (ref.plural_word and clause.act == "move"))


def _pair(clause: Clause) -> None:
    """What is said of two hands together, or of two sides."""
    lows = " ".join([m.low for m in clause.marks if m.cat != "comma"])
    if "left hand right hand" in lows or "right hand left hand" in lows:
        clause.hands, clause.hands_stated = "alternate", True
    if "both together" in lows and clause.tool and clause.hands in (None, "one"):
        clause.hands, clause.hands_stated = "both", True
    if clause.side == "both" and clause.side_stated and any(p in lows for p in _STRADDLING):
        for ref in (p for p in clause.places if p.place == "spine"):
            ref.place, ref.line, ref.spot = "spine_sides", True, None
    beside = any(m.cat == "adv" and m.low.endswith(_BESIDE) for m in clause.marks)
    clause.together = beside or ("together" in lows and any(w in lows for w in _AS_ONE))
    if clause.together and any(_straddled(p, clause) for p in clause.places):
        clause.together = False
    if clause.together and clause.hands == "both":
        clause.hands_stated = True
    each = any(m.low.endswith(_EACH_OTHER) for m in clause.marks)
    passing = any(m.low in ("pass", "passes", "passing", "cross", "crossing") for m in clause.marks)
    clause.passes = each and passing and not crosses_place(clause)


def crosses_place(clause: Clause) -> bool:
    """As in "cross the upper back toward each other": that is what hands cross, and they do not yet pass.

    Args:
        clause: The clause.
    """
    verb = clause.head
    if verb is None or verb.base not in ("cross", "pass"):
        return False
    behind = (m for m in clause.marks if m.i > verb.i and m.cat not in ("det", "theirs", "part", "filler"))
    what = next((m for m in behind if m.low not in ("over", "across", "of")), None)
    return (
        what is not None
        and "place" in what.cats
        and not any(m.low.endswith(_EACH_OTHER) and m.cat != "dir" for m in clause.marks)
    )
