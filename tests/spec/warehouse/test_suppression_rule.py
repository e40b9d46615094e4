"""Which cells of a breakdown are withheld."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.figures.suppression import suppressed, suppressed_cells


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"a": 0, "b": 5, "c": 9}, set()),
        ({"a": 4, "b": 5, "c": 9}, {"a", "b"}),  # one alone could be told by subtraction
        ({"a": 1, "b": 2, "c": 9}, {"a", "b", "c"}),  # 1 + 2 is still fewer than 5
        ({"a": 2, "b": 3, "c": 9}, {"a", "b"}),
        ({"a": 4, "b": 0, "c": 9}, {"a", "c"}),  # a zero hides nothing
        ({"a": 4}, {"a"}),
        ({"a": 4, "b": 0}, {"a"}),
        ({"a": 1, "b": 1, "c": 1, "d": 7, "e": 6}, {"a", "b", "c", "e"}),
        ({"b": 7, "a": 7, "c": 3}, {"c", "a"}),  # the lowest code of equals
        ({"none": 7, "z": 7, "c": 3}, {"c", "z"}),  # the cell without township last
        ({"none": 6, "z": 7, "c": 3}, {"c", "none"}),
    ],
)
def test_the_rule(cells: dict[str, int], expected: set[str]) -> None:
    assert suppressed_cells(cells.items()) == expected


def test_a_cell_withheld_for_another_reason_pulls_a_second_one() -> None:
    assert suppressed_cells({"a": 50, "b": 60, "c": 0}.items(), also={"a", "c"}) == {"a", "b"}


CELLS = st.dictionaries(st.sampled_from([f"5304990{n:02}" for n in range(12)] + ["none"]), st.integers(0, 12))


@given(CELLS, st.integers(2, 10))
def test_what_is_withheld_cannot_be_told_by_subtraction(cells: dict[str, int], threshold: int) -> None:
    hidden = suppressed_cells(cells.items(), threshold)
    others = [cell for cell, heads in cells.items() if heads and cell not in hidden]
    assert all(cells[cell] > 0 for cell in hidden)
    assert all(cells[cell] >= threshold for cell in others)
    if hidden and others:
        assert len(hidden) >= 2
        assert sum(cells[cell] for cell in hidden) >= threshold


@given(CELLS)
def test_the_order_of_cells_does_not_matter_and_nothing_is_added_by_asking_again(cells: dict[str, int]) -> None:
    hidden = suppressed_cells(cells.items())
    assert suppressed_cells(reversed(list(cells.items()))) == hidden
    assert suppressed_cells(cells.items(), also=hidden) == hidden


@given(CELLS)
def test_without_small_cells_nothing_is_withheld(cells: dict[str, int]) -> None:
    if all(heads == 0 or heads >= 5 for heads in cells.values()):
        assert not suppressed_cells(cells.items())


def test_every_group_of_a_frame_is_a_breakdown_of_its_own() -> None:
    frame = pl.DataFrame(
        {
            "kind": ["x", "x", "x", "y", "y"],
            "region_code": ["a", "b", "c", "a", "b"],
            "heads": [1, 8, 9, 8, 9],
        }
    )
    assert suppressed(frame, ["kind"]).rows() == [("x", "a"), ("x", "b")]


def test_a_frame_without_cells_has_none_to_withhold() -> None:
    empty = pl.DataFrame(schema={"kind": pl.String(), "region_code": pl.String(), "heads": pl.Int64()})
    assert suppressed(empty, ["kind"]).rows() == []
