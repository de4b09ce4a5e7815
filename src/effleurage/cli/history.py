"""`effleurage history`: what is remembered of sessions; export it or delete it."""

import json
from pathlib import Path

import click


@click.command("history")
@click.option("--export", "target", type=click.Path(path_type=Path), help="Write everything to a JSON file.")
@click.option("--delete", is_flag=True, help="Delete everything that is remembered.")
def command(target: Path | None, delete: bool) -> None:
    """Show the sessions that took place; they are kept on this machine alone."""
    from effleurage.files import write_text
    from effleurage.players.guide import Memory

    memory = Memory()
    if target is not None:
        write_text(target, json.dumps(memory.export(), indent=1, ensure_ascii=False) + "\n")
        click.echo(f"wrote {target}")
    if delete:
        click.echo("deleted the session history" if memory.delete() else "there was no session history")
    elif target is None:
        _show(memory.sittings() if memory.path.exists() else ())


def _show(sittings: tuple) -> None:
    """Print a table, the latest session first."""
    if not sittings:
        click.echo("no session yet: `effleurage give` begins one")
        return
    from rich.console import Console
    from rich.table import Table

    table = Table("when", "receiver", "routine", "minutes", "said")
    for sitting in sittings:
        when = sitting.began[:16].replace("T", " ")
        table.add_row(when, sitting.receiver or "", sitting.routine, f"{sitting.minutes:.0f}", sitting.word)
    Console().print(table)
