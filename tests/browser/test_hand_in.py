"""A department's workbook in a browser, from the drop to the new figures."""

import re
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import xlsxwriter
from playwright.sync_api import Page, expect

from tests.browser.server import running_dashboard
from tests.browser.window import Visit
from warehouse.access.home_key import KEY_VARIABLE
from warehouse.reader import open_published

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NAME = "乡镇街道名录2021年12月.xlsx"
ROWS: list[Sequence[str]] = [
    ["截至日期：2021-12-31"],
    ["区划代码", "乡镇名称", "类型"],
    ["530499001", "城关街道", "街道"],
    ["530499100", "东岗镇", "镇"],
    ["530499101", "西坪镇", "小镇"],
    ["530499102", "南山镇", "镇"],
]
MILLISECONDS_TO_BUILD = 300_000
"""Seconds where nothing else runs; on a busy machine the gate alone takes long to start."""
SENTENCE = "“类型”的内容不在可选值之内，请改为：街道、镇、乡、园区、县直系统"
COMMENT = re.compile(r'<comment ref="([A-Z]+[0-9]+)"[^>]*>(.*?)</comment>', re.DOTALL)
ENGLISH = ("Drag and drop", "Browse files", "Upload", "per file", "Limit", "Running", "rows", "Error")


@pytest.fixture
def home(bare_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(bare_home, tmp_path / "home"))


@pytest.fixture
def address(home: Path, tmp_path: Path, fixed_key: str) -> Iterator[str]:
    with running_dashboard(home, tmp_path / "server.txt", {KEY_VARIABLE: fixed_key}) as running:
        yield running


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Three good rows, and one whose kind (C5) is none of those that there are."""
    path = tmp_path / NAME
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("名录")
        for row, cells in enumerate(ROWS):
            sheet.write_row(row, 0, cells)
    return path


def test_a_wrong_cell_is_shown_marked_handed_in_and_built(visit: Visit, home: Path, workbook: Path, tmp_path: Path):
    before = open_published(home / "warehouse").version
    window = visit("hand-in")
    assert before in window.locator("body").inner_text()
    window.locator("input[type=file]").set_input_files(workbook)

    expect(window.get_by_role("heading", name="1个文件，读取4行：合格3行，退回1行；错误1个，提醒0个")).to_be_visible()
    assert lines(window, "检查结果") == [[NAME, "名录", "乡镇街道名录", "6", "3", "1", "2"]]
    assert lines(window, "问题清单") == [
        ["▼ 错误", SENTENCE, "类型", "小镇", "5", "名录", NAME, "不在可选值内"],
    ]
    shown = window.locator("body").inner_text()
    assert [word for word in ENGLISH if word in shown] == []
    copy = downloaded(window, f"⬇ {NAME}", tmp_path / "downloads")
    assert copy.suffix == ".xlsx"
    (comment,) = [text for cell, text in comments_in(copy).items() if cell == "C5"]
    assert SENTENCE in comment

    window.get_by_role("button", name="交进收件箱（1个文件）").click()
    expect(window.get_by_text(f"已交：办公室/{NAME}")).to_be_visible()
    assert (home / "inbox" / "办公室" / NAME).read_bytes() == workbook.read_bytes()

    window.get_by_role("button", name="重新生成数据").click()
    expect(window.get_by_text("✓ 已发布版本")).to_be_visible(timeout=MILLISECONDS_TO_BUILD)
    now = open_published(home / "warehouse").version
    assert now != before
    expect(window.locator(".provenance").first).to_contain_text(now)
    assert before not in window.locator("body").inner_text()


def lines(window: Page, caption: str) -> list[list[str]]:
    """The cells of the table with this caption, row by row."""
    table = window.get_by_role("table", name=caption, exact=True)
    expect(table).to_be_visible()
    return [row.locator("td").all_inner_texts() for row in table.locator("tbody tr").all()]


def downloaded(window: Page, label: str, folder: Path) -> Path:
    """The file that a press of the button brings."""
    with window.expect_download() as waiting:
        window.get_by_role("button", name=label).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def comments_in(workbook: Path) -> dict[str, str]:
    """The comments of a workbook by cell."""
    with zipfile.ZipFile(workbook) as archive:
        parts = [archive.read(name) for name in archive.namelist() if re.fullmatch(r"xl/comments[^/]*\.xml", name)]
    found = [comment for part in parts for comment in COMMENT.findall(part.decode())]
    return {cell: re.sub("<[^>]*>", "", text) for cell, text in found}
