"""What the XML of an .xlsx says beyond its values: hidden rows and columns, per-cent formats, uncached formulas.

The bytes are searched before anything is parsed, so that a sheet without any of it costs next to nothing.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from pipelines.reading.archive import DAMAGE, damaged, refuse_entities, refuse_entities_at
from pipelines.reading.limits import FileLimits
from pipelines.reading.workbook import large_area

_WIDE = 300
_BUILT_IN_PERCENT = {9, 10}
_LARGEST_COLUMN = 16_384
_SHARED_STRINGS = "xl/sharedStrings.xml"

_TAG = rb"<(?:\w+:)?"
_ROW = re.compile(_TAG + rb"row\b[^>]*>")
_COLUMN = re.compile(_TAG + rb"col\b[^>]*>")
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_FORMULA = re.compile(_TAG + rb"f[\s>/]")
_FORMULA_MARKS = (b"<f>", b"<f ", b":f>", b":f ")
_FILLED_VALUE = re.compile(_TAG + rb"v(?:\s[^>]*)?>[^<]|" + _TAG + rb"is\b|t=\"str\"")
_ERROR_CELL = re.compile(rb'\bt="e"[^>]*>(.*?)</(?:\w+:)?c>', re.DOTALL)
_VALUE = re.compile(_TAG + rb"v(?:\s[^>]*)?>([^<]*)<")
_VALUE_MARKS = (b"<v>", b"<is>", b":v>", b":is>")
_WIDE_CELL = re.compile(rb' r="(?:K[O-Z]|[L-Z][A-Z]|[A-Z]{3})[0-9]+"[^>/]*><[^/]')
_NARROW_CELL = re.compile(rb'<(?:\w+:)?c [^>]*\br="([A-Z]{1,2})[0-9]+"[^/>]*>')
_REFERENCE = re.compile(r'\br="([A-Z]+)([0-9]+)"')
_LONGEST_TAG = 300


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """Positions (row, column) from 0; ``error_values`` maps them to #REF! and the like."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    percent_cells: frozenset[tuple[int, int]] = frozenset()
    uncached_cells: frozenset[tuple[int, int]] = frozenset()
    error_values: dict[tuple[int, int], str] = field(default_factory=dict)


def read_grids(archive: zipfile.ZipFile, limits: FileLimits) -> dict[str, SheetGrid]:
    """The grid of every worksheet of an .xlsx by its name.

    Raises :class:`UnreadableFile` for a damaged archive and for a sheet that is mostly nothing.
    """
    try:
        percent_styles = _percent_styles(_part(archive, "xl/styles.xml"))
        grids = {name: _grid(name, _part(archive, part), percent_styles, limits) for name, part in _worksheets(archive)}
        refuse_entities_at(archive, _SHARED_STRINGS)
    except DAMAGE as error:
        raise damaged() from error
    return grids


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.NameToInfo:
        return b""
    xml = archive.read(name)
    refuse_entities(xml)
    return xml


