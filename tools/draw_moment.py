"""Draws moments of a performance: the receiver's skin with both of the giver's hands.

    uv run python tools/draw_moment.py NAME.npz -t 12.5 -t 80 -o moments.png [--view top|side|foot|skew]

For developers: a plain shaded picture, to see at a glance whether hands lie as they should.
"""

import click
import numpy as np

SKIN, HANDS = (0.93, 0.78, 0.70), ((0.45, 0.62, 0.85), (0.88, 0.52, 0.38))
LIGHT = np.array([0.3, 0.35, 0.9]) / np.linalg.norm([0.3, 0.35, 0.9])
VIEWS = {
    "top": ([0, -1, 0], [1, 0, 0]),
    "side": ([1, 0, 0], [0, 0, 1]),
    "foot": ([0, -1, 0], [0, 0, 1]),
    "skew": ([0.5, -0.87, 0], [0.6, 0.35, 0.72]),
    "left": ([-1, 0, 0], [0, -0.5, 0.85]),
    "right": ([1, 0, 0], [0, 0.5, 0.85]),
}


def picture(meshes, *, view="top", size=640, centre=(0.25, 0.0, 0.15), width=0.9):
    """An orthographic picture of shaded meshes, painted from back to front.

    Args:
        meshes: (vertices, faces, colour) of each.
        view: Name of the view, or (right, up).
        size: Pixels a side.
        centre: Point in the middle, in [m].
        width: Extent of the picture, in [m].
    """
    from PIL import Image, ImageDraw

    right, up = (np.array(axis, float) for axis in (VIEWS[view] if isinstance(view, str) else view))
    right /= np.linalg.norm(right)
    up -= right * (right @ up)
    up /= np.linalg.norm(up)
    R = np.stack([right, up, np.cross(right, up)])
    light = R @ LIGHT
    shapes, colours, depths = [], [], []
    for vertices, faces, colour in meshes:
        corners = ((vertices - np.array(centre)) @ R.T)[faces]
        normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12
        seen = normals[:, 2] > 0
        bright = 0.3 + 0.7 * np.clip(normals @ light, 0.0, 1.0)
        shapes.append((corners[:, :, :2] * [1, -1] * size / width + size / 2)[seen])
        colours.append((bright[:, None] * np.array(colour) * 255)[seen].astype(int))
        depths.append(corners[:, :, 2].mean(axis=1)[seen])
    shapes, colours, depths = (np.concatenate(parts) for parts in (shapes, colours, depths))
    image = Image.new("RGB", (size, size), (252, 250, 247))
    pen = ImageDraw.Draw(image)
    for k in np.argsort(depths):
        pen.polygon([tuple(point) for point in shapes[k]], fill=tuple(colours[k]))
    return image


def sheet(images, columns):
    """Pictures side by side."""
    from PIL import Image

    width, height = images[0].size
    whole = Image.new("RGB", (width * columns, height * -(-len(images) // columns)), "white")
    for k, image in enumerate(images):
        whole.paste(image, (k % columns * width, k // columns * height))
    return whole


def moment(performance, surfaces, row):
    """The meshes at one sample."""
    from effleurage.anatomy import hands

    samples, model = performance.samples, hands.model()
    block = next(block for block in performance.blocks if block.start <= row < block.stop)
    surface = surfaces(block.posture)
    meshes = [(surface.vertices, surface.faces, SKIN)]
    for side in (0, 1):
        if np.isfinite(samples.position[row, side]).all():
            joints = model.pose(
                side,
                samples.position[row, side],
                samples.orientation[row, side],
                samples.elbow[row, side],
                samples.fingers[row, side],
                samples.tool[row, side],
            )
            meshes.append((model.vertices(side, joints), model.skins[side].faces, HANDS[side]))
    return meshes


@click.command()
@click.argument("source")
@click.option("-t", "--time", "times", type=float, multiple=True, required=True)
@click.option("-o", "--output", default="moments.png")
@click.option("--view", "views", multiple=True, default=("top", "skew"))
@click.option("--size", default=520)
def main(source, times, output, views, size):
    """Draw moments of SOURCE, each from every view."""
    from PIL import ImageDraw

    from effleurage.anatomy import Body
    from effleurage.performance import load

    performance = load(source)
    person = performance.person
    body = Body(height=person.height, weight=person.weight, sex=person.sex, age=person.age)
    images = []
    for time in times:
        row = int(np.argmin(np.abs(performance.samples.time - time)))
        block = next(block for block in performance.blocks if block.start <= row < block.stop)
        for view in views:
            image = picture(moment(performance, body.surface, row), view=view, size=size)
            words = f"{time:.1f} s, movement {block.movement}: {block.caption[:60]}"
            ImageDraw.Draw(image).text((6, 6), words, fill="black")
            images.append(image)
    sheet(images, max(2, 2 * len(views)) if len(times) > 1 else len(views)).save(output)
    click.echo(output)


if __name__ == "__main__":
    main()
