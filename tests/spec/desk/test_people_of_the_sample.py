"""The sample county's desk against its ledgers: whatever can be subtracted stands for nobody, or for five or more."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest

from warehouse.desk.databases import databases
from warehouse.reader import open_published

pytestmark = pytest.mark.slow

GIVEN = {
    "relief_visits": """
        select township_code, visited_date, person_key, case when person_key is null then people else 0 end
        from ledger.relief_visits
    """,
    "mutual_aid_claims": """
        select distinct coalesce(township_code, 'none'), paid_date, person_key, 0
        from mart.mutual_aid_claims
    """,
}
"""Township, day, who, and how many nameless people besides, of an indicator."""


@pytest.fixture(scope="module")
def desk(sample_home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(databases(sample_home).main), read_only=True) as con:
        yield con


@pytest.mark.parametrize("indicator", GIVEN)
def test_between_two_days_that_are_told_are_nobody_or_five_people(
    desk: duckdb.DuckDBPyConnection, sample_home: Path, indicator: str
) -> None:
    events = defaultdict(list)
    for township, day, person, nameless in open_published(sample_home / "warehouse").query(GIVEN[indicator]).rows():
        events[township].append((day, person, nameless))
    told = desk.execute(
        """
        select region_code, as_of_date from kpi.values
        where indicator_id = ? and region_code <> '530499' and value is not null
        order by region_code, as_of_date
        """,
        [indicator],
    ).fetchall()
    days = defaultdict(list)
    for township, day in told:
        days[township, day.year].append(day)
    few = [
        (township, since, until)
        for (township, year), shown in days.items()
        for since, until in pairwise([date(year - 1, 12, 31), *shown])
        if 1 <= _heads(events[township], since, until) <= 4
    ]
    assert told != []
    assert few == []


def _heads(events: list[tuple[date, str | None, int]], since: date, until: date) -> int:
    within = [(person, nameless) for day, person, nameless in events if since < day <= until]
    return len({person for person, _ in within if person}) + sum(nameless for _, nameless in within)


def test_much_is_told_all_the_same(desk: duckdb.DuckDBPyConnection) -> None:
    """Of relief visits and claims at least half of the cells of townships."""
    for table in ("relief_visit_counts", "mutual_aid_claim_counts"):
        sql = f"select avg(cast(is_withheld as integer)) from mart.{table} where dimension = 'township'"
        ((withheld,),) = desk.execute(sql).fetchall()
        assert withheld < 0.5, table
