"""覆盖率: given ledgers → numerator and denominator, for the county and each township."""

from tests.spec.kpis.figures import Given
from tests.warehouse_tables import Tables

ENTERPRISES_AND_UNIONS = {
    "enterprise": """
        unit_code | township_code | unit_kind | employees | registered_date | closed_date
        OWN       | east          | 企业      | 120       | 2000-01-01      |
        JOINT     | west          | 企业      | 30        | 2000-01-01      |
        NO_UNION  | west          | 企业      | 500       | 2000-01-01      |
        OFFICE    | east          | 机关      | 200       | 2000-01-01      |
        CLOSED    | east          | 企业      | 300       | 2000-01-01      | 2021-06-30
    """,
    "union": """
        union_code | unit_code | township_code | founded_date | dissolved_date
        U_OWN      | OWN       | east          | 2010-01-01   |
        U_JOINT    |           | west          | 2010-01-01   |
        U_OFFICE   | OFFICE    | east          | 2010-01-01   |
        U_CLOSED   | CLOSED    | east          | 2010-01-01   |
        U_GONE     | NO_UNION  | west          | 2010-01-01   | 2020-12-31
    """,
    "union_unit": """
        union_code | unit_code
        U_JOINT    | JOINT
        U_JOINT    | OWN
        U_GONE     | NO_UNION
    """,
}


def test_wage_bargaining_counts_enterprises_with_a_union_under_a_wage_contract(given: Given) -> None:
    figures = given(
        **ENTERPRISES_AND_UNIONS,
        wage_contract="""
            contract_code | contract_kind | effective_date | expiry_date
            WAGES         | 工资专项      | 2021-01-01     | 2021-12-31
            GENERAL       | 综合          | 2021-01-01     | 2021-12-31
        """,
        wage_contract_enterprise="""
            contract_code | unit_code | covered_workers
            WAGES         | OWN       | 100
            WAGES         | NO_UNION  | 400
            WAGES         | OFFICE    | 200
            WAGES         | UNKNOWN   | 50
            GENERAL       | JOINT     | 30
        """,
    )
    # With a union: OWN by its own, JOINT by a joint union; U_GONE is dissolved, OFFICE is no enterprise,
    # CLOSED left the registry at mid-year. Only OWN has a wage contract.
    assert figures("wage_bargaining_coverage", "2021-12-31") == {
        "county": (1, 1 + 1),
        "east": (1, 1),
        "west": (0, 1),
    }
    assert figures("wage_bargaining_worker_coverage", "2021-12-31") == {
        "county": (100, 120 + 30),
        "east": (100, 120),
        "west": (0, 30),
    }
    assert figures("wage_bargaining_coverage_100", "2021-12-31") == {"county": (1, 1), "east": (1, 1)}


def test_the_last_day_counts_for_enterprises_unions_and_contracts(given: Given) -> None:
    figures = given(
        enterprise="""
            unit_code | township_code | closed_date
            A         | east          | 2021-06-30
            B         | east          |
        """,
        union="""
            union_code | unit_code | dissolved_date
            UA         | A         |
            UB         | B         | 2021-08-31
        """,
        union_unit="",
        wage_contract="""
            contract_code | effective_date | expiry_date
            C             | 2021-03-31     | 2021-07-31
        """,
        wage_contract_enterprise="""
            contract_code | unit_code
            C             | A
            C             | B
        """,
    )
    on = {day: figures("wage_bargaining_coverage", day).get("county") for day in (
        "2021-03-30", "2021-03-31", "2021-06-30", "2021-07-01", "2021-07-31", "2021-08-01", "2021-08-31", "2021-09-01",
    )}  # fmt: skip
    assert on == {
        "2021-03-30": (0, 2),  # the contract starts tomorrow
        "2021-03-31": (2, 2),
        "2021-06-30": (2, 2),  # last day of enterprise A
        "2021-07-01": (1, 1),
        "2021-07-31": (1, 1),  # last day of the contract
        "2021-08-01": (0, 1),
        "2021-08-31": (0, 1),  # last day of union UB
        "2021-09-01": None,  # no enterprise with a union is left
    }


