"""Settling: which of the parts that a word might play it plays here."""

from effleurage.reading._words.lexicon import Entry
from effleurage.reading._words.mark import Mark
from effleurage.reading._words.settle_odd import FAR, ODD, breath_behind, names_it, settle_odd, told_behind
from effleurage.reading._words.settle_verb import (
    BOUNDS,
    counts_behind,
    explains,
    is_anyone,
    is_side,
    noun_after_to,
    opens_motion,
    settle_verb,
)
from effleurage.reading._words.verb_guess import before_adverbs, guessed, starts_clause
from effleurage.reading._words.verbs import is_verb

_LIKERS = frozenset(
    ["people", "they", "i", "you", "we", "she", "he", "who", "some", "others", "most", "partner", "clients"]
)


PRIORITY = (
    "neg",
    "caution",
    "again",
    "hands",
    "origin",
    "prep",
    "sub",
    "conj",
    "tool",
    "place",
    "motion",
    "verb",
    "dir",
    "back",
    "side",
    "press",
    "tempo",
    "gradual",
    "freq",
    "unit",
    "times",
    "num",
    "distance",
    "further",
    "moment",
    "endless",
    "progress",
    "fingers",
    "part",
    "tissue",
    "mine",
    "theirs",
    "det",
    "subj",
    "modal",
    "person",
    "pron",
    "adv",
    "filler",
    "topic",
)


_LAST = frozenset({"last", "final", "last one", "final one"})
_ACTING = ("motion", "tool", "hands", "place")


_NEVER_LIKE = frozenset(["it", "them", "her", "him", "this", "that", "me", "us"])
"""Behind these "like" compares: as a verb it would be "it likes"."""


_OPEN = frozenset({"hands", "origin", "sub", "again", "prep", "verb", "unit", "word"})
"""Parts that a word may lose even where it might play no other."""


_STEPWISE = frozenset(["down one", "up one"])
"""A step along ribs or bones, unless a side stands behind: "down one side of the spine"."""


_TOLD = (
    ODD
    | _STEPWISE
    | {"hands off", "as"}
    | frozenset(
        [
            *(
                "in",
                "then",
                "left",
                "start",
                "beginning",
                "this",
                "these",
                "those",
                "that",
                "same",
                "near",
                "until",
                "till",
            ),
            *("nobody", "no one", "saw", "spare", "back", "right", "one", "each", "for this", "as they"),
        ]
    )
)
"""Words with a rule of their own, which may change them even where they might play no other part."""


_MORE = ("more", "further", "extra", "additional", "full", "complete")


_RULED = _TOLD | {"with each", "with every", "like", "nearer", "closer", "each time", "every time"}
"""All words with a rule of their own."""


def _handed(verb: Mark, noun: Mark) -> bool:
    """As in "lift that hand", "climb that whole side": a thing that is taken, and not what is said."""
    if noun.cat in ("tool", "place") or noun.low in ("whole", "entire", "same"):
        return True
    return noun.cat in ("word", "tissue") and verb.cats["verb"].get("act") in ("move", "put", "go", "free")


def _is_made(verb: Mark, noun: Mark) -> bool:
    """As in "make this pull again", "repeat this press": what is done once more, and no verb."""
    done = verb.cat == "verb" and verb.cats["verb"].lemma in _MAKING
    return done and noun.form == "base" and "verb" in noun.cats and bool(noun.cats["verb"].get("noun"))


_DOING_THAT = frozenset(
    {"do", "does", "did", "doing", "done", "repeat", "after", "like", "follow", "following"}
)
"""As in "follow that up with a fan": it is what was done."""


_MAKING = ("make", "perform", "repeat", "do", "continue", "practise", "practice", "execute")


def is_settled(low: str, cat: str, cats: dict[str, Entry]) -> bool:
    """Whether a word plays its part wherever it stands, as most do that might play no other."""
    if len(cats) > 1 or low in _TOLD:
        return False
    return cat not in _OPEN or (cat == "prep" and not low.startswith(BOUNDS))


def _is_home(marks: list[Mark], at: int) -> bool:
    """As in "out round the hips; back to start", on cards: where it began."""
    led = at > 1 and marks[at - 1].low == "to" and marks[at - 2].base in ("back", "return")
    return led and (at + 1 == len(marks) or marks[at + 1].cat in ("comma", "semi", "close", "conj"))


