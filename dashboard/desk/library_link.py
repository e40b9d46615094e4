"""The address of the page of saved queries, and of one query on it."""

from dashboard import format as formats
from dashboard.address import link
from dashboard.page import View

PATH, NAME = "saved-queries", "saved"


def to_library(view: View, query_id: str | None = None) -> str:
    """All of them, or one."""
    opened = {NAME: query_id} if query_id else {}
    shown = {"as_of": formats.as_of_code(view.as_of), "region": view.region_code, "lang": view.language}
    return link(PATH, {**opened, **shown})
