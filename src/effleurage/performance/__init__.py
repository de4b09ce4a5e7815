"""A performance: when, where and how hard, for both hands, on one body.

Everything passes through it. It carries its own captions and body, so that a hand-written or a
recorded performance plays wherever a planned one does.
"""

from effleurage.performance._file import load as load
from effleurage.performance._file import save as save
from effleurage.performance._performance import Performance as Performance
from effleurage.performance._performance import Person as Person
from effleurage.performance._samples import FINGER_BENDS as FINGER_BENDS
from effleurage.performance._samples import FINGER_SHAPES as FINGER_SHAPES
from effleurage.performance._samples import HANDS as HANDS
from effleurage.performance._samples import LEFT as LEFT
from effleurage.performance._samples import PHASES as PHASES
from effleurage.performance._samples import RIGHT as RIGHT
from effleurage.performance._samples import TOOLS as TOOLS
from effleurage.performance._samples import Phase as Phase
from effleurage.performance._samples import Samples as Samples
from effleurage.performance._segments import Block as Block
from effleurage.performance._segments import Segment as Segment
from effleurage.performance._segments import Station as Station
from effleurage.performance._validate import problems as problems
from effleurage.performance._validate import validate as validate
