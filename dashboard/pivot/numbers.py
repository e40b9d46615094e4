"""How the figures of a pivot and their changes are written."""

from dashboard import format as formats
from dashboard.page import View
from dashboard.pivot import words as wording
from warehouse.desk.pivot.subject import PER_CENT
from warehouse.desk.pivot.table import Cell, Number

NOTHING = "—"


def is_rate(cell: Cell, unit: str) -> bool:
    """Whether a cell is in per cent: by its own unit, else by that of the measure."""
    return (cell.unit or unit) == PER_CENT.zh


def value(view: View, cell: Cell, unit: str) -> str:
    """The figure without its unit, or that it is withheld."""
    if cell.value is None:
        return view.say(wording.WITHHELD) if cell.is_withheld else NOTHING
    return _number(cell.value, rate=is_rate(cell, unit))


def compared(view: View, cell: Cell, unit: str) -> str:
    """What the figure is compared with."""
    if cell.compared is None:
        return view.say(wording.WITHHELD) if cell.is_compared_withheld else NOTHING
    return _number(cell.compared, rate=is_rate(cell, unit))


def change(view: View, cell: Cell, unit: str) -> str:
    """How far apart they are, with its sign; rates in percentage points."""
    if cell.change is None:
        return NOTHING
    if is_rate(cell, unit):
        size = wording.POINTS.in_language(view.language).format(size=abs(formats.rounded(cell.change * 100, 1)))
        return size if formats.is_zero(cell.change) else f"{_sign(cell.change)}{size}"
    return f"{_sign(cell.change)}{formats.plain(abs(cell.change))}"


def rate(cell: Cell, versus: str) -> str:
    """The change as a share of what it is compared with; of a target, how much of it is reached."""
    if versus == "target":
        is_known = cell.value is not None and cell.compared
        return formats.percent(float(cell.value or 0) / float(cell.compared or 1), None) if is_known else NOTHING
    if cell.relative_change is None:
        return NOTHING
    return f"{_sign(cell.relative_change)}{formats.change(cell.relative_change)}"


def _number(number: Number, *, rate: bool) -> str:
    return formats.percent(number) if rate else formats.plain(number)


def _sign(number: Number) -> str:
    return "+" if number > 0 else formats.MINUS if number < 0 else ""
