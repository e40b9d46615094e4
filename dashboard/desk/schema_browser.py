"""What can be asked: the tables with their columns in words, to copy and to begin a query with."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from dashboard import address, words
from dashboard.desk import words as wording
from dashboard.desk.desk import Desk
from dashboard.dictionary.links import to_ledger
from dashboard.page import View
from warehouse.declaration_names import COLUMN_KINDS
from warehouse.desk.queries.query_words import Asked
from warehouse.desk.queries.ready_queries import ReadyQuery, ready_queries
from warehouse.desk.schema import Column, Table
from warehouse.desk.table_names import SCHEMA_NAMES
from warehouse.language import Label

MOST_VALUES = 12
SEARCH, TABLE = "desk_search", "desk_table"


def show(view: View, desk: Desk, tables: tuple[Table, ...]) -> None:
    """The search, the choice of a table, its columns and its ready queries."""
    st.header(view.say(wording.TABLES), anchor=False)
    st.caption(view.say(wording.TABLES_HINT, tables=len(tables)))
    text = (
        st.text_input(
            view.say(wording.SEARCH_COLUMNS),
            placeholder=view.say(wording.SEARCH_PLACEHOLDER),
            max_chars=address.LONGEST_TYPED,
            key=SEARCH,
        )
        or ""
    )
    found = matching(tables, text)
    if not found:
        st.info(view.say(wording.NOTHING_FOUND, text=text), icon="ℹ️")
        return
    names = {table.full_name: _name(view, table) for table in found}
    chosen = st.selectbox(
        view.say(wording.TABLE_NAME),
        list(names),
        format_func=lambda name: names.get(name, name),
        placeholder=view.say(words.CHOOSE),
        key=TABLE,
    )
    table = next((one for one in found if one.full_name == chosen), found[0])
    _one(view, table)
    _ready(view, desk, table)


def matching(tables: Iterable[Table], text: str) -> list[Table]:
    """The tables that mention, or a column of which mentions, every word of the text."""
    sought = text.casefold().split()
    return [table for table in tables if all(word in _said(table) for word in sought)]


def _said(table: Table) -> str:
    parts = [table.full_name, *_both(table.label), *_both(table.grain)]
    for column in table.columns:
        parts += [column.name, *_both(column.label), *(text for value in column.values for text in _both(value))]
    return "\n".join(parts).casefold()


def _both(label: Label | None) -> list[str]:
    return [label.zh, label.en] if label else []


def _name(view: View, table: Table) -> str:
    return f"{table.full_name}　{view.say(table.label)}" if table.label else table.full_name


def _one(view: View, table: Table) -> None:
    schema = view.say(SCHEMA_NAMES[table.schema])
    st.html(f'<p class="subtitle">{_copy(view, table.full_name)}　{escape(schema)}　{escape(_grain(view, table))}</p>')
    if table.ledger_id:
        link = to_ledger(view, table.ledger_id, view.say(wording.TO_DICTIONARY))
        st.html(f'<p class="more"><a href="{escape(link.address)}">{escape(link.text)}</a></p>')
    heads = (wording.COLUMN, wording.MEANING, wording.TYPE)
    head = "".join(f'<th scope="col">{escape(view.say(label))}</th>' for label in heads)
    body = "".join(_row(view, column) for column in table.columns)
    st.html(
        '<div class="table-frame schema-columns" tabindex="0"><table class="plain-table">'
        f'<caption class="sr-only">{escape(table.full_name)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _grain(view: View, table: Table) -> str:
    if table.grain is None:
        return ""
    grain = table.grain.in_language(view.language)
    # a ledger's is a sentence of its own
    return grain if table.ledger_id else view.say(wording.ONE_ROW, grain=grain)


def _row(view: View, column: Column) -> str:
    meaning = [escape(view.say(column.label))] if column.label else []
    if column.unit:
        meaning.append(
            f"（{escape(view.say(column.unit))}）" if view.language == "zh" else f" ({escape(column.unit.en)})"
        )
    said = "".join(meaning)
    if column.values:
        offered = view.say(words.SEPARATOR).join(_value(view, value) for value in column.values[:MOST_VALUES])
        more = " …" if len(column.values) > MOST_VALUES else ""
        said += f"<br><small>{escape(view.say(wording.VALUES_ARE, values=offered))}{more}</small>"
    return f"<tr><td>{_copy(view, column.name)}</td><td>{said}</td><td>{escape(type_of(view, column))}</td></tr>"


def _value(view: View, value: Label) -> str:
    """As it stands in the table, which is Chinese, and what that means."""
    return value.zh if view.language == "zh" or value.zh == value.en else f"{value.zh} ({value.en})"


def type_of(view: View, column: Column) -> str:
    """A column's type in words: as a ledger declares it, else as DuckDB stores it."""
    if column.kind in COLUMN_KINDS:
        return COLUMN_KINDS[column.kind].in_language(view.language)
    named = wording.TYPE_NAMES.get(column.type.partition("(")[0])
    return view.say(named) if named else column.type


def _copy(view: View, text: str) -> str:
    """A name that is copied when it is clicked."""
    said, name = escape(view.say(wording.COPY)), escape(text)
    return f'<button type="button" class="copy-button" data-copy="{name}" title="{said}">{name}</button>'


def _ready(view: View, desk: Desk, table: Table) -> None:
    st.subheader(view.say(wording.READY), anchor=False)
    for number, ready in enumerate(ready_queries(table)):
        label = _ready_name(view, ready)
        st.button(label, key=f"desk_ready_{number}", on_click=_begin, args=(desk, ready.sql), width="stretch")


def _begin(desk: Desk, sql: str) -> None:
    desk.put(Asked(sql))


def _ready_name(view: View, ready: ReadyQuery) -> str:
    names = {
        "first": wording.READY_FIRST,
        "by_township": wording.READY_BY_TOWNSHIP,
        "by_value": wording.READY_BY_VALUE,
        "by_month": wording.READY_BY_MONTH,
    }
    column = ready.column
    named = "" if column is None else view.say(column.label) if column.label else column.name
    return view.say(names[ready.kind], column=named)
