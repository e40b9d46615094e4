"""Given rows of a worksheet part, the rows with marks: format 7 is an error, 8 a warning, 9 no mark any more."""

import pytest

from pipelines.annotating.marks import Cell
from pipelines.annotating.sheet_cells import cell_of, visible_cells, with_marks
from pipelines.annotating.xml_places import parsed
from pipelines.ledger import Severity

FORMATS: dict[Severity | None, int] = {"error": 7, "warning": 8, None: 9}


def marked(
    xml: str, *errors: str, warnings: tuple[str, ...] = (), stale: tuple[int, ...] = ()
) -> tuple[str, list[int]]:
    """The part with marks, and the formats that new ones were made like."""
    bases: list[int] = []

    def formatted(base: int, severity: Severity | None) -> int:
        bases.append(base)
        return FORMATS[severity]

    marks: dict[Cell, Severity] = {cell_of(cell): "warning" for cell in warnings}
    marks |= {cell_of(cell): "error" for cell in errors}
    return with_marks(xml.encode(), marks, formatted, stale).decode(), bases


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('<row r="2"><c r="A2" s="3"><v>1</v></c></row>', '<row r="2"><c r="A2" s="7"><v>1</v></c></row>'),
        ('<row r="2"><c r="A2"/></row>', '<row r="2"><c r="A2" s="7"/></row>'),
        ('<row r="2"><c r="B2"/></row>', '<row r="2"><c r="A2" s="7"/><c r="B2"/></row>'),
        ('<row r="2" spans="2:3"><c r="B2"/></row>', '<row r="2"><c r="A2" s="7"/><c r="B2"/></row>'),
        ('<row r="2" ht="9"/>', '<row r="2" ht="9"><c r="A2" s="7"/></row>'),
        ('<row r="2"></row>', '<row r="2"><c r="A2" s="7"/></row>'),
        ("", '<row r="2"><c r="A2" s="7"/></row>'),
        ('<row r="1"/><row r="3"/>', '<row r="1"/><row r="2"><c r="A2" s="7"/></row><row r="3"/>'),
        ('<row r="1"/>', '<row r="1"/><row r="2"><c r="A2" s="7"/></row>'),
        ("<row/><row><c><v>1</v></c></row>", '<row/><row><c s="7"><v>1</v></c></row>'),
    ],
    ids=["format", "no-format", "no-cell", "spans", "row-tag", "no-cells", "no-rows", "no-row", "last", "unnumbered"],
)
def test_a_cell_gets_its_format_and_is_made_where_it_is_missing(rows: str, expected: str) -> None:
    data = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
    assert marked(data, "A2")[0] == f"<worksheet><sheetData>{expected}</sheetData></worksheet>"


def test_a_sheet_without_rows_gets_one() -> None:
    assert marked("<worksheet><sheetData/></worksheet>", "B1")[0] == (
        '<worksheet><sheetData><row r="1"><c r="B1" s="7"/></row></sheetData></worksheet>'
    )


def test_new_cells_stand_in_the_order_of_their_columns() -> None:
    rows = '<worksheet><sheetData><row r="1"><c r="C1"/></row></sheetData></worksheet>'
    assert marked(rows, "E1", "A1", warnings=("B1", "D1"))[0] == (
        '<worksheet><sheetData><row r="1"><c r="A1" s="7"/><c r="B1" s="8"/><c r="C1"/><c r="D1" s="8"/>'
        '<c r="E1" s="7"/></row></sheetData></worksheet>'
    )


def test_elements_with_a_prefix_stay_with_it() -> None:
    xml = '<x:worksheet xmlns:x="u"><x:sheetData><x:row r="1"><x:c r="A1"/></x:row></x:sheetData></x:worksheet>'
    assert marked(xml, "A1", "B1", "A2")[0] == (
        '<x:worksheet xmlns:x="u"><x:sheetData><x:row r="1"><x:c r="A1" s="7"/><x:c r="B1" s="7"/></x:row>'
        '<x:row r="2"><x:c r="A2" s="7"/></x:row></x:sheetData></x:worksheet>'
    )


@pytest.mark.parametrize(
    ("row", "base"),
    [('<row r="1"/>', 4), ('<row r="1" s="6" customFormat="1"/>', 6), ('<row r="1" s="6"/>', 4), ('<row r="2"/>', 4)],
    ids=["column", "row", "row-without-say", "no-row"],
)
def test_a_new_cell_looks_like_its_row_or_else_its_column(row: str, base: int) -> None:
    xml = f'<worksheet><cols><col min="2" max="3" style="4"/></cols><sheetData>{row}</sheetData></worksheet>'
    assert marked(xml, "C1")[1] == [base]


def test_marks_of_an_earlier_copy_go() -> None:
    rows = '<row r="1"><c r="A1" s="5"/><c r="B1" s="5"/><c r="C1" s="1"/></row><row r="2"><c r="A2" s="5"/></row>'
    text, bases = marked(f"<worksheet><sheetData>{rows}</sheetData></worksheet>", "A1", stale=(5,))
    assert text == (
        '<worksheet><sheetData><row r="1"><c r="A1" s="7"/><c r="B1" s="9"/><c r="C1" s="1"/></row>'
        '<row r="2"><c r="A2" s="9"/></row></sheetData></worksheet>'
    )
    assert bases == [5, 5, 5]


def test_of_merged_cells_the_first_is_seen() -> None:
    sheet = parsed(b'<worksheet><mergeCells><mergeCell ref="B2:C9"/><mergeCell ref="E5"/></mergeCells></worksheet>')
    cells = [cell_of(name) for name in ("A1", "B2", "C9", "C10", "D5", "E5")]
    assert visible_cells(sheet, cells) == {cell: (1, 1) if cell in cells[1:3] else cell for cell in cells}
