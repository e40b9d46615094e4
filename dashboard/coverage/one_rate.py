"""One rate: through the year, by township, and every township over 24 months."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard import figure, heading, words
from dashboard import findings as shared
from dashboard import format as formats
from dashboard.charts.bullet import bullet
from dashboard.charts.rate_multiples import rate_multiples
from dashboard.charts.rate_years import rate_years
from dashboard.coverage import findings, multiples
from dashboard.coverage import words as wording
from dashboard.drawing import draw
from dashboard.page import View

COLUMNS = 4


def through_the_year(view: View, rate: dict[str, Any], courses: pl.DataFrame) -> None:
    """This year's line over last year's; ``rate`` of ``queries.rates``, ``courses`` as of ``queries.courses``."""
    course = courses.filter(pl.col("region_code") == view.region_code)
    as_of = formats.as_of_text(view.as_of, view.language)
    st.subheader(findings.of_rate(rate, view.region_name, as_of, view.language), anchor=False)
    name = rate[f"label_{view.language}"]
    if course["value"].is_null().all():
        return
    years = {"year": view.as_of.year, "before": view.as_of.year - 1}
    source = rate["last_year_source"]
    reported = view.say(words.REPORTED_LAST_YEAR, source=source) if source else ""
    st.caption(f"{view.say(wording.YEARS_SUBTITLE, **years)}{reported}")
    alt = view.say(wording.YEARS_ALT, rate=name, **years)
    draw("rate_years", rate_years, course, view.language, alt)
    explained = (rate[f"definition_{view.language}"], rate[f"caveat_{view.language}"])
    st.caption(" ".join(text for text in explained if text))


def by_township(view: View, rate: dict[str, Any], courses: pl.DataFrame) -> None:
    """Bars of all townships with target, last year and parts."""
    now = courses.filter((pl.col("as_of_date") == view.as_of) & (pl.col("position") > 0))
    name = rate[f"label_{view.language}"]
    as_of = formats.as_of_text(view.as_of, view.language)
    st.subheader(shared.of_townships(now, name, as_of, view.language), anchor=False)
    heading.key_of_lights(view, as_of)
    if not now["is_complete"].all():
        st.caption(view.say(wording.INCOMPLETE_TOWNSHIPS))
    if not now.is_empty():
        alt = view.say(words.BULLET_ALT, indicator=name)
        draw("rate_by_township", bullet, now, view.language, alt, chosen=view.region_name)


def over_months(view: View, rate: dict[str, Any], courses: pl.DataFrame) -> None:
    """Small multiples: every township's last 24 months."""
    townships = courses.filter(pl.col("position") > 0)
    name = rate[f"label_{view.language}"]
    as_of = formats.as_of_text(view.as_of, view.language)
    heads = multiples.heads(townships.filter(pl.col("as_of_date") == view.as_of), rate["better"], view.language)
    st.subheader(findings.of_changes(heads, name, as_of, view.language), anchor=False)
    if townships["value"].is_null().all():
        return
    st.caption(view.say(wording.MULTIPLES_SUBTITLE, as_of=as_of))
    with st.container(key="multiples"):
        per_column = -(-heads.height // COLUMNS)
        for place, column in enumerate(st.columns(COLUMNS, gap="medium")):
            with column:
                _bands(view, rate, townships, heads.slice(place * per_column, per_column), place)


def _bands(view: View, rate: dict[str, Any], townships: pl.DataFrame, heads: pl.DataFrame, place: int) -> None:
    """One column of the small multiples: the townships of ``heads``, one below the other."""
    if heads.is_empty():
        return
    courses = heads.select("region_code").join(townships, on="region_code", how="left", maintain_order="left")
    names = words.SEPARATOR.in_language(view.language).join(heads["region_name"])
    draw(
        f"rate_multiples_{place}",
        rate_multiples,
        courses,
        heads.select("region_name", "headline", "colour"),
        multiples.bounds(townships),
        starts_anew=figure.starts_anew(rate),
        language=view.language,
        description=view.say(wording.MULTIPLES_ALT, names=names, rate=rate[f"label_{view.language}"]),
    )
