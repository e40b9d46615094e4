"""What a build did: read back from the version itself, so that a version built before tells the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from expectations.suite import GateResult
from warehouse.language import Language, Refusal

COUNTS = ("read", "loaded", "rejected", "superseded", "skipped")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The outcome of a build.

    ``sheets``: file, sheet, ledger_id and the five counts; ``problems``: rule, severity,
    ledger_id, file, sheet, count; ``gate``: suite, expectation, subject, severity, success,
    message_zh, message_en; ``seconds`` of wall time.
    """

    published: bool
    version: str
    sheets: pl.DataFrame
    problems: pl.DataFrame
    gate: pl.DataFrame
    refusal: Refusal | None
    seconds: float = 0.0

    def after(self, seconds: float) -> "BuildReport":
        return replace(self, seconds=seconds)

    @property
    def rows(self) -> dict[str, int]:
        """Rows of all sheets by what became of them."""
        return {name: int(self.sheets[name].sum()) for name in COUNTS}

    @property
    def exit_code(self) -> int:
        """0 all well, 1 rejected rows, sheets or files or a failed gate warning, 2 refused."""
        if not self.published:
            return 2
        whole_sheet_errors = self.problems.filter(pl.col("severity") == "error").height
        return 1 if whole_sheet_errors or self.rows["rejected"] or not self.gate["success"].all() else 0

    def document(self, language: Language) -> dict[str, Any]:
        """The JSON document of ``build --json``; a refusal adds ``error`` and ``next``."""
        document: dict[str, Any] = {
            "published": self.published,
            "version": self.version,
            "files": self.sheets["file"].n_unique(),
            "sheets": self.sheets.select("file", "sheet", pl.col("ledger_id").alias("ledger"), *COUNTS).to_dicts(),
            "rows": self.rows,
            "problems": self.problems.rename({"ledger_id": "ledger"}).to_dicts(),
            "gate": self.gate.select("suite", "expectation", "subject", "success", "severity").to_dicts(),
            "seconds": round(self.seconds, 3),
        }
        if self.refusal is not None:
            document["error"] = self.refusal.label.in_language(language)
            document["next"] = self.refusal.next_command
        return document


def report_from(database: Path, version: str, *, published: bool, refusal: Refusal | None = None) -> BuildReport:
    """Reads the report out of a version's database."""
    con = duckdb.connect(str(database), read_only=True)
    try:
        query = con.cursor().sql
        sheets = query("select * from quality.sheets order by file, sheet").pl()
        problems = query(
            "select rule, severity, ledger_id, file, sheet, count(*) as count from quality.problems "
            "group by rule, severity, ledger_id, file, sheet order by file, sheet, severity, rule"
        ).pl()
        gate = query("select * from quality.gate order by suite, subject, expectation").pl()
    finally:
        con.close()
    return BuildReport(published, version, sheets, problems, gate, refusal)


def gate_frame(results: Sequence[GateResult]) -> pl.DataFrame:
    """Gate results as ``quality.gate`` holds them."""
    schema = {
        "suite": pl.String,
        "expectation": pl.String,
        "subject": pl.String,
        "severity": pl.String,
        "success": pl.Boolean,
        "observed": pl.String,
        "message_zh": pl.String,
        "message_en": pl.String,
    }
    lines = [
        (r.suite, r.expectation, r.subject, r.severity, r.success, r.observed, r.message_zh, r.message_en)
        for r in results
    ]
    return pl.DataFrame(lines, schema=schema, orient="row")


def gate_refusal(results: Sequence[GateResult], inbox: Path) -> Refusal | None:
    """Why the gate refuses, naming ledger, file and rows; None when every critical check passed."""
    failed = [result for result in results if result.severity == "critical" and not result.success]
    if not failed:
        return None
    first = failed[0]
    others = len(failed) - 1
    return Refusal(
        f"质量闸门未通过，没有发布：{first.message_zh}" + (f"（另有{others}项未通过）" if others else ""),
        f"The quality gate refused, nothing was published: {first.message_en}"
        + (f" ({others} more failed)" if others else ""),
        f"unionkpi check {inbox}",
    )
