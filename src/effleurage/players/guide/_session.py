"""What is served now, and how another is planned: for other sizes, or from an article of the user's."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import final

from effleurage.performance import Performance
from effleurage.players.guide._build import figure
from effleurage.players.guide._figure import Figure
from effleurage.players.guide._live import Exchange
from effleurage.players.guide._memory import Memory
from effleurage.players.guide._payload import session_info, session_json
from effleurage.players.guide._schema import SessionInfo
from effleurage.players.guide._settings import Settings

Replan = Callable[[Settings], Performance]


@final
@dataclass(frozen=True, kw_only=True)
class Articles:
    """What a server can do with words; a player itself neither reads nor plans.

    Attributes:
        review: Reads a text; what was understood, as plain values for JSON.
        plan: Plans a text for a receiver.
        routines: The routines that can be chosen for a receiver, as plain values for JSON; None for none.
        wished: Reads wishes such as "no neck, more shoulders", as plain values for JSON; None if it cannot.
    """

    review: Callable[[str], dict[str, object]]
    plan: Callable[[str, Settings], Performance]
    routines: Callable[[Settings], list[dict[str, object]]] | None = None
    wished: Callable[[str], dict[str, object]] | None = None


@final
@dataclass(frozen=True, kw_only=True)
class Choice:
    """What a session was planned from.

    Attributes:
        settings: The receiver's size and the time there is; None if nobody told.
        article: An article that was brought to the page; None for the routine that it began with.
    """

    settings: Settings | None = None
    article: str | None = field(default=None, repr=False)


@final
class Session:
    """The session that is served now, and how to plan another.

    Args:
        performance: What is led.
        replan: Plans for other settings; None when that cannot be done.
        figure: Makes the figure that is drawn.
        settings: What `performance` was planned for.
        articles: Reads and plans articles; None when that cannot be done.
        memory: What is remembered between sessions; None to remember nothing.
    """

    def __init__(
        self,
        performance: Performance,
        *,
        replan: Replan | None = None,
        figure: Callable[[Performance], Figure] = figure,
        settings: Settings | None = None,
        articles: Articles | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.replan = replan
        self.figure = figure
        self.articles = articles
        self.memory = memory
        self.exchange = Exchange()
        self.planning = threading.Lock()
        self.choice = Choice(settings=settings)
        self.take(performance)
        self.own_text = self.info.text

    def take(self, performance: Performance) -> None:
        """Lead another performance from now on."""
        self.info: SessionInfo = session_info(performance, self.figure(performance))
        self.json = session_json(self.info)

    def can_plan(self, choice: Choice) -> bool:
        """There is somebody to plan this."""
        return (
            choice.settings is not None
            and (self.replan if choice.article is None else self.articles) is not None
        )

    def plan(self, choice: Choice) -> None:
        """Plan a choice and lead it from now on.

        Raises:
            EffleurageError: If it cannot be performed; the session stays as it was.
        """
        if choice.settings is None:
            return
        with self.planning:
            if choice.article is None and self.replan is not None:
                self.take(self.replan(choice.settings))
            elif choice.article is not None and self.articles is not None:
                self.take(self.articles.plan(choice.article, choice.settings))
            else:
                return
            self.choice = choice
