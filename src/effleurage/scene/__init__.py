"""What players share: the posed body and hands over time, cameras, and the paths on the skin.

Nothing here knows a renderer, and each part is computed when it is first asked for.
"""

from effleurage.scene._axes import Y_UP as Y_UP
from effleurage.scene._axes import xyzw as xyzw
from effleurage.scene._between import between as between
from effleurage.scene._camera import Camera as Camera
from effleurage.scene._camera import camera as camera
from effleurage.scene._mesh import Mesh as Mesh
from effleurage.scene._mesh import make_mesh as make_mesh
from effleurage.scene._mesh import vertex_normals as vertex_normals
from effleurage.scene._paths import Path as Path
from effleurage.scene._paths import paths as paths
from effleurage.scene._postures import Lying as Lying
from effleurage.scene._postures import lying_weights as lying_weights
from effleurage.scene._postures import lyings as lyings
from effleurage.scene._postures import posture_names as posture_names
from effleurage.scene._scene import Scene as Scene
from effleurage.scene._scene import build as build
from effleurage.scene._tracks import Tracks as Tracks
from effleurage.scene._tracks import finite as finite
from effleurage.scene._tracks import held as held
from effleurage.scene._tracks import tracks as tracks
from effleurage.spatial import one_sign as one_sign
