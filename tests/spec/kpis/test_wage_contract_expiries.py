"""到期合同: given contracts, the enterprises whose last wage contract has expired without renewal or soon expires."""

from typing import Any

from tests.spec.kpis.everything import EVERYTHING
from tests.spec.kpis.figures import Figures, Given, given_tables


def listed(figures: Figures, day: str, *columns: str) -> dict[str, Any]:
    """Unit → its contract, days left and renewal (or the columns asked for) on a day."""
    shown = columns or ("contract_code", "days_left", "is_renewed")
    rows = figures.built.mart("wage_contract_expiries", day, "unit_code", *shown)
    return {unit: rest[0] if len(rest) == 1 else tuple(rest) for unit, *rest in rows}


ONE_YEAR = {
    "enterprise": """
        unit_code | unit_name | township_code
        A         | 甲厂      | west
    """,
    "wage_contract": """
        contract_code | township_code | signed_date | effective_date | expiry_date
        OLD           | east          | 2020-06-20  | 2020-07-01     | 2021-06-30
    """,
    "wage_contract_enterprise": """
        contract_code | unit_code | unit_name | covered_workers
        OLD           | A         | 甲        | 40
    """,
}


def test_an_enterprise_is_listed_from_ninety_days_before_its_contract_expires_and_until_it_has_another(
    given: Given,
) -> None:
    figures = given(**ONE_YEAR)
    assert listed(figures, "2021-03-31") == {}  # 91 days
    assert listed(figures, "2021-04-01") == {"A": ("OLD", 90, False)}
    assert listed(figures, "2021-06-30") == {"A": ("OLD", 0, False)}  # its last day is in force
    assert listed(figures, "2021-07-01") == {"A": ("OLD", -1, False)}
    assert listed(figures, "2022-06-30") == {"A": ("OLD", -365, False)}


def test_name_and_township_are_those_of_the_registry_and_workers_those_of_the_contract(given: Given) -> None:
    figures = given(**ONE_YEAR)
    township = figures.built.rows("select region_code from meta.regions where position = 2")[0][0]
    columns = ("unit_name", "township_code", "covered_workers", "is_expired", "source_ledger")
    expected = ("甲厂", township, 40, False, "wage_contract_enterprise")
    assert listed(figures, "2021-06-30", *columns) == {"A": expected}


def test_an_enterprise_goes_by_the_contract_in_force_that_expires_last(given: Given) -> None:
    figures = given(
        wage_contract="""
            contract_code | contract_kind | effective_date | expiry_date
            SHORT         | 工资专项      | 2020-07-01     | 2021-06-30
            LONG          | 工资专项      | 2021-01-01     | 2021-12-31
            GENERAL       | 综合          | 2021-01-01     | 2023-12-31
        """,
        wage_contract_enterprise="""
            contract_code | unit_code
            SHORT         | A
            LONG          | A
            SHORT         | B
            GENERAL       | B
        """,
    )
    # A is under LONG when SHORT expires; B's general contract is no wage contract
    assert listed(figures, "2021-07-15") == {"B": ("SHORT", -15, False)}
    assert listed(figures, "2021-12-30") == {"A": ("LONG", 1, False), "B": ("SHORT", -183, False)}


