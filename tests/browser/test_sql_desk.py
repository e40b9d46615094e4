"""The desk in a browser: a query is coloured while it is written, asked, cancelled, and a name is copied."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.server import running_dashboard
from tests.browser.window import Visit, settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BOMB = "select sum(range % 7) from range(1000000000000)"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, bare_home: Path) -> Iterator[str]:
    home = shutil.copytree(bare_home, tmp_path_factory.mktemp("desk") / "home")
    with running_dashboard(Path(home), tmp_path_factory.mktemp("log") / "server.txt") as running:
        yield running


def test_a_query_is_written_asked_and_cancelled(visit: Visit) -> None:
    window = visit("sql")
    field = window.locator(".st-key-desk_editor textarea")
    field.fill("select region_name, ':no' as text -- names\nfrom meta.regions where region_kind = :kind")
    behind = window.locator(".sql-behind")
    expect(behind.locator(".sql-word").first).to_have_text("select")
    expect(behind.locator(".sql-text")).to_have_text("':no'")
    expect(behind.locator(".sql-comment")).to_have_text("-- names")
    expect(behind.locator(".sql-parameter")).to_have_text(":kind")

    field.press("Control+Enter")
    window.locator(".st-key-desk_text_kind input").fill("镇")
    window.locator(".st-key-desk_text_kind input").press("Enter")
    window.get_by_role("button", name="执行").click()
    expect(window.get_by_text("1行，2列")).to_be_visible()
    settle(window)

    field.fill(BOMB)
    field.press("Control+Enter")
    window.get_by_role("button", name="取消").click()
    expect(window.get_by_text("已取消")).to_be_visible()
    assert "sql=select+sum" in window.url

    name = window.locator(".copy-button").first
    name.click()
    expect(name).to_have_class("copy-button copied")
