"""Numbers and dates as people read them."""

from datetime import date

import pytest

from dashboard import format as formats


@pytest.mark.parametrize(
    ("value", "unit", "zh"),
    [
        (4, "项", "4项"),
        (9_996, "人", "9,996人"),
        (10_000, "人", "1万人"),
        (55_812, "人", "5.58万人"),
        (12_864_000, "元", "1,286.4万元"),
        (99_999_999, "元", "1亿元"),
        (353_250_000, "元", "3.53亿元"),
        (-12_000, "元", "−1.2万元"),
        (0, "人", "0人"),
        (2.125, "日", "2.13日"),
    ],
)
def test_chinese_counts_in_ten_thousands_and_hundred_millions(value, unit, zh):
    assert formats.quantity(value, unit, "zh") == zh


@pytest.mark.parametrize(
    ("value", "en"), [(4, "4 people"), (55_812, "55,812 people"), (12_864_000, "12.86 million people")]
)
def test_english_separates_thousands(value, en):
    assert formats.quantity(value, "people", "en") == en


def test_a_rate_has_one_decimal():
    assert formats.percent(0.8764) == "87.6%"
    assert formats.percent(0) == "0.0%"
    assert formats.percent(1) == "100.0%"


def test_a_rate_just_short_of_its_target_or_of_the_whole_does_not_look_as_if_it_had_reached_it():
    assert formats.percent(0.8996, against=0.9) == "89.96%"
    assert formats.percent(0.8499, against=0.85) == "84.99%"
    assert formats.percent(0.99996) == "99.996%"
    assert formats.percent(0.85, against=0.85) == "85.0%"


def test_a_difference_of_rates_is_in_percentage_points():
    assert formats.points(-0.009, "zh") == "0.9个百分点"
    assert formats.points(0.031, "en") == "3.1 percentage points"
    assert formats.points(0.01, "en") == "1.0 percentage points"


def test_a_target_has_no_needless_zeros():
    assert [formats.goal(rate) for rate in (0.85, 0.875, 1.0)] == ["85%", "87.5%", "100%"]


def test_a_change_that_shows_as_none_is_none():
    assert formats.is_zero(0.0004)
    assert not formats.is_zero(-0.0006)


def test_dates_in_both_languages():
    assert formats.day(date(2021, 3, 5), "zh") == "2021年3月5日"
    assert formats.day(date(2021, 3, 5), "en") == "5 March 2021"


def test_the_last_day_of_a_month_is_called_by_its_month():
    assert formats.as_of_code(date(2021, 12, 31)) == "2021-12"
    assert formats.as_of_code(date(2021, 11, 15)) == "2021-11-15"
    assert formats.as_of_text(date(2020, 2, 29), "zh") == "2020年2月"
    assert formats.as_of_text(date(2021, 11, 15), "en") == "15 November 2021"
