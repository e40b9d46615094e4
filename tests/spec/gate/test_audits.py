"""Every audit is seen to fail on a database broken by hand, and its file says what it is."""

import pytest

from expectations.audits import Between, load_audits, parse_audit
from tests.spec.gate.conftest import Failures
from tests.spec.gate.database import COUNTY, TOWNS

HEADER = "-- suite: kpi\n-- subject: kpi.values\n-- zh: 句子\n-- en: sentence\n"


def set_value(condition: str, assignment: str, table: str = "values") -> str:
    return f'update kpi."{table}" set {assignment} where {condition}'


BREAKS = [
    (
        "kpi.every_value_present",
        "delete from kpi.values where indicator_id = 'members' and region_code = '530499002' and month(as_of_date) = 2",
        f"members 2021-02-28 {TOWNS[1]}：0个",
    ),
    (
        "kpi.every_value_present",
        "insert into kpi.values select * from kpi.values where indicator_id = 'members' and region_code = '530499'",
        f"members 2021-01-31 {COUNTY}：2个",
    ),
    (
        "kpi.county_is_sum_of_townships",
        set_value("indicator_id = 'union_density' and region_code = 'none'", "denominator = 0.01", "raw_values"),
        "union_density 2021-02-28 分母",
    ),
    (
        "privacy.withheld_cells_are_empty",
        set_value(f"is_suppressed and region_code = '{TOWNS[0]}'", "yoy = 0.5"),
        f"households 2021-02-28 {TOWNS[0]}",
    ),
    (
        "privacy.withheld_cells_are_empty",
        set_value(f"is_suppressed and region_code = '{TOWNS[0]}'", "light = 'green'"),
        f"households 2021-02-28 {TOWNS[0]}",
    ),
    (
        "privacy.withheld_cells_are_empty",
        set_value(f"is_suppressed and region_code = '{TOWNS[0]}'", "corrected_rows = 1"),
        f"households 2021-02-28 {TOWNS[0]}",
    ),
    (
        "privacy.small_cells_withheld",
        set_value(f"indicator_id = 'households' and region_code = '{TOWNS[1]}'", "is_suppressed = false"),
        f"households 2021-02-28 {TOWNS[1]}",
    ),
    (
        "privacy.withheld_cells_not_recoverable",
        set_value(f"indicator_id = 'households' and region_code = '{TOWNS[1]}'", "is_suppressed = false"),
        "households 2021-02-28",
    ),
    (
        "privacy.withheld_cells_not_recoverable",
        set_value(
            f"indicator_id = 'households' and region_code in ('{TOWNS[0]}', '{TOWNS[1]}')", "heads = 2", "raw_values"
        ),
        "households 2021-02-28",
    ),
    (
        "privacy.small_breakdowns_withheld",
        set_value("category = '相对困难'", "is_suppressed = false", "breakdowns"),
        "households hardship_kind 2021-02-28 相对困难",
    ),
    (
        "privacy.withheld_breakdowns_not_recoverable",
        set_value("category = '相对困难'", "is_suppressed = false", "breakdowns"),
        "households hardship_kind 2021-02-28",
    ),
    (
        "quality.rows_never_lost",
        "update quality.sheets set read = 9 where file = 'visits.csv'",
        "visits.csv 读到9行，去向有3行",
    ),
    (
        "quality.rows_never_lost",
        "update quality.skips set rows = 2 where file = 'visits.csv'",
        "visits.csv 读到3行，去向有3行",
    ),
    ("meta.version_is_described", "delete from meta.version where key = 'version'", "meta.version version"),
    ("meta.version_is_described", "update meta.as_of_dates set is_month_end = false", "meta.as_of_dates 2021-01-31"),
    ("meta.version_is_described", "update meta.as_of_dates set is_data_date = false", "meta.as_of_dates data_date"),
    ("meta.version_is_described", "delete from kpi.definitions", "kpi.definitions"),
]


@pytest.mark.parametrize(("audit", "sql", "place"), BREAKS)
def test_a_critical_audit_fails_and_says_where(failures: Failures, audit: str, sql: str, place: str) -> None:
    (result,) = failures(audit, sql)
    assert result.severity == "critical"
    assert place in result.message_zh


WARNINGS = [
    (
        "kpi.rate_outside_bounds",
        set_value("indicator_id = 'union_density' and region_code <> 'none'", "value = 1.25"),
        "入会率 2021-02-28 示范县",
    ),
    (
        "kpi.numerator_over_denominator",
        set_value("indicator_id = 'dues_collection'", "numerator = 100.01"),
        "工会经费收缴率 2021-02-28 示范县",
    ),
    (
        "kpi.state_jumps",
        set_value(f"indicator_id = 'members' and region_code = '{COUNTY}' and as_of_date > '2021-02-01'", "value = 76"),
        "会员人数 2021-02-28",
    ),
]


