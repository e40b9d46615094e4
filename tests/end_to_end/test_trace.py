"""The rows behind every figure add up to it: every indicator, the county and two townships, two days."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from warehouse.figures.catalogue import indicators
from warehouse.figures.trace import PARTS, trace
from warehouse.reader import Published, open_published

pytestmark = pytest.mark.slow

DAYS = ("2020-06", "2021-12")
INDICATORS = list(indicators())


@pytest.fixture(scope="module")
def published(sample_home: Path) -> Published:
    return open_published(sample_home / "warehouse")


@pytest.fixture(scope="module")
def regions(published: Published) -> list[str]:
    """The county, its first township and its last, which is a system of the county itself."""
    codes = published.query("select region_code from meta.regions order by position")["region_code"].to_list()
    return [codes[0], codes[1], codes[-1]]


def line(published: Published, indicator_id: str, day: str, region: str) -> dict[str, object]:
    shown = published.query(
        "select * from kpi.values where indicator_id = ? and region_code = ? and strftime(as_of_date, '%Y-%m') = ?",
        [indicator_id, region, day],
    )
    (only,) = shown.filter(pl.col("as_of_date") == pl.col("as_of_date").dt.month_end()).to_dicts()
    return only


@pytest.mark.parametrize("indicator_id", INDICATORS)
def test_the_amounts_of_each_part_add_up_to_it(published: Published, regions: list[str], indicator_id: str) -> None:
    for day in DAYS:
        for region in regions:
            figure = line(published, indicator_id, day, region)
            rows = trace(published, indicator_id, day, region)["rows"]
            for part in PARTS:
                own = [row for row in rows if row["part"] == part]
                if figure[part] is None or figure["is_suppressed"]:
                    assert own == [], (day, region, part)
                    continue
                total = sum((Decimal(str(row["amount"])) for row in own), Decimal(0))
                assert total == pytest.approx(Decimal(str(figure[part])), rel=Decimal("1e-14")), (day, region, part)
                exact = not getattr(indicators()[indicator_id], part).weighted
                assert not exact or total == Decimal(str(figure[part])), (day, region, part)


@pytest.mark.parametrize("indicator_id", INDICATORS)
def test_every_row_names_a_file_that_was_handed_in(published: Published, sample_home: Path, indicator_id: str) -> None:
    rows = trace(published, indicator_id, "2021-12")["rows"]
    assert all((sample_home / "inbox" / row["file"]).is_file() for row in rows)
    assert all(row["row"] >= 2 for row in rows)


def test_figures_have_rows_at_all(published: Published) -> None:
    figures = published.query(
        "select indicator_id from kpi.values where as_of_date = ? and region_code = ? and numerator > 0",
        [date(2021, 12, 31), published.county_code],
    )["indicator_id"].to_list()
    assert len(figures) > len(INDICATORS) // 2
    assert [one for one in figures if not trace(published, one, "2021-12")["rows"]] == []


def test_a_withheld_figure_has_no_rows_and_says_why(published: Published) -> None:
    withheld = published.query(
        """
        select indicator_id, region_code
        from kpi.values
        where is_suppressed and as_of_date = '2021-12-31' and region_code <> 'none'
        order by indicator_id, region_code
        """
    )
    assert withheld.height > 0
    for indicator_id, region in withheld.iter_rows():
        found = trace(published, indicator_id, "2021-12", region)
        assert (found["suppressed"], found["rows"]) == (True, []), (indicator_id, region)
