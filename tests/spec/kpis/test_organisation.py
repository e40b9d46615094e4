"""组织建设: given ledgers → counts and the renewal rate, for the county and each township."""

from tests.spec.kpis.figures import Given

UNIONS = """
    union_code | township_code | members | migrant_members | womens_body | audit_body | founded_date | dissolved_date
    A          | east          | 80      | 30              | 女工委      | 经审委     | 2010-01-01   |
    B          | east          | 50      |                 | 女职工委员  | 经审委员   | 2020-12-31   |
    C          | west          | 5       | 5               | 女工委      | 无         | 2021-01-01   | 2021-05-31
    D          | west          | 10      | 2               | 无          | 经审委     | 2021-06-30   |
"""


def test_unions_members_and_bodies_are_those_of_unions_in_force(given: Given) -> None:
    figures = given(union=UNIONS)
    assert figures("unions", "2021-05-31") == {"county": 3, "east": 2, "west": 1}
    assert figures("unions", "2021-06-30") == {"county": 3, "east": 2, "west": 1}  # without C, with D
    assert figures("unions", "2021-06-01") == {"county": 2, "east": 2}
    assert figures("members", "2021-06-30") == {"county": 80 + 50 + 10, "east": 80 + 50, "west": 10}
    assert figures("migrant_members", "2021-06-30") == {"county": 30 + 2, "east": 30, "west": 2}
    assert figures("womens_committees", "2021-05-31") == {"county": 2, "east": 1, "west": 1}
    assert figures("womens_committees", "2021-06-30") == {"county": 1, "east": 1}  # a delegate is no committee
    assert figures("audit_committees", "2021-06-30") == {"county": 2, "east": 1, "west": 1}


def test_members_are_those_reported_last_by_the_day(given: Given) -> None:
    figures = given(
        union="""
            union_code | township_code | members | reach_date
            A          | east          | 80      | 2021-01-31
            A          | east          | 90      | 2021-02-28
            A          | west          | 70      | 2021-04-30
        """
    )
    assert figures("members", "2020-12-31") == {"county": 80, "east": 80}  # nothing earlier is known
    assert figures("members", "2021-03-31") == {"county": 90, "east": 90}
    assert figures("members", "2021-04-30") == {"county": 70, "west": 70}
    assert figures("unions", "2021-04-30") == {"county": 1, "west": 1}


def test_unions_founded_this_year_count_dissolved_again_or_not(given: Given) -> None:
    figures = given(union=UNIONS)
    assert figures("unions_founded", "2020-12-31") == {"county": 1, "east": 1}
    assert figures("unions_founded", "2021-01-01") == {"county": 1, "west": 1}
    assert figures("unions_founded", "2021-06-29") == {"county": 1, "west": 1}
    assert figures("unions_founded", "2021-06-30") == {"county": 2, "west": 2}


CONTRACTS = {
    "enterprise": """
        unit_code | township_code | unit_kind | closed_date
        A         | east          | 企业      |
        B         | west          | 企业      | 2019-12-31
        SCHOOL    | west          | 事业      |
    """,
    "wage_contract": """
        contract_code | contract_kind | township_code | signed_date | effective_date | expiry_date
        OLD           | 工资专项      | east          | 2020-12-31  | 2021-01-01     | 2021-12-31
        FIRST         | 工资专项      | east          | 2021-01-01  | 2021-01-01     | 2021-12-31
        SECOND        | 工资专项      | west          | 2021-06-30  | 2022-01-01     | 2022-12-31
        WOMEN         | 女职工专项    | west          | 2021-06-30  | 2021-07-01     | 2022-06-30
    """,
    "wage_contract_enterprise": """
        contract_code | unit_code | covered_workers
        OLD           | A         | 500
        FIRST         | A         | 60
        FIRST         | B         | 20
        SECOND        | A         | 40
        SECOND        | SCHOOL    | 15
        SECOND        | UNKNOWN   | 7
        WOMEN         | A         | 90
    """,
}


