"""Verb or noun: whether a word that may be a verb is one where it stands."""

from effleurage.reading._mark import Mark

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

_CAUSING = ("let", "have", "make", "help", "see", "feel", "watch", "hear")
_FINITE = frozenset(
    (
        *(
            "went",
            "came",
            "took",
            "drew",
            "began",
            "shook",
            "ran",
            "rose",
            "sank",
            "wove",
            "gave",
            "saw",
            "fell",
        ),
        *(
            "knew",
            "flew",
            "froze",
            "spoke",
            "wrote",
            "wore",
            "broke",
            "chose",
            "drove",
            "swam",
            "sang",
            "rang",
        ),
        *("drank", "crept", "slid", "was", "were", "knelt", "sat", "swung", "got", "told", "said", "thought"),
        *("lay", "felt", "kept", "did", "swept", "began"),
    )
)
"""Past forms that are no participle, or hardly ever one before a noun."""

_BEFORE_NOUN = ("det", "mine", "theirs", "side", "num", "poss", "fingers", "word", "press", "tempo", "filler")
_AMOUNTS = frozenset(
    "more most less some any several all such own a little|a bit|little|bit|last|first|next".replace(
        "|", " "
    ).split()
) | {"a little", "a bit"}


def before_adverbs(marks: list[Mark], at: int) -> Mark | None:
    """The mark before, past adverbs: "the therapist now stands", "both hands then squeeze"."""
    k = at - 1
    while k >= 0 and (marks[k].cat in ("adv", "tempo", "gradual", "press") and marks[k].low.endswith("ly")):
        k -= 1
    between = k > 0 and marks[k].low in _BETWEEN and marks[k].cat in ("filler", "conj", "adv")
    if between and (marks[k - 1].cat in _ACTORS or marks[k - 1].low in _BE):
        k -= 1
    return marks[k] if k >= 0 else None


_ACTORS = ("subj", "tool", "pron", "person", "modal")
_BE = ("is", "are", "was", "were", "be", "been")
_BETWEEN = frozenset(
    (
        *("now", "then", "next", "also", "just", "simply", "really", "finally", "always", "usually", "often"),
        *(
            "sometimes",
            "still",
            "even",
            "only",
            "instead",
            "again",
            "first",
            "afterwards",
            "lastly",
            "here",
            "too",
        ),
        *("never", "all", "both", "each", "together", "meanwhile", "either", "thereafter", "presently"),
    )
)
"""Adverbs that stand between a subject and its verb."""


def starts_clause(before: Mark | None) -> bool:
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


_SMALL_WORDS = frozenset(
    (
        *(
            "beyond",
            "amongst",
            "besides",
            "versus",
            "whether",
            "either",
            "half",
            "worth",
            "because",
            "concerning",
        ),
        *(
            "although",
            "throughout",
            "toward",
            "minus",
            "via",
            "onto",
            "once",
            "twice",
            "thus",
            "hence",
            "whoever",
        ),
        *(
            "whichever",
            "what",
            "who",
            "why",
            "how",
            "where",
            "when",
            "nothing",
            "everything",
            "something",
            "not",
        ),
        *(
            "yes",
            "yeah",
            "hey",
            "dear",
            "hello",
            "thanks",
            "sorry",
            "ready",
            "maybe",
            "perhaps",
            "since",
            "near",
        ),
        *(
            "regarding",
            "including",
            "towards",
            "aboard",
            "beside",
            "off",
            "outside",
            "inside",
            "notwithstanding",
        ),
        *(
            "hence",
            "alright",
            "good",
            "great",
            "nice",
            "lovely",
            "right",
            "okay",
            "many",
            "few",
            "enough",
            "both",
        ),
        *(
            "same",
            "other",
            "another",
            "every",
            "each",
            "all",
            "most",
            "more",
            "less",
            "least",
            "better",
            "best",
        ),
    )
)
"""Words that no verb is, however they stand."""


