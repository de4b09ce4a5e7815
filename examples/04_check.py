"""Check a performance as a linter would: nothing is too hard, too fast or in the wrong place."""

import dataclasses

import effleurage as ef
from effleurage.safety import check

routine, _ = ef.read("Place both hands on the lower back. Slide them firmly up the sides of the spine.")
performance = ef.plan(routine, ef.Body(height=1.72, weight=68, sex="female", age=40))
print(len(check(performance)), "findings")

# The same strokes, three times as hard: now the check has something to say.
harder = dataclasses.replace(performance.samples, force=performance.samples.force * 3)
for finding in check(dataclasses.replace(performance, samples=harder)):
    print(finding.severity, finding.code, finding.message)
