"""Edits drawn by a seed, of a small county in a file: rows taken away, changed, brought late, moved, states ended."""

import random
import shutil
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from tests.spec.snapshot.two_versions import DAY, store
from tests.spec.warehouse.toy import DENSITY, MEMBERS, PER_VISIT, SPENT, VISITED, block, declared, rows
from tests.warehouse_tables import TOWNSHIPS, Tables
from warehouse.differences.difference import differences
from warehouse.differences.paths import Version
from warehouse.figures.indicator import Indicator
from warehouse.reader import Published

FILED = block(
    "filed",
    rows("as_of.hardship_households", 'distinct = "person_key"', "in_force"),
    ledgers='["hardship_household"]',
    suppression='heads = [ { distinct = "person_key" } ]\ndenominator = "other"',
)
TOY: dict[str, Indicator] = declared(MEMBERS, DENSITY, VISITED, SPENT, PER_VISIT, FILED)
PLACES = (*TOWNSHIPS, None)
SOURCE = {"source_sheet": "1", "source_row": 1000, "reach_date": "2021-12-31"}


def small_county() -> Tables:
    """Forty unions with a state in two months, forty visits, thirty households."""
    drawn = random.Random(0)  # noqa: S311 - a specification is to be the same every time
    unions = [
        f"U{n} | {drawn.choice(PLACES) or ''} | {drawn.randint(0, 90)} | {drawn.randint(90, 200)} | 2019-05-01 | {day}"
        for n in range(40)
        for day in ("2021-11-30", "2021-12-31")
    ]
    visits = [
        f"V{n} | {drawn.choice(PLACES) or ''} | {drawn.randint(1, 9)} | {drawn.randint(1, 99999) / 100:.2f} | "
        f"2021-{drawn.randint(1, 12):02}-10"
        for n in range(40)
    ]
    households = [f"H{n} | p{n} | {drawn.choice(PLACES) or ''} | 2021-03-01" for n in range(30)]
    return Tables(
        unions=_table("union_code | township_code | members | employees | founded_date | reach_date", unions),
        relief_visits=_table("visit_code | township_code | people | cash_amount | visited_date", visits),
        hardship_households=_table("household_code | person_key | township_code | filed_date", households),
    )


def _table(heading: str, lines: list[str]) -> str:
    return "\n".join([heading, *lines])


def edited(old: Version, file: Path, declared: Mapping[str, Indicator], seed: int) -> Version:
    """A copy of a version after one to six edits, with the figures of the edited rows."""
    drawn = random.Random(seed)  # noqa: S311 - the same
    shutil.copy(old.published.file, file)
    con = duckdb.connect(str(file))
    for _ in range(drawn.randint(1, 6)):
        con.execute(*drawn.choice(EDITS)(drawn))
    store(con, declared)
    entries = dict(con.execute("select key, value from meta.version").fetchall())
    con.close()
    return Version(Published(file, entries, duckdb.connect(str(file), read_only=True)), old.definitions)


def _one(table: str, code: str, drawn: random.Random) -> str:
    letter, count = {"unions": ("U", 40), "relief_visits": ("V", 40), "hardship_households": ("H", 30)}[table]
    reach = " and reach_date = '2021-12-31'" if table == "unions" and drawn.random() < 0.7 else ""
    return f"{code} = '{letter}{drawn.randrange(count)}'{reach}"


KEYS = {"unions": "union_code", "relief_visits": "visit_code", "hardship_households": "household_code"}


def _remove(drawn: random.Random) -> tuple[str, list[object]]:
    table = drawn.choice(list(KEYS))
    return f"delete from ledger.{table} where {_one(table, KEYS[table], drawn)}", []


def _correct(drawn: random.Random) -> tuple[str, list[object]]:
    table, column, value = drawn.choice(
        [
            ("unions", "members", drawn.randint(0, 99)),
            ("unions", "employees", drawn.randint(0, 99)),
            ("relief_visits", "people", drawn.randint(1, 9)),
            ("relief_visits", "cash_amount", f"{drawn.randint(1, 99999) / 100:.2f}"),
            ("relief_visits", "visited_date", f"202{drawn.randint(0, 2)}-05-05"),
            ("hardship_households", "person_key", f"p{drawn.randrange(30)}"),
        ]
    )
    return f"update ledger.{table} set {column} = ? where {_one(table, KEYS[table], drawn)}", [value]


def _move(drawn: random.Random) -> tuple[str, list[object]]:
    table = drawn.choice(list(KEYS))
    return f"update ledger.{table} set township_code = ? where {_one(table, KEYS[table], drawn)}", [
        drawn.choice(PLACES)
    ]


def _bring_late(drawn: random.Random) -> tuple[str, list[object]]:
    code = drawn.randint(1000, 9_999_999)
    table, row = drawn.choice(
        [
            (
                "unions",
                {
                    "union_code": f"L{code}",
                    "members": drawn.randint(0, 99),
                    "employees": 99,
                    "founded_date": "2020-01-01",
                },
            ),
            (
                "relief_visits",
                {
                    "visit_code": f"L{code}",
                    "people": drawn.randint(1, 9),
                    "cash_amount": "12.34",
                    "visited_date": "2021-12-05",
                },
            ),
            (
                "hardship_households",
                {"household_code": f"L{code}", "person_key": f"q{code}", "filed_date": "2021-12-05"},
            ),
        ]
    )
    row = {**row, **SOURCE, "township_code": drawn.choice(PLACES), "source_file": f"{table}.xlsx"}
    return f"insert into ledger.{table} ({', '.join(row)}) values ({', '.join('?' * len(row))})", list(row.values())


def _end(drawn: random.Random) -> tuple[str, list[object]]:
    """A later full list no longer has a union."""
    row = drawn.randint(2, 81)
    return "insert into meta.delisted values ('union', 'unions.xlsx', '1', ?, '2021-12-01')", [row]


def _sort_anew(_drawn: random.Random) -> tuple[str, list[object]]:
    return "update ledger.unions set source_file = '新.xlsx', source_row = source_row + 5", []


def _set_threshold(drawn: random.Random) -> tuple[str, list[object]]:
    return "update meta.version set value = ? where key = 'suppression_threshold'", [str(drawn.choice((3, 5, 10)))]


def _drop_township(_drawn: random.Random) -> tuple[str, list[object]]:
    return "delete from meta.regions where region_code = ?", [TOWNSHIPS[1]]


EDITS = (_remove, _correct, _correct, _move, _bring_late, _bring_late, _end, _sort_anew, _set_threshold, _drop_township)


def check(old: Version, new: Version) -> None:
    """Every figure adds up in decimal terms, and withheld ones say nothing."""
    lines = differences(old, new, DAY)
    assert len(lines) >= len(TOY) * 3
    for line in lines:
        told = line.document()
        if line.old.is_suppressed or line.new.is_suppressed:
            assert (told["old"], told["new"], told["change"]) == (None, None, None)
            assert set(told["causes"].values()) == {None}
        elif line.change is None:
            assert None in (line.old.value, line.new.value)
        else:
            assert float(line.change) == pytest.approx(line.new.value - line.old.value, abs=1e-9)
            if line.reason is None:
                parts = [Decimal(str(part)) for part in told["causes"].values()]
                assert sum(parts) == Decimal(str(told["change"])), told
                assert told["causes"]["definition"] in (0, "0.00")
