"""Hands turn no faster than hands may, and are not moved by turns that change at once."""

from dataclasses import replace

import numpy as np
import pytest

from effleurage.anatomy import Body, hands
from effleurage.limits import motion_limits
from effleurage.performance import LEFT, RIGHT, TOOLS
from effleurage.planning._assemble.assemble import assemble
from effleurage.planning._place.ground import Ground
from effleurage.planning._place.stations import START
from effleurage.planning._pose.calm import calm
from effleurage.planning._pose.frames import frames
from effleurage.planning._pose.pose import calmed
from effleurage.planning._rhythm import smooth
from effleurage.planning._score import Cue, Run
from effleurage.planning._time.schedule import schedule
from effleurage.planning._time.time import Reel
from effleurage.spatial import length
from planning.test_pose import track

SKIN = Body(height=1.72, weight=68, sex="female", age=40).surface("prone")
TIME = np.arange(100) * 0.08


def about_z(angle: np.ndarray) -> np.ndarray:
    """Quaternions of both hands that turn about z by an angle at each row."""
    q = np.zeros((len(angle), 2, 4))
    q[..., 0], q[..., 3] = np.cos(angle / 2)[:, None], np.sin(angle / 2)[:, None]
    return q


def headings(q: np.ndarray) -> np.ndarray:
    """The angles again."""
    return 2 * np.arctan2(q[:, LEFT, 3], q[:, LEFT, 0])


@pytest.mark.parametrize("angle", [0.8, 1.6, 3.0])
def test_a_turn_that_comes_at_once_is_spread_evenly_about_its_moment(angle):
    """It stays below the limit, goes one way, and is as it was well before and after."""
    found = headings(calm(about_z(np.where(TIME < 4.0, 0.0, angle)), TIME))
    speed = np.diff(found) / np.diff(TIME)
    assert speed.max() < motion_limits().turning_speed
    assert speed.min() > -1e-9
    away = np.abs(TIME - 4.0) > 1.2
    assert found[away] == pytest.approx(np.where(TIME < 4.0, 0.0, angle)[away])
    assert found[TIME < 4.0][-1] > 0.2 * angle


def test_turns_that_take_their_time_stay_as_they_are():
    """Nothing is touched that keeps to the limit."""
    slow = about_z(np.sin(TIME))
    assert calm(slow, TIME) is slow


def test_a_hand_does_not_twitch_where_the_other_takes_another_tool():
    """Two hands are parallel until one gets another tool; that turns neither from one row to the next."""
    made = track(along=0.5, across=0.6, heading=0.4, seconds=8.0)
    along, across = np.tile([0.84, 0.69], (400, 1)), np.full((400, 2), 0.87)
    made = replace(made, along=along, across=across, heading=0.0 * along + 0.4, lift=0.0 * along)
    rows = np.arange(0, 400, 4)

    def turned(from_row: int) -> np.ndarray:
        tool = np.full((400, 2), TOOLS.index("palm"))
        tool[from_row:, RIGHT] = TOOLS.index("fist")
        return hands.quaternion(frames([SKIN], replace(made, tool=tool), rows)[1])

    alike, never, changing = turned(400), turned(0), turned(200)
    whole = away(alike, never).max()
    assert whole > 0.3
    assert away(changing[:40], alike[:40]).max() < 1e-6
    assert away(changing[-40:], never[-40:]).max() < 1e-6
    assert away(changing[1:], changing[:-1]).max() < 0.4 * whole


def away(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Angles between rotations."""
    return 2 * np.arccos(np.clip(np.abs(np.sum(a * b, axis=-1)), 0, 1))


def test_a_hand_that_flies_into_a_clasp_gives_way_gently_too():
    """A spell in which a hand gives way and then clasps is lessened where it flies, and only there."""
    asked = track(along=0.5, across=0.4, seconds=4.0, lift=0.2)
    asked = replace(asked, clasps=np.stack([np.zeros(200, bool), np.arange(200) >= 100], axis=1))
    way = np.zeros((200, 2, 3))
    way[40:, RIGHT, 2] = 0.2 * smooth((np.arange(160) + 1.0) / 15.0)
    found = calmed(np.zeros_like(way), way, np.ones((200, 2)), asked, 50.0)
    hardest = [length(np.diff(each, 2, axis=0)).max() * 50.0**2 for each in (way, found)]
    assert hardest[0] > motion_limits().air_acceleration > hardest[1]
    assert found[150, RIGHT, 2] == pytest.approx(0.2)


def test_a_hand_that_would_give_way_with_a_jerk_begins_more_slowly_and_goes_all_its_way():
    """Half of the way would leave it in the other arm; it is only begun and ended more gently."""
    asked = track(along=0.5, across=0.4, seconds=4.0, lift=0.2)
    rows = np.arange(200.0)
    way = np.zeros((200, 2, 3))
    way[:, RIGHT, 2] = 0.05 * smooth(np.minimum(rows - 40.0, 160.0 - rows) / 8.0)
    found = calmed(np.zeros_like(way), way, np.ones((200, 2)), asked, 50.0)
    hardest = [length(np.diff(each, 2, axis=0)).max() * 50.0**2 for each in (way, found)]
    assert hardest[0] > motion_limits().air_acceleration > hardest[1]
    assert found[100, RIGHT, 2] == pytest.approx(0.05)
    assert not found[:, LEFT].any()


def test_a_clasping_hand_is_over_the_part_that_the_other_lies_on():
    """On the head, too; or it would jump where the clasp begins and ends."""
    run = Run(
        cue=Cue(movement=0, step=0, stroke=0, repeat=0, span=(0, 1), technique="hold", caption=""),
        hands=(LEFT,),
        signs=(1.0,),
        tool="palm",
        fingers="flat",
        begin=(0.1, 0.0),
        turn=0.0,
        shift=(0.0,),
        legs=(),
        chart="head",
        clasped=RIGHT,
    )
    ground = Ground(SKIN)
    placed = schedule((run,), Reel(lambda _: ground, 25.0), station=START)
    made = assemble(placed, ("prone",), ground, rate=25.0, station=START).track
    held = made.clasps[:, RIGHT]
    assert held.any()
    assert np.array_equal(made.chart[held, RIGHT], made.chart[held, LEFT])
