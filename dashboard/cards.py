"""A card: one figure with everything that makes it believable."""

from html import escape
from typing import Any

import polars as pl
import streamlit as st

from dashboard import data, figure, proof_link, words
from dashboard.charts.trend import trend
from dashboard.drawing import draw
from dashboard.findings import of_missing
from dashboard.lights import FILLS
from dashboard.page import View

CARDS_IN_A_ROW = 4


def cards(view: View, indicator_ids: tuple[str, ...]) -> None:
    """The named indicators as cards, in this order; one that is not defined in this version is left out."""
    shown = data.figures(view.published, view.as_of, view.region_code)
    rows = {row["indicator_id"]: row for row in shown.iter_rows(named=True)}
    present = [rows[indicator_id] for indicator_id in indicator_ids if indicator_id in rows]
    with st.container(key="cards"):
        for start in range(0, len(present), CARDS_IN_A_ROW):
            columns = st.columns(min(CARDS_IN_A_ROW, len(present)), gap="small")
            for column, row in zip(columns, present[start : start + CARDS_IN_A_ROW], strict=False):
                with column, st.container(border=True, height="stretch", key=f"card_{row['indicator_id']}"):
                    _card(view, row)


def _card(view: View, row: dict[str, Any]) -> None:
    st.html(head(view, row))
    course = data.course(view.published, row["indicator_id"], view.region_code, view.as_of)
    if course["value"].drop_nulls().len() > 0:
        name = view.say(words.TREND_OF, indicator=row[f"label_{view.language}"])
        draw(
            f"trend_{row['indicator_id']}",
            trend,
            course,
            is_ratio=row["kind"] == "ratio",
            starts_anew=figure.starts_anew(row),
            colour=FILLS[row["light"] or "grey"],
            language=view.language,
            description=name,
        )
    st.html(foot(view, row))


def head(view: View, row: dict[str, Any]) -> str:
    """Name, light, value, parts, target and change as HTML."""
    language = view.language
    light_name, look, word = figure.light(row)
    changed, tone = figure.change(row, language)
    parts = figure.parts(row, language)
    size = "card-value" if row["value"] is not None else "card-reason"
    lines = [
        f'<div class="card-top"><span class="card-name">{escape(row[f"label_{language}"])}</span>'
        f'<span class="light light-{light_name}">{look.shape} {escape(word.in_language(language))}</span></div>',
        f'<div class="{size}">{escape(figure.value(row, language))}</div>',
        f'<div class="card-line{_dashed(row)}">{escape(_against(view, row))}</div>',
        f'<div class="card-line change-{tone}">{escape(changed)}</div>',
        f'<div class="card-parts">{escape(parts)}</div>' if parts else "",
    ]
    return f'<div class="card-head" lang="{language}">{"".join(lines)}</div>'


def _dashed(row: dict[str, Any]) -> str:
    """The class that draws the target's dash behind its figure, where the small line has one."""
    return " card-target" if row["kind"] == "ratio" and row["target"] is not None else ""


def _against(view: View, row: dict[str, Any]) -> str:
    """The target, and of what grows over the year since when it was counted."""
    goal = figure.target(row, view.language)
    if row["time"] != "ytd" or row["value"] is None:
        return goal
    return f"{view.say(words.YEAR_TO_DATE, year=view.as_of.year)} · {goal}"


def foot(view: View, row: dict[str, Any]) -> str:
    """Completeness, owner, quality, definition and the way to the proof as HTML."""
    owner = view.say(
        words.OWNER if row["owner"] else words.OWNER_UNNAMED,
        department=row["department_name"] or row["department_id"],
        owner=row["owner"],
    )
    return (
        f'<div class="card-owner">{escape(owner)}</div>'
        f"{_completeness(view, row)}"
        f"{proof_link.html(row, view.language)}"
        f'<details class="card-definition"><summary>{escape(view.say(words.DEFINITION))}</summary>'
        f"{''.join(f'<p>{escape(text)}</p>' for text in _definition(view, row))}</details>"
    )


def _completeness(view: View, row: dict[str, Any]) -> str:
    quality = escape(_quality(view, row))
    if row["is_complete"]:
        return f'<div class="card-foot">{escape(view.say(words.COMPLETE))} · {quality}</div>'
    missing = of_missing((row["missing"] or "").split(","), data.ledgers(view.published), view.language)
    incomplete = escape(view.say(words.INCOMPLETE, missing=missing))
    return f'<div class="card-missing">△ {incomplete}</div><div class="card-foot">{quality}</div>'


def _quality(view: View, row: dict[str, Any]) -> str:
    read = row["ledgers"].split(",")
    sheets = data.sheets(view.published).filter(pl.col("ledger_id").is_in(read))
    rejected = int(sheets["rejected"].sum())
    said = view.say(words.REJECTED_ROWS, rows=f"{rejected:,}") if rejected else view.say(words.NONE_REJECTED)
    return " · ".join(filter(None, (said, figure.corrected(row, view.language))))


def _definition(view: View, row: dict[str, Any]) -> list[str]:
    ledgers = data.ledgers(view.published)
    names = ledgers.filter(pl.col("ledger_id").is_in(row["ledgers"].split(",")))[f"label_{view.language}"]
    texts = [row[f"definition_{view.language}"], row[f"caveat_{view.language}"]]
    sources = view.say(words.SOURCES, ledgers=words.SEPARATOR.in_language(view.language).join(names))
    version = view.say(words.DEFINITION_VERSION, version=row["definition_version"])
    return [*(text for text in texts if text), sources, version]
