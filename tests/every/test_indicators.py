"""What holds for every indicator of the catalogue and every mart."""

import re
from datetime import date

import polars as pl
import pytest

from pipelines.ledger import Kind
from pipelines.registry import ledgers
from tests.warehouse_tables import COUNTY, Tables
from warehouse.figures.breakdown import breakdowns
from warehouse.figures.catalogue import indicators
from warehouse.figures.compute import Figures, figures
from warehouse.figures.definition import definitions
from warehouse.figures.indicator import Indicator, Selection
from warehouse.figures.part_sql import rows_sql, values_sql
from warehouse.mart import MART_FOLDER, mart_names, marts, relations

INDICATORS = list(indicators().values())
DASHBOARD_FOLDER = MART_FOLDER.parent.parent / "dashboard"
NOT_PORTABLE = re.compile(r"group by all|\bpivot\b|\basof\b|order by all", re.IGNORECASE)


@pytest.fixture(scope="module")
def empty() -> Tables:
    return Tables(data_date="2021-02-28", first_month="2021-01", **{ledger.table: "" for ledger in ledgers().values()})


@pytest.fixture(scope="module")
def of_nothing(empty: Tables) -> Figures:
    return figures(empty.build().con)


def selections(indicator: Indicator) -> list[Selection]:
    parts = [part.selection for part in (indicator.numerator, indicator.denominator) if part]
    suppression = indicator.suppression
    return parts + ([*suppression.heads, *suppression.denominator_heads] if suppression else [])


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_the_ledgers_it_waits_for_are_declared_and_read(indicator: Indicator) -> None:
    assert set(indicator.ledgers) <= set(ledgers()), "no such ledger"
    tables = {ledger.table: ledger_id for ledger_id, ledger in ledgers().items()}
    read = {tables[table] for table in _ledger_tables({one.source for one in selections(indicator)})}
    assert set(indicator.ledgers) <= read, "it names a ledger that it does not read"


def _ledger_tables(names: set[str]) -> set[str]:
    found: set[str] = set()
    waiting, seen = list(names), set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        schema, _, table = name.partition(".")
        if schema == "mart":
            waiting += relations(f"{table}.sql", marts()[table])
        elif schema in ("as_of", "ledger"):
            found.add(table)
    return found


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_its_words_and_its_kind_agree(indicator: Indicator) -> None:
    assert (indicator.unit.zh == "%") == (indicator.kind == "ratio")
    assert indicator.is_money or indicator.kind != "amount"
    assert re.fullmatch(r"[a-z][a-z0-9_]*", indicator.id)
    if indicator.denominator is None:
        assert indicator.unit.zh == indicator.numerator.unit.zh


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_its_sql_is_portable(indicator: Indicator) -> None:
    for part in (indicator.numerator, indicator.denominator):
        if part is not None:
            text = values_sql(part.selection, indicator.scope, weighted=part.weighted)
            assert not NOT_PORTABLE.search(text + rows_sql(part, indicator.scope))


BROKEN_DOWN = [(indicator, column) for indicator in INDICATORS for column in indicator.breakdowns]


@pytest.mark.parametrize(("indicator", "column"), BROKEN_DOWN, ids=lambda value: getattr(value, "id", value))
def test_a_breakdown_goes_by_an_enum_of_its_first_ledger(indicator: Indicator, column: str) -> None:
    assert ledgers()[indicator.ledgers[0]].column(column).kind is Kind.ENUM


def test_breakdowns_of_nothing_are_empty(empty: Tables) -> None:
    raw, shown = breakdowns(empty.build().con)
    assert raw.is_empty()
    assert shown.is_empty()


@pytest.mark.parametrize("name", list(marts()))
def test_a_mart_says_what_a_row_is_and_is_read(name: str) -> None:
    text = marts()[name]
    assert text.startswith(f"-- mart.{name}: one row per ")
    code = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("--"))
    assert not NOT_PORTABLE.search(code)
    used = {one.source for indicator in INDICATORS for one in selections(indicator)}
    used |= {f"mart.{other}" for read in marts().values() for other in mart_names(relations("mart", read))}
    used |= marts_on_pages()
    assert f"mart.{name}" in used, "no indicator, no other mart, no page and no rule reads it"


def marts_on_pages() -> set[str]:
    """The marts that the queries of the dashboard, and the rules of what needs attention, name."""
    files = (
        DASHBOARD_FOLDER / "data.py",
        *DASHBOARD_FOLDER.glob("*/queries.py"),
        *MART_FOLDER.parent.glob("attention/*.sql"),
    )
    return {name for file in files for name in re.findall(r"\bmart\.[a-z_]+", file.read_text("utf-8"))}


def test_every_sql_file_is_a_mart() -> None:
    assert sorted(marts()) == sorted(file.stem for file in MART_FOLDER.glob("*.sql"))


def test_from_ledgers_without_rows_every_figure_is_zero_or_says_why(of_nothing: Figures) -> None:
    shown = of_nothing.shown.filter(pl.col("region_code") == COUNTY, pl.col("as_of_date") == date(2021, 2, 28))
    for line in shown.to_dicts():
        indicator = indicators()[line["indicator_id"]]
        expected = (None, "zero_denominator") if indicator.denominator else (0, None)
        assert (line["value"], line["reason"]) == expected, indicator.id
        assert line["is_complete"], indicator.id


def test_from_nothing_handed_in_no_figure_is_shown() -> None:
    found = figures(Tables(data_date="2021-02-28", first_month="2021-01").build().con).shown
    county = found.filter(found["region_code"] == COUNTY)
    assert set(county["reason"]) == {"not_submitted"}
    assert county["numerator"].null_count() == county["denominator"].null_count() == county.height
    assert not county["is_complete"].any()


def test_the_catalogue_has_one_line_an_indicator_in_its_order(empty: Tables) -> None:
    found = definitions(empty.build().con, indicators())
    assert found["indicator_id"].to_list() == list(indicators())
    assert found["position"].to_list() == list(range(1, len(INDICATORS) + 1))
    assert found["department_id"].null_count() == 0
    assert found["definition_version"].str.len_chars().unique().to_list() == [12]
