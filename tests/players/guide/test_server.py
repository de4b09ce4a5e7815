"""The server: lets its own page in, and nothing else."""

import json
import socket
import subprocess
import sys

import pytest
import synthetic
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.websockets import WebSocketDisconnect

from effleurage.errors import PlanError, UsageError
from effleurage.players import guide

HOST = "127.0.0.1:8642"
HERE = f"http://{HOST}"
TOKEN = "the-token-of-this-run"
SIZE = {"height": 1.7, "weight": 68, "sex": "female", "age": 40, "minutes": None}


@pytest.fixture(scope="module")
def planned():
    """What was asked to be planned."""
    return []


@pytest.fixture(scope="module")
def app(planned, tmp_path_factory):
    """A server of a small session."""

    def replan(wanted):
        planned.append(wanted)
        if wanted.weight > 200:
            raise PlanError("too heavy for this test")
        return synthetic.performance(passes=2)

    memory = guide.Memory(tmp_path_factory.mktemp("memory") / "memory.sqlite3")
    session = guide.Session(synthetic.performance(), replan=replan, figure=synthetic.figure, memory=memory)
    return guide.application(session, token=TOKEN, hosts=frozenset({HOST, "localhost:8642"}))


def client(app, **headers):
    """A browser without cookies, at our address."""
    return TestClient(app, base_url=HERE, headers=headers, follow_redirects=False)


@pytest.fixture
def guest(app):
    """A browser that opened the address with the token."""
    browser = client(app)
    assert browser.get("/", params={"token": TOKEN}).status_code == 303
    return browser


COOKIE = f"effleurage_8642={TOKEN}"


@pytest.fixture(scope="module")
def loop(app):
    """A browser whose sockets share one event loop, as they do in the server."""
    with TestClient(app, base_url=HERE) as browser:
        yield browser


def line(loop, **headers):
    """A socket as a browser would open it, but for the headers given."""
    ours = {"host": HOST, "origin": HERE, "cookie": COOKIE} | headers
    return loop.websocket_connect("/live", headers={k: v for k, v in ours.items() if v is not None})


def test_the_token_becomes_a_strict_cookie_and_leaves_the_address(app):
    """After the redirect nothing secret is in the address bar."""
    answer = client(app).get("/", params={"token": TOKEN})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_the_page_holds_the_session_and_keeps_to_itself(guest):
    """The page comes whole, with a policy that names its own script alone."""
    answer = guest.get("/")
    assert answer.status_code == 200
    assert '{"gzip": "' in answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'sha256-" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/session.json", "/nowhere"])
def test_nothing_is_shown_without_the_cookie(app, path):
    """A page that was not opened with the token gets 403, whatever it asks for."""
    assert client(app).get(path).status_code == 403


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "x", "ümlaut"])
def test_a_wrong_token_is_refused(app, token):
    """Only this run's token opens the door."""
    answer = client(app).get("/", params={"token": token})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_wrong_cookie_is_refused(app):
    """A guessed cookie is no token."""
    assert client(app, cookie="effleurage_8642=guess").get("/session.json").status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8642", "127.0.0.1", "127.0.0.1:80", "[::1]:8642"]
)
def test_a_foreign_host_is_refused(guest, host):
    """A name that was rebound to loopback still gives itself away in Host."""
    assert guest.get("/session.json", headers={"host": host}).status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:80", f"https://{HOST}"])
def test_a_foreign_origin_is_refused(guest, origin):
    """A page from elsewhere may not ask, even with the cookie."""
    assert guest.get("/session.json", headers={"origin": origin}).status_code == 403
    assert guest.post("/plan", json=SIZE, headers={"origin": origin}).status_code == 403


def test_a_write_without_an_origin_is_refused(guest):
    """A browser always names the page that writes."""
    assert guest.post("/plan", json=SIZE).status_code == 403


def test_another_body_is_planned_on_request(guest, planned):
    """The page may ask for another size, and is given another session."""
    answer = guest.post("/plan", json=SIZE | {"height": 1.8}, headers={"origin": HERE})
    assert answer.status_code == 200
    assert planned[-1].height == 1.8
    assert len(synthetic.opened(answer.text)["blocks"]) == 6


def test_wishes_reach_the_planner(guest, planned):
    """Where more is wanted and where nothing, by the atlas's names."""
    asked = SIZE | {"routine": "back", "more": ["left shoulder"], "avoid": ["neck", "lower back"]}
    assert guest.post("/plan", json=asked, headers={"origin": HERE}).status_code == 200
    assert planned[-1].routine == "back"
    assert [zone.name for zone in planned[-1].wishes.more] == ["left shoulder"]
    assert [zone.name for zone in planned[-1].wishes.avoid] == ["neck", "lower back"]


