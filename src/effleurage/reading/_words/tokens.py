"""Words: a sentence cut into words and marks, each with its span and its base form."""

import functools
import re

from effleurage.reading._words.kept import Kept
from effleurage.reading._words.lexicon import Lexicon
from effleurage.reading._words.lone import Lone, lone_of

_WORD = re.compile(
    r"[A-Za-z]++(?=[ ,.;:])|[A-Za-z]++[015|][A-Za-z][A-Za-z015|]*|[A-WYZa-wyz]\d{1,2}(?![^\W_])"
    r"|[^\W\d_]+(?:(?:['’ʼ]|&#39;|&rsquo;|&#x27;)[^\W\d_]+)?"
    r"|&(?:amp|nbsp|quot|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip|#39|#8217);"
    r"|\d+(?:[.,]\d+)?|[½¼¾]|[^\w\s]"
)
"""Most words end at a blank or a stop, and are looked at once; the others may be misread, joined or signs."""
_TAIL = re.compile(r"(.+?)['’ʼ](s|ll|re|ve|d|m)$", re.IGNORECASE)
_BROKEN = re.compile(r"[-‐\u00ad]\s+([a-z]+)")
_HANDED = re.compile(r"(?:left|right)[-‐]hand(?=\s+(?!sides?\b)[a-z])", re.IGNORECASE)
"""As in "the left-hand groove": a side, and no hand."""
_SIDED_NOUN = re.compile(r"\.? +[a-zA-Z]{3,}")
"""In notes, a capital stands for a side: "R forearm", "L erectors"."""
_DASHES = ("-", "‐", "\u00ad")
_UNSURE = frozenset("wW->=‐‑")
"""Signs that mean something else by what stands around them; single capitals do as well."""
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


Token = tuple[Lone, bool, int, int]
"""One word or mark: what it is by itself, whether it has a capital, and where it begins and ends."""


def tokens(text: str, span: tuple[int, int], lexicon: Lexicon) -> list[Token]:
    """The words and marks of a sentence; hyphens inside a word part it, bold marks vanish."""
    found: list[Token] = []
    kept = _pieces(lexicon)
    at, stop = span
    joined = at
    for piece in text[at:stop].split():
        parts, alike = kept.get(piece) or kept[piece]
        start = text.find(piece, at)
        at = start + len(piece)
        if alike and start >= joined:
            for lone, proper, first, last in parts:
                found.append((lone, proper, start + first, start + last))
        else:
            joined = _placed(text, (max(start, joined), at), stop, lexicon, found)
    return found


def _placed(text: str, span: tuple[int, int], stop: int, lexicon: Lexicon, found: list[Token]) -> int:
    """Add the words of a piece that mean what they do by what stands around them; where that ends."""
    joined = span[0]
    kept = _words(lexicon)
    for match in _WORD.finditer(text, *span):
        start, end = match.span()
        if start < joined:
            continue
        word, seen = match.group(), None
        if text.startswith(_DASHES, end) and word.isalpha():
            seen = _over_dash(text, start, end, stop, lexicon)
        if seen is None and _is_unsure(word):
            seen = _in_place(text, start, end, stop)
        if seen is None:
            found += [(lone, proper, start + first, start + last) for lone, proper, first, last in kept[word]]
            continue
        low, joined = seen
        if low:
            found.append((_lone(low, lexicon), word[0].isupper(), start, joined))
    return joined


