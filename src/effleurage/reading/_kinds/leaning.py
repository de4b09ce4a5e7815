"""What kind of sentence its words make likely, whatever the grammar makes of it.

A linear model (multinomial logistic regression) over words, pairs of words and parts of words, fitted by
``tools/fit_leaning.py`` to the annotated articles in ``tests/reading/articles``. The rules read what a
sentence does; this weighs the odds of its kind where a word is new to the lexicons, since prose about
massage has far more ways of chatting, warning and preparing than of moving hands.
"""

import functools
import itertools
import math
import operator
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.reading._words.kept import Kept
from effleurage.routine import Kind

KINDS = (Kind.STROKE, Kind.SETUP, Kind.LIMIT, Kind.PREPARATION, Kind.REPEAT, Kind.NOTE)
READ = (*KINDS, Kind.UNREAD)
"""What the grammar may read."""

MOTIONS = (Kind.STROKE, Kind.SETUP, Kind.REPEAT)
LIKELIER, SURE, CERTAIN = 0.3, 1.5, 5.0
"""By so much, in logarithms, another kind must be likelier than the grammar's; where the grammar is plain;
and where it is an order that the reader does not know, which is to be told rather than taken for talk."""

LEAST = -8.0
"""A kind that the words make less likely than this is as good as impossible, in logarithms."""

WORD, PAIR, PART = 1.0, 0.7, 0.3
"""How much a word, a pair of words and a part of a word count, in whole tenths."""

_TOKEN = re.compile(r"[a-z']+|\d+|[?!:;,.()]")
_ENDINGS = ("ing", "ed", "es", "s")
_LONG, _SHORT = 40, 4


@final
@dataclass(frozen=True)
class Leaning:
    """How likely each kind is.

    Attributes:
        logs: Logarithms of the probabilities of `KINDS`.
        odds: What they count for each of `KINDS`, before the grammar is asked.
    """

    logs: list[float]
    odds: list[float]

    def settled(self, read: Kind, *, firm: bool) -> Kind:
        """The likeliest kind where the grammar reads one; a `firm` reading counts for more."""
        model = _model()
        odds = list(map(operator.add, model.grammar[read, firm], self.odds))
        best = KINDS[odds.index(max(odds))]
        if best is read:
            return read
        moving = read in MOTIONS or read is Kind.UNREAD
        rivals = MOTIONS if moving and best not in MOTIONS else (read,) if read in KINDS else (Kind.NOTE,)
        lead = odds[KINDS.index(best)] - max([odds[KINDS.index(kind)] for kind in rivals])
        asked = CERTAIN if read is Kind.UNREAD else SURE if firm else LIKELIER
        told = firm and {read, best} == {Kind.STROKE, Kind.REPEAT}
        return best if lead >= asked and not told else read

    def of(self, kind: Kind) -> float:
        """Logarithm of the probability of one kind."""
        return self.logs[KINDS.index(kind)]


def leaning(sentence: str, place: float | None) -> Leaning:
    """Weigh a sentence by its words.

    Args:
        sentence: Its text.
        place: Where in the article it begins, from 0 to 1; None in a text too short to have parts.
    """
    return leanings([(sentence, place)])[0]


def leanings(sentences: Sequence[tuple[str, float | None]]) -> list[Leaning]:
    """Weigh sentences, each given by its text and its place, at once."""
    model = _model()
    rows = [_rows(model, _tokens(sentence), place) for sentence, place in sentences]
    starts = [0, *itertools.accumulate(map(len, rows[:-1]))]
    indices = np.fromiter(itertools.chain.from_iterable(rows), np.intp)
    steps = np.add.reduceat(model.counted.take(indices, axis=0), starts)
    scores = model.bias + model.step * steps.astype(np.float64)
    logs = [_logs(score) for score in scores.tolist()]
    bounded = np.maximum(logs, LEAST)
    told = [bounded[:, [kind]] * model.trust[:, kind] for kind in range(len(KINDS))]
    odds = sum(told, np.zeros(len(KINDS)))
    return list(map(Leaning, logs, odds.tolist()))


def _rows(model: "_Model", tokens: list[str], place: float | None) -> set[int]:
    """The rows of a sentence's features."""
    words = [model.words.get(token) or model.words[token] for token in tokens]
    pairs = [a.pairs[b.stem] for a, b in itertools.pairwise(words) if b.stem in a.pairs]
    rows = {model.lengths[min(len(words), _LONG)]}.union(pairs, *[word.rows for word in words])
    if words:
        rows.update((words[0].first, words[-1].last))
    if place is not None:
        rows.add(model.tenths[min(int(place * 10), 9)])
    return rows


def _logs(score: list[float]) -> list[float]:
    """The logarithms of the probabilities that scores stand for."""
    top = max(score)
    total = top + math.log(sum([math.exp(value - top) for value in score]))
    return [value - total for value in score]


