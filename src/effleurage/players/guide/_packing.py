"""Arrays as short text: steps, differences, zig-zag, byte planes, gzip, base 64."""

import base64
import gzip
from collections.abc import Sequence

import numpy as np
from jaxtyping import Float

from effleurage.players.guide._schema import Packed


def pack(values: Float[np.ndarray, "n c"], steps: float | Sequence[float], *, differences: int = 1) -> Packed:
    """Pack an array; the error is at most half a step.

    Args:
        values: Finite numbers.
        steps: Size of one unit, for all channels or for each.
        differences: How often to take differences down each channel: 2 is shorter for smooth motion.

    Returns:
        The packed array.
    """
    count, channels = values.shape
    step = np.broadcast_to(np.asarray(steps, dtype=float), (channels,))
    units = np.rint(values / step).astype(np.int64)
    change = np.diff(units, n=differences, axis=0, prepend=np.zeros((differences, channels), np.int64))
    zigzag = (change << 1) ^ (change >> 63)
    width = 2 if zigzag.size == 0 or zigzag.max() < 1 << 16 else 4
    planes = zigzag.astype(f"<u{width}").T.copy().view(np.uint8).reshape(channels, count, width)
    text = base64.b64encode(gzip.compress(planes.transpose(0, 2, 1).tobytes(), 9, mtime=0)).decode()
    return Packed(
        count=count, steps=tuple(float(s) for s in step), bytes=width, differences=differences, data=text
    )


def unpack(packed: Packed) -> Float[np.ndarray, "n c"]:
    """What `pack` packed, to half a step."""
    channels = len(packed.steps)
    raw = np.frombuffer(gzip.decompress(base64.b64decode(packed.data)), np.uint8)
    planes = raw.reshape(channels, packed.bytes, packed.count).transpose(0, 2, 1).copy()
    zigzag = planes.reshape(channels, -1).view(f"<u{packed.bytes}").astype(np.int64)
    units = (zigzag >> 1) ^ -(zigzag & 1)
    for _ in range(packed.differences):
        units = np.cumsum(units, axis=1)
    return units.T * np.asarray(packed.steps)
