"""Place: the words' places and spots as points on the ground."""

from typing import final

from effleurage.anatomy import Atlas, Region
from effleurage.planning._data import rows
from effleurage.planning._place.ground import Ground
from effleurage.routine import Place, Relation, Spot

LINES = frozenset({Place.SPINE_SIDES, Place.SPINE})
MIDDLE = frozenset(
    {
        Place.SACRUM,
        Place.LOWER_BACK,
        Place.MID_BACK,
        Place.UPPER_BACK,
        Place.BACK,
        Place.NECK_BASE,
        Place.NECK,
        Place.SKULL_BASE,
    }
)
"""Places that lie across the midline."""

LEVELS = MIDDLE | LINES | {Place.BUTTOCK, Place.WAIST, Place.HIP, Place.SHOULDER_BLADE}
"""Places that only say how far along a line something goes: beside the spine "as far as the waist"."""

STARTS = LEVELS | {Place.SHOULDER, Place.SHOULDER_TOP, Place.ARMPIT}
"""The same for where something along a line sets out: "beside the spine, from the shoulders down"."""

_NEAREST = {
    Place.HEAD: Place.SKULL_BASE,
    Place.ARM: Place.SHOULDER,
    Place.LEG: Place.BUTTOCK,
    Place.FRONT: Place.FLANK,
}
"""Where a stroke on the back that goes on to another part leaves the back."""

_FOOT = {Place.NECK: Place.NECK_BASE}
"""What lies below a place lies below its foot: "just shy of the neck" is just shy of its base."""

Span = tuple[float, float]


@final
class Where:
    """Finds places on one body's ground.

    Attributes:
        ground: The rolled-out back.
        atlas: Names and their regions.
    """

    def __init__(self, ground: Ground, atlas: Atlas) -> None:
        self.ground = ground
        self.atlas = atlas

    def region(self, place: Place) -> Region:
        """The atlas's region of a place."""
        return self.atlas.place(place.value)

    def box(self, place: Place) -> tuple[Span, Span]:
        """Extent of a place on the back (of the nearest one, where it lies elsewhere): `along`, `across`."""
        region = self.region(place)
        if region.chart != "back" or region.along is None or region.across is None:
            return self.box(_NEAREST[place])
        return region.along, region.across

    def chart(self, place: Place | None) -> str:
        """The chart that a place lies on; "" for none."""
        return "back" if place is None else (self.region(place).chart or "")

    def lane(self, tool: str) -> float:
        """Distance of a tool from the midline when it works beside the spine, in [m]."""
        return rows()["lane"][tool]

    def level(self, place: Place, relation: Relation = Relation.AT, *, within: Place | None = None) -> float:
        """Length along the spine of a place's level, in [m].

        Args:
            place: The place.
            relation: Where on it or beside it.
            within: A region that the level must not leave.
        """
        below = relation in (Relation.BELOW, Relation.UNDER)
        low, high = self.box(_FOOT.get(place, place) if below else place)[0]
        gap = rows()["gap"]["just"]
        bottom, top = self.ground.x(low), self.ground.x(high)
        if relation is Relation.ABOVE:
            point = rows()["above"].get(place.value)
            x = top + gap if point is None else self.ground.x(point) + gap
        elif below:
            x = bottom - gap
        elif relation is Relation.TOP:
            x = top
        elif relation is Relation.BOTTOM:
            x = bottom
        else:
            x = 0.5 * (bottom + top)
        if within is not None and within is not place:
            low, high = self.ends(within)
            x = min(max(x, low), high)
        return x

    def out(self, place: Place, tool: str, *, x: float, share: float = 0.5) -> float:
        """Distance from the midline at which a tool works on a place, at the level `x`, in [m].

        Args:
            place: The place.
            tool: Name of the tool.
            x: Length along the spine, in [m].
            share: Where between the place's inner edge (0) and outer edge (1).
        """
        if place in LINES or place in MIDDLE:
            return self.lane(tool)
        inner, outer = self.box(place)[1]
        across = inner + share * (outer - inner)
        return max(self.lane(tool), self.at_share(x, across))

    def at_share(self, x: float, across: float) -> float:
        """Distance from the midline of a share of the half back at the level `x`, in [m]."""
        return self.ground.lateral(x, across)

    def spot(self, spot: Spot, tool: str, *, within: Place | None = None) -> tuple[float, float]:
        """A spot as (x, o)."""
        x = self.level(spot.place, spot.relation, within=within)
        share = {Relation.INNER: 0.1, Relation.OUTER: 0.9}.get(spot.relation, 0.5)
        if spot.line in LINES or (spot.relation is Relation.BESIDE and spot.place in LINES):
            return x, self.lane(tool)
        return x, self.out(spot.place, tool, x=x, share=share)

    def ends(self, place: Place) -> tuple[float, float]:
        """Lowest and highest level of a place, in [m]."""
        low, high = self.box(place)[0]
        return self.ground.x(low), self.ground.x(high)

    def head_spot(self, place: Place, *, apart: bool = False) -> tuple[float, float]:
        """The middle of a place on another chart, in that chart's coordinates, or of each half of it."""
        region = self.region(place)
        along, across = region.centre or (0.5, 0.0)
        return along, 0.5 * (across + region.across[1]) if apart and region.across is not None else across
