"""Find a routine of the library by its name."""

from importlib import resources

from effleurage.errors import UnknownNameError
from effleurage.reading._read import read
from effleurage.routine import Routine

BUILT_IN = "back"
"""The routine that is given when nobody asks for another."""

_FOLDER = resources.files("effleurage.reading.library")


def names() -> tuple[str, ...]:
    """The names of all routines, the built-in one first."""
    found = {entry.name.removesuffix(".md") for entry in _FOLDER.iterdir() if entry.name.endswith(".md")}
    return (BUILT_IN, *sorted(found - {BUILT_IN}))


def text(name: str) -> str:
    """The article of a routine.

    Args:
        name: One of `names`; blanks may stand for its hyphens.

    Raises:
        UnknownNameError: If the library has no such routine.
    """
    plain = name.strip().lower().replace(" ", "-").replace("_", "-")
    if plain not in names():
        raise UnknownNameError("routine", name, names())
    return _FOLDER.joinpath(f"{plain}.md").read_text(encoding="utf-8")


def load(name: str) -> Routine:
    """The routine that an article of the library says.

    Raises:
        UnknownNameError: If the library has no such routine.
    """
    return read(text(name))[0]


def built_in() -> str:
    """The article of the built-in back massage."""
    return text(BUILT_IN)
