"""An article of the user's: shown sentence by sentence as it was understood, planned when asked."""

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from effleurage.errors import EffleurageError
from effleurage.players.guide._request import body, refused, too_large
from effleurage.players.guide._session import Choice, Session
from effleurage.players.guide._settings import settings

LARGEST_ARTICLE = 1_000_000
"""Longest article that is taken, in [B]."""


def article_routes(session: Session) -> list[Route]:
    """The routes of articles: bring one, plan it, go back to the routine that there was."""
    brought: list[str] = []

    async def review(request: Request) -> Response:
        text = await body(request, largest=LARGEST_ARTICLE)
        if text is None:
            return too_large(LARGEST_ARTICLE)
        if session.articles is None:
            return refused("no articles are read here", status=404)
        text = text.removeprefix("\ufeff")
        if not text.strip() or "\0" in text:
            return refused("this is no text", status=422)
        try:
            found = await anyio.to_thread.run_sync(session.articles.review, text)
        except EffleurageError as error:
            return refused(str(error), status=422)
        brought[:] = [text]
        return JSONResponse(found)

    async def plan(request: Request) -> Response:
        told = await body(request)
        if told is None:
            return too_large()
        wanted = settings(told)
        if wanted is None:
            return refused("these are no settings")
        if not brought:
            return refused("bring an article first", status=409)
        return await planned(session, Choice(settings=wanted, article=brought[0]))

    async def leave(request: Request) -> Response:
        told = await body(request)
        if told is None:
            return too_large()
        wanted = settings(told)
        if wanted is None:
            return refused("these are no settings")
        brought.clear()
        return await planned(session, Choice(settings=wanted))

    return [
        Route("/article", review, methods=["POST"]),
        Route("/article/plan", plan, methods=["POST"]),
        Route("/article/leave", leave, methods=["POST"]),
    ]


async def planned(session: Session, choice: Choice) -> Response:
    """Plan a choice; the session it gives, or why not."""
    if not session.can_plan(choice):
        return refused("nothing can be planned here", status=400)
    try:
        await anyio.to_thread.run_sync(session.plan, choice)
    except EffleurageError as error:
        return refused(str(error), status=422)
    return Response(session.json, media_type="application/json")
