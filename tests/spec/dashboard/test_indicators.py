"""指标 and 数据字典 as a visitor sees them: the catalogue, one indicator, its proof; the ledgers, one ledger."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest
from python_calamine import load_workbook

from dashboard.dictionary import listing
from dashboard.indicators import catalogue, proof, proof_workbook
from dashboard.list_workbook import Heading
from dashboard.theme import MAX_ROWS
from tests.dashboard_visit import address_of, visit, words_on
from warehouse.figures.trace import ROWS
from warehouse.reader import Published, open_published

LANGUAGES = ("zh", "en")
MISSING = re.compile(r"\b(?:None|nan|NaN|null|Label)\b")


def rows_behind(*rows: tuple[str, str, int, float]) -> pl.DataFrame:
    """Rows of a proof as ``proof.with_names`` gives them: part, file, row, amount."""
    named = [
        {
            "part": part,
            "ledger": "union",
            "file": file,
            "sheet": "",
            "row": row,
            "amount": amount,
            "ledger_label": "基层工会台账",
            "part_label": {"numerator": "分子", "denominator": "分母"}[part],
        }
        for part, file, row, amount in rows
    ]
    return pl.DataFrame(named, schema_overrides=ROWS)


def test_what_each_file_contributes_the_largest_of_each_part_first() -> None:
    behind = rows_behind(
        ("numerator", "a.csv", 2, 1.0),
        ("numerator", "b.csv", 2, 2.5),
        ("numerator", "b.csv", 3, 0.5),
        ("denominator", "a.csv", 2, 10.0),
    )
    assert proof.by_file(behind).select("part_label", "file", "rows", "amount").rows() == [
        ("分子", "b.csv", 2, 2.5 + 0.5),
        ("分子", "a.csv", 1, 1.0),
        ("分母", "a.csv", 1, 10.0),
    ]


@pytest.mark.parametrize(
    ("numerator", "denominator", "shown"),
    [(9, 9, (2, 2)), (1, 9, (1, 3)), (9, 1, (3, 1)), (9, 0, (4, 0)), (1, 1, (1, 1))],
)
def test_a_short_part_leaves_its_room_to_the_other(numerator: int, denominator: int, shown: tuple[int, int]) -> None:
    behind = rows_behind(
        *(("numerator", "a.csv", row, 1.0) for row in range(numerator)),
        *(("denominator", "a.csv", row, 1.0) for row in range(denominator)),
    )
    parts = proof.spread(behind, 4)["part"].to_list()
    assert (parts.count("numerator"), parts.count("denominator")) == shown


def test_a_page_never_shows_more_rows_than_a_chart_may() -> None:
    assert proof.MOST_ROWS + proof.MOST_FILES <= MAX_ROWS


def test_the_workbook_has_every_row_and_calculates_nothing() -> None:
    behind = rows_behind(("numerator", "=1+1.csv", 2, 1.5), ("denominator", "a.csv", 3, 2.0))
    heading = Heading("入会率", "数值 75%", "zh", date(2021, 12, 31))
    given = proof_workbook.workbook(behind, heading)
    assert load_workbook(BytesIO(given)).get_sheet_by_index(0).to_python() == [
        ["入会率", "", "", "", "", ""],
        ["数值 75%", "", "", "", "", ""],
        ["部分", "计入", "台账", "文件", "工作表", "行号"],
        ["分子", 1.5, "基层工会台账", "=1+1.csv", "", 2],
        ["分母", 2, "基层工会台账", "a.csv", "", 3],
    ]
    assert proof_workbook.workbook(behind, heading) == given


def test_what_one_sheet_cannot_hold_goes_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof_workbook, "ROWS_ON_A_SHEET", 2)
    behind = rows_behind(*(("numerator", "a.csv", row, 1.0) for row in (2, 3, 4)))
    heading = Heading("会员", "", "en", date(2021, 12, 31))
    book = load_workbook(BytesIO(proof_workbook.workbook(behind, heading)))
    assert book.sheet_names == ["Proof", "Proof 2"]
    assert book.get_sheet_by_index(1).to_python()[-1] == ["分子", 1, "基层工会台账", "a.csv", "", 4]


def test_every_word_of_a_search_must_be_said_somewhere() -> None:
    texts = ["definition_zh", "definition_en", "family_label_zh", "family_label_en", "department_name", "owner"]
    common = dict.fromkeys(texts, "") | {"ledgers": "union"}
    figures = pl.DataFrame(
        [
            {**common, "indicator_id": "union_density", "label_zh": "入会率", "label_en": "Union density"},
            {**common, "indicator_id": "members", "label_zh": "会员人数", "label_en": "Members", "owner": "岚朗清"},
        ]
    )

    def found(text: str) -> list[str]:
        return catalogue.matching(figures, text, {"union": "基层工会台账\nUnions"})["indicator_id"].to_list()

    assert found("") == ["union_density", "members"]
    assert found("DENSITY 入会") == ["union_density"]
    assert found("基层工会 岚朗清") == ["members"]
    assert found("入会 岚朗清") == []


def test_a_ledger_is_found_by_its_columns_and_their_values() -> None:
    ledgers = pl.DataFrame([dict.fromkeys(listing.SEARCHED, "") | {"ledger_id": one} for one in ("union", "visit")])
    column = dict.fromkeys(listing.SEARCHED_COLUMN, "")
    columns = pl.DataFrame(
        [
            {
                **column,
                "ledger_id": "visit",
                "heading_zh": "发放方式",
                "values_zh": ["银行转账"],
                "values_en": ["Transfer"],
            },
            {**column, "ledger_id": "union", "heading_zh": "会员人数", "values_zh": None, "values_en": None},
        ]
    )
    assert listing.matching(ledgers, columns, "发放 transfer")["ledger_id"].to_list() == ["visit"]
    assert listing.matching(ledgers, columns, "会员")["ledger_id"].to_list() == ["union"]
    assert listing.matching(ledgers, columns, "没有").is_empty()


@pytest.fixture
def published(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Published:
    monkeypatch.setenv("UNIONKPI_HOME", str(sample_home))
    return open_published(sample_home / "warehouse")


@pytest.mark.slow
@pytest.mark.usefixtures("published")
def test_a_card_leads_to_the_proof_of_the_same_day_and_place() -> None:
    shown = words_on(visit("", as_of="2020-12", region="530499009"))
    links = re.findall(r'class="proof-link" href="([^"]+)"', shown)
    assert "indicators?indicator=union_density&amp;as_of=2020-12&amp;region=530499009&amp;lang=zh" in links
    assert len(links) == 8, "one a card"


OF_EVERY_SORT = """
select first(indicator_id order by position) as indicator_id, first(label_zh order by position) as label_zh,
    first(label_en order by position) as label_en