def test_a_renewal_is_signed_by_the_day_and_takes_effect_within_sixty_days_of_the_expiry(given: Given) -> None:
    figures = given(
        wage_contract="""
            contract_code | signed_date | effective_date | expiry_date
            OLD           | 2020-06-20  | 2020-07-01     | 2021-06-30
            DAY_60        | 2021-06-01  | 2021-08-29     | 2022-06-30
            DAY_61        | 2021-06-01  | 2021-08-30     | 2022-06-30
            UNSIGNED      | 2021-07-05  | 2021-07-10     | 2022-06-30
        """,
        wage_contract_enterprise="""
            contract_code | unit_code
            OLD           | IN_TIME
            DAY_60        | IN_TIME
            OLD           | TOO_LATE
            DAY_61        | TOO_LATE
            OLD           | NOT_YET
            UNSIGNED      | NOT_YET
        """,
    )
    renewed = {"IN_TIME": True, "TOO_LATE": False, "NOT_YET": False}
    assert listed(figures, "2021-06-30", "is_renewed") == renewed
    # expired: IN_TIME waits for what it has signed and is not called on; NOT_YET signs on the fifth
    assert set(listed(figures, "2021-07-01")) == {"TOO_LATE", "NOT_YET"}
    assert set(listed(figures, "2021-07-05")) == {"TOO_LATE"}
    assert set(listed(figures, "2021-08-30")) == set()
    dates = listed(figures, "2021-06-30", "cast(next_effective_date as varchar)")
    assert dates == {"IN_TIME": "2021-08-29", "TOO_LATE": "2021-08-30", "NOT_YET": None}


def test_what_follows_and_expires_no_later_is_no_renewal(given: Given) -> None:
    figures = given(
        wage_contract="""
            contract_code | signed_date | effective_date | expiry_date
            OLD           | 2020-06-20  | 2020-07-01     | 2021-06-30
            INNER         | 2021-05-01  | 2021-06-20     | 2021-06-30
        """,
        wage_contract_enterprise="""
            contract_code | unit_code
            OLD           | A
            INNER         | A
        """,
    )
    assert listed(figures, "2021-06-01", "is_renewed", "next_effective_date") == {"A": (False, None)}


def test_a_contract_that_runs_from_before_its_signing_counts_as_for_the_coverage(given: Given) -> None:
    figures = given(
        wage_contract="""
            contract_code | signed_date | effective_date | expiry_date
            OLD           | 2019-12-20  | 2020-01-01     | 2020-12-31
            BACKDATED     | 2021-05-20  | 2021-01-01     | 2021-12-31
        """,
        wage_contract_enterprise="""
            contract_code | unit_code
            OLD           | A
            BACKDATED     | A
        """,
    )
    assert listed(figures, "2021-03-31") == {}


def test_closed_enterprises_are_left_out_and_unknown_ones_have_no_township(given: Given) -> None:
    figures = given(
        enterprise="""
            unit_code | township_code | closed_date
            OPEN      | east          |
            CLOSED    | east          | 2021-07-31
        """,
        wage_contract="""
            contract_code | effective_date | expiry_date
            OLD           | 2020-07-01     | 2021-06-30
        """,
        wage_contract_enterprise="""
            contract_code | unit_code | unit_name
            OLD           | OPEN      | 开
            OLD           | CLOSED    | 关
            OLD           | UNKNOWN   | 未知厂
        """,
    )
    assert set(listed(figures, "2021-07-31")) == {"OPEN", "CLOSED", "UNKNOWN"}  # the last day is in force
    assert set(listed(figures, "2021-08-01")) == {"OPEN", "UNKNOWN"}
    assert listed(figures, "2021-08-01", "unit_name", "township_code")["UNKNOWN"] == ("未知厂", None)


def test_no_enterprise_with_an_expired_contract_is_under_one_in_force() -> None:
    both = given_tables(**EVERYTHING).built.rows(
        "select count(*) from mart.wage_contract_expiries as expiries "
        "inner join mart.wage_contract_units as units using (as_of_date, unit_code) "
        "where expiries.is_expired and units.is_in_force"
    )
    assert both == [(0,)]


def test_ninety_days_may_begin_on_a_leap_day(given: Given) -> None:
    figures = given(
        wage_contract="""
            contract_code | effective_date | expiry_date
            C             | 2019-06-01     | 2020-05-29
        """,
        wage_contract_enterprise="""
            contract_code | unit_code
            C             | A
        """,
    )
    assert listed(figures, "2020-02-28") == {}
    assert listed(figures, "2020-02-29") == {"A": ("C", 31 + 30 + 29, False)}
