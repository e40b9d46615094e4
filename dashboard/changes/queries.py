"""What the page asks: the differences between two versions."""

from datetime import date

import streamlit as st

from dashboard import frozen
from dashboard.changes import listing
from warehouse.differences.changed_rows import ChangedRow, changed_rows
from warehouse.differences.difference import Difference, differences
from warehouse.differences.paths import Version
from warehouse.reader import Published


def opened(name: str, published: Published) -> Version:
    """A snapshot by its id, or for ``live`` what is published; refused where only a part of it may be read."""
    published.require_whole()
    if name == listing.LIVE:
        return Version(published)
    return frozen.version(name)


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