def guessed(marks: list[Mark], at: int) -> bool:
    """Whether a word that the lexicon lacks is a verb by its frame: "Smoosh the palms …", "don't jam it"."""
    mark = marks[at]
    word = mark.low
    if len(word) < 3 or not word.isalpha() or word in _SMALL_WORDS:
        return False
    if word.endswith(
        ("ing", "ed", "ly", "ness", "tion", "ment", "ful", "ous", "ible", "able", "ity", "est", "'s")
    ) or (word.endswith("s") and not word.endswith("ss")):
        return False
    before = before_adverbs(marks, at)
    after = marks[at + 1] if at + 1 < len(marks) else None
    if after is None:
        return False
    led = (
        before is None
        or before.cat in ("neg", "modal", "conj")
        or (before.cat == "subj" and before.low in _WE)
    )
    led = led or (before is not None and before.cat in ("comma", "colon", "semi", "dash"))
    taken = after.cat in ("mine", "theirs", "tool") or after.low in (
        "the",
        "it",
        "them",
        "both",
        "each",
        "those",
    )
    if not led or not taken:
        return False
    if before is not None and before.cat == "modal" and before.low == "to":
        return any(m.cat == "tool" or "tool" in m.cats for m in marks[at + 1 : at + 5])
    listed = before is not None and before.cat in ("comma", "conj")
    return not listed or not (at > 1 and marks[at - 2].cat in ("word", "topic", "person"))


_WE = ("you", "i", "we")


