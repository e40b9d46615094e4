"""What all indicators measure, read in one pass over each relation, is what each of them measures alone."""

from collections import defaultdict

import polars as pl
import pytest

from tests.spec.kpis.everything import EVERYTHING
from tests.spec.kpis.figures import Figures, given_tables
from tests.warehouse_tables import COUNTY
from warehouse.figures.catalogue import indicators
from warehouse.figures.indicator import Indicator
from warehouse.figures.measures import ROLES, amounts, measured_by


@pytest.fixture(scope="module")
def figures() -> Figures:
    return given_tables(**EVERYTHING)


@pytest.fixture(scope="module")
def together(figures: Figures) -> pl.DataFrame:
    return amounts(figures.built.con, indicators().values(), COUNTY)


@pytest.mark.parametrize("indicator", indicators().values(), ids=lambda indicator: indicator.id)
def test_in_one_pass_it_measures_what_it_measures_alone(
    figures: Figures, together: pl.DataFrame, indicator: Indicator
) -> None:
    alone: defaultdict[tuple[object, str], dict[str, float]] = defaultdict(lambda: dict.fromkeys((*ROLES, "rows"), 0))
    for role, one in measured_by(indicator):
        for day, region, rows, amount in figures.built.rows(one.sql):
            alone[day, region or COUNTY][role] += amount
            alone[day, region or COUNTY]["rows"] += rows if role in ("numerator", "denominator") else 0
    found = together.filter(pl.col("indicator_id") == indicator.id).to_dicts()
    assert {(line["as_of_date"], line["region_code"]): _counted(line) for line in found} == dict(alone)


def _counted(line: dict[str, float]) -> dict[str, float]:
    return {name: line[name] for name in (*ROLES, "rows")}
