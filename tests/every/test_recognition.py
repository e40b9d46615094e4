"""A sheet with a ledger's own headings is that ledger's, whatever other ledgers there are."""

import pytest

from pipelines.ledger import Ledger
from pipelines.reading.headings import KnownHeadings, heading_of, required_targets
from pipelines.reading.layout import find_layout
from pipelines.reading.workbook import Cell, RawSheet
from pipelines.registry import ledgers

KNOWN = KnownHeadings(ledgers())
every_ledger = pytest.mark.parametrize("ledger", ledgers().values(), ids=ledgers().keys())


def recognised(headings: list[str], sheet: str = "Sheet1") -> str | None:
    """The ledger of a sheet with these headings whose names tell nothing else."""
    rows: list[list[Cell]] = [list(headings), ["x" for _ in headings]]
    layout = find_layout(RawSheet("台账.xlsx", sheet, rows, [1, 2]), KNOWN)
    return layout.ledger.id if layout else None


def required(ledger: Ledger) -> list[str]:
    return [heading_of(ledger, target) for target in required_targets(ledger)]


@pytest.mark.parametrize("sheet", ["Sheet1", "2021年3月"])
@every_ledger
def test_all_headings_of_a_ledger_are_recognised_as_its_own(ledger: Ledger, sheet: str) -> None:
    named = [(column.heading, column.identity_heading) for column in ledger.columns]
    assert recognised([label.zh for labels in named for label in labels if label], sheet) == ledger.id


@every_ledger
def test_the_required_headings_alone_are_enough(ledger: Ledger) -> None:
    assert recognised(required(ledger)) == ledger.id


@every_ledger
def test_a_code_that_may_be_absent_is_not_needed(ledger: Ledger) -> None:
    if ledger.absent_key_column is not None:
        code = ledger.column(ledger.absent_key_column).heading.zh
        assert recognised([heading for heading in required(ledger) if heading != code]) == ledger.id