def features(sentence: str, place: float | None) -> list[tuple[str, float]]:
    """What the model sees of a sentence: names of features, each with how much it counts."""
    tokens = _tokens(sentence)
    stems = [stem(token) for token in tokens]
    pairs = [f"p {a} {b}" for a, b in itertools.pairwise(stems)]
    names = dict.fromkeys(itertools.chain(pairs, _of_sentence(stems, place), *map(_of_word, tokens)))
    return [(name, _count(name)) for name in names]


def _tokens(sentence: str) -> list[str]:
    return _TOKEN.findall(sentence.lower().replace("’", "'"))


def _of_sentence(stems: list[str], place: float | None) -> list[str]:
    """The features that neither a word nor a pair of words has by itself."""
    names = [_length(min(len(stems), _LONG))]
    if stems:
        names += (_first(stems[0]), _last(stems[-1]))
    if place is not None:
        names.append(_tenth(min(int(place * 10), 9)))
    return names


def _length(many: int) -> str:
    return f"length {many // _SHORT}"


def _tenth(tenth: int) -> str:
    return f"tenth {tenth}"


def _first(word: str) -> str:
    return f"first {word}"


def _last(word: str) -> str:
    return f"last {word}"


def _of_word(token: str) -> list[str]:
    """A word's own features: itself, and runs of four and five letters of a longer one."""
    names = [f"w {stem(token)}"]
    if len(token) >= _SHORT:
        word = f"<{token}>"
        names += [f"l {word[k : k + n]}" for n in (4, 5) for k in range(len(word) - n + 1)]
    return names


def _count(name: str) -> float:
    """How much a feature counts."""
    return _COUNTS.get(name.partition(" ")[0], WORD)


_COUNTS = {"p": PAIR, "l": PART}


def stem(token: str) -> str:
    """A word without its commonest endings."""
    for ending in _ENDINGS:
        if token.endswith(ending) and len(token) - len(ending) >= 3:
            return token[: -len(ending)]
    return token


@final
@dataclass(frozen=True, slots=True)
class _Word:
    """What the model knows of a word.

    Attributes:
        stem: The word without its commonest endings.
        rows: The rows of its own features.
        first: The row of a sentence that begins with it.
        last: The row of one that ends with it.
        pairs: The rows of the pairs that it begins, by the stem behind it.
    """

    stem: str
    rows: tuple[int, ...]
    first: int
    last: int
    pairs: dict[str, int]


@final
@dataclass(frozen=True)
class _Model:
    """The fitted model.

    Attributes:
        words: What it knows of each word.
        lengths: The row of each length of a sentence, up to the longest that is told apart.
        tenths: The row of each tenth of an article.
        counted: A feature's weight for each of `KINDS`, times how much it counts, in whole steps, which
            even short floats add up exactly; the last row is that of features that it does not know.
        step: What one of them is worth.
        bias: The kinds' own weights.
        trust: For each of `KINDS`, what the words' logarithm of every kind counts for it.
        grammar: For each kind that the grammar may read, firmly or not, what that counts for each of `KINDS`.
    """

    words: Kept[str, _Word]
    lengths: tuple[int, ...]
    tenths: tuple[int, ...]
    counted: Float[np.ndarray, "features kinds"]
    step: float
    bias: Float[np.ndarray, " kinds"]
    trust: Float[np.ndarray, "kinds kinds"]
    grammar: dict[tuple[Kind, bool], tuple[float, ...]]


@functools.cache
def _model() -> _Model:
    path = resources.files("effleurage.reading") / "data" / "leaning.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        names = bytes(stored["names"]).decode().split("\n")
        weights: Int[np.ndarray, "features kinds"] = stored["weights"]
        counts = np.array([round(10 * _count(name)) for name in names], np.float32)
        rows = {name: index for index, name in enumerate(names)}
        return _Model(
            words=_words(rows),
            lengths=tuple([rows.get(_length(many), len(rows)) for many in range(_LONG + 1)]),
            tenths=tuple([rows.get(_tenth(tenth), len(rows)) for tenth in range(10)]),
            counted=np.vstack((weights * counts[:, None], np.zeros((1, len(KINDS)), np.float32))),
            step=float(stored["step"]) / 10,
            bias=stored["bias"].astype(np.float64),
            trust=stored["trust"].astype(np.float64),
            grammar={
                (read, firm): tuple(row)
                for firm, table in zip((False, True), stored["grammar"].tolist(), strict=True)
                for read, row in zip(READ, table, strict=True)
            },
        )


def _words(rows: dict[str, int]) -> Kept[str, _Word]:
    pairs: dict[str, dict[str, int]] = {}
    for name, row in rows.items():
        if name.startswith("p "):
            _, word, behind = name.split(" ")
            pairs.setdefault(word, {})[behind] = row

    def find(token: str) -> _Word:
        known = tuple([rows[name] for name in _of_word(token) if name in rows])
        own = stem(token)
        first, last = rows.get(_first(own), len(rows)), rows.get(_last(own), len(rows))
        return _Word(own, known, first, last, pairs.get(own, {}))

    return Kept(find)