LIQUIDS = frozenset({"oil", "lotion", "cream", "balm"})


def _settle_told(marks: list[Mark], at: int) -> bool:
    """Settle a word that has a rule of its own; whether the rule held."""
    mark = marks[at]
    cats = mark.cats
    if (mark.low in ODD or mark.cat in ("hands", "origin")) and settle_odd(marks, at):
        return True
    if mark.low in ("with each", "with every") and "sub" in cats and breath_behind(marks, at):
        mark.cat, mark.value, mark.cats = "prep", "with", {}
        return True
    if mark.low == "like" and counts_behind(marks, at):
        mark.cat, mark.value, mark.cats = "filler", None, {}
        return True
    if mark.low == "in" and "dir" in cats:
        mark.take("dir")
        if any(m.base in LIQUIDS for m in marks[at + 1 : at + 3]):
            # As in "coat the back in warm oil": with what, and no way toward the middle.
            mark.cat, mark.value, mark.entry, mark.cats = "prep", "with", None, {}
        return True
    if mark.cat == "again" and mark.low == "same" and at + 1 < len(marks):
        if marks[at + 1].cat in ("part", "tissue", "place", "tool", "word", "topic", "person", "num"):
            mark.cat, mark.value, mark.entry = "det", None, None
        return True
    if mark.low == "then" and at and marks[at - 1].cat == "verb" and marks[at - 1].cats["verb"].lemma == "be":
        mark.cat, mark.value = "filler", None
        return True
    if mark.low == "left" and "verb" in cats:
        after = marks[at + 1] if at + 1 < len(marks) else None
        mark.take("verb" if after is not None and after.cat == "pron" else "side")
        if mark.cat == "side" and not is_side(marks, at):
            mark.cat, mark.value = "filler", None
        return True
    if mark.low == "spare" and at and marks[at - 1].cat in ("det", "mine"):
        # As in "with your spare hand": the other one, and nothing that is left out.
        mark.cat, mark.value, mark.entry, mark.cats = "word", None, None, {}
        return True
    to_it = at > 1 and marks[at - 1].low == "the" and marks[at - 2].low in ("to", "back to")
    begun = mark.low == "beginning" and to_it and not (at + 1 < len(marks) and marks[at + 1].low == "of")
    if begun or (mark.low == "start" and at and (marks[at - 1].low == "the" or _is_home(marks, at))):
        mark.cat, mark.value, mark.entry = "origin", None, None
        return True
    if mark.low in {"this", "these", "those", "that"} and at + 1 <= len(marks):
        nxt = marks[at + 1] if at + 1 < len(marks) else None
        noun = nxt is not None and nxt.cat in {
            "motion",
            "place",
            "tool",
            "fingers",
            "word",
            "tissue",
            "press",
            "tempo",
            "num",
            "topic",
            "person",
            "part",
            "times",
        }
        plural = nxt is not None and nxt.form == "s" and "verb" in nxt.cats and nxt.cats["verb"].get("noun")
        noun = noun or (plural and mark.low in ("these", "those"))
        noun = noun or (mark.low == "this" and at > 0 and nxt is not None and _is_made(marks[at - 1], nxt))
        told = at > 0 and nxt is not None and marks[at - 1].cat == "verb" and _handed(marks[at - 1], nxt)
        begins = not at and nxt is not None and nxt.cat == "tool"
        if mark.low != "that" or told or begins or (at and marks[at - 1].cat in ("prep", "dir")):
            mark.take("det" if noun and mark.low != "that" else "pron")
            if noun:
                mark.cat = "det"
            return True
        if (
            nxt is None
            or nxt.cat in ("freq", "num", "prep", "comma", "neg", "adv", "tempo")
            or nxt.low in ("too", "as well", "also")
            or (at and marks[at - 1].low in _DOING_THAT)
        ):
            mark.take("pron")
            return True
    if mark.cat == "sub" and mark.low in ("each time", "every time"):
        nxt = marks[at + 1] if at + 1 < len(marks) else None
        if nxt is None or nxt.cat in ("comma", "prep", "close", "conj", "semi"):
            mark.cat, mark.value, mark.entry = "filler", None, None
        return True
    if mark.low in ("nobody", "no one"):
        verb = _not_done(marks, at)
        if verb is not None:
            if verb.cats["verb"].get("act") in ("move", "go", "put", "stay"):
                mark.cat, mark.value, mark.entry = "neg", None, None
            return True
    if mark.low == "as they" and not at and _meanwhile(marks[at + 1 : at + 3]):
        mark.value, mark.entry = "while", None
        return True
    if mark.low == "for this" and not at and len(marks) > 1 and marks[1].cat == "subj":
        mark.mute()
        return True
    if mark.low == "for this" and names_it(marks, at):
        mark.cat, mark.value, mark.entry, mark.cats = "prep", "at", None, {}
        return True
    if mark.low == "saw" and at and marks[at - 1].cat in ("subj", "pron", "person"):
        mark.become(Entry("verb", None, "see", {"act": "mind"}))
        return True
    if mark.low == "near" and "side" in cats and 0 < at == len(marks) - 1 and marks[at - 1].cat == "conj":
        mark.take("side")
        return True
    if mark.low in ("near", "nearer", "closer") and "side" in cats and at + 1 < len(marks):
        led = at == 0 or marks[at - 1].cat in ("det", "mine", "theirs")
        mark.take("side" if led and marks[at + 1].cat in ("place", "tool", "part") else "prep")
        return True
    if (
        mark.low == "same"
        and at + 1 < len(marks)
        and marks[at + 1].cat in ("num", "tissue", "part", "place", "tool")
    ):
        mark.cat = "det"
        return True
    if mark.low == "hands off" and at and marks[at - 1].cat == "verb":
        mark.cat, mark.value, mark.entry = "dir", "off", None
        return True
    if mark.low == "as" and at and marks[at - 1].low == "same" and at + 2 < len(marks):
        if marks[at + 1].cat == "subj" and marks[at + 2].cat == "modal":
            mark.cat, mark.value = "sub", "as_if"
            marks[at - 1].cat, marks[at - 1].value, marks[at - 1].cats = "filler", None, {}
        return True
    if mark.low in _STEPWISE and at + 1 < len(marks) and marks[at + 1].low.startswith("side"):
        mark.cat, mark.value, mark.entry = "dir", mark.low.split()[0], None
        return True
    ends = at + 1 == len(marks) or marks[at + 1].cat in ("comma", "conj", "semi")
    if mark.low == "each" and at and marks[at - 1].cat == "unit" and ends:
        mark.cat, mark.value, mark.entry = "filler", None, None
        return True
    if mark.low in ("until", "till") and at + 1 < len(marks):
        nxt = marks[at + 1]
        clause = nxt.cat in ("subj", "pron", "theirs", "person", "verb") or any(
            m.cat == "verb" or ("verb" in m.cats and m.cat == "motion") for m in marks[at + 2 : at + 5]
        )
        clause = clause or told_behind(marks[at + 1 : at + FAR])
        mark.take("sub" if clause else "prep")
        return True
    if mark.low == "one" and at + 1 < len(marks) and is_anyone(marks, at):
        mark.cat, mark.value, mark.entry = "subj", None, None
        return True
    return False


