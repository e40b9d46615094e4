"""Given tables, drawn as text, and which of their rows break a rule between ledgers."""

import polars as pl

from expectations.between import BetweenRule, broken_rows, load_rules
from pipelines.config import Config
from pipelines.read_and_judge import judge_settings
from pipelines.registry import ledgers
from tests.spec.drawing import drawn, typed

KEYS = {ledger.table: list(ledger.key) for ledger in ledgers().values()}

SETTINGS = judge_settings(Config(county_code="530499", county_name="云岭县"))


def rule(name: str) -> BetweenRule:
    """The rule of this file name."""
    [found] = [rule for rule in load_rules() if rule.name == name]
    return found


def given(ledger_id: str, table: str) -> pl.DataFrame:
    """Submitted rows; ``reach`` may be drawn, otherwise all reach the end of 2021. row_id counts from 0."""
    ledger = ledgers()[ledger_id]
    rows = drawn(table)
    unknown = {name for row in rows for name in row} - {*ledger.schema, "breaks", "reach", "rejected"}
    assert not unknown, f"no such column: {unknown}"
    reach = pl.Series("reach_date", [row.get("reach") or "2021-12-31" for row in rows]).str.to_date("%Y-%m-%d")
    return typed(ledger, rows).with_columns(reach).with_row_index("row_id").cast({"row_id": pl.Int64})


def assert_breaks(name: str, data_date: str = "2021-12-31", **tables: str) -> None:
    """In the judged ledger's table the rows marked ``x`` under ``breaks`` break the rule, no other.

    ``tables`` are drawn tables by ledger id. Rows marked ``x`` under ``rejected`` were rejected before.
    Settings are the configuration's defaults.
    """
    judged = rule(name)
    frames = {ledgers()[ledger_id].table: given(ledger_id, table) for ledger_id, table in tables.items()}
    fallen = {ledgers()[ledger_id].table: _rejected(table) for ledger_id, table in tables.items()}
    standing = {table: frame.filter(~pl.col("row_id").is_in(fallen[table])) for table, frame in frames.items()}
    rejected = {table: frame.filter(pl.col("row_id").is_in(fallen[table])) for table, frame in frames.items()}
    expected = [place for place, row in enumerate(drawn(tables[judged.ledger])) if row["breaks"] == "x"]
    assert broken_rows(judged, standing, KEYS, {**SETTINGS, "data_date": data_date}, rejected) == expected


def _rejected(table: str) -> list[int]:
    return [place for place, row in enumerate(drawn(table)) if row.get("rejected") == "x"]
