"""A guided session as one offline file, made for the person who receives it."""

from pathlib import Path

import effleurage as ef
from effleurage.players import guide
from effleurage.reading import library

routine, _ = ef.read(library.built_in())
performance = ef.plan(routine, ef.Body(height=1.65, weight=60, sex="female", age=50), minutes=15)

info = guide.session_info(performance, guide.figure(performance))
Path("session.html").write_text(guide.page(guide.session_json(info), info), encoding="utf-8")

print(f"{performance.duration / 60:.0f} minutes, {Path('session.html').stat().st_size / 1e6:.1f} MB")
print("left out:", ", ".join(performance.dropped) or "nothing")
