"""What the page may remember through the server: receivers, and the place in a session."""

import json
import math
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from effleurage.errors import EffleurageError, InputError
from effleurage.players.guide._memory import Memory, Receiver
from effleurage.players.guide._request import body, refused, too_large, values
from effleurage.players.guide._session import Choice, Session
from effleurage.players.guide._settings import settings

RANGES = {"height": (0.5, 2.6), "weight": (20, 400), "age": (0, 130)}
"""What is kept of a size: anything that may be a person; whether it can be planned is asked later."""
LONGEST = 80
"""Longest name, in characters."""
FRESH = timedelta(hours=6)
"""A session is gone on with within this time."""
KEY = 2000
"""Longest key that tells a performance from another, in characters."""


def memory_routes(session: Session) -> list[Route]:
    """The routes under ``/memory``; all answer 404 when nothing is to be remembered."""

    def show(question: Callable[[Memory], object]) -> Callable:
        async def route(request: Request) -> Response:
            return await _asked(session.memory, question)

        return route

    def change(parse: Callable[[dict[str, Any]], Callable[[Memory], object] | None]) -> Callable:
        async def route(request: Request) -> Response:
            text = await body(request)
            if text is None:
                return too_large()
            said = values(text)
            deed = None if said is None else parse(said)
            return (
                refused("this cannot be remembered") if deed is None else await _asked(session.memory, deed)
            )

        return route

    async def resume(request: Request) -> Response:
        try:
            found = session.memory and await anyio.to_thread.run_sync(session.memory.running)
        except InputError as error:
            return refused(str(error), status=503)
        choice = _choice(session, found[0]) if found else None
        if choice is None or not session.can_plan(choice):
            return refused("there is no session to go on with", status=404)
        try:
            await anyio.to_thread.run_sync(session.plan, choice)
        except EffleurageError as error:
            return refused(str(error), status=422)
        return Response(session.json, media_type="application/json")

    return [
        Route("/memory/receivers", show(lambda m: [asdict(one) for one in m.receivers()]), methods=["GET"]),
        Route("/memory/receivers", change(_remember), methods=["POST"]),
        Route("/memory/forget", change(_forget), methods=["POST"]),
        Route("/memory/sittings", show(lambda m: [asdict(one) for one in m.sittings()]), methods=["GET"]),
        Route("/memory/running", show(lambda m: _running(session, m)), methods=["GET"]),
        Route("/memory/running", change(lambda said: _keep(session, said)), methods=["POST"]),
        Route(
            "/memory/over", change(lambda said: Memory.end_running if not said else None), methods=["POST"]
        ),
        Route("/memory/resume", resume, methods=["POST"]),
    ]


async def _asked(memory: Memory | None, question: Callable[[Memory], object]) -> Response:
    if memory is None:
        return refused("nothing is remembered here", status=404)
    try:
        found = await anyio.to_thread.run_sync(question, memory)
    except InputError as error:
        return refused(str(error), status=503)
    return JSONResponse(found)


def _remember(said: dict[str, Any]) -> Callable[[Memory], object] | None:
    if set(said) != {"name", "height", "weight", "sex", "age", "preferences"}:
        return None
    sized = all(_number(said[name], low, high) for name, (low, high) in RANGES.items())
    named = _text(said["name"], LONGEST) and said["name"].strip()
    if not (sized and named and said["sex"] in ("female", "male") and isinstance(said["preferences"], dict)):
        return None
    receiver = Receiver(**{**said, "name": said["name"].strip()})
    return lambda memory: memory.remember(receiver)


def _forget(said: dict[str, Any]) -> Callable[[Memory], object] | None:
    if set(said) != {"name"} or not _text(said["name"], LONGEST):
        return None
    return lambda memory: memory.forget(said["name"])


def _keep(session: Session, said: dict[str, Any]) -> Callable[[Memory], object] | None:
    """Keep where the session stands; what it was planned from is the server's own knowledge."""
    if set(said) != {"key", "by", "state"} or not isinstance(said["state"], dict):
        return None
    if not _text(said["key"], KEY) or not _text(said["by"], LONGEST):
        return None
    choice = session.choice
    setup: dict[str, object] = {
        "settings": None if choice.settings is None else asdict(choice.settings),
        "article": choice.article,
        "routine": session.own_text,
    }
    now = datetime.now(UTC)
    state = {**said, "when": round(now.timestamp() * 1000)}
    return lambda memory: memory.keep_running(setup, state, now=now.isoformat())


def _running(session: Session, memory: Memory) -> dict[str, Any] | None:
    """Where a session stood that can go on here: ``{key, by, state, when, replan}``."""
    found = memory.running()
    choice = None if found is None else _choice(session, found[0])
    if found is None or choice is None:
        return None
    if datetime.now(UTC) - datetime.fromtimestamp(found[1]["when"] / 1000, UTC) > FRESH:
        return None
    return {**found[1], "replan": choice != session.choice and session.can_plan(choice)}


def _choice(session: Session, setup: dict[str, Any]) -> Choice | None:
    """What an interrupted session was planned from; None if it was another routine."""
    if setup["article"] is None and setup["routine"] != session.own_text:
        return None
    return Choice(settings=settings(json.dumps(setup["settings"])), article=setup["article"])


def _text(value: object, longest: int) -> bool:
    return isinstance(value, str) and len(value) <= longest


def _number(value: object, low: float, high: float) -> bool:
    good = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return good and low <= value <= high
