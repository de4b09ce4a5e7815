"""Reach: which of the earlier sentences a repeat sends back to."""

from dataclasses import dataclass
from typing import final

from effleurage.reading._repeats.numbered import ANEW
from effleurage.reading._slots.state import Record, State
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.frames import phrases, says
from effleurage.reading._words.mark import Mark, Spoken
from effleurage.routine import Kind, Side, Stroke, Technique


@final
@dataclass(frozen=True)
class Reach:
    """What a repeat sends back to.

    Attributes:
        records: The sentences, in order.
        why: By what they are meant: "number", "first", "name", "whole", "side" or "last".
    """

    records: tuple[Record, ...]
    why: str


def reach(
    clause: Clause, marks: list[Mark], said: Spoken, state: State, here: Record, *, sided: bool
) -> Reach:
    """Find what a repeat sends back to.

    Args:
        clause: The clause that repeats.
        marks: The words of its round.
        said: The same as they are spoken.
        state: The context, with the sentences read so far.
        here: The record of the repeat itself, whose section and block bound the reach.
        sided: It names a side.
    """
    repeat = Kind.REPEAT
    past = [r for r in state.records if r.strokes and r.kind is not repeat]
    headed = max((i for i in state.titles if i <= here.section), default=0)
    section = [r for r in past if r.section >= headed] or past
    if clause.sections and state.titles:
        return Reach(_sections(past, clause.sections, state), "number")
    if clause.steps:
        return Reach(_numbered(past, clause.steps, here), "number")
    if clause.nth:
        return Reach(_nth(section, clause.nth), "number")
    if clause.last_n:
        return Reach(_last(section if clause.last_n < 0 else past, clause.last_n), "number")
    if says(said, "first") and not says(said, "whole"):
        working = (
            [r for r in past if r.kind is Kind.STROKE]
            if "step" in said.words or "stroke" in said.words
            else past
        )
        return Reach(tuple(working[:1]), "first")
    named = _named(clause, past, section, state, here)
    if named:
        return Reach(named, "name")
    whole = says(_without_bound(said) if clause.whole else said, "whole")
    limbs = {p.mark.get("limb") for p in clause.places} - {None}
    told = [i for i, limb in state.section_limbs.items() if limb in limbs]
    if (whole or "same" in said.words) and told and clause.head is not None:
        return Reach(tuple(r for r in past if r.section in told), "whole")
    if says(said, "article"):
        return Reach(tuple(past), "whole")
    listed = here.listed or here.number is not None
    plain = not state.titled and not listed
    own = [r for r in section if r.block == here.block]
    block = own or section
    anew = not {"beginning", "start"}.isdisjoint(said.words)
    unheaded = not state.titles.get(here.section)
    if plain and anew:
        section = block
    elif listed and unheaded:
        section = [r for r in section if r.section == here.section] or section
    if (plain or (listed and unheaded)) and (anew or (whole and not sided and _ALL.isdisjoint(said.words))):
        # Where each sentence is a paragraph, nothing else says where what it tells begins.
        section = _since_laid(_in_one_list(section, state, here), least=_MANY if own or not plain else 1)
    told_of = any(
        f" {which} " in said.text for which in ("everything that", "everything this", "all that this")
    )
    named = any(p.place in _LIMBS for p in clause.places)
    limbed = sided and (named or (whole and state.limb is not None))
    since = _since_side(_undone(block if plain else section, state), plain=plain) if sided else ()
    if limbed and not told_of and " this section " not in said.text and " this part " not in said.text:
        run = _side_run(past, limb=not named)
        if len(run) > len(section if whole else since):
            return Reach(run, "whole")
    if sided and told_of:
        whole = False
    if clause.lemma in ANEW and (sided or not _LOW.isdisjoint(said.words)):
        whole = True
    if whole or (state.whole and "it" in said.words) or (state.records and state.records[-1].returns):
        return Reach(tuple(section), "whole")
    if sided:
        return Reach(since, "side")
    found = section or past
    if clause.lane:
        # Hands that came back lie beside the stroke before: that is what goes on.
        found = [r for r in found if not all(s.returning for s in r.strokes)] or found
    return Reach(_last_working(found, there_and_back=clause.whole), "last")


def _numbered(past: list[Record], steps: tuple[int, ...], here: Record) -> tuple[Record, ...]:
    """The steps that are called by number: those of this list, where each heading counts from one anew."""
    own = [r for r in past if r.section == here.section]
    known = own if any(r.number == steps[0] for r in own) else past
    return tuple(r for r in known if r.number in steps)


