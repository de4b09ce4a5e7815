"""The error tree. The command line turns each into one line and exit code 2."""

import difflib
from collections.abc import Iterable
from typing import final


class EffleurageError(Exception):
    """Every error that a user can cause."""


@final
class UsageError(EffleurageError):
    """A wrong option, an unwritable output, a busy port, a missing extra."""

    def __init__(self, what: str, *, hint: str | None = None) -> None:
        self.what = what
        self.hint = hint
        super().__init__(what if hint is None else f"{what} ({hint})")


@final
class InputError(EffleurageError):
    """A file that is missing, empty, binary, too large or damaged."""

    def __init__(self, source: str, problem: str, *, hint: str | None = None) -> None:
        self.source = source
        self.problem = problem
        self.hint = hint
        super().__init__(f"{source}: {problem}" + (f" ({hint})" if hint else ""))


@final
class BodyError(EffleurageError):
    """A body outside what the model reaches."""

    def __init__(self, quantity: str, value: object, expected: str) -> None:
        self.quantity = quantity
        self.value = value
        self.expected = expected
        super().__init__(f"{quantity} {value} is outside what the body model reaches: expected {expected}")


@final
class UnknownNameError(EffleurageError):
    """A name that does not exist; the message lists those that do."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.known = tuple(sorted(known))
        close = difflib.get_close_matches(name, self.known, n=1, cutoff=0.6)
        guess = f" Did you mean {close[0]!r}?" if close else ""
        super().__init__(f"no {kind} {name!r}.{guess} There are: {', '.join(self.known)}")


@final
class PlanError(EffleurageError):
    """A routine that cannot be performed."""
