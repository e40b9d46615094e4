"""What is remembered between leaving for the identity provider and coming back: in a sealed cookie of the visitor."""

import base64
import hashlib
import hmac
import json
import secrets
import time
from dataclasses import asdict, dataclass

from dashboard.sign_in.sessions import Clock

SECONDS = 600
_TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in that has begun: what the provider has to send back, and where the visitor wanted to go."""

    state: str
    nonce: str
    verifier: str
    target: str
    language: str
    until: float


class UnderWay:
    """Makes and reads the cookie. Whoever starts a sign-in in one browser cannot end it in another one."""

    def __init__(self, clock: Clock = time.time) -> None:
        self.clock = clock
        self._key = secrets.token_bytes(_TOKEN_BYTES)

    def begin(self, target: str, language: str) -> Begun:
        state, nonce, verifier = (secrets.token_urlsafe(_TOKEN_BYTES) for _ in range(3))
        return Begun(state, nonce, verifier, target, language, self.clock() + SECONDS)

    def sealed(self, begun: Begun) -> str:
        """The value of the cookie."""
        content = base64.urlsafe_b64encode(json.dumps(asdict(begun)).encode()).decode().rstrip("=")
        return f"{content}.{self._seal(content)}"

    def read(self, cookie: str | None) -> Begun | None:
        """What the cookie says; None when it was not made here or is too old."""
        content, _, seal = (cookie or "").partition(".")
        if not content or not hmac.compare_digest(seal.encode(), self._seal(content).encode()):
            return None
        begun = Begun(**json.loads(base64.urlsafe_b64decode(content + "=" * (-len(content) % 4))))
        return begun if self.clock() < begun.until else None

    def _seal(self, content: str) -> str:
        return hmac.new(self._key, content.encode(), hashlib.sha256).hexdigest()
