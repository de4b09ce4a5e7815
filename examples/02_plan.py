"""Plan a routine on a body: poses and forces over time, each traced back to its sentence."""

import numpy as np

import effleurage as ef
from effleurage.performance import load, save
from effleurage.players.export import write

TEXT = """\
1. Place both hands on the lower back.
2. Slide both hands up the sides of the spine to the neck, then out over the shoulders and down the ribs.
3. Knead the shoulders between thumbs and fingers.
"""

routine, _ = ef.read(TEXT)
body = ef.Body(height=1.80, weight=84, sex="male", age=35)
performance = ef.plan(routine, body)
samples = performance.samples

print(f"{performance.duration:.0f} s, {len(performance.segments)} segments, {len(samples)} samples")
for segment in performance.segments:
    force = np.nanmax(samples.force[segment.start : segment.stop])
    words, begins = routine.words(segment.span)[:60], samples.time[segment.start]
    print(f"{begins:6.1f} s  {segment.technique:<12} up to {force:4.1f} N  {words!r}")

save(performance, "back.npz")
assert load("back.npz").duration == performance.duration
write(performance, "back.csv")
write(performance, "back.glb")
