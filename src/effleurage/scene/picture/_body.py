"""The picture of a body: chart lines, landmarks and places with their names."""

import itertools
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from effleurage.anatomy import Region, Surface, atlas, chart_names
from effleurage.errors import UsageError
from effleurage.scene.picture._shade import View, draw_mesh, facing

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LINE = (0.16, 0.30, 0.42)
INK = (0.13, 0.13, 0.15)
DOT = (0.75, 0.16, 0.12)
STEPS = 120
MOSTLY = 0.6
"""Share of a place's outline that must be seen for it to be drawn."""

LABELS = 0.56
"""Distance of the places' names from the spine, in [m]."""

FRAME = {"back": (0.05, 0.125), "head": (0.25, 0.25)}
"""Distance of the lines drawn along and across, by chart."""

FROM_THE_SIDE = {
    "S2", "L4", "T12", "T7", "T3", "C7", "occiput", "greater_trochanter", "iliac_crest", "lowest_rib",
    "axillary_fold", "acromion", "mastoid", "crown",
}  # fmt: skip

OUTLINED = {
    "sacrum", "buttock", "hip", "waist", "flank", "shoulder_blade", "shoulder", "shoulder_top",
    "neck_base", "neck", "head", "armpit", "spine_sides", "lower_back", "mid_back", "upper_back",
}  # fmt: skip


def draw_body(path: Path, surface: Surface, *, title: str) -> None:
    """Draw a body from above and from its left, and save the picture.

    Args:
        path: The file to write; its suffix chooses the format.
        surface: The posed body.
        title: What to write above it.

    Raises:
        UsageError: If matplotlib is not installed.
    """
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        hint = "pip install 'effleurage[pictures]'"
        raise UsageError("pictures need matplotlib, the extra 'pictures'", hint=hint) from error

    figure = Figure(figsize=(16, 11), layout="constrained")
    FigureCanvasAgg(figure)
    grid = figure.add_gridspec(2, 2, height_ratios=[1.75, 1.0])
    panels = (
        (figure.add_subplot(grid[0, 0]), View.TOP, "places (of paired ones the receiver's left)", True),
        (figure.add_subplot(grid[0, 1]), View.TOP, "charts and landmarks", False),
        (figure.add_subplot(grid[1, :]), View.LEFT, "from the left", False),
    )
    for axes, view, caption, is_places in panels:
        draw_mesh(axes, surface.vertices, surface.faces, view=view)
        if is_places:
            _draw_places(axes, surface, view)
        else:
            _draw_charts(axes, surface, view)
            _draw_landmarks(axes, surface, view)
        axes.set_title(caption, fontsize=12, color=INK)
        axes.set_axis_off()
        if view is View.TOP:
            _crop(axes, surface)
    figure.suptitle(title, fontsize=15, color=INK)
    figure.savefig(path, dpi=110, facecolor=(0.98, 0.97, 0.95))


def _crop(axes: "Axes", surface: Surface) -> None:
    bottom = float(surface.point(0.0, 0.0)[0]) - 0.12
    axes.set_ylim(bottom, float(surface.vertices[:, 0].max()) + 0.05)


def _line(axes: "Axes", surface: Surface, view: View, along, across, chart: str, **style) -> None:
    points = view.project(surface.point(along, across, chart))[..., :2]
    seen = facing(surface.smoothed_normal(along, across, chart), view)
    axes.plot(*np.where(seen[:, None], points, np.nan).T, **style)


def _draw_charts(axes: "Axes", surface: Surface, view: View) -> None:
    fine = np.linspace(0.0, 1.0, STEPS)
    for chart in chart_names():
        along, across = FRAME[chart]
        for value in np.arange(0.0, 1.0 + 1e-9, along):
            _line(axes, surface, view, np.full(STEPS, value), 2 * fine - 1, chart, color=LINE, lw=0.5)
        for value in np.arange(-1.0, 1.0 + 1e-9, across):
            width = 1.2 if abs(value) < 1e-9 or abs(value) > 1 - 1e-9 else 0.5
            _line(axes, surface, view, fine, np.full(STEPS, value), chart, color=LINE, lw=width)


