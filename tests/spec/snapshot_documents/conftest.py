"""The small county's December once for all, as content and as documents."""

import pytest

from tests.spec.snapshot_documents.given import DECEMBER, context, small_county
from warehouse.reader import Published, open_published
from warehouse.snapshot.documents.content import Content, read_content
from warehouse.snapshot.documents.make import documents


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return open_published(small_county(tmp_path_factory.mktemp("home")) / "warehouse")


@pytest.fixture(scope="session")
def content(published: Published) -> Content:
    return read_content(published, DECEMBER, context())


@pytest.fixture(scope="session")
def made(published: Published) -> dict[str, bytes]:
    return documents(published, DECEMBER, context())
