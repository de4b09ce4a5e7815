"""``python -m benchmarks [--peers PYTHON]``: measure everything, write RESULTS.md beside this file."""

import argparse
import os
import platform
from pathlib import Path

from tests.holds.people import drawn

from benchmarks import accuracy, page, planning, startup, surfaces, tracing
from benchmarks.tables import grid, pairs
from effleurage.anatomy import Body
from effleurage.files import write_text
from effleurage.reading import library, read

HERE = Path(__file__).parent
LEFT_OUT = "(not measured here: give a Python that has anny and potpourri3d with `--peers`)"


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--peers", type=Path, help="a Python that has anny and potpourri3d")
    parser.add_argument("--bodies", type=int, default=20, help="for the accuracy of strokes")
    said = parser.parse_args()
    people = drawn(said.bodies, seed=20)
    routine, _ = read(library.built_in())
    write_text(HERE / "RESULTS.md", "\n\n".join(_sections(people, routine, said.peers)) + "\n")


def _sections(people: list[Body], routine, peers: Path | None):
    yield "# Results"
    yield (
        f"Written by `python -m benchmarks`. {os.cpu_count()} processors, {platform.machine()}, "
        f"Python {platform.python_version()}, load {os.getloadavg()[1]:.1f} from other work. Ratios compare "
        "within one run; times suffer from the load."
    )
    yield "## Strokes against the true surface"
    lines = len(accuracy.LINES)
    yield (
        f"{len(people)} bodies drawn from the population, {lines} lines each, 3 to 7 cm beside the spine. "
        "Position and normals against the mesh itself (nearest point, normal of the face there)."
    )
    yield grid(accuracy.measure(people))
    yield "## Skins per second"
    yield pairs(surfaces.measure(people, peers=peers)) + ("" if peers else f"\n\n{LEFT_OUT}")
    yield "## Planning the built-in routine at 50 Hz on a new body"
    yield "Seconds of CPU, everything warm but the body."
    yield pairs(planning.measure(routine))
    yield "## Tracing a stroke on the skin, points 1 cm apart"
    yield pairs(tracing.measure(Body(), peers=peers)) + ("" if peers else f"\n\n{LEFT_OUT}")
    yield "## The session's page"
    yield "A saved session in Chromium, 390 × 844, drawn on the processor."
    yield pairs(page.measure(routine))
    yield "## Starting"
    times = startup.measure()
    base = times["python -c 'import numpy'"]
    yield grid({name: {"median [s]": t, "of numpy's": t / base} for name, t in times.items()})
    heavy = sorted({*startup.loaded(), *startup.loaded("--version")})
    yield f"Heavy packages loaded by either: {', '.join(heavy) or 'none'}."


if __name__ == "__main__":
    main()
