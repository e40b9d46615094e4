"""A file's sheets, each recognised as a ledger, its rows sorted, its cells not yet typed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.reading.given_columns import GivenColumns, given_columns
from pipelines.reading.heading_problems import heading_problems, is_refused
from pipelines.reading.headings import ROW_NUMBER_HEADINGS, KnownHeadings, Target, folded, heading_of
from pipelines.reading.layout import Layout, find_layout, reach_of_names
from pipelines.reading.own_sheets import is_own_sheet
from pipelines.reading.places import places_of, places_of_unrecognised
from pipelines.reading.problem import Problem, sheet_problem
from pipelines.reading.several_ledgers import several_ledgers
from pipelines.reading.sheet_problems import hidden_problem, limited_problem, unrecognised_problem
from pipelines.reading.sheet_reading import ReadingSettings, SheetReading
from pipelines.reading.sheet_rows import row_kinds
from pipelines.reading.workbook import RawSheet, UnreadableFile, is_empty, nothing_in_file

_ONCE_PER_FILE = ("unknown_column", "forbidden_column", "limited_format")


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


def recognised_sheets(sheets: Sequence[RawSheet], known: KnownHeadings, settings: ReadingSettings) -> list[Recognised]:
    """The sheets of one file; raises :class:`UnreadableFile` when all of them are our own and hold nothing."""
    recognised = [_recognised(sheet, known, settings) for sheet in sheets]
    pairs = zip(sheets, recognised, strict=True)
    theirs = [found for sheet, found in pairs if found.reading.accepted or not is_own_sheet(sheet)]
    if not theirs:
        raise nothing_in_file()
    return _said_once(theirs)


def unreadable(file: str, reason: UnreadableFile) -> Recognised:
    """What stands for all sheets of a file that cannot be read, or not now."""
    reading = SheetReading(file, "", None, accepted=False, is_deferred=not reason.is_lasting)
    return Recognised(reading, [sheet_problem("unreadable_file", "error", reason.label)])


def _recognised(sheet: RawSheet, known: KnownHeadings, settings: ReadingSettings) -> Recognised:
    layout = find_layout(sheet, known)
    if layout is None:
        return _unrecognised(sheet, settings, unrecognised_problem())
    titles, uncached = set(map(folded, layout.lines.titles)), {row for row, _ in sheet.uncached_cells}
    kinds = row_kinds(sheet.rows, layout.heading_rows, _number_column(layout), titles, uncached)
    if several := several_ledgers(sheet, layout, known, kinds):
        return _unrecognised(sheet, settings, several)
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
        headings=_headings(layout),
        positions={target.stored_name: at[0] for target, at in layout.columns.items() if not target.part},
        stated_date=layout.lines.stated_date,
        named_month=reach_of_names(sheet, layout.lines),
        content_hash=_content_hash(sheet, settings),
        places=places_of(sheet, layout),
    )
    return Recognised(reading, problems, given_columns(sheet, layout, kinds.data) if accepted else None)


def _headings(layout: Layout) -> dict[str, str]:
    """By stored name what stands over a column, or for one that a title or name fills what it is called."""
    filled = {name: heading_of(layout.ledger, Target(name)) for name in layout.fills}
    return filled | {
        target.stored_name: layout.cells[at[0]].text for target, at in layout.columns.items() if not target.part
    }


def _unrecognised(sheet: RawSheet, settings: ReadingSettings, reason: Problem) -> Recognised:
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
    return Recognised(reading, [*_grid_problems(sheet), reason])


def _grid_problems(sheet: RawSheet) -> list[Problem]:
    return [problem for problem in (limited_problem(sheet), hidden_problem(sheet)) if problem is not None]


def _number_column(layout: Layout) -> int | None:
    """The position of 序号, which says nothing about its row."""
    return next((at for at, cell in layout.cells.items() if cell.lower in ROW_NUMBER_HEADINGS), None)


def _content_hash(sheet: RawSheet, settings: ReadingSettings) -> str:
    """Equal for sheets with equal cells; keyed, since some of these are personal."""
    key = hashlib.sha256(settings.person_key_secret).digest()
    return hashlib.blake2b(sheet.digest, key=key, digest_size=32).hexdigest()


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
