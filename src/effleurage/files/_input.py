"""Inputs: a text as its reader must see it, or one line about why not."""

import codecs
import os
import sys
from io import BufferedIOBase
from pathlib import Path
from typing import BinaryIO

from effleurage.errors import InputError

LARGEST_TEXT = 5_000_000
"""Largest text that is read, in [B]; the longest article known to us has a hundredth of it."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_text(path: str | os.PathLike[str], *, largest: int = LARGEST_TEXT) -> str:
    """Read an article, so that spans count its code points.

    A byte order mark is dropped and newlines stay as they are. Text is UTF-8, or UTF-16 if it
    begins with that mark.

    Args:
        path: A file, or ``-`` for standard input.
        largest: Largest size that is accepted, in [B].

    Returns:
        The decoded text.

    Raises:
        InputError: If it is missing, a folder, unreadable, too large, binary, not UTF-8 or empty.
    """
    if os.fspath(path) == "-":
        return _decoded("standard input", _limited("standard input", sys.stdin.buffer, largest))
    name = os.fspath(path)
    try:
        with Path(path).expanduser().open("rb") as file:
            return _decoded(name, _limited(name, file, largest))
    except FileNotFoundError as error:
        raise InputError(name, "no such file", hint="check the name, or give - for standard input") from error
    except IsADirectoryError as error:
        raise InputError(name, "this is a folder", hint="give a text file in it") from error
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(name, f"cannot be read: {reason}", hint="give a readable text file") from error


def _limited(name: str, file: BufferedIOBase | BinaryIO, largest: int) -> bytes:
    data = file.read(largest + 1)
    if len(data) > largest:
        raise InputError(name, f"longer than {largest / 1e6:g} MB", hint="give one article, as text")
    return data


def _decoded(name: str, data: bytes) -> str:
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    try:
        text = data.removeprefix(mark).decode(encoding)
    except UnicodeDecodeError as error:
        problem = "a binary file" if b"\0" in data else f"not UTF-8 text (byte {error.start})"
        raise InputError(name, problem, hint="save the article as UTF-8 text") from error
    if "\0" in text:
        raise InputError(name, "a binary file", hint="save the article as UTF-8 text")
    if not text.strip():
        raise InputError(name, "empty", hint="give an article with at least one sentence")
    return text
