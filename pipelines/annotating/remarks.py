"""Problems of a file, each with the cells that it is about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from pipelines.annotating.marks import NAMES, Cell, worst
from pipelines.ledger import Severity
from pipelines.reading.sheet_reading import SheetPlaces, SheetReading
from warehouse.rule_names import rule_name

_LONGEST_FOUND = 100


@dataclass(frozen=True, slots=True)
class Remark:
    """One problem as people read it; ``cells`` (of ``sheet``) are empty where no cell is meant.

    ``row`` is the Excel row (None: the whole sheet), ``value`` what was found, masked where it is
    personal, ``message`` what is expected.
    """

    sheet: str
    row: int | None
    heading: str | None
    value: str | None
    rule: str
    severity: Severity
    message: str
    cells: tuple[Cell, ...]

    @property
    def comment(self) -> str:
        """The text for the cell: the rule, what was found, what is expected."""
        found = self.value or ""
        shown = found if len(found) <= _LONGEST_FOUND else f"{found[:_LONGEST_FOUND]}……"
        lines = [f"【{NAMES[self.severity]}】{rule_name(self.rule, 'zh')}"]
        return "\n".join([*lines, *([f"填写内容：{shown}"] if shown else []), self.message])


def remarks_of(problems: pl.DataFrame, readings: Iterable[SheetReading]) -> list[Remark]:
    """The problems of one file (as ``quality.problems`` has them), in the order of its sheets and rows."""
    by_sheet = {str(key[0]): frame for key, frame in problems.partition_by("sheet", as_dict=True).items()}
    return [
        remark
        for reading in readings
        if reading.sheet in by_sheet
        for remark in _of_sheet(reading, by_sheet[reading.sheet].rows(named=True))
    ]


def _of_sheet(reading: SheetReading, problems: Sequence[Mapping[str, Any]]) -> Iterable[Remark]:
    for problem in problems:
        row, heading, severity = problem["row"], problem["heading"], problem["severity"]
        cells = _cells(reading.places, row, heading, severity)
        rule, message = problem["rule"], problem["message_zh"]
        yield Remark(reading.sheet, row, heading, problem["value"], rule, severity, message, cells)


def _cells(places: SheetPlaces | None, row: int | None, heading: str | None, severity: Severity) -> tuple[Cell, ...]:
    """The cells under (or of) the heading; without one the first of the row.

    An error of the whole sheet is marked where the heading begins; a mere warning stands in the list only.
    """
    if places is None:
        return ()
    line = (places.row if row is None else row) - 1
    columns = places.columns.get(heading or "", ())
    if not columns and (row is not None or severity == "error"):
        columns = (places.first_column,)
    return tuple((line, column) for column in columns)


def moved(remark: Remark, shown: Mapping[Cell, Cell]) -> Remark:
    """The remark at the cells that show those it is about."""
    return replace(remark, cells=tuple(dict.fromkeys(shown[cell] for cell in remark.cells)))


def marks_of(remarks: Iterable[Remark]) -> dict[Cell, Severity]:
    """The severity of every cell that is remarked on."""
    found: dict[Cell, list[Severity]] = {}
    for remark in remarks:
        for cell in remark.cells:
            found.setdefault(cell, []).append(remark.severity)
    return {cell: worst(severities) for cell, severities in found.items()}


def comments_of(remarks: Iterable[Remark]) -> dict[Cell, str]:
    """The comment of every cell that is remarked on; a sentence is said once."""
    found: dict[Cell, dict[str, None]] = {}
    for remark in remarks:
        for cell in remark.cells:
            found.setdefault(cell, {})[remark.comment] = None
    return {cell: "\n\n".join(comments) for cell, comments in found.items()}
