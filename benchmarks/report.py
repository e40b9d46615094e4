"""What the annual report costs as a command of its own, imports included, in each form.

    python -m benchmarks.report [--home DIR] [--year 2021] [--rounds 5]

Without a home the sample county is made and built first. Aim: 3 s, in the median, also as of a day in the middle of a
month, for which everything is computed anew.
"""

import argparse
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.sample_home import sample_home
from benchmarks.timing import run_command, timed
from warehouse.report.written import FORMS

AIM_SECONDS = 3.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints seconds, wall clock and processor, of each run and the median of each form."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, help="a built home")
    parser.add_argument("--year", type=int, default=2021)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        home = options.home or sample_home(Path(folder) / "home")
        for asked in ([], ["--as-of", f"{options.year}-11-15"]):
            for ending in FORMS:
                out = Path(folder) / f"report{ending}"
                words = ["report", "--year", str(options.year), *asked, "--out", str(out)]
                times = [_seconds(home, words, ending, asked) for _ in range(options.rounds)]
                median = statistics.median(times)
                mark = "within" if median <= AIM_SECONDS else "over"
                print(f"{median:8.2f} s in the median, {mark} the aim of {AIM_SECONDS:.0f} s")  # noqa: T201


def _seconds(home: Path, words: Sequence[str], ending: str, asked: Sequence[str]) -> float:
    return timed(" ".join((ending, *asked)), lambda: run_command(home, *words))


if __name__ == "__main__":
    main()
