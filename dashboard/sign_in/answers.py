"""The answers that the door gives itself."""

from dataclasses import dataclass, field

from dashboard.sign_in.headers import PAGE_POLICY, with_security
from dashboard.sign_in.request import Send
from warehouse.language import Label

Header = tuple[bytes, bytes]

CLOSE_POLICY_VIOLATION = 1008
NOT_KEPT: Header = (b"cache-control", b"no-store")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of http; ``policy`` is its content-security policy."""

    status: int
    body: bytes = b""
    headers: list[Header] = field(default_factory=list)
    policy: str = PAGE_POLICY

    async def give(self, send: Send) -> None:
        headers = [*with_security([*self.headers, NOT_KEPT], self.policy), _length(self.body)]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": self.body})


def page(html: str, policy: str, status: int = 200) -> Answer:
    return Answer(status, html.encode("utf-8", "replace"), [(b"content-type", b"text/html; charset=utf-8")], policy)


def sentence(status: int, label: Label) -> Answer:
    """A refusal that no person is expected to see."""
    return Answer(status, f"{label.zh} / {label.en}\n".encode(), [(b"content-type", b"text/plain; charset=utf-8")])


def redirect(target: str, *cookies: Header) -> Answer:
    return Answer(303, b"", [(b"location", target.encode("ascii")), *cookies])


def cookie(name: str, value: str, seconds: int, *, path: str = "/", is_secure: bool) -> Header:
    """A cookie that no script sees; with 0 seconds the browser forgets it."""
    secure = "; Secure" if is_secure else ""
    return b"set-cookie", f"{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}".encode()


def _length(body: bytes) -> Header:
    return b"content-length", str(len(body)).encode()
