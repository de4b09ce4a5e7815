"""The page: the built file with a session put into it, and the policy that a browser keeps it to."""

import base64
import hashlib
import html
import re
from functools import cache
from importlib import resources

from effleurage.errors import UsageError
from effleurage.players.guide._schema import SessionInfo

_SLOT = '<script type="application/json" id="session">null</script>'
_WRITTEN = '<div id="written"></div>'
_HTML = '<html lang="en">'
_HEAD = '<meta charset="utf-8" />'


@cache
def built() -> str:
    """The built page, without a session.

    Raises:
        UsageError: If the package was installed without it.
    """
    path = resources.files("effleurage.players.guide") / "static" / "player.html"
    if not path.is_file():
        raise UsageError(
            "the session's page is missing from this installation",
            hint="it was skipped when the package was built; reinstall without EFF_SKIP_WEB",
        )
    return path.read_text(encoding="utf-8")


def page(session: str, info: SessionInfo, *, live: bool = False) -> str:
    """The page with a session in it.

    Args:
        session: The session as JSON that may stand in a `script` element.
        info: The session, for the written steps.
        live: A server is behind it; else it is one file that keeps to itself.

    Returns:
        HTML that needs nothing else.
    """
    text = built()
    rule = "" if live else f'\n    <meta http-equiv="Content-Security-Policy" content="{policy()}" />'
    if live:
        text = text.replace(_HTML, _HTML.replace(">", " data-live>"), 1)
    return (
        text.replace(_HEAD, _HEAD + rule, 1)
        .replace(_SLOT, _SLOT.replace("null", session), 1)
        .replace(_WRITTEN, _WRITTEN.replace("></", f">{written(info)}</"), 1)
    )


@cache
def policy(connect: str = "'none'") -> str:
    """Content security policy: the page's own script and nothing from anywhere.

    Args:
        connect: What the page may connect to.
    """
    scripts = re.findall(r"<script type=\"module\"[^>]*>(.*?)</script>", built(), re.DOTALL)
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        f"media-src data: blob:; font-src data:; connect-src {connect}; base-uri 'none'; form-action 'none'"
    )


def written(info: SessionInfo) -> str:
    """The steps in words, for where scripts do not run."""
    lines = [f"<h1>{html.escape(info.title or 'A massage')}</h1>"]
    movement, caption = -1, ""
    for block in info.blocks:
        if block.movement != movement:
            movement = block.movement
            title = info.movements[movement] if 0 <= movement < len(info.movements) else None
            lines.append(f"<h2>{html.escape(title or f'Part {movement + 1}')}</h2>")
        if block.kind != "transfer" and block.caption and block.caption != caption:
            caption = block.caption
            lines.append(f"<p>{html.escape(caption)}</p>")
    return "".join(lines)
