"""The rows behind a figure: that they add up to it, what each file contributes, and where each row stands."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard import data, figure, words
from dashboard import format as formats
from dashboard.indicators import proof_workbook, queries
from dashboard.indicators import words as wording
from dashboard.page import View
from dashboard.table import STACKED, TableColumn, show_table
from dashboard.viewer import note_once
from warehouse.access.actions import Action
from warehouse.figures.trace import PARTS, Proof

MOST_FILES = 60
MOST_ROWS = 200
"""What a page shows; the workbook has everything."""
PART_NAMES = {"numerator": wording.NUMERATOR, "denominator": wording.DENOMINATOR}
HALF_A_CENT = 0.005
"""Figures are shown to two decimals; sums of doubles are off by far less."""


def show(view: View, row: dict[str, Any]) -> None:
    """The proof of the figure ``row`` of ``data.figures``, or why there is none."""
    st.header(view.say(wording.PROOF_TITLE), anchor=False)
    found = queries.rows_behind(view.published, row["indicator_id"], view.as_of, view.region_code)
    if row["value"] is None and found.rows.is_empty():
        sentence = wording.WITHHELD if row["is_suppressed"] else wording.WITHOUT_FIGURE
        st.info(view.say(sentence, reason=figure.reason(row["reason"], view.language)), icon="ℹ️")
        return
    st.caption(view.say(wording.PROOF_INTRO))
    for name in PARTS:
        _sum(view, row, found, name)
    if found.rows.is_empty():
        st.caption(view.say(wording.NO_ROWS))
        return
    if row["is_about_people"]:
        told = {"indicator": row["indicator_id"], "region": view.region_code, "as_of": view.as_of.isoformat()}
        note_once(view.viewer, Action.TRACED, told)
    named = with_names(view, found.rows)
    _by_file(view, row, named)
    _by_row(view, row, named)


def _sum(view: View, row: dict[str, Any], found: Proof, name: str) -> None:
    """That the rows of a part add up to it, or why none are listed."""
    label = row[f"{name}_label_{view.language}"]
    if label is None:
        return
    part = view.say(PART_NAMES[name]) if row["denominator_label_zh"] is not None else view.say(wording.COUNTED)
    if row[name] is None:
        st.markdown(
            view.say(wording.PART_WITHHELD, part=part, name=label, reason=figure.part(None, row, view.language))
        )
        return
    own = found.rows.filter(pl.col("part") == name)
    total = total_of(own)
    told = {
        "part": part,
        "name": label,
        "rows": formats.plain(own.height),
        "total": formats.plain(total),
        "figure": formats.plain(row[name]),
    }
    if abs(total - row[name]) >= HALF_A_CENT:
        st.error(view.say(wording.SUM_DIFFERS, **told), icon="⚠️")
    else:
        st.markdown(view.say(wording.SUM_EQUALS, **told))


def total_of(rows: pl.DataFrame) -> float:
    """The sum of the amounts, whose noise below a millionth is rounded away."""
    return round(float(rows["amount"].sum()), 6)


def with_names(view: View, rows: pl.DataFrame) -> pl.DataFrame:
    """``warehouse.figures.trace.ROWS`` with ledger_label and part_label, the largest amounts of each part first."""
    labels = data.ledgers(view.published).select("ledger_id", pl.col(f"label_{view.language}").alias("ledger_label"))
    parts = {name: view.say(label) for name, label in PART_NAMES.items()}
    ordered = rows.sort(
        pl.col("part") == "denominator", pl.col("amount").abs() * -1, "file", "sheet", "row", maintain_order=True
    )
    joined = ordered.join(labels, left_on="ledger", right_on="ledger_id", how="left", maintain_order="left")
    return joined.with_columns(
        pl.col("ledger_label").fill_null(pl.col("ledger")),
        pl.col("part").replace_strict(parts, return_dtype=pl.String).alias("part_label"),
    )


def by_file(named: pl.DataFrame) -> pl.DataFrame:
    """part, part_label, file, ledger_label, rows, amount: a row a part, file and ledger, each part's largest first."""
    keys = ["part", "part_label", "file", "ledger_label"]
    summed = named.group_by(keys, maintain_order=True).agg(pl.len().alias("rows"), pl.col("amount").sum().round(6))
    return summed.sort(pl.col("part") == "denominator", pl.col("amount").abs() * -1, "file", maintain_order=True)


def _by_file(view: View, row: dict[str, Any], named: pl.DataFrame) -> None:
    files = by_file(named)
    st.subheader(view.say(wording.BY_FILE), anchor=False)
    if files.height > MOST_FILES:
        st.caption(view.say(wording.FILES_CAPPED, total=formats.plain(files.height), shown=MOST_FILES))
    columns = [
        *_part_column(view, row),
        TableColumn("file", view.say(words.FILE), is_sentence=True),
        TableColumn("ledger_label", view.say(words.LEDGER)),
        TableColumn("rows", view.say(wording.ROWS), is_number=True),
        TableColumn("amount", view.say(wording.AMOUNT), is_number=True),
    ]
    lines = [
        {**line, "rows": formats.plain(line["rows"]), "amount": formats.plain(line["amount"])}
        for line in spread(files, MOST_FILES).iter_rows(named=True)
    ]
    show_table(columns, lines, view.say(wording.BY_FILE), STACKED)


def _by_row(view: View, row: dict[str, Any], named: pl.DataFrame) -> None:
    st.subheader(view.say(wording.BY_ROW), anchor=False)
    if named.height > MOST_ROWS:
        st.caption(view.say(wording.ROWS_CAPPED, total=formats.plain(named.height), shown=MOST_ROWS))
    if (named["amount"] == 0).any():
        st.caption(view.say(wording.REPEATED))
    columns = [
        *_part_column(view, row),
        TableColumn("amount", view.say(wording.AMOUNT), is_number=True),
        TableColumn("ledger_label", view.say(words.LEDGER)),
        TableColumn("file", view.say(words.FILE), is_sentence=True),
        TableColumn("sheet", view.say(words.SHEET)),
        TableColumn("row", view.say(wording.EXCEL_ROW), is_number=True),
    ]
    lines = [
        {
            **line,
            "amount": formats.plain(line["amount"]),
            "sheet": line["sheet"] or view.say(wording.CSV_SHEET),
        }
        for line in spread(named, MOST_ROWS).iter_rows(named=True)
    ]
    show_table(columns, lines, view.say(wording.BY_ROW), STACKED)
    proof_workbook.button(view, row, named)


def _part_column(view: View, row: dict[str, Any]) -> list[TableColumn]:
    """A figure of one part needs no column that names it."""
    return [] if row["denominator_label_zh"] is None else [TableColumn("part_label", view.say(wording.PART))]


def spread(lines: pl.DataFrame, most: int) -> pl.DataFrame:
    """At most so many lines, of each part the first ones: a short part leaves its room to the other."""
    numerator = lines.filter(pl.col("part") == "numerator")
    denominator = lines.filter(pl.col("part") == "denominator")
    half = most // 2
    of_denominator = min(denominator.height, max(half, most - numerator.height))
    return pl.concat([numerator.head(most - of_denominator), denominator.head(of_denominator)])
