"""An article that is brought to the page: read, planned when asked, and left again."""

import pytest
import serving
import synthetic
from starlette.testclient import TestClient

from effleurage.players import guide

HOST = "127.0.0.1:8642"
HERE = f"http://{HOST}"
TOKEN = "the-token-of-this-run"
SIZE = {"height": 1.7, "weight": 68, "sex": "female", "age": 40, "minutes": None}


@pytest.fixture
def page():
    """A page that was opened with the token."""
    app = guide.application(serving.session(None), token=TOKEN, hosts=frozenset({HOST}))
    headers = {"origin": HERE, "cookie": f"effleurage_8642={TOKEN}"}
    return TestClient(app, base_url=HERE, headers=headers)


def test_an_article_is_reviewed_without_changing_the_session(page):
    """What was understood is shown first; the session stays what it is."""
    before = page.get("/session.json").text
    answer = page.post("/article", content="\ufeff3".encode())
    assert answer.json() == {"title": "3", "length": 1}
    assert page.get("/session.json").text == before


def test_it_is_planned_on_demand_and_stays_when_sizes_change(page):
    """From then on it is what is planned, until it is left."""
    own = page.get("/session.json").text
    page.post("/article", content="3")
    planned = page.post("/article/plan", json=SIZE)
    assert planned.status_code == 200
    assert planned.text != own
    assert page.get("/session.json").text == planned.text
    taller = synthetic.opened(page.post("/plan", json=SIZE | {"height": 1.8}).text)
    assert taller["person"]["height"] == 1.8
    assert taller["blocks"] == synthetic.opened(planned.text)["blocks"]
    assert page.post("/article/leave", json=SIZE).text == own
    assert page.post("/article/plan", json=SIZE).status_code == 409


def test_an_article_may_be_a_megabyte_and_no_more(page):
    """The limit is its own; one byte more is refused."""
    assert page.post("/article", content=b"x" * 1_000_000).json()["length"] == 1_000_000
    answer = page.post("/article", content=b"x" * 1_000_001)
    assert answer.status_code == 413
    assert answer.json() == {"error": "longer than 1000000 bytes"}


@pytest.mark.parametrize("text", [b"", b"  \n ", b"a\0b", b"!"])
def test_what_cannot_be_read_is_told(page, text):
    """Nothing, a binary, and what the reader refuses are answered in one sentence."""
    answer = page.post("/article", content=text)
    assert answer.status_code == 422
    assert answer.json()["error"]
    assert page.post("/article/plan", json=SIZE).status_code == 409


@pytest.mark.parametrize(
    "settings", [{}, SIZE | {"article": "../../etc/passwd"}, SIZE | {"height": "1"}, [1]]
)
def test_anything_but_settings_plans_nothing(page, settings):
    """Planning takes a size and a length, no text and no path."""
    page.post("/article", content="3")
    assert page.post("/article/plan", json=settings).status_code == 400
    assert page.post("/article/leave", json=settings).status_code == 400
    assert page.post("/article/plan", content=b" " * 4097).status_code == 413


def test_a_plan_that_fails_leaves_the_session(page):
    """What cannot be planned comes back as one sentence."""
    own = page.get("/session.json").text
    page.post("/article", content="3")
    answer = page.post("/article/plan", json=SIZE | {"weight": 300})
    assert (answer.status_code, answer.json()) == (422, {"error": "too heavy for this test"})
    assert page.get("/session.json").text == own


@pytest.mark.parametrize(
    "headers",
    [{"cookie": ""}, {"origin": "null"}, {"origin": "http://evil.example"}, {"host": "evil.example"}],
)
@pytest.mark.parametrize("path", ["/article", "/article/plan", "/article/leave"])
def test_strangers_bring_nothing(page, headers, path):
    """An upload needs the cookie, our host and our own page, as all else."""
    assert page.post(path, content="3", headers=headers).status_code == 403


def test_an_upload_without_an_origin_is_refused(page):
    """A browser always names the page that writes."""
    del page.headers["origin"]
    assert page.post("/article", content="3").status_code == 403
