"""Sessions of people who have signed in; they live in this process and end with it."""

import hashlib
import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

COOKIE = "unionkpi_session"
HOURS = 12
IDLE_MINUTES = 60
MOST_SESSIONS = 5_000
MOST_SESSIONS_OF_ONE = 20

Clock = Callable[[], float]


@dataclass(slots=True)
class Session:
    """Whose it is, what was true of the person then (it ends when that changes), and when it began and was last used
    (seconds of the clock)."""

    name: str
    seal: str
    begun: float
    used: float


class Sessions:
    """Sessions by the digest of their token: who reads this memory's copy cannot make a cookie of it."""

    def __init__(self, hours: float = HOURS, idle_minutes: float = IDLE_MINUTES, clock: Clock = time.time) -> None:
        self.seconds, self.idle_seconds, self.clock = hours * 3600, idle_minutes * 60, clock
        self._key = secrets.token_bytes(32)
        self._known: dict[bytes, Session] = {}
        self._lock = threading.Lock()

    def begin(self, name: str, seal: str = "") -> str:
        """A new session; gives the value of its cookie: a random token and its signature."""
        token = secrets.token_urlsafe(32)
        now = self.clock()
        with self._lock:
            self._forget_ended(now)
            self._make_room([digest for digest, one in self._known.items() if one.name == name], MOST_SESSIONS_OF_ONE)
            self._make_room(list(self._known), MOST_SESSIONS)
            self._known[_digest(token)] = Session(name, seal, now, now)
        return f"{token}.{self._signature(token)}"

    def find(self, cookie: str | None) -> Session | None:
        """The session that the cookie belongs to, None when there is none or it has ended. Counts as use."""
        digest = self._digest_of(cookie)
        now = self.clock()
        with self._lock:
            session = self._known.get(digest) if digest else None
            if session is None or self._has_ended(session, now):
                return None
            session.used = now
            return session

    def end(self, cookie: str | None) -> str | None:
        """Ends the session of a cookie; gives whose it was."""
        digest = self._digest_of(cookie)
        with self._lock:
            session = self._known.pop(digest, None) if digest else None
        return session.name if session else None

    def _digest_of(self, cookie: str | None) -> bytes | None:
        token, _, signature = (cookie or "").partition(".")
        if not token or not hmac.compare_digest(signature.encode(), self._signature(token).encode()):
            return None
        return _digest(token)

    def _signature(self, token: str) -> str:
        return hmac.new(self._key, token.encode(), hashlib.sha256).hexdigest()

    def _has_ended(self, session: Session, now: float) -> bool:
        # a clock that was put back has not made it any younger
        is_in_time = 0 <= now - session.begun < self.seconds and 0 <= now - session.used < self.idle_seconds
        return not is_in_time

    def _forget_ended(self, now: float) -> None:
        for digest in [digest for digest, session in self._known.items() if self._has_ended(session, now)]:
            del self._known[digest]

    def _make_room(self, digests: list[bytes], most: int) -> None:
        """Ends the session that was unused for the longest where one more would be too many."""
        if len(digests) >= most:
            del self._known[min(digests, key=lambda digest: self._known[digest].used)]


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
