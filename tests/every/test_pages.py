"""Every page, in both languages: with data, with nothing handed in, where figures are withheld, without a version."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.page import pages
from dashboard.theme import MAX_ROWS
from tests.dashboard_visit import address_of, visit, words_on
from warehouse.reader import open_published

PATHS = ["" if position == 0 else page.url_path for position, (page, _) in enumerate(pages())]
OF_VERSION = ["" if position == 0 else page.url_path for position, (page, _) in enumerate(pages()) if page.by_date]
"""Those that show something of a version, and so name it."""
LANGUAGES = ["zh", "en"]
WITH_CHARTS = {
    *("", "attention", "coverage", "relief-spending", "competitions", "key-tasks", "trends"),
    *("submission-calendar", "data-quality", "quarantine", "pivot"),
}
"""Pages that are known to draw something, so that a chart which is gone is noticed; others may draw."""
CHINESE = re.compile("[\u4e00-\u9fff]")
HOME_VARIABLE = "UNIONKPI_HOME"
COUNTY = "530499"
WITHHELD_TOWNSHIP = """
select any_value(region_code) as region_code
from kpi.values
where is_suppressed and as_of_date = '2021-12-31' and indicator_id = 'student_aid_amount' and region_code <> 'none'
"""

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Seen:
    """Pages visited once, by path and language."""

    version: str
    tests: dict[tuple[str, str], AppTest]

    def __getitem__(self, key: tuple[str, str]) -> AppTest:
        return self.tests[key]


def see(home: Path, **query: str) -> Seen:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(home))
        tests = {(path, lang): visit(path, lang=lang, **query) for path in PATHS for lang in LANGUAGES}
    return Seen(open_published(home / "warehouse").version, tests)


@pytest.fixture(scope="module")
def seen(sample_home: Path) -> Seen:
    """The sample county as the pages open."""
    return see(sample_home)


@pytest.fixture(scope="module")
def seen_bare(bare_home: Path) -> Seen:
    """A county of which nothing but the townships was handed in."""
    return see(bare_home)


@pytest.fixture(scope="module")
def seen_withheld(sample_home: Path) -> Seen:
    """A township of the sample county some of whose figures are withheld."""
    township = open_published(sample_home / "warehouse").query(WITHHELD_TOWNSHIP).item()
    return see(sample_home, region=township)


@pytest.fixture
def home(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(sample_home))
    return sample_home


@pytest.fixture
def unpublished_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", OF_VERSION)
@pytest.mark.parametrize("state", ["seen", "seen_bare", "seen_withheld"])
def test_a_page_names_its_date_and_its_version(request, state, path, lang):
    visited = request.getfixturevalue(state)
    shown = words_on(visited[path, lang])
    assert visited.version in shown
    assert {"zh": "2021年12月31日", "en": "31 December 2021"}[lang] in shown


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("state", ["seen", "seen_bare", "seen_withheld"])
def test_headings_are_in_the_chosen_language(request, state, path, lang):
    headings = [heading.value for heading in request.getfixturevalue(state)[path, lang].header]
    assert headings
    assert all(bool(CHINESE.search(heading)) is (lang == "zh") for heading in headings)


@pytest.mark.parametrize("path", PATHS)
def test_the_address_says_everything_that_is_shown_also_what_is_the_default(seen, path):
    address = address_of(seen[path, "zh"])
    assert (address["lang"], address["as_of"], address["region"]) == ("zh", "2021-12", COUNTY)


@pytest.mark.parametrize("path", PATHS)
def test_no_chart_is_sent_more_rows_than_the_limit(seen, path):
    charts = [entry.proto for entry in seen[path, "zh"].get("vega_lite_chart")]
    assert charts or path not in WITH_CHARTS
    for chart in charts:
        rows = [pl.read_ipc_stream(dataset.data.data).height for dataset in chart.datasets]
        assert sum(rows) <= MAX_ROWS


def missing_values(test: AppTest) -> Iterator[str]:
    yield from re.findall(r"\b(?:None|nan|NaN|null|Label)\b", words_on(test))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("state", ["seen", "seen_bare", "seen_withheld"])
def test_what_is_missing_is_said_in_words(request, state, path, lang):
    assert list(missing_values(request.getfixturevalue(state)[path, lang])) == []


@pytest.mark.usefixtures("unpublished_home")
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_without_a_published_version_a_page_says_so_and_what_to_run(path, lang):
    test = visit(path, lang=lang)
    assert len(test.info) == 1
    assert [code.value for code in test.code] == ["unionkpi build"]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("path", PATHS)
def test_what_the_address_asks_for_and_does_not_exist_is_said_and_replaced(path):
    test = visit(path, lang="fr", as_of="2031-01", region="999999999")
    assert [warning.value for warning in test.warning] == [
        "链接中的语言“fr”不存在，已改用中文。",
        "链接中的截至日期“2031-01”不存在，已改用2021年12月。",
        "链接中的乡镇编码“999999999”不存在，已改用云岭县。",
    ]
    address = address_of(test)
    assert (address["lang"], address["as_of"], address["region"]) == ("zh", "2021-12", COUNTY)
