"""The HTML brief in a browser: drawn without a request, answering to a choice, whole on a narrow screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.spec.snapshot_documents.given import DECEMBER, HOSTILE, context, small_county
from warehouse.reader import open_published
from warehouse.snapshot.documents.make import documents

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DRAWN = "() => [...document.querySelectorAll('figure')].every(figure => figure.dataset.drawn === 'yes')"


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brief")
    published = open_published(small_county(folder / "home") / "warehouse")
    file = folder / "brief.html"
    file.write_bytes(documents(published, DECEMBER, context())["简报.html"])
    return file


@pytest.fixture(params=[1440, 390], ids=["wide", "narrow"])
def page(browser: Browser, brief: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The file opened; whatever the page complains of or asks for fails the test."""
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: complaints.append(asked.url) if asked.url != brief.as_uri() else None)
    page.goto(brief.as_uri())
    page.wait_for_function(DRAWN)
    yield page
    page.close()
    assert complaints == []


def test_charts_are_drawn_and_nothing_is_wider_than_the_screen(page: Page) -> None:
    assert page.locator("figure svg").count() == page.locator("figure").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    expect(page.get_by_text(HOSTILE).first).to_be_attached()


def test_a_choice_changes_the_chart_and_its_heading(page: Page) -> None:
    figure = page.locator("#coverage figure").first
    before = figure.locator("svg").inner_html()
    figure.locator("select").select_option("womens_body_coverage")
    expect(figure.locator(".heading")).to_contain_text("女职工组织组建率")
    page.wait_for_function("before => document.querySelector('#coverage figure svg').innerHTML !== before", arg=before)
