"""What a stroke is among those around it: who rests, who reaches, what has been done on both sides."""

from collections.abc import Sequence

from effleurage.performance import LEFT, RIGHT
from effleurage.planning._interpret.items import Item, single, strokes_of
from effleurage.planning._place.where import LINES, MIDDLE
from effleurage.planning._score import Arrange, Run
from effleurage.routine import Direction, Hands, Place, Pointing, Side, Stroke, Technique, Tool


def mirrored(score: Sequence[Run | Arrange]) -> bool:
    """Each hand has been on a side of its own all the time: the other side is done."""
    runs = [entry for entry in score if isinstance(entry, Run)]
    return bool(runs) and all(run.signs[0] != run.signs[-1] for run in runs)


def two_sided(entries: tuple[Item, ...]) -> bool:
    """Hands that pass each other work on both sides at once."""
    return any(stroke.passes or stroke.crossed for stroke in strokes_of(entries))


def then(stroke: Stroke, after: Sequence[Stroke]) -> Stroke | None:
    """What hands that are only put down go on to do."""
    if stroke.technique is not Technique.HOLD:
        return None
    works = (other for other in after if other.technique is not Technique.HOLD)
    follower = next(works, None)
    return follower if follower is not None and (follower.hands or stroke.hands) is stroke.hands else None


def reaches(entry: Item, entries: Sequence[Item]) -> bool:
    """The giver works on the far side from where they are, instead of going there."""
    stroke = entry.stroke
    if stroke is None or stroke.side is not Side.OTHER:
        return False
    own = (other.stroke for other in entries if other.stroke is not None and not other.stroke.copied)
    return not stroke.copied or any(o.span == stroke.span and o.side is Side.OTHER for o in own)


def follows_giver(stroke: Stroke) -> bool:
    ways = {Direction.TOWARD_GIVER, Direction.AWAY_FROM_GIVER}
    return bool(ways & set(stroke.direction)) or stroke.tool in (Tool.FOREARM, Tool.ELBOW)


def from_hips(strokes: Sequence[Stroke]) -> bool:
    """Both hands work up both sides of the spine: done from beside the hips, turned to the head."""
    # Hands of which nothing is told speak against nothing.
    both = all(stroke.hands in (Hands.BOTH, None) for stroke in strokes)
    return both and any(stroke.pointing is Pointing.HEAD or stroke.passes for stroke in strokes)


def upper(strokes: Sequence[Stroke]) -> int:
    if not any(stroke.passes or stroke.crossed or stroke.upper_hand for stroke in strokes):
        return -1
    said = next((stroke.upper_hand for stroke in strokes if stroke.upper_hand is not None), Hands.RIGHT)
    return LEFT if said is Hands.LEFT else RIGHT


def rests(stroke: Stroke, after: Sequence[Stroke]) -> bool:
    """The hand stays where it is put while the other one works elsewhere."""
    if stroke.technique is not Technique.HOLD or not single(stroke) or not after:
        return False
    follower = after[0]
    if not single(follower) or follower.technique in (Technique.HOLD, Technique.RELEASE) or follower.follows:
        return False
    works = {follower.start, *follower.over} - LINES - {None}
    if not works or stroke.start in works:
        return False
    other_tool = follower.start is None and follower.tool is not stroke.tool
    named = {stroke.hands, follower.hands} == {Hands.LEFT, Hands.RIGHT}
    return follower.other_hand or follower.simultaneous or other_tool or named


def laid_first(entry: Item, entries: Sequence[Item]) -> bool:
    """One hand stays here while the other is laid there: "one on the sacrum, one between the blades"."""
    behind = next((s for s in entries if s.number == entry.number + 1 and s.step == entry.step), None)
    stroke, other = entry.stroke, None if behind is None else behind.stroke
    if stroke is None or other is None or not (single(stroke) and single(other)):
        return False
    holds = stroke.technique is Technique.HOLD and other.technique is Technique.HOLD
    return holds and not other.verb and stroke.start not in (None, other.start)


def steadies(stroke: Stroke) -> bool:
    """A hand is kept on one of two sides: it goes along to the other."""
    middle = MIDDLE | {Place.HEAD, Place.FRONT}
    return stroke.technique is Technique.HOLD and stroke.start is not None and stroke.start not in middle
