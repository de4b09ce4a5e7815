"""Clasping: the giver's second hand takes hold of the one that works, and no one else's arm."""

from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.reading._words.mark import Mark

_TAKING = frozenset(
    [
        *("hold", "hold on to", "hang on to", "grasp", "grip", "clasp", "take", "take hold", "take hold of"),
        *("get hold of", "catch", "catch hold of", "grab", "grab hold of", "seize", "clutch", "steady"),
        *("support", "brace", "cup", "wrap", "close", "encircle", "rest", "lay", "put", "place", "anchor"),
        *("stabilise", "stabilize", "hook", "curl", "back", "guide", "fold", "keep", "secure", "let"),
    ]
)
_LAYING = ("rest", "lay", "put", "place", "let", "fold", "keep")
"""A hand may be laid like this on the receiver's wrist as well."""
_DOUBLING = ("support", "brace", "back", "cup", "guide", "anchor", "stabilise", "stabilize", "secure")
"""A hand that does this to the other hand lies on it, and both work as one."""
_TAKEN = ("wrist", "hand", "arm", "forearm", "fist", "wrists", "one")
_ARMS = ("forearm", "elbow", "fist", "knuckles")
"""Tools that leave their own wrist free to be held."""
_OTHER = frozenset({"other", "free", "second", "spare", "idle", "opposite", "remaining"})
_WORKING = frozenset({"working", "first", "massaging", "sliding", "active", "gliding"})
_AT_WORK = frozenset({"working", "active"})
_FAR = frozenset({"hers", "his", "her", "their", "theirs", "partner", "client", "patient", "receiver"})


def take_clasp(clause: Clause, parts: list[Clause], state: State, tool: str | None) -> None:
    """As in "Hold that wrist with your other hand": the working arm is steadied, and nobody is held.

    Args:
        clause: The clause, its parts filled in; what it names of the receiver goes if it is a clasp.
        parts: The sentence's clauses.
        state: The context; where arms or hands are massaged, the wrist is somebody else's.
        tool: The tool at work before this sentence.
    """
    if clause.neg is not None or clause.lemma not in _TAKING:
        return
    at = parts.index(clause)
    aim, told = parts[at - 1] if at else None, parts[at + 1] if at + 1 < len(parts) else None
    if aim is not None and _reaches(aim, clause):
        tool = next((c.tool for c in reversed(parts[: at - 1]) if c.tool), state.tool)
    elif aim is not None and not (clause.participle and aim.marks[-1].low == "by"):
        aim = None
    if told is not None and not (told.sub == "why" and told.marks[0].low in _RELATIVE):
        told = None
    # As in "support the hand by clasping it in the other", "round the hand | that does the work".
    marks = [*(aim.marks if aim else ()), *clause.marks, *(told.marks if told else ())]
    if not _by_other_hand(marks if clause.marks[-1].low != "other" else clause.marks, clause.hands):
        return
    taken = [n for n, m in enumerate(marks) if m.base in _TAKEN and _is_taken(marks, n, state)]
    if tool not in _ARMS:
        # As in "Support the working hand with your other one while you lay the forearm down".
        behind = (m for c in parts[at + 1 :] for m in c.marks)
        tool = next((m.value for m in behind if m.cat == "tool" and m.value in _ARMS), tool)
    laid = tool in _ARMS and _laid_elsewhere(parts[:at], state)
    owned = any(_is_own(marks, n, state, tool, laid=laid) for n in taken)
    wrist = any(marks[n].base == "wrist" for n in taken)
    massaged = (state.limb in ("hand", "arm") and not laid) or state.place == "arm"
    bare = wrist or any(marks[n].low == "hand" and n and marks[n - 1].low == "the" for n in taken)
    free = tool in _ARMS and bare and clause.lemma not in _LAYING and not massaged
    it = tool in _ARMS and clause.has("it") and clause.lemma not in _LAYING and not massaged
    if not (it or (taken and (owned or free))) or _is_theirs(
        [p for c in (clause, aim) if c for p in c.places], marks, taken
    ):
        return
    doubled = clause.lemma in _DOUBLING and tool not in _ARMS
    if not (wrist or it) and (doubled or clause.lemma in _LAYING):
        return
    for part in (clause, aim):
        if part is not None:
            part.clasps = True
            part.places, part.directions = [], []
            part.tool, part.tool_role, part.hands, part.hands_stated = None, "", None, False
            part.side, part.side_stated = None, False


def _reaches(aim: Clause, clause: Clause) -> bool:
    """As in "Reach over with your free hand and clasp the hand that works".

    And as in "use the other hand to clasp and support it".
    """
    led = aim.lemma.partition(" ")[0] in ("reach", "come", "bring") or aim.lemma in _TAKING
    led = led and _by_other_hand(aim.marks, None)
    return led and clause.link == "weak" and not aim.places


_RELATIVE = ("that", "which")


