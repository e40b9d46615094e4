"""A build of the messy sample finds exactly what was planted, and no row is lost."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from pipelines.build_report import BuildReport
from pipelines.home import Home

pytestmark = pytest.mark.slow

Place = tuple[str, str, int | None, str, str]


def places(problems: Iterable[dict[str, Any]]) -> set[Place]:
    return {(p["file"], p["sheet"], p["row"], p["rule"], p["severity"]) for p in problems}


@pytest.fixture(scope="module")
def sample(sample_home: Path) -> Home:
    return Home(sample_home)


@pytest.fixture(scope="module")
def found(sample: Home, report: BuildReport) -> pl.DataFrame:
    with duckdb.connect(str(sample.warehouse / f"{report.version}.duckdb"), read_only=True) as con:
        return con.sql("select * from quality.problems").pl()


def test_exactly_the_planted_problems_are_found(found, truth):
    planted, seen = places(truth["problems"]), places(found.to_dicts())
    assert seen - planted == set()
    assert planted - seen == set()


def test_every_sheet_balances(report):
    sums = report.sheets.select(pl.sum_horizontal("loaded", "rejected", "superseded", "skipped"))
    assert sums.to_series().to_list() == report.sheets["read"].to_list()


def test_every_sheet_rejects_and_supersedes_what_was_planted(report, truth):
    planted = {(s["file"], s["sheet"]): (s["rejected"], s["superseded"]) for s in truth["sheets"]}
    seen = {(s["file"], s["sheet"]): (s["rejected"], s["superseded"]) for s in report.sheets.to_dicts()}
    assert {key: seen.get(key) for key in planted} == planted


def test_it_publishes_and_says_that_there_is_something_to_look_at(report):
    assert report.published
    assert report.exit_code == 1


def test_every_rejected_row_is_in_quarantine(sample, report, found):
    lines = (sample.quarantine / f"{report.version}.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) - 1 == found.filter(pl.col("severity") == "error").height


@pytest.fixture(scope="module")
def people(sample: Home) -> set[str]:
    """All identity numbers of the sample's CSV files, read naively."""
    texts = [file.read_bytes() for file in sample.inbox.rglob("*.csv")]
    decoded = [text.decode("utf-8-sig", errors="ignore") + text.decode("gb18030", errors="ignore") for text in texts]
    return {number for text in decoded for number in re.findall(r"\b\d{17}[\dXx]\b", text)}


class TestPrivacy:
    """Nothing that identifies a person leaves the reading step."""

    def test_the_sample_has_people(self, people):
        assert len(people) > 1000

    def test_no_identity_number_is_in_any_file_of_the_home(self, sample, report, people):
        assert (sample.warehouse / f"{report.version}.duckdb").is_file()
        outputs = [*sample.warehouse.rglob("*"), *sample.quarantine.rglob("*")]
        contents = [file.read_bytes() for file in outputs if file.is_file()]
        alike = {found.decode() for content in contents for found in re.findall(rb"(?=(\d{17}[\dXx]))", content)}
        assert alike & people == set()

    def test_no_text_cell_of_the_version_looks_like_an_identity_or_telephone_number(self, sample, report):
        with duckdb.connect(str(sample.warehouse / f"{report.version}.duckdb"), read_only=True) as con:
            columns = con.execute(
                "select table_schema, table_name, column_name "
                "from information_schema.columns where data_type = 'VARCHAR' and column_name <> 'person_key'"
            ).fetchall()
            suspicious = [
                (schema, table, column)
                for schema, table, column in columns
                if con.execute(
                    f"""select count(*) from {schema}.{table}
                    where regexp_matches({column}, '(^|\\D)\\d{{6}}(19|20)\\d{{9}}[\\dXx](\\D|$)')
                    or regexp_matches({column}, '(^|\\D)1[3-9]\\d{{9}}(\\D|$)')"""
                ).fetchone()
                != (0,)
            ]
        assert suspicious == []
