"""Prizes, titles, participation and the award rate, year beside year up to the same day."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl
import streamlit as st

from dashboard import figure, words
from dashboard import format as formats
from dashboard.charts.years import years
from dashboard.competitions import findings
from dashboard.competitions import words as wording
from dashboard.drawing import draw
from dashboard.page import View
from dashboard.table import TableColumn, show_table
from warehouse.language import Label, Language

AWARD_RATE = "competition_award_rate"
TRADES = "competition_trades"
TITLED = ("skill_champions", "skill_experts")


@dataclass(frozen=True, slots=True)
class Group:
    """Indicators that are shown side by side; ``summed`` are those that the title adds up."""

    key: str
    name: Label
    unit: Label
    indicators: tuple[str, ...]
    summed: tuple[str, ...]


GROUPS = (
    Group("prizes", wording.PRIZES, wording.PRIZE_UNIT, findings.TEAM_PRIZES, findings.TEAM_PRIZES),
    Group("titles", wording.TITLES, wording.PERSON_UNIT, TITLED, TITLED),
    Group("fields", wording.PARTICIPATION, wording.TRADE_UNIT, ("competition_industries", TRADES), (TRADES,)),
)


def show(view: View, by_year: pl.DataFrame) -> None:
    """One chart a group; ``by_year`` as of ``queries.figures_by_year``."""
    known = sorted(by_year.filter(pl.col("value").is_not_null())["year"].unique())
    if len(known) < 2:
        sentence = wording.YEARS_ONE if known else wording.YEARS_NONE
        st.markdown(f"**{view.say(sentence, year=known[0] if known else '')}**")
    if not known:
        return
    st.caption(view.say(wording.YEARS_NOTE, day=view.day(view.as_of)))
    for column, group in zip(st.columns(len(GROUPS), gap="large"), GROUPS, strict=True):
        with column:
            _group(view, by_year, group, is_compared=len(known) > 1)


def _group(view: View, by_year: pl.DataFrame, group: Group, *, is_compared: bool) -> None:
    title = view.say(group.name)
    if is_compared:
        title = findings.of_years(by_year, group.summed, group.name, group.unit, view.as_of.year, view.language)
    st.subheader(title, anchor=False)
    kinds = [wording.SHORT_NAMES[name].in_language(view.language) for name in group.indicators]
    alt = view.say(wording.YEARS_ALT, name=view.say(group.name))
    draw(f"years_{group.key}", years, counts(by_year, group.indicators, view.language), kinds, view.language, alt)


def counts(by_year: pl.DataFrame, indicators: Sequence[str], language: Language) -> pl.DataFrame:
    """The bars: year, kind, count, label, is_complete; a year without a figure says why in place of a number."""
    rows = [
        {
            "year": row["year"],
            "kind": wording.SHORT_NAMES[row["indicator_id"]].in_language(language),
            "count": row["value"],
            "label": "" if row["value"] is None else _count(row),
            "is_complete": row["is_complete"],
        }
        for row in by_year.iter_rows(named=True)
        if row["indicator_id"] in indicators
    ]
    schema = {
        "year": pl.Int64,
        "kind": pl.String,
        "count": pl.Float64,
        "label": pl.String,
        "is_complete": pl.Boolean,
    }
    return pl.DataFrame(rows, schema=schema)


def _count(row: figure.Row) -> str:
    return f"{formats.plain(row['value'])}{'' if row['is_complete'] else ' *'}"


def award_rate(view: View, by_year: pl.DataFrame) -> None:
    """The award rate with both of its parts, the latest year first."""
    rates = by_year.filter(pl.col("indicator_id") == AWARD_RATE)
    st.subheader(findings.of_rate(rates, view.as_of.year, view.language), anchor=False)
    if rates["value"].null_count() == rates.height:
        return
    columns = [
        TableColumn("year", view.say(wording.YEAR)),
        TableColumn("awards", view.say(wording.INDIVIDUAL_AWARDS), is_number=True),
        TableColumn("entrants", view.say(wording.ENTRANTS), is_number=True),
        TableColumn("rate", view.say(wording.RATE), is_number=True),
        TableColumn("change", view.say(words.YOY), is_number=True),
    ]
    lines = [_rate_line(row, view.language) for row in rates.sort("year", descending=True).iter_rows(named=True)]
    show_table(columns, lines, view.say(wording.RATE))


def _rate_line(row: figure.Row, language: Language) -> dict[str, object]:
    has_value = row["value"] is not None
    change = findings.change_in_points(row["yoy"], language).lstrip("，, ")
    return {
        "year": row["year"],
        "awards": "" if row["numerator"] is None else formats.plain(row["numerator"]),
        "entrants": "" if row["denominator"] is None else formats.plain(row["denominator"]),
        "rate": formats.percent(row["value"]) if has_value else figure.reason(row["reason"], language),
        "change": change or "—",
    }
