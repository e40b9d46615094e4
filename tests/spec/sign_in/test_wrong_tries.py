"""Five wrong tries are free; after that the pause doubles with every further one."""

import pytest

from dashboard.sign_in.wrong_tries import FREE_TRIES_OF_AN_ADDRESS, LONGEST_PAUSE_SECONDS, WrongTries
from tests.spec.sign_in.test_sessions import Clock

DESK, OTHER_DESK = "10.0.0.7", "10.0.0.8"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tries(clock: Clock) -> WrongTries:
    return WrongTries(clock)


def wrong(tries: WrongTries, times: int, name: str = "王主任", address: str = DESK) -> None:
    for _ in range(times):
        tries.wrong(name, address)


def test_four_wrong_tries_cost_nothing(tries: WrongTries) -> None:
    wrong(tries, 4)
    assert tries.seconds_to_wait("王主任", DESK) == 0


def test_from_the_fifth_on_the_pause_doubles(tries: WrongTries, clock: Clock) -> None:
    wrong(tries, 5)
    pauses = []
    for _ in range(9):
        pauses.append(tries.seconds_to_wait("王主任", DESK))
        clock.now += 1000
        tries.wrong("王主任", DESK)
    assert pauses == [10, 20, 40, 80, 160, 320, 640, LONGEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS]


def test_the_pause_ends_by_itself(tries: WrongTries, clock: Clock) -> None:
    wrong(tries, 5)
    clock.now += 9.5
    assert tries.seconds_to_wait("王主任", DESK) == 1
    clock.now += 0.5
    assert tries.seconds_to_wait("王主任", DESK) == 0


def test_the_pause_holds_for_the_name_wherever_it_is_tried(tries: WrongTries) -> None:
    wrong(tries, 5)
    assert tries.seconds_to_wait("王主任", OTHER_DESK) == 10
    assert tries.seconds_to_wait("李干事", DESK) == 0


def test_an_address_that_guesses_at_many_names_has_to_wait_for_all(tries: WrongTries) -> None:
    for number in range(FREE_TRIES_OF_AN_ADDRESS):
        tries.wrong(f"name {number}", DESK)
    assert tries.seconds_to_wait("王主任", DESK) == 10
    assert tries.seconds_to_wait("王主任", OTHER_DESK) == 0


def test_signing_in_forgets_the_name_and_not_the_address(tries: WrongTries) -> None:
    wrong(tries, FREE_TRIES_OF_AN_ADDRESS)
    tries.right("王主任", DESK)
    assert tries.seconds_to_wait("王主任", OTHER_DESK) == 0
    assert tries.seconds_to_wait("王主任", DESK) == 10


def test_after_a_day_everything_is_forgotten(tries: WrongTries, clock: Clock) -> None:
    wrong(tries, 5)
    clock.now += 24 * 3600 + 1
    tries.wrong("somebody else", OTHER_DESK)
    tries.wrong("王主任", DESK)
    assert tries.seconds_to_wait("王主任", DESK) == 0
