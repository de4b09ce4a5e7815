"""Any adult body: places on the skin of three people, in metres."""

import numpy as np

import effleurage as ef
from effleurage.anatomy import atlas

people = [
    ef.Body(height=1.55, weight=48, sex="female", age=30),
    ef.Body(height=1.72, weight=68, sex="female", age=40),
    ef.Body(height=1.92, weight=115, sex="male", age=55),
]

for body in people:
    surface = body.surface("prone")
    chart, along, across = atlas().landmark("C7")
    c7 = surface.point(along, across, chart=chart)

    # A lane keeps its distance in metres from the spine, on every body.
    along = np.linspace(0.2, 0.88, 200)
    lane = surface.point(along, surface.at(along, 0.05))
    length = np.linalg.norm(np.diff(lane, axis=0), axis=1).sum()
    print(f"{body}: C7 {c7[2] * 100:.0f} cm over the table, {length * 100:.0f} cm of back beside the spine")
