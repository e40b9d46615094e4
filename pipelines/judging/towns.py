"""Townships by name or code: resolved to the nine-digit code of the township ledger."""

from collections.abc import Mapping

import polars as pl

from pipelines.judging.candidates import Candidates
from pipelines.judging.findings import findings, together
from pipelines.ledger import Column, Kind, Ledger
from warehouse.language import Label

TOWNSHIP = "township"
CODE = "township_code"
NAME = "township_name"


def resolve_towns(
    candidates: Candidates, ledgers: Mapping[str, Ledger], published: Mapping[str, pl.DataFrame]
) -> tuple[Candidates, pl.DataFrame]:
    """Candidates whose town columns hold codes, and what could not be resolved, as findings.

    A name or code that no submitted township has is ``unknown_reference`` (an error); one that
    only rejected townships have is ``rejected_reference``; without any township ledger the
    codes stay as they are, names become empty, and each sheet and column is ``unchecked_reference``.
    """
    names = _directory(candidates, published)
    resolved: Candidates = {}
    parts = []
    for ledger_id, frame in candidates.items():
        columns = [column for column in ledgers[ledger_id].columns if column.kind is Kind.TOWN]
        resolved[ledger_id] = frame
        for column in columns:
            joined = _with_code(resolved[ledger_id], column, names)
            parts.append(_unresolved(joined, column, nothing_submitted=names.is_empty()))
            coded = joined.with_columns(pl.col("found_code").alias(column.name))
            resolved[ledger_id] = coded.select(frame.columns)
    return resolved, together(parts)


def spelled_codes(candidates: Candidates) -> dict[str, str]:
    """The code of every spelling (name or code) in the submitted list of townships."""
    known = _directory(candidates, {}).drop_nulls("found_code")
    return dict(zip(known["spelling"], known["found_code"], strict=True))


def _directory(candidates: Candidates, published: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """One line a spelling (name or code): the code, and whether a sound row stands behind it."""
    rows = [candidates[TOWNSHIP].select(CODE, NAME, is_sound=~pl.col("is_rejected"))]
    if TOWNSHIP in published:
        rows.append(published[TOWNSHIP].select(CODE, NAME, is_sound=pl.lit(True)))
    towns = pl.concat(rows)
    by_name = towns.select(spelling=_folded(pl.col(NAME)), found_code=pl.col(CODE), is_sound="is_sound")
    by_code = towns.select(spelling=pl.col(CODE), found_code=pl.col(CODE), is_sound="is_sound")
    return (
        pl.concat([by_name, by_code])
        .drop_nulls("spelling")
        .sort("spelling", "is_sound", "found_code", descending=[False, True, False], nulls_last=True)
        .unique("spelling", keep="first", maintain_order=True)
    )


def _folded(name: pl.Expr) -> pl.Expr:
    return name.str.normalize("NFKC").str.replace_all(r"\s+", "")


def _with_code(frame: pl.DataFrame, column: Column, names: pl.DataFrame) -> pl.DataFrame:
    joined = frame.with_columns(spelling=_folded(pl.col(column.name))).join(
        names, on="spelling", how="left", maintain_order="left"
    )
    if names.is_empty():
        is_code = pl.col("spelling").str.contains(r"^\d{9}$")
        joined = joined.with_columns(found_code=pl.when(is_code).then(pl.col("spelling")))
    return joined


def _unresolved(joined: pl.DataFrame, column: Column, *, nothing_submitted: bool) -> pl.DataFrame:
    filled = joined.filter(pl.col("spelling").is_not_null())
    if nothing_submitted:
        sheets = filled.select("sheet_id", row=pl.lit(None, dtype=pl.Int64)).unique()
        message = Label(
            f"“{column.heading.zh}”无从核对：还没有报送乡镇街道名录",
            f"“{column.heading.en}” cannot be checked: the list of townships has not been handed in",
        )
        return findings(sheets, column.name, "unchecked_reference", "warning", message)
    unknown = Label(
        f"“{column.heading.zh}”不在乡镇街道名录中；请改用名录中的名称或9位代码",
        f"“{column.heading.en}” is not in the list of townships: use a name or nine-digit code of the list",
    )
    doubtful = Label(
        f"“{column.heading.zh}”在乡镇街道名录中只有被退回的行；请先更正名录",
        f"“{column.heading.en}” stands in the list of townships only in a rejected row: correct the list first",
    )
    return together(
        [
            findings(filled.filter(pl.col("is_sound").is_null()), column.name, "unknown_reference", "error", unknown),
            findings(filled.filter(~pl.col("is_sound")), column.name, "rejected_reference", "warning", doubtful),
        ]
    )