def test_workers_count_once_per_enterprise_at_most_its_employees(given: Given) -> None:
    figures = given(
        enterprise="""
            unit_code | township_code | employees
            A         | east          | 100
            B         | west          | 40
        """,
        union="""
            union_code | unit_code
            UA         | A
            UB         | B
        """,
        union_unit="",
        wage_contract="""
            contract_code | effective_date | expiry_date
            SMALL         | 2021-01-01     | 2021-12-31
            LARGE         | 2021-01-01     | 2021-12-31
            LAST_YEAR     | 2020-01-01     | 2020-12-31
        """,
        wage_contract_enterprise="""
            contract_code | unit_code | covered_workers
            SMALL         | A         | 60
            LARGE         | A         | 80
            LAST_YEAR     | A         | 99
            SMALL         | B         | 55
        """,
    )
    assert figures("wage_bargaining_worker_coverage", "2021-06-30") == {
        "county": (80 + 40, 100 + 40),  # A: the larger of 60 and 80; B: at most its 40 employees
        "east": (80, 100),
        "west": (40, 40),
    }
    assert figures("wage_bargaining_coverage", "2021-06-30")["county"] == (2, 2)


def test_a_hundred_employees_are_enough_for_the_rate_of_large_enterprises(given: Given) -> None:
    figures = given(
        enterprise="""
            unit_code | township_code | employees
            A         | east          | 100
            B         | east          | 99
            C         | west          | 101
        """,
        union="""
            union_code | unit_code
            UA         | A
            UB         | B
            UC         | C
        """,
        union_unit="",
        wage_contract="""
            contract_code | effective_date | expiry_date
            W             | 2021-01-01     | 2021-12-31
        """,
        wage_contract_enterprise="""
            contract_code | unit_code
            W             | A
            W             | B
        """,
    )
    assert figures("wage_bargaining_coverage_100", "2021-06-30") == {
        "county": (1, 2),
        "east": (1, 1),
        "west": (0, 1),
    }


def test_an_enterprise_has_the_employees_and_township_it_had_on_the_day(given: Given) -> None:
    figures = given(
        enterprise="""
            unit_code | township_code | employees | reach_date
            A         | east          | 24        | 2021-03-31
            A         | west          | 25        | 2021-06-30
        """,
        union="""
            union_code | unit_code
            UA         | A
        """,
    )
    assert figures("unionisation", "2020-12-31") == {}  # the earliest state: 24 employees
    assert figures("unionisation", "2021-05-31") == {}
    assert figures("unionisation", "2021-06-30") == {"county": (1, 1), "west": (1, 1)}


def test_unionisation_needs_a_union_of_the_enterprises_own(given: Given) -> None:
    figures = given(
        **{
            **ENTERPRISES_AND_UNIONS,
            "enterprise": """
                unit_code | township_code | unit_kind | employees
                OWN       | east          | 企业      | 25
                JOINT     | west          | 企业      | 30
                SMALL     | west          | 企业      | 24
                OFFICE    | east          | 机关      | 200
            """,
        },
    )
    # JOINT is only listed under a joint union; SMALL has fewer than 25; an office is no enterprise.
    assert figures("unionisation", "2021-12-31") == {"county": (1, 2), "east": (1, 1), "west": (0, 1)}


DEMOCRATIC_ENTERPRISES = {
    "enterprise": """
        unit_code | township_code | control_kind | unit_kind
        STATE     | east          | 国有控股     | 企业
        COLLECT   | west          | 集体控股     | 企业
        SILENT    | west          | 国有控股     | 企业
        PRIVATE   | east          | 私人控股     | 企业
        FOREIGN   | west          | 外商控股     | 企业
        NO_UNION  | west          | 其他         | 企业
        SCHOOL    | east          | 国有控股     | 事业
    """,
    "union": """
        union_code | unit_code
        U1         | STATE
        U2         | PRIVATE
        U3         |
    """,
    "union_unit": """
        union_code | unit_code
        U3         | FOREIGN
    """,
    "democratic_management": """
        unit_code | year | has_congress | has_disclosure
        STATE     | 2019 | 否           | 是
        STATE     | 2020 | 是           | 否
        STATE     | 2022 | 否           | 是
        COLLECT   | 2021 | 是           | 是
        PRIVATE   | 2021 | 是           | 否
        FOREIGN   | 2021 | 否           | 是
        NO_UNION  | 2021 | 是           | 是
        SCHOOL    | 2021 | 是           | 是
        UNKNOWN   | 2021 | 是           | 是
    """,
}


