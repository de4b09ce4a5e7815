"""`effleurage check`: what is unsafe in a performance, or in what an article asks."""

import sys

import click

from effleurage.cli._findings import format_options, printed, worst
from effleurage.cli._options import body_options


@click.command("check")
@click.argument("file", required=False)
@body_options
@click.option("--minutes", type=float, help="Plan an article for this long, in minutes.")
@format_options
def command(
    file: str | None,
    height: float,
    weight: float,
    sex: str,
    age: float,
    posture: str,
    minutes: float | None,
    form: str,
) -> None:
    """Measure FILE against the safety rules: a performance (.npz), or an article planned on a body.

    Without FILE the built-in massage is checked. A performance is checked on its own body. Exits
    with 1 when something is unsafe, with 0 when nothing is.
    """
    from effleurage.safety import check, check_routine

    if file is not None and file.lower().endswith(".npz"):
        from effleurage.performance import load

        performance = load(file)
        findings = check(performance)
    else:
        from effleurage import planning
        from effleurage.anatomy import Body
        from effleurage.cli._article import routine_of

        routine = routine_of(file)
        body = Body(height=height, weight=weight, sex=sex, age=age)
        performance = planning.plan(routine, body, minutes=minutes, posture=posture)
        findings = (*check_routine(routine), *check(performance, body))
    source = file or "built-in massage"
    told = printed(findings, form=form, source=source, text=performance.text)
    if told:
        click.echo(told)
    if form == "text":
        errors = sum(finding.severity == "error" for finding in findings)
        click.echo(f"{source}: {errors} unsafe, {len(findings) - errors} to note", err=bool(told))
    sys.exit(worst(findings))
