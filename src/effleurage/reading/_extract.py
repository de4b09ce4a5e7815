"""The parts of a clause: places with their roles, tools, hands, ways, sides, pressure, counts."""

from effleurage.reading._numbers import value
from effleurage.reading._mark import Mark
from effleurage.reading._written import Clause, PlaceRef
from effleurage.routine import Duration, Place, Relation, Spot

_ROLES = {"from": "from", "to": "to", "path": "path", "at": "at", "with": "with"}
_TRAVEL_DIRS = ("up", "down", "out", "in", "across", "around")
_MODIFIERS = (
    "det",
    "mine",
    "theirs",
    "num",
    "side",
    "press",
    "tempo",
    "fingers",
    "adv",
    "poss",
    "filler",
    "person",
    "hands",
)
_LEADS = frozenset(
    [
        "beside",
        "alongside",
        "next",
        "close",
        "parallel",
        "between",
        "below",
        "under",
        "behind",
        "along",
        "on",
        "by",
        "near",
        "flanking",
        "adjacent",
        "lateral",
        "out",
    ]
)
_HELD = frozenset(
    [
        "hold",
        "support",
        "cradle",
        "take",
        "grasp",
        "clasp",
        "sandwich",
        "lift",
        "turn",
        "rotate",
        "bend",
        "stretch",
        "shake",
    ]
)
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
_RELATIONS = {
    "above": Relation.ABOVE, "below": Relation.BELOW, "beside": Relation.BESIDE, "between": Relation.BETWEEN,
    "under": Relation.UNDER, "beneath": Relation.UNDER, "underneath": Relation.UNDER,
}  # fmt: skip


def extract(clause: Clause, limb: str | None, tool: str | None = None) -> None:
    """Fill a clause's fields from its words.

    Args:
        clause: The clause, cut and with its head found.
        limb: "hand", "foot", "arm" or "leg" where the text is about one, so that "heel" or
            "palm" is the receiver's.
        tool: The tool last used: after a forearm, "the arm" is the giver's.
    """
    _Scan(clause, limb, tool).run()


