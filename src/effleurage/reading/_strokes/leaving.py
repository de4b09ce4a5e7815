"""Leaving: what a sentence leaves for the next ones, what it named and what it did."""

from effleurage.reading._slots.state import Record, State
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.details import crossed_told
from effleurage.reading._strokes.meaning import Meaning
from effleurage.reading._words.mark import Mark, Words
from effleurage.routine import Hands, Kind, Place, Technique, Tool

_FEW = 5
_NAMING = frozenset(
    ["motion", "tool", "place", "side", "det", "mine", "filler", "press", "fingers", "num", "adv"]
)
_ONWARD = ("for", "on to", "onto", "over to", "to", "next to", "now to")
"""As in "Now for the neck." and "On to the shoulders."."""

_SHAPING = ("make", "form", "clench", "close", "ball")
"""What is done to a hand that then works in that shape ("Make a loose fist.")."""
_WHOLE = frozenset({"whole", "entire", "complete"})
_SEQUENCE = frozenset({"circuit", "sequence", "routine", "movement", "cycle", "round"})

_REMEMBERED = 400
"""So many sentences can be pointed back at; it keeps the time linear in a text's length."""


def mention(meaning: Meaning, parts: list[Clause], marks: Words, state: State) -> None:
    """Carry on what was only named: a side, a tool or a place that the next sentence means."""
    named = [p for c in parts for p in c.places if c.neg is None and not _is_aside(c) and not p.points]
    notes, sets_up = meaning.kind is Kind.NOTE, meaning.kind is Kind.SETUP
    told = (notes or sets_up) and not meaning.strokes
    if told:
        laid = (None, "why") if sets_up else (None,)
        for ref in (p for c in parts if c.neg is None and c.sub in laid for p in c.places):
            if ref.side in ("left", "right"):
                state.side, state.side_place = ref.side, ref.place
    tooled = [c for c in parts if c.tool and c.neg is None]
    if tooled and sets_up and not meaning.strokes:
        made = next((c for c in tooled if c.lemma in _SHAPING and c.tool_role in ("object", "into")), None)
        if made is not None:
            state.tool, state.hands = made.tool, made.hands
    if tooled and notes and not named:
        chosen = next((c for c in tooled if _chooses_tool(c)), None)
        if chosen is not None:
            state.tool, state.hands = chosen.tool, chosen.hands
    noted = tooled[-1] if tooled and (notes or meaning.kind is Kind.PREPARATION) else None
    if notes and len(marks) <= _FEW and all(_names(m) for m in marks):
        _set_by_name(parts, state)
    state.mentioned_tool, state.mentioned_hands = (noted.tool, noted.hands) if noted else (None, None)
    spoken = named[-1] if named and told and not meaning.after else None
    if spoken is not None and spoken.place == Place.ARM and state.tool in (Tool.FOREARM, Tool.ELBOW):
        # As in "which steadies the arm", of the one at work: the giver's own.
        spoken = None
    state.mentioned, state.mentioned_spot = (spoken.place, spoken.spot) if spoken else (None, None)
    if state.limb != state.titled_limb and any(
        place not in (Place.ARM, Place.LEG) for s in meaning.strokes for place in (s.start, *s.over) if place
    ):
        state.limb = state.titled_limb


def remember(
    meaning: Meaning,
    parts: list[Clause],
    marks: Words,
    state: State,
    record: Record,
    before_side: str | None,
) -> None:
    """Keep the sentence for those that send back to it."""
    record.kind, record.strokes = meaning.kind, tuple(meaning.strokes)
    record.sets_side = meaning.sets_side or (
        bool(meaning.strokes)
        and not marks.has("same side")
        and any(
            "side" in s.stated or (s.side in ("left", "right", "one") and s.side != before_side)
            for s in meaning.strokes
            if not s.copied
        )
    )
    state.crossed = not meaning.strokes and (state.crossed or crossed_told(parts, marks))
    state.other_works = _other_works(meaning, marks, state)
    state.shaped_ahead = _shaped_ahead(meaning, state)
    state.records.append(record)
    if len(state.records) > _REMEMBERED:
        del state.records[: _REMEMBERED // 2]
    state.whole = not (_WHOLE.isdisjoint(marks.lows) or _SEQUENCE.isdisjoint(marks.lows))


def _is_aside(clause: Clause) -> bool:
    """As in ", since it drains to the armpits" or "move the hair away": spoken of, and not worked on next."""
    return "hair" in clause.topics or (clause.sub == "why" and bool(clause.marks[0].get("reason")))


def _shaped_ahead(meaning: Meaning, state: State) -> bool:
    """As in "Spread the fingers of one hand. Lay that hand there.": told before it is laid, and not after."""
    laid = state.records[-1].strokes[-1:] if state.records else ()
    shaped = "fingers" in meaning.shape and not meaning.strokes
    return shaped and not (laid and laid[0].technique is Technique.HOLD)


def _other_works(meaning: Meaning, marks: Words, state: State) -> bool:
    """As in "Work with the other." behind one hand that was laid to rest: who does what is told next."""
    if meaning.strokes or meaning.kind not in (Kind.NOTE, Kind.SETUP) or not state.records:
        return False
    laid = state.records[-1].strokes[-1:]
    rests = bool(laid) and laid[0].technique is Technique.HOLD and laid[0].hands in _ALONE
    return rests and not _OTHER.isdisjoint(marks.lows) and not _AT_WORK.isdisjoint(marks.bases)


_ALONE = (Hands.ONE, Hands.LEFT, Hands.RIGHT)
_OTHER = frozenset(["other", "other one", "free hand", "other hand"])
_AT_WORK = frozenset(
    [
        *("work", "working", "working hand", "active", "busy", "do the work", "go to work", "job"),
        *("use", "employ", "need"),
    ]
)


def _chooses_tool(clause: Clause) -> bool:
    """As in "Tool: forearm." and "For this part we use the thumbs": what works from then on."""
    if clause.head is None:
        said = [m for m in clause.marks if m.cat not in ("filler", "adv", "poss")]
        return len(said) < 5 and not (clause.topics or clause.technique)
    using = clause.lemma in ("use", "employ", "switch", "change", "swap", "bring in")
    return using and clause.sub in (None, "why") and clause.subject in ("imp", "you") and not clause.topics


def _names(mark: Mark) -> bool:
    """A word of a line that only names: no verb, and no way but the one that leads on."""
    return mark.cat in _NAMING or (mark.cat == "prep" and mark.low in _ONWARD)


def _set_by_name(parts: list[Clause], state: State) -> None:
    """As in "Heel of hand." and "Left buttock.": a line that only names with what, or where, comes next."""
    for clause in parts:
        if clause.technique and not (clause.tool or clause.places):
            state.technique = clause.technique
        elif clause.tool and not clause.places:
            state.tool, state.hands = clause.tool, clause.hands
        elif clause.places and not clause.tool and not clause.places[-1].points:
            ref = clause.places[-1]
            state.place, state.line, state.spot = ref.place, None, None
            if ref.side is not None:
                state.side, state.side_place = ref.side, ref.place
