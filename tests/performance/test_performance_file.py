"""The lossless file: what is saved comes back, and what is damaged is said so in one line."""

import contextlib
import json
import os
import zipfile
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effleurage.errors import InputError, UsageError
from effleurage.performance import Samples, load, problems, save
from effleurage.performance._columns import COLUMNS
from performance import synthetic


def assert_equal(one, two):
    """Equal in every word and every bit."""
    for field in fields(one):
        if field.name != "samples":
            assert getattr(one, field.name) == getattr(two, field.name)
    for field in fields(Samples):
        a, b = getattr(one.samples, field.name), getattr(two.samples, field.name)
        assert a.dtype == b.dtype
        assert a.shape == b.shape
        assert a.tobytes() == b.tobytes()


class Fuse:
    """Burns when it is unpickled."""

    def __reduce__(self):
        return pytest.fail, ("a file ran code",)


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """The path of a saved performance."""
    path = tmp_path_factory.mktemp("saved") / "p.npz"
    save(synthetic.performance(seconds=0.2), path)
    return path


@settings(max_examples=40)
@given(performance=synthetic.performances())
def test_load_gives_back_what_save_was_given(tmp_path_factory, performance):
    """Bit by bit, NaN included."""
    path = tmp_path_factory.mktemp("round") / "p.npz"
    save(performance, path)
    assert_equal(load(path), performance)


def test_saving_twice_gives_the_same_bytes(tmp_path, saved):
    """No clock and no chance goes into a file."""
    save(synthetic.performance(seconds=0.2), tmp_path / "again.npz")
    assert (tmp_path / "again.npz").read_bytes() == saved.read_bytes()


def test_the_suffix_is_the_users(tmp_path):
    """NumPy would add one of its own."""
    save(synthetic.performance(seconds=0.2), tmp_path / "session.eff")
    assert os.listdir(tmp_path) == ["session.eff"]
    load(tmp_path / "session.eff")


@settings(max_examples=200)
@given(data=st.data())
def test_a_damaged_file_is_whole_or_refused(tmp_path_factory, saved, data):
    """Whatever bytes are changed, the file still loads the same or is refused in one line."""
    mutated = bytearray(saved.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        mutated[data.draw(st.integers(0, len(mutated) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / "p.npz"
    path.write_bytes(mutated)
    with contextlib.suppress(InputError):
        assert_equal(load(path), synthetic.performance(seconds=0.2))


shares = st.floats(0.0, 1.0, exclude_max=True)
marks = st.sampled_from([0, 0x22, 0x2D, 0x39, 0x5D, 0x7F, 0x80, 0xFF])


@settings(max_examples=200)
@given(
    name=st.sampled_from(["header", "header", *COLUMNS]),
    edits=st.lists(st.tuples(shares, marks), min_size=1, max_size=3),
)
def test_damage_under_a_good_checksum_is_whole_or_refused(tmp_path_factory, saved, name, edits):
    """Wrong values inside of sound archives are refused in one line, or make a valid performance."""
    path = tmp_path_factory.mktemp("inside") / "p.npz"
    with zipfile.ZipFile(saved) as archive:
        members = {member: bytearray(archive.read(member)) for member in archive.namelist()}
    content = members[f"{name}.npy"]
    for share, mark in edits:
        content[int(share * len(content))] = mark
    with zipfile.ZipFile(path, "w") as archive:
        for member, data in members.items():
            archive.writestr(member, bytes(data))
    with contextlib.suppress(InputError):
        assert problems(load(path)) == []


@settings(max_examples=50)
@given(share=st.floats(0.0, 0.999))
def test_a_truncated_file_is_refused(tmp_path_factory, saved, share):
    """A download that stopped in the middle never passes for a performance."""
    path = tmp_path_factory.mktemp("short") / "p.npz"
    whole = saved.read_bytes()
    path.write_bytes(whole[: int(share * len(whole))])
    with pytest.raises(InputError) as caught:
        load(path)
    assert "\n" not in str(caught.value)


def test_foreign_files_are_named_for_what_they_are(tmp_path):
    """A text, another archive, nothing: each has its words."""
    (tmp_path / "a.npz").write_text("Rub the back.")
    np.savez(tmp_path / "b.npz", x=np.zeros(3))
    (tmp_path / "c.npz").write_bytes(b"")
    for name, words in (("a", "not a performance"), ("b", "not a performance"), ("c", "empty")):
        with pytest.raises(InputError, match=rf"{name}\.npz: {words}"):
            load(tmp_path / f"{name}.npz")
    with pytest.raises(InputError, match="No such file"):
        load(tmp_path / "none.npz")
    with pytest.raises(InputError, match="Is a directory"):
        load(tmp_path)


def rewritten(saved, path, **changes):
    """The saved file with fields of its header, or whole arrays, exchanged."""
    with np.load(saved) as archive:
        arrays = dict(archive)
    header = json.loads(arrays["header"].tobytes())
    for name, value in changes.items():
        if name in arrays:
            arrays[name] = value
        else:
            header[name] = value
    arrays["header"] = np.frombuffer(json.dumps(header).encode(), np.uint8)
    np.savez(path, **arrays)
    return path


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"version": 99}, "of file version 99, this program reads 1"),
        ({"title": 3}, "header.title is 3, expected str"),
        ({"person": {"height": 1.7}}, "header.person lacks age, sex, weight"),
        ({"colour": "red"}, "header holds unknown fields: colour"),
        ({"notes": [[0, "oil"]]}, r"header.notes\[0\] has 2 items, expected 3"),
        ({"tools": ["hammer"]}, "its tools are other ones"),
        ({"time": np.zeros(40)}, "time does not increase after sample 0"),
        ({"time": np.zeros(7)}, r"position has the shape \(40, 2, 3\), expected \(7, 2, 3\)"),
        ({"phase": np.zeros((40, 2))}, "phase holds float64, expected integers"),
        ({"phase": np.full((40, 2), 9)}, "phase is 9 at sample 0, left hand, expected 0 to 5"),
        ({"text": ""}, r"segment 0 has the span \(0, 18\) in 0 letters"),
    ],
)
def test_a_contradiction_is_told_with_its_facts(tmp_path, saved, changes, words):
    """The message says where, what came and what was expected."""
    with pytest.raises(InputError, match=words):
        load(rewritten(saved, tmp_path / "p.npz", **changes))


def test_pickled_objects_are_never_unpacked(tmp_path, saved):
    """A file that would run code is refused."""
    evil = np.array([Fuse()] * 40, dtype=object)
    with pytest.raises(InputError, match="damaged"):
        load(rewritten(saved, tmp_path / "p.npz", time=evil))


def test_an_invalid_performance_is_not_saved(tmp_path):
    """Nothing is written that could not be loaded."""
    broken = replace(synthetic.performance(seconds=0.2), blocks=())
    with pytest.raises(InputError, match="the blocks end at sample 0 of 40"):
        save(broken, tmp_path / "p.npz")
    assert os.listdir(tmp_path) == []


def test_an_unwritable_place_is_a_usage_error(tmp_path):
    """As for every output."""
    with pytest.raises(UsageError, match="there is no folder"):
        save(synthetic.performance(seconds=0.2), tmp_path / "missing" / "p.npz")
