"""Knees: whoever comes up, gets down or is on the knees kneels."""

from effleurage.reading._words.lexicon import Lexicon
from effleurage.reading._words.mark import Mark

KNEES = frozenset({"knees", "knee"})
_COMING = frozenset(
    {
        "come",
        "get",
        "go",
        "drop",
        "sink",
        "rise",
        "climb",
        "settle",
        "stay",
        "be",
        "lower",
        "move",
        "kneel",
        "shift",
    }
)
_ON = frozenset({"on", "onto", "to", "upon", "up on", "on both", "on one", "down on"})
_WHOSE = ("mine", "num", "det", "side")
_BETWEEN = ("dir", "adv", "filler", "tempo", "back", "pron")


def on_knees(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "come up onto your knees", "go down on one knee", "On your knees beside them, slide …"."""
    for n, mark in enumerate(marks):
        if mark.low not in KNEES or n < 2:
            continue
        on = n - 1
        while on > 0 and marks[on].cat in _WHOSE and marks[on].low not in _ON:
            on -= 1
        own = any(m.cat == "mine" or m.low in ("one", "both", "on both", "on one") for m in marks[on:n])
        if marks[on].low not in _ON or not own or any(m.cat == "theirs" for m in marks[on:n]):
            continue
        k = on - 1
        while k >= 0 and marks[k].cat in _BETWEEN:
            k -= 1
        verb = marks[k] if k >= 0 and marks[k].cat == "verb" else None
        if verb is not None and verb.cats["verb"].lemma.partition(" ")[0] in _COMING:
            rest = marks[k + 1 : n + 1]
        elif on == 0:
            verb, rest = marks[0], marks[1 : n + 1]
            verb.form, verb.low, verb.base = "ing", "kneeling", "kneel"
        else:
            continue
        verb.become(lexicon.tree["kneel"][""]["verb"])
        for other in rest:
            other.mute()
