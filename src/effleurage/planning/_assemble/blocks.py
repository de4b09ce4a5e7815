"""Segments and blocks: who moves at every sample, and what a session may move."""

import bisect
import itertools
from dataclasses import dataclass, replace
from typing import final

import numpy as np
from jaxtyping import Int

from effleurage.performance import HANDS, Block, Segment, Station
from effleurage.planning._score import Cue

State = tuple[int, Station, str]


@final
@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of one hand's time, or of both hands', caused by one clause."""

    hands: tuple[int, ...]
    cue: Cue
    start: int
    stop: int


def divide(
    pieces: list[Piece], states: list[State], n: int
) -> tuple[tuple[Segment, ...], tuple[Block, ...], Int[np.ndarray, "n 2"]]:
    """Segments, blocks, and the segment of every sample and hand.

    Args:
        pieces: The strokes and changes in time.
        states: Stations and postures by the sample where they begin.
        n: Number of samples.
    """
    cuts = _cuts(pieces, n)
    every = sorted([*pieces, *_between(pieces, cuts, n)], key=lambda piece: (piece.start, piece.hands))
    index = np.full((n, 2), -1)
    segments = []
    for number, piece in enumerate(every):
        for hand in piece.hands:
            index[piece.start : piece.stop, hand] = number
        segments.append(_segment(piece))
    return tuple(segments), _blocks(every, cuts, states), index


def _segment(piece: Piece) -> Segment:
    cue = piece.cue
    return Segment(
        hands="both" if len(piece.hands) == 2 else HANDS[piece.hands[0]],
        technique=cue.technique,
        movement=cue.movement,
        step=cue.step,
        stroke=cue.stroke,
        repeat=cue.repeat,
        span=cue.span,
        caption=cue.caption,
        start=piece.start,
        stop=piece.stop,
        region=cue.region,
    )


def _cuts(pieces: list[Piece], n: int) -> list[int]:
    """Samples at which no stroke is going on that began before."""
    inside = np.zeros(n + 1, int)
    for piece in pieces:
        inside[piece.start + 1] += 1
        inside[piece.stop] -= 1
    free = np.cumsum(inside) == 0
    edges = {0, n, *(piece.start for piece in pieces), *(piece.stop for piece in pieces)}
    return sorted(edge for edge in edges if free[edge] or edge in (0, n))


def _between(pieces: list[Piece], cuts: list[int], n: int) -> list[Piece]:
    """A hand's way through the air, or its waiting, wherever no stroke moves it."""
    order = sorted(pieces, key=lambda piece: piece.start)
    reach, found = _reach(order), []
    for hand in (0, 1):
        busy = np.zeros(n + 1, bool)
        for piece in order:
            if hand in piece.hands:
                busy[piece.start : piece.stop] = True
        busy[n] = True
        edges = sorted({*cuts, *(np.flatnonzero(np.diff(busy.astype(int))) + 1).tolist()})
        for start, stop in itertools.pairwise(edges):
            if not busy[start]:
                cue = _owner(order, reach, start, stop)
                found.append(
                    Piece(
                        hands=(hand,),
                        cue=replace(cue, technique="transfer", stroke=-1, region=""),
                        start=start,
                        stop=stop,
                    )
                )
    return found


def _reach(order: list[Piece]) -> list[int]:
    """Where the last one so far of some pieces, in order, ends."""
    return list(itertools.accumulate((piece.stop for piece in order), max))


def _meanwhile(order: list[Piece], reach: list[int], start: int, stop: int) -> list[Piece]:
    """Pieces that go on at some time between two samples, in their order."""
    first = bisect.bisect_right(reach, start)
    last = bisect.bisect_left(order, stop, key=lambda piece: piece.start)
    return [piece for piece in order[first:last] if piece.stop > start]


def _owner(order: list[Piece], reach: list[int], start: int, stop: int) -> Cue:
    """The words that a wait belongs to: of what goes on meanwhile, else of what follows."""
    meanwhile = _meanwhile(order, reach, start, stop)
    if meanwhile:
        return meanwhile[-1].cue
    after = bisect.bisect_left(order, stop, key=lambda piece: piece.start)
    return order[min(after, len(order) - 1)].cue


def _blocks(every: list[Piece], cuts: list[int], states: list[State]) -> tuple[Block, ...]:
    blocks, reach = [], _reach(every)
    for start, stop in itertools.pairwise(cuts):
        inside = _meanwhile(every, reach, start, stop)
        told = [piece for piece in inside if piece.cue.technique != "transfer"]
        lead = (told or inside)[0].cue
        station, posture = [(station, posture) for at, station, posture in states if at <= start][-1]
        kind = "work" if told else "transfer"
        if told and lead.technique == "arrange":
            kind = "arrange"
        blocks.append(
            Block(
                start=start,
                stop=stop,
                movement=lead.movement,
                caption=lead.caption,
                span=lead.span,
                posture=posture,
                station=station,
                kind=kind,
                tempo_range=(0.5, 1.0) if kind == "work" else (0.7, 1.0),
                force_range=(0.4, 1.3) if kind == "work" else (1.0, 1.0),
            )
        )
    return tuple(blocks)
