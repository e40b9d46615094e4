"""SQL that places rows in the county and its townships."""

from warehouse.figures.cell import NO_TOWNSHIP
from warehouse.figures.indicator import Scope

REGION = f"""case
            when township_code in (select region_code from meta.regions where region_kind <> '县') then township_code
            else '{NO_TOWNSHIP}'
        end"""  # noqa: S608 - the constant above


def region(scope: Scope) -> str:
    """The expression of a row's township, or ``none``; of indicators of county scope null."""
    return REGION if scope == "township" else "null"


def shown_region(scope: Scope) -> str:
    """The expression that selects it as ``region_code`` once rows are grouped by :func:`levels`."""
    return "region_code" if scope == "township" else "cast(null as varchar) as region_code"


def levels(scope: Scope, *more: str) -> str:
    """The grouping sets of a day: the county, where ``region_code`` is null, and each township."""
    county = ", ".join(["as_of_date", *more])
    township = ", ".join(["as_of_date", "region_code", *more])
    return f"({county}), ({township})" if scope == "township" else f"({county})"
