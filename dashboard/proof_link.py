"""The address of an indicator's page: the same day and place, and the proof of the figure."""

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from dashboard import format as formats
from dashboard import words
from dashboard.address import link
from dashboard.table import Link
from warehouse.language import Language

PATH, NAME = "indicators", "indicator"
"""Of the page, and what an indicator stands under in its address."""


def address(indicator_id: str, as_of: date, region_code: str, language: Language) -> str:
    """Relative to any page."""
    named = {NAME: indicator_id, "as_of": formats.as_of_code(as_of), "region": region_code, "lang": language}
    return link(PATH, named)


def catalogue(as_of: date, region_code: str, language: Language) -> str:
    """The address of all indicators."""
    return link(PATH, {"as_of": formats.as_of_code(as_of), "region": region_code, "lang": language})


def of_figure(row: Mapping[str, Any], language: Language) -> str:
    """The address for a row of ``data.figures``."""
    return address(row["indicator_id"], row["as_of_date"], row["region_code"], language)


def named(row: Mapping[str, Any], language: Language) -> Link:
    """The indicator's name, leading to its page; ``row`` of ``data.figures``."""
    return Link(row[f"label_{language}"], of_figure(row, language))


def html(row: Mapping[str, Any], language: Language) -> str:
    """The discreet link of a card."""
    where = escape(of_figure(row, language), quote=True)
    return f'<a class="proof-link" href="{where}" target="_self">{escape(words.PROOF.in_language(language))}</a>'
