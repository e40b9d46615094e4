"""Files that are odd as a whole: without a heading or with one too many, with nothing in them, or there twice."""

import random
from collections.abc import Iterator
from pathlib import PurePosixPath

from pipelines.sample.books import path_of
from pipelines.sample.sheet import IDENTITY, Book, Entry, Planted, Sheet, heading_of, slots_of

ROWS = 4
FEWEST_HEADINGS = 5
"""Required headings of a ledger that is still recognised when one is missing."""


def odd_books(books: list[Book], dice: random.Random) -> Iterator[Book]:
    """Sheets of which no row can be loaded, and one with nothing to load, of ledgers drawn from the books."""
    sheets = [book.sheets[0] for book in books]
    wide = [sheet for sheet in sheets if len(_required(sheet)) >= FEWEST_HEADINGS and _right_rows(sheet)]
    yield _without_heading(dice.choice(wide), dice)
    yield _heading_twice(dice.choice(wide), dice)
    yield _zero_report(dice.choice([sheet for sheet in sheets if sheet.ledger.time is not None]))


def repeated_book(books: list[Book], dice: random.Random) -> tuple[Book, str]:
    """A file without a wrong row, and the later name under which it is there a second time."""
    right = [book for book in books if not any(entry.planted for sheet in book.sheets for entry in sheet.entries)]
    chosen = dice.choice([book for book in right if not any(sheet.superseded for sheet in book.sheets)])
    path = PurePosixPath(chosen.path)
    return chosen, str(path.with_stem(f"{path.stem} - 副本"))


def _required(sheet: Sheet) -> list[str]:
    """Slots without which a sheet is rejected; a code that is the key may be absent."""
    absent = sheet.ledger.absent_key_column
    return [slot for slot, column in slots_of(sheet.ledger).items() if column.required and column.stored_name != absent]


def _right_rows(sheet: Sheet) -> list[Entry]:
    right = [entry for entry in sheet.entries if not entry.planted and not entry.raw]
    return [Entry(dict(entry.values)) for entry in right[:ROWS]]


def _copy(sheet: Sheet, name: str) -> Book:
    copied = Sheet(sheet.ledger.label.zh, sheet.ledger_id, _right_rows(sheet), sheet.as_of)
    path = PurePosixPath(path_of(sheet.ledger_id, sheet.as_of, "xlsx"))
    return Book(str(path.with_name(f"{name}{path.name}")), [copied])


def _without_heading(sheet: Sheet, dice: random.Random) -> Book:
    book = _copy(sheet, "缺列")
    slot = dice.choice(_required(sheet))
    heading = heading_of(slot, slots_of(sheet.ledger)[slot])
    book.sheets[0].dress(drop=(slot,))
    return _rejected(book, Planted("missing_column", "error", heading))


def _heading_twice(sheet: Sheet, dice: random.Random) -> Book:
    book = _copy(sheet, "重列")
    slot = dice.choice([slot for slot in _required(sheet) if slot != IDENTITY])
    heading = heading_of(slot, slots_of(sheet.ledger)[slot])
    book.sheets[0].dress(extra={heading: "1"})
    return _rejected(book, Planted("ambiguous_column", "error", heading))


def _rejected(book: Book, planted: Planted) -> Book:
    book.sheets[0].planted, book.sheets[0].is_accepted = (planted,), False
    return book


def _zero_report(sheet: Sheet) -> Book:
    book = _copy(sheet, "零报告")
    book.sheets[0].entries = []
    book.sheets[0].dress(zero_report=True)
    return book
