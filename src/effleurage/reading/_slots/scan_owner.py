"""Whose hand, thumb, heel or arm it is: the giver's or the receiver's."""

from effleurage.reading._slots.scan import Scan
from effleurage.reading._slots.scan_ways import MODIFIERS
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.mark import Mark

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


_TRADES = (
    *("operator", "carer", "attendant", "massager", "therapist", "masseur", "masseuse"),
    *("practitioner", "giver", "demonstrator", "instructor"),
)


def names_giver(clause: Clause) -> bool:
    """Whether a clause's subject is the giver by trade: "your therapist will place"."""
    return clause.subject == "you" and clause.has(*_TRADES)


def is_reflexive(scan: Scan) -> bool:
    """As in "she lays her forearm on it": the one who acts is the one whose arm it is."""
    clause = scan.clause
    acts = (clause.subject == "pron" and clause.has("she", "he", "they")) or names_giver(clause)
    if acts and scan.owner == "theirs" and scan.role == "at":
        return any(m.low == "between" for m in scan.marks)
    return acts and scan.owner == "theirs" and scan.role in ("with", "object")


def is_givers_arm(scan: Scan, clause: Clause, mark: Mark) -> bool:
    """Whether "arm" is the giver's: the one at work, or one that is only crossed or straight."""
    if (scan.owner == "theirs" and not is_reflexive(scan)) or mark.low not in ("arm", "arms"):
        return False
    hand = next((m.low for m in scan.pending if m.low in ("left", "right")), None)
    if hand is not None and scan.role == "with" and scan.owner == "mine" and clause.hands is None:
        clause.hands, clause.hands_stated = hand, True
    raised = scan.role == "object" or (scan.role == "pre" and clause.passive)
    if clause.lemma == "raise" and scan.tool == "forearm" and raised:
        _leave_skin(clause)
    leaves = any(m.cat == "dir" and m.value == "off" for m in scan.marks)
    slides = clause.lemma == "lift" or leaves or clause.technique in ("effleurage", "hold", "release")
    comes_off = scan.role == "pre" and clause.technique == "release" and clause.subject == "thing"
    if comes_off and scan.tool == "forearm":
        # As in "The arm comes off gently.".
        clause.subject = "hands"
    if (
        slides
        and scan.tool == "forearm"
        and (raised or comes_off)
        and clause.act in ("move", "free", "go", "put")
    ):
        clause.tool, clause.tool_role = "forearm", "object"
        if clause.hands is None:
            clause.hands = "both" if mark.plural else "one"
        return True
    lain = clause.act in ("pose", "state") and (clause.person or clause.subject == "receiver")
    return scan.owner == "mine" or (scan.role == "with" and not lain) or clause.lemma == "cross"


_JOINTS = frozenset(["finger", "fingertip", "elbow", "wrist", "knuckle"])


def ends_on_limb(scan: Scan, mark: Mark) -> bool:
    """As in "down to the elbows", "off the fingertips": a stroke's end is the receiver's, not a tool."""
    at = scan.marks.index(mark)
    listed = at > 0 and scan.marks[at - 1].cat in ("comma", "place")
    if listed and scan.role == "to" and mark.low.rstrip("s") in ("finger", "fingertip", "knuckle"):
        return False
    if scan.clause.head is None and is_back_to(scan.marks[:at]):
        return False
    if scan.owner == "mine" or mark.low.rstrip("s") not in _JOINTS:
        whole = mark.low in ("hand", "hands") and scan.role == "to" and scan.owner != "mine"
        return (
            whole
            and (not scan.after_comma or any(p.place == "arm" for p in scan.clause.places))
            and bool(scan.clause.directions or scan.clause.places)
            and not scan.pending[1:]
        )
    if scan.role == "off":
        return scan.clause.tool is not None
    along = any(p.place == "arm" for p in scan.clause.places)
    return scan.role == "to" and (along or (scan.clause.tool or scan.tool) != "forearm")


def is_back_to(ahead: list[Mark]) -> bool:
    """As in "then back to the fingertips": the tool that worked before takes over again."""
    rest = [m for m in ahead if m.cat not in ("det", "mine", "filler", "adv", "conj")]
    return len(rest) == 2 and rest[0].cat == "back" and rest[1].low == "to"


