"""Strokes: one class for each technique, which turns a resolved stroke into paths and forces."""

from effleurage.planning.strokes._cover import cover as cover
from effleurage.planning.strokes._creep import Creep as Creep
from effleurage.planning.strokes._effleurage import Effleurage as Effleurage
from effleurage.planning.strokes._inplace import Compression as Compression
from effleurage.planning.strokes._inplace import Friction as Friction
from effleurage.planning.strokes._inplace import Stretch as Stretch
from effleurage.planning.strokes._inplace import Tapotement as Tapotement
from effleurage.planning.strokes._inplace import Vibration as Vibration
from effleurage.planning.strokes._petrissage import Petrissage as Petrissage
from effleurage.planning.strokes._row import Row as Row
from effleurage.planning.strokes._still import Hold as Hold
from effleurage.planning.strokes._still import Other as Other
from effleurage.planning.strokes._still import Release as Release
from effleurage.planning.strokes._technique import Task as Task
from effleurage.planning.strokes._technique import Technique as Technique
from effleurage.routine import Technique as Name

TECHNIQUES: dict[Name | None, Technique] = {
    Name.EFFLEURAGE: Effleurage(),
    Name.PETRISSAGE: Petrissage(),
    Name.FRICTION: Friction(),
    Name.TAPOTEMENT: Tapotement(),
    Name.VIBRATION: Vibration(),
    Name.COMPRESSION: Compression(),
    Name.HOLD: Hold(),
    Name.STRETCH: Stretch(),
    Name.RELEASE: Release(),
    Name.OTHER: Other(),
    None: Other(),
}
