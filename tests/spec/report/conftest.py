"""A small county published once, and its report by the delivered template."""

import pytest

from tests.spec.report.given import YEAR_END, small_home
from warehouse.reader import Published, open_published
from warehouse.report.draft import Draft, draft_report
from warehouse.report.outlook import TITLES


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return open_published(small_home(tmp_path_factory.mktemp("home")) / "warehouse")


@pytest.fixture(scope="session")
def draft(published: Published) -> Draft:
    """The delivered template, with both closing chapters."""
    return draft_report(published, YEAR_END, tuple(TITLES))
