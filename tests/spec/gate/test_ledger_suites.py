"""Every check of a ledger's table is seen to fail, and says which file and rows to look at."""

from pathlib import Path

import pytest

from expectations.suite import GateResult
from tests.spec.gate.conftest import Failures, judge
from tests.spec.gate.database import COUNTY, PERSON_A, SUITES

FEBRUARY = "where reach_date = '2021-02-28'"


def only(failed: list[GateResult], subject: str) -> GateResult:
    (result,) = [result for result in failed if result.subject == subject]
    return result


def test_a_sound_database_passes_every_check_and_results_are_sorted(database: Path) -> None:
    results = judge(database, SUITES)
    assert [result for result in results if not result.success] == []
    keys = [(result.suite, result.subject, result.expectation) for result in results]
    assert keys == sorted(keys)
    assert judge(database, list(reversed(SUITES))) == results


def test_results_name_suites_by_table_and_count_the_rows(database: Path) -> None:
    count = only(judge(database, SUITES), "ledger.unions")
    assert (count.suite, count.expectation, count.observed) == ("ledger.unions", "expect_table_row_count_to_equal", "3")


def test_a_row_lost_between_load_and_table(failures: Failures) -> None:
    failed = failures("", "delete from ledger.unions where union_code = 'U2'")
    lost = only(failed, "ledger.unions")
    assert (lost.severity, lost.observed) == ("critical", "2")
    assert lost.message_zh == (
        "台账“基层工会台账”的行数应等于入库的3行；实际：org/unions.xlsx〔一月〕 入库2行，表中1行"
    )
    assert only(failed, "quality.sheets (loaded_rows_present)").message_en.endswith("[一月] loaded 2, found 1")


def test_a_key_that_two_rows_share(failures: Failures) -> None:
    (shared,) = failures("ledger.unions", "update ledger.unions set union_code = 'U1' where union_code = 'U2'")
    assert shared.expectation == "expect_compound_columns_to_be_unique"
    assert shared.observed == "2 / 3"
    assert "；实际：org/unions.xlsx〔一月〕第3、4行" in shared.message_zh
    assert shared.message_en.endswith("found: org/unions.xlsx [一月] rows 3, 4")


def test_a_single_key_that_two_rows_share(failures: Failures) -> None:
    (shared,) = failures("ledger.relief_visits", "update ledger.relief_visits set visit_code = 'V1'")
    assert shared.expectation == "expect_column_values_to_be_unique"
    assert "visits.csv第2、3行" in shared.message_zh


def test_an_empty_part_of_a_key_is_a_value_like_any_other(failures: Failures) -> None:
    failed = failures(
        "ledger.unions", "update ledger.unions set union_code = null", f"delete from ledger.unions {FEBRUARY}"
    )
    assert "ledger.unions (union_code, reach_date)" in [result.subject for result in failed]


def test_a_required_cell_that_is_empty(failures: Failures) -> None:
    (empty,) = failures("ledger.unions", "update ledger.unions set founded_date = null where union_code = 'U1'")
    assert (empty.severity, empty.subject, empty.observed) == ("critical", "ledger.unions.founded_date", "2 / 3")
    assert "org/unions.xlsx〔一月〕第3行；org/unions.xlsx〔二月〕第3行" in empty.message_zh


def test_an_empty_township_is_a_warning(failures: Failures) -> None:
    (empty,) = failures("ledger.unions", f"update ledger.unions set township_code = null {FEBRUARY}")
    assert (empty.severity, empty.subject) == ("warning", "ledger.unions.township_code")


def test_a_value_outside_the_list(failures: Failures) -> None:
    (foreign,) = failures("ledger.unions", f"update ledger.unions set audit_body = '另类' {FEBRUARY}")
    assert foreign.observed == "1 / 3"
    assert foreign.message_zh == ("台账“基层工会台账”的“经审组织”只能是经审委、无；实际：org/unions.xlsx〔二月〕第3行")


@pytest.mark.parametrize(
    ("column", "sql"),
    [
        ("unions.members", "update ledger.unions set members = -1 where source_row = 4"),
        ("relief_visits.cash_amount", "update ledger.relief_visits set cash_amount = -0.01 where visit_code = 'V2'"),
        ("relief_visits.goods_amount", "update ledger.relief_visits set goods_amount = 0 where visit_code = 'V1'"),
    ],
)
def test_a_number_below_its_minimum(failures: Failures, column: str, sql: str) -> None:
    (low,) = failures(f"ledger.{column.partition('.')[0]}", sql)
    assert (low.expectation, low.severity) == ("expect_column_values_to_be_between", "critical")
    assert (low.subject, low.observed[:1] if low.observed else None) == (f"ledger.{column}", "1")


