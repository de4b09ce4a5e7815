"""`effleurage body`: a picture of a body with its places, or its mesh."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from effleurage.cli._options import body_options
from effleurage.errors import UsageError

if TYPE_CHECKING:
    from effleurage.anatomy import Body

FORMATS = (".png", ".ply", ".glb")


@click.command("body")
@body_options
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write: .png (picture with chart lines and places), .ply or .glb (mesh).",
)
def command(height: float, weight: float, sex: str, age: float, posture: str, output: Path) -> None:
    """Draw a body with the charts and places on its back, or write its mesh.

    The mesh is in the body frame, in metres: x to the head, y to the receiver's left, z up from
    the table, from below the sacrum.
    """
    suffix = output.suffix.lower()
    if suffix not in FORMATS:
        raise UsageError(f"cannot write {output.name!r}", hint=f"end the name in {', '.join(FORMATS)}")
    from effleurage.anatomy import Body
    from effleurage.files import atomic_write

    body = Body(height=height, weight=weight, sex=sex, age=age)
    surface = body.surface(posture)
    if suffix == ".png":
        from effleurage.scene.picture import draw_body

        with atomic_write(output) as path:
            draw_body(path, surface, title=_title(body, posture))
    else:
        from effleurage.cli._mesh import glb_bytes, ply_bytes
        from effleurage.files import write_bytes

        write_bytes(output, ply_bytes(surface) if suffix == ".ply" else glb_bytes(surface))
    click.echo(f"wrote {output}")


def _title(body: "Body", posture: str) -> str:
    from effleurage.anatomy import posture_called

    person = {"female": "Woman", "male": "Man"}[body.sex]
    size = f"{body.height:.2f} m, {body.weight:.1f} kg, {body.age:g} years"
    return f"{person}, {size}: {posture_called(posture)}"
