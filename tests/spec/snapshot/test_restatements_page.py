"""重述登记 as it opens: issued figures that are others now, with links to both proofs; no change; nothing issued."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import load_workbook

from dashboard.list_workbook import Heading
from dashboard.restatements.workbook import COLUMNS, workbook
from tests.dashboard_visit import visit, words_on
from warehouse.reader import open_published
from warehouse.snapshot.register import register

COUNTY = "530499"

pytestmark = pytest.mark.slow


def seen(home: Path, monkeypatch: pytest.MonkeyPatch, **query: str) -> str:
    monkeypatch.setenv("UNIONKPI_HOME", str(home))
    return words_on(visit("restatements", **query))


def cells_of(said: str, indicator: str) -> list[str]:
    """The cells of the first line about an indicator."""
    line = next(line for line in said.split("<tr>") if f"indicator={indicator}&" in line)
    return re.findall(r"<td[^>]*>(.*?)</td>", line)


def test_an_entry_leads_to_its_proof_then_and_now_and_to_its_rows(
    reissued_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = cells_of(seen(reissued_home, monkeypatch), "members")
    assert [re.sub("<[^>]+>", "", cell) for cell in cells] == [
        "2021-12.r1",
        "会员人数",
        "示例县",
        "65人",
        "76人",
        "+11",
        "更正+3；补报+8",
        "2021-12-31",
        "unions.xlsx",
    ]
    assert "changes?indicator=members&amp;frozen=2021-12.r1&amp;with=live" in cells[1]
    assert "indicators?snapshot=2021-12.r1&amp;indicator=members&amp;as_of=2021-12" in cells[3]
    assert "snapshot" not in cells[4]


def test_a_township_shows_its_own_entries(reissued_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = seen(reissued_home, monkeypatch, region="530499001")
    assert set(re.findall(r"frozen=[^\"]*?region=(\d+)", said)) == {"530499001"}


def test_in_english(reissued_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Issued figures that are different now" in seen(reissued_home, monkeypatch, lang="en")


def test_nothing_has_changed(issued_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = seen(issued_home, monkeypatch)
    assert "已签发的数字都没有变" in said
    assert "已比较：2021-12.r1。" in said


def test_nothing_was_issued(restated_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "还没有已签发的月份" in seen(restated_home, monkeypatch)


def test_the_workbook_has_numbers_as_numbers(reissued_home: Path) -> None:
    live = open_published(reissued_home / "warehouse")
    entries = register(reissued_home, live).entries
    content = workbook(entries, {COUNTY: "示例县"}, Heading("重述登记", "范围", "zh", live.data_date))
    rows = load_workbook(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[2][: len(COLUMNS)] == [label.zh for _, label, _ in COLUMNS]
    (members,) = (row for row in rows[3:] if row[1:3] == ["会员人数", "示例县"])
    assert members == [
        "2021-12.r1",
        "会员人数",
        "示例县",
        "人",
        65,
        76,
        11,
        0,
        3,
        8,
        0,
        0,
        "",
        "2021-12-31",
        "unions.xlsx",
    ]