def _not_done(marks: list[Mark], at: int) -> Mark | None:
    """As in "nobody moves", "nobody needs to be pounded": what nobody does, or has done to them."""
    behind = [m for m in marks[at + 1 : at + 4] if m.cat != "modal"]
    if len(behind) > 1 and behind[0].base == "be" and behind[1].form == "ed":
        behind = behind[1:]
    elif behind[:1] != marks[at + 1 : at + 2]:
        return None
    return behind[0] if behind and "verb" in behind[0].cats else None


_LET_GO = ("let them go", "let it go", "let go")


def _is_way(mark: Mark) -> bool:
    return mark.cat == "dir" and mark.value not in ("off", "into", "in")


def _meanwhile(behind: list[Mark]) -> bool:
    """As in "as they meet", "as they reach the neck": when, and no reason."""
    verb = next((m.cats["verb"] for m in behind if "verb" in m.cats), None)
    return verb is not None and (verb.get("act") in ("go", "move", "free") or verb.lemma in _COMING)


_COMING = ("meet", "cross", "touch", "pass", "arrive", "finish", "land")


def _is_aim(word: Mark, behind: list[Mark]) -> bool:
    """A word that the lexicon lacks, before what it does something to."""
    return (
        word.cat == "word" and not word.cats and bool(behind) and behind[0].cat in ("det", "theirs", "mine")
    )


