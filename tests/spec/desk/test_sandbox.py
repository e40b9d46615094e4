"""The sandbox: what is asked in good faith is answered, what is not is refused for its reason, and nothing gets out."""

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.spec.desk import attacks
from tests.spec.desk.bombs import MEMORY, OUTPUT, TIME
from tests.spec.desk.questions import QUESTIONS
from warehouse.desk.asking import refusals
from warehouse.desk.asking.sandbox import Limits, ask
from warehouse.desk.asking.sandbox_child import Refused, judge, opened, with_dollars
from warehouse.desk.databases import Databases, databases
from warehouse.language import Refusal
from warehouse.reader import open_published

pytestmark = pytest.mark.slow

SECRET = "nobody reads this"  # noqa: S105 - the content of a file that must not be read
SMALL = Limits(seconds=2.0, rows=1_000, bytes=2_000_000)


@pytest.fixture(scope="module")
def version(sample_home: Path) -> Path:
    """The published file of the sample county."""
    return open_published(sample_home / "warehouse").file


@pytest.fixture(scope="module")
def desk(sample_home: Path) -> Databases:
    return databases(sample_home)


@pytest.fixture(scope="module")
def secret_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("outside") / "secret"
    file.write_text(SECRET, "utf-8")
    return file


@pytest.fixture(scope="module")
def con(desk: Databases) -> Iterator[duckdb.DuckDBPyConnection]:
    """The desk's database as the child opens it, to judge many queries without a process for each."""
    with opened({"live": str(desk.main)}) as con:
        yield con


def reason_of(desk: Databases, sql: str, limits: Limits = SMALL) -> str:
    """The name of the reason for which a query is refused."""
    with pytest.raises(Refusal) as refused:
        ask(desk, sql, limits=limits)
    assert SECRET not in refused.value.label.zh
    (reason,) = [
        name
        for name, label in refusals.REASONS.items()
        if refused.value.label.en.startswith(label.en.partition("{")[0])
    ]
    return reason


def judged(con: duckdb.DuckDBPyConnection, sql: str) -> str:
    """The name of the reason for which the child would not run a query."""
    with pytest.raises(Refused) as refused:
        judge(con, with_dollars(sql))
    return refused.value.reason


def test_there_are_as_many_as_were_promised() -> None:
    tried = [attacks.FILES, attacks.INTROSPECTION, attacks.TABLES, attacks.NO_SELECT, attacks.SEVERAL, attacks.SHOWING]
    assert sum(len(one) for one in tried) >= 150
    assert len(QUESTIONS) >= 100
    assert len(TIME) + len(MEMORY) + len(OUTPUT) >= 30


ATTACKS = [
    *((sql, ("function", "table")) for sql in attacks.FILES + attacks.INTROSPECTION),
    *((sql, ("table", "syntax")) for sql in attacks.TABLES),
    *((sql, ("table", "function", "no_snapshot", "syntax")) for sql in attacks.NAMED),
    *((sql, ("not_select", "syntax", "introspection", "table")) for sql in attacks.NO_SELECT),
    *((sql, ("several", "not_select")) for sql in attacks.SEVERAL),
    *((sql, ("introspection", "not_select")) for sql in attacks.SHOWING),
    *((sql, ("empty", "syntax")) for sql in ("", "   ", "-- nothing", ";")),
]
"""Every attack, and the reasons for which it may be refused: some are no SQL to DuckDB's own grammar."""


@pytest.mark.parametrize(("sql", "reasons"), ATTACKS)
def test_what_nobody_may_ask_is_refused_for_its_reason(
    con: duckdb.DuckDBPyConnection, secret_file: Path, sql: str, reasons: tuple[str, ...]
) -> None:
    assert judged(con, sql.format(file=secret_file)) in reasons


@pytest.mark.parametrize(("sql", "reasons"), ATTACKS[:: len(ATTACKS) // 16])
def test_the_whole_way_an_attack_changes_nothing(
    desk: Databases, version: Path, secret_file: Path, sql: str, reasons: tuple[str, ...]
) -> None:
    before = [hashlib.sha256(file.read_bytes()).hexdigest() for file in (desk.main, version)]
    assert reason_of(desk, sql.format(file=secret_file)) in reasons
    assert [hashlib.sha256(file.read_bytes()).hexdigest() for file in (desk.main, version)] == before
    assert [path.name for path in secret_file.parent.iterdir()] == ["secret"]


@pytest.mark.parametrize("sql", QUESTIONS)
def test_a_question_in_good_faith_may_be_asked(con: duckdb.DuckDBPyConnection, sql: str) -> None:
    assert judge(con, with_dollars(sql)) == set()
    assert con.execute(sql).fetchmany(10) is not None


@pytest.mark.parametrize("sql", QUESTIONS[::10])
def test_a_question_in_good_faith_is_answered(desk: Databases, sql: str) -> None:
    assert ask(desk, sql, limits=Limits(rows=50)).columns


def test_a_time_with_a_zone_is_asked_for_in_another_form(desk: Databases) -> None:
    with pytest.raises(Refusal) as refused:
        ask(desk, "select 1 as one, [now()] as moments")
    assert "moments" in refused.value.label.zh
    assert len(ask(desk, "select cast(now() as varchar), cast(now() as timestamp), current_date").columns) == 3


@pytest.mark.parametrize("sql", [*TIME[::4], *MEMORY[::4]])
def test_a_bomb_ends_within_its_time(desk: Databases, sql: str) -> None:
    started = time.monotonic()
    reason = reason_of(desk, sql, Limits(seconds=1.0))
    assert reason in ("time", "memory", "killed", "error")
    assert time.monotonic() - started < 1.0 + 5.0, "the limit, and what a process needs to start on a busy machine"


def test_one_call_that_does_not_listen_ends_at_the_limit_too(desk: Databases) -> None:
    """Interrupted between calls, it would run for as long as its process may."""
    started = time.monotonic()
    sql = "select levenshtein(repeat('a', 100000), repeat('b', 100000))"
    assert reason_of(desk, sql, Limits(seconds=1.0)) == "time"
    assert time.monotonic() - started < 1.0 + 3.0, "well before the process is killed from outside"


@pytest.mark.parametrize("sql", OUTPUT[::2])
def test_too_many_rows_are_cut_off_and_said_so(desk: Databases, sql: str) -> None:
    answer = ask(desk, sql, limits=SMALL)
    assert answer.is_cut
    assert len(answer.rows) <= SMALL.rows


def test_parameters_are_values_and_never_sql(desk: Databases) -> None:
    answer = ask(desk, "select :a, $b, ':a', \"c\" from (select 1 as c) -- :a", {"a": "x'; drop table y", "b": 2})
    assert answer.rows == [["x'; drop table y", 2, ":a", 1]]
    assert reason_of(desk, "select :missing") == "parameter"


def test_halves_of_characters_are_no_sql(desk: Databases) -> None:
    assert reason_of(desk, "select '\udcff'") == "syntax"


def test_values_come_as_they_are(desk: Databases) -> None:
    answer = ask(desk, "select 0.1::decimal(5,2), date '2021-12-31', null, true, [1], 1e300, 9007199254740993")
    assert answer.rows == [["0.10", "2021-12-31", None, True, [1], 1e300, 9007199254740993]]


def test_no_table_of_the_desk_has_a_person(desk: Databases) -> None:
    with duckdb.connect(str(desk.main), read_only=True) as con:
        assert con.execute("select table_name from duckdb_columns() where column_name = 'person_key'").fetchall() == []
