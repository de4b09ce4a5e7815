"""The picture of a body: what is named can be read."""

import itertools

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from effleurage.anatomy import Body
from effleurage.scene.picture import View, _body


def test_no_landmarks_name_covers_another():
    """Seen from above, many landmarks are close together: their names stand beside the body, apart."""
    surface = Body(height=1.72, weight=68, sex="female", age=40).surface("prone")
    figure = Figure(figsize=(12, 10))
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.set_aspect("equal")
    _body._crop(axes, surface)
    _body._draw_landmarks(axes, surface, View.TOP)
    canvas.draw()
    boxes = [Text.get_window_extent(text) for text in axes.texts]
    assert len(boxes) > 10
    assert not any(a.overlaps(b) for a, b in itertools.combinations(boxes, 2))
