"""Phrases about the hand itself: a grip told by its two jaws, and which way fingers or palms look.

They stand among the words that say where a stroke goes ("thumb on one side, fingers on the other",
"fingers toward the head"), and would be taken for sides and ends of the stroke.
"""

from effleurage.reading._words.fuse_hands import (
    BORDERS,
    elliptic,
    handed_on,
    part,
    side_names,
    stack,
    swaps,
    turns,
)
from effleurage.reading._words.in_turn import sides_in_turn
from effleurage.reading._words.lead import announced
from effleurage.reading._words.lexicon import Lexicon
from effleurage.reading._words.mark import Mark, is_index
from effleurage.reading._words.relay import kept_going, met, relayed

_JAWS = ("thumb", "fingertips")


_AROUND = frozenset(
    {"prep", "dir", "side", "part", "det", "mine", "num", "filler", "adv", "pron", "press", "hands", "back"}
)


_OPPOSED = frozenset(
    [
        *("behind", "underneath", "under", "beneath", "below", "above", "front", "top", "back"),
        *("opposite", "against", "facing", "side", "other"),
    ]
)


_LOOKERS = frozenset(
    [
        *("toward", "towards", "to", "pointing", "facing", "directed", "turned", "turning", "pointed"),
        *("aimed", "aiming", "looking", "heading", "headed", "trained", "lined up with", "in line with"),
    ]
)


_AT = ("at", "for")
"""Behind a word of looking: "fingers aimed at the head"."""


_SLACK = frozenset(
    [
        "floppy",
        "loose",
        "relaxed",
        "soft",
        "slack",
        "straight",
        "bent",
        "still",
        "locked",
        "level",
        "heavy",
        "limp",
    ]
)


_JOINTS = frozenset({"wrists", "wrist", "elbows", "arms", "shoulders"})


_POINTED = ("fingertips", "thumb", "palm")


_NARROW = ("fingertips", "thumb", "palm", "elbow", "heel", "knuckles")


def fused(marks: list[Mark], lexicon: Lexicon) -> list[Mark]:
    """The marks with such phrases made one mark, or taken out of the way.

    Args:
        marks: A tagged sentence; its marks may be changed.
        lexicon: The words, for what a grip is.
    """
    announced(marks)
    lows = {m.low for m in marks}
    sided = "left" in lows or "right" in lows
    if sided:
        marks = swaps(marks)
    hands = [m.low for m in marks if m.cat == "hands"]
    if any("left" in low and "right" in low for low in hands):
        marks = sides_in_turn(marks)
    if not _ROUND.isdisjoint(lows):
        _both_ways(marks)
    if not lows.isdisjoint(_BETWEEN):
        _bit_by_bit(marks)
    if not (lows.isdisjoint(_MEANWHILE) and lows.isdisjoint(_WHILE)):
        _turned_while(marks)
    tools = len([m for m in marks if "tool" in m.cats])
    if tools and sided:
        side_names(marks)
        elliptic(marks)
    if tools and "other" in lows:
        handed_on(marks)
    if not lows.isdisjoint(_RELAY) or "hands" in [m.cat for m in marks]:
        relayed(marks)
    if tools and not lows.isdisjoint(_STACKED):
        stack(marks)
    if tools or not lows.isdisjoint(_JOINTS):
        _look(marks)
    if tools > 1:
        _shaped(marks)
    if not lows.isdisjoint(_ARMS):
        _crossed(marks)
    if "meet" in lows or "join" in lows:
        met(marks)
    if not lows.isdisjoint(_CEASING):
        kept_going(marks)
    if tools < 2:
        return marks
    return turns(_grips(marks, lexicon), lexicon)


_CEASING = frozenset({"do not", "don't", "never", "not"})


_RELAY = frozenset({"other", "second", "twin"})
"""Without these no hand takes over from another."""


_STACKED = frozenset({"left", "right", "one", "other", "top"})
"""One of these is said where a hand lies on the other."""


_ROUND = frozenset(["one way", "first one way", "in one direction", "clockwise"])


_BETWEEN = frozenset({"by", "after", "beside", "upon", "next to"})


