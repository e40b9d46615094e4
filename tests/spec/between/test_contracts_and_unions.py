"""Contracts and their enterprises, unions and their units."""

from tests.spec.between.given import assert_breaks


def test_a_contract_covers_as_many_enterprises_as_its_detail_lists():
    assert_breaks(
        "wage_contract_enterprise_count",
        wage_contract="""
        contract_code | covered_enterprises | breaks
        H1            | 2                   |
        H2            | 3                   | x
        H3            | 1                   | x
        H4            |                     |
        """,
        wage_contract_enterprise="""
        contract_code | unit_code
        H1            | U1
        H1            | U2
        H2            | U1
        H2            | U3
        H4            | U4
        """,
    )


def test_of_a_contract_only_the_latest_state_is_compared_and_a_detail_handed_in_twice_counts_once():
    assert_breaks(
        "wage_contract_enterprise_count",
        wage_contract="""
        contract_code | reach      | covered_enterprises | breaks
        H1            | 2021-06-30 | 1                   |
        H1            | 2021-12-31 | 2                   |
        """,
        wage_contract_enterprise="""
        contract_code | unit_code | reach
        H1            | U1        | 2021-06-30
        H1            | U1        | 2021-12-31
        H1            | U2        | 2021-12-31
        """,
    )


def test_no_more_workers_are_covered_than_the_enterprise_has():
    assert_breaks(
        "wage_contract_enterprise_workers",
        wage_contract_enterprise="""
        contract_code | unit_code | covered_workers | breaks
        H1            | U1        | 80              |
        H2            | U1        | 81              | x
        H3            | U2        | 81              |
        H4            | U3        | 81              |
        """,
        enterprise="""
        unit_code | reach      | employees
        U1        | 2021-06-30 | 200
        U1        | 2021-12-31 | 80
        U3        | 2021-12-31 |
        """,
    )


def test_a_joint_union_covers_as_many_units_as_its_detail_lists():
    assert_breaks(
        "union_unit_count",
        union="""
        union_code | union_kind | covered_units | breaks
        G1         | 联合       | 2             |
        G2         | 联合       | 3             | x
        G3         | 联合       | 2             | x
        G4         | 联合       |               |
        """,
        union_unit="""
        union_code | unit_code
        G1         | U1
        G1         | U2
        G2         | U3
        """,
    )


def test_unions_of_other_forms_are_judged_only_if_they_are_listed():
    assert_breaks(
        "union_unit_count",
        union="""
        union_code | union_kind | covered_units | breaks
        G1         | 单独       | 1             |
        G2         | 行业       | 12            |
        G3         | 行业       | 12            | x
        """,
        union_unit="""
        union_code | unit_code
        G3         | U1
        """,
    )
