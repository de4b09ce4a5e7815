"""How fast a technique is done, how often, and what words for time mean."""

from dataclasses import dataclass
from typing import final

from effleurage.errors import UnknownNameError
from effleurage.limits._data import rows

_WORDS = ("slow", "medium", "quick")


@final
@dataclass(frozen=True, kw_only=True)
class Tempo:
    """How fast a technique is done.

    Attributes:
        speed: Speed along the skin, in [m/s].
        cycle: Cycles of work in place, in [Hz].
        speed_range: Slowest and quickest sensible speed, in [m/s].
        cycle_range: Slowest and quickest sensible rate of cycles, in [Hz].
    """

    speed: float
    cycle: float
    speed_range: tuple[float, float]
    cycle_range: tuple[float, float]


def tempo(technique: str | None, word: str | None = None) -> Tempo:
    """How fast `technique` is done.

    Args:
        technique: Name of the technique; None counts as ``other``.
        word: ``slow``, ``medium`` or ``quick``; None counts as medium.

    Raises:
        UnknownNameError: If there is no such technique or word.
    """
    table = rows("tempo")
    technique = technique or "other"
    if technique not in table:
        raise UnknownNameError("technique", technique, table)
    if word is not None and word not in _WORDS:
        raise UnknownNameError("tempo", word, _WORDS)
    row, which = table[technique], _WORDS.index(word or "medium")
    speed, cycle = row["speed"], row["cycle"]
    return Tempo(
        speed=speed[which],
        cycle=cycle[which],
        speed_range=(speed[0], speed[-1]),
        cycle_range=(cycle[0], cycle[-1]),
    )


def open_count(technique: str | None) -> int:
    """How often a stroke or cycle is done when the text leaves it open.

    Raises:
        UnknownNameError: If there is no such technique.
    """
    table = rows("counts")["open"]
    technique = technique or "other"
    if technique not in table or technique == "source":
        raise UnknownNameError("technique", technique, (name for name in table if name != "source"))
    return int(table[technique])


def progress_step() -> float:
    """How far on along its line a stroke that is repeated on its way begins again, in [m]."""
    return float(rows("counts")["progress"]["step"])


def seconds(what: str) -> float:
    """Length of ``breath``, ``pause``, ``hold``, ``rest``, ``first_contact`` or ``placing``, in [s].

    Raises:
        UnknownNameError: If there is no such length.
    """
    table = rows("counts")["time"]
    if what not in table or what == "source":
        raise UnknownNameError("length of time", what, (name for name in table if name != "source"))
    return float(table[what])
