"""What is remembered between sessions: receivers, what they like, and what was done.

One SQLite file in the user's own data folder. Nothing leaves the machine; one command exports
everything and one deletes it.
"""

import contextlib
import json
import os
import sqlite3
from collections.abc import Generator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, final

from effleurage.errors import InputError

SCHEMA = """
CREATE TABLE IF NOT EXISTS receiver (
    name TEXT PRIMARY KEY COLLATE NOCASE, height REAL NOT NULL, weight REAL NOT NULL,
    sex TEXT NOT NULL, age REAL NOT NULL, preferences TEXT NOT NULL DEFAULT '{}'
);
CREATE TABLE IF NOT EXISTS sitting (
    id INTEGER PRIMARY KEY, began TEXT NOT NULL, receiver TEXT COLLATE NOCASE, routine TEXT NOT NULL,
    minutes REAL NOT NULL, done TEXT NOT NULL, word TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS running (
    id INTEGER PRIMARY KEY CHECK (id = 1), setup TEXT NOT NULL, state TEXT NOT NULL, saved TEXT NOT NULL
);
PRAGMA user_version = 1;
"""
VERSION = 1


@final
@dataclass(frozen=True, kw_only=True)
class Receiver:
    """Somebody who receives, as remembered.

    Attributes:
        name: What the giver calls them.
        height: In [m].
        weight: In [kg].
        sex: ``female`` or ``male``.
        age: In years.
        preferences: What they like, as the page keeps it (pressure, places to avoid, …).
    """

    name: str
    height: float
    weight: float
    sex: str
    age: float
    preferences: dict[str, object] = field(default_factory=dict)


@final
@dataclass(frozen=True, kw_only=True)
class Sitting:
    """One session that took place.

    Attributes:
        began: When it began, ISO 8601.
        receiver: The receiver's name, or None.
        routine: The routine's title.
        minutes: How long it lasted, in [min].
        done: The movements that were done, in order.
        word: What the receiver said afterwards.
    """

    began: str
    receiver: str | None
    routine: str
    minutes: float
    done: tuple[str, ...]
    word: str = ""


def _receiver(row: sqlite3.Row) -> Receiver:
    return Receiver(
        name=row["name"],
        height=row["height"],
        weight=row["weight"],
        sex=row["sex"],
        age=row["age"],
        preferences=json.loads(row["preferences"]),
    )


def _sitting(row: sqlite3.Row) -> Sitting:
    return Sitting(
        began=row["began"],
        receiver=row["receiver"],
        routine=row["routine"],
        minutes=row["minutes"],
        done=tuple(json.loads(row["done"])),
        word=row["word"],
    )


def default_path() -> Path:
    """The file in the user's data folder; ``EFFLEURAGE_DATA`` names another folder."""
    import platformdirs

    folder = os.environ.get("EFFLEURAGE_DATA") or platformdirs.user_data_dir("effleurage", appauthor=False)
    return Path(folder) / "memory.sqlite3"


@final
class Memory:
    """The file of receivers and sittings.

    Args:
        path: Where it is; made when it is first written to.

    Raises:
        InputError: If the file is there and is no memory, or is of a later version.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = default_path() if path is None else path

    @contextlib.contextmanager
    def _open(self) -> Generator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            link = sqlite3.connect(self.path, timeout=5)
        except (OSError, sqlite3.Error) as error:
            raise InputError(str(self.path), f"cannot be opened: {error}") from error
        try:
            link.row_factory = sqlite3.Row
            if link.execute("PRAGMA user_version").fetchone()[0] > VERSION:
                raise InputError(str(self.path), "was written by a later version", hint="update effleurage")
            link.executescript(SCHEMA)
            with link:
                yield link
        except sqlite3.DatabaseError as error:
            hint = "move it away, or `effleurage history --delete`"
            raise InputError(str(self.path), f"is not a session history: {error}", hint=hint) from error
        finally:
            link.close()

    def receivers(self) -> tuple[Receiver, ...]:
        """Everybody who is remembered, by name."""
        with self._open() as link:
            rows = link.execute("SELECT * FROM receiver ORDER BY name").fetchall()
        return tuple(_receiver(row) for row in rows)

    def remember(self, receiver: Receiver) -> None:
        """Remember a receiver; the newest word about them stands."""
        row = {**asdict(receiver), "preferences": json.dumps(receiver.preferences)}
        with self._open() as link:
            link.execute(
                "INSERT OR REPLACE INTO receiver VALUES (:name, :height, :weight, :sex, :age, :preferences)",
                row,
            )

    def forget(self, name: str) -> None:
        """Forget a receiver and their sittings."""
        with self._open() as link:
            link.execute("DELETE FROM receiver WHERE name = ?", (name,))
            link.execute("DELETE FROM sitting WHERE receiver = ?", (name,))

    def sittings(self) -> tuple[Sitting, ...]:
        """All sittings, the latest first."""
        with self._open() as link:
            rows = link.execute("SELECT * FROM sitting ORDER BY began DESC, id DESC").fetchall()
        return tuple(_sitting(row) for row in rows)

    def record(self, sitting: Sitting) -> None:
        """Add a sitting; the one that was running is over."""
        row = {**asdict(sitting), "done": json.dumps(sitting.done)}
        with self._open() as link:
            link.execute(
                "INSERT INTO sitting (began, receiver, routine, minutes, done, word)"
                " VALUES (:began, :receiver, :routine, :minutes, :done, :word)",
                row,
            )
            link.execute("DELETE FROM running")

    def running(self) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """How the interrupted session was set up and where it stood, or None."""
        with self._open() as link:
            row = link.execute("SELECT setup, state FROM running").fetchone()
        return None if row is None else (json.loads(row["setup"]), json.loads(row["state"]))

    def keep_running(self, setup: dict[str, object], state: dict[str, object], *, now: str) -> None:
        """Keep where the session stands, so that a killed page or server resumes there."""
        with self._open() as link:
            link.execute(
                "INSERT OR REPLACE INTO running VALUES (1, ?, ?, ?)",
                (json.dumps(setup), json.dumps(state), now),
            )

    def end_running(self) -> None:
        """The session is over, or was given up."""
        with self._open() as link:
            link.execute("DELETE FROM running")

    def export(self) -> dict[str, object]:
        """Everything that is remembered, as plain values for JSON."""
        return {
            "receivers": [asdict(receiver) for receiver in self.receivers()],
            "sittings": [asdict(sitting) for sitting in self.sittings()],
        }

    def delete(self) -> bool:
        """Delete everything; True if there was something."""
        there = self.path.exists()
        for tail in ("", "-wal", "-shm", "-journal"):
            self.path.with_name(self.path.name + tail).unlink(missing_ok=True)
        return there
