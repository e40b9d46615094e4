"""What superseding and full lists leave of a ledger's sound rows."""

from dataclasses import dataclass

import polars as pl

from pipelines.judging.criteria import Criteria
from pipelines.judging.hearing import Hearing
from pipelines.judging.superseding import not_in_later_list, split_superseded
from pipelines.judging.verdict import DELISTED_SCHEMA, delisted_lines
from pipelines.ledger import Ledger, Span


@dataclass(frozen=True, slots=True)
class Settled:
    """The rows that load, the superseded ones, and the states that a full list ended (:data:`DELISTED_SCHEMA`)."""

    loaded: pl.DataFrame
    superseded: pl.DataFrame
    delisted: pl.DataFrame


def settle(
    standing: pl.DataFrame, ledger: Ledger, hearing: Hearing, criteria: Criteria, places: pl.DataFrame
) -> Settled:
    """Settles a ledger's rows without duplicates; what a later full list no longer has ends or is superseded."""
    loaded, superseded = split_superseded(standing, ledger)
    none_delisted = pl.DataFrame(schema=DELISTED_SCHEMA)
    if ledger.id not in criteria.full_lists:
        return Settled(loaded, superseded, none_delisted)
    listed = hearing.candidates[ledger.id].join(places, on="sheet_id", how="left")
    gone = not_in_later_list(loaded, listed, ledger)
    if isinstance(ledger.time, Span):
        return Settled(loaded, superseded, delisted_lines(loaded, gone, ledger.id, hearing.readings))
    superseded = pl.concat([superseded, loaded.join(gone, on="row_id", how="semi")])
    loaded = loaded.join(gone, on="row_id", how="anti", maintain_order="left")
    return Settled(loaded, superseded, none_delisted)
