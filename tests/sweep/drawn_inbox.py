"""One county's inbox, drawn at random: which files, in which form, with which wrong rows."""

import csv
import io
import random
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path, PurePosixPath

from pipelines.sample.books import SOURCES, books_of
from pipelines.sample.configuration import configuration
from pipelines.sample.layout import Grid
from pipelines.sample.make_unions import make_unions
from pipelines.sample.make_units import make_units
from pipelines.sample.mess import PLANTS
from pipelines.sample.organisation import County
from pipelines.sample.place import make_place
from pipelines.sample.plants import Plant, plant_all
from pipelines.sample.sheet import Book, Entry, Sheet
from pipelines.sample.truth import Truth
from pipelines.sample.writing import write_book
from tests.sweep.drawn_looks import draw_look, town_slot

YEARS = range(2018, 2025)
"""The working-day calendar knows them all."""
CSV_SHARE, TOWN_SHARE, SHARED_SHARE, AGAIN_SHARE, PLANT_SHARE = 0.3, 0.15, 0.15, 0.1, 0.7
CSV_FORMS = tuple(
    (encoding, separator)
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16")
    for separator in (",", ";", "\t", "|")
)
NAMES = ("", "", "", "(最终版)(2)", "（定稿）", " - 副本", "-汇总 最新")


@dataclass(slots=True)
class DrawnInbox:
    """A home with its inbox, and what was written: every sheet by file and name, and where its rows stand."""

    folder: Path
    county: County
    truth: Truth = field(default_factory=Truth)
    sheets: dict[tuple[str, str], tuple[Sheet, Grid]] = field(default_factory=dict)
    files: int = 0


def draw_inbox(folder: Path, seed: int, *, clean: bool) -> DrawnInbox:
    """Writes config.toml and inbox/ into a new folder; equal seeds give equal bytes. ``clean``: no wrong row."""
    dice = random.Random(f"sweep/{seed}")  # noqa: S311 - dice for an invented county, not a secret
    year = dice.choice(YEARS)
    place = make_place("云岭县", year, year, "county", seed)
    county = County(place)
    county.units = make_units(place, county.dice("units"))
    county.unions = make_unions(county)
    drawn = DrawnInbox(folder, county)
    (folder / "inbox").mkdir(parents=True)
    (folder / "config.toml").write_text(configuration(place), encoding="utf-8", newline="\n")
    books = [book for source in SOURCES for book in _drawn_books(list(books_of(county, source)), dice, clean=clean)]
    for book in [*_sharing_files(books, dice), *_handed_in_again(books, dice)]:
        _write(drawn, book, dice)
    return drawn


def _drawn_books(books: list[Book], dice: random.Random, *, clean: bool) -> list[Book]:
    """The files of one ledger, dressed, and planted with a part of its wrong rows in any order."""
    for book in books:
        path = PurePosixPath(book.path)
        if book.encoding or dice.random() < CSV_SHARE:
            book.encoding, path = "utf-8", path.with_suffix(".csv")
        book.path = str(path.with_stem(path.stem + dice.choice(NAMES)))
        if not book.encoding and dice.random() < TOWN_SHARE:
            book.sheets = list(_one_sheet_a_town(book.sheets[0]))
        for sheet in book.sheets:
            draw_look(sheet, dice, is_csv=bool(book.encoding))
    if not clean:
        plants = [plant for plant in PLANTS if plant.ledger_id == books[0].sheets[0].ledger_id]
        chosen = [plant for plant in plants if _is_needed(plant) or dice.random() < PLANT_SHARE]
        plant_all(dice.sample(chosen, len(chosen)), books)
    return books


def _is_needed(plant: Plant) -> bool:
    """A wrong row that a wrong row of another ledger refers to."""
    return plant.ledger_id in {"union", "union_unit"}


def _one_sheet_a_town(sheet: Sheet) -> Iterator[Sheet]:
    slot = town_slot(sheet)
    if slot is None or sheet.planted:
        yield sheet
        return
    entries = sorted(sheet.entries, key=lambda entry: str(entry.values[slot]))
    for town, part in groupby(entries, key=lambda entry: str(entry.values[slot])):
        yield Sheet(town, sheet.ledger_id, list(part), sheet.as_of)


def _sharing_files(books: list[Book], dice: random.Random) -> list[Book]:
    """Some workbooks get the sheets of the next one: ledgers of the same month in one file."""
    kept: list[Book] = []
    for book in books:
        last = kept[-1] if kept else None
        fits = last is not None and not last.encoding and not book.encoding
        if last is not None and fits and _could_share(last, book) and dice.random() < SHARED_SHARE:
            last.sheets = [*last.sheets, *book.sheets]
        else:
            kept.append(book)
    return kept


def _could_share(one: Book, other: Book) -> bool:
    names = {sheet.name for sheet in one.sheets} & {sheet.name for sheet in other.sheets}
    return not names and one.sheets[0].as_of == other.sheets[0].as_of


def _handed_in_again(books: list[Book], dice: random.Random) -> list[Book]:
    """A few right rows of some files once more, in a file whose name comes later: the first ones are superseded."""
    again = []
    for book in books:
        sheet = book.sheets[0]
        right = [entry for entry in sheet.entries if not entry.planted and not entry.raw]
        if len(right) > 5 and dice.random() < AGAIN_SHARE:
            rows = dice.sample(right, dice.randint(1, 5))
            path = PurePosixPath(book.path)
            copied = Sheet(sheet.name, sheet.ledger_id, [copy(entry) for entry in rows], sheet.as_of)
            draw_look(copied, dice, is_csv=False)
            again.append(Book(str(path.with_name(f"{path.stem}（补正）.xlsx")), [copied]))
            sheet.superseded += len(rows)
            _mark(sheet, rows)
    return again


SUPERSEDED = "superseded"


def _mark(sheet: Sheet, rows: list[Entry]) -> None:
    """Rows of the sheet that another file has again are recognised by identity."""
    marked = {id(row) for row in rows}
    for entry in sheet.entries:
        if id(entry) in marked:
            entry.values = {**entry.values, SUPERSEDED: True}


def _write(drawn: DrawnInbox, book: Book, dice: random.Random) -> None:
    grids = write_book(drawn.folder / "inbox", book)
    if book.encoding:
        _change_form(drawn.folder / "inbox" / book.path, *dice.choice(CSV_FORMS))
    drawn.truth.add_book(book, grids)
    drawn.files += 1
    for sheet, grid in zip(book.sheets, grids, strict=True):
        drawn.sheets[book.path, "" if book.encoding else sheet.name] = (sheet, grid)


def _change_form(file: Path, encoding: str, separator: str) -> None:
    """A text file as another program exports it."""
    rows = csv.reader(io.StringIO(file.read_text("utf-8"), newline=""))
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    file.write_bytes(text.getvalue().encode(encoding))
