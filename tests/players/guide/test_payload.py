"""The payload: what the page is given is what was performed."""

import base64
import dataclasses
import gzip
import importlib.util
from pathlib import Path

import numpy as np
import pytest
import synthetic
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from effleurage.players import guide

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def played():
    """A small performance."""
    return synthetic.performance()


@pytest.fixture(scope="module")
def info(played):
    """Its payload."""
    return guide.session_info(played, synthetic.figure(played))


@given(
    values=hnp.arrays(float, st.tuples(st.integers(0, 40), st.integers(1, 4)), elements=st.floats(-900, 900)),
    step=st.sampled_from([1.0, 0.1, 5e-4, 1 / 4096]),
    differences=st.sampled_from([1, 2]),
)
def test_packing_keeps_every_number_to_half_a_step(values, step, differences):
    """What is packed comes back, rounded."""
    back = guide.unpack(guide.pack(values, step, differences=differences))
    assert np.abs(back - values).max(initial=0.0) <= 0.5 * step + 1e-9


def test_packed_text_is_gzip_in_base_64():
    """The page undoes it with what every browser has."""
    packed = guide.pack(np.array([[0.0], [2.0], [-1.0]]), 1.0)
    assert list(gzip.decompress(base64.b64decode(packed.data))) == [0, 4, 5, 0, 0, 0]


def test_types_of_the_page_are_those_of_the_payload():
    """`web/src/schema.ts` is what `tools/generate_types.py` makes."""
    spec = importlib.util.spec_from_file_location("generate_types", ROOT / "tools" / "generate_types.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.TARGET.read_text(encoding="utf-8") == module.generate()


def test_blocks_follow_each_other_in_seconds(info, played):
    """Blocks have neither gap nor overlap, and end with the performance."""
    assert all(a.stop == b.start for a, b in zip(info.blocks, info.blocks[1:], strict=False))
    assert info.blocks[-1].stop == pytest.approx(played.duration)


def test_spans_count_what_a_browser_counts(info):
    """A character outside the basic plane is two code units to JavaScript."""
    wide = info.text.encode("utf-16-le")
    start, stop = info.blocks[1].span
    assert wide[2 * start : 2 * stop].decode("utf-16-le") == "Slide both hands up the back."


def test_contacts_are_those_of_the_performance(info, played):
    """Place to a millimetre, force to a twentieth of a newton."""
    rows = guide.moments(played)
    contact = guide.unpack(info.tracks[1].contact)
    assert np.abs(contact[:, :3] - played.samples.position[rows, 1]).max() < 1e-3
    assert np.abs(contact[:, 7] - played.samples.force[rows, 1]).max() <= 0.051


def test_hands_stand_where_their_model_puts_them(played):
    """Posed from the packed turns, every vertex of the real hand is within 1 mm."""
    figure = dataclasses.replace(synthetic.figure(played), hands=synthetic.real_hands(played))
    hand = figure.hands[1]
    mesh = guide.session_info(played, figure).hands[1]
    rest = guide.unpack(mesh.vertices)
    influences, weights = guide.unpack(mesh.influences).astype(int), guide.unpack(mesh.weights)
    for row in np.linspace(0, mesh.turns.count - 1, 40).astype(int):
        world = synthetic.chain(mesh, row)
        bound = world @ np.array(mesh.binds).reshape(-1, 4, 4)
        here = np.einsum("nk,nkij,nj->ni", weights, bound[influences], np.c_[rest, np.ones(len(rest))])[:, :3]
        exact = np.einsum(
            "nj,jab,nb->na",
            hand.weights,
            hand.poses[row] @ np.linalg.inv(hand.rest),
            np.c_[hand.vertices, np.ones(len(rest))],
        )[:, :3]
        assert np.linalg.norm(here - exact, axis=1).max() < 1e-3


def test_unknown_poses_are_told_and_filled(played):
    """A part without a chart has no pose: the track says so, and holds the last one."""
    samples = played.samples
    position = samples.position.copy()
    position[200:400] = np.nan
    broken = dataclasses.replace(played, samples=dataclasses.replace(samples, position=position))
    track = guide.session_info(broken, synthetic.figure(played)).tracks[0]
    rows = guide.moments(broken)
    seen = guide.unpack(track.state)[:, 4] > 0.5
    assert (seen == np.isfinite(position[rows, 0, 0])).all()
    assert np.isfinite(guide.unpack(track.contact)).all()


def test_no_text_can_leave_its_script_element(played):
    """An article may hold anything, also the end of a script."""
    evil = dataclasses.replace(played, text="</script><script>alert(1)</script>", title="<!--<script>")
    info = guide.session_info(evil, synthetic.figure(played))
    text = guide.session_json(info)
    assert "<" not in text
    assert synthetic.opened(text)["title"] == "<!--<script>"
    assert guide.page(text, info).count("<script") == guide.page("null", info).count("<script")


def test_twenty_minutes_fit_in_one_small_file():
    """A saved session of 20 minutes stays below 1.6 MB, real hands included."""
    played = synthetic.performance(pass_seconds=6, passes=99)
    figure = dataclasses.replace(synthetic.figure(played), hands=synthetic.real_hands(played))
    info = guide.session_info(played, figure)
    assert info.duration > 1180
    assert len(guide.page(guide.session_json(info), info).encode()) < 1.6e6
