"""Pictures of bodies, drawn with matplotlib (extra ``pictures``)."""

from effleurage.scene.picture._body import draw_body as draw_body
from effleurage.scene.picture._shade import View as View
from effleurage.scene.picture._shade import draw_mesh as draw_mesh
