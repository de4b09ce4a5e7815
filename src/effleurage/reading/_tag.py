"""Tagging: which part each word or phrase of a sentence plays, decided by its neighbours."""

from dataclasses import dataclass, field
from typing import Any, final

from effleurage.reading._lexicon import SKIPPED, Entry, Lexicon
from effleurage.reading._tokens import Token

_CLOSERS = {
    ",": "comma",
    ";": "semi",
    ":": "colon",
    "–": "dash",
    "—": "dash",
    "-": "dash",
    "(": "open",
    ")": "close",
}
_DESCRIBING = frozenset(
    [
        "smooth",
        "light",
        "flat",
        "slow",
        "warm",
        "open",
        "clean",
        "dry",
        "cup",
        "firm",
        "sweep",
        "fan",
        "brush",
        "steady",
    ]
)
_SIDED = frozenset(
    ["both", "each", "either", "left", "right", "other", "near", "far", "opposite", "one", "two"]
)
_LIKERS = frozenset(
    ["people", "they", "i", "you", "we", "she", "he", "who", "some", "others", "most", "partner", "clients"]
)
_AMOUNTS = frozenset(
    "more most less some any several all such own a little|a bit|little|bit|last|first|next".replace(
        "|", " "
    ).split()
) | {"a little", "a bit"}
_DETERMINERS = ("det", "mine", "theirs", "num", "side")


@final
@dataclass(slots=True)
class Mark:
    """A word or phrase with the part that it plays.

    Attributes:
        cat: The part: place, tool, verb, dir, prep, conj, … or "word" for an unknown one.
        value: What it stands for.
        entry: Its row of the lexicon, or None.
        low: Its words in lower case.
        form: The first word's form as a verb.
        i: Index of its first token.
        j: Index behind its last token.
        start: Where it begins in the text.
        end: Where it ends in the text.
        plural: It is a plural noun.
        inner: Words skipped inside the phrase: "your right" in "heel of your right hand".
        cats: Everything that it might be.
    """

    cat: str
    value: Any
    entry: Entry | None
    low: str
    form: str
    i: int
    j: int
    start: int
    end: int
    plural: bool = False
    inner: tuple[str, ...] = ()
    cats: dict[str, Entry] = field(default_factory=dict)

    def take(self, cat: str) -> None:
        """Settle on one of the parts that it might play."""
        self.cat = cat
        entry = self.cats.get(cat)
        if entry is not None:
            self.entry, self.value = entry, entry.value

    def get(self, key: str, default: Any = None) -> Any:
        """What the lexicon's row says about `key`."""
        return default if self.entry is None else self.entry.data.get(key, default)


_PRIORITY = (
    "neg", "caution", "again", "hands", "origin", "prep", "sub", "conj", "tool", "place", "motion", "verb", "dir", "back",
    "side", "press", "tempo", "gradual", "freq", "unit", "times", "num", "distance", "further", "moment", "open",
    "progress", "fingers", "part", "tissue", "mine", "theirs", "det", "subj", "modal", "person", "pron", "adv",
    "filler", "topic",
)  # fmt: skip


def tag(words: list[Token], lexicon: Lexicon) -> list[Mark]:
    """The sentence's words and phrases, longest phrases first, each with its part."""
    marks: list[Mark] = []
    i = 0
    while i < len(words):
        word = words[i]
        if word.low in _CLOSERS:
            marks.append(Mark(_CLOSERS[word.low], None, None, word.low, "", i, i + 1, word.start, word.end))
            i += 1
            continue
        if not (word.low[0].isalnum() or word.low[0] in "'&×½¼¾"):
            i += 1
            continue
        j, cats, inner = _longest(words, i, lexicon.tree)
        mark = Mark("word", None, None, word.low, word.form, i, j, word.start, words[j - 1].end, inner=inner)
        if cats:
            mark.low = " ".join(w.low for w in words[i:j])
            mark.cats = cats
            mark.take(next(cat for cat in _PRIORITY if cat in cats))
            place = cats.get("place")
            mark.plural = any(
                w.plural for w in (words[j - 1 : j] if place and place.get("limb") else words[i:j])
            )
        elif word.low[0].isdigit():
            mark.cat = "num"
        elif word.low.endswith("ly") and len(word.low) > 4:
            mark.cat = "adv"
        elif word.low[0] == "'":
            mark.cat = "state" if word.low != "'s" else "poss"
        marks.append(mark)
        i = j
    for at in range(len(marks)):
        _slip(marks, at, lexicon)
        _settle(marks, at)
    return marks