def _bit_by_bit(marks: list[Mark]) -> None:
    """As in "strip beside strip", "rib by rib": how it goes on, and nothing that is done."""
    for first, between, second in zip(marks, marks[1:], marks[2:], strict=False):
        if first.low == second.low and between.low in _BETWEEN and "tool" not in first.cats:
            for mark in (first, between, second):
                mark.cat, mark.value, mark.cats = "filler", None, {}


def _turned_while(marks: list[Mark]) -> None:
    """As in "turn the hand as it fans up and out": the turning is the manner of what the hand does."""
    for n, sub in enumerate(marks[:-1]):
        it = marks[n + 1].low in _IT and sub.low in _WHILE and n + 2 < len(marks)
        moved = marks[n + 2] if it else marks[n + 1]
        if not (it or sub.low in _MEANWHILE) or "verb" not in moved.cats or moved.base not in _FANNING:
            continue
        lead = n - 1
        while lead >= 0 and (marks[lead].cat in _HAND or marks[lead].low in _BETWEEN_HAND):
            lead -= 1
        if lead < 0 or marks[lead].base not in _TURNING or marks[lead].cat not in ("verb", "motion"):
            continue
        others = [m for m in marks[lead + 1 : n] if m.cat in ("dir", "num", "dash", "prep", "unit")]
        for other in (marks[lead], sub, *others, *([marks[n + 1]] if it else [])):
            other.cat, other.value, other.cats = "filler", None, {}
        moved.take("verb")


_MEANWHILE = frozenset({"as it", "so that it", "so it", "while it", "as they", "so that they", "as it goes"})
_BETWEEN_HAND = ("it", "degrees", "degree")
_WHILE, _IT = ("while", "as"), ("it", "they")
_FANNING = frozenset(
    {
        "move",
        "travel",
        "go",
        "rise",
        "climb",
        "fan",
        "brush",
        "sweep",
        "glide",
        "slide",
        "stroke",
        "spread",
        "slip",
        "skim",
    }
)
_TURNING = frozenset({"turn", "rotate", "swivel", "pivot", "swing", "twist", "revolve"})
_HAND = frozenset(
    [
        *("det", "mine", "tool", "adv", "filler", "theirs", "hands", "tempo", "press"),
        *("dir", "num", "dash", "prep", "unit", "gradual"),
    ]
)
"""What may stand between the turning and what it goes with: "turn the hand outward by 60 degrees while"."""


def _both_ways(marks: list[Mark]) -> None:
    """As in "first one way, then the other": the other way round, not the other side."""
    for n, mark in enumerate(marks):
        if mark.low in _ROUND:
            for other in marks[n + 1 : n + 6]:
                if other.cat in ("verb", "tool", "place"):
                    break
                if other.low in ("other", "the other", "the other way"):
                    other.cat, other.value = "filler", None


def _grips(marks: list[Mark], lexicon: Lexicon) -> list[Mark]:
    """As in "thumbs behind and your fingers in front": one tool, whose parts are opposed."""
    out: list[Mark] = []
    k = 0
    while k < len(marks):
        end = _grip_end(marks, k) if part(marks[k]) in _JAWS else None
        if end is None:
            out.append(marks[k])
            k += 1
            continue
        first, last = marks[k], marks[end - 1]
        thumb = next(m for m in marks[k:end] if part(m) == "thumb")
        cats = lexicon.tree["thumb"]["and"]["finger"][""]
        low = "thumbs and fingers" if thumb.plural else "thumb and fingers"
        grip = Mark("tool", "grip", None, low, "base", first.i, last.j, first.start, last.end, thumb.plural)
        grip.cats = {"tool": cats["tool"]}
        grip.take("tool")
        out.append(grip)
        k = end
    return out


