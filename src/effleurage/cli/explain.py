"""`effleurage explain`: the long explanation of a code."""

import click


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain CODE, such as R203; without it, list all codes."""
    from effleurage.reading import codes, explain

    if code is not None:
        click.echo(explain(code), nl=False)
        return
    for name in codes():
        click.echo(explain(name).splitlines()[0])
