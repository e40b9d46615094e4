"""The fields for a query's parameters, made from the query itself."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from dashboard import data, heading, words
from dashboard import format as formats
from dashboard.desk import words as wording
from dashboard.desk.desk import Desk
from dashboard.page import View
from warehouse.desk.asking.parameters import Parameter
from warehouse.report.markdown_document import escaped

ACROSS = 3
"""How many fields stand beside each other."""
EVERY = ""
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)


def ask_for(view: View, desk: Desk, parameters: tuple[Parameter, ...]) -> dict[str, str]:
    """A field for each parameter, and what stands there now as it would be typed."""
    values: dict[str, str] = {}
    for start in range(0, len(parameters), ACROSS):
        for column, parameter in zip(st.columns(ACROSS), parameters[start : start + ACROSS], strict=False):
            with column:
                values[parameter.name] = _ask(view, desk, parameter)
    return values


def _ask(view: View, desk: Desk, parameter: Parameter) -> str:
    if parameter.kind == "date":
        return _day(view, desk, parameter)
    if parameter.kind in ("number", "text"):
        return _typed(view, desk, parameter)
    return _chosen(view, desk, parameter, _options(view, parameter))


def _options(view: View, parameter: Parameter) -> dict[str, str]:
    """What may be chosen, code → what is shown."""
    if parameter.kind == "as_of":
        days = data.as_of_dates(view.published)["as_of_date"]
        return {day.isoformat(): formats.as_of_text(day, view.language) for day in days}
    if parameter.kind == "department":
        names = data.departments(view.published)["name"].to_list()
        return {EVERY: view.say(words.ALL), **{name: name for name in names}}
    if parameter.kind == "indicator":
        rows = data.definitions(view.published).select("indicator_id", f"label_{view.language}")
        return dict(rows.iter_rows())
    regions = dict(data.regions(view.published).select("region_code", "region_name").iter_rows())
    if parameter.kind == "region":
        return regions
    county = view.published.county_code
    return {EVERY: view.say(words.ALL), **{code: name for code, name in regions.items() if code != county}}


def _default(view: View, parameter: Parameter, options: Mapping[str, str]) -> str:
    ours = {
        "as_of": view.as_of.isoformat(),
        "region": view.region_code,
        "township": EVERY if view.is_county else view.region_code,
    }
    wanted = parameter.default or ours.get(parameter.kind, "")
    return wanted if wanted in options else next(iter(options), "")


def _chosen(view: View, desk: Desk, parameter: Parameter, options: dict[str, str]) -> str:
    default = _default(view, parameter, options)
    value = desk.values.get(parameter.name, default)
    if value not in options:
        told = heading.Invalid(words.UNKNOWN_CHOICE, value, options.get(default, default))
        heading.warn([told], view.language)
        value = default
    desk.values[parameter.name] = value
    key = _key(parameter)
    st.session_state[key] = value
    st.selectbox(
        _label(view, parameter),
        list(options),
        format_func=lambda code: options.get(code, code),
        placeholder=view.say(words.CHOOSE),
        key=key,
        on_change=_remember,
        args=(desk, parameter),
    )
    return value


def _day(view: View, desk: Desk, parameter: Parameter) -> str:
    value = desk.values.get(parameter.name) or parameter.default or view.as_of.isoformat()
    day = _read(value)
    if day is None:
        day = view.as_of
        heading.warn([heading.Invalid(words.UNKNOWN_CHOICE, value, day.isoformat())], view.language)
    desk.values[parameter.name] = day.isoformat()
    key = _key(parameter)
    st.session_state[key] = day
    st.date_input(
        _label(view, parameter),
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="YYYY-MM-DD",
        key=key,
        on_change=_remember,
        args=(desk, parameter),
    )
    return desk.values[parameter.name]


def _read(value: str) -> date | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def _typed(view: View, desk: Desk, parameter: Parameter) -> str:
    value = desk.values.setdefault(parameter.name, parameter.default)
    key = _key(parameter)
    st.session_state[key] = value
    st.text_input(
        _label(view, parameter),
        placeholder=view.say(wording.A_NUMBER if parameter.kind == "number" else wording.A_TEXT),
        max_chars=200,
        key=key,
        on_change=_remember,
        args=(desk, parameter),
    )
    return value


def _label(view: View, parameter: Parameter) -> str:
    """Its name, in which nothing is markup: whoever shares a query also writes the names of its parameters."""
    name = escaped(parameter.label.in_language(view.language))
    return name if name == parameter.name else f"{name}　`:{parameter.name}`"


def _key(parameter: Parameter) -> str:
    return f"desk_{parameter.kind}_{parameter.name}"


def _remember(desk: Desk, parameter: Parameter) -> None:
    value = st.session_state[_key(parameter)]
    desk.values[parameter.name] = value.isoformat() if isinstance(value, date) else str(value or "")
