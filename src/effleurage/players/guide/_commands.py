"""What may be said to a running session: a closed list, a few bytes each."""

import json

COMMANDS = (
    "begin",
    "pause",
    "go_on",
    "again",
    "skip",
    "skip_movement",
    "softer",
    "firmer",
    "slower",
    "faster",
    "stay",
    "leave",
    "more",
    "not_here",
    "later",
    "stop",
)
"""What a screen may be told."""

ASKED = ("softer", "firmer", "more", "not_here", "stop")
"""What a receiver may ask for from a remote."""

LARGEST = 4096
"""Longest message that is listened to, in [B]."""


def command(message: str, *, known: tuple[str, ...] = COMMANDS) -> str | None:
    """The command in a message ``{"command": …}``, or None if it is not one of the `known`."""
    if len(message.encode(errors="surrogatepass")) > LARGEST:
        return None
    try:
        said = json.loads(message)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or set(said) != {"command"}:
        return None
    word = said["command"]
    return word if isinstance(word, str) and word in known else None
