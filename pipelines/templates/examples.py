"""What stands in the example row of a template; every value is one that the column takes."""

import datetime as dt

from pipelines.ledger import Column, Kind, Ledger, Span
from pipelines.templates.fields import Field, Known

Example = str | int | float | dt.date | None

IDENTITY_NUMBER = "11010519491231002X"
"""The example that GB 11643 itself gives."""

CREDIT_CODE = "91350100M000100Y43"
"""The example that GB 32100 itself gives."""

NAME = "张某某"
A_DAY, A_MONTH, A_YEAR = dt.date(2021, 3, 5), "2021-03", 2021
TOWNSHIP = "青禾街道"
COUNTY_CODE = "530499"
_A_BODY = "办公室"
_A_NUMBER = 10
_FIXED: dict[Kind, Example] = {
    Kind.PERSON: IDENTITY_NUMBER,
    Kind.USCC: CREDIT_CODE,
    Kind.TOWN: TOWNSHIP,
    Kind.MONTH: A_MONTH,
    Kind.YEAR: A_YEAR,
}


def example_of(field: Field, ledger: Ledger, known: Known) -> Example:
    """The example for one column; empty for the end of what is still in force."""
    column = field.column
    if field.is_name:
        return NAME
    if isinstance(ledger.time, Span) and column.name == ledger.time.end and not column.required:
        return None
    return field.choices[0] if field.choices else _of_kind(column, ledger, known)


def _of_kind(column: Column, ledger: Ledger, known: Known) -> Example:
    if column.kind is Kind.DATE:
        return A_DAY + dt.timedelta(days=_place_among_dates(column, ledger))
    if column.kind in (Kind.INT, Kind.NUMBER, Kind.MONEY):
        return _number(column)
    return _FIXED[column.kind] if column.kind in _FIXED else _text(column, known)


def _place_among_dates(column: Column, ledger: Ledger) -> int:
    """Later columns have later days, as what they tell commonly follows."""
    dates = [other.name for other in ledger.columns if other.kind is Kind.DATE]
    return 10 * dates.index(column.name)


def _number(column: Column) -> int:
    if isinstance(column.default, int):
        return column.default
    return column.minimum if column.minimum is not None else _A_NUMBER


def _text(column: Column, known: Known) -> str:
    if column.code_list == "county_township":
        return f"{known.county_code or COUNTY_CODE}001"
    if isinstance(column.default, str):
        return column.default
    if column.names_a_body:
        return _A_BODY
    return "2021-001" if column.heading.zh.endswith(("编号", "编码", "代码")) else f"某{column.heading.zh}"
