"""What a request brings: its body up to a limit, and answers for what is too much or makes no sense."""

import json

from starlette.requests import Request
from starlette.responses import JSONResponse

from effleurage.players.guide._commands import LARGEST


async def body(request: Request, *, largest: int = LARGEST) -> str | None:
    """The body as text, or None if it is longer than `largest`, in [B]; no more than that is kept."""
    text = b""
    async for part in request.stream():
        text += part
        if len(text) > largest:
            return None
    return text.decode("utf-8", errors="replace")


def values(text: str) -> dict[str, object] | None:
    """The JSON object in a body, or None if it is anything else."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def refused(why: str, *, status: int = 400) -> JSONResponse:
    """An answer that says why not, in one sentence."""
    return JSONResponse({"error": why}, status_code=status)


def too_large(largest: int = LARGEST) -> JSONResponse:
    """The answer to a body that is longer than `largest`, in [B]."""
    return refused(f"longer than {largest} bytes", status=413)
