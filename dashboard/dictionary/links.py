"""The addresses of the data dictionary and of one ledger in it."""

from dashboard import format as formats
from dashboard.address import link
from dashboard.page import View
from dashboard.table import Link

PATH, NAME = "data-dictionary", "ledger"
"""Of the page, and what a ledger stands under in its address."""


def to_ledger(view: View, ledger_id: str, label: str) -> Link:
    """The ledger's name, leading to its entry."""
    return Link(label, _address(view, **{NAME: ledger_id}))


def to_all(view: View) -> str:
    """The address of the list."""
    return _address(view)


def _address(view: View, **named: str) -> str:
    shown = {"as_of": formats.as_of_code(view.as_of), "region": view.region_code, "lang": view.language}
    return link(PATH, {**named, **shown})
