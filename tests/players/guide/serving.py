"""A real server process of a small session; tests begin, kill and ask it."""

import contextlib
import dataclasses
import multiprocessing
import os
import sys
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from unittest import mock

import synthetic

from effleurage.errors import PlanError
from effleurage.performance import Person
from effleurage.planning._wishes import unmet_words
from effleurage.players import guide
from effleurage.routine import Zone, zone

# Processes are split off from one that has read this module: each is there at once.
_WAYS = multiprocessing.get_context("forkserver")
_WAYS.set_forkserver_preload([__name__])

SIZE = guide.Settings(height=1.7, weight=68, sex="female", age=40)


def plan(article: str | None, wanted: guide.Settings):
    """As many passes as minutes were asked for; an article says itself how many."""
    if wanted.weight > 200:
        raise PlanError("too heavy for this test")
    usual = 2 if wanted.routine == "long" else 1
    performance = synthetic.performance(pass_seconds=20, passes=int(article or wanted.minutes or usual))
    person = Person(height=wanted.height, weight=wanted.weight, sex=wanted.sex, age=wanted.age)
    dropped = tuple(_lost(zone(name)) for name in wanted.avoid)
    unmet = tuple(zone(name) for name in wanted.more if "buttock" in name)
    notes = (*performance.notes, *(((0, "wish", unmet_words(unmet)),) if unmet else ()))
    return dataclasses.replace(performance, person=person, dropped=dropped, notes=notes)


def _lost(kept_off: Zone) -> str:
    """What is left out for a place, as the planner says it."""
    if kept_off.side is None:
        return f"the {kept_off.name}"
    return f"Gliding: “Slide both hands …” ({kept_off.side.value} side)"


def review(text: str) -> dict[str, object]:
    """Understands nothing but how long it is."""
    if text == "!":
        raise PlanError("this test cannot read that")
    return {"title": text[:20], "length": len(text)}


def routines(wanted: guide.Settings) -> list[dict[str, object]]:
    """Two routines of this test."""
    told = {"strokes": 9, "places": ["back"], "techniques": ["effleurage"]}
    return [
        {"name": "short", "title": "A short back rub", "minutes": 1.0, "most": 3.0, **told},
        {"name": "long", "title": "A long back rub", "minutes": 2.0, "most": 6.0, **told},
    ]


def wished(text: str) -> dict[str, object]:
    """Understands "neck"."""
    return {
        "more": [],
        "avoid": ["neck"] if "neck" in text else [],
        "unknown": [] if "neck" in text else [text],
    }


def session(memory: guide.Memory | None, began: guide.Settings = SIZE) -> guide.Session:
    """A session that can do all that a session can."""
    return guide.Session(
        plan(None, began),
        replan=lambda wanted: plan(None, wanted),
        figure=synthetic.figure,
        settings=began,
        articles=guide.Articles(review=review, plan=plan, routines=routines, wished=wished),
        memory=memory,
    )


@contextlib.contextmanager
def thread(served: guide.Session, *, token: str = "token-for-tests"):
    """A server in a thread of this process; gives the address to open."""
    import uvicorn

    line = guide.bind(0)
    host = f"127.0.0.1:{line.getsockname()[1]}"
    app = guide.application(served, token=token, hosts=frozenset({host}))
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
    running = threading.Thread(target=server.run, kwargs={"sockets": [line]}, daemon=True)
    running.start()
    yield f"http://{host}/?token={token}"
    server.should_exit = True
    running.join(timeout=5)
    line.close()


@contextlib.contextmanager
def process(data: Path, *words: str, port: int = 0):
    """A server in a process of its own; gives the process and its addresses, and kills it."""
    here, there = _WAYS.Pipe(duplex=False)
    child = _WAYS.Process(target=_serve, args=(there, data, words, port), daemon=True)
    # The process that others are split off from is begun by the first of them, and is told no path but this.
    with mock.patch.dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path)):
        child.start()
    there.close()
    try:
        yield child, here.recv()
    finally:
        child.kill()
        child.join()
        here.close()


def _serve(line: Connection, data: Path, words: tuple[str, ...], port: int) -> None:
    os.environ["EFFLEURAGE_DATA"] = str(data)
    guide.serve(
        session(guide.Memory()), port=port, lan="lan" in words, https="https" in words, ready=line.send
    )
