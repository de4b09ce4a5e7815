"""`effleurage routines`: the routines that come with Effleurage."""

import json

import click


@click.command("routines")
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(name: str | None, as_json: bool) -> None:
    """List the built-in routines with length, places and techniques; with NAME, print its text."""
    from effleurage.reading import library

    if name is not None:
        click.echo(library.text(name), nl=False)
        return
    rows = [library.summary(each) for each in library.names()]
    if as_json:
        plain = [
            {
                "name": row.name,
                "title": row.title,
                "minutes": row.minutes,
                "strokes": row.strokes,
                "places": list(row.places),
                "techniques": list(row.techniques),
            }
            for row in rows
        ]
        click.echo(json.dumps({"routines": plain}, indent=2, ensure_ascii=False))
        return
    for row in rows:
        click.echo(f"{click.style(row.name, bold=True)}  {row.title}")
        click.echo(f"    about {row.minutes:.0f} minutes, {row.strokes} strokes")
        click.echo(f"    {', '.join(place.replace('_', ' ') for place in row.places)}")
        click.echo(f"    {', '.join(row.techniques)}")
