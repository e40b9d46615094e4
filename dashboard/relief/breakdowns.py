"""The county's spending by kind of recipient, campaign, stage of education: whatever the ledgers tell apart."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard import figure, words
from dashboard import format as formats
from dashboard.charts.named_amounts import named_amounts
from dashboard.drawing import draw
from dashboard.page import View
from dashboard.relief import findings, rankings
from dashboard.relief import words as wording
from dashboard.relief.money import yuan
from dashboard.relief.township_rows import BARS, hollow

IN_A_ROW = 3
CELLS: dict[str, Any] = {**BARS, "each": pl.Float64}


def show(view: View, cells: pl.DataFrame, programmes: dict[str, str], county_name: str) -> None:
    """Bars of every programme by every column that tells its recipients apart.

    ``cells`` as of ``queries.breakdowns``.
    """
    amounts = cells.filter(pl.col("indicator_id").is_in(list(programmes)))
    groups = amounts.select("indicator_id", "ledger_id", "dimension").unique(maintain_order=True).to_dicts()
    for start in range(0, len(groups), IN_A_ROW):
        columns = st.columns(IN_A_ROW, gap="large")
        for column, group in zip(columns, groups[start : start + IN_A_ROW], strict=False):
            with column:
                _group(view, cells, group, programmes[group["indicator_id"]], county_name)


def _group(view: View, cells: pl.DataFrame, group: dict[str, str], programme: str, county_name: str) -> None:
    of_group = cells.filter((pl.col("ledger_id") == group["ledger_id"]) & (pl.col("dimension") == group["dimension"]))
    heading = of_group[f"heading_{view.language}"][0] or group["dimension"]
    dimension = heading if view.language == "zh" else heading.lower()
    rows = bars(of_group, group["indicator_id"], view)
    finding = rankings.of_breakdown(rows, programme, dimension, view.language)
    st.subheader(findings.marked(finding, view.language, is_complete=bool(rows["is_complete"].all())), anchor=False)
    as_of = formats.as_of_text(view.as_of, view.language)
    st.caption(view.say(wording.BREAKDOWN_SUBTITLE, county=county_name, as_of=as_of) + hollow(view, rows))
    alt = view.say(wording.BREAKDOWN_ALT, programme=programme, dimension=dimension)
    key = f"breakdown_{group['indicator_id']}_{group['dimension']}"
    draw(key, named_amounts, rows, None, "", view.language, alt)


def bars(cells: pl.DataFrame, indicator_id: str, view: View) -> pl.DataFrame:
    """One row a category, :data:`CELLS`: the amount with the people and the amount per head of the same ledger.

    The most first, those withheld last in the order of the column's values. People and amount per head are left out
    where the ledger has several indicators of that kind: which belongs to the amount is then not known.
    """
    amounts = [row for row in cells.iter_rows(named=True) if row["indicator_id"] == indicator_id]
    counts, averages = (_only_one(cells.filter(pl.col("kind") == kind)) for kind in ("count", "average"))
    amounts.sort(key=lambda row: -1.0 if row["value"] is None else row["value"], reverse=True)
    rows = [_bar(view, row, counts.get(row["category"]), averages.get(row["category"])) for row in amounts]
    return pl.DataFrame(rows, schema=CELLS)


def _only_one(cells: pl.DataFrame) -> dict[str, figure.Row]:
    """By category, if the cells are of one indicator."""
    is_one = cells["indicator_id"].n_unique() == 1
    return {row["category"]: row for row in cells.iter_rows(named=True)} if is_one else {}


def _bar(view: View, row: figure.Row, count: figure.Row | None, average: figure.Row | None) -> dict[str, Any]:
    has_value = row["value"] is not None
    name = row[f"label_{view.language}"]
    amount = yuan(row["value"], view.language) if has_value else ""
    return {
        "region_name": name,
        "name": name,
        "value": row["value"],
        "last_year": row["last_year"],
        "label": amount if row["is_complete"] else f"{amount} △",
        "detail": _heads(view, count, average),
        "remark": "" if has_value else view.say(words.SUPPRESSED if row["is_suppressed"] else words.NO_FIGURE),
        "last_year_text": "—" if row["last_year"] is None else yuan(row["last_year"], view.language),
        "is_complete": row["is_complete"],
        "is_chosen": True,
        "is_suppressed": row["is_suppressed"],
        "each": average["value"] if average else None,
    }


def _heads(view: View, count: figure.Row | None, average: figure.Row | None) -> str:
    if count is None or count["value"] is None:
        return ""
    people = formats.quantity(count["value"], figure.unit(count, view.language), view.language)
    if average is None or average["value"] is None:
        return people
    each, number = yuan(average["value"], view.language), formats.plain(average["value"])
    return view.say(wording.HEADS_AND_EACH, people=people, each=each, number=number)
