"""The list of what is behind."""

import polars as pl

from dashboard import figure, proof_link, words
from dashboard.figure_list import owner
from dashboard.findings import listed
from dashboard.overview import words as wording
from dashboard.page import View
from dashboard.table import TableColumn
from warehouse.language import Language

MAX_TOWNSHIPS = 6


def columns(view: View) -> list[TableColumn]:
    """The list's columns; townships only where the whole county is looked at."""
    shown = [
        TableColumn("light", view.say(words.STATE)),
        TableColumn("indicator", view.say(words.INDICATOR)),
        TableColumn("now", view.say(words.NOW), is_number=True),
        TableColumn("goal", view.say(words.GOAL), is_number=True),
        TableColumn("gap", view.say(words.GAP), is_number=True),
        TableColumn("owner", view.say(words.DEPARTMENT_OWNER)),
    ]
    return (
        [*shown, TableColumn("townships", view.say(wording.TOWNSHIPS_BEHIND), is_sentence=True)]
        if view.is_county
        else shown
    )


def rows(figures: pl.DataFrame, townships_behind: pl.DataFrame, language: Language) -> list[dict[str, object]]:
    """One row an indicator with a red light, the farthest from its goal first.

    ``figures`` as of ``data.figures``, ``townships_behind`` with indicator_id and region_name.
    """
    red = [row for row in figures.iter_rows(named=True) if row["light"] == "red"]
    names: dict[str, list[str]] = {}
    for indicator_id, region_name in townships_behind.select("indicator_id", "region_name").iter_rows():
        names.setdefault(indicator_id, []).append(region_name)
    return [_row(row, names.get(row["indicator_id"], []), language) for row in sorted(red, key=distance, reverse=True)]


def distance(row: figure.Row) -> tuple[float, int]:
    """How far the value is from its goal, as a share of the goal; equals keep the indicators' order."""
    goal = figure.due(row)
    share = abs(row["value"] - goal) / abs(goal) if goal else float("inf")
    return share, -row["position"]


def _row(row: figure.Row, townships: list[str], language: Language) -> dict[str, object]:
    _, look, word = figure.light(row)
    mark = "" if row["is_complete"] else f"（{words.INCOMPLETE_MARK.in_language(language)}）"
    return {
        "light": f"{look.shape} {word.in_language(language)}{mark}",
        "indicator": proof_link.named(row, language),
        "now": figure.value(row, language),
        "goal": figure.due_text(row, language),
        "gap": figure.gap(row, language),
        "owner": owner(row),
        "townships": listed(townships, language, MAX_TOWNSHIPS) or wording.NO_TOWNSHIP.in_language(language),
    }
