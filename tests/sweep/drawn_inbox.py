"""One county's inbox, drawn at random: which files, in which form, with which wrong rows."""

import csv
import io
import random
import shutil
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from pathlib import Path, PurePosixPath

from pipelines.sample.books import SOURCES, books_of
from pipelines.sample.configuration import configuration
from pipelines.sample.layout import Grid
from pipelines.sample.make_unions import make_unions
from pipelines.sample.make_units import make_units
from pipelines.sample.mess import PLANTS
from pipelines.sample.odd_files import DUTY_ROSTER
from pipelines.sample.organisation import County
from pipelines.sample.place import make_place
from pipelines.sample.plants import Plant, plant_all
from pipelines.sample.sheet import Book, Entry, Planted, Sheet
from pipelines.sample.truth import Truth
from pipelines.sample.writing import write_book, write_workbook
from tests.sweep.drawn_looks import draw_look, say_once, town_slot
from tests.sweep.drawn_oddities import odd_books, repeated_book

SUPERSEDED = "superseded"
"""Marks the values of a row that another file has again."""
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
    foreign_rows: dict[tuple[str, str], int] = field(default_factory=dict)
    files: int = 0

    @property
    def inbox(self) -> Path:
        return self.folder / "inbox"

    def expect(self, file: str, sheet: str, planted: Planted) -> None:
        """One more problem of a whole file or sheet."""
        self.truth.add_problem(file, sheet, None, planted)


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
    books = _sharing_files(books, dice)
    for book in [*books, *_handed_in_again(books, dice)]:
        _write(drawn, book, dice)
    if clean:
        _repeat(drawn, *repeated_book(books, dice))
    else:
        for book in odd_books(books, dice):
            _write(drawn, book, dice)
        _cut_off(drawn, dice.choice([book for book in books if not book.encoding]))
        _write_roster(drawn)
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
            if clean:
                say_once(sheet, dice)
    if not clean:
        plants = [plant for plant in PLANTS if plant.ledger_id == books[0].sheets[0].ledger_id]
        chosen = [plant for plant in plants if _is_needed(plant) or dice.random() < PLANT_SHARE]
        plant_all([_true_to(plant) for plant in dice.sample(chosen, len(chosen))], books)
    return books


def _true_to(plant: Plant) -> Plant:
    """The same wrong row, with nothing wrong but what it is planted for.

    An approximate number says what the row says: another one could contradict another ledger. Of too many women one
    is that they have no body of their own.
    """
    slot = plant.rules[0].slot
    if (plant.ledger_id, slot) == ("union", "female_members"):
        return replace(plant, pick=lambda row: row["womens_body"] != "无")
    if plant.rules[0].rule != "approximate_value" or slot is None:
        return plant
    return replace(plant, raw={slot: lambda row: f"约{row[slot]}"})


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
            _supersede(sheet, rows)
    return again


def _supersede(sheet: Sheet, rows: list[Entry]) -> None:
    """Marks rows that another file has again; a copy of their values has no mark."""
    sheet.superseded += len(rows)
    for entry in rows:
        entry.values = {**entry.values, SUPERSEDED: True}


ONCE_A_FILE = {"unknown_column", "forbidden_column"}


def _tell_once(book: Book) -> None:
    """A column that no ledger has is told of once in a file, at the first sheet that has it."""
    told: set[Planted] = set()
    for sheet in book.sheets:
        sheet.planted = tuple(one for one in sheet.planted if one not in told)
        told |= {one for one in sheet.planted if one.rule in ONCE_A_FILE}


def _write(drawn: DrawnInbox, book: Book, dice: random.Random) -> None:
    _tell_once(book)
    grids = write_book(drawn.inbox, book)
    if book.encoding:
        _change_form(drawn.inbox / book.path, *dice.choice(CSV_FORMS))
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


def _repeat(drawn: DrawnInbox, book: Book, again: str) -> None:
    """The same file twice: the later name loads, all rows of the earlier one are superseded."""
    shutil.copyfile(drawn.inbox / book.path, drawn.inbox / again)
    drawn.truth.problems += [{**one, "file": again} for one in drawn.truth.problems if one["file"] == book.path]
    drawn.files += 1
    for file, name in [place for place in drawn.sheets if place[0] == book.path]:
        sheet, grid = drawn.sheets[file, name]
        drawn.sheets[again, name] = (replace(sheet, entries=[copy(entry) for entry in sheet.entries]), grid)
        _supersede(sheet, sheet.entries)
        drawn.expect(file, name, Planted("repeated_content", "warning"))


def _cut_off(drawn: DrawnInbox, book: Book) -> None:
    """The first half of a workbook, as after a broken copy."""
    path = str(PurePosixPath(book.path).with_name("传输中断.xlsx"))
    whole = (drawn.inbox / book.path).read_bytes()
    (drawn.inbox / path).write_bytes(whole[: len(whole) // 2])
    drawn.files += 1
    drawn.foreign_rows[path, ""] = 0
    drawn.expect(path, "", Planted("unreadable_file", "error"))


def _write_roster(drawn: DrawnInbox) -> None:
    """A workbook that is no ledger."""
    write_workbook(
        drawn.inbox / "值班表.xlsx", {"值班表": Grid(rows=[list(row) for row in DUTY_ROSTER])}, date(2020, 1, 8)
    )
    drawn.files += 1
    drawn.foreign_rows["值班表.xlsx", "值班表"] = len(DUTY_ROSTER)
    drawn.expect("值班表.xlsx", "值班表", Planted("unrecognised_sheet", "error"))
