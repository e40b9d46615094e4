"""``python -m tests.sweep [FILES [FIRST_SEED]]``: draws counties and compares until so many files are done."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.sweep.differences import Sweep, compare
from tests.sweep.drawn_inbox import draw_inbox

FILES = 2_000
SHOWN = 20


Tell = Callable[[str], None]


def sweep_counties(files: int, first_seed: int, tell: Tell) -> Sweep:
    """Draws counties, every third without a wrong row, and compares until ``files`` files are done."""
    sweep, seed = Sweep(), first_seed
    while sweep.files < files:
        with tempfile.TemporaryDirectory() as folder:
            before = len(sweep.differences)
            compare(draw_inbox(Path(folder) / "home", seed, clean=seed % 3 == 0), sweep)
        found = sweep.differences[before:]
        tell(f"seed {seed}: {sweep.files} files, {len(found)} differences")
        for difference in found[:SHOWN]:
            tell(f"  {difference}")
        seed += 1
    return sweep


def main(arguments: list[str]) -> int:
    """Prints a line a county and the counts at the end; 1 when anything differs."""
    files, first_seed = [*map(int, arguments), *(FILES, 1)[len(arguments) :]]
    sweep = sweep_counties(files, first_seed, _print)
    _print(sweep.summary)
    return 1 if sweep.differences else 0


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
