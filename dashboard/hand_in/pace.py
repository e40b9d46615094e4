"""How fast one person may hand in: a program that runs wild must not fill the inbox."""

import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable

from warehouse.language import Refusal

MOST_FILES = 60
SECONDS = 60.0


class Pace:
    """Files by person and time; lives in this process."""

    def __init__(self, most: int = MOST_FILES, clock: Callable[[], float] = time.monotonic) -> None:
        self.most, self.clock = most, clock
        self._times: dict[str, deque[float]] = defaultdict(deque)
        self._lock = threading.Lock()

    def count(self, name: str) -> None:
        """Counts one more file; raises :class:`Refusal` when there were too many within a minute."""
        now = self.clock()
        with self._lock:
            times = self._times[name]
            while times and now - times[0] >= SECONDS:
                times.popleft()
            if len(times) >= self.most:
                raise Refusal(
                    f"一分钟内最多报送{self.most}个文件，请稍后再试",
                    f"At most {self.most} files a minute are handed in: try again in a moment",
                )
            times.append(now)


pace = Pace()
