"""Wrong passwords: after five in a row a pause that grows with every further one."""

import threading
import time
from dataclasses import dataclass

from dashboard.sign_in.sessions import Clock

FREE_TRIES = 5
FREE_TRIES_OF_AN_ADDRESS = 25
FIRST_PAUSE_SECONDS = 10
LONGEST_PAUSE_SECONDS = 15 * 60
FORGOTTEN_AFTER_SECONDS = 24 * 3600
MOST_KEYS = 10_000


@dataclass(slots=True)
class _Tries:
    wrong: int
    last: float


class WrongTries:
    """Counts wrong tries by name and by the address that they come from."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self.clock = clock
        self._tries: dict[tuple[str, str], _Tries] = {}
        self._lock = threading.Lock()

    def seconds_to_wait(self, name: str, address: str) -> int:
        """How long nobody may try this name, or from this address; 0: now."""
        with self._lock:
            waits = (self._wait(key, free) for key, free in _keys(name, address))
            return max(0, *(round(wait + 0.5) if wait > 0 else 0 for wait in waits))

    def wrong(self, name: str, address: str) -> None:
        """Counts a wrong try."""
        now = self.clock()
        with self._lock:
            self._forget_old(now)
            for key, _ in _keys(name, address):
                tries = self._tries.get(key)
                self._tries[key] = _Tries((tries.wrong if tries else 0) + 1, now)

    def right(self, name: str, address: str) -> None:
        """The name signed in: its wrong tries are forgotten. Those of the address stay, or one own account would
        make room for guessing at others."""
        with self._lock:
            self._tries.pop(_keys(name, address)[0][0], None)

    def _wait(self, key: tuple[str, str], free: int) -> float:
        tries = self._tries.get(key)
        if tries is None or tries.wrong < free:
            return 0
        pause: float = min(FIRST_PAUSE_SECONDS * 2.0 ** min(tries.wrong - free, 20), LONGEST_PAUSE_SECONDS)
        return tries.last + pause - self.clock()

    def _forget_old(self, now: float) -> None:
        old = [key for key, tries in self._tries.items() if now - tries.last > FORGOTTEN_AFTER_SECONDS]
        for key in old:
            del self._tries[key]
        if len(self._tries) > MOST_KEYS:
            excess = sorted(self._tries, key=lambda key: self._tries[key].last)[: len(self._tries) - MOST_KEYS]
            for key in excess:
                del self._tries[key]


def _keys(name: str, address: str) -> tuple[tuple[tuple[str, str], int], ...]:
    return (("name", name), FREE_TRIES), (("address", address), FREE_TRIES_OF_AN_ADDRESS)
