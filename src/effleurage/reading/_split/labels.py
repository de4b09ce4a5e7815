"""Labels: the letter or number that a heading carries, by which its section is called again."""

import re

_LABEL = re.compile(
    r"^\W*(?:(?:part|section|phase|stage|round|block|module|chapter|set|unit|sequence|movement)\s+)?"
    r"([A-Za-z]|\d{1,2}|[ivxIVX]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)\s*(?:[.:)–—-]|$)",
    re.IGNORECASE,
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def label_of(title: str) -> int | None:
    """The place of a heading in its order: "Part B: …" and "Section 2" are 2, "III. …" is 3."""
    found = _LABEL.match(title)
    return ordinal(found.group(1)) if found else None


def ordinal(low: str) -> int | None:
    """The number that a letter, a figure, a Roman or an English number stands for."""
    low = low.lower()
    if low.isdigit() and low.isascii():
        return int(low)
    if low in _WORDS:
        return _WORDS.index(low) + 1
    if low in _ROMAN:
        return _ROMAN.index(low) + 1
    return ord(low) - ord("a") + 1 if len(low) == 1 and "a" <= low <= "z" else None


def step_number(decimal: str) -> int:
    """The number of a step that is told with its section's: "3.2" is 302, another one than "2" and "4.2"."""
    section, _, step = decimal.rpartition(".")
    return _A_SECTION * int(section.rpartition(".")[2] or 0) + int(step or 0)


_A_SECTION = 100
"""No section has as many steps as this."""
