"""Movements that are named at the head of their own paragraph or item: "3. Fanning. Sit beside …"."""

import re
from dataclasses import replace
from itertools import groupby

from effleurage.reading._split.split import Section, Sentence
from effleurage.reading._words.lexicon import Lexicon
from effleurage.reading._words.tag import tag
from effleurage.reading._words.tokens import tokens

_SEVERAL, _MOSTLY = 3, 0.6
"""So many paragraphs or items, and such a share of all that have room for a name, have one."""

_NAME = re.compile(r"[^\W_][^.!?:;,]{2,50}\.?\W*")
_WORDS = 6
"""A name is so long at most."""


def headed(text: str, sections: list[Section], lexicon: Lexicon) -> list[Section]:
    """Sections, with one more for each paragraph or item that opens with the name of what it tells.

    A name is short and does nothing: "Fanning up the spine.", "The figure of eight.", not "Kneel down." One
    alone is said in short; where most have one, and each another, they are headings.
    """
    short: dict[int, Sentence] = {}
    roomy = 0
    for section in sections:
        for block, group in groupby(section.sentences, key=lambda sentence: sentence.block):
            opening, *others = group
            if not others:
                continue
            roomy += 1
            if _is_short(text, opening):
                short[block] = opening
    most = max(_SEVERAL, _MOSTLY * roomy)
    if len(short) < most:
        return sections
    names = {block: _name(text, sentence, lexicon) for block, sentence in short.items()}
    named = {block: name for block, name in names.items() if name is not None}
    if len(named) < most or len(set(named.values())) < len(named):
        return sections
    return [part for section in sections for part in _parted(section, named)]


def _is_short(text: str, sentence: Sentence) -> bool:
    """Whether a sentence has the shape of a name."""
    words = text[slice(*sentence.span)]
    return len(words.split()) <= _WORDS and bool(_NAME.fullmatch(words)) and not sentence.junk


def _name(text: str, sentence: Sentence, lexicon: Lexicon) -> str | None:
    """What a short sentence names, or None when it does something."""
    words = text[slice(*sentence.span)]
    marks = tag(tokens(text, sentence.span, lexicon), lexicon)
    verbs = [n for n, mark in enumerate(marks) if mark.cat == "verb"]
    gerund = bool(marks) and marks[0].form == "ing"
    if any(n > 0 or not gerund for n in verbs) or (" " not in words and not (gerund or sentence.item)):
        return None
    return words.rstrip(".*_ ")


def _parted(section: Section, named: dict[int, str]) -> list[Section]:
    parts = [Section(section.title, section.span)]
    for sentence in section.sentences:
        name = named.get(sentence.block)
        if name is not None and sentence.first:
            parts.append(Section(name, (sentence.span[0], sentence.span[0] + len(name))))
            continue
        opens = name is not None and not parts[-1].sentences
        parts[-1].sentences.append(replace(sentence, first=True) if opens else sentence)
    return [part for part in parts if part.sentences or part.title]
