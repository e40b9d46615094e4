"""The budget's parents against their children, and its running totals."""

from tests.spec.between.given import assert_breaks


def test_a_parent_is_the_sum_of_its_children_of_the_month():
    # 501 = 50101 + 50102; 50101 = 5010101 alone, so that 501's children are two and not three. 502 has none.
    assert_breaks(
        "budget_parent",
        budget="""
        subject_code | month   | budget_amount | adjusted_amount | executed_amount | executed_to_date | breaks
        501          | 2021-01 | 30.00         | 33.00           | 3.00            | 3.00             |
        50101        | 2021-01 | 10.00         | 11.00           | 1.00            | 1.00             |
        5010101      | 2021-01 | 10.00         | 11.00           | 1.00            | 1.00             |
        50102        | 2021-01 | 20.00         | 22.00           | 2.00            | 2.00             |
        502          | 2021-01 | 99.00         | 99.00           | 9.00            | 9.00             |
        501          | 2021-02 | 30.00         | 33.00           | 3.00            | 6.00             |
        """,
    )


def test_every_amount_is_compared_to_the_cent():
    assert_breaks(
        "budget_parent",
        budget="""
        subject_code | month   | budget_amount | adjusted_amount | executed_amount | executed_to_date | breaks
        1            | 2021-01 | 10.01         | 10.00           | 1.00            | 1.00             |
        1            | 2021-02 | 10.02         | 10.00           | 1.00            | 1.00             | x
        1            | 2021-03 | 10.00         | 10.02           | 1.00            | 1.00             | x
        1            | 2021-04 | 10.00         | 10.00           | 1.02            | 1.00             | x
        1            | 2021-05 | 10.00         | 10.00           | 1.00            | 0.98             | x
        12           | 2021-01 | 10.00         | 10.00           | 1.00            | 1.00             |
        12           | 2021-02 | 10.00         | 10.00           | 1.00            | 1.00             |
        12           | 2021-03 | 10.00         | 10.00           | 1.00            | 1.00             |
        12           | 2021-04 | 10.00         | 10.00           | 1.00            | 1.00             |
        12           | 2021-05 | 10.00         | 10.00           | 1.00            | 1.00             |
        """,
    )


def test_a_parent_is_not_judged_while_one_of_its_children_is_rejected():
    # the rejected copy of 50202 changes nothing, since a sound row has its code
    assert_breaks(
        "budget_parent",
        budget="""
        subject_code | month   | budget_amount | executed_amount | executed_to_date | rejected | breaks
        501          | 2021-01 | 30.00         | 3.00            | 3.00             |          |
        50101        | 2021-01 | 10.00         | 1.00            | 1.00             |          |
        50102        | 2021-01 | 20.00         |                 | 2.00             | x        |
        502          | 2021-01 | 30.00         | 3.00            | 3.00             |          | x
        50201        | 2021-01 | 10.00         | 1.00            | 1.00             |          |
        50202        | 2021-01 | 10.00         | 1.00            | 1.00             |          |
        50202        | 2021-01 | 20.00         |                 | 2.00             | x        |
        """,
    )


def test_the_running_total_is_the_sum_of_the_year_s_months():
    # 501: 10, 10 + 20, 10 + 20 − 5; the year begins anew. 502 is one cent off, which is let pass; 503 two.
    assert_breaks(
        "budget_cumulative",
        budget="""
        subject_code | month   | executed_amount | executed_to_date | breaks
        501          | 2021-03 | -5.00           | 25.00            |
        501          | 2021-02 | 20.00           | 30.00            |
        501          | 2021-01 | 10.00           | 10.00            |
        501          | 2022-01 | 7.00            | 7.00             |
        502          | 2021-01 | 10.00           | 10.01            |
        503          | 2021-01 | 10.00           | 10.02            | x
        """,
    )


def test_it_is_not_judged_where_a_month_before_is_missing():
    assert_breaks(
        "budget_cumulative",
        budget="""
        subject_code | month   | executed_amount | executed_to_date | breaks
        501          | 2021-02 | 20.00           | 999.00           |
        502          | 2021-01 | 10.00           | 10.00            |
        502          | 2021-03 | 20.00           | 999.00           |
        """,
    )


def test_of_a_subject_s_year_the_first_month_that_differs_falls():
    # March's total follows February's wrong one and is not judged without February's amount
    assert_breaks(
        "budget_cumulative",
        budget="""
        subject_code | month   | executed_amount | executed_to_date | breaks
        501          | 2021-01 | 10.00           | 10.00            |
        501          | 2021-02 | 20.00           | 40.00            | x
        501          | 2021-03 | 20.00           | 60.00            |
        """,
    )
