"""`effleurage give`: be led through a massage, on a page in the browser or in one file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from effleurage.cli._options import body_options

if TYPE_CHECKING:
    from effleurage.players.guide import Addresses


@click.command("give")
@click.argument("article", required=False)
@body_options
@click.option("--minutes", type=float, help="How long it should take, in minutes.")
@click.option(
    "--more",
    multiple=True,
    metavar="PLACES",
    help='Where the receiver wants more: "shoulders", "left hip".',
)
@click.option(
    "--avoid", multiple=True, metavar="PLACES", help='Where nothing may touch: "neck", "left shoulder".'
)
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Port to serve on; by itself a usual one, or any."
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option("--lan", is_flag=True, help="Let phones on this network in: a screen, and a remote.")
@click.option("--https", is_flag=True, help="With --lan: encrypt, with a certificate of our own.")
@click.option(
    "--save",
    "target",
    type=click.Path(path_type=Path),
    help="Write the session as one offline file, and stop.",
)
def command(
    article: str | None,
    height: float,
    weight: float,
    sex: str,
    age: float,
    posture: str,
    minutes: float | None,
    more: tuple[str, ...],
    avoid: tuple[str, ...],
    port: int | None,
    no_browser: bool,
    lan: bool,
    https: bool,
    target: Path | None,
) -> None:
    """Be led through ARTICLE (a file, or one of `effleurage routines`), stroke by stroke.

    Without ARTICLE it is the built-in back massage.
    """
    from effleurage.cli._article import routine_of
    from effleurage.cli._giving import Giving
    from effleurage.cli._wished import wished
    from effleurage.errors import UsageError
    from effleurage.files import write_text
    from effleurage.players import guide
    from effleurage.reading import library

    if https and not lan:
        raise UsageError("--https goes with --lan", hint="on this machine alone there is nothing to encrypt")
    if lan:
        guide.require_lan(https=https)
    wishes = wished(more=more, avoid=avoid)
    giving = Giving(routine=routine_of(article), posture=posture)
    asked = guide.Settings(
        height=height,
        weight=weight,
        sex=sex,
        age=age,
        minutes=minutes,
        routine=library.BUILT_IN if article is None else None,
        more=tuple(zone.name for zone in wishes.more),
        avoid=tuple(zone.name for zone in wishes.avoid),
    )
    performance = giving.plan(asked)
    for words in performance.dropped:
        click.echo(f"left out: {words}", err=True)
    for _, topic, words in performance.notes:
        if topic == "wish":
            click.echo(words, err=True)
    if target is not None:
        info = guide.session_info(performance, guide.figure(performance))
        write_text(target, guide.page(guide.session_json(info), info))
        click.echo(f"wrote {target}")
        return
    session = guide.Session(
        performance,
        replan=giving.plan,
        settings=asked,
        articles=guide.Articles(
            review=giving.review, plan=giving.plan_article, routines=giving.routines, wished=giving.wished
        ),
        memory=guide.Memory(),
    )
    guide.serve(
        session,
        port=port,
        lan=lan,
        https=https,
        ready=lambda addresses: _tell(addresses, opened=not no_browser),
    )


def _code(address: str) -> str:
    """A QR code, or nothing where the output cannot show one."""
    from effleurage.players.guide import qr

    code = qr(address)
    try:
        code.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return ""
    return code


def _tell(addresses: "Addresses", *, opened: bool) -> None:
    click.echo(addresses.page)
    if addresses.screen is not None and addresses.remote is not None:
        for what, address in (
            ("a phone as the screen", addresses.screen),
            ("the receiver's remote", addresses.remote),
        ):
            click.echo(f"\n{what}: {address}\n{_code(address)}", nl=False)
        click.echo("\nWho has a code may take part; show it to nobody else.")
        if addresses.fingerprint is not None:
            click.echo(
                "The browser warns of the certificate once: it is this computer's own.\n"
                f"Its SHA-256 fingerprint is {addresses.fingerprint}"
            )
        else:
            click.echo(
                "Without --https a phone may go dark by itself, and others on this network can listen."
            )
    if opened:
        import threading
        import webbrowser

        threading.Thread(target=webbrowser.open, args=(addresses.page,), daemon=True).start()
