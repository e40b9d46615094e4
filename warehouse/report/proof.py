"""Where every figure of the report comes from: definition, parts, last year, completeness, and the rows behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from warehouse.report.figure import Figure
from warehouse.report.reading import Ledger, Reading
from warehouse.report.sentences import change, doubt, value

COMPLETE = "数据已报齐"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file with the number of its rows that a part of the figure was counted from."""

    part: str
    ledger: str
    file: str
    sheet: str
    rows: int


@dataclass(frozen=True, slots=True)
class Proof:
    """One figure of the report. ``number`` is its place in the text, ``subject`` the heading it stands under.

    ``rows`` are as :func:`warehouse.figures.trace.trace` gives them, ledgers by their names.
    """

    number: int
    subject: str
    figure: Figure
    said: str
    definition: str
    definition_version: str
    department: str
    ledgers: tuple[str, ...]
    remark: str
    rows: Sequence[Mapping[str, Any]]

    @property
    def anchor(self) -> str:
        return f"figure-{self.number}"

    @property
    def change(self) -> str:
        return change(self.figure)

    @property
    def files(self) -> list[SourceFile]:
        """The rows by part, ledger, file and sheet, in the order of the trace."""
        counted: dict[tuple[str, str, str, str], int] = {}
        for row in self.rows:
            key = (row["part"], row["ledger"], row["file"], row["sheet"])
            counted[key] = counted.get(key, 0) + 1
        return [SourceFile(*key, rows) for key, rows in counted.items()]


def proof_of(number: int, subject: str, indicator_id: str, reading: Reading) -> Proof:
    """The proof of one figure of a reading, which must have traced it."""
    figure, line = reading.figures[indicator_id], reading.lines[indicator_id]
    labels = tuple(_label(ledger, reading.ledgers) for ledger in line["ledgers"].split(","))
    return Proof(
        number=number,
        subject=subject,
        figure=figure,
        said=value(figure),
        definition=line["definition_zh"],
        definition_version=line["definition_version"],
        department=line["department_name"] or "",
        ledgers=labels,
        remark=_remark(figure, line, reading.ledgers),
        rows=[{**row, "ledger": _label(row["ledger"], reading.ledgers)} for row in reading.rows[indicator_id]],
    )


def missing_ledgers(figure: Figure, ledgers: Mapping[str, Ledger]) -> str:
    """The ledgers that fall short, by department: ``组织部（基层工会台账、单位名录）``."""
    kept: dict[str, list[str]] = {}
    for name in figure.missing:
        department = ledgers[name].department if name in ledgers else name
        kept.setdefault(department, []).append(_label(name, ledgers))
    return "、".join(f"{department}（{'、'.join(labels)}）" for department, labels in kept.items())


def _label(name: str, ledgers: Mapping[str, Ledger]) -> str:
    return ledgers[name].label if name in ledgers else name


def _remark(figure: Figure, line: Mapping[str, Any], ledgers: Mapping[str, Ledger]) -> str:
    said = doubt(figure)
    remarks = [said.zh if said else COMPLETE]
    if figure.missing:
        remarks.append(f"缺：{missing_ledgers(figure, ledgers)}")
    if line["corrected_rows"]:
        remarks.append(f"含更正数据{line['corrected_rows']}行")
    if figure.last_year_source:
        remarks.append(f"上年数据据{figure.last_year_source}")
    if line["caveat_zh"]:
        remarks.append(line["caveat_zh"])
    return "；".join(remarks)
