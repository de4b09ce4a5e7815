"""Validation: what every performance keeps, whoever wrote it. One function per rule."""

from collections.abc import Callable, Iterator
from dataclasses import fields

import numpy as np

from effleurage.errors import InputError
from effleurage.performance._columns import column_problems
from effleurage.performance._performance import Performance
from effleurage.performance._samples import FINGER_BENDS, FINGER_SHAPES, HANDS, PHASES, TOOLS
from effleurage.performance._segments import Block, Segment

_UNIT_TOLERANCE = 1e-5
"""How far a quaternion's norm or a sum of weights may be from 1; single precision keeps to it."""


def validate(performance: Performance, *, source: str = "performance") -> None:
    """Check that a performance holds together.

    Args:
        performance: What to check.
        source: Its name, for the message.

    Raises:
        InputError: With the first fact that contradicts the others.
    """
    for problem in problems(performance):
        raise InputError(source, problem, hint="plan it again, or mend what wrote it")


def problems(performance: Performance) -> list[str]:
    """What contradicts the first rule that is broken; a rule counts on those before it."""
    with np.errstate(over="ignore", invalid="ignore"):
        return next((found for rule in RULES if (found := list(rule(performance)))), [])


def columns(performance: Performance) -> Iterator[str]:
    """Arrays have the kinds and shapes of `Samples`."""
    samples = performance.samples
    yield from column_problems({field.name: getattr(samples, field.name) for field in fields(samples)})


def time(performance: Performance) -> Iterator[str]:
    """Time begins at or after 0 and strictly increases over at least two samples."""
    t = performance.samples.time
    if len(t) < 2:
        yield f"it has {len(t)} samples, expected two at least"
    elif not np.isfinite(t).all():
        yield f"time is not finite at sample {_first(~np.isfinite(t))}"
    elif t[0] < 0:
        yield f"time begins at {t[0]:g} s, expected 0 or later"
    elif (late := np.diff(t) <= 0).any():
        yield f"time does not increase after sample {_first(late)} ({t[_first(late)]:g} s)"


def indices(performance: Performance) -> Iterator[str]:
    """Every index points at something."""
    samples = performance.samples
    ranges = (
        ("chart", samples.chart, -1, len(performance.charts)),
        ("phase", samples.phase, 0, len(PHASES)),
        ("tool", samples.tool, -1, len(TOOLS)),
        ("segment", samples.segment, 0, len(performance.segments)),
    )
    for name, array, low, high in ranges:
        wrong = (array < low) | (array >= high)
        if wrong.any():
            yield f"{name} is {array[wrong][0]} at {_where(wrong)}, expected {low} to {high - 1}"


def poses(performance: Performance) -> Iterator[str]:
    """Positions, orientations and elbows are known whole or not at all; orientations are unit."""
    samples = performance.samples
    for name in ("position", "orientation", "elbow"):
        array = getattr(samples, name)
        known = np.isfinite(array)
        half = known.any(axis=-1) & ~known.all(axis=-1) | np.isinf(array).any(axis=-1)
        if half.any():
            yield f"{name} is half known at {_where(half)}"
    norm = np.linalg.norm(samples.orientation, axis=-1)
    off = np.isfinite(norm) & (np.abs(norm - 1.0) > _UNIT_TOLERANCE)
    if off.any():
        yield f"orientation has the length {norm[off][0]:.6g} at {_where(off)}, expected 1"
    lone = np.isfinite(samples.position[..., 0]) & ~np.isfinite(norm)
    if lone.any():
        yield f"position is known without orientation at {_where(lone)}"


def coordinates(performance: Performance) -> Iterator[str]:
    """Chart coordinates are there exactly where there is a chart."""
    samples = performance.samples
    has_chart = samples.chart >= 0
    for name in ("along", "across"):
        wrong = np.isfinite(getattr(samples, name)) != has_chart
        if wrong.any():
            here = "missing on" if has_chart[wrong][0] else "given without"
            yield f"{name} is {here} a chart at {_where(wrong)}"


def contacts(performance: Performance) -> Iterator[str]:
    """A contact has a tool; force is a number from 0 up, and above 0 only in contact."""
    samples = performance.samples
    tests = (
        ("force is negative or unknown", ~(np.isfinite(samples.force) & (samples.force >= 0))),
        ("there is force without contact", (samples.force > 0) & ~samples.contact),
        ("there is contact without a tool", samples.contact & (samples.tool < 0)),
        ("there is contact without a position", samples.contact & ~np.isfinite(samples.position[..., 0])),
    )
    for words, wrong in tests:
        if wrong.any():
            yield f"{words} at {_where(wrong)}"


