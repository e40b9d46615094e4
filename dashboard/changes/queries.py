"""What the page asks: the snapshots of the home, and the differences between two versions."""

from datetime import date
from pathlib import Path

import streamlit as st

from dashboard.home import home_folder
from warehouse.reader import Published
from warehouse.snapshot.changed_rows import ChangedRow, changed_rows
from warehouse.snapshot.difference import Difference, differences
from warehouse.snapshot.kept_definitions import version_of
from warehouse.snapshot.paths import Version
from warehouse.snapshot.shelf import Snapshots
from warehouse.snapshot.snapshot import Snapshot

LIVE = "live"


def snapshots() -> list[Snapshot]:
    """All of the home, the latest month first."""
    return Snapshots(home_folder()).all()[::-1]


def opened(name: str, published: Published) -> Version:
    """A snapshot by its id, or for ``live`` what is published; refused where only a part of it may be read."""
    published.require_whole()
    if name == LIVE:
        return Version(published)
    folder = home_folder()
    return _frozen(str(folder), name, Snapshots(folder).find(name).hash)


@st.cache_resource(show_spinner=False, max_entries=20)
def _frozen(folder: str, name: str, content: str) -> Version:
    """Every hash is looked at once: what is opened then is a copy of what was verified."""
    del content  # another one is another snapshot
    return version_of(Path(folder), name)


def figures(old: Version, new: Version, day: date) -> list[Difference]:
    """Every figure of the day; kept as long as both versions are there, for neither changes."""
    return _figures(str(old.published.file), str(new.published.file), day, old, new)


@st.cache_resource(show_spinner=False, max_entries=20)
def _figures(old_file: str, new_file: str, day: date, _old: Version, _new: Version) -> list[Difference]:
    del old_file, new_file  # they are the key of what is kept
    return differences(_old, _new, day)


def rows(old: Version, new: Version, day: date, figure: Difference) -> list[ChangedRow]:
    """The rows behind one change."""
    return changed_rows(old, new, day, figure)
