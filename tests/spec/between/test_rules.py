"""The files of the rules between ledgers: headers, and what a session does with them."""

from pathlib import Path

import polars as pl
import pytest

from expectations.between import BetweenRule, Session, load_rules, parse_rule
from pipelines.registry import ledgers
from tests.spec.between.given import KEYS, given, rule

every_rule = pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.name)

HEADER = """-- ledger: union
-- column: members
-- severity: warning
-- zh: 一句话
-- en: A sentence"""


@every_rule
def test_a_rule_names_ledgers_and_a_column_that_exist(rule: BetweenRule):
    assert {rule.ledger, *rule.reads} <= set(ledgers())
    assert rule.column in ledgers()[rule.ledger].schema


@every_rule
def test_a_rule_declares_what_its_sql_reads(rule: BetweenRule):
    tables = {ledgers()[ledger_id].table for ledger_id in (rule.ledger, *rule.reads)}
    assert {table for _, table in rule.relations} == tables


@every_rule
def test_errors_judge_all_submitted_rows_or_what_remains_and_warnings_the_latest(rule: BetweenRule):
    relation = "remaining" if rule.is_judged_last else {"error": "submitted", "warning": "latest"}[rule.severity]
    assert (relation, ledgers()[rule.ledger].table) in rule.relations


@every_rule
def test_a_rule_finds_nothing_in_empty_ledgers(rule: BetweenRule):
    empty = {
        ledger.table: pl.DataFrame(schema={"row_id": pl.Int64(), "reach_date": pl.Date(), **ledger.schema})
        for ledger in ledgers().values()
    }
    with Session(empty, KEYS, {"data_date": "2021-12-31"}) as session:
        assert session.broken_rows(rule) == []


@every_rule
def test_a_rule_is_drawn_in_a_spec(rule: BetweenRule):
    specs = "".join(file.read_text(encoding="utf-8") for file in sorted(Path(__file__).parent.glob("test_*.py")))
    assert f'"{rule.name}"' in specs


def test_a_header_says_everything_about_a_rule():
    found = parse_rule("some", f"{HEADER}\n-- reads: enterprise, union_unit\n\nselect row_id from latest.unions")
    assert found == BetweenRule(
        name="some",
        ledger="union",
        reads=("enterprise", "union_unit"),
        column="members",
        severity="warning",
        zh="一句话",
        en="A sentence",
        sql="select row_id from latest.unions",
    )
    assert found.relations == (("latest", "unions"),)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (HEADER.replace("-- ledger: union\n", "") + "\n\nselect row_id", "lacks ledger"),
        (HEADER.replace(": A sentence", ":") + "\n\nselect row_id", "lacks en"),
        (HEADER.replace("warning", "note") + "\n\nselect row_id", "error or warning, not note"),
        (HEADER + "\n-- colour: red\n\nselect row_id", "colour: red” is no header line"),
        (HEADER + "\n-- zh: 又一句\n\nselect row_id", "names zh twice"),
        (HEADER + "\nselect row_id from latest.unions", "is no header line"),
        (HEADER, "must select row_id"),
        (HEADER + "\n\nselect row_id from remaining.unions, latest.unions", "reads no other rows"),
    ],
)
def test_a_wrong_header_is_refused_by_name(text, complaint):
    with pytest.raises(ValueError, match=r"between/some\.sql: .*" + complaint):
        parse_rule("some", text)


def test_with_equal_reach_the_row_submitted_last_is_the_latest():
    progress = given(
        "task_progress",
        """
        task_code | month   | done
        R1        | 2021-02 | 50
        R1        | 2021-02 | 5
        R1        | 2021-03 | 6
        """,
    )
    tables = {"task_progresses": progress.reverse()}
    with Session(tables, KEYS, {}) as session:
        assert session.broken_rows(rule("task_progress_less_than_before")) == []
