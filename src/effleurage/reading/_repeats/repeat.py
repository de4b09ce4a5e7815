"""Repeats: the strokes that a sentence causes by sending back to earlier ones."""

import copy
import dataclasses
import itertools

from effleurage.reading._clauses.clauses import clauses
from effleurage.reading._repeats.changes import changed, last_working, main_side, reversed_way
from effleurage.reading._repeats.numbered import point_back
from effleurage.reading._repeats.reach import Reach, reach
from effleurage.reading._repeats.sides import asked_sides
from effleurage.reading._slots.counting import count_at, count_in, counts_all
from effleurage.reading._slots.extract import extract
from effleurage.reading._slots.state import Record, State
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.reading._strokes.anew import anew
from effleurage.reading._words.frames import AGAIN, phrases, says, verbs
from effleurage.reading._words.mark import Mark, Spoken, as_spoken
from effleurage.routine import Hands, Place, Side, Stroke, Technique

_PLACES = frozenset(place.value for place in Place)
"""Places of the table, and not "there" or "where you began", which a copy keeps."""


def repeated(
    clause: Clause, words: list[Mark], state: State, own: list[Stroke], here: Record
) -> list[Stroke]:
    """The strokes that a repeat causes, swapped, counted and changed as it says.

    Args:
        clause: The clause that repeats, with all that its sentence says.
        words: All words of its sentence.
        state: The context, with the sentences read so far.
        own: The strokes of the sentence's own motion before the repeat; a reach back takes them along,
            and what reaches no further than them repeats them alone, or nothing when it only counts.
        here: The record of this sentence, whose section and block bound the reach.
    """
    spoken = as_spoken(words)
    text = spoken.text
    clause.places = [p for p in clause.places if p.place in _PLACES]
    point_back(clause, words)
    if text.startswith((" back to ", " and back to ")):
        clause.places = [p for p in clause.places if p.role != "to"]
    if clause.head is None and text.startswith((" on to ", " onto ", " over to ", " across to ", " now to ")):
        clause.places = [dataclasses.replace(p, role="object") if _is_given(p) else p for p in clause.places]
    if _is_with(clause, words):
        clause.tool_role = "with"
    if swaps_hands(words, spoken) and clause.tool == "palm":
        clause.tool, clause.hands_stated = None, False
    shared = clause.head is None and any(m.low in ("each", "either") for m in words)
    if shared or clause.lemma in verbs("do") or clause.lemma in ("give", "apply"):
        clause.places = [dataclasses.replace(p, role="object") if _is_given(p) else p for p in clause.places]
    if _by_turns(text):
        clause.tool, clause.hands, clause.hands_stated = None, "alternate", True
    limb = state.limb is not None
    second = limbs_told(clause, state) and any(m.low in ("second", "other") for m in words)
    out: list[Stroke] = []
    source: list[Stroke] = []
    found: Reach | None = None
    in_turn = changed_over = False
    parts = [words] if _by_turns(text) else rounds(words)
    later = [m for part in parts[1:] for m in part if m.cat == "tool"]
    for n, part in enumerate(parts):
        said = spoken if len(part) == len(words) else as_spoken(part)
        sides = ["other"] if second else asked_sides(part, said, clause, limb=limb)
        around = _is_changed_over(said)
        turned = says(said, "turned") and not around
        if n == 0:
            whole = said is spoken and not second
            asked = sides if whole else asked_sides(words, spoken, clause, limb=limb)
            in_turn = ({"left", "right"} <= set(asked) or " one side " in text) and clause.head is None
            sided = second or (bool(sides) and sides != ["both"] and not in_turn)
            found = reach(clause, words, spoken, state, here, sided=sided)
            source = _sources(found, own, lane=clause.lane)
            changed_over = sides == ["other"] and around and _by_each_hand(source)
            if changed_over:
                sides = []
            if not asked and (clause.act == "on" or says(spoken, "onward")):
                going = [s for s in source if s.technique is not Technique.HOLD or s.duration is not None]
                source = going or source
            if second:
                clause.places = []
        if not source:
            return []
        told = _first(clause, part, later) if n == 0 else _later(part, state)
        if n == 1 and sides and found is not None and found.why == "last" and not in_turn:
            wider = reach(clause, part, said, state, here, sided=True)
            source = _widened(source, found, wider)
        if n and not (sides or told.counted or told.again):
            continue
        copies = _copies(source, told, sides, swap=changed_over or swaps_hands(part, said), turned=turned)
        if told.counted and not sides and counts_all(part):
            copies = [anew(s, in_all=True) for s in copies]
        out += copies
        if n == 0 and not sides:
            source = out[:]
    return out


