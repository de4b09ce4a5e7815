"""Poise: how hands and arms are held, told beside what they do.

They stand among the words that say where a stroke goes ("fingers toward the head", "arms crossed"), and
would be taken for places and ends of the stroke.
"""

import itertools

from effleurage.reading._words.arms_crossed import SLACK, border_behind
from effleurage.reading._words.fuse_hands import BORDERS, part
from effleurage.reading._words.mark import Mark, is_index

_LOOKERS = frozenset(
    [
        *("toward", "towards", "to", "pointing", "facing", "directed", "turned", "turning", "pointed"),
        *("aimed", "aiming", "looking", "heading", "headed", "trained", "lined up with", "in line with"),
        *("heading for", "making for", "bound for", "aiming for", "aiming at"),
    ]
)


_AT = ("at", "for")
"""Behind a word of looking: "fingers aimed at the head"."""


JOINTS = frozenset({"wrists", "wrist", "elbows", "arms", "shoulders"})


_POINTED = ("fingertips", "thumb", "palm")


_NARROW = ("fingertips", "thumb", "palm", "elbow", "heel", "knuckles")


def _stands_apart(marks: list[Mark], k: int) -> bool:
    """A word begins a remark of its own behind a hand: ", your fingers …", "with the thumbs …"."""
    lead = k - 1
    # As in "both palms lie on the hips, their fingers to the head": of the hands before it.
    while lead > 0 and (marks[lead].cat in ("det", "mine") or marks[lead].low in ("their", "its")):
        lead -= 1
    opens = marks[lead].cat in BORDERS or marks[lead].low in ("with", "and")
    return opens and any("tool" in m.cats or m.cat == "fingers" for m in marks[:lead])


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


def shaped(marks: list[Mark]) -> None:
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
                mark.mute()


def tips(marks: list[Mark]) -> None:
    """As in "the index finger along the spine, tip towards the head": where it points, and nothing tips."""
    for k in range(2, len(marks) - 1):
        led = marks[k - 1].cat == "comma" and marks[k + 1].low in _LOOKERS
        if marks[k].low not in ("tip", "tips") or not led:
            continue
        if any(is_index(m) or part(m) in _DIGITS for m in marks[:k]):
            for mark in marks[k : border_behind(marks, k)]:
                mark.mute()


def tips_meant(marks: list[Mark]) -> None:
    """As in "Palms up, fingertips down, and the tips go beside the spine": those of the fingers."""
    for k in range(1, len(marks) - 1):
        told = marks[k].low == "tips" and marks[k - 1].cat in ("det", "mine") and "verb" in marks[k + 1].cats
        named = next((m for m in marks[:k] if "tool" in m.cats and part(m) == "fingertips"), None)
        if told and named is not None:
            marks[k].cats = {"tool": named.cats["tool"]}
            marks[k].plural = True
            marks[k].take("tool")


FINGERS_POINT = frozenset(
    {*("point", "points", "face", "look", "pointing", "facing"), *("aimed", "aiming", "directed", "turned")}
)


def fingers_point(marks: list[Mark]) -> None:
    """As in "Both hands start on the low back, and the fingers point headward": how the hands lie there."""
    for k in range(2, len(marks) - 1):
        if part(marks[k]) not in ("fingertips", "palm") or not marks[k].plural:
            continue
        told = any("tool" in m.cats or m.low == "they" for m in marks[:k])
        # As in "With the fingers aimed at the head, both hands lie on the lower back".
        told = told or (marks[0].low == "with" and any("tool" in m.cats for m in marks[k + 1 :]))
        lead = k - 1 if marks[k - 1].cat in ("det", "mine") else k
        if lead == 0:
            continue
        while lead > 1 and marks[lead - 1].low in ("all", "of"):
            # As in "with all of your fingers aimed at the head".
            lead -= 1
        first = lead
        if marks[lead - 1].base in ("let", "have", "make"):
            # As in "Set both hands there, and let the fingers look toward the head".
            first = lead - 1
        opens = marks[first - 1].cat in _OPENING or marks[first - 1].low == "with"
        opens = opens and all(m.base != "let" for m in marks[:first])
        verb = _past_being(marks, k + 1)
        if not (told and opens) or verb + 1 >= len(marks) or marks[verb].low not in FINGERS_POINT:
            continue
        end = verb + 1
        while end < len(marks) and (marks[end].cat in _TOWARD or _up_to(marks, end)):
            end += 1
        if end < len(marks) and marks[end].cat in ("place", "dir") and _shut(marks, end + 1):
            for other in marks[first if first < lead else k : end + 1]:
                other.cat = "filler"


