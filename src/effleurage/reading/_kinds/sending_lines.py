"""Lines that send back: a count, a side, a step's number, "again", with no motion beside them."""

import itertools

from effleurage.reading._slots.counting import PLENTY, bare_count, count_at, is_rare
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.frames import AGAIN, WHOLE_WAY, phrases, says, verbs
from effleurage.reading._words.in_turn import PAIRED
from effleurage.reading._words.mark import Mark, Words
from effleurage.reading._words.numbers import value
from effleurage.routine import Kind

_SIDED = ("left", "right", "other")
_MENTAL = frozenset({"mind", "ready", "state", "manner", "pose", "end", "stay", "free", "put", "move"})


def is_outcome(clause: Clause) -> bool:
    """What a repeat comes to: "so the final movement pulls", "let the last pull run"."""
    return clause.subject == "thing" or clause.has("last", "final")


_CALLED = frozenset(
    ["step", "steps", "item", "items", "number", "numbers", "no", "nos", "moves", "exercise", "exercises"]
)


def refers(parts: list[Clause]) -> Clause | None:
    """As in "As 1, deeper" and "As (e), left hand": the step that is meant is named by its number."""
    first = parts[0] if parts else None
    if first is None or not first.marks or first.head is not None:
        return None
    if first.marks[0].low in ("again", "once again") and (first.places or first.directions or first.counted):
        return first
    if first.sub == "while" and len(first.marks) > 1 and first.marks[1].low in ("it", "they", "that", "this"):
        # As in "As it nears the edge": when, and no likeness.
        return None
    lead = first.marks[0].low in _CALLED and len(first.marks) > 1
    named = lead and (first.marks[1].cat in ("num", "open") or len(first.marks[1].low) == 1)
    return first if named or first.marks[0].low in ("as", "like") else None


_BESIDES = frozenset({"if", "why", "until", "when", "as_if"})
"""What stands beside a line and changes nothing of it: "Other side, because it is only fair"."""


_LASTS = PLENTY - {"lots"}


def _is_more_time(marks: list[Mark]) -> bool:
    """As in "Another half a minute with the palms", "twenty more seconds"."""
    unit = next((n for n, m in enumerate(marks[:5]) if m.cat == "unit"), None)
    if unit is None or any(m.cat not in ("num", "det", "filler") and m.low != "more" for m in marks[:unit]):
        return False
    behind = marks[unit + 1 :]
    if behind and all(
        m.low in ("each", "apiece", "per side", "each side", "on each side", "a side") for m in behind
    ):
        return marks[0].cat == "num"
    more = marks[0].low.startswith("another") or any(m.low == "more" for m in marks[1 : unit + 2])
    return more and not any(m.cat in ("verb", "neg") for m in marks[: unit + 3])


def is_bare_time(marks: Words) -> bool:
    """As in "Half a minute.", "Ten seconds, no more.": how long, and nothing else."""
    if not marks.holds("unit"):
        return False
    unit = next((n for n, m in enumerate(marks[:5]) if m.cat == "unit"), None)
    counted = any(m.cat == "num" or m.low in ("a", "an") for m in marks[: unit or 0])
    if unit is None or not counted or is_rare(marks):
        return False
    ahead = all(m.cat in ("num", "det", "filler", "adv") or m.low in ("for", "about") for m in marks[:unit])
    behind = all(
        m.cat in ("comma", "filler", "adv", "neg", "num") or m.low in ("more", "longer", "or")
        for m in marks[unit + 1 :]
    )
    return ahead and behind


