"""The small county's December once for all, as content and as documents."""

import shutil
from pathlib import Path

import pytest

from tests.spec.report.given import UNIONS
from tests.spec.snapshot_documents.given import AT, DECEMBER, DENSITY, ID, REASON, WORDS, context, small_county
from warehouse.reader import Published, open_published
from warehouse.snapshot.documents.content import Content, read_content
from warehouse.snapshot.documents.make import documents
from warehouse.snapshot.editing import edit
from warehouse.snapshot.shelf import Snapshots


@pytest.fixture(scope="session")
def county_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home without a snapshot. To be looked at, or copied."""
    return small_county(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def published(county_home: Path) -> Published:
    return open_published(county_home / "warehouse")


@pytest.fixture(scope="session")
def content(published: Published) -> Content:
    return read_content(published, DECEMBER, context())


@pytest.fixture(scope="session")
def made(published: Published) -> dict[str, bytes]:
    return documents(published, DECEMBER, context())


@pytest.fixture(scope="session")
def drafted(county_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose December 2021 甲 has made: 65 of 100 employees are members. To be copied."""
    home = Path(shutil.copytree(county_home, tmp_path_factory.mktemp("drafted") / "home"))
    Snapshots(home).create("2021-12", "甲", REASON, AT)
    return home


@pytest.fixture(scope="session")
def remade_home(drafted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """甲 edits two sentences, one more of the 100 turns out to be a member, 乙 makes the draft anew. To be copied."""
    home = Path(shutil.copytree(drafted, tmp_path_factory.mktemp("remade") / "home"))
    snapshots = Snapshots(home)
    edit(snapshots, ID, DENSITY, WORDS, "甲", AT)
    edit(snapshots, ID, "relief_spent", "慰问支出稳定。", "甲", AT)
    assert UNIONS.count("| 60 ") == 1
    small_county(home, unions=UNIONS.replace("| 60 ", "| 61 "), version="fedcba9876543210")
    snapshots.remake(ID, "乙", REASON, AT)
    return home
