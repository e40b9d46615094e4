"""A snapshot whose definitions the program no longer has is computed by the SQL that was frozen with it."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from tests.spec.snapshot.two_versions import DAY, store
from tests.warehouse_tables import COUNTY
from warehouse.differences.changed_rows import changed_rows
from warehouse.differences.definitions import Definitions
from warehouse.differences.difference import differences
from warehouse.differences.paths import Version
from warehouse.differences.replay import replay
from warehouse.differences.restatements import Issued, restatements
from warehouse.figures.catalogue import indicators
from warehouse.figures.indicator import Sum
from warehouse.figures.trace import proof
from warehouse.language import Refusal
from warehouse.mart import marts
from warehouse.reader import Published, open_published
from warehouse.snapshot.freeze import FROZEN_SQL
from warehouse.snapshot.kept_definitions import kept_definitions, version_of
from warehouse.snapshot.reopen import open_snapshot

SNAPSHOT = "2021-12.r1"
RAW = "select indicator_id, region_code, numerator, denominator, value, reason, heads from kpi.raw_values "


@pytest.fixture(scope="module")
def frozen(restated_home: Path) -> Version:
    """The snapshot by its frozen SQL."""
    published = open_snapshot(restated_home, SNAPSHOT)
    sql = json.loads((restated_home / "snapshots" / SNAPSHOT / FROZEN_SQL).read_text("utf-8"))
    return Version(published, kept_definitions(published, sql))


@pytest.fixture(scope="module")
def redefined(restated_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Version:
    """What is published now, by a release that calls all employees members."""
    members = indicators()["members"]
    selection = replace(members.numerator.selection, measure=Sum("employees"))
    declared = {"members": replace(members, numerator=replace(members.numerator, selection=selection))}
    file = tmp_path_factory.mktemp("redefined") / "new.duckdb"
    shutil.copy(open_published(restated_home / "warehouse").file, file)
    con = duckdb.connect(str(file))
    store(con, declared)
    con.close()
    opened = duckdb.connect(str(file), read_only=True)
    entries = dict(opened.execute("select key, value from meta.version").fetchall())
    return Version(Published(file, entries, opened), Definitions(declared, marts()))


def test_where_the_code_still_has_the_definitions_they_are_its_own(restated_home: Path) -> None:
    assert not version_of(restated_home, SNAPSHOT).definitions.is_kept


def test_the_frozen_sql_gives_every_figure_again(frozen: Version, redefined: Version) -> None:
    with replay(frozen.published.file, redefined.published.file, DAY) as replayed:
        computed = replayed.figures(frozen.definitions, frozen.definitions.indicators)
    stored = frozen.published.query(f"{RAW} where as_of_date = ? order by all nulls last", [DAY])
    again = computed.select(stored.columns).sort(stored.columns, nulls_last=True)
    assert again.rows() == stored.rows()


def test_rows_count_by_the_frozen_definition_and_then_by_the_newer_one(frozen: Version, redefined: Version) -> None:
    """65 members, 3 more corrected, 8 more late: 76; by the newer definition 80 + 20 + 10 employees."""
    (line,) = (
        one for one in differences(frozen, redefined, DAY) if (one.indicator.id, one.region_code) == ("members", COUNTY)
    )
    assert {cause: part for cause, part in line.causes.items() if part} == {
        "corrected": 3,
        "late": 8,
        "definition": 110 - 76,
    }
    told = [(row.cause, row.key["union_code"]) for row in changed_rows(frozen, redefined, DAY, line)]
    assert told == [("corrected", "U1"), ("late", "U3")]


def test_the_frozen_sql_leads_to_the_rows_of_a_figure(frozen: Version) -> None:
    """60 + 5 members of 80 + 20 employees, counted as they were then."""
    found = proof(frozen.published, frozen.definitions.indicators["union_density"], DAY, COUNTY)
    assert found.rows.select("part", "row", "amount").rows() == [
        ("numerator", 2, 60),
        ("numerator", 3, 5),
        ("denominator", 2, 80),
        ("denominator", 3, 20),
    ]


def test_a_definition_that_has_changed_since_leads_to_no_rows(frozen: Version, redefined: Version) -> None:
    with pytest.raises(Refusal, match=r"has changed since snapshot 2021-12\.r1"):
        proof(frozen.published, redefined.definitions.indicators["members"], DAY, COUNTY)


def test_a_snapshot_that_keeps_no_sql_of_rows_says_so(restated_home: Path, frozen: Version) -> None:
    sql = json.loads((restated_home / "snapshots" / SNAPSHOT / FROZEN_SQL).read_text("utf-8"))
    del sql["indicators"]["members"]["numerator"]["rows_sql"]
    older = kept_definitions(frozen.published, sql)
    with pytest.raises(Refusal, match="they cannot be listed"):
        proof(frozen.published, older.indicators["members"], DAY, COUNTY)


def test_the_register_names_their_files(frozen: Version, redefined: Version) -> None:
    register = restatements([Issued(SNAPSHOT, DAY, frozen)], redefined)
    (one,) = (one for one in register if (one.figure.indicator.id, one.figure.region_code) == ("members", COUNTY))
    assert one.files == ("unions.xlsx",)
