"""What one changed file costs, against reading and checking everything.

A sample county of about sixty files is read and checked with an empty cache (cold), then again
after one file has changed, for several files in turn: the same cells in other bytes, so that the
file must be read again and the tables must come out equal. One process; both with their reader
processes started anew. Told twice: by the clock, and by the time of processors (reader processes
included), which other work on the machine leaves as it is.

    python -m benchmarks.incremental [--size county] [--files 8]
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.timing import processor_seconds
from pipelines.config import Config
from pipelines.config_file import load_config
from pipelines.home import Home
from pipelines.inbox import inbox_files
from pipelines.judging.verdict import Judged
from pipelines.read_and_judge import judge_readings, read_files, reading_settings
from pipelines.sample import make_sample

SECRET = b"a key for benchmarks, of no home"
FIRST_YEAR, LAST_YEAR = 2020, 2021


class _Spent(NamedTuple):
    """Seconds of reading and of checking by the clock, and of processors for both."""

    reading: float
    checking: float
    processor_seconds: float

    @property
    def seconds(self) -> float:
        return self.reading + self.checking


def main() -> None:
    """Prints the seconds of reading and checking, cold and after one changed file, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default="county", choices=["county", "city", "province"])
    parser.add_argument("--files", type=int, default=8, help="how many files change, one after another")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / options.size)
        make_sample(home.folder, "云岭县", FIRST_YEAR, LAST_YEAR, options.size, 1, clean=False)
        _measure(home, options.files)


def _measure(home: Home, count: int) -> None:
    config = load_config(home.config_file)
    _timed(home, config)
    pairs: list[tuple[_Spent, _Spent]] = []
    for path in _some(sorted(path for path in home.inbox.rglob("*") if path.is_file()), count):
        shutil.rmtree(home.cache)
        cold, all_judged = _timed(home, config)
        _touch(path)
        again, judged = _timed(home, config)
        assert judged.problems.equals(all_judged.problems)
        assert all(judged.tables[name].equals(table) for name, table in all_judged.tables.items())
        pairs.append((again, cold))
        sys.stdout.write(
            f"{path.name}: reading {again.reading:.3f} + checking {again.checking:.3f} s, cold {cold.reading:.3f} + "
            f"{cold.checking:.3f} s: {again.seconds / cold.seconds:.2f} (processors "
            f"{again.processor_seconds / cold.processor_seconds:.2f})\n"
        )
    sys.stdout.write(f"{len(inbox_files(home.inbox))} files, one changed:\n")
    sys.stdout.write(_told("by the clock", [(again.seconds, cold.seconds) for again, cold in pairs]))
    sys.stdout.write(_told("processors", [(again.processor_seconds, cold.processor_seconds) for again, cold in pairs]))


def _told(what: str, pairs: Sequence[tuple[float, float]]) -> str:
    ratios = [again / cold for again, cold in pairs]
    colds = [cold for _, cold in pairs]
    return (
        f"  {what}: {statistics.median(ratios):.2f} of {statistics.median(colds):.2f} s "
        f"(median of {len(ratios)}; {min(ratios):.2f} to {max(ratios):.2f})\n"
    )


def _timed(home: Home, config: Config) -> tuple[_Spent, Judged]:
    """What reading and checking took, and the outcome."""
    files = inbox_files(home.inbox)
    processors, started = processor_seconds(), time.perf_counter()
    readings = read_files(files, reading_settings(config, SECRET), cache=home.cache)
    read = time.perf_counter()
    judged = judge_readings(files, readings, config, SECRET, cache=home.cache)
    done = time.perf_counter()
    return _Spent(read - started, done - read, processor_seconds() - processors), judged


def _some(paths: Sequence[Path], count: int) -> list[Path]:
    readable = [path for path in paths if path.suffix == ".csv" or zipfile.is_zipfile(path)]
    return readable[:: max(1, len(readable) // count)][:count]


def _touch(path: Path) -> None:
    """Other bytes, the same cells."""
    if path.suffix == ".csv":
        path.write_bytes(path.read_bytes() + b"\r\n")
        return
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"saved again"


if __name__ == "__main__":
    main()
