"""A browser, and windows of it in which nothing goes wrong unseen; a module says which ``address`` it visits."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from tests.browser.window import Visit, settle

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
MILLISECONDS = 90_000
"""How long a busy machine may take for what a test waits for."""

expect.set_options(timeout=MILLISECONDS)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Gone with its module: while it is there, nothing else of this process can run an event loop."""
    if not CHROMIUM.exists():
        reason = f"no Chromium at {CHROMIUM}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """What the windows of a module share, so that the scripts of a page are fetched and compiled once."""
    shared = browser.new_context()
    yield shared
    shared.close()


@pytest.fixture
def visit(context: BrowserContext, address: str) -> Iterator[Visit]:
    """Opens a path in a window of its own; complaints of the page and outside requests fail the test."""
    complaints: list[str] = []
    windows: list[Page] = []

    def note_message(message: ConsoleMessage) -> None:
        # below a page's own path the frontend first asks there for the server's settings, then at the root
        is_first_guess = "/_stcore/" in message.location.get("url", "")
        if message.type == "error" and not is_first_guess:
            complaints.append(f"console: {message.text} {message.location.get('url', '')}")

    def note_request(request: Request) -> None:
        if not request.url.startswith((address, address.replace("http", "ws"), "data:", "blob:")):
            complaints.append(f"outside request: {request.url}")

    def open_page(path: str, width: int = 1440) -> Page:
        window = context.new_page()
        window.set_viewport_size({"width": width, "height": 900})
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
