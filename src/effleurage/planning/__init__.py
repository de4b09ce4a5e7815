"""Planning: from a routine and a body to a performance, in four passes.

*Place* finds the words' places on the body, *trace* draws each stroke as a path with its forces,
*time* gives it a tempo and its turn, *pose* puts hands and arms to it. `strokes/` holds one class
for each technique.
"""

from effleurage.planning._plan import minutes_range as minutes_range
from effleurage.planning._plan import plan as plan
from effleurage.planning._track import Track as Track
