"""One workbook a department, one sheet for every ledger it keeps."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import xlsxwriter

from pipelines.config import DEPARTMENT_NAMES, Config, Department
from pipelines.ledger import Ledger
from pipelines.templates.fields import Known
from pipelines.templates.instructions import add_instructions
from pipelines.templates.ledger_sheet import LedgerSheet, Looks, add_ledger_sheet

DEFAULTS = Config("", "", departments={key: Department(name) for key, name in DEPARTMENT_NAMES.items()})
"""The rooms of a large federation, for a home without a configuration."""

_MADE = datetime(2021, 1, 1)  # noqa: DTZ001 - a fixed moment: equal declarations give equal bytes
_FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_AS_TEXT = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False, "in_memory": True}


@dataclass(frozen=True, slots=True)
class Template:
    """One department's workbook: its file, the department's id and name, the ledgers in it."""

    file: Path
    department: str
    name: str
    ledgers: tuple[Ledger, ...]


def write_templates(folder: Path, config: Config, ledgers: Mapping[str, Ledger], known: Known) -> list[Template]:
    """Writes the workbooks of all departments that keep a ledger into an existing folder."""
    templates = _planned(folder, config, ledgers)
    for template in templates:
        with xlsxwriter.Workbook(str(template.file), _AS_TEXT) as book:
            add_sheets(book, template.name, template.ledgers, config, ledgers, known)
    return templates


def add_sheets(
    book: xlsxwriter.Workbook,
    department: str,
    kept: Sequence[Ledger],
    config: Config,
    ledgers: Mapping[str, Ledger],
    known: Known,
) -> dict[str, LedgerSheet]:
    """Adds the instructions and the ledgers' blank sheets to a workbook; the sheets by ledger id."""
    book.set_properties({"title": department, "created": _MADE})
    looks = Looks(book)
    frequencies = [(ledger, config.frequencies.get(ledger.id, ledger.frequency)) for ledger in kept]
    lists = add_instructions(book, looks, department, frequencies, known)
    return {ledger.id: add_ledger_sheet(book, looks, lists, ledger, ledgers, department, known) for ledger in kept}


def _planned(folder: Path, config: Config, ledgers: Mapping[str, Ledger]) -> list[Template]:
    kept: dict[str, list[Ledger]] = {}
    for ledger in ledgers.values():
        kept.setdefault(config.department_of(ledger.id), []).append(ledger)
    names = {key: config.departments[key].name if key in config.departments else key for key in kept}
    templates: list[Template] = []
    taken: set[str] = set()
    order = [key for key in config.departments if key in kept]
    for key in [*order, *(key for key in kept if key not in order)]:
        plain = _FORBIDDEN_IN_NAMES.sub("_", names[key]).strip(" .") or key
        stem = f"{plain}（{key}）" if plain.casefold() in taken else plain
        taken.add(plain.casefold())
        templates.append(Template(folder / f"{stem}.xlsx", key, names[key], tuple(kept[key])))
    return templates
