"""What a rule is, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Bool, Float

from effleurage.errors import Finding, Severity
from effleurage.performance import HANDS
from effleurage.safety._evidence import Evidence


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Offence:
    """Samples that break a rule.

    Attributes:
        excess: How far each sample of each hand is beyond the bound, in the rule's unit; only
            where `broken`.
        broken: Which samples break it.
        value: What was measured.
        bound: What is allowed.
        unit: Unit of `value` and `bound`.
        what: What was measured, in words.
    """

    excess: Float[np.ndarray, "t 2"]
    broken: Bool[np.ndarray, "t 2"]
    value: Float[np.ndarray, "t 2"]
    bound: Float[np.ndarray, "t 2"]
    unit: str
    what: str


def above(
    value: Float[np.ndarray, "t 2"],
    bound: Float[np.ndarray, "t 2"] | float,
    *,
    where: Bool[np.ndarray, "t 2"],
    what: str,
    unit: str,
) -> Offence:
    """The samples whose value lies above its bound by more than a thousandth.

    Args:
        value: What is measured.
        bound: Most that it may be.
        where: The samples that count.
        what: What is measured, in words.
        unit: Its unit.
    """
    most = np.broadcast_to(np.asarray(bound, float), value.shape)
    excess = np.where(where & np.isfinite(value), value - most, -np.inf)
    broken = excess > 1e-3 * np.maximum(np.abs(most), 1e-3) + 1e-9
    return Offence(excess=excess, broken=broken, value=value, bound=most, unit=unit, what=what)


@final
@dataclass(frozen=True, kw_only=True)
class Rule:
    """One thing that a performance must not do.

    Attributes:
        code: Stable code.
        title: The rule in a few words.
        why: Why it matters.
        hint: What to do about it.
        severity: How much it matters.
        find: Measures it.
    """

    code: str
    title: str
    why: str
    hint: str
    severity: Severity
    find: Callable[[Evidence], Offence]

    def findings(self, evidence: Evidence) -> Iterator[Finding]:
        """One finding for all samples that the same words cause, told by the worst of them."""
        offence = self.find(evidence)
        if not np.any(offence.broken):
            return
        spans = evidence.spans
        times, hands = np.nonzero(offence.broken)
        keys = spans[times, hands]
        for span in np.unique(keys, axis=0):
            mine = np.all(keys == span, axis=1)
            t, hand = times[mine], hands[mine]
            worst = int(np.argmax(offence.excess[t, hand]))
            yield self._told(evidence, offence, t[worst], hand[worst], span)

    def _told(self, evidence: Evidence, offence: Offence, t: int, hand: int, span: np.ndarray) -> Finding:
        at = evidence.performance.samples.time[t]
        value, bound = offence.value[t, hand], offence.bound[t, hand]
        return Finding(
            severity=self.severity,
            code=self.code,
            message=(
                f"{self.title}: {offence.what} {value:.3g} {offence.unit}, at most {bound:.3g}, "
                f"{HANDS[hand]} hand at {int(at // 60)}:{at % 60:04.1f}"
            ),
            span=(int(span[0]), int(span[1])),
            hint=self.hint,
        )
