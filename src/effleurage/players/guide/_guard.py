"""The door: who may speak to the session's server.

Loopback alone does not protect a server from pages in the same browser: any site may send requests
to it, and one that rebinds its name may even read the answers. So a request must name a host that
we serve, come from a page that we served, and carry the token of this run.
"""

import hmac
from http.cookies import SimpleCookie
from typing import final
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_REFUSED = "This is a private session. Open the address that `effleurage give` printed."


@final
class Guard:
    """Lets in only what names our host, comes from our page and carries the token.

    Args:
        app: What is behind the door.
        token: The secret of this run.
        hosts: Values of `Host` that are ours.
        scheme: ``http`` or ``https``.
        policy: Content security policy of every answer.
        name: What the cookie's name begins with; two doors of one server have two.
        path: Where the cookie is sent.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        token: str,
        hosts: frozenset[str],
        scheme: str,
        policy: str,
        name: str = "effleurage",
        path: str = "/",
    ) -> None:
        self.app = app
        self.token = token
        self.hosts = hosts
        self.origins = frozenset(f"{scheme}://{host}" for host in hosts)
        self.cookie = f"{name}_" + next(host for host in sorted(hosts) if ":" in host).rsplit(":", 1)[-1]
        self.attributes = f"; HttpOnly; SameSite=Strict; Path={path}" + (
            "; Secure" if scheme == "https" else ""
        )
        self.headers = [
            (b"content-security-policy", f"{policy}; frame-ancestors 'none'".encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"no-referrer"),
            (b"cross-origin-resource-policy", b"same-origin"),
            (b"cache-control", b"no-store"),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may pass; answer 403 to all else."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if scope["type"] == "websocket":
            if self._from_us(headers, must=True) and self._has_cookie(headers):
                await self.app(scope, receive, send)
            else:
                await _refuse_socket(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self.headers, *self._apart(headers)]
            await send(message)

        answer = self._answer(scope, headers)
        await (self.app if answer is None else answer)(scope, receive, sealed)

    def _apart(self, headers: Headers) -> list[tuple[bytes, bytes]]:
        """Keep other windows off; where the line is open to others, a browser complains of it instead."""
        safe = next(iter(self.origins)).startswith("https:")
        loopback = headers.get("host", "").startswith(("127.0.0.1", "localhost"))
        return [(b"cross-origin-opener-policy", b"same-origin")] if safe or loopback else []

    def _answer(self, scope: Scope, headers: Headers) -> Response | None:
        """What to answer at the door, or None to let in."""
        writes = scope["method"] not in ("GET", "HEAD")
        if _climbs(scope["path"]) or not self._from_us(headers, must=writes):
            return PlainTextResponse(_REFUSED, status_code=403)
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
        if scope["method"] == "GET" and any(self._is_token(value) for value in given):
            clean = RedirectResponse(scope["path"], status_code=303)
            clean.headers["set-cookie"] = f"{self.cookie}={self.token}{self.attributes}"
            return clean
        return None if self._has_cookie(headers) else PlainTextResponse(_REFUSED, status_code=403)

    def _from_us(self, headers: Headers, *, must: bool) -> bool:
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        if len(hosts) != 1 or hosts[0].lower() not in self.hosts or (must and not origins):
            return False
        return all(origin.lower() in self.origins for origin in origins)

    def _has_cookie(self, headers: Headers) -> bool:
        jar = SimpleCookie()
        jar.load(headers.get("cookie", ""))
        return self.cookie in jar and self._is_token(jar[self.cookie].value)

    def _is_token(self, value: str) -> bool:
        return hmac.compare_digest(value.encode(), self.token.encode())


def _climbs(path: str) -> bool:
    """A path that tries to leave its place; no page of ours asks so."""
    return ".." in path or "\\" in path or "//" in path or "\0" in path


async def _refuse_socket(scope: Scope, receive: Receive, send: Send) -> None:
    await receive()
    if "websocket.http.response" in scope.get("extensions", {}):
        await send({"type": "websocket.http.response.start", "status": 403, "headers": []})
        await send({"type": "websocket.http.response.body", "body": b""})
    else:
        await send({"type": "websocket.close", "code": 1008})
