"""`effleurage places`: the names of places and landmarks, and where they are on a body."""

import click

from effleurage.cli._options import body_options


@click.command("places")
@body_options
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(height: float, weight: float, sex: str, age: float, posture: str, as_json: bool) -> None:
    """List the places that a routine can name, and where they lie on a body.

    Paired places describe the receiver's left; the right is the mirror image. Positions are in
    metres: x to the head, y to the receiver's left, z up from the table, from below the sacrum.
    """
    from effleurage.anatomy import Body, atlas

    surface = Body(height=height, weight=weight, sex=sex, age=age).surface(posture)
    if as_json:
        import json

        from effleurage.cli._places import described

        click.echo(json.dumps(described(atlas(), surface), indent=2, allow_nan=False))
        return
    from rich.console import Console

    from effleurage.cli._places import tables

    console = Console()
    for table in tables(atlas(), surface):
        console.print(table)
