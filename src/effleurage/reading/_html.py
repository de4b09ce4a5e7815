"""HTML: the text that a reader of the page sees, with its headings, lists and paragraphs."""

import re

_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_BLOCK = re.compile(r"<(?:p|h[1-6]|ol|ul|li|div|article)\b[^>]*>", re.I)
_MANY = 3


def is_html(text: str) -> bool:
    """Whether a text is an HTML page or a piece of one, and not Markdown with a tag in it."""
    return bool(_OPENING.match(text)) or (
        text.lstrip().startswith("<") and len(_BLOCK.findall(text[:20_000])) >= _MANY
    )


def plain_text(text: str) -> str:
    """The text that spans index: an HTML page's readable text, anything else unchanged."""
    return _extracted(text) if is_html(text) else text


def _extracted(page: str) -> str:
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(page, "html.parser")
    return soup.get_text("\n").strip() + "\n"
