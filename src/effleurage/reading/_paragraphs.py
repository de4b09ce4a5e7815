"""Prose without headings becomes one movement a paragraph, which a session needs."""

import re
from dataclasses import replace

from effleurage.reading._split.split import Section
from effleurage.reading._strokes.details import one_sided
from effleurage.routine import Kind, Movement, Span, Step, Stroke, Technique


def divided(
    movement: Movement,
    section: Section,
    text: str,
    *,
    titled: bool,
    more: frozenset[Span] = frozenset(),
) -> list[Movement]:
    """A movement of plain prose, divided at its paragraphs; the context has long been carried.

    A paragraph that only repeats, or that first tells more of a stroke, belongs to the one before it, and one
    without motion to the one after it. A list is one movement, with what leads in to it, and what is worked
    before it another, also where an article has headings but none above these; a long one is divided where it
    sets up anew.

    Args:
        movement: The movement as read.
        section: The sentences that it was read from, one a step.
        text: The article.
        titled: The article has headings, which divide its paragraphs already.
        more: The sentences that only tell more of a stroke before them.
    """
    if tells_movements(section):
        return _by_items(movement, section, text)
    if movement.title is not None:
        return [movement]
    listed = [sentence.item or sentence.number is not None for sentence in section.sentences]
    if any(listed):
        begin = _led_in(movement, section, listed.index(True))
        parts = _before_list(movement, text, begin)
        return parts if titled else [part for led in parts for part in _set_up(led, text)]
    if titled:
        return [movement]
    groups: list[list[Step]] = []
    blocks: list[int] = []
    for step, sentence in zip(movement.steps, section.sentences, strict=True):
        if blocks and sentence.block == blocks[-1]:
            groups[-1].append(step)
        else:
            groups.append([step])
            blocks.append(sentence.block)
    merged: list[list[Step]] = []
    waiting: list[Step] = []
    for group in groups:
        moving = [step.kind for step in group if step.strokes]
        if not moving:
            waiting += group
        elif merged and (moving[0] is Kind.REPEAT or _tells_more(group, more)):
            merged[-1] += waiting + group
            waiting = []
        else:
            merged.append(waiting + group)
            waiting = []
    if not merged:
        return [movement]
    merged[-1] += waiting
    if len(merged) > _MANY and max(map(len, groups)) <= _SHORT:
        # One sentence or two a paragraph: steps that lost their numbers.
        return _set_up(movement, text)
    parts = [_part(movement, steps, text) for steps in merged]
    return [part for whole in parts for oiled in _oiled(whole, text) for part in _set_up(oiled, text)]


_ITEMS, _LENGTH = 4, 4.0
"""So many items of a list, of so many sentences each, are a movement each: "Step 2: Draw the eight. …"."""


def tells_movements(section: Section) -> bool:
    """Whether each item of a list is as long as a movement is."""
    items = [sentence.block for sentence in section.sentences if sentence.item]
    return len(set(items)) >= _ITEMS and len(items) >= _LENGTH * len(set(items))


def _by_items(movement: Movement, section: Section, text: str) -> list[Movement]:
    """A list of long items, a movement each, named by what heads it in bold."""
    parts: list[list[Step]] = []
    titles: list[str | None] = []
    block: int | None = None
    for step, sentence in zip(movement.steps, section.sentences, strict=True):
        if not parts or (sentence.item and sentence.block != block and any(s.strokes for s in parts[-1])):
            parts.append([])
            titles.append(movement.title if len(parts) == 1 else None)
        if sentence.item and sentence.block != block and text.startswith("**", step.span[1]):
            titles[-1] = text[slice(*step.span)].rstrip(" .:")
        block = sentence.block
        parts[-1].append(step)
    if len(parts) > 1 and not any(step.strokes for step in parts[-1]):
        parts[-2] += parts.pop()
    return [
        replace(_part(movement, steps, text), title=title)
        for steps, title in zip(parts, titles, strict=False)
    ]


def _tells_more(group: list[Step], more: frozenset[Span]) -> bool:
    """As in "This is where people get muddled. The hands pass each other, and …": in the middle of a loop."""
    first = next((step for step in group if step.strokes or step.span in more), None)
    if first is None or first.span in more:
        return first is not None
    return first.strokes[0].crossed and first.strokes[0].technique is not Technique.HOLD


