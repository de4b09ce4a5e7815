"""Headings below headings: which of them head movements, and which name the steps of one."""

from itertools import pairwise

from effleurage.reading._split.blocks import Block

_MAJOR, _MINOR = 3, 3
"""Under so many headings, and so few under each, lesser ones name steps."""

_MOST, _BRIEF = 8, 32
"""So do more under each, where what one of them heads has so few words as a step has."""


def labels(text: str, blocks: list[Block]) -> None:
    """Take the headings that name the steps of a movement for labels, which head nothing.

    "## The massage" with "### Fanning", "### Pulling" below it heads a page, and the lesser ones its
    movements. Where heading after heading is told in two or three lesser ones ("**Setting up.** …
    **The sweep.** …"), a movement is what stands under the greater.
    """
    heads = [block for block in blocks if block.heading]
    levels = sorted({block.level for block in heads})
    for level, below in pairwise(levels):
        under = _under(heads, level, below)
        parted = [count for count in under if count]
        most = _MOST if _words_below(text, blocks, below) <= _BRIEF else _MINOR
        if len(parted) >= _MAJOR and sum(parted) <= most * len(parted):
            for block in heads:
                block.label = block.level > level
            return


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