def _worksheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Names of the worksheets and their parts of the archive."""
    targets = {}
    for tag in _tags(_part(archive, "xl/_rels/workbook.xml.rels"), "Relationship"):
        if tag.get("Type", "").endswith("/worksheet"):
            target = tag["Target"]
            targets[tag["Id"]] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    for tag in _tags(_part(archive, "xl/workbook.xml"), "sheet"):
        part = targets.get(next((value for name, value in tag.items() if name.endswith(":id")), ""))
        if part is not None and part in archive.NameToInfo:
            yield tag["name"], part


def _tags(xml: bytes, name: str) -> Iterator[dict[str, str]]:
    for found in re.finditer(rf"<(?:\w+:)?{name}\b([^>]*)>", xml.decode("utf-8", "replace")):
        yield _attributes(found[1])


def _attributes(text: str) -> dict[str, str]:
    pairs = re.findall(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", text)
    return {name: unescape(double or single) for name, double, single in pairs}


def _percent_styles(styles: bytes) -> set[int]:
    """Indexes of the cell formats that show a number as per cent."""
    codes = {int(tag["numFmtId"]): tag.get("formatCode", "") for tag in _tags(styles, "numFmt")}
    percents = _BUILT_IN_PERCENT | {number for number, code in codes.items() if "%" in code}
    formats = re.search(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", styles, re.DOTALL)
    used = [int(tag.get("numFmtId", "0")) for tag in _tags(formats[0], "xf")] if formats else []
    return {index for index, number in enumerate(used) if number in percents}


def _grid(name: str, xml: bytes, percent_styles: set[int], limits: FileLimits) -> SheetGrid:
    _refuse_large_area(name, xml, limits)
    has_hidden = b'hidden="' in xml
    has_formulas = any(mark in xml for mark in _FORMULA_MARKS)
    return SheetGrid(
        hidden_rows=_hidden_rows(xml) if has_hidden else frozenset(),
        hidden_columns=_hidden_columns(xml) if has_hidden else frozenset(),
        percent_cells=_percent_cells(xml, percent_styles) if percent_styles else frozenset(),
        uncached_cells=_uncached_cells(xml) if has_formulas else frozenset(),
        error_values=_error_values(xml) if b't="e"' in xml else {},
    )


def _refuse_large_area(name: str, xml: bytes, limits: FileLimits) -> None:
    """Formats alone may reach to the end of a sheet; what counts is where the filled cells end."""
    last_value = 0
    for mark in _VALUE_MARKS:
        last_value = max(last_value, xml.rfind(mark, last_value))
    rows = _row_before(xml, last_value)
    if rows * _LARGEST_COLUMN <= limits.cells:
        return
    columns = max((_position(found[0])[1] + 1 for found in _WIDE_CELL.finditer(xml)), default=0)
    if not columns and rows * _WIDE > limits.cells:
        columns = max(map(_column_number, set(_NARROW_CELL.findall(xml))), default=1)
    columns = columns or _WIDE
    if rows > limits.rows or rows * columns > limits.cells:
        raise large_area(name, rows, columns)


def _row_before(xml: bytes, position: int) -> int:
    """The row of the last cell reference before ``position``; 1 when there is none near."""
    for window in (500, 20_000):
        if found := _REFERENCE.findall(xml[max(0, position - window) : position].decode("utf-8", "replace")):
            return int(found[-1][1])
    return 1


def _hidden_rows(xml: bytes) -> frozenset[int]:
    numbers = [
        int(number[1])
        for tag in _ROW.finditer(xml)
        if _HIDDEN.search(tag[0]) and (number := re.search(rb'\br="([0-9]+)"', tag[0]))
    ]
    return frozenset(number - 1 for number in numbers)


def _hidden_columns(xml: bytes) -> frozenset[int]:
    head = xml[: max(xml.find(b"sheetData"), 0)]
    spans = [_attributes(tag[0].decode()) for tag in _COLUMN.finditer(head) if _HIDDEN.search(tag[0])]
    return frozenset(column - 1 for span in spans for column in _span(span))


def _span(attributes: dict[str, str]) -> range:
    return range(int(attributes["min"]), min(int(attributes["max"]), _LARGEST_COLUMN) + 1)


def _percent_cells(xml: bytes, styles: set[int]) -> frozenset[tuple[int, int]]:
    chosen = "|".join(map(str, sorted(styles))).encode()
    if not re.search(rb' s="(?:' + chosen + rb')"', xml):
        return frozenset()
    tags = re.compile(_TAG + rb'c\b[^>]*\ss="(?:' + chosen + rb')"[^>]*(?<!/)>')
    return frozenset(_position(tag[0]) for tag in tags.finditer(xml))


def _uncached_cells(xml: bytes) -> frozenset[tuple[int, int]]:
    """Cells with a formula and no remembered result."""
    cells = set()
    for formula in _FORMULA.finditer(xml):
        start = _cell_start(xml, formula.start())
        end = xml.find(b"c>", formula.start())
        if start >= 0 and not _FILLED_VALUE.search(xml, start, end):
            cells.add(_position(xml[start : formula.start()]))
    return frozenset(cells)


def _error_values(xml: bytes) -> dict[tuple[int, int], str]:
    values = {}
    for cell in _ERROR_CELL.finditer(xml):
        start = _cell_start(xml, cell.start())
        value = _VALUE.search(cell[1])
        values[_position(xml[start : cell.end()])] = unescape(value[1].decode()) if value else "#N/A"
    return values


def _cell_start(xml: bytes, position: int) -> int:
    """Where the tag of the cell around ``position`` begins, -1 when it is not near."""
    window = max(0, position - _LONGEST_TAG)
    return max(xml.rfind(b"<c ", window, position), xml.rfind(b":c ", window, position))


def _position(tag: bytes) -> tuple[int, int]:
    """Row and column from 0 of the first cell reference in the tag; nowhere when a writer left it out."""
    found = _REFERENCE.search(tag.decode())
    if found is None:
        return -1, -1
    return int(found[2]) - 1, _column_number(found[1].encode()) - 1


def _column_number(letters: bytes) -> int:
    """The number of a column from 1: 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
