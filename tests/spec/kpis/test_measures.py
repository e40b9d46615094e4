"""What all indicators measure, read in one pass over each relation, is what each of them measures alone."""

import pytest

from tests.spec.kpis.everything import EVERYTHING
from tests.spec.kpis.figures import Figures, given_tables
from tests.warehouse_tables import COUNTY
from warehouse.indicator import Indicator, indicators
from warehouse.measures import Measures, measured_by


@pytest.fixture(scope="module")
def figures() -> Figures:
    return given_tables(**EVERYTHING)


@pytest.fixture(scope="module")
def measures(figures: Figures) -> Measures:
    return Measures(figures.built.con, indicators().values(), COUNTY)


@pytest.mark.parametrize("indicator", indicators().values(), ids=lambda indicator: indicator.id)
def test_in_one_pass_it_measures_what_it_measures_alone(
    figures: Figures, measures: Measures, indicator: Indicator
) -> None:
    for one in measured_by(indicator):
        alone = {
            (day, region or COUNTY): (rows, amount) for day, region, rows, amount in figures.built.rows(one.sql) if rows
        }
        assert measures.of(one) == alone
