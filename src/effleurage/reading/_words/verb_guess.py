"""Words that nobody has listed: whether one is a verb by its frame."""

from effleurage.reading._words.mark import Mark


def before_adverbs(marks: list[Mark], at: int) -> Mark | None:
    """The mark before, past adverbs: "the therapist now stands", "both hands then squeeze"."""
    k = at - 1
    while k >= 0 and (marks[k].cat in {"adv", "tempo", "gradual", "press"} and marks[k].low.endswith("ly")):
        k -= 1
    between = k > 0 and marks[k].low in _BETWEEN and marks[k].cat in ("filler", "conj", "adv")
    if between and (marks[k - 1].cat in _ACTORS or marks[k - 1].low in BE):
        k -= 1
    return marks[k] if k >= 0 else None


_ACTORS = ("subj", "tool", "pron", "person", "modal")


BE = ("is", "are", "was", "were", "be", "been")
SAME = frozenset({"set", "put", "let", "cut", "spread", "shut", "come", "run"})
"""Verbs whose participle looks no different."""


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


_SIZES = frozenset(
    [
        *(
            "small",
            "tiny",
            "wee",
            "little",
            "big",
            "large",
            "huge",
            "long",
            "short",
            "wide",
            "narrow",
            "broad",
        ),
        *(
            "single",
            "double",
            "stacked",
            "crossed",
            "hollow",
            "cupped",
            "relaxed",
            "joined",
            "linked",
            "round",
        ),
        *(
            "tight",
            "slack",
            "straight",
            "bent",
            "careful",
            "quiet",
            "still",
            "easy",
            "lazy",
            "simple",
            "plain",
        ),
        *(
            "oiled",
            "strong",
            "dominant",
            "working",
            "mother",
            "spare",
            "idle",
            "upper",
            "lower",
            "outer",
            "inner",
        ),
    ]
)
"""What hands and strokes are; before a tool's name it is no verb."""


def guessed(marks: list[Mark], at: int) -> bool:
    """Whether a word that the lexicon lacks is a verb by its frame: "Smoosh the palms …", "don't jam it"."""
    mark = marks[at]
    word = mark.low
    if word in _SIZES or len(word) < 3 or not word.isalpha() or word in _SMALL_WORDS:
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
