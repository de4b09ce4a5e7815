"""The receiver's remote: a page of five buttons, behind a door of its own.

Its token opens nothing but `/remote`: whoever holds it may ask for softer or firmer, and can neither
see nor change anything else. What it asks is applied by the screen, inside the session's ranges.
"""

import base64
import hashlib
import re
from functools import cache
from importlib import resources
from typing import final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from effleurage.players.guide._guard import Guard
from effleurage.players.guide._live import Exchange, RemoteLine

PATH = "/remote"


@cache
def remote_page() -> str:
    """The remote, whole."""
    return (resources.files("effleurage.players.guide") / "remote.html").read_text(encoding="utf-8")


@cache
def _policy(connect: str) -> str:
    scripts = re.findall(r"<script>(.*?)</script>", remote_page(), re.DOTALL)
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        f"connect-src {connect}; base-uri 'none'; form-action 'none'"
    )


def remote_door(exchange: Exchange, *, token: str, hosts: frozenset[str], scheme: str, connect: str) -> Guard:
    """The remote behind its own door.

    Args:
        exchange: Who is on a line.
        token: The secret of this run's remotes.
        hosts: Values of `Host` that are ours.
        scheme: ``http`` or ``https``.
        connect: What the page may connect to.
    """

    async def show(request: Request) -> Response:
        return HTMLResponse(remote_page())

    routes = [Route(PATH, show, methods=["GET"]), WebSocketRoute(f"{PATH}/live", RemoteLine(exchange))]
    return Guard(
        Starlette(routes=routes),
        token=token,
        hosts=hosts,
        scheme=scheme,
        policy=_policy(connect),
        name="effleurage_remote",
        path=PATH,
    )


@final
class TwoDoors:
    """One wall with two doors: the remote's, and the one for all else.

    Args:
        main: Behind it is the session.
        remote: Behind it is the remote.
    """

    def __init__(self, main: ASGIApp, remote: ASGIApp) -> None:
        self.main = main
        self.remote = remote

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send everyone to the door of the path that they named."""
        path = scope.get("path", "")
        door = self.remote if path == PATH or path.startswith(f"{PATH}/") else self.main
        await door(scope, receive, send)
