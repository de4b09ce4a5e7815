"""What the page is given: one value, as JSON inside the page or from the server.

The page's TypeScript types are generated from these classes by `tools/generate_types.py`. Times
are in [s], lengths in [m], forces in [N]; arrays are packed as `Packed` says.
"""

from dataclasses import dataclass
from typing import final

VERSION = 1


@final
@dataclass(frozen=True, kw_only=True)
class Packed:
    """An array of numbers, count × channels, as text.

    Values are rounded to multiples of their channel's step, differenced down each channel (from
    zeros, as often as said), zig-zagged to be positive, split into byte planes (channel after channel,
    low bytes first), gzipped and written in base 64.

    Attributes:
        count: Rows.
        steps: Size of one unit of each channel.
        bytes: Bytes of a value: 2 or 4.
        differences: How often differences were taken.
        data: The text.
    """

    count: int
    steps: tuple[float, ...]
    bytes: int
    differences: int
    data: str


@final
@dataclass(frozen=True, kw_only=True)
class StationInfo:
    """Where the giver is; see `performance.Station`.

    Attributes:
        where: Beside what of the receiver.
        stance: Sitting, kneeling or standing.
        facing: Toward what.
        side: The receiver's side.
        eyes: Where the picture is seen from, in [m].
        shoulders: The left and the right shoulder as drawn, in [m].
    """

    where: str
    stance: str
    facing: str
    side: str
    eyes: tuple[float, float, float]
    shoulders: tuple[tuple[float, float, float], tuple[float, float, float]]


@final
@dataclass(frozen=True, kw_only=True)
class BlockInfo:
    """A block of the performance, in seconds instead of samples.

    Attributes:
        start: When it begins.
        stop: When it ends.
        movement: Index of its movement.
        caption: What to say and show.
        span: The words that caused it, in code units of `text`.
        posture: How the receiver lies.
        station: Where the giver is.
        kind: ``work``, ``transfer``, ``arrange`` or ``rest``.
        tempo_range: Least and greatest factor on its speed.
        force_range: Least and greatest factor on its forces.
        repeatable: Its end joins its own start.
        skippable: The block before it joins the one after it.
        repeat_from: Block where a pass that ends here begins; −1 for none.
        tool: Tool that works most in it, or "".
        region: Name of a body part without a chart, or "".
        way: Skins of the receiver that it goes through, as indices: one, if nothing changes.
    """

    start: float
    stop: float
    movement: int
    caption: str
    span: tuple[int, int]
    posture: str
    station: StationInfo
    kind: str
    tempo_range: tuple[float, float]
    force_range: tuple[float, float]
    repeatable: bool
    skippable: bool
    repeat_from: int
    tool: str
    region: str
    way: tuple[int, ...]


@final
@dataclass(frozen=True, kw_only=True)
class SegmentInfo:
    """A stroke as performed: its words and its ceiling.

    Attributes:
        hands: ``left``, ``right`` or ``both``.
        technique: Its technique.
        caption: What to say and show.
        span: The words that caused it, in code units of `text`.
        start: When it begins.
        stop: When it ends.
        force_ceiling: Most force at any setting.
    """

    hands: str
    technique: str
    caption: str
    span: tuple[int, int]
    start: float
    stop: float
    force_ceiling: float


@final
@dataclass(frozen=True, kw_only=True)
class NoteInfo:
    """Something to tell besides.

    Attributes:
        block: Index of the block before which it is said.
        topic: What it is about.
        words: The words.
    """

    block: int
    topic: str
    words: str


@final
@dataclass(frozen=True, kw_only=True)
class PersonInfo:
    """The receiver's size."""

    height: float
    weight: float
    sex: str
    age: float


