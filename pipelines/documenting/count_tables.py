"""The part of the data dictionary about the tables that count people on the analysts' desk."""

from collections.abc import Mapping

from pipelines.documenting import words
from pipelines.documenting.markdown import code, items, table
from pipelines.ledger import Ledger
from warehouse.declaration_names import COLUMN_KINDS
from warehouse.desk.people.count_declarations import FullCount, WithheldCount, full_counts, withheld_counts
from warehouse.desk.people.counting import TOWNSHIP_COLUMN
from warehouse.desk.people.explanation import WITHHELD
from warehouse.desk.people.people_tables import COLUMNS, columns_of, label_of
from warehouse.language import Label, Language


def count_tables(ledgers: Mapping[str, Ledger], language: Language) -> list[str]:
    """Every table with its columns, those that withhold small numbers first."""
    lines = [f"## {words.COUNT_TABLES.in_language(language)}", "", words.COUNT_TABLES_INTRO.in_language(language), ""]
    lines += [*(f"- {rule.in_language(language)}" for rule in WITHHELD), ""]
    tables: tuple[WithheldCount | FullCount, ...] = (*withheld_counts(), *full_counts())
    for one in tables:
        lines += [f"### {code(f'mart.{one.table}')}", "", one.label.in_language(language), ""]
        lines += [*items(_facts(one, ledgers[one.ledger], language)), *_columns(one, language)]
    return lines


def _facts(one: WithheldCount | FullCount, ledger: Ledger, language: Language) -> list[tuple[str, str | None]]:
    facts: list[tuple[str, str | None]] = [(words.LEDGER.in_language(language), ledger.label.in_language(language))]
    if isinstance(one, WithheldCount):
        dimensions = [f"{_heading(name, ledger).in_language(language)} {code(name)}" for name in one.dimensions]
        facts += [
            (words.PERIOD.in_language(language), words.PERIODS[one.period].in_language(language)),
            (words.DIMENSIONS.in_language(language), words.SEPARATOR.in_language(language).join(dimensions)),
        ]
    return facts


def _heading(name: str, ledger: Ledger) -> Label:
    """A ledger without a township of its own has that of its household, unit or union."""
    return COLUMNS[name][0] if name == TOWNSHIP_COLUMN else ledger.column(name).heading


def _columns(one: WithheldCount | FullCount, language: Language) -> list[str]:
    rows = []
    for name in columns_of(one):
        _, kind, unit = COLUMNS[name]
        rows.append(
            [
                code(name),
                label_of(one, name).in_language(language),
                COLUMN_KINDS[kind].in_language(language),
                unit.in_language(language) if unit else "",
            ]
        )
    headings = (words.COLUMN, words.HEADING, words.KIND, words.UNIT)
    return table([heading.in_language(language) for heading in headings], rows)
