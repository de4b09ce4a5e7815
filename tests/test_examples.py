"""The examples and every snippet of the documents do what they show."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("[0-9][0-9]_*.py"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
ELLIPSIS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

CONSOLE = [
    pytest.param(body, id=f"{page.name}: {body.strip().splitlines()[0][:60]}")
    for page in PAGES
    for language, body in FENCE.findall(page.read_text(encoding="utf-8"))
    if language == "console"
]


def test_there_are_examples():
    """The gallery is not empty, and is numbered without gaps."""
    assert [int(path.name[:2]) for path in EXAMPLES] == list(range(len(EXAMPLES)))
    assert len(EXAMPLES) >= 4


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_runs(example: Path, tmp_path: Path):
    """An example runs in an empty folder, is short, and says in its first line what it shows."""
    source = example.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 60
    assert source.startswith('"""')
    done = subprocess.run(
        [sys.executable, "-W", "error", str(example)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_the_python_snippets_of_a_page_are_true(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What a page shows after `>>>` is what comes out."""
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    snippets = "\n".join(body for language, body in FENCE.findall(text) if language == "python")
    test = doctest.DocTestParser().get_doctest(snippets, {}, page.name, str(page), 0)
    runner = doctest.DocTestRunner(optionflags=ELLIPSIS)
    runner.run(test)
    assert runner.summarize(verbose=False).failed == 0


@pytest.mark.parametrize("body", CONSOLE)
def test_the_commands_of_a_page_are_true(body: str, tmp_path: Path):
    """What a page shows after `$` runs, and prints what stands below it."""
    env = {**os.environ, "COLUMNS": "100"}
    for part in re.split(r"^\$ ", body, flags=re.M)[1:]:
        command, _, shown = part.partition("\n")
        words = shlex.split(command)
        assert words[0] == "effleurage", command
        done = subprocess.run(
            [sys.executable, "-m", *words], cwd=tmp_path, capture_output=True, text=True, timeout=300, env=env
        )
        assert done.returncode == 0, done.stderr
        if shown.strip():
            matches = doctest.OutputChecker().check_output(shown, done.stdout, ELLIPSIS)
            assert matches, f"{command}\nshown:\n{shown}\ncame:\n{done.stdout}"
