"""The state that one judgement works on: candidate rows lose their place, findings grow."""

import polars as pl

from pipelines.correcting.correct import Corrected
from pipelines.judging.candidates import Candidates
from pipelines.judging.findings import NO_FINDINGS
from pipelines.judging.reading_problems import bad_cells


class Hearing:
    """The corrected readings, their rows with the rejected ones marked, and all that was found so far."""

    def __init__(self, corrected: Corrected) -> None:
        self.corrected = corrected
        self.readings = corrected.readings
        self.candidates: Candidates = corrected.candidates
        self.bad_cells = bad_cells(self.readings)
        self.found = NO_FINDINGS

    def record(self, found: pl.DataFrame) -> None:
        """Keeps findings; an error takes the row out of the race."""
        if found.is_empty():
            return
        self.found = pl.concat([self.found, found])
        errors = found.filter((pl.col("severity") == "error") & pl.col("row").is_not_null())
        marks = errors.select("sheet_id", "row").unique().with_columns(is_hit=pl.lit(True))
        hit = {self.readings[sheet_id].ledger for sheet_id in marks["sheet_id"].unique()}
        for ledger_id in hit & set(self.candidates):
            marked = self.candidates[ledger_id].join(marks, on=["sheet_id", "row"], how="left", maintain_order="left")
            self.candidates[ledger_id] = marked.with_columns(
                is_rejected=pl.col("is_rejected") | pl.col("is_hit").fill_null(False)
            ).drop("is_hit")

    def waiting(self, places: pl.DataFrame) -> Candidates:
        """The rows that may still load, with the columns of the places of their sheets."""
        return {
            ledger_id: frame.filter(~pl.col("is_rejected")).join(
                places, on="sheet_id", how="left", maintain_order="left"
            )
            for ledger_id, frame in self.candidates.items()
        }

    def nothing_submitted(self, ledger_id: str) -> bool:
        """Whether no sheet brought a row of the ledger, not even a rejected one."""
        return self.candidates[ledger_id].is_empty()
