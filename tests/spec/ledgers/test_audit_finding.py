"""审计与整改台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_finding_is_due_and_fixed_after_it_was_found():
    assert_breaks(
        "audit_finding",
        """
        found_date | due_date   | fixed_date | breaks
        2021-05-10 | 2021-05-10 | 2021-05-10 |
        2021-05-10 | 2021-05-09 |            | error due_date
        2021-05-10 | 2021-07-10 | 2021-05-09 | error fixed_date
        2021-05-10 | 2021-07-10 | 2021-09-01 |
        """,
    )
