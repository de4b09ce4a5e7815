"""Every code that a verb may print, with its long explanation: the reader's and the safety rules'."""

from effleurage.errors import Severity, UnknownNameError


def explanations() -> dict[str, str]:
    """Code to explanation, by code; the first line is the short one."""
    from effleurage import reading, safety

    told = {code: reading.explain(code) for code in reading.codes()}
    for rule in safety.rules():
        severity = getattr(rule, "severity", Severity.WARNING)
        told[rule.code] = f"{rule.code}: {rule.title} ({severity})\n\n{rule.why}\nWhat to do: {rule.hint}.\n"
    return dict(sorted(told.items()))


def explained(code: str) -> str:
    """The long explanation of one code.

    Raises:
        UnknownNameError: If there is no such code.
    """
    told = explanations()
    name = code.strip().upper()
    if name not in told:
        raise UnknownNameError("code", code, told)
    return told[name]
