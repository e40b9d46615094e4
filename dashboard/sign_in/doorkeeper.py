"""The middleware in front of the pages: nothing is answered without a session but the sign-in page itself."""

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from anyio import CapacityLimiter, to_thread

from dashboard.sign_in import words
from dashboard.sign_in.headers import (
    cookie_of,
    is_expected_host,
    is_loopback,
    is_own_origin,
    local_target,
    with_security,
)
from dashboard.sign_in.page import sign_in_page, sign_out_page
from dashboard.sign_in.sessions import COOKIE
from dashboard.sign_in.visitors import Visitors
from warehouse.language import Label, Language, Refusal

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"
LONGEST_FORM_BYTES = 8_192
PASSWORDS_AT_ONCE = 2
UNSEEN_PATHS = ("/_stcore/", "/media/", "/static/", "/component/", "/app/static/", "/vendor/")
CLOSE_POLICY_VIOLATION = 1008
Answer = tuple[int, bytes, list[tuple[bytes, bytes]], str | None]
"""Status, body, headers and, where it is not that of the pages, the content-security policy."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is looked at of a request before anything else is."""

    method: str
    path: str
    query: str
    headers: Mapping[bytes, bytes]
    address: str

    @classmethod
    def of(cls, scope: Scope) -> "Request":
        client = scope.get("client") or ("", 0)
        return cls(
            str(scope.get("method", "GET")),
            str(scope["path"]),
            scope.get("query_string", b"").decode("latin-1"),
            dict(scope["headers"]),
            str(client[0]),
        )

    @property
    def host(self) -> str:
        return self.headers.get(b"host", b"").decode("latin-1")

    @property
    def origin(self) -> str | None:
        origin = self.headers.get(b"origin")
        return None if origin is None else origin.decode("latin-1")

    @property
    def cookie(self) -> str | None:
        return cookie_of(self.headers, COOKIE)

    def asked(self, name: str) -> str:
        return parse_qs(self.query).get(name, [""])[0]

    @property
    def language(self) -> Language:
        """That of the address, or of the link that is wanted; Chinese else, as on the pages."""
        wanted = parse_qs(urlsplit(self.asked("to")).query).get("lang", [""])[0]
        return "en" if (self.asked("lang") or wanted) == "en" else "zh"

    @property
    def wants_a_page(self) -> bool:
        """Whether a person sees the answer: then the sign-in page is of more use than a refusal."""
        return self.method in ("GET", "HEAD") and not self.path.startswith(UNSEEN_PATHS)


