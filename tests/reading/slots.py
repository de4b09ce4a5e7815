"""What the tests of slots share: a text's strokes as plain words."""

from typing import Any

from effleurage.reading import read


def told(text: str) -> list[dict[str, Any]]:
    """All strokes of a text, in order, as plain values."""
    routine, _ = read(text)
    slots = ("technique", "hands", "tool", "start", "end", "over", "direction", "side", "pressure", "repeats")
    return [
        {slot: _plain(getattr(stroke, slot)) for slot in slots}
        for movement in routine.movements
        for step in movement.steps
        for stroke in step.strokes
    ]


def parts(text: str, *slots: str) -> list[tuple[Any, ...]]:
    """Of every stroke of a text only these slots."""
    return [tuple(stroke[slot] for slot in slots) for stroke in told(text)]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [str(v) for v in value]
    return value if value is None or isinstance(value, int) else str(value)
