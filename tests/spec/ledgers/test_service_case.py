"""限时办结台账: what makes a row wrong."""

from pipelines.config import SERVICE_LIMITS
from pipelines.registry import ledgers
from tests.spec.drawing import assert_breaks


def test_a_case_is_complete_after_it_was_received_and_closed_after_it_was_complete():
    assert_breaks(
        "service_case",
        """
        received_date | complete_date | closed_date | outcome | breaks
        2021-09-15    | 2021-09-15    | 2021-09-15  | 办结    |
        2021-09-15    | 2021-09-14    | 2021-09-15  | 办结    | error complete_date
        2021-09-15    | 2021-09-17    | 2021-09-16  | 办结    | error closed_date
        2021-09-15    | 2021-09-17    |             |         |
        2021-09-15    |               |             |         |
        """,
    )


def test_a_closed_case_says_when_it_was_complete_and_how_it_ended():
    assert_breaks(
        "service_case",
        """
        complete_date | closed_date | outcome | breaks
        2021-09-17    | 2021-09-23  |         | error outcome
                      | 2021-09-23  | 退件    | warning complete_date
                      | 2021-09-23  |         | error outcome, warning complete_date
        2021-09-17    |             |         |
        """,
    )


def test_every_matter_has_a_limit_or_says_that_it_has_none():
    matters = [value.zh for value in ledgers()["service_case"].column("matter").values]
    assert list(SERVICE_LIMITS) == matters
    assert SERVICE_LIMITS == {"工会组建批复": 3, "法人资格登记": 0, "医疗互助补助": None, "经费返拨": 5, "其他": 5}