@pytest.mark.parametrize(
    "asked",
    [
        {},
        SIZE | {"code": "1"},
        SIZE | {"height": "1.7"},
        SIZE | {"sex": "../etc"},
        SIZE | {"minutes": 1e9},
        SIZE | {"height": float("nan")},
        SIZE | {"age": True},
        SIZE | {"routine": 7},
        SIZE | {"routine": "x" * 81},
        SIZE | {"avoid": "neck"},
        SIZE | {"avoid": ["elsewhere"]},
        SIZE | {"more": [["neck"]]},
        SIZE | {"more": ["neck"] * 31},
        SIZE | {"mirrored": 1},
        [],
        None,
    ],
)
def test_anything_but_settings_is_refused(guest, planned, asked):
    """Neither code, nor paths, nor absurd numbers reach the planner."""
    before = len(planned)
    text = json.dumps(asked)
    assert guest.post("/plan", content=text, headers={"origin": HERE}).status_code == 400
    assert len(planned) == before


def test_a_large_request_is_refused(guest):
    """Four kilobytes are enough for settings."""
    assert guest.post("/plan", content=b" " * 5000, headers={"origin": HERE}).status_code == 413


def test_a_plan_that_fails_is_told(guest):
    """What the planner cannot do comes back as one sentence."""
    answer = guest.post("/plan", json=SIZE | {"weight": 300}, headers={"origin": HERE})
    assert answer.status_code == 422
    assert answer.json() == {"error": "too heavy for this test"}


ENDING = {"minutes": 12.5, "done": [0, 1], "felt": "right", "word": "lovely"}


def test_an_ending_is_remembered(guest, tmp_path):
    """What was done and said is kept on this machine."""
    memory = guide.Memory(tmp_path / "memory.sqlite3")
    session = guide.Session(synthetic.performance(), figure=synthetic.figure, memory=memory)
    own = client(guide.application(session, token=TOKEN, hosts=frozenset({HOST})), cookie=COOKIE)
    assert own.post("/sitting", json=ENDING, headers={"origin": HERE}).status_code == 204
    (sitting,) = memory.sittings()
    assert sitting.routine == "A short back rub"
    assert sitting.done == ("Gliding", "part 2")
    assert sitting.word == "pressure right; lovely"


@pytest.mark.parametrize(
    "told",
    [
        {},
        ENDING | {"minutes": -1},
        ENDING | {"done": ["x"]},
        ENDING | {"done": list(range(300))},
        ENDING | {"felt": "great"},
        ENDING | {"word": "x" * 501},
        ENDING | {"path": "/etc/passwd"},
    ],
)
def test_anything_but_an_ending_is_refused(guest, told):
    """The end of a session is a few plain values."""
    assert guest.post("/sitting", json=told, headers={"origin": HERE}).status_code == 400


def test_commands_pass_from_one_page_to_the_other(loop):
    """A remote's word reaches the screen."""
    with line(loop) as screen, line(loop) as remote:
        remote.send_json({"command": "softer"})
        assert screen.receive_json() == {"command": "softer"}


@pytest.mark.parametrize(
    "message",
    [
        '{"command":"rm"}',
        '{"command":"pause","x":1}',
        "pause",
        "[]",
        '{"command":["pause"]}',
        "[" * 3000,
        " " * 5000,
    ],
)
def test_anything_but_a_command_ends_the_line(loop, message):
    """The list of commands is closed, and a message is short."""
    with line(loop) as remote:
        remote.send_text(message)
        with pytest.raises(WebSocketDisconnect):
            remote.receive_json()


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": None},
        {"origin": "null"},
        {"origin": "http://evil.example"},
        {"host": "evil.example:8642"},
        {"host": "evil.example:8642", "origin": "http://evil.example:8642"},
        {"cookie": None},
        {"cookie": "effleurage_8642=guess"},
    ],
)
def test_a_foreign_socket_is_refused(loop, headers):
    """A socket needs our host, our origin and the token."""
    with pytest.raises(WebSocketDenialResponse) as refused, line(loop, **headers):
        pass
    assert refused.value.status_code == 403


def test_a_busy_port_is_told_in_one_line():
    """Who asks for a port that is taken is told so; who does not, gets another."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} is in use .choose another with --port"):
            guide.bind(port)


def test_the_usual_port_gives_way():
    """Two sessions at once: the second takes any free port."""
    first = guide.bind(None)
    second = guide.bind(None)
    assert first.getsockname()[0] == second.getsockname()[0] == "127.0.0.1"
    assert first.getsockname()[1] != second.getsockname()[1]
    first.close()
    second.close()


def test_importing_the_guide_starts_no_server():
    """The server's library is loaded when a session is served, not before."""
    code = "import sys, effleurage.players.guide; print('uvicorn' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
