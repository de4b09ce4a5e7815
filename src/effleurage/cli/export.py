"""`effleurage export`: a saved performance as a file for another program."""

from pathlib import Path

import click


@click.command(name="export")
@click.argument("performance", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write; its suffix (.npz, .csv, .parquet, .glb) chooses the format.",
)
def command(performance: Path, output: Path) -> None:
    """Convert PERFORMANCE, an .npz that `effleurage plan` wrote, to another format."""
    from effleurage.performance import load
    from effleurage.players import export

    export.checked_suffix(output)
    export.write(load(performance), output)
    click.echo(f"wrote {output}")
