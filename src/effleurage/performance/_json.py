"""Frozen dataclasses to plain JSON values and back, checked against their annotations."""

import dataclasses
import types
import typing
from typing import Any


def encode(value: object) -> Any:
    """A dataclass, tuple or plain value as JSON knows it."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: encode(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    return value


def decode(kind: Any, value: Any, *, path: str = "header") -> Any:
    """A JSON value as the annotation says.

    Args:
        kind: A dataclass, a tuple type, a union with None, or a plain type.
        value: What JSON gave.
        path: Where it stands, for the message.

    Returns:
        The value as `kind`.

    Raises:
        ValueError: Naming the place, what was expected and what came.
    """
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        if value is None and type(None) in arguments:
            return None
        (kind,) = (argument for argument in arguments if argument is not type(None))
        return decode(kind, value, path=path)
    if dataclasses.is_dataclass(kind):
        return _decode_fields(kind, value, path)
    if origin is tuple:
        return _decode_tuple(arguments, value, path)
    accepted = (int, float) if kind is float else kind
    if not isinstance(value, accepted) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"{path} is {_short(value)}, expected {kind.__name__}")
    try:
        return kind(value)
    except OverflowError as error:
        raise ValueError(f"{path} is {_short(value)}, too large for a {kind.__name__}") from error


def _decode_fields(kind: Any, value: Any, path: str) -> Any:
    known = {field.name: field for field in dataclasses.fields(kind)}
    needed = {name for name, field in known.items() if field.default is dataclasses.MISSING}
    if not isinstance(value, dict):
        raise ValueError(f"{path} is {_short(value)}, expected an object")
    if missing := sorted(needed - value.keys()):
        raise ValueError(f"{path} lacks {', '.join(missing)}")
    if unknown := sorted(value.keys() - known.keys()):
        raise ValueError(f"{path} holds unknown fields: {', '.join(unknown)}")
    hints = typing.get_type_hints(kind)
    return kind(**{name: decode(hints[name], item, path=f"{path}.{name}") for name, item in value.items()})


def _decode_tuple(arguments: tuple[Any, ...], value: Any, path: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{path} is {_short(value)}, expected a list")
    is_open = len(arguments) == 2 and arguments[1] is Ellipsis
    kinds = (arguments[0],) * len(value) if is_open else arguments
    if len(kinds) != len(value):
        raise ValueError(f"{path} has {len(value)} items, expected {len(kinds)}")
    pairs = enumerate(zip(kinds, value, strict=True))
    return tuple(decode(kind, item, path=f"{path}[{number}]") for number, (kind, item) in pairs)


def _short(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 40 else words[:37] + "..."
