"""What there is to choose from: routines, places to tap, wishes in words."""

import pytest
import serving
import synthetic
from starlette.testclient import TestClient

from effleurage.anatomy import Body, atlas
from effleurage.players import guide
from effleurage.routine import zone

HOST = "127.0.0.1:8642"
HERE = f"http://{HOST}"
TOKEN = "the-token-of-this-run"
SIZE = {"height": 1.7, "weight": 68, "sex": "female", "age": 40, "minutes": None}


def browser(session):
    """A page that was opened with the token."""
    app = guide.application(session, token=TOKEN, hosts=frozenset({HOST}))
    return TestClient(app, base_url=HERE, headers={"origin": HERE, "cookie": f"effleurage_8642={TOKEN}"})


@pytest.fixture
def page():
    """A page that can do all that a page can."""
    return browser(serving.session(None))


def test_routines_are_listed_with_what_is_chosen_now(page):
    """The page learns what there is, how long it sensibly takes, and what it shows."""
    told = page.get("/routines").json()
    assert [row["name"] for row in told["routines"]] == ["short", "long"]
    assert (told["now"]["routine"], told["own"]) == (None, False)
    asked = SIZE | {"routine": "long", "minutes": 3, "more": [], "avoid": ["neck"], "mirrored": True}
    page.post("/plan", json=asked)
    assert page.get("/routines").json()["now"] == asked
    page.post("/article", content="3")
    page.post("/article/plan", json=SIZE)
    assert page.get("/routines").json()["own"] is True


def test_every_place_to_tap_has_its_outline_on_this_body(page):
    """Paired places twice, left at the receiver's left; every name is one that can be planned with."""
    told = page.get("/zones").json()
    names = [row["zone"] for row in told["zones"]]
    assert len(set(names)) == len(names)
    assert {"neck", "lower back", "left shoulder", "right shoulder"} <= set(names)
    assert all(zone(name) for name in [*names, *told["parts"]])
    surface = Body(height=1.7, weight=68, sex="female", age=40).surface("prone")
    for row in told["zones"]:
        x, y = zip(*row["outline"], strict=True)
        one = zone(row["zone"])
        region = atlas().place(one.place.value)
        sign = -1 if one.side == "right" else 1
        if one.side is not None:
            assert min(sign * value for value in y) > 0
        centre = surface.point(region.centre[0], sign * region.centre[1], chart=region.chart)
        assert min(x) < centre[0] < max(x)
        assert min(y) < centre[1] < max(y)


def test_wishes_in_words_are_read(page):
    """What was understood, and what was not."""
    assert page.post("/wishes", content="no neck").json()["avoid"] == ["neck"]
    assert page.post("/wishes", content="bananas").json()["unknown"] == ["bananas"]
    assert page.post("/wishes", content="x" * 4097).status_code == 413


def test_a_session_of_one_performance_has_nothing_to_choose():
    """A recorded performance plays as it is."""
    page = browser(guide.Session(synthetic.performance(), figure=synthetic.figure))
    assert page.get("/routines").json() is None
    assert page.post("/wishes", content="no neck").status_code == 404


@pytest.mark.parametrize(
    "headers",
    [{"cookie": ""}, {"origin": "null"}, {"origin": "http://evil.example"}, {"host": "evil.example"}],
)
@pytest.mark.parametrize(("method", "path"), [("GET", "/routines"), ("GET", "/zones"), ("POST", "/wishes")])
def test_strangers_learn_nothing(page, method, path, headers):
    """These routes stand behind the same door as all else."""
    assert page.request(method, path, headers=headers).status_code == 403
