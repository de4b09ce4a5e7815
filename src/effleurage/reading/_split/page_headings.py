"""Headings that no mark tells: which short lines head what follows, and what is left over from a page."""

import bisect
import re

from effleurage.reading._split.blocks import TRIM, Block, Span

END = re.compile(r"[.!?…]+[\"'”’)\]*_]*|[。]")


OPENERS = "\"'“‘([*_"


_TITLE_WORD = re.compile(r"[^\W\d_]+")


_LEFT_OVER = re.compile(
    r"^(?:[Pp]age|PAGE|p\.?)\s*\d+$|^(?:[2-9]\d|\d{3,4})\s+[A-Z .,'&-]{4,}$|^\[.*\]$|^[xX×]\s?\d+$"
    r"|(?:\d[ -]?){6,}|^(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Ff]igure|[Cc]aption|[Ss]ource|[Cc]redit)s?:\s"
    r"|^[Cc]ontinue reading\b|^[A-Z][a-z]+, [A-Z][a-z]+$"
)
"""Lines that stand alone and head nothing: pages, running heads, captions, counts, signatures."""


def could_head(
    text: str, block: Block, following: Block | None, hints: list[int], *, casual: bool = False
) -> bool:
    """Whether a block has the shape of a heading: one short line without an end."""
    if len(block.lines) != 1 or (block.item and not (block.letter or block.number)):
        return False
    start, end = trimmed(text, *block.lines[0])
    line = text[start:end]
    if not line or len(line) > 80 or line[-1] in ".!,;…{":
        return False
    words = _TITLE_WORD.findall(line)
    if not words or len(words) > 10:
        return False
    if (line[-1] == ":" and len(words) > 5) or _speaks(text, line):
        return False
    if "," in line and len(words) > 4:
        return False
    if _LEFT_OVER.search(line) or is_junk(text, (start, end), hints):
        return False
    if not (casual or line[0].isupper() or line[0].isdigit() or line[0] in OPENERS):
        return False
    return not (block.item and (following is None or (following.item and not following.number)))


def _speaks(text: str, line: str) -> bool:
    """As in "TEACHER: Now watch.": who says a line, where several lines say so."""
    label = _SPEAKER.match(line)
    return label is not None and len(re.findall(rf"^\W*{label[1]}:", text, re.MULTILINE)) > 1


_SPEAKER = re.compile(r"([A-Z][A-Za-z]{1,14}):\s+\S")


def mark_headings(text: str, blocks: list[Block], hints: list[int], *, casual: bool) -> None:
    """Short lines are headings where prose or a list follows them and the page has no marked ones."""
    marked = sum(block.heading for block in blocks)
    shaped = [
        not block.heading
        and could_head(text, block, blocks[i + 1] if i + 1 < len(blocks) else None, hints, casual=casual)
        for i, block in enumerate(blocks)
    ]
    outline = _is_outline(text, blocks, shaped)
    for i, block in enumerate(blocks):
        if not shaped[i] or (marked >= 2 and not _alone(text, block)):
            continue
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        if following is None or _junk(text, block) or (i + 2 == len(blocks) and _signs(text, following)):
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


def _signs(text: str, last: Block) -> bool:
    """As in "Your loving / Grandma Ruth": a name below a letter, and no text below a heading."""
    words = text[slice(*trimmed(text, *last.lines[0]))]
    return len(last.lines) == 1 and len(words.split()) <= _NAMED and words.istitle() and not last.item


_NAMED = 4


def _alone(text: str, block: Block) -> bool:
    line = text[slice(*trimmed(text, *block.lines[0]))]
    return line.isupper() or (line.endswith(":") and not block.item)


def _words(text: str, block: Block) -> list[str]:
    return _TITLE_WORD.findall(text[slice(*block.lines[0])])


def _is_prose(text: str, block: Block) -> bool:
    """Whether a block is a paragraph of whole sentences."""
    if block.item or block.heading:
        return False
    words = text[block.lines[0][0] : block.lines[-1][1]]
    return len(END.findall(words)) > 1 and len(words) > _LONG


_LONG = 60


def _run(shaped: list[bool], at: int) -> int:
    """How many blocks of a heading's shape stand in a row here."""
    low = high = at
    while low > 0 and shaped[low - 1]:
        low -= 1
    while high + 1 < len(shaped) and shaped[high + 1]:
        high += 1
    return high - low + 1


def _is_outline(text: str, blocks: list[Block], shaped: list[bool]) -> bool:
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


def hinted(text: str) -> list[int]:
    """Where in an article one of these words begins, in order."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join([sign.lower()[:1] for sign in text])
    found: list[int] = []
    for hint in _HINTS:
        at = low.find(hint)
        while at >= 0:
            found.append(at)
            at = low.find(hint, at + 1)
    return sorted(found)


def _junk(text: str, block: Block) -> bool:
    return bool(_JUNK.search(text[slice(*block.lines[0])]))


def is_junk(text: str, span: Span, hints: list[int]) -> bool:
    """Whether a line is left over from the page around an article.

    Args:
        text: The article.
        span: Where the line stands in it.
        hints: Where a line is hinted to be, by `hinted`.
    """
    start, end = span
    first = bisect.bisect_left(hints, start)
    if first == len(hints) or hints[first] >= end:
        return False
    line = text[start:end]
    if _TRAIL.search(line) or _RIGHTS.search(line):
        return True
    return len(line) < 90 and bool(_JUNK.search(line)) and not re.search(r"[a-z]{3}[.!?]$", line)


def trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    return start, end