def _longest(
    words: list[Token], i: int, tree: dict[str, Any]
) -> tuple[int, dict[str, Entry], tuple[str, ...]]:
    """The longest phrase at a word; articles and the like may stand between its words."""
    best: tuple[int, dict[str, Entry], tuple[str, ...]] = (i + 1, {}, ())
    fronts: list[tuple[dict[str, Any], tuple[str, ...]]] = [(tree, ())]
    j = i
    while fronts and j < len(words) and j - i < 14:
        word = words[j]
        ahead: list[tuple[dict[str, Any], tuple[str, ...]]] = []
        for node, inner in fronts:
            hit = node.get(word.low)
            if hit is not None:
                ahead.append((hit, inner))
            if word.norm != word.low and (stem := node.get(word.norm)) is not None:
                ahead.append((stem, inner))
            if j > i and word.low in SKIPPED and len(inner) < 4:
                ahead.append((node, (*inner, word.low)))
        j += 1
        fronts = ahead
        if word.norm == "shoulder" and j < len(words) and words[j].low.startswith("blade"):
            continue
        ends = [(n[""], inner) for n, inner in ahead if "" in n]
        if (ends and words[j - 1].low not in SKIPPED) or (
            ends and any(not i2 or i2[-1] != words[j - 1].low for _, i2 in ends)
        ):
            merged: dict[str, Entry] = {}
            for cats, inner in ends:
                if inner and inner[-1] == words[j - 1].low and words[j - 1].low in SKIPPED:
                    continue
                sided = not _SIDED.isdisjoint(inner)
                for cat, entry in cats.items():
                    if sided and cat not in ("place", "tool", "part", "origin", "hands"):
                        continue
                    merged.setdefault(cat, entry)
            if j == i + 1 and word.form in ("ed", "ing") and "" not in tree.get(word.low, {}):
                merged = {cat: entry for cat, entry in merged.items() if cat in ("verb", "topic")}
            if merged:
                best = (j, merged, min((inner for _, inner in ends), key=len))
    return best


def _slip(marks: list[Mark], at: int, lexicon: Lexicon) -> None:
    """A word written for another, mended where only the other fits."""
    mark = marks[at]
    meant = lexicon.slips.get(mark.low)
    if meant is None or at + 1 >= len(marks):
        return
    cats: dict[str, Entry] = lexicon.tree.get(meant, {}).get("", {})
    opens = at == 0 or marks[at - 1].cat in ("conj", "comma", "semi", "dash", "colon")
    noun_next = marks[at + 1].cat in ("det", "mine", "theirs", "place", "tool")
    if ("verb" in cats and opens and noun_next) or ("prep" in cats and not opens and noun_next):
        mark.cats, mark.low, mark.form = cats, meant, "base"
        mark.take("verb" if "verb" in cats else "prep")


