"""Words: a sentence cut into words and marks, each with its span and its base form."""

import re
from dataclasses import dataclass
from typing import final

from effleurage.reading._lexicon import Lexicon

_WORD = re.compile(
    r"[A-Za-z]+[015|][A-Za-z][A-Za-z015|]*|[A-WYZa-wyz]\d{1,2}(?![^\W_])|[^\W\d_]+(?:(?:['’ʼ]|&#39;|&rsquo;|&#x27;)[^\W\d_]+)?|&(?:amp|nbsp|quot|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip|#39|#8217);|\d+(?:[.,]\d+)?|[½¼¾]|[^\w\s]"
)
_TAIL = re.compile(r"(.+?)['’ʼ](s|ll|re|ve|d|m)$", re.IGNORECASE)
_BROKEN = re.compile(r"[-‐\u00ad]\s+([a-z]+)")
_HANDED = re.compile(r"(?:left|right)[-‐]hand(?=\s+(?!sides?\b)[a-z])", re.IGNORECASE)
"""As in "the left-hand groove": a side, and no hand."""
_SIDED_NOUN = re.compile(r"\.? +[a-zA-Z]{3,}")
"""In notes, a capital stands for a side: "R forearm", "L erectors"."""
_TIMES = re.compile(r"[xX×]\d{1,2}")
_DASHES = ("-", "‐", "\u00ad")
_GLUED = (
    "the",
    "your",
    "their",
    "of",
    "and",
    "to",
    "on",
    "with",
    "both",
    "from",
    "over",
    "her",
    "his",
    "down",
    "up",
    "a",
)


@final
@dataclass(slots=True)
class Token:
    """One word or mark.

    Attributes:
        low: The word in lower case.
        norm: Its base form.
        form: Its form as a verb: "base", "s", "ing" or "ed".
        start: Where it begins in the text.
        end: Where it ends.
        plural: It may be a plural noun.
        proper: It is written with a capital.
    """

    low: str
    norm: str
    form: str
    start: int
    end: int
    plural: bool
    proper: bool = False


def tokens(text: str, span: tuple[int, int], lexicon: Lexicon) -> list[Token]:
    """The words and marks of a sentence; hyphens inside a word part it, bold marks vanish."""
    found: list[Token] = []
    joined = span[0]
    for match in _WORD.finditer(text, *span):
        word, start, end = match.group(), match.start(), match.end()
        if start < joined:
            continue
        rest = (
            _BROKEN.match(text, end, span[1]) if text[end : end + 1] in _DASHES and word.isalpha() else None
        )
        if rest is not None and known((word + rest.group(1)).lower(), lexicon):
            joined = rest.end()
            found.append(_token((word + rest.group(1)).lower(), start, joined, lexicon))
            continue
        if (
            word.lower() not in ("left", "right")
            and len(word) > 1
            and word.isalpha()
            and (len(word) < 7 or known(word.lower(), lexicon))
        ):
            found.append(_token(word.lower(), start, end, lexicon))
            continue
        if word in "→⇒➔➜➝⟶" or (word in "->=" and text[end : end + 1] == ">"):
            joined = end if word not in "->=" else end + 1
            found.append(_token("to", start, joined, lexicon))
            continue
        if word in "*_`#|\\":
            continue
        if word == "w" and text[end : end + 1] == "/":
            found.append(_token("with", start, end, lexicon))
            continue
        if word in "RL" and _SIDED_NOUN.match(text, end, span[1]):
            found.append(_token("right" if word == "R" else "left", start, end, lexicon))
            continue
        if word in "-‐‑" and start > 0 and text[start - 1].isalnum() and text[end : end + 1].isalnum():
            continue
        if len(word) == 1 and word.isupper() and word != "I" and _stands_for_someone(text, start, end):
            found.append(
                Token(
                    "giver" if word != "A" else "receiver",
                    "giver" if word != "A" else "receiver",
                    "base",
                    start,
                    end,
                    False,
                )
            )
            continue
        if word[0] == "&" and len(word) > 1:
            if word == "&amp;":
                found.append(_token("and", start, end, lexicon))
            continue
        if word.lower() == "w" and text[end : end + 1] == "/":
            found.append(_token("with", start, end, lexicon))
            continue
        if word == "&":
            found.append(_token("and", start, end, lexicon))
            continue
        if low_side := _HANDED.match(text, start, span[1]):
            joined = low_side.end()
            found.append(_token(word.lower(), start, joined, lexicon))
            continue
        if _TIMES.fullmatch(word):
            found.append(_token("x", start, start + 1, lexicon))
            found.append(_token(word[1:], start + 1, end, lexicon))
            continue
        low = word.lower()
        for apostrophe in ("’", "ʼ", "&#39;", "&rsquo;", "&#x27;"):
            low = low.replace(apostrophe, "'")
        tail = _TAIL.match(low)
        if tail and not low.endswith("n't") and low != "let's":
            cut = start + len(tail.group(1))
            if len(tail.group(1)) == 1 and word[0].isupper() and word[0] != "I":
                who = "receiver" if word[0] == "A" else "giver"
                found.append(Token(who, who, "base", start, cut, False))
                found.append(_token("'" + tail.group(2), cut, end, lexicon))
                continue
            found.append(_token(tail.group(1), start, cut, lexicon))
            found.append(_token("'" + tail.group(2), cut, end, lexicon))
            continue
        if len(low) > 6 and (parts := _unglued(low, lexicon)):
            cut = start + len(parts[0])
            found.append(_token(parts[0], start, cut, lexicon))
            found.append(_token(parts[1], cut, end, lexicon))
            continue
        found.append(_token(low, start, end, lexicon))
    for token in found:
        token.proper = text[token.start].isupper()
    return found


