"""同比趋势 as issued: each month's last issued figure, gaps where none was, and what is told now beside it."""

import shutil
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from dashboard import frozen
from dashboard.trends import as_issued
from tests.dashboard_visit import address_of, visit, words_on
from warehouse.language import Refusal
from warehouse.snapshot.issued_figures import issued_figures
from warehouse.snapshot.shelf import Snapshots

ISSUED = "2021-12.r1"
POINTS = pl.DataFrame(
    {
        "year": [2021, 2021, 2021, 2020],
        "month": [1, 2, 3, 3],
        "value": [0.5, None, 0.1 + 0.2, 0.4],
        "now_value": [0.6, 0.7, 0.3, None],
        "reason": [None, "not_issued", None, None],
    }
)


def test_what_is_told_now_stands_beside_where_it_differs() -> None:
    """A remainder of binary arithmetic is no difference."""
    assert as_issued.with_differences(POINTS)["now_value"].to_list() == [0.6, None, None, None]


def test_the_finding_is_about_the_last_issued_month() -> None:
    until_february = POINTS.filter((pl.col("month") < 3) | (pl.col("year") == 2020))
    found = as_issued.for_finding(until_february, 2021)
    assert found.filter(pl.col("year") == 2021)["month"].to_list() == [1]
    nothing = POINTS.with_columns(reason=pl.lit("not_issued"))
    assert as_issued.for_finding(nothing, 2021).equals(nothing)


def test_figures_are_read_as_they_were_issued(reissued_home: Path) -> None:
    found = issued_figures(reissued_home, Snapshots(reissued_home).find(ISSUED))
    members = found.filter((pl.col("indicator_id") == "members") & (pl.col("region_code") == "530499"))
    assert members.select("as_of_date", "value", "snapshot_id").rows() == [(date(2021, 12, 31), 65, ISSUED)]


@pytest.fixture
def altered_home(reissued_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = Path(shutil.copytree(reissued_home, tmp_path / "home"))
    with (home / "snapshots" / ISSUED / "public/values.parquet").open("ab") as stream:
        stream.write(b" ")
    monkeypatch.setenv("UNIONKPI_HOME", str(home))
    return home


def test_what_was_altered_is_left_out_and_named(altered_home: Path) -> None:
    with pytest.raises(Refusal, match="was altered or damaged"):
        issued_figures(altered_home, Snapshots(altered_home).find(ISSUED))
    assert frozen.issued_figures().is_empty()
    assert frozen.damaged() == [ISSUED]


@pytest.mark.slow
def test_the_page_shows_both(reissued_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNIONKPI_HOME", str(reissued_home))
    test = visit("trends", indicator="members", basis="issued")
    said = words_on(test)
    assert "65人（现在76人）" in said
    assert "签发的1个数中有1个现在不同" in said
    assert "当月没有签发" in said
    assert address_of(test)["basis"] == "issued"
    test.radio(key="basis_widget").set_value("now").run()
    assert "现在76人" not in words_on(test)
    assert address_of(test)["basis"] == "now"


@pytest.mark.slow
def test_where_nothing_was_issued_nothing_is_asked(restated_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNIONKPI_HOME", str(restated_home))
    assert "basis_widget" not in {radio.key for radio in visit("trends").radio}
