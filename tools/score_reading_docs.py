"""Write docs/reading.md: how well the reader reads, on articles with known answers.

    uv run python tools/score_reading_docs.py [--also FOLDER] [-o docs/reading.md]

Every folder holds NAME.md beside NAME.gold.json. The repository's own are always scored; --also
names further ones.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from scoring import SLOTS, Score, ratios, score

from effleurage.files import write_text
from effleurage.reading import library, read, rewrite, to_contract_json
from effleurage.routine import Routine, Step

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
SHARED = ROOT.parent / "shared" / "reading" / "dev"
OWN = ROOT / "tests" / "reading" / "articles"
SHOWN = 3

INTRO = """\
# How well the reader reads

Written by `uv run python tools/score_reading_docs.py`. Every article stands beside a known answer,
annotated by hand. *Kind* is the share of sentences whose kind is right; *F1* the harmonic mean of
precision and recall over all slots; *exact* the share of strokes, setups and repeats in which every
value of the known answer is met. Second annotators, working from the contract alone, reached kinds of
97 to 100 %, an F1 of 95 to 98 % and 80 to 89 % exact sentences.

Most of these articles were open to those who built the reader: read their figures as what it does on
texts that it was built on. Those *kept apart* were not: their figures are what to expect of an article
that nobody has seen. What it did with the others when it met them for the first time is kept in
`tests/reading/articles/blind/README.md`; the difference is what is left to do."""

ROUND_TRIP = """\
## Written back as plain English

`effleurage read --rewrite` writes a routine back as numbered sentences in the reader's own words. This
is the share of sentences that keep their kind and all their slots when those are read again."""

SPEED = """\
## Speed

CPU time after start-up, on the machine that wrote this page."""


def main() -> None:
    """Score and write."""
    parser = argparse.ArgumentParser(description="Write docs/reading.md.")
    parser.add_argument("--also", type=Path, action="append", default=[], help="a further folder of articles")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs" / "reading.md")
    said = parser.parse_args()
    folders = {"Development articles": SHARED, **{f"Own articles: {f.name}": f for f in _own()}}
    folders |= {folder.name: folder for folder in said.also}
    write_text(said.output, "\n\n".join(_sections(folders)) + "\n")


def _own() -> list[Path]:
    return sorted({path.parent for path in OWN.rglob("*.gold.json")})


def _sections(folders: dict[str, Path]) -> Iterator[str]:
    yield INTRO
    total = Score()
    trips: dict[str, list[Routine]] = {"The library": [library.load(name) for name in library.names()]}
    for name, folder in folders.items():
        scores = {path.name: _scored(path) for path in sorted(folder.glob("*.gold.json"))}
        if not scores:
            continue
        yield f"## {name}"
        yield _articles(scores)
        total = sum(scores.values(), total)
        trips[name] = [
            read(_article(path).read_bytes().decode())[0] for path in sorted(folder.glob("*.gold.json"))
        ]
    yield "## By slot, and what is taken for what"
    yield _slots(total)
    yield ROUND_TRIP
    yield _trips(trips)
    yield SPEED
    yield _speed()


def _article(gold: Path) -> Path:
    return gold.with_name(gold.name.removesuffix(".gold.json") + ".md")


def _scored(gold: Path) -> Score:
    routine, report = read(_article(gold).read_bytes().decode())
    return score(json.loads(gold.read_text("utf-8")), to_contract_json(routine, report))


def _articles(scores: dict[str, Score]) -> str:
    lines = ["| article | sentences | kind | F1 | exact |", "| --- | ---: | ---: | ---: | ---: |"]
    rows = {**scores, "**all**": sum(scores.values(), Score())}
    for name, found in rows.items():
        lines.append(
            f"| {name.removesuffix('.gold.json')} | {found.steps} | {found.kind_accuracy:.1%} "
            f"| {found.f1:.1%} | {found.exactness:.1%} |"
        )
    return "\n".join(lines)


def _slots(total: Score) -> str:
    lines = [
        "| slot | precision | recall | F1 | most often taken (known → read) |",
        "| --- | ---: | ---: | ---: | --- |",
    ]
    for slot in SLOTS:
        precision, recall, f1 = ratios(total.slots[slot])
        most = [(n, want, have) for (s, want, have), n in total.taken.most_common() if s == slot][:SHOWN]
        told = "; ".join(f"{want} → {have} ({n})" for n, want, have in most)
        lines.append(f"| {slot} | {precision:.1%} | {recall:.1%} | {f1:.1%} | {told} |")
    return "\n".join(lines)


def _trips(routines: dict[str, list[Routine]]) -> str:
    lines = ["| articles | sentences | the same again |", "| --- | ---: | ---: |"]
    for name, each in routines.items():
        pairs = [pair for routine in each for pair in _again(routine)]
        same = sum(_slots_of(a) == _slots_of(b) for a, b in pairs)
        lines.append(f"| {name} | {len(pairs)} | {same / len(pairs):.1%} |")
    return "\n".join(lines)


def _again(routine: Routine) -> list[tuple[Step, Step | None]]:
    steps = [step for movement in routine.movements for step in movement.steps]
    after = [step for movement in read(rewrite(routine))[0].movements for step in movement.steps]
    return [(step, after[n] if n < len(after) else None) for n, step in enumerate(steps)]


def _slots_of(step: Step | None) -> object:
    if step is None:
        return None
    return step.kind, [[getattr(stroke, slot) for slot in SLOTS] for stroke in step.strokes]


def _speed() -> str:
    from benchmarks import reading
    from benchmarks.tables import pairs

    founding = next(iter(sorted(SHARED.glob("00-*.md"))), None)
    return pairs(reading.measure(founding=founding.read_text("utf-8") if founding else None))


if __name__ == "__main__":
    main()
