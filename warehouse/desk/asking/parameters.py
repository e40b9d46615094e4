"""The named parameters of a query: ``:as_of``, ``:township`` and others, and what may be given for them.

A line of comment may say what a parameter is::

    -- :days number = 60 天数 | Days

its kind, what it is unless somebody says otherwise, and its name in both languages. Without one the kind follows from
the parameter's name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from warehouse.language import Label, Refusal

Kind = Literal["as_of", "date", "region", "township", "department", "indicator", "number", "text"]

Value = str | int | float | None

KINDS = get_args(Kind)
NAMES: Mapping[str, Label] = {
    "as_of": Label("截至", "As of"),
    "region": Label("地区", "Region"),
    "township": Label("乡镇（街道）和系统", "Township or system"),
    "department": Label("部室", "Department"),
    "indicator": Label("指标", "Indicator"),
    "year": Label("年度", "Year"),
    "days": Label("天数", "Days"),
    "amount": Label("金额（元）", "Amount (yuan)"),
}
OF_NAMES: tuple[tuple[str, Kind], ...] = (
    (r"as_of", "as_of"),
    (r"date|day|since|until|.*_date", "date"),
    (r"region|region_code", "region"),
    (r"township|township_code", "township"),
    (r"department", "department"),
    (r"indicator|indicator_id", "indicator"),
    (r"year|month_number|days|months|years|amount|rows|top|.*_(days|amount|count|rate|number)", "number"),
)
"""Which kind a parameter is by its name; any other is text. An ``as_of`` is one of the days that ``as_of.*`` knows, a
``date`` any."""

_PLACES = re.compile(
    r"(?<!\w)[eE]'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/|\$(\w*)\$.*?\$\1\$"
    r"|::|(?<![\w'\"\])}])[:$](?P<name>[A-Za-z_]\w*)",
    re.DOTALL,
)
"""Texts, names in quotes and comments, in which nothing is a parameter, and parameters; as in :mod:`.sandbox_child`."""
_DECLARED = re.compile(
    r"^[ \t]*--[ \t]*:(?P<name>[A-Za-z_]\w*)[ \t]+(?P<kind>[a-z]+)(?:[ \t]*=[ \t]*(?P<default>\S+))?"
    r"(?:[ \t]+(?P<zh>[^|\n]+?))?(?:[ \t]*\|[ \t]*(?P<en>[^\n]+?))?[ \t]*$",
    re.MULTILINE,
)
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query; ``default`` as it would be typed, "" where nothing is said."""

    name: str
    kind: Kind
    label: Label
    default: str = ""


def parameters_of(sql: str) -> tuple[Parameter, ...]:
    """The parameters of a query, each once, in the order of their first use."""
    names = dict.fromkeys(found["name"] for found in _PLACES.finditer(sql) if found["name"])
    declared = {found["name"]: found for found in _DECLARED.finditer(sql)}
    return tuple(_parameter(name, declared.get(name)) for name in names)


def values_of(parameters: tuple[Parameter, ...], given: Mapping[str, str]) -> dict[str, Value]:
    """What a query is asked with: days as ISO text, nothing chosen as None, numbers as numbers.

    Raises :class:`Refusal` naming the first parameter that lacks a value, or has one that it cannot have.
    """
    return {one.name: _value(one, given.get(one.name, one.default).strip()) for one in parameters}


def _parameter(name: str, declared: re.Match[str] | None) -> Parameter:
    by_name: Kind = next((kind for pattern, kind in OF_NAMES if re.fullmatch(pattern, name)), "text")
    named = NAMES.get(name, Label(name, name))
    if declared is None or declared["kind"] not in KINDS:
        return Parameter(name, by_name, named)
    kind: Kind = next(kind for kind in KINDS if kind == declared["kind"])
    zh = declared["zh"] or named.zh
    return Parameter(name, kind, Label(zh, declared["en"] or (declared["zh"] or named.en)), declared["default"] or "")


def _value(parameter: Parameter, given: str) -> Value:
    zh, en = parameter.label.zh, parameter.label.en
    if parameter.kind in ("as_of", "date"):
        return _date(given, zh, en)
    if parameter.kind == "number":
        return _number(given, zh, en)
    if parameter.kind in ("township", "department"):
        # nothing chosen is all of them: where (:township is null or …)
        return given or None
    if parameter.kind in ("region", "indicator") and not given:
        raise Refusal(f"请选择参数“{zh}”", f"Choose the parameter “{en}”")
    return given


def _date(given: str, zh: str, en: str) -> str:
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise Refusal(
            f"参数“{zh}”应为日期，如 2021-12-31", f"The parameter “{en}” is a date, such as 2021-12-31"
        ) from None


def _number(given: str, zh: str, en: str) -> int | float:
    if not _NUMBER.fullmatch(given):
        raise Refusal(f"请填写参数“{zh}”，应为数字", f"Give the parameter “{en}”, which is a number")
    return float(given) if "." in given else int(given)
