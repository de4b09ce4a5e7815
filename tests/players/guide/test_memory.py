"""What is remembered between sessions stays, is shown, exported and deleted."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from effleurage.cli.history import command
from effleurage.errors import InputError
from effleurage.players.guide import Memory, Receiver, Sitting

MARC = Receiver(name="Marc", height=1.83, weight=82, sex="male", age=41, preferences={"pressure": "light"})
EVENING = Sitting(
    began="2026-11-22T20:15:00",
    receiver="Marc",
    routine="A back massage",
    minutes=21.5,
    done=("Fans", "Neck"),
)


def test_what_is_remembered_comes_back(tmp_path: Path):
    """Receivers and sittings survive the process that wrote them."""
    Memory(tmp_path / "m.sqlite3").remember(MARC)
    Memory(tmp_path / "m.sqlite3").record(EVENING)
    again = Memory(tmp_path / "m.sqlite3")
    assert again.receivers() == (MARC,)
    assert again.sittings() == (EVENING,)


def test_the_newest_word_about_a_receiver_stands(tmp_path: Path):
    """Names are compared without regard to case, and a change replaces what was known."""
    memory = Memory(tmp_path / "m.sqlite3")
    memory.remember(MARC)
    memory.remember(Receiver(name="marc", height=1.83, weight=80, sex="male", age=42))
    assert [receiver.weight for receiver in memory.receivers()] == [80]


def test_a_running_session_is_kept_until_it_is_over(tmp_path: Path):
    """A killed server resumes where it was; a recorded sitting ends the running one."""
    memory = Memory(tmp_path / "m.sqlite3")
    assert memory.running() is None
    memory.keep_running({"routine": "back"}, {"block": 7, "t": 3.5}, now="2026-11-22T20:20:00")
    memory.keep_running({"routine": "back"}, {"block": 9, "t": 0.5}, now="2026-11-22T20:21:00")
    assert Memory(memory.path).running() == ({"routine": "back"}, {"block": 9, "t": 0.5})
    memory.record(EVENING)
    assert memory.running() is None


def test_forgetting_somebody_forgets_their_sittings(tmp_path: Path):
    """Nothing of a forgotten receiver is left."""
    memory = Memory(tmp_path / "m.sqlite3")
    memory.remember(MARC)
    memory.record(EVENING)
    memory.forget("Marc")
    assert memory.export() == {"receivers": [], "sittings": []}


def test_a_foreign_file_is_named(tmp_path: Path):
    """A file that is no memory is not overwritten."""
    path = tmp_path / "m.sqlite3"
    path.write_bytes(b"this is not a database, it is a letter, and a long one at that" * 20)
    with pytest.raises(InputError, match=r"m\.sqlite3: is not a session history"):
        Memory(path).receivers()
    assert path.read_bytes().startswith(b"this is not")


def test_a_later_version_is_left_alone(tmp_path: Path):
    """A file of a later version is not touched."""
    import sqlite3

    path = tmp_path / "m.sqlite3"
    link = sqlite3.connect(path)
    link.execute("PRAGMA user_version = 99")
    link.commit()
    link.close()
    with pytest.raises(InputError, match="later version"):
        Memory(path).sittings()


def test_one_command_exports_and_one_deletes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """`effleurage history` shows, `--export` writes all of it, `--delete` leaves nothing."""
    monkeypatch.setenv("EFFLEURAGE_DATA", str(tmp_path / "data"))
    run = CliRunner().invoke
    assert "no session yet" in run(command).output
    Memory().remember(MARC)
    Memory().record(EVENING)
    assert "A back massage" in run(command).output
    run(command, ["--export", str(tmp_path / "all.json")], catch_exceptions=False)
    everything = json.loads((tmp_path / "all.json").read_text())
    assert [sitting["routine"] for sitting in everything["sittings"]] == ["A back massage"]
    assert "deleted" in run(command, ["--delete"]).output
    assert not list((tmp_path / "data").iterdir())
