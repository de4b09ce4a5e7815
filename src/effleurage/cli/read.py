"""`effleurage read`: what the reader understands of an article."""

import json

import click

from effleurage.cli._findings import format_options, printed


@click.command("read")
@click.argument("article")
@format_options
@click.option("--text", "as_text", is_flag=True, help="Print the text that spans count, and stop.")
def command(article: str, form: str, as_text: bool) -> None:
    """Print what is understood of ARTICLE: Markdown, plain text or HTML; - is standard input."""
    from effleurage.files import read_text
    from effleurage.reading import read, to_contract_json
    from effleurage.reading._html import plain_text

    text = plain_text(read_text(article))
    if as_text:
        click.echo(text, nl=False)
        return
    routine, report = read(text)
    if form == "json":
        click.echo(json.dumps(to_contract_json(routine, report), indent=2, ensure_ascii=False))
        return
    click.echo(printed(report.findings, form=form, source=article, text=text))
