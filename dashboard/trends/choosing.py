"""What is looked at: an indicator, places, years and the way to compare them, all in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from dashboard import address, data, heading, words
from dashboard import choice as one_choice
from dashboard.page import View
from dashboard.trends import queries
from dashboard.trends import words as wording

FIRST_SHOWN = "wage_bargaining_coverage"
YEARS_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Chosen:
    """The indicator's definition, the places by code, the years (the latest first), and yoy, mom or total."""

    definition: Mapping[str, Any]
    regions: Mapping[str, str]
    years: tuple[int, ...]
    compare: str

    @property
    def latest(self) -> int:
        return self.years[0]

    @property
    def is_by_month(self) -> bool:
        """Whether each month has a figure of its own: counts and amounts that grow over the year."""
        return self.is_cumulative and self.definition["kind"] in ("count", "amount")

    @property
    def is_cumulative(self) -> bool:
        return bool(self.definition["time"] == "ytd")

    @property
    def way(self) -> str:
        """How the places are drawn: what does not accumulate is compared by year instead."""
        return "yoy" if self.compare == "total" and not self.is_cumulative else self.compare

    def last_day(self, as_of: date) -> date:
        """The day that the latest year is looked at."""
        return as_of if as_of.year == self.latest else date(self.latest, 12, 31)


def choose(view: View) -> Chosen | None:
    """The four fields and what they say; None where the version has no indicator."""
    definitions = {row["indicator_id"]: row for row in data.definitions(view.published).iter_rows(named=True)}
    if not definitions:
        return None
    top, below = st.columns([3, 2], vertical_alignment="bottom"), st.columns([3, 2])
    with top[0]:
        indicator_id = _indicator(view, definitions)
    with top[1]:
        compare = _compare(view)
    with below[0]:
        regions = _regions(view)
    with below[1]:
        years = _years(view)
    return Chosen(definitions[indicator_id], regions, years, compare)


def _indicator(view: View, definitions: Mapping[str, Mapping[str, Any]]) -> str:
    names = {
        indicator_id: view.say(
            wording.OF_FAMILY, family=row[f"family_label_{view.language}"], indicator=row[f"label_{view.language}"]
        )
        for indicator_id, row in definitions.items()
    }
    default = FIRST_SHOWN if FIRST_SHOWN in names else next(iter(names))
    return one_choice.choose(view, words.INDICATOR, "indicator", names, default, width="stretch")


def _compare(view: View) -> str:
    names = {code: view.say(label) for code, label in wording.COMPARISONS.items()}
    choice = address.chosen("compare", list(names), "yoy")
    st.radio(
        view.say(wording.COMPARE),
        list(names),
        format_func=lambda code: names[code],
        horizontal=True,
        key=address.widget_key("compare"),
        on_change=address.remember,
        args=("compare",),
    )
    _warn(view, (choice.invalid,) if choice.invalid else (), names[choice.value])
    return choice.value


def _regions(view: View) -> dict[str, str]:
    names = dict(data.regions(view.published).select("region_code", "region_name").iter_rows())
    choice = address.chosen_several("regions", list(names), (view.region_code,))
    address.choose_several(view.say(wording.REGIONS), "regions", names, view.say(words.CHOOSE))
    chosen = {code: names[code] for code in choice.values}
    _warn(view, choice.invalid, _listed(view, list(chosen.values())))
    return chosen


def _years(view: View) -> tuple[int, ...]:
    known = [year for year in queries.years(view.published) if year <= view.as_of.year]
    names = {str(year): view.say(wording.YEAR, year=year) for year in known}
    choice = address.chosen_several("years", list(names), list(names)[:YEARS_SHOWN])
    address.choose_several(view.say(wording.YEARS), "years", names, view.say(words.CHOOSE))
    _warn(view, choice.invalid, _listed(view, [names[year] for year in choice.values]))
    return tuple(int(year) for year in choice.values)


def _listed(view: View, names: list[str]) -> str:
    return words.SEPARATOR.in_language(view.language).join(names)


def _warn(view: View, invalid: tuple[str, ...], used: str) -> None:
    heading.warn([heading.Invalid(words.UNKNOWN_CHOICE, code, used) for code in invalid], view.language)