def _by_other_hand(marks: list[Mark], working: str | None) -> bool:
    """Whether one hand does something that is not the one at work."""
    hands = [n for n, m in enumerate(marks) if m.low.split()[-1] in {"hand", "palm", "one"}]
    named = working in ("left", "right") and len(hands) + any(m.base == "wrist" for m in marks) > 1
    return (
        named
        or marks[-1].low in ("other", "left", "right")
        or any(m.low == "other" and _stands_alone(marks, n) for n, m in enumerate(marks))
        or any(_led_by(marks, n, _OTHER) for n in hands)
    )


def _stands_alone(marks: list[Mark], n: int) -> bool:
    """As in "hold it with the other for support" and "wrap the other around it": a hand, and no side."""
    lead, behind = _lead(marks, n), marks[n + 1] if n + 1 < len(marks) else None
    led = lead is not None and (lead.cat == "verb" or lead.low in ("with", "in", "by", "using"))
    return led and (behind is None or behind.cat in ("prep", "dir", "conj", "comma", "sub"))


def _is_taken(marks: list[Mark], n: int, state: State) -> bool:
    """Whether a wrist or arm is what is held, and not what holds it."""
    if _led_by(marks, n, _OTHER) or " of " in marks[n].low:
        return False
    if marks[n].low == "one" and not (n and marks[n - 1].low in _WORKING):
        # As in "clasping the working one": a hand, and no number.
        return False
    lead = _lead(marks, n)
    with_it = lead is not None and lead.low in ("with", "using", "by", "in")
    return not with_it and not (state.hands is None and marks[n].low in ("hand", "arm") and n == 0)


def _laid_elsewhere(before: list[Clause], state: State) -> bool:
    """As in "Lay your forearm beside the spine, and clasp its wrist": it is no arm that is massaged."""
    return any(
        place not in (None, "arm") for place in (state.place, *(p.place for c in before for p in c.places))
    )


def _is_own(marks: list[Mark], n: int, state: State, tool: str | None, *, laid: bool) -> bool:
    """As in "your wrist", "that wrist", "the working hand": the giver's own by its words."""
    words = [*(m.low for m in marks[max(0, n - 3) : n]), *marks[n].inner, *marks[n].low.split()[:-1]]
    if _WORKING & set(words) or marks[n].low.startswith(tuple(_WORKING)):
        return True
    if (state.limb in ("hand", "arm") and not laid) or state.place == "arm":
        return False
    if state.hands in ("left", "right") and state.hands in words and tool in _ARMS:
        return True
    pointed = not {"that", "this", "its"}.isdisjoint(words) and tool in _ARMS
    # As in "the hand of the arm that's working": where an arm is at work, it is that one.
    behind = _behind(marks, n)
    pointed = pointed or (tool in _ARMS and behind[:3] in _OF_ARM)
    # As in "the hand that is working".
    pointed = pointed or (tool in _ARMS and behind[:1] in _TOLD and not _WORK.isdisjoint(behind))
    return pointed or (tool is not None and bool({"your", "my"} & set(words)))


_TOLD = [[word] for word in _RELATIVE]
_WORK = frozenset({"work", "working", "slide", "glide", "massage", "stroke"})
_OF_ARM = [["of", led, arm] for led in ("the", "that", "this", "your", "my") for arm in ("arm", "forearm")]


def speak_of_arm(clause: Clause, tool: str | None) -> bool:
    """As in "The hand of that arm may shake", "to keep the working hand steady": the arm at work itself.

    Args:
        clause: The clause, whose tool and place go where they are the arm's own.
        tool: The tool at work before this clause.
    """
    if tool not in _ARMS or not any(
        m.base == "hand" and (_behind(clause.marks, n)[:3] in _OF_ARM or _led_by(clause.marks, n, _AT_WORK))
        for n, m in enumerate(clause.marks)
    ):
        return False
    clause.places = [p for p in clause.places if p.place != "arm"]
    clause.tool, clause.tool_role, clause.hands, clause.hands_stated = None, "", None, False
    return True


def _behind(marks: list[Mark], n: int) -> list[str]:
    """What stands behind a word, in base forms; "belonging to" is "of"."""
    return ["of" if m.value == "of" else m.base for m in marks[n + 1 : n + 5]]


def _is_theirs(places: list[PlaceRef], marks: list[Mark], taken: list[int]) -> bool:
    """As in "hold the wrist of your partner": said to be the receiver's, or more is held besides."""
    others = [p for p in places if p.place != "arm"]
    told = any(m.low in _FAR or m.cat in ("theirs", "person") for m in marks)
    return bool(others) or told or any(marks[n].plural for n in taken)


def _led_by(marks: list[Mark], n: int, words: frozenset[str]) -> bool:
    """Whether one of these words stands before a noun, or in it."""
    near = [m.low for m in marks[max(0, n - 2) : n]]
    return bool(words & {*near, *marks[n].inner, *marks[n].low.split()})


def _lead(marks: list[Mark], n: int) -> Mark | None:
    """The word before a noun's articles and adjectives."""
    return next(
        (m for m in reversed(marks[:n]) if m.cat not in ("det", "mine", "side", "word", "poss")), None
    )
