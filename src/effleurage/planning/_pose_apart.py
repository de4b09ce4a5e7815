"""Apart: the two hands and forearms as capsules, and how a hand in the air gives way."""

import numpy as np
from jaxtyping import Float
from scipy.ndimage import gaussian_filter1d, maximum_filter1d

from effleurage.anatomy import hands

ARM_SHARES = np.array([0.12, 0.4, 0.7, 1.0])
"""Places along the forearm, from wrist to elbow, at which it is kept clear."""

ARM_RADII = np.array([0.030, 0.038, 0.046, 0.046])
_RAYS = (("index_0", "index_3"), ("middle_0", "middle_3"), ("little_0", "little_3"), ("thumb_1", "thumb_3"))
_RAY_RADIUS = 0.015
_MARGIN = 0.012
_ROUNDS = 8
_THICK = 0.06
_POINTS = np.linspace(0.0, 1.0, 5)


def capsules(
    side: int, R: Float[np.ndarray, "k 3 3"], wrist: Float[np.ndarray, "k 3"], elbow: Float[np.ndarray, "k 3"]
) -> tuple[Float[np.ndarray, "k s 3"], Float[np.ndarray, "k s 3"], Float[np.ndarray, " s"]]:
    """Ends and radii of what stands for one hand and forearm; the forearm comes first.

    Args:
        side: Which hand.
        R: Axes of the hand.
        wrist: The wrist, in [m].
        elbow: The elbow, in [m].
    """
    skin = hands.model().skins[side]
    starts, ends = [wrist], [elbow]
    for first, last in _RAYS:
        for joint, into in ((first, starts), (last, ends)):
            into.append(wrist + np.einsum("kij,j->ki", R, skin.heads[skin.joints.index(joint)]))
    radii = np.array([ARM_RADII.mean(), *([_RAY_RADIUS] * len(_RAYS))])
    return np.stack(starts, axis=1), np.stack(ends, axis=1), radii


def gaps(
    points: Float[np.ndarray, "... p 3"],
    radii: Float[np.ndarray, " p"],
    starts: Float[np.ndarray, "... s 3"],
    ends: Float[np.ndarray, "... s 3"],
    others: Float[np.ndarray, " s"],
) -> tuple[Float[np.ndarray, "... p s"], Float[np.ndarray, "... p s 3"]]:
    """Gaps between balls and capsules, in [m], and the ways from the capsules' axes to the balls."""
    span = ends - starts
    size = np.maximum(np.sum(span**2, axis=-1), 1e-9)
    way = points[..., :, None, :] - starts[..., None, :, :]
    share = np.clip(np.sum(way * span[..., None, :, :], axis=-1) / size[..., None, :], 0.0, 1.0)
    way = way - share[..., None] * span[..., None, :, :]
    return np.linalg.norm(way, axis=-1) - radii[:, None] - others, way


def given_way(
    R: Float[np.ndarray, "k 2 3 3"],
    wrists: Float[np.ndarray, "k 2 3"],
    elbow: Float[np.ndarray, "k 2 3"],
    shoulder: Float[np.ndarray, "k 2 3"],
    free: Float[np.ndarray, "k 2"],
) -> Float[np.ndarray, "k 2 3"]:
    """How far each hand moves out of the other one's way, in [m].

    Args:
        R: Axes of the hands.
        wrists: The wrists, in [m].
        elbow: The elbows, in [m].
        shoulder: The shoulders, in [m].
        free: How free a hand is to move: 0 on the skin, 1 well over it.
    """
    shift = np.zeros_like(wrists)
    rows = np.flatnonzero(
        (free.max(axis=1) > 0) & (np.linalg.norm(wrists[:, 0] - wrists[:, 1], axis=1) < 0.6)
    )
    if len(rows) == 0:
        return shift
    own, ends, radii = zip(
        *(capsules(side, R[rows, side], wrists[rows, side], elbow[rows, side]) for side in (0, 1)),
        strict=True,
    )
    home = shoulder[rows] - wrists[rows]
    home[..., 2] = 0.0
    home /= np.maximum(np.linalg.norm(home, axis=-1, keepdims=True), 1e-6)
    part = free[rows] / np.maximum(free[rows].sum(axis=1, keepdims=True), 1e-6)
    part = np.where(part < 0.2, 0.0, part)
    part /= np.maximum(part.sum(axis=1, keepdims=True), 1e-6)
    moved = np.zeros((len(rows), 2, 3))
    every = np.arange(len(rows))
    for _ in range(_ROUNDS):
        balls = own[0][:, :, None] + _POINTS[:, None] * (ends[0] - own[0])[:, :, None]
        balls = balls.reshape(len(rows), -1, 3) + moved[:, 0, None]
        sizes = np.repeat(radii[0], len(_POINTS))
        gap, way = gaps(balls, sizes, own[1] + moved[:, 1, None], ends[1] + moved[:, 1, None], radii[1])
        worst = gap.reshape(len(rows), -1).argmin(axis=1)
        least = gap.reshape(len(rows), -1)[every, worst]
        away = way.reshape(len(rows), -1, 3)[every, worst] / _THICK
        pair = [worst // len(radii[1]) // len(_POINTS), worst % len(radii[1])]
        need = np.clip(_MARGIN - least, 0.0, 0.06)[:, None]
        for side, sign in ((0, 1.0), (1, -1.0)):
            # Always back to the giver's side of the other arm, so that it is the same way all the time.
            axis = hands.unit(ends[1 - side] - own[1 - side])[every, pair[1 - side]]
            back = home[:, side] - axis * np.sum(axis * home[:, side], axis=1, keepdims=True)
            apart = sign * away
            apart = apart * (np.sum(apart * back, axis=1, keepdims=True) > 0)
            way_out = back + 0.8 * apart
            way_out[:, 2] = np.maximum(way_out[:, 2], 0.3)
            moved[:, side] += 1.2 * part[:, side, None] * need * hands.unit(way_out)
    shift[rows] = moved
    for side in (0, 1):
        size = np.linalg.norm(shift[:, side], axis=1)
        wide = maximum_filter1d(size, 5)
        blurred = gaussian_filter1d(shift[:, side], 1.5, axis=0)
        length = np.maximum(np.linalg.norm(blurred, axis=1), 1e-9)
        shift[:, side] = blurred * (gaussian_filter1d(wide, 1.5) / length)[:, None]
        shift[:, side] *= free[:, side, None]
    return shift
