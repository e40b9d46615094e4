"""Competitions of the city in which the county's teams take part, and their awards."""

from collections.abc import Callable
from datetime import date

from tests.second_computation.figure import Books, Indicator, Item, Parts
from tests.second_computation.tables import Row


def taken_part(books: Books) -> set[str]:
    """Codes of the city's competitions that teams of the county took part in; level and role are those of the code."""
    return {
        row["competition_code"]
        for row in books.tables.rows("competition")
        if row["level"] == "市级" and row["role"] == "组队参加"
    }


def held(books: Books, day: date) -> list[Row]:
    codes = taken_part(books)
    return [row for row in books.tables.year_to(day, "competition", "held_date") if row["competition_code"] in codes]


def awards(books: Books, day: date) -> list[Row]:
    codes, rows = taken_part(books), books.tables.year_to(day, "competition_award", "awarded_date")
    return [row for row in rows if row["competition_code"] in codes]


def _different(column: str) -> Callable[[Books, date], Parts]:
    def parts(books: Books, day: date) -> Parts:
        return Parts([Item(None, 1, row[column]) for row in held(books, day)])

    return parts


def _team_prizes(grade: str) -> Callable[[Books, date], Parts]:
    def parts(books: Books, day: date) -> Parts:
        won = [row for row in awards(books, day) if row["award_kind"] == "团体" and row["grade"] == grade]
        return Parts([Item(None) for _ in won])

    return parts


def _titled(title: str) -> Callable[[Books, date], Parts]:
    def parts(books: Books, day: date) -> Parts:
        return Parts([Item(None, 1, row["person_key"]) for row in awards(books, day) if row["title"] == title])

    return parts


def award_rate(books: Books, day: date) -> Parts:
    return Parts(
        numerator=[Item(None) for row in awards(books, day) if row["award_kind"] == "个人"],
        denominator=[Item(None, row["entrants"]) for row in held(books, day)],
    )


def _count(name: str, parts: Callable[[Books, date], Parts], *ledgers: str) -> Indicator:
    return Indicator(name, "count", "ytd", "up", ledgers, parts, county_only=True)


AWARDS = ("competition_award", "competition")
INDICATORS = (
    _count("competition_industries", _different("industry"), "competition"),
    _count("competition_trades", _different("trade"), "competition"),
    _count("team_first_prizes", _team_prizes("一等奖"), *AWARDS),
    _count("team_second_prizes", _team_prizes("二等奖"), *AWARDS),
    _count("team_third_prizes", _team_prizes("三等奖"), *AWARDS),
    _count("skill_champions", _titled("技术状元"), *AWARDS),
    _count("skill_experts", _titled("技术能手"), *AWARDS),
    Indicator("competition_award_rate", "ratio", "ytd", "up", AWARDS, award_rate, county_only=True),
)