class _Scan:
    """One pass over a clause's words that remembers the last preposition."""

    def __init__(self, clause: Clause, limb: str | None, tool: str | None) -> None:
        self.clause = clause
        self.marks = clause.marks
        self.limb = limb
        self.tool = tool
        self.role = "topic" if clause.head is None else "pre"
        self.relation: Relation | None = None
        self.pending: list[Mark] = []
        self.owner: str | None = None
        self.last_place: PlaceRef | None = None
        self.part: Mark | None = None
        self.after_comma = False

    def run(self) -> None:
        clause, marks = self.clause, self.marks
        k = 0
        if clause.head is not None:
            clause.act = clause.head.cats["verb"].get("act")
            clause.lemma = clause.head.cats["verb"].lemma
            clause.technique = clause.head.cats["verb"].value
        while k < len(marks):
            step = self._number(k)
            if step:
                k = step
                continue
            self._mark(k)
            k += 1
        self._leftover()

    def _number(self, k: int) -> int | None:
        """Counts, durations and distances; returns the index behind what was used."""
        clause, marks = self.clause, self.marks
        mark = marks[k]
        if mark.low in ("x", "×") and k + 1 < len(marks) and marks[k + 1].cat == "num":
            got = value(marks, k + 1)
            if got:
                self._count(int(got[0]))
                return got[2]
        got = value(marks, k)
        if got is None:
            return None
        low, high, after = got
        while after < len(marks) and (
            marks[after].low
            in (
                "more",
                "full",
                "good",
                "of",
                "deep",
                "long",
                "slow",
                "extra",
                "whole",
                "further",
                "other",
                "to",
            )
            or marks[after].cat in ("tempo", "press")
        ):
            after += 1
        nxt = marks[after] if after < len(marks) else None
        if nxt is None:
            if mark.cat == "num" and after > k + 1 and marks[after - 1].low in ("more", "of"):
                self._count(int(low))
                return after
            return None
        if nxt.cat == "times" or nxt.low in ("x", "×"):
            if nxt.cat == "times" and mark.cat == "det":
                return None
            self._count(int(low))
            return after + 1
        if nxt.cat == "unit" and mark.cat in ("num", "det"):
            clause.duration = Duration(low=low, high=max(low, high), unit=str(nxt.value))
            if nxt.low == "count" and after + 2 < len(marks) and marks[after + 1].low == "of":
                counted = value(marks, after + 2)
                if counted:
                    clause.duration = Duration(low=counted[0], high=counted[1])
                    return counted[2]
            return after + 1
        if nxt.cat == "distance" and mark.cat in ("num", "det"):
            clause.distance = True
            return after + 1
        if nxt.cat == "moment":
            clause.moment = True
            return after + 1
        if (
            mark.cat == "num"
            and nxt.low in ("of",)
            and after + 1 < len(marks)
            and marks[after + 1].cat == "pron"
        ):
            self._count(int(low))
            return after + 2
        if k and marks[k - 1].low == "the":
            return None
        if mark.cat == "num" and nxt.low == "ones":
            self._count(int(low))
            return after + 1
        if mark.cat == "num" and nxt.low in ("these", "them", "those") and marks[after - 1].low == "of":
            self._count(int(low))
            return after + 1
        if mark.cat == "num" and nxt.cat == "motion" and low > 1:
            self._count(int(low))
            return after
        return None

    def _count(self, n: int) -> None:
        if n >= 1 and not self.clause.counted:
            self.clause.count, self.clause.counted = n, True

    def _mark(self, k: int) -> None:
        clause, mark = self.clause, self.marks[k]
        handler = getattr(self, f"_on_{mark.cat}", None)
        if handler is not None:
            handler(k, mark)
        elif mark.cat in ("det", "mine", "theirs", "num", "poss", "filler", "adv"):
            if mark.cat == "theirs" or mark.cat == "poss":
                self.owner = (
                    "mine" if mark.cat == "poss" and k and self.marks[k - 1].cat == "subj" else "theirs"
                )
            elif mark.cat == "mine":
                self.owner = "mine"
            self.pending.append(mark)
        else:
            self.pending.clear()
        if mark.cat not in (*_MODIFIERS, "place", "prep", "dir", "part", "tissue"):
            self.owner = None
        if "topic" in mark.cats:
            clause.topics.setdefault(mark.cats["topic"].value, mark)
        if mark is clause.head:
            self.role = "object"
            if clause.passive:
                for ref in clause.places:
                    if ref.role == "pre":
                        ref.role = "object"
                if clause.tool_role == "pre":
                    clause.tool_role = "object"
            self.relation = None
            self.part = None

    def _on_word(self, k: int, mark: Mark) -> None:
        self.pending.clear()

    def _on_verb(self, k: int, mark: Mark) -> None:
        self.pending.clear()
        if mark is not self.clause.head and self.role != "with":
            self.role = "object"

    def _on_prep(self, k: int, mark: Mark) -> None:
        value = mark.value
        first = mark.low.split()[0]
        if value in ("above", "below"):
            self.relation = _RELATIONS[value]
            if self.role not in ("to", "from", "path"):
                self.role = "at"
        elif value == "of":
            if self.part is None:
                self.role = self.role if self.role != "pre" else "pre"
        elif value in _ROLES:
            self.role = _ROLES[value]
            self.relation = _RELATIONS.get(first)
            self.part = None
            if first in ("starting", "beginning", "start", "begin"):
                self.clause.start_place = True
        self.pending.clear()
        self.owner = None

    def _on_dir(self, k: int, mark: Mark) -> None:
        clause, value = self.clause, mark.value
        nxt = self.marks[k + 1] if k + 1 < len(self.marks) else None
        if mark.low == "in" and self._in_is_prep(nxt):
            self.role, self.relation, self.part = "at", None, None
            self.pending.clear()
            return
        if (
            mark.low in ("around", "round")
            and nxt is not None
            and nxt.cat == "num"
            and self.marks[k + 2 : k + 3]
            and self.marks[k + 2].cat in ("unit", "times")
        ):
            return
        if (
            value == "into"
            and clause.technique not in ("compression", "vibration", "friction", None)
            and clause.lemma not in ("push", "dig", "press", "work", "sink")
        ):
            self.role = "to"
            self.pending.clear()
            return
        if value in ("down", "in") and clause.technique == "compression" and not mark.get("limb"):
            travels = nxt is not None and (
                (nxt.cat in ("prep",) and nxt.value == "to")
                or (self._place_next(k + 1) and nxt.cat in ("det", "theirs", "place", "side", "mine"))
                or nxt.cat in ("distance", "num")
            )
            walking = clause.head is not None and clause.head.cats["verb"].get("walk")
            if not (value == "down" and (travels or walking)) and not (value == "in" and walking):
                value = "into"
        about = value != "around" or mark.low not in ("round", "around") or self._place_next(k + 1)
        if value not in clause.directions and about:
            clause.directions.append(value)
        self.role = {"into": "into", "off": "off"}.get(value, "path")
        if value in ("toward_giver", "away_from_giver", "circle") or mark.low.endswith(
            ("spine", "other", "another")
        ):
            self.role = "object" if clause.head is not None else "topic"
        self.relation, self.part = None, None
        self.pending.clear()

    def _in_is_prep(self, nxt: Mark | None) -> bool:
        if nxt is None or nxt.low.endswith("ly"):
            return False
        if (
            nxt.cat in ("prep", "modal")
            and nxt.value in ("to", None)
            and nxt.low in ("to", "toward", "towards")
        ):
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
            "prep",
            "verb",
            "again",
            "fingers",
            "dir",
        )

    def _place_next(self, k: int) -> bool:
        while k < len(self.marks) and self.marks[k].cat in (*_MODIFIERS, "part", "tissue"):
            k += 1
        return k < len(self.marks) and self.marks[k].cat == "place"

    def _on_part(self, k: int, mark: Mark) -> None:
        nxt = self.marks[k + 1] if k + 1 < len(self.marks) else None
        if nxt is not None and nxt.cat == "prep" and nxt.value == "of":
            self.part = mark
        elif mark.low == "bottom" and self.owner == "theirs":
            self._place(Place.BUTTOCK, mark, plural=False)
        elif self.limb and mark.low in ("sides", "side"):
            clause = self.clause
            clause.part_only = True
        elif (mark.plural and mark.low == "sides") or (
            mark.low == "side" and nxt is None and self.role == "path"
        ):
            if self.role in ("path", "to") or (
                self.role == "object" and self.clause.technique in ("effleurage", "petrissage", "release")
            ):
                self._place(Place.FLANK, mark, plural=mark.plural)
            return
        else:
            self.clause.part_only = True
        self.clause.flesh = self.clause.flesh

    def _on_tissue(self, k: int, mark: Mark) -> None:
        clause = self.clause
        if mark.low.split()[-1] in (
            "muscle",
            "muscles",
            "flesh",
            "skin",
            "tissue",
            "tissues",
            "handful",
            "fat",
            "fold",
            "roll",
            "knot",
            "knots",
            "lump",
        ):
            clause.flesh = True
        nxt = self.marks[k + 1] if k + 1 < len(self.marks) else None
        self.part = mark if self.part is None else self.part
        if (
            nxt is not None
            and nxt.cat in ("prep", "dir", "side")
            and nxt.value in ("of", "at", "path", "above", "below", "in", "around")
        ):
            self.hold_role = self.role
        side = self._side_word() if any(m.cat == "side" for m in self.pending) else None
        if side:
            clause.side, clause.side_stated = clause.side or side, True
        self.pending.clear()

    hold_role: str | None = None

    def _side_word(self) -> str | None:
        for mark in self.pending:
            if mark.cat == "side" and mark.value in ("left", "right", "both", "one", "other"):
                return str(mark.value)
            if mark.cat == "num" and mark.low in ("two",):
                return "both"
        return None

    def _on_place(self, k: int, mark: Mark) -> None:
        clause = self.clause
        entry = mark.cats["place"]
        if "tool" in mark.cats and not self._theirs(mark, k):
            mark.take("tool")
            self._on_tool(k, mark)
            return
        if entry.get("foot_only") and not self.limb and "tool" in mark.cats:
            mark.take("tool")
            self._on_tool(k, mark)
            return
        if entry.value == "arm" and self._my_arm(clause, mark):
            self.pending.clear()
            return
        follows = self.marks[k + 1] if k + 1 < len(self.marks) else None
        bare = self.role in ("topic", "pre") or (self.role == "object" and clause.participle)
        if (
            follows is not None
            and follows.cat == "prep"
            and follows.low == "to"
            and (bare or self.after_comma)
        ):
            self.role = "from"
        elif self.after_comma and self.role == "with":
            self.role = "object"
        if (
            entry.value == "arm"
            and self.tool == "forearm"
            and mark.low in ("wrist", "elbow", "wrists", "elbows")
        ):
            self.pending.clear()
            return
        self._place(Place(entry.value), mark, plural=mark.plural and not entry.get("mass", False))

    def _my_arm(self, clause: Clause, mark: Mark) -> bool:
        """Whether "arm" is the giver's: the one at work, or one that is only crossed or straight."""
        if self.owner == "theirs" or mark.low not in ("arm", "arms"):
            return False
        slides = clause.lemma == "lift" or clause.technique in ("effleurage", "hold", "release")
        if (
            slides
            and self.tool == "forearm"
            and self.role == "object"
            and clause.act in ("move", "free", "go", "put")
        ):
            clause.tool, clause.tool_role = "forearm", "object"
            if clause.hands is None:
                clause.hands = "both" if mark.plural else "one"
            return True
        return self.owner == "mine" or self.role == "with" or clause.lemma == "cross"

    def _theirs(self, mark: Mark, k: int) -> bool:
        """Whether "hand", "thumb" or "heel" is the receiver's."""
        entry = mark.cats["place"]
        clause = self.clause
        if mark.low in ("heel", "heels") and self.owner != "mine":
            return self.role not in ("with", "pre", "topic") and clause.act != "make"
        acts = clause.head is not None and clause.act in ("move", "go", "put", "stay", "free", "work")
        if self.owner == "theirs" and self.role == "pre" and acts and self.limb not in ("hand", "arm"):
            clause.third = True
            return False
        reflexive = (
            clause.subject == "pron" and clause.has("she", "he") and self.role in ("with", "to", "object")
        )
        if reflexive and (self.owner == "theirs" or "her" in mark.inner or "his" in mark.inner):
            return False
        if self.owner == "mine" or any(w in ("your", "my", "our") for w in mark.inner):
            return False
        if self.owner == "theirs" or any(
            w in ("their", "her", "his", "'s", "partner", "client") for w in mark.inner
        ):
            return True
        if any(m.cat == "person" for m in self.pending):
            return True
        limb = entry.get("limb")
        if any(m.low in ("ten", "all", "10") for m in self.pending) or (
            clause.technique == "effleurage"
            and self.role == "object"
            and mark.low in ("fingers", "hands", "palms", "thumbs", "fingertips")
        ):
            return False
        kin = {
            "hand": ("hand", "arm"),
            "arm": ("arm", "hand"),
            "foot": ("foot", "leg"),
            "leg": ("leg", "foot"),
        }
        if self.limb is None or self.limb not in kin.get(limb or "", ()):
            return False
        if self.role == "with" or (
            self.marks[max(0, k - 2) : k]
            and any(m.low in ("using", "use") for m in self.marks[max(0, k - 3) : k])
        ):
            return False
        if mark.low.split()[-1] in ("thumbs", "fingertips", "hands", "palms") and self.role in (
            "pre",
            "topic",
        ):
            return False
        if self.role in ("path", "to", "from", "into", "off"):
            return True
        plural = mark.low.split()[-1] in ("thumbs", "hands", "palms", "fingertips", "forearms", "elbows")
        if self.role == "object" and not plural and clause.lemma in _HELD:
            return not any(m.low in ("one", "other") for m in self.pending)
        if mark.low in ("thumb", "thumbs", "both hands", "hands", "fingertips") and not any(
            m.low in ("each", "every") for m in self.pending
        ):
            return False
        if any(m.low in ("each", "every") for m in self.pending):
            return True
        if clause.act in ("move", "work") and self.role in ("object", "at"):
            return True
        if clause.act in ("put", "stay") and self.role == "at":
            return True
        if mark.low in ("hand",) and any(m.low in ("one", "other", "a") for m in self.pending):
            return False
        return mark.low.split()[0] in (
            "palm",
            "back",
            "wrist",
            "heel",
            "web",
            "ball",
            "base",
            "finger",
            "fingers",
        ) and self.role in ("object", "at")

    def _place(self, place: Place, mark: Mark, *, plural: bool) -> None:
        clause = self.clause
        role = self.role
        if self.hold_role and self.part is not None and role in ("at", "path"):
            role = self.hold_role if self.hold_role not in ("pre",) else role
        self.hold_role = None
        side = None
        words = [*self.pending]
        digit = bool(mark.cat == "place" and mark.get("digit"))
        plural = plural and not digit
        for word in () if digit else words:
            if word.cat == "side" and word.value in ("left", "right", "both", "one", "other"):
                side = str(word.value)
            elif word.low == "two" and plural:
                side = "both"
        for low in () if digit else mark.inner:
            side = side or {
                "left": "left",
                "right": "right",
                "both": "both",
                "each": "both",
                "either": "both",
                "other": "other",
                "far": "other",
                "near": "one",
                "two": "both",
                "opposite": "other",
            }.get(low)
        first = mark.low.split()[0]
        if first in ("left", "right") and mark.cat == "place":
            side = side or first
        elif first in ("near", "one", "far", "other") and mark.low.split()[1:2] == ["side"]:
            side = side or {"near": "one", "one": "one"}.get(first, "other")
        if mark.low.startswith(
            ("either side", "each side", "both side", "two side", "on either", "on each", "on both")
        ):
            side = side or "both"
        lead = mark.low.split()[0]
        at = self.marks.index(mark)
        near = at > 0 and self.marks[at - 1].cat == "prep"
        if lead in _LEADS and " " in mark.low and role in ("to", "from", "with") and not near:
            role = "at"
        if role == "at" and clause.tool_role == "with" and clause.head is not None and mark.i < clause.head.i:
            role = "with"
        relation = mark.get("relation") if mark.entry is not None and mark.cat == "place" else None
        if self.relation is not None:
            relation = self.relation.value
        elif self.part is not None and self.part.get("relation") not in (None, "at"):
            relation = self.part.get("relation")
        line = bool(mark.entry is not None and mark.entry.get("line"))
        reach = mark.get("reach") if mark.cat == "place" else None
        spot = Spot(place=place, relation=Relation(relation)) if relation else None
        if place == Place.SPINE and self.relation == Relation.BESIDE:
            place, spot = Place.SPINE_SIDES, None
            line = True
        kin = ("shoulder", "shoulder_top", "shoulder_blade")
        if (
            self.after_comma
            and side
            and clause.places
            and place.value in kin
            and clause.places[-1].place in kin
        ):
            clause.places[-1].side = clause.places[-1].side or side
            self.pending.clear()
            return
        ref = PlaceRef(place.value, role, plural, side, spot, mark, line=line, reach=reach)
        clause.places.append(ref)
        self.last_place = ref
        self.relation = None
        self.part = None
        self.pending.clear()
        self.owner = None

    def _on_tool(self, k: int, mark: Mark) -> None:
        clause = self.clause
        entry = mark.cats["tool"]
        if "place" in mark.cats and mark.cat == "tool" and self._theirs(mark, k):
            mark.take("place")
            self._place(Place(mark.value), mark, plural=mark.plural)
            return
        acting = self.role == "pre" and clause.head is not None and self.limb not in ("hand", "arm")
        if self.owner == "theirs" and not acting:
            self.pending.clear()
            return
        if acting and self.owner == "theirs":
            clause.third = True
        if (
            "off" in clause.directions
            and self.role in ("at", "path")
            and mark.low.rstrip("s") in ("elbow", "finger", "fingertip", "hand", "wrist")
        ):
            self._place(Place.ARM, mark, plural=mark.plural)
            return
        if (
            self.role in ("to", "off")
            and clause.tool is not None
            and mark.low in ("fingers", "fingertips", "elbow", "elbows", "wrist")
        ):
            if self.role == "off" or clause.directions:
                self._place(Place.ARM, mark, plural=mark.plural)
                return
        nxt = self.marks[k + 1] if k + 1 < len(self.marks) else None
        if nxt is not None and entry.value == "fingertips" and (nxt.cat == "fingers" or nxt.low in _SHAPES):
            if nxt.low == "together":
                clause.fingers = "together"
            self.pending.clear()
            return
        wide = bool(entry.get("wide"))
        hands, stated = self._hands(mark, entry.value)
        if hands == "one" and any(
            m.low in ("other", "second", "free", "opposite", "another") for m in self.pending
        ):
            clause.other_hand = True
        narrower = (
            clause.tool is None
            or (clause.tool_wide and not wide)
            or (entry.value == "grip" and clause.tool in ("thumb", "fingertips", "palm"))
        )
        if narrower and not (
            clause.tool is not None and not clause.tool_wide and self.role == "with" and entry.value != "grip"
        ):
            clause.tool, clause.tool_wide = entry.value, wide
            clause.tool_role = self.role
        if hands is not None and (clause.hands is None or (stated and not clause.hands_stated)):
            clause.hands, clause.hands_stated = hands, stated
        elif hands in ("both",) and clause.hands == "one" and not clause.hands_stated:
            clause.hands = hands
        self.pending.clear()
        self.owner = None
        self.part = None

    def _hands(self, mark: Mark, tool: str) -> tuple[str | None, bool]:
        """Which hands a tool's words say, and whether they say it or only their number does."""
        words = [m.low for m in self.pending if m.cat not in ("press", "tempo", "fingers")] + list(mark.inner)
        if mark.low.startswith("both"):
            return "both", True
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
        if any(w in ("each", "either", "every") for w in words):
            return "both", True
        if any(
            w in ("other", "one", "single", "second", "free", "opposite", "another", "working") for w in words
        ):
            return ("one", True)
        if any(m.cat == "num" and m.low in ("ten", "10") for m in self.pending):
            return "both", True
        if tool in ("fingertips", "knuckles"):
            return None, False
        if tool == "grip":
            return (
                ("both", False)
                if "thumbs" in mark.low or "hands" in mark.low
                else ("one", False)
                if mark.low.startswith(("your thumb", "thumb", "finger")) and "thumb" in mark.low
                else (None, False)
            )
        if mark.plural:
            return "both", False
        nxt = self.marks[self.marks.index(mark) + 1 :][:1]
        if (
            nxt
            and (nxt[0].cat == "motion" or (nxt[0].cat == "verb" and nxt[0].form in ("ing", "base")))
            and not words
        ):
            return None, False
        return "one", False

    def _on_side(self, k: int, mark: Mark) -> None:
        clause = self.clause
        if mark.low in ("each", "every") and self.limb in ("hand", "foot"):
            return
        j = k + 1
        while j < len(self.marks) and self.marks[j].cat in (
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
                self.marks[j].cat == "word"
                and j + 1 < len(self.marks)
                and self.marks[j + 1].cat not in ("tool", "place", "tissue")
            ):
                break
            j += 1
        nxt = self.marks[j] if j < len(self.marks) else None
        if nxt is not None and nxt.cat in ("tool", "place", "tissue") and not mark.low.endswith("side"):
            self.pending.append(mark)
            return
        if (
            nxt is not None
            and nxt.cat == "part"
            and mark.low in ("left", "right", "both", "each", "either", "other")
        ):
            self.pending.append(mark)
            return
        if mark.low in ("both", "each", "either", "every") and (
            nxt is None or nxt.cat in ("word", "times", "motion", "moment", "unit")
        ):
            if nxt is not None and nxt.cat in ("motion", "times", "moment", "unit", "word"):
                return
        if (
            mark.low == "other"
            and nxt is not None
            and nxt is clause.head
            and nxt.form == "s"
            and not clause.hands_stated
        ):
            clause.hands, clause.hands_stated, clause.other_hand = "one", True, True
            clause.subject = "hands"
            return
        if (
            mark.low in ("left", "right", "left one", "right one")
            and nxt is not None
            and nxt is clause.head
            and nxt.form == "s"
            and not clause.hands_stated
        ):
            clause.hands, clause.hands_stated = str(mark.value), True
            clause.tool, clause.tool_wide = clause.tool or "palm", True
            clause.subject = "hands"
            return
        before = next((m for m in reversed(self.marks[:k]) if m.cat not in ("det", "mine", "filler")), None)
        bare = (
            mark.low == "other" and before is not None and not (before.cat == "prep" or before.cat == "comma")
        )
        if bare and len(self.marks) > 2:
            return
        if (
            mark.low in ("other", "right", "left", "one")
            and self.role == "with"
            and clause.hands is None
            and not self.after_comma
        ):
            clause.hands, clause.hands_stated = (mark.low if mark.low in ("left", "right") else "one"), True
            clause.other_hand = mark.low == "other"
            clause.tool = clause.tool or None
            clause.tool_role = "with"
            return
        if (
            mark.low == "other"
            and self.role == "to"
            and clause.places
            and any(m.low == "to" for m in self.marks[max(0, k - 2) : k])
            and (nxt is None or nxt.cat in ("prep", "conj", "word", "comma"))
        ):
            last = clause.places[-1]
            clause.places.append(
                PlaceRef(last.place, "to", last.plural, None, None, last.mark, reach=last.reach)
            )
            return
        if mark.value == "middle":
            clause.side, clause.side_stated = "middle", True
            return
        if clause.side is None or not clause.side_stated:
            clause.side, clause.side_stated = str(mark.value), True
        self.pending.clear()

    def _on_hands(self, k: int, mark: Mark) -> None:
        clause = self.clause
        nxt = self.marks[k + 1] if k + 1 < len(self.marks) else None
        if clause.hands_stated and clause.hands in ("left", "right"):
            return
        clause.hands, clause.hands_stated = str(mark.value), True
        if mark.value == "one":
            clause.other_hand = True
        if nxt is None or nxt.cat != "tool":
            words = mark.low.split()
            if clause.tool is None and any(w.startswith("hand") for w in words):
                clause.tool, clause.tool_wide = "palm", True
            elif clause.tool is None and any(w.startswith("thumb") for w in words):
                clause.tool, clause.tool_wide = "thumb", False

    def _on_press(self, k: int, mark: Mark) -> None:
        clause = self.clause
        nxt = self.marks[k + 1] if k + 1 < len(self.marks) else None
        if (
            mark.low in ("soft", "tender")
            and nxt is not None
            and nxt.cat in ("tool", "tissue", "topic", "part")
        ):
            self.pending.append(mark)
            return
        grown = clause.lemma in ("get", "become", "grow")
        if clause.pressure is None and not grown:
            clause.pressure = str(mark.value)
        if mark.low in ("deeper", "firmer", "harder", "more pressure", "heavier", "stronger"):
            clause.growing = "growing"
        elif mark.low in ("lighter", "softer", "gentler"):
            clause.growing = "easing"
        self.pending.append(mark)

    def _on_tempo(self, k: int, mark: Mark) -> None:
        self.clause.tempo = self.clause.tempo or str(mark.value)
        self.pending.append(mark)

    def _on_gradual(self, k: int, mark: Mark) -> None:
        self.clause.gradual = True

    def _on_fingers(self, k: int, mark: Mark) -> None:
        if self.clause.fingers is None:
            self.clause.fingers = str(mark.value)
        self.pending.append(mark)

    def _on_comma(self, k: int, mark: Mark) -> None:
        self.after_comma = True
        self.part = None
        self.pending.clear()

    def _on_freq(self, k: int, mark: Mark) -> None:
        self._count(int(mark.value))

    def _on_open(self, k: int, mark: Mark) -> None:
        self.clause.open_ended = True

    def _on_moment(self, k: int, mark: Mark) -> None:
        self.clause.moment = True

    def _on_distance(self, k: int, mark: Mark) -> None:
        self.clause.distance = True

    def _on_further(self, k: int, mark: Mark) -> None:
        self.clause.further = True
        word = mark.low.split()[-1]
        extra = {"higher": "up", "lower": "down"}.get(word, word if word in _TRAVEL_DIRS else None)
        if extra and extra not in self.clause.directions:
            self.clause.directions.append(extra)

    def _on_back(self, k: int, mark: Mark) -> None:
        self.clause.back = True
        nxt = self.marks[k + 1] if k + 1 < len(self.marks) else None
        if nxt is not None and nxt.cat == "prep":
            return
        self.role = self.role if self.role != "pre" else "object"

    def _on_again(self, k: int, mark: Mark) -> None:
        self.clause.again = True

    def _on_motion(self, k: int, mark: Mark) -> None:
        clause = self.clause
        clause.motion_noun = True
        entry = mark.entry
        if entry is None:
            return
        technique = entry.value if entry.cat == "verb" else entry.get("technique")
        direction = entry.get("direction")
        if entry.cat == "verb" and entry.lemma == "circle":
            direction = "circle"
        if direction and direction not in clause.directions:
            clause.directions.append(direction)
        if technique and (
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
        ):
            if not (
                direction == "circle"
                and clause.technique in ("compression", "stretch", "petrissage", "tapotement", "vibration")
            ):
                clause.technique = technique
        self.pending.clear()
        if self.role == "object":
            self.role = "object"

    def _on_pron(self, k: int, mark: Mark) -> None:
        clause = self.clause
        clause.there = clause.there or mark.low == "there"
        if mark.low in ("it", "them", "there", "they", "this", "these", "one", "that", "those"):
            self.clause.pronoun = True
        if mark.low in ("it", "them"):
            self.role = (
                "object" if self.clause.head is not None and mark.i > self.clause.head.i else self.role
            )
        self.pending.clear()

    def _on_person(self, k: int, mark: Mark) -> None:
        self.clause.person = True
        self.owner = "theirs"

    def _on_origin(self, k: int, mark: Mark) -> None:
        self.clause.places.append(PlaceRef("origin", "to", False, None, None, mark))
        self.pending.clear()

    def _on_topic(self, k: int, mark: Mark) -> None:
        self.pending.clear()

    def _on_caution(self, k: int, mark: Mark) -> None:
        self.clause.caution = self.clause.caution or mark

    def _leftover(self) -> None:
        """Side words that no noun took: "with the other", "then the left"."""
        clause = self.clause
        for mark in self.pending:
            if mark.cat == "side" and clause.side is None and mark.low not in ("each", "every"):
                clause.side, clause.side_stated = str(mark.value), True
        if clause.head is not None and clause.lemma == "circle" and "circle" not in clause.directions:
            at = 0
            clause.directions.insert(at, "circle")
        lows = " ".join(m.low for m in self.marks)
        if (
            clause.lemma.endswith((" off", " away"))
            and clause.technique == "release"
            and "off" not in clause.directions
            and clause.lemma.startswith(("lift", "take", "come"))
        ):
            clause.directions.append("off")
        if clause.lemma == "return":
            clause.back = True
        if self.clause.act == "again" and "to" not in [p.role for p in clause.places if p.place == "origin"]:
            clause.places = [p for p in clause.places if p.place != "origin"]
        clause.together = any(
            w in lows for w in ("side by side", "hands together", "together as one", "both together")
        )
        if clause.together and clause.hands == "both":
            clause.hands_stated = True
        clause.passes = any(
            m.low in ("pass", "passes", "passing", "cross", "crossing") for m in self.marks
        ) and ("each other" in lows or "one another" in lows)
        clause.crossed = "crossed" in lows
        if (
            "over the left" in lows
            and ("right arm" in lows or "right hand" in lows or "right" in lows)
            and "cross" in lows
        ):
            clause.upper_hand = "right"
        elif "over the right" in lows and "cross" in lows:
            clause.upper_hand = "left"
