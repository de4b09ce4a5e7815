"""Killed in mid-session: a server begun anew knows where the session stood."""

import contextlib
import random
import threading

import httpx2 as httpx
import pytest
import serving
import synthetic

SIZES = [{"height": 1.6 + index / 100, "weight": 60 + index, "sex": "male", "age": 30} for index in range(10)]


@contextlib.contextmanager
def page(addresses):
    """A page that opened the address, and writes as a page does."""
    here = addresses.page.split("/?")[0]
    with httpx.Client(base_url=here, headers={"origin": here}, timeout=20) as client:
        assert client.get(addresses.page).status_code == 303
        yield client


def write(client, told):
    """Tell the server where the session stands, as fast as it listens, until it does not answer."""
    number = 0
    with contextlib.suppress(httpx.HTTPError):
        while True:
            number += 1
            state = {"mode": "playing", "at": number / 10, "runs": [[0, 40]], "force": 0.85}
            told_now = {"key": "k", "by": "a-phone", "state": state}
            if client.post("/memory/running", json=told_now).status_code == 200:
                told.append(number)


@pytest.mark.slow
def test_a_killed_server_resumes_where_it_was(tmp_path):
    """Ten times at a random moment, in the middle of a write too, no more than the last word is lost."""
    chance = random.Random(20)
    left = None
    for size in SIZES:
        with serving.process(tmp_path) as (child, addresses), page(addresses) as client:
            if left is not None:
                resumes(client, *left)
            told: list[int] = []
            wanted = size | {"minutes": chance.choice([None, 2, 3])}
            under_way = synthetic.opened(client.post("/plan", json=wanted).text)
            writer = threading.Thread(target=write, args=(client, told))
            writer.start()
            # On a busy machine the first word takes a while; none is lost of none.
            while not told and writer.is_alive():
                threading.Event().wait(0.01)
            threading.Event().wait(chance.uniform(0.0, 0.5))
            child.kill()
            writer.join(timeout=30)
            left = (under_way, told)
    with serving.process(tmp_path) as (_, addresses), page(addresses) as client:
        resumes(client, *left)


def resumes(client, under_way, told):
    """The server knows the last place that it took, and plans what was under way."""
    assert told
    found = client.get("/memory/running").json()
    assert found["key"] == "k"
    assert found["state"]["at"] in (told[-1] / 10, (told[-1] + 1) / 10)
    assert found["state"]["force"] == 0.85
    assert found["replan"] is True
    assert synthetic.opened(client.post("/memory/resume").text) == under_way
