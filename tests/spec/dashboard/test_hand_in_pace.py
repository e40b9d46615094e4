"""One person hands in so many files a minute, whatever the others do."""

import pytest

from dashboard.hand_in.pace import Pace
from tests.spec.sign_in.test_sessions import Clock
from warehouse.language import Refusal


def test_one_more_file_than_allowed_within_a_minute_is_refused() -> None:
    clock = Clock()
    pace = Pace(most=3, clock=clock)
    for _ in range(3):
        clock.now += 10
        pace.count("王主任")
    with pytest.raises(Refusal, match="At most 3 files a minute"):
        pace.count("王主任")
    pace.count("李干事")

    # the first of them was at second 10
    clock.now = 69.9
    with pytest.raises(Refusal):
        pace.count("王主任")
    clock.now = 70
    pace.count("王主任")
