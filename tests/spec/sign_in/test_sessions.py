"""Sessions: twelve hours at most, an hour unused, and no cookie but our own."""

import pytest

from dashboard.sign_in.sessions import MOST_SESSIONS_OF_ONE, Sessions

HOUR, MINUTE = 3600, 60


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sessions(clock: Clock) -> Sessions:
    return Sessions(hours=12, idle_minutes=60, clock=clock)


def name(sessions: Sessions, cookie: str | None) -> str | None:
    found = sessions.find(cookie)
    return found.name if found else None


def test_a_session_is_known_by_its_cookie(sessions: Sessions) -> None:
    first, second = sessions.begin("王主任"), sessions.begin("李干事")
    assert first != second
    assert (name(sessions, first), name(sessions, second)) == ("王主任", "李干事")


def test_a_session_ends_when_it_was_unused_for_an_hour(sessions: Sessions, clock: Clock) -> None:
    cookie = sessions.begin("王主任")
    clock.now += 59 * MINUTE
    assert name(sessions, cookie) == "王主任"
    clock.now += 59 * MINUTE
    assert name(sessions, cookie) == "王主任"
    clock.now += 60 * MINUTE
    assert name(sessions, cookie) is None


def test_a_session_in_use_ends_after_twelve_hours(sessions: Sessions, clock: Clock) -> None:
    cookie = sessions.begin("王主任")
    for _ in range(2 * 12 - 1):
        clock.now += HOUR / 2
        assert name(sessions, cookie) == "王主任"
    clock.now += HOUR / 2
    assert name(sessions, cookie) is None


def test_a_clock_that_is_put_back_makes_no_session_younger(sessions: Sessions, clock: Clock) -> None:
    clock.now = 30 * HOUR
    cookie = sessions.begin("王主任")
    clock.now = 29 * HOUR
    assert name(sessions, cookie) is None


def test_an_ended_session_stays_ended_and_the_others_go_on(sessions: Sessions) -> None:
    ended, other = sessions.begin("王主任"), sessions.begin("王主任")
    assert sessions.end(ended) == "王主任"
    assert sessions.end(ended) is None
    assert (name(sessions, ended), name(sessions, other)) == (None, "王主任")


def test_no_other_cookie_is_a_session(sessions: Sessions) -> None:
    cookie = sessions.begin("王主任")
    token, _, signature = cookie.partition(".")
    forged = [
        None,
        "",
        ".",
        token,
        f"{token}.",
        f".{signature}",
        f"{token}.{signature[:-1]}",
        f"{token}x.{signature}",
        f"{token}.{signature}.",
        f"{token}.{signature.upper()}",
        f'"{cookie}"',
        f"{token}.{'é' * 64}",
        Sessions().begin("王主任"),
    ]
    assert [name(sessions, one) for one in forged] == [None] * len(forged)


def test_one_person_has_so_many_sessions_and_loses_the_one_unused_for_longest(sessions: Sessions, clock: Clock) -> None:
    others = sessions.begin("李干事")
    cookies = []
    for _ in range(MOST_SESSIONS_OF_ONE + 1):
        clock.now += 1
        cookies.append(sessions.begin("王主任"))
    assert [name(sessions, one) for one in cookies] == [None] + ["王主任"] * MOST_SESSIONS_OF_ONE
    assert name(sessions, others) == "李干事"
