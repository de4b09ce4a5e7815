"""Outputs: written under a temporary name beside the target, then renamed."""

import contextlib
import os
import secrets
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path

from effleurage.errors import UsageError


@contextlib.contextmanager
def atomic_write(path: str | os.PathLike[str]) -> Generator[Path]:
    """Lend a temporary path; what was written there becomes `path` when the block ends well.

    The temporary name keeps the suffix, since some writers choose a format by it. An existing
    file stays untouched until the new one is whole. A device (``/dev/stdout``) receives a copy.

    Args:
        path: Where the output shall be.

    Yields:
        A path to write to, in any way; it does not exist yet.

    Raises:
        UsageError: If the output cannot be written there; nothing is left behind.
    """
    target = _resolved(path)
    is_device = target.exists() and not target.is_file()
    folder = Path(tempfile.gettempdir()) if is_device else target.parent
    temporary = folder / f".{target.stem[:100]}-{secrets.token_hex(6)}{target.suffix}"
    try:
        with _explained(path, temporary):
            yield temporary
            if is_device:
                with temporary.open("rb") as source, target.open("wb") as sink:
                    shutil.copyfileobj(source, sink)
            else:
                if target.exists():
                    shutil.copymode(target, temporary)
                temporary.replace(target)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Write a text as UTF-8, newlines as they are; see `atomic_write`."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Write bytes; see `atomic_write`."""
    with atomic_write(path) as temporary:
        temporary.write_bytes(data)


def _resolved(path: str | os.PathLike[str]) -> Path:
    """The file behind links, when a file may be there at all."""
    try:
        target = Path(path).expanduser().resolve()
        is_folder, has_parent = target.is_dir(), target.parent.is_dir()
    except (OSError, ValueError, RuntimeError) as error:
        raise UsageError(f"cannot write {os.fspath(path)!r}: {error}") from error
    if is_folder:
        raise UsageError(f"cannot write {os.fspath(path)}: it is a folder", hint="give a file name in it")
    if not has_parent:
        raise UsageError(
            f"cannot write {os.fspath(path)}: there is no folder {target.parent}",
            hint="create it first, or choose another place",
        )
    return target


@contextlib.contextmanager
def _explained(path: str | os.PathLike[str], temporary: Path) -> Generator[None]:
    """Turn what the system refuses about the output, and only that, into a usage error."""
    try:
        yield
    except OSError as error:
        of_output = error.filename is None or os.fspath(error.filename) in (
            os.fspath(temporary),
            os.fspath(path),
        )
        if not of_output:
            raise
        reason = error.strerror or str(error)
        raise UsageError(
            f"cannot write {os.fspath(path)}: {reason}", hint="choose another place, or free some room"
        ) from error
