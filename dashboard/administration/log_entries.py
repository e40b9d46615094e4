"""The log of what people did: chosen by who, action and month, leafed through, handed on as a workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO

import streamlit as st

from dashboard import address, choice, data, words
from dashboard import format as formats
from dashboard.administration import words as wording
from dashboard.download import XLSX, download
from dashboard.page import View, pages
from dashboard.table import STACKED, Folded, TableColumn, show_table
from warehouse.access.actions import LABELS, Action
from warehouse.access.audit_log import Entry
from warehouse.access.roles import Role
from warehouse.desk.asking.question import ANSWERED
from warehouse.language import Label, Language
from warehouse.spreadsheet_text import open_workbook, text_style, write_text

PER_PAGE = 50
LONGEST_LINE = 110
"""Characters of what an entry says, before it has to be opened."""
MOST_DOWNLOADED = 20_000
EVERY = "all"
CHOSEN = "chosen_"
"""Begins the keys of what was chosen when entries of the log itself were handed on."""
COLUMNS: tuple[tuple[str, Label, int], ...] = (
    ("at", wording.AT, 22),
    ("who", wording.WHO, 14),
    ("action", wording.ACTION, 22),
    ("details", wording.DETAILS, 80),
    ("number", wording.NUMBER, 8),
)
"""Name, heading and width in characters."""


def chosen(view: View, entries: Sequence[Entry]) -> tuple[list[Entry], dict[str, str]]:
    """The entries that are chosen, the newest first, and the codes of the choice."""
    actions = {one.action for one in entries}
    offered: tuple[tuple[Label, str, dict[str, str]], ...] = (
        (wording.WHO, "who", {name: name or view.say(wording.SYSTEM) for name in sorted({one.who for one in entries})}),
        (wording.ACTION, "action", {code: action(code, view.language) for code in Action if code in actions}),
        (wording.MONTH, "month", {month: month for month in sorted({one.at[:7] for one in entries}, reverse=True)}),
    )
    codes = {}
    for column, (label, name, names) in zip(st.columns(len(offered)), offered, strict=True):
        with column:
            options = {EVERY: view.say(words.ALL), **names}
            codes[name] = choice.choose(view, label, name, options, EVERY, width="stretch")
    found = [
        one
        for one in entries
        if codes["who"] in (EVERY, one.who)
        and codes["action"] in (EVERY, one.action)
        and codes["month"] in (EVERY, one.at[:7])
    ]
    return found[::-1], codes


def action(code: str, language: Language) -> str:
    """The name of an action; of one that a later release wrote its code."""
    return LABELS[Action(code)].in_language(language) if code in tuple(Action) else code


def details(told: Mapping[str, object], language: Language) -> str:
    """What an entry says beside who, when and what."""
    colon = Label("：", ": ").in_language(language)
    said = [
        f"{_name(key, language)}{colon}{_value(key, value, language)}"
        for key, value in told.items()
        if value is not None
    ]
    return Label("；", "; ").in_language(language).join(said)


def _name(key: str, language: Language) -> str:
    """The name of a detail; of one that a later release wrote its key."""
    known = wording.DETAIL_NAMES.get(key.removeprefix(CHOSEN))
    name = known.in_language(language) if known else key
    return wording.CHOSEN.in_language(language).format(name=name) if key.startswith(CHOSEN) else name


def _value(key: str, value: object, language: Language) -> str:
    """Roles, pages and what became of a question by their name, all else as it stands."""
    text = str(value)
    if key == "role" and text in tuple(Role):
        return Role(text).label.in_language(language)
    if key == "page":
        return _page_names(language).get(text, text)
    return wording.ANSWERED.in_language(language) if (key, text) == ("outcome", ANSWERED) else text


def _page_names(language: Language) -> dict[str, str]:
    return {page.url_path: page.label.in_language(language) for page, _ in pages()}


def line(entry: Entry, language: Language) -> dict[str, object]:
    """An entry in words."""
    return {
        "number": entry.sequence,
        "at": entry.at[:19].replace("T", " "),
        "who": entry.who or wording.SYSTEM.in_language(language),
        "action": action(entry.action, language),
        "details": details(entry.details, language),
    }


def show(view: View, entries: Sequence[Entry]) -> None:
    """One page of the entries, and the way to the others."""
    pages = [str(number) for number in range(1, -(-len(entries) // PER_PAGE) + 1)]
    page = address.chosen("log_page", pages, "1").value
    if len(pages) > 1:
        names = {number: number for number in pages}
        address.drop_down(view.say(wording.PAGE_NUMBER), "log_page", names, view.say(words.CHOOSE), width=120)
    first = (int(page) - 1) * PER_PAGE
    shown = entries[first : first + PER_PAGE]
    total = formats.plain(len(entries))
    st.caption(view.say(wording.SHOWING, first=first + 1, last=first + len(shown), total=total))
    columns = [
        TableColumn(name, view.say(label), is_number=name == "number", is_sentence=name == "details")
        for name, label, _ in COLUMNS
    ]
    ledgers = dict(data.ledgers(view.published).select("ledger_id", f"label_{view.language}").iter_rows())
    with st.container(key="log_entries"):
        lines = [_shown(entry, view.language, ledgers) for entry in shown]
        show_table(columns, lines, view.say(wording.ENTRIES), STACKED)


def _shown(entry: Entry, language: Language, ledgers: Mapping[str, str]) -> dict[str, object]:
    """As :func:`line`, with the names of ledgers; what would fill the page opens."""
    told = line(replace(entry, details=_with_names(entry.details, language, ledgers)), language)
    text = " ".join(str(told["details"]).split())
    return told if len(text) <= LONGEST_LINE else {**told, "details": Folded(f"{text[:LONGEST_LINE]}…", [text])}


def _with_names(told: Mapping[str, object], language: Language, ledgers: Mapping[str, str]) -> dict[str, object]:
    """The details with ledgers by their names, as the published version has them."""
    between = words.SEPARATOR.in_language(language)
    named = {key: str(told[key]).split(",") for key in ("ledger", "ledgers") if told.get(key)}
    return {**told, **{key: between.join(ledgers.get(one, one) for one in ids) for key, ids in named.items()}}


def hand_on(view: View, entries: Sequence[Entry], codes: Mapping[str, str]) -> None:
    """The chosen entries as a workbook."""
    taken = list(entries[:MOST_DOWNLOADED])
    if len(taken) < len(entries):
        st.caption(view.say(wording.DOWNLOAD_CAPPED, most=formats.plain(MOST_DOWNLOADED)))
    download(
        view,
        view.say(wording.DOWNLOAD, entries=formats.plain(len(taken))),
        partial(workbook, taken, view.language, view.published.data_date),
        f"{view.say(wording.LOG_FILE, day=taken[0].at[:10])}.xlsx",
        XLSX,
        key="audit_log",
        filters={f"{CHOSEN}{name}": code for name, code in codes.items()},
    )


def workbook(entries: Sequence[Entry], language: Language, day: date) -> bytes:
    """The .xlsx file with one line an entry, in their order, dated ``day``."""
    stream = BytesIO()
    with open_workbook(stream, day) as book:
        sheet = book.add_worksheet(wording.LOG.in_language(language))
        sheet.freeze_panes(1, 0)
        head, text = text_style(book, bold=True, border=1), text_style(book, border=1, valign="top", text_wrap=True)
        for column, (_, label, width) in enumerate(COLUMNS):
            sheet.set_column(column, column, width)
            write_text(sheet, 0, column, label.in_language(language), head)
        for at, entry in enumerate(entries, start=1):
            told = line(entry, language)
            for column, (name, _, _) in enumerate(COLUMNS):
                if name == "number":
                    sheet.write_number(at, column, entry.sequence)
                else:
                    write_text(sheet, at, column, str(told[name]), text)
    return stream.getvalue()