_OIL = re.compile(r"\b(?:oil|lotion|cream|balm|butter)\b", re.IGNORECASE)


def _oiled(movement: Movement, text: str) -> list[Movement]:
    """A paragraph in which oil is spread, divided where hands are put down for what comes next."""
    steps = movement.steps
    oil = next((n for n, step in enumerate(steps) if step.kind in (Kind.STROKE, Kind.REPEAT)), None)
    if oil is None or _OIL.search(text, *steps[oil].span) is None:
        return [movement]
    then = next((n for n in range(oil + 1, len(steps)) if steps[n].strokes), None)
    laid = then is not None and steps[then].kind is Kind.SETUP and any(map(lays_anew, steps[then].strokes))
    if then is None or not laid or not any(step.kind is Kind.STROKE for step in steps[then:]):
        return [movement]
    return [_part(movement, list(part), text) for part in (steps[:then], steps[then:])]


def _led_in(movement: Movement, section: Section, begin: int) -> int:
    """Where a list begins with the paragraphs that lead in to it: those without motion right before it."""
    block = begin
    while block > 0:
        last = section.sentences[block - 1].block
        first = next(n for n, sentence in enumerate(section.sentences) if sentence.block == last)
        if any(step.strokes for step in movement.steps[first:block]):
            break
        block = first
    return block


def _before_list(movement: Movement, text: str, begin: int) -> list[Movement]:
    """A movement that ends in a list, divided where the list begins if hands worked before it and in it."""
    parts = list(movement.steps[:begin]), list(movement.steps[begin:])
    if not all(any(step.kind is Kind.STROKE for step in part) for part in parts):
        return [movement]
    return [_part(movement, steps, text) for steps in parts]


_MANY, _SHORT = 7, 3
"""More paragraphs with motion than the first, none of more sentences than the second, are steps."""

_LONG, _SEVERAL = 15, 3
"""A list of so many steps, with so many that set up anew, tells more than one movement."""


def _set_up(movement: Movement, text: str) -> list[Movement]:
    """A long list, divided at steps that set up anew: somebody takes a position, or hands are put down."""
    begins, worked = [0], False
    for n, step in enumerate(movement.steps):
        told = step.arrangement is not None and (step.arrangement.stance or step.arrangement.posture)
        heads = any(stroke.headline for stroke in step.strokes)
        anew = heads or (step.kind is Kind.SETUP and any(lays_anew(s) for s in step.strokes))
        if worked and (told or anew):
            begins.append(_in_its_line(movement.steps, n, text))
            worked = False
        worked = worked or (step.kind in (Kind.STROKE, Kind.REPEAT) and not heads)
    if not worked and len(begins) > 1:
        begins.pop()
    if len(movement.steps) < _LONG or len(begins) <= _SEVERAL:
        return [movement]
    ends = [*begins[1:], len(movement.steps)]
    return [_part(movement, list(movement.steps[a:b]), text) for a, b in zip(begins, ends, strict=True)]


def _in_its_line(steps: tuple[Step, ...], n: int, text: str) -> int:
    """As in "9. Now for the fans. Put one hand …": what is said first in an item belongs to it."""
    line = text.rfind("\n", 0, steps[n].span[0]) + 1
    first = next(k for k, step in enumerate(steps) if step.span[0] >= line)
    return n if any(step.strokes for step in steps[first:n]) else first


def lays_anew(stroke: Stroke) -> bool:
    """Hands are put where the words say, and not the second one beside the first."""
    laid = stroke.technique is Technique.HOLD and "start" in stroke.stated and "tool" in stroke.stated
    return laid and not (stroke.other_hand or stroke.simultaneous)


def _part(movement: Movement, steps: list[Step], text: str) -> Movement:
    low, high = steps[0].span[0], steps[-1].span[1]
    return Movement(
        title=None,
        steps=tuple(steps),
        limits=tuple(limit for limit in movement.limits if low <= limit.span[0] < high),
        both_sides=one_sided(steps, text),
    )
