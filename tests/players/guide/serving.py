"""A real server process of a small session; tests begin, kill and ask it.

Run by itself it serves until it is killed: ``python serving.py [lan] [https] PORT``. Its first line
is the addresses as JSON.
"""

import contextlib
import dataclasses
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import synthetic

from effleurage.errors import PlanError
from effleurage.performance import Person
from effleurage.players import guide

SIZE = guide.Settings(height=1.7, weight=68, sex="female", age=40)


def plan(article: str | None, wanted: guide.Settings):
    """As many passes as minutes were asked for; an article says itself how many."""
    if wanted.weight > 200:
        raise PlanError("too heavy for this test")
    usual = 2 if wanted.routine == "long" else 1
    performance = synthetic.performance(pass_seconds=20, passes=int(article or wanted.minutes or usual))
    person = Person(height=wanted.height, weight=wanted.weight, sex=wanted.sex, age=wanted.age)
    dropped = tuple(f"the {name}" for name in wanted.avoid)
    return dataclasses.replace(performance, person=person, dropped=dropped)


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
    here = Path(__file__)
    paths = os.pathsep.join([str(here.parent), os.environ.get("PYTHONPATH", "")])
    child = subprocess.Popen(
        [sys.executable, str(here), *words, str(port)],
        env=os.environ | {"EFFLEURAGE_DATA": str(data), "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert child.stdout is not None
        yield child, guide.Addresses(**json.loads(child.stdout.readline()))
    finally:
        child.kill()
        child.wait()
        child.stdout.close()


if __name__ == "__main__":
    guide.serve(
        session(guide.Memory()),
        port=int(sys.argv[-1]),
        lan="lan" in sys.argv,
        https="https" in sys.argv,
        ready=lambda addresses: print(json.dumps(dataclasses.asdict(addresses)), flush=True),
    )
