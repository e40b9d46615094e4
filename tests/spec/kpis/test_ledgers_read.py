"""The ledgers that an indicator names are those that its figures depend on: completeness and owner follow from them."""

from typing import Any

import pytest

from pipelines.registry import ledgers
from tests.spec.kpis.everything import EVERYTHING
from tests.spec.kpis.figures import Figures, given_tables
from warehouse.figures.catalogue import indicators
from warehouse.figures.indicator import Indicator
from warehouse.mart import marts, relations


def tables_read(relation: str) -> set[str]:
    """The ledger tables behind a ledger, an as-of view or a mart, through the marts that it reads in turn."""
    schema, _, name = relation.partition(".")
    if schema == "mart":
        return set().union(*(tables_read(read) for read in relations(f"{name}.sql", marts()[name])))
    return set() if schema == "meta" else {name}


def sources(indicator: Indicator) -> set[str]:
    parts = [part for part in (indicator.numerator, indicator.denominator) if part]
    return {part.selection.source for part in parts}


@pytest.mark.parametrize("indicator_id", list(indicators()))
def test_an_indicator_names_only_ledgers_that_it_reads(indicator_id: str) -> None:
    indicator = indicators()[indicator_id]
    read = set().union(*(tables_read(source) for source in sources(indicator)))
    assert {ledgers()[ledger_id].table for ledger_id in indicator.ledgers} <= read


def all_figures(figures: Figures) -> dict[str, dict[str, Any]]:
    return {
        name: figures(name, "2021-12-31") for name, one in indicators().items() if set(one.ledgers) <= set(EVERYTHING)
    }


@pytest.fixture(scope="module")
def complete() -> dict[str, dict[str, Any]]:
    return all_figures(given_tables(**EVERYTHING))


@pytest.mark.slow
@pytest.mark.parametrize("emptied", list(EVERYTHING))
def test_no_figure_moves_with_a_ledger_that_its_indicator_does_not_name(
    complete: dict[str, dict[str, Any]], emptied: str
) -> None:
    without = all_figures(given_tables(**{**EVERYTHING, emptied: ""}))
    moved = [name for name, cells in without.items() if cells != complete[name]]
    assert [name for name in moved if emptied not in indicators()[name].ledgers] == []
    assert moved != []
