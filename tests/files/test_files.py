"""Inputs and outputs: whole or not at all, and one clear line when not."""

import contextlib
import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effleurage.errors import InputError, UsageError
from effleurage.files import atomic_write, read_text, write_bytes, write_text


def half_written(target, error):
    """A writer that fails in the middle."""
    with atomic_write(target) as temporary:
        temporary.write_text("half")
        raise error


def test_an_output_is_written_under_its_name(tmp_path):
    """What was written in the block is the file, with nothing beside it."""
    target = tmp_path / "out.csv"
    write_text(target, "a,b\r\n")
    assert target.read_bytes() == b"a,b\r\n"
    assert os.listdir(tmp_path) == ["out.csv"]


def test_the_temporary_name_keeps_the_suffix(tmp_path):
    """Writers that choose a format by the suffix see the right one."""
    with atomic_write(tmp_path / "film.mp4") as temporary:
        assert temporary.suffix == ".mp4"
        temporary.write_bytes(b"x")


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path):
    """An error in the middle of writing keeps what was there."""
    target = tmp_path / "out.txt"
    target.write_text("old")
    with pytest.raises(RuntimeError, match="in the middle"):
        half_written(target, RuntimeError("in the middle"))
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["out.txt"]


def test_a_full_disk_is_a_usage_error(tmp_path):
    """What the system refuses while writing becomes one line and leaves nothing."""
    with pytest.raises(UsageError, match=r"cannot write .*out\.txt: No space left"):
        half_written(tmp_path / "out.txt", OSError(28, "No space left on device"))
    assert os.listdir(tmp_path) == []


def test_an_error_about_another_file_passes_through(tmp_path):
    """Only the output's own troubles are told as such."""
    with pytest.raises(FileNotFoundError), atomic_write(tmp_path / "out.txt"):
        (tmp_path / "elsewhere.txt").read_text()


def test_a_folder_is_no_output(tmp_path):
    """The message says that it is a folder."""
    with pytest.raises(UsageError, match="it is a folder"):
        write_text(tmp_path, "x")


def test_a_missing_folder_is_named(tmp_path):
    """The message names the folder that is not there."""
    with pytest.raises(UsageError, match=r"there is no folder .*missing"):
        write_text(tmp_path / "missing" / "x.txt", "x")


def test_a_device_is_written_to_and_stays_a_device():
    """A rename over a device would destroy it."""
    write_bytes("/dev/null", b"x")
    assert not Path("/dev/null").is_file()
    assert Path("/dev/null").exists()


def test_a_link_stays_a_link(tmp_path):
    """The file behind a link is replaced, and the link kept."""
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_text(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


@given(text=st.text(min_size=1).filter(lambda t: t.strip() and "\0" not in t and not t.startswith("\ufeff")))
def test_reading_returns_what_was_written(tmp_path_factory, text):
    """Code points and newlines come back as they were."""
    path = tmp_path_factory.mktemp("text") / "article.txt"
    write_text(path, text)
    assert read_text(path) == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_dropped(tmp_path, encoding):
    """Spans begin at the first letter."""
    (tmp_path / "a.txt").write_bytes("Rub.\r\nUp".encode(encoding))
    assert read_text(tmp_path / "a.txt") == "Rub.\r\nUp"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a binary file"),
        (b"a\x00b", "a binary file"),
        (b"caf\xe9 au lait", r"not UTF-8 text \(byte 3\)"),
        (b"a" * 5_000_001, "longer than 5 MB"),
    ],
)
def test_what_is_no_text_is_told_in_one_line(tmp_path, data, problem):
    """The message names the file and what is wrong with it."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=rf"a\.txt: {problem}") as caught:
        read_text(path)
    assert "\n" not in str(caught.value)


def test_missing_and_folder_are_told_apart(tmp_path):
    """Each has its own words."""
    with pytest.raises(InputError, match="no such file"):
        read_text(tmp_path / "none.txt")
    with pytest.raises(InputError, match="this is a folder"):
        read_text(tmp_path)


def test_a_dash_is_standard_input(monkeypatch):
    """A piped article is read like a file."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"Rub the back.")))
    assert read_text("-") == "Rub the back."


@given(data=st.binary(max_size=300))
def test_any_bytes_give_text_or_an_error_of_ours(tmp_path_factory, data):
    """No traceback, whatever the file holds."""
    path = tmp_path_factory.mktemp("bytes") / "a"
    path.write_bytes(data)
    with contextlib.suppress(InputError):
        assert read_text(path).strip()
