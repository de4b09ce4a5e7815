"""``python -m tests.holds.report ROWS.csv --height 1.72 …``: all holds as a table.

``--performance NAME.npz`` adds what needs the hands' meshes: depth in the skin, footprint, clearance.
Exits with 1 when something does not hold.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from effleurage.anatomy import Body

from .holds import MOVEMENTS, holds
from .measure import failed
from .receiver import Receiver
from .rows import read


def main(arguments: list[str] | None = None) -> int:
    """Print every hold, those that fail first; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.holds.report", description=__doc__)
    parser.add_argument("rows", type=Path, help="the exported CSV")
    parser.add_argument("--height", type=float, default=1.72)
    parser.add_argument("--weight", type=float, default=68)
    parser.add_argument("--sex", default="female")
    parser.add_argument("--age", type=float, default=40)
    parser.add_argument("--article", type=Path, help="its article, for the words of pressure")
    parser.add_argument("--performance", type=Path, help="the same performance as .npz, for the meshes")
    parser.add_argument(
        "--without", nargs="*", default=[], choices=sorted(MOVEMENTS), help="not in the article"
    )
    parser.add_argument("--ahead", default="right", choices=("left", "right"), help="the arm that goes over")
    parser.add_argument("--only-failed", action="store_true")
    said = parser.parse_args(arguments)
    receiver = Receiver(Body(height=said.height, weight=said.weight, sex=said.sex, age=said.age))
    expected = frozenset(MOVEMENTS) - set(said.without)
    routine = None
    if said.article:
        from effleurage.files import read_text
        from effleurage.reading import read as understand

        routine, _ = understand(read_text(str(said.article)))
    measures = holds(read(said.rows), receiver, expected=expected, routine=routine, ahead=said.ahead)
    if said.performance:
        from effleurage.performance import load

        from .meshes import meshes

        measures += meshes(load(said.performance), receiver)
    wrong = failed(measures)
    for measure in wrong:
        print(measure)
    if not said.only_failed:
        counts = Counter(measure.hold for measure in measures if measure.ok)
        told = {measure.hold: measure for measure in reversed(measures) if measure.ok}
        for hold, measure in reversed(told.items()):
            print(f"{measure}{f'  ({counts[hold]} times)' if counts[hold] > 1 else ''}")
    print(f"{len(measures) - len(wrong)} of {len(measures)} hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
