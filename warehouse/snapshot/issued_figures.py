"""The figures of a month as they were signed for, without drawing up its database."""

from pathlib import Path

import polars as pl

from warehouse.snapshot.shelf import Snapshots
from warehouse.snapshot.snapshot import Snapshot, damaged
from warehouse.snapshot.tables import path_of

VALUES = path_of("kpi", "values")


def issued_figures(home: Path, snapshot: Snapshot) -> pl.DataFrame:
    """The lines of ``kpi.values`` of the month's end, with ``snapshot_id``.

    Raises :class:`warehouse.language.Refusal` for a snapshot that is not as it was written.
    """
    if Snapshots(home).altered(snapshot.id):
        raise damaged(snapshot.id)
    lines = pl.read_parquet(snapshot.folder / VALUES).filter(pl.col("as_of_date") == snapshot.as_of)
    return lines.with_columns(pl.lit(snapshot.id).alias("snapshot_id"))
