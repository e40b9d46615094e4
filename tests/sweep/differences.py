"""What was read against what was written, sheet by sheet, row by row, value by value."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any

from pipelines.config_file import load_config
from pipelines.inbox import inbox_files
from pipelines.judging.verdict import Judged
from pipelines.ledger import Column, Kind, Ledger
from pipelines.read_and_judge import read_and_judge
from pipelines.reading.identity import person_key
from pipelines.sample.layout import Grid
from pipelines.sample.sheet import IDENTITY, Entry, Sheet
from tests.sweep.drawn_inbox import SUPERSEDED, DrawnInbox

CENT = Decimal("0.01")
SECRET = b"the key of the counties that are drawn at random"
Problem = tuple[str, str, int | None, str, str]


@dataclass(slots=True)
class Sweep:
    """Counts of what agreed, and a sentence for everything that did not."""

    files: int = 0
    sheets: int = 0
    rows: int = 0
    loaded: int = 0
    rejected: int = 0
    superseded: int = 0
    skipped: int = 0
    values: int = 0
    problems: int = 0
    differences: list[str] = field(default_factory=list)

    def add(self, other: "Sweep") -> None:
        """Takes the counts and differences of another county in."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    @property
    def summary(self) -> str:
        """All counts in one line."""
        counts = [f"{getattr(self, one.name):,} {one.name}" for one in fields(self) if one.name != "differences"]
        return f"sweep: {', '.join(counts)}; {len(self.differences)} differences"


def read(drawn: DrawnInbox) -> Judged:
    """The drawn inbox, read and judged as a build does it."""
    return read_and_judge(inbox_files(drawn.inbox), load_config(drawn.folder / "config.toml"), SECRET)


def compare(drawn: DrawnInbox, judged: Judged) -> Sweep:
    """What came of one drawn inbox."""
    sweep = Sweep(files=drawn.files)
    sweep.differences += [*_sheets(drawn, judged, sweep), *_problems(drawn, judged, sweep)]
    sweep.differences += _values(drawn, judged, sweep)
    return sweep


def _sheets(drawn: DrawnInbox, judged: Judged, sweep: Sweep) -> Iterator[str]:
    """Every sheet is read once, and its rows are accounted for one by one."""
    seen = {(line["file"], line["sheet"]): line for line in judged.sheets.iter_rows(named=True)}
    accounts = {place: _account(*sheet) for place, sheet in drawn.sheets.items()}
    accounts |= {place: _foreign(rows) for place, rows in drawn.foreign_rows.items()}
    if seen.keys() != accounts.keys():
        yield f"sheets read and written differ: {sorted(seen.keys() ^ accounts.keys())}"
    for place in sorted(seen.keys() & accounts.keys()):
        line, written = seen[place], accounts[place]
        read = {name: line[name] for name in written}
        if read != written:
            yield f"{place}: {read} instead of {written}"
        sweep.sheets += 1
        sweep.rows += line["read"]
        for name in ("loaded", "rejected", "superseded", "skipped"):
            setattr(sweep, name, getattr(sweep, name) + line[name])


def _account(sheet: Sheet, grid: Grid) -> dict[str, Any]:
    """What must be said of a sheet's rows: up to the last that holds anything, or a heading's merge reaches."""
    read = max(number for number, cells in enumerate(grid.rows, start=1) if any(cell is not None for cell in cells))
    rejected = sum(_is_rejected(entry) or not sheet.is_accepted for entry in sheet.entries)
    return {
        "is_accepted": sheet.is_accepted,
        **({"ledger_id": sheet.ledger_id} if sheet.is_accepted else {}),
        "read": read,
        "loaded": len(sheet.entries) - rejected - sheet.superseded,
        "rejected": rejected,
        "superseded": sheet.superseded,
        "skipped": read - len(sheet.entries),
    }


def _foreign(rows: int) -> dict[str, Any]:
    """A sheet of no ledger: all its rows are rejected."""
    return {"ledger_id": None, "read": rows, "loaded": 0, "rejected": rows, "superseded": 0, "skipped": 0}


def _is_rejected(entry: Entry) -> bool:
    return any(planted.severity == "error" for planted in entry.planted)


def _problems(drawn: DrawnInbox, judged: Judged, sweep: Sweep) -> Iterator[str]:
    """Exactly the planted problems are found, each at its place with its rule."""
    planted = {_problem(one) for one in drawn.truth.problems}
    found = {_problem(one) for one in judged.problems.iter_rows(named=True)}
    sweep.problems += len(planted & found)
    yield from (f"false alarm: {one}" for one in sorted(found - planted, key=str))
    yield from (f"not found: {one}" for one in sorted(planted - found, key=str))


def _problem(one: dict[str, Any]) -> Problem:
    return one["file"], one["sheet"], one["row"], one["rule"], one["severity"]


def _values(drawn: DrawnInbox, judged: Judged, sweep: Sweep) -> Iterator[str]:
    """Every right row is loaded from where it stands, with the values that the generator knows."""
    towns = {town.name: town.code for town in drawn.county.place.townships}
    loaded = {
        (row["source_file"], row["source_sheet"], row["source_row"]): row
        for table in judged.tables.values()
        for row in table.iter_rows(named=True)
    }
    for (file, name), (sheet, grid) in drawn.sheets.items():
        for entry, number in zip(sheet.entries, grid.entry_rows, strict=True):
            row = loaded.pop((file, name, number), None)
            if not sheet.is_accepted or _is_rejected(entry) or SUPERSEDED in entry.values:
                if row is not None:
                    yield f"{file} {name} {number}: loaded, but rejected or superseded"
            elif row is None:
                yield f"{file} {name} {number}: not loaded"
            else:
                for column, stored in _expected(sheet.ledger, entry, towns):
                    sweep.values += 1
                    if row[column.stored_name] != stored:
                        yield f"{file} {name} {number} {column.stored_name}: {row[column.stored_name]!r} for {stored!r}"
    yield from (f"{place}: loaded, but never written" for place in loaded)


def _expected(ledger: Ledger, entry: Entry, towns: dict[str, str]) -> Iterator[tuple[Column, Any]]:
    """The stored values of a row, except those whose cell is planted verbatim or has to be masked."""
    masked = {planted.slot for planted in entry.planted if planted.rule == "personal_content"}
    for column in ledger.columns:
        if column.name not in {*entry.raw, *masked} and not (column.kind is Kind.PERSON and IDENTITY in entry.raw):
            yield column, _stored(column, entry.values.get(column.name), towns)


def _stored(column: Column, value: Any, towns: dict[str, str]) -> Any:
    if value is None:
        return False if column.kind is Kind.BOOL and not column.required else column.default
    stored = value
    match column.kind:
        case Kind.TOWN:
            stored = towns.get(value, value)
        case Kind.USCC:
            stored = value.upper()
        case Kind.PERSON:
            stored = person_key(value.identity, SECRET)
        case Kind.MONEY:
            stored = Decimal(str(value)).quantize(CENT)  # a drawn sum may have the noise of a double behind the cents
        case Kind.NUMBER:
            stored = Decimal(str(value))
    return stored
