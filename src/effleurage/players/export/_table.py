"""The table of a performance: one row per sample and hand, in order of time, then hand."""

from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int, Shaped

from effleurage.performance import HANDS, PHASES, TOOLS, Performance
from effleurage.players.export._pressure import pressure

NONE = ""
"""The name of no tool and no chart."""


@final
@dataclass(frozen=True, kw_only=True)
class Names:
    """A column of names: for each row an index into `words`."""

    index: Int[np.ndarray, " n"]
    words: tuple[str, ...]


Column = Names | Shaped[np.ndarray, " n"]
Table = dict[str, Column]
"""Columns by name, in order: floats (NaN where unknown), integers, booleans and names."""

COLUMNS = {
    "time_s": "time from the beginning",
    "hand": "the giver's hand: left or right",
    "phase": "air, place, stroke, hold, return or transfer",
    "tool": "the part of the hand or forearm; empty for none",
    "contact": "whether the tool touches the skin: true or false",
    "chart": "the chart that along and across belong to; empty on a part without one",
    "along": "chart coordinate u: on the back 0 at the gluteal fold, 1 at the base of the skull",
    "across": "chart coordinate v: on the back 0 on the spine, 1 on the left edge, -1 on the right",
    "x_m": "centre of the contact patch, toward the head",
    "y_m": "centre of the contact patch, toward the receiver's left",
    "z_m": "centre of the contact patch, up from the table",
    "qw": "orientation, scalar part: z out of the skin, x along the tool",
    "qx": "orientation, x part",
    "qy": "orientation, y part",
    "qz": "orientation, z part",
    "force_n": "normal force; for grip the squeeze of each pad",
    "pressure_kpa": "force over the area of the tool's footprint",
    "posture": "how the receiver lies; positions are on the skin of this posture",
    "station": "where the giver is: side_left, side_right, head or hips",
    "movement": "index of the movement, from 0; a transfer carries the one that follows",
    "stroke": "running number of the stroke in the routine; -1 for a transfer or a change of posture",
    "repeat": "number of the pass, from 0",
    "span_start": "where the words begin that caused it, in code points of the article",
    "span_end": "where those words end, exclusive",
}
"""What each column holds, in order; units are in the names."""


def table(performance: Performance) -> Table:
    """Flatten a performance.

    Args:
        performance: What to flatten; t samples.

    Returns:
        Columns of 2 t rows. `stroke` is −1 for a transfer and a change of posture. Pressure is the
        force over the area of the tool's footprint, in [kPa].
    """
    samples = performance.samples
    count = len(samples)
    block = np.repeat(performance.block_of(), 2)
    segments = performance.segments
    spans = np.array([segment.span for segment in segments])
    segment = samples.segment.ravel()
    columns: Table = {
        "time_s": np.repeat(samples.time, 2),
        "hand": Names(index=np.tile(np.arange(2), count), words=HANDS),
        "phase": Names(index=samples.phase.ravel(), words=PHASES),
        "tool": _optional(samples.tool, TOOLS),
        "contact": samples.contact.ravel(),
        "chart": _optional(samples.chart, performance.charts),
        "along": samples.along.ravel(),
        "across": samples.across.ravel(),
        **_parts(samples.position, ("x_m", "y_m", "z_m")),
        **_parts(samples.orientation, ("qw", "qx", "qy", "qz")),
        "force_n": samples.force.ravel(),
        "pressure_kpa": pressure(samples.force, samples.tool).ravel(),
        "posture": _shared([part.posture for part in performance.blocks], block),
        "station": _shared([part.station.where for part in performance.blocks], block),
        "movement": np.array([part.movement for part in segments])[segment],
        "stroke": np.array([part.stroke for part in segments])[segment],
        "repeat": np.array([part.repeat for part in segments])[segment],
        "span_start": spans[segment, 0],
        "span_end": spans[segment, 1],
    }
    assert tuple(columns) == tuple(COLUMNS)
    return columns


def _parts(array: Float[np.ndarray, "t 2 k"], names: tuple[str, ...]) -> Table:
    """One column per component."""
    return dict(zip(names, array.reshape(-1, len(names)).T, strict=True))


def _optional(index: Int[np.ndarray, "t 2"], words: tuple[str, ...]) -> Names:
    """Names where −1 is none."""
    return Names(index=index.ravel() + 1, words=(NONE, *words))


def _shared(words: list[str], index: Int[np.ndarray, " n"]) -> Names:
    """Names of parts, each word once."""
    unique, inverse = np.unique(np.array(words), return_inverse=True)
    return Names(index=inverse[index], words=tuple(str(word) for word in unique))