def _settle(marks: list[Mark], at: int) -> None:
    """Decide between the parts that a word might play."""
    mark = marks[at]
    cats = mark.cats
    if mark.low == "in" and "dir" in cats:
        mark.take("dir")
        return
    if (
        mark.cat == "sub"
        and mark.low.startswith("so ")
        and all(m.cat in ("filler", "comma") for m in marks[:at])
    ):
        mark.cat, mark.value = ("subj" if mark.low.split()[-1] in ("i", "you", "we") else "pron"), None
        return
    if mark.low == "then" and at and marks[at - 1].cat == "verb" and marks[at - 1].cats["verb"].lemma == "be":
        mark.cat, mark.value = "filler", None
        return
    if mark.low == "left" and "verb" in cats:
        after = marks[at + 1] if at + 1 < len(marks) else None
        mark.take("verb" if after is not None and after.cat == "pron" else "side")
        if mark.cat == "side" and not _is_side(marks, at):
            mark.cat, mark.value = "filler", None
        return
    if "tempo" in cats and "verb" in cats:
        after = marks[at + 1] if at + 1 < len(marks) else None
        mark.take(
            "verb" if after is not None and after.low in ("down", "up", "the", "your") and not at else "tempo"
        )
        return
    if mark.low == "start" and at and marks[at - 1].low == "the":
        mark.cat, mark.value, mark.entry = "origin", None, None
        return
    if "distance" in cats and "verb" in cats:
        counted = at > 0 and marks[at - 1].cat in ("num", "det", "side", "press")
        mark.take("distance" if counted else "verb")
        return
    if mark.low in ("this", "these", "those", "that") and at + 1 <= len(marks):
        nxt = marks[at + 1] if at + 1 < len(marks) else None
        noun = nxt is not None and nxt.cat in (
            "motion",
            "place",
            "tool",
            "word",
            "tissue",
            "press",
            "tempo",
            "num",
            "topic",
            "person",
            "part",
            "times",
        )
        if mark.low != "that" or (at and marks[at - 1].cat == "prep"):
            mark.take("det" if noun and mark.low != "that" else "pron")
            if noun:
                mark.cat = "det"
            return
        if (
            nxt is None
            or nxt.cat in ("freq", "num", "prep", "comma", "neg", "adv", "tempo")
            or (at and marks[at - 1].low in ("do", "repeat", "after", "like"))
        ):
            mark.take("pron")
            return
    if mark.low in ("until", "till") and at + 1 < len(marks):
        nxt = marks[at + 1]
        clause = nxt.cat in ("subj", "pron", "theirs", "person", "verb") or any(
            m.cat == "verb" for m in marks[at + 2 : at + 5]
        )
        mark.take("sub" if clause else "prep")
        return
    if mark.cat == "again" and mark.low.startswith("like ") and at and marks[at - 1].low in _LIKERS:
        mark.cat, mark.value = "word", None
        return
    if len(cats) < 2 and mark.cat not in ("verb", "place", "side", "modal", "sub", "part", "tissue", "unit"):
        return
    before = _before(marks, at)
    after = marks[at + 1] if at + 1 < len(marks) else None
    low = mark.low
    if "modal" in cats and "prep" in cats:
        verb = (
            after is not None
            and ("verb" in after.cats and after.form == "base")
            and not _noun_after_to(marks, at + 1)
        )
        adverb = (
            after is not None and after.cat == "adv" and at + 2 < len(marks) and "verb" in marks[at + 2].cats
        )
        mark.take("modal" if verb or adverb else "prep")
    elif low == "back" or (low.startswith("back ") and mark.cat == "dir"):
        noun = before is not None and (
            before.cat in ("det", "mine", "theirs", "poss", "of", "num")
            or (before.cat == "prep" and before.value in ("path", "at", "of", "above", "below", "with"))
            or (before.cat == "dir" and before.value in ("across", "around", "into"))
            or (before.cat == "side" and before.low in ("both", "each"))
            or before.cat == "word"
            or (before.cat == "filler" and at > 1 and marks[at - 2].cat in ("det", "mine", "theirs"))
        )
        mark.take("place" if noun and low == "back" else mark.cat if low != "back" else "place")
        if low == "back" and not noun:
            mark.cat, mark.value, mark.entry = "back", None, None
    elif "side" in cats and low in ("left", "right") and not _is_side(marks, at):
        mark.cat, mark.value = "filler", None
    elif "freq" in cats and "sub" in cats:
        clause = after is not None and after.cat in ("subj", "det", "mine", "theirs", "pron")
        mark.take("sub" if clause else "freq")
    elif "moment" in cats and "sub" in cats:
        mark.take("moment" if before is not None and before.cat in ("det", "num", "filler") else "sub")
    elif "unit" in cats:
        counted = before is not None and (before.cat in ("num", "moment") or before.low in ("a", "for", "of"))
        rest = next((c for c in _PRIORITY if c in cats and c != "unit"), None)
        if counted or (mark.plural and rest is None):
            mark.take("unit")
        elif low == "second":
            mark.cat, mark.value = "side", "other"
        elif rest:
            mark.take(rest)
    elif "press" in cats and "verb" in cats:
        mark.take("verb" if _starts(before) and after is not None and after.cat == "det" else "press")
    elif "times" in cats and ("verb" in cats or "dir" in cats):
        number = before is not None and (
            before.cat == "num" or (before.cat in ("tempo", "press") and at > 1 and marks[at - 2].cat == "num")
        )
        mark.take("times" if number else "verb" if "verb" in cats else "dir")
        if mark.cat == "verb" and not is_verb(marks, at):
            mark.take("times")
    elif (
        mark.value == "as_if"
        and low == "like"
        and before is not None
        and before.cat in ("subj", "person", "pron", "modal")
    ):
        mark.take("verb" if "verb" in cats else "sub")
    elif "verb" in cats and mark.cat not in (
        "hands",
        "neg",
        "caution",
        "prep",
        "again",
        "origin",
        "sub",
        "conj",
    ):
        _settle_verb(marks, at)


