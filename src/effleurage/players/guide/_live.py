"""Live lines: screens that lead, and remotes that ask; each kind may say only its own few words."""

import asyncio
import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import final

from starlette.websockets import WebSocket, WebSocketDisconnect

from effleurage.players.guide._commands import ASKED, COMMANDS, LARGEST, command

Inbox = asyncio.Queue[dict[str, object]]


@final
@dataclass(frozen=True)
class Exchange:
    """Who is on a line now.

    Attributes:
        screens: Pages that lead a giver.
        remotes: Receivers' phones.
    """

    screens: set[Inbox] = field(default_factory=set)
    remotes: set[Inbox] = field(default_factory=set)


def tell(inboxes: set[Inbox], message: dict[str, object]) -> None:
    """Put a message into every inbox that has room; who does not listen misses it."""
    for inbox in inboxes:
        with contextlib.suppress(asyncio.QueueFull):
            inbox.put_nowait(message)


@final
class ScreenLine:
    """A screen's line: its commands go to the other screens, its answers to the remotes."""

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange

    async def __call__(self, scope: dict, receive: Callable, send: Callable) -> None:
        """Speak with one screen until it leaves."""
        inbox: Inbox = asyncio.Queue(maxsize=32)

        def hear(text: str) -> bool:
            word, heard = command(text, known=COMMANDS), answer(text)
            if word is not None:
                tell(self.exchange.screens - {inbox}, {"command": word})
            elif heard is not None:
                tell(self.exchange.remotes, heard)
            return word is not None or heard is not None

        await _speak(WebSocket(scope, receive, send), inbox, self.exchange.screens, hear)


@final
class RemoteLine:
    """A remote's line: what the receiver asks goes to every screen, marked as theirs."""

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange

    async def __call__(self, scope: dict, receive: Callable, send: Callable) -> None:
        """Speak with one remote until it leaves."""
        inbox: Inbox = asyncio.Queue(maxsize=32)

        def hear(text: str) -> bool:
            word = command(text, known=ASKED)
            if word is None:
                return False
            tell(self.exchange.screens, {"command": word, "from": "receiver"})
            if not self.exchange.screens:
                tell({inbox}, {"heard": word, "done": False, "nobody": True})
            return True

        await _speak(WebSocket(scope, receive, send), inbox, self.exchange.remotes, hear)


def answer(text: str) -> dict[str, object] | None:
    """A screen's answer ``{"heard": …, "done": …}`` to what a receiver asked, or None."""
    try:
        said = json.loads(text) if len(text) <= LARGEST else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or set(said) != {"heard", "done"}:
        return None
    known = isinstance(said["heard"], str) and said["heard"] in ASKED
    return said if known and isinstance(said["done"], bool) else None


async def _speak(line: WebSocket, inbox: Inbox, members: set[Inbox], hear: Callable[[str], bool]) -> None:
    await line.accept()
    members.add(inbox)
    writer = asyncio.create_task(_write(line, inbox))
    try:
        while hear(await line.receive_text()):
            pass
        await line.close(1008)
    except (WebSocketDisconnect, KeyError):
        pass
    finally:
        members.discard(inbox)
        writer.cancel()


async def _write(line: WebSocket, inbox: Inbox) -> None:
    while True:
        await line.send_json(await inbox.get())
