"""维权服务台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_case_is_not_closed_before_it_was_received():
    assert_breaks(
        "rights_case",
        """
        received_date | closed_date | outcome | breaks
        2021-05-10    | 2021-05-10  | 成功    |
        2021-05-10    | 2021-05-09  | 成功    | error closed_date
        2021-05-10    |             |         |
                      | 2021-05-09  | 成功    |
        """,
    )


def test_a_closed_case_has_an_outcome():
    assert_breaks(
        "rights_case",
        """
        received_date | closed_date | outcome | breaks
        2021-05-10    | 2021-06-10  | 不适用  |
        2021-05-10    | 2021-06-10  |         | error outcome
        2021-05-10    |             | 成功    |
        """,
    )
