"""`effleurage explain`: the long explanation of a finding's code."""

import click


@click.command("explain")
@click.argument("code")
def command(code: str) -> None:
    """Explain CODE, as it stands in what `read` and `check` print (R201, S101)."""
    from effleurage.reading._codes import explanation

    click.echo(explanation(code))
