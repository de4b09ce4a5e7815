"""`effleurage plan`: an article performed on a body, as a file of timed poses and forces."""

from pathlib import Path

import click

from effleurage.cli._options import body_options


@click.command("plan")
@click.argument("article", required=False)
@body_options
@click.option("--minutes", type=float, help="How long it should take; by itself once through the text.")
@click.option("--rate", type=float, default=50.0, show_default=True, help="Samples a second.")
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path),
    required=True,
    help="What to write: NAME.npz (lossless), .csv, .parquet or .glb.",
)
def command(
    article: str | None,
    height: float,
    weight: float,
    sex: str,
    age: float,
    posture: str,
    minutes: float | None,
    rate: float,
    target: Path,
) -> None:
    """Plan ARTICLE, or the built-in back massage, on a body and write the performance."""
    from effleurage import planning
    from effleurage.anatomy import Body
    from effleurage.cli._article import routine_of
    from effleurage.players import export

    export.checked_suffix(target)
    body = Body(height=height, weight=weight, sex=sex, age=age)
    performance = planning.plan(routine_of(article), body, rate=rate, minutes=minutes, posture=posture)
    export.write(performance, target)
    length = performance.duration
    click.echo(
        f"wrote {target}: {length // 60:.0f} min {length % 60:.0f} s, {len(performance.samples)} samples"
    )
    if performance.dropped:
        click.echo(f"left out for time: {', '.join(performance.dropped)}")
