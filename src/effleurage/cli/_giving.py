"""What a guided session may ask of the reader and the planner: the player itself knows neither."""

import functools
from dataclasses import dataclass
from typing import final

from effleurage import planning
from effleurage.anatomy import Body
from effleurage.cli._review import article_of, review
from effleurage.performance import Performance
from effleurage.players.guide import Settings
from effleurage.reading import library, read, wishes
from effleurage.routine import Routine


@final
@dataclass(frozen=True)
class Giving:
    """Plans and reads for a session.

    Attributes:
        routine: What the session began with.
        posture: How the receiver lies at first.
    """

    routine: Routine
    posture: str

    def plan(self, wanted: Settings) -> Performance:
        """Plan the chosen routine, or the one that the session began with.

        Raises:
            EffleurageError: If there is no such routine, or it cannot be performed.
        """
        return self._plan(self.routine if wanted.routine is None else library.load(wanted.routine), wanted)

    def plan_article(self, text: str, wanted: Settings) -> Performance:
        """Plan an article of the user's.

        Raises:
            EffleurageError: If it cannot be performed.
        """
        return self._plan(read(article_of(text))[0], wanted)

    def review(self, text: str) -> dict[str, object]:
        """What was understood of an article, and how long it takes on the usual body."""
        return review(text)

    def routines(self, wanted: Settings) -> list[dict[str, object]]:
        """The library: of each routine its sensible lengths on this receiver, its places, its techniques."""
        body = _body(wanted.height, wanted.weight, wanted.sex, wanted.age)
        return [_told(name, body) for name in library.names()]

    def wished(self, text: str) -> dict[str, object]:
        """Wishes in words, as names of places."""
        found = wishes(text)
        return {
            "more": [zone.name for zone in found.wishes.more],
            "avoid": [zone.name for zone in found.wishes.avoid],
            "unknown": list(found.unknown),
        }

    def _plan(self, routine: Routine, wanted: Settings) -> Performance:
        body = _body(wanted.height, wanted.weight, wanted.sex, wanted.age)
        return planning.plan(
            routine, body, minutes=wanted.minutes, posture=self.posture, wishes=wanted.wishes
        )


@functools.lru_cache(maxsize=2)
def _body(height: float, weight: float, sex: str, age: float) -> Body:
    return Body(height=height, weight=weight, sex=sex, age=age)


@functools.lru_cache(maxsize=64)
def _told(name: str, body: Body) -> dict[str, object]:
    row = library.summary(name)
    least, most = planning.minutes_range(library.load(name), body)
    return {
        "name": row.name,
        "title": row.title,
        "minutes": round(least, 1),
        "most": round(most, 1),
        "strokes": row.strokes,
        "places": [str(place) for place in row.places],
        "techniques": [str(technique) for technique in row.techniques],
    }
