"""A real browser: found on the machine, or fetched, or told in one line what is missing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Playwright

FLAGS = [
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def launch(playwright: Playwright) -> Browser:
    """Chromium: the one that ``EFFLEURAGE_BROWSER`` names, playwright's own, or the system's."""
    flags = FLAGS + (["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])
    named = os.environ.get("EFFLEURAGE_BROWSER")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    own = Path(playwright.chromium.executable_path)
    if not named and not own.exists() and found is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    try:
        return playwright.chromium.launch(
            executable_path=None if not named and own.exists() else found, args=flags
        )
    except Error as error:
        pytest.fail(f"no browser: install chromium, or name one in EFFLEURAGE_BROWSER ({error.message[:80]})")
