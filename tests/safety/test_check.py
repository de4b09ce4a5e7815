"""Every rule is quiet on a plain glide and finds what was broken on purpose."""

from dataclasses import replace

import numpy as np
import pytest
from plain import Mannequin, broken, glide, named

from effleurage.errors import Severity
from effleurage.performance import TOOLS, Phase
from effleurage.safety import check, rules


@pytest.fixture(scope="module")
def body():
    """The receiver, in closed form."""
    return Mannequin()


def codes(performance, body):
    """Codes of all findings."""
    return {finding.code for finding in check(performance, body)}


def bent(performance, name, change):
    """One array of the samples, changed on a copy."""
    array = np.array(getattr(performance.samples, name))
    change(array)
    return broken(performance, **{name: array})


def test_a_plain_glide_breaks_no_rule(body):
    """Nothing is found where nothing is wrong."""
    assert check(glide(), body) == ()


def test_an_empty_performance_has_nothing_to_find(body):
    """No samples, no findings, no crash."""
    plain = glide()
    names = plain.samples.__dataclass_fields__
    empty = broken(plain, **{name: getattr(plain.samples, name)[:0] for name in names})
    assert check(empty, body) == ()


def test_a_finding_names_value_bound_hand_time_and_words(body):
    """What was found is told with its facts, on the words that cause it."""
    found = check(glide(force=60.0), body)
    too_hard = next(finding for finding in found if finding.code == "S101")
    assert too_hard.severity is Severity.ERROR
    assert too_hard.span == (0, 26)
    assert too_hard.message == "too much force for the tool: force 60 N, at most 35, left hand at 0:04.0"
    assert too_hard.hint == "lower the pressure, or use a broader tool"


@pytest.mark.parametrize(
    ("code", "performance"),
    [
        ("S101", glide(force=40.0)),
        ("S102", glide(lateral=0.010, force=10.0)),
        ("S103", glide(low=0.38, high=0.50, lateral=0.06, force=18.0)),
        ("S105", glide(low=0.92, high=0.96, lateral=0.010, force=6.0)),
        ("S106", glide(low=0.92, high=0.96, lateral=0.04, force=16.0)),
        ("S107", glide(low=0.83, high=0.87, lateral=0.08, force=26.0)),
        ("S109", glide(low=0.05, high=0.15, lateral=0.010, force=10.0)),
        ("S201", glide(seconds=9.0, low=0.1, high=0.9)),
        ("S403", glide(low=0.92, high=0.96, lateral=0.9)),
    ],
)
def test_a_rule_finds_a_stroke_that_breaks_it(body, code, performance):
    """A stroke that is too hard, too near or too fast for its place is told by its rule."""
    assert code in codes(performance, body)


def test_force_at_the_armpit_is_found(body):
    """A firm end at the posterior axillary fold is told."""
    from effleurage.anatomy import atlas

    place = atlas().place("armpit")
    along = float(np.mean(place.along))
    across = abs(float(np.mean(place.across)))
    lateral = float(body.skin.lateral(along, across))
    performance = glide(low=along - 0.06, high=along, lateral=lateral, force=12.0)
    assert "S104" in codes(performance, body)


def test_tapping_over_the_kidneys_is_found(body):
    """Percussion is forbidden where it is harmless to glide."""
    quiet = glide(low=0.40, high=0.48, lateral=0.06, force=5.0)
    assert codes(quiet, body) == set()
    assert codes(named(quiet, technique="tapotement"), body) == {"S103"}


def test_a_hand_on_the_head_only_rests(body):
    """More than a resting hand on the head is told."""
    plain = glide(low=0.4, high=0.5, force=12.0)
    on_head = bent(plain, "chart", lambda chart: chart.fill(1))
    assert "S108" in codes(on_head, body)


def test_force_without_contact_is_found(body):
    """Data that contradict themselves are told."""
    plain = glide()
    assert "S110" in codes(bent(plain, "contact", lambda contact: contact.fill(False)), body)


