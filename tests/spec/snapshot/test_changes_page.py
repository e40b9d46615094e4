"""变动对比 as it opens: changed figures with their causes, the rows of one of them, a home without snapshots."""

from pathlib import Path

import pytest

from tests.dashboard_visit import visit, words_on

pytestmark = pytest.mark.slow


def seen(home: Path, monkeypatch: pytest.MonkeyPatch, **query: str) -> str:
    monkeypatch.setenv("UNIONKPI_HOME", str(home))
    return words_on(visit("changes", **query))


def test_the_changed_figures_stand_with_their_causes(restated_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = seen(restated_home, monkeypatch)
    assert "2021-12.r1 对比 现在发布的数据" in said
    cells = said[said.index("indicator=members") :].split("</td>")[1:9]
    assert [cell.rpartition(">")[2] for cell in cells] == ["65人", "76人", "+11", "0", "+3", "+8", "0", "0"]


def test_the_rows_of_one_figure(restated_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = seen(restated_home, monkeypatch, indicator="members")
    assert "60 → 63" in said
    assert "unions.xlsx 1 第4行" in said


def test_an_unknown_indicator_is_named(restated_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "没有指标 nonsense" in seen(restated_home, monkeypatch, indicator="nonsense")


def test_in_english(restated_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "compared with what is published now" in seen(restated_home, monkeypatch, lang="en")


def test_without_a_snapshot_there_is_nothing_to_compare(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "还没有冻结的月份" in seen(home, monkeypatch)
