"""Performances broken on purpose: each must be found by the hold that it breaks."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from .measure import runs
from .rows import Rows


def _changed(rows: Rows, **arrays: np.ndarray) -> Rows:
    return replace(rows, **arrays)


def hurried(rows: Rows) -> Rows:
    """Everything four times as fast."""
    return _changed(rows, time=rows.time / 4)


def pressed(rows: Rows) -> Rows:
    """Three times the force."""
    return _changed(rows, force=rows.force * 3, pressure=rows.pressure * 3)


def abrupt(rows: Rows) -> Rows:
    """Full force from the first touch on."""
    force = np.where(rows.contact, np.maximum(rows.force, 6.0), 0.0)
    return _changed(rows, force=force, pressure=np.where(force > 0, np.maximum(rows.pressure, 1), 0))


def floating(rows: Rows) -> Rows:
    """One centimetre over the skin."""
    return _changed(rows, position=rows.position + np.array([0, 0, 0.01]))


def shifted(rows: Rows) -> Rows:
    """Three centimetres to the left, chart coordinates as before."""
    return _changed(rows, position=rows.position + np.array([0, 0.03, 0]))


def tilted(rows: Rows) -> Rows:
    """Every tool rolled by ten degrees."""
    c, s = np.cos(np.radians(5)), np.sin(np.radians(5))
    w, x, y, z = np.moveaxis(rows.orientation, -1, 0)
    return _changed(
        rows, orientation=np.stack([w * c - x * s, w * s + x * c, y * c + z * s, z * c - y * s], axis=-1)
    )


def turned(rows: Rows) -> Rows:
    """Every tool turned by forty degrees about the skin's normal."""
    c, s = np.cos(np.radians(20)), np.sin(np.radians(20))
    w, x, y, z = np.moveaxis(rows.orientation, -1, 0)
    return _changed(
        rows, orientation=np.stack([w * c - z * s, x * c + y * s, y * c - x * s, z * c + w * s], axis=-1)
    )


def hopping(rows: Rows) -> Rows:
    """A tenth of a second off the skin in the middle of every contact."""
    contact, force = rows.contact.copy(), rows.force.copy()
    gap = max(1, round(0.1 / rows.step))
    for run in runs(rows, rows.contact):
        middle = (run.start + run.stop) // 2
        contact[middle : middle + gap, run.hand] = False
        force[middle : middle + gap, run.hand] = 0.0
    return _changed(rows, contact=contact, force=force)


def one_handed(rows: Rows) -> Rows:
    """The left hand never touches."""
    contact, force = rows.contact.copy(), rows.force.copy()
    contact[:, 0], force[:, 0] = False, 0.0
    return _changed(rows, contact=contact, force=force)


def swapped(rows: Rows) -> Rows:
    """The hands change places."""
    arrays = {
        name: value[:, ::-1] for name, value in vars(rows).items() if name != "time" and name != "movement"
    }
    return _changed(rows, **arrays)


def backwards(rows: Rows) -> Rows:
    """Every movement is played from its end to its beginning."""
    order = np.arange(len(rows))
    for movement in np.unique(rows.movement[:, 0]):
        mine = np.flatnonzero(rows.movement[:, 0] == movement)
        order[mine] = mine[::-1]
    arrays = {name: value[order] for name, value in vars(rows).items() if name != "time"}
    return _changed(rows, **arrays)


def one_sided(rows: Rows) -> Rows:
    """What is done on the receiver's right is left out."""
    gone = rows.contact & (rows.across < 0)
    return _changed(rows, contact=rows.contact & ~gone, force=np.where(gone, 0.0, rows.force))


def upright(rows: Rows) -> Rows:
    """The receiver never turns the head nor lays it on the hands."""
    return _changed(rows, posture=np.full_like(rows.posture, "prone"))


def shortened(rows: Rows) -> Rows:
    """Every other contact of a hand is left out."""
    contact, force = rows.contact.copy(), rows.force.copy()
    for run in runs(rows, rows.contact)[1::2]:
        contact[run.rows, run.hand], force[run.rows, run.hand] = False, 0.0
    return _changed(rows, contact=contact, force=force)


def leaned(rows: Rows) -> Rows:
    """The hand that should only rest or go along presses ten newtons."""
    other = rows.contact[:, ::-1] & np.isin(rows.tool[:, ::-1], ("forearm", "grip"))
    return _changed(
        rows,
        contact=rows.contact | other,
        force=np.where(other, 10.0, rows.force),
        pressure=np.where(other, 1.0, rows.pressure),
    )


def wandering(rows: Rows) -> Rows:
    """Every resting hand drifts by two centimetres a second."""
    drift = 0.02 * (rows.time - rows.time[0])[:, None, None] * np.array([1.0, 0, 0])
    hold = (rows.phase == "hold")[..., None]
    return _changed(rows, position=np.where(hold, rows.position + 0.3 * np.sin(drift / 0.3), rows.position))


BREAKS: dict[Callable[[Rows], Rows], tuple[str, ...]] = {
    hurried: ("speed on the skin", "acceleration on the skin", "change of force", "ramps of force"),
    pressed: ("force on the spine", "eight: peak of force", "butterfly", "force within 5 cm of the armpit"),
    abrupt: ("change of force", "ramps of force"),
    floating: ("distance from the skin", "distance from the chart's point"),
    shifted: ("distance from the chart's point", "eight: hands mirror each other"),
    tilted: ("tool against skin, mean",),
    turned: ("forearm", "eight: fingers to the head", "fanning"),
    hopping: ("eight: contact never breaks", "kneading: resting hand stays on"),
    one_handed: ("eight", "spreading: both hands", "fanning", "butterfly", "pulling", "kneading"),
    swapped: ("eight: right hand ahead", "eight: left hand on the receiver's left"),
    backwards: ("spreading: share of the way that climbs", "fanning", "butterfly", "forearm", "pulling"),
    one_sided: ("fanning: both sides", "butterfly: both sides", "forearm: both sides", "pulling: both sides"),
    upright: ("forearm", "kneading: forehead on the hands"),
    shortened: ("fanning", "butterfly", "pulling"),
    leaned: ("forearm, left side: other hand's load", "kneading: resting hand presses"),
    wandering: ("kneading: resting hand moves",),
}
"""Each mutation, and beginnings of the holds that must find it."""
