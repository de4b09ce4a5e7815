"""HTML: the words of a page in the order in which a person reads them, as Markdown."""

import re
from typing import Any, final

_DROPPED = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "head", "iframe", "nav", "form", "button"),
        *("select", "textarea", "aside", "footer", "audio", "video", "canvas", "object", "dialog"),
    )
)
INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins"),
        *("kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt"),
        *("u", "var", "wbr", "img", "center", "big"),
    )
)
_BETWEEN = {"br": "\n", "td": " ", "th": " "}
_HEADING = re.compile(r"h([1-6])")
_LOOKS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|article|div|main|section|h[1-6]|p|ul|ol|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_SPACES = re.compile(r"\s+")
_BLANKS = re.compile(r"\n{3,}")
_SITE = re.compile(r"\s+[|–—·]\s+|\s+-\s+")
_MOST = 0.5


def is_html(text: str) -> bool:
    """Whether a text is a page of HTML or a piece of one."""
    return bool(_LOOKS.match(text[:4000]))


def article_text(text: str) -> str:
    """The article in a page of HTML as plain text with Markdown headings and lists.

    All spans of a reading count the code points of this text. A page's menus, scripts and margins
    are left out; damaged markup is read as a browser would.
    """
    import warnings

    from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        page = BeautifulSoup(text, "html.parser")
    writer = _Writer()
    title = _title(page)
    for tag in page.find_all(lambda tag: tag.name in _DROPPED or tag.has_attr("hidden")):
        tag.extract()
    if title:
        writer.write(f"# {title}")
    writer.block(_article(page))
    writer.end()
    return "\n\n".join(writer.lines) + "\n" if writer.lines else ""


def _title(page: Any) -> str:
    """The page's title without the site's name, where no heading of the first level gives it."""
    if page.title is None or page.find("h1") is not None:
        return ""
    return _SITE.split(_folded(page.title.get_text()))[0]


def _article(page: Any) -> Any:
    """The one element that holds most of the page's words, where the page marks one."""
    words = len(page.get_text())
    for name in ("article", "main"):
        found = page.find_all(name)
        if len(found) == 1 and len(found[0].get_text()) > _MOST * words:
            return found[0]
    return page


def _folded(words: str) -> str:
    return " ".join(words.split())


@final
class _Writer:
    """Collects lines while the page's elements are walked through in order.

    Attributes:
        lines: The finished lines.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._line: list[str] = []
        self._mark = ""
        self._item = False
        self._numbers: list[int | None] = []

    def write(self, words: str) -> None:
        """Finish a line of its own."""
        self.end()
        self.lines.append(words)

    def end(self) -> None:
        """Finish the line that has been begun."""
        lines = (_folded(line) for line in "".join(self._line).split("\n"))
        words = _BLANKS.sub("\n\n", "\n".join(lines)).strip()
        self._line.clear()
        self._item = False
        if words:
            self.lines.append(self._mark + words)
            self._mark = ""

    def block(self, element: Any) -> None:
        """Walk through an element's children; a page nested beyond reason keeps its plain words."""
        stack = [iter(element.children)]
        open_names: list[str] = [""]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
                self._close(open_names.pop())
            elif child.name is None:
                # A comment or doctype is a string too, of a subclass of its own.
                if type(child).__name__ in ("NavigableString", "CData"):
                    words = str(child)
                    self._line.append(words if "pre" in open_names else _SPACES.sub(" ", words))
            else:
                self._open(child)
                stack.append(iter(child.children))
                open_names.append(child.name)

    def _open(self, tag: Any) -> None:
        name = tag.name
        if name in _BETWEEN:
            self._line.append(_BETWEEN[name])
        elif name in INLINE:
            return
        elif name in ("ol", "ul"):
            self.end()
            self._numbers.append(_first(tag) if name == "ol" else None)
        elif name == "li":
            self.end()
            self._mark = self._next()
            self._item = True
        elif heading := _HEADING.fullmatch(name):
            self.end()
            self._mark = "#" * int(heading[1]) + " "
        elif self._item:
            self._line.append(" ")
        else:
            self.end()

    def _close(self, name: str) -> None:
        if name in ("ol", "ul"):
            self.end()
            self._numbers.pop()
        elif name == "li" or _HEADING.fullmatch(name):
            self.end()
            self._mark = ""
        elif name in INLINE or name in _BETWEEN:
            return
        elif self._item:
            self._line.append(" ")
        else:
            self.end()

    def _next(self) -> str:
        if not self._numbers or self._numbers[-1] is None:
            return "- "
        self._numbers[-1] += 1
        return f"{self._numbers[-1]}. "


def _first(tag: Any) -> int:
    """One less than the number of an ordered list's first item."""
    start = str(tag.get("start", "1"))
    return int(start) - 1 if start.isdecimal() else 0
