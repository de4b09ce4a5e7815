"""The vocabulary of a routine: what is to be done, before anybody knows on which body.

`reading` writes it, `planning` reads it, and neither knows the other. All values are frozen.
"""

from effleurage.routine._arrangement import Arrangement as Arrangement
from effleurage.routine._arrangement import Facing as Facing
from effleurage.routine._arrangement import GiverPlace as GiverPlace
from effleurage.routine._arrangement import Posture as Posture
from effleurage.routine._arrangement import Stance as Stance
from effleurage.routine._routine import Kind as Kind
from effleurage.routine._routine import Limit as Limit
from effleurage.routine._routine import Movement as Movement
from effleurage.routine._routine import Routine as Routine
from effleurage.routine._routine import Span as Span
from effleurage.routine._routine import Step as Step
from effleurage.routine._routine import Topic as Topic
from effleurage.routine._stroke import Change as Change
from effleurage.routine._stroke import Duration as Duration
from effleurage.routine._stroke import Fingers as Fingers
from effleurage.routine._stroke import Pointing as Pointing
from effleurage.routine._stroke import Relation as Relation
from effleurage.routine._stroke import Spot as Spot
from effleurage.routine._stroke import Stroke as Stroke
from effleurage.routine._stroke import Tempo as Tempo
from effleurage.routine._wishes import Wishes as Wishes
from effleurage.routine._wishes import Zone as Zone
from effleurage.routine._wishes import zone as zone
from effleurage.routine._words import Direction as Direction
from effleurage.routine._words import Hands as Hands
from effleurage.routine._words import Place as Place
from effleurage.routine._words import Pressure as Pressure
from effleurage.routine._words import Side as Side
from effleurage.routine._words import Technique as Technique
from effleurage.routine._words import Tool as Tool
