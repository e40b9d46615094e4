"""Rows of the register of members: who joined which union when, as what, and who left it."""

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from pipelines.sample.organisation import County, Row, Union
from pipelines.sample.place import month_end

MEMBER_LINE = 20
"""The last line of people, and the longest."""
REGISTERED = (0.965, 0.995)
LEAVING, MOVING, MOST_MOVING = 0.025, 0.04, 400
OF_AGE = timedelta(6_600)
"""A little more than eighteen years."""
JOINING_BY_MONTH = tuple(accumulate((3, 2, 8, 10, 11, 12, 8, 7, 10, 9, 8, 5)))
GROUPS = (
    *("外卖配送员", "快递员", "货车司机", "网约车司机", "家政服务员"),
    *("保安员", "护工护理员", "商场信息员", "房产中介员", "其他"),
)
GROUP_SHARES = tuple(accumulate((30, 28, 14, 9, 6, 5, 3, 2, 2, 1)))
OTHER_KINDS = ("正式", "劳务派遣", "灵活就业")
OTHER_KIND_SHARES = {"机关": (94, 99, 100), "村社区": (35, 45, 100)}
OTHER_KIND_SHARES_ELSEWHERE = (82, 95, 100)
PLATFORM_SHARES = {"单独": (0.02, 0.03), "联合": (0.2, 0.55), "行业": (0.35, 0.7), "村社区": (0.12, 0.4)}
"""Of those who were members before the sample's years, and of those who joined in them."""


@dataclass(slots=True)
class Membership:
    """One person's time in one union; ``person`` is a number in the line of members."""

    person: int
    kind: str
    joined: date
    left: date | None = None


def members(county: County, until: date) -> Iterator[Row]:
    """Ledger member: in the first year the whole register, then who joined or left in the year of ``until``."""
    first_day = date(until.year, 1, 1) if until.year > county.place.first_year else date.min
    dice = county.dice("groups of platform workers")
    for union, memberships in register(county):
        for one in memberships:
            group = dice.choices(GROUPS, cum_weights=GROUP_SHARES)[0] if one.kind == "新就业形态" else None
            left = one.left if one.left and one.left <= until else None
            if one.joined <= until and (left or one.joined) >= first_day:
                yield {
                    "person": county.person(MEMBER_LINE, one.person),
                    "union_code": union.code,
                    "employment_kind": one.kind,
                    "platform_group": group,
                    "joined_date": one.joined,
                    "left_date": left,
                }


def register(county: County) -> Iterator[tuple[Union, list[Membership]]]:
    """The memberships of all years, union by union; some who leave a union join one that comes after it."""
    known = 0
    moving: deque[Membership] = deque(maxlen=MOST_MOVING)
    for union in county.unions:
        memberships = _Register(county, union, known, moving).filled()
        known += len(memberships)
        moving.extend(one for one in memberships if one.left and one.left != union.dissolved)
        yield union, memberships


class _Register:
    """One union's members: people come and go so that nearly all whom the union reports are registered.

    ``known`` is the number of the first person who was in no union before, ``moving`` are those who
    left another union; the first ``gone`` of the memberships have ended.
    """

    def __init__(self, county: County, union: Union, known: int, moving: deque[Membership]) -> None:
        self.county = county
        self.union = union
        self.known = known
        self.moving = moving
        self.dice = county.dice(f"members {union.code}")
        self.share = self.dice.uniform(*REGISTERED)
        self.memberships: list[Membership] = []
        self.gone = 0

    def filled(self) -> list[Membership]:
        """The memberships after the sample's last year."""
        place = self.county.place
        for year in range(place.first_year - 1, place.last_year + 1):
            if self.union.founded <= month_end(year, 12):
                self._live_through(year)
        return self.memberships

    def _live_through(self, year: int) -> None:
        registered, end = len(self.memberships) - self.gone, month_end(year, 12)
        if self.union.dissolved and self.union.dissolved <= end:
            self._leave([self.union.dissolved] * registered)
            return
        wanted = round(self.share * self.union.members(self.county.place.elapsed(end)))
        leaving = int(registered * LEAVING + self.dice.random())
        self._leave([_some_day(self.dice, year) for _ in range(leaving)])
        is_old = year < self.county.place.first_year
        for _ in range(wanted - registered + leaving):
            self.memberships.append(self._joining_before(year + 1) if is_old else self._joining(year))

    def _leave(self, days: list[date]) -> None:
        """As many as there are days leave, in the order in which they came."""
        for one, day in zip(self.memberships[self.gone :], days, strict=False):
            one.left = day
        self.gone += len(days)

    def _joining(self, year: int) -> Membership:
        joined = max(self.union.founded, _some_day(self.dice, year))
        came = self.moving[0] if self.moving and self.dice.random() < MOVING else None
        if came and came.left and came.left < joined:
            return Membership(self.moving.popleft().person, came.kind, joined)
        return Membership(self.known + len(self.memberships), _kind(self.dice, self.union, is_old=False), joined)

    def _joining_before(self, year: int) -> Membership:
        """Somebody of age joins between the union's founding and the year, more likely long ago."""
        person = self.known + len(self.memberships)
        earliest = max(self.union.founded, self.county.birth_date(MEMBER_LINE, person) + OF_AGE)
        days = (date(year, 1, 1) - earliest).days
        joined = earliest + timedelta(int(days * self.dice.random() ** 2))
        return Membership(person, _kind(self.dice, self.union, is_old=True), joined)


def _some_day(dice: random.Random, year: int) -> date:
    """A day of the year, rarely around the Spring Festival."""
    return date(year, dice.choices(range(1, 13), cum_weights=JOINING_BY_MONTH)[0], dice.randint(1, 28))


def _kind(dice: random.Random, union: Union, *, is_old: bool) -> str:
    before, now = PLATFORM_SHARES.get(union.kind, (0, 0))
    if dice.random() < (before if is_old else now):
        return "新就业形态"
    if dice.random() < union.migrant_share:
        return "农民工"
    shares = OTHER_KIND_SHARES.get(union.kind, OTHER_KIND_SHARES_ELSEWHERE)
    return dice.choices(OTHER_KINDS, cum_weights=shares)[0]
