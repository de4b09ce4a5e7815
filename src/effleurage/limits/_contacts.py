"""Contacts, as limits see them, and what a limit is."""

import abc
from dataclasses import dataclass, field
from typing import Any, final

import numpy as np
from jaxtyping import Float


@final
@dataclass(frozen=True, kw_only=True)
class Contacts:
    """Where a tool touches; all arrays broadcast against each other.

    Attributes:
        tool: Name of the tool.
        chart: Name of the chart, or None for a part without one.
        along: Chart coordinate u.
        lateral: Signed distance from the midline along the skin, in [m]; left is positive.
        armpit: Distance to the nearer posterior axillary fold, in [m]; infinite when far or unknown.
        technique: Name of the technique, or None when it does not matter.
    """

    tool: str
    chart: str | None
    along: Float[np.ndarray, "*t"] | float
    lateral: Float[np.ndarray, "*t"] | float
    armpit: Float[np.ndarray, "*t"] | float = field(default=np.inf)
    technique: str | None = None

    @property
    def shape(self) -> tuple[int, ...]:
        """Common shape of the arrays."""
        return np.broadcast_shapes(*map(np.shape, (self.along, self.lateral, self.armpit)))

    def everywhere(self, bound: float) -> Float[np.ndarray, "*t"]:
        """An array of this shape, filled with `bound`."""
        return np.full(self.shape, float(bound))


class Limit(abc.ABC):
    r"""Upper bound on the normal force of a contact.

    Subclasses give :math:`f_{\max}`; what is allowed is the minimum over all limits.
    """

    @abc.abstractmethod
    def force_max(self, contacts: Contacts) -> Float[np.ndarray, "*t"]:
        """Largest allowed normal force of each contact.

        Args:
            contacts: Where the tool touches.

        Returns:
            Bound in [N], never negative, infinite where this limit has nothing to say.
        """


def checked(what: str, **bounds: float) -> None:
    """Raise a ValueError when one of the named `bounds` is negative or not a number.

    Args:
        what: The limit that they belong to.
        **bounds: Forces in [N].
    """
    wrong: dict[str, Any] = {name: bound for name, bound in bounds.items() if not bound >= 0.0}
    if wrong:
        got = ", ".join(f"{name}={bound} N" for name, bound in wrong.items())
        raise ValueError(f"{what}: expected bounds of at least 0 N, got {got}")