def is_verb(marks: list[Mark], at: int, *, past: bool = False) -> bool:
    """Whether a word that may be a verb is one here.

    Args:
        marks: The sentence's words.
        at: Which of them.
        past: It is told as it happened, so that "her thumbs pressed" is what they did.
    """
    mark = marks[at]
    before = before_adverbs(marks, at)
    after = marks[at + 1] if at + 1 < len(marks) else None
    if mark.cats["verb"].lemma == "be":
        return True
    if mark.form == "base" and before is not None and before.low in ("every", "each", "another"):
        return False
    if mark.low == "last" and before is not None and before.cat in ("det", "pron", "mine", "theirs", "num"):
        return False
    if (
        mark.low in _DESCRIBING
        and before is not None
        and before.cat in ("comma", "conj", "prep", "press", "tempo", "word")
        and _adjective(marks, at)
    ):
        return False
    if (
        mark.low in _DESCRIBING
        and before is not None
        and before.cat == "comma"
        and (after is None or after.low in ("as", "and", "or", ","))
    ):
        return False
    if mark.low in ("set", "put", "spread") and before is not None and before.low in _BE:
        return True
    kept = [m.cats["verb"].lemma for m in marks[max(0, at - 4) : at] if m.cat == "verb"]
    if mark.low in _DESCRIBING and kept and kept[-1] in ("keep", "hold", "leave"):
        return False
    if mark.low == "open" and kept and kept[-1] in ("spread", "pull", "stretch", "push", "ease"):
        return False
    if mark.form == "s" and before is not None and before.cat == "subj":
        return True
    if (
        mark.form == "ing"
        and after is not None
        and after.cat == "modal"
        and (before is None or before.cat != "subj")
    ):
        return False
    if mark.form == "ing" and before is None and after is not None and after.form == "s":
        told = after.cats.get("verb")
        if told is not None and told.get("act") in ("state", "mind"):
            return False
    if mark.form == "ing" and before is not None and _gerund(marks, at, before, after):
        return False
    if mark.form == "s" and mark.cats["verb"].get("noun") and before is not None and _bare_plural(marks, at):
        return False
    quality = before is not None and before.cat in ("tempo", "press") and at > 1
    if mark.form == "ing" and quality and marks[at - 2].cat == "prep" and marks[at - 2].value == "of":
        return False
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
    if mark.form == "ed" and (mark.low in _FINITE or (past and _did(marks, at))):
        return before is None or before.cat not in ("det", "mine", "theirs", "poss")
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
            and not (after is not None and after.low in _DEFINED)
        )
    noun_like = mark.cats["verb"].get("noun", False)
    if before.cat == "hands" and mark.form == "s":
        return True
    if before.cat in ("modal", "subj", "neg"):
        return True
    if (
        (before.cat == "tool" or before.low in ("one", "ones"))
        and mark.form == "base"
        and any(m.cat == "verb" and m.cats["verb"].lemma == "let" for m in marks[max(0, at - 5) : at])
    ):
        return True
    if before.cat == "word" and noun_after(marks, at):
        return False
    if before.cat in ("det", "mine", "theirs", "poss"):
        return False
    if before.cat in ("motion", "tissue") and mark.form == "s" and not before.plural:
        return not (noun_like and before.low in _DESCRIBING)
    if before.cat == "side" and mark.form == "base" and _fronted_side(marks, at - 1):
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
    if before.cat == "tool" and mark.form == "base" and _in_with_phrase(marks, at):
        return True
    if before.cat == "tool":
        if (
            mark.form == "base"
            and _fronted(marks, at - 1)
            and (after is None or after.cat not in ("motion", "of"))
        ):
            return True
        if before.plural:
            return mark.form == "base"
        named = at > 1 and marks[at - 2].cat in _BEFORE_NOUN
        if noun_like and mark.form == "s" and (_within(marks, at - 1) or not (named or before.inner)):
            return False
        return mark.form == "s" and (
            not before.low.startswith("thumb")
            or (after is not None and after.cat in ("dir", "prep", "det", "theirs", "mine"))
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
    if (
        before.cat in ("word", "tempo", "press")
        and noun_like
        and any(m.cat == "num" or m.low in ("a", "one", "long", "big") for m in marks[max(0, at - 3) : at])
    ):
        return False
    if before.cat == "word" and noun_like and (at == 1 or marks[at - 2].cat in ("prep", "dir")):
        return False
    if before.cat == "place" and not before.plural and mark.form == "base" and noun_like:
        return any(m.cat in ("prep", "dir") for m in marks[max(0, at - 4) : at - 1])
    led = at > 1 and marks[at - 2].cat in ("det", "mine", "theirs")
    if before.cat == "word" and led and mark.form == "base":
        return any(m.cat == "verb" and m.cats["verb"].lemma in _CAUSING for m in marks[max(0, at - 5) : at])
    if before.cat in ("pron", "person", "place", "word", "topic"):
        return mark.form in ("s", "base")
    return mark.form == "base"


_DEFINED = frozenset(
    [
        *("is", "are", "should", "can", "will", "must", "may", "consists", "comprises", "means", "involves"),
        *("includes", "describes", "refers", "denotes", "aims", "begins", "was", "were"),
    ]
)
"""Behind the first word of a sentence they say that it is a noun: "Petrissage consists of …"."""


def noun_after(marks: list[Mark], at: int) -> bool:
    """As in "in one long push", "smooth warm oil": an adjective before it makes it a noun."""
    word = marks[at - 1]
    lead = marks[at - 2] if at > 1 else None
    if word.low in _DESCRIBING and (lead is None or lead.cat in ("verb", "press", "tempo", "prep")):
        return True
    noun = marks[at].cats["verb"].get("noun", False)
    return (
        noun
        and word.low in _LONG
        and lead is not None
        and lead.cat in ("det", "num", "tempo", "press", "prep")
    )


_LONG = frozenset(
    ["long", "short", "full", "big", "small", "single", "last", "final", "wide", "broad", "even"]
)


def _fronted_side(marks: list[Mark], at: int) -> bool:
    """As in "and with the right squeeze": the other hand, told first."""
    if marks[at].low not in ("left", "right", "other") or at < 2:
        return False
    if marks[at - 1].cat in ("det", "mine") and marks[at - 2].low == "of":
        return (
            at > 3
            and marks[at - 3].cat == "tool"
            and any(m.low in ("with", "using") for m in marks[: at - 3])
        )
    if marks[at - 1].cat not in ("det", "mine") or marks[at - 2].low not in ("with", "using"):
        return False
    return at == 2 or marks[at - 3].cat in ("conj", "comma", "semi", "colon", "dash", "filler")


def _within(marks: list[Mark], at: int) -> bool:
    """As in "with light fingertip strokes": the tool only tells which strokes."""
    k = at - 1
    while k >= 0 and marks[k].cat in ("press", "tempo", "fingers", "word", "adv", "num"):
        k -= 1
    return k >= 0 and marks[k].low in ("with", "using", "by", "in")


def _fronted(marks: list[Mark], at: int) -> bool:
    """As in "and with your right thumb push": a tool told first, behind which the verb stands."""
    k = at - 1
    while k >= 0 and marks[k].cat in ("det", "mine", "side", "num", "press", "tempo", "fingers", "filler"):
        k -= 1
    if k < 0 or marks[k].low not in ("with", "using"):
        return False
    owned = any(m.cat == "mine" for m in marks[k:at])
    behind = marks[at + 2] if at + 2 < len(marks) else None
    if not owned and (behind is None or behind.cat not in ("det", "theirs", "pron", "mine", "dir", "prep")):
        return False
    return k == 0 or marks[k - 1].cat in ("conj", "comma", "semi", "colon", "dash", "filler")


def _in_with_phrase(marks: list[Mark], at: int) -> bool:
    """As in "with your right thumb push": the noun before belongs to its preposition, and is no subject."""
    k = at - 2
    while k >= 0 and marks[k].cat in ("det", "mine", "side", "num", "fingers", "press", "word", "theirs"):
        k -= 1
    return k >= 0 and marks[k].cat == "prep" and marks[k].value == "with"


def _gerund(marks: list[Mark], at: int, before: Mark, after: Mark | None) -> bool:
    """As in "posture, rhythm and draping" and "number three is the ironing": an -ing form that is a noun."""
    if before.cat == "conj" and after is None and at > 1:
        return marks[at - 2].cat in ("word", "motion", "tempo", "press")
    ends = (
        after is None or after.cat in ("comma", "conj", "sub", "close", "verb") or after.low == "every time"
    )
    return before.low in ("the", "a", "this", "that") and before.cat == "det" and ends


def _bare_plural(marks: list[Mark], at: int) -> bool:
    """As in "on long fingertip strokes from crown to sacrum": only adjectives before it."""
    k, described = at - 1, False
    while k >= 0 and (
        marks[k].cat in ("word", "press", "tempo", "motion", "fingers", "comma") or _bare_tool(marks[k])
    ):
        described = described or marks[k].cat != "comma"
        k -= 1
    if not described:
        return False
    return k < 0 or (marks[k].cat == "prep" and not any(m.cat == "verb" for m in marks[k:at]))


def _bare_tool(mark: Mark) -> bool:
    return mark.cat == "tool" and not mark.plural


def _did(marks: list[Mark], at: int) -> bool:
    """As in "her thumbs pressed into the soles" and "a forearm was laid on it, rolled up": what was done."""
    before = before_adverbs(marks, at)
    after = marks[at + 1] if at + 1 < len(marks) else None
    if before is None or before.cat in ("det", "mine", "theirs", "poss", "prep", "press", "tempo"):
        return False
    if before.cat in ("conj", "comma"):
        return any(m.cat == "verb" and m.form == "ed" for m in marks[:at])
    onward = after is None or after.cat in (
        "prep",
        "dir",
        "det",
        "mine",
        "theirs",
        "pron",
        "adv",
        "back",
        "comma",
    )
    return onward and not any(m.cat == "verb" for m in marks[:at])


def _adjective(marks: list[Mark], at: int) -> bool:
    """As in "Long, smooth upward strokes": only describing words stand between it and a noun of motion."""
    for mark in marks[at + 1 : at + 4]:
        if "motion" in mark.cats and mark.form in ("s", "base") and mark.cat != "dir":
            return True
        if "verb" in mark.cats and mark.cats["verb"].get("noun") and mark.form == "s":
            return True
        if mark.cat == "tool" and mark is marks[at + 1] and at and marks[at - 1].cat in ("comma", "word"):
            return True
        if mark.cat not in ("dir", "press", "tempo", "word", "conj", "comma"):
            return False
    return False
