"""A small home with one published version, copied for each specification that changes it."""

import shutil
from pathlib import Path

import pytest

from tests.spec.cli.published_home import publish
from tests.spec.snapshot.given import REASON, tables
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