def _likes(marks: list[Mark], at: int) -> bool:
    """As in "The nerves beside the spine like this one": what does somebody good, and no likeness."""
    if marks[0].cat not in ("det", "theirs") or any("verb" in m.cats for m in marks[:at]):
        return False
    many = any(m.cat in ("tissue", "person", "word") and m.low.endswith("s") for m in marks[1:at])
    nxt = marks[at + 1] if at + 1 < len(marks) else None
    return many and nxt is not None and (nxt.low == "one" or "motion" in nxt.cats)


def _is_doing(marks: list[Mark], at: int) -> bool:
    """As in "I'm reaching down" and "my hand is already following": what is done, and no preposition."""
    while at and marks[at - 1].low in ("already", "now", "still", "just"):
        at -= 1
    before = before_adverbs(marks, at)
    return before is not None and before.cat == "verb" and before.cats["verb"].lemma == "be"


def _goes(marks: list[Mark], at: int) -> bool:
    """As in "the thumb goes over the bone" and "make the last one go over it": the hands, on their way."""
    if marks[at].form == "s":
        last_one = at > 1 and marks[at - 1].low == "one" and marks[at - 2].low in _LAST
        which = at > 1 and marks[at - 1].low in _WHICH and marks[at - 1].cat == "sub"
        return last_one or which or (at > 0 and marks[at - 1].cat in _ACTING)
    return marks[at].form == "base" and any(m.low in _LAST for m in marks[max(0, at - 4) : at])


def _all_go(marks: list[Mark], at: int) -> bool:
    """As in "in strokes that all go up the back": which strokes, and no turns that are counted."""
    told = at > 1 and marks[at - 1].low in ("all", "each", "always") and marks[at - 2].low in _WHICH
    return told and marks[at].form == "base"


_WHICH = ("that", "which")


