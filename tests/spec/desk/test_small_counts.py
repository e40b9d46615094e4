"""Which cells are withheld, and that nobody can work out one to four people from those that are not."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations, product

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warehouse.desk.people.small_counts import Cell, withheld_cells, withheld_in_period
from warehouse.figures.cell import NO_TOWNSHIP

THRESHOLD = 5
TOWNSHIPS, KINDS = ("east", "north", "west"), ("firm", "other")
CELLS = list(product(TOWNSHIPS, KINDS))
DIMENSIONS = {"township": TOWNSHIPS, "kind": KINDS}
MOST = 13

Row = tuple[str, str, str]
"""Who, and the township and kind of what was given."""


def cells(**heads: int) -> dict[str, Cell]:
    """Cells of as many people as given, each counted once."""
    return {name: Cell({f"{name} {n}" for n in range(count)}, 0, count) for name, count in heads.items()}


@pytest.mark.parametrize(
    ("given_cells", "withheld"),
    [
        (cells(east=5, west=9), set()),
        (cells(east=0, west=9), set()),
        # one small cell takes the smallest other with it, or it would be total - rest
        (cells(east=3, north=8, west=9), {"east", "north"}),
        # two small cells of 3 + 2 are both filled, so each would be one to four: another has to go
        (cells(east=3, north=2, west=9), {"east", "north", "west"}),
        # 3 + 3: each may be five
        (cells(east=3, north=3, west=9), {"east", "north"}),
        # of equals the lowest name, the cell without township last
        (cells(**{NO_TOWNSHIP: 6}, north=6, west=3), {"west", "north"}),
        # an empty cell hides nothing
        (cells(east=3, north=0, west=7), {"east", "west"}),
    ],
)
def test_small_cells_are_withheld_with_as_many_others_as_hide_them(
    given_cells: dict[str, Cell], withheld: set[str]
) -> None:
    assert withheld_cells(given_cells, THRESHOLD) == withheld


def test_where_no_other_cell_can_hide_a_small_one_there_is_no_choice() -> None:
    assert withheld_cells(cells(east=3), THRESHOLD) is None
    assert withheld_cells(cells(east=3, west=2), THRESHOLD) is None


def test_what_is_told_elsewhere_hides_nothing() -> None:
    assert withheld_cells(cells(east=3, north=6, west=9), THRESHOLD, told=["north"]) == {"east", "west"}
    assert withheld_cells(cells(east=3, north=6), THRESHOLD, told=["north"]) is None
    assert withheld_cells(cells(east=3, north=6), THRESHOLD, told=["east"]) == {"east"}


def test_people_are_counted_once_however_often_they_come() -> None:
    often = {"east": Cell({"wang"}, 0, 12), "west": Cell({"wang", "li"}, 0, 9), "north": Cell(set(), 30, 30)}
    assert withheld_cells(often, THRESHOLD) == {"east", "west", "north"}


def test_a_period_of_few_people_is_withheld_whole() -> None:
    assert withheld_in_period({"township": cells(east=2, west=1)}, THRESHOLD) is None
    assert withheld_in_period({"township": cells(east=0, west=0)}, THRESHOLD) == {"township": frozenset()}


def test_a_period_is_withheld_whole_where_one_breakdown_would_tell() -> None:
    by = {"township": cells(east=6, west=6), "kind": cells(firm=12, other=0)}
    assert withheld_in_period(by, THRESHOLD) == {"township": frozenset(), "kind": frozenset()}
    by["kind"] = cells(firm=3)
    assert withheld_in_period(by, THRESHOLD) is None


def breakdowns(rows: Iterable[Row]) -> dict[str, dict[str, Cell]]:
    found = {name: {cell: Cell() for cell in names} for name, names in DIMENSIONS.items()}
    for person, township, kind in rows:
        found["township"][township].add(person, 0, 1, None)
        found["kind"][kind].add(person, 0, 1, None)
    return found


@cache
def tables_of(total: int) -> npt.NDArray[np.int64]:
    """Every table of townships by kinds with this total, one a line, its cells in the order of :data:`CELLS`."""
    bars = combinations(range(total + len(CELLS) - 1), len(CELLS) - 1)
    ends = np.array([(-1, *places, total + len(CELLS) - 1) for places in bars])
    return np.asarray(np.diff(ends, axis=1) - 1)


def thinkable(rows: list[Row]) -> npt.NDArray[np.int64]:
    """The tables that fit everything that is known: the total, the cells that are shown, and that a withheld one is
    not empty."""
    found = tables_of(len(rows))
    by = breakdowns(rows)
    withheld = withheld_in_period(by, THRESHOLD)
    if withheld is None:
        return found
    for place, (name, names) in enumerate(DIMENSIONS.items()):
        for cell in names:
            of_cell = [number for number, parts in enumerate(CELLS) if parts[place] == cell]
            sums = found[:, of_cell].sum(axis=1)
            counted = by[name][cell].counted
            found = found[sums > 0] if cell in withheld[name] else found[sums == counted]
    return found


def sums_of_cells(found: npt.NDArray[np.int64]) -> Iterator[tuple[tuple[int, ...], int, int]]:
    """Every choice of cells with the least and the most that it may add up to."""
    for size in range(1, len(CELLS) + 1):
        for chosen in combinations(range(len(CELLS)), size):
            sums = found[:, chosen].sum(axis=1)
            yield chosen, int(sums.min()), int(sums.max())


def truth(rows: list[Row]) -> Mapping[int, list[Row]]:
    return {number: [row for row in rows if row[1:] == parts] for number, parts in enumerate(CELLS)}


people = st.sampled_from([f"p{number}" for number in range(9)])
places = st.tuples(st.sampled_from(TOWNSHIPS), st.sampled_from(KINDS))


@settings(max_examples=60)
@given(st.lists(places, min_size=THRESHOLD, max_size=MOST))
def test_no_sum_of_cells_can_be_told_to_be_one_to_four_people(drawn: list[tuple[str, str]]) -> None:
    rows = [(f"p{number}", *place) for number, place in enumerate(drawn)]
    for chosen, least, most in sums_of_cells(thinkable(rows)):
        assert not (least >= 1 and most < THRESHOLD), [CELLS[number] for number in chosen]


@settings(max_examples=60)
@given(st.lists(st.tuples(people, places), min_size=THRESHOLD, max_size=MOST))
def test_no_sum_that_can_be_told_stands_for_one_to_four_people(drawn: list[tuple[str, tuple[str, str]]]) -> None:
    rows = [(person, *place) for person, place in drawn]
    if len({person for person, *_ in rows}) < THRESHOLD:
        return
    behind = truth(rows)
    for chosen, least, most in sums_of_cells(thinkable(rows)):
        heads = {person for number in chosen for person, *_ in behind[number]}
        assert least < most or most == 0 or len(heads) >= THRESHOLD, [CELLS[number] for number in chosen]
