"""Run-in headings: "**Forearm Sweep.** Kneel at …", a heading on the line of its paragraph."""

import re
from dataclasses import replace

from effleurage.reading._split.blocks import BOLD, RUN_IN, Block

_MARKED = re.compile(
    r"\s*(?P<mark>\*\*\*|\*\*|__|\*|_)(?P<words>[A-Z][^*_\n.!?:]{1,50})"
    r"(?:\.(?P=mark)|(?P=mark)\.)[ \t]+(?=\S)"
)
"""In bold or italics, with a full stop; what is told in plain letters is known by its words."""

_SEVERAL, _SHORT = 3, 6
"""A page that has run-in headings has several, and each is so many words at most."""


def run_in_headings(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, with a block of its own for each heading that runs in to its paragraph.

    One of them alone is emphasis ("**Never on the spine.** It …"); several that name different things
    are headings, and so is what comes before a page's other headings in bold. In a list they stay what they
    are, since its items go by their numbers.
    """
    found = {n: match for n, block in enumerate(blocks) if (match := _run_in(text, block))}
    bold = [n for n, block in enumerate(blocks) if block.heading and block.level == BOLD]
    if len(found) < _SEVERAL <= len(bold):
        found = {n: match for n, match in found.items() if n < bold[0]}
    elif len(found) < _SEVERAL:
        return blocks
    if len({match["words"] for match in found.values()}) < len(found):
        return blocks
    return [part for n, block in enumerate(blocks) for part in _parted(block, found.get(n))]


def _run_in(text: str, block: Block) -> re.Match[str] | None:
    if block.heading or block.item:
        return None
    match = _MARKED.match(text, block.lines[0][0], block.lines[-1][1])
    return match if match is not None and len(match["words"].split()) <= _SHORT else None


def _parted(block: Block, heading: re.Match[str] | None) -> list[Block]:
    if heading is None:
        return [block]
    _, end = block.lines[0]
    below = [(heading.end(), end), *block.lines[1:]] if heading.end() < end else block.lines[1:]
    return [
        replace(block, lines=[heading.span("words")], heading=True, level=RUN_IN),
        replace(block, lines=below),
    ]
