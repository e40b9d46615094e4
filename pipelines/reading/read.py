"""Files in, one reading a sheet out: recognised, tidied, with every row accounted for."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pipelines.ledger import Ledger
from pipelines.own_headings import with_own_headings
from pipelines.reading.assemble import assemble
from pipelines.reading.cache import ReadingCache
from pipelines.reading.headings import KnownHeadings
from pipelines.reading.readers import READERS, ReaderPool
from pipelines.reading.recognise import Recognised, recognised_sheets, unreadable
from pipelines.reading.sheet_reading import NamedFile, ReadingSettings, SheetReading
from pipelines.reading.workbook import RawSheet, UnreadableFile

MOST_CELLS_AT_ONCE = 2_000_000
"""Columns of many sheets are typed together; more cells than this are not kept waiting for it."""


SheetsOf = Callable[[Path, str, str | None], list[RawSheet]]
"""Opens a file: its path, name and hash in, its sheets out."""


def read_all(
    files: Sequence[NamedFile],
    ledgers: Mapping[str, Ledger],
    settings: ReadingSettings,
    progress: Callable[[int], None] = lambda _done: None,
    cache: ReadingCache | None = None,
) -> list[SheetReading]:
    """Readings of all sheets of the files, in their order; every file is opened in a child process.

    Never raises for a bad file: it is one reading with sheet "" and the problem ``unreadable_file``.
    ``progress`` is called with the number of files done so far. What ``cache`` knows is not
    opened; afterwards it knows these files and no others.
    """
    with ReaderPool() as pool:
        if not cache or not all(map(cache.knows, files)):
            pool.start()
        known = {file.name: readings for file in files if cache and (readings := cache.readings(file)) is not None}
        new = [file for file in files if file.name not in known]
        for reading in read_with(pool.sheets, new, ledgers, settings, lambda done: progress(len(known) + done)):
            known.setdefault(reading.file, []).append(reading)
    readings = [reading for file in files for reading in known[file.name]]
    if cache:
        cache.keep(files, readings)
    return readings


def read_file(path: Path, file: str, ledgers: Mapping[str, Ledger], settings: ReadingSettings) -> list[SheetReading]:
    """Like :func:`read_all`, for the one file at ``path``, which goes by the name ``file``."""
    return read_all([NamedFile(path, file)], ledgers, settings)


def read_with(
    sheets_of: SheetsOf,
    files: Sequence[NamedFile],
    ledgers: Mapping[str, Ledger],
    settings: ReadingSettings,
    progress: Callable[[int], None] = lambda _done: None,
) -> list[SheetReading]:
    """Like :func:`read_all`, with the files opened by ``sheets_of``."""
    known = _known(ledgers, settings)
    readings: list[SheetReading] = []
    waiting: list[Recognised] = []

    def recognised(file: NamedFile) -> list[Recognised]:
        try:
            return recognised_sheets(sheets_of(file.path, file.name, file.sha256), known, settings)
        except UnreadableFile as reason:
            return [unreadable(file.name, reason)]

    workers = ThreadPoolExecutor(READERS)
    try:
        for done, sheets in enumerate(workers.map(recognised, files), start=1):
            waiting += sheets
            if sum(sheet.cells for sheet in waiting) > MOST_CELLS_AT_ONCE:
                readings += assemble(waiting, settings)
                waiting = []
            progress(done)
    finally:
        workers.shutdown(wait=False, cancel_futures=True)
    return readings + assemble(waiting, settings)


def _known(ledgers: Mapping[str, Ledger], settings: ReadingSettings) -> KnownHeadings:
    return KnownHeadings(with_own_headings(ledgers, settings.own_headings))
