"""Given sheets: readings made by hand, so that a judgement's input stands in the test."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl

from pipelines.config import Config
from pipelines.correcting.correction import Correction
from pipelines.judging.criteria import Criteria
from pipelines.judging.judge import judge
from pipelines.judging.verdict import Judged
from pipelines.read_and_judge import judge_settings
from pipelines.reading.problem import PROBLEM_SCHEMA
from pipelines.reading.sheet_reading import SheetReading
from pipelines.registry import ledgers
from pipelines.working_days import WorkingCalendar


def sheet(
    ledger_id: str,
    rows: list[dict[str, Any]],
    *,
    file: str = "台账.xlsx",
    name: str = "Sheet1",
    stated: date | None = date(2021, 12, 31),
    named_month: date | None = None,
    rejected: tuple[int, ...] = (),
    without_codes: bool = False,
) -> SheetReading:
    """A sheet whose data rows start in Excel row 2; ``rejected`` are rows (by place) with a bad cell."""
    ledger = ledgers()[ledger_id]
    frame = pl.DataFrame(rows, schema_overrides=ledger.schema, infer_schema_length=None)
    missing = [
        pl.lit(None, dtype=kind).alias(field) for field, kind in ledger.schema.items() if field not in frame.columns
    ]
    height = len(rows)
    typed = frame.with_columns(missing).select(
        pl.Series("row", range(2, height + 2), dtype=pl.Int64),
        pl.Series("is_rejected", [place in rejected for place in range(height)], dtype=pl.Boolean),
        pl.Series("occurrence", [1 if without_codes else None] * height, dtype=pl.Int64),
        *ledger.schema,
    )
    stored = [column.stored_name for column in ledger.columns if column.stored_name != "person_key"]
    return SheetReading(
        file=file,
        sheet=name,
        ledger=ledger_id,
        accepted=True,
        read=height + 1,
        skipped={"heading": 1},
        rejected_whole=0,
        rows=typed,
        as_read=typed.select("row", *(pl.col(field).cast(pl.String) for field in stored)),
        headings={column.stored_name: column.heading.zh for column in ledger.columns},
        problems=pl.DataFrame(schema=PROBLEM_SCHEMA),
        stated_date=stated,
        named_month=named_month,
        content_hash=repr((ledger_id, rows)),
    )


def judged(
    *sheets: SheetReading,
    full_lists: frozenset[str] = frozenset(),
    calendar: WorkingCalendar | None = None,
    corrections: Sequence[Correction] = (),
) -> Judged:
    """The judgement of these sheets together, with the configuration's defaults."""
    settings = judge_settings(Config(county_code="530499", county_name="云岭县"))
    criteria = Criteria(ledgers(), settings, ("union_density", "members"), full_lists, calendar or WorkingCalendar())
    return judge(sheets, criteria, corrections)


def rules_of(verdict: Judged) -> list[tuple[str, int | None, str]]:
    """What was found: file, row and rule."""
    return [tuple(line) for line in verdict.problems.select("file", "row", "rule").iter_rows()]


TOWN = {"township_code": "530499001", "township_name": "清河镇", "township_kind": "镇"}


def towns(**options: Any) -> SheetReading:
    """The list of townships with one township."""
    return sheet("township", [TOWN], file="名录.xlsx", **options)


def union(**changes: Any) -> dict[str, Any]:
    """A sound row of the union ledger."""
    return {
        "union_code": "G1",
        "union_name": "甲厂工会",
        "union_kind": "单独",
        "township_code": "清河镇",
        "covered_units": 1,
        "employees": 100,
        "members": 80,
        "founded_date": date(2015, 3, 1),
        "womens_body": "女工委",
        "audit_body": "经审委",
        "legal_person": True,
        **changes,
    }
