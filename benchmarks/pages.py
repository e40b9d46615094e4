"""What a page costs the server after a filter was changed, and how many rows its charts are sent.

``python -m benchmarks.pages [--home DIR] [--reruns N]``; without a home the sample county is made and built first.
A page is opened, its dates are gone through once (its charts are then in the cache, as they are for the second
visitor), and then the date is changed to and fro: what is timed is the whole rerun of the script, without a browser.
Aim: a median of at most 150 ms, at most 2,000 rows to any chart.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import polars as pl
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from benchmarks.sample_home import sample_home
from dashboard import data
from dashboard.home import HOME_VARIABLE
from dashboard.page import Page, pages
from dashboard.viewer import Viewer
from tests.dashboard_visit import somebody_looks
from warehouse.access.roles import Role

APP = Path(__file__).parent.parent / "dashboard" / "app.py"
AIM_MILLISECONDS = 150
SECONDS = 120


def main(arguments: Sequence[str] | None = None) -> None:
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        home = options.home or sample_home(Path(folder) / "home")
        os.environ[HOME_VARIABLE] = str(home)
        dates = dates_to_choose()
        print(f"{'page':24} {'median':>9} {'slowest':>9} {'rows to the largest chart':>26}")  # noqa: T201
        for position, (page, _) in enumerate(pages()):
            times, rows = _measure(page, dates, options.reruns, is_first=position == 0)
            median, slowest = statistics.median(times), max(times)
            mark = "" if median <= AIM_MILLISECONDS else f"  over the aim of {AIM_MILLISECONDS} ms"
            print(f"{page.url_path:24} {median:6.0f} ms {slowest:6.0f} ms {rows:26,}{mark}")  # noqa: T201


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Server time of every page after a filter was changed.")
    parser.add_argument("--home", type=Path, help="a home with a published version")
    parser.add_argument("--reruns", type=int, default=20)
    return parser.parse_args(arguments)


def dates_to_choose() -> list[str]:
    """The codes of the last two dates that may be chosen."""
    days = data.as_of_dates(data.published(Viewer("王主任", Role.LEADER)))["as_of_date"].to_list()
    return [f"{day:%Y-%m}" for day in days[:2]]


def _measure(page: Page, dates: Sequence[str], reruns: int, *, is_first: bool) -> tuple[list[float], int]:
    """Milliseconds of each rerun, and the rows of the largest chart."""
    visit = opened(page.url_path, dates, is_first=is_first)
    times = [rerun(visit, dates[number % len(dates)]) for number in range(reruns)]
    charts = [entry.proto for entry in visit.get("vega_lite_chart")]
    sizes = [sum(pl.read_ipc_stream(one.data.data).height for one in chart.datasets) for chart in charts]
    return times, max(sizes, default=0)


def opened(path: str, dates: Sequence[str], *, is_first: bool) -> AppTest:
    """A page that a leader has open, its dates gone through once."""
    somebody_looks(Role.LEADER)
    visit = AppTest.from_file(APP, default_timeout=SECONDS)
    # pages are functions, for which AppTest has no switch_page
    visit._page_hash = calc_hash("" if is_first else path)
    for code in dates:
        rerun(visit, code)
    return visit


def rerun(visit: AppTest, as_of: str) -> float:
    """Milliseconds of the whole script after the date was changed."""
    visit.query_params["as_of"] = as_of
    started = time.perf_counter()
    visit.run()
    taken = (time.perf_counter() - started) * 1000
    if visit.exception:
        raise SystemExit(visit.exception[0].message)
    return taken


if __name__ == "__main__":
    main()
