"""Whatever the text, the reader answers: no exception, spans inside the text, a valid shape."""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effleurage.reading import library, read, to_contract_json

HOLDS = Path(__file__).parents[1] / "holds" / "articles"

_VOCABULARY = """
slide press knead both hands thumbs the of to from up down back spine neck shoulder left right other and
then while until until, . ; : ( ) - 1. 2. # * repeat steps 3 to 5 times x 6 never don't it them with on
over as there same side hold release place one two a few minutes hand arm leg foot ? ! theshoulder form
let go
"""
_WORDS = st.sampled_from([*_VOCABULARY.split(), "\n", "\n\n"])
_OPEN = sorted((Path(__file__).parent / "articles" / "blind").glob("*.md"))
_PIECES = [
    piece
    for path in (*_OPEN, *sorted(HOLDS.glob("*.md")))
    for piece in re.split(r"(?<=[,.:;\n])\s+", path.read_text("utf-8"))
]
"""What people write, cut at commas and stops."""
_JOINED = st.tuples(st.sampled_from(_PIECES), st.sampled_from(["", "\n", ".", ":", ",", " and", " then"]))
_TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(_WORDS, max_size=60).map(" ".join),
    st.lists(_JOINED.map("".join), max_size=20).map(" ".join),
)


@settings(max_examples=400)
@given(text=_TEXTS)
def test_any_text_is_read(text):
    """No string raises, and every span lies in the text, in order."""
    routine, report = read(text)
    answer = to_contract_json(routine, report)
    json.dumps(answer)
    last = 0
    for movement in answer["movements"]:
        for step in movement["steps"]:
            start, end = step["span"]
            assert last <= start <= end <= len(text)
            last = start
            working = step["kind"] in ("stroke", "repeat")
            assert bool(step["strokes"]) == working or step["kind"] == "setup"
            assert step["kind"] != "setup" or all(s["technique"] == "hold" for s in step["strokes"])
        for limit in movement["limits"]:
            assert 0 <= limit["span"][0] <= limit["span"][1] <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Start position: one hand, fingers spread, is at the lower end of the shoulder blade. Glide up.",
        "Glide one hand up from there, and, the, glide the other down to the hips.",
        "Where you began: both thumbs. Knead.",
        "PRCSS.ScT2THUM00BCK:DO/R",
        "0\n#NEED\n:",
    ],
)
def test_what_only_points_at_a_place_is_read(text):
    """Such words, told where nothing was told before, have made the reader stumble."""
    assert read(text)[0].text == text


def test_time_grows_with_the_text_and_no_faster():
    """Eight times the text takes well under sixteen times the time."""
    text = library.built_in().replace("repeat twice", "pause")
    short, long = text * 4, text * 32
    read(text)
    times = []
    for sample in (short, long):
        begin = time.process_time()
        read(sample)
        times.append(time.process_time() - begin)
    assert times[1] < 16 * times[0]


def test_the_library_is_read_whole():
    """Every routine of the library has a title, strokes, and no sentence that is unread."""
    for name in library.names():
        routine = library.load(name)
        steps = [s for m in routine.movements for s in m.steps]
        assert routine.title
        assert any(s.strokes for s in steps)
        assert not [routine.words(s.span) for s in steps if s.kind == "unread"]


def test_the_schema_of_the_contract_is_met():
    """The JSON of every library routine has the contract's words and no others."""
    schema_file = Path(__file__).parents[3] / "shared" / "reading" / "schema.json"
    words = json.loads(schema_file.read_text("utf-8"))["$defs"] if schema_file.exists() else None
    for name in library.names():
        answer = to_contract_json(*read(library.text(name)))
        assert set(answer) == {"title", "movements", "report"}
        for movement in answer["movements"]:
            for step in movement["steps"]:
                for stroke in step["strokes"]:
                    assert set(stroke) == {
                        "technique", "hands", "tool", "start", "end", "over", "direction", "side", "pressure",
                        "repeats", "stated",
                    }  # fmt: skip
                    if words is None:
                        continue
                    properties = words["stroke"]["properties"]
                    for slot in ("technique", "hands", "tool", "side", "pressure"):
                        assert stroke[slot] in properties[slot]["enum"]
                    assert {p for p in [stroke["start"], stroke["end"], *stroke["over"]] if p} <= set(
                        words["place"]["enum"]
                    )