def _over_dash(text: str, start: int, end: int, stop: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """What a word and a dash behind it make together, and where that ends: "shoul- der", "left-hand"."""
    word = text[start:end]
    rest = _BROKEN.match(text, end, stop)
    if rest is not None and known((word + rest.group(1)).lower(), lexicon):
        return (word + rest.group(1)).lower(), rest.end()
    handed = _HANDED.match(text, start, stop)
    return (word.lower(), handed.end()) if handed else None


def _in_place(text: str, start: int, end: int, stop: int) -> tuple[str, int] | None:
    """What one sign means by what stands around it, and where that ends; "" if it means nothing."""
    sign, after = text[start], text[end : end + 1]
    if sign in "->=" and after == ">":
        return "to", end + 1
    if sign in "wW" and after == "/":
        return "with", end
    if sign in "RL" and _SIDED_NOUN.match(text, end, stop):
        return "right" if sign == "R" else "left", end
    if sign in "-‐‑" and start > 0 and text[start - 1].isalnum() and after.isalnum():
        return "", end
    if sign.isupper() and sign != "I" and _stands_for_someone(text, start, end):
        return _someone(sign), end
    return None


@functools.lru_cache(maxsize=4)
def _pieces(lexicon: Lexicon) -> Kept[str, tuple[tuple[Token, ...], bool]]:
    """The words of what is written without a blank, and whether they are the same wherever it stands."""
    words = _words(lexicon)

    def find(piece: str) -> tuple[tuple[Token, ...], bool]:
        matches = list(_WORD.finditer(piece))
        parts = [
            (lone, proper, match.start() + first, match.start() + last)
            for match in matches
            for lone, proper, first, last in words[match.group()]
        ]
        dashed = any(dash in piece for dash in _DASHES)
        return tuple(parts), not (dashed or any(_is_unsure(match.group()) for match in matches))

    return Kept(find)


def _is_unsure(word: str) -> bool:
    """Whether a word may mean something else by what stands around it."""
    return len(word) == 1 and (word in _UNSURE or (word.isupper() and word != "I"))


@functools.lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> Kept[str, tuple[Token, ...]]:
    """The parts of each word, as if the text were only that."""
    return Kept(lambda word: _by_itself(word, lexicon))


def _by_itself(word: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """What a word is wherever it stands: mostly one, and two where a tail or a lost blank parts it."""
    if word in "*_`#|\\" or (word[0] == "&" and word not in ("&", "&amp;")):
        return ()
    if word in "→⇒➔➜➝⟶" or word[0] == "&":
        return ((_lone("and" if word[0] == "&" else "to", lexicon), False, 0, len(word)),)
    low = word.lower()
    if not low.isascii():
        low = low.replace("é", "e").replace("è", "e")
    for apostrophe in ("’", "ʼ", "&#39;", "&rsquo;", "&#x27;"):
        low = low.replace(apostrophe, "'")
    parts: tuple[str, ...] = (low,)
    cut = len(word)
    tail = _TAIL.match(low)
    if tail and not low.endswith("n't") and low != "let's":
        cut = len(tail.group(1))
        named = cut == 1 and word[0].isupper() and word[0] != "I"
        parts = (_someone(word[0]) if named else tail.group(1), "'" + tail.group(2))
    elif len(low) > 6 and (unglued := _unglued(low, lexicon)):
        cut, parts = len(unglued[0]), unglued
    spans = ((0, cut), (cut, len(word)))
    return tuple(
        [
            (_lone(part, lexicon), word[first : first + 1].isupper(), first, last)
            for part, (first, last) in zip(parts, spans, strict=False)
        ]
    )


def _someone(letter: str) -> str:
    """Who a letter stands for: A is massaged by B."""
    return "receiver" if letter == "A" else "giver"


def _stands_for_someone(text: str, start: int, end: int) -> bool:
    """As in "A sits, B stands behind": a capital by itself that is no article at a sentence's start."""
    if text[end : end + 1] in ("'", "’"):
        return True
    rest = text[end : end + 12].split()
    if text[end : end + 1] != " " or not rest:
        return False
    word = rest[0].rstrip(",.")
    acts = word.endswith("s") and not word.endswith(_ADJECTIVES)
    return acts and word[0].islower() and len(rest[0]) > 3


_ADJECTIVES = ("ous", "less")
"""As in "A generous stroke" and "A painless one": no verb ends so."""


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


def _lone(low: str, lexicon: Lexicon) -> Lone:
    low = lexicon.typos.get(low, low)
    if len(low) > 2 and low not in lexicon.words and not known(low, lexicon):
        low = _mended(low, lexicon)
    norm = lexicon.base.get(low)
    if norm is None:
        norm, form, plural = low, "base", low in ("feet", "calves", "scapulae", "vertebrae")
    else:
        form = lexicon.form.get(low, "s" if low.endswith("s") else "base")
        plural = form == "s"
    return lone_of(low, norm, form, lexicon, plural=plural)


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
