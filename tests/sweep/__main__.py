"""``python -m tests.sweep [FILES]``: counties drawn one after the other until that many files are read and compared."""

import sys
import tempfile
from dataclasses import fields
from pathlib import Path

from tests.sweep.differences import Sweep, compare
from tests.sweep.drawn_inbox import draw_inbox

FILES = 2_000
SHOWN = 20


def sweep_counties(files: int, first_seed: int = 1) -> Sweep:
    """Draws counties, every third without a wrong row, and compares until ``files`` files are done."""
    sweep, seed = Sweep(), first_seed
    while sweep.files < files:
        with tempfile.TemporaryDirectory() as folder:
            before = len(sweep.differences)
            compare(draw_inbox(Path(folder) / "home", seed, clean=seed % 3 == 0), sweep)
        found = sweep.differences[before:]
        print(f"seed {seed}: {sweep.files} files, {len(found)} differences", flush=True)
        for difference in found[:SHOWN]:
            print(f"  {difference}", flush=True)
        seed += 1
    return sweep


def main(arguments: list[str]) -> int:
    """Prints a line a county and the counts at the end; 1 when anything differs."""
    sweep = sweep_counties(int(arguments[0]) if arguments else FILES)
    counts = [(one.name, getattr(sweep, one.name)) for one in fields(sweep) if one.name != "differences"]
    print("sweep: " + ", ".join(f"{count} {name}" for name, count in counts), end="")
    print(f"; {len(sweep.differences)} differences")
    return 1 if sweep.differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
