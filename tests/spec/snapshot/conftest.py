"""A small home with one published version, copied for each specification that changes it."""

import shutil
from pathlib import Path

import pytest

from tests.spec.cli.published_home import publish
from tests.spec.snapshot.given import LATER_UNIONS, REASON, tables
from warehouse.snapshot.life_cycle import Step
from warehouse.snapshot.shelf import Snapshots


@pytest.fixture(scope="session")
def published_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("published"), tables())


@pytest.fixture
def home(published_home: Path, tmp_path: Path) -> Path:
    """A home with a published version and no snapshot; its data reach to 31 December 2021."""
    return Path(shutil.copytree(published_home, tmp_path / "home"))


@pytest.fixture(scope="session")
def issued_home(published_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose December 2021 was made by 张三, reviewed by 李四 and issued by 王五. To be looked at only."""
    home = Path(shutil.copytree(published_home, tmp_path_factory.mktemp("issued") / "home"))
    snapshots = Snapshots(home)
    snapshots.create("2021-12", "张三", REASON)
    snapshots.sign("2021-12.r1", Step.REVIEW, "李四", "已核对")
    snapshots.sign("2021-12.r1", Step.ISSUE, "王五", documents=lambda _: {"简报.html": b"<p>65%</p>"})
    return home


@pytest.fixture(scope="session")
def reissued_home(issued_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """December 2021 is issued and November a draft; since then U1 has 3 members more and U3 came late, with 8 of 10."""
    home = Path(shutil.copytree(issued_home, tmp_path_factory.mktemp("reissued") / "home"))
    Snapshots(home).create("2021-11", "张三", REASON)
    publish(home, tables(unions=LATER_UNIONS), "fedcba9876543210")
    return home


@pytest.fixture(scope="session")
def restated_home(published_home: Path) -> Path:
    """December 2021 is frozen; since then U1 has 3 members more and U3 came late, with 8 of 10."""
    home = published_home.parent / "restated"
    publish(home, tables())
    Snapshots(home).create("2021-12", "张三", REASON)
    Snapshots(home).create("2021-11", "张三", REASON)
    publish(home, tables(unions=LATER_UNIONS), "fedcba9876543210")
    return home
