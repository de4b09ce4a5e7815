"""A mark: a word or phrase of a sentence, with the part that it plays."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, final

from effleurage.reading._words.lexicon import Entry


@final
@dataclass(slots=True, eq=False)
class Mark:
    """A word or phrase with the part that it plays; each is equal to itself only.

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
        base: The base form of its last word.
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
    base: str = ""

    def take(self, cat: str) -> None:
        """Settle on one of the parts that it might play."""
        self.cat = cat
        entry = self.cats.get(cat)
        if entry is not None:
            self.entry, self.value = entry, entry.value

    def become(self, entry: Entry) -> None:
        """Be another word, and that alone."""
        self.cats = {entry.cat: entry}
        self.take(entry.cat)

    def mute(self) -> None:
        """Take it out of the way: it plays no part in what is done."""
        self.cat, self.value, self.cats = "filler", None, {}

    def get(self, key: str, default: Any = None) -> Any:
        """What the lexicon's row says about `key`."""
        return default if self.entry is None else self.entry.data.get(key, default)


_ARTICLES = frozenset({"the", "a", "an"})


@final
class Spoken:
    """Words as they are spoken, for frames to be looked for in them.

    Attributes:
        words: Each of them in lower case.
    """

    __slots__ = ("_low", "_text", "words")

    def __init__(self, lows: list[str], told: frozenset[str]) -> None:
        """Take words and phrases in lower case, as they come and each but once."""
        self._low = " ".join(lows)
        self._text: str | None = None
        # Without a phrase among them, they are all single words by now.
        self.words = told if self._low.count(" ") < len(lows) else frozenset(self._low.split())

    @property
    def text(self) -> str:
        """The words without articles, with a blank at either end."""
        if self._text is None:
            self._text = f" {' '.join([word for word in self._low.split() if word not in _ARTICLES])} "
        return self._text


def as_spoken(marks: Iterable[Mark]) -> Spoken:
    """Marks as they are spoken."""
    lows = [mark.low for mark in marks]
    return Spoken(lows, frozenset(lows))


@final
class Words(list[Mark]):
    """A sentence's words, and which there are at all.

    Many rules are about a few words or parts that few sentences have. What they are asked of looks first
    whether one of them is there, instead of at every word.

    Attributes:
        lows: The words and phrases in lower case.
        bases: Their base forms.
        cats: The parts that they play.
        topics: What they might be about.
        verbs: The verbs' base forms, each without the words that go with it ("sit" for "sits down").
        spoken: The same as they are spoken.
    """

    __slots__ = ("bases", "cats", "lows", "spoken", "topics", "verbs")

    def __init__(self, marks: Iterable[Mark]) -> None:
        """Look through the words once; they are settled by now."""
        super().__init__(marks)
        lows = [mark.low for mark in self]
        self.lows = frozenset(lows)
        self.spoken = Spoken(lows, self.lows)
        self.bases = frozenset([mark.base for mark in self])
        self.cats = frozenset([mark.cat for mark in self])
        topics, verbs = set(), set()
        for mark in self:
            cats = mark.cats
            if "topic" in cats:
                topics.add(cats["topic"].value)
            if mark.cat == "verb":
                verbs.add(cats["verb"].lemma.partition(" ")[0])
        self.topics, self.verbs = frozenset(topics), frozenset(verbs)

    def has(self, *lows: str) -> bool:
        """Whether one of these is among the words."""
        return not self.lows.isdisjoint(lows)

    def holds(self, *cats: str) -> bool:
        """Whether one of the words plays one of these parts."""
        return not self.cats.isdisjoint(cats)


_INDEX = frozenset({"index", "forefinger", "forefingers", "pointer", "pointers"})


def points(marks: Words) -> bool:
    """Whether a sentence may name an index finger."""
    said = marks.spoken.words
    return not _INDEX.isdisjoint(said) or "pointing" in said or "finger" in said


def is_index(mark: Mark) -> bool:
    """As in "index finger", "forefinger", "first finger" and "pointing finger"."""
    return not _INDEX.isdisjoint(mark.low.split()) or mark.low.startswith(("pointing finger", "first finger"))