def is_held(scan: Scan, k: int, mark: Mark) -> bool:
    """As in "take an elbow in each hand": what a hand holds is the receiver's."""
    if scan.role != "object" or scan.owner == "mine":
        return False
    behind = scan.marks[k + 1 : k + 5]
    if not behind or behind[0].low not in ("in", "between", "with", "on"):
        return False
    hand = next((m for m in behind[1:] if m.cat not in ("det", "mine", "side", "num", "poss")), None)
    if hand is None:
        return False
    owned = any(m.cat == "mine" for m in behind[1:])
    if behind[0].low == "between":
        return (
            owned and hand.low in ("hands", "palms", "two hands") and mark.low in ("hand", "wrist", "elbow")
        )
    return hand.low.split()[-1] in ("hand", "hands") and behind[0].low == "in"


_CARRIED = frozenset(
    [
        *("knee", "knees", "elbow", "elbows", "wrist", "wrists", "back", "shoulders", "hips", "arm", "arms"),
        *("leg", "legs", "spine", "neck", "chest", "head", "feet", "foot", "jaw", "chin", "thighs"),
    ]
)
_BEARING = frozenset(
    {
        *(
            "bend",
            "straighten",
            "keep",
            "drop",
            "relax",
            "lock",
            "unlock",
            "soften",
            "square",
            "tuck",
            "lower",
        ),
        *("round", "loosen", "shift", "plant", "spread", "let", "hold", "flex", "shake out", "roll"),
    }
)


def is_bearing(scan: Scan, mark: Mark) -> bool:
    """As in "bend your knees" and "keep your arms straight": how the giver stands, in the giver's voice."""
    lemma = scan.clause.lemma
    if scan.role != "object" or lemma not in _BEARING or mark.low not in _CARRIED:
        return False
    if lemma == "let" and any(m.low in ("rest", "lie", "settle", "sink", "slide") for m in scan.marks):
        return False
    return scan.owner == "mine" or any(w in ("your", "my") for w in mark.inner)


def is_own(scan: Scan, mark: Mark) -> bool:
    """Whether a place is the giver's own ("from your own hips"), or only hairs that are brushed."""
    if mark.low.endswith("hairs"):
        return True
    return (scan.owner == "mine" and any(m.low == "own" for m in scan.pending)) or "own" in mark.inner


POSTURE = frozenset(
    [
        *("straighten", "bend", "flex", "lock", "unlock", "unbend", "soften", "relax", "loosen", "drop"),
        *("lower", "roll", "tuck", "round", "square", "tighten", "unclench", "shake", "keep"),
    ]
)
"""What givers do to their own bodies: "bend your knees", "loosen your wrists"."""


def is_posture(scan: Scan, mark: Mark) -> bool:
    """As in "bend your knees": a part of the giver's own body that no hand works with."""
    return (
        scan.owner == "mine"
        and scan.role == "object"
        and scan.clause.lemma in POSTURE
        and "tool" not in mark.cats
    )


def is_lowered(scan: Scan, k: int) -> bool:
    """As in "lower your elbow into the buttock": what is let down onto somebody works there."""
    behind = scan.marks[k + 1 : k + 2]
    return (
        scan.clause.lemma in ("lower", "drop")
        and bool(behind)
        and behind[0].low in ("into", "onto", "on", "to")
    )


def _is_worked(scan: Scan, mark: Mark, k: int) -> bool:
    """As in "knead the forearm with both thumbs": what another tool works on is the receiver's."""
    acted_on = scan.role == "object" or (scan.role == "pre" and scan.clause.passive)
    if not acted_on or scan.after_comma:
        return False
    opened = scan.clause.lemma in ("open", "spread", "separate") or scan.clause.lemma.endswith("hold of")
    if not opened and scan.clause.act not in ("move", "work"):
        return False
    if scan.clause.technique == "petrissage" and mark.cats["place"].get("limb") == "arm":
        return True
    other = scan.clause.other_hand and scan.clause.tool in (None, "palm") and scan.owner != "mine"
    if other and scan.clause.act == "move" and scan.clause.technique != "effleurage":
        return True
    behind = scan.marks[k + 1 : k + 7]
    each = any(m.low in ("each", "every") for m in scan.pending) or "each" in mark.inner
    onward = any(m.cat in ("dir", "prep") and m.low != "from" for m in behind[:1])
    if each and mark.cats["place"].get("digit") and not onward:
        return True
    at = next((n for n, m in enumerate(behind) if m.low.startswith(_BY)), None)
    if at is None or any(m.cat in ("dir", "comma", "conj") for m in behind[:at]):
        return False
    tool = next((m.cats["tool"].value for m in behind[at:] if "tool" in m.cats), None)
    return tool is not None and tool != mark.cats["tool"].value


