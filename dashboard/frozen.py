"""The frozen months of the home, opened once: what pages show in place of the published version, or beside it."""

from pathlib import Path

import polars as pl
import streamlit as st

from dashboard.home import home_folder
from warehouse.differences.paths import Version
from warehouse.figures.catalogue import indicators
from warehouse.figures.indicator import Indicator
from warehouse.language import Refusal
from warehouse.reader import Published
from warehouse.snapshot.issued_figures import issued_figures as issued_figures_of
from warehouse.snapshot.kept_definitions import version_of
from warehouse.snapshot.shelf import Snapshots
from warehouse.snapshot.snapshot import Snapshot


def snapshots() -> list[Snapshot]:
    """Those of the home that can be read, the latest month and revision first."""
    return Snapshots(home_folder()).readable()[::-1]


def version(snapshot_id: str) -> Version:
    """One by its id, with the definitions that it was frozen with.

    Raises :class:`warehouse.language.Refusal` for one that is not there or not as it was written.
    """
    folder = home_folder()
    return _version(str(folder), snapshot_id, Snapshots(folder).find(snapshot_id).hash)


@st.cache_resource(show_spinner=False, max_entries=60)
def _version(folder: str, snapshot_id: str, content: str) -> Version:
    """Every hash is looked at once: what is opened then is a copy of what was verified."""
    del content  # another one is another snapshot
    return version_of(Path(folder), snapshot_id)


def issued() -> list[Snapshot]:
    """The last issued revision of every month that has one, by month."""
    return Snapshots(home_folder()).last_issued()


def issued_figures() -> pl.DataFrame:
    """The lines of ``kpi.values`` of the last day of every issued month, with ``snapshot_id``; none of damaged ones."""
    frames = [frame for one in issued() if (frame := _figures_of(one)) is not None]
    return pl.concat(frames, how="diagonal_relaxed") if frames else pl.DataFrame()


def damaged() -> list[str]:
    """The issued months whose figures cannot be shown, and the snapshots that cannot be read."""
    unreadable = [one for one in Snapshots(home_folder()).listed() if isinstance(one, str)]
    return [*unreadable, *(one.id for one in issued() if _figures_of(one) is None)]


def _figures_of(snapshot: Snapshot) -> pl.DataFrame | None:
    try:
        return _issued(str(home_folder()), snapshot.hash, snapshot)
    except Refusal:
        return None


@st.cache_data(show_spinner=False, max_entries=200)
def _issued(folder: str, content: str, _snapshot: Snapshot) -> pl.DataFrame:
    del content  # the key of what is kept
    return issued_figures_of(Path(folder), _snapshot)


def definition(source: Published, indicator_id: str) -> Indicator:
    """By what the figures of a published version or of a reopened snapshot are counted."""
    if source.snapshot:
        return version(source.snapshot).definitions.indicators[indicator_id]
    return indicators()[indicator_id]
