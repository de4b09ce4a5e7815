"""All limits together."""

import functools
from collections.abc import Iterable

import numpy as np
from jaxtyping import Float

from effleurage.limits._armpit import ArmpitLimit
from effleurage.limits._contacts import Contacts, Limit
from effleurage.limits._tool import ToolLimit
from effleurage.limits._zone import zones


@functools.cache
def every_limit() -> tuple[Limit, ...]:
    """The project's limits, in no particular order."""
    return (ToolLimit.default(), ArmpitLimit.default(), *zones())


def lowest(contacts: Contacts, limits: Iterable[Limit]) -> Float[np.ndarray, "*t"]:
    """The tightest of several limits, in [N]; infinite when there is none."""
    bound = contacts.everywhere(np.inf)
    for limit in limits:
        bound = np.minimum(bound, limit.force_max(contacts))
    return bound


def ceiling(
    tool: str,
    chart: str | None,
    along: Float[np.ndarray, "*t"] | float,
    lateral: Float[np.ndarray, "*t"] | float,
    *,
    armpit: Float[np.ndarray, "*t"] | float = np.inf,
    technique: str | None = None,
) -> Float[np.ndarray, "*t"]:
    """Most normal force that a tool may exert at a place.

    Args:
        tool: Name of the tool.
        chart: Name of the chart, or None for a part without one.
        along: Chart coordinate u.
        lateral: Signed distance from the midline along the skin, in [m].
        armpit: Distance to the nearer posterior axillary fold, in [m]; infinite when far.
        technique: Name of the technique; tapotement is forbidden in some zones.

    Returns:
        Bound in [N], of the arrays' common shape.
    """
    contacts = Contacts(
        tool=tool, chart=chart, along=along, lateral=lateral, armpit=armpit, technique=technique
    )
    return lowest(contacts, every_limit())
