"""What ARTICLE means to every verb: a file, standard input, a routine of the library, or the built-in one."""

from pathlib import Path

from effleurage.errors import InputError
from effleurage.routine import Kind, Routine


def routine_of(article: str | None) -> Routine:
    """The routine that ARTICLE names.

    Args:
        article: A file's path, ``-`` for standard input, a name of `effleurage routines`, or None
            for the built-in back massage. A file wins over a routine of the same name.

    Raises:
        InputError: If it cannot be read, or nothing in it moves hands.
    """
    from effleurage.files import read_text
    from effleurage.reading import library, read

    if article is None:
        text = library.built_in()
    elif article in library.names() and not Path(article).exists():
        text = library.text(article)
    else:
        text = read_text(article)
    routine, _ = read(text)
    steps = [step for movement in routine.movements for step in movement.steps]
    if not any(step.strokes for step in steps if step.kind is not Kind.PREPARATION):
        source = article or "the built-in routine"
        problem = "no motion found: expected at least one sentence that strokes, presses or holds"
        raise InputError(source, problem, hint=f"see what was understood: effleurage read {source}")
    return routine
