"""What Excel lets be typed into a column, so that a mistake is seen while it is made."""

import datetime as dt
from typing import Any

from pipelines.ledger import Column, Kind
from pipelines.reading.cell_rules import EXPECTED
from pipelines.templates.fields import Field

_LONGEST_LIST = 255
"""Characters of a list that is written into the rule itself; a longer one stands in cells."""

FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2199, 12, 31)
"""The days that both Excel and the reader take."""

_MUCH = 10**15


def validation_of(field: Field, first_cell: str, listed: str | None) -> dict[str, Any] | None:
    """The rule of a column as XlsxWriter takes it, ``None`` where anything goes.

    ``first_cell`` is the first cell it applies to, ``listed`` the cells that hold its choices where
    they do not fit into the rule.
    """
    rule = _list_of(field, listed) if field.choices else _of_kind(field, first_cell)
    if rule is None:
        return None
    expected = EXPECTED.get(field.column.kind)
    message = "请从下拉列表中选择" if field.choices else f"应为{expected.zh}" if expected else "请核对"
    return {**rule, "error_title": "请核对", "error_message": message}


def fits_into_rule(field: Field) -> bool:
    """Whether the choices can be written into the rule itself."""
    return len(",".join(field.choices)) <= _LONGEST_LIST and not any("," in choice for choice in field.choices)


def _list_of(field: Field, listed: str | None) -> dict[str, Any]:
    source = f"={listed}" if listed else list(field.choices)
    return {"validate": "list", "source": source, "error_type": "warning" if field.is_open else "stop"}


def _of_kind(field: Field, cell: str) -> dict[str, Any] | None:
    column, rule = field.column, None
    match column.kind:
        case Kind.DATE:
            rule = {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
        case Kind.YEAR:
            rule = {"validate": "integer", "criteria": "between", "minimum": FIRST_DAY.year, "maximum": LAST_DAY.year}
        case Kind.MONTH:
            rule = {"validate": "custom", "value": _is_month(cell)}
        case Kind.INT | Kind.NUMBER | Kind.MONEY:
            rule = {"validate": "integer" if column.kind is Kind.INT else "decimal", **_least(column)}
        case Kind.USCC:
            rule = {"validate": "length", "criteria": "==", "value": 18}
        case Kind.PERSON if not field.is_name:
            rule = {"validate": "custom", "value": f"=OR(LEN({cell})=18,LEN({cell})=15)"}
    return rule


def _is_month(cell: str) -> str:
    year, month = f"VALUE(LEFT({cell},4))", f"VALUE(RIGHT({cell},2))"
    return f'=AND(LEN({cell})=7,MID({cell},5,1)="-",{year}>={FIRST_DAY.year},{month}>=1,{month}<=12)'


def _least(column: Column) -> dict[str, Any]:
    if column.positive:
        return {"criteria": ">", "value": 0}
    if column.minimum is not None:
        return {"criteria": ">=", "value": column.minimum}
    return {"criteria": ">=", "value": -_MUCH if column.signed or column.signed_warning else 0}
