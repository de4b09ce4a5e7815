"""Working forces: what the text's words for pressure mean for each tool."""

from effleurage.errors import UnknownNameError
from effleurage.limits._data import rows
from effleurage.routine import Pressure


def working_force(tool: str, pressure: str | None = None) -> float:
    """Normal force of a working contact, in [N]; for `grip` of each pad.

    Args:
        tool: Name of the tool.
        pressure: ``light``, ``medium`` or ``firm``; None is halfway between light and medium,
            since pressure is light to medium but where the text says firm.

    Raises:
        UnknownNameError: If there is no such tool or word.
    """
    working = rows("forces")["working"]
    if tool not in working:
        raise UnknownNameError("tool", tool, working)
    row = working[tool]
    if pressure is None:
        return 0.5 * (row["light"] + row["medium"])
    if pressure not in row or pressure == "source":
        raise UnknownNameError("pressure", pressure, [word.value for word in Pressure])
    return float(row[pressure])


def resting_force() -> float:
    """Force of a hand that only rests, in [N]."""
    return float(rows("forces")["resting"]["force"])


def resting_force_most() -> float:
    """Most that a resting hand may press, in [N]."""
    return float(rows("forces")["resting"]["most"])


def upward_force_most() -> float:
    """Most that a stroke toward the head presses unless the text says firm, in [N]."""
    return float(rows("forces")["upward"]["most"])
