"""The tables of the page: the changed figures with their causes, and the rows behind one of them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import streamlit as st

from dashboard import format as formats
from dashboard import words
from dashboard.address import link
from dashboard.changes import words as wording
from dashboard.page import View
from dashboard.table import STACKED, Link, TableColumn, show_table
from warehouse.differences.causes import CAUSE_NAMES
from warehouse.differences.changed_rows import RECOUNTED, ChangedRow, Place
from warehouse.differences.difference import Difference, State
from warehouse.figures.indicator import Indicator
from warehouse.language import Label

PATH, NAME = "changes", "indicator"
FROZEN, WITH = "frozen", "with"
"""What the two sides stand under in the page's address."""
LIVE = "live"
"""Stands for the published version."""
NOTHING = "—"
MOST_ROWS = 200


def figures(view: View, changed: Sequence[Difference], chosen: Mapping[str, str]) -> None:
    """One line a figure; its name leads to its rows."""
    columns = [
        TableColumn("indicator", view.say(wording.INDICATOR), is_sentence=True),
        TableColumn("old", view.say(wording.OLD), is_number=True),
        TableColumn("new", view.say(wording.NEW), is_number=True),
        TableColumn("change", view.say(wording.CHANGE), is_number=True),
        *(TableColumn(cause, view.say(name), is_number=True) for cause, name in CAUSE_NAMES.items()),
        TableColumn("note", view.say(wording.NOTE)),
    ]
    lines = [
        {
            "indicator": Link(view.say(line.indicator.label), address(view, chosen, line.indicator.id)),
            "old": _value(view, line.indicator, line.old),
            "new": _value(view, line.indicator, line.new),
            "change": change(view, line.indicator.kind, line.change),
            **{cause: change(view, line.indicator.kind, part) for cause, part in line.causes.items()},
            "note": _note(view, line),
        }
        for line in changed
    ]
    show_table(columns, lines, view.say(wording.TABLE), STACKED)


def address(view: View, chosen: Mapping[str, str], indicator_id: str | None = None) -> str:
    """The page with the same two versions, and the rows of an indicator."""
    opened = {NAME: indicator_id} if indicator_id else {}
    shown = {"as_of": formats.as_of_code(view.as_of), "region": view.region_code, "lang": view.language}
    return link(PATH, {**opened, **chosen, **shown})


def rows(view: View, found: Sequence[ChangedRow], ledgers: Mapping[str, str]) -> None:
    """The rows behind a change, at most :data:`MOST_ROWS`."""
    if not found:
        st.info(view.say(wording.NO_ROWS))
        return
    if len(found) > MOST_ROWS:
        st.caption(view.say(wording.MORE_ROWS, shown=MOST_ROWS, count=len(found)))
    causes = {**CAUSE_NAMES, RECOUNTED: wording.RECOUNTED}
    columns = [
        TableColumn("cause", view.say(wording.CAUSE)),
        TableColumn("ledger", view.say(wording.LEDGER)),
        TableColumn("key", view.say(wording.KEY)),
        TableColumn("cells", view.say(wording.CELLS), is_sentence=True),
        TableColumn("old", view.say(wording.OLD_PLACE), is_sentence=True),
        TableColumn("new", view.say(wording.NEW_PLACE), is_sentence=True),
    ]
    lines = [
        {
            "cause": view.say(causes[row.cause]),
            "ledger": ledgers.get(row.ledger_id, row.ledger_id),
            "key": " ".join(str(value) for value in row.key.values() if value is not None),
            "cells": view.say(words.BETWEEN_SENTENCES).join(_cells(view, row)),
            "old": _place(view, row.old_place),
            "new": _place(view, row.new_place),
        }
        for row in found[:MOST_ROWS]
    ]
    show_table(columns, lines, view.say(wording.TABLE), STACKED)


def _cells(view: View, row: ChangedRow) -> list[str]:
    empty = view.say(wording.EMPTY)
    return [
        view.say(
            wording.CELL,
            heading=view.say(cell.heading),
            old=empty if cell.old is None else cell.old,
            new=empty if cell.new is None else cell.new,
        )
        for cell in row.cells
    ]


def _place(view: View, place: Place | None) -> str:
    return view.say(wording.PLACE, file=place[0], sheet=place[1], row=place[2]) if place else ""


def _value(view: View, indicator: Indicator, state: State) -> str:
    if state.value is None:
        return NOTHING
    if indicator.kind == "ratio":
        return formats.percent(state.value)
    return formats.quantity(state.value, view.say(indicator.unit), view.language)


def change(view: View, kind: str, part: Decimal | None) -> str:
    """A change of an indicator of this kind with its sign: every digit of a count or an amount, a rate in points."""
    if part is None:
        return NOTHING
    if not part:
        return "0"
    sign = "+" if part > 0 else formats.MINUS
    if kind == "ratio":
        shown = Label(f"{sign}{_points(part)}个百分点", f"{sign}{_points(part)} points")
        return view.say(shown)
    return f"{sign}{formats.plain(float(abs(part)))}"


def _points(part: Decimal) -> str:
    """With as many decimals as show that it is not nothing."""
    return formats.plain(float(abs(part)) * 100, 2 if abs(part) >= Decimal("0.0001") else 4)


def _note(view: View, line: Difference) -> str:
    notes = [words.REASONS[line.reason]] if line.reason else []
    if line.old.target != line.new.target:
        notes.append(wording.TARGET_CHANGED)
    if line.old.is_complete != line.new.is_complete:
        notes.append(wording.COMPLETE_NOW if line.new.is_complete else wording.INCOMPLETE_NOW)
    return view.say(words.BETWEEN_SENTENCES).join(view.say(note) for note in notes)
