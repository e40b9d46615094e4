"""Files in, one reading a sheet out: recognised, tidied, with every row accounted for."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pipelines.ledger import Ledger
from pipelines.own_headings import with_own_headings
from pipelines.reading.assemble import assemble
from pipelines.reading.headings import KnownHeadings
from pipelines.reading.recognise import Recognised, recognised_sheets
from pipelines.reading.sheet_reading import ReadingSettings, SheetReading

READERS = 2
"""Files that are opened at the same time."""

MOST_CELLS_AT_ONCE = 2_000_000
"""Columns of many sheets are typed together; more cells than this are not kept waiting for it."""


def read_file(path: Path, file: str, ledgers: Mapping[str, Ledger], settings: ReadingSettings) -> list[SheetReading]:
    """Readings of all sheets of the file at ``path``, which goes by the name ``file``.

    Never raises for a bad file: it is one reading with sheet "" and the problem ``unreadable_file``.
    """
    return assemble(recognised_sheets(path, file, _known(ledgers, settings), settings), settings)


def read_all(
    files: Sequence[tuple[Path, str]],
    ledgers: Mapping[str, Ledger],
    settings: ReadingSettings,
    progress: Callable[[int], None] = lambda _done: None,
) -> list[SheetReading]:
    """Readings of all sheets of the files (path and name), in their order.

    ``progress`` is called with the number of files opened so far.
    """
    known = _known(ledgers, settings)
    readings: list[SheetReading] = []
    waiting: list[Recognised] = []
    with ThreadPoolExecutor(READERS) as readers:
        results = readers.map(lambda file: recognised_sheets(file[0], file[1], known, settings), files)
        for done, sheets in enumerate(results, start=1):
            waiting += sheets
            if sum(sheet.cells for sheet in waiting) > MOST_CELLS_AT_ONCE:
                readings += assemble(waiting, settings)
                waiting = []
            progress(done)
    return readings + assemble(waiting, settings)


def _known(ledgers: Mapping[str, Ledger], settings: ReadingSettings) -> KnownHeadings:
    return KnownHeadings(with_own_headings(ledgers, settings.own_headings))
