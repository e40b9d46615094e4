"""Requests as bytes: nothing tidies up a path, a header or a method on the way."""

import socket
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

Headers = Iterable[tuple[str, str]]
SECONDS = 60
HANDSHAKE = (
    ("Upgrade", "websocket"),
    ("Connection", "Upgrade"),
    ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
    ("Sec-WebSocket-Version", "13"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: str
    body: bytes

    def header(self, name: str) -> str:
        lines = (line.partition(": ") for line in self.headers.split("\r\n"))
        return "; ".join(value for known, _, value in lines if known.lower() == name)


@dataclass(frozen=True, slots=True)
class Server:
    """A server of this machine under the name that a browser would use."""

    address: str

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    def ask(self, path: str, method: str = "GET", headers: Headers = (), body: bytes = b"") -> Answer:
        """The answer to one request over a connection of its own; Host is ours unless ``headers`` name one."""
        given = list(headers)
        names = {name.lower() for name, _ in given}
        if "host" not in names:
            given.insert(0, ("Host", self.host))
        if "connection" not in names:
            given.append(("Connection", "close"))
        if body:
            given.append(("Content-Length", str(len(body))))
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in given), "", ""]
        return _read(self.sent("\r\n".join(lines).encode() + body), is_handshake="upgrade" in names)

    def sent(self, request: bytes) -> socket.socket:
        """The connection after these bytes went over it."""
        host, _, port = self.host.partition(":")
        connection = socket.create_connection((host, int(port)), timeout=SECONDS)
        connection.sendall(request)
        return connection


def _read(connection: socket.socket, *, is_handshake: bool) -> Answer:
    received = b""
    with connection:
        while part := connection.recv(65_536):
            received += part
            # an open websocket stays open
            if is_handshake and received.startswith(b"HTTP/1.1 101") and b"\r\n\r\n" in received:
                break
    head, _, body = received.partition(b"\r\n\r\n")
    status, _, headers = head.decode("latin-1").partition("\r\n")
    return Answer(int(status.split(" ")[1]) if " " in status else 0, headers, body)