def _grip_end(marks: list[Mark], k: int) -> int | None:
    """Behind the last word of a phrase that opposes thumb and fingers, or None."""
    other = None
    for n in range(k + 1, min(k + 9, len(marks))):
        mark = marks[n]
        if part(mark) in _JAWS and part(mark) != part(marks[k]):
            other = n
            break
        if mark.cat not in (*_AROUND, "conj", "comma", "word"):
            return None
    if other is None:
        return None
    between = marks[k + 1 : other]
    end = other + 1
    while end < len(marks) and marks[end].cat in (*_AROUND, "word") and marks[end].low not in ("from", "to"):
        end += 1
    if end < len(marks) and marks[end].cat in ("place", "tissue"):
        end = other + 1
    words = [w for m in (*between, *marks[other + 1 : end]) for w in m.low.split()]
    if not any(m.cat in ("conj", "comma") for m in between) or _OPPOSED.isdisjoint(words):
        return None
    if not any(m.cat in ("prep", "dir", "part", "side", "back") for m in between):
        return None
    return end


_STRAIGHT = _SLACK - {"still"}


_ARMS = frozenset({"arm", "arms", "forearms", "wrists"})


def _crossed(marks: list[Mark]) -> None:
    """As in "right arm over left", "arms still crossed", "arms straight": the giver's own, and no place."""
    for k, mark in enumerate(marks):
        if mark.low not in _ARMS:
            continue
        end = k + 1
        while end < len(marks) and (
            (marks[end].cat in ("filler", "adv") and marks[end].low not in _STRAIGHT)
            or marks[end].base in _REMAINING
        ):
            end += 1
        lead = k - 1 if k and marks[k - 1].cat in ("mine", "det") else k
        before = marks[lead - 1]
        begins = lead == 0 or before.cat in (*BORDERS, "sub") or before.low in ("with", "and")
        upon = _upon(marks, k)
        shut = end + 1 >= len(marks) or marks[end + 1].cat in BORDERS
        if (
            begins
            and end < len(marks)
            and (marks[end].low == "crossed" or (shut and marks[end].low in _STRAIGHT))
        ):
            first = lead - 1 if lead and marks[lead - 1].low == "with" else lead
            own = marks[first : end + 1]
        elif upon is not None:
            own = marks[k - 1 : upon]
        else:
            continue
        for other in own:
            other.cat, other.value, other.cats = "filler", None, {}


_REMAINING = ("remain", "stay", "are", "be", "keep")


def _upon(marks: list[Mark], k: int) -> int | None:
    """As in "right arm over left", "the left arm passes above the right": behind its last word, or None."""
    if not k or marks[k - 1].low not in _HANDED:
        return None
    end = k + 1
    while end < len(marks) and end < k + 8 and marks[end].cat not in BORDERS and marks[end].low not in _ARMS:
        if marks[end].low in _HANDED:
            between = " ".join([m.low for m in marks[k + 1 : end]])
            crosses = marks[end].low != marks[k - 1].low and any(word in between for word in _ABOVE)
            arm = end + 1 < len(marks) and marks[end + 1].low in (*_ARMS, "one")
            return end + 1 + arm if crosses else None
        end += 1
    return None


_ABOVE = ("over", "above", "on top", "across")


_HANDED = ("left", "right")


def _stands_apart(marks: list[Mark], k: int) -> bool:
    """A word begins a remark of its own behind a hand: ", your fingers …", "with the thumbs …"."""
    lead = k - 1
    while lead > 0 and marks[lead].cat in ("det", "mine"):
        lead -= 1
    opens = marks[lead].cat in BORDERS or marks[lead].low in ("with", "and")
    return opens and any("tool" in m.cats for m in marks[:lead])


def _posed(marks: list[Mark], k: int) -> bool:
    """As in ", thumbs nearly touching" or "and the index finger lying along the spine" of a laid hand."""
    end = k + 1
    while end < len(marks) and (marks[end].cat == "adv" or marks[end].low in _NEARLY):
        end += 1
    if end == len(marks):
        return False
    met = marks[k].plural and part(marks[k]) in _DIGITS and marks[end].low in _MEETING
    beside = marks[end].low.partition(" ")[0] in _ALONG
    lain = is_index(marks[k]) and (marks[end].low in _LYING or beside)
    if not (met or lain):
        return False
    end += marks[end].low not in _ALONG
    led = end < len(marks) and (marks[end].cat == "prep" or marks[end - 1].low in _SKIRTING)
    if lain and led:
        while end < len(marks) and marks[end].cat in ("prep", "det", "theirs", "part", "tissue", "place"):
            end += 1
    for other in marks[k:end]:
        if other.cat in ("tool", "place", "prep", "verb", "motion"):
            other.cat, other.value = "filler", None
    return True


