"""HTML: the words of a page in the order in which a person reads them."""

import re
from typing import Any

_BLOCKS = (
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "li",
    "blockquote",
    "pre",
    "dt",
    "dd",
    "figcaption",
    "td",
    "th",
    "title",
)
_DROPPED = ("script", "style", "noscript", "template", "svg", "head", "iframe", "nav", "form", "button")
_LOOKS = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|article|div|main|section|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_html(text: str) -> bool:
    """Whether a text is a page of HTML."""
    return bool(_LOOKS.match(text[:4000]))


def article_text(text: str) -> str:
    """The article in a page of HTML as plain text with Markdown headings and lists.

    All spans of a reading count the code points of this text.
    """
    import warnings

    from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        page = BeautifulSoup(text, "html.parser")
    for tag in page.find_all(_DROPPED):
        tag.decompose()
    for br in page.find_all("br"):
        br.replace_with("\n")
    lines: list[str] = []
    for tag in page.find_all(_BLOCKS):
        if any(child.name in _BLOCKS for child in tag.find_all(True)):
            continue
        words = _folded(tag.get_text())
        if words:
            lines.append(_mark(tag) + words)
    if not lines:
        return "\n\n".join(filter(None, (_folded(part) for part in page.get_text("\n").split("\n"))))
    return "\n\n".join(lines) + "\n"


def _folded(words: str) -> str:
    return " ".join(words.split())


def _mark(tag: Any) -> str:
    if tag.name[0] == "h" and tag.name[1:].isdigit():
        return "#" * int(tag.name[1:]) + " "
    if tag.name != "li":
        return ""
    parent = tag.find_parent(("ol", "ul"))
    if parent is None or parent.name == "ul":
        return "- "
    items = parent.find_all("li", recursive=False)
    number = next((n for n, item in enumerate(items, 1) if item is tag), 1)
    return f"{number}. "
