"""One thing, several rows: duplicates within a file, later submissions, successive states."""

from collections.abc import Sequence

import polars as pl

from pipelines.judging.natural_order import path_key
from pipelines.ledger import Kind, Ledger, Span
from pipelines.reading.sheet_reading import SheetReading


def sheet_places(readings: Sequence[SheetReading], reaches: Sequence[object]) -> pl.DataFrame:
    """One line a sheet: sheet_id, sheet, reach_date and file_id, the place of its path in natural order."""
    files = sorted({reading.file for reading in readings}, key=path_key)
    rank = {file: place for place, file in enumerate(files)}
    return pl.DataFrame(
        {
            "sheet_id": range(len(readings)),
            "sheet": [reading.sheet for reading in readings],
            "file_id": [rank[reading.file] for reading in readings],
            "reach_date": reaches,
        },
        schema={"sheet_id": pl.Int64, "sheet": pl.String, "file_id": pl.Int64, "reach_date": pl.Date},
    )


def duplicates(frame: pl.DataFrame, ledger: Ledger) -> pl.DataFrame:
    """The rows whose key and reach an earlier row of the same file has.

    ``frame`` holds the rows that may still load, with file_id and reach_date, in row order.
    """
    return frame.filter(~pl.struct(same_in_a_file(ledger)).is_first_distinct())


def with_one_behind(fallen: pl.DataFrame, extra: pl.DataFrame, ledger: Ledger) -> pl.DataFrame:
    """Of the fallen rows those whose key, file and reach one of the duplicates has, which then takes their place."""
    group = same_in_a_file(ledger)
    return fallen.join(extra.select(group), on=group, how="semi", nulls_equal=True)


def same_in_a_file(ledger: Ledger) -> list[str]:
    """The columns by which rows of one file are the same."""
    return ["file_id", "reach_date", *ledger.key]


def split_superseded(frame: pl.DataFrame, ledger: Ledger) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What loads and what a later submission replaces, of rows without duplicates.

    A span ledger keeps one state per key and reach, any other one row per key. The later reach
    wins, with equal reach the later path in natural order.
    """
    thing = [*ledger.key, "reach_date"] if isinstance(ledger.time, Span) else list(ledger.key)
    in_order = frame.sort("reach_date", "file_id", "row_id", nulls_last=False)
    winners = in_order.unique(subset=thing, keep="last", maintain_order=True)
    losers = in_order.join(winners.select("row_id"), on="row_id", how="anti", maintain_order="left")
    return winners, losers


def replaced_in_the_same_reach(frame: pl.DataFrame, ledger: Ledger) -> pl.DataFrame:
    """Of rows without duplicates those that a later file with the same reach has again: sheet_id, by_file_id.

    A department that hands in a corrected file for the same date replaces the first; a list that
    merely goes on to a later date does not.
    """
    last = pl.col("file_id").max().over([*ledger.key, "reach_date"])
    return frame.select("sheet_id", "file_id", by_file_id=last).filter(pl.col("by_file_id") > pl.col("file_id"))


def not_in_later_list(loaded: pl.DataFrame, listed: pl.DataFrame, ledger: Ledger) -> pl.DataFrame:
    """For a ledger handed in as full lists: the rows that a later list no longer has (not_in_later_list).

    A list's scope is a township where the ledger has townships beside its key, else a sheet name.
    ``listed`` are all submitted rows, rejected ones too: a row listed with a mistake is still
    listed. Returns row_id and delisted_date, the reach of the first later list without the key.
    """
    scope = _scope(ledger)
    lists = listed.select(scope, delisted_date="reach_date").unique()
    present = listed.select(*ledger.key, delisted_date="reach_date").unique()
    later = (
        loaded.select("row_id", "reach_date", *ledger.key, scope)
        .join(lists, on="scope", how="inner", nulls_equal=True)
        .filter(pl.col("delisted_date") > pl.col("reach_date"))
    )
    gone = later.join(present, on=[*ledger.key, "delisted_date"], how="anti", nulls_equal=True)
    return gone.group_by("row_id").agg(pl.col("delisted_date").min()).sort("row_id")


def _scope(ledger: Ledger) -> pl.Expr:
    towns = [column.name for column in ledger.columns if column.kind is Kind.TOWN and column.name not in ledger.key]
    return pl.col(towns[0] if towns else "sheet").alias("scope")


def repeated_sheets(readings: Sequence[SheetReading], places: pl.DataFrame) -> pl.DataFrame:
    """The sheets (sheet_id, row null) whose very cells a later sheet holds again, which is ``by_sheet_id``.

    Sheets are the same when ledger, reach and content agree; all but the last (of the last file in
    natural order) are repeated.
    """
    contents = places.with_columns(
        ledger=pl.Series([reading.ledger if reading.accepted else None for reading in readings], dtype=pl.String),
        content=pl.Series([reading.content_hash for reading in readings], dtype=pl.String),
    ).filter(pl.col("ledger").is_not_null())
    in_order = contents.sort("file_id", "sheet_id")
    last = pl.col("sheet_id").last().over("ledger", "reach_date", "content")
    return in_order.select("sheet_id", row=pl.lit(None, dtype=pl.Int64), by_sheet_id=last).filter(
        pl.col("sheet_id") != pl.col("by_sheet_id")
    )