_BY = ("with", "using", "between")


def _is_grasped_by(scan: Scan, mark: Mark, k: int) -> bool:
    """As in "hold the arm out by the elbow": by what a limb is held is a part of it."""
    if not scan.clause.has("by"):
        return False
    by = next((m for m in reversed(scan.marks[:k]) if m.cat not in {"det", "theirs", "side"}), None)
    limb = any(p.place in ("arm", "leg", "head") and p.role == "object" for p in scan.clause.places)
    pointed = scan.clause.pronoun or limb
    return by is not None and by.low == "by" and pointed and scan.owner != "mine" and not mark.plural


_BENT = ("elbow", "elbows", "wrist", "wrists", "forearm")
"""Parts of an arm at which a stroke may begin, or round which it may go."""


def _is_circled(scan: Scan) -> bool:
    """As in "circle the elbow": what is gone round, by hands that are at work already."""
    return (
        scan.role == "object"
        and scan.clause.lemma == "circle"
        and scan.tool not in (None, "elbow", "forearm")
    )


def _is_done_again(clause: Clause) -> bool:
    """As in "the same on the right forearm": on what something is done again is the receiver's."""
    return clause.act == "again" or clause.holds("again")


def _leave_skin(clause: Clause) -> None:
    """As in "raise the arm", which is the one at work: it leaves the skin."""
    clause.act, clause.technique = "free", "release"
    clause.directions = list(dict.fromkeys([*clause.directions, "off"]))


def _acts_itself(scan: Scan, k: int) -> bool:
    """As in "Up the sides of the spine the hands slide": behind the way that stands first, who goes it."""
    head = scan.clause.head
    if head is None or scan.clause.subject != "hands" or scan.owner == "theirs":
        return False
    behind = next((m for m in scan.marks[k + 1 :] if m.cat not in ("filler", "adv", "tempo")), None)
    return behind is head


_LIFTING = frozenset({"lift", "raise", "take", "lift off", "lift away", "take off", "take away", "ease"})


