"""One invented county for specifications that need rows of every ledger: one year, no mess."""

from functools import cache

from pipelines.sample.books import SOURCES, hand_in_days
from pipelines.sample.make_unions import make_unions
from pipelines.sample.make_units import make_units
from pipelines.sample.organisation import County, Row
from pipelines.sample.place import make_place


@cache
def sample_county() -> County:
    """The county with its units and unions."""
    county = County(make_place("云岭县", 2021, 2021, "county", 1))
    county.units = make_units(county.place, county.dice("units"))
    county.unions = make_unions(county)
    return county


@cache
def rows_of(ledger_id: str) -> tuple[Row, ...]:
    """What the departments hand in last of a ledger; of what is due ahead of each year, every year's."""
    county = sample_county()
    (source,) = [source for source in SOURCES if source.ledger_id == ledger_id]
    days = hand_in_days(county.place, source.every)
    handed_in = days if source.every == "year_ahead" else days[-1:]
    return tuple(row for day in handed_in for row in source.rows(county, day))
