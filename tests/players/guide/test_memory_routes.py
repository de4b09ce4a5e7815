"""What the page may have remembered through the server."""

import json

import pytest
import serving
from starlette.testclient import TestClient

from effleurage.players import guide

HOST = "127.0.0.1:8642"
HERE = f"http://{HOST}"
TOKEN = "the-token-of-this-run"
MARC = {
    "name": "Marc",
    "height": 1.83,
    "weight": 82,
    "sex": "male",
    "age": 41,
    "preferences": {"pressure": "light"},
}
STATE = {"mode": "playing", "slot": 2, "at": 7.5, "runs": [[0, 6]]}
TOLD = {"key": "k", "by": "a-phone", "state": STATE}


def browser(memory):
    """A page of a server with this memory."""
    app = guide.application(serving.session(memory), token=TOKEN, hosts=frozenset({HOST}))
    headers = {"origin": HERE, "cookie": f"effleurage_8642={TOKEN}"}
    return TestClient(app, base_url=HERE, headers=headers)


@pytest.fixture
def memory(tmp_path):
    """An empty memory."""
    return guide.Memory(tmp_path / "memory.sqlite3")


@pytest.fixture
def page(memory):
    """A page that may remember."""
    return browser(memory)


def test_a_receiver_is_remembered_and_forgotten(page):
    """Who was remembered is offered again, until forgotten."""
    assert page.get("/memory/receivers").json() == []
    assert page.post("/memory/receivers", json=MARC).status_code == 200
    assert page.get("/memory/receivers").json() == [MARC]
    assert page.post("/memory/forget", json={"name": "marc"}).status_code == 200
    assert page.get("/memory/receivers").json() == []


def test_sittings_are_listed(page):
    """What was done is there to be looked at."""
    told = {"minutes": 21.5, "done": [0], "felt": "right", "word": "lovely", "receiver": "Marc"}
    assert page.post("/sitting", json=told | {"receiver": 7}).status_code == 400
    assert page.post("/sitting", json=told).status_code == 204
    (sitting,) = page.get("/memory/sittings").json()
    assert sitting["minutes"] == 21.5
    assert sitting["receiver"] == "Marc"
    assert sitting["word"] == "pressure right; lovely"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/memory/receivers", MARC | {"name": ""}),
        ("/memory/receivers", MARC | {"name": "x" * 81}),
        ("/memory/receivers", MARC | {"height": "1.8"}),
        ("/memory/receivers", MARC | {"weight": 1e9}),
        ("/memory/receivers", MARC | {"age": True}),
        ("/memory/receivers", MARC | {"sex": "; DROP TABLE receiver"}),
        ("/memory/receivers", MARC | {"preferences": []}),
        ("/memory/receivers", MARC | {"path": "/etc/passwd"}),
        ("/memory/forget", {"name": 1}),
        ("/memory/forget", {}),
        ("/memory/running", {"key": "k"}),
        ("/memory/running", {"key": "k", "state": {}}),
        ("/memory/running", TOLD | {"key": 1}),
        ("/memory/running", TOLD | {"by": None}),
        ("/memory/running", TOLD | {"by": "x" * 81}),
        ("/memory/running", TOLD | {"state": []}),
        ("/memory/running", TOLD | {"setup": {}}),
        ("/memory/over", {"now": True}),
        ("/memory/receivers", []),
    ],
)
def test_anything_else_is_refused(page, memory, path, said):
    """Only what the page itself sends is remembered."""
    assert page.post(path, content=json.dumps(said)).status_code == 400
    assert memory.export() == {"receivers": [], "sittings": []}
    assert memory.running() is None


@pytest.mark.parametrize(
    "path", ["/memory/receivers", "/memory/forget", "/memory/running", "/memory/over", "/sitting", "/plan"]
)
def test_a_large_request_is_refused(page, path):
    """Four kilobytes are enough for all but an article."""
    assert page.post(path, content=b" " * 4097).status_code == 413


