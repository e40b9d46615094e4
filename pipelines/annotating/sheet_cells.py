"""The cells of one worksheet part: those with marks get another format, everything else stays as it is."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from pipelines.annotating.marks import Cell
from pipelines.annotating.xml_places import Changes, Element, local, parsed, tag_end, with_attributes
from pipelines.ledger import Severity

Formatted = Callable[[int, Severity | None], int]
"""The format like another one in the colour of a severity, or without any."""


@dataclass(slots=True)
class _Row:
    """A row that has marks: where its tag begins and its content ends, its cells as column, place and format."""

    start: int
    format: int | None
    inner_end: int = -1
    cells: list[tuple[int, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Found:
    """What one pass over all rows found; ``following`` is where a row that is not there belongs."""

    rows: dict[int, _Row] = field(default_factory=dict)
    following: dict[int, int] = field(default_factory=dict)
    stale: list[tuple[int, int]] = field(default_factory=list)


def visible_cells(worksheet: Element, cells: Iterable[Cell]) -> dict[Cell, Cell]:
    """For every cell the one that shows it: of merged cells that is the first."""
    shown = {cell: cell for cell in cells}
    rows: dict[int, list[int]] = {}
    for row, column in shown:
        rows.setdefault(row, []).append(column)
    marked_rows = sorted(rows)
    for merge in worksheet.all("mergeCell"):
        top, left, bottom, right = area_of(merge.attributes.get("ref", "A1"))
        for row in marked_rows[bisect_left(marked_rows, top) : bisect_left(marked_rows, bottom + 1)]:
            for column in rows[row]:
                if left <= column <= right:
                    shown[row, column] = (top, left)
    return shown


def with_marks(
    xml: bytes, marks: Mapping[Cell, Severity], formatted: Formatted, marked_before: Collection[int]
) -> bytes:
    """The part with the cells of ``marks`` in colour; cells with a format of ``marked_before`` lose theirs.

    A cell that is not there yet is added in the format of its row or column.
    """
    root = parsed(xml, without="sheetData")
    data = root.child("sheetData")
    if data is None:
        raise ValueError("a worksheet without sheetData")
    wanted: dict[int, dict[int, Severity]] = {}
    for (row, column), severity in marks.items():
        wanted.setdefault(row, {})[column] = severity
    found = _look_through(xml[data.start : data.end], sorted(wanted), frozenset(marked_before))
    painter = _Painter(xml, Changes(xml), data, _column_formats(root), formatted)
    for row, cells in sorted(wanted.items()):
        if row in found.rows:
            painter.paint_row(row, found.rows[row], cells)
        else:
            painter.add_row(row, cells, found.following.get(row))
    for place, format_ in found.stale:
        if place not in painter.painted:
            painter.repaint(place, formatted(format_, None))
    return painter.changes.applied()


@dataclass(slots=True)
class _Painter:
    """Changes cells; places count from the beginning of ``data``."""

    xml: bytes
    changes: Changes
    data: Element
    column_formats: list[tuple[int, int, int]]
    formatted: Formatted
    painted: set[int] = field(default_factory=set)

    def repaint(self, place: int, format_: int) -> None:
        self.painted.add(place)
        start = self.data.start + place
        end = tag_end(self.xml, start)
        self.changes.replace(start, end, with_attributes(self.xml[start:end], {"s": str(format_)}))

    def paint_row(self, number: int, row: _Row, marks: Mapping[int, Severity]) -> None:
        there = {column: (place, format_) for column, place, format_ in row.cells}
        missing: dict[int, list[int]] = {}
        columns = sorted(there)
        for column, severity in sorted(marks.items()):
            if column in there:
                place, format_ = there[column]
                self.repaint(place, self.formatted(format_, severity))
            else:
                after = bisect_left(columns, column)
                place = there[columns[after]][0] if after < len(columns) else row.inner_end
                missing.setdefault(place, []).append(column)
        self._add_cells(number, row, marks, missing)

    def _add_cells(
        self, number: int, row: _Row, marks: Mapping[int, Severity], missing: Mapping[int, list[int]]
    ) -> None:
        if not missing:
            return
        new = {
            place: b"".join(self._cell(number, column, marks[column], row.format) for column in columns)
            for place, columns in missing.items()
        }
        start = self.data.start + row.start
        end = tag_end(self.xml, start)
        tag = with_attributes(self.xml[start:end], {"spans": None})  # they would no longer be right
        if tag.endswith(b"/>"):
            name = self._name("row")
            tag = tag.removesuffix(b"/>") + b">" + new.pop(row.inner_end) + b"</" + name + b">"
        self.changes.replace(start, end, tag)
        for place, content in new.items():
            self.changes.replace(self.data.start + place, self.data.start + place, content)

    def add_row(self, number: int, marks: Mapping[int, Severity], following: int | None) -> None:
        cells = b"".join(self._cell(number, column, severity, None) for column, severity in sorted(marks.items()))
        name = self._name("row")
        content = b'<%s r="%d">%s</%s>' % (name, number + 1, cells, name)
        if following is None:
            self.changes.append(self.data, content)
        else:
            self.changes.replace(self.data.start + following, self.data.start + following, content)

    def _cell(self, row: int, column: int, severity: Severity, row_format: int | None) -> bytes:
        of_column = (format_ for first, last, format_ in self.column_formats if first <= column <= last)
        base = row_format if row_format is not None else next(of_column, 0)
        reference = name_of((row, column)).encode()
        return b'<%s r="%s" s="%d"/>' % (self._name("c"), reference, self.formatted(base, severity))

    def _name(self, name: str) -> bytes:
        return f"{self.data.prefix}{name}".encode()


def _look_through(data: bytes, wanted: list[int], marked_before: frozenset[int]) -> _Found:
    """One pass over the rows and cells; ``wanted`` are the rows that have marks, in order."""
    found, parser = _Found(), expat.ParserCreate("utf-8")
    row = column = -1
    current: _Row | None = None
    waiting = wanted[::-1]
    wanted_rows = set(wanted)

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal row, column, current
        kind = local(name)
        if kind == "c":
            column = cell_of(attributes["r"])[1] if "r" in attributes else column + 1
            format_ = int(attributes.get("s", "0"))
            if current is not None:
                current.cells.append((column, parser.CurrentByteIndex, format_))
            if format_ in marked_before:
                found.stale.append((parser.CurrentByteIndex, format_))
        elif kind == "row":
            row, column = int(attributes.get("r", row + 2)) - 1, -1
            while waiting and waiting[-1] < row:
                found.following[waiting.pop()] = parser.CurrentByteIndex
            if row in wanted_rows:
                own_format = int(attributes["s"]) if "s" in attributes and attributes.get("customFormat") else None
                current = found.rows[row] = _Row(parser.CurrentByteIndex, own_format)
                waiting.pop()

    def end(name: str) -> None:
        nonlocal current
        if current is not None and local(name) == "row":
            current.inner_end = parser.CurrentByteIndex
            current = None

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(data, True)
    return found


def _column_formats(worksheet: Element) -> list[tuple[int, int, int]]:
    """First and last column and format, of columns that have one."""
    return [
        (int(tag.attributes["min"]) - 1, int(tag.attributes["max"]) - 1, int(tag.attributes["style"]))
        for tag in worksheet.all("col")
        if "style" in tag.attributes
    ]


def cell_of(reference: str) -> Cell:
    """``B5`` (or ``$B$5``) as row and column from 0."""
    letters = reference.replace("$", "").rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(reference.replace("$", "")[len(letters) :]) - 1, column - 1


def area_of(reference: str) -> tuple[int, int, int, int]:
    """``B5:C7`` as top, left, bottom and right from 0."""
    first, _, last = reference.partition(":")
    return *cell_of(first), *cell_of(last or first)


def name_of(cell: Cell) -> str:
    """Row and column from 0 as ``B5``."""
    row, column = cell
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
