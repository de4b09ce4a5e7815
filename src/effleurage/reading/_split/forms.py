"""Forms: pages that tell each movement in fields, "Name: Fans", "Hands: one at …", "Do: Turn it …"."""

import re
from collections import Counter
from dataclasses import replace

from effleurage.reading._split.blocks import RUN_IN, Block, Span

_FIELD = re.compile(r"[ \t*_]*(?P<label>[A-Z][^\W\d_]*(?:[ ’'-][^\W\d_]+){0,2})[*_]*:[*_]*[ \t]+(?=\S)")
"""One word or a few and a colon at the beginning of a line, and something behind it."""

_OFTEN, _FIELDS = 3, 3
"""A form is filled in so often, and has so many fields."""

_NAME = 6
"""What a movement is called has so many words at most."""


def filled_in(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks of a page, with one for each field of its forms; the first field names a movement.

    A line that begins with a label goes on from no line before it, whether or not that one ended in a full
    stop. What stands in the first field heads the others where it is short and each time another: "Name:
    Fans", "Stroke: The pull". A label alone, or two persons who talk in turn, make no form.
    """
    found = [
        (block, line, label) for block in blocks if not block.heading for line, label in _labels(text, block)
    ]
    often = Counter(label for _, _, label in found)
    labels = {label for label, count in often.items() if count >= _OFTEN}
    if len(labels) < _FIELDS:
        return blocks
    first = next(label for _, _, label in found if label in labels)
    names = [text[slice(*line)].rstrip(" *_") for _, line, label in found if label == first]
    heads = not any(map(_is_long, names)) and len(set(names)) == len(names)
    parts: list[Block] = []
    for block in blocks:
        opens = {line[1]: (line, label) for line, label in _labels(text, block) if label in labels}
        if block.heading or not opens:
            parts.append(block)
            continue
        for line in block.lines:
            if heads and opens.get(line[1], (line, ""))[1] == first:
                parts.append(
                    replace(
                        block, lines=[opens[line[1]][0]], heading=True, item=False, number=None, level=RUN_IN
                    )
                )
            elif line[1] in opens or line is block.lines[0] or parts[-1].heading:
                parts.append(replace(block, lines=[line]))
            else:
                parts[-1].lines.append(line)
    return parts


def _labels(text: str, block: Block) -> list[tuple[Span, str]]:
    """Where the lines of a block that begin with a label go on behind it, and the label."""
    matches = [(_FIELD.match(text, *line), line[1]) for line in block.lines]
    return [((found.end(), end), found["label"].lower()) for found, end in matches if found is not None]


def _is_long(name: str) -> bool:
    return len(name.split()) > _NAME or name[-1:] in ".!?;,"
