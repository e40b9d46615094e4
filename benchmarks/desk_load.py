"""What a page costs another session while four questions of the desk want all there is.

``python -m benchmarks.desk_load [--home DIR] [--page PATH] [--rounds N]``; without a home the sample county is made and
built first. In each round the date of a page is changed to and fro, first alone and then beside four queries that end
at their limit of time. Aim: in the median at most twice as long.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks.pages import dates_to_choose, opened, rerun
from benchmarks.sample_home import sample_home
from dashboard.home import HOME_VARIABLE
from dashboard.page import pages
from tests.spec.desk.bombs import TIME
from warehouse.desk.asking.sandbox import begin
from warehouse.desk.databases import Databases, databases

AIM_TIMES = 2.0
BOMBS = TIME[:4]
RERUNS, SECONDS_TO_START = 8, 1.5


def main(arguments: Sequence[str] | None = None) -> None:
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        home = options.home or sample_home(Path(folder) / "home")
        os.environ[HOME_VARIABLE] = str(home)
        asked, dates = databases(home), dates_to_choose()
        is_first = pages()[0][0].url_path == options.page
        visit = opened(options.page, dates, is_first=is_first)
        alone: list[float] = []
        beside: list[float] = []
        for _ in range(options.rounds):
            alone += _reruns(visit, dates)
            beside += _beside_bombs(visit, dates, asked)
    medians = statistics.median(alone), statistics.median(beside)
    times = medians[1] / medians[0]
    mark = "within" if times <= AIM_TIMES else "over"
    print(f"{options.page}: alone {medians[0]:.0f} ms, beside {len(BOMBS)} queries {medians[1]:.0f} ms")  # noqa: T201
    print(f"{times:.2f} times as long, {mark} the aim of {AIM_TIMES:.0f}")  # noqa: T201


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="A page beside four queries that want everything.")
    parser.add_argument("--home", type=Path, help="a home with a published version")
    parser.add_argument("--page", default="coverage", help="the address of the page")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args(arguments)


def _reruns(visit: AppTest, dates: Sequence[str]) -> list[float]:
    return [rerun(visit, dates[number % len(dates)]) for number in range(RERUNS)]


def _beside_bombs(visit: AppTest, dates: Sequence[str], asked: Databases) -> list[float]:
    with ExitStack() as running:
        bombs = [running.enter_context(begin(lambda: asked, sql)) for sql in BOMBS]
        time.sleep(SECONDS_TO_START)
        times = _reruns(visit, dates)
        if any(bomb.finished() for bomb in bombs):
            raise SystemExit("a query has ended before it was measured beside; take fewer reruns")
        for bomb in bombs:
            bomb.cancel()
    return times


if __name__ == "__main__":
    main()
