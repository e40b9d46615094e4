"""The dashboard in a browser: what only a browser can tell."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from dashboard.page import pages

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COUNTY, TOWNSHIP = "530499", "530499009"

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
ROOT = Path(__file__).parent.parent.parent
PATHS = ["" if position == 0 else page.url_path for position, (page, _) in enumerate(pages())]
MILLISECONDS = 90_000
SECONDS_TO_START = 120

NOT_ALL_DRAWN = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    const charts = [...document.querySelectorAll('.stVegaLiteChart')];
    const drawn = charts.every(chart => chart.querySelector('canvas, svg.marks'));
    return app.dataset.testScriptState === 'notRunning' && drawn
        && !document.querySelector('[data-testid=stSkeleton]');
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, sample_home: Path) -> Iterator[str]:
    """Where a dashboard of the sample county answers."""
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port = probe.getsockname()[1]
    options = ["--port", str(port), "--demonstration"]
    environment = {**os.environ, "UNIONKPI_HOME": str(sample_home), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "dashboard", *options]
    log = tmp_path_factory.mktemp("log") / "server.txt"
    with log.open("w") as stream:
        child = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=stream, stderr=stream)
        try:
            wait_until_it_answers(child, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            child.terminate()
            child.wait()


def wait_until_it_answers(child: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and child.poll() is None:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=2)) as connection:
            try:
                connection.request("GET", "/sign-in")
                if connection.getresponse().status == http.client.OK:
                    return
            except OSError:
                time.sleep(0.2)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        reason = f"no Chromium at {CHROMIUM}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens a path in a window of its own; complaints of the page and outside requests fail the test."""
    complaints: list[str] = []
    windows: list[Page] = []

    def note_message(message: ConsoleMessage) -> None:
        # below a page's own path the frontend first asks there for the server's settings, then at the root
        is_first_guess = "/_stcore/" in message.location.get("url", "")
        if message.type == "error" and not is_first_guess:
            complaints.append(f"console: {message.text}")

    def note_request(request: Request) -> None:
        if not request.url.startswith((address, address.replace("http", "ws"), "data:", "blob:")):
            complaints.append(f"outside request: {request.url}")

    def open_page(path: str, width: int = 1440) -> Page:
        window = browser.new_page(viewport={"width": width, "height": 900})
        windows.append(window)
        window.set_default_timeout(MILLISECONDS)
        window.on("console", note_message)
        window.on("pageerror", lambda error: complaints.append(f"page error: {error}"))
        window.on("request", note_request)
        window.goto(f"{address}/{path}")
        settle(window)
        return window

    yield open_page
    for window in windows:
        window.close()
    assert complaints == []


def settle(window: Page) -> None:
    """Waits until the page is written and its charts are drawn."""
    window.wait_for_selector("h1.page-title")
    window.wait_for_function(NOT_ALL_DRAWN)


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


def test_the_navigation_leads_to_every_page_and_keeps_the_view(visit: Visit):
    window = visit(f"?as_of=2020-12&region={TOWNSHIP}")
    for page, _ in reversed(pages()):
        window.get_by_test_id("stTopNavSection").filter(has_text=page.section.value.zh).click()
        window.get_by_test_id("stTopNavPopoverBody").get_by_text(page.label.zh, exact=True).click()
        window.wait_for_function("name => document.title.includes(name)", arg=page.label.zh)
        settle(window)
        assert query(window)["as_of"] == "2020-12"
        assert query(window)["region"] == TOWNSHIP


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


@pytest.mark.parametrize("path", PATHS)
def test_the_first_address_is_completed(visit: Visit, path: str):
    address = query(visit(path))
    assert (address["lang"], address["as_of"], address["region"]) == ("zh", "2021-12", COUNTY)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_a_phone_need_not_scroll_sideways(visit: Visit, path: str, lang: str):
    window = visit(f"{path}?lang={lang}", width=390)
    widths = window.evaluate(
        "[document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth]"
    )
    assert max(widths) <= 390


def test_nothing_of_the_frame_is_a_menu_or_a_foreign_word(visit: Visit):
    window = visit("")
    shown = window.locator("body").inner_text()
    for word in ("Deploy", "Choose an option", "Made with"):
        assert word not in shown
    assert window.locator("[data-testid=stMainMenu]:visible").count() == 0
