"""What rows are judged by, beside what they say of each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from pipelines.ledger import Ledger
from pipelines.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Criteria:
    """The declarations, and what the configuration and the published version add to them.

    ``settings`` are values that rules between ledgers may use (such as mutual_aid_base_year);
    ``indicator_ids`` the ids of the catalogue, which targets must name;
    ``full_lists`` the ledgers whose later files also end what they no longer list;
    ``calendar`` tells the years whose working days are known (by default the statutory ones);
    ``published`` are tables of the published version, by ledger id, that references may also lead to.
    """

    ledgers: Mapping[str, Ledger]
    settings: Mapping[str, str]
    indicator_ids: tuple[str, ...]
    full_lists: frozenset[str] = frozenset()
    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
    published: Mapping[str, pl.DataFrame] = field(default_factory=dict)
