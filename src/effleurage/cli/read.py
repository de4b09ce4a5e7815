"""`effleurage read`: what was understood of an article, sentence by sentence."""

import json

import click


@click.command("read")
@click.argument("article")
@click.option("--json", "form", flag_value="json", help="Short for --format json.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    help="How it is printed.",
)
@click.option("--text", "only_text", is_flag=True, help="Print the text that spans count, and stop.")
@click.option("--rewrite", is_flag=True, help="Write the routine back as plain English.")
def command(article: str, form: str, only_text: bool, rewrite: bool) -> None:
    """Show what is understood of ARTICLE: Markdown, plain text or HTML; - reads standard input."""
    from effleurage.cli._findings import printed
    from effleurage.files import read_text
    from effleurage.reading import article_text, is_html, read, to_contract_json

    text = read_text(article)
    if only_text:
        click.echo(article_text(text) if is_html(text) else text, nl=False)
        return
    routine, report = read(text)
    if rewrite:
        from effleurage.reading import rewrite as rewritten

        click.echo(rewritten(routine), nl=False)
    elif form == "json":
        click.echo(json.dumps(to_contract_json(routine, report), indent=2, ensure_ascii=False))
    elif form == "sarif":
        click.echo(printed(report.findings, form="sarif", source=article, text=routine.text))
    else:
        from effleurage.cli._reading import show

        show(routine, report, source=article)
