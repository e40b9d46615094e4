"""A list of figures: state, value, target, parts and change of each, and who owns it."""

import polars as pl

from dashboard import figure, proof_link, words
from dashboard.page import View
from dashboard.table import TableColumn, Toned
from warehouse.language import Language

KIND = "figures"
"""Of the table: its columns stand below each other in every list, and a phone shows each figure as a block."""


def columns(view: View) -> list[TableColumn]:
    """The columns of the list."""
    return [
        TableColumn("light", view.say(words.STATE)),
        TableColumn("name", view.say(words.INDICATOR)),
        TableColumn("value", view.say(words.VALUE), is_number=True),
        TableColumn("goal", view.say(words.GOAL), is_number=True),
        TableColumn("parts", view.say(words.PARTS), is_sentence=True),
        TableColumn("change", view.say(words.YOY)),
        TableColumn("owner", view.say(words.DEPARTMENT_OWNER)),
    ]


def rows(figures: pl.DataFrame, language: Language) -> list[dict[str, object]]:
    """One row a figure, in the order given; ``figures`` as of ``data.figures``."""
    return [_row(row, language) for row in figures.iter_rows(named=True)]


def _row(row: figure.Row, language: Language) -> dict[str, object]:
    _, look, word = figure.light(row)
    state = f"{look.shape} {word.in_language(language)}"
    is_marked = row["value"] is not None and not row["is_complete"]
    changed, tone = figure.change(row, language)
    return {
        "light": words.INCOMPLETE_STATE.in_language(language).format(state=state) if is_marked else state,
        "name": proof_link.named(row, language),
        "value": figure.value(row, language),
        "goal": figure.due_text(row, language),
        "parts": " · ".join(filter(None, (figure.parts(row, language), figure.corrected(row, language)))),
        "change": _toned(changed.removeprefix(words.YOY.in_language(language)).strip(), tone),
        "owner": owner(row),
    }


def _toned(text: str, tone: str) -> Toned | str:
    return Toned(text, tone) if text and tone != figure.NEUTRAL else text


def owner(row: figure.Row) -> str:
    """Department and owner; ``row`` has department_id, department_name and owner."""
    return " · ".join(text for text in (row["department_name"] or row["department_id"], row["owner"]) if text)