def _is_with(clause: Clause, words: list[Mark]) -> bool:
    """As in "Same again, thumbs" and "try the same with flat palms": with what it is done again."""
    if not clause.again or clause.tool is None:
        return False
    named = clause.tool != "palm" or clause.tool_plural
    if clause.head is None:
        return clause.tool != "palm" and not clause.places
    return named and any(m.cat == "again" and m.low.endswith(" with") for m in words)


def _is_changed_over(said: Spoken) -> bool:
    """As in "and the other way round": the two of a pair change places, and no way is turned."""
    text = said.text
    return " way round " in text or " way around " in text or " vice versa " in text


def _by_each_hand(source: list[Stroke]) -> bool:
    """What is changed over are the hands: each of them works, and no side is named."""
    hands = {s.hands for s in source}
    return {Hands.LEFT, Hands.RIGHT} <= hands and not any(s.side in (Side.LEFT, Side.RIGHT) for s in source)


def _by_turns(text: str) -> bool:
    """As in "one hand, then the other, six times": both hands at it in turn, and no side."""
    return " one hand " in text and (" then other " in text or " and other " in text)


def _sources(found: Reach, own: list[Stroke], *, lane: bool) -> list[Stroke]:
    """What is copied: earlier steps, with or without the sentence's own strokes, or those alone.

    The next lane is what was told before the way back to it.
    """
    earlier = [s for r in found.records for s in r.strokes]
    if not own or lane or found.why in ("first", "name"):
        return earlier
    if found.why == "last":
        lets_go = all(s.technique is Technique.RELEASE for s in own)
        return earlier + own if lets_go else []
    told = any("side" in s.stated or (s.side is Side.ONE and s.stated & {"start", "over"}) for s in own)
    return own if found.why == "side" and told else earlier + own


def _widened(source: list[Stroke], found: Reach, wider: Reach) -> list[Stroke]:
    """As in "three times, then the other side": there, what set the side up is done as well."""
    if not all(r in wider.records for r in found.records):
        return source
    before = [s for r in wider.records if r.span < found.records[0].span for s in r.strokes]
    return before + source


def _is_given(ref: PlaceRef) -> bool:
    """As in "do the same to the right hip": whose side, and no end."""
    return ref.role == "to" and ref.side is not None


def _copies(
    source: list[Stroke], clause: Clause, sides: list[str], *, swap: bool, turned: bool
) -> list[Stroke]:
    last, main = last_working(source, going=clause.whole), main_side(source)
    if turned:
        source = [reversed_way(s) for s in source]
    return [
        changed(stroke, clause, side, main, swap=swap, last=n == last)
        for side in sides or [None]
        for n, stroke in enumerate(source)
    ]


def _first(clause: Clause, part: list[Mark], later: list[Mark]) -> Clause:
    """What the first round says, with a count that stands anywhere in it, and not what later rounds say."""
    ways = [way for way in ("up", "down") if clause.lemma in verbs(way) and way not in clause.directions]
    behind = part[-1].j
    places = [p for p in clause.places if p.mark.i < behind]
    named = clause.motion_noun and clause.head is not None
    rounds_told = any(m.low in ("round", "rounds") for m in part) and not clause.places
    lost = {"circle"} if named else {"around"} if rounds_told else set()
    said = [d for d in clause.directions if d not in lost]
    pressure = None if _grows(part) else clause.pressure or _pressure(part)
    count = count_in(part, later=False)
    first = copy.copy(clause)
    first.look_through()
    if clause.tool and later and not any(m.cat == "tool" for m in part):
        first.tool, first.hands, first.hands_stated = None, None, False
    first.directions, first.places, first.pressure = said + ways, places, pressure
    if count is not None and not (clause.lane and clause.open_ended and count == 1):
        # As in "another pull at each step": one more each time, and not one in all.
        first.count, first.counted = count, True
    return first


def _grows(part: list[Mark]) -> bool:
    """As in "a little more weight on every second one": a pressure of some rounds, and not of all."""
    pairs = itertools.pairwise(part)
    return (
        any(a.low in ("last", "first", "final") and b.low == "one" for a, b in itertools.pairwise(part))
        or any(
            a.low in ("each", "every")
            and b.base in ("time", "second", "one", "round", "pass", "other", "repetition")
            for a, b in pairs
        )
        or any(m.low.startswith(("each time", "every time")) for m in part)
    )


def _pressure(part: list[Mark]) -> str | None:
    """The pressure that stands with a count, "six firm ones"; one that grows each time is none."""
    if any(m.low.startswith(("each", "every", "than")) for m in part):
        return None
    near = (m for n, m in enumerate(part) if any(x.cat == "num" for x in part[max(0, n - 2) : n]))
    return next((str(m.value) for m in near if m.cat == "press"), None)


