"""A finding: one thing that a reader or a check has to say about a text or a performance."""

from dataclasses import dataclass
from enum import StrEnum
from typing import final


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@final
@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing to tell, as a compiler would.

    Attributes:
        severity: How much it matters.
        code: Stable code, such as ``R203``; ``effleurage explain CODE`` tells more.
        message: What was found, in one sentence.
        span: Start and end (exclusive) in the article's text, in code points.
        hint: What to do about it, or None.
    """

    severity: Severity
    code: str
    message: str
    span: tuple[int, int] | None = None
    hint: str | None = None
