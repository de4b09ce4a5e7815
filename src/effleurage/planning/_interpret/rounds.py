"""Rounds: what is done again when a repeat's last step only comes home."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from effleurage.planning._interpret.group import Group
from effleurage.planning._interpret.items import Item
from effleurage.routine import Direction, Kind, Place, Stroke, Technique

_STILL = frozenset({Technique.HOLD, Technique.RELEASE})
_CLOSED = 3
"""So many strokes that end where they began are one figure."""
_WHERE = frozenset({"side", "hands", "tool", "direction"})
"""A repeat that says one of these means just the step that it copies."""


def whole_rounds(entries: Sequence[Item]) -> tuple[Item, ...]:
    """The entries, with repeats of a way home made repeats of the round that it closes.

    "Glide up. Glide back lightly. Repeat five times." is five times up and back, and "… back to where they
    started. Repeat this." is the whole figure: nobody only comes home over and over.
    """
    out: list[Item] = []
    for _, step in groupby(entries, key=lambda entry: entry.step):
        here = list(step)
        copies = [entry for entry in here if entry.stroke is not None]
        again = bool(copies) and all(_repeats(entry) for entry in copies)
        closed = _round(out, copies) if again else []
        if not closed:
            out += here
            continue
        out += [entry for entry in here if entry.stroke is None]
        said = copies[-1].stroke
        assert said is not None
        over = said.over if Place.BACK in said.over and "over" in said.stated else ()
        # Strokes that are to cover the whole back come home by themselves.
        out += [_copy(entry, copies[-1], over) for entry in (closed[:1] if over else closed)]
    return tuple(out)


def is_round(group: Group, entries: Sequence[Item]) -> bool:
    """Both hands do a whole closed figure again, as often as the words say.

    Args:
        group: The group that is done several times.
        entries: What it belongs to.
    """
    again = [entry for entry in group.strokes if entry.stroke is not None]
    if group.times < 2 or not _is_closed([entry.stroke for entry in again if entry.stroke is not None]):
        return False
    step = again[0].step
    told = {e.stroke.span for e in entries if e.stroke is not None and e.step < step and _works(e)}
    return told == {e.stroke.span for e in again if e.stroke is not None and _works(e)}


def _works(entry: Item) -> bool:
    return entry.stroke is not None and entry.stroke.technique not in _STILL


def _repeats(entry: Item) -> bool:
    stroke = entry.stroke
    return entry.kind is Kind.REPEAT and stroke is not None and stroke.copied and not stroke.stated & _WHERE


def _round(before: Sequence[Item], copies: Sequence[Item]) -> list[Item]:
    """The strokes of the round that a repeat's copies close, or nothing if they close none."""
    worked = [entry for entry in before if entry.stroke is not None]
    spans = {entry.stroke.span for entry in copies if entry.stroke is not None}
    last = worked[-1].step if worked else -1
    if not worked or {e.stroke.span for e in worked if e.step == last and e.stroke} != spans:
        return []
    laid = next((n for n in range(len(worked) - 1, -1, -1) if _is(worked[n], Technique.HOLD)), -1)
    since = worked[laid + 1 :]
    moving = [entry.stroke for entry in since if entry.stroke is not None]
    if any(stroke.technique is Technique.HOLD or stroke.copied for stroke in moving):
        return []
    own = [entry for entry in since if entry.step == last]
    if len(own) == 1 and through_air(moving):
        return since[:-1]
    if _comes_home(moving, len(own)):
        return since[-1 - len(own) :]
    return since if len(own) < len(since) and _is_closed(moving) else []


def _is(entry: Item, technique: Technique) -> bool:
    return entry.stroke is not None and entry.stroke.technique is technique


def through_air(strokes: Sequence[Stroke]) -> bool:
    """As in "Lift off. Return to the bottom.": a way back of hands that have left the skin."""
    if len(strokes) < 2:
        return False
    off, back = strokes[-2:]
    lifted = off.technique is Technique.RELEASE and Direction.OFF in off.direction
    return lifted and back.returning and back.technique is Technique.EFFLEURAGE and not back.over


def _comes_home(strokes: Sequence[Stroke], own: int) -> bool:
    """One glide back the way that the one before it went."""
    if own != 1 or len(strokes) < 2:
        return False
    out, back = strokes[-2:]
    glides = out.technique is Technique.EFFLEURAGE and back.technique is Technique.EFFLEURAGE
    ways = Direction.UP in out.direction and Direction.DOWN in back.direction
    home = (back.end is None or back.end is out.start) and set(back.over) <= set(out.over)
    return glides and ways and home and out.hands is back.hands and out.tool is back.tool


def _is_closed(strokes: Sequence[Stroke]) -> bool:
    """They end where they began."""
    works = [stroke for stroke in strokes if stroke.technique not in _STILL]
    if len(works) < _CLOSED or works[0].start is None or works[-1].end is not works[0].start:
        return False
    return all(stroke.hands is works[0].hands for stroke in works)


def _copy(source: Item, said: Item, over: tuple[Place, ...]) -> Item:
    """A stroke of the round, done again as the repeat says, over what it says."""
    stroke, copy = source.stroke, said.stroke
    assert stroke is not None
    assert copy is not None
    again = replace(
        stroke,
        copied=True if over else stroke.copied,
        over=over or stroke.over,
        over_spots=() if over else stroke.over_spots,
        repeats=copy.repeats,
        in_all=copy.in_all,
        pressure=copy.pressure if "pressure" in copy.stated else stroke.pressure,
        tempo=copy.tempo if "tempo" in copy.stated else stroke.tempo,
    )
    return replace(source, step=said.step, kind=said.kind, stroke=again)
