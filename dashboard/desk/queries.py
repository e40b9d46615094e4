"""What the desk's page asks beside its questions: which tables can be asked."""

from pathlib import Path

import streamlit as st

from dashboard.home import home_folder
from warehouse.desk.databases import databases
from warehouse.desk.schema import Table, tables_of
from warehouse.reader import Published


def tables(published: Published) -> tuple[Table, ...]:
    """The tables of a version or snapshot; raises :class:`Refusal` for one that cannot be drawn up."""
    published.require_whole()
    return _tables(str(databases(home_folder(), published.snapshot or None).main))


@st.cache_data(show_spinner=False, max_entries=20)
def _tables(file: str) -> tuple[Table, ...]:
    """A file of the desk is never written again."""
    return tables_of(Path(file))
