"""民主测评台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_the_votes_add_up_to_the_voters():
    assert_breaks(
        "appraisal",
        """
        voters | excellent | competent | fair | poor | abstained | breaks
        80     | 60        | 15        | 3    | 1    | 1         |
        80     | 60        | 15        | 3    | 1    | 0         | error abstained
        80     | 60        | 15        | 3    | 2    | 1         | error abstained
        80     | 60        | 15        | 3    |      | 0         |
               | 60        | 15        | 3    | 1    | 0         |
        """,
    )
