"""What is done again is posed once."""

from dataclasses import fields, replace

import numpy as np
import pytest

from effleurage.performance import LEFT
from effleurage.planning._pose.again import Copy, _copied, pose_once, repeats
from effleurage.planning._pose.pose import pose
from effleurage.planning._track import Track
from planning.test_pose import SURFACE, track

RATE = 50.0


def _circles(count: int, *, seconds: float = 20.0) -> Track:
    """One way out and several rounds of the same, as one track."""
    first = track(along=lambda s: 0.30 + 0.10 * s, across=0.4, seconds=3.0)
    once = track(
        along=lambda s: 0.40 + 0.15 * np.sin(2 * np.pi * s) ** 2,
        across=lambda s: 0.4 + 0.1 * np.sin(4 * np.pi * s),
        seconds=seconds,
    )
    parts = [first, *[once] * count]
    arrays = {
        field.name: np.concatenate([getattr(part, field.name) for part in parts])
        for field in fields(once)
        if isinstance(getattr(once, field.name), np.ndarray)
    }
    arrays["time"] = np.arange(len(arrays["along"])) / RATE
    return replace(once, **arrays)


def test_rounds_are_found_and_posed_once():
    """Of four rounds nearly three are left out, and the poses are those of each round in its own right."""
    asked = _circles(4)
    gone = sum(copy.gone[1] - copy.gone[0] for copy in repeats(asked, ()))
    assert gone > 0.55 * len(asked)
    once, whole = pose_once([SURFACE], asked), pose([SURFACE], asked)
    touching = asked.contact[:, LEFT]
    assert np.allclose(once.position[touching, LEFT], whole.position[touching, LEFT], atol=1e-12)
    assert np.abs(once.position - whole.position).max() < 0.002
    assert np.abs(once.elbow - whole.elbow).max() < 0.004
    assert np.abs(np.sum(once.orientation * whole.orientation, axis=-1)).min() > np.cos(np.radians(0.3))
    assert np.abs(once.fingers - whole.fingers).max() < 0.05


def test_copies_begin_and_end_without_a_jerk():
    """Where a copy meets what is posed in its own right nothing turns faster than elsewhere."""
    asked = _circles(4)
    once, whole = pose_once([SURFACE], asked), pose([SURFACE], asked)
    for name, more in {"position": 1e-4, "orientation": 3e-4, "elbow": 3e-4, "fingers": 3e-3}.items():
        jerk, usual = (np.abs(np.diff(getattr(posed, name), 2, axis=0)).max() for posed in (once, whole))
        assert jerk < usual + more, name


@pytest.mark.parametrize("asked", [_circles(1), track(along=0.4, across=0.3, seconds=2.0)])
def test_what_is_done_once_is_posed_as_it_is(asked):
    """Nothing is copied, and nothing changes."""
    assert repeats(asked, ()) == []
    assert np.array_equal(pose_once([SURFACE], asked).elbow, pose([SURFACE], asked).elbow)


def test_rounds_behind_a_copy_begin_as_it_does():
    """Where the first round was entered from elsewhere, later ones still begin where the ones before end."""
    ramp = np.linspace(0.0, 1.0, 100)
    first = np.concatenate([np.full(20, 5.0), ramp])
    values = np.zeros((20 + 400, 2, 3))
    values[:120] = first[:, None, None]
    values[120:140] = values[119] + ramp[:20, None, None]
    values[400:] = ramp[80:, None, None]
    _copied(values, Copy(start=120, stop=420, gone=(140, 400), back=100), ramp[:20, None, None])
    assert np.abs(values[220] - values[120]).max() < 1e-12
    assert np.abs(values[320] - values[120]).max() < 1e-12
