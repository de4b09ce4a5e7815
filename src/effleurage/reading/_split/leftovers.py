"""Leftovers: what stands in a text and is none of its words, as blanks of the same length.

Tags and entities of HTML that stand in a text which is no page, and what a transcript tells in brackets:
when something is said, and what is heard besides.

Headings, items and breaks become Markdown's, so that they part what they parted; every other character
keeps its place, so that spans count the text as it was given.
"""

import html
import re
from typing import final

from effleurage.reading._split.html import INLINE

_BLOCKS = (
    *("address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption"),
    *("figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p"),
    *("pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul"),
)
_NAMES = "|".join(sorted({*_BLOCKS, *INLINE}, key=len, reverse=True))
_TAG = re.compile(
    rf"<!--.*?-->|</?(?P<name>{_NAMES})(?:\s[^<>\n]*)?/?>",
    re.IGNORECASE | re.DOTALL,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
_HEARD = re.compile(
    r"\[(?:\d{1,2}:\d{2}(?::\d{2})?|(?:(?:long|short|soft|loud|background) )?(?:pauses?|beat|silence|laugh\w*"
    r"|chuckl\w*|giggl\w*|sigh\w*|cough\w*|yawn\w*|breath\w*|exhal\w*|inhal\w*|music|applause|inaudible|unclear"
    r"|crosstalk|off[ -]camera|sound|phone|dog|camera|cut|sped|speeds?|fades?|snor\w*)\b[^\]\n]{0,40})\]"
    r"(?!\()",
    re.IGNORECASE,
)
"""A time of the recording, or what is heard or seen in it and not said."""
_ORDERED, _UNORDERED = "ol", "ul"


def without_leftovers(text: str) -> str:
    """The text with the same number of characters, in which no tag, no entity and no sound is left."""
    if "<" in text:
        text = _TAG.sub(_Tags(), text)
    if "[" in text:
        text = _HEARD.sub(_unheard, text)
    return _ENTITY.sub(_character, text) if "&" in text else text


@final
class _Tags:
    """What stands for a tag, one after the other: items of ordered lists are numbered."""

    def __init__(self) -> None:
        self._numbers: list[int | None] = []

    def __call__(self, found: re.Match[str]) -> str:
        """Blanks and the mark that the tag amounts to, as long as the tag."""
        said, name = found[0], (found["name"] or "").lower()
        return self._mark(name, closes=said.startswith("</"), room=len(said)).rjust(len(said))

    def _mark(self, name: str, *, closes: bool, room: int) -> str:
        if name in (_ORDERED, _UNORDERED):
            if closes:
                self._numbers[-1:] = []
            else:
                self._numbers.append(0 if name == _ORDERED else None)
            return "\n"
        if name not in _BLOCKS:
            return ""
        if closes or name in ("br", "td", "th", "tr"):
            return "\n"
        if name == "li":
            return self._item(room)
        if name[0] == "h" and name[1:].isdigit():
            return "\n# " if name == "h1" else "\n## "
        return "\n\n"

    def _item(self, room: int) -> str:
        if self._numbers and self._numbers[-1] is not None:
            self._numbers[-1] += 1
            numbered = f"\n{self._numbers[-1]}. "
            if len(numbered) <= room:
                return numbered
        return "\n- "


def _unheard(found: re.Match[str]) -> str:
    """Blanks for what is heard amid words; on a line of its own it is told for itself."""
    text, (start, end) = found.string, found.span()
    line = text[text.rfind("\n", 0, start) + 1 : start], text[end:].partition("\n")[0]
    return found[0] if not any(part.strip() for part in line) else " " * (end - start)


def _character(found: re.Match[str]) -> str:
    """One character and blanks for an entity; what is no entity stays."""
    said = html.unescape(found[0])
    if said == found[0]:
        return said
    return (" " if said.isspace() else said[:1]).ljust(len(found[0]))
