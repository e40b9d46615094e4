"""The columns of a template's sheet: what stands over them, and what may stand in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipelines.industries import SECTIONS
from pipelines.ledger import CATALOGUE, Column, Kind, Ledger
from pipelines.reading.headings import folded, without_unit
from pipelines.reading.texts import is_code

YES_OR_NO = ("是", "否")


@dataclass(frozen=True, slots=True)
class Known:
    """What a federation has beyond the declarations: county code, townships, and indicators' names by their ids."""

    county_code: str = ""
    townships: Sequence[str] = ()
    indicators: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Field:
    """One column of the sheet; of a person there are two, the name and the identity number.

    ``choices`` are the values to choose from (empty: free); with ``is_open`` another one is
    questioned and taken. ``is_text`` formats the cells as text.
    """

    column: Column
    heading: str
    is_name: bool = False
    choices: tuple[str, ...] = ()
    is_open: bool = False
    is_text: bool = False


def fields_of(ledger: Ledger, known: Known) -> list[Field]:
    """The columns in declared order, a name before its identity number."""
    found: list[Field] = []
    for column in ledger.columns:
        if column.kind is Kind.PERSON and column.identity_heading:
            found.append(Field(column, column.heading.zh, is_name=True))
            found.append(Field(column, column.identity_heading.zh, is_text=True))
        else:
            choices, is_open = _choices(column, known)
            found.append(
                Field(column, _with_unit(column), choices=choices, is_open=is_open, is_text=_is_text(column, ledger))
            )
    return found


def _with_unit(column: Column) -> str:
    """The heading with its unit in brackets, where the reader takes it for one."""
    heading = column.heading.zh
    if column.unit is None:
        return heading
    with_unit = f"{heading}（{column.unit.zh}）"
    return with_unit if without_unit(folded(with_unit)) == folded(heading) else heading


def _choices(column: Column, known: Known) -> tuple[tuple[str, ...], bool]:
    if column.kind is Kind.BOOL:
        return YES_OR_NO, False
    if column.kind is Kind.TOWN:
        return tuple(known.townships), True
    if column.code_list == "industry_section":
        return tuple(section.label.zh for section in SECTIONS), True
    if names_an_indicator(column):
        return tuple(known.indicators), False
    return tuple(value.zh for value in column.values), False


def names_an_indicator(column: Column) -> bool:
    """Whether the column holds ids of the catalogue of indicators."""
    return column.reference is not None and column.reference.ledger == CATALOGUE


def _is_text(column: Column, ledger: Ledger) -> bool:
    """Whether cells are formatted as text: codes would lose digits or zeros, months would become days."""
    if column.kind in (Kind.USCC, Kind.MONTH, Kind.TOWN):
        return True
    is_key = column.stored_name in ledger.key or column.reference is not None
    return column.kind is Kind.TEXT and (is_code(column) or column.code_list is not None or is_key)
