"""What the receiver wishes: where more is wanted, and where no hand may go."""

from dataclasses import dataclass
from typing import final

from effleurage.errors import UnknownNameError
from effleurage.routine._words import Place, Side

_SIDES = {"left": Side.LEFT, "right": Side.RIGHT}


@final
@dataclass(frozen=True, kw_only=True)
class Zone:
    """A place on the receiver, on one side or on both.

    Attributes:
        place: The place.
        side: ``left`` or ``right``, or None for both.
    """

    place: Place
    side: Side | None = None

    @property
    def name(self) -> str:
        """Its name, as `zone` reads it: ``neck``, ``left shoulder``."""
        place = self.place.value.replace("_", " ")
        return place if self.side is None else f"{self.side.value} {place}"


@final
@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What is wished of a session beside its routine.

    Attributes:
        more: Where the passes are done once more.
        avoid: Where nothing touches.
    """

    more: tuple[Zone, ...] = ()
    avoid: tuple[Zone, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.more or self.avoid)


def zone(name: str) -> Zone:
    """The zone of a name such as ``neck``, ``left shoulder`` or ``shoulder_blade``.

    Raises:
        UnknownNameError: If there is no such place.
    """
    first, _, rest = name.strip().lower().replace("_", " ").replace("-", " ").partition(" ")
    side = _SIDES.get(first)
    plain = (f"{first} {rest}" if side is None else rest).strip().replace(" ", "_")
    if plain not in set(Place):
        raise UnknownNameError("place", plain, list(Place))
    return Zone(place=Place(plain), side=side)
