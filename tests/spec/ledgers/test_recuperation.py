"""疗休养台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_trip_does_not_end_before_it_starts():
    assert_breaks(
        "recuperation",
        """
        start_date | end_date   | breaks
        2021-05-10 | 2021-05-10 |
        2021-05-10 | 2021-05-09 | error end_date
                   | 2021-05-09 |
        """,
    )
