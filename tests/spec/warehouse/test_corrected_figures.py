"""Every figure knows the corrected rows behind it: exactly, by the rows of its trace, and by the ledgers it reads."""

import pytest

from tests.warehouse_tables import COUNTY, Built, Tables
from warehouse.figures.catalogue import indicators
from warehouse.figures.part_sql import corrected_sql

UNIONS = """
    union_code | township_code | union_kind | unit_code | members | employees | founded_date
    U1         | 530499001     | 单独       | E1        | 60      | 80        | 2019-05-01
    U2         | 530499002     | 单独       |           | 5       | 20        | 2021-03-15
"""
ENTERPRISES = """
    unit_code | township_code | unit_kind | control_kind | employees | registered_date
    E1        | 530499001     | 企业      | 私人控股     | 80        | 2018-01-01
    E2        | 530499002     | 企业      | 私人控股     | 30        | 2018-01-01
"""


def built(*corrected: tuple[str, int], **tables: str) -> Built:
    """The tables with a corrected cell in these rows (ledger id and row of its sheet)."""
    made = Tables(**{"unions": UNIONS, **tables}).build()
    names = dict(made.rows("select ledger_id, table_name from meta.ledgers"))
    for ledger_id, row in corrected:
        made.con.execute(
            "insert into quality.corrections (correction_number, ledger_id, file, sheet, row, outcome) "
            "values (1, ?, ?, '1', ?, 'loaded')",
            [ledger_id, f"{names[ledger_id]}.xlsx", row],
        )
    return made


def said(made: Built, indicator_id: str, as_of: str = "2021-12-31", region: str = COUNTY) -> tuple[object, object]:
    line = made.kpi(indicator_id, as_of, region)
    return line["corrected_rows"], line["corrected_ledgers"]


def test_a_figure_without_corrections_has_none() -> None:
    assert said(built(), "members") == (0, "")


def test_a_cell_counts_the_corrected_rows_among_its_own() -> None:
    made = built(("union", 2), ("union", 3))
    assert said(made, "members") == (2, "union")
    assert said(made, "members", region="530499001") == (1, "union")
    assert said(made, "members", region="none") == (0, "")


def test_a_row_counts_from_the_day_that_it_stands_behind() -> None:
    made = built(("union", 3))
    assert said(made, "unions_founded", "2021-02-28", "530499002") == (0, "")
    assert said(made, "unions_founded", "2021-03-31", "530499002") == (1, "union")


def test_a_row_behind_numerator_and_denominator_counts_once() -> None:
    assert said(built(("union", 2)), "union_density") == (1, "union")


def test_two_cells_corrected_in_one_row_are_one_row() -> None:
    assert said(built(("union", 2), ("union", 2)), "members") == (1, "union")


def test_a_ledger_that_only_decides_what_counts_is_named_without_rows() -> None:
    """Whether E1 has a union is told by the row of U1, which is not among the rows counted."""
    made = built(("union", 2), enterprises=ENTERPRISES)
    assert said(made, "unionisation") == (0, "union")


def test_an_indicator_of_other_ledgers_says_nothing() -> None:
    made = built(("union", 2), relief_funds="fund_code | received_date | amount\nF1 | 2021-01-05 | 10")
    assert said(made, "relief_raised") == (0, "")


def test_a_row_that_was_not_loaded_stands_behind_nothing() -> None:
    made = built(("union", 2))
    made.con.execute("update quality.corrections set outcome = 'superseded'")
    assert said(made, "members") == (0, "")


def test_a_corrected_target_is_named_for_its_indicator_and_year() -> None:
    targets = "year | kpi_id | target\n2021 | members | 70"
    made = built(("target", 2), targets=targets)
    assert said(made, "members") == (0, "target")
    assert said(made, "members", "2020-12-31") == (0, "")
    assert said(made, "union_density") == (0, "")


def test_a_corrected_township_is_named_wherever_townships_are_told_apart() -> None:
    made = built(("township", 2))
    made.con.execute(
        "insert into ledger.townships (township_code, source_file, source_sheet, source_row) "
        "values ('530499001', 'townships.xlsx', '1', 2)"
    )
    assert said(made, "members") == (0, "township")


def test_where_nothing_is_computed_nothing_is_said() -> None:
    made = built(("union", 2), tasks="task_code | year\nR1 | 2021")
    assert made.kpi("relief_raised", "2021-12-31")["reason"] == "not_submitted"
    assert said(made, "relief_raised") == (None, None)
    assert made.kpi("tasks_behind", "2021-12-31", "530499001")["reason"] == "county_only"
    assert said(made, "tasks_behind", region="530499001") == (None, None)


def test_a_withheld_cell_says_nothing_of_corrections_either() -> None:
    households = """
        household_code | person_key | township_code | filed_date
        H1             | p1         | 530499001     | 2021-03-01
        H2             | p2         | 530499002     | 2021-03-01
    """
    made = built(("hardship_household", 2), hardship_households=households)
    assert said(made, "hardship_households", region="530499001") == (None, None)
    assert said(made, "hardship_households") == (1, "hardship_household")
    assert made.kpi("hardship_households", "2021-12-31", "530499001", raw=True)["corrected_rows"] == 1


@pytest.fixture(scope="module")
def nothing_corrected() -> Built:
    return built()


@pytest.mark.parametrize("indicator_id", indicators())
def test_the_relations_of_every_indicator_lead_to_the_rows(nothing_corrected: Built, indicator_id: str) -> None:
    indicator = indicators()[indicator_id]
    parts = [part for part in (indicator.numerator, indicator.denominator) if part is not None]
    assert nothing_corrected.rows(corrected_sql(parts, indicator.scope)) == []
