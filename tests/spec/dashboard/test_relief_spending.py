"""帮扶支出 as a visitor sees it."""

from pathlib import Path

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard_visit import address_of, visit, words_on
from warehouse.reader import Published, open_published

pytestmark = pytest.mark.slow

PATH = "relief-spending"
TOWNSHIP = "530499002"
WITHHELD = "人数少于5，按规定不显示"


@pytest.fixture(autouse=True)
def home(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UNIONKPI_HOME", str(sample_home))
    return sample_home


@pytest.fixture(scope="module")
def published(sample_home: Path) -> Published:
    return open_published(sample_home / "warehouse")


@pytest.fixture(scope="module")
def county(sample_home: Path) -> AppTest:
    """The page as it opens."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNIONKPI_HOME", str(sample_home))
        return visit(PATH)


def rows_of(test: AppTest) -> list[pl.DataFrame]:
    return [
        pl.read_ipc_stream(dataset.data.data)
        for chart in test.get("vega_lite_chart")
        for dataset in chart.proto.datasets
    ]


def sections(test: AppTest) -> list[str]:
    return [str(header.value) for header in test.header]


def test_the_sections_stand_in_their_order(county):
    assert sections(county) == [
        "按项目和月份",
        "送温暖资金：筹集与支出",
        "一个项目：累计与分乡镇",
        "按对象和批次",
        "人均慰问金额",
    ]


def test_the_months_of_a_programme_are_those_of_the_indicator(county, published):
    stacked = next(frame for frame in rows_of(county) if "is_whole" in frame.columns and "low" in frame.columns)
    drawn = stacked.filter(pl.col("programme") == "送温暖慰问").with_columns(amount=pl.col("high") - pl.col("low"))
    stored = published.query(
        """
        select month_value from kpi.values
        where indicator_id = 'relief_spent' and region_code = '530499' and year(as_of_date) = 2021
        order by as_of_date
        """
    )["month_value"]
    assert [amount * 10_000 for amount in drawn["amount"]] == pytest.approx(stored.to_list())


def test_the_programmes_stand_beside_all_relief_together(county, published):
    (amount,) = published.query(
        """
        select numerator from kpi.values
        where indicator_id = 'relief_total' and region_code = '530499' and as_of_date = '2021-12-31'
        """
    )["numerator"]
    assert f"帮扶支出合计{amount / 10_000:.2f}".rstrip("0") in words_on(county)


def test_of_a_programme_of_the_county_alone_no_township_is_drawn():
    test = visit(PATH, programme="village_condolence_amount")
    assert "驻村慰问（省级）只有全县数，不分乡镇。" in [str(info.value) for info in test.info]


def test_what_was_raised_is_never_called_spent(county):
    finding = next(str(text.value) for text in county.subheader if "筹集不是支出" in str(text.value))
    assert "执行率" in finding
    assert "未支出" in finding


def test_withheld_kinds_say_so_in_words(county):
    remarks = [remark for frame in rows_of(county) if "remark" in frame.columns for remark in frame["remark"]]
    assert WITHHELD in remarks


def test_no_chart_is_given_a_value_that_is_withheld(county, published):
    hidden = published.query("select count(*) from kpi.breakdowns where is_suppressed and value is not null").item()
    assert hidden == 0
    drawn = pl.concat([frame for frame in rows_of(county) if "remark" in frame.columns], how="diagonal_relaxed")
    assert drawn.filter((pl.col("remark") == WITHHELD) & pl.col("value").is_not_null()).is_empty()


def test_of_a_township_the_months_are_not_shown_and_the_page_says_why():
    test = visit(PATH, region=TOWNSHIP)
    notes = [str(note.value) for note in test.info]
    assert any("按规定不公布" in note for note in notes)
    assert any("只有全县数" in note for note in notes)
    assert not any("low" in frame.columns for frame in rows_of(test))
    assert WITHHELD in words_on(test)


def test_the_chosen_programme_stands_in_the_address():
    test = visit(PATH)
    test.selectbox(key="programme_widget").set_value("student_aid_amount").run()
    assert address_of(test)["programme"] == "student_aid_amount"
    same = visit(PATH, **address_of(test))
    assert [text.value for text in same.subheader] == [text.value for text in test.subheader]
    assert any("金秋助学支出" in str(text.value) for text in same.subheader)


def test_a_programme_that_does_not_exist_is_said_and_replaced():
    test = visit(PATH, programme="nothing")
    assert [warning.value for warning in test.warning] == ["链接中的“nothing”不存在，已改用“送温暖慰问”。"]


def test_where_nothing_was_handed_in_every_section_says_so(bare_home, monkeypatch):
    monkeypatch.setenv("UNIONKPI_HOME", str(bare_home))
    test = visit(PATH)
    assert "台账未报送" in words_on(test)
    assert [str(note.value) for note in test.info] == [
        "没有可按月显示的支出。",
        "没有可显示的筹集和支出。",
        "这两年没有可显示的累计数。",
        "2021年1–12月没有可按类别显示的支出。",
    ]
