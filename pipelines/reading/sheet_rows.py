"""What the rows of a sheet are: data, or one of the reasons for which a row is skipped."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipelines.reading.headings import folded
from pipelines.reading.workbook import Cell, is_empty

_TOTALS = {"小计", "合计", "总计", "累计", "本页合计"}
_NOTE = re.compile(r"备注|注:|说明|填[表报]说明|制表人|填表人|审核人|负责人")
_SIGNATURE = re.compile(
    r"(?:(?:填报|报送|制表)(?:人|单位|部门|日期|时间)|填表(?:日期|时间)|填报|制表|填表|审核|审批人?|复核人?|经办人|"
    r"(?:单位|部门|科室|主要|分管|统计)(?:负责人|领导)|联系(?:人|电话)):"
)
_END_OF_TABLE = {"以下空白", "以下无正文"}
_EXAMPLE = "示例"
_ZERO_REPORTS = {"本月无", "零报告", "本月零报告", "本月无/零报告"}
_FIRST_CHARACTERS = set("小合总累本备注说填制审负示零联报复经单部科主分统以")


@dataclass(frozen=True, slots=True)
class RowKinds:
    """``data`` are positions of data rows, ``skipped`` counts the others by reason, ``repeated`` are those headings."""

    data: list[int]
    skipped: dict[str, int]
    repeated: list[int]


def row_kinds(
    rows: Sequence[Sequence[Cell]],
    heading_rows: Sequence[int],
    number_column: int | None,
    titles: Collection[str],
    uncached: Collection[int] = (),
) -> RowKinds:
    """Sorts every row.

    ``heading_rows`` are the positions of the heading, ``number_column`` that of 序号, ``uncached``
    the positions of rows with formulas whose results are not known: such a row is not blank.
    """
    headings = [_folded_row(rows[position]) for position in heading_rows]
    heading_starts = {next((text for text in heading if text), "") for heading in headings}
    data: list[int] = []
    skipped: dict[str, int] = {}
    repeated: list[int] = []
    for position, row in enumerate(rows):
        if position < heading_rows[0]:
            reason: str | None = _reason_above(row)
        elif position in heading_rows:
            reason = "heading"
        else:
            reason = _reason(row, number_column, headings, heading_starts, titles)
        if reason is None or (reason == "blank" and position in uncached):
            data.append(position)
        else:
            skipped[reason] = skipped.get(reason, 0) + 1
            if reason == "heading" and position not in heading_rows:
                repeated.append(position)
    return RowKinds(data, skipped, repeated)


def _reason_above(row: Sequence[Cell]) -> str:
    first = next((cell for cell in row if not is_empty(cell)), None)
    if first is None:
        return "blank"
    return "note" if isinstance(first, str) and _NOTE.match(_half_width(first)) else "title"


def _reason(
    row: Sequence[Cell],
    number_column: int | None,
    headings: Sequence[Sequence[str]],
    heading_starts: Collection[str],
    titles: Collection[str],
) -> str | None:
    """Why a row below the heading is skipped; ``None`` for a data row.

    Only a text in the first filled cell, or in the first one beside 序号, can be a reason; a numbered
    row is no note, whatever its first words are, unless nothing else stands in it.
    """
    is_numbered = False
    for column, cell in enumerate(row):
        if is_empty(cell):
            continue
        is_number = column == number_column
        if isinstance(cell, str):
            text = cell if cell.isascii() and cell.isalnum() else folded(cell)
            if text in heading_starts and _folded_row(row) in headings:
                return "heading"
            reason = _reason_of_word(row, cell, text) if text[:1] in _FIRST_CHARACTERS else None
            if reason and not (reason == "note" and is_numbered and _filled(row) > 2):
                return reason
            if text in titles and _filled(row) == 1:
                return "title"
        if not is_number:
            return None
        is_numbered = True
    return "blank"


def _reason_of_word(row: Sequence[Cell], cell: str, text: str) -> str | None:
    if text in _TOTALS:
        return "total"
    if text.rstrip("。.") in _ZERO_REPORTS:
        return "zero_report" if _texts(row) == 1 else None
    if text.startswith(_EXAMPLE):
        return "example"
    if text in _END_OF_TABLE:
        return "note" if _filled(row) == 1 else None
    text = _half_width(cell)
    return "note" if _NOTE.match(text) or _SIGNATURE.match(text) else None


def _half_width(text: str) -> str:
    return re.sub(r"\s*:", ":", unicodedata.normalize("NFKC", text).strip())


def _texts(row: Sequence[Cell]) -> int:
    """Figures are no text, though in a CSV they come as one."""
    return sum(isinstance(cell, str) and not is_empty(cell) and not cell.strip().isdecimal() for cell in row)


def _filled(row: Sequence[Cell]) -> int:
    return sum(not is_empty(cell) for cell in row)


def _folded_row(row: Sequence[Cell]) -> list[str]:
    return [folded(cell) if isinstance(cell, str) else "" for cell in row]