def time_led(marks: Words, parts: list[Clause]) -> Clause | None:
    """As in "A minute of that is plenty": how long, with what was last done."""
    if not marks.holds("unit"):
        return None
    at = next((k for k, m in enumerate(marks) if m.low not in phrases("lead") and m.cat not in _LEAD), None)
    if at is not None and parts and _is_more_time(marks[at:]) and parts[0].head is None:
        parts[0].open_ended = True
        return parts[0]
    got = value(marks, at) if at is not None and marks[at].cat in ("num", "det") else None
    if got is None or not parts or is_rare(marks):
        return None
    behind = _head(marks[got[2] :])
    lows = [m.low for m in behind]
    timed = len(lows) > 2 and behind[0].cat == "unit" and lows[1] == "of"
    if not timed or lows[2] not in ("this", "that", "these", "those", "it"):
        return None
    said = [m for m in behind[3:] if m.cat not in ("modal", "filler", "adv", "det")]
    if not said and at == 0 and parts[0].head is None:
        parts[0].open_ended = True
        return parts[0]
    suffices = bool(said) and said[0].cat == "verb" and said[0].base in ("be", "do", "suffice", "seem")
    if not suffices or not (len(said) == 1 or any(m.low in _LASTS for m in said[1:3])):
        return None
    parts[0].open_ended, parts[0].places, parts[0].directions = True, [], []
    return parts[0]


def _is_laid(clause: Clause) -> bool:
    """As in "Right palm on left shoulder": where a hand is put, and no side that is done next."""
    on = any(m.low.split()[0] in ("on", "over", "under", "behind", "beneath") for m in clause.marks)
    return on and bool(clause.places)


_NEAR = ("near side", "nearside", "near one", "nearest side", "nearer side", "side nearest you", "close side")


def _is_next_limb(clause: Clause) -> bool:
    """As in "Next leg.": one of a pair is done, and the other one's turn comes."""
    words = [m for m in clause.marks if m.cat not in ("det", "conj", "comma")]
    paired = len(clause.places) == 1 and clause.places[0].place in PAIRED and not clause.places[0].plural
    return [m.low for m in words[:-1]] == ["next"] and paired and not clause.tool


def bare_side(parts: list[Clause]) -> Clause | None:
    """As in "Other side." or "Then the right flank.": a side and nothing else sends back."""
    if not parts or not parts[0].has("first"):
        parts = [c for n, c in enumerate(parts) if not n or c.sub not in _BESIDES]
    if any(
        c.head is not None or c.technique or c.directions or c.counted or c.topics or c.neg is not None
        for c in parts
    ):
        return None
    if any(c.tool and (not c.hands_stated or c.hands == "both" or _is_laid(c)) for c in parts):
        return None
    if any(c.holds("subj", "person") for c in parts):
        return None
    if len(parts) == 1 and _is_next_limb(parts[0]):
        parts[0].side, parts[0].side_stated, parts[0].places = "other", True, []
        return parts[0]
    if len(parts) == 1 and parts[0].side == "both" and parts[0].side_stated and _is_both_sides(parts[0]):
        return parts[0]
    sided = [
        c
        for c in parts
        if (c.side_stated and (c.side in _SIDED or c.has(*_NEAR)) and not c.has("rights"))
        or any(p.side in _SIDED for p in c.places)
    ]
    extra = [p for c in parts for p in c.places if not p.side]
    return sided[0] if sided and not extra and len(parts) <= 2 else None


def _is_both_sides(clause: Clause) -> bool:
    """As in "Both sides." and "On each side, please.", and not "On either side."."""
    named = any(m.cat == "side" and m.low.endswith(("both sides", "each side", "both")) for m in clause.marks)
    return (
        named and not clause.places and all(m.cat in ("side", "prep", "filler", "dir") for m in clause.marks)
    )


