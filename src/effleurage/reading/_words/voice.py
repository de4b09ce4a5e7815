"""Voice: who tells, who is massaged, and whether it is told as it happened.

"Slide your palms up their back" is told to the giver. A guest may tell it too ("she slid her palms up
my back"), or be told it ("your therapist slides her palms up your back"); then "my" or "your" back is
the receiver's, and "her" palms are the giver's.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import final

from effleurage.reading._words.lexicon import Lexicon
from effleurage.reading._words.mark import Mark

_OWNED = re.compile(r"\b(?=[myh])(my|your|her|his)\s+([\w'’-]+)", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:I|we|she|he|they|it)\s+(?:\w+ly\s+|then\s+|just\s+|next\s+|also\s+)?(\w+)")
_PLAIN_HANDS = frozenset(
    ["palm", "thumb", "fingertip", "knuckle", "fist", "forearm", "hand", "finger", "elbow"]
)
_TRADE = (
    *(
        "therapist",
        "masseur",
        "masseuse",
        "practitioner",
        "operator",
        "giver",
        "attendant",
        "nurse",
        "rubber",
    ),
    *("carer", "assistant", "physio", "bodyworker", "demonstrator", "instructor"),
)
_TRADES = re.compile(rf"\b(?:the|a|your) (?:{'|'.join(_TRADE)})\b(?!'s)", re.IGNORECASE)
_GIVERS_ONLY = frozenset(
    {"palm", "thumb", "fingertip", "knuckle", "fist", "finger", "heel", "weight", "stance", "elbow"}
)
_ACTORS = re.compile(r"\b(I|she|he|they)\b", re.IGNORECASE)
_ONE = re.compile(r"\b[Oo]ne (?:then |now |next |also )?([a-z]+s)\b")
_SHOWN = re.compile(
    r"\b(?:I|[Ww]e)(?:['’](?:m|re)| am| are)?\s+"
    r"(?:(?:now|just|then|next|also|gonna|going to|only|ever|still)\s+)*(\w+)"
)
_SHOWING = frozenset({"move", "go", "put", "stay", "free"})
_ENOUGH = 2
_MOSTLY = 0.6


@final
@dataclass(frozen=True)
class Voice:
    """Who speaks to whom.

    Attributes:
        receiver: "my" or "your" where the massaged one tells it or is told it, else "".
        trade: The giver is told of by trade ("the masseur places"): "his palms" are the giver's.
        one: "One puts both hands …" is what the giver does.
        past: It is told as it happened: "she laid a forearm on the small of my back".
        giver: "she" or "he" where someone is told of who massages: "she slid her palms up his back".
        shows: Who tells it shows it: "I'm sliding up to the neck", as one speaks to a camera.
    """

    receiver: str = ""
    trade: bool = False
    past: bool = False
    one: bool = False
    giver: str = ""
    shows: bool = False

    @property
    def changes(self) -> bool:
        """It gives words to another than they would be by themselves."""
        return bool(self.receiver or self.trade or self.one or self.giver)


def voice_of(text: str, lexicon: Lexicon) -> Voice:
    """The voice of a whole article, by whose back and whose thumbs it speaks of."""
    bodies = {"my": 0, "your": 0, "her": 0}
    tools = {"my": 0, "your": 0, "her": 0}
    for match in _OWNED.finditer(text):
        who = "her" if match[1].lower() == "his" else match[1].lower()
        word = match[2].lower()
        base = lexicon.base.get(word, word)
        cats = lexicon.tree.get(base, {}).get("", {})
        if "tool" in cats or base in _PLAIN_HANDS:
            tools[who] += 1
        elif "place" in cats:
            bodies[who] += 1
    receiver = ""
    if bodies["my"] >= _ENOUGH and bodies["my"] > tools["my"] and _others_act(text, tools["her"]):
        receiver = "my"
    elif bodies["your"] >= _ENOUGH and bodies["your"] > tools["your"] and tools["her"] >= 1 > bodies["her"]:
        receiver = "your"
    verbs = [w.lower() for w in _TOLD.findall(text)]
    past = sum(lexicon.form.get(w) == "ed" for w in verbs)
    told = sum("verb" in lexicon.tree.get(lexicon.base.get(w, w), {}).get("", {}) for w in verbs)
    lowered = text.lower()
    told_of = _giver_told_of(text) if receiver == "" else ""
    named = receiver == "" and any(trade in lowered for trade in _TRADE)
    trade = named and len(_TRADES.findall(text)) >= _ENOUGH
    ones = _ONE.findall(text) if lowered.count("one ") > _ENOUGH else []
    one = len([w for w in ones if lexicon.form.get(w) == "s" and lexicon.base.get(w)]) > _ENOUGH
    happened = past > _ENOUGH and past > _MOSTLY * told
    happened = happened or _was_done(lowered)
    shows = not happened and receiver == "" and _shows(text, lexicon)
    return Voice(receiver, trade, happened, one, told_of, shows)


_WAS = re.compile(r"\b(?:hands?|palms?|forearm|fingertips|oil) (?:was|were|is|are)\b")


def _was_done(text: str) -> bool:
    """As in a record: "the hands were placed on the lower back", "oil was applied"."""
    told = [m.split()[-1] for m in _WAS.findall(text)]
    were = sum(word in ("was", "were") for word in told)
    return were > _ENOUGH and were > _MOSTLY * len(told)


def _shows(text: str, lexicon: Lexicon) -> bool:
    """Whether the one who tells it does it at the same time, by how often hands are said to move so."""
    shown = 0
    for word in _SHOWN.findall(text):
        low = word.lower()
        entry = lexicon.tree.get(lexicon.base.get(low, low), {}).get("", {}).get("verb")
        if entry is not None and entry.get("act") in _SHOWING and lexicon.form.get(low) in (None, "ing"):
            shown += 1
    return shown >= _ENOUGH


_OWN_HANDS = re.compile(
    r"\b(?=[sh])(?:(she)|(he))\b[^.;!?]{1,60}?\b(?(1)her|his) (?:\w+ )?"
    r"(?:palms?|thumbs?|fists?|knuckles?|fingertips?|fingers|hands?|forearms?|elbows?)\b",
    re.IGNORECASE,
)


def _giver_told_of(text: str) -> str:
    """Whose own hands work, when somebody is told of who massages another: "she" or "he"."""
    found = Counter((m[1] or m[2]).lower() for m in _OWN_HANDS.finditer(text))
    who, many = found.most_common(1)[0] if found else ("", 0)
    return who if many >= _ENOUGH and many > 2 * (sum(found.values()) - many) else ""


def _others_act(text: str, tools: int) -> bool:
    """Whether somebody else acts, or works with so many tools of theirs, more than the teller does."""
    actors = Counter(word.lower() for word in _ACTORS.findall(text))
    return actors["she"] + actors["he"] + actors["they"] + tools > actors["i"] / 2


_NOW = frozenset({"then", "now", "next", "also"})


def voiced(marks: list[Mark], voice: Voice) -> None:
    """Give each "my", "her", "she" and "you" to the one who is meant, in the giver's voice."""
    if voice.trade or voice.giver:
        _by_trade(marks, voice)
    for n, mark in enumerate(marks[:-1] if voice.one else ()):
        # As in "one then lays", "one now slides".
        after = next((m for m in marks[n + 1 : n + 3] if m.low not in _NOW), marks[n + 1])
        if mark.low == "one" and "verb" in after.cats and after.form == "s":
            mark.cat, mark.cats = "subj", {}
    if not voice.receiver:
        return
    teller = "i" if voice.receiver == "my" else "you"
    for mark in marks:
        if mark.cat == "mine" and mark.low == voice.receiver:
            mark.cat = "theirs"
        elif mark.cat == "theirs" and mark.low in ("her", "his", "their"):
            mark.cat = "mine"
        elif mark.low == teller and mark.cat == "subj":
            mark.cat, mark.cats = "person", {}
        elif mark.low in ("she", "he") and mark.cat == "pron":
            mark.cat, mark.cats = "subj", {}
        if mark.inner:
            swapped = {"her": "your", "his": "your", voice.receiver: "their"}
            mark.inner = tuple(swapped.get(w, w) for w in mark.inner)


