"""Preparation: room, oil, clothes, hair; and what a sentence without motion is about."""

from effleurage.reading._slots.handling import oils_hands
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.mark import Words
from effleurage.routine import Kind

_TOPICS = (
    "contraindication",
    "feedback",
    "breathing",
    "oil",
    "washing",
    "hair",
    "draping",
    "cushion",
    "room",
    "rest",
    "media",
    "reason",
)


def topic_of(parts: list[Clause], kind: Kind) -> str | None:
    said = {t for c in parts for t in c.topics}
    if kind is Kind.PREPARATION and said & _THINGS:
        # As in "Ask your partner to wash off deodorant.": what is done, and not how it is asked.
        said -= {"feedback"}
    return next((t for t in _TOPICS if t in said), "chat" if kind is Kind.NOTE else None)


def washes_off(marks: Words) -> bool:
    """As in "so any deodorant should have been washed off": made ready, however it is told."""
    if not any(low.endswith(_SCENTS) for low in marks.lows):
        return False
    return not _WASHED.isdisjoint(word for low in marks.lows for word in low.split())


_SCENTS = ("deodorant", "deodorants", "antiperspirant", "perfume")
_WASHED = frozenset({"wash", "washed", "washing", "rinse", "rinsed", "remove", "removed", "off"})


_THINGS = frozenset({"oil", "washing", "draping", "room", "cushion", "hair"})
_FIT = (
    *(
        "warm",
        "clean",
        "short",
        "ready",
        "trimmed",
        "filed",
        "oiled",
        "dry",
        "bare",
        "smooth",
        "handy",
        "nearby",
    ),
    *(
        "quiet",
        "dim",
        "dimmed",
        "low",
        "off",
        "closed",
        "shut",
        "tied",
        "folded",
        "rolled",
        "heated",
        "shine",
    ),
    *(
        "within reach",
        "at hand",
        "to hand",
        "on hand",
        "lukewarm",
        "tepid",
        "washed",
        "removed",
        "in reach",
        "slippery",
    ),
)
_GETTING = ("want", "need", "use", "choose", "get", "have", "find")


_NEEDED = frozenset(
    {"need", "needs", "needed", "takes", "required", "requires", "want", "wanted", "called for"}
)


def prepares(parts: list[Clause], state: State) -> bool:
    """Whether a sentence prepares room, oil, clothes or hair."""
    if parts and parts[0].lemma in ("feel", "see", "notice", "find") and parts[0].subject == "you":
        return False
    topics = {t for c in parts if c.neg is None for t in c.topics}
    if (any(c.sub == "if" for c in parts) and "contraindication" in topics) or (
        "contraindication" in topics and not topics & _THINGS
    ):
        return False
    lows = {m.low for c in parts for m in c.marks}
    if (
        lows & _NEEDED
        and lows & {"all", "everything"}
        and topics & _THINGS
        and not any(c.neg and c.sub is None for c in parts)
    ):
        return True
    return any(_readies(clause, parts, topics) for clause in parts) or washes_before(parts)


def washes_before(parts: list[Clause]) -> bool:
    """As in "Ask your partner to wash off deodorant.", "Anyone about to be massaged should shower first."."""
    for n, clause in enumerate(parts):
        if "washing" not in clause.topics or clause.neg is not None or clause.tool:
            continue
        owed = clause.has(*_OUGHT) and (clause.subject in ("receiver", "pron") or clause.act == "ready")
        if owed and clause.sub in (None, "why"):
            return True
        before = parts[n - 1] if n else None
        asked = before is not None and before.subject == "imp" and before.lemma in ("ask", "tell", "remind")
        if asked and clause.sub == "purpose" and clause.act == "ready":
            return True
        # As in "It drains lymph, so make sure that any deodorant has been washed off".
        sure = before is not None and before.subject == "imp" and before.lemma in _MAKING_SURE
        if sure and clause.sub in (None, "why") and clause.act == "ready":
            return True
    return False


_MAKING_SURE = frozenset({"make sure", "make certain", "be sure", "ensure", "check", "see", "see to it"})
_OUGHT = frozenset({"should", "must", "needs to", "need to", "has to", "have to", "ought to", "is to"})


def plainly_prepares(clause: Clause) -> bool:
    """A command whose verb makes things ready, said of a thing: "dim the lamps", "undo her bra strap"."""
    told = clause.subject == "imp" and clause.form == "base" and clause.sub is None and clause.neg is None
    if not told or clause.marks[0] is not clause.head:
        return False
    things = set(clause.topics) & _THINGS
    return bool(things or clause.tool) if clause.act == "ready" else bool(things) and _keeps_house(clause)


