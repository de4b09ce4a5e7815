"""A short performance that breaks no rule, on a body known in closed form, to be broken on purpose."""

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from effleurage.performance import (
    FINGER_SHAPES,
    TOOLS,
    Block,
    Performance,
    Person,
    Phase,
    Samples,
    Segment,
    Station,
)

sys.path.insert(0, str(Path(__file__).parents[1] / "anatomy"))
from analytic import AnalyticSurface

TEXT = "Glide up beside the spine. Then rest."
PALM = TOOLS.index("palm")


class Mannequin:
    """A body whose skin is the same half cylinder in every posture."""

    def __init__(self):
        self.skin = AnalyticSurface()

    def surface(self, posture):
        """The skin, whatever the posture."""
        return self.skin


def facing(surface, along, across):
    """Quaternions wxyz with z along the skin's normal and x toward the head."""
    z = surface.normal(along, across)
    x = np.array([1.0, 0, 0]) - z[..., :1] * z
    x /= np.linalg.norm(x, axis=-1, keepdims=True)
    R = np.stack([x, np.cross(z, x), z], axis=-1)
    w = 0.5 * np.sqrt(np.maximum(1 + R[..., 0, 0] + R[..., 1, 1] + R[..., 2, 2], 1e-9))
    vector = [R[..., 2, 1] - R[..., 1, 2], R[..., 0, 2] - R[..., 2, 0], R[..., 1, 0] - R[..., 0, 1]]
    return np.stack([w, *(part / (4 * w) for part in vector)], axis=-1)


def glide(*, seconds=20.0, rate=50.0, low=0.55, high=0.75, lateral=0.05, force=10.0):
    """Both palms go up the back beside the spine, in contact from end to end of the middle part."""
    surface = Mannequin().skin
    time = np.arange(round(seconds * rate)) / rate
    share = np.clip((time - 4) / (seconds - 8), 0, 1)
    ease = share**3 * (10 - 15 * share + 6 * share**2)
    along = np.repeat((low + (high - low) * ease)[:, None], 2, axis=1)
    across = np.stack([surface.at(along[:, 0], lateral), surface.at(along[:, 1], -lateral)], axis=1)
    contact = np.repeat(((time >= 3) & (time < seconds - 3))[:, None], 2, axis=1)
    ramp = np.clip(np.minimum(time - 3, seconds - 3 - time) / 1.0, 0, 1)[:, None]
    lift = np.clip(np.maximum(3 - time, time - (seconds - 3)) / 3, 0, 1)
    lift = 0.1 * lift**2 * (3 - 2 * lift)
    position = surface.point(along, across) + lift[:, None, None] * surface.normal(along, across)
    samples = Samples(
        time=time,
        position=position,
        orientation=facing(surface, along, across),
        elbow=position + np.array([-0.2, 0, 0.1]),
        chart=np.zeros(along.shape, int),
        along=along,
        across=across,
        force=force * (ramp * contact),
        contact=contact,
        phase=np.where(contact, int(Phase.STROKE), int(Phase.AIR)),
        tool=np.full(along.shape, PALM),
        segment=np.zeros(along.shape, int),
        fingers=np.eye(len(FINGER_SHAPES))[np.ones(along.shape, int)],
    )
    station = Station(where="hips", stance="kneeling", facing="head", side="left")
    shared = {"start": 0, "stop": len(time), "movement": 0, "span": (0, 26), "caption": "Glide up."}
    segment = Segment(hands="both", technique="effleurage", step=0, stroke=0, repeat=0, **shared)
    return Performance(
        title=None,
        movements=(None,),
        text=TEXT,
        person=Person(height=1.72, weight=68.0, sex="female", age=40.0),
        charts=("back", "head"),
        segments=(segment,),
        blocks=(Block(posture="prone", station=station, **shared),),
        samples=samples,
    )


def broken(performance, **arrays):
    """The same with other samples."""
    return replace(performance, samples=replace(performance.samples, **arrays))


def named(performance, **changes):
    """The same with another segment."""
    return replace(performance, segments=(replace(performance.segments[0], **changes),))
