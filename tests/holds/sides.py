"""What the movements told for one side share: contacts by side and pass, headings, climbing starts."""

import itertools

import numpy as np

from .measure import Measure, Run, at_least, at_most, between, true
from .receiver import Receiver
from .rows import Rows
from .whole import tool_axis

LABEL = {1: "left side", -1: "right side"}


def by_side(rows: Rows, receiver: Receiver, found: list[Run]) -> dict[tuple[int, int], list[Run]]:
    """Contacts by (repeat, receiver's side): 1 for the left, −1 for the right."""
    lateral = receiver.lateral(rows)
    groups: dict[tuple[int, int], list[Run]] = {}
    for run in found:
        side = 1 if np.nanmean(lateral[run.rows, run.hand]) >= 0 else -1
        groups.setdefault((int(rows.repeat[run.start, run.hand]), side), []).append(run)
    return groups


def both_sides(
    name: str, rows: Rows, groups: dict[tuple[int, int], list[Run]], *, movement: int
) -> list[Measure]:
    """The same is done on both sides, one side after the other."""
    measures = []
    for repeat in sorted({repeat for repeat, _ in groups}) or [0]:
        left, right = groups.get((repeat, 1), []), groups.get((repeat, -1), [])
        measures.append(
            true(
                f"{name}: both sides alike",
                left and len(left) == len(right),
                movement=movement,
                detail=f"{len(left)} on the left, {len(right)} on the right (repeat {repeat})",
            )
        )
        if left and right:
            apart = max(left[0].start, right[0].start) - min(left[-1].last, right[-1].last)
            measures.append(true(f"{name}: one side after the other", apart > 0, movement=movement))
            words = [{tuple(rows.span[run.start, run.hand]) for run in found} for found in (left, right)]
            measures.append(
                true(f"{name}: the same words cause both sides", words[0] == words[1], movement=movement)
            )
    return measures


def heading(rows: Rows, receiver: Receiver) -> np.ndarray:
    """Angle of the tool on the skin from the head, positive toward the receiver's left, in [°]."""
    up, left = receiver.ahead(rows)
    x = tool_axis(rows.orientation, 0)
    return np.degrees(np.arctan2(np.sum(x * left, axis=-1), np.sum(x * up, axis=-1)))


def climbing(
    name: str, rows: Rows, receiver: Receiver, starts: list[tuple[float, float]], *, movement: int
) -> list[Measure]:
    """Starts (along, time) climb in steps of at most 10 cm along the spine."""
    along, when = np.array(starts).reshape(-1, 2).T
    steps = np.diff(receiver.up_the_spine(along))
    return [
        at_most(f"{name}: step of the starts", steps, 0.10, when=when[1:], movement=movement, unit="m"),
        at_least(f"{name}: starts climb", steps, 0.005, when=when[1:], movement=movement, unit="m"),
    ]


def alternating(name: str, rows: Rows, fans: list[Run], *, movement: int) -> list[Measure]:
    """Hands strictly alternate, and the next is on before the last one leaves."""
    hands = np.array([run.hand for run in fans])
    same = np.flatnonzero(hands[1:] == hands[:-1])
    overlap = [(a.last - b.start) * rows.step for a, b in itertools.pairwise(fans)]
    when = [rows.time[run.start] for run in fans[1:]]
    return [
        true(
            f"{name}: hands alternate",
            len(fans) > 1 and not len(same),
            movement=movement,
            when=when[same[0]] if len(same) else np.nan,
            detail=f"{len(fans)} strokes",
        ),
        at_least(
            f"{name}: next hand on before the last leaves",
            overlap,
            0.0,
            when=when,
            movement=movement,
            unit="s",
        ),
    ]


def beside_spine(name: str, lateral: list[float], when: list[float], *, movement: int) -> Measure:
    """Starts lie 25 to 60 mm from the midline."""
    return between(
        f"{name}: starts beside the spine", lateral, 0.0245, 0.0605, when=when, movement=movement, unit="m"
    )
