"""`effleurage routines`: the library."""

import click


@click.command("routines")
def command() -> None:
    """List the routines of the library."""
    from effleurage.reading import library

    for name in library.names():
        click.echo(name)
