"""Performances made by formula, for tests that need no planner and no body."""

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from effleurage.performance import (
    FINGER_SHAPES,
    TOOLS,
    Block,
    Performance,
    Person,
    Phase,
    Samples,
    Segment,
    Station,
)

TEXT = "Glide up the back. “Turn” the head.\r\nKnead the neck. Rub the foot."
KINDS = (
    ("work", "prone", (0, 18), "effleurage", ""),
    ("arrange", "head_left", (19, 35), "arrange", ""),
    ("work", "head_left", (37, 52), "petrissage", ""),
    ("work", "head_left", (53, 66), "friction", "foot"),
)


def back_point(along, across):
    """A half-cylinder for a back."""
    angle = 1.2 * across
    return np.stack([0.7 * along - 0.14, 0.16 * np.sin(angle), 0.06 + 0.14 * np.cos(angle)], axis=-1)


def back_orientation(along, across):
    """Fingers to the head, the back of the hand out of that half-cylinder."""
    half = 0.6 * across
    return np.stack([np.cos(half), -np.sin(half), np.zeros_like(half), np.zeros_like(half)], axis=-1)


def performance(*, seconds=4.0, rate=50.0, point=back_point, orientation=back_orientation):
    """Four blocks: a glide, a change of posture, kneading, and a foot without a chart.

    Args:
        seconds: Length of each block, in [s].
        rate: Samples per second, in [Hz].
        point: Chart coordinates to points in the body frame.
        orientation: Chart coordinates to quaternions.
    """
    each = max(2, round(seconds * rate))
    count = each * len(KINDS)
    time = np.arange(count) / rate
    turn = 2 * np.pi * time[:, None] / 4.0 + np.array([0.0, 0.4])
    along, across = 0.55 - 0.25 * np.cos(turn), np.array([0.4, -0.4]) + 0.1 * np.sin(turn)
    block = np.repeat(np.arange(len(KINDS)), each)[:, None] * np.ones((1, 2), int)
    on_chart, working = block != 3, (block == 0) | (block == 2)
    position = np.where(on_chart[..., None], point(along, across), np.nan)
    lifted = position + np.array([0.0, 0.0, 0.12])
    fingers = np.zeros((count, 2, len(FINGER_SHAPES)))
    share = 0.5 + 0.5 * np.sin(turn)
    fingers[..., 0], fingers[..., 1] = share, 1.0 - share
    samples = Samples(
        time=time,
        position=np.where(working[..., None], position, lifted),
        orientation=np.where(on_chart[..., None], orientation(along, across), np.nan),
        elbow=lifted + np.array([-0.22, 0.0, 0.1]),
        chart=np.where(on_chart, 0, -1),
        along=np.where(on_chart, along, np.nan),
        across=np.where(on_chart, across, np.nan),
        force=np.where(working, 8.0 + 4.0 * np.sin(turn), 0.0),
        contact=working,
        phase=np.where(working, int(Phase.STROKE), int(Phase.AIR)),
        tool=np.where(working, TOOLS.index("palm"), -1),
        segment=block,
        fingers=fingers,
    )
    segments, blocks = _parts(each)
    return Performance(
        title="A “short” one",
        movements=("Gliding", None),
        text=TEXT,
        person=Person(height=1.72, weight=68.0, sex="female", age=40.0),
        charts=("back", "head"),
        segments=segments,
        blocks=blocks,
        samples=samples,
        notes=((0, "oil", "Warm the oil, in your hands."),),
        dropped=("Pulling",),
    )


def _parts(each):
    station = Station(where="side_left", stance="kneeling", facing="head", side="left")
    segments, blocks = [], []
    for number, (kind, posture, span, technique, region) in enumerate(KINDS):
        start, stop = number * each, (number + 1) * each
        shared = {
            "start": start,
            "stop": stop,
            "movement": number // 2,
            "span": span,
            "caption": TEXT[slice(*span)],
        }
        hands, stroke = "both", -1 if kind == "arrange" else number
        segments.append(
            Segment(
                hands=hands, technique=technique, step=0, stroke=stroke, repeat=0, region=region, **shared
            )
        )
        blocks.append(Block(posture=posture, station=station, kind=kind, **shared))
    return tuple(segments), tuple(blocks)


@st.composite
def performances(draw):
    """Valid performances: any words, any measures, one or many blocks, float32 or float64."""
    base = performance(seconds=draw(st.sampled_from([0.1, 0.5])), rate=draw(st.sampled_from([20.0, 50.0])))
    count = len(base.samples)
    width = draw(st.sampled_from([np.float32, np.float64]))
    arrays = {name: getattr(base.samples, name) for name in base.samples.__dataclass_fields__}
    arrays = {
        name: array.astype(width) if array.dtype.kind == "f" else array for name, array in arrays.items()
    }
    steps = draw(st.lists(st.floats(0.0078125, 2.0, width=32), min_size=count, max_size=count))
    arrays["time"] = np.cumsum(np.array(steps)).astype(width)
    scale = draw(st.floats(0.0, 4.0, width=32))
    arrays["force"] = (arrays["force"] * scale).astype(width)
    words = st.text(max_size=12)
    text = draw(st.text(min_size=len(TEXT), max_size=len(TEXT) + 20))
    measures = st.floats(0.1, 300.0)
    return replace(
        base,
        title=draw(st.none() | words),
        movements=tuple(draw(st.lists(st.none() | words, min_size=2, max_size=4))),
        text=text,
        person=Person(height=draw(measures), weight=draw(measures), sex=draw(words), age=draw(measures)),
        samples=Samples(**arrays),
        notes=tuple(draw(st.lists(st.tuples(st.integers(0, 4), words, words), max_size=3))),
        dropped=tuple(draw(st.lists(words, max_size=3))),
    )
