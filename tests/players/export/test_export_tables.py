"""CSV and Parquet: the samples again, row by row, as other programs read them."""

import csv
import os
import sys
from dataclasses import replace

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings

from effleurage.cli.export import command
from effleurage.errors import InputError, UsageError
from effleurage.performance import HANDS, PHASES, TOOLS, save
from effleurage.players import export
from performance import synthetic


def rows_of(path):
    """The file as Python's own reader sees it."""
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def number(text):
    """A cell; empty is unknown."""
    return float(text) if text else np.nan


@settings(max_examples=15)
@given(performance=synthetic.performances())
def test_csv_rows_are_the_samples(tmp_path_factory, performance):
    """One row per sample and hand, in order of time, then hand, to a tenth of a micrometre."""
    path = tmp_path_factory.mktemp("csv") / "p.csv"
    export.write(performance, path)
    rows, samples = rows_of(path), performance.samples
    assert len(rows) == 2 * len(samples)
    assert tuple(rows[0]) == tuple(export.COLUMNS)
    floats = {
        "time_s": np.repeat(samples.time, 2),
        "along": samples.along.ravel(),
        "across": samples.across.ravel(),
        "x_m": samples.position[..., 0].ravel(),
        "y_m": samples.position[..., 1].ravel(),
        "z_m": samples.position[..., 2].ravel(),
        "qw": samples.orientation[..., 0].ravel(),
        "qz": samples.orientation[..., 3].ravel(),
    }
    for name, expected in floats.items():
        np.testing.assert_allclose([number(row[name]) for row in rows], expected, atol=1e-6)
    np.testing.assert_allclose([number(row["force_n"]) for row in rows], samples.force.ravel(), atol=1e-4)
    for index, row in enumerate(rows):
        sample, hand = divmod(index, 2)
        segment = performance.segments[samples.segment[sample, hand]]
        block = next(b for b in performance.blocks if b.start <= sample < b.stop)
        tool, chart = samples.tool[sample, hand], samples.chart[sample, hand]
        assert row["hand"] == HANDS[hand]
        assert row["phase"] == PHASES[samples.phase[sample, hand]]
        assert row["tool"] == (TOOLS[tool] if tool >= 0 else "")
        assert row["chart"] == (performance.charts[chart] if chart >= 0 else "")
        assert row["contact"] == str(bool(samples.contact[sample, hand])).lower()
        assert (row["posture"], row["station"]) == (block.posture, block.station.where)
        words = [row[name] for name in ("movement", "stroke", "repeat", "span_start", "span_end")]
        facts = (segment.movement, segment.stroke, segment.repeat, *segment.span)
        assert list(map(int, words)) == list(facts)


@settings(max_examples=10)
@given(performance=synthetic.performances())
def test_parquet_holds_what_csv_holds(tmp_path_factory, performance):
    """The same columns and rows, with types, and null where CSV is empty."""
    import pyarrow.parquet as pq

    folder = tmp_path_factory.mktemp("both")
    export.write(performance, folder / "p.csv")
    export.write(performance, folder / "p.parquet")
    content = pq.read_table(folder / "p.parquet")
    rows = rows_of(folder / "p.csv")
    assert tuple(content.column_names) == tuple(export.COLUMNS)
    described = {field.name: field.metadata[b"description"].decode() for field in content.schema}
    assert described == export.COLUMNS
    for name in export.COLUMNS:
        cells, values = [row[name] for row in rows], content[name].to_pylist()
        assert len(cells) == len(values)
        kind = content.schema.field(name).type
        if str(kind) in ("float", "double"):
            values = [np.nan if value is None else value for value in values]
            np.testing.assert_allclose([number(cell) for cell in cells], values, rtol=1e-5, atol=1e-4)
        elif str(kind) == "bool":
            assert cells == [str(value).lower() for value in values]
        else:
            assert cells == ["" if value is None else str(value) for value in values]


def test_pressure_is_force_over_area(tmp_path):
    """Forces and pressures of one tool keep one ratio, and no force is no pressure."""
    export.write(synthetic.performance(), tmp_path / "p.csv")
    rows = rows_of(tmp_path / "p.csv")
    ratios = {
        round(number(row["force_n"]) / number(row["pressure_kpa"]), 2)
        for row in rows
        if number(row["force_n"]) > 5
    }
    assert max(ratios) - min(ratios) <= 0.011
    assert {row["pressure_kpa"] for row in rows if not number(row["force_n"])} == {"0.00000"}


def test_a_name_with_a_comma_stays_one_cell(tmp_path):
    """Foreign performances may name charts and postures as they like."""
    base = synthetic.performance(seconds=0.1)
    blocks = tuple(replace(block, posture='on the side, "left"') for block in base.blocks)
    export.write(replace(base, blocks=blocks), tmp_path / "p.csv")
    assert {row["posture"] for row in rows_of(tmp_path / "p.csv")} == {'on the side, "left"'}


@pytest.mark.parametrize("name", ["p.xlsx", "p", "p.npz.gz"])
def test_an_unknown_suffix_lists_those_known(tmp_path, name):
    """Before anything is written."""
    with pytest.raises(UsageError, match=r"known are \.npz, \.csv, \.parquet, \.glb"):
        export.write(synthetic.performance(seconds=0.1), tmp_path / name)
    assert os.listdir(tmp_path) == []


def test_parquet_without_pyarrow_says_what_to_install(tmp_path, monkeypatch):
    """One line with the extra's name."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'effleurage\[parquet\]'"):
        export.write(synthetic.performance(seconds=0.1), tmp_path / "p.parquet")


def test_the_command_converts(tmp_path):
    """`effleurage export` writes the same file as the function."""
    performance = synthetic.performance(seconds=0.1)
    save(performance, tmp_path / "p.npz")
    export.write(performance, tmp_path / "a.csv")
    result = CliRunner().invoke(command, [str(tmp_path / "p.npz"), "-o", str(tmp_path / "b.csv")])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_the_command_asks_for_a_known_format_before_it_reads(tmp_path):
    """A wrong suffix is told even when the performance is missing too."""
    with pytest.raises(UsageError, match="unknown suffix"):
        CliRunner().invoke(command, ["none.npz", "-o", "x.doc"], catch_exceptions=False)
    with pytest.raises(InputError, match="none"):
        CliRunner().invoke(command, ["none.npz", "-o", "x.csv"], catch_exceptions=False)


@pytest.mark.parametrize("suffix", export.SUFFIXES)
def test_a_place_that_cannot_be_written_is_one_line(tmp_path, suffix):
    """Every format tells it the same way and leaves nothing behind."""
    performance = synthetic.performance(seconds=0.1)
    with pytest.raises(UsageError, match=r"there is no folder .*missing"):
        export.write(performance, tmp_path / "missing" / f"p{suffix}")
    (tmp_path / f"folder{suffix}").mkdir()
    with pytest.raises(UsageError, match="it is a folder"):
        export.write(performance, tmp_path / f"folder{suffix}")
    assert os.listdir(tmp_path) == [f"folder{suffix}"]


@pytest.mark.parametrize("suffix", export.SUFFIXES)
def test_no_format_is_written_of_a_contradiction(tmp_path, suffix):
    """A performance that contradicts itself is refused before anything is made of it."""
    base = synthetic.performance(seconds=0.1)
    with pytest.raises(InputError, match="the blocks end at sample 0"):
        export.write(replace(base, blocks=()), tmp_path / f"p{suffix}")
    assert os.listdir(tmp_path) == []
