"""Signing in, coming to the wanted page and signing out in a browser, with the keyboard alone."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import MILLISECONDS
from tests.browser.server import running_dashboard
from tests.browser.window import settle
from tests.dashboard_home import make_home
from warehouse.access.people import People
from warehouse.access.roles import Role

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD = "correct horse battery"  # noqa: S105 - of an invented person


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a dashboard answers that has one person."""
    home = make_home(tmp_path_factory.mktemp("home"))
    People(home).add("王主任", Role.ADMIN, None, PASSWORD)
    with running_dashboard(home, tmp_path_factory.mktemp("log") / "server.txt", signs_in=True) as running:
        yield running


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A window of a browser that knows no session; what breaks the content-security policy fails the test."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.on("console", lambda told: complaints.append(told.text) if "Content Security Policy" in told.text else None)
    opened = context.new_page()
    opened.set_default_timeout(MILLISECONDS)
    yield opened
    context.close()
    assert complaints == []


def type_in(window: Page, name: str, password: str) -> None:
    """Name, password and Enter; the first field is where one begins to type."""
    window.keyboard.type(name)
    window.keyboard.press("Tab")
    window.keyboard.type(password)
    window.keyboard.press("Enter")


def test_the_keyboard_leads_to_the_wanted_page(window: Page, address: str) -> None:
    window.goto(f"{address}/coverage?lang=en")
    expect(window).to_have_title("Sign in · The federation's one book of figures")
    type_in(window, "王主任", PASSWORD)
    settle(window)
    assert window.url.startswith(f"{address}/coverage?")
    assert "lang=en" in window.url
    expect(window.get_by_text("王主任 · Administrator")).to_be_visible()


def test_a_wrong_password_is_told_and_the_name_kept(window: Page, address: str) -> None:
    window.goto(f"{address}/")
    type_in(window, "王主任", "wrong password")
    expect(window.get_by_role("alert")).to_have_text("姓名或密码不对，请重试")
    expect(window.get_by_label("姓名")).to_have_value("王主任")
    expect(window.get_by_label("密码")).to_have_value("")


def test_after_signing_out_no_page_of_the_browser_shows_anything_new(window: Page, address: str) -> None:
    window.goto(f"{address}/coverage")
    type_in(window, "王主任", PASSWORD)
    settle(window)
    other = window.context.new_page()
    other.goto(f"{address}/sign-out")
    other.get_by_role("button", name="退出登录").click()
    expect(other.get_by_text("已退出登录")).to_be_visible()

    window.get_by_text("English", exact=True).click()
    expect(window.get_by_text("登录已到期").or_(window.get_by_text("session has ended"))).to_be_visible()
    expect(window.locator("h1.page-title")).to_have_count(0)
    way_back = window.get_by_test_id("stLinkButton").get_by_role("link").get_attribute("href")
    assert way_back is not None
    assert parse_qs(urlsplit(way_back).query)["to"][0].startswith("/coverage?")

    other.go_back()
    other.goto(f"{address}/coverage")
    expect(other).to_have_title("登录 · 工会数据一本账")


def test_the_sign_in_page_needs_no_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    window = context.new_page()
    window.goto(f"{address}/?lang=en")
    window.get_by_role("link", name="中文").click()
    expect(window.get_by_role("heading", name="登录")).to_be_visible()
    window.get_by_label("姓名").fill("王主任")
    window.get_by_label("密码").fill(PASSWORD)
    window.get_by_role("button", name="登录").click()
    window.wait_for_url(f"{address}/?lang=en")
    context.close()
