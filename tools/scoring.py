"""Score a reading against a known answer: kinds, slots, whole sentences, as the contract says.

Steps are matched by the overlap of their spans, clauses aligned in order; slots count where the
known answer has a value, and against precision where the reader states one that it lacks.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, final

SLOTS = (
    *("technique", "hands", "tool", "start", "end", "over"),
    *("direction", "side", "pressure", "repeats"),
)
LISTS = ("over", "direction")
WORKING = ("stroke", "setup", "repeat")
MATCHED = 0.5
GAP = 0.6
WEIGHTS = {"technique": 3.0, "tool": 1.0, "start": 1.0, "end": 1.0, "direction": 1.0}

Step = dict[str, Any]
Stroke = dict[str, Any]


@final
@dataclass
class Score:
    """Counts over one article or many.

    Attributes:
        steps: Steps of the known answer.
        kinds: Those whose kind is read.
        sentences: Strokes, setups and repeats among them.
        exact: Those of which every value is met.
        slots: Right, read and wanted values by slot.
        taken: What was read for what, by slot: (slot, known, read).
    """

    steps: int = 0
    kinds: int = 0
    sentences: int = 0
    exact: int = 0
    slots: dict[str, list[int]] = field(default_factory=lambda: {slot: [0, 0, 0] for slot in SLOTS})
    taken: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def __add__(self, other: "Score") -> "Score":
        """The counts of both."""
        return Score(
            steps=self.steps + other.steps,
            kinds=self.kinds + other.kinds,
            sentences=self.sentences + other.sentences,
            exact=self.exact + other.exact,
            slots={s: [a + b for a, b in zip(self.slots[s], other.slots[s], strict=True)] for s in SLOTS},
            taken=self.taken + other.taken,
        )

    @property
    def kind_accuracy(self) -> float:
        """Share of steps whose kind is right."""
        return self.kinds / self.steps

    @property
    def exactness(self) -> float:
        """Share of strokes, setups and repeats of which every value is met."""
        return self.exact / self.sentences

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall over all slots."""
        return ratios([sum(cell[k] for cell in self.slots.values()) for k in range(3)])[2]


def ratios(cell: list[int]) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean of (right, read, wanted)."""
    right, read, wanted = cell
    precision, recall = right / max(read, 1), right / max(wanted, 1)
    return precision, recall, 2 * right / max(read + wanted, 1)


def score(gold: dict[str, Any], read: dict[str, Any]) -> Score:
    """Compare two objects of the reading contract."""
    total = Score()
    wanted, found = list(_steps(gold)), list(_steps(read))
    partner, extra = _matched(wanted, found)
    for index, step in enumerate(wanted):
        other = found[partner[index]] if index in partner else None
        total.steps += 1
        right = other is not None and other["kind"] == step["kind"]
        total.kinds += right
        met = True
        for a, b in _aligned(step["strokes"], other["strokes"] if other else []):
            met = _count(a, b, total) and met and a is not None
        if step["kind"] in WORKING:
            still = not step["strokes"]
            met = met and other is not None and (not still or (right and not other["strokes"]))
            total.sentences += 1
            total.exact += met
    for index in extra:
        for stroke in found[index]["strokes"]:
            _count(None, stroke, total)
    return total


def _steps(article: dict[str, Any]) -> Iterator[Step]:
    steps = [step for movement in article["movements"] for step in movement["steps"]]
    yield from sorted(steps, key=lambda step: tuple(step["span"]))


def _overlap(a: Step, b: Step) -> float:
    (low, high), (start, end) = a["span"], b["span"]
    shared = min(high, end) - max(low, start)
    return max(shared, 0) / max(max(high, end) - min(low, start), 1)


def _matched(gold: list[Step], read: list[Step]) -> tuple[dict[int, int], list[int]]:
    """Pairs of steps, those that overlap most first; and the read steps that nobody wanted."""
    pairs = sorted(
        ((_overlap(a, b), -i, -j) for i, a in enumerate(gold) for j, b in enumerate(read)), reverse=True
    )
    partner: dict[int, int] = {}
    used: set[int] = set()
    for overlap, i, j in pairs:
        if overlap >= MATCHED and -i not in partner and -j not in used:
            partner[-i] = -j
            used.add(-j)
    return partner, [j for j in range(len(read)) if j not in used]


def _value(stroke: Stroke | None, slot: str) -> Any:
    """A slot's value as it counts: an unstated single repeat says nothing."""
    if stroke is None:
        return [] if slot in LISTS else None
    value = stroke[slot]
    if slot == "repeats" and value == 1 and "repeats" not in stroke["stated"]:
        return None
    return value


def _common(a: list[str], b: list[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        above = row[:]
        for j, y in enumerate(b, 1):
            row[j] = above[j - 1] + 1 if x == y else max(above[j], row[j - 1])
    return row[-1]


def _distance(a: Stroke, b: Stroke) -> float:
    cost = 0.0
    for slot, weight in WEIGHTS.items():
        x, y = _value(a, slot), _value(b, slot)
        if slot in LISTS:
            longest = max(len(x), len(y))
            cost += weight * (1 - _common(x, y) / longest) if longest else 0.0
        else:
            cost += weight * (x != y)
    return cost / sum(WEIGHTS.values())


def _aligned(gold: list[Stroke], read: list[Stroke]) -> list[tuple[Stroke | None, Stroke | None]]:
    """Clauses in order, at the least cost; None stands for a missing or an added clause."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(gold) + 1):
        for j in range(len(read) + 1):
            ways = []
            if i and j:
                ways.append((best[i - 1, j - 1][0] + _distance(gold[i - 1], read[j - 1]), (i - 1, j - 1)))
            if i:
                ways.append((best[i - 1, j][0] + GAP, (i - 1, j)))
            if j:
                ways.append((best[i, j - 1][0] + GAP, (i, j - 1)))
            if ways:
                # On equal cost the first way wins: a pair, then a missing, then an added clause.
                best[i, j] = min(ways, key=lambda way: way[0])
    at = (len(gold), len(read))
    pairs: list[tuple[Stroke | None, Stroke | None]] = []
    while at != (0, 0):
        before = best[at][1]
        pairs.append(
            (gold[before[0]] if before[0] < at[0] else None, read[before[1]] if before[1] < at[1] else None)
        )
        at = before
    return pairs[::-1]


def _count(gold: Stroke | None, read: Stroke | None, total: Score) -> bool:
    """Count one pair of clauses; whether every known value is met."""
    met = True
    stated = read["stated"] if read else []
    for slot in SLOTS:
        want, have = _value(gold, slot), _value(read, slot)
        cell = total.slots[slot]
        counts = slot in stated or (gold is None and slot == "technique")
        if slot in LISTS:
            if want or slot in stated:
                cell[0] += _common(want, have)
                cell[1] += len(have)
                cell[2] += len(want)
        elif want is None:
            cell[1] += have is not None and counts
        else:
            cell[0] += want == have
            cell[1] += have is not None
            cell[2] += 1
        if want not in (None, []) and want != have:
            met = False
            if read is not None:
                total.taken[slot, _told(want), _told(have)] += 1
    return met


def _told(value: Any) -> str:
    if value in (None, []):
        return "–"
    return ", ".join(value) if isinstance(value, list) else str(value)
