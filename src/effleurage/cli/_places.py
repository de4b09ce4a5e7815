"""The atlas on one surface, as plain values and as tables."""

from typing import TYPE_CHECKING, Any

from effleurage.anatomy import Atlas, Landmark, Region, Surface

if TYPE_CHECKING:
    from rich.table import Table

DIGITS = 4


def described(atlas: Atlas, surface: Surface) -> dict[str, Any]:
    """Landmarks and places with their chart coordinates, and positions in [m]."""
    return {
        "posture": surface.posture,
        "landmarks": {name: _landmark(mark, surface) for name, mark in atlas.landmarks.items()},
        "places": {name: _place(region, surface) for name, region in atlas.places.items()},
    }


def tables(atlas: Atlas, surface: Surface) -> "tuple[Table, Table]":
    """Places and landmarks as tables for a terminal."""
    from rich import box
    from rich.markup import escape
    from rich.table import Table

    rows = described(atlas, surface)
    places = Table("place", "chart", "along", "across", "side", escape("centre [m]"), box=box.SIMPLE)
    for name, row in rows["places"].items():
        side = "both" if row["paired"] else ""
        where = (_span(row["along"]), _span(row["across"]), side, _position(row["position_m"]))
        places.add_row(name, row["chart"] or "–", *where)
    position = escape("position [m]")
    landmarks = Table("landmark", "chart", "along", "across", "side", position, box=box.SIMPLE)
    for name, row in rows["landmarks"].items():
        where = (f"{row['along']:g}", f"{row['across']:g}", "both" if row["paired"] else "")
        landmarks.add_row(name, row["chart"], *where, _position(row["position_m"]))
    return places, landmarks


def _position_m(surface: Surface, along: float, across: float, chart: str) -> list[float]:
    return [round(float(value), DIGITS) + 0.0 for value in surface.point(along, across, chart)]


def _landmark(mark: Landmark, surface: Surface) -> dict[str, Any]:
    return {
        "chart": mark.chart,
        "along": mark.along,
        "across": mark.across,
        "paired": mark.across != 0.0,
        "position_m": _position_m(surface, mark.along, mark.across, mark.chart),
    }


def _place(region: Region, surface: Surface) -> dict[str, Any]:
    place: dict[str, Any] = {
        "chart": region.chart,
        "along": None if region.along is None else list(region.along),
        "across": None if region.across is None else list(region.across),
        "paired": region.paired,
        "position_m": None,
        "region": region.region_name,
        "source": region.source,
    }
    if region.chart is not None and region.centre is not None:
        place["position_m"] = _position_m(surface, *region.centre, region.chart)
    return place


def _span(values: list[float] | None) -> str:
    return "–" if values is None else f"{values[0]:g}…{values[1]:g}"


def _position(values: list[float] | None) -> str:
    return "–" if values is None else " ".join(f"{value:+.2f}" for value in values)
