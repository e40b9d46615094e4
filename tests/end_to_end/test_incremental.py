"""A messy county, of which files change: judged from kept readings exactly as from files."""

import shutil
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from pipelines.config_file import load_config
from pipelines.home import Home
from pipelines.inbox import inbox_files
from pipelines.judging.verdict import Judged
from pipelines.read_and_judge import read_and_judge

SECRET = b"a sample county's key, the same in every run"

pytestmark = pytest.mark.slow


def judged(home: Home, cache: Path | None) -> Judged:
    return read_and_judge(inbox_files(home.inbox), load_config(home.config_file), SECRET, cache=cache)


def tables_of(result: Judged) -> dict[str, pl.DataFrame]:
    others = {name: getattr(result, name) for name in ("sheets", "skips", "problems", "delisted", "replacements")}
    return {**result.tables, **others}


def assert_same_as_from_files(home: Home) -> None:
    again, anew = tables_of(judged(home, home.cache)), tables_of(judged(home, None))
    assert set(again) == set(anew)
    for name in anew:
        assert_frame_equal(again[name], anew[name])


def test_every_table_is_equal_row_for_row(sample_home: Path, tmp_path: Path) -> None:
    """After one change, then after several on top of it: a list that is gone, one that is shorter, one twice."""
    home = Home(tmp_path / "home")
    # with the readings that its build has kept
    shutil.copytree(sample_home, home.folder)
    (changed,) = home.inbox.rglob("单位名录*.csv")
    lines = changed.read_bytes().split(b"\r\n")
    changed.write_bytes(b"\r\n".join([*lines[:100], *lines[101:]]))
    assert_same_as_from_files(home)

    first, second, *_ = sorted(home.inbox.rglob("基层工会台账*.xlsx"))
    first.unlink()
    shutil.copy(second, second.with_name("基层工会台账重报.xlsx"))
    changed.write_bytes(b"\r\n".join(lines[:100]))
    assert_same_as_from_files(home)
