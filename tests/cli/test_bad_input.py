"""A user's mistake is one clear line and exit code 2; nothing half-written is left behind."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = "# A back rub\n\n1. Place both hands on the lower back.\n2. Slide up to the shoulders.\n"


def run(*args: str, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    done = subprocess.run(
        [sys.executable, "-m", "effleurage", *args], cwd=cwd, input=stdin, capture_output=True, timeout=120
    )
    return subprocess.CompletedProcess(args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with good and bad files."""
    (tmp_path / "good.md").write_text(ARTICLE)
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "binary.md").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "huge.md").write_bytes(b"Slide both hands up the back. " * (50 * 2**20 // 30))
    (tmp_path / "still.md").write_text("# On rest\n\nThe back carries a lot of strain.\n")
    (tmp_path / "broken.npz").write_bytes(b"PK\x03\x04 this is no archive")
    (tmp_path / "other.npz").write_bytes(b"")
    (tmp_path / "locked").mkdir()
    return tmp_path


CASES = [
    (["read", "nowhere.md"], "nowhere.md"),
    (["read", "empty.md"], "empty.md"),
    (["read", "binary.md"], "binary.md"),
    (["read", "huge.md"], "huge.md"),
    (["read", "."], "."),
    (["read"], "ARTICLE"),
    (["read", "good.md", "--format", "xml"], "xml"),
    (["read", "good.md", "--colour"], "--colour"),
    (["explain", "R9999"], "R9999"),
    (["plan", "still.md", "-o", "x.npz"], "motion"),
    (["plan", "nowhere.md", "-o", "x.npz"], "nowhere.md"),
    (["plan", "good.md", "-o", "x.docx"], ".docx"),
    (["plan", "good.md", "-o", "nowhere/x.npz"], "nowhere"),
    (["plan", "good.md", "-o", "locked"], "locked"),
    (["plan", "good.md", "-o", "x.npz", "--height", "2.6"], "height"),
    (["plan", "good.md", "-o", "x.npz", "--height", "1.6", "--weight", "190"], "weight"),
    (["plan", "good.md", "-o", "x.npz", "--height", "tall"], "tall"),
    (["plan", "good.md", "-o", "x.npz", "--sex", "x"], "sex"),
    (["plan", "good.md", "-o", "x.npz", "--age", "7"], "age"),
    (["plan", "good.md", "-o", "x.npz", "--minutes", "-3"], "minutes"),
    (["plan", "good.md", "-o", "x.npz", "--minutes", "nan"], "minutes"),
    (["plan", "good.md", "-o", "x.npz", "--rate", "0"], "rate"),
    (["body", "--posture", "upside_down", "-o", "x.png"], "upside_down"),
    (["body", "-o", "x.jpeg2000"], ".jpeg2000"),
    (["places", "--posture", "prne"], "prone"),
    (["export", "broken.npz", "-o", "x.csv"], "broken.npz"),
    (["export", "other.npz", "-o", "x.csv"], "other.npz"),
    (["export", "good.md", "-o", "x.csv"], "good.md"),
    (["check", "broken.npz"], "broken.npz"),
    (["give", "nowhere.md", "--no-browser"], "nowhere.md"),
    (["give", "still.md", "--no-browser"], "motion"),
    (["give", "--save", "nowhere/x.html"], "nowhere"),
    (["give", "--port", "99999", "--no-browser"], "99999"),
    (["fly"], "fly"),
]


@pytest.mark.parametrize(("args", "names"), CASES, ids=[" ".join(args) for args, _ in CASES])
def test_a_mistake_gets_one_line_that_names_it(place: Path, args: list[str], names: str):
    """One line on stderr with what was wrong, exit code 2, and no new file."""
    before = sorted(place.rglob("*"))
    done = run(*args, cwd=place)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert done.stderr.startswith("effleurage: ")
    assert names in done.stderr
    assert sorted(place.rglob("*")) == before


def test_a_busy_port_is_named(place: Path):
    """Somebody else's port is not taken, and the line says what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("give", "--port", str(port), "--no-browser", cwd=place)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert str(port) in done.stderr
    assert "--port" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="folders without write permission are a POSIX matter")
def test_an_unwritable_folder_is_named(place: Path):
    """An output that cannot be written is said before any work is lost."""
    target = Path("/proc/x.npz") if os.geteuid() == 0 else place / "locked" / "x.npz"
    (place / "locked").chmod(0o500)
    done = run("plan", "good.md", "-o", str(target), cwd=place)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert target.name in done.stderr or str(target.parent) in done.stderr