def test_sudden_motion_is_found_on_the_skin_and_in_the_air(body):
    """A jump of a few millimetres within a sample is told, for what it is."""

    def jump(at):
        def change(position):
            position[at:, 0, 0] += 0.004

        return change

    assert "S202" in codes(bent(glide(), "position", jump(500)), body)
    assert "S203" in codes(bent(glide(), "position", jump(40)), body)


def test_abrupt_force_is_found(body):
    """Force that jumps is told, also when it jumps away."""

    def drop(force):
        force[500:510, 1] = 0.0

    assert codes(bent(glide(), "force", drop), body) == {"S204"}


def test_a_hand_that_spins_round_is_found_on_the_skin_and_in_the_air(body):
    """A turn of a few degrees within a sample is told, wherever it is."""

    def spin(at):
        def change(orientation):
            c, s = np.cos(0.1), np.sin(0.1)
            w, x, y, z = np.moveaxis(orientation[at:, 0].copy(), -1, 0)
            orientation[at:, 0] = np.stack(
                [c * w - s * z, c * x + s * y, c * y - s * x, c * z + s * w], axis=-1
            )

        return change

    for at in (500, 40):
        assert "S205" in codes(bent(glide(), "orientation", spin(at)), body)


def test_contact_off_the_skin_and_askew_is_found(body):
    """A hand that floats, and one that is tilted, are told."""

    def float_up(position):
        position[300:700, 0, 2] += 0.01 * np.sin(np.linspace(0, np.pi, 400)) ** 2

    def tilt(orientation):
        turned = np.array([np.cos(0.2), np.sin(0.2), 0, 0])
        w, x, y, z = orientation[:, 0].T
        a, b = turned[0], turned[1]
        orientation[:, 0] = np.stack([w * a - x * b, w * b + x * a, y * a + z * b, z * a - y * b], axis=-1)

    assert "S401" in codes(bent(glide(), "position", float_up), body)
    assert "S402" in codes(bent(glide(), "orientation", tilt), body)


def test_too_long_on_the_forehead_is_found(body):
    """More than six minutes with the forehead on the hands is told."""
    long = glide(seconds=400.0, rate=10.0)
    block = replace(long.blocks[0], posture="forehead_on_hands")
    assert codes(replace(long, blocks=(block,)), body) == {"S301"}
    short = glide(seconds=300.0, rate=10.0)
    assert codes(replace(short, blocks=(block,)), body) == set()


def test_working_while_the_receiver_turns_is_found(body):
    """Between postures hands are off, and there is time."""
    plain = glide()
    first, count = plain.blocks[0], len(plain.samples)
    cut = count // 2
    hurried = (
        replace(first, stop=cut),
        replace(first, start=cut, posture="head_left", kind="arrange"),
    )
    found = codes(replace(plain, blocks=hurried), body)
    assert "S302" in found
    brief = (replace(first, stop=cut), replace(first, start=cut, posture="head_left"))
    assert "S303" in codes(replace(plain, blocks=brief), body)


def test_the_same_words_are_told_once(body):
    """A rule broken by many samples of one stroke is one finding, with the worst of them."""
    found = check(glide(lateral=0.010, force=10.0), body)
    assert [finding.code for finding in found] == ["S102"]


def test_codes_are_unique_and_every_rule_explains_itself():
    """Codes never name two rules, and each says why and what to do."""
    every = rules()
    assert len({rule.code for rule in every}) == len(every) > 20
    assert all(rule.title and rule.why.endswith(".") and rule.hint for rule in every)


def test_phases_and_tools_do_not_confuse_it(body):
    """A performance without any contact or tool is measured without a crash."""
    plain = glide()
    air = broken(
        plain,
        contact=np.zeros_like(plain.samples.contact),
        force=np.zeros_like(plain.samples.force),
        phase=np.full_like(plain.samples.phase, int(Phase.AIR)),
        tool=np.full_like(plain.samples.tool, -1),
    )
    assert check(air, body) == ()
    assert set(TOOLS) == {"palm", "heel", "fingertips", "thumb", "grip"} | {
        "knuckles",
        "fist",
        "forearm",
        "elbow",
        "edge",
    }
