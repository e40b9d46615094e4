"""Visits a page of the dashboard without a browser."""

from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard import words

APP = Path(__file__).parent.parent / "dashboard" / "app.py"
SECONDS = 120


def visit(url_path: str = "", **query: str) -> AppTest:
    """The page at this path ("" is the first one) as opened by a link with these values in its address."""
    test = AppTest.from_file(APP, default_timeout=SECONDS)
    for name, value in query.items():
        test.query_params[name] = value
    # pages are functions, for which AppTest has no switch_page
    test._page_hash = calc_hash(url_path)
    test.run()
    assert not test.exception, [error.message for error in test.exception]
    assert not {words.FAILED.zh, words.FAILED.en} & {error.value for error in test.error}, "see the log"
    return test


def words_on(test: AppTest) -> str:
    """All text of the page, markup included."""
    kinds = (test.html, test.header, test.subheader, test.markdown, test.caption, test.info, test.warning, test.error)
    return "\n".join(str(element.value) for elements in kinds for element in elements)


def address_of(test: AppTest) -> dict[str, str]:
    """What stands in the page's address now."""
    return {name: value[0] if isinstance(value, list) else value for name, value in test.query_params.items()}
