"""The first pass: an article's text becomes headings and sentences, each with its span.

Nothing here knows what words mean beyond the shape of a page: headings, lists, paragraphs, broken
lines, marks that belong to no sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import final

Span = tuple[int, int]

_ITEM = re.compile(
    r"[ \t>]*(?:(?P<num>\(?\d{1,3}(?:[.)\]:]|\.\))(?=\s|\*|[A-Z\"“(]))"
    r"|(?P<dashed>\d{1,2}\s*[-–—](?=\s+[^\d\s]))"
    r"|(?P<step>\**step\s+\d{1,3}\s*[:.)\-–—]\**:?)"
    r"|(?P<letter>\(?[a-zA-Z][.)](?=\s))|(?P<bullet>[-*+•·▪◦‣–—](?=\s))|(?P<box>\[[ xX]\](?=\s)))[ \t]*",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"\(?[IVX][.)]$")
_ROMAN_TWO = re.compile(r"^\W*II[.)]\s", re.MULTILINE)
"""Where a line begins with "II.", "I." is a number as well."""
_STAMP = re.compile(r"[ \t]*[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?(?:\s*[-–—]\s*)?[ \t]*")
_HASH = re.compile(r"[ \t]*(#{1,6})[ \t]*")
_RULE = re.compile(r"[ \t]*(?:[-*_=~]\s*){3,}$")
_END = re.compile(r"[.!?…]+[\"'”’)\]*_]*|[。]")
_SHORTENED = re.compile(
    r"(?:\b(?:e\.g|i\.e|nos|approx|min|mins|sec|secs|dr|mr|mrs|ms|vs|fig|st|etc|cm|ca|cf|esp|incl|max|resp)"
    r"|(?:^|[\s(])[A-Za-z])$",
    re.IGNORECASE,
)
_CLOSERS = "\"'”’)]*_"
_OPENERS = "\"'“‘([*_"
_TRIM = " \t\r\n\f\v\u00a0\u200b\ufeff*_`#|>"
_TITLE_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_SMALL = frozenset(
    ["a", "an", "the", "of", "and", "or", "for", "to", "in", "on", "with", "your", "at", "by", "from"]
)


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
    """

    span: Span
    number: int | None = None
    block: int = 0
    first: bool = True
    item: bool = False


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


@final
@dataclass
class _Block:
    lines: list[Span]
    number: int | None = None
    item: bool = False
    heading: bool = False
    letter: bool = False


def split(text: str) -> tuple[str | None, Span | None, list[Section]]:
    """The article's title, the title's span, and its sections."""
    blocks = _blocks(text)
    title = None
    title_span: Span | None = None
    casual = _is_casual(text)
    if (
        blocks
        and (blocks[0].heading or (len(blocks) > 1 and _could_head(text, blocks[0], None, casual=casual)))
        and not blocks[0].item
    ):
        title_span = _trimmed(text, *blocks[0].lines[0])
        title = text[slice(*title_span)] or None
        blocks = blocks[1:]
    _mark_headings(text, blocks, casual=casual)
    return title, title_span, _sections(text, blocks, casual=casual)


def _is_casual(text: str) -> bool:
    """Whether somebody writes without capitals, so that a small letter may begin a sentence."""
    small = len(re.findall(r"[.!?]\s+[a-z]", text))
    large = len(re.findall(r"[.!?]\s+[A-Z]", text))
    return small > 3 and small > 2 * large


