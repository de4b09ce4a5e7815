"""Planning the whole built-in routine at 50 Hz on a body that has not been seen before."""

import time

from effleurage.anatomy import Body
from effleurage.planning import plan
from effleurage.routine import Routine


def measure(routine: Routine, *, bodies: int = 5) -> dict[str, float]:
    """Median CPU seconds of planning, everything warm but the body.

    Args:
        routine: What to plan.
        bodies: On how many new bodies.
    """
    plan(routine, Body())
    found = {}
    for name, minutes in (("as told", None), ("--minutes 20", 20.0)):
        times = []
        for k in range(bodies):
            body = Body(height=1.60 + 0.031 * k + (0.0 if minutes is None else 0.011), weight=64 + k, age=35)
            start = time.process_time()
            performance = plan(routine, body, minutes=minutes)
            times.append(time.process_time() - start)
        found[f"{name} [s]"] = sorted(times)[len(times) // 2]
        found[f"{name}, length [min]"] = performance.duration / 60
    return found