def count_led(marks: Words, parts: list[Clause], state: State) -> Clause | None:
    """As in "Three times, moving out each time": a count, and behind it only how and why.

    Args:
        marks: The words of the sentence.
        parts: Its clauses.
        state: The context; of the last step's words "stripe" counts behind "mow a stripe up the back".
    """
    if not (marks.holds("num", "freq", "colon") or marks.has("another", "a", "one")):
        return None
    last = next((r for r in reversed(state.records) if r.strokes and r.kind is not Kind.REPEAT), None)
    named = last.words if last is not None else frozenset()
    at = next((k for k, m in enumerate(marks) if m.low not in phrases("lead") and m.cat not in _LEAD), None)
    if (
        at is not None
        and len(marks) > at + 2
        and marks[at].low in phrases("rounds")
        and marks[at + 1].cat == "colon"
    ):
        at += 2
        got = value(marks, at)
        got = (int(got[0]), got[2]) if got is not None else None
    else:
        got = (count_at(marks, at, named) or bare_count(marks, at)) if at is not None else None
    if got is None or not parts or is_rare(marks):
        return None
    count, behind = got
    noun = marks[behind - 1]
    head = _head(marks[behind:])
    own = noun.cat not in ("times", "freq", "num") and any(m.cat in ("tool", "place") for m in head)
    own = own and not any(m.low in ("each", "either") for m in head[:2])
    verb = next((n for n, m in enumerate(head) if m.cat == "verb"), None)
    if verb is not None and head[verb].cats["verb"].lemma in verbs("suffice"):
        own = own and any(m.cat in ("tool", "place") for m in head[:verb])
    told = verb is not None and head[verb].form == "base" and not any(m.cat == "modal" for m in head[:verb])
    if own or (told and head[verb or 0].cats["verb"].lemma not in verbs("suffice")):
        return None
    own = next((c for c in parts[1:] if performs(c)), None)
    then = next((m for m in marks if m.cat == "conj" and "then" in m.low.split() and m.i > noun.i), None)
    if own is not None and (then is None or own.span[0] < then.start):
        return None
    first = parts[0]
    if first.lemma in verbs("suffice"):
        first.places = [p for p in first.places if p.role != "to" or p.side is not None]
    first.counted, first.count = True, count
    return first


_LEAD = frozenset({"filler", "adv", "comma", "conj", "open"})
_BORDERS = ("comma", "semi", "dash", "colon", "open", "conj", "sub")


def _head(marks: list[Mark]) -> list[Mark]:
    """The words up to the first border."""
    end = next((n for n, m in enumerate(marks) if m.cat in _BORDERS), len(marks))
    return marks[:end]


def performs(clause: Clause) -> bool:
    """A motion of its own, and not how or why something is done."""
    told = clause.technique and clause.motion_noun
    works = clause.act in ("work", "make", "go") and (told or "circle" in clause.directions)
    return (
        (clause.act in ("move", "put", "free") or bool(works))
        and bool(clause.tool or clause.places or clause.directions)
        and not clause.participle
        and clause.sub is None
        and clause.neg is None
        and clause.subject in ("imp", "you", "hands")
        and not is_outcome(clause)
    )


def changes_sides(parts: list[Clause]) -> Clause | None:
    """As in "Knead the hip, then change sides": what was just said is done on the other side."""
    last = parts[-1]
    bare = last.act == "pose" and len(parts) > 1 and not (last.places or last.tool or last.neg)
    return last if bare and says(last.spoken, "sides") else None


_SURELY = -0.35
"""Words that make a repeat so likely, in logarithms, need no clause that says so."""


def may_repeat(parts: list[Clause], *, likely: float) -> bool:
    """Whether nothing speaks against it where only the sentence's words make a repeat likely.

    Args:
        parts: Its clauses.
        likely: Logarithm of the probability that its words give to a repeat.
    """
    if any(c.neg is not None or c.topics or c.sub == "than" or is_rare(c.marks, c.spoken) for c in parts):
        return False
    if _only_names_side(parts) or swaps_people(parts) or tells_manner(parts[0]):
        return False
    posed = parts[0].act == "pose" and parts[0].lemma.partition(" ")[0] in ("sit", "kneel", "stand")
    if posed and all(c.act in ("pose", "mind", "manner") for c in parts):
        # As in "You sit at the side again, this time looking across the back."
        return False
    if likely > _SURELY and not any(c.duration or c.act == "stay" or c.sub == "why" for c in parts):
        return True
    told = any(c.counted or c.duration for c in parts)
    barred = ("ready", "pose") if told else ("stay", "state", "mind", "ready", "pose", "go")
    return not any(c.act in barred for c in parts)


