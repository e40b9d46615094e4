"""A file's sheets, each recognised as a ledger, its rows sorted, its cells not yet typed."""

import hashlib
import io
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipelines.reading.delimited import read_delimited
from pipelines.reading.file_form import checked_form
from pipelines.reading.given_columns import GivenColumns, given_columns
from pipelines.reading.heading_problems import heading_problems, is_refused
from pipelines.reading.headings import ROW_NUMBER_HEADINGS, KnownHeadings, folded
from pipelines.reading.layout import Layout, find_layout, reach_of_names
from pipelines.reading.own_sheets import is_own_sheet
from pipelines.reading.places import places_of, places_of_unrecognised
from pipelines.reading.problem import Problem, sheet_problem
from pipelines.reading.sheet_problems import hidden_problem, limited_problem, unrecognised_problem
from pipelines.reading.sheet_reading import ReadingSettings, SheetReading
from pipelines.reading.sheet_rows import is_empty, row_kinds, used_length
from pipelines.reading.spreadsheet import read_spreadsheet
from pipelines.reading.workbook import RawSheet, UnreadableFile
from warehouse.language import Label

_ONCE_PER_FILE = ("unknown_column", "forbidden_column", "limited_format")
_NOTHING = (
    "文件里没有任何内容，请检查是否导出了空表，填好后重新报送",
    "nothing stands in the file: check whether an empty table was exported, and hand it in again",
)


@dataclass(slots=True)
class Recognised:
    """A reading without rows yet, the problems of the sheet as a whole, and the columns of an accepted one."""

    reading: SheetReading
    problems: list[Problem] = field(default_factory=list)
    given: GivenColumns | None = None

    @property
    def cells(self) -> int:
        """How many cells wait to be typed."""
        return len(self.given.rows) * len(self.given.columns) if self.given else 0


def recognised_sheets(path: Path, file: str, known: KnownHeadings, settings: ReadingSettings) -> list[Recognised]:
    """The sheets of the file at ``path``, which goes by the name ``file``; never raises for a bad file."""
    try:
        sheets = filled_sheets(path, file)
    except UnreadableFile as reason:
        return [_unreadable(file, reason.label)]
    recognised = [_recognised(sheet, known, settings) for sheet in sheets]
    pairs = zip(sheets, recognised, strict=True)
    theirs = [found for sheet, found in pairs if found.reading.ledger or not is_own_sheet(sheet)]
    return _said_once(theirs) or [_unreadable(file, Label(*_NOTHING))]


def filled_sheets(path: Path, file: str) -> list[RawSheet]:
    """The sheets of a file that hold anything, down to their last filled row.

    Raises :class:`UnreadableFile` when the file cannot be read or nothing is in it.
    """
    form = checked_form(path)
    sheets = [read_delimited(path, file)] if form == "csv" else read_spreadsheet(path, file, form)
    for sheet in sheets:
        length = used_length(sheet.rows)
        sheet.rows, sheet.row_numbers = sheet.rows[:length], sheet.row_numbers[:length]
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        raise UnreadableFile(*_NOTHING)
    return filled


def _unreadable(file: str, reason: Label) -> Recognised:
    return Recognised(SheetReading(file, "", None, accepted=False), [sheet_problem("unreadable_file", "error", reason)])


def _recognised(sheet: RawSheet, known: KnownHeadings, settings: ReadingSettings) -> Recognised:
    layout = find_layout(sheet, known)
    if layout is None:
        return _unrecognised(sheet, settings)
    kinds = row_kinds(sheet.rows, layout.heading_rows, _number_column(layout), set(map(folded, layout.lines.titles)))
    problems = [*_grid_problems(sheet), *heading_problems(sheet, layout, known, kinds.data)]
    accepted = not is_refused(problems)
    reading = SheetReading(
        sheet.file,
        sheet.sheet,
        layout.ledger.id,
        accepted=accepted,
        read=len(sheet.rows),
        skipped=kinds.skipped,
        rejected_whole=0 if accepted else len(kinds.data),
        headings={
            target.stored_name: layout.cells[at[0]].text for target, at in layout.columns.items() if not target.part
        },
        positions={target.stored_name: at[0] for target, at in layout.columns.items() if not target.part},
        stated_date=layout.lines.stated_date,
        named_month=reach_of_names(sheet, layout.lines),
        content_hash=_content_hash(sheet, settings),
        places=places_of(sheet, layout),
    )
    return Recognised(reading, problems, given_columns(sheet, layout, kinds.data) if accepted else None)


def _unrecognised(sheet: RawSheet, settings: ReadingSettings) -> Recognised:
    blank = sum(all(is_empty(cell) for cell in row) for row in sheet.rows)
    reading = SheetReading(
        sheet.file,
        sheet.sheet,
        None,
        accepted=False,
        read=len(sheet.rows),
        skipped={"blank": blank} if blank else {},
        rejected_whole=len(sheet.rows) - blank,
        content_hash=_content_hash(sheet, settings),
        places=places_of_unrecognised(sheet),
    )
    return Recognised(reading, [*_grid_problems(sheet), unrecognised_problem()])


def _grid_problems(sheet: RawSheet) -> list[Problem]:
    return [problem for problem in (limited_problem(sheet), hidden_problem(sheet)) if problem is not None]


def _number_column(layout: Layout) -> int | None:
    """The position of 序号, which says nothing about its row."""
    return next((at for at, cell in layout.cells.items() if cell.lower in ROW_NUMBER_HEADINGS), None)


def _content_hash(sheet: RawSheet, settings: ReadingSettings) -> str:
    """Equal for sheets with equal cells; keyed, since some of these are personal."""
    cells = io.BytesIO()
    pickler = pickle.Pickler(cells, protocol=4)
    pickler.fast = True  # without references to equal objects seen before, so that equal cells are equal bytes
    pickler.dump(sheet.rows)
    key = hashlib.sha256(settings.person_key_secret).digest()
    return hashlib.blake2b(cells.getbuffer(), key=key, digest_size=32).hexdigest()


def _said_once(sheets: Sequence[Recognised]) -> list[Recognised]:
    """A heading that no ledger knows is reported once a file, not once a sheet."""
    said: set[tuple[str, str | None]] = set()
    for sheet in sheets:
        news = []
        for problem in sheet.problems:
            if problem.rule not in _ONCE_PER_FILE or (problem.rule, problem.column) not in said:
                news.append(problem)
            said.add((problem.rule, problem.column))
        sheet.problems = news
    return list(sheets)
