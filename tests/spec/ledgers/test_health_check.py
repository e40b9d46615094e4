"""职工体检台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_the_year_is_that_of_the_check():
    assert_breaks(
        "health_check",
        """
        year | checked_date | breaks
        2021 | 2021-12-31   |
        2021 | 2022-01-01   | error year
        2021 | 2020-12-31   | error year
        2021 |              |
             | 2021-05-01   |
        """,
    )