def tells_manner(clause: Clause) -> bool:
    """As in "Do it smoothly.", "Do this very slowly.": how what was told is done, and not again."""
    if (
        clause.lemma not in verbs("do")
        or clause.counted
        or clause.again
        or not clause.has("it", "this", "that")
    ):
        return False
    how = [m for m in clause.marks if m is not clause.head and m.low not in ("it", "this", "that")]
    return bool(how) and all(m.cat in _MANNER or m.low.endswith("ly") for m in how)


_MANNER = frozenset({"adv", "press", "tempo", "gradual", "filler", "conj", "comma"})


def swaps_people(parts: list[Clause]) -> bool:
    """As in "Swap partners and begin again.": what is done then is done to somebody else."""
    return any(c.lemma in verbs("swap") and (c.holds("person") or c.has("roles")) for c in parts)


def _only_names_side(parts: list[Clause]) -> bool:
    """As in "Same side!" and "ready to go next, on the same side": where the other hand's turn is."""
    if not any(c.has("same side") for c in parts):
        return False
    return not any(c.tool or c.places or c.counted or c.again or c.act == "again" for c in parts)


def carries_on(clause: Clause) -> bool:
    """As in "Carry on over the whole head": with what was last done."""
    onward = clause.lemma in ("carry on", "keep going", "keep on", "go on") and clause.subject in (
        "imp",
        "you",
    )
    told = clause.places and not (clause.tool or clause.technique or clause.topics)
    return bool(onward and told) and clause.sub is None and clause.neg is None and not clause.participle


def row_goes_on(parts: list[Clause], state: State) -> Clause | None:
    """As in "Move up a little and draw again", "continue to the neck", behind a pull toward the giver."""
    if state.technique != "effleurage" or "toward_giver" not in state.direction:
        return None
    last = next(reversed(state.latest()), None)
    for n, clause in enumerate(parts):
        if clause.sub or clause.neg is not None or clause.tool or clause.subject not in ("imp", "you"):
            continue
        bare = not (clause.places or clause.directions)
        same = last is not None and (clause.lemma == last.verb or {clause.lemma, last.verb} <= _PULLING)
        if same and bare and clause.has(*AGAIN):
            return clause
        if same and _a_bit_on(parts[: n + 1]):
            return clause
        if last is not None and last.progress and _all_the_way(clause):
            return clause
        ends = [p.place for p in clause.places]
        if clause.act == "on" and not clause.directions and ends and set(ends) <= _ALONG:
            return clause
        climbs = clause.lemma in ("work", "work way", "make way", "go on", "carry on", "continue", "climb")
        if climbs and clause.directions == ["up"] and not _ALONG.isdisjoint(ends):
            return clause
        # As in "Carry on up the spine": whatever is pulled along it.
        if clause.act == "on" and clause.directions == ["up"] and ends and set(ends) <= _ALONG | _LINE:
            return clause
    return None


def row_taken_on(again: Clause, parts: list[Clause], state: State) -> None:
    """As in "Do it again a little higher, and carry on up the spine": how far the row goes, and no glide.

    What is said of the row is told to the clause that sends back.
    """
    behind = parts[parts.index(again) + 1 :] if again in parts else []
    onward = row_goes_on(behind[:1], state) if behind else None
    if onward is None or onward.technique or onward.act not in ("on", "go", "work"):
        return
    again.places += onward.places
    again.directions += [way for way in onward.directions if way not in again.directions]
    again.open_ended = True
    parts.remove(onward)


_PULLING = frozenset({"pull", "draw", "drag", "tug"})
"""Verbs for one and the same stroke toward the giver."""