def test_public_congress_goes_by_the_latest_year_up_to_the_day(given: Given) -> None:
    figures = given(**DEMOCRATIC_ENTERPRISES)
    # STATE, COLLECT, SILENT are publicly owned; SILENT never reported; SCHOOL is no enterprise.
    assert figures("public_congress_coverage", "2019-12-31") == {"county": (0, 3), "east": (0, 1), "west": (0, 2)}
    assert figures("public_congress_coverage", "2020-06-30") == {"county": (1, 3), "east": (1, 1), "west": (0, 2)}
    assert figures("public_congress_coverage", "2021-01-01") == {
        "county": (1 + 1, 3),  # STATE by its row of 2020, COLLECT by its row of 2021
        "east": (1, 1),
        "west": (1, 2),
    }
    assert figures("public_congress_coverage", "2022-01-01")["county"] == (0 + 1, 3)


def test_public_disclosure_likewise(given: Given) -> None:
    figures = given(**DEMOCRATIC_ENTERPRISES)
    assert figures("public_disclosure_coverage", "2019-12-31")["county"] == (1, 3)
    assert figures("public_disclosure_coverage", "2021-12-31") == {
        "county": (0 + 1, 3),
        "east": (0, 1),
        "west": (1, 2),
    }


def test_private_congress_counts_non_public_enterprises_with_any_union(given: Given) -> None:
    figures = given(**DEMOCRATIC_ENTERPRISES)
    # PRIVATE by its own union, FOREIGN by a joint one; NO_UNION has a congress but no union.
    assert figures("private_congress_coverage", "2021-12-31") == {"county": (1, 2), "east": (1, 1), "west": (0, 1)}


UNIONS = """
    union_code | township_code | employees | members | female_members | womens_body | audit_body | legal_person | certificate_end_date | dissolved_date
    A          | east          | 100       | 80      | 30             | 女工委      | 经审委     | 是           | 2021-06-30           |
    B          | east          | 50        | 50      | 0              | 女工委      | 经审委员   | 是           |                      |
    C          | west          | 20        | 5       |                | 女职工委员  | 无         | 否           | 2030-01-01           |
    D          | west          | 10        | 10      | 2              | 无          | 无         | 是           | 2021-07-01           |
    E          | west          | 70        | 60      | 20             | 女工委      | 经审委     | 是           |                      | 2021-06-29
"""  # noqa: E501 - one table


def test_union_density_is_members_over_employees_of_unions_in_force(given: Given) -> None:
    figures = given(union=UNIONS)
    assert figures("union_density", "2021-06-30") == {
        "county": (80 + 50 + 5 + 10, 100 + 50 + 20 + 10),
        "east": (80 + 50, 100 + 50),
        "west": (5 + 10, 20 + 10),
    }
    assert figures("union_density", "2021-06-29")["west"] == (5 + 10 + 60, 20 + 10 + 70)  # E's last day


def test_the_womens_body_rate_leaves_out_unions_without_female_members(given: Given) -> None:
    figures = given(union=UNIONS)
    # B has 0 female members and is in neither part, though it has a committee; C's empty cell is not 0.
    assert figures("womens_body_coverage", "2021-06-30") == {"county": (2, 3), "east": (1, 1), "west": (1, 2)}


def test_the_audit_body_rate_counts_committees_and_auditors(given: Given) -> None:
    assert given(union=UNIONS)("audit_body_coverage", "2021-06-30") == {
        "county": (2, 4),
        "east": (2, 2),
        "west": (0, 2),
    }


