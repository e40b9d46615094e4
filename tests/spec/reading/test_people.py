"""People leave reading as a keyed hash, and in no other form."""

import hashlib
import hmac

import pytest

from pipelines.reading.identity import expanded, masked
from pipelines.registry import ledgers
from tests.spec.reading.workbooks import (
    A_DAY,
    OLD_NUMBER,
    REQUIRED,
    RIGHT_NUMBER,
    SETTINGS,
    WRONG_NUMBER,
    Workbooks,
    everything_kept,
    rules,
    values,
)

HEADING = [*REQUIRED, "姓名", "身份证号"]
ALL_FIGURES = "110105194912310038"
"""A right number that does not end in X."""


def key_of(number: str) -> str:
    """What the hash of a number is, by definition."""
    return hmac.new(SETTINGS.person_key_secret, number.encode(), hashlib.sha256).hexdigest()


@pytest.mark.parametrize(
    "cell", [RIGHT_NUMBER, RIGHT_NUMBER.lower(), "110105 19491231 002X", "１１０１０５19491231002Ｘ"]
)
def test_a_person_becomes_the_keyed_hash_of_the_identity_number(workbooks: Workbooks, cell: str) -> None:
    reading = workbooks.read([HEADING, ["A1", 1, A_DAY, "张\u3000三", cell]])
    assert (values(reading, "person_key"), rules(reading)) == ([key_of(RIGHT_NUMBER)], [])
    assert "张" not in everything_kept(reading)
    assert "19491231" not in everything_kept(reading)
    assert "person_key" not in reading.as_read.columns


def test_the_old_form_of_fifteen_digits_is_expanded_with_a_warning(workbooks: Workbooks) -> None:
    reading = workbooks.read([HEADING, ["A1", 1, A_DAY, "张三", OLD_NUMBER], ["A2", 1, A_DAY, "张三", int(OLD_NUMBER)]])
    assert values(reading, "person_key") == [key_of(expanded(OLD_NUMBER))] * 2
    assert rules(reading) == ["old_identity_number"] * 2
    assert OLD_NUMBER not in everything_kept(reading)


@pytest.mark.parametrize(
    "cell",
    [
        *(WRONG_NUMBER, "110105199902300021", "110105178012310021", "12345678", "1234567", "护照E1234567"),
        *("110105194912310021123", "110105491331002"),
    ],
)
def test_a_wrong_number_is_a_bad_code_and_is_shown_masked(workbooks: Workbooks, cell: str) -> None:
    reading = workbooks.read([HEADING, ["A1", 1, A_DAY, "张三", cell]])
    problem = reading.problems.row(0, named=True)
    assert (problem["rule"], problem["column"], problem["field"]) == ("bad_code", "身份证号", "person_key")
    assert problem["value"] == masked(cell)
    assert values(reading, "person_key") == [None]
    assert cell not in everything_kept(reading)
    assert "张三" not in everything_kept(reading)


def test_a_mask_shows_three_characters_before_and_four_after_or_nothing() -> None:
    assert masked("530402198501011234") == "530***********1234"
    assert masked("12345678") == "123*5678"
    assert masked("1234567") == "*******"


def test_a_number_typed_as_a_number_has_lost_its_last_digits(workbooks: Workbooks) -> None:
    reading = workbooks.read([HEADING, ["A1", 1, A_DAY, "张三", 110105194912310021]])
    assert rules(reading) == ["irrecoverable_number"]
    assert "1949" not in everything_kept(reading)


def test_an_optional_person_may_be_missing_and_a_name_alone_is_nobody(workbooks: Workbooks) -> None:
    reading = workbooks.read([HEADING, ["A1", 1, A_DAY, None, None], ["A2", 1, A_DAY, "张三", None]])
    assert (values(reading, "person_key"), rules(reading)) == ([None, None], [])
    assert "张三" not in everything_kept(reading)


def test_a_required_person_needs_name_and_number(department_workbooks: Workbooks) -> None:
    heading = ["档案编号", "姓名", "身份证号", "所属乡镇", "困难类别", "家庭人口", "建档日期"]
    rest = ["甲镇", "深度困难", 3, A_DAY]
    rows = [["H1", "张三", None, *rest], ["H2", None, RIGHT_NUMBER, *rest], ["H3", None, None, *rest]]
    reading = department_workbooks.read([heading, *rows])
    assert reading.ledger == "hardship_household"
    assert reading.problems.select("row", "column", "rule").rows() == [
        (2, "身份证号", "missing_value"),
        (3, "姓名", "missing_value"),
        (4, "姓名", "missing_value"),
    ]
    assert values(reading, "is_rejected") == [True, True, True]


