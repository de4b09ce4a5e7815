"""What ways out of each other's way are found, against trying them one by one, pair of balls by pair."""

import itertools

import numpy as np
import pytest

from effleurage.anatomy import hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.ways import Spell, depths, sizes, solved, tried

ROWS, WAYS = 9, 12
STILL = np.zeros((2, 3))


def spell(seed: int, *, loose: float = 0.0) -> Spell:
    """Hands near each other that go by and turn; the right one may be off its way as far as `loose` says."""
    chosen = np.random.default_rng(seed)
    turn = np.linspace(0.0, chosen.uniform(-1.0, 1.0), ROWS)[:, None] + chosen.uniform(-1.0, 1.0, 2)
    turns = np.stack([np.cos(turn), 0.0 * turn, 0.0 * turn, np.sin(turn)], axis=-1)
    passing = np.linspace(0.0, 0.2, ROWS)[:, None] * [0.0, 1.0]
    wrists = chosen.uniform(-0.1, 0.1, (2, 3)) + passing[..., None] * [1.0, 0.0, 0.0]
    share = np.linspace(0.2, 1.0, ROWS)[:, None] * np.ones(2)
    ways = tried(chosen.uniform(-0.3, 0.3, (ROWS, 2, 2)), share)
    return Spell.of(ways, hands.matrix(turns), wrists, share * [0.0, loose])


def left(asked: Spell, best: tuple[int, int], moves: np.ndarray = STILL) -> np.ndarray:
    """How near balls of both sides are to each other at every moment, pair by pair, in [m]."""
    one, two = (asked.side(side, best[side], moves[side]) for side in (LEFT, RIGHT))
    reach = sizes(1)[0][:, None] + sizes(1)[0]
    away = np.linalg.norm(one[:, :, :, None] - two[:, :, None], axis=1)
    return np.maximum((reach**2 - away**2) / (2.0 * reach), 0.0).max(axis=(1, 2))


def cost(asked: Spell, best: tuple[int, int]) -> float:
    """What it costs to leave so much, and to swing so far, in [m]."""
    deep = left(asked, best)
    swung = sum(asked.change[side, best[side]] for side in (LEFT, RIGHT))
    return deep.max() + 0.5 * np.sqrt((deep * deep).mean()) + 0.004 * swung


@pytest.mark.parametrize("seed", range(12))
def test_forearms_go_the_cheapest_way(seed):
    """It costs no more than any of one forearm alone; both give way only where that costs less than all."""
    asked = spell(seed)
    best, moves = solved(asked)
    alone = min(cost(asked, way) for k in range(WAYS) for way in ((k, 0), (0, k)))
    assert not moves.any()
    if 0 in best:
        assert cost(asked, best) == pytest.approx(alone, abs=1e-6)
    else:
        every = min(cost(asked, way) for way in itertools.product(range(WAYS), repeat=2))
        assert cost(asked, best) == pytest.approx(every, abs=1e-6)
        assert every < alone


def test_both_forearms_give_way_in_some_of_these():
    """Of the cases above some need one forearm, and some both."""
    found = [0 in solved(spell(seed))[0] for seed in range(12)]
    assert any(found)
    assert not all(found)


@pytest.mark.parametrize("seed", range(12))
def test_a_hand_in_the_air_goes_out_of_the_way(seed):
    """Only a hand that is free moves, and it leaves less in the way than forearms alone, or is not needed."""
    asked = spell(seed, loose=1.0)
    (best, moves), (alone, _) = solved(asked), solved(spell(seed))
    assert not moves[LEFT].any()
    if moves.any():
        assert left(asked, best, moves).max() < left(asked, alone).max()
    else:
        assert best == alone


def test_how_deep_balls_are_is_one_product():
    """Depths are those of the distances between all pairs of balls, to a hundredth of a millimetre."""
    radii = sizes(1)[0]
    at = np.random.default_rng(3).normal(0.0, 0.2, (6, 2, 3, len(radii))).astype(np.float32)
    reach = radii[:, None] + radii
    away = np.linalg.norm(at[:, RIGHT, :, :, None] - at[:, LEFT, :, None], axis=1)
    np.testing.assert_allclose(depths(at), (reach**2 - away**2) / (2.0 * reach), atol=1e-5)
