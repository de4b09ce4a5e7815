"""What kind of sentence its words make likely, whatever the grammar makes of it.

A linear model (multinomial logistic regression) over words, pairs of words and parts of words, fitted by
``tools/fit_leaning.py`` to the annotated articles in ``tests/reading/articles``. The rules read what a
sentence does; this weighs the odds of its kind where a word is new to the lexicons, since prose about
massage has far more ways of chatting, warning and preparing than of moving hands.
"""

import functools
import itertools
import re
from dataclasses import dataclass
from importlib import resources
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.routine import Kind

KINDS = (Kind.STROKE, Kind.SETUP, Kind.LIMIT, Kind.PREPARATION, Kind.REPEAT, Kind.NOTE)
MOTIONS = (Kind.STROKE, Kind.SETUP, Kind.REPEAT)
WORDS = (Kind.LIMIT, Kind.PREPARATION, Kind.NOTE)
TRUST = 2.0
"""By so much, in logarithms, the kind that the grammar reads is likelier than the words alone say."""

SURE = 4.0
"""The same where the grammar is plain: a verb of massage as a command, with what it works on."""

WORD, PAIR, PART = 1.0, 0.7, 0.3
"""How much a word, a pair of words and a part of a word count."""

_TOKEN = re.compile(r"[a-z']+|\d+|[?!:;,.()]")
_ENDINGS = ("ing", "ed", "es", "s")
_LONG, _SHORT = 40, 4


@final
@dataclass(frozen=True)
class Leaning:
    """How likely each kind is.

    Attributes:
        logs: Logarithms of the probabilities of `KINDS`.
    """

    logs: Float[np.ndarray, " kinds"]

    def settled(self, read: Kind) -> Kind:
        """The likeliest kind where the grammar reads one; what it could not read tells nothing."""
        odds = {kind: self.of(kind) + (TRUST if kind is read else 0.0) for kind in KINDS}
        return max(odds, key=lambda kind: odds[kind])

    def over(self, kinds: tuple[Kind, ...], others: tuple[Kind, ...]) -> float:
        """By how much the likeliest of `kinds` leads over the likeliest of `others`, in logarithms."""
        return float(max(self.of(k) for k in kinds) - max(self.of(k) for k in others))

    def of(self, kind: Kind) -> float:
        """Logarithm of the probability of one kind."""
        return float(self.logs[KINDS.index(kind)])


def leaning(sentence: str, place: float | None) -> Leaning:
    """Weigh a sentence by its words.

    Args:
        sentence: Its text.
        place: Where in the article it begins, from 0 to 1; None in a text too short to have parts.
    """
    model = _model()
    known = [(model.names[name], counts) for name, counts in features(sentence, place) if name in model.names]
    score = model.bias.copy()
    if known:
        rows, counts = zip(*known, strict=True)
        score += np.array(counts) @ model.weights[list(rows)]
    score -= score.max()
    return Leaning(score - np.log(np.exp(score).sum()))


def features(sentence: str, place: float | None) -> list[tuple[str, float]]:
    """What the model sees of a sentence: names of features, each with how much it counts."""
    tokens = _TOKEN.findall(sentence.lower().replace("’", "'"))
    stems = [stem(token) for token in tokens]
    found = {f"w {word}": WORD for word in stems}
    found |= {f"p {a} {b}": PAIR for a, b in itertools.pairwise(stems)}
    for token in set(tokens):
        found |= dict.fromkeys(parts(token), PART)
    if stems:
        found[f"first {stems[0]}"] = found[f"last {stems[-1]}"] = WORD
    found[f"length {min(len(tokens), _LONG) // _SHORT}"] = WORD
    if place is not None:
        found[f"tenth {min(int(place * 10), 9)}"] = WORD
    return list(found.items())


def stem(token: str) -> str:
    """A word without its commonest endings."""
    for ending in _ENDINGS:
        if token.endswith(ending) and len(token) - len(ending) >= 3:
            return token[: -len(ending)]
    return token


@functools.lru_cache(maxsize=20_000)
def parts(token: str) -> tuple[str, ...]:
    """Runs of four and five letters of a longer word."""
    if len(token) < _SHORT:
        return ()
    word = f"<{token}>"
    return tuple(f"l {word[k : k + n]}" for n in (4, 5) for k in range(len(word) - n + 1))


@final
@dataclass(frozen=True)
class _Model:
    names: dict[str, int]
    weights: Float[np.ndarray, "features kinds"]
    bias: Float[np.ndarray, " kinds"]


@functools.cache
def _model() -> _Model:
    path = resources.files("effleurage.reading") / "data" / "leaning.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        names = bytes(stored["names"]).decode().split("\n")
        weights: Int[np.ndarray, "features kinds"] = stored["weights"]
        return _Model(
            names={name: index for index, name in enumerate(names)},
            weights=weights.astype(np.float64) * float(stored["step"]),
            bias=stored["bias"].astype(np.float64),
        )
