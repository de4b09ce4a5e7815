"""The receiver's remote: five words, its own door, and nothing else."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import synthetic
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.websockets import WebSocketDisconnect

from effleurage.players import guide

HOST = "192.168.7.5:8642"
HERE = f"http://{HOST}"
TOKEN, REMOTE = "the-token-of-this-run", "the-token-of-its-remotes"
SCREEN_COOKIE, REMOTE_COOKIE = f"effleurage_8642={TOKEN}", f"effleurage_remote_8642={REMOTE}"


@pytest.fixture(scope="module")
def app():
    """A server on a local network."""
    session = guide.Session(synthetic.performance(passes=1), figure=synthetic.figure)
    return guide.application(
        session, token=TOKEN, hosts=frozenset({HOST, "127.0.0.1:8642"}), remote_token=REMOTE
    )


@pytest.fixture(scope="module")
def loop(app):
    """A browser whose sockets share one event loop, as they do in the server."""
    with TestClient(app, base_url=HERE) as browser:
        yield browser


@pytest.fixture
def phone(app):
    """A phone that opened the remote's address."""
    browser = TestClient(app, base_url=HERE, follow_redirects=False)
    assert browser.get("/remote", params={"token": REMOTE}).status_code == 303
    return browser


def line(loop, path, cookie, **headers):
    """A socket as a browser would open it, but for the headers given."""
    ours = {"host": HOST, "origin": HERE, "cookie": cookie} | headers
    return loop.websocket_connect(path, headers={k: v for k, v in ours.items() if v is not None})


def test_the_remote_is_a_small_page_that_keeps_to_itself(phone):
    """It comes whole, under 30 kB, and may run its own script alone."""
    answer = phone.get("/remote")
    assert answer.status_code == 200
    assert len(answer.content) < 30_000
    assert "default-src 'none'; script-src 'sha256-" in answer.headers["content-security-policy"]


def test_the_remotes_cookie_is_sent_to_the_remote_alone(app):
    """Its cookie is strict, hidden from scripts, and bound to its path."""
    browser = TestClient(app, base_url=HERE, follow_redirects=False)
    answer = browser.get("/remote", params={"token": REMOTE})
    assert answer.headers["location"] == "/remote"
    cookie = answer.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("httponly", "samesite=strict", "path=/remote"))


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/session.json"),
        ("POST", "/plan"),
        ("POST", "/sitting"),
        ("POST", "/article"),
        ("POST", "/article/plan"),
        ("GET", "/memory/receivers"),
        ("POST", "/memory/receivers"),
        ("POST", "/memory/forget"),
        ("GET", "/memory/running"),
        ("POST", "/memory/resume"),
        ("GET", "/routines"),
        ("GET", "/zones"),
        ("POST", "/wishes"),
    ],
)
def test_a_remotes_token_opens_nothing_else(app, method, path):
    """Neither as a token in the address, nor as a cookie of either name."""
    for cookie in (REMOTE_COOKIE, f"effleurage_8642={REMOTE}"):
        browser = TestClient(app, base_url=HERE, headers={"cookie": cookie, "origin": HERE})
        assert browser.request(method, path).status_code == 403
    bare = TestClient(app, base_url=HERE, headers={"origin": HERE}, follow_redirects=False)
    answer = bare.request(method, path, params={"token": REMOTE})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_remote_cannot_take_a_screens_line(loop):
    """The screens' line is not the remote's."""
    with pytest.raises(WebSocketDenialResponse) as refused, line(loop, "/live", REMOTE_COOKIE):
        pass
    assert refused.value.status_code == 403


@pytest.mark.parametrize("path", ["/remote", "/remote/live", "/remote/anything"])
@pytest.mark.parametrize("cookie", [None, "effleurage_remote_8642=guess", SCREEN_COOKIE])
def test_the_remotes_door_is_shut_without_its_token(app, path, cookie):
    """No token, a guessed one, and the screen's own are refused alike."""
    headers = {} if cookie is None else {"cookie": cookie}
    assert TestClient(app, base_url=HERE, headers=headers).get(path).status_code == 403