@final
@dataclass(frozen=True, kw_only=True)
class HandMesh:
    """One hand and forearm of the giver, as a skinned mesh.

    Attributes:
        joints: Names of its joints.
        parents: Index of each joint's parent, −1 for a root.
        offsets: Each joint's place in its parent's frame, in [m]; zeros for a root.
        binds: Inverse bind matrix of each joint, 16 numbers, row after row.
        vertices: Rest vertices, in [m].
        faces: Triangles.
        influences: Four joints of each vertex.
        weights: Their four weights.
        roots: Position of every root joint over time, three channels a root.
        turned: The joints that have turns of their own; the others follow the finger shapes.
        turns: Quaternion wxyz of each of `turned` in its parent over time, four channels a joint.
        shapes: Of every finger shape the quaternions wxyz of all joints, a row a shape.
        fingers: Weights of the finger shapes over time.
    """

    joints: tuple[str, ...]
    parents: tuple[int, ...]
    offsets: tuple[tuple[float, float, float], ...]
    binds: tuple[tuple[float, ...], ...]
    vertices: Packed
    faces: Packed
    influences: Packed
    weights: Packed
    roots: Packed
    turned: tuple[int, ...]
    turns: Packed
    shapes: Packed
    fingers: Packed


@final
@dataclass(frozen=True, kw_only=True)
class HandTrack:
    """What one hand does over time.

    Attributes:
        contact: Position of the contact patch (3), its orientation wxyz (4), and force.
        state: Contact (0 or 1), phase, tool (−1 none), segment, and whether the pose is known.
    """

    contact: Packed
    state: Packed


@final
@dataclass(frozen=True, kw_only=True)
class BodyMesh:
    """The receiver's skin.

    Attributes:
        faces: Triangles.
        vertices: Vertices of the first skin, then how every other differs from it, in [m].
        hair: Share of hair on each vertex.
        part_names: Body parts without a chart: a block's `region` may be one of them.
        parts: Which vertices belong to each, 0 or 1, a channel a part.
    """

    faces: Packed
    vertices: tuple[Packed, ...]
    hair: Packed
    part_names: tuple[str, ...]
    parts: Packed


@final
@dataclass(frozen=True, kw_only=True)
class ToolInfo:
    """A tool, as far as the page shows it.

    Attributes:
        name: Its name.
        levels: Working forces called light, medium and firm.
        radius: Radius of a disc with the footprint's area, in [m].
    """

    name: str
    levels: tuple[float, float, float]
    radius: float


@final
@dataclass(frozen=True, kw_only=True)
class HealthInfo:
    """A question of the health gate.

    Attributes:
        name: Its name; the page has the words.
        outcome: ``stop``, ``doctor`` or ``round``.
    """

    name: str
    outcome: str


@final
@dataclass(frozen=True, kw_only=True)
class SessionInfo:
    """Everything that the page needs to lead one session.

    Attributes:
        version: Version of this schema.
        title: The routine's title, or None.
        movements: Title of each movement, or None.
        text: The article's text.
        person: The receiver.
        rate: Samples per second of the tracks, in [Hz].
        duration: Length.
        blocks: What the session moves.
        segments: The strokes.
        notes: What to tell besides.
        dropped: What was left out to fit the asked minutes.
        phases: Names behind the phase channel.
        tools: The tools, in the order of the tool channel.
        body: The receiver's skin.
        hands: The giver's left and right hand.
        tracks: What the left and the right hand do.
        health: What is asked before anybody is touched.
    """

    version: int
    title: str | None
    movements: tuple[str | None, ...]
    text: str
    person: PersonInfo
    rate: float
    duration: float
    blocks: tuple[BlockInfo, ...]
    segments: tuple[SegmentInfo, ...]
    notes: tuple[NoteInfo, ...]
    dropped: tuple[str, ...]
    phases: tuple[str, ...]
    tools: tuple[ToolInfo, ...]
    body: BodyMesh
    hands: tuple[HandMesh, HandMesh]
    tracks: tuple[HandTrack, HandTrack]
    health: tuple[HealthInfo, ...]
