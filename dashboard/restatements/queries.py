"""What the page asks: the register of the home."""

from pathlib import Path

import streamlit as st

from dashboard.home import home_folder
from warehouse.reader import Published
from warehouse.snapshot.register import Register, register
from warehouse.snapshot.shelf import Snapshots


def restated(source: Published) -> Register:
    """What was issued and is told otherwise by ``source``; refused where only a part of it may be read."""
    source.require_whole()
    folder = home_folder()
    known = tuple(one if isinstance(one, str) else f"{one.hash} {one.state}" for one in Snapshots(folder).listed())
    return _restated(str(folder), str(source.file), known, source)


@st.cache_resource(show_spinner=False, max_entries=5)
def _restated(folder: str, file: str, known: tuple[str, ...], _source: Published) -> Register:
    """Kept as long as neither the version nor the snapshots are others."""
    del file, known
    return register(Path(folder), _source)