class Doorkeeper:
    """ASGI middleware around the dashboard.

    Checks host and origin, lets in who has a session, shows the sign-in page to who has none, and gives every answer
    the headers of :mod:`dashboard.sign_in.headers`.
    """

    def __init__(self, app: App, visitors: Visitors) -> None:
        self.app, self.visitors = app, visitors
        self._passwords = CapacityLimiter(PASSWORDS_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        request = Request.of(scope)
        settings = self.visitors.settings
        if not is_expected_host(request.host, self.visitors.listening_on, settings.hosts):
            await self._refuse(scope, receive, send, 421)
            return
        changes = scope["type"] == "websocket" or request.method not in ("GET", "HEAD")
        if changes and not is_own_origin(request.origin, request.host):
            await self._refuse(scope, receive, send, 403)
            return
        if settings.method == "header" and not is_loopback(request.address):
            await self._refuse(scope, receive, send, 403)
            return
        if scope["type"] == "http" and request.path in (SIGN_IN, SIGN_OUT):
            await _give(send, await self._at_the_door(request, receive))
            return
        await self._let_in(request, scope, receive, send)

    async def _let_in(self, request: Request, scope: Scope, receive: Receive, send: Send) -> None:
        if self.visitors.name_of(request.cookie, request.headers) is not None:
            await self.app(scope, receive, _secured(send))
            return
        entered = await to_thread.run_sync(self.visitors.enter_without_form, request.headers, request.address)
        if entered is not None and scope["type"] == "http" and request.wants_a_page:
            await _give(send, self._signed_in(entered, _whole(request)))
        elif scope["type"] == "http" and request.wants_a_page:
            where = "/sign-in?" + urlencode({"to": _whole(request), "lang": request.language})
            await _give(send, (303, b"", [(b"location", where.encode())], None))
        else:
            await self._refuse(scope, receive, send, 401)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, status: int) -> None:
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": CLOSE_POLICY_VIOLATION})
            return
        label = words.NO_SESSION if status == 401 else words.REFUSED
        body = f"{label.zh} / {label.en}\n".encode()
        await _give(send, (status, body, [(b"content-type", b"text/plain; charset=utf-8")], None))

    async def _at_the_door(self, request: Request, receive: Receive) -> Answer:
        if request.path == SIGN_OUT:
            if request.method != "POST":
                return _html(200, *sign_out_page(request.language))
            self.visitors.leave(request.cookie)
            return (303, b"", [(b"location", b"/sign-in?said=out"), _cookie("", self.visitors, ends=True)], None)
        if request.method == "POST":
            return await self._try(request, receive)
        said = {"out": words.SIGNED_OUT, "ended": words.ENDED}.get(request.asked("said"))
        return self._page(request.language, request.asked("to"), said)

    async def _try(self, request: Request, receive: Receive) -> Answer:
        form = _form(await _body(receive))
        language: Language = "en" if form.get("lang") == "en" else "zh"
        target, name = local_target(form.get("to")), form.get("name", "").strip()
        try:
            if self.visitors.is_first:
                code, password = form.get("code", ""), form.get("password", "")
                entered = await to_thread.run_sync(
                    self.visitors.make_first, code, name, password, request.address, limiter=self._passwords
                )
            elif self.visitors.settings.method == "password":
                entered = await to_thread.run_sync(
                    self.visitors.enter, name, form.get("password", ""), request.address, limiter=self._passwords
                )
            else:
                return 404, b"", [], None
        except Refusal as refusal:
            return self._page(language, target, refusal.label, name, status=403)
        self.visitors.sessions.end(request.cookie)
        return self._signed_in(entered, target)

    def _page(self, language: Language, target: str, notice: Label | None, name: str = "", status: int = 200) -> Answer:
        html, policy = sign_in_page(
            language,
            local_target(target),
            notice.in_language(language) if notice else None,
            name,
            is_first=self.visitors.is_first,
            has_form=self.visitors.is_first or self.visitors.settings.method == "password",
        )
        return _html(status, html, policy)

    def _signed_in(self, cookie: str, target: str) -> Answer:
        return 303, b"", [(b"location", target.encode()), _cookie(cookie, self.visitors)], None


def _html(status: int, html: str, policy: str) -> Answer:
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"cache-control", b"no-store")]
    return status, html.encode(), headers, policy


def _cookie(value: str, visitors: Visitors, *, ends: bool = False) -> tuple[bytes, bytes]:
    age = 0 if ends else visitors.settings.hours * 3600
    secure = "; Secure" if visitors.settings.behind_tls else ""
    return b"set-cookie", f"{COOKIE}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}".encode()


def _whole(request: Request) -> str:
    return request.path + (f"?{request.query}" if request.query else "")


async def _body(receive: Receive) -> bytes:
    body = b""
    while len(body) <= LONGEST_FORM_BYTES:
        message = await receive()
        body += message.get("body", b"")
        if message["type"] != "http.request" or not message.get("more_body"):
            break
    return body if len(body) <= LONGEST_FORM_BYTES else b""


def _form(body: bytes) -> dict[str, str]:
    given = parse_qs(body.decode("utf-8", errors="replace"), keep_blank_values=True, max_num_fields=10)
    return {name: values[0] for name, values in given.items()}


async def _give(send: Send, answer: Answer) -> None:
    status, body, headers, policy = answer
    secured = with_security(headers, policy) if policy else with_security(headers)
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*secured, length]})
    await send({"type": "http.response.body", "body": body})


def _secured(send: Send) -> Send:
    async def secured(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = with_security(message.get("headers", []))
        await send(message)

    return secured