@pytest.mark.parametrize("path", ["/memory/receivers", "/memory/sittings", "/memory/running"])
def test_nothing_is_told_without_the_cookie(memory, path):
    """What is remembered of people is shown to the session's own page alone."""
    stranger = browser(memory)
    assert stranger.get(path, headers={"cookie": ""}).status_code == 403
    assert stranger.get(path, headers={"origin": "http://evil.example"}).status_code == 403
    assert stranger.post("/memory/forget", json={"name": "Marc"}, headers={"cookie": ""}).status_code == 403


def test_a_session_under_way_is_kept_until_it_is_over(page):
    """The page tells where it stands, and is told it again."""
    assert page.get("/memory/running").json() is None
    assert page.post("/memory/running", json=TOLD).status_code == 200
    found = page.get("/memory/running").json()
    assert {name: found[name] for name in TOLD} == TOLD
    assert found["replan"] is False
    assert page.post("/memory/over", json={}).status_code == 200
    assert page.get("/memory/running").json() is None


def test_what_was_planned_for_another_size_is_planned_again(page, memory):
    """A server begun anew knows for whom the interrupted session was."""
    size = {"height": 1.8, "weight": 90, "sex": "male", "age": 50, "minutes": 3}
    under_way = page.post("/plan", json=size).text
    page.post("/memory/running", json=TOLD)
    again = browser(memory)
    assert again.get("/session.json").text != under_way
    assert again.get("/memory/running").json()["replan"] is True
    assert again.post("/memory/resume", json={}).text == under_way
    assert again.get("/memory/running").json()["replan"] is False


def test_wishes_and_the_routine_are_planned_again(page, memory):
    """What was kept off stays kept off when the server is begun anew."""
    wanted = _size(minutes=None, routine="long", avoid=["left shoulder"], mirrored=True)
    under_way = page.post("/plan", json=wanted).text
    page.post("/memory/running", json=TOLD)
    again = browser(memory)
    assert again.post("/memory/resume", json={}).text == under_way
    assert again.get("/routines").json()["now"]["avoid"] == ["left shoulder"]


def test_an_article_that_was_brought_is_planned_again(page, memory):
    """The article is kept with the session's place."""
    page.post("/article", content="4")
    under_way = page.post("/article/plan", json=_size(minutes=None)).text
    page.post("/memory/running", json=TOLD)
    assert browser(memory).post("/memory/resume", json={}).text == under_way


def test_another_routines_place_is_not_offered(page, memory):
    """Who begins another routine is not asked to go on with the last."""
    page.post("/memory/running", json=TOLD)
    setup, state = memory.running()
    memory.keep_running(setup | {"routine": "another text"}, state, now="2026-11-22T20:00:00")
    assert page.get("/memory/running").json() is None
    assert page.post("/memory/resume", json={}).status_code == 404


def test_an_old_place_is_not_offered(page, memory):
    """Nobody lies there since yesterday."""
    page.post("/memory/running", json=TOLD)
    setup, state = memory.running()
    memory.keep_running(setup, state | {"when": state["when"] - 7 * 3_600_000}, now="2026-11-22T20:00:00")
    assert page.get("/memory/running").json() is None


def test_a_server_without_memory_says_so():
    """Nothing is remembered where nothing may be."""
    page = browser(None)
    assert page.get("/memory/receivers").status_code == 404
    assert page.post("/memory/receivers", json=MARC).status_code == 404
    assert page.post("/memory/resume", json={}).status_code == 404


def test_a_damaged_memory_does_not_stop_a_session(tmp_path):
    """A file that is no memory is told of; the session itself is served."""
    path = tmp_path / "memory.sqlite3"
    path.write_bytes(b"this is not a database, it is a letter, and a long one at that" * 20)
    page = browser(guide.Memory(path))
    answer = page.get("/memory/running")
    assert answer.status_code == 503
    assert "is not a session history" in answer.json()["error"]
    assert page.post("/memory/resume", json={}).status_code == 503
    told = {"minutes": 1, "done": [], "felt": None, "word": ""}
    assert page.post("/sitting", json=told).status_code == 503
    assert page.get("/session.json").status_code == 200


def _size(**more):
    return {"height": 1.7, "weight": 68, "sex": "female", "age": 40} | more
