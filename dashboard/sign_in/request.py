"""What is looked at of a request before anything else is."""

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dashboard.sign_in.headers import cookie_of, local_target
from warehouse.language import Language

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

UNSEEN_PATHS = ("/_stcore/", "/media/", "/static/", "/component/", "/app/static/", "/vendor/")
READING = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Request:
    """A request of http, or the handshake of a websocket. ``raw_path`` and ``query`` are as they were sent, ``peer`` is
    who is connected; ``repeated`` are the headers that came more than once: they have no meaning of their own."""

    is_websocket: bool
    method: str
    path: str
    raw_path: str
    query: str
    headers: Mapping[bytes, bytes]
    repeated: frozenset[bytes]
    peer: str

    @classmethod
    def of(cls, scope: Scope) -> "Request":
        headers: dict[bytes, bytes] = {}
        repeated = set()
        for name, value in scope["headers"]:
            if name in headers:
                repeated.add(name)
            # cookies may be split over several lines; all others are looked at only when they are alone
            headers[name] = headers[name] + b"; " + value if name == b"cookie" and name in headers else value
        return cls(
            scope["type"] == "websocket",
            str(scope.get("method", "GET")),
            str(scope["path"]),
            bytes(scope.get("raw_path") or b"/").decode("latin-1"),
            bytes(scope.get("query_string", b"")).decode("latin-1"),
            headers,
            frozenset(repeated),
            str((scope.get("client") or ("", 0))[0]),
        )

    @property
    def host(self) -> str:
        return self.headers.get(b"host", b"").decode("latin-1")

    @property
    def origin(self) -> str | None:
        origin = self.headers.get(b"origin")
        return None if origin is None else origin.decode("latin-1")

    @property
    def whole(self) -> str:
        """Where the visitor wanted to go, if one may be sent there afterwards."""
        return local_target(self.raw_path + (f"?{self.query}" if self.query else ""))

    @property
    def language(self) -> Language:
        """That of the address, or of the link that is wanted; Chinese else, as on the pages."""
        try:
            wanted = parse_qs(urlsplit(self.asked("to")).query).get("lang", [""])[0]
        except ValueError:
            wanted = ""
        return "en" if (self.asked("lang") or wanted) == "en" else "zh"

    @property
    def changes_something(self) -> bool:
        return self.is_websocket or self.method not in READING

    @property
    def wants_a_page(self) -> bool:
        """Whether a person sees the answer: then the sign-in page is of more use than a refusal."""
        return not self.changes_something and not self.path.startswith(UNSEEN_PATHS)

    def asked(self, name: str) -> str:
        return parse_qs(self.query).get(name, [""])[0]

    def cookie(self, name: str) -> str | None:
        return cookie_of(self.headers, name)
