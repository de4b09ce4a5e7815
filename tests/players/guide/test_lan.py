"""Phones on the local network: only when asked for, with a token, at this machine's own address."""

import datetime
import ssl
import sys

import httpx2 as httpx
import pytest
import serving
from click.testing import CliRunner

from effleurage.cli.give import command
from effleurage.errors import UsageError
from effleurage.players import guide
from effleurage.players.guide import _certificate, _lan, _server

NOW = datetime.datetime(2026, 11, 22, 20, tzinfo=datetime.UTC)


def network() -> str | None:
    """This machine's address on a network, if it is on one."""
    try:
        return _lan.lan_address()
    except UsageError:
        return None


on_a_network = pytest.mark.skipif(network() is None, reason="this machine is on no network")


def test_without_a_network_one_line_says_so(monkeypatch: pytest.MonkeyPatch):
    """A machine that is on no network cannot let phones in."""

    class Nowhere:
        def __init__(self, *_: object) -> None:
            raise OSError("Network is unreachable")

    monkeypatch.setattr(_lan.socket, "socket", Nowhere)
    with pytest.raises(UsageError, match="--lan finds no network"):
        _lan.lan_address()


def test_a_missing_part_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch):
    """Who installed without the extra is told its name."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"--lan needs segno .pip install 'effleurage\[lan\]'"):
        guide.require_lan(https=False)
    with pytest.raises(UsageError, match="--lan needs segno and cryptography"):
        guide.require_lan(https=True)


def test_https_alone_makes_no_sense():
    """It goes with the network; on this machine alone nobody listens in."""
    failed = CliRunner().invoke(command, ["--https"])
    assert isinstance(failed.exception, UsageError)
    assert "--https goes with --lan" in str(failed.exception)


def test_a_code_holds_the_address_and_fits_a_terminal():
    """The longest address there is still fits 80 × 24."""
    address = "https://192.168.100.105:8642/remote?token=" + "x" * 32
    lines = guide.qr(address).splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert {char for line in lines for char in line} <= set(" ▀▄█")


def test_the_certificate_is_for_this_machine_and_a_week():
    """It names the addresses it is for, and no other."""
    from cryptography import x509

    public, secret, fingerprint = _certificate.certificate(("127.0.0.1", "192.168.7.5"), now=NOW)
    made = x509.load_pem_x509_certificate(public)
    names = made.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert [str(one) for one in names.get_values_for_type(x509.IPAddress)] == ["127.0.0.1", "192.168.7.5"]
    assert names.get_values_for_type(x509.DNSName) == ["localhost"]
    assert made.not_valid_after_utc - NOW == datetime.timedelta(days=7)
    assert not made.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert len(fingerprint.split(":")) == 32
    assert b"PRIVATE KEY" in secret


def test_the_key_is_on_the_disk_for_its_owner_alone_and_only_while_it_is_loaded(
    tmp_path, monkeypatch: pytest.MonkeyPatch
):
    """Others on this machine never get to read it, and nothing of it stays."""
    monkeypatch.setattr(_certificate.tempfile, "tempdir", str(tmp_path))
    seen = []
    real = ssl.SSLContext.load_cert_chain

    def load(self, path):
        seen.append((path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777))
        real(self, path)

    monkeypatch.setattr(ssl.SSLContext, "load_cert_chain", load)
    public, secret, _ = _certificate.certificate(("127.0.0.1",), now=NOW)
    _certificate.context(public, secret)
    assert seen == ([(0o600, 0o700)] if sys.platform != "win32" else seen)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("scheme", "port", "names"),
    [
        ("http", 8642, ("a:8642",)),
        ("http", 80, ("a:80", "a")),
        ("https", 443, ("a:443", "a")),
        ("https", 80, ("a:80",)),
    ],
)
def test_a_browser_leaves_out_the_usual_port(scheme, port, names):
    """Both ways of naming such a host are ours."""
    assert _server.host_names("a", port, scheme=scheme) == names


@on_a_network
@pytest.mark.slow
def test_phones_are_let_in_with_their_own_tokens(tmp_path):
    """The screen's address opens the session, the remote's opens the remote, and none opens nothing."""
    with serving.process(tmp_path, "lan") as (_, addresses):
        assert addresses.screen is not None
        assert addresses.remote is not None
        there = addresses.screen.split("/?")[0]
        assert there == f"http://{network()}:{addresses.page.split('/?')[0].rsplit(':', 1)[1]}"
        assert httpx.get(there).status_code == 403
        assert httpx.get(f"{there}/remote").status_code == 403
        assert httpx.get(f"{there}/session.json", params={"token": "guess"}).status_code == 403
        assert httpx.get(f"{there}/session.json", headers={"host": "evil.example"}).status_code == 403
        with httpx.Client(follow_redirects=True) as screen, httpx.Client(follow_redirects=True) as remote:
            assert "<html" in screen.get(addresses.screen).text
            assert screen.get(f"{there}/session.json").status_code == 200
            assert "data-command" in remote.get(addresses.remote).text
            assert remote.get(f"{there}/session.json").status_code == 403


@on_a_network
@pytest.mark.slow
def test_with_https_the_line_is_encrypted(tmp_path):
    """The certificate is for the address that is printed, and its fingerprint is told."""
    with serving.process(tmp_path, "lan", "https") as (_, addresses):
        here = addresses.page.split("/?")[0]
        host, port = here.removeprefix("https://").split(":")
        public = ssl.get_server_certificate((host, int(port)))
        trusting = ssl.create_default_context(cadata=public)
        for address in (addresses.page, addresses.screen):
            assert address.startswith("https://")
            with httpx.Client(verify=trusting) as client:
                answer = client.get(address)
            assert answer.status_code == 303
            assert "secure" in answer.headers["set-cookie"].lower()
        import hashlib

        print_ = hashlib.sha256(ssl.PEM_cert_to_DER_cert(public)).hexdigest().upper()
        assert addresses.fingerprint.replace(":", "") == print_


@pytest.mark.slow
def test_nobody_on_the_network_reaches_a_session_that_was_not_opened_to_it(tmp_path):
    """Without --lan the server is on loopback alone."""
    with serving.process(tmp_path) as (_, addresses):
        assert addresses.screen is addresses.remote is addresses.fingerprint is None
        port = addresses.page.split("/?")[0].rsplit(":", 1)[1]
        if (there := network()) is not None:
            with pytest.raises(httpx.ConnectError):
                httpx.get(f"http://{there}:{port}/")
