"""The session's server: one page, its session, a few commands; loopback only."""

import asyncio
import contextlib
import secrets
import socket
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import final

import anyio.to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket, WebSocketDisconnect

from effleurage.errors import EffleurageError, UsageError
from effleurage.performance import Performance
from effleurage.players.guide._build import figure
from effleurage.players.guide._commands import LARGEST, command
from effleurage.players.guide._figure import Figure
from effleurage.players.guide._guard import Guard
from effleurage.players.guide._memory import Memory, Sitting
from effleurage.players.guide._page import page, policy
from effleurage.players.guide._payload import session_info, session_json
from effleurage.players.guide._schema import SessionInfo
from effleurage.players.guide._settings import Ending, Settings, ending, settings

Replan = Callable[[Settings], Performance]
HOST = "127.0.0.1"
USUAL_PORT = 8642
"""Where a session is served unless it is taken: the same address finds a session's place again."""


@final
class Session:
    """The session that is served now, and how to plan another.

    Args:
        performance: What is led.
        replan: Plans for other settings; None when that cannot be done.
        figure: Makes the figure that is drawn.
        memory: Where sittings are remembered; None to remember nothing.
    """

    def __init__(
        self,
        performance: Performance,
        *,
        replan: Replan | None = None,
        figure: Callable[[Performance], Figure] = figure,
        memory: Memory | None = None,
    ) -> None:
        self.memory = memory
        self.replan = replan
        self.figure = figure
        self.listeners: set[asyncio.Queue[str]] = set()
        self.take(performance)

    def take(self, performance: Performance) -> None:
        """Lead another performance from now on."""
        self.info: SessionInfo = session_info(performance, self.figure(performance))
        self.json = session_json(self.info)


def application(session: Session, *, token: str, hosts: frozenset[str], scheme: str = "http") -> ASGIApp:
    """The server as an ASGI application behind its door."""

    async def show(request: Request) -> Response:
        return HTMLResponse(page(session.json, session.info, live=True))

    async def session_of(request: Request) -> Response:
        return Response(session.json, media_type="application/json")

    async def plan(request: Request) -> Response:
        wanted = settings(await _body(request, LARGEST))
        if wanted is None or session.replan is None:
            return JSONResponse({"error": "these are no settings"}, status_code=400)
        replan = session.replan
        try:
            performance = await anyio.to_thread.run_sync(lambda: replan(wanted))
            await anyio.to_thread.run_sync(lambda: session.take(performance))
        except EffleurageError as error:
            return JSONResponse({"error": str(error)}, status_code=422)
        return Response(session.json, media_type="application/json")

    async def sitting(request: Request) -> Response:
        told = ending(await _body(request, LARGEST))
        if told is None or session.memory is None:
            return JSONResponse({"error": "this is no ending"}, status_code=400)
        memory = session.memory
        await anyio.to_thread.run_sync(lambda: memory.record(_sitting(session.info, told)))
        return Response(status_code=204)

    routes = [
        Route("/", show, methods=["GET"]),
        Route("/session.json", session_of, methods=["GET"]),
        Route("/plan", plan, methods=["POST"]),
        Route("/sitting", sitting, methods=["POST"]),
        WebSocketRoute("/live", _Live(session)),
    ]
    connect = "'self' " + " ".join(
        f"{'wss' if scheme == 'https' else 'ws'}://{host}" for host in sorted(hosts)
    )
    return Guard(Starlette(routes=routes), token=token, hosts=hosts, scheme=scheme, policy=policy(connect))


def _sitting(info: SessionInfo, told: Ending) -> Sitting:
    began = datetime.now(UTC) - timedelta(minutes=told.minutes)
    felt = {"soft": "pressure too soft", "right": "pressure right", "firm": "pressure too firm", None: ""}[
        told.felt
    ]
    titles = [
        info.movements[index] or f"part {index + 1}"
        for index in told.done
        if 0 <= index < len(info.movements)
    ]
    return Sitting(
        began=began.isoformat(timespec="seconds"),
        receiver=None,
        routine=info.title or "a massage",
        minutes=round(told.minutes, 1),
        done=tuple(titles),
        word="; ".join(filter(None, (felt, told.word.strip()))),
    )


async def _body(request: Request, largest: int) -> str:
    text = b""
    async for part in request.stream():
        text += part
        if len(text) > largest:
            return ""
    return text.decode("utf-8", errors="replace")


@final
class _Live:
    """Passes commands from any page of this session to all others; everything else ends the line."""

    def __init__(self, session: Session) -> None:
        self.session = session

    async def __call__(self, scope: dict, receive: Callable, send: Callable) -> None:
        line = WebSocket(scope, receive, send)
        inbox: asyncio.Queue[str] = asyncio.Queue(maxsize=32)
        self.session.listeners.add(inbox)
        await line.accept()
        writer = asyncio.create_task(self._write(line, inbox))
        try:
            while True:
                word = command(await line.receive_text())
                if word is None:
                    await line.close(1008)
                    break
                for other in self.session.listeners - {inbox}:
                    with contextlib.suppress(asyncio.QueueFull):
                        other.put_nowait(word)
        except (WebSocketDisconnect, KeyError):
            pass
        finally:
            self.session.listeners.discard(inbox)
            writer.cancel()

    async def _write(self, line: WebSocket, inbox: asyncio.Queue[str]) -> None:
        while True:
            await line.send_json({"command": await inbox.get()})


def bind(port: int | None) -> socket.socket:
    """A listening socket on loopback.

    Args:
        port: The port, 0 for any; None for the usual one, or any if that is taken.

    Raises:
        UsageError: If the port is taken or not allowed.
    """
    wanted = USUAL_PORT if port is None else port
    line = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        line.bind((HOST, wanted))
        line.listen(64)
    except (OSError, OverflowError) as error:
        line.close()
        if port is None:
            return bind(0)
        reason = "is in use" if "in use" in str(error) else f"cannot be used: {error}"
        raise UsageError(
            f"port {port} {reason}", hint="choose another with --port, or leave it out"
        ) from error
    return line


def serve(session: Session, *, port: int | None = None, ready: Callable[[str], None]) -> None:
    """Serve a session on loopback until interrupted.

    Args:
        session: What is served.
        port: See `bind`.
        ready: Is told the address to open, token included, when the server listens.
    """
    import uvicorn

    line = bind(port)
    own = line.getsockname()[1]
    token = secrets.token_urlsafe(24)
    hosts = frozenset({f"{HOST}:{own}", f"localhost:{own}"})
    config = uvicorn.Config(
        application(session, token=token, hosts=hosts),
        log_level="critical",
        access_log=False,
        server_header=False,
        ws_max_size=LARGEST,
        lifespan="off",
        timeout_graceful_shutdown=1,
    )
    ready(f"http://{HOST}:{own}/?token={token}")
    with contextlib.suppress(KeyboardInterrupt), line:
        uvicorn.Server(config).run(sockets=[line])
