"""How long a refresh takes, against the floor that nobody can go below.

The floor reads the same cells with python-calamine (CSV: the csv module) and writes the same
rows to DuckDB, and does nothing else. Against it stands the whole way: reading, checking,
loading and marts. Indicators and gate are shown apart. One warm process; medians of the runs.

    python -m benchmarks.refresh [--sizes county city] [--runs 3] [--home DIR]
"""

import argparse
import csv
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
from python_calamine import CalamineWorkbook

from expectations.process import GateProcess
from pipelines.config_file import load_config
from pipelines.home import Home
from pipelines.inbox import inbox_files
from pipelines.judging.verdict import Judged
from pipelines.load import load
from pipelines.read_and_judge import read_and_judge
from pipelines.reading.sheet_reading import NamedFile
from pipelines.registry import ledgers
from pipelines.sample import make_sample
from pipelines.suites import table_suites
from warehouse.kpi_tables import compute_and_store
from warehouse.mart import build_marts

KNOWN = {"version": "benchmark", "code_version": "benchmark"}


def main() -> None:
    """Prints one line a size: rows, floor, refresh, their ratio, seconds per 1,000 rows; indicators and gate."""
    options = _options()
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            home = Home(Path(folder) / size)
            make_sample(home.folder, "云岭县", 2019, 2021, size, 1, clean=False)
            _measure(home, size, options.runs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", default=["county", "city"], choices=["county", "city", "province"])
    parser.add_argument("--runs", type=int, default=3)
    return parser.parse_args()


def _measure(home: Home, size: str, runs: int) -> None:
    config = load_config(home.config_file)
    secret = home.person_key_secret(has_versions=False)
    files = inbox_files(home.inbox)
    judged = read_and_judge(files, config, secret)
    database = home.folder / "refresh.duckdb"

    def refresh() -> None:
        again = read_and_judge(files, config, secret)
        _fill(database, again, home)

    floors, refreshes = _in_turn(runs, lambda: _floor(files, judged, home.folder / "floor.duckdb"), refresh)
    floor, whole = statistics.median(floors), statistics.median(refreshes)
    rows = int(judged.sheets["read"].sum())
    indicators = _seconds(lambda: _indicators(database))
    gate = _gate_seconds(database, judged)
    sys.stdout.write(
        f"{size}: {rows:,} rows; floor {floor:.2f} s; refresh {whole:.2f} s = {whole / floor:.1f} × floor, "
        f"{whole / rows * 1e6:.0f} µs a row; indicators {indicators:.2f} s; gate {gate:.2f} s\n"
    )


def _in_turn(runs: int, first: Callable[[], None], second: Callable[[], None]) -> tuple[list[float], list[float]]:
    pairs = [(_seconds(first), _seconds(second)) for _ in range(runs)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _seconds(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _floor(files: list[NamedFile], judged: Judged, database: Path) -> None:
    for file in files:
        _read_cells(file.path)
    database.unlink(missing_ok=True)
    con = duckdb.connect(str(database))
    for ledger_id, rows in judged.tables.items():
        con.register("incoming", rows)
        con.execute(f"create table {ledger_id}_rows as select * from incoming")  # noqa: S608 - a ledger's id
        con.unregister("incoming")
    con.close()


def _read_cells(path: Path) -> None:
    if path.suffix == ".csv":
        encoding = "gb18030" if _is_gb18030(path) else "utf-8-sig"
        with path.open(encoding=encoding, newline="") as stream:
            list(csv.reader(stream))
        return
    try:
        workbook = CalamineWorkbook.from_path(str(path))
    except Exception:
        return
    for name in workbook.sheet_names:
        workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _is_gb18030(path: Path) -> bool:
    try:
        path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return True
    return False


def _fill(database: Path, judged: Judged, home: Home) -> None:
    database.unlink(missing_ok=True)
    con = duckdb.connect(str(database))
    assert judged.data_date is not None
    load(con, judged, ledgers(), load_config(home.config_file), judged.data_date, KNOWN)
    build_marts(con)
    con.close()


def _indicators(database: Path) -> None:
    con = duckdb.connect(str(database))
    compute_and_store(con)
    con.close()


def _gate_seconds(database: Path, judged: Judged) -> float:
    """The gate's child from its start to its answer; a build overlaps the first half with reading."""
    suites = table_suites(ledgers(), judged.tables)
    started = time.perf_counter()
    gate = GateProcess.start()
    try:
        gate.judge(database, suites)
    finally:
        gate.stop()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
