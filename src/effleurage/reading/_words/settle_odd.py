"""Words that mean something else at one spot only."""

from effleurage.reading._words.lexicon import Entry
from effleurage.reading._words.mark import Mark

ODD = frozenset(
    [
        "opposite",
        "about",
        "theirs",
        "hers",
        "ring",
        "part",
        "one up",
        "one down",
        "back out",
        "back in",
        "before",
        "first",
        "after",
        "few",
        "outside",
        "inside",
        "next to",
    ]
)


_ENDS = {"outside": "out", "inside": "in"}


def _is_way(marks: list[Mark], at: int) -> bool:
    """As in "to the outside", and not "to the outside of the knee"."""
    led = at > 1 and marks[at - 2].low in ("to", "toward", "towards") and marks[at - 1].low == "the"
    after = marks[at + 1] if at + 1 < len(marks) else None
    if not led or after is None:
        return led
    return after.value != "of" and after.cat in ("comma", "semi", "conj", "dir", "prep", "sub")


_TURNING = frozenset({"come", "go", "move", "turn", "pass", "proceed", "on"})
"""Verbs behind which "next" tells when: "turn next to the neck"."""


def _go_apart(before: Mark | None, after: Mark | None) -> bool:
    """As in "they glide up, part over the shoulders and come home": what the two hands do."""
    if before is not None and (before.low == "they" or (before.cat == "tool" and before.plural)):
        return after is None or after.low != "of"
    joined = before is not None and before.cat in ("comma", "conj")
    return joined and after is not None and after.low in ("at", "over", "around", "round", "across", "there")


def _other_told(marks: list[Mark], at: int) -> bool:
    """As in "the first brushes up; the second goes after it": one of two hands, and no first of all.

    The other one may be told before it, as in "bring in the other as the first comes to its end".
    """
    return any(m.low in _NEXT_HAND for m in (*marks[: max(0, at - 1)], *marks[at + 2 :]))


_NEXT_HAND = frozenset({"second", "other", "second one", "other one", "second hand", "other hand"})


def _other_behind(marks: list[Mark], at: int) -> bool:
    """As in "glide one up to the neck and the other down": one of the two hands, and no step upward."""
    return any(m.low in ("other", "the other") for m in marks[at + 1 : at + 10])


def settle_odd(marks: list[Mark], at: int) -> bool:
    """Words that mean something else at one spot only; whether this was one of them."""
    mark = marks[at]
    before = marks[at - 1] if at else None
    after = marks[at + 1] if at + 1 < len(marks) else None
    if mark.low == "next to" and before is not None and before.base in _TURNING:
        # As in "Come next to the shoulder.": what is turned to next, and nothing that is beside it.
        mark.value, mark.entry = "to", None
        return True
    if mark.low == "few" and before is None:
        # As in "Few strokes are so calming.": hardly any, and no count.
        mark.cat, mark.value = "word", None
        return True
    if mark.low in _ENDS and _is_way(marks, at):
        # As in "bring the hands to the outside": outward.
        marks[at - 2].mute()
        marks[at - 1].mute()
        mark.cat, mark.value, mark.entry, mark.cats = "dir", _ENDS[mark.low], None, {}
        return True
    if mark.low == "opposite" and before is not None and "side" in mark.cats:
        if before.cat not in ("det", "mine", "theirs"):
            return False
        mark.take("side")
        return True
    if mark.low in ("theirs", "hers") and "pron" in mark.cats:
        mark.take("pron")
        return True
    if mark.low in ("other one", "other ones") and "side" in mark.cats:
        done = before is not None and before.cat == "det" and at > 1 and marks[at - 2].cat == "verb"
        if done and marks[at - 2].cats["verb"].get("act") == "work":
            mark.take("side")
            return True
    if mark.low == "about" and _is_round(marks, at):
        mark.cat, mark.value, mark.entry, mark.cats = "dir", "around", None, {}
        return True
    filler = mark.low == "about" and after is not None and after.low in ("here", "there", "now", "halfway")
    if mark.cat == "hands" and mark.low in ("in turn", "one by one", "one at a time") and before is not None:
        each = any(m.low in ("each", "every") for m in marks[max(0, at - 3) : at])
        led = marks[at - 2] if before.cat == "comma" and at > 1 else None
        digits = led is not None and "place" in led.cats and bool(led.cats["place"].get("digit"))
        filler = before.cat == "place" or (each and not _each_hand(marks[:at])) or digits
    if filler or (mark.cat == "origin" and mark.low.startswith("where") and at == 0):
        mark.cat, mark.value = "filler", None
        return True
    if mark.low == "after" and "sub" in mark.cats and (after is None or after.cat in ("comma", "semi")):
        mark.mute()
        return at > 0
    if mark.low == "first" and before is not None and before.low == "the" and after is not None:
        if after.form != "s" or "verb" not in after.cats or not _other_told(marks, at):
            return False
        mark.cat, mark.value, mark.entry, mark.cats = "side", "one", None, {}
        return True
    if mark.low == "part" and _go_apart(before, after):
        mark.cats = {"verb": Entry("verb", "effleurage", "part", {"act": "go", "technique": "effleurage"})}
        mark.form = "base"
        mark.take("verb")
        return True
    acted = before is not None and before.cat == "verb"
    if acted and mark.low in ("one up", "one down") and _other_behind(marks, at):
        mark.cat, mark.value, mark.entry, mark.cats = "dir", mark.low.split()[1], None, {}
        return True
    if acted and mark.low in ("back out", "back in"):
        mark.cat, mark.value, mark.entry, mark.cats = "back", mark.low.split()[1], None, {}
        return True
    if mark.low == "before" and at == 0 and _is_led_by(marks):
        mark.cat, mark.value = "sub", "when"
        return True
    if mark.low == "ring" and at == 0:
        mark.cat, mark.value = "word", None
        return True
    return False


