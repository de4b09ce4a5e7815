"""What a tool may do anywhere."""

from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float

from effleurage.limits._contacts import Contacts, Limit, checked
from effleurage.limits._data import rows


@final
@dataclass(frozen=True, kw_only=True)
class ToolLimit(Limit):
    """One bound for a tool, wherever it is, and one for all.

    Attributes:
        overall: Bound for every tool, in [N].
        most: Bound by tool, in [N].

    Raises:
        ValueError: If a bound is negative.
    """

    overall: float
    most: tuple[tuple[str, float], ...]

    def __post_init__(self) -> None:
        checked("tool limit", overall=self.overall, **dict(self.most))

    @classmethod
    def default(cls) -> "ToolLimit":
        """The project's rows."""
        most = {tool: bound for tool, bound in rows("forces")["most"].items() if tool != "source"}
        return cls(overall=rows("zones")["overall"]["most"], most=tuple(most.items()))

    def force_max(self, contacts: Contacts) -> Float[np.ndarray, "*t"]:
        """See :meth:`Limit.force_max`."""
        return contacts.everywhere(min(self.overall, dict(self.most).get(contacts.tool, self.overall)))
