"""Every page, in both languages, with data, without data, and where figures are withheld."""

import re
from pathlib import Path

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.page import pages
from dashboard.theme import MAX_ROWS
from tests.dashboard_figures import COUNTY, SUPPRESSED_TOWNSHIP
from tests.dashboard_home import make_home
from tests.dashboard_visit import address_of, visit, words_on

PATHS = ["" if position == 0 else page.url_path for position, (page, _) in enumerate(pages())]
LANGUAGES = ["zh", "en"]
CHINESE = re.compile("[\u4e00-\u9fff]")
HOME_VARIABLE = "UNIONKPI_HOME"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_home(tmp_path_factory.mktemp("home"))


@pytest.fixture
def home(published: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(published))
    return published


@pytest.fixture(scope="module")
def seen(published: Path) -> dict[tuple[str, str], AppTest]:
    """Every page in both languages, visited once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(published))
        return {(path, lang): visit(path, lang=lang) for path in PATHS for lang in LANGUAGES}


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_names_its_date_and_its_version(seen, path, lang):
    shown = words_on(seen[path, lang])
    assert "0123456789abcdef" in shown
    assert {"zh": "2021年12月31日", "en": "31 December 2021"}[lang] in shown


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_headings_are_in_the_chosen_language(seen, path, lang):
    headings = [heading.value for heading in seen[path, lang].header]
    assert headings
    assert all(bool(CHINESE.search(heading)) is (lang == "zh") for heading in headings)


@pytest.mark.parametrize("path", PATHS)
def test_the_address_says_everything_that_is_shown_also_what_is_the_default(seen, path):
    address = address_of(seen[path, "zh"])
    assert (address["lang"], address["as_of"], address["region"]) == ("zh", "2021-12", COUNTY)


@pytest.mark.parametrize("path", PATHS)
def test_no_chart_is_sent_more_rows_than_the_limit(seen, path):
    charts = [entry.proto for entry in seen[path, "zh"].get("vega_lite_chart")]
    assert charts
    for chart in charts:
        rows = [pl.read_ipc_stream(dataset.data.data).height for dataset in chart.datasets]
        assert sum(rows) <= MAX_ROWS


@pytest.mark.usefixtures("empty_home")
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_without_a_published_version_a_page_says_so_and_what_to_run(path, lang):
    test = visit(path, lang=lang)
    assert len(test.info) == 1
    assert [code.value for code in test.code] == ["unionkpi build"]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_opens_for_a_township_whose_figures_are_withheld(path, lang):
    test = visit(path, lang=lang, region=SUPPRESSED_TOWNSHIP)
    assert address_of(test)["region"] == SUPPRESSED_TOWNSHIP


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
