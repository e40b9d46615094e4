"""职工培训台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_class_does_not_end_before_it_starts():
    assert_breaks(
        "training",
        """
        start_date | end_date   | breaks
        2021-05-10 | 2021-05-10 |
        2021-05-10 | 2021-05-09 | error end_date
        """,
    )


def test_who_is_certified_has_completed_and_who_has_completed_was_enrolled():
    assert_breaks(
        "training",
        """
        enrolled | completed | certified | breaks
        40       | 40        | 40        |
        40       | 41        | 41        | error completed
        40       | 38        | 39        | error certified
        40       | 38        |           |
                 | 38        | 38        |
        """,
    )
