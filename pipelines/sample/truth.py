"""``sample_truth.json``: every planted problem and what becomes of every sheet."""

import json
from dataclasses import dataclass, field
from typing import Any

from pipelines.ledger import Severity
from pipelines.sample.layout import Grid, columns_of, heading_texts
from pipelines.sample.sheet import Book, Planted, Sheet


@dataclass(slots=True)
class Truth:
    """Collects problems and sheets while the files are written; order does not depend on writing."""

    problems: list[dict[str, Any]] = field(default_factory=list)
    sheets: list[dict[str, Any]] = field(default_factory=list)

    def add_book(self, book: Book, grids: list[Grid]) -> None:
        """Where the planted rows of a book came to stand."""
        for sheet, grid in zip(book.sheets, grids, strict=True):
            name = "" if book.encoding else sheet.name
            headings = _full_headings(sheet)
            for planted in sheet.planted:
                self.add_problem(book.path, name, None, planted, headings)
            for entry, row in zip(sheet.entries, grid.entry_rows, strict=True):
                for planted in entry.planted:
                    self.add_problem(book.path, name, row, planted, headings)
            self.add_sheet(book.path, name, sheet)

    def add_problem(
        self, file: str, sheet: str, row: int | None, planted: Planted, headings: dict[str, str] | None = None
    ) -> None:
        """One problem; ``row`` as Excel counts, None for a whole sheet or file."""
        column = (headings or {}).get(planted.slot or "", planted.slot)
        self.problems.append(
            {
                "file": file,
                "sheet": sheet,
                "row": row,
                "rule": planted.rule,
                "severity": planted.severity,
                "column": column,
            }
        )

    def add_sheet(self, file: str, name: str, sheet: Sheet) -> None:
        """How many data rows of a sheet are rejected and superseded; a rejected sheet loses all."""
        rejected = sum(any(_is_error(planted.severity) for planted in entry.planted) for entry in sheet.entries)
        self.add_plain_sheet(
            file,
            name,
            sheet.ledger_id if sheet.is_accepted else None,
            data_rows=len(sheet.entries),
            rejected=rejected if sheet.is_accepted else len(sheet.entries),
            superseded=sheet.superseded,
        )

    def add_plain_sheet(
        self, file: str, name: str, ledger: str | None, *, data_rows: int, rejected: int, superseded: int
    ) -> None:
        """A sheet without plants, or one that no ledger recognises."""
        self.sheets.append(
            {
                "file": file,
                "sheet": name,
                "ledger": ledger,
                "data_rows": data_rows,
                "rejected": rejected,
                "superseded": superseded,
            }
        )

    def supersede(self, file: str, rows: int) -> None:
        """So many rows of a file's first sheet lose to another file."""
        for sheet in [one for one in self.sheets if one["file"] == file][:1]:
            sheet["superseded"] += rows

    def repeat(self, file: str, again: str) -> None:
        """``again`` is a copy of ``file`` under a later name: it loads, and ``file`` is the repeated one."""
        self.problems += [{**one, "file": again} for one in self.problems if one["file"] == file]
        for sheet in [one for one in self.sheets if one["file"] == file]:
            self.sheets.append({**sheet, "file": again})
            sheet["superseded"] = sheet["data_rows"] - sheet["rejected"]
            self.add_problem(file, sheet["sheet"], None, Planted("repeated_content", "warning"))

    def text(self) -> str:
        """The file's text, sorted and the same whenever it is written."""
        problems = sorted(
            self.problems,
            key=lambda one: (one["file"], one["sheet"], one["row"] or 0, one["rule"], one["column"] or ""),
        )
        sheets = sorted(self.sheets, key=lambda one: (one["file"], one["sheet"]))
        return json.dumps({"problems": problems, "sheets": sheets}, ensure_ascii=False, indent=1) + "\n"


def _full_headings(sheet: Sheet) -> dict[str, str]:
    """Slot → heading, an upper and a lower one joined by a stroke."""
    texts = heading_texts(sheet, columns_of(sheet))
    upper = {slot: parent for parent, group in sheet.look.parents.items() for slot in group}
    return {slot: f"{upper[slot]}/{text}" if slot in upper else text for slot, text in texts.items()}


def _is_error(severity: Severity) -> bool:
    return severity == "error"
