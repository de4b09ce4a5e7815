"""How fast hands move and forces change, and how long a posture is bearable."""

import functools
from dataclasses import dataclass
from typing import final

from effleurage.limits._data import rows


@final
@dataclass(frozen=True, kw_only=True)
class MotionLimits:
    """Bounds on motion.

    Attributes:
        contact_speed: Most speed of a contact along the skin, in [m/s].
        contact_acceleration: Most acceleration of a contact, in [m/s²].
        air_speed: Most speed in the air, in [m/s].
        air_acceleration: Most acceleration in the air, in [m/s²].
        turning_speed: Most speed at which a hand turns, on the skin or in the air, in [rad/s].
        force_rate: Most change of force, in [N/s].
        force_ramp: Least time from zero to a working force and back, in [s].
        posture_change: Least time of a change of posture, in [s].
    """

    contact_speed: float
    contact_acceleration: float
    air_speed: float
    air_acceleration: float
    turning_speed: float
    force_rate: float
    force_ramp: float
    posture_change: float


@functools.cache
def motion_limits() -> MotionLimits:
    """The project's bounds on motion."""
    motion = rows("motion")
    return MotionLimits(
        contact_speed=motion["contact"]["speed"],
        contact_acceleration=motion["contact"]["acceleration"],
        air_speed=motion["air"]["speed"],
        air_acceleration=motion["air"]["acceleration"],
        turning_speed=motion["turning"]["speed"],
        force_rate=motion["force"]["rate"],
        force_ramp=motion["force"]["ramp"],
        posture_change=motion["posture"]["change"],
    )


def posture_time_most(posture: str) -> float:
    """Longest time in a posture, in [s]; infinite when it is bearable for the whole routine."""
    return float(rows("motion")["posture"]["most"].get(posture, float("inf")))
