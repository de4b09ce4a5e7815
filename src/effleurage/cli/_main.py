"""The `effleurage` command: finds the verb, runs it, and turns a user's mistake into one line.

A verb lives in a module of its own name (`cli/read.py` holds `read`), which is imported only when
that verb is asked for, so that the command line answers at once.
"""

import importlib
import sys
from pathlib import Path
from typing import NoReturn, final

import click

from effleurage._version import __version__
from effleurage.errors import EffleurageError


def verbs() -> list[str]:
    """The verbs that exist: one public module each."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith("_"))


@final
class Verbs(click.Group):
    """A group that imports a verb's module when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return verbs()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in verbs():
            return None
        return importlib.import_module(f"effleurage.cli.{cmd_name}").command


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    subcommand_metavar="COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="effleurage")
@click.pass_context
def _root(context: click.Context) -> None:
    """Read a massage routine as people write it, and perform it."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        sys.exit(2)


def _one_line(error: click.ClickException) -> str:
    """The message of a wrong call in one line, with where to read more."""
    message = " ".join(error.format_message().split())
    context = getattr(error, "ctx", None)
    return message if context is None else f"{message} (see: {context.command_path} --help)"


def main() -> NoReturn:
    """Run the command line; a user's mistake is one line on stderr and exit code 2."""
    try:
        _root.main(prog_name="effleurage", standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as error:
        click.echo(f"effleurage: {_one_line(error)}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        # The reader of a pipe has gone (`effleurage read x | head`): nothing is left to say.
        sys.stderr.close()
        sys.exit(0)
    except EffleurageError as error:
        click.echo(f"effleurage: {error}", err=True)
        sys.exit(2)
    sys.exit(0)
