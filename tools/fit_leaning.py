"""Fit what kind of sentence words make likely, to the tests' annotated articles but those kept apart.

    uv run --group fit python tools/fit_leaning.py [--also FOLDER] [--folds 6]

Writes ``src/effleurage/reading/data/leaning.npz``. With ``--folds`` nothing is written: every article is
weighed by a model that has not seen it, and the share of sentences whose kind is right by their words alone
is printed. ``--also`` adds a folder of annotated articles, such as the development articles. Single sentences
of kinds that articles have few of stand in ``sentences.txt`` beside them, a line each: kind, bar, sentence.

How far words are trusted over the grammar is fitted, too: to what the grammar alone made of articles when it
met them for the first time, before anybody had improved it on them (``first_sight.json``: kinds in the order
of the sentences), and to what words alone make of them where the model has not seen them.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from effleurage.reading._kinds.leaning import KINDS, LEAST, READ, features

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT / "tests" / "reading" / "articles" / "blind"
SENTENCES = ROOT / "tests" / "reading" / "articles" / "sentences.txt"
FIRST_SIGHT = ROOT / "tests" / "reading" / "articles" / "first_sight.json"
DATA = ROOT / "src" / "effleurage" / "reading" / "data" / "leaning.npz"
RARE = 2
"""A feature that fewer sentences have is left out."""

INVERSE_PENALTY, INVERSE_TRUST_PENALTY = 1.0, 3.0
FOLDS = 4
LEVELS = 127


def main() -> None:
    """Fit and write, or measure by folds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--also", type=Path, action="append", default=[])
    asked = parser.parse_args()
    paths = [
        *ARTICLES.glob("*.gold.json"),
        *(p for folder in asked.also for p in folder.glob("*.gold.json")),
    ]
    seen, kinds, articles = sentences(sorted(paths))
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        kind, _, sentence = line.partition("|")
        seen.append(dict(features(sentence, None)))
        kinds.append(kind)
        articles.append(SENTENCES.name)
    if asked.folds:
        measure(seen, kinds, articles, asked.folds)
        return
    names, weights, bias = centred(*fit(seen, kinds))
    trust, grammar = weigh(seen, kinds, articles)
    step = float(np.abs(weights).max()) / LEVELS
    steps = np.round(weights / step).astype(np.int8)
    kept = np.any(steps != 0, axis=1)
    text = "\n".join(name for name, keep in zip(names, kept, strict=True) if keep)
    np.savez_compressed(
        DATA,
        names=np.frombuffer(text.encode(), np.uint8),
        weights=steps[kept],
        step=np.float64(step),
        bias=bias.astype(np.float32),
        trust=trust.astype(np.float32),
        grammar=grammar.astype(np.float32),
    )
    print(f"{len(kinds)} sentences of {len(set(articles))} articles")
    print(f"{kept.sum()} features, {DATA.stat().st_size} bytes")


def sentences(paths: list[Path]) -> tuple[list[dict[str, float]], list[str], list[str]]:
    """Features, kind and article of every annotated sentence."""
    seen, kinds, articles = [], [], []
    for path in paths:
        text = path.with_name(path.name.replace(".gold.json", ".md")).read_bytes().decode("utf-8-sig")
        for movement in json.loads(path.read_text(encoding="utf-8"))["movements"]:
            for step in movement["steps"]:
                low, high = step["span"]
                if step["kind"] in KINDS:
                    seen.append(dict(features(text[low:high], low / len(text))))
                    kinds.append(step["kind"])
                    articles.append(path.name)
    return seen, kinds, articles


def fit(seen: list[dict[str, float]], kinds: list[str]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Names of the features, their weights in the order of `KINDS`, and the kinds' own weights."""
    table = DictVectorizer()
    x = table.fit_transform(seen)
    common = np.asarray((x != 0).sum(axis=0)).ravel() >= RARE
    model = LogisticRegression(C=INVERSE_PENALTY, max_iter=500, tol=1e-4).fit(x[:, common], kinds)
    order = [list(model.classes_).index(kind) for kind in KINDS]
    names = [name for name, keep in zip(table.get_feature_names_out(), common, strict=True) if keep]
    return names, model.coef_[order].T, model.intercept_[order]


def centred(
    names: list[str], weights: np.ndarray, bias: np.ndarray
) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The same model where a sentence whose place is not known counts as one at an average place."""
    tenths = [n for n, name in enumerate(names) if name.startswith("tenth ")]
    mean = weights[tenths].mean(axis=0)
    moved = weights.copy()
    moved[tenths] -= mean
    return names, moved, bias + mean


def weigh(
    seen: list[dict[str, float]], kinds: list[str], articles: list[str]
) -> tuple[np.ndarray, np.ndarray]:
    """How much counts for each kind: the words' logarithm of every kind, and each `READ`, plain or not."""
    first = {f"{name}.gold.json": met.split() for name, met in json.loads(FIRST_SIGHT.read_text()).items()}
    number = {name: n % FOLDS for n, name in enumerate(sorted(first))}
    order = {name: iter(met) for name, met in first.items()}
    grammar = {n: next(order[name]) for n, name in enumerate(articles) if name in first}
    logs = {}
    for fold in range(FOLDS):
        test = [n for n, name in enumerate(articles) if number.get(name) == fold]
        train = [n for n, name in enumerate(articles) if number.get(name) != fold]
        scores = apart(seen, kinds, train, test)
        logs.update(zip(test, scores - np.logaddexp.reduce(scores, axis=1, keepdims=True), strict=True))
    marks = [kind + plain for plain in ("", "!") for kind in READ]
    rows = [
        [*np.maximum(logs[n], LEAST), *(float(met == mark) for mark in marks)] for n, met in grammar.items()
    ]
    model = LogisticRegression(C=INVERSE_TRUST_PENALTY, max_iter=4000).fit(rows, [kinds[n] for n in grammar])
    table = model.coef_[[list(model.classes_).index(kind) for kind in KINDS]]
    bias = model.intercept_[[list(model.classes_).index(kind) for kind in KINDS]]
    grammar_table = table[:, len(KINDS) :].T + bias
    return table[:, : len(KINDS)], grammar_table.reshape(2, len(READ), len(KINDS))


def apart(seen: list[dict[str, float]], kinds: list[str], train: list[int], test: list[int]) -> np.ndarray:
    """Scores of each kind for sentences that the model has not seen."""
    names, weights, bias = fit([seen[n] for n in train], [kinds[n] for n in train])
    index = {name: n for n, name in enumerate(names)}
    return np.array(
        [bias + sum(w * weights[index[f]] for f, w in seen[n].items() if f in index) for n in test]
    )


def measure(seen: list[dict[str, float]], kinds: list[str], articles: list[str], folds: int) -> None:
    """Print the share that is right by the words alone, on articles that the model has not seen."""
    number = {name: n % folds for n, name in enumerate(sorted(set(articles)))}
    right = 0
    for fold in range(folds):
        here = [number[name] == fold for name in articles]
        test = [n for n, mine in enumerate(here) if mine]
        scores = apart(seen, kinds, [n for n, mine in enumerate(here) if not mine], test)
        right += sum(KINDS[best] == kinds[n] for best, n in zip(scores.argmax(axis=1), test, strict=True))
    print(f"{right / len(kinds):.1%} of {len(kinds)} sentences, by words alone, {folds} folds")


if __name__ == "__main__":
    main()