from kpi.definitions
group by family, kind, time, scope
order by min(position)
"""


@pytest.mark.slow
def test_an_indicator_of_every_sort_has_a_page(published: Published) -> None:
    """One of each family, kind, time and scope, in Chinese and English by turns."""
    found = published.query(OF_EVERY_SORT)
    for position, (indicator_id, *labels) in enumerate(found.iter_rows()):
        test = visit("indicators", indicator=indicator_id, lang=LANGUAGES[position % 2], region="530499001")
        assert labels[position % 2] in words_on(test), indicator_id
        assert address_of(test)["indicator"] == indicator_id
        assert not MISSING.search(words_on(test)), indicator_id
        charts = [entry.proto for entry in test.get("vega_lite_chart")]
        assert all(pl.read_ipc_stream(one.data.data).height <= MAX_ROWS for chart in charts for one in chart.datasets)


@pytest.mark.slow
def test_the_rows_add_up_and_a_longer_list_says_that_it_is_cut(published: Published) -> None:
    test = visit("indicators", indicator="union_density")
    figure = published.query(
        "select numerator, denominator from kpi.values "
        "where indicator_id = 'union_density' and region_code = ? and as_of_date = '2021-12-31'",
        [published.county_code],
    ).row(0)
    said = [re.sub(r"\d+行", "…行", one.value) for one in test.markdown]
    assert said == [
        f"分子（会员人数）：…行合计 {figure[0]:,.0f} ＝ {figure[0]:,.0f} ✓",
        f"分母（职工人数）：…行合计 {figure[1]:,.0f} ＝ {figure[1]:,.0f} ✓",
    ]
    assert any("列出计入最多的200行；全部见下载的表" in one.value for one in test.caption)


@pytest.mark.slow
def test_a_withheld_figure_shows_no_rows_and_says_why(published: Published) -> None:
    indicator_id, region = published.query(
        "select indicator_id, region_code from kpi.values where is_suppressed and as_of_date = '2021-12-31' "
        "and region_code <> 'none' order by all limit 1"
    ).row(0)
    test = visit("indicators", indicator=indicator_id, region=region)
    assert [one.value for one in test.info] == ["数值不显示（人数少于5，按规定不显示），因此也不列出背后的行。"]
    assert "行号" not in words_on(test)


@pytest.mark.slow
@pytest.mark.usefixtures("published")
def test_the_catalogue_is_searched_and_the_address_keeps_the_words() -> None:
    test = visit("indicators", search="入会率")
    assert "union_density" in words_on(test)
    assert "relief_spent" not in words_on(test)
    assert address_of(test)["search"] == "入会率"
    nothing = visit("indicators", search="没有这个")
    assert "没有找到含“没有这个”的指标" in [one.value for one in nothing.caption]
    assert "union_density" not in words_on(nothing)


@pytest.mark.slow
@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("path", "name", "sentence"),
    [
        ("indicators", "indicator", "链接中的指标“nonsense”不存在，下面是全部指标。"),
        ("data-dictionary", "ledger", "链接中的台账“nonsense”不存在，下面是全部台账。"),
    ],
)
def test_what_the_address_names_and_does_not_exist_is_said(path: str, name: str, sentence: str) -> None:
    test = visit(path, **{name: "nonsense"})
    assert [one.value for one in test.warning] == [sentence]
    assert name not in address_of(test)


@pytest.mark.slow
def test_every_ledger_has_an_entry_with_all_its_columns(published: Published) -> None:
    """One language each, by turns."""
    ledgers = published.query("select ledger_id, table_name from meta.ledgers order by ledger_id")
    for position, (ledger_id, table) in enumerate(ledgers.iter_rows()):
        shown = words_on(visit("data-dictionary", ledger=ledger_id, lang=LANGUAGES[position % 2]))
        columns = published.query("select column_name from meta.columns where ledger_id = ?", [ledger_id])[
            "column_name"
        ]
        assert f"ledger.{table}" in shown, ledger_id
        assert [column for column in columns if f">{column}<" not in shown] == [], ledger_id
        assert not MISSING.search(shown), ledger_id
