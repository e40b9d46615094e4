"""Every mart: one row per grain, however often things are submitted, listed or repeated; every row knows its cell."""

import pytest

from tests.spec.kpis.everything import EVERYTHING
from tests.spec.kpis.figures import Figures, given_tables
from warehouse.figures.catalogue import indicators
from warehouse.figures.part_sql import values_sql
from warehouse.mart import AS_A_VIEW, GRAIN, marts

GRAINS = {name: found[1].split(", ") if (found := GRAIN.search(text)) else [] for name, text in marts().items()}
EVERY_DATED_MART_HAS = {
    "as_of_date",
    "year_start_date",
    "source_ledger",
    "source_file",
    "source_sheet",
    "source_row",
}


@pytest.fixture(scope="module")
def figures() -> Figures:
    return given_tables(**EVERYTHING)


def test_every_mart_names_its_grain_in_its_header() -> None:
    assert [name for name, grain in GRAINS.items() if not grain] == []


@pytest.mark.parametrize("mart", sorted(GRAINS))
def test_a_mart_has_one_row_per_grain(figures: Figures, mart: str) -> None:
    grain = ", ".join(GRAINS[mart])
    (counts,) = figures.built.rows(f"select count(*), count(distinct ({grain})) from mart.{mart}")
    rows, things = counts
    assert rows > 0
    assert rows == things


@pytest.mark.parametrize("mart", sorted(name for name, text in marts().items() if AS_A_VIEW not in text))
def test_the_rows_of_a_mart_lie_in_the_order_of_its_grain(figures: Figures, mart: str) -> None:
    grain = ", ".join(GRAINS[mart])
    assert figures.built.rows(f"select {grain} from mart.{mart}") == figures.built.rows(
        f"select {grain} from mart.{mart} order by {grain}"
    )


def test_the_states_of_a_ledger_lie_in_the_order_of_its_cells(figures: Figures) -> None:
    cell = "source_file, source_sheet, source_row"
    tables = figures.built.rows("select table_name from duckdb_tables() where schema_name = 'span'")
    assert tables
    for (table,) in tables:
        stored = figures.built.rows(f"select {cell} from span.{table}")
        assert stored == figures.built.rows(f"select {cell} from span.{table} order by {cell}"), table


@pytest.mark.parametrize("mart", sorted(name for name in GRAINS if "as_of_date" in GRAINS[name]))
def test_every_row_of_a_dated_mart_knows_its_day_and_its_cell(figures: Figures, mart: str) -> None:
    columns = {name for (name,) in figures.built.rows(f"select column_name from (describe mart.{mart})")}
    assert columns >= EVERY_DATED_MART_HAS
    empty = " or ".join(f"{column} is null" for column in sorted(EVERY_DATED_MART_HAS))
    assert figures.built.rows(f"select count(*) from mart.{mart} where {empty}") == [(0,)]


CROSSES_LEDGERS = (
    "mutual_aid_coverage",
    "mutual_aid_payout",
    "relief_execution",
    "relief_per_visit",
    "member_register_coverage",
    "service_days",
    "subsidy_share",
)
RATES = [
    indicator.id
    for indicator in indicators().values()
    if indicator.denominator is not None and indicator.id not in CROSSES_LEDGERS
]


@pytest.mark.parametrize("indicator_id", RATES)
def test_a_numerator_never_exceeds_the_denominator_it_is_part_of(figures: Figures, indicator_id: str) -> None:
    indicator = indicators()[indicator_id]
    assert indicator.denominator is not None
    numerators = values_sql(indicator.numerator.selection, indicator.scope)
    denominators = values_sql(indicator.denominator.selection, indicator.scope)
    above = figures.built.rows(
        f"select numerators.* from ({numerators}) as numerators "
        f"left join ({denominators}) as denominators on numerators.as_of_date = denominators.as_of_date "
        "and numerators.region_code is not distinct from denominators.region_code "
        "where numerators.amount > coalesce(denominators.amount, 0)"
    )
    assert above == []