def _by_trade(marks: list[Mark], voice: Voice) -> None:
    """Give "he" and "his thumbs" to the giver, who is told of by trade, or by what is done."""
    acting = (voice.giver,) if voice.giver else ("he", "she")
    owning = {"she": ("her",), "he": ("his",)}.get(voice.giver, ("his", "her"))
    for n, mark in enumerate(marks):
        ahead = marks[n + 1 : n + 4]
        if mark.low in acting and mark.cat == "pron":
            lies = any(
                "verb" in m.cats and m.cats["verb"].lemma.partition(" ")[0] in _LYING for m in ahead[:2]
            )
            if not lies:
                mark.cat, mark.cats = "subj", {}
        elif voice.giver and mark.inner and "tool" in mark.cats:
            mark.inner = tuple("your" if w in owning else w for w in mark.inner)
        elif mark.cat == "theirs" and mark.low in owning:
            noun = next((m for m in ahead if "tool" in m.cats or "place" in m.cats), None)
            only = voice.giver or (noun is not None and noun.low.split()[-1].rstrip("s") in _GIVERS_ONLY)
            if noun is not None and "tool" in noun.cats and only:
                mark.cat = "mine"


_LYING = ("lie", "breathe", "relax", "sleep", "feel", "be", "turn", "undress")
