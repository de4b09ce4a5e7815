"""Bodies, their skin in charts, and the names of places on it.

>>> body = Body(height=1.72, weight=68, sex="female", age=40)
>>> surface = body.surface("prone")
>>> region = atlas().place("flank")
"""

from effleurage.anatomy._atlas import Atlas as Atlas
from effleurage.anatomy._atlas import Landmark as Landmark
from effleurage.anatomy._atlas import Region as Region
from effleurage.anatomy._atlas import atlas as atlas
from effleurage.anatomy._batch import surface_grids as surface_grids
from effleurage.anatomy._batch import surface_meshes as surface_meshes
from effleurage.anatomy._body import Body as Body
from effleurage.anatomy._chart import chart_names as chart_names
from effleurage.anatomy._population import usual_weight as usual_weight
from effleurage.anatomy._posture import posture_called as posture_called
from effleurage.anatomy._posture import posture_names as posture_names
from effleurage.anatomy._skin import Skin as Skin
from effleurage.anatomy._surface import Surface as Surface
