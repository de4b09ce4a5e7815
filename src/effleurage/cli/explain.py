"""`effleurage explain`: the long explanation of a code."""

import click


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain CODE, such as R203 of `read` or S101 of `check`; without it, list all codes."""
    from effleurage.cli._codes import explained, explanations

    if code is not None:
        click.echo(explained(code), nl=False)
        return
    for told in explanations().values():
        click.echo(told.splitlines()[0])
