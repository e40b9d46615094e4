"""Rejected rows, kept where departments can fetch them."""

import csv
from pathlib import Path

import polars as pl

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for a formula, with the full-width forms."""

HEADINGS = {
    "file": "文件",
    "sheet": "工作表",
    "row": "行号",
    "heading": "列",
    "value": "原值",
    "rule": "规则",
    "message_zh": "说明",
}


def as_text(value: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def write_quarantine(folder: Path, version: str, problems: pl.DataFrame) -> Path:
    """Writes ``<version>.csv`` for Excel: every error of every rejected row with its place and sentence.

    Takes problems as ``quality.problems`` has them; cells of people are masked in it already.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    errors = problems.filter(pl.col("severity") == "error").select(HEADINGS.keys())
    target = folder / f"{version}.csv"
    partial = folder / f".{version}.csv"
    with partial.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADINGS.values())
        writer.writerows([as_text(value) for value in line] for line in errors.iter_rows())
    partial.replace(target)
    return target
