"""An indicator is one block of TOML: its figure, definition, catalogue entry, page and proof follow by themselves."""

import shutil
from collections.abc import Iterator
from datetime import date

import pytest

from pipelines.documenting.documents import documents
from tests.dashboard_visit import visit, words_on
from tests.spec.cli.published_home import publish
from tests.warehouse_tables import COUNTY, Tables
from warehouse.figures import catalogue as declarations
from warehouse.figures.catalogue import indicators
from warehouse.figures.trace import proof, trace
from warehouse.reader import Published, open_published

pytestmark = pytest.mark.slow

BLOCK = """
[family]
label = { zh = "读书", en = "Reading" }
position = 99

[women_of_unions]
label = { zh = "女会员人数合计", en = "Women of all unions" }
definition = { zh = "截至日各基层工会女会员之和。", en = "Women among the members of the unions in force on the day." }
unit = { zh = "人", en = "people" }
kind = "count"
time = "point"
better = "up"
scope = "township"
ledgers = ["union"]

[women_of_unions.numerator]
label = { zh = "女会员人头", en = "Women counted" }
unit = { zh = "人", en = "people" }
from = "as_of.unions"
where = "in_force"
sum = "female_members"
"""
UNIONS = """
    union_code | township_code | members | female_members | employees | founded_date
    U1         | 530499001     | 20      | 11             | 30        | 2019-05-01
    U2         | 530499002     | 9       | 6              | 9         | 2020-01-15
"""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """A version whose catalogue has one file more than the product's."""
    folder = tmp_path_factory.mktemp("kpis")
    shutil.copytree(declarations.KPI_FOLDER, folder, dirs_exist_ok=True)
    (folder / "reading.toml").write_text(BLOCK, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(declarations, "KPI_FOLDER", folder)
        indicators.cache_clear()
        home = tmp_path_factory.mktemp("home")
        publish(home, Tables(unions=UNIONS, settings={"county_name": "云岭县"}))
        patch.setenv("UNIONKPI_HOME", str(home))
        yield open_published(home / "warehouse")
    indicators.cache_clear()


def test_its_figure_its_rows_and_its_definition_are_there(published: Published) -> None:
    found = proof(published, indicators()["women_of_unions"], date(2021, 12, 31), COUNTY)
    assert (found.line["value"], found.rows["amount"].sum()) == (11 + 6, 11 + 6)
    traced = trace(published, "women_of_unions", "2021-12", "530499002")
    assert [(row["file"], row["row"], row["amount"]) for row in traced["rows"]] == [("unions.xlsx", 3, 6)]
    definition = published.query("select * from kpi.definitions where indicator_id = 'women_of_unions'")
    assert definition["definition_version"].str.len_chars().item() == 12


@pytest.mark.usefixtures("published")
def test_the_written_catalogue_and_dictionary_name_it() -> None:
    texts = documents()
    assert "女会员人数合计" in texts["indicators.zh-CN.md"]
    assert "`sum(female_members) from as_of.unions where in_force`" in texts["indicators.md"]
    assert "Women of all unions" in texts["data-dictionary.md"]


@pytest.mark.usefixtures("published")
def test_it_has_a_place_in_the_catalogue_and_a_page_with_its_proof() -> None:
    assert "女会员人数合计" in words_on(visit("indicators"))
    page = words_on(visit("indicators", indicator="women_of_unions", lang="en"))
    assert "Women of all unions" in page
    assert "What is counted (Women counted): 2 rows add up to 17 = 17 ✓" in page
