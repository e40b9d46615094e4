"""What the door costs: the same requests with and without it, in one process and one run.

``python -m benchmarks.sign_in [--requests N]``. Behind the door stands an application that answers at once, so that
what is measured is the door alone: a page, a part of a page, and a message over an open websocket, which is what a
rerun of a page begins with. Aim: at most 5 ms a rerun.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import anyio

from dashboard.sign_in.doorkeeper import Doorkeeper
from dashboard.sign_in.request import App, Message, Receive, Scope, Send
from dashboard.sign_in.visitors import Visitors
from warehouse.access.audit_log import AuditLog
from warehouse.access.people import People
from warehouse.access.roles import Role
from warehouse.access.sign_in_settings import SignInSettings

AIM_MILLISECONDS = 5
HOST = b"127.0.0.1:8501"
PEOPLE = 50


async def at_once(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers a request, and takes every message of a websocket."""
    if scope["type"] == "websocket":
        while (await receive())["type"] == "websocket.receive":
            pass
        return
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"content"})


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="What the sign-in adds to a request.")
    parser.add_argument("--requests", type=int, default=2_000)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        visitors = _visitors(Path(folder))
        cookie = visitors.enter("person 0", "correct horse battery", "127.0.0.1")
        door = Doorkeeper(at_once, visitors)
        print(f"{'':24} {'without':>11} {'with':>11} {'added':>11} {'slowest':>11}")  # noqa: T201
        for name, kind, path in (
            ("a page", "http", "/coverage"),
            ("a part of a page", "http", "/media/abc.csv"),
            ("a message of a page", "websocket", "/_stcore/stream"),
        ):
            scope = _scope(kind, path, f"{visitors.cookie_name}={cookie}")
            bare, guarded = (anyio.run(_times, app, scope, options.requests) for app in (at_once, door))
            added = statistics.median(guarded) - statistics.median(bare)
            mark = "" if added <= AIM_MILLISECONDS else f"  over the aim of {AIM_MILLISECONDS} ms"
            shown = (statistics.median(bare), statistics.median(guarded), added, max(guarded))
            print(f"{name:24} " + " ".join(f"{value:8.3f} ms" for value in shown) + mark)  # noqa: T201


def _visitors(home: Path) -> Visitors:
    people = People(home)
    people.add("person 0", Role.ADMIN, None, "correct horse battery")
    for number in range(1, PEOPLE):
        people.add(f"person {number}", Role.LEADER, None, None)
    return Visitors(home, SignInSettings(), AuditLog(home), "127.0.0.1")


def _scope(kind: str, path: str, cookie: str) -> Scope:
    headers = [(b"host", HOST), (b"origin", b"http://" + HOST), (b"cookie", cookie.encode())]
    told = {"method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"", "headers": headers}
    return {"type": kind, "client": ("127.0.0.1", 50_000), **told}


async def _times(app: App, scope: Scope, requests: int) -> list[float]:
    """Milliseconds of each request; of a websocket, of each message."""
    if scope["type"] == "websocket":
        return await _times_of_messages(app, scope, requests)
    found = []
    for _ in range(requests):
        began = time.perf_counter()
        await app(dict(scope), _nothing, _nowhere)
        found.append((time.perf_counter() - began) * 1000)
    return found


async def _times_of_messages(app: App, scope: Scope, messages: int) -> list[float]:
    moments: list[float] = []

    async def said() -> Message:
        moments.append(time.perf_counter())
        kind = "websocket.receive" if len(moments) <= messages else "websocket.disconnect"
        return {"type": kind, "bytes": b"rerun"}

    await app(dict(scope), said, _nowhere)
    return [(after - before) * 1000 for before, after in pairwise(moments)]


async def _nothing() -> Message:
    return {"type": "http.request", "body": b""}


async def _nowhere(_message: Message) -> None:
    pass


if __name__ == "__main__":
    main()
