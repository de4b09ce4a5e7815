"""The lossless file: one array per field of the samples, and one JSON header for the rest.

The file is an ordinary ``.npz``; nothing in it is pickled, so loading a foreign one runs no code.
"""

import json
import os
import warnings
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, BinaryIO, final

import numpy as np

from effleurage.errors import InputError
from effleurage.files import atomic_write
from effleurage.performance._columns import COLUMNS, column_problems
from effleurage.performance._json import decode, encode
from effleurage.performance._performance import Performance, Person
from effleurage.performance._samples import FINGER_SHAPES, HANDS, PHASES, TOOLS, Samples
from effleurage.performance._segments import Block, Segment
from effleurage.performance._validate import validate

FORMAT = "effleurage performance"
VERSION = 1
"""Version of the file format; it grows when an older reader would misread a newer file."""

_HEADER = "header"
_AGAIN = "write it again with: effleurage plan ARTICLE -o NAME.npz"


@final
@dataclass(frozen=True, kw_only=True)
class _Header:
    """What the file holds beside the arrays; the vocabularies are there for other programs."""

    format: str
    version: int
    hands: tuple[str, ...]
    phases: tuple[str, ...]
    tools: tuple[str, ...]
    finger_shapes: tuple[str, ...]
    title: str | None
    movements: tuple[str | None, ...]
    text: str
    person: Person
    charts: tuple[str, ...]
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]
    notes: tuple[tuple[int, str, str], ...]
    dropped: tuple[str, ...]


_WORDS: dict[str, Any] = {"hands": HANDS, "phases": PHASES, "tools": TOOLS, "finger_shapes": FINGER_SHAPES}
_OWN = tuple(field.name for field in fields(Performance) if field.name != "samples")


def save(performance: Performance, path: str | os.PathLike[str]) -> None:
    """Write a performance so that `load` gives it back bit by bit.

    Args:
        performance: A valid performance.
        path: The file, by custom ``NAME.npz``.

    Raises:
        InputError: If the performance contradicts itself.
        UsageError: If the file cannot be written there.
    """
    validate(performance)
    header = _Header(
        format=FORMAT, version=VERSION, **_WORDS, **{name: getattr(performance, name) for name in _OWN}
    )
    words = json.dumps(encode(header), allow_nan=False).encode("ascii")
    arrays = {name: getattr(performance.samples, name) for name in COLUMNS}
    with atomic_write(path) as temporary, temporary.open("wb") as file:
        np.savez_compressed(file, header=np.frombuffer(words, np.uint8), **arrays)


def load(path: str | os.PathLike[str]) -> Performance:
    """Read a performance that `save` wrote.

    Args:
        path: The file.

    Returns:
        The performance, valid.

    Raises:
        InputError: If the file is missing, foreign, damaged, of a newer version or contradictory.
    """
    name = os.fspath(path)
    arrays = _arrays(name)
    header = _header(name, arrays.pop(_HEADER))
    for problem in column_problems(arrays):
        raise InputError(name, problem, hint=_AGAIN)
    samples = Samples(**{column: arrays[column] for column in COLUMNS})
    performance = Performance(samples=samples, **{own: getattr(header, own) for own in _OWN})
    validate(performance, source=name)
    return performance


def _arrays(name: str) -> dict[str, np.ndarray]:
    """Every array of the file, still unchecked."""
    try:
        with Path(name).open("rb") as file:
            start = file.read(4)
            file.seek(0)
            arrays = _unpacked(name, file) if start == b"PK\x03\x04" else {}
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(name, f"cannot be read: {reason}", hint="check the name") from error
    if not start:
        raise InputError(name, "empty", hint="expected an .npz that effleurage plan wrote")
    if _HEADER not in arrays:
        raise InputError(name, "not a performance", hint="expected an .npz that effleurage plan wrote")
    return arrays


def _unpacked(name: str, file: BinaryIO) -> dict[str, np.ndarray]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with np.load(file, allow_pickle=False) as archive:
                found = {key: archive[key] for key in (_HEADER, *COLUMNS) if key in archive.files}
    # A damaged archive fails in any layer of three libraries, each with errors of its own.
    except Exception as error:
        raise InputError(name, "damaged, so that it cannot be unpacked", hint=_AGAIN) from error
    # What does not begin as an array comes back as bytes.
    for key, value in found.items():
        if not isinstance(value, np.ndarray):
            raise InputError(name, f"damaged in {key}", hint=_AGAIN)
    return found


def _header(name: str, data: np.ndarray) -> _Header:
    """The header, checked for what it is before what it says."""
    try:
        value: Any = json.loads(data.tobytes())
    except (ValueError, RecursionError) as error:
        raise InputError(name, "its header is damaged", hint=_AGAIN) from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise InputError(name, "not a performance", hint="expected an .npz that effleurage plan wrote")
    if value.get("version") != VERSION:
        problem = f"of file version {value.get('version')!r}, this program reads {VERSION}"
        raise InputError(name, problem, hint=_AGAIN)
    try:
        header = decode(_Header, value)
    except ValueError as error:
        raise InputError(name, str(error), hint=_AGAIN) from error
    for words, expected in _WORDS.items():
        if getattr(header, words) != expected:
            raise InputError(name, f"its {words} are other ones than this program's", hint=_AGAIN)
    return header
