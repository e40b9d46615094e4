"""What a county's month costs from draft to issue, each step a command of its own as the office runs it, and a diff.

    python -m benchmarks.snapshots [--home DIR] [--month 2021-12]

A home that is given is copied; without one the sample county is made and built first. Aims: a month frozen and its four
documents written within 10 s, imports of each command included; the difference between the month and what is published
after a workbook of the inbox is gone within 1 s, both databases open.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipelines.build import build
from pipelines.home import Home
from pipelines.sample import make_sample
from warehouse.differences.difference import differences
from warehouse.differences.paths import Version
from warehouse.reader import open_published
from warehouse.snapshot.kept_definitions import version_of

AIM_SECONDS, AIM_DIFF_SECONDS = 10.0, 1.0
KEPT_APART = ("snapshots", "cache/snapshots")
"""What a home that is given may have from before."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints seconds, wall clock and processor, of each step and of the difference."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, help="a built home; it is copied")
    parser.add_argument("--month", default="2021-12")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        home = _home(Path(folder) / "home", options.home)
        snapshot_id = f"{options.month}.r1"
        create = _timed("create", lambda: _run(home, "create", options.month, "--by", "甲", "--reason", "measured"))
        _timed("review", lambda: _run(home, "review", snapshot_id, "--by", "乙"))
        issue = _timed("issue, with four documents", lambda: _run(home, "issue", snapshot_id, "--by", "丙"))
        print(f"{create + issue:8.2f} s  create and issue, aim {AIM_SECONDS:.0f} s")  # noqa: T201
        _timed("verify", lambda: _run(home, "verify", snapshot_id))
        _change(home)
        old, new = version_of(home, snapshot_id), Version(open_published(home / "warehouse"))
        day = old.published.data_date
        changed = [line for line in differences(old, new, day) if line.is_told_otherwise]
        name = f"diff, {len(changed)} figures told otherwise, aim {AIM_DIFF_SECONDS:.0f} s"
        _timed(name, lambda: differences(old, new, day))


def _home(folder: Path, given: Path | None) -> Path:
    if given is None:
        make_sample(folder, "云岭县", 2019, 2021, "county", 1, clean=False)
        build(Home(folder))
    else:
        shutil.copytree(given, folder)
        for name in KEPT_APART:
            shutil.rmtree(folder / name, ignore_errors=True)
    return folder


def _run(home: Path, *words: str) -> None:
    command = [sys.executable, "-m", "pipelines.cli", "--home", str(home), "snapshot", *words]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _change(home: Path) -> None:
    """Takes the largest workbook out of the inbox and builds again."""
    max((home / "inbox").rglob("*.xlsx"), key=lambda path: path.stat().st_size).unlink()
    build(Home(home))


def _timed(name: str, run: Callable[[], object]) -> float:
    started, worked = time.perf_counter(), _processor()
    run()
    seconds = time.perf_counter() - started
    print(f"{seconds:8.2f} s {_processor() - worked:8.2f} s of processor  {name}")  # noqa: T201
    return seconds


def _processor() -> float:
    """Seconds of processor of this process and of its children that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


if __name__ == "__main__":
    main()