def _a_bit_on(parts: list[Clause]) -> bool:
    """As in "Then a bit further up, and pull.", "Move up a hand's width and drag.": where again."""
    told = parts[-1]
    if told.places or told.pronoun or not _ON_A_LINE.issuperset(told.directions):
        return False
    at = told.marks.index(told.head) if told.head is not None else 0
    ahead = any(m.cat in ("dir", "further", "distance") for m in told.marks[:at])
    if len(parts) == 1 or ahead:
        return ahead
    on = parts[-2]
    moved = on.head is None or on.act == "go"
    onward = bool(on.directions or on.further or on.distance) and _ON_A_LINE.issuperset(on.directions)
    return moved and onward and not (on.places or on.tool or on.back or told.directions)


_ON_A_LINE = frozenset({"up", "down"})


def _all_the_way(clause: Clause) -> bool:
    """As in "All the way up the spine.", behind what was done again a little further on."""
    line = [p.place for p in clause.places]
    told = clause.head is None and set(clause.directions) <= {"up"} and clause.has(*WHOLE_WAY)
    return told and bool(line) and set(line) <= _ALONG | _LINE


_ALONG = frozenset({"neck_base", "neck", "upper_back", "skull_base", "shoulder_top"})
"""Where a row of pulls up the spine ends."""
_LINE = frozenset({"spine", "spine_sides", "back"})
"""What a row of pulls climbs along."""


def until_only(parts: list[Clause]) -> Clause | None:
    """As in "Until she falls asleep.": how long, with what was last done."""
    if not parts or parts[0].sub != "until":
        return None
    return parts[0] if all(c.sub == "until" and c.head is not None for c in parts) else None


def sides_only(parts: list[Clause]) -> Clause | None:
    """As in "Right shoulder first, and then left": both sides in turn, and nothing else."""
    sides = [p.side for c in parts for p in c.places if p.side] + [c.side for c in parts if c.side_stated]
    bare = all(
        c.head is None and not c.tool and not c.technique and not c.directions and c.neg is None
        for c in parts
    )
    return parts[0] if bare and {"left", "right"} <= set(sides) else None


def opens_again(parts: list[Clause], marks: list[Mark]) -> Clause | None:
    """As in "Again and again up the spine to the neck.": the same, further on, with no verb of its own."""
    if not parts or not marks or marks[0].cat != "open":
        return None
    first = parts[0]
    if first.head is not None or first.tool or first.technique:
        return None
    if not (first.directions or first.places):
        return None
    first.open_ended = True
    return first


def says_again(parts: list[Clause], marks: Words) -> Clause | None:
    """As in "Back to where we were and again": a sentence without a motion that says so."""
    if swaps_people(parts):
        return None
    if AGAIN.isdisjoint(marks.lows):
        return next((c for c in parts if c.counted and counts(c)), None)
    pairs = itertools.pairwise(marks)
    if any(one.cat == "conj" and two.low in AGAIN for one, two in pairs) and not any(c.topics for c in parts):
        return parts[0]
    for clause in parts:
        sub = clause.sub is not None or clause.neg is not None or bool(clause.topics)
        if sub or clause.act in _MENTAL or clause.subject in ("thing", "receiver"):
            continue
        going = clause.places or clause.directions or clause.tool
        if not going and not AGAIN.isdisjoint(clause.lows) and not is_rare(clause.marks, clause.spoken):
            return clause
    return next((c for c in parts if counts(c)), None)


def counts(clause: Clause) -> bool:
    """A bare count: "three times", "four or five times is plenty"."""
    if not clause.counted or clause.technique or (clause.tool and clause.places):
        return False
    if any(p.role in ("from", "to") for p in clause.places):
        return False
    if (
        clause.neg is not None
        or clause.sub is not None
        or (clause.topics and clause.act != "ready")
        or (clause.count == 1 and clause.has("once"))
        or clause.caution is not None
        or is_rare(clause.marks, clause.spoken)
    ):
        return False
    return clause.act == "none" or (
        clause.act in ("state", "ready", "mind", "go")
        and clause.marks[0].cat in ("num", "freq", "adv", "filler")
    )
