"""Builds and snapshots do not touch each other."""

from collections.abc import Callable

import pytest

from pipelines.build import build
from pipelines.home import Home
from tests.spec.snapshot.given import bytes_below
from warehouse.access.home_key import KEY_VARIABLE
from warehouse.reader import open_published
from warehouse.snapshot.reopen import open_snapshot
from warehouse.snapshot.shelf import Snapshots

TOWNSHIPS = "截至日期：2021-12-31\n区划代码,乡镇名称,类型\n530499001,城关街道,街道\n530499100,东岗镇,镇\n"


def test_a_corrected_file_and_a_build_change_not_a_byte_of_a_snapshot(
    small_home: Callable[..., Home], fixed_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY_VARIABLE, fixed_key)
    home = small_home({"乡镇街道名录.csv": TOWNSHIPS})
    first = build(home).version
    Snapshots(home.folder).create("2021-12", "张三", "其余台账未报")
    frozen = bytes_below(home.folder / "snapshots")
    assert build(home).version == first, "a snapshot is no input of a build"

    (home.inbox / "乡镇街道名录.csv").write_text(TOWNSHIPS.replace("东岗镇", "东冈镇"), encoding="utf-8")
    assert build(home).version != first
    assert bytes_below(home.folder / "snapshots") == frozen
    names = "select region_name from meta.regions where region_code = '530499100'"
    assert open_published(home.warehouse).query(names).item() == "东冈镇"
    assert open_snapshot(home.folder, "2021-12.r1").query(names).item() == "东岗镇"
    sources = (home.folder / "snapshots/2021-12.r1/private/sources.json").read_text("utf-8")
    assert "乡镇街道名录.csv" in sources
