"""The files that a report is written as, by the ending that was asked for."""

from collections.abc import Callable
from pathlib import Path

from warehouse.report.draft import Draft
from warehouse.report.html_document import html_document
from warehouse.report.markdown_document import markdown_document
from warehouse.report.proof_workbook import proof_workbook

PROOF = "数据底稿"


def report_files(draft: Draft, file: Path) -> dict[Path, bytes]:
    """The content of every file: the report, and beside a .docx the workbook that proves it."""
    return FORMS[file.suffix.lower()](draft, file)


def _docx(draft: Draft, file: Path) -> dict[Path, bytes]:
    beside = file.with_name(f"{file.stem}-{PROOF}.xlsx")
    return {file: draft.document, beside: proof_workbook(draft)}


def _html(draft: Draft, file: Path) -> dict[Path, bytes]:
    return {file: html_document(draft).encode()}


def _markdown(draft: Draft, file: Path) -> dict[Path, bytes]:
    return {file: markdown_document(draft).encode()}


FORMS: dict[str, Callable[[Draft, Path], dict[Path, bytes]]] = {".docx": _docx, ".html": _html, ".md": _markdown}
"""By the ending of the file."""
