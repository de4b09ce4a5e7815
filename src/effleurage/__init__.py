"""Effleurage reads a massage routine as people write it, and performs it on any adult body.

The public names are imported on first use, so that ``import effleurage`` stays light:

    >>> import effleurage as ef
    >>> routine, report = ef.read("Place both hands on the lower back. Slide up to the shoulders.")
    >>> performance = ef.plan(routine, ef.Body(height=1.72, weight=68, sex="female", age=40))
"""

import importlib
from typing import TYPE_CHECKING

from effleurage._version import __version__ as __version__

if TYPE_CHECKING:
    from effleurage.anatomy import Body as Body
    from effleurage.errors import EffleurageError as EffleurageError
    from effleurage.errors import Finding as Finding
    from effleurage.performance import Performance as Performance
    from effleurage.planning import plan as plan
    from effleurage.reading import read as read
    from effleurage.routine import Routine as Routine

_HOME = {
    "Body": "anatomy",
    "EffleurageError": "errors",
    "Finding": "errors",
    "Performance": "performance",
    "Routine": "routine",
    "plan": "planning",
    "read": "reading",
}


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*_HOME, "__version__"])
