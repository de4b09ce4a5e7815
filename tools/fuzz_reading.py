"""Fuzz the reader: no string may raise, be slow, or leave a span outside its text.

    uv run --with atheris python tools/fuzz_reading.py -max_total_time=300

Outside the test suite. Inputs that fail are written by the fuzzer beside the working directory.
"""

import sys

import atheris

with atheris.instrument_imports():
    from effleurage.reading import read, rewrite, to_contract_json

LONGEST_REWRITTEN = 200


def one(data: bytes) -> None:
    """Read what the bytes say, and write a short text back."""
    text = atheris.FuzzedDataProvider(data).ConsumeUnicodeNoSurrogates(len(data))
    routine, report = read(text)
    answer = to_contract_json(routine, report)
    for movement in answer["movements"]:
        for step in movement["steps"]:
            start, end = step["span"]
            if not 0 <= start <= end <= len(routine.text):
                raise AssertionError(f"span {start}, {end} in a text of {len(routine.text)}")
    if len(text) <= LONGEST_REWRITTEN:
        read(rewrite(routine))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
