"""Turns plain workbooks into what departments hand in: dressed, split, renamed and with wrong rows."""

from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from pipelines.ledger import Kind
from pipelines.registry import ledgers
from pipelines.sample import (
    plants_conduct,
    plants_finance,
    plants_offers,
    plants_office,
    plants_organisation,
    plants_people,
    plants_rights,
    plants_service,
    plants_spending,
    plants_village,
)
from pipelines.sample.books import Source
from pipelines.sample.departments import DEPARTMENTS
from pipelines.sample.looks import CSV_ENCODINGS, EXTRA_NAMES, LOOKS, ONE_SHEET_A_TOWN, ORDINARY
from pipelines.sample.organisation import County
from pipelines.sample.plants import plant_all
from pipelines.sample.sheet import Book, Look, Planted, Sheet, slots_of

PLANTS = [
    *plants_organisation.PLANTS,
    *plants_rights.PLANTS,
    *plants_service.PLANTS,
    *plants_office.PLANTS,
    *plants_finance.PLANTS,
    *plants_spending.PLANTS,
    *plants_conduct.PLANTS,
    *plants_people.PLANTS,
    *plants_offers.PLANTS,
    *plants_village.PLANTS,
]
HIDDEN: dict[tuple[str, int], dict[str, Any]] = {
    ("relief_fund", 0): {"hidden_entries": (2, 3)},
    ("task", 0): {"hidden_slots": ("source",)},
}
OWN_COLUMNS = {
    ("union", 2): ("unknown_column", "联系人", "苍云"),
    ("wage_contract", 0): ("unknown_column", "备案机关意见", "同意"),
    ("relief_visit", 0): ("forbidden_column", "联系电话", "13900000000"),
    ("mutual_aid_claim", -1): ("forbidden_column", "开户银行", "云岭农商行"),
    ("member", -1): ("forbidden_column", "手机号码", "13900000000"),
    ("health_check", 0): ("forbidden_column", "体检结论", "未见异常"),
    ("village_posting", -1): ("forbidden_column", "家庭住址", "云岭县青禾街道"),
    ("activity", 1): ("unknown_column", "承办单位", "云岭县文化馆"),
}
"""Columns that no ledger has: some are merely unknown, some must never be read."""


def make_mess(county: County, source: Source, books: list[Book]) -> list[Book]:
    """The same rows as a department would hand them in, and its wrong rows among them."""
    for number, book in enumerate(books):
        places = ((source.ledger_id, number), (source.ledger_id, number - len(books)))
        _dress(county, source.ledger_id, number, book)
        _change_form(book, places)
        _add_columns(book, places)
    plants = [plant for plant in PLANTS if plant.ledger_id == source.ledger_id]
    plant_all(plants, books)
    return books


def _dress(county: County, ledger_id: str, number: int, book: Book) -> None:
    looks = LOOKS.get(ledger_id, ORDINARY)
    look: dict[str, Any] = dict(looks[number % len(looks)])
    sheet = book.sheets[0]
    _leave_out_what_is_absent(look, sheet)
    room = DEPARTMENTS[ledgers()[ledger_id].department].name
    day = sheet.as_of
    title = f"{county.place.county_name}总工会{sheet.ledger.label.zh}"
    lines = (f"填报单位：{room}", f"填报日期：{day.year + 1}年1月8日")
    sheet.look = Look(title=title, lines=lines[: 1 + number % 2], **look)


def _leave_out_what_is_absent(look: dict[str, Any], sheet: Sheet) -> None:
    """A look speaks of slots by name; those that the ledger does not declare are dropped."""
    slots = slots_of(sheet.ledger)
    for name in ("headings",):
        if name in look:
            look[name] = {slot: text for slot, text in look[name].items() if slot in slots}


def _change_form(book: Book, places: tuple[tuple[str, int], ...]) -> None:
    sheet = book.sheets[0]
    for encoding in [CSV_ENCODINGS[place] for place in places if place in CSV_ENCODINGS][:1]:
        book.encoding = encoding
        book.path = str(PurePosixPath(book.path).with_suffix(".csv"))
    for place in [place for place in places if place in EXTRA_NAMES][:1]:
        stem, dot, ending = book.path.rpartition(".")
        book.path = stem + EXTRA_NAMES[place] + dot + ending
    if book.encoding:
        _without_merges(sheet)
    else:
        _use_workbook(book, places)
    if sheet.look.merges_towns or sheet.look.subtotals or sheet.look.serial == "per_town":
        sheet.entries.sort(key=lambda entry: str(entry.values[_town_slot(sheet)]))


def _use_workbook(book: Book, places: tuple[tuple[str, int], ...]) -> None:
    """What only a workbook can do: hide rows and columns, have several sheets."""
    sheet = book.sheets[0]
    for place in [place for place in places if place in HIDDEN][:1]:
        sheet.dress(**HIDDEN[place])
        sheet.planted += (Planted("hidden_cells", "warning"),)
    if any(place in ONE_SHEET_A_TOWN for place in places):
        book.sheets = _one_sheet_a_town(sheet)


def _without_merges(sheet: Sheet) -> None:
    """A CSV knows no merged cells: no upper headings, no township that stands once for many rows."""
    below = {slot for group in sheet.look.parents.values() for slot in group}
    headings = {slot: text for slot, text in sheet.look.headings.items() if slot not in below}
    sheet.dress(headings=headings, parents={}, merges_towns=False)


def _town_slot(sheet: Sheet) -> str:
    return next(column.name for column in sheet.ledger.columns if column.kind is Kind.TOWN)


def _one_sheet_a_town(sheet: Sheet) -> list[Sheet]:
    """Every other one has its columns the other way round."""
    slot = _town_slot(sheet)
    entries = sorted(sheet.entries, key=lambda entry: str(entry.values[slot]))
    sheets = []
    for number, (town, part) in enumerate(groupby(entries, key=lambda entry: str(entry.values[slot]))):
        one = Sheet(town, sheet.ledger_id, list(part), sheet.as_of, sheet.look)
        if number % 2:
            one.dress(order=tuple(reversed(slots_of(sheet.ledger))))
        sheets.append(one)
    return sheets


def _add_columns(book: Book, places: tuple[tuple[str, int], ...]) -> None:
    for place in places:
        if place in OWN_COLUMNS:
            rule, heading, text = OWN_COLUMNS[place]
            book.sheets[0].dress(extra={heading: text})
            book.sheets[0].planted += (Planted(rule, "warning", heading),)
