"""The arrays of a performance: their kinds and shapes, checked before anything is built of them."""

from collections.abc import Iterator, Mapping

import numpy as np

from effleurage.performance._samples import FINGER_SHAPES

COLUMNS: dict[str, tuple[str, tuple[int, ...]]] = {
    "time": ("f", ()),
    "position": ("f", (2, 3)),
    "orientation": ("f", (2, 4)),
    "elbow": ("f", (2, 3)),
    "chart": ("i", (2,)),
    "along": ("f", (2,)),
    "across": ("f", (2,)),
    "force": ("f", (2,)),
    "contact": ("b", (2,)),
    "phase": ("i", (2,)),
    "tool": ("i", (2,)),
    "segment": ("i", (2,)),
    "fingers": ("f", (2, len(FINGER_SHAPES))),
}
"""NumPy kind and shape past the time axis of every array of `Samples`."""

_KINDS = {"f": "floats", "i": "integers", "b": "booleans"}


def column_problems(arrays: Mapping[str, np.ndarray]) -> Iterator[str]:
    """What is wrong with the kinds and shapes of the arrays, in words.

    Args:
        arrays: One array per field of `Samples`.

    Yields:
        One sentence per problem.
    """
    missing = [name for name in COLUMNS if name not in arrays]
    if missing:
        yield f"the arrays {', '.join(missing)} are missing"
        return
    length = np.shape(arrays["time"])[0] if np.ndim(arrays["time"]) else 0
    for name, (kind, tail) in COLUMNS.items():
        array = arrays[name]
        if array.dtype.kind != kind:
            yield f"{name} holds {array.dtype}, expected {_KINDS[kind]}"
        if array.shape != (length, *tail):
            yield f"{name} has the shape {array.shape}, expected {(length, *tail)}"
