"""A strip of skin where touch is bounded."""

import dataclasses
import functools
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float

from effleurage.limits._contacts import Contacts, Limit, checked
from effleurage.limits._data import rows

NARROW = frozenset({"fingertips", "thumb", "knuckles", "grip"})


@final
@dataclass(frozen=True, kw_only=True)
class ZoneLimit(Limit):
    """A bound between two levels of a chart and two distances from the midline, on both sides.

    Attributes:
        name: What lies there.
        chart: Name of the chart.
        along: Lower and upper level.
        lateral: Inner and outer distance from the midline, in [m].
        broad: Bound for broad tools, in [N].
        narrow: Bound for fingertips, thumb, knuckles and each pad of a grip, in [N].
        percussion: Tapotement is allowed.

    Raises:
        ValueError: If a bound is negative or the zone is empty.
    """

    name: str
    chart: str
    along: tuple[float, float]
    lateral: tuple[float, float]
    broad: float
    narrow: float
    percussion: bool = True

    def __post_init__(self) -> None:
        checked(f"zone {self.name!r}", broad=self.broad, narrow=self.narrow)
        if not (self.along[0] < self.along[1] and self.lateral[0] < self.lateral[1]):
            raise ValueError(
                f"zone {self.name!r}: expected rising ends, got along={self.along}, lateral={self.lateral} m"
            )

    def covers(self, contacts: Contacts) -> np.ndarray:
        """Which contacts lie in the zone."""
        if contacts.chart != self.chart:
            return np.zeros(contacts.shape, bool)
        along, off = np.asarray(contacts.along), np.abs(contacts.lateral)
        inside = (self.along[0] <= along) & (along <= self.along[1])
        inside = inside & (self.lateral[0] <= off) & (off <= self.lateral[1])
        return np.broadcast_to(inside, contacts.shape)

    def widened(self, along: float, lateral: float) -> "ZoneLimit":
        """The same limit with some of its surroundings, for places that are only nearly known.

        Args:
            along: How much further it reaches at either level.
            lateral: How much further it reaches from and towards the midline, in [m].
        """
        return dataclasses.replace(
            self,
            along=(self.along[0] - along, self.along[1] + along),
            lateral=(max(self.lateral[0] - lateral, 0.0), self.lateral[1] + lateral),
        )

    def force_max(self, contacts: Contacts) -> Float[np.ndarray, "*t"]:
        """See :meth:`Limit.force_max`."""
        bound = self.narrow if contacts.tool in NARROW else self.broad
        if contacts.technique == "tapotement" and not self.percussion:
            bound = 0.0
        return np.where(self.covers(contacts), bound, np.inf)


@functools.cache
def zones() -> tuple[ZoneLimit, ...]:
    """The project's zones."""
    return tuple(
        ZoneLimit(
            name=row["name"],
            chart=row["chart"],
            along=tuple(row["along"]),
            lateral=tuple(row["lateral"]),
            broad=row["broad"],
            narrow=row["narrow"],
            percussion=row["percussion"],
        )
        for row in rows("zones")["zone"]
    )
