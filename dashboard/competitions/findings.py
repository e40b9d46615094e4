"""The sentences over charts and tables of the competitions, computed from what they show."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from dashboard import figure, words
from dashboard import format as formats
from dashboard.competitions import words as wording
from dashboard.findings import listed
from warehouse.language import Label, Language

TEAM_PRIZES = ("team_first_prizes", "team_second_prizes", "team_third_prizes")
MOST_NAMED = 3


def of_figures(figures: pl.DataFrame, as_of: date, language: Language) -> str:
    """What the county's teams brought home; ``figures`` of one day with indicator_id, value."""
    values = dict(figures.select("indicator_id", "value").iter_rows())
    when = formats.as_of_text(as_of, language)
    if not values.get("competition_trades"):
        return wording.FIGURES_NONE.in_language(language).format(as_of=when)
    prizes = sum(values.get(name) or 0 for name in TEAM_PRIZES)
    return wording.FIGURES_FINDING.in_language(language).format(
        as_of=when,
        industries=formats.plain(values.get("competition_industries") or 0),
        trades=formats.plain(values["competition_trades"]),
        prizes=formats.plain(prizes),
        champions=formats.plain(values.get("skill_champions") or 0),
        experts=formats.plain(values.get("skill_experts") or 0),
    )


def of_medals(lines: Sequence[Mapping[str, Any]], year: int, language: Language) -> str:
    """Who leads; ``lines`` of the medal table, the first first, with group, first prizes and total."""
    if not lines:
        return wording.MEDALS_NONE.in_language(language).format(year=year)
    best = _rank(lines[0])
    leaders = [line for line in lines if _rank(line) == best]
    found = {"year": year, "awards": sum(line["total"] for line in lines)}
    if len(leaders) == 1:
        first = leaders[0]
        return wording.MEDALS_FINDING.in_language(language).format(
            **found, first=first["group"], gold=first["一等奖"], most=first["total"]
        )
    named = listed([line["group"] for line in leaders], language, MOST_NAMED)
    return wording.MEDALS_TIED.in_language(language).format(
        **found, firsts=named, gold=leaders[0]["一等奖"], most=leaders[0]["total"]
    )


def _rank(line: Mapping[str, Any]) -> tuple[int, ...]:
    return line["一等奖"], line["二等奖"], line["三等奖"], line["total"]


def of_years(
    by_year: pl.DataFrame, indicators: Sequence[str], name: Label, unit: Label, year: int, language: Language
) -> str:
    """This year's sum of the indicators against the last; ``by_year`` as of ``queries.figures_by_year``."""
    chosen = by_year.filter(pl.col("indicator_id").is_in(indicators) & pl.col("value").is_not_null())
    sums = dict(chosen.group_by("year").agg(pl.col("value").sum()).iter_rows())
    said = {"name": name.in_language(language), "unit": unit.in_language(language)}
    if year not in sums or year - 1 not in sums:
        return wording.ABSENT.in_language(language).format(**said)
    difference = sums[year] - sums[year - 1]
    sentence = wording.AS_MANY if difference == 0 else wording.MORE if difference > 0 else wording.FEWER
    return sentence.in_language(language).format(
        **said, now=formats.plain(sums[year]), size=formats.plain(abs(difference))
    )


def of_rate(rates: pl.DataFrame, year: int, language: Language) -> str:
    """The award rate of the year and its change in percentage points."""
    row = next((line for line in rates.iter_rows(named=True) if line["year"] == year), None)
    if row is None or row["value"] is None:
        reason = figure.reason(row["reason"] if row else None, language)
        return wording.RATE_NONE.in_language(language).format(year=year, reason=reason)
    return wording.RATE_FINDING.in_language(language).format(
        year=year,
        value=formats.percent(row["value"]),
        entrants=formats.plain(row["denominator"]),
        awards=formats.plain(row["numerator"]),
        change=change_in_points(row["yoy"], language),
    )


def change_in_points(yoy: float | None, language: Language) -> str:
    """The change on a year before in words; nothing where there is none to tell."""
    if yoy is None:
        return ""
    if formats.is_zero(yoy):
        return wording.SAME.in_language(language)
    return (wording.UP if yoy > 0 else wording.DOWN).in_language(language).format(size=formats.points(yoy, language))


def of_roles(held: pl.DataFrame, names: Mapping[str, str], year: int, language: Language) -> str:
    """How many competitions of each role; ``held`` has role and competitions, ``names`` the roles in order."""
    counts = dict(held.group_by("role").agg(pl.col("competitions").sum()).iter_rows())
    if not counts:
        return wording.ROLES_NONE.in_language(language).format(year=year)
    parts = [
        wording.ROLES_PART.in_language(language).format(role=name, count=counts[role])
        for role, name in names.items()
        if counts.get(role)
    ]
    return wording.ROLES_FINDING.in_language(language).format(
        year=year, competitions=sum(counts.values()), parts=words.SEPARATOR.in_language(language).join(parts)
    )
