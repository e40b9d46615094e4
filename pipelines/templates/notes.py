"""The note on a heading: what is meant, whether it is required, what is allowed, an example."""

import datetime as dt
from collections.abc import Iterator, Mapping

from pipelines.ledger import Column, Kind, Ledger
from pipelines.reading.cell_rules import EXPECTED
from pipelines.templates.examples import Example
from pipelines.templates.fields import YES_OR_NO, Field, names_an_indicator

_MOST_CHOICES_NAMED = 20
_NUMBERS = (Kind.INT, Kind.NUMBER, Kind.MONEY)


def note_of(field: Field, example: Example, ledger: Ledger, ledgers: Mapping[str, Ledger]) -> str:
    """The note, one statement a line, in Chinese."""
    return "\n".join(_lines(field, example, ledger, ledgers))


def _lines(field: Field, example: Example, ledger: Ledger, ledgers: Mapping[str, Ledger]) -> Iterator[str]:
    column = field.column
    about = f"：{column.description.zh}" if column.description and not field.is_name else ""
    yield f"【{field.heading}】{about}"
    yield _demand(column)
    if field.is_name:
        yield "填写：姓名，只用于核对，不入库"
    elif field.choices:
        named = field.choices[:_MOST_CHOICES_NAMED]
        yield f"可选值：{'、'.join(named)}{'……（见下拉列表）' if len(named) < len(field.choices) else ''}"
    elif column.kind in EXPECTED:
        yield f"填写：{EXPECTED[column.kind].zh}"
    if column.kind in _NUMBERS:
        yield f"范围：{_range(column)}"
    if column.unit:
        yield f"单位：{column.unit.zh}"
    if column.reference and not names_an_indicator(column):
        yield f"对照：应在《{ledgers[column.reference.ledger].label.zh}》中"
    for rule in () if field.is_name else ledger.rules:
        if rule.column == column.stored_name:
            yield f"{'核对' if rule.severity == 'error' else '提醒'}：{rule.message.zh}"
    if example is not None:
        yield f"示例：{example.isoformat() if isinstance(example, dt.date) else example}"


def _demand(column: Column) -> str:
    if column.required:
        return "必填"
    if column.default is not None:
        return f"选填，空着按“{column.default}”计"
    return f"选填，空着按“{YES_OR_NO[1]}”计" if column.kind is Kind.BOOL else "选填"


def _range(column: Column) -> str:
    if column.positive:
        return "大于0"
    if column.minimum is not None:
        return f"不小于{column.minimum}"
    return "可以是负数（退款或冲销）" if column.signed or column.signed_warning else "不能是负数"
