"""Where the headings of a sheet stand, for whoever has to point at a cell."""

from pipelines.reading.heading_problems import nameless_column
from pipelines.reading.layout import Layout
from pipelines.reading.sheet_reading import SheetPlaces
from pipelines.reading.workbook import RawSheet, is_empty


def places_of(sheet: RawSheet, layout: Layout) -> SheetPlaces:
    """The places of a recognised sheet: its lowest heading row, and columns by the headings that problems name."""
    columns: dict[str, list[int]] = {}
    for position, cell in sorted(layout.cells.items()):
        columns.setdefault(cell.text, []).append(position)
    for position in range(max(map(len, sheet.rows), default=0)):
        if position not in layout.cells:
            columns.setdefault(nameless_column(position), []).append(position)
    return SheetPlaces(
        row=sheet.row_numbers[layout.heading_rows[-1]],
        first_column=min(layout.cells, default=0),
        columns={text: tuple(positions) for text, positions in columns.items()},
    )


def places_of_unrecognised(sheet: RawSheet) -> SheetPlaces:
    """The places of a sheet without a heading: its first filled cell."""
    for number, row in zip(sheet.row_numbers, sheet.rows, strict=True):
        for column, cell in enumerate(row):
            if not is_empty(cell):
                return SheetPlaces(number, column, {})
    return SheetPlaces(1, 0, {})