def _draw_landmarks(axes: "Axes", surface: Surface, view: View) -> None:
    shown: list[Labelled] = []
    for name, mark in atlas().landmarks.items():
        point = view.project(surface.point(mark.along, mark.across, mark.chart))
        normal = surface.smoothed_normal(mark.along, mark.across, mark.chart)
        if view is View.LEFT and name not in FROM_THE_SIDE:
            continue
        if not facing(normal, view, least=-0.25):
            continue
        axes.plot(*point[:2], "o", ms=3.5, color=DOT)
        shown.append(Labelled(name, point, is_left=mark.across != 0, color=DOT))
    if view is View.TOP:
        _label(axes, shown)
        return
    for name, point, _, _ in shown:
        axes.annotate(
            name.replace("_", " "),
            (point[0], point[1]),
            xytext=(4, 2),
            textcoords="offset points",
            fontsize=8,
            color=INK,
        )


def _centre(surface: Surface, region: Region) -> np.ndarray:
    assert region.chart is not None
    assert region.centre is not None
    return surface.point(*region.centre, region.chart)


def _outline(surface: Surface, region: Region, view: View) -> np.ndarray:
    assert region.chart is not None
    assert region.along is not None
    assert region.across is not None
    (a0, a1), (c0, c1) = region.along, region.across
    side = np.linspace(0.0, 4.0, STEPS)
    along = np.interp(side, range(5), [a0, a0, a1, a1, a0])
    across = np.interp(side, range(5), [c0, c1, c1, c0, c0])
    seen = facing(surface.smoothed_normal(along, across, region.chart), view)
    if seen.mean() < MOSTLY:
        return np.empty((0, 2))
    return view.project(surface.point(along, across, region.chart))[seen, :2]


def _draw_places(axes: "Axes", surface: Surface, view: View) -> None:
    from matplotlib import colormaps
    from matplotlib.patches import Polygon

    colors = colormaps["tab20"]
    shown: list[Labelled] = []
    for number, region in enumerate(r for name, r in atlas().places.items() if name in OUTLINED):
        color = colors(number % 20)
        points = _outline(surface, region, view)
        axes.add_patch(Polygon(points, closed=True, facecolor=(*color[:3], 0.28), edgecolor=color, lw=1.0))
        centre = view.project(_centre(surface, region))
        shown.append(Labelled(region.name, centre, is_left=region.paired, color=color))
    _label(axes, shown)


class Labelled(NamedTuple):
    """Something to be named beside the body: where it is, on which side its name stands, its colour."""

    name: str
    point: np.ndarray
    is_left: bool
    color: tuple[float, ...]


def _label(axes: "Axes", shown: list[Labelled]) -> None:
    """Names on both sides of the body, a line from each to what it names: on the skin they would collide."""
    heights = {
        side: iter(_spread([one.point[1] for one in shown if one.is_left is side])) for side in (True, False)
    }
    for name, point, is_left, color in shown:
        axes.annotate(
            name.replace("_", " "), (point[0], point[1]),
            xytext=(-LABELS if is_left else LABELS, next(heights[is_left])),
            fontsize=10, color=INK, ha="right" if is_left else "left", va="center",
            arrowprops={"arrowstyle": "-", "color": color, "lw": 0.7},
        )  # fmt: skip
    axes.set_xlim(-LABELS - 0.2, LABELS + 0.2)


def _spread(heights: list[float], gap: float = 0.035) -> list[float]:
    """The heights, moved apart so that labels do not cover each other, in the given order."""
    order = np.argsort(heights)
    placed = np.array(heights, dtype=float)
    for before, after in itertools.pairwise(order):
        placed[after] = max(placed[after], placed[before] + gap)
    return placed.tolist()
