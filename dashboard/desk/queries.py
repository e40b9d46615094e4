"""What the desk's pages ask: which frozen months there are, and which tables can be asked of one of them."""

from datetime import date
from pathlib import Path

import streamlit as st

from dashboard.home import home_folder
from warehouse.desk.databases import databases
from warehouse.desk.schema import Table, tables_of
from warehouse.reader import Published
from warehouse.snapshot.shelf import Snapshots
from warehouse.snapshot.snapshot import Snapshot

LIVE = "live"


def snapshots(published: Published) -> list[Snapshot]:
    """All of the home, the latest month first; refused where only a part of the version may be read."""
    published.require_whole()
    return Snapshots(home_folder()).all()[::-1]


def latest_day(published: Published, snapshot_id: str | None = None) -> date:
    """The last day that the published version or a snapshot knows."""
    published.require_whole()
    return published.data_date if snapshot_id is None else Snapshots(home_folder()).find(snapshot_id).as_of


def tables(published: Published, snapshot_id: str | None = None) -> tuple[Table, ...]:
    """The tables that can be asked; raises :class:`Refusal` for a snapshot that cannot be drawn up."""
    published.require_whole()
    return _tables(str(databases(home_folder(), snapshot_id).main))


@st.cache_data(show_spinner=False, max_entries=20)
def _tables(file: str) -> tuple[Table, ...]:
    """A file of the desk is never written again."""
    return tables_of(Path(file))
