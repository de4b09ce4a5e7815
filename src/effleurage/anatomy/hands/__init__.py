"""The giver's hands and forearms: one mesh, the shapes of a hand at work, and the tools on it."""

from effleurage.anatomy.hands._model import HandModel as HandModel
from effleurage.anatomy.hands._model import largest_share as largest_share
from effleurage.anatomy.hands._model import model as model
from effleurage.anatomy.hands._model import tool_shape as tool_shape
from effleurage.anatomy.hands._rotation import about as about
from effleurage.anatomy.hands._rotation import matrix as matrix
from effleurage.anatomy.hands._rotation import quaternion as quaternion
from effleurage.anatomy.hands._rotation import unit as unit
from effleurage.anatomy.hands._shapes import BASES as BASES
from effleurage.anatomy.hands._shapes import BENDS as BENDS
from effleurage.anatomy.hands._shapes import DIGITS as DIGITS
from effleurage.anatomy.hands._shapes import SHAPES as SHAPES
from effleurage.anatomy.hands._shapes import with_bends as with_bends
from effleurage.anatomy.hands._skin import Skin as Skin
from effleurage.anatomy.hands._tools import TOOLS as TOOLS
from effleurage.anatomy.hands._tools import ContactFrame as ContactFrame
from effleurage.anatomy.hands._tools import Footprint as Footprint
