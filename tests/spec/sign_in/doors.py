"""A door with a toy behind it that says what reached it; requests as a server hands them on."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote, urlencode

import anyio

from dashboard.sign_in.doorkeeper import Doorkeeper
from dashboard.sign_in.request import Message, Receive, Request, Scope, Send
from dashboard.sign_in.visitors import Visitors
from warehouse.access.audit_log import AuditLog
from warehouse.access.people import People
from warehouse.access.roles import Role
from warehouse.access.sign_in_settings import parse_sign_in

HOST = "127.0.0.1:8501"
ORIGIN = f"http://{HOST}"
PASSWORD = "correct horse battery"  # noqa: S105 - of an invented person
CONTENT = b"figures of the county"
FORM = ("content-type", "application/x-www-form-urlencoded")
Headers = Iterable[tuple[str, str]]


class Toy:
    """The pages: keeps the paths that reached them, and what their websockets heard."""

    def __init__(self) -> None:
        self.reached: list[str] = []
        self.heard: list[bytes] = []
        self.when_open: Callable[[], object] = lambda: None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.reached.append(f"{scope['type']} {scope.get('method', '')} {scope['path']}")
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            self.when_open()
            while (message := await receive())["type"] == "websocket.receive":
                self.heard.append(message["bytes"])
            return
        headers = [(b"cache-control", b"public, max-age=99"), (b"X-Frame-Options", b"ALLOWALL")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": CONTENT})


class Answered:
    """What the server would send."""

    def __init__(self, messages: list[Message]) -> None:
        self.messages = messages
        start = next((one for one in messages if one["type"] == "http.response.start"), {"status": 0, "headers": []})
        self.status: int = start["status"]
        self.headers = [(name.decode().lower(), value.decode()) for name, value in start["headers"]]
        self.body = b"".join(one.get("body", b"") for one in messages if one["type"] == "http.response.body")

    def header(self, name: str) -> str:
        return "; ".join(value for known, value in self.headers if known == name)

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def cookie(self) -> str:
        """``name=value`` of the first cookie that is set."""
        return next(value for name, value in self.headers if name == "set-cookie").partition(";")[0]


class Door:
    """A doorkeeper with its toy, asked without a server."""

    def __init__(self, visitors: Visitors) -> None:
        self.visitors, self.toy = visitors, Toy()
        self.keeper = Doorkeeper(self.toy, visitors)

    def ask(
        self, path: str, method: str = "GET", headers: Headers = (), body: bytes = b"", peer: str = "127.0.0.1"
    ) -> Answered:
        """A request whose Host is ours unless ``headers`` name one."""
        return self.told(scope_of(path, method, headers, peer), [{"type": "http.request", "body": body}])

    def post(self, path: str, fields: dict[str, str], headers: Headers = (), peer: str = "127.0.0.1") -> Answered:
        return self.ask(path, "POST", [FORM, ("origin", ORIGIN), *headers], urlencode(fields).encode(), peer)

    def websocket(self, headers: Headers = (), said: Iterable[bytes] = (), peer: str = "127.0.0.1") -> Answered:
        scope = {**scope_of("/_stcore/stream", "GET", headers, peer), "type": "websocket"}
        told = [{"type": "websocket.connect"}, *({"type": "websocket.receive", "bytes": one} for one in said)]
        if not said:
            return self.told(scope, told)
        return self.told(scope, [*told[1:], {"type": "websocket.disconnect"}])

    def told(self, scope: Scope, messages: list[Message]) -> Answered:
        waiting, sent = list(messages), []

        async def receive() -> Message:
            return waiting.pop(0) if waiting else {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            sent.append(message)

        anyio.run(self.keeper, scope, receive, send)
        return Answered(sent)

    def sign_in(self, name: str = "王主任", password: str = PASSWORD, **more: str) -> Answered:
        return self.post("/sign-in", {"name": name, "password": password, **more})

    def cookie(self, name: str = "王主任") -> tuple[str, str]:
        """The header of somebody who has signed in."""
        return "cookie", self.sign_in(name).cookie


def scope_of(path: str, method: str, headers: Headers, peer: str) -> Scope:
    raw, _, query = path.partition("?")
    given = [(name.lower().encode(), value.encode()) for name, value in headers]
    if "host" not in dict(headers):
        given.append((b"host", HOST.encode()))
    return {
        "type": "http",
        "method": method,
        "path": unquote(raw),
        "raw_path": raw.encode(),
        "query_string": query.encode(),
        "headers": given,
        "client": (peer, 50_000),
    }


def request_of(headers: Headers = (), peer: str = "127.0.0.1", path: str = "/") -> Request:
    return Request.of(scope_of(path, "GET", headers, peer))


def visitors_of(
    home: Path, listening_on: str = "127.0.0.1", *, is_demonstration: bool = False, **settings: Any
) -> Visitors:
    """Visitors of a home under these settings."""
    return Visitors(home, parse_sign_in(settings), AuditLog(home), listening_on, is_demonstration=is_demonstration)


def people_of(home: Path) -> People:
    """An administrator, a leader and somebody of a department, all with the same password."""
    (home / "people.json").write_bytes(_three_people())
    return People(home)


@cache
def _three_people() -> bytes:
    # a password's hash is dear, and the same for all tests
    with TemporaryDirectory() as folder:
        people = People(Path(folder))
        people.add("王主任", Role.ADMIN, None, PASSWORD)
        people.add("赵主席", Role.LEADER, None, PASSWORD)
        people.add("李干事", Role.DEPARTMENT, "rights", PASSWORD)
        return people.file.read_bytes()


def told(home: Path) -> list[tuple[str, str]]:
    """Who and what, as the audit log has it."""
    return [(entry.who, entry.action) for entry in AuditLog(home).entries()]