def test_wage_contracts_count_in_the_year_they_are_signed(given: Given) -> None:
    figures = given(**CONTRACTS)
    assert figures("wage_contracts_signed", "2020-12-31") == {"county": 1, "east": 1}
    assert figures("wage_contracts_signed", "2021-01-01") == {"county": 1, "east": 1}
    assert figures("wage_contracts_signed", "2021-06-29") == {"county": 1, "east": 1}
    # SECOND is signed, though it takes effect next year; its township is its own, not its enterprises'.
    assert figures("wage_contracts_signed", "2021-06-30") == {"county": 2, "east": 1, "west": 1}


def test_units_under_the_contracts_signed_count_once_whatever_the_registry_says(given: Given) -> None:
    figures = given(**CONTRACTS)
    assert figures("wage_contract_enterprises", "2021-06-30") == {
        "county": 4,  # A, B, SCHOOL, UNKNOWN
        "east": 1,  # A, under two contracts
        "west": 2,  # B, closed before the year, and SCHOOL, which is no enterprise
        "none": 1,  # UNKNOWN
    }
    assert figures("wage_contract_enterprises", "2021-06-29") == {"county": 2, "east": 1, "west": 1}


def test_workers_of_the_contracts_signed_count_once_per_unit(given: Given) -> None:
    figures = given(**CONTRACTS)
    assert figures("wage_contract_workers", "2021-06-30") == {
        "county": 60 + 20 + 15 + 7,  # A: the larger of 60 and 40; OLD was signed last year, WOMEN is no wage contract
        "east": 60,
        "west": 20 + 15,
        "none": 7,
    }


RENEWALS = {
    "wage_contract": """
        contract_code | contract_kind | township_code | signed_date | effective_date | expiry_date
        OLD           | 工资专项      | east          | 2020-05-01  | 2020-07-01     | 2021-06-30
        NEW_1         | 工资专项      | east          | 2021-06-15  | 2021-08-29     | 2022-06-30
        NEW_2         | 工资专项      | west          | 2021-07-15  | 2021-07-16     | 2022-06-30
    """,
    "wage_contract_enterprise": """
        contract_code | unit_code
        OLD           | A
        OLD           | B
        NEW_1         | A
        NEW_2         | B
    """,
}


def test_a_contract_is_renewed_when_each_of_its_enterprises_is(given: Given) -> None:
    figures = given(**RENEWALS)
    assert figures("contract_renewal", "2021-06-29") == {}  # nothing has expired yet
    assert figures("contract_renewal", "2021-06-30") == {"county": (0, 1), "east": (0, 1)}  # B is not renewed yet
    assert figures("contract_renewal", "2021-07-14") == {"county": (0, 1), "east": (0, 1)}
    # NEW_2 signed today; NEW_1 takes effect only on 29 August, 60 days after the expiry: that is in time.
    assert figures("contract_renewal", "2021-07-15") == {"county": (1, 1), "east": (1, 1)}
    assert figures("contract_renewal", "2022-01-01") == {}  # an expiry of last year


