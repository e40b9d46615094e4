"""Which cells of a count of people are withheld, so that nothing tells of one to four of them.

Counts are broken down one way at a time, within one period. Of such a breakdown everybody knows its total (an indicator
of the county may tell it), the cells that are shown, and that a cell which is withheld is not empty. So the withheld
cells together have to stand for enough people, and for so many things that each of them alone may be five or more.
When both hold in every breakdown and period, so they do for every sum of cells, however it is put together: whatever
belongs to a withheld cell may be as much as that cell, and every cell that is shown has enough itself.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from warehouse.figures.cell import NO_TOWNSHIP


@dataclass(slots=True)
class Cell:
    """What stands behind one figure: who (by key), how many nameless besides, how much is counted, money in 元."""

    people: set[str] = field(default_factory=set)
    nameless: int = 0
    counted: int = 0
    amount: Decimal | None = None

    @property
    def heads(self) -> int:
        return len(self.people) + self.nameless

    def add(self, person: str | None, nameless: int, counted: int, amount: Decimal | None) -> None:
        if person is not None:
            self.people.add(person)
        self.nameless += nameless
        self.counted += counted
        if amount is not None:
            self.amount = (self.amount or Decimal(0)) + amount


Breakdown = Mapping[str, Cell]
"""The cells of one period and dimension by category; together they are the period."""


def withheld_cells(cells: Breakdown, threshold: int, told: Collection[str] = ()) -> frozenset[str] | None:
    """The categories that must not be shown; None where no choice of them would do.

    Cells of one to ``threshold`` - 1 people, and the smallest others (the lowest category of equals, the cell without
    township last) until those withheld cannot be told apart. ``told`` are categories whose figures are told elsewhere:
    they hide nothing.
    """
    filled = {name: cell for name, cell in cells.items() if cell.counted}
    withheld = {name for name, cell in filled.items() if cell.heads < threshold}
    hiding = withheld - set(told)
    if not hiding:
        return frozenset(withheld)
    others = sorted(
        filled.keys() - withheld - set(told), key=lambda name: (filled[name].heads, name == NO_TOWNSHIP, name)
    )
    while not _hides([filled[name] for name in hiding], threshold):
        if not others:
            return None
        hiding.add(others.pop(0))
    return frozenset(withheld | hiding)


def withheld_in_period(
    breakdowns: Mapping[str, Breakdown], threshold: int, told: Mapping[str, Collection[str]] | None = None
) -> Mapping[str, frozenset[str]] | None:
    """The same of every dimension of one period; None where the whole period is withheld, its total too."""
    found = {name: withheld_cells(cells, threshold, (told or {}).get(name, ())) for name, cells in breakdowns.items()}
    total = _together(list(next(iter(breakdowns.values())).values()))
    if total.counted and total.heads < threshold:
        return None
    certain = {name: cells for name, cells in found.items() if cells is not None}
    return certain if len(certain) == len(found) else None


def _hides(cells: list[Cell], threshold: int) -> bool:
    """Whether each of these, known to be filled and in sum, may still be ``threshold`` and stands for enough people."""
    together = _together(cells)
    return together.heads >= threshold and together.counted - (len(cells) - 1) >= threshold


def _together(cells: list[Cell]) -> Cell:
    return Cell(
        people=set().union(*(cell.people for cell in cells)),
        nameless=sum(cell.nameless for cell in cells),
        counted=sum(cell.counted for cell in cells),
    )
