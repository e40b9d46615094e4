"""The register as a table: each figure leads to its proof, then and now, and to the rows that changed it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import streamlit as st

from dashboard import format as formats
from dashboard import proof_link, words
from dashboard.address import SNAPSHOT, link
from dashboard.changes import listing as changes
from dashboard.page import View
from dashboard.restatements import words as wording
from dashboard.table import STACKED, Link, TableColumn, show_table
from warehouse.differences.causes import CAUSE_NAMES, CAUSES
from warehouse.snapshot.register import Entry

MOST = 200
"""Lines of the page; the workbook has all."""


def show(view: View, entries: Sequence[Entry], places: Mapping[str, str]) -> None:
    """The first entries; ``places`` are the names of regions by code."""
    columns = [
        TableColumn("snapshot", view.say(wording.SNAPSHOT)),
        TableColumn("indicator", view.say(wording.INDICATOR)),
        TableColumn("place", view.say(wording.PLACE)),
        TableColumn("reported", view.say(wording.REPORTED), is_number=True),
        TableColumn("now", view.say(wording.NOW), is_number=True),
        TableColumn("change", view.say(wording.CHANGE), is_number=True),
        TableColumn("causes", view.say(wording.CAUSES), is_sentence=True),
        TableColumn("since", view.say(wording.SINCE)),
        TableColumn("files", view.say(wording.FILES), is_sentence=True),
    ]
    with st.container(key="restatements"):
        show_table(columns, [_line(view, entry, places) for entry in entries[:MOST]], view.say(wording.TABLE), STACKED)


def _line(view: View, entry: Entry, places: Mapping[str, str]) -> dict[str, object]:
    told = entry.told
    return {
        "snapshot": told["snapshot"],
        "indicator": Link(view.say(entry.label), rows_address(view, told)),
        "place": places.get(told["region"], told["region"]),
        "reported": Link(value(view, entry, "reported"), proof_address(view, told, told["snapshot"])),
        "now": Link(value(view, entry, "now"), proof_address(view, told, "")),
        "change": changes.change(view, entry.kind, number(told["change"])),
        "causes": causes(view, entry),
        "since": told["since"],
        "files": view.say(words.SEPARATOR).join(told["files"]),
    }


def rows_address(view: View, told: Mapping[str, Any]) -> str:
    """The rows behind the change: 变动对比 of the figure, the snapshot against what is published."""
    chosen = {changes.NAME: told["id"], changes.FROZEN: told["snapshot"], changes.WITH: changes.LIVE}
    return link(changes.PATH, {**chosen, "region": told["region"], "lang": view.language})


def proof_address(view: View, told: Mapping[str, Any], snapshot_id: str) -> str:
    """The indicator's page of the issued month, as it was frozen or ("") as it is now."""
    month = told["snapshot"].partition(".")[0]
    named = {proof_link.NAME: told["id"], "as_of": month, "region": told["region"], "lang": view.language}
    return link(proof_link.PATH, {SNAPSHOT: snapshot_id, **named})


def value(view: View, entry: Entry, side: str) -> str:
    """One side in words; a dash where there is no figure."""
    told = entry.told[side]
    if told is None:
        return changes.NOTHING
    if entry.kind == "ratio":
        return formats.percent(float(told))
    return formats.quantity(float(told), view.say(entry.unit), view.language)


def causes(view: View, entry: Entry) -> str:
    """The causes with a part in the change, or why none is told."""
    if entry.told["reason"]:
        return view.say(words.REASONS[entry.told["reason"]])
    parts = {cause: number(entry.told["causes"][cause]) for cause in CAUSES}
    return view.say(words.BETWEEN_SENTENCES).join(
        view.say(wording.CAUSE, cause=view.say(CAUSE_NAMES[cause]), part=changes.change(view, entry.kind, part))
        for cause, part in parts.items()
        if part
    )


def number(told: str | float | None) -> Decimal | None:
    """A number of the register, whose money is text."""
    return None if told is None else Decimal(str(told))
