"""What tests do with a window of the browser."""

from collections.abc import Callable

from playwright.sync_api import Page

Visit = Callable[..., Page]
"""Opens a path of the dashboard in a window of its own, ``width`` pixels wide."""

NOT_ALL_DRAWN = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    const charts = [...document.querySelectorAll('.stVegaLiteChart')];
    const drawn = charts.every(chart => chart.querySelector('canvas, svg.marks'));
    return app.dataset.testScriptState === 'notRunning' && drawn
        && !document.querySelector('[data-testid=stSkeleton]');
}"""


def settle(window: Page) -> None:
    """Waits until the page is written and its charts are drawn."""
    window.wait_for_selector("h1.page-title")
    window.wait_for_function(NOT_ALL_DRAWN)
