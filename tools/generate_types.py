"""Write the page's TypeScript types from the Python classes that make its payload.

Run it after a change of `effleurage/players/guide/_schema.py`; a test fails on drift.
"""

import dataclasses
import inspect
import types
import typing
from pathlib import Path

from effleurage.players.guide import _schema

TARGET = Path(__file__).parents[1] / "web" / "src" / "schema.ts"
PLAIN = {str: "string", float: "number", int: "number", bool: "boolean", type(None): "null"}


def typescript(annotation: object) -> str:
    """The TypeScript name of a Python annotation."""
    if annotation in PLAIN:
        return PLAIN[annotation]  # ty: ignore[invalid-argument-type] -- `in` has just shown it
    if dataclasses.is_dataclass(annotation):
        return annotation.__name__  # ty: ignore[unresolved-attribute] -- a class, by construction
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is tuple and arguments[-1] is Ellipsis:
        inner = typescript(arguments[0])
        return f"({inner})[]" if "|" in inner else f"{inner}[]"
    if origin is tuple:
        return "[" + ", ".join(typescript(argument) for argument in arguments) + "]"
    if origin in (typing.Union, types.UnionType):
        return " | ".join(typescript(argument) for argument in arguments)
    raise TypeError(f"no TypeScript for {annotation!r}")


def generate() -> str:
    """The whole file."""
    classes = [
        value
        for value in vars(_schema).values()
        if inspect.isclass(value) and dataclasses.is_dataclass(value) and value.__module__ == _schema.__name__
    ]
    lines = [
        "/** Made by tools/generate_types.py from effleurage/players/guide/_schema.py: do not edit. */",
        "",
        f"export const VERSION = {_schema.VERSION};",
    ]
    for cls in classes:
        first = (inspect.getdoc(cls) or "").splitlines()[0]
        lines += ["", f"/** {first} */", f"export interface {cls.__name__} {{"]
        hints = typing.get_type_hints(cls)
        lines += [f"  {field.name}: {typescript(hints[field.name])};" for field in dataclasses.fields(cls)]
        lines += ["}"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(generate(), encoding="utf-8")
