"""All indicators of the second computation."""

from tests.second_computation import competitions, coverage, funds, openness, organisation, relief, service, tasks
from tests.second_computation.figure import Indicator

FAMILIES = (coverage, organisation, relief, competitions, tasks, service, funds, openness)
CATALOGUE: dict[str, Indicator] = {found.id: found for family in FAMILIES for found in family.INDICATORS}