def _noun_after_to(marks: list[Mark], at: int) -> bool:
    mark = marks[at]
    return "place" in mark.cats or "tool" in mark.cats or "dir" in mark.cats


def _settle_verb(marks: list[Mark], at: int) -> None:
    mark = marks[at]
    noun = mark.cats.get("motion")
    if (
        noun is not None
        and noun.get("technique")
        and noun.get("technique") != mark.cats["verb"].value
        and mark.form == "ing"
    ):
        mark.take("motion")
        return
    if is_verb(marks, at):
        mark.take("verb")
        return
    for cat in (
        "tool",
        "place",
        "motion",
        "press",
        "fingers",
        "part",
        "tissue",
        "person",
        "topic",
        "hands",
        "dir",
        "adv",
    ):
        if cat in mark.cats:
            mark.take(cat)
            return
    if mark.cats["verb"].get("act") in ("move", "free") and mark.form in ("base", "s", "ing"):
        mark.take("verb")
        mark.cat = "motion"
    else:
        mark.cat = "word"


def _before(marks: list[Mark], at: int) -> Mark | None:
    """The mark before, past adverbs."""
    k = at - 1
    while k >= 0 and (marks[k].cat in ("adv", "tempo", "gradual") and marks[k].low.endswith("ly")):
        k -= 1
    return marks[k] if k >= 0 else None


def _starts(before: Mark | None) -> bool:
    return before is None or before.cat in (
        "conj",
        "comma",
        "semi",
        "colon",
        "dash",
        "open",
        "close",
        "modal",
        "subj",
        "neg",
        "sub",
        "filler",
    )


