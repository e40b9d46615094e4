"""What a county's month costs from draft to issue, each step a command of its own as the office runs it, a diff,
and the register of what is told otherwise.

    python -m benchmarks.snapshots [--home DIR] [--month 2021-12]

A home that is given is copied; without one the sample county is made and built first. Aims: a month frozen and its four
documents written within 10 s, imports of each command included; the difference between the month and what is published
after a workbook of the inbox is gone within 1 s, both databases open.
"""

import argparse
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.sample_home import sample_home
from benchmarks.timing import run_command, timed
from pipelines.build import build
from pipelines.home import Home
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
        create = _step(home, "create", "create", options.month, "--by", "甲", "--reason", "measured")
        _step(home, "review", "review", snapshot_id, "--by", "乙")
        issue = _step(home, "issue, with four documents", "issue", snapshot_id, "--by", "丙")
        print(f"{create + issue:8.2f} s  create and issue, aim {AIM_SECONDS:.0f} s")  # noqa: T201
        _step(home, "verify", "verify", snapshot_id)
        _change(home)
        old, new = version_of(home, snapshot_id), Version(open_published(home / "warehouse"))
        day = old.published.data_date
        changed = [line for line in differences(old, new, day) if line.is_told_otherwise]
        name = f"diff, {len(changed)} figures told otherwise, aim {AIM_DIFF_SECONDS:.0f} s"
        timed(name, lambda: differences(old, new, day))
        _step(home, "restated, worked out", "restated")
        _step(home, "restated, kept", "restated")


def _step(home: Path, name: str, *words: str) -> float:
    return timed(name, lambda: run_command(home, "snapshot", *words))


def _home(folder: Path, given: Path | None) -> Path:
    if given is None:
        sample_home(folder)
    else:
        shutil.copytree(given, folder)
        for name in KEPT_APART:
            shutil.rmtree(folder / name, ignore_errors=True)
    return folder


def _change(home: Path) -> None:
    """Takes the largest workbook out of the inbox and builds again."""
    max((home / "inbox").rglob("*.xlsx"), key=lambda path: path.stat().st_size).unlink()
    build(Home(home))


if __name__ == "__main__":
    main()
