"""A pass: one time through a section of a movement, and the side that each of its strokes is on."""

from dataclasses import dataclass
from typing import final

from effleurage.planning._interpret.elsewhere import own_words
from effleurage.planning._interpret.items import Item
from effleurage.routine import Posture, Side

SIDES = {Side.LEFT: 1.0, Side.RIGHT: -1.0}


@final
@dataclass(frozen=True, kw_only=True)
class Pass:
    """One time through a movement, on one side where it works on one side.

    Attributes:
        entries: The movement's items.
        movement: Its index.
        repeat: Number of the pass.
        again: The sentence that sends to the other side, where one does.
        sign: Side that is worked on where the words leave it open: +1 left, −1 right.
        one_sided: The movement is told for one side.
        swapped: This is the other side's turn.
        exchanged: Left and right hands change parts in it.
        follows: The giver is on the side that is worked on.
        head: How the head is turned relative to the giver, or None.
        clasped: The other hand clasps the working one.
        upper: Hand whose arm goes over the other; −1 where no matter.
    """

    entries: tuple[Item, ...]
    movement: int
    repeat: int
    again: Item | None
    sign: float
    one_sided: bool
    swapped: bool
    exchanged: bool
    follows: bool
    head: Posture | None
    clasped: bool
    upper: int

    def side_at(self, entry: Item, near: float) -> float:
        """Side that a stroke is on: what it says, else what was said last before it.

        Args:
            entry: The stroke.
            near: The side that the giver is on.
        """
        sign = self.sign
        for other in self.entries:
            if other.stroke is not None and other.stroke.side in SIDES:
                said = SIDES[other.stroke.side]
                sign = -said if self.swapped else said
            if other is entry:
                break
        stroke = entry.stroke
        if stroke is None or self.one_sided:
            return sign
        if stroke.side is Side.OTHER and stroke.copied:
            source = self._told_before(entry)
            return -sign if source is None else -self.side_at(source, near)
        if stroke.side is Side.OTHER:
            return -near
        told_near = stroke.side is Side.ONE and "side" in stroke.stated and not stroke.copied
        return near if told_near else sign

    def _told_before(self, copy: Item) -> Item | None:
        """What a copy does again: the stroke with its words, or for words of its own the one before it."""
        assert copy.stroke is not None
        told = [entry for entry in self.entries if entry.stroke is not None and entry.number < copy.number]
        same = (entry for entry in told if entry.stroke is not None and entry.stroke.span == copy.stroke.span)
        found = next(same, None)
        return (told[-1] if told else None) if found is None and own_words(copy) else found
