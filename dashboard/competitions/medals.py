"""The medal table: prizes and titles by industry or trade."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard.charts.medal_table import medal_table
from dashboard.competitions import choices, findings, queries
from dashboard.competitions import words as wording
from dashboard.drawing import draw
from dashboard.page import View
from warehouse.language import Language

PRIZES = ("一等奖", "二等奖", "三等奖")
MERITS = ("优秀奖", "优秀组织奖")
TITLES = ("技术状元", "技术能手")


def show(view: View) -> None:
    """Choices, finding and table."""
    grouping, chosen = choices.awards(view, queries.awards(view.published, view.as_of))
    lines = table(chosen, grouping, view.say(wording.UNKNOWN_TRADE))
    st.subheader(findings.of_medals(lines, view.as_of.year, view.language), anchor=False)
    if not lines:
        return
    st.caption(view.say(wording.MEDALS_SUBTITLE))
    fields, prizes = cells(lines, view.language)
    alt = view.say(wording.MEDALS_ALT, grouping=view.say(choices.GROUPINGS[grouping]))
    draw("medals", medal_table, fields, [line["group"] for line in lines], prizes, view.language, alt)


def table(awards: pl.DataFrame, grouping: str, unknown: str) -> list[dict[str, Any]]:
    """One line a group: group, the number of each prize and title, total, team, individual; the best first.

    ``awards`` as of ``queries.awards``. Ranked by first, second and third prizes, then all awards, then the name.
    """
    graded = awards.with_columns(pl.col(grouping).fill_null(unknown).alias("group"))
    counted = graded.group_by("group").agg(
        *(_sum(pl.col("grade") == grade).alias(grade) for grade in PRIZES),
        _sum(pl.col("grade").is_in(MERITS)).alias("优秀奖"),
        *(_sum(pl.col("title") == title).alias(title) for title in TITLES),
        pl.col("awards").sum().alias("total"),
        _sum(pl.col("award_kind") == "团体").alias("team"),
        _sum(pl.col("award_kind") == "个人").alias("individual"),
    )
    return counted.sort([*PRIZES, "total", "group"], descending=[True] * 4 + [False]).to_dicts()


def _sum(condition: pl.Expr) -> pl.Expr:
    return pl.col("awards").filter(condition).sum()


def cells(lines: list[dict[str, Any]], language: Language) -> tuple[pl.DataFrame, list[str]]:
    """The fields of the chart (group, prize, count, tip) and the prizes in order, the total last."""
    names = {key: label.in_language(language) for key, label in wording.GRADES.items()}
    total = wording.TOTAL.in_language(language)
    team, individual = wording.TEAM.in_language(language), wording.INDIVIDUAL.in_language(language)
    rows = [
        {"group": line["group"], "prize": name, "count": line[key], "tip": f"{line['group']} · {name} {line[key]}"}
        for line in lines
        for key, name in [*names.items(), ("total", total)]
    ]
    frame = pl.DataFrame(rows)
    parts = {line["group"]: f"{team} {line['team']} · {individual} {line['individual']}" for line in lines}
    tips = pl.concat_str("tip", pl.col("group").replace_strict(parts), separator=" · ")
    is_total = pl.col("prize") == total
    return frame.with_columns(pl.when(is_total).then(tips).otherwise("tip").alias("tip")), [*names.values(), total]
