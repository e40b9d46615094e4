"""送温暖慰问台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_visit_to_a_person_counts_one():
    assert_breaks(
        "relief_visit",
        """
        visit_kind | people | person_key | breaks
        个人       | 1      | p1         |
        个人       | 2      | p1         | error people
        集体       | 30     |            |
        个人       |        | p1         |
        """,
    )


def test_a_visit_to_a_person_names_the_person():
    assert_breaks(
        "relief_visit",
        """
        visit_kind | people | person_key | breaks
        个人       | 1      | p1         |
        个人       | 1      |            | error person_key
        集体       | 1      |            |
                   | 1      |            |
        """,
    )


def test_a_visit_brings_money_or_goods():
    assert_breaks(
        "relief_visit",
        """
        cash_amount | goods_amount | breaks
        500.00      | 0.00         |
        0.00        | 120.50       |
        0.00        | 0.00         | warning goods_amount
        0.00        |              | warning goods_amount
        500.00      |              |
                    | 0.00         |
        """,
    )


def test_cash_is_doubtful():
    assert_breaks(
        "relief_visit",
        """
        pay_method | breaks
        现金       | warning pay_method
        银行转账   |
        实物       |
                   |
        """,
    )