def _keeps_house(clause: Clause) -> bool:
    """As in "close the door", "switch your phone to silent", "have some water within reach"."""
    fit = clause.lemma not in ("have", "keep") or clause.has(*_FIT, "reach", "hand")
    return fit and clause.lemma in _SEEN_TO and not clause.places and not clause.tool


_SEEN_TO = frozenset(["close", "shut", "switch", "draw", "have", "keep", "loosen", "put", "wear"])


_HOUSEWORK = (
    *(
        "close",
        "open",
        "shut",
        "dim",
        "put",
        "move",
        "set",
        "lay",
        "place",
        "turn",
        "switch",
        "find",
        "make",
        "light",
    ),
    *(
        "use",
        "bring",
        "pull",
        "fetch",
        "have",
        "get",
        "arrange",
        "choose",
        "clear",
        "need",
        "want",
        "spread",
        "heat",
    ),
    *(
        "play",
        "cover",
        "adjust",
        "draw",
        "raise",
        "lower",
        "leave",
        "take",
        "be",
        "clean",
        "wipe",
        "warm",
        "push",
    ),
)
"""What people do to a room to make it ready."""


def _readies(clause: Clause, parts: list[Clause], topics: set[str]) -> bool:
    if clause.sub in {"if", "why", "as_if", "than", "purpose", "when", "until"} or clause.neg is not None:
        return False
    commanded = clause.subject in ("imp", "you") or clause.passive
    if clause.head is None and any(m.cat == "modal" for c in parts for m in c.marks):
        return False
    if clause.act == "ready" and commanded and clause.head is not None:
        return clause.form == "base" or bool(clause.topics) or clause.person or clause.passive
    if clause.act == "state" and clause.has(*_FIT) and (clause.tool or _owns_nails(clause) or clause.topics):
        return clause.holds("modal") or bool(set(clause.topics) & _THINGS)
    if oils_hands(clause) or _warms_hands(clause):
        return True
    things = set(clause.topics) & _THINGS
    if things == {"room"} and clause.head is not None and clause.lemma.partition(" ")[0] not in _HOUSEWORK:
        things = set()
    if not things:
        return False
    if clause.lemma == "take" and clause.subject == "pron":
        return bool(things & {"oil", "draping"})
    if clause.subject == "imp" and clause.form == "base" and _keeps_house(clause):
        return True
    if clause.act in ("move", "put", "make", "free", "go", "work", "stay", "manner"):
        return commanded and (clause.form in ("base", "ing") or clause.passive or clause.subject == "you")
    if clause.act == "mind":
        return clause.lemma in _GETTING and (commanded or len(topics) > 1)
    if clause.head is None:
        told = any(c.head is not None and c.subject in ("thing", "pron", "receiver", "you") for c in parts)
        return clause is parts[0] and not told and _names_first(clause)
    if clause.lemma in ("have", "keep", "get") and clause.subject == "you":
        return "oil" in things and (clause.tool is not None or clause.has("some", "enough"))
    if clause.act == "state" and clause.subject == "thing":
        first = next((m for m in clause.marks if "topic" in m.cats), None)
        inventory = (
            clause.lemma == "be" and clause.has("all", "everything", "needs", "need") and len(topics) > 1
        )
        led = first is not None and clause.head is not None and first.i < clause.head.i
        fit = clause.has(
            *_FIT, "enough", "plenty", "needed", "ideal", "best", "sufficient", "lovely", "nice", "good"
        )
        return inventory or (
            led and fit and bool(things & {"oil", "washing", "draping"}) and not _serves(clause)
        )
    return False


def _warms_hands(clause: Clause) -> bool:
    """As in "rub your palms together till they are hot"."""
    told = clause.tool == "palm" and clause.tool_role == "object" and clause.has("together")
    return told and clause.lemma in ("rub", "clap", "chafe") and not clause.places


def _serves(clause: Clause) -> bool:
    """As in "This sheet is for relatives": what a thing is for, or is like, prepares nothing."""
    behind = [m for m in clause.marks if clause.head is not None and m.i > clause.head.i]
    return bool(behind) and (behind[0].low == "for" or behind[0].cat == "det") and not clause.has(*_FIT)


def _names_first(clause: Clause) -> bool:
    """A verbless line prepares what it names first: "a folded duvet on the floor, loose clothes"."""
    for mark in clause.marks:
        if mark.cat in ("comma", "prep") and mark.low not in ("of", "with"):
            return False
        if "topic" in mark.cats and mark.cats["topic"].value in _THINGS:
            return True
    return False


def _owns_nails(clause: Clause) -> bool:
    return clause.has("nails", "nail", "fingernails", "hands", "palms", "forearms")
