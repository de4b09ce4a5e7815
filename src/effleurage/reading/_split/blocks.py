"""Paragraphs, list items and marked headings: how the lines of a page hang together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from effleurage.reading._split.labels import step_number

Span = tuple[int, int]


_ITEM = re.compile(
    r"[ \t>]*(?:(?P<decimal>\d{1,2}(?:\.\d{1,2})+[.)]?(?=\s+(?-i:[A-Z\"“(*])))"
    r"|(?P<num>\(?\d{1,3}(?:[.)\]:]|\.\))(?=\s|\*|[A-Z\"“(]))"
    r"|(?P<dashed>\d{1,2}\s*[-–—](?=\s+[^\d\s]))"
    r"|(?P<step>\**step\s+\d{1,3}\s*[:.)\-–—]\**:?)"
    r"|(?P<letter>\(?[a-zA-Z][.)](?=\s))|(?P<bullet>[-*+•·▪◦‣–—](?=\s))|(?P<box>\[[ xX]\](?=\s)))[ \t]*",
    re.IGNORECASE,
)


_ROMAN = re.compile(r"\(?[IVX][.)]$")


_ROMAN_TWO = re.compile(r"^\W*II[.)]\s", re.MULTILINE)
"""Where a line begins with "II.", "I." is a number as well."""


_LABEL_LINE = re.compile(r"\W*[A-Z][^\W\d_]*(?:[ -][^\W\d_]+){0,4}:\W*$")
"""A few words and a colon on a line of their own, before a line that begins with a capital, head it."""


_STAMP = re.compile(r"[ \t]*[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?(?:\s*[-–—]\s*)?[ \t]*")


_HASH = re.compile(r"[ \t]*(#{1,6})[ \t]*")


_RULE = re.compile(r"[ \t]*(?:[-*_=~]\s*){3,}$")


_UNDERLINE = re.compile(r"\s*(?:={2,}|-{2,})\s*$")


_BOLD = re.compile(r"\s*(?P<bold>(\*\*|__)[^*_]+(\*\*|__):?)\s*(?P<gloss>\([^()]*\)\s*)?")
"""What stands in brackets behind a heading says what it is for: "**Fanning** (calms the nerves)"."""


_STOPPED = re.compile(r"[.!?]\W*$")


_RULING, _EMPHASIS = "-*_=~", "*_"
"""Signs of which one begins every rule, and every line in bold."""


TRIM = " \t\r\n\f\v\u00a0\u200b\ufeff*_`#|>"


_NUMBER = re.compile(r"\d+")


_SMALL = frozenset(
    ["a", "an", "the", "of", "and", "or", "for", "to", "in", "on", "with", "your", "at", "by", "from"]
)


BARE, BOLD, RUN_IN = 7, 8, 9
"""Levels of headings that no number sign tells: a line of its own, one in bold, one in its paragraph."""


@final
@dataclass
class Block:
    """A paragraph, a list item or a heading.

    Attributes:
        lines: Where its lines stand.
        number: Of a list item.
        item: It is one.
        heading: It heads what follows.
        letter: The list is numbered by letters.
        level: How far down a heading stands: 1 to 6 by its number signs, and those without below them.
        label: A heading that names a step of its movement and heads nothing else.
    """

    lines: list[Span]
    number: int | None = None
    item: bool = False
    heading: bool = False
    letter: bool = False
    level: int = BARE
    label: bool = False


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for match in re.finditer(r"\r\n|\r|\n|\u2028|\u2029", text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def page_blocks(text: str) -> list[Block]:
    """Paragraphs, list items and headings that are marked as such."""
    blocks: list[Block] = []
    open_block: Block | None = None
    for start, end in _lines(text):
        line = text[start:end]
        sign = line.lstrip()[:1]
        if not line.strip(TRIM) or (sign in _RULING and _RULE.match(line)):
            if open_block and len(open_block.lines) == 1 and _UNDERLINE.match(line):
                open_block.heading, open_block.level = True, 1 if "=" in line else 2
            open_block = None
            continue
        if sign == "#" and (hashes := _HASH.match(line)):
            level = len(hashes.group().strip())
            blocks.append(Block([(start + hashes.end(), end)], heading=True, level=level))
            open_block = None
            continue
        if sign in _EMPHASIS and (bold := _BOLD.fullmatch(line)) and not _STOPPED.search(bold["bold"]):
            blocks.append(Block([(start, start + bold.end("bold"))], heading=True, level=BOLD))
            if bold["gloss"]:
                blocks.append(Block([(start + bold.start("gloss"), end)]))
            open_block = None
            continue
        if stamp := _STAMP.match(line):
            start += stamp.end()
            open_block = None
        if start >= end:
            continue
        item = _ITEM.match(text, start, end)
        if item and item.group("letter") and _ROMAN.match(item.group().strip()) and _ROMAN_TWO.search(text):
            item = None
        if item and item.end() < end and not _ends_inside(text, open_block, item):
            number = _NUMBER.search(item.group())
            open_block = Block(
                [(item.end(), end)],
                number=_item_number(item, number),
                item=True,
                letter=item.group("letter") is not None,
            )
            blocks.append(open_block)
        elif open_block is None or _breaks(text, open_block, (start, end)):
            open_block = Block([(start, end)])
            blocks.append(open_block)
        else:
            open_block.lines.append((start, end))
    return blocks


def _item_number(item: re.Match[str], number: re.Match[str] | None) -> int | None:
    if letter := item.group("letter"):
        return (
            ord(letter.strip("()., ").lower()[0]) - ord("a") + 1 if letter.strip("()., ").isalpha() else None
        )
    if decimal := item.group("decimal"):
        return step_number(decimal.rstrip(".)"))
    return int(number.group()) if number else None


def _ends_inside(text: str, block: Block | None, item: re.Match[str]) -> bool:
    r"""A broken line may begin with what looks like a list mark: "for\n2. breaths" or "a. "."""
    if block is None or item.group("step") or item.group("box"):
        return False
    before = text[block.lines[-1][0] : block.lines[-1][1]].rstrip()
    if item.group("bullet"):
        return item.group("bullet") in "–—" and before[-1:].isalpha() and not block.item
    return before[-1:] == ","


def _breaks(text: str, block: Block, line: Span) -> bool:
    """Whether a line starts a block of its own though no blank line parts it from the last."""
    last = text[slice(*block.lines[-1])].rstrip()
    following = text[slice(*line)].lstrip()
    if len(block.lines) == 1 and not block.item and following[:1].isupper() and _LABEL_LINE.match(last):
        return True
    if not last or not following or last[-1] in '.!?:…"”)':
        return (
            bool(last)
            and last[-1:] in ".!?:…"
            and block.item
            and not text[line[0]].isspace()
            and (following[0].isupper())
        )
    if last[-1] in ",;–—-" or not (following[0].isupper() or following[0].isdigit()):
        return False
    widest = max(end - start for start, end in [*block.lines, line])
    short = len(last) < 0.6 * max(widest, 60)
    return short and last.rsplit(" ", 1)[-1].lower() not in _SMALL