def _later(part: list[Mark], state: State) -> Clause:
    """What a later round says by itself: its places, its tool, its count."""
    found = clauses(part)
    for clause in found:
        extract(clause, state.limb, state.tool)
        clause.places = [p for p in clause.places if p.place in _PLACES]
    said = found[0] if found else Clause(marks=part)
    for clause in found[1:]:
        said.places += clause.places
    count = count_in(part, later=True)
    again = any(m.low in AGAIN for m in part)
    pressure = _pressure(part)
    return dataclasses.replace(said, counted=count is not None, count=count, again=again, pressure=pressure)


def rounds(words: list[Mark]) -> list[list[Mark]]:
    """A repeat cut where a second round may begin: "three times, then the other side", "again, and again"."""
    parts: list[list[Mark]] = [[]]
    for n, mark in enumerate(words):
        if _is_echo(words, n):
            parts[-1].append(mark)
            continue
        then = "then" in mark.low.split() and any(m.cat != "filler" for m in parts[-1])
        then = then and not _is_onward(words[n + 1 : n + 2])
        again = n + 1 < len(words) and words[n + 1].low in AGAIN and any(_is_again(m) for m in parts[-1])
        again = again or (n + 1 < len(words) and _is_one_more(words[n + 1], parts[-1]))
        another = (
            mark.cat in ("conj", "comma") and mark.low != "or" and _counts_anew(parts[-1], words[n + 1 :])
        )
        if (mark.cat == "conj" and (then or again)) or another:
            parts.append([])
            continue
        parts[-1].append(mark)
    told = [p for p in parts if p]
    return told[1:] if len(told) > 1 and _is_once(told[0]) and _is_more(told[1]) else told


def _is_once(part: list[Mark]) -> bool:
    """As in "Once, then twice more": what has been told is that one time."""
    return any(m.low == "once" for m in part) and all(m.cat in _BARE for m in part)


_BARE = ("freq", "comma", "filler", "word", "colon")


def _is_more(part: list[Mark]) -> bool:
    """Whether a round is told to come on top."""
    return any(
        m.low.split()[-1] in ("more", "again", "further") or m.base in ("repeat", "repetition") for m in part
    )


def _is_onward(behind: list[Mark]) -> bool:
    """As in "do it a little higher, then continue to the neck": the same round, and how far it goes."""
    return any(m.cat == "verb" and m.cats["verb"].get("act") == "on" for m in behind)


def _is_echo(words: list[Mark], n: int) -> bool:
    """As in "do it again, then again, all the way up": on and on, and no second round."""
    if words[n].cat not in ("conj", "comma") or n == 0:
        return False
    before = next((m for m in reversed(words[:n]) if m.cat not in ("conj", "comma")), None)
    behind = next((m for m in words[n + 1 : n + 3] if m.cat not in ("conj", "comma")), None)
    if before is None or behind is None or behind.low != "again":
        return False
    told = before.low.endswith(" again") or before.base == "repeat"
    return told and any(m.cat in ("dir", "further") for m in words[n:])


def _is_again(mark: Mark) -> bool:
    return mark.low in AGAIN or (mark.cat == "verb" and mark.base == "repeat")


def _is_one_more(mark: Mark, before: list[Mark]) -> bool:
    """As in "do the same again, and once more after that": another round, told by its count."""
    done = any(m.cat == "verb" and m.cats["verb"].get("act") == "again" for m in before)
    return done and mark.low in AGAIN and mark.cat == "freq"


def _counts_anew(before: list[Mark], after: list[Mark]) -> bool:
    """As in "three light ones, three firm ones": a count behind a count that is whole."""
    if count_in(before, later=False) is None and not any(_is_again(m) for m in before):
        return False
    if len(after) > 2 and after[0].low in ("a", "one") and after[2].low == "time":
        return count_at(after, 0) is not None
    if not after or after[0].cat != "num" or after[0].low == "one" or count_in(before, later=False) is None:
        return False
    risen = before[-1].cat == "freq" and count_at(after, 0)
    if risen and risen[0] == int(before[-1].value) + 1:
        return False
    return any(m.cat in ("side", "times", "pron", "press", "tempo") for m in after[1:4])


def swaps_hands(part: list[Mark], said: Spoken) -> bool:
    """As in "swap your hands over", "my hands trade places", "hands the other way round"."""
    for n, mark in enumerate(part):
        if mark.base in verbs("swap"):
            near = part[n + 1 : n + 4] + part[max(0, n - 2) : n]
            if any(m.base in phrases("hands") for m in near):
                return True
    return says(said, "reversed")


def limbs_told(clause: Clause, state: State) -> bool:
    """Whether a repeat names a limb that a heading named: "give the second foot the same"."""
    return clause.act == "work" and any(
        p.mark.get("limb") in state.section_limbs.values() for p in clause.places
    )
