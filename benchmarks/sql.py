"""What the sandbox adds to a query of the analysts' desk: the same queries asked of it and of the file in this process.

``python -m benchmarks.sql [--home DIR] [--rounds N]``. Without a home a sample county is made and built. Both ways take
turns in one run, so that a busy machine is one to both; the first round, which makes the desk's file, is not counted.
Aim: in the median at most 0.6 s more.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import duckdb

from benchmarks.sample_home import sample_home
from warehouse.desk.asking.sandbox import ask
from warehouse.desk.databases import Databases, databases

AIM_SECONDS = 0.6
QUERIES = {
    "one row": "select 1",
    "sums by township": "select township_code, sum(members) from ledger.unions group by township_code",
    "a year of an indicator": """
        select figures.as_of_date, regions.region_name, figures.value
        from kpi.values as figures
        inner join meta.regions as regions using (region_code)
        where figures.indicator_id = 'union_density' and extract(year from figures.as_of_date) = 2021
    """,
    "thousands of rows": "select * from ledger.unions",
}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="What the sandbox adds to a query.")
    parser.add_argument("--home", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        home = options.home or sample_home(Path(folder) / "home")
        asked = databases(home)
        print(f"{asked.main.stat().st_size / 1e6:.0f} MB of tables; {options.rounds} rounds, medians")  # noqa: T201
        print(f"{'':24} {'bare':>9} {'sandbox':>9} {'added':>9}")  # noqa: T201
        added: list[float] = []
        for name, sql in QUERIES.items():
            ask(asked, sql)
            pairs = [(_bare(asked.main, sql), _sandboxed(asked, sql)) for _ in range(options.rounds)]
            added += [sandboxed - bare for bare, sandboxed in pairs]
            bare, sandboxed = (statistics.median(times) for times in zip(*pairs, strict=True))
            print(f"{name:24} {bare:7.3f} s {sandboxed:7.3f} s {sandboxed - bare:7.3f} s")  # noqa: T201
        median = statistics.median(added)
        mark = "within" if median <= AIM_SECONDS else "over"
        print(f"{'all':24} {'':9} {'':9} {median:7.3f} s, {mark} the aim of {AIM_SECONDS} s")  # noqa: T201


def _bare(file: Path, sql: str) -> float:
    started = time.perf_counter()
    with duckdb.connect(str(file), read_only=True, config={"threads": 2}) as con:
        con.execute(sql).fetchall()
    return time.perf_counter() - started


def _sandboxed(asked: Databases, sql: str) -> float:
    started = time.perf_counter()
    ask(asked, sql)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