def is_verb(marks: list[Mark], at: int) -> bool:
    """Whether a word that may be a verb is one here."""
    mark = marks[at]
    before = _before(marks, at)
    after = marks[at + 1] if at + 1 < len(marks) else None
    if mark.cats["verb"].lemma == "be":
        return True
    if (
        mark.low in _DESCRIBING
        and before is not None
        and before.cat in ("comma", "conj", "prep", "press", "tempo", "word")
        and _adjective(marks, at)
    ):
        return False
    if mark.form == "s" and before is not None and before.cat == "subj":
        return True
    if mark.form == "ing":
        return not (
            (
                before is not None
                and (
                    before.cat in ("det", "mine", "theirs", "press", "poss")
                    or (before.cat == "word" and at > 1 and marks[at - 2].cat == "det")
                )
                and after is not None
                and (
                    after.cat in ("motion", "word", "topic", "tool", "place", "tissue", "person")
                    or before.cat == "word"
                )
            )
            or (
                after is not None
                and after.cat == "motion"
                and after.entry is not None
                and after.entry.cat == "motion"
            )
        )
    if (
        mark.form == "ed"
        and mark.cats["verb"].get("act") in ("mind", "state")
        and before is not None
        and before.cat in ("comma", "person", "pron", "word")
    ):
        return True
    if (
        mark.form == "ed"
        and before is not None
        and before.cat in ("conj", "comma", "filler")
        and any(m.cat == "verb" and m.form == "ed" for m in marks[:at])
    ):
        return True
    if mark.form == "ed":
        return any(
            m.cat == "subj"
            or m.low in ("is", "are", "be", "been", "being", "'re", "'m", "was", "were", "he", "she", "they")
            for m in marks[max(0, at - 4) : at]
        )
    if before is None:
        return (
            mark.form == "base"
            and not (after is not None and after.cat in ("prep",) and after.value == "of")
            and not (after is not None and after.low in ("is", "are", "should", "can", "will", "must", "may"))
        )
    noun_like = mark.cats["verb"].get("noun", False)
    if before.cat in ("modal", "subj", "neg"):
        return True
    if before.cat in ("det", "mine", "theirs", "poss"):
        return False
    if before.cat in ("motion", "tissue") and mark.form == "s" and not before.plural:
        return True
    if before.cat in ("press", "tempo", "num", "side", "fingers", "tissue", "motion"):
        if mark.form == "s" or noun_like:
            return (
                before.cat == "side"
                and before.value in ("other", "one", "left", "right")
                and mark.form == "s"
                and (after is None or after.cat != "verb")
            )
        return before.low.endswith(("ly", "er")) or (not noun_like and before.cat != "num")
    if before.cat == "prep":
        return False
    if before.cat == "verb" and mark.form == "base":
        return before.cats["verb"].get("act") in ("begin", "on", "go", "mind") or before.low in (
            "let",
            "help",
            "come",
            "go",
        )
    if before.cat == "tool":
        if before.plural:
            return mark.form == "base"
        return (mark.form == "s" and not before.low.startswith("thumb")) or (
            mark.form == "s" and after is not None and after.cat in ("dir", "prep")
        )
    if before.cat == "filler" and before.low in _AMOUNTS:
        return False
    if before.cat in (
        "conj",
        "comma",
        "semi",
        "colon",
        "dash",
        "open",
        "close",
        "sub",
        "filler",
        "back",
        "side",
        "dir",
        "again",
    ):
        if mark.form == "s":
            third = any(m.cat == "verb" and m.form == "s" for m in marks[:at])
            return (third and before.cat in ("conj", "comma", "sub", "filler")) or (
                not noun_like and before.cat in ("conj", "comma")
            )
        return not (
            mark.form == "base"
            and after is not None
            and after.cat == "prep"
            and after.value == "of"
            and noun_like
        )
    if before.cat == "side" and before.low in ("left", "right", "other") and mark.form == "s":
        return True
    if (
        before.cat == "word"
        and noun_like
        and mark.form == "s"
        and not any(m.cat in ("det", "theirs") for m in marks[max(0, at - 3) : at])
    ):
        return False
    if before.cat == "word" and noun_like and (at == 1 or marks[at - 2].cat in ("prep", "dir")):
        return False
    if before.cat in ("pron", "person", "place", "word", "topic"):
        return mark.form in ("s", "base")
    return mark.form == "base"


def _adjective(marks: list[Mark], at: int) -> bool:
    """ "Long, smooth upward strokes": only describing words stand between it and a noun of motion."""
    for mark in marks[at + 1 : at + 4]:
        if "motion" in mark.cats and mark.form in ("s", "base") and mark.cat != "dir":
            return True
        if "verb" in mark.cats and mark.cats["verb"].get("noun") and mark.form == "s":
            return True
        if mark.cat not in ("dir", "press", "tempo", "word", "conj", "comma"):
            return False
    return False


def _is_side(marks: list[Mark], at: int) -> bool:
    """Whether left or right says which, and not "right up" or "what is left"."""
    mark = marks[at]
    before = _before(marks, at)
    after = marks[at + 1] if at + 1 < len(marks) else None
    if (
        after is not None
        and after.cat == "place"
        and after.low.split()[0] in ("between", "beside", "under", "below", "next", "alongside", "behind")
    ):
        return False
    if (
        after is not None
        and after.cat in ("dir", "prep", "adv")
        and (before is None or before.cat not in ("det", "mine", "theirs", "prep", "conj", "comma"))
    ):
        return False
    if after is not None and after.low in (
        "where",
        "when",
        "away",
        "now",
        "then",
        "into",
        "up",
        "down",
        "over",
        "across",
        "under",
        "along",
        "through",
    ):
        return before is not None and before.low in ("the", "their", "your", "on", "to")
    if (
        mark.low == "left"
        and before is not None
        and before.low in ("is", "are", "have", "has", "you", "been")
    ):
        return False
    return not (
        mark.low == "right"
        and before is not None
        and before.low in ("'s", "is", "all", "feel", "feels", "just")
    )
