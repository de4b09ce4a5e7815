"""Read a routine: what each sentence was understood to mean, and where it stands in the text."""

import effleurage as ef

TEXT = """\
# A short back rub

1. Sit beside your partner's hips and place both hands on the lower back, fingers pointing to the head.
2. Slide both hands slowly up the sides of the spine to the shoulders, out around them and back down the ribs.
   Repeat five times, and never press on the spine itself.
3. Knead the left shoulder firmly, then the right.
"""

routine, report = ef.read(TEXT)

for movement in routine.movements:
    for step in movement.steps:
        print(f"{step.kind:<8} {routine.words(step.span)}")
        for stroke in step.strokes:
            way = f"{stroke.start} → {stroke.end} {' '.join(stroke.direction)}"
            print(f"{'':9}{stroke.technique} {stroke.tool} {way} ×{stroke.repeats}")
    for limit in movement.limits:
        print(f"limit    {routine.words(limit.span)!r}: keep off the {limit.avoid}")

for finding in report.findings:
    print(f"{finding.severity} {finding.code}: {finding.message}")
