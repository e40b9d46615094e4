"""From a workbook of reported figures to last year's value, marked with its source; and what else a version knows."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from pipelines.build import build
from pipelines.home import Home
from tests.end_to_end.test_publication import FILES
from warehouse.access.home_key import KEY_VARIABLE
from warehouse.figures.answer import answers
from warehouse.reader import Published, open_published

pytestmark = pytest.mark.slow

HISTORY: list[list[Any]] = [
    ["云岭县总工会历史指标"],
    ["填报单位：办公室", None, "截至日期：2020年12月31日"],
    ["序号", "指标编号", "截止月份", "所属乡镇", "分子", "分母", "值", "出处"],
    [1, "union_density", "2020年12月", None, 75, 100, 75, "云工〔2021〕1号"],
    [2, "union_density", date(2020, 12, 1), "清河镇", None, None, "72%", "云工〔2021〕1号"],
    [3, "union_density", "2020.11", "—", None, None, 60, "云工〔2020〕30号"],
    [4, "happiness", "2020-12", None, None, None, 99, "云工〔2021〕1号"],
    [5, "members", "202012", None, None, None, 64, None],
]
CONFIG = """county_code = "530499"
county_name = "云岭县"

[service_limits]
"工会组建批复" = 2
"其他" = "none"

[thresholds]
large_payment = 30000

[calendar.2027]
holidays = [2027-01-01]
workdays = [2027-01-02]
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("reported"))
    home.inbox.mkdir()
    home.config_file.write_text(CONFIG, encoding="utf-8")
    for name, content in FILES.items():
        (home.inbox / name).write_text(content, encoding="utf-8")
    _write(home.inbox / "历史指标.xlsx", HISTORY)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEY_VARIABLE, "a key of this test's own")
        report = build(home)
    assert report.published
    return home


def _write(file: Path, rows: list[list[Any]]) -> None:
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("历史指标")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.merge_range(0, 0, 0, 7, "")
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(row, column, cell, day)
                elif cell is not None:
                    sheet.write(row, column, cell)


@pytest.fixture(scope="module")
def published(home: Home) -> Published:
    return open_published(home.warehouse)


def figure(published: Published, as_of: str | None, region: str | None = None) -> dict[str, Any]:
    [answer] = answers(published, ["union_density"], as_of, region)
    return dict(answer)


def test_an_unknown_indicator_and_a_missing_source_reject_the_row(published):
    found = published.query("select row, column_name, rule from quality.problems order by row").rows()
    assert found == [(7, "kpi_id", "unknown_reference"), (8, "source", "missing_value")]
    assert published.query("select count(*) from ledger.histories").item() == 3


def test_the_first_year_is_compared_with_what_was_reported(published):
    county = figure(published, None)
    assert (county["value"], county["last_year"], county["yoy"]) == (80 / 100, 75 / 100, pytest.approx(0.80 - 0.75))
    town = figure(published, "2021-12", "530499001")
    assert (town["last_year"], town["yoy"]) == (0.72, pytest.approx(0.80 - 0.72))
    assert figure(published, "2021-11")["last_year"] == 0.60


def test_it_says_which_document_the_figure_comes_from(published):
    sources = published.query(
        "select last_year_source from kpi.values "
        "where indicator_id = 'union_density' and region_code = '530499' "
        "and as_of_date in ('2021-10-31', '2021-11-30', '2021-12-31') order by as_of_date"
    )
    assert sources["last_year_source"].to_list() == [None, "云工〔2020〕30号", "云工〔2021〕1号"]


def test_reported_figures_do_not_move_the_first_month(published):
    assert published.query("select value from meta.version where key = 'first_month'").item() == "2021-01-01"


def test_a_version_knows_its_working_days_and_their_limits(published):
    days = published.query(
        "select day, is_working_day, working_day_number from meta.working_days "
        "where day in ('2021-09-17', '2021-09-18', '2021-09-23', '2027-01-01', '2027-01-02') order by day"
    ).rows()
    assert [is_working_day for _, is_working_day, _ in days] == [True, True, True, False, True]
    numbers = [number for *_, number in days]
    assert (numbers[2] - numbers[0], numbers[4] - numbers[3]) == (3, 1)
    limits = dict(published.query("select matter, limit_working_days from meta.service_limits").rows())
    assert limits == {"工会组建批复": 2, "法人资格登记": 0, "医疗互助补助": None, "经费返拨": 5, "其他": None}
    assert published.query("select value from meta.version where key = 'large_payment_amount'").item() == "30000"