def _stands_for_someone(text: str, start: int, end: int) -> bool:
    """As in "A sits, B stands behind": a capital by itself that is no article at a sentence's start."""
    if text[end : end + 1] in ("'", "’"):
        return True
    rest = text[end : end + 12].split()
    if text[end : end + 1] != " " or not rest:
        return False
    return rest[0].rstrip(",.").endswith("s") and rest[0][0].islower() and len(rest[0]) > 3


_MISREAD = (
    ("1", "l"),
    ("0", "o"),
    ("5", "s"),
    ("|", "l"),
    ("rn", "m"),
    ("m", "rn"),
    ("c", "e"),
    ("vv", "w"),
    ("li", "h"),
)
"""What a scanner takes for what."""


def _mended(low: str, lexicon: Lexicon) -> str:
    """An unknown word as a scanner may have misread it: "sl1de", "thurnbs", "retum"."""
    for seen, meant in _MISREAD:
        if seen in low and known(word := low.replace(seen, meant), lexicon):
            return word
    return low


def _token(low: str, start: int, end: int, lexicon: Lexicon) -> Token:
    low = lexicon.typos.get(low, low)
    if len(low) > 2 and low not in lexicon.words and not known(low, lexicon):
        low = _mended(low, lexicon)
    norm = lexicon.base.get(low)
    if norm is None:
        return Token(low, low, "base", start, end, low in ("feet", "calves", "scapulae", "vertebrae"))
    form = lexicon.form.get(low, "s" if low.endswith("s") else "base")
    return Token(low, norm, form, start, end, form == "s")


def known(word: str, lexicon: Lexicon) -> bool:
    """Whether the lexicon has a word of its own for it, in any form."""
    return word in lexicon.base or word in lexicon.tree


def _unglued(low: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """A lost blank: "theshoulder" is "the shoulder" when only the parts are words."""
    if known(low, lexicon) or low in lexicon.words:
        return None
    for glue in _GLUED:
        rest = low[len(glue) :]
        if low.startswith(glue) and len(rest) > 3 and known(rest, lexicon):
            return glue, rest
        front = low[: -len(glue)]
        if len(glue) > 1 and low.endswith(glue) and len(front) > 3 and known(front, lexicon):
            return front, glue
    return None
