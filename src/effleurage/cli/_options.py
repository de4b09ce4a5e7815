"""Options that several verbs share: the receiver's size and posture, in people's own units."""

import functools
import re
from collections.abc import Callable
from typing import Any

import click

from effleurage.errors import UnknownNameError, UsageError

INCH, POUND, STONE = 0.0254, 0.45359237, 6.35029318

_NUMBER = r"(\d+(?:\.\d*)?|\.\d+)"
_FEET = re.compile(rf"{_NUMBER}\s*(?:ft|feet|foot|')\s*(?:{_NUMBER}\s*(?:in|inch|inches|\"|'')?)?")
_STONE = re.compile(rf"{_NUMBER}\s*(?:st|stone)\s*(?:{_NUMBER}\s*(?:lb|lbs)?)?")
_PLAIN = re.compile(rf"{_NUMBER}\s*([a-z\"]*)")
_LENGTHS = {"": 1.0, "m": 1.0, "cm": 0.01, "in": INCH, "inch": INCH, "inches": INCH, '"': INCH}
_MASSES = {"": 1.0, "kg": 1.0, "lb": POUND, "lbs": POUND}


def _value(
    text: str, *, units: dict[str, float], compound: re.Pattern[str], parts: tuple[float, float]
) -> float | None:
    words = text.strip().lower().replace(",", ".")
    if found := compound.fullmatch(words):
        return float(found[1]) * parts[0] + float(found[2] or 0.0) * parts[1]
    found = _PLAIN.fullmatch(words)
    return float(found[1]) * units[found[2]] if found and found[2] in units else None


def parse_height(text: str) -> float:
    """A height in [m] from ``1.72``, ``1.72m``, ``172cm``, ``5ft8``, ``5'8"`` or ``68in``.

    Raises:
        UsageError: If it is none of these.
    """
    value = _value(text, units=_LENGTHS, compound=_FEET, parts=(12 * INCH, INCH))
    if value is None:
        raise UsageError(f"--height {text!r} is not a height", hint="write it as 1.72, 172cm or 5ft8")
    if 100.0 <= value <= 250.0:
        raise UsageError(f"--height {text!r} would be {value:g} metres", hint=f"did you mean {value:g}cm?")
    return value


def parse_weight(text: str) -> float:
    """A mass in [kg] from ``68``, ``68kg``, ``150lb`` or ``10st7``.

    Raises:
        UsageError: If it is none of these.
    """
    value = _value(text, units=_MASSES, compound=_STONE, parts=(STONE, POUND))
    if value is None:
        raise UsageError(f"--weight {text!r} is not a weight", hint="write it as 68, 68kg, 150lb or 10st7")
    return value


def require_known_posture(name: str) -> str:
    """The posture's own name; blanks and hyphens may stand for its underscores.

    Raises:
        UnknownNameError: If there is no such posture.
    """
    from effleurage.anatomy import posture_names

    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    if plain not in posture_names():
        raise UnknownNameError("posture", name, posture_names())
    return plain


def body_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--height --weight --sex --age --posture``.

    The verb's function receives `height` in [m], `weight` in [kg], `sex` (``male`` or ``female``),
    `age` in [years] and `posture`. Without ``--weight`` the usual one of that height is taken.
    """

    @functools.wraps(function)
    def verb(*args: Any, height: str, weight: str | None, sex: str, posture: str, **rest: Any) -> Any:
        from effleurage.anatomy import usual_weight

        tall = parse_height(height)
        heavy = usual_weight(tall) if weight is None else parse_weight(weight)
        plain = sex.strip().lower()
        sex = {"m": "male", "man": "male", "f": "female", "woman": "female"}.get(plain, plain)
        posture = require_known_posture(posture)
        return function(*args, height=tall, weight=heavy, sex=sex, posture=posture, **rest)

    options = (
        click.option(
            "--height", default="1.72", show_default=True, help="Receiver's height: 1.72, 172cm, 5ft8."
        ),
        click.option("--weight", help="Receiver's weight: 68, 68kg, 150lb; by itself the usual one."),
        click.option("--sex", default="female", show_default=True, help="Receiver's sex: female or male."),
        click.option("--age", type=float, default=40.0, show_default=True, help="Receiver's age in years."),
        click.option(
            "--posture", default="prone", show_default=True, help="How the receiver lies to begin with."
        ),
    )
    for option in reversed(options):
        verb = option(verb)
    return verb