@pytest.mark.parametrize(
    "path",
    ["/remote/../session.json", "/remote/%2e%2e/session.json", "/remote/..%2fsession.json", "/remote//live"],
)
def test_a_path_that_climbs_is_refused(app, path):
    """There is no way from the remote's room into another."""

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    answers = []

    async def send(message):
        answers.append(message)

    from urllib.parse import unquote

    import anyio

    for cookie in (REMOTE_COOKIE, SCREEN_COOKIE):
        headers = [(b"host", HOST.encode()), (b"cookie", cookie.encode())]
        scope = {"type": "http", "method": "GET", "path": unquote(path), "raw_path": path.encode()}
        asked = {**scope, "query_string": b"", "headers": headers, "http_version": "1.1"}
        # In a thread of its own: a browser that another test has opened keeps a loop in this one.
        with ThreadPoolExecutor(1) as aside:
            aside.submit(anyio.run, app, asked, receive, send).result()
    assert [answer["status"] for answer in answers if "status" in answer] == [403, 403]


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "https://192.168.7.5:8642"])
def test_a_foreign_page_cannot_ask(loop, origin):
    """A socket needs our own origin, whatever cookies a browser adds."""
    with (
        pytest.raises(WebSocketDenialResponse) as refused,
        line(loop, "/remote/live", REMOTE_COOKIE, origin=origin),
    ):
        pass
    assert refused.value.status_code == 403


@pytest.mark.parametrize("host", ["evil.example:8642", "192.168.7.6:8642", "192.168.7.5"])
def test_a_foreign_host_is_refused(loop, phone, host):
    """A rebound name gives itself away."""
    assert phone.get("/remote", headers={"host": host}).status_code == 403
    with pytest.raises(WebSocketDenialResponse), line(loop, "/remote/live", REMOTE_COOKIE, host=host):
        pass


@pytest.mark.parametrize("word", ["softer", "firmer", "more", "not_here", "stop"])
def test_what_a_receiver_asks_reaches_the_screen_as_theirs(loop, word):
    """The screen learns who asks, and its answer comes back to the remote."""
    with (
        line(loop, "/live", SCREEN_COOKIE) as screen,
        line(loop, "/remote/live", REMOTE_COOKIE) as remote,
    ):
        remote.send_json({"command": word})
        assert screen.receive_json() == {"command": word, "from": "receiver"}
        screen.send_json({"heard": word, "done": True})
        assert remote.receive_json() == {"heard": word, "done": True}


def test_a_remote_is_told_when_nobody_listens(loop):
    """Before a session plays, the answer says so."""
    with line(loop, "/remote/live", REMOTE_COOKIE) as remote:
        remote.send_json({"command": "softer"})
        assert remote.receive_json() == {"heard": "softer", "done": False, "nobody": True}


@pytest.mark.parametrize(
    "message",
    [
        '{"command": "skip"}',
        '{"command": "begin"}',
        '{"command": "softer", "from": "giver"}',
        '{"heard": "softer", "done": true}',
        "softer",
        "[]",
        "[" * 3000,
        '{"command": "softer"}' + " " * 5000,
    ],
)
def test_anything_but_a_receivers_word_ends_the_line(loop, message):
    """A remote may not skip, begin, or answer for a screen."""
    with line(loop, "/live", SCREEN_COOKIE), line(loop, "/remote/live", REMOTE_COOKIE) as remote:
        remote.send_text(message)
        with pytest.raises(WebSocketDisconnect):
            remote.receive_json()


def test_without_the_network_there_is_no_remote():
    """On loopback alone nothing answers at the remote's path."""
    session = guide.Session(synthetic.performance(passes=1), figure=synthetic.figure)
    app = guide.application(session, token=TOKEN, hosts=frozenset({HOST}))
    browser = TestClient(app, base_url=HERE)
    assert browser.get("/remote").status_code == 403
    assert browser.get("/remote", headers={"cookie": SCREEN_COOKIE}).status_code == 404
