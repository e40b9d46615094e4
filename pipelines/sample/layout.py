"""From a sheet to its grid of cells: title, lines, headings, rows, totals and notes in their places."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from pipelines.ledger import Column, Kind
from pipelines.sample.sheet import Cell, Entry, Sheet, heading_of, slots_of
from pipelines.sample.showing import shown

SERIAL_HEADING = "序号"


@dataclass(slots=True)
class Grid:
    """Cells of a sheet from A1 on. Rows and columns count from 0, except ``entry_rows`` (as in Excel)."""

    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    entry_rows: list[int] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)


def columns_of(sheet: Sheet) -> dict[str, Column]:
    """The slots that a sheet shows, in its order."""
    look, all_slots = sheet.look, slots_of(sheet.ledger)
    kept = [slot for slot in all_slots if slot not in look.drop]
    ordered = [*look.order, *(slot for slot in kept if slot not in look.order)]
    return {slot: all_slots[slot] for slot in ordered}


def lay_out(sheet: Sheet, *, is_csv: bool = False) -> Grid:
    """Places everything that a sheet has to show."""
    grid, slots = Grid(), columns_of(sheet)
    width = len(slots) + len(sheet.look.extra) + bool(sheet.look.serial)
    _head(grid, sheet, width)
    _headings(grid, sheet, slots)
    if sheet.look.example:
        grid.rows.append(["示例", *[None] * (width - 1)])
    _body(grid, sheet, slots, is_csv=is_csv)
    if sheet.look.zero_report:
        grid.rows.append(["本月无"])
    if sheet.look.totals:
        grid.rows.append(_total("合 计", sheet, slots, sheet.entries))
    grid.rows.extend([] for _ in range(sheet.look.blank_rows))
    grid.rows.extend([note] for note in sheet.look.notes)
    shift = bool(sheet.look.serial)
    grid.hidden_columns = [list(slots).index(slot) + shift for slot in sheet.look.hidden_slots]
    return grid


def _head(grid: Grid, sheet: Sheet, width: int) -> None:
    look = sheet.look
    if look.title is not None:
        grid.merges.append((0, 0, 0, width - 1))
        grid.rows.append([look.title])
    grid.rows.extend([line] for line in look.lines)
    day = sheet.as_of
    if look.states_date:
        grid.rows.append([f"截至日期：{day.year}年{day.month}月{day.day}日"])
    if look.wan_line:
        grid.rows.append(["单位：万元"])


def heading_texts(sheet: Sheet, slots: dict[str, Column]) -> dict[str, str]:
    """Slot → the heading that stands right over it."""
    texts = {slot: sheet.look.headings.get(slot, heading_of(slot, column)) for slot, column in slots.items()}
    return {slot: text + ("（万元）" if slot in sheet.look.in_wan else "") for slot, text in texts.items()}


def _headings(grid: Grid, sheet: Sheet, slots: dict[str, Column]) -> None:
    look, texts = sheet.look, heading_texts(sheet, slots)
    line: list[Cell] = [*([SERIAL_HEADING] if look.serial else []), *texts.values(), *look.extra]
    if not look.parents:
        grid.rows.append(line)
        return
    names = [*([""] if look.serial else []), *texts, *look.extra]
    top = len(grid.rows)
    upper, lower = list(line), [None for _ in line]
    children = {slot for group in look.parents.values() for slot in group}
    for place, name in enumerate(names):
        if name not in children:
            grid.merges.append((top, place, top + 1, place))
    lower_row: list[Cell] = list(lower)
    for parent, group in look.parents.items():
        places = [names.index(slot) for slot in group]
        for place in places:
            upper[place], lower_row[place] = None, line[place]
        upper[places[0]] = parent
        grid.merges.append((top, places[0], top, places[-1]))
    grid.rows.extend([upper, lower_row])


def _body(grid: Grid, sheet: Sheet, slots: dict[str, Column], *, is_csv: bool) -> None:
    look = sheet.look
    town = next((slot for slot, column in slots.items() if column.kind is Kind.TOWN), "")
    index = serial = 0
    for _, group in groupby(sheet.entries, key=lambda entry: _town(entry, town) if _groups(sheet) else ""):
        part, first = list(group), len(grid.rows)
        serial = 0 if look.serial == "per_town" else serial
        for entry in part:
            if look.repeat_heading and index and index % look.repeat_heading == 0:
                _headings(grid, sheet, slots)
            serial += 2 if look.serial == "gaps" and index % 9 == 4 else 1
            cells = list(_cells(entry, sheet, slots, index, is_csv=is_csv))
            if look.merges_towns and entry is not part[0]:
                cells[list(slots).index(town)] = None
            grid.entry_rows.append(len(grid.rows) + 1)
            if index in look.hidden_entries:
                grid.hidden_rows.append(len(grid.rows))
            grid.rows.append([*([serial] if look.serial else []), *cells, *look.extra.values()])
            index += 1
        if look.merges_towns and len(part) > 1:
            place = list(slots).index(town) + bool(look.serial)
            grid.merges.append((first, place, len(grid.rows) - 1, place))
        if look.subtotals:
            grid.rows.append(_total("小计", sheet, slots, part))


def _groups(sheet: Sheet) -> bool:
    look = sheet.look
    return look.merges_towns or look.subtotals or look.serial == "per_town"


def _town(entry: Entry, slot: str) -> str:
    return str(entry.raw.get(slot, entry.values.get(slot)))


def _cells(entry: Entry, sheet: Sheet, slots: dict[str, Column], index: int, *, is_csv: bool) -> Iterator[Cell]:
    for slot, column in slots.items():
        if slot in entry.raw:
            yield entry.raw[slot]
        else:
            value = entry.values.get(column.name)
            yield shown(slot, column, value, sheet.look, index, is_csv=is_csv)


def _total(label: str, sheet: Sheet, slots: dict[str, Column], entries: list[Entry]) -> list[Cell]:
    """A total as departments type it: the sum of what the rows say, as a number without a formula."""
    line: list[Cell] = [None, *[None] * len(slots)] if sheet.look.serial else [None] * len(slots)
    line[0] = label
    for place, slot in enumerate(slots, start=bool(sheet.look.serial)):
        if slot in sheet.look.totals:
            total = sum(entry.values.get(slot) or 0 for entry in entries)
            line[place] = round(total / 10_000, 8) if slot in sheet.look.in_wan else round(total, 2)
    return line
