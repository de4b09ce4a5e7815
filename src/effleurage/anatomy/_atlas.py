"""The atlas: names of places and landmarks, and where the charts have them."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import NamedTuple, final

from effleurage.errors import UnknownNameError


class Landmark(NamedTuple):
    """A point of the skeleton under the skin; a paired one is the receiver's left.

    Attributes:
        chart: The chart's name.
        along: Its first coordinate.
        across: Its second coordinate.
    """

    chart: str
    along: float
    across: float


@final
@dataclass(frozen=True, kw_only=True)
class Region:
    """A place: a rectangle of a chart, or a part of the body without one.

    Attributes:
        name: The place's name.
        region_name: What people call it.
        chart: The chart's name, or None.
        along: Least and greatest first coordinate, or None.
        across: Least and greatest second coordinate, or None; of a paired place the left one's.
        paired: It exists on both sides; the right one is the mirror image.
        source: Where the numbers come from, or ``default``.
    """

    name: str
    region_name: str
    chart: str | None
    along: tuple[float, float] | None
    across: tuple[float, float] | None
    paired: bool
    source: str

    @property
    def centre(self) -> tuple[float, float] | None:
        """Middle of the rectangle, or None."""
        if self.along is None or self.across is None:
            return None
        return sum(self.along) / 2, sum(self.across) / 2


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Atlas:
    """All places and landmarks by name.

    Attributes:
        places: Places by name.
        landmarks: Landmarks by name.
    """

    places: Mapping[str, Region]
    landmarks: Mapping[str, Landmark]

    def place(self, name: str) -> Region:
        """A place by its name.

        Raises:
            UnknownNameError: If there is none.
        """
        if name not in self.places:
            raise UnknownNameError("place", name, self.places)
        return self.places[name]

    def landmark(self, name: str) -> Landmark:
        """A landmark by its name.

        Raises:
            UnknownNameError: If there is none.
        """
        if name not in self.landmarks:
            raise UnknownNameError("landmark", name, self.landmarks)
        return self.landmarks[name]


@functools.cache
def atlas() -> Atlas:
    """The atlas, from its data file."""
    text = (resources.files("effleurage.anatomy") / "data" / "atlas.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    places = {
        name: Region(
            name=name,
            region_name=row["called"],
            chart=row.get("chart"),
            along=_pair(row.get("along")),
            across=_pair(row.get("across")),
            paired=row.get("paired", False),
            source=row["source"],
        )
        for name, row in data["places"].items()
    }
    landmarks = {
        name: Landmark(row.get("chart", "back"), row["along"], row["across"])
        for name, row in data["landmarks"].items()
    }
    return Atlas(places=places, landmarks=landmarks)


def _pair(values: list[float] | None) -> tuple[float, float] | None:
    return None if values is None else (values[0], values[1])
