"""A month from draft to issue in a browser, by two people: 甲 makes and words it, 乙 reviews and issues it."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import MILLISECONDS
from tests.browser.server import running_dashboard
from tests.browser.window import settle
from tests.spec.snapshot_documents.given import REASON, small_county
from warehouse.access.people import People
from warehouse.access.roles import Role
from warehouse.snapshot.shelf import Snapshots

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ID = "2021-12.r1"
PASSWORD = "correct horse battery"  # noqa: S105 - of an invented person
WORDS = "本月总体平稳，<b>继续</b>推进。"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = small_county(tmp_path_factory.mktemp("home"), "城关镇")
    for name, role in (("甲", Role.OFFICE), ("乙", Role.LEADER)):
        People(home).add(name, role, None, PASSWORD)
    return home


@pytest.fixture(scope="module")
def address(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_dashboard(home, tmp_path_factory.mktemp("log") / "server.txt", signs_in=True) as running:
        yield running


def signed_in(browser: Browser, address: str, name: str) -> Page:
    """The page as it opens for somebody in a browser of their own."""
    window = browser.new_context(accept_downloads=True).new_page()
    window.set_default_timeout(MILLISECONDS)
    window.goto(f"{address}/month-close?month=2021-12")
    window.get_by_label("姓名").fill(name)
    window.get_by_label("密码").fill(PASSWORD)
    window.get_by_role("button", name="登录").click()
    settle(window)
    return window


def press(window: Page, name: str) -> None:
    window.get_by_role("button", name=name, exact=True).click()


def test_two_people_close_a_month(browser: Browser, address: str, home: Path) -> None:
    maker = signed_in(browser, address, "甲")
    maker.get_by_label("为什么现在就冻结（印在封面）").fill(REASON)
    press(maker, "填报草稿")
    expect(maker.get_by_text(f"已填报 {ID}")).to_be_visible()
    maker.get_by_label("改写为").fill(WORDS)
    maker.get_by_label("改写为").blur()
    press(maker, "保存改写")
    expect(maker.get_by_text("已保存改写")).to_be_visible()
    press(maker, "审核通过")
    expect(maker.get_by_text(f"{ID} 由 甲 填报，审核和签发须由另一人进行")).to_be_visible()
    maker.context.close()

    reviewer = signed_in(browser, address, "乙")
    press(reviewer, "审核通过")
    expect(reviewer.get_by_text(f"{ID} 已审核")).to_be_visible()
    reviewer.get_by_text("已核对封面和各页；签发后不能再改").click()
    press(reviewer, "签发")
    expect(reviewer.get_by_text(f"{ID} 已签发，文件可以下载")).to_be_visible()
    with reviewer.expect_download() as taken:
        press(reviewer, "⬇ 简报.docx")
    assert taken.value.suggested_filename == f"{ID}_简报.docx"
    with zipfile.ZipFile(taken.value.path()) as document:
        assert "本月总体平稳，&lt;b&gt;继续&lt;/b&gt;推进。" in document.read("word/document.xml").decode()
    reviewer.context.close()
    assert [(event.action, event.by) for event in Snapshots(home).find(ID).events] == [
        ("create", "甲"),
        ("edit", "甲"),
        ("review", "乙"),
        ("issue", "乙"),
    ]
    assert Snapshots(home).altered(ID) == []