def test_a_person_in_clear(failures: Failures) -> None:
    failed = failures("", "update ledger.relief_visits set person_key = '赵某某' where visit_code = 'V2'")
    assert {result.subject for result in failed} == {
        "ledger.relief_visits.person_key",
        "every person_key (person_keys_are_hashes)",
    }
    assert all(result.severity == "critical" for result in failed)
    assert "赵某某" not in repr(failed)


def test_only_ten_rows_are_named_and_the_others_counted(failures: Failures) -> None:
    failed = failures(
        "ledger.relief_visits",
        "insert into ledger.relief_visits "
        f"select 'W' || i, '{PERSON_A}', null, null, true, 'visits.csv', '', i, '2021-02-28' from range(10, 35) t(i)",
    )
    empty = only(failed, "ledger.relief_visits.cash_amount")
    assert empty.observed == "25 / 27"
    assert empty.message_zh.endswith("visits.csv第10、11、12、13、14、15、16、17、18、19行（共25行，只列前10行）")


def test_a_table_that_is_missing_fails_all_its_checks(failures: Failures) -> None:
    failed = failures("", "drop table ledger.relief_visits")
    own = [result for result in failed if result.suite == "ledger.relief_visits"]
    assert len(own) == 8
    assert {result.observed for result in own} == {"CatalogException"}


@pytest.mark.parametrize(
    ("sql", "place"),
    [
        ("alter table ledger.unions alter members type double", "unions.members：应为bigint，实为double"),
        ("alter table ledger.unions add column note varchar", "unions.note：应为无此列，实为varchar"),
        ("create table ledger.notes (code bigint)", "notes.code：应为无此列，实为bigint"),
    ],
)
def test_a_column_that_is_not_as_declared(failures: Failures, sql: str, place: str) -> None:
    schema = only(failures("ledger.columns", sql), "ledger (columns_as_declared)")
    assert place in schema.message_zh


def test_a_row_without_its_source(failures: Failures) -> None:
    failed = failures("ledger.rows", f"update ledger.unions set source_row = null {FEBRUARY}")
    assert only(failed, "ledger, mart (rows_have_sources)").message_zh.endswith("ledger.unions：1行")


def test_a_mart_row_without_its_source(failures: Failures) -> None:
    failed = failures(
        "ledger.rows",
        "create table mart.enterprises as select null::varchar as source_file, '' as source_sheet, 2 as source_row",
    )
    assert only(failed, "ledger, mart (rows_have_sources)").message_en.endswith("mart.enterprises: 1 rows")


@pytest.mark.parametrize(
    "cell", ["身份证11010519491231002X。", "11010519491231002x", "证号 110105194912310021，11010519491231002X"]
)
def test_an_identity_number_in_a_text(failures: Failures, cell: str) -> None:
    (found,) = failures("privacy", f"insert into quality.problems (file, value) values ('visits.csv', '{cell}')")
    assert (found.severity, found.suite) == ("critical", "privacy")
    assert found.message_zh.endswith("quality.problems.value：1处")
    assert "1949" not in found.message_zh + found.message_en


@pytest.mark.parametrize(
    "cell",
    [
        "110105194912310021",  # a wrong check character
        "110105194913310029",  # no such month
        "9911010519491231002X",  # part of a longer number
        "110***********002X",
    ],
)
def test_what_only_resembles_an_identity_number(failures: Failures, cell: str) -> None:
    assert failures("privacy", f"insert into quality.problems (file, value) values ('visits.csv', '{cell}')") == []


@pytest.mark.parametrize("column", ["person_name", "id_card", "student_name", '"姓名"', "mobile", "home_address"])
def test_a_column_of_personal_content_anywhere(failures: Failures, column: str) -> None:
    (found,) = failures("privacy", f"create table mart.visitors ({column} varchar)")
    assert found.subject == "information_schema.columns (no_person_columns)"
    assert found.message_en.endswith("mart.visitors." + column.strip('"'))


@pytest.mark.parametrize("column", ["person_key", "legal_person", "people", "unit_name", "county_name", "owner"])
def test_a_column_that_is_no_personal_content(failures: Failures, column: str) -> None:
    assert failures("privacy", f"create table mart.others ({column} varchar)") == []


def test_the_county_is_no_township(failures: Failures) -> None:
    failed = failures("meta", f"delete from meta.regions where region_code = '{COUNTY}'")
    assert "meta.regions county_code" in only(failed, "meta (version_is_described)").message_zh
