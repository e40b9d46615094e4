"""工资集体合同台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_contract_that_starts_before_its_signature_is_doubtful():
    assert_breaks(
        "wage_contract",
        """
        signed_date | effective_date | breaks
        2021-05-10  | 2021-05-10     |
        2021-05-10  | 2021-01-01     | warning effective_date
                    | 2021-01-01     |
        """,
    )


def test_a_contract_expires_after_it_takes_effect():
    assert_breaks(
        "wage_contract",
        """
        effective_date | expiry_date | breaks
        2021-01-01     | 2021-01-02  |
        2021-01-01     | 2021-01-01  | error expiry_date
        2021-01-01     | 2020-12-31  | error expiry_date
        2021-01-01     |             |
        """,
    )


def test_a_wage_contract_runs_for_one_year_and_others_for_three_counting_both_days():
    assert_breaks(
        "wage_contract",
        """
        contract_kind | effective_date | expiry_date | breaks
        工资专项      | 2021-01-01     | 2021-12-31  |
        工资专项      | 2021-01-01     | 2022-01-01  | warning expiry_date
        工资专项      | 2020-02-29     | 2021-02-28  |
        工资专项      | 2020-02-29     | 2021-03-01  | warning expiry_date
        综合          | 2021-01-01     | 2023-12-31  |
        综合          | 2021-01-01     | 2024-01-01  | warning expiry_date
        女职工专项    | 2021-01-01     | 2024-01-01  | warning expiry_date
        工资专项      | 2021-01-01     |             |
                      | 2021-01-01     | 2024-01-01  |
        """,
    )


def test_a_contract_of_one_enterprise_covers_one():
    assert_breaks(
        "wage_contract",
        """
        contract_scope | covered_enterprises | breaks
        企业           | 1                   |
        企业           | 2                   | error covered_enterprises
        区域性         | 2                   |
        企业           |                     |
        """,
    )
