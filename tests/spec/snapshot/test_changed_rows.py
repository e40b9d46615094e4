"""The rows behind a change, down to their cells; and since when a reported figure is another one."""

from datetime import date
from pathlib import Path

import pytest

from tests.spec.snapshot.two_versions import DAY, Compared
from tests.spec.warehouse.toy import MEMBERS, SPENT, VISITED, block, declared, rows
from tests.warehouse_tables import COUNTY, Tables
from warehouse.differences.changed_rows import ChangedRow, changed_rows
from warehouse.differences.restatements import Issued, restatements

VISITS = """
    visit_code | township_code | people | cash_amount | visited_date | source_file | reach_date
    V1         | 530499001     | 10     | 1000.10     | 2021-02-01   | 一.xlsx     | 2021-12-31
    V2         | 530499001     | 20     | 3000.20     | 2021-03-01   | 一.xlsx     | 2021-12-31
    V3         | 530499002     | 30     | 6000.00     | 2021-04-01   | 一.xlsx     | 2021-12-31
"""
LATER = """
    visit_code | township_code | people | cash_amount | visited_date | source_file | reach_date
    V2         | 530499001     | 26     | 3000.20     | 2021-03-01   | 更正.xlsx   | 2022-02-28
    V3         | 530499002     | 30     | 6000.00     | 2021-04-01   | 一.xlsx     | 2021-12-31
    V4         | 530499001     | 7      | 70.50       | 2021-12-30   | 补报.xlsx   | 2022-01-31
    V5         | 530499001     | 9      | 90.00       | 2022-01-01   | 补报.xlsx   | 2022-01-31
"""
MEMBERSHIPS = """
    person_key | union_code | joined_date | source_file | reach_date
    {key}      | U1         | 2021-02-01  | 会员.xlsx   | 2021-12-31
"""
JOINED = block(
    "joined", rows("as_of.members", 'distinct = "person_key"', "in_force"), ledgers='["member"]', scope="county"
)
TOY = declared(MEMBERS, VISITED, SPENT)


def behind(found: Compared, indicator_id: str, region: str = COUNTY) -> list[ChangedRow]:
    return changed_rows(found.old, found.new, DAY, found.line(indicator_id, region))


@pytest.fixture
def visits(tmp_path: Path) -> Compared:
    return Compared(tmp_path, Tables(relief_visits=VISITS), Tables(relief_visits=LATER), TOY)


def test_every_row_with_its_cause_and_both_places(visits: Compared) -> None:
    told = {row.key["visit_code"]: (row.cause, row.old_place, row.new_place) for row in behind(visits, "visited")}
    assert told == {
        "V1": ("removed", ("一.xlsx", "1", 2), None),
        "V2": ("corrected", ("一.xlsx", "1", 3), ("更正.xlsx", "1", 2)),
        "V4": ("late", None, ("补报.xlsx", "1", 4)),
    }


def test_a_corrected_row_names_its_cells(visits: Compared) -> None:
    (row,) = (row for row in behind(visits, "visited") if row.cause == "corrected")
    assert [(cell.column, cell.old, cell.new) for cell in row.cells] == [("people", 20, 26)]


def test_the_rows_add_up_to_the_change(visits: Compared) -> None:
    line, found = visits.line("visited"), behind(visits, "visited")
    assert line.change == -10 + (26 - 20) + 7
    amounts = [(row.new_amounts.get("numerator", 0), row.old_amounts.get("numerator", 0)) for row in found]
    assert sum(new - old for new, old in amounts) == line.change


def test_a_township_has_its_own_rows(visits: Compared) -> None:
    assert behind(visits, "visited", "530499002") == []
    assert len(behind(visits, "visited", "530499001")) == 3


def test_a_state_that_another_has_followed_is_recounted(tmp_path: Path) -> None:
    unions = """
        union_code | township_code | members | founded_date | reach_date
        U1         | 530499001     | 60      | 2019-05-01   | 2021-11-30
    """
    late = unions + "U1 | 530499001 | 66 | 2019-05-01 | 2021-12-31"
    found = Compared(tmp_path, Tables(unions=unions), Tables(unions=late), TOY)
    told = [(row.cause, dict(row.old_amounts), dict(row.new_amounts)) for row in behind(found, "members")]
    assert told == [("recounted", {"numerator": 60}, {}), ("late", {}, {"numerator": 66})]


def test_people_are_never_named(tmp_path: Path) -> None:
    """A person's key is part of the row's key: another person is another row, and neither is told."""
    old, new = (Tables(members=MEMBERSHIPS.format(key=key)) for key in ("a" * 64, "b" * 64))
    found = Compared(tmp_path, old, new, declared(JOINED))
    assert found.causes("joined") == {"removed": -1, "late": 1}
    told = behind(found, "joined")
    assert [(row.cause, row.key["person_key"], row.key["union_code"]) for row in told] == [
        ("late", "＊＊＊", "U1"),
        ("removed", "＊＊＊", "U1"),
    ]
    assert "aaaa" not in repr(told)
    assert "bbbb" not in repr(told)


def test_a_person_in_a_corrected_cell_is_masked(tmp_path: Path) -> None:
    households = "household_code | person_key | township_code | filed_date\nH1 | {} | 530499001 | 2021-03-01"
    given = block(
        "filed",
        rows("as_of.hardship_households", 'distinct = "person_key"', "in_force"),
        ledgers='["hardship_household"]',
    )
    old, new = (Tables(hardship_households=households.format(key)) for key in ("a" * 64, "b" * 64))
    (row,) = behind(Compared(tmp_path, old, new, declared(given)), "filed")
    assert [(cell.column, cell.old, cell.new) for cell in row.cells] == [("person_key", "＊＊＊", "＊＊＊")]


def test_what_is_withheld_has_no_rows(tmp_path: Path) -> None:
    few = VISITS.replace("| 10 ", "| 1  ").replace("| 20 ", "| 2  ")
    found = Compared(tmp_path, Tables(relief_visits=VISITS), Tables(relief_visits=few), TOY)
    assert behind(found, "spent", "530499001") == []


def test_the_register_tells_what_was_reported_what_is_said_now_since_when_and_by_which_files(visits: Compared) -> None:
    register = restatements([Issued("2021-12.r1", DAY, visits.old)], visits.new)
    told = {(one.figure.indicator.id, one.figure.region_code): one for one in register}
    county = told["visited", COUNTY].document()
    assert (county["reported"], county["now"], county["change"]) == (60, 30 + 26 + 7, 3)
    assert county["files"] == ["一.xlsx", "更正.xlsx", "补报.xlsx"]
    assert county["since"] == "2022-01-31"
    assert ("visited", "530499002") not in told


def test_since_is_the_data_date_where_rows_were_only_removed(tmp_path: Path) -> None:
    fewer = "\n".join(VISITS.splitlines()[:-1])
    found = Compared(tmp_path, Tables(relief_visits=VISITS), Tables(relief_visits=fewer), TOY)
    (one,) = (
        one
        for one in restatements([Issued("2021-12.r1", DAY, found.old)], found.new)
        if (one.figure.indicator.id, one.figure.region_code) == ("visited", COUNTY)
    )
    assert (one.since, one.files) == (date(2021, 12, 31), ("一.xlsx",))


def test_nothing_to_restate(tmp_path: Path) -> None:
    found = Compared(tmp_path, Tables(relief_visits=VISITS), Tables(relief_visits=VISITS), TOY)
    assert restatements([Issued("2021-12.r1", DAY, found.old)], found.new) == []
