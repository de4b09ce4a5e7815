"""`effleurage give`: be led through a massage, on a page in the browser or in one file."""

from pathlib import Path

import click

from effleurage.cli._options import body_options


@click.command("give")
@click.argument("article", required=False)
@body_options
@click.option("--minutes", type=float, help="How long it should take, in minutes.")
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Port to serve on; by itself a usual one, or any."
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
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
    port: int | None,
    no_browser: bool,
    target: Path | None,
) -> None:
    """Be led through ARTICLE (a file, or one of `effleurage routines`), stroke by stroke.

    Without ARTICLE it is the built-in back massage.
    """
    from effleurage import planning
    from effleurage.anatomy import Body
    from effleurage.files import read_text, write_text
    from effleurage.performance import Performance
    from effleurage.players import guide
    from effleurage.reading import library, read

    if article is None:
        text = library.built_in()
    elif article in library.names() and not Path(article).exists():
        text = library.text(article)
    else:
        text = read_text(article)
    routine, _ = read(text)

    def replan(wanted: guide.Settings) -> Performance:
        body = Body(height=wanted.height, weight=wanted.weight, sex=wanted.sex, age=wanted.age)
        return planning.plan(routine, body, minutes=wanted.minutes, posture=posture)

    performance = replan(guide.Settings(height=height, weight=weight, sex=sex, age=age, minutes=minutes))
    if target is not None:
        info = guide.session_info(performance, guide.figure(performance))
        write_text(target, guide.page(guide.session_json(info), info))
        click.echo(f"wrote {target}")
        return
    guide.serve(
        guide.Session(performance, replan=replan, memory=guide.Memory()),
        port=port,
        ready=lambda address: _tell(address, opened=not no_browser),
    )


def _tell(address: str, *, opened: bool) -> None:
    click.echo(address)
    if opened:
        import threading
        import webbrowser

        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