def _each_hand(before: list[Mark]) -> bool:
    """As in "using each hand in turn", "each hand in turn fans": they take turns, and none is worked on."""
    if len(before) < 2 or before[-1].base not in ("hand", "palm") or before[-2].low not in ("each", "every"):
        return False
    led = before[-3] if len(before) > 2 else None
    return led is None or led.base in _USING or led.cat in ("comma", "semi", "dash", "conj", "sub")


_USING = frozenset({"use", "using", "employ", "employing", "with", "let"})


def _is_round(marks: list[Mark], at: int) -> bool:
    """As in "sweep out about the shoulders", "the flesh about the waist": round it."""
    lead = next((m for m in reversed(marks[:at]) if m.cat not in ("filler", "conj", "adv")), None)
    round_ = next((m for m in marks[at + 1 : at + 4] if m.cat not in _BESIDE and m.low not in _WHOLE), None)
    if lead is None or round_ is None or "place" not in round_.cats:
        return False
    goes = lead.cat in ("dir", "tissue", "tool") or (
        lead.cat == "verb" and lead.cats["verb"].get("act") in _MOVING
    )
    return goes and round_.cats["place"].value in _ROUNDED


_BESIDE = ("det", "theirs", "poss", "part")
_WHOLE = frozenset({"whole", "entire"})
_MOVING = ("move", "go", "work", "put")
_ROUNDED = frozenset(["shoulder", "shoulder_blade", "waist", "hip", "buttock", "leg", "arm", "neck", "head"])


def _is_led_by(marks: list[Mark]) -> bool:
    """As in "Before this fan is quite done, the other hand sets off": when, and no step before it."""
    border = next((n for n, m in enumerate(marks) if m.cat == "comma"), None)
    return border is not None and any("verb" in m.cats for m in marks[1:border])


_BREATHS = ("breath", "outbreath", "inbreath", "exhalation", "inhalation", "sigh")


def breath_behind(marks: list[Mark], at: int) -> bool:
    """As in "with each out-breath": when, and no clause."""
    return at + 1 < len(marks) and marks[at + 1].low.split()[-1] in _BREATHS


def names_it(marks: list[Mark], at: int) -> bool:
    """As in "the tool for this stroke": what it is for, and no reason."""
    after = marks[at + 1] if at + 1 < len(marks) else None
    if after is None or at == 0:
        return False
    noun = after.cat in _NOUNS or (
        after.form == "base" and bool(after.cats.get("verb")) and bool(after.cats["verb"].get("noun"))
    )
    return noun and marks[at - 1].cat not in ("comma", "semi", "colon", "dash", "close")


_NOUNS = frozenset({"motion", "part", "word", "tool", "place", "times"})


FAR = 12
_BEING = ("is", "are", "has", "have", "was", "were")


def told_behind(marks: list[Mark]) -> bool:
    """As in "until the full height of that side has been covered", "until all of it shines": a verb."""
    border = next((n for n, m in enumerate(marks) if m.cat in ("comma", "semi", "conj")), len(marks))
    return any(m.low in _BEING or (m.cat == "verb" and m.form == "s") for m in marks[:border])
