"""What is said of a row or a sheet that is there already, and where the other one stands."""

from collections.abc import Sequence

import polars as pl

from pipelines.judging.findings import findings, together
from pipelines.judging.superseding import same_in_a_file
from pipelines.ledger import Column, Kind, Ledger
from pipelines.reading.sheet_reading import SheetReading
from warehouse.language import Label


def duplicate_findings(
    rows: pl.DataFrame, first: pl.DataFrame, ledger: Ledger, readings: Sequence[SheetReading]
) -> pl.DataFrame:
    """``duplicate_key`` of every row (file_id, reach_date and the key among its columns); ``first`` has those kept."""
    if rows.is_empty():
        return together([])
    group = same_in_a_file(ledger)
    there = first.select(*group, first_sheet="sheet_id", first_row="row")
    placed = rows.select("sheet_id", "row", *group).join(there, on=group, how="left", nulls_equal=True)
    sheets = pl.Series([reading.sheet for reading in readings], dtype=pl.String).gather(placed["first_sheet"])
    is_here = pl.col("sheet_id") == pl.col("first_sheet")
    keys = [_called(ledger.column(name)) for name in ledger.key]
    return placed.select(
        "sheet_id",
        "row",
        field=pl.lit(ledger.key[0]),
        rule=pl.lit("duplicate_key"),
        severity=pl.lit("error"),
        zh=pl.format(
            f"与本文件{{}}第{{}}行的{'、'.join(key.zh for key in keys)}相同，只取那一行；请删去或改正重复的行",
            pl.when(is_here).then(pl.lit("")).otherwise(pl.format("工作表“{}”", sheets)),
            "first_row",
        ),
        en=pl.format(
            f"Row {{}}{{}} of this file has the same {', '.join(key.en for key in keys)}: only that one is loaded; "
            "delete or correct this one",
            "first_row",
            pl.when(is_here).then(pl.lit("")).otherwise(pl.format(" of the sheet “{}”", sheets)),
        ),
    )


def _called(column: Column) -> Label:
    """A person is the same by the identity number, whatever the name."""
    return column.identity_heading if column.kind is Kind.PERSON and column.identity_heading else column.heading


def repeated_findings(sheets: pl.DataFrame, readings: Sequence[SheetReading]) -> pl.DataFrame:
    """``repeated_content`` of sheets (sheet_id, row null) that are there again as ``by_sheet_id``."""
    return together(
        findings(sheet, None, "repeated_content", "warning", _repeated(readings[sheet["by_sheet_id"][0]]))
        for sheet in sheets.iter_slices(1)
    )


def _repeated(other: SheetReading) -> Label:
    place = other.file + (f"〔{other.sheet}〕" if other.sheet else "")
    return Label(
        f"本表内容与 {place} 完全相同，只取一份；请删去多余的一份",
        f"{place} holds this sheet's very content, one of them is loaded: remove the other",
    )
