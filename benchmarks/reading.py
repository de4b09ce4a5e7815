"""Reading: CPU time of 2,000 words, and how it grows with the text."""

import re
import time

from effleurage.reading import library, read

WORDS = 2_000
LARGE = 1_000_000


def article(words: int) -> str:
    """An article of so many words: the library's routines, one after the other."""
    whole = "\n\n".join(library.text(name) for name in library.names())
    while len(whole.split()) < words:
        whole += "\n\n" + whole
    ends = [match.end() for match in re.finditer(r"\S+", whole)]
    return whole[: ends[words - 1]]


def measure(*, founding: str | None = None, rounds: int = 5) -> dict[str, float]:
    """Median CPU times, everything warm.

    Args:
        founding: An article whose reading is the unit; the built-in routine when None.
        rounds: How often each is read.
    """
    unit = library.built_in() if founding is None else founding
    text = article(WORDS)
    large = text * (LARGE // len(text) + 1)
    quarter = large[: len(large) // 4]
    times = {name: _median(sample, rounds) for name, sample in (("unit", unit), ("text", text))}
    whole, part = _median(large, 1), _median(quarter, 1)
    return {
        f"{len(text.split()):,} words [ms]": 1e3 * times["text"],
        f"the unit, {len(unit.split()):,} words [ms]": 1e3 * times["unit"],
        "2,000 words over the unit": times["text"] / times["unit"],
        f"{len(large) / 1e6:.1f} MB [s]": whole,
        "its time for a character over that of a quarter of it": whole / part / 4,
    }


def _median(text: str, rounds: int) -> float:
    read(text)
    times = []
    for _ in range(rounds):
        start = time.process_time()
        read(text)
        times.append(time.process_time() - start)
    return sorted(times)[len(times) // 2]