_DIGITS = ("thumb", "fingertips")


_NEARLY = frozenset({"almost", "nearly", "just", "barely", "lightly", "not quite", "close"})


_MEETING = frozenset({"touching", "meeting", "overlapping", "interlaced", "interlocked", "crossed"})


_ALONG = frozenset({"along", "beside", "alongside", "parallel"})


_SKIRTING = ("following", "hugging", "skirting", "tracing")
_LYING = frozenset(
    [*_SKIRTING, "pointing", "lying", "laid", "resting", "running", "stretched", "extended", "placed"]
)


def _shaped(marks: list[Mark]) -> None:
    """As in "a hand with open fingers": the fingers are those of the hand, and not another tool."""
    for hand, link, look, fingers in zip(marks, marks[1:], marks[2:], marks[3:], strict=False):
        if (
            part(hand) == "palm"
            and link.low == "with"
            and look.low in _SPREAD
            and part(fingers) == "fingertips"
        ):
            look.cat, look.value = "fingers", "splayed"
            for mark in (link, fingers):
                mark.cat, mark.value, mark.cats = "filler", None, {}


_SPREAD = frozenset({"open", "spread", "splayed", "outspread", "fanned", "parted", "wide"})


def _look(marks: list[Mark]) -> None:
    """As in ", fingers toward the head" or ", palms down": no place and no way of the stroke."""
    for k in range(2, len(marks)):
        if marks[k].low in _JOINTS and marks[k - 1].low in _SLACK:
            lead = marks[k - 2] if marks[k - 2].cat != "mine" else marks[k - 3]
            if lead.low in ("with", "through", "on"):
                lead.cat, lead.value = "filler", None
                marks[k].cat, marks[k].value, marks[k].cats = "filler", None, {}
    for k in range(2, len(marks) - 1):
        mark = marks[k]
        if "tool" not in mark.cats and mark.low not in _JOINTS:
            continue
        if not _stands_apart(marks, k) or _posed(marks, k):
            continue
        slack = mark.low in ("elbow", "arm", "wrist") and marks[k + 1].low in _SLACK
        named = slack or (part(mark) in _NARROW and (mark.plural or part(mark) == "palm"))
        if not (named or mark.low in _JOINTS):
            continue
        end = k + 1
        if marks[end].cat == "dir" and marks[end].value in ("up", "down", "in", "out"):
            end += 1
        elif marks[end].low in _LOOKERS:
            end += 1
            while end < len(marks) and (
                marks[end].cat in ("det", "theirs", "poss", "person", "mine")
                or marks[end].low in _LOOKERS
                or (marks[end].low in _AT and marks[end - 1].low in _LOOKERS)
                or (marks[end].cat == "dir" and marks[end + 1 : end + 2] and marks[end + 1].low in _LOOKERS)
            ):
                end += 1
            if end >= len(marks) or marks[end].cat not in ("place", "dir", "pron", "part"):
                continue
            if marks[k + 1].low == "to" and (part(mark) not in _POINTED or marks[end].get("limb")):
                continue
            end += 1
        elif marks[end].low in _SLACK:
            end += 1
        elif (
            marks[end].low in ("at", "on", "in", "behind")
            and marks[end + 1 : end + 3]
            and marks[end + 1].cat == "det"
            and marks[end + 2 : end + 3]
        ):
            if marks[end + 2].low not in ("back", "front", "top", "inside", "outside", "sides"):
                continue
            end += 3
        else:
            continue
        if end < len(marks) and marks[end].cat not in (*BORDERS, "conj"):
            continue
        for other in marks[k:end]:
            if other.cat in ("tool", "place", "prep", "dir", "pron", "side", "verb", "modal"):
                other.cat, other.value = "filler", None