def weights(performance: Performance) -> Iterator[str]:
    """Weights of shapes are shares that sum to 1, those of bends too; what is raised may sink in."""
    fingers = performance.samples.fingers
    shapes = fingers[..., : -len(FINGER_BENDS)]
    least, most = fingers[..., :-1].min(axis=-1), fingers.max(axis=-1)
    wrong = ~(np.abs(shapes.sum(axis=-1) - 1.0) <= _UNIT_TOLERANCE)
    wrong |= ~((least >= -_UNIT_TOLERANCE) & (most <= 1.0 + _UNIT_TOLERANCE) & (fingers[..., -1] >= -1.0))
    if wrong.any():
        yield f"the {len(FINGER_SHAPES)} finger weights are no shares of 1 at {_where(wrong)}"


def spans(performance: Performance) -> Iterator[str]:
    """Segments and blocks lie inside the samples, the movements and the text."""
    parts: tuple[tuple[str, tuple[Segment, ...] | tuple[Block, ...]], ...] = (
        ("segment", performance.segments),
        ("block", performance.blocks),
    )
    for kind, group in parts:
        for number, part in enumerate(group):
            if not 0 <= part.start < part.stop <= len(performance.samples):
                samples = len(performance.samples)
                yield f"{kind} {number} goes from sample {part.start} to {part.stop} of {samples}"
            if not 0 <= part.movement < len(performance.movements):
                yield f"{kind} {number} is of movement {part.movement} of {len(performance.movements)}"
            if not 0 <= part.span[0] <= part.span[1] <= len(performance.text):
                yield f"{kind} {number} has the span {part.span} in {len(performance.text)} letters"


def segments(performance: Performance) -> Iterator[str]:
    """Segments come by their start, name hands, and hold the samples that name them."""
    samples, parts = performance.samples, performance.segments
    for number, part in enumerate(parts):
        if part.hands not in (*HANDS, "both"):
            yield f"segment {number} is of the hands {part.hands!r}, expected left, right or both"
        if not 0 < part.force_ceiling < np.inf:
            yield f"segment {number} has the force ceiling {part.force_ceiling} N"
        if number and part.start < parts[number - 1].start:
            yield f"segment {number} starts before segment {number - 1}"
    if parts:
        start = np.array([part.start for part in parts])[samples.segment]
        stop = np.array([part.stop for part in parts])[samples.segment]
        here = np.arange(len(samples))[:, None]
        wrong = (here < start) | (here >= stop)
        if wrong.any():
            yield f"segment {samples.segment[wrong][0]} does not hold its own sample at {_where(wrong)}"


def blocks(performance: Performance) -> Iterator[str]:
    """Blocks follow each other without gap over all samples and hold whole segments."""
    expected = 0
    for number, block in enumerate(performance.blocks):
        if block.start != expected:
            yield f"block {number} starts at sample {block.start}, expected {expected}"
        expected = block.stop
        for name in ("tempo_range", "force_range"):
            low, high = getattr(block, name)
            if not 0 < low <= high < np.inf:
                yield f"block {number} has the {name} {low} to {high}"
        if not -1 <= block.repeat_from <= number:
            yield f"block {number} repeats from block {block.repeat_from}"
    if expected != len(performance.samples):
        yield f"the blocks end at sample {expected} of {len(performance.samples)}"
    edges = np.array([block.start for block in performance.blocks])
    for number, part in enumerate(performance.segments):
        if np.searchsorted(edges, part.start, "right") != np.searchsorted(edges, part.stop - 1, "right"):
            yield f"segment {number} (samples {part.start} to {part.stop}) crosses the edge of a block"


def person(performance: Performance) -> Iterator[str]:
    """The receiver's measures are positive numbers."""
    for name in ("height", "weight", "age"):
        value = getattr(performance.person, name)
        if not 0 < value < np.inf:
            yield f"the receiver's {name} is {value}"


def notes(performance: Performance) -> Iterator[str]:
    """A note is said before a block that exists, or after the last."""
    for number, (block, _, _) in enumerate(performance.notes):
        if not 0 <= block <= len(performance.blocks):
            yield f"note {number} belongs to block {block} of {len(performance.blocks)}"


RULES: tuple[Callable[[Performance], Iterator[str]], ...] = (
    columns,
    time,
    indices,
    poses,
    coordinates,
    contacts,
    weights,
    spans,
    segments,
    blocks,
    person,
    notes,
)
"""In this order; a rule may count on those before it."""


def _first(wrong: np.ndarray) -> int:
    return int(np.argmax(wrong))


def _where(wrong: np.ndarray) -> str:
    """The first (sample, hand) where something is wrong, in words."""
    sample, hand = np.argwhere(wrong)[0][:2]
    return f"sample {sample}, {HANDS[hand]} hand"
