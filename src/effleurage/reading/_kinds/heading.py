"""Headings: they clear the context and supply what they name."""

import itertools
import re

from effleurage.reading._slots.state import State
from effleurage.reading._words.lexicon import Lexicon
from effleurage.reading._words.mark import Mark
from effleurage.reading._words.tag import tag
from effleurage.reading._words.tokens import tokens

_SUPPLIES = re.compile(
    r"\b(?:need|supplies|materials|equipment|ingredients|shopping|kit|gather|requirements?|checklist)\b",
    re.IGNORECASE,
)
"""What a heading says above a list of things."""


def head_state(state: State, title: str, marks: list[Mark]) -> None:
    """Take a heading's technique, tool and place into the context."""
    limb = None
    worked = any(
        "motion" in m.cats or ("verb" in m.cats and m.cats["verb"].get("act") == "move") for m in marks
    )
    for before, mark in zip([None, *marks], marks, strict=False):
        state.technique = state.technique or technique_named(mark)
        if "tool" in mark.cats and _is_own(before):
            continue
        if "place" in mark.cats and not mark.cats["place"].get("whole"):
            entry = mark.cats["place"]
            if not (entry.get("receiver_only") and worked):
                limb = limb or entry.get("limb")
            if "tool" not in mark.cats or entry.get("limb") in ("foot",):
                state.heading_place = state.heading_place or entry.value
                side = next(
                    (m.value for m in marks if m.cat == "side" and m.value in ("left", "right")), None
                )
                if side:
                    state.side, state.side_place = str(side), entry.value
        elif "tool" in mark.cats and mark.cat == "tool":
            state.tool = state.tool or mark.cats["tool"].value
    told = next((m.value for m in marks if m.cat == "side" and m.value in ("left", "right")), None)
    if state.side is None and told is not None:
        state.side = str(told)
    state.limb = limb
    state.supplies = bool(_SUPPLIES.search(title))


def technique_named(mark: Mark) -> str | None:
    """The technique that a word of a heading or a label names."""
    if "motion" in mark.cats and mark.cats["motion"].get("technique"):
        return mark.cats["motion"].get("technique")
    if "verb" in mark.cats and mark.cats["verb"].get("act") == "move":
        return mark.cats["verb"].value
    return None


def limb_of(title: str, words: Lexicon) -> str | None:
    """The limb that a title names."""
    marks = tag(tokens(title, (0, len(title)), words), words)
    worked = any(
        "motion" in m.cats or ("verb" in m.cats and m.cats["verb"].get("act") == "move") for m in marks
    )
    for before, mark in zip([None, *marks], marks, strict=False):
        limb = mark.cats["place"].get("limb") if "place" in mark.cats else None
        if limb and not ("tool" in mark.cats and (worked or _is_own(before))):
            return limb
    return None


def _is_own(before: Mark | None) -> bool:
    """As in "My hands are tired": the giver's, by the word before."""
    return before is not None and before.cat == "mine"


_TRUNK = re.compile(
    r"\b(?=[sbnwlh])(?:spine|backbone|shoulder blades?|neck|buttocks?|waist|sacrum|shoulders|lower back"
    r"|hips?)\b",
    re.IGNORECASE,
)
_HAND = re.compile(
    r"\b(?:wrists?|(?:the|their|each|her|his|every) (?:hand|palm|fingers?|knuckles|thumb)|fingertips"
    r"|forearm)\b",
    re.IGNORECASE,
)
_FOOT = re.compile(r"\b(?:foot|feet|toes?|soles?|ankles?|arch(?:es)?)\b", re.IGNORECASE)
_MUCH = 5


def limb_titled(title: str, text: str, words: Lexicon) -> str | None:
    """The limb that a title names, unless the text is about the trunk ("The hand at midnight")."""
    limb = limb_of(title, words)
    if limb in ("arm", "hand") and works_with_arm(text):
        return None
    named = _FOOT if limb in ("foot", "leg") else _HAND
    trunk = len(_TRUNK.findall(text)) if limb is not None else 0
    return None if trunk >= _MUCH and trunk > len(named.findall(text)) else limb


def place_titled(title: str, words: Lexicon) -> str | None:
    """The place on the trunk that a title names, where oil goes of which nothing else is said."""
    marks = tag(tokens(title, (0, len(title)), words), words)
    # As in "Back: a quick card", where nothing goes back.
    named = sorted([m for m in marks if "place" in m.cats], key=lambda mark: mark.cat != "place")
    places = [m.cats["place"] for m in named]
    return next((str(entry.value) for entry in places if not entry.get("limb")), None)


def tool_titled(marks: list[Mark], text: str) -> str | None:
    """The tool that a heading names ("Forearm ascent"), where what stands below is about the trunk."""
    tools = [m for m in marks if "tool" in m.cats]
    beside = ("conj", "det", "mine", "num", "times", "open", "close", "comma", "dash", "word", "person")
    if not tools or any(m.cat not in beside and m.low not in "x×" and "tool" not in m.cats for m in marks):
        return None
    trunk = len(_TRUNK.findall(text))
    others = [word for word in _HAND.findall(text) if tools[0].base not in word.lower()]
    return tools[0].cats["tool"].value if trunk > 1 and trunk > len(others) else None


_OWN_ARM = re.compile(r"\b(?:your|my) (?:own )?(?:forearm|elbow)\b", re.IGNORECASE)


def works_with_arm(text: str) -> bool:
    """As below "The long arm glide": the arm of a heading is the giver's, and the trunk is worked on."""
    trunk = len(_TRUNK.findall(text)) if _OWN_ARM.search(text) else 0
    return trunk > 1 and trunk >= len(_HAND.findall(text))


def limb_told(text: str) -> str | None:
    """The limb that a whole article is about without a title that says so: it names no trunk."""
    if next(itertools.islice(_TRUNK.finditer(text), 1, None), None) is not None:
        return None
    hands, feet = len(_HAND.findall(text)), len(_FOOT.findall(text))
    if max(hands, feet) < _MUCH:
        return None
    return "hand" if hands > feet else "foot"
