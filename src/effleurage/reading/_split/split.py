"""The first pass: an article's text becomes headings and sentences, each with its span.

Nothing here knows what words mean beyond the shape of a page: headings, lists, paragraphs, broken
lines, marks that belong to no sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import final

from effleurage.reading._split.blocks import RUN_IN, TRIM, Block, Span, page_blocks
from effleurage.reading._split.forms import filled_in
from effleurage.reading._split.levels import labels
from effleurage.reading._split.page_headings import (
    END,
    OPENERS,
    could_head,
    hinted,
    is_junk,
    mark_headings,
    trimmed,
)
from effleurage.reading._split.run_in import run_in_headings

_SHORTENED = re.compile(
    r"(?:\b(?:e\.g|i\.e|nos|approx|min|mins|sec|secs|dr|mr|mrs|ms|vs|fig|st|etc|cm|ca|cf|esp|incl|max|resp)"
    r"|(?:^|[\s(])[A-Za-z])$",
    re.IGNORECASE,
)


_CLOSERS = "\"'”’)]*_"


@final
@dataclass(frozen=True)
class Sentence:
    """One sentence, list item or verbless line.

    Attributes:
        span: Where it stands, without list marks and outer blanks.
        number: The number of its list item, or None.
        block: Which paragraph or item it belongs to; sentences of one block share it.
        first: It opens its block.
        item: Its block is a list item.
        junk: It is left over from the page around the article.
    """

    span: Span
    number: int | None = None
    block: int = 0
    first: bool = True
    item: bool = False
    junk: bool = False


@final
@dataclass
class Section:
    """What stands under one heading.

    Attributes:
        title: The heading's words, or None.
        span: The heading's span, or None.
        sentences: What stands under it.
    """

    title: str | None
    span: Span | None
    sentences: list[Sentence] = field(default_factory=list)


def split(text: str) -> tuple[str | None, Span | None, list[Section]]:
    """The article's title, the title's span, and its sections."""
    blocks = run_in_headings(text, filled_in(text, page_blocks(text)))
    title = None
    title_span: Span | None = None
    casual = _is_casual(text)
    hints = hinted(text)
    if (
        blocks
        and (
            blocks[0].heading or (len(blocks) > 1 and could_head(text, blocks[0], None, hints, casual=casual))
        )
        and not (blocks[0].item or blocks[0].level == RUN_IN)
    ):
        title_span = trimmed(text, *blocks[0].lines[0])
        title = text[slice(*title_span)] or None
        blocks = blocks[1:]
    mark_headings(text, blocks, hints, casual=casual)
    labels(text, blocks)
    return title, title_span, _sections(text, blocks, hints, casual=casual)


def _is_casual(text: str) -> bool:
    """Whether somebody writes without capitals, so that a small letter may begin a sentence."""
    small = len(re.findall(r"[.!?]\s+[a-z]", text))
    large = len(re.findall(r"[.!?]\s+[A-Z]", text))
    return small > 3 and small > 2 * large


def _sections(text: str, blocks: list[Block], hints: list[int], *, casual: bool) -> list[Section]:
    """Sections begin at headings, and where a list begins again at 1 without one."""
    sections = [Section(None, None)]
    listed = False
    pending: list[tuple[int, Block]] = []

    def put(index: int, block: Block) -> None:
        for n, span in enumerate(_sentences(text, block, casual=casual)):
            junk = is_junk(text, span, hints)
            sections[-1].sentences.append(Sentence(span, block.number, index, n == 0, block.item, junk))

    for index, block in enumerate(blocks):
        if block.label:
            continue
        if block.heading:
            for pair in pending:
                put(*pair)
            pending, listed = [], False
            span = trimmed(text, *block.lines[0])
            sections.append(Section(text[slice(*span)], span))
        elif block.number is None:
            if listed:
                pending.append((index, block))
            else:
                put(index, block)
        else:
            if listed and block.number == 1 and (pending or _has_number(sections[-1], above=1)):
                sections.append(Section(None, None))
            for pair in pending:
                put(*pair)
            pending, listed = [], True
            put(index, block)
    for pair in pending:
        put(*pair)
    return [s for s in sections if s.sentences or s.title]


def _has_number(section: Section, *, above: int) -> bool:
    return any(s.number is not None and s.number > above for s in section.sentences)


def _sentences(text: str, block: Block, *, casual: bool) -> Iterator[Span]:
    """The sentences of a block: full stops end them, also where the blank behind is lost."""
    start, end = block.lines[0][0], block.lines[-1][1]
    at = start
    for match in END.finditer(text, start, end):
        if match.start() < at or not _ends(text, at, match, end, casual=casual):
            continue
        span = trimmed(text, at, match.end())
        if span[0] < span[1]:
            yield _balanced(text, *span)
        at = match.end()
    span = trimmed(text, at, end)
    if span[0] < span[1] and (any(c.isalnum() for c in text[slice(*span)]) or at == start):
        yield _balanced(text, *span)


def _balanced(text: str, start: int, end: int) -> Span:
    return start, end


def _ends(text: str, at: int, match: re.Match[str], end: int, *, casual: bool) -> bool:
    """Whether a full stop, question or exclamation mark ends a sentence."""
    after = text[match.end() : min(end, match.end() + 40)]
    mark = match.group()
    if not after.strip(TRIM):
        return True
    following = after.lstrip()
    lead = following.lstrip(OPENERS)[:1]
    inside = text[at : match.start()]
    if inside.count("(") > inside.count(")") and ")" not in mark:
        return False
    if mark[0] == ".":
        if _SHORTENED.search(inside[-12:]) and not (
            lead.isupper() and len(inside) > 3 and inside[-3:].isalpha()
        ):
            return False
        if not after[0].isspace():
            return (
                lead.isupper()
                and inside.rstrip(_CLOSERS)[-1:].isalpha()
                and len(inside) > 2
                and not re.match(r"[A-Z]{2}|[A-Z]\.", following)
            )
    elif not after[0].isspace():
        return lead.isupper()
    return casual or lead.isupper() or lead.isdigit() or not lead.isalpha()