@pytest.mark.parametrize(("audit", "sql", "place"), WARNINGS)
def test_a_warning_fails_and_says_where(failures: Failures, audit: str, sql: str, place: str) -> None:
    (result,) = failures("kpi", sql)
    assert (result.severity, result.subject) == ("warning", f"kpi.values ({audit.removeprefix('kpi.')})")
    assert place in result.message_zh


@pytest.mark.parametrize(
    "sql",
    [
        # an excess of last year is over and done with
        set_value("indicator_id = 'union_density' and as_of_date < '2021-01-01'", "value = 1.25"),
        # half as much again, but not more
        set_value(f"indicator_id = 'members' and region_code = '{COUNTY}' and as_of_date > '2021-02-01'", "value = 75"),
    ],
)
def test_what_is_no_warning(failures: Failures, sql: str) -> None:
    assert failures("kpi", sql) == []


@pytest.mark.parametrize(
    ("indicator", "assignment"), [("union_density", "value = 1.25"), ("dues_collection", "numerator = 150")]
)
def test_a_rate_that_may_exceed_100_percent_by_its_definition(
    failures: Failures, indicator: str, assignment: str
) -> None:
    caveat = "update kpi.definitions set caveat_zh = '可能超过100%：……'"
    assert failures("kpi", caveat, set_value(f"indicator_id = '{indicator}'", assignment)) == []


CORRECTION = (
    "insert into meta.corrections (correction_number, ledger_id, row_key, column_name, state) "
    "values (2, 'union', 'union_code=U1', 'members', '{}')"
)


@pytest.mark.parametrize(
    ("state", "said"), [("expired", "已过期"), ("row_not_found", "没有这一行"), ("value_changed", "原值已不在")]
)
def test_a_correction_that_no_longer_fits_is_a_warning(failures: Failures, state: str, said: str) -> None:
    (result,) = failures("quality.corrections_still_fit", CORRECTION.format(state))
    assert result.severity == "warning"
    assert f"第2条（基层工会台账 union_code=U1 members）：{said}" in result.message_zh


def test_a_correction_that_applies_is_none(failures: Failures) -> None:
    assert failures("quality.corrections_still_fit", CORRECTION.format("applied")) == []


def rejected(rows: int) -> str:
    counts = f"rejected = {rows}, read = read + {rows}"
    return f"update quality.sheets set {counts} where file = 'visits.csv'"


@pytest.mark.parametrize(
    ("rows", "severities"),
    [
        (0, []),
        (2, ["warning"]),  # 2 of 2 + 2 is exactly half
        (3, ["critical", "warning"]),  # 3 of 2 + 3
    ],
)
def test_the_share_of_a_ledger_that_was_rejected(failures: Failures, rows: int, severities: list[str]) -> None:
    failed = failures("quality", rejected(rows))
    assert [result.severity for result in failed] == severities
    for result in failed:
        assert f"台账“送温暖慰问台账”拒收{rows}／{rows + 2}行，最多的是visits.csv" in result.message_zh


def test_rows_of_a_sheet_rejected_as_a_whole_are_no_share(failures: Failures) -> None:
    assert (
        failures(
            "quality.rejected_share",
            "insert into quality.sheets values "
            "('other.xlsx', 'A', 'relief_visit', 'service', null, false, false, 50, 0, 50, 0, 0)",
        )
        == []
    )


def test_every_audit_file_is_usable() -> None:
    audits = load_audits()
    assert len(audits) >= 12
    assert {audit.suite for audit in audits} == {"kpi", "meta", "privacy", "quality"}
    assert all(audit.expected and audit.sql.startswith("-- suite: ") for audit in audits)


def test_an_audit_may_judge_two_bounds() -> None:
    audit = parse_audit(
        "share", HEADER + "-- critical: share between 0 and 0.5\n-- warning: share between 0 and 0.05\n"
    )
    assert audit.expected == {"critical": Between("share", 0, 0.5), "warning": Between("share", 0, 0.05)}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (HEADER, "lacks critical or warning"),
        ("-- suite: kpi\n-- critical: empty\n", "lacks en, subject, zh"),
        (HEADER + "-- critical: nearly empty\n", "'nearly empty' is neither"),
    ],
)
def test_an_unusable_header_is_named(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=rf"audits/odd\.sql: .*{problem}"):
        parse_audit("odd", text)
