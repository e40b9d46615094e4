"""One file in, one reading a sheet out: recognised, tidied, with every row accounted for."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from pipelines.assemble import Secrets, assemble
from pipelines.delimited import read_delimited
from pipelines.file_form import checked_form
from pipelines.heading_problems import heading_problems, is_refused
from pipelines.headings import ROW_NUMBER_HEADINGS, LedgerHeadings, folded
from pipelines.layout import Layout, find_layout, reach_of_names
from pipelines.ledger import Ledger
from pipelines.problem import PROBLEM_SCHEMA, Problem, problem_frame, sheet_problem
from pipelines.sheet_problems import hidden_problem, limited_problem, unrecognised_problem
from pipelines.sheet_rows import is_empty, row_kinds, used_length
from pipelines.spreadsheet import read_spreadsheet
from pipelines.workbook import RawSheet, UnreadableFile
from warehouse.language import Label

_ONCE_PER_FILE = ("unknown_column", "forbidden_column", "limited_format")


@dataclass(frozen=True)
class ReadingSettings:
    """What reading needs of the home: the key that hashes identity numbers, and the county."""

    person_key_secret: bytes
    county_code: str


@dataclass
class SheetReading:
    """What one sheet holds; read = rows of ``rows`` + skipped + ``rejected_whole``, exactly.

    ``sheet`` is "" for a CSV and for a file that cannot be read, ``ledger`` None where none was
    recognised, ``accepted`` False where the sheet is rejected as a whole. ``rows`` has row,
    is_rejected, occurrence (null unless the key code is absent) and the ledger's stored columns;
    a bad cell is null and a town still a name. ``as_read`` has row and every column that is not
    personal as text. ``headings`` and ``positions`` (columns from 0) go by stored name.
    """

    file: str
    sheet: str
    ledger: str | None
    accepted: bool
    read: int = 0
    skipped: dict[str, int] = field(default_factory=dict)
    rejected_whole: int = 0
    rows: pl.DataFrame = field(default_factory=pl.DataFrame)
    as_read: pl.DataFrame = field(default_factory=pl.DataFrame)
    headings: dict[str, str] = field(default_factory=dict)
    positions: dict[str, int] = field(default_factory=dict)
    problems: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=PROBLEM_SCHEMA))
    stated_date: dt.date | None = None
    named_month: dt.date | None = None
    content_hash: str = ""


def read_file(path: Path, file: str, ledgers: Mapping[str, Ledger], settings: ReadingSettings) -> list[SheetReading]:
    """Readings of all sheets of the file at ``path``, which goes by the name ``file``.

    Never raises for a bad file: it is one reading with sheet "" and the problem ``unreadable_file``.
    """
    known = [LedgerHeadings(ledgers[name]) for name in sorted(ledgers)]
    try:
        sheets = _sheets(path, file)
    except UnreadableFile as reason:
        return [_unreadable(file, reason.label)]
    readings = [_read_sheet(sheet, known, settings) for sheet in sheets]
    return _said_once(readings)


def _sheets(path: Path, file: str) -> list[RawSheet]:
    form = checked_form(path)
    sheets = [read_delimited(path, file)] if form == "csv" else read_spreadsheet(path, file, form)
    for sheet in sheets:
        length = used_length(sheet.rows)
        sheet.rows, sheet.row_numbers = sheet.rows[:length], sheet.row_numbers[:length]
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        raise UnreadableFile(
            "文件里没有任何内容，请检查是否导出了空表，填好后重新报送",
            "nothing stands in the file: check whether an empty table was exported, and hand it in again",
        )
    return filled


def _unreadable(file: str, reason: Label) -> SheetReading:
    problems = problem_frame([sheet_problem("unreadable_file", "error", reason)])
    return SheetReading(file, "", None, accepted=False, problems=problems)


def _read_sheet(sheet: RawSheet, known: Sequence[LedgerHeadings], settings: ReadingSettings) -> SheetReading:
    layout = find_layout(sheet, known)
    if layout is None:
        return _unrecognised(sheet, settings)
    own = next(headings for headings in known if headings.ledger is layout.ledger)
    kinds = row_kinds(sheet.rows, layout.heading_rows, _number_column(layout), set(map(folded, layout.lines.titles)))
    problems = [*_grid_problems(sheet), *heading_problems(sheet, layout, own, known, kinds.data)]
    reading = SheetReading(
        sheet.file,
        sheet.sheet,
        layout.ledger.id,
        accepted=not is_refused(problems),
        read=len(sheet.rows),
        skipped=kinds.skipped,
        headings={
            target.stored_name: layout.cells[at[0]].text for target, at in layout.columns.items() if not target.part
        },
        positions={target.stored_name: at[0] for target, at in layout.columns.items() if not target.part},
        stated_date=layout.lines.stated_date,
        named_month=reach_of_names(sheet, layout.lines),
        content_hash=_content_hash(sheet, settings),
    )
    if reading.accepted:
        secrets = Secrets(settings.person_key_secret, settings.county_code)
        tables = assemble(sheet, layout, kinds.data, secrets)
        reading.rows, reading.as_read = tables.rows, tables.as_read
        problems += tables.problems
    else:
        reading.rejected_whole = len(kinds.data)
    reading.problems = problem_frame(problems)
    return reading


def _unrecognised(sheet: RawSheet, settings: ReadingSettings) -> SheetReading:
    blank = sum(all(is_empty(cell) for cell in row) for row in sheet.rows)
    return SheetReading(
        sheet.file,
        sheet.sheet,
        None,
        accepted=False,
        read=len(sheet.rows),
        skipped={"blank": blank} if blank else {},
        rejected_whole=len(sheet.rows) - blank,
        problems=problem_frame([*_grid_problems(sheet), unrecognised_problem()]),
        content_hash=_content_hash(sheet, settings),
    )


def _grid_problems(sheet: RawSheet) -> list[Problem]:
    return [problem for problem in (limited_problem(sheet), hidden_problem(sheet)) if problem is not None]


def _number_column(layout: Layout) -> int | None:
    """The position of 序号, which says nothing about its row."""
    return next((at for at, cell in layout.cells.items() if cell.lower in ROW_NUMBER_HEADINGS), None)


def _content_hash(sheet: RawSheet, settings: ReadingSettings) -> str:
    """Equal for sheets with equal cells; keyed, since some of these are personal."""
    key = hashlib.sha256(settings.person_key_secret).digest()
    return hashlib.blake2b(repr(sheet.rows).encode("utf-8", "surrogatepass"), key=key, digest_size=32).hexdigest()


def _said_once(readings: list[SheetReading]) -> list[SheetReading]:
    """A heading that no ledger knows is reported once a file, not once a sheet."""
    said: set[tuple[str, str | None]] = set()
    for reading in readings:
        keep = []
        for rule, heading in reading.problems.select("rule", "column").iter_rows():
            is_new = rule not in _ONCE_PER_FILE or (rule, heading) not in said
            said.add((rule, heading))
            keep.append(is_new)
        reading.problems = reading.problems.filter(pl.Series(keep, dtype=pl.Boolean))
    return readings