_OPENING = ("comma", "semi", "dash", "conj")
"""What stands before a remark on how hands lie."""
_TOWARD = ("prep", "det", "theirs", "mine", "filler", "poss")


def _up_to(marks: list[Mark], k: int) -> bool:
    """As in "the fingers point up to the head"."""
    return marks[k].cat == "dir" and k + 1 < len(marks) and marks[k + 1].cat == "prep"


def _shut(marks: list[Mark], k: int) -> bool:
    return k >= len(marks) or marks[k].cat in (*BORDERS, "conj")


AIMED = frozenset({"aimed", "directed", "aiming", "direction"})
_LED = 2
"""So many words stand before "armpit's direction", at the least: "in" and the place."""


def aimed(marks: list[Mark]) -> None:
    """As in "the last pull is across the shoulder, aimed at the armpit", "in its direction": whither."""
    for word, at in itertools.pairwise(marks):
        if word.low in AIMED and at.low in _AT and at.cat == "prep":
            at.value = "to"
    for n, (poss, named) in enumerate(itertools.pairwise(marks)):
        if named.low != "direction" or poss.cat != "poss" or n < _LED or marks[n - 1].cat != "place":
            continue
        # As in "out over the shoulder in the armpit's direction".
        led = next(k for k in range(n - 2, -1, -1) if marks[k].cat not in ("det", "theirs") or not k)
        if marks[led].low == "in":
            marks[led].cat, marks[led].value, marks[led].cats = "prep", "to", {}
            poss.mute()
            named.mute()


INDEXES = frozenset(
    {
        *("index finger", "index fingers", "pointer finger", "pointing finger", "forefinger"),
        *("forefingers", "pointer", "first finger", "index"),
    }
)


def indexed(marks: list[Mark]) -> None:
    """As in "your pointer finger's pointing at the side of the spine": how the hand lies, and no hold."""
    for k, mark in enumerate(marks):
        alone = mark.low == "index" and k > 0 and marks[k - 1].cat in ("comma", "conj", "det")
        if not alone and (mark.low not in INDEXES or "tool" not in mark.cats):
            continue
        end = _past_being(marks, k + 1)
        lies = end < len(marks) and marks[end].base in _LIES and end + 1 < len(marks)
        lies = lies and marks[end + 1].low.partition(" ")[0] in _ALONG
        if end >= len(marks) or not (lies or marks[end].low in _LOOKERS or marks[end].low in _LYING):
            continue
        end += 1
        while end < len(marks) and (
            marks[end].cat in ("prep", "det", "theirs", "dir", "part", "filler", "adv")
            or marks[end].low in _LOOKERS
        ):
            end += 1
        if end >= len(marks) or marks[end].cat not in ("place", "tissue"):
            continue
        if any(other.cat == "verb" and other.form == "base" for other in marks[k:end]):
            continue
        for other in marks[k : end + 1]:
            other.cat, other.value = "filler", None


_LIES = ("lie", "rest", "run", "sit", "go")


def _past_being(marks: list[Mark], k: int) -> int:
    """Index of the first word behind "is", "should be" and the like."""
    while k < len(marks) and (marks[k].cat in ("adv", "filler", "modal") or marks[k].base == "be"):
        k += 1
    return k


_SPREAD = frozenset({"open", "spread", "splayed", "outspread", "fanned", "parted", "wide"})


def look(marks: list[Mark]) -> None:
    """As in ", fingers toward the head" or ", palms down": no place and no way of the stroke."""
    for k in range(2, len(marks)):
        if marks[k].low in JOINTS and marks[k - 1].low in SLACK:
            lead = marks[k - 2] if marks[k - 2].cat != "mine" else marks[k - 3]
            if lead.low in ("with", "through", "on"):
                lead.cat, lead.value = "filler", None
                marks[k].mute()
    for k in range(2, len(marks) - 1):
        mark = marks[k]
        if "tool" not in mark.cats and mark.low not in JOINTS:
            continue
        if not _stands_apart(marks, k) or _posed(marks, k):
            continue
        slack = mark.low in ("elbow", "arm", "wrist") and marks[k + 1].low in SLACK
        named = slack or (part(mark) in _NARROW and (mark.plural or part(mark) == "palm"))
        if not (named or mark.low in JOINTS):
            continue
        end = k + 1 + (marks[k + 1].low == "being" and k + 2 < len(marks))
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
        elif marks[end].low in SLACK:
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
