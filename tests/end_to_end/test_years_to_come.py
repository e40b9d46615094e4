"""A sample of years whose holidays are not announced yet: everything loads, and the sheets that need them say so."""

import json
from pathlib import Path

import pytest

from pipelines.check import check
from pipelines.home import Home
from pipelines.sample import make_sample
from pipelines.working_days import STATUTORY_YEARS

pytestmark = pytest.mark.slow


def test_the_sheets_that_count_unknown_working_days_are_the_ones_the_truth_names(tmp_path: Path) -> None:
    year = STATUTORY_YEARS.stop
    make_sample(tmp_path / "home", "云岭县", year - 1, year, "county", 7, clean=True)
    home = Home(tmp_path / "home")
    truth = json.loads((home.folder / "sample_truth.json").read_text(encoding="utf-8"))
    assert sorted({sheet["ledger"] for sheet in truth["sheets"] if sheet["file"] in files_of(truth)}) == [
        "dues_refund",
        "service_case",
    ]
    report = check([home.inbox], home)
    found = report.judged.problems.select("file", "sheet", "row", "rule", "severity").to_dicts()
    planted = [{name: one[name] for name in ("file", "sheet", "row", "rule", "severity")} for one in truth["problems"]]
    assert sorted(found, key=str) == sorted(planted, key=str)
    assert report.judged.sheets["rejected"].sum() == 0


def files_of(truth: dict[str, list[dict[str, str]]]) -> set[str]:
    """The files that a problem is known of."""
    return {problem["file"] for problem in truth["problems"]}