def _without_bound(said: Spoken) -> Spoken:
    """As in "until you have done the whole of that side": how far it goes, and not all that was done."""
    words = said.text.partition(" until ")[0].split()
    return Spoken(words, frozenset(words))


_LOW = frozenset({"bottom", "below", "foot", "base"})
"""As in "lift off and begin again at the bottom": from where it set out."""

_ALL = frozenset({"routine", "treatment", "massage", "session", "everything"})
"""These are more than one movement."""


_MANY = 8
"""So many steps of a list without headings are more than one movement."""


def _in_one_list(section: list[Record], state: State, here: Record) -> list[Record]:
    """Without what stands before the list, or before the prose, that a sentence is in."""
    other = [r.span for r in state.records if r.section == here.section and r.listed != here.listed]
    return [r for r in section if not other or r.span > other[-1]] or section


def _since_laid(section: list[Record], *, least: int) -> list[Record]:
    """What is long and has no headings begins where hands were last put down anew."""
    if len(section) < least:
        return section
    for n in range(len(section) - 1, -1, -1):
        placed = section[n].kind is Kind.SETUP
        if placed and any(s.technique is Technique.HOLD and "tool" in s.stated for s in section[n].strokes):
            return section[n:]
    return section


def _sections(past: list[Record], called: tuple[int, ...], state: State) -> tuple[Record, ...]:
    """What stands under headings that are called by their letters or numbers, or as they come."""
    labelled = {i for i, label in state.labels.items() if label in called}
    if not state.labels:
        order = sorted(state.titles)
        labelled = {order[k - 1] for k in called if k <= len(order)}
    first = {i: next((j for j in sorted(state.titles) if j > i), None) for i in labelled}
    return tuple(
        r for r in past if any(i <= r.section and (j is None or r.section < j) for i, j in first.items())
    )


def _nth(section: list[Record], nth: tuple[int, ...]) -> tuple[Record, ...]:
    """The second, the third: by their own numbers where they have any, else as they come."""
    if any(r.number in nth for r in section):
        return tuple(r for r in section if r.number in nth)
    working = [r for r in section if r.kind is Kind.STROKE]
    return tuple(working[n - 1] for n in nth if n <= len(working))


def _last(past: list[Record], many: int) -> tuple[Record, ...]:
    """The last so many steps that work, or the first when `many` is below 0, with what is placed between."""
    working = [r for r in past if r.kind is Kind.STROKE]
    if many < 0 and any(r.number is not None for r in past):
        return tuple(r for r in past if r.number is not None and r.number <= -many)
    if many < 0:
        end = working[min(-many, len(working)) - 1] if working else None
        return tuple(r for r in past if end is not None and r.span <= end.span)
    first = working[-many] if len(working) >= many else next(iter(working or past), None)
    return tuple(r for r in past if first is not None and r.span >= first.span)


def _last_working(past: list[Record], *, there_and_back: bool) -> tuple[Record, ...]:
    """The last step that works; when it only lets go (or comes back, where asked), the one before it too."""
    working = [r for r in past if r.kind is Kind.STROKE]
    if not working:
        return tuple(past[-1:])
    last = len(working) - 1
    while last > 0 and all(
        s.technique is Technique.RELEASE or (there_and_back and s.returning) for s in working[last].strokes
    ):
        last -= 1
    # As in "Lift off. Again. And off. One more.": hands that were taken off twice are so once a round.
    return tuple(working[last : last + 1] + working[max(last + 1, len(working) - 1) :])


def _undone(section: list[Record], state: State) -> list[Record]:
    """What was done since the last time that something was done on the other side."""
    repeat = Kind.REPEAT
    done = [r for r in state.records if r.kind is repeat and any("side" in s.stated for s in r.strokes)]
    behind = [r for r in section if not done or r.span > done[-1].span]
    return behind or section


def _since_side(section: list[Record], *, plain: bool) -> tuple[Record, ...]:
    """Back to the sentence that set the side, else to the heading."""
    setter = next((n for n in range(len(section) - 1, -1, -1) if section[n].sets_side), None)
    while setter and _same_side(section[setter - 1], section[setter]):
        setter -= 1
    if setter is not None:
        return tuple(section[setter:])
    return tuple(section)


_LIMBS = ("leg", "arm")


