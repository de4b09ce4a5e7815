"""All holds of one exported performance."""

from collections.abc import Callable, Mapping
from functools import partial

from effleurage.routine import Routine

from .butterfly import butterfly
from .eight import eight
from .fanning import fanning
from .forearm import forearm
from .kneading import kneading
from .measure import Measure, true
from .pulling import pulling
from .receiver import Receiver
from .recognise import recognise
from .rows import Rows
from .spreading import spreading
from .whole import whole

MOVEMENTS: dict[str, Callable[..., list[Measure]]] = {
    "spreading": spreading,
    "eight": eight,
    "fanning": fanning,
    "butterfly": butterfly,
    "forearm": forearm,
    "pulling": pulling,
    "kneading": kneading,
}


def holds(
    rows: Rows,
    receiver: Receiver,
    *,
    expected: frozenset[str] = frozenset(MOVEMENTS),
    names: Mapping[int, str] | None = None,
    routine: Routine | None = None,
    ahead: str = "right",
) -> list[Measure]:
    """Everything that must hold.

    Args:
        rows: The exported rows.
        receiver: The body that they were planned on.
        expected: The movements that the article tells.
        names: Which movement is which, by index; recognised when None.
        routine: The article, understood.
        ahead: The hand whose arm goes over the other in the figure of eight.
    """
    names = recognise(rows, receiver) if names is None else dict(names)
    found = [name for name in names.values() if name]
    said = ", ".join(f"{index} {name or '?'}" for index, name in sorted(names.items()))
    measures = [
        true("all movements are performed", set(found) >= expected, detail=said),
        true("each movement is performed once", len(found) == len(set(found)), detail=said),
    ]
    measures += whole(rows, receiver, routine=routine)
    for index, name in sorted(names.items()):
        if name:
            mine = rows.within(rows.movement[:, 0] == index)
            measure = partial(eight, ahead=ahead) if name == "eight" else MOVEMENTS[name]
            measures += _tried(measure, mine, receiver, index, name)
    return measures


def _tried(measure, rows: Rows, receiver: Receiver, index: int, name: str) -> list[Measure]:
    """The movement's measures; one that cannot be taken at all is a failure, not a crash."""
    try:
        return measure(rows, receiver, movement=index)
    except (IndexError, ValueError) as error:
        return [true(f"{name}: can be measured", False, movement=index, detail=repr(error))]
