"""The end of a judgement: every row counted as loaded, superseded or rejected, and the tables written."""

from collections.abc import Collection
from dataclasses import dataclass

import polars as pl

from pipelines.correcting.correction_lines import corrected_cell_lines, correction_lines
from pipelines.judging.candidates import Candidates
from pipelines.judging.criteria import Criteria
from pipelines.judging.hearing import Hearing
from pipelines.judging.problem_table import problem_table
from pipelines.judging.reach import Reach
from pipelines.judging.settling import settle
from pipelines.judging.superseding import replaced_in_the_same_reach
from pipelines.judging.verdict import (
    Judged,
    count_lines,
    loaded_table,
    replacement_lines,
    sheet_lines,
    skip_lines,
)


def close(hearing: Hearing, criteria: Criteria, standing: Candidates, reach: Reach, places: pl.DataFrame) -> Judged:
    """The verdict, when ``standing`` are the rows that were not rejected, without duplicates."""
    readings, corrected = hearing.readings, hearing.corrected
    closed = {ledger_id: _closed(ledger_id, frame, hearing, criteria, places) for ledger_id, frame in standing.items()}
    return Judged(
        tables={ledger_id: one.table for ledger_id, one in closed.items()},
        sheets=sheet_lines(readings, reach, pl.concat(one.counts for one in closed.values())),
        skips=skip_lines(readings),
        problems=problem_table(readings, hearing.found),
        delisted=pl.concat(one.delisted for one in closed.values()),
        replacements=pl.concat(one.replacements for one in closed.values()),
        corrections=correction_lines(corrected),
        corrected_cells=corrected_cell_lines(
            corrected.cells, readings, criteria.ledgers, pl.concat(one.outcomes for one in closed.values())
        ),
        data_date=reach.data_date,
    )


@dataclass(frozen=True, slots=True)
class _Closed:
    """One ledger's part of the verdict; ``outcomes`` (:data:`ROW_OUTCOME_SCHEMA`) are of corrected sheets alone."""

    table: pl.DataFrame
    counts: pl.DataFrame
    outcomes: pl.DataFrame
    delisted: pl.DataFrame
    replacements: pl.DataFrame


def _closed(
    ledger_id: str, standing: pl.DataFrame, hearing: Hearing, criteria: Criteria, places: pl.DataFrame
) -> _Closed:
    ledger = criteria.ledgers[ledger_id]
    settled = settle(standing, ledger, hearing, criteria, places)
    rejected = hearing.candidates[ledger_id].join(standing.select("row_id"), on="row_id", how="anti")
    by_outcome = {"loaded": settled.loaded, "superseded": settled.superseded, "rejected": rejected}
    sheet_ids = {cell.sheet_id for cell in hearing.corrected.cells}
    replaced = replaced_in_the_same_reach(standing, ledger)
    return _Closed(
        table=loaded_table(settled.loaded, ledger, hearing.readings),
        counts=pl.concat(count_lines(rows, outcome) for outcome, rows in by_outcome.items()),
        outcomes=pl.concat(_outcomes(rows, outcome, sheet_ids) for outcome, rows in by_outcome.items()),
        delisted=settled.delisted,
        replacements=replacement_lines(replaced, places, ledger_id, hearing.readings),
    )


def _outcomes(rows: pl.DataFrame, outcome: str, sheet_ids: Collection[int]) -> pl.DataFrame:
    wanted = pl.Series(sorted(sheet_ids), dtype=pl.Int64)
    asked = rows.filter(pl.col("sheet_id").is_in(wanted.implode()))
    return asked.select("sheet_id", "row", outcome=pl.lit(outcome))