def _side_run(past: list[Record], *, limb: bool) -> tuple[Record, ...]:
    """All that was last done on one side, with nothing on the other or on both in between.

    Args:
        past: The sentences read so far.
        limb: Only what was done to an arm or a leg.
    """
    main: str | None = None
    first = len(past)
    for n in range(len(past) - 1, -1, -1):
        sides = {s.side for s in past[n].strokes if s.side is not None and s.technique is not Technique.HOLD}
        one = {side for side in sides if side in (Side.LEFT, Side.RIGHT, Side.ONE)}
        if limb and not all(_of_limb(s) for s in past[n].strokes):
            break
        if sides - one or (main is not None and any(side not in (main, Side.ONE) for side in one)):
            break
        if one:
            first = n
            main = main or next((side for side in one if side is not Side.ONE), None)
    return tuple(past[first:])


def _of_limb(stroke: Stroke) -> bool:
    return all(p in _LIMBS for p in (stroke.start, stroke.end, *stroke.over) if p is not None)


def _same_side(before: Record, after: Record) -> bool:
    sides = {s.side for s in after.strokes}
    return any(s.side in sides and s.side is not None for s in before.strokes)


def _named(
    clause: Clause, past: list[Record], section: list[Record], state: State, here: Record
) -> tuple[Record, ...]:
    """The steps of a movement called by its name: "the glide", "the kneading section"."""
    name, onward = _name(clause.marks)
    if name is None or not past:
        return ()
    titled = [i for i, words in state.titles.items() if name.base in words]
    if onward:
        if titled:
            return tuple(r for r in past if r.section >= titled[0])
        first = next((r for r in section if name.base in r.words), None)
        return tuple(r for r in section if first is not None and r.span >= first.span)
    if titled and titled[-1] != section[-1].section:
        return tuple(r for r in past if r.section == titled[-1])
    last = next((r for r in reversed(section) if _works(r)), None)
    if last is not None and name.base in last.words:
        return ()
    if last is not None and _is_called(last, name):
        past = _at_hand(section, state, here)
    hit = next((r for r in reversed(past) if name.base in r.words and r.kind is Kind.STROKE), None)
    return (hit,) if hit is not None and not _is_long_over(hit, last, past) else ()


def _is_long_over(hit: Record, last: Record | None, past: list[Record]) -> bool:
    """As in "Sweep out … Lay your forearm … Slide it up. Repeat the sweep.": hands have set out anew."""
    if last is None or hit in _since_laid(past, least=1):
        return False
    return all(any(s.technique is Technique.EFFLEURAGE for s in r.strokes) for r in (hit, last))


def _works(record: Record) -> bool:
    """It moves hands on the skin, and does not only lift them off."""
    return record.kind is Kind.STROKE and any(s.technique is not Technique.RELEASE for s in record.strokes)


def _is_called(record: Record, name: Mark) -> bool:
    """As in "Slide up the back. Lift off. Repeat the sweep": another name for what was just done."""
    techniques = {str(s.technique) for s in record.strokes}
    return any(entry.get("technique") in techniques for entry in name.cats.values())


def _at_hand(section: list[Record], state: State, here: Record) -> list[Record]:
    """What a movement has told so far: under its heading, in its list or paragraph, or since a hand lay."""
    if state.titles.get(here.section):
        return section
    if here.listed or here.number is not None:
        return [r for r in section if r.section == here.section]
    return [r for r in section if r.block == here.block] or _since_laid(section, least=1)


def _name(marks: list[Mark]) -> tuple[Mark | None, bool]:
    """The movement's name with an article before it, and whether all behind it is meant as well."""
    for n, mark in enumerate(marks):
        section = n + 1 < len(marks) and marks[n + 1].base in phrases("sections")
        named = mark.cat == "motion" or (section and mark.cat in ("verb", "word"))
        onward = any(m.low == "from" for m in marks[max(0, n - 4) : n])
        named = named or (
            onward and mark.cat == "tool" and n + 1 < len(marks) and marks[n + 1].low in _ONWARD
        )
        if not named or (mark.base in phrases("unnamed") and not onward):
            continue
        lead = next((m for m in reversed(marks[:n]) if m.cat not in _DESCRIBING), None)
        if section or (lead is not None and lead.low in _MEANT):
            return mark, onward
    return None, False


_DESCRIBING = ("press", "tempo", "word", "adv", "num", "tool", "filler")
_ONWARD = ("on", "onward", "onwards")
_MEANT = ("the", "those", "these", "same")