def test_what_counts_as_a_renewal(given: Given) -> None:
    figures = given(
        wage_contract="""
            contract_code | contract_kind | signed_date | effective_date | expiry_date
            OLD_1         | 工资专项      | 2020-05-01  | 2020-07-01     | 2021-06-30
            NEW_1         | 工资专项      | 2021-06-01  | 2021-07-01     | 2022-06-30
            OLD_2         | 工资专项      | 2020-05-01  | 2020-07-01     | 2021-06-30
            NEW_2         | 工资专项      | 2020-05-02  | 2020-07-01     | 2021-07-01
            OLD_3         | 工资专项      | 2020-05-01  | 2020-07-01     | 2021-06-30
            NEW_3         | 工资专项      | 2021-12-31  | 2021-08-29     | 2022-06-30
            ANOTHER_KIND  | 工资专项      | 2020-05-01  | 2020-07-01     | 2021-06-30
            NEW_4         | 综合          | 2021-06-01  | 2021-07-01     | 2022-06-30
            SAME_DAY      | 工资专项      | 2020-05-01  | 2020-07-01     | 2021-06-30
            NEW_5         | 工资专项      | 2020-05-01  | 2021-07-01     | 2022-06-30
            NOT_YET       | 工资专项      | 2020-05-01  | 2020-07-01     | 2021-06-30
            NEW_6         | 工资专项      | 2022-01-01  | 2021-07-01     | 2022-06-30
            DAY_61        | 工资专项      | 2020-05-01  | 2020-07-01     | 2021-06-30
            NEW_7         | 工资专项      | 2021-06-01  | 2021-08-30     | 2022-06-30
            ENDS_TOGETHER | 工资专项      | 2020-05-01  | 2020-07-01     | 2021-06-30
            NEW_8         | 工资专项      | 2020-06-01  | 2020-07-01     | 2021-06-30
        """,
        wage_contract_enterprise="""
            contract_code | unit_code
            OLD_1         | A1
            NEW_1         | A1
            OLD_2         | A2
            NEW_2         | A2
            OLD_3         | A3
            NEW_3         | A3
            ANOTHER_KIND  | A4
            NEW_4         | A4
            SAME_DAY      | A5
            NEW_5         | A5
            NOT_YET       | A6
            NEW_6         | A6
            DAY_61        | A7
            NEW_7         | A7
            ENDS_TOGETHER | A8
            NEW_8         | A8
        """,
    )
    # NEW_2 ends one day after OLD_2 and is itself among the expired; NEW_3 is signed on the last day of the year and
    # takes effect 60 days after the expiry; NEW_8 ends together with what it should renew.
    assert figures.mart("expired_wage_contracts", "2021-12-31", "contract_code", "is_renewed") == [
        "OLD_1",
        "OLD_2",
        "OLD_3",
    ]
    assert figures("contract_renewal", "2021-12-31")["county"] == (3, 8 + 2)


def test_a_contract_without_enterprises_is_not_renewed(given: Given) -> None:
    figures = given(
        wage_contract="""
            contract_code | signed_date | effective_date | expiry_date
            EMPTY         | 2020-05-01  | 2020-07-01     | 2021-06-30
            NEW           | 2021-06-01  | 2021-07-01     | 2022-06-30
        """,
        wage_contract_enterprise="""
            contract_code | unit_code
            NEW           | A
        """,
    )
    assert figures("contract_renewal", "2021-12-31")["county"] == (0, 1)


def test_a_contract_that_ends_on_a_leap_day_is_in_force_on_it_and_has_sixty_days(given: Given) -> None:
    figures = given(
        wage_contract="""
            contract_code | township_code | signed_date | effective_date | expiry_date
            OLD           | east          | 2019-02-20  | 2019-03-01     | 2020-02-29
            NEW           | east          | 2020-02-29  | 2020-04-29     | 2021-04-28
            LATE          | west          | 2020-03-01  | 2020-04-30     | 2021-04-29
            OLD_2         | west          | 2019-02-20  | 2019-03-01     | 2020-02-29
        """,
        wage_contract_enterprise="""
            contract_code | unit_code
            OLD           | A
            NEW           | A
            OLD_2         | B
            LATE          | B
        """,
    )
    assert figures("wage_contracts_signed", "2020-02-28") == {}
    assert figures("wage_contracts_signed", "2020-02-29") == {"county": 1, "east": 1}
    assert figures("contract_renewal", "2020-02-28") == {}
    # From 29 February to 29 April are 31 + 29 = 60 days, LATE begins a day after them.
    assert figures("contract_renewal", "2020-03-01") == {"county": (1, 2), "east": (1, 1), "west": (0, 1)}
