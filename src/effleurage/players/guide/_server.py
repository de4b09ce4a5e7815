"""The session's server: one page, its session, a few commands; loopback unless phones are let in."""

import contextlib
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import final

import anyio.to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp

from effleurage.errors import InputError, UsageError
from effleurage.players.guide._article_routes import article_routes, planned
from effleurage.players.guide._certificate import certificate, context
from effleurage.players.guide._choice_routes import choice_routes
from effleurage.players.guide._commands import LARGEST
from effleurage.players.guide._guard import Guard
from effleurage.players.guide._lan import lan_address
from effleurage.players.guide._live import ScreenLine
from effleurage.players.guide._memory import Sitting
from effleurage.players.guide._memory_routes import memory_routes
from effleurage.players.guide._page import page, policy
from effleurage.players.guide._remote import PATH, TwoDoors, remote_door
from effleurage.players.guide._request import body, refused, too_large
from effleurage.players.guide._schema import SessionInfo
from effleurage.players.guide._session import Choice, Session
from effleurage.players.guide._settings import Ending, ending, settings

HOST = "127.0.0.1"
USUAL_PORT = 8642
"""Where a session is served unless it is taken: the same address finds a session's place again."""


def application(
    session: Session,
    *,
    token: str,
    hosts: frozenset[str],
    scheme: str = "http",
    remote_token: str | None = None,
) -> ASGIApp:
    """The server as an ASGI application behind its door, or its two doors if there is a remote.

    Args:
        session: What is served.
        token: The secret of this run.
        hosts: Values of `Host` that are ours.
        scheme: ``http`` or ``https``.
        remote_token: The secret of this run's remotes; None for no remote.
    """

    async def show(request: Request) -> Response:
        return HTMLResponse(page(session.json, session.info, live=True))

    async def session_of(request: Request) -> Response:
        return Response(session.json, media_type="application/json")

    async def plan(request: Request) -> Response:
        text = await body(request)
        if text is None:
            return too_large()
        wanted = settings(text)
        if wanted is None:
            return refused("these are no settings")
        return await planned(session, Choice(settings=wanted, article=session.choice.article))

    async def sitting(request: Request) -> Response:
        text = await body(request)
        if text is None:
            return too_large()
        told = ending(text)
        if told is None or session.memory is None:
            return refused("this is no ending")
        memory = session.memory
        try:
            await anyio.to_thread.run_sync(lambda: memory.record(_sitting(session.info, told)))
        except InputError as error:
            return refused(str(error), status=503)
        return Response(status_code=204)

    routes = [
        Route("/", show, methods=["GET"]),
        Route("/session.json", session_of, methods=["GET"]),
        Route("/plan", plan, methods=["POST"]),
        Route("/sitting", sitting, methods=["POST"]),
        *memory_routes(session),
        *article_routes(session),
        *choice_routes(session),
        WebSocketRoute("/live", ScreenLine(session.exchange)),
    ]
    connect = "'self' " + " ".join(
        f"{'wss' if scheme == 'https' else 'ws'}://{host}" for host in sorted(hosts)
    )
    main = Guard(Starlette(routes=routes), token=token, hosts=hosts, scheme=scheme, policy=policy(connect))
    if remote_token is None:
        return main
    remote = remote_door(session.exchange, token=remote_token, hosts=hosts, scheme=scheme, connect=connect)
    return TwoDoors(main, remote)


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
        receiver=told.receiver,
        routine=info.title or "a massage",
        minutes=round(told.minutes, 1),
        done=tuple(titles),
        word="; ".join(filter(None, (felt, told.word.strip()))),
    )


def bind(port: int | None, *, host: str = HOST) -> socket.socket:
    """A listening socket, on loopback unless told otherwise.

    Args:
        port: The port, 0 for any; None for the usual one, or any if that is taken.
        host: One of this machine's own addresses.

    Raises:
        UsageError: If the port is taken or not allowed.
    """
    wanted = USUAL_PORT if port is None else port
    line = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        line.bind((host, wanted))
        line.listen(64)
    except (OSError, OverflowError) as error:
        line.close()
        if port is None:
            return bind(0, host=host)
        reason = "is in use" if "in use" in str(error) else f"cannot be used: {error}"
        raise UsageError(
            f"port {port} {reason}", hint="choose another with --port, or leave it out"
        ) from error
    return line


@final
@dataclass(frozen=True, kw_only=True)
class Addresses:
    """Where a session can be opened, tokens included.

    Attributes:
        page: On this machine.
        screen: From a phone that is to be the screen; None unless on the network.
        remote: From the receiver's phone; None unless on the network.
        fingerprint: SHA-256 of the certificate; None without https.
    """

    page: str
    screen: str | None = None
    remote: str | None = None
    fingerprint: str | None = None


def serve(
    session: Session,
    *,
    port: int | None = None,
    lan: bool = False,
    https: bool = False,
    ready: Callable[[Addresses], None],
) -> None:
    """Serve a session until interrupted: on loopback, and on the local network if asked.

    Args:
        session: What is served.
        port: See `bind`.
        lan: Let phones on the network in, too, with their tokens.
        https: Speak TLS with a certificate of our own.
        ready: Is told the addresses to open when the server listens.

    Raises:
        UsageError: If it cannot listen there.
    """
    import uvicorn

    network = lan_address() if lan else None
    lines = [bind(port)]
    own = lines[0].getsockname()[1]
    if network is not None:
        lines.append(bind(own, host=network))
    names = [HOST, "localhost", *([network] if network else [])]
    scheme = "https" if https else "http"
    hosts = frozenset(name for host in names for name in host_names(host, own, scheme=scheme))
    token, remote_token = secrets.token_urlsafe(24), secrets.token_urlsafe(24) if lan else None
    config = uvicorn.Config(
        application(session, token=token, hosts=hosts, scheme=scheme, remote_token=remote_token),
        log_level="critical",
        access_log=False,
        server_header=False,
        ws_max_size=LARGEST,
        lifespan="off",
        timeout_graceful_shutdown=1,
    )
    config.load()
    fingerprint = None
    if https:
        public, secret, fingerprint = certificate(
            (HOST, *([network] if network else [])), now=datetime.now(UTC)
        )
        config.ssl = context(public, secret)
    here, there = f"{scheme}://{HOST}:{own}", f"{scheme}://{network}:{own}"
    ready(
        Addresses(
            page=f"{here}/?token={token}",
            screen=f"{there}/?token={token}" if lan else None,
            remote=f"{there}{PATH}?token={remote_token}" if lan else None,
            fingerprint=fingerprint,
        )
    )
    with contextlib.suppress(KeyboardInterrupt), contextlib.ExitStack() as closing:
        for line in lines:
            closing.enter_context(line)
        uvicorn.Server(config).run(sockets=lines)


def host_names(host: str, port: int, *, scheme: str) -> tuple[str, ...]:
    """How a browser names a host and port; it leaves out the scheme's own port."""
    usual = {"http": 80, "https": 443}[scheme]
    return (f"{host}:{port}", host) if port == usual else (f"{host}:{port}",)
