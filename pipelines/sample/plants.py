"""How a wrong row is planted: what it is made from, what is changed, what a build has to say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipelines.ledger import Severity
from pipelines.sample.organisation import Row
from pipelines.sample.sheet import Book, Cell, Entry, Planted, Sheet

Change = Any | Callable[[Row], Any]


@dataclass(frozen=True, slots=True)
class Plant:
    """One wrong row of a ledger.

    A row is chosen by ``pick`` from the file ``book`` (counted from the last one with negative numbers).
    ``is_extra`` plants a changed copy after it, which the build rejects or accepts on its own;
    otherwise the row itself is changed. ``marks_base`` says that the row it is copied from has the same
    problem. ``changes`` are values or functions of the row, ``raw`` are cells (or functions of the row)
    that stand there verbatim. Several ``rules`` may be broken at once.
    """

    ledger_id: str
    rules: tuple[Planted, ...]
    is_extra: bool
    changes: Mapping[str, Change] = field(default_factory=dict)
    raw: Mapping[str, Cell | Callable[[Row], Cell]] = field(default_factory=dict)
    pick: Callable[[Row], bool] = bool
    book: int | None = None
    needs_workbook: bool = False
    marks_base: bool = False


def wrong(ledger_id: str, rule: str, slot: str, **options: Any) -> Plant:
    """A row, extra unless told otherwise, that is rejected because of one column."""
    return _plant(ledger_id, rule, slot, "error", **{"is_extra": True, **options})


def odd(ledger_id: str, rule: str, slot: str, **options: Any) -> Plant:
    """A row that stays but earns a warning."""
    return _plant(ledger_id, rule, slot, "warning", **{"is_extra": False, **options})


def _plant(ledger_id: str, rule: str, slot: str, severity: Severity, **options: Any) -> Plant:
    return Plant(ledger_id, (Planted(rule, severity, slot),), **options)


def plant_all(plants: list[Plant], books: list[Book]) -> None:
    """Plants every wrong row of one ledger, each beside a row of its own."""
    used: set[int] = set()
    for number, plant in enumerate(plants):
        fitting = [book for book in books if book.encoding == "" or not plant.needs_workbook]
        turn = number if plant.book is None else plant.book
        chosen = _choose(plant, fitting[turn % len(fitting)], number, used) if fitting else None
        if chosen is not None:
            sheet, base = chosen
            used.add(id(base))
            _plant_at(plant, sheet, base)


def _choose(plant: Plant, book: Book, number: int, used: set[int]) -> tuple[Sheet, Entry] | None:
    """A row that fits, is still as it was, and lies somewhere in the middle; a small sample may have none."""
    found = [
        (sheet, entry)
        for sheet in book.sheets
        for entry in sheet.entries
        if id(entry) not in used and not entry.planted and not entry.raw and plant.pick(entry.values)
    ]
    return found[(number * 37 + 11) % len(found)] if found else None


def _plant_at(plant: Plant, sheet: Sheet, base: Entry) -> None:
    changed = {name: change(base.values) if callable(change) else change for name, change in plant.changes.items()}
    raw = {slot: cell(base.values) if callable(cell) else cell for slot, cell in plant.raw.items()}
    entry = Entry({**base.values, **changed}, raw, plant.rules)
    place = next(place for place, one in enumerate(sheet.entries) if one is base)
    if plant.marks_base:
        base.planted = plant.rules
    if plant.is_extra:
        sheet.entries.insert(place + 1, entry)
    else:
        sheet.entries[place] = entry