def is_receivers(scan: Scan, mark: Mark, k: int) -> bool:
    """Whether "hand", "thumb" or "heel" is the receiver's."""
    entry = mark.cats["place"]
    clause = scan.clause
    if mark.low == "forearm" == scan.tool and scan.role == "object" and clause.lemma in _LIFTING:
        # As in "lift the forearm off", behind the glide of the giver's.
        if clause.lemma == "raise" and scan.owner != "theirs":
            _leave_skin(clause)
        return scan.owner == "theirs"
    if _is_grasped_by(scan, mark, k):
        return True
    if clause.sub == "until" and scan.role in ("at", "to", "object") and scan.owner != "mine":
        return mark.low in _BENT or clause.lemma in ("reach", "meet", "come", "get")
    if mark.low.startswith("between") and clause.places:
        return False
    again = scan.role == "at" and scan.owner != "mine" and entry.get("limb") == "arm"
    if again and mark.low in ("forearm", "elbow", "wrist", "hand") and _is_done_again(clause):
        return not any(m.low in ("one", "other") for m in scan.pending)
    shaped = bool(scan.marks[k + 1 : k + 2]) and scan.marks[k + 1].cat == "fingers"
    if shaped and mark.low in ("palms", "hands") and scan.owner != "theirs":
        return False
    listed = clause.technique == "petrissage" and scan.role == "object" and scan.owner != "mine"
    if listed and any(p.place == "arm" and p.role == "object" for p in clause.places):
        return True
    if clause.lemma in ("pull", "tug") and scan.owner != "mine" and entry.get("digit") and mark.plural:
        behind = scan.marks[k + 1 :]
        if scan.role == "object" and not any(m.cat in ("dir", "prep", "back") for m in behind):
            return True
    holding = clause.act == "stay" and any(p.place == "arm" and p.role == "object" for p in clause.places)
    if holding and scan.role == "at" and scan.owner != "theirs":
        return False
    led = next((m for m in reversed(scan.marks[:k]) if m.cat not in MODIFIERS), None)
    passed = led is not None and (
        led.low in {"past", "beyond", "over", "round", "around"} or led.cat == "dir"
    )
    if led is not None and led.cat == "place" and _acts_itself(scan, k):
        return False
    if (
        scan.role == "path"
        and not (clause.act == "put" and not clause.tool and not clause.places)
        and (not scan.after_comma or (passed and mark.low in _BENT))
        and scan.owner != "mine"
        and "your" not in mark.inner
        and entry.get("limb")
    ):
        return True
    along = scan.role in ("from", "to") and any(p.place == "arm" for p in clause.places)
    if along and scan.owner != "mine" and mark.low in ("elbow", "elbows", "wrist", "forearm"):
        return True
    if scan.owner != "mine" and mark.low in _BENT and (scan.role == "from" or _is_circled(scan)):
        return True
    if mark.low in ("heel", "heels") and scan.owner != "mine":
        if [m.low for m in scan.marks[k + 1 : k + 2]] == ["to"] and scan.role in ("topic", "object"):
            return True
        return scan.role not in ("with", "pre", "topic") and clause.act != "make"
    acts = clause.head is not None and clause.act in {"move", "go", "put", "stay", "free", "work"}
    if scan.owner == "theirs" and scan.role == "pre" and acts and scan.limb not in ("hand", "arm"):
        clause.third = True
        return False
    if is_reflexive(scan) or (k and scan.marks[k - 1].low == "working"):
        return False
    put = clause.act == "put" and scan.role == "path" and not (clause.tool or clause.places)
    given = put or scan.role in ("with", "to", "object")
    reflexive = clause.subject == "pron" and clause.has("she", "he") and given
    if reflexive and (scan.owner == "theirs" or "her" in mark.inner or "his" in mark.inner):
        return False
    if scan.owner == "mine" or any(w in ("your", "my", "our") for w in mark.inner):
        return False
    cupped = clause.lemma in {"cup", "cradle", "support", "encircle", "grasp", "shake", "rotate"}
    if (
        cupped
        and scan.role == "object"
        and mark.low in ("elbow", "forearm", "heel", "wrist", "elbows", "heels")
    ):
        return True
    if scan.owner == "theirs" or any(
        w in ("their", "her", "his", "'s", "partner", "client") for w in mark.inner
    ):
        return True
    if any(m.cat == "person" for m in scan.pending) or _is_worked(scan, mark, k):
        return True
    limb = entry.get("limb")
    if any(m.low in ("ten", "all", "10") for m in scan.pending) or (
        clause.technique == "effleurage"
        and scan.role == "object"
        and mark.low in ("fingers", "hands", "palms", "thumbs", "fingertips")
    ):
        return False
    kin = {
        "hand": ("hand", "arm"),
        "arm": ("arm", "hand"),
        "foot": ("foot", "leg"),
        "leg": ("leg", "foot"),
    }
    if scan.limb is None or scan.limb not in kin.get(limb or "", ()):
        return False
    if scan.role == "with" or (
        scan.marks[max(0, k - 2) : k]
        and any(m.low in ("using", "use") for m in scan.marks[max(0, k - 3) : k])
    ):
        return False
    if mark.low.split()[-1] in ("thumbs", "fingertips", "hands", "palms") and scan.role in (
        "pre",
        "topic",
    ):
        return False
    if scan.role in ("path", "to", "from", "into", "off"):
        return True
    plural = mark.low.split()[-1] in ("thumbs", "hands", "palms", "fingertips", "forearms", "elbows")
    if scan.role == "object" and not plural and clause.lemma in _HELD:
        return not any(m.low in ("one", "other") for m in scan.pending)
    if mark.low in ("thumb", "thumbs", "both hands", "hands", "fingertips") and not any(
        m.low in ("each", "every") for m in scan.pending
    ):
        return False
    if any(m.low in ("each", "every") for m in scan.pending):
        return True
    if clause.act in ("move", "work") and scan.role in ("object", "at"):
        return True
    if clause.act in ("put", "stay") and scan.role == "at":
        return True
    if mark.low in ("hand",) and any(m.low in ("one", "other", "a") for m in scan.pending):
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
    ) and scan.role in ("object", "at")
