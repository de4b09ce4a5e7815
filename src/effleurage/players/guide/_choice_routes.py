"""What there is to choose from before a session: routines, and places on this receiver's skin."""

from dataclasses import asdict

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from effleurage.players.guide._request import body, refused, too_large
from effleurage.players.guide._session import Session
from effleurage.players.guide._zones import zones_of


def choice_routes(session: Session) -> list[Route]:
    """The routes of choices: the library, the places to tap, and wishes in words."""

    async def routines(request: Request) -> Response:
        chosen, articles = session.choice, session.articles
        if articles is None or articles.routines is None or chosen.settings is None:
            return JSONResponse(None)
        listed = await anyio.to_thread.run_sync(articles.routines, chosen.settings)
        own = chosen.article is not None
        return JSONResponse({"routines": listed, "now": asdict(chosen.settings), "own": own})

    async def zones(request: Request) -> Response:
        return JSONResponse(await anyio.to_thread.run_sync(zones_of, session.info.person))

    async def wishes(request: Request) -> Response:
        text = await body(request)
        if text is None:
            return too_large()
        if session.articles is None or session.articles.wished is None:
            return refused("no words are read here", status=404)
        return JSONResponse(await anyio.to_thread.run_sync(session.articles.wished, text))

    return [
        Route("/routines", routines, methods=["GET"]),
        Route("/zones", zones, methods=["GET"]),
        Route("/wishes", wishes, methods=["POST"]),
    ]
