"""Headings below headings: which of them head movements, and which name the steps of one."""

import re
from itertools import pairwise

from effleurage.reading._split.blocks import Block

_MAJOR, _MINOR = 3, 3
"""Under so many headings, and so few under each, lesser ones name steps."""

_MOST, _BRIEF = 8, 32
"""So do more under each, where what one of them heads has so few words as a step has."""


_STEPS, _STEP = 10, 50
"""So many headings "Step 1", "Step 2" … with no more words below each count the steps of all movements."""

_COUNTED = re.compile(r"\W*step\s+(\d{1,3})\b", re.IGNORECASE)


def labels(text: str, blocks: list[Block]) -> None:
    """Take the headings that name the steps of a movement for labels, which head nothing.

    Where a page counts all its steps, from the oil to the neck, they are a list: what stands under each
    heading is an item with its number.

    "## The massage" with "### Fanning", "### Pulling" below it heads a page, and the lesser ones its
    movements. Where heading after heading is told in two or three lesser ones ("**Setting up.** …
    **The sweep.** …"), a movement is what stands under the greater.
    """
    heads = [block for block in blocks if block.heading]
    levels = sorted({block.level for block in heads})
    if levels and _counts_steps(text, blocks, heads, levels[-1]):
        _number(text, blocks, levels[-1])
        return
    for level, below in pairwise(levels):
        under = _under(heads, level, below)
        parted = [count for count in under if count]
        most = _MOST if _words_below(text, blocks, below) <= _BRIEF else _MINOR
        if len(parted) >= _MAJOR and sum(parted) <= most * len(parted):
            for block in heads:
                block.label = block.level > level
            return


def _counts_steps(text: str, blocks: list[Block], heads: list[Block], level: int) -> bool:
    """Whether the headings of a level are "Step 1", "Step 2" and so on, without a gap, and brief."""
    mine = [_COUNTED.match(text, *block.lines[0]) for block in heads if block.level == level]
    told = [int(found[1]) for found in mine if found is not None]
    counted = len(told) == len(mine) >= _STEPS and told == list(range(told[0], told[0] + len(told)))
    return counted and _words_below(text, blocks, level) <= _STEP


def _number(text: str, blocks: list[Block], level: int) -> None:
    """Make items of what stands under headings that count steps; the first paragraph has the number."""
    number: int | None = None
    for block in blocks:
        if block.heading:
            block.label = block.level == level
            found = _COUNTED.match(text, *block.lines[0]) if block.label else None
            number = int(found[1]) if found else None
        elif number is not None and block.number is None:
            block.number, block.item, number = number, True, None


def _words_below(text: str, blocks: list[Block], level: int) -> float:
    """How many words, on the whole, stand below a heading of a level."""
    words: list[int] = []
    below = False
    for block in blocks:
        if block.heading:
            below = block.level == level
            if below:
                words.append(0)
        elif below:
            words[-1] += sum(len(text[start:end].split()) for start, end in block.lines)
    return sum(words) / max(len(words), 1)


def _under(heads: list[Block], level: int, below: int) -> list[int]:
    """How many headings of the level below stand under each of a level."""
    counts: list[int] = []
    for block in heads:
        if block.level == level:
            counts.append(0)
        elif block.level == below and counts:
            counts[-1] += 1
    return counts
