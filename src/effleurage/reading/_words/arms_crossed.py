"""Crossed: the giver's arms that cross, lie over each other, stay crossed or are held straight.

They stand among the words that say where a stroke goes, and would be taken for places of the receiver.
"""

from effleurage.reading._words.fuse_hands import BORDERS
from effleurage.reading._words.mark import Mark

SLACK = frozenset(
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

_STRAIGHT = SLACK - {"still"}
ARMS = frozenset({"arm", "arms", "forearms", "wrists"})
CROSSING = ARMS | {"forearm"}


_LAPPED = frozenset({"overlapping", "overlapped", "entwined", "interlaced"})


def crossed(marks: list[Mark]) -> None:
    """As in "right arm over left", "arms still crossed", "arms straight": the giver's own, and no place."""
    for lapped in (m for m in marks if m.low in _LAPPED):
        lapped.low = lapped.base = "crossed"
    for k, mark in enumerate(marks):
        if mark.low not in ARMS and mark.low != "forearm":
            continue
        if k > 1 and marks[k - 1].low == "crossed" and marks[k - 2].low == "with":
            who = next((m for m in marks[k + 1 : k + 3] if m.cat != "comma"), mark)
            for other in (*marks[k - 2 : k + 1], *([who] if who.low == "you" else [])):
                other.mute()
            continue
        if k > 1 and marks[k - 1].low == "crossed" and any(m.cat == "mine" for m in marks[max(0, k - 3) : k]):
            # As in "extend your crossed arms down": the giver's own, which stay so.
            marks[k - 1].mute()
            mark.mute()
            continue
        end = k + 1
        while end < len(marks) and (
            (marks[end].cat in ("filler", "adv", "modal") and marks[end].low not in _STRAIGHT)
            or marks[end].base in _COMING_TO
        ):
            end += 1
        if end < len(marks) and marks[end].low in ("folded", "crossed"):
            _fold(marks, k, end)
            _keep_so(marks, end + 1)
        if mark.low == "forearm":
            upon = _upon(marks, k)
            for other in marks[_sent(marks, k - 1) : upon] if upon is not None else ():
                other.mute()
            continue
        lead = k - 1 if k and marks[k - 1].cat in ("mine", "det") else k
        kept = lead > 0 and marks[lead - 1].base in _KEEPING
        if end < len(marks) and marks[end].low == "crossed" and (kept or (lead == 0 and end > k + 1)):
            end, lead = _meanwhile(marks, end), lead - kept
        if end + 1 < len(marks) and _stay_crossed(marks, end):
            for other in marks[lead : end + 4]:
                other.mute()
            continue
        before = marks[lead - 1]
        begins = lead == 0 or before.cat in (*BORDERS, "sub") or before.low in ("with", "and")
        begins = begins or (lead == 1 and before.cat in ("filler", "adv", "conj"))
        begins = begins or (before.cat == "subj" and marks[lead].base in _KEEPING)
        upon = _upon(marks, k)
        shut = end + 1 >= len(marks) or marks[end + 1].cat in BORDERS
        if (
            begins
            and end < len(marks)
            and (marks[end].low in ("crossed", _AS_YOU_GO, *_WHO) or (shut and marks[end].low in _STRAIGHT))
        ):
            first = lead - 1 if lead and marks[lead - 1].low == "with" else lead
            end += marks[end].low == "crossed" and end + 1 < len(marks) and marks[end + 1].low in _LIKE_THAT
            own = marks[first : end + 1]
        elif upon is not None:
            own = marks[_sent(marks, k - 1) : upon]
        elif _uppermost(marks, k):
            own = marks[k - 1 : border_behind(marks, k)]
        else:
            continue
        for other in own:
            other.mute()


_LIKE_THAT = (
    *("like that", "like this", "that way", "this way", "as they are", "in that way", "in this way"),
    "as before",
)
LIKE_THAT = frozenset(_LIKE_THAT)
_HELD = frozenset({"them", "both", "hands", "palms", *ARMS})


def held_so(marks: list[Mark]) -> None:
    """As in "reach down with them like that", "with your hands crossed this way": nothing is done again."""
    for n, so in enumerate(marks):
        if so.low not in LIKE_THAT or not n:
            continue
        held = n - 1
        while held > 1 and marks[held].low in ("crossed", "still"):
            held -= 1
        lead = held - 1
        while lead and marks[lead].cat in ("mine", "det", "num"):
            lead -= 1
        reaches = any(m.base == "reach" for m in marks[max(0, n - 3) : n])
        if reaches or (marks[held].low in _HELD and marks[lead].low == "with"):
            so.mute()


def _keep_so(marks: list[Mark], begin: int) -> None:
    """As in "crossed; stay that way as you go down", "and they remain so": as they are, nothing again."""
    at = next((n for n in range(begin, len(marks)) if marks[n].base in _STAYING), len(marks))
    so = at + 1
    while so < len(marks) and marks[so].low in ("them", "it", "both", "just"):
        so += 1
    if so >= len(marks) or marks[so].low not in _SO:
        return
    while at > begin and marks[at - 1].cat in ("pron", "modal", "subj"):
        at -= 1
    for kept in marks[at : _meanwhile(marks, so) + 1]:
        kept.mute()


def _fold(marks: list[Mark], k: int, end: int) -> None:
    """As in "with your arms folded across each other": crossed."""
    over = [m.low for m in marks[end + 1 : end + 3]] in _OVER_EACH_OTHER
    if over or (k and marks[k - 1].cat == "mine"):
        marks[end].low = "crossed"
    if over:
        # What they cross is taken out altogether, so that what stands behind is seen.
        del marks[end + 1 : end + 3]


_OVER_EACH_OTHER = [[over, other] for over in ("over", "across") for other in ("each other", "one another")]
_KEEPING = ("keep", "leave", "hold")
_STAYING = (*_KEEPING, "stay", "remain")
_SO = (*_LIKE_THAT, "so", "crossed")
_MEANWHILE, _AS_YOU_GO, _WHO = ("while", "as"), "as you go", ("you", "they")


def _stay_crossed(marks: list[Mark], comma: int) -> bool:
    """As in "The arms, remaining crossed, reach down": the hands do, and how the arms are is aside."""
    said = marks[comma : comma + 4]
    aside = len(said) == 4 and said[0].cat == said[3].cat == "comma" and said[2].low == "crossed"
    return aside and said[1].base in _REMAINING


def _meanwhile(marks: list[Mark], end: int) -> int:
    """As in "keep your arms crossed while you go down": where it ends, and what the hands do begins."""
    then = [mark.low for mark in marks[end + 1 : end + 3]]
    if then[:1] == [_AS_YOU_GO]:
        return end + 1
    return end + 2 if len(then) > 1 and then[0] in _MEANWHILE and then[1] in _WHO else end


_REMAINING = ("remain", "stay", "are", "be", "keep")
_COMING_TO = (*_REMAINING, "have", "become")


def _upon(marks: list[Mark], k: int) -> int | None:
    """As in "right arm over left", "the left arm passes above the right": behind its last word, or None."""
    if not k or marks[k - 1].low not in _HANDED:
        return None
    end = k + 1
    while end < len(marks) and end < k + 8 and marks[end].low not in ARMS:
        if marks[end].cat in BORDERS and not (marks[end].cat == "comma" and marks[end - 1].low in _ABOVE):
            # As in "the right arm across, above the left".
            return None
        if marks[end].low in _BELOW:
            between = " ".join([m.low for m in marks[k + 1 : end]])
            crosses = _BELOW[marks[end].low] == marks[k - 1].low and any(word in between for word in _ABOVE)
            behind = marks[end + 1] if end + 1 < len(marks) else None
            arm = behind is not None and behind.low in (*ARMS, "forearm", "one")
            # As in "the right forearm across the left buttock": on somebody, and over no arm.
            lies = behind is not None and behind.cat in ("place", "tissue", "part") and not arm
            return end + 1 + arm if crosses and not lies else None
        end += 1
    return None


def _uppermost(marks: list[Mark], k: int) -> bool:
    """As in ", the right arm above once more" and ", your left arm still on top": which one crosses over."""
    if not k or marks[k - 1].low not in _HANDED:
        return False
    lead = k - 2 if k > 1 and marks[k - 2].cat in ("mine", "det") else k - 1
    told = marks[k + 1 : border_behind(marks, k)]
    if not lead or marks[lead - 1].cat not in BORDERS or not told:
        return False
    above = any(m.low in _UPPERMOST for m in told)
    return above and all(
        m.low in _UPPERMOST or m.cat in ("filler", "adv", "freq", "prep", "dir") for m in told
    )


def border_behind(marks: list[Mark], k: int) -> int:
    """Where the words behind a mark end."""
    return next((n for n in range(k, len(marks)) if marks[n].cat in (*BORDERS, "conj", "sub")), len(marks))


_UPPERMOST = frozenset(
    {"above", "over", "on top", "top", "uppermost", "upper", "higher", "in front", "ahead"}
)


def _sent(marks: list[Mark], side: int) -> int:
    """Where the words begin that send an arm on its way over the other one: "let your right arm"."""
    lead = side - 1 if side and marks[side - 1].cat in ("mine", "det") else side
    return lead - 1 if lead and marks[lead - 1].base in _SENDING else side


_SENDING = (
    "let",
    "have",
    "allow",
    "take",
    "put",
    "bring",
    "lift",
    "pass",
    "carry",
    "send",
    "swing",
    "slip",
    "move",
)
"""Verbs that say nothing besides."""


_ABOVE = ("over", "above", "on top", "across")


_HANDED = ("left", "right")
_BELOW = {"left": "right", "left one": "right", "right": "left", "right one": "left"}
"""Which arm lies over one that is named."""
