"""Headings below headings: which of them head movements, and which name the steps of one."""

from itertools import pairwise

from effleurage.reading._split.blocks import Block

_MAJOR, _MINOR = 3, 3
"""Under so many headings, and so few under each, lesser ones name steps."""


def labels(blocks: list[Block]) -> None:
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
        if len(parted) >= _MAJOR and sum(parted) <= _MINOR * len(parted):
            for block in heads:
                block.label = block.level > level
            return


def _under(heads: list[Block], level: int, below: int) -> list[int]:
    """How many headings of the level below stand under each of a level."""
    counts: list[int] = []
    for block in heads:
        if block.level == level:
            counts.append(0)
        elif block.level == below and counts:
            counts[-1] += 1
    return counts
