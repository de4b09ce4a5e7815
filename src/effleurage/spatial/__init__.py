"""Frames, rotations, splines and runs of rows: NumPy and SciPy, and nothing about people."""

from effleurage.spatial._curves import Curves as Curves
from effleurage.spatial._rotation import one_sign as one_sign
from effleurage.spatial._rotation import rotation_about as rotation_about
from effleurage.spatial._rotation import rotation_vector as rotation_vector
from effleurage.spatial._runs import runs as runs
from effleurage.spatial._spline import GridSpline as GridSpline
from effleurage.spatial._spline import Points as Points
from effleurage.spatial._spline import refinement as refinement
from effleurage.spatial._threads import on_one_thread as on_one_thread
from effleurage.spatial._triangle import closest_in_triangles as closest_in_triangles
from effleurage.spatial._vectors import cross as cross
from effleurage.spatial._vectors import dot as dot
from effleurage.spatial._vectors import length as length
from effleurage.spatial._vectors import unit as unit
