"""The last centimetres before the armpit."""

from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float

from effleurage.limits._contacts import Contacts, Limit, checked
from effleurage.limits._data import rows


@final
@dataclass(frozen=True, kw_only=True)
class ArmpitLimit(Limit):
    """A bound near the posterior axillary fold, where strokes to the armpit end.

    Attributes:
        reach: Distance from the fold within which it holds, in [m].
        most: The bound, in [N].

    Raises:
        ValueError: If the bound is negative.
    """

    reach: float
    most: float

    def __post_init__(self) -> None:
        checked("armpit limit", most=self.most)

    @classmethod
    def default(cls) -> "ArmpitLimit":
        """The project's row."""
        row = rows("zones")["armpit"]
        return cls(reach=row["reach"], most=row["most"])

    def force_max(self, contacts: Contacts) -> Float[np.ndarray, "*t"]:
        """See :meth:`Limit.force_max`."""
        near = np.broadcast_to(np.asarray(contacts.armpit) <= self.reach, contacts.shape)
        return np.where(near, self.most, np.inf)
