"""The dashboard in a browser: what only a browser can tell."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from dashboard.page import pages
from tests.browser.server import running_dashboard
from tests.browser.window import Visit, settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COUNTY, TOWNSHIP = "530499", "530499009"
PATHS = ["" if position == 0 else page.url_path for position, (page, _) in enumerate(pages())]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, sample_home: Path) -> Iterator[str]:
    """Where a dashboard of the sample county answers."""
    with running_dashboard(sample_home, tmp_path_factory.mktemp("log") / "server.txt") as running:
        yield running


def choose(window: Page, label: str, name: str) -> None:
    """Types a name into a drop-down, which shows only as many options as fit, and takes it."""
    before = window.url
    box = window.get_by_role("combobox", name=label)
    box.click()
    box.press_sequentially(name)
    window.get_by_role("option", name=name, exact=True).click()
    window.wait_for_function("before => location.href !== before", arg=before)
    settle(window)


def query(window: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(window.url).query).items()}


def title(window: Page) -> str:
    return window.locator("h1.page-title").inner_text()


def test_the_icon_is_asked_of_no_server(visit: Visit):
    """As a file of the server it would be missing whenever the run of a page was stopped before its end."""
    icons = visit("").locator("link[rel~=icon]")
    assert [icon.get_attribute("href")[:22] for icon in icons.all()] == ["data:image/png;base64,"]


def test_the_navigation_leads_to_every_page_and_keeps_the_view(visit: Visit):
    window = visit(f"?as_of=2020-12&region={TOWNSHIP}")
    for page, _ in reversed(pages()):
        window.get_by_test_id("stTopNavSection").filter(has_text=page.section.value.zh).click()
        window.get_by_test_id("stTopNavPopoverBody").get_by_text(page.label.zh, exact=True).click()
        window.wait_for_function("name => document.title.includes(name)", arg=page.label.zh)
        settle(window)
        assert query(window)["as_of"] == "2020-12"
        assert query(window)["region"] == TOWNSHIP


def test_a_card_leads_to_the_proof_of_its_figure_and_all_rows_can_be_taken_along(visit: Visit):
    window = visit(f"?as_of=2020-12&region={TOWNSHIP}")
    window.locator(".st-key-card_union_density .proof-link").click()
    window.get_by_role("heading", name="逐行").wait_for()
    settle(window)
    asked = {"indicator": "union_density", "as_of": "2020-12", "region": TOWNSHIP, "lang": "zh"}
    assert query(window) == asked
    with window.expect_download() as download:
        window.get_by_role("button", name="下载全部").click()
    assert download.value.suggested_filename.endswith("_2020-12_依据.xlsx")
    window.get_by_text("← 全部指标").click()
    window.get_by_text("入会率", exact=True).wait_for()
    assert query(window) == {name: value for name, value in asked.items() if name != "indicator"}


def test_a_link_reproduces_the_view(visit: Visit):
    window = visit("?lang=en")
    choose(window, "As of", "December 2020")
    copied = urlsplit(window.url).query
    again = visit(f"?{copied}")
    assert title(again) == title(window)
    assert query(again) == query(window)
    assert "31 December 2020" in again.locator(".provenance").first.inner_text()


def test_going_back_shows_the_view_before(visit: Visit):
    window = visit("?as_of=2021-12")
    choose(window, "截至", "2020年12月")
    window.go_back()
    window.wait_for_function("() => location.search.includes('2021-12')")
    window.wait_for_selector("text=数据截至2021年12月31日")


def width_of(window: Page) -> int:
    """Pixels that the page takes side by side."""
    widths = window.evaluate(
        "[document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth]"
    )
    return int(max(widths))


@pytest.mark.parametrize("path", PATHS)
def test_the_first_address_is_completed_and_a_phone_need_not_scroll_sideways(visit: Visit, path: str):
    window = visit(path, width=390)
    shown = query(window)
    assert (shown["lang"], shown["as_of"], shown["region"]) == ("zh", "2021-12", COUNTY)
    assert width_of(window) <= 390
    window.get_by_text("English", exact=True).click()
    window.wait_for_function("() => location.search.includes('lang=en')")
    settle(window)
    assert width_of(window) <= 390


def test_the_first_page_has_an_address_of_its_own_like_the_others(visit: Visit):
    window = visit("overview?lang=zh&as_of=2020-12")
    assert title(window) == "云岭县工作总览"
    assert window.get_by_role("dialog").count() == 0
    assert query(window)["as_of"] == "2020-12"


def test_two_downloads_clicked_at_once_both_arrive(visit: Visit):
    window = visit("quarantine")
    names: set[str] = set()
    window.on("download", lambda download: names.add(download.suggested_filename))
    buttons = window.get_by_test_id("stDownloadButton").get_by_role("button")
    with window.expect_download(lambda _: len(names) == 2):
        buttons.evaluate_all("buttons => buttons.slice(0, 2).forEach(button => button.click())")


def test_nothing_of_the_frame_is_a_menu_or_a_foreign_word(visit: Visit):
    window = visit("")
    shown = window.locator("body").inner_text()
    for word in ("Deploy", "Choose an option", "Made with"):
        assert word not in shown
    assert window.locator("[data-testid=stMainMenu]:visible").count() == 0
