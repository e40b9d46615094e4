"""职工驿站台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_station_is_not_closed_before_it_was_opened():
    assert_breaks(
        "service_station",
        """
        built_date | closed_date | breaks
        2019-05-01 | 2019-05-01  |
        2019-05-01 | 2019-04-30  | error closed_date
        2019-05-01 |             |
        """,
    )