def settle(marks: list[Mark], at: int, *, past: bool = False) -> None:
    """Decide between the parts that a word might play."""
    mark = marks[at]
    if is_settled(mark.low, mark.cat, mark.cats):
        return
    ruled = mark.low in _RULED or mark.cat in ("hands", "origin")
    if ruled and _settle_told(marks, at):
        return
    cats = mark.cats
    if mark.cat == "prep" and mark.form == "ing" and "verb" in cats and _is_doing(marks, at):
        mark.take("verb")
        return
    if (
        mark.cat == "sub"
        and mark.low.startswith("so ")
        and (all(m.cat in ("filler", "comma") for m in marks[:at]) or marks[at - 1].cat in ("conj", "semi"))
    ):
        mark.low = mark.low.split()[-1]
        mark.cat, mark.value = ("subj" if mark.low in ("i", "you", "we") else "pron"), None
        return
    if "tempo" in cats and "verb" in cats:
        after = marks[at + 1] if at + 1 < len(marks) else None
        mark.take(
            "verb" if after is not None and after.low in ("down", "up", "the", "your") and not at else "tempo"
        )
        return
    if "distance" in cats and "verb" in cats:
        counted = at > 0 and (
            marks[at - 1].cat in ("num", "det", "side", "press") or marks[at - 1].low == "by"
        )
        mark.take("distance" if counted else "verb")
        return
    if mark.cat == "prep" and mark.low.partition(" ")[0] in BOUNDS and opens_motion(marks, at):
        verb = mark.low.partition(" ")[0]
        data = {"act": "begin" if verb in ("start", "begin") else "end"}
        mark.become(Entry("verb", None, verb, data))
        return
    lemma = cats["verb"].lemma if "verb" in cats else ""
    if lemma == "go over" and _goes(marks, at):
        mark.cats = {"verb": Entry("verb", "effleurage", "go", {"act": "go", "technique": "effleurage"})}
        cats = mark.cats
    if lemma == "go on" and at + 1 < len(marks):
        onto = marks[at + 1].cat in ("side", "place", "det", "theirs")
        if onto and marks[at + 1].low not in ("this", "that"):
            mark.cats = {"verb": Entry("verb", "effleurage", "go", {"act": "go", "technique": "effleurage"})}
            cats = mark.cats
    if lemma in _LET_GO and at + 1 < len(marks) and _is_way(marks[at + 1]):
        # As in "let them go outwards around the shoulders": hands that are sent on, and no release.
        mark.cats = {"verb": Entry("verb", "effleurage", "go", {"act": "go", "technique": "effleurage"})}
        cats = mark.cats
    if mark.cat == "verb" and len(cats) == 1 and mark.low != "back":
        # Nothing else that it might be, as of most verbs.
        settle_verb(marks, at, past=past)
        return
    if mark.cat == "again" and mark.low.startswith("like ") and at and marks[at - 1].low in _LIKERS:
        mark.cat, mark.value = "word", None
        return
    if mark.cat == "again" and mark.low in ("like this", "like that") and _likes(marks, at):
        mark.cat, mark.value, mark.entry = "word", None, None
        return
    if not cats and mark.cat == "word" and at == 1 and mark.low.endswith("s") and explains(marks, at):
        mark.become(Entry("verb", None, mark.low, {"act": "state"}))
        return
    if not cats and mark.cat == "word" and guessed(marks, at):
        mark.cats = {"verb": Entry("verb", None, mark.low, {"act": "unknown"})}
        mark.form = "base"
        mark.take("verb")
        return
    if len(cats) < 2 and mark.cat not in {"verb", "place", "side", "modal", "sub", "part", "tissue", "unit"}:
        return
    before = before_adverbs(marks, at)
    after = marks[at + 1] if at + 1 < len(marks) else None
    low = mark.low
    if "modal" in cats and "prep" in cats:
        verb = (
            after is not None
            and ("verb" in after.cats and after.form == "base")
            and not noun_after_to(marks, at + 1)
        )
        adverb = (
            after is not None and after.cat == "adv" and at + 2 < len(marks) and "verb" in marks[at + 2].cats
        )
        # As in "To free the shoulder, lay one hand …": what it is for, whatever the verb.
        aim = not at and after is not None and _is_aim(after, marks[at + 2 : at + 3])
        mark.take("modal" if verb or adverb or aim else "prep")
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
    elif "side" in cats and low in ("left", "right") and not is_side(marks, at):
        mark.cat, mark.value = "filler", None
    elif "freq" in cats and "sub" in cats:
        clause = after is not None and after.cat in ("subj", "det", "mine", "theirs", "pron")
        mark.take("sub" if clause else "freq")
    elif "moment" in cats and "sub" in cats:
        counted = before is not None and before.cat in ("det", "num", "filler")
        mark.take("moment" if counted and (low != "while" or before.cat != "num") else "sub")
    elif "unit" in cats:
        counted = before is not None and (before.cat in ("num", "moment") or before.low in ("a", "for", "of"))
        rest = next((c for c in PRIORITY if c in cats and c != "unit"), None)
        if counted or (mark.plural and rest is None):
            mark.take("unit")
        elif low == "second":
            # As in "Second, knead the neck.": counted off, and no other hand or side.
            told = before is not None or after is None or after.cat != "comma"
            mark.cat, mark.value = ("side", "other") if told else ("filler", None)
        elif rest:
            mark.take(rest)
    elif "press" in cats and "verb" in cats:
        acts = mark.low == "feather" or " " in mark.low
        ahead = (
            ("det", "dir", "prep", "place", "press", "tempo", "filler", "adv", "word") if acts else ("det",)
        )
        mark.take("verb" if starts_clause(before) and after is not None and after.cat in ahead else "press")
    elif "times" in cats and ("verb" in cats or "dir" in cats):
        number = before is not None and (
            before.cat == "num"
            # As in "two slow rounds", "for two more rounds".
            or (
                (before.cat in ("tempo", "press") or before.low in _MORE)
                and at > 1
                and marks[at - 2].cat == "num"
            )
        )
        mark.take("times" if number else "verb" if "verb" in cats else "dir")
        if mark.cat == "verb" and not is_verb(marks, at) and not _all_go(marks, at):
            if cats["verb"].get("act") == "move":
                mark.cat = "motion"
            else:
                mark.take("motion" if low == "gone" else "times")
    elif (
        mark.value == "as_if"
        and low == "like"
        and before is not None
        and before.cat in ("subj", "person", "pron", "modal")
        and before.low not in _NEVER_LIKE
    ):
        mark.take("verb" if "verb" in cats else "sub")
    elif "verb" in cats and mark.cat not in {
        "hands",
        "neg",
        "caution",
        "prep",
        "again",
        "origin",
        "sub",
        "conj",
    }:
        settle_verb(marks, at, past=past)
