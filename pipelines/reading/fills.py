"""Values that a line above the heading, the title or the sheet's name gives to a column the sheet lacks."""

from collections.abc import Collection

from pipelines.ledger import Column, Kind, Ledger
from pipelines.reading.headings import Target, folded
from pipelines.reading.title_lines import TitleLines, named_month, named_year
from pipelines.reading.workbook import Cell

Fills = dict[str, Cell]
"""Values as they would stand in every cell, by stored column name."""

CAMPAIGN = "campaign"


def fills_of(ledger: Ledger, present: Collection[Target], lines: TitleLines, sheet_name: str) -> Fills:
    """What is said once for all rows, of the ledger's columns that are not among ``present``.

    A line ``表头：值`` goes before the title, the title before the sheet's name. A person is never filled.
    """
    fills: Fills = {}
    for column in ledger.columns:
        if column.kind is Kind.PERSON or Target(column.stored_name) in present:
            continue
        value = _entry(column, lines)
        if value is None:
            value = _named(column, ledger, [" ".join(lines.titles), sheet_name])
        if value is not None:
            fills[column.stored_name] = value
    return fills


def _entry(column: Column, lines: TitleLines) -> Cell:
    for name in (column.heading.zh, *column.synonyms):
        if (value := lines.entry(folded(name))) is not None:
            return value
    return None


def _named(column: Column, ledger: Ledger, places: list[str]) -> Cell:
    if column.kind is Kind.YEAR:
        return named_year(places)
    if column.kind is Kind.MONTH:
        month = named_month([folded(place) for place in places])
        return f"{month:%Y-%m}" if month else None
    if column.kind is Kind.ENUM and column.name == CAMPAIGN:
        return _campaign(column, [folded(place).replace(folded(ledger.label.zh), "") for place in places])
    return None


def _campaign(column: Column, places: list[str]) -> str | None:
    """The one campaign named; the ledger's own name is no campaign, nor is 其他."""
    for place in places:
        named = {
            value.zh
            for value in column.values
            if value.zh != "其他" and any(folded(word) in place for word in (value.zh, *value.synonyms))
        }
        if len(named) == 1:
            return named.pop()
    return None