def test_a_legal_person_needs_a_certificate_valid_on_the_day(given: Given) -> None:
    figures = given(union=UNIONS)
    assert figures("legal_person_coverage", "2021-06-30") == {"county": (3, 4), "east": (2, 2), "west": (1, 2)}
    # A's certificate ended on 30 June, D's ends on 1 July: its last day is valid.
    assert figures("legal_person_coverage", "2021-07-01") == {"county": (2, 4), "east": (1, 2), "west": (1, 2)}
    assert figures("legal_person_coverage", "2021-07-02")["county"] == (1, 4)


def test_mutual_aid_coverage_is_people_enrolled_over_members(given: Given) -> None:
    figures = given(
        enterprise="""
            unit_code | township_code | closed_date
            A         | east          |
            B         | west          | 2020-01-01
        """,
        union="""
            union_code | township_code | members
            U1         | east          | 200
            U2         | west          | 100
        """,
        mutual_aid_enrolment="""
            unit_code | period | people | start_date | end_date
            A         | 16     | 90     | 2020-01-01 | 2020-12-31
            A         | 17     | 120    | 2021-01-01 | 2021-12-31
            B         | 17     | 30     | 2021-03-01 | 2021-12-31
            UNKNOWN   | 17     | 7      | 2021-01-01 | 2021-12-31
        """,
    )
    assert figures("mutual_aid_coverage", "2020-12-31") == {"county": (90, 300), "east": (90, 200), "west": (0, 100)}
    assert figures("mutual_aid_coverage", "2021-02-28")["county"] == (120 + 7, 300)
    assert figures("mutual_aid_coverage", "2021-12-31") == {
        "county": (120 + 30 + 7, 200 + 100),
        "east": (120, 200),
        "west": (30, 100),  # B is closed, and still known to lie in the west
        "none": (7, 0),  # the registry does not know this unit
    }


def test_an_enterprise_has_its_joint_union_to_that_unions_last_day(given: Given) -> None:
    figures = given(
        enterprise="""
            unit_code | township_code | employees
            OWN       | east          | 30
            JOINT     | west          | 70
        """,
        union="""
            union_code | unit_code | dissolved_date
            U1         | OWN       |
            U2         |           | 2021-02-28
        """,
        union_unit="""
            union_code | unit_code
            U2         | OWN
            U2         | JOINT
        """,
        wage_contract="",
        wage_contract_enterprise="",
    )
    assert figures("wage_bargaining_worker_coverage", "2021-02-28") == {
        "county": (0, 30 + 70),  # OWN has two unions, and counts once
        "east": (0, 30),
        "west": (0, 70),
    }
    assert figures("wage_bargaining_worker_coverage", "2021-03-01") == {"county": (0, 30), "east": (0, 30)}


def test_both_parts_of_a_rate_come_from_the_same_state_of_a_union(given: Given) -> None:
    figures = given(
        union="""
            union_code | township_code | members | employees | legal_person | reach_date
            A          | east          | 40      | 80        | 否           | 2021-01-31
            A          | west          | 45      | 50        | 是           | 2021-02-28
        """
    )
    assert figures("union_density", "2021-01-31") == {"county": (40, 80), "east": (40, 80)}
    assert figures("union_density", "2021-02-27") == {"county": (40, 80), "east": (40, 80)}
    assert figures("union_density", "2021-02-28") == {"county": (45, 50), "west": (45, 50)}
    assert figures("legal_person_coverage", "2021-02-27") == {"county": (0, 1), "east": (0, 1)}
    assert figures("legal_person_coverage", "2021-02-28") == {"county": (1, 1), "west": (1, 1)}


def test_a_rate_over_nothing_has_no_value() -> None:
    built = Tables(
        data_date="2021-02-28",
        unions="""
            union_code | township_code | members | employees | founded_date | dissolved_date
            A          | 530499001     | 5       | 0         | 2020-01-01   |
            B          | 530499002     | 8       | 9         | 2020-01-01   | 2021-01-31
        """,
    ).build()
    density = built.kpi("union_density", "2021-02-28")
    assert (density["numerator"], density["denominator"], density["value"]) == (5, 0, None)
    assert density["reason"] == "zero_denominator"
    # a month before the other union gives the rate a base; nothing can be compared with it
    assert built.kpi("union_density", "2021-01-31")["value"] == (5 + 8) / (0 + 9)
    assert density["mom"] is None
    assert density["light"] == "grey"
