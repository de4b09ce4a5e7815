"""The local network: which address of this machine a phone reaches, and how it is told."""

import contextlib
import io
import ipaddress
import socket

from effleurage.errors import UsageError

_ELSEWHERE = ("192.0.2.1", 9)
"""An address that no one has [RFC 5737]: a datagram socket set on it sends nothing, but knows its own end."""


def lan_address() -> str:
    """This machine's IPv4 address on the network that phones share with it.

    Raises:
        UsageError: If there is no network.
    """
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.connect(_ELSEWHERE)
        found = ipaddress.ip_address(line.getsockname()[0])
        if not (found.is_loopback or found.is_unspecified):
            return str(found)
    raise UsageError(
        "--lan finds no network on this machine", hint="join the phone's Wi-Fi, or leave --lan out"
    )


def require_lan(*, https: bool) -> None:
    """See that the parts for phones are installed.

    Raises:
        UsageError: If one is missing.
    """
    import importlib.util

    needed = ("segno", "cryptography") if https else ("segno",)
    missing = [name for name in needed if importlib.util.find_spec(name) is None]
    if missing:
        raise UsageError(f"--lan needs {' and '.join(missing)}", hint="pip install 'effleurage[lan]'")


def qr(address: str) -> str:
    """A QR code of an address, as lines for a terminal with a dark or a light ground."""
    import segno

    sheet = io.StringIO()
    segno.make(address, micro=False, error="l").terminal(sheet, compact=True)
    return sheet.getvalue()
