"""The payload: what the page is given of a performance and a figure."""

import base64
import dataclasses
import gzip
import json

import numpy as np
from jaxtyping import Int

from effleurage import limits
from effleurage.performance import PHASES, TOOLS, Block, Performance, Segment
from effleurage.players.guide._figure import Figure
from effleurage.players.guide._hands import hand_mesh, known
from effleurage.players.guide._health import health
from effleurage.players.guide._packing import pack
from effleurage.players.guide._schema import (
    VERSION,
    BlockInfo,
    BodyMesh,
    HandTrack,
    NoteInfo,
    Packed,
    PersonInfo,
    SegmentInfo,
    SessionInfo,
    ToolInfo,
)
from effleurage.players.guide._station import station_info
from effleurage.scene import one_sign

RATE = 25.0
"""Samples per second that the page is given; at 10 a fast stroke is off by millimetres."""

SKIN_STEP = 4e-4
"""Size of one unit of a skin vertex, in [m]."""

PASSING_STEP = 4 * SKIN_STEP
"""The same of a skin that is seen only while the receiver moves."""

CONTACT_STEPS = (8e-4,) * 3 + (1 / 256,) * 4 + (0.1,)


def moments(performance: Performance) -> Int[np.ndarray, " t"]:
    """The samples that the page is given: every so many, and the last."""
    stride = max(1, round(performance.rate / RATE))
    return np.arange(0, len(performance.samples), stride)


def session_info(performance: Performance, figure: Figure) -> SessionInfo:
    """Everything that the page needs.

    Args:
        performance: What is to be led.
        figure: Skin and hands, posed at the `moments` of the performance.
    """
    rows = moments(performance)
    units = _code_units(performance.text)
    time = performance.samples.time
    names = list(figure.skins)
    return SessionInfo(
        version=VERSION,
        title=performance.title,
        movements=performance.movements,
        text=performance.text,
        person=PersonInfo(**dataclasses.asdict(performance.person)),
        rate=float(1 / np.median(np.diff(time[rows]))),
        duration=performance.duration,
        blocks=tuple(
            _block(performance, block, units, way=tuple(names.index(name) for name in way))
            for block, way in zip(performance.blocks, figure.ways, strict=True)
        ),
        segments=tuple(_segment(performance, segment, units) for segment in performance.segments),
        notes=tuple(
            NoteInfo(block=block, topic=topic, words=words) for block, topic, words in performance.notes
        ),
        dropped=performance.dropped,
        phases=PHASES,
        tools=tuple(_tool(name, figure.radii[name]) for name in TOOLS),
        body=BodyMesh(
            faces=pack(figure.faces.astype(float), 1.0),
            vertices=_skins(figure),
            hair=pack(figure.hair[:, None], 1 / 64),
            part_names=tuple(figure.parts),
            parts=pack(np.column_stack([*figure.parts.values()]).astype(float), 1.0),
        ),
        hands=(hand_mesh(figure.hands[0]), hand_mesh(figure.hands[1])),
        tracks=(_track(performance, rows, 0), _track(performance, rows, 1)),
        health=health(),
    )


def session_json(info: SessionInfo) -> str:
    """The payload as JSON that may stand inside a `script` element: gzipped, in base 64."""
    plain = json.dumps(dataclasses.asdict(info), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return json.dumps({"gzip": base64.b64encode(gzip.compress(plain.encode(), 9, mtime=0)).decode()})


def _skins(figure: Figure) -> tuple[Packed, ...]:
    """The first skin, and how the others differ from it; those in between postures are only passed."""
    held = {name for way in figure.ways for name in (way[0], way[-1])}
    (_, first), *others = figure.skins.items()
    first = np.rint(first / SKIN_STEP) * SKIN_STEP
    return (
        pack(first, SKIN_STEP),
        *(pack(skin - first, SKIN_STEP if name in held else PASSING_STEP) for name, skin in others),
    )


def _track(performance: Performance, rows: Int[np.ndarray, " t"], hand: int) -> HandTrack:
    samples = performance.samples
    place = samples.position[rows, hand]
    turn = samples.orientation[rows, hand]
    seen = np.isfinite(place).all(axis=1) & np.isfinite(turn).all(axis=1)
    force = np.nan_to_num(samples.force[rows, hand])
    contact = np.column_stack([known(place), one_sign(known(turn)), force])
    state = np.column_stack(
        [
            samples.contact[rows, hand],
            samples.phase[rows, hand],
            samples.tool[rows, hand],
            samples.segment[rows, hand],
            seen,
        ]
    )
    return HandTrack(
        contact=pack(contact, CONTACT_STEPS, differences=2), state=pack(state.astype(float), 1.0)
    )


def _block(
    performance: Performance, block: Block, units: Int[np.ndarray, " c"], *, way: tuple[int, ...]
) -> BlockInfo:
    samples = performance.samples
    start, stop = block.start, min(block.stop, len(samples) - 1)
    used = samples.tool[block.start : block.stop][samples.contact[block.start : block.stop]]
    used = used[used >= 0]
    tool = TOOLS[np.bincount(used).argmax()] if len(used) else ""
    regions = [
        s.region for s in performance.segments if s.region and s.start < block.stop and s.stop > block.start
    ]
    return BlockInfo(
        start=float(samples.time[start]),
        stop=float(samples.time[stop]),
        movement=block.movement,
        caption=block.caption,
        span=_span(block.span, units),
        posture=block.posture,
        station=station_info(block.station),
        kind=block.kind,
        tempo_range=block.tempo_range,
        force_range=block.force_range,
        repeatable=block.repeatable,
        skippable=block.skippable,
        repeat_from=block.repeat_from,
        tool=tool,
        region=regions[0] if regions else "",
        way=way,
    )


def _segment(performance: Performance, segment: Segment, units: Int[np.ndarray, " c"]) -> SegmentInfo:
    time = performance.samples.time
    return SegmentInfo(
        hands=segment.hands,
        technique=segment.technique,
        caption=segment.caption,
        span=_span(segment.span, units),
        start=float(time[segment.start]),
        stop=float(time[min(segment.stop, len(time) - 1)]),
        force_ceiling=segment.force_ceiling,
    )


def _tool(name: str, radius: float) -> ToolInfo:
    light, medium, firm = (limits.working_force(name, word) for word in ("light", "medium", "firm"))
    return ToolInfo(name=name, levels=(light, medium, firm), radius=radius)


def _code_units(text: str) -> Int[np.ndarray, " c"]:
    """Where each code point of a text begins when it is counted in UTF-16 code units."""
    wide = np.fromiter((1 + (ord(letter) > 0xFFFF) for letter in text), dtype=int, count=len(text))
    return np.concatenate([[0], np.cumsum(wide)])


def _span(span: tuple[int, int], units: Int[np.ndarray, " c"]) -> tuple[int, int]:
    last = len(units) - 1
    return int(units[min(max(span[0], 0), last)]), int(units[min(max(span[1], 0), last)])
