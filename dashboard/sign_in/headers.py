"""What every answer of the server tells the browser it may do, and which requests are answered at all."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from warehouse.access.opening import is_address, is_loopback

Headers = Mapping[bytes, bytes]

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")
LONGEST_TARGET = 2_000
FORWARDING = (b"forwarded", b"via", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip")
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:[0-9]{1,5})?", re.IGNORECASE)

PAGE_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""The frame brings inline scripts and compiles chart expressions; nothing may come from, or go to, elsewhere."""

EVERYWHERE = {
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def with_security(headers: Iterable[tuple[bytes, bytes]], policy: str = PAGE_POLICY) -> list[tuple[bytes, bytes]]:
    """An answer's headers with ours instead of any of the same names."""
    ours = {**EVERYWHERE, b"content-security-policy": policy.encode()}
    return [(name, value) for name, value in headers if name.lower() not in ours] + list(ours.items())


def is_expected_host(host: str, listening_on: str, more: Iterable[str] = ()) -> bool:
    """Whether a browser may name us like this: names of this machine while only it is listened to, else any IP address,
    the address listened on and the configured names. A page elsewhere whose name was made to lead here is none."""
    written = _HOST.fullmatch(host)
    if written is None:
        return False
    name = written[1].strip("[]").lower()
    if name in {other.lower() for other in more} | {listening_on.lower()}:
        return True
    if is_loopback(listening_on):
        return name in LOOPBACK_NAMES
    return is_address(name) or name in LOOPBACK_NAMES


def is_own_origin(origin: str | None, host: str, *, behind_tls: bool = False) -> bool:
    """Whether a request that changes something comes from our own pages; no Origin: not from a page of a browser."""
    if origin is None:
        return True
    scheme, _, rest = origin.partition("://")
    return scheme in (("https",) if behind_tls else ("http", "https")) and rest.lower() == host.lower()


def is_forwarded(headers: Headers) -> bool:
    """Whether a proxy says that it only hands the request on."""
    return any(name in headers for name in FORWARDING)


def address_of(peer: str, headers: Headers, *, has_proxy: bool) -> str:
    """Where a visitor is: the peer, or whom a proxy on this machine names last; what stands before is the visitor's own
    word."""
    named = headers.get(b"x-forwarded-for", b"").decode("latin-1").rpartition(",")[2].strip()
    return named if has_proxy and is_loopback(peer) and is_address(named) else peer


def cookie_of(headers: Headers, name: str) -> str | None:
    """The value of one cookie of a request; None when there are several of the name, for nobody knows which counts."""
    parts = (part.strip().partition("=") for part in headers.get(b"cookie", b"").decode("latin-1").split(";"))
    values = [value for key, _, value in parts if key == name]
    return values[0] if len(values) == 1 else None


def local_target(target: str | None) -> str:
    """Where to go after signing in: a path of ours in the letters of an address, else the first page."""
    if not target or not target.startswith("/") or target.startswith(("//", "/sign-")) or len(target) > LONGEST_TARGET:
        return "/"
    if "\\" in target or not target.isprintable() or " " in target:
        return "/"
    return quote(target, safe="/?&=%#:;,@!$'()*+~[]")