def _sections(text: str, blocks: list[_Block], *, casual: bool) -> list[Section]:
    """Sections begin at headings, and where a list begins again at 1 without one."""
    sections = [Section(None, None)]
    listed = False
    pending: list[tuple[int, _Block]] = []

    def put(index: int, block: _Block) -> None:
        for n, span in enumerate(_sentences(text, block, casual=casual)):
            sections[-1].sentences.append(
                Sentence(span, number=block.number, block=index, first=n == 0, item=block.item)
            )

    for index, block in enumerate(blocks):
        if block.heading:
            for pair in pending:
                put(*pair)
            pending, listed = [], False
            span = _trimmed(text, *block.lines[0])
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


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for match in re.finditer(r"\r\n|\r|\n|\u2028|\u2029", text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _blocks(text: str) -> list[_Block]:
    """Paragraphs, list items and headings that are marked as such."""
    blocks: list[_Block] = []
    open_block: _Block | None = None
    for start, end in _lines(text):
        line = text[start:end]
        if not line.strip(_TRIM) or _RULE.match(line):
            if open_block and len(open_block.lines) == 1 and re.match(r"\s*(?:={2,}|-{2,})\s*$", line):
                open_block.heading = True
            open_block = None
            continue
        if hashes := _HASH.match(line):
            blocks.append(_Block([(start + hashes.end(), end)], heading=True))
            open_block = None
            continue
        if re.fullmatch(r"\s*(\*\*|__)[^*_]+(\*\*|__):?\s*", line) and not re.search(r"[.!?]\W*$", line):
            blocks.append(_Block([(start, end)], heading=True))
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
            open_block = _Block(
                [(item.end(), end)],
                number=_item_number(item, number),
                item=True,
                letter=item.group("letter") is not None,
            )
            blocks.append(open_block)
        elif open_block is None or _breaks(text, open_block, (start, end)):
            open_block = _Block([(start, end)])
            blocks.append(open_block)
        else:
            open_block.lines.append((start, end))
    return blocks


def _item_number(item: re.Match[str], number: re.Match[str] | None) -> int | None:
    if letter := item.group("letter"):
        return (
            ord(letter.strip("()., ").lower()[0]) - ord("a") + 1 if letter.strip("()., ").isalpha() else None
        )
    return int(number.group()) if number else None


def _ends_inside(text: str, block: _Block | None, item: re.Match[str]) -> bool:
    r"""A broken line may begin with what looks like a list mark: "for\n2. breaths" or "a. "."""
    if block is None or item.group("step") or item.group("box"):
        return False
    before = text[block.lines[-1][0] : block.lines[-1][1]].rstrip()
    if item.group("bullet"):
        return item.group("bullet") in "–—" and before[-1:].isalpha() and not block.item
    return before[-1:] == ","


def _breaks(text: str, block: _Block, line: Span) -> bool:
    """Whether a line starts a block of its own though no blank line parts it from the last."""
    last = text[slice(*block.lines[-1])].rstrip()
    following = text[slice(*line)].lstrip()
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


_LEFT_OVER = re.compile(
    r"^(?:[Pp]age|PAGE|p\.?)\s*\d+$|^(?:[2-9]\d|\d{3,4})\s+[A-Z .,'&-]{4,}$|^\[.*\]$|^[xX×]\s?\d+$"
    r"|(?:\d[ -]?){6,}|^(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Ff]igure|[Cc]aption|[Ss]ource|[Cc]redit)s?:\s"
    r"|^[Cc]ontinue reading\b|^[A-Z][a-z]+, [A-Z][a-z]+$"
)
"""Lines that stand alone and head nothing: pages, running heads, captions, counts, signatures."""


def _could_head(text: str, block: _Block, following: _Block | None, *, casual: bool = False) -> bool:
    """Whether a block has the shape of a heading: one short line without an end."""
    if len(block.lines) != 1 or (block.item and not (block.letter or block.number)):
        return False
    start, end = _trimmed(text, *block.lines[0])
    line = text[start:end]
    words = _TITLE_WORD.findall(line)
    if not words or len(line) > 80 or line[-1] in ".!,;…" or line[-1] == "{" or len(words) > 10:
        return False
    if (line[-1] == ":" and len(words) > 5) or _speaks(text, line):
        return False
    if "," in line and len(words) > 4:
        return False
    if _LEFT_OVER.search(line) or is_junk(line):
        return False
    if not (casual or line[0].isupper() or line[0].isdigit() or line[0] in _OPENERS):
        return False
    return not (block.item and (following is None or (following.item and not following.number)))


def _speaks(text: str, line: str) -> bool:
    """As in "TEACHER: Now watch.": who says a line, where several lines say so."""
    label = _SPEAKER.match(line)
    return label is not None and len(re.findall(rf"^\W*{label[1]}:", text, re.MULTILINE)) > 1


_SPEAKER = re.compile(r"([A-Z][A-Za-z]{1,14}):\s+\S")


def _mark_headings(text: str, blocks: list[_Block], *, casual: bool) -> None:
    """Short lines are headings where prose or a list follows them and the page has no marked ones."""
    marked = sum(block.heading for block in blocks)
    shaped = [
        not block.heading
        and _could_head(text, block, blocks[i + 1] if i + 1 < len(blocks) else None, casual=casual)
        for i, block in enumerate(blocks)
    ]
    outline = _is_outline(text, blocks, shaped)
    for i, block in enumerate(blocks):
        if not shaped[i] or (marked >= 2 and not _alone(text, block)):
            continue
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        if following is None or _junk(text, block):
            continue
        if block.item:
            prose = not following.item and not following.heading and not shaped[i + 1]
            lettered = (
                block.letter and following.item and following.number is not None and not following.letter
            )
            block.heading = (prose and not outline) or lettered
        elif outline:
            block.heading = (
                following.item
                or (_alone(text, block) and len(_words(text, block)) <= 4)
                or _is_prose(text, following)
            )
        else:
            block.heading = not (shaped[i + 1] and not following.item and _run(shaped, i) >= 3)


def _alone(text: str, block: _Block) -> bool:
    line = text[slice(*_trimmed(text, *block.lines[0]))]
    return line.isupper() or (line.endswith(":") and not block.item)


def _words(text: str, block: _Block) -> list[str]:
    return _TITLE_WORD.findall(text[slice(*block.lines[0])])


def _is_prose(text: str, block: _Block) -> bool:
    """Whether a block is a paragraph of whole sentences."""
    if block.item or block.heading:
        return False
    words = text[block.lines[0][0] : block.lines[-1][1]]
    return len(_END.findall(words)) > 1 and len(words) > _LONG


_LONG = 60


def _run(shaped: list[bool], at: int) -> int:
    """How many blocks of a heading's shape stand in a row here."""
    low = high = at
    while low > 0 and shaped[low - 1]:
        low -= 1
    while high + 1 < len(shaped) and shaped[high + 1]:
        high += 1
    return high - low + 1


def _is_outline(text: str, blocks: list[_Block], shaped: list[bool]) -> bool:
    """An outline is mostly short lines without full stops."""
    if len(blocks) < 4:
        return False
    bare = sum(
        shape or (block.item and not re.search(r"[.!?]\W*$", text[slice(*block.lines[-1])]))
        for block, shape in zip(blocks, shaped, strict=True)
    )
    return bare > 0.6 * len(blocks)


_JUNK = re.compile(
    r"google\+|pinterest|linkedin|tumblr|facebook|twitter|instagram|whatsapp|subscribe"
    r"|leave a (?:reply|comment)"
    r"|about (?:the )?author|related (?:posts|articles)|share (?:this|on)|newsletter|cookie|copyright|©"
    r"|advertisement|sponsored|read more|click here|sign up|log ?in|comments?$|tags?:|posted (?:by|on|in)"
    r"|print this|previous post|next post|table of contents|photo (?:by|credit)|image:|skip to|menu$|search$"
    r"| > .* > |all rights reserved|was this .*helpful|^yes / no|read also|asked by"
    r"|\d+ votes|years? ago|best answer|reply$|min read|views?$|updated|download",
    re.IGNORECASE,
)


_TRAIL = re.compile(r"^[\w ]{2,25}(?:(?:\s*(?:&gt;|&raquo;|[>»›|])\s*)[\w &]{2,30}){2,}$")
"""A way through a site: "Home > Body > Shoulders"."""
_RIGHTS = re.compile(r"^(?:all rights reserved|copyright\b|©|\(c\) \d{4})", re.IGNORECASE)


_HINTS = (
    *(">", "&gt;", "»", "›", "|", "&raquo;", "©", "(c)", "google+", "pinterest", "linkedin", "tumblr"),
    *("facebook", "twitter", "instagram", "whatsapp", "subscribe", "leave a", "about", "related"),
    *("share", "newsletter", "cookie", "copyright", "advertis", "sponsor", "read ", "click here", "sign up"),
    *("log", "comment", "tag", "posted", "print this", "previous post", "next post", "table of", "photo"),
    *("image:", "skip to", "menu", "search", "rights reserved", "helpful", "yes / no", "asked by", "votes"),
    *(" ago", "best answer", "reply", "min read", "view", "updated", "download"),
)
"""One of these stands in every line that the patterns find; looking for them first is quicker."""


def _junk(text: str, block: _Block) -> bool:
    return bool(_JUNK.search(text[slice(*block.lines[0])]))


def is_junk(line: str) -> bool:
    """Whether a line is left over from the page around an article."""
    low = line.lower()
    for hint in _HINTS:
        if hint in low:
            break
    else:
        return False
    if _TRAIL.search(line) or _RIGHTS.search(line):
        return True
    return len(line) < 90 and bool(_JUNK.search(line)) and not re.search(r"[a-z]{3}[.!?]$", line)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end


def _sentences(text: str, block: _Block, *, casual: bool) -> Iterator[Span]:
    """The sentences of a block: full stops end them, also where the blank behind is lost."""
    start, end = block.lines[0][0], block.lines[-1][1]
    at = start
    for match in _END.finditer(text, start, end):
        if match.start() < at or not _ends(text, at, match, end, casual=casual):
            continue
        span = _trimmed(text, at, match.end())
        if span[0] < span[1]:
            yield _balanced(text, *span)
        at = match.end()
    span = _trimmed(text, at, end)
    if span[0] < span[1] and (any(c.isalnum() for c in text[slice(*span)]) or at == start):
        yield _balanced(text, *span)


def _balanced(text: str, start: int, end: int) -> Span:
    return start, end


def _ends(text: str, at: int, match: re.Match[str], end: int, *, casual: bool) -> bool:
    """Whether a full stop, question or exclamation mark ends a sentence."""
    after = text[match.end() : min(end, match.end() + 40)]
    mark = match.group()
    if not after.strip(_TRIM):
        return True
    following = after.lstrip()
    lead = following.lstrip(_OPENERS)[:1]
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