def test_numbers_of_people_in_text_are_masked_before_loading(workbooks: Workbooks) -> None:
    text = f"李四 {RIGHT_NUMBER}，电话13812345678"
    reading = workbooks.cell("情况", text)
    assert values(reading, "remark") == ["李四 110***********002X，电话138****5678"]
    assert reading.as_read["remark"].to_list() == values(reading, "remark")
    assert rules(reading) == ["personal_content"]
    assert values(reading, "is_rejected") == [False]
    assert "13812345678" not in everything_kept(reading)


@pytest.mark.parametrize("text", [WRONG_NUMBER, "138123456789", "合同 91350100M000100Y43", "12012345678"])
def test_other_numbers_in_text_stay(workbooks: Workbooks, text: str) -> None:
    reading = workbooks.cell("情况", text)
    assert (values(reading, "remark"), rules(reading)) == ([text], [])


@pytest.mark.parametrize("number", [RIGHT_NUMBER, ALL_FIGURES, "13812345678", 13812345678, f"甲 {ALL_FIGURES}"])
@pytest.mark.parametrize("heading", ["人数", "金额", "目标", "所属乡镇", "日期"])
def test_a_number_of_a_person_in_another_column_is_no_value_of_it(
    workbooks: Workbooks, heading: str, number: str | int
) -> None:
    """Neither as an amount that somebody could add up, nor quoted other than masked."""
    reading = workbooks.cell(heading, number)
    assert sorted(rules(reading)) in (["bad_type", "personal_content"], ["bad_code", "personal_content"])
    assert str(number).removeprefix("甲 ") not in everything_kept(reading)


def test_the_number_of_an_owner_is_no_credit_code(workbooks: Workbooks) -> None:
    """Its 18 figures all belong to the alphabet of credit codes; eleven in a row are no mobile number there."""
    reading = workbooks.cell("信用代码", ALL_FIGURES)
    assert values(reading, "unit_code") == [None]
    assert (sorted(rules(reading)), ALL_FIGURES in everything_kept(reading)) == (
        ["bad_code", "personal_content"],
        False,
    )
    assert values(workbooks.cell("信用代码", "13812345678ABCDEF1"), "unit_code") == ["13812345678ABCDEF1"]


def test_an_old_number_is_no_count(workbooks: Workbooks) -> None:
    assert rules(workbooks.cell("人数", OLD_NUMBER)) == ["bad_type"]


def test_a_number_that_lost_its_last_figures_is_quoted_in_figures(workbooks: Workbooks) -> None:
    """Of the 18 figures a numeric cell keeps 15 or so."""
    reading = workbooks.cell("身份证号", 110105194912310000)
    assert reading.problems.select("rule", "value").rows() == [("irrecoverable_number", "110***********0000")]


def members(*joined: str | None, number: str | None = RIGHT_NUMBER) -> list[list[str | None]]:
    """A register of people born on 31 December 1949, or with another number, who joined on these days."""
    heading: list[str | None] = ["姓名", "身份证号", "工会编号", "用工类别", "入会时间"]
    return [heading, *(["张三", number, "G1", "正式", day] for day in joined)]


def test_a_rule_about_the_age_is_judged_while_the_number_is_at_hand(department_workbooks: Workbooks) -> None:
    reading = department_workbooks.read(members("1965-12-31", "1965.12.30", "1949-12-31"))
    assert reading.ledger == "member"
    assert reading.problems.select("row", "column", "field", "value", "rule", "severity").rows() == [
        (3, "入会时间", "joined_date", "1965.12.30", "broken_rule", "error"),
        (4, "入会时间", "joined_date", "1949-12-31", "broken_rule", "error"),
    ]
    assert values(reading, "is_rejected") == [False, True, True]
    assert "（依据台账声明 member.joined_date）" in reading.problems["zh"][0]


def test_the_birth_date_goes_no_further_than_the_rule(department_workbooks: Workbooks) -> None:
    reading = department_workbooks.read(members("1965-12-30", "2001-02-03"))
    assert set(reading.rows.columns) == {"row", "is_rejected", "occurrence", *ledgers()["member"].schema}
    for form in ("1949-12-31", "19491231", "1949年"):
        assert form not in everything_kept(reading)


def test_the_old_form_of_a_number_tells_the_age_too(department_workbooks: Workbooks) -> None:
    reading = department_workbooks.read(members("1965-12-31", "1965-12-30", number=OLD_NUMBER))
    assert rules(reading) == ["old_identity_number", "old_identity_number", "broken_rule"]


@pytest.mark.parametrize("number", [WRONG_NUMBER, None, "19491231"])
def test_without_a_right_number_no_age_is_judged(department_workbooks: Workbooks, number: str | None) -> None:
    reading = department_workbooks.read(members("1950-01-01", number=number))
    assert rules(reading) == ["bad_code" if number else "missing_value"]


def test_without_a_date_no_age_is_judged(department_workbooks: Workbooks) -> None:
    reading = department_workbooks.read(members(None, "去年"))
    assert rules(reading) == ["missing_value", "bad_type"]
