"""Reading and checking files without loading them: what a department wants to know before handing in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.config_file import load_config
from pipelines.home import Home, throwaway_secret
from pipelines.inbox import inbox_files, named_file
from pipelines.judging.judge import judge
from pipelines.judging.verdict import Judged
from pipelines.own_headings import targets, why_not, with_own_headings
from pipelines.progress import Progress, silent
from pipelines.read_and_judge import criteria_of, read_files, reading_settings
from pipelines.reading.headings import HeadingCell, KnownHeadings, folded
from pipelines.reading.identity import without_personal_numbers
from pipelines.reading.sheet_reading import NamedFile, SheetReading
from pipelines.registry import ledgers
from warehouse.language import Language, Refusal
from warehouse.publish import Store
from warehouse.reader import open_published


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found; nothing has been loaded. ``readings`` are the sheets of ``files``, in their order."""

    judged: Judged
    files: Sequence[NamedFile]
    readings: Sequence[SheetReading]
    known: KnownHeadings

    @property
    def exit_code(self) -> int:
        """1 when there is any error, else 0."""
        return 1 if (self.judged.problems["severity"] == "error").any() else 0

    def document(self, language: Language, *, suggestions: bool = False) -> dict[str, Any]:
        """The JSON document of ``check --json``; messages are in the language asked for.

        With ``suggestions`` an unknown heading that looks like one of the ledger's has that one as ``suggestion``.
        """
        files: dict[str, list[dict[str, Any]]] = {}
        for sheet in self.judged.sheets.iter_rows(named=True):
            files.setdefault(sheet["file"], []).append(
                {
                    "sheet": sheet["sheet"],
                    "ledger": sheet["ledger_id"],
                    "read": sheet["read"],
                    "ok": sheet["loaded"] + sheet["superseded"],
                    "rejected": sheet["rejected"],
                    "skipped": sheet["skipped"],
                    "problems": [
                        {**problem, **(self._suggestion(sheet, problem) if suggestions else {})}
                        for problem in self._problems(sheet["file"], sheet["sheet"], language)
                    ],
                }
            )
        return {"files": [{"file": file, "sheets": sheets} for file, sheets in files.items()]}

    def _suggestion(self, sheet: dict[str, Any], problem: dict[str, Any]) -> dict[str, str]:
        """Nothing where the sheet has that column already: two headings of one column would reject it."""
        if problem["rule"] != "unknown_column" or sheet["ledger_id"] is None or not problem["column"]:
            return {}
        text = problem["column"]
        own = self.known.of(ledgers()[sheet["ledger_id"]])
        near = own.nearest(HeadingCell(text, folded(text))) or own.nearest(
            HeadingCell(text, folded(text.rsplit("/", 1)[-1]))
        )
        if near is None or near in self._headings_of(sheet) or why_not(own.ledger, text, near):
            return {}
        return {"suggestion": near}

    def _headings_of(self, sheet: dict[str, Any]) -> set[str]:
        """The declared headings of the columns that a sheet has."""
        ledger = ledgers()[sheet["ledger_id"]]
        names = {
            name
            for reading in self.readings
            if (reading.file, reading.sheet) == (sheet["file"], sheet["sheet"])
            for name in reading.headings
        }
        return {heading for heading, target in targets(ledger).items() if target.stored_name in names}

    def _problems(self, file: str, sheet: str, language: Language) -> list[dict[str, Any]]:
        own = self.judged.problems.filter((pl.col("file") == file) & (pl.col("sheet") == sheet))
        return own.select(
            "row",
            pl.col("heading").alias("column"),
            "value",
            "rule",
            "severity",
            pl.col(f"message_{language}").alias("message"),
        ).to_dicts()


def check(paths: Sequence[Path], home: Home, progress: Progress | None = None) -> CheckReport:
    """Checks files and folders against the declarations, each other and the published version.

    Raises :class:`Refusal` for a path that does not exist or a wrong configuration.
    """
    config = load_config(home.config_file)
    files = [file for path in paths for file in _files_of(path)]
    published = _published_tables(home)
    secret = home.known_secret() or throwaway_secret()
    readings = read_files(files, reading_settings(config, secret), progress or silent)
    judged = judge(readings, criteria_of(config, ledgers(), published))
    known = KnownHeadings(with_own_headings(ledgers(), config.headings))
    return CheckReport(judged, files, readings, known)


def _files_of(path: Path) -> list[NamedFile]:
    if path.is_dir():
        return inbox_files(path)
    if path.is_file():
        return [named_file(path, without_personal_numbers(path.as_posix()))]
    raise Refusal(f"找不到 {path}", f"{path} does not exist", "unionkpi check PATH")


def _published_tables(home: Home) -> dict[str, pl.DataFrame]:
    if Store(home.warehouse).current() is None:
        return {}
    published = open_published(home.warehouse)
    known = set(published.query("select ledger_id from meta.ledgers", None)["ledger_id"])
    return {
        ledger_id: published.query(f"select * from ledger.{ledger.table}", None)  # noqa: S608 - a table of ours
        for ledger_id, ledger in ledgers().items()
        if ledger_id in known
    }
