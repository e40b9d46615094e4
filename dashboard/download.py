"""What leaves the pages as a file: one button for all of them, so that the log knows of every one."""

from collections.abc import Callable, Mapping

import streamlit as st

from dashboard.page import View
from dashboard.viewer import note
from warehouse.access.actions import Action

Made = bytes | Callable[[], bytes]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The kind of a workbook, for the browser."""


def download(
    view: View,
    label: str,
    made: Made,
    file_name: str,
    mime: str,
    *,
    key: str,
    filters: Mapping[str, str | None] | None = None,
) -> None:
    """A button that gives a file; that it was taken stands in the log, with its name, version, day and filters.

    ``made`` are the bytes, or makes them when they are asked for; ``filters`` what was chosen, in codes.
    """
    _button(view, label, made, file_name, mime, key, dict(filters or {}))


@st.fragment
def _button(
    view: View, label: str, made: Made, file_name: str, mime: str, key: str, filters: Mapping[str, str | None]
) -> None:
    """A click makes this alone anew: a run of the page would forget what its other buttons have still to give."""
    st.download_button(
        label,
        data=made,
        file_name=file_name,
        mime=mime,
        key=key,
        on_click=_noted,
        args=(view, key, file_name, filters),
    )


def _noted(view: View, key: str, file_name: str, filters: Mapping[str, str | None]) -> None:
    frozen = {"snapshot": view.published.snapshot} if view.published.snapshot else {}
    shown = {**frozen, "version": view.published.version, "as_of": view.as_of.isoformat(), "region": view.region_code}
    note(view.viewer, Action.EXPORTED, {"what": key, "file": file_name, **shown, **filters})
