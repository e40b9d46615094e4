"""The gate's child process: ``python -m expectations.gate``.

It imports Great Expectations at once, then reads one JSON line from standard input::

    {"task": "judge" | "data_docs", "database": "…", "suites": [TableSuite …], "folder": "…" | null}

and answers with one JSON line on standard output: ``{"results": [GateResult …]}`` or
``{"error": "<type of the exception>"}``. Everything that libraries print goes to standard error.
It ends when standard input does.
"""

import json
import os
import sys
from collections.abc import Collection, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

import duckdb

from expectations.check import Check, Frame
from expectations.frames import all_frames, fetch
from expectations.locate import locate
from expectations.pages import make_pages
from expectations.suite import GateResult, TableSuite
from expectations.validation import OUTCOME_ONLY, Outcome, Validator, outcomes

OF_VALUES = ("expect_column_values_", "expect_compound_columns_")
HELD = Outcome(success=True, raised=False)


def judge(database: Path, suites: Sequence[TableSuite]) -> list[GateResult]:
    """Runs every suite and audit on a database, opened read-only; sorted by suite, subject and expectation."""
    validator = Validator()
    con = duckdb.connect(str(database), read_only=True)
    try:
        results = [result for frame in all_frames(con, suites) for result in judge_frame(con, validator, frame)]
    finally:
        con.close()
    return sorted(results, key=lambda result: (result.suite, result.subject, result.expectation, result.severity))


def judge_frame(con: duckdb.DuckDBPyConnection, validator: Validator, frame: Frame) -> list[GateResult]:
    """The results of one frame's checks; a query that cannot be run fails all of them."""
    try:
        rows = fetch(con, frame)
    except duckdb.Error as error:
        return [_not_run(frame, check, type(error).__name__) for check in frame.checks]
    open_checks = [check for check in frame.checks if not (rows.empty and _holds_of_no_rows(check, rows.columns))]
    judged = outcomes(validator.validate(rows, frame.name, open_checks, OUTCOME_ONLY)) if open_checks else []
    found = {id(check): outcome for check, outcome in zip(open_checks, judged, strict=True)}
    return [_result(con, frame, check, found.get(id(check), HELD), len(rows)) for check in frame.checks]


def _holds_of_no_rows(check: Check, columns: Collection[str]) -> bool:
    """Whether it is about the values of columns that are there: without rows there is none that could break it.

    A federation hands in some of the ledgers at first; asking the library about the others takes most of the time.
    """
    named = check.arguments.get("column_list", [check.arguments.get("column")])
    return check.expectation.startswith(OF_VALUES) and set(named) <= set(columns)


def _result(con: duckdb.DuckDBPyConnection, frame: Frame, check: Check, outcome: Outcome, rows: int) -> GateResult:
    if outcome.raised:
        return _not_run(frame, check, "ExpectationError")
    counts_rows = check.expectation == "expect_table_row_count_to_equal"
    if outcome.success:
        return _gate_result(frame, check, True, str(rows) if counts_rows else None, check.zh, check.en)
    located = locate(con, check)
    observed = str(rows) if counts_rows else f"{located.count} / {rows}"
    zh = f"{check.zh}；实际：{located.zh}" if located.count else check.zh
    en = f"{check.en}; found: {located.en}" if located.count else check.en
    return _gate_result(frame, check, False, observed, zh, en)


def _not_run(frame: Frame, check: Check, error: str) -> GateResult:
    return _gate_result(
        frame,
        check,
        False,
        error,
        f"{check.zh}；这项检查无法运行（{error}）",
        f"{check.en}; could not be run ({error})",
    )


def _gate_result(frame: Frame, check: Check, success: bool, observed: str | None, zh: str, en: str) -> GateResult:
    return GateResult(frame.suite, check.expectation, check.subject, check.severity, success, observed, zh, en)


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Does what a request asks for."""
    database = Path(request["database"])
    suites = [TableSuite.from_json(document) for document in request["suites"]]
    if request["task"] == "data_docs":
        make_pages(database, suites, Path(request["folder"]))
        return {"results": []}
    return {"results": [asdict(result) for result in judge(database, suites)]}


def main() -> None:
    """Answers the one request of standard input."""
    with _answers() as answers:
        for line in sys.stdin:
            try:
                document = answer(json.loads(line))
            except Exception as error:
                # Whatever breaks is a failed gate; the exception's own words may quote a cell.
                document = {"error": type(error).__name__}
            answers.write(json.dumps(document) + "\n")
            answers.flush()


def _answers() -> IO[str]:
    """Standard output for the answer alone; what others print there goes to standard error from now on."""
    kept = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    return kept


if __name__ == "__main__":
    main()
