"""Dues against payroll, large payments, split purchases, payments of projects."""

from tests.spec.between.given import assert_breaks


def test_a_year_s_dues_are_at_most_2_per_cent_of_the_payroll_and_1_yuan():
    # U1: 200.00 + 201.00 = 2 % × 20,000 + 1; one cent more is too much for U2. U3's years stand alone.
    assert_breaks(
        "dues_over_two_per_cent",
        dues="""
        unit_code | month   | payroll  | paid_amount | breaks
        U1        | 2021-01 | 10000.00 | 200.00      |
        U1        | 2021-02 | 10000.00 | 201.00      |
        U2        | 2021-02 | 10000.00 | 201.01      | x
        U2        | 2021-01 | 10000.00 | 200.00      |
        U3        | 2020-12 | 10000.00 | 202.00      | x
        U3        | 2021-01 | 10000.00 | 200.00      |
        """,
    )


def test_a_refund_counts_against_what_was_paid():
    assert_breaks(
        "dues_over_two_per_cent",
        dues="""
        unit_code | month   | payroll  | paid_amount | breaks
        U1        | 2021-01 | 10000.00 | 300.00      |
        U1        | 2021-02 | 10000.00 | 300.00      |
        U1        | 2021-03 | 0.00     | -199.00     |
        """,
    )


def test_a_corrected_month_is_counted_once():
    assert_breaks(
        "dues_over_two_per_cent",
        dues="""
        unit_code | month   | reach      | payroll  | paid_amount | breaks
        U1        | 2021-01 | 2021-01-31 | 10000.00 | 900.00      |
        U1        | 2021-01 | 2021-02-28 | 10000.00 | 200.00      |
        """,
    )


def test_a_payment_of_50_000_needs_a_meeting_on_or_before_the_day_it_is_paid():
    assert_breaks(
        "large_payment_meeting",
        large_payment="""
        payment_code | amount   | meeting_date | paid_date  | breaks
        D1           | 50000.00 | 2021-03-05   | 2021-03-05 |
        D2           | 50000.00 | 2021-03-06   | 2021-03-05 | x
        D3           | 50000.00 |              | 2021-03-05 | x
        D4           | 49999.99 |              | 2021-03-05 |
        """,
    )


def test_a_purchase_is_split_when_two_small_ones_together_exceed_20_000():
    # A: 19,999.99 + 0.02 within 30 days. B: 31 days apart. C: one is not under the threshold. D: exactly 20,000.
    assert_breaks(
        "procurement_split",
        procurement="""
        purchase_code | supplier | item_kind | amount   | purchased_date | breaks
        A1            | 甲       | 服务      | 19999.99 | 2021-03-01     | x
        A2            | 甲       | 服务      | 0.02     | 2021-03-31     | x
        A3            | 甲       | 办公用品  | 19999.99 | 2021-03-15     |
        A4            | 乙       | 服务      | 19999.99 | 2021-03-15     |
        B1            | 丙       | 服务      | 15000.00 | 2021-03-01     |
        B2            | 丙       | 服务      | 15000.00 | 2021-04-01     |
        C1            | 丁       | 服务      | 20000.00 | 2021-03-01     |
        C2            | 丁       | 服务      | 15000.00 | 2021-03-02     |
        D1            | 戊       | 服务      | 10000.00 | 2021-03-01     |
        D2            | 戊       | 服务      | 10000.00 | 2021-03-01     |
        """,
    )


def test_of_three_small_purchases_each_that_has_a_partner_is_reported():
    # 30 days from E1 to E2 and from E2 to E3: E2 belongs to both pairs, and E3 is too small to make one with E2.
    assert_breaks(
        "procurement_split",
        procurement="""
        purchase_code | supplier | item_kind | amount   | purchased_date | breaks
        E1            | 甲       | 工程      | 12000.00 | 2021-03-01     | x
        E2            | 甲       | 工程      | 12000.00 | 2021-03-31     | x
        E3            | 甲       | 工程      | 8000.00  | 2021-04-30     |
        """,
    )


def test_a_project_is_paid_no_more_than_its_contract():
    assert_breaks(
        "project_payment_over_contract",
        project_payment="""
        payment_code | project_name | contract_amount | amount | paid_date  | breaks
        F3           | 服务中心     | 100.00          | 0.01   | 2021-09-01 | x
        F1           | 服务中心     | 100.00          | 60.00  | 2020-05-01 |
        F2           | 服务中心     | 100.00          | 40.00  | 2021-05-01 |
        F4           | 文化宫       | 50.00           | 50.00  | 2021-05-01 |
        F5           | 文化宫       | 80.00           | 30.00  | 2021-06-01 |
        """,
    )
