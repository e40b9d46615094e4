"""Parameters of a query: found where they are meant, of the right kind, and given only what they can have."""

import pytest

from warehouse.desk.asking.parameters import Parameter, Value, parameters_of, values_of
from warehouse.language import Label, Refusal


def names(sql: str) -> list[str]:
    return [parameter.name for parameter in parameters_of(sql)]


def kind(name: str) -> str:
    (parameter,) = parameters_of(f"select :{name}")
    return parameter.kind


def value(declaration: str, given: str) -> Value:
    return values_of(parameters_of(f"-- :x {declaration}\nselect :x"), {"x": given})["x"]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select 1", []),
        ("select :a, $b, :a", ["a", "b"]),
        ("select x::date, '12:30', ':no', \":no\" -- :no", []),
        ("/* :no */ select :yes", ["yes"]),
        ("select $$ :no $$, $tag$ :no $tag$, :yes", ["yes"]),
        ("select 'it''s :no', :yes", ["yes"]),
        ("select list[1:2], list[:end]", ["end"]),
        ("select {'no':no, \"no\":no}, list[no:no], list[length(list):no], no:no", []),
        ("select 'x'||:yes, x=:and_this, (:this)", ["yes", "and_this", "this"]),
        (r"select e'it\'s :no', E'\\', :yes", ["yes"]),
    ],
)
def test_they_are_found_outside_of_texts_names_and_comments(sql: str, expected: list[str]) -> None:
    assert names(sql) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("as_of", "as_of"),
        ("signed_date", "date"),
        ("since", "date"),
        ("township", "township"),
        ("region", "region"),
        ("department", "department"),
        ("indicator", "indicator"),
        ("year", "number"),
        ("days", "number"),
        ("least_amount", "number"),
        ("words", "text"),
    ],
)
def test_the_kind_follows_from_the_name(name: str, expected: str) -> None:
    assert kind(name) == expected


def test_a_comment_says_kind_beginning_and_name() -> None:
    sql = "-- :least number = 25 人数下限 | People at least\nselect :least, :words"
    assert parameters_of(sql) == (
        Parameter("least", "number", Label("人数下限", "People at least"), "25"),
        Parameter("words", "text", Label("words", "words")),
    )


def test_what_a_comment_says_of_a_kind_that_does_not_exist_is_a_comment() -> None:
    assert kind("x") == "text"
    (parameter,) = parameters_of("-- :x colour = red\nselect :x")
    assert (parameter.kind, parameter.default) == ("text", "")


@pytest.mark.parametrize(
    ("declaration", "given", "expected"),
    [
        ("number", "60", 60),
        ("number", "-1.5", -1.5),
        ("date", "2021-12-31", "2021-12-31"),
        ("as_of", "2021-12-31", "2021-12-31"),
        ("township", "", None),
        ("township", "530499001", "530499001"),
        ("department", "", None),
        ("region", "530499", "530499"),
        ("text", "", ""),
        ("text", " a'; drop table x ", "a'; drop table x"),
    ],
)
def test_what_may_be_given(declaration: str, given: str, expected: Value) -> None:
    assert value(declaration, given) == expected


@pytest.mark.parametrize(
    ("declaration", "given", "sentence"),
    [
        ("number 天数 | Days", "", "请填写参数“天数”，应为数字"),
        ("number", "1e9", "请填写参数“x”，应为数字"),
        ("number", "sixty", "请填写参数“x”，应为数字"),
        ("date", "31.12.2021", "参数“x”应为日期，如 2021-12-31"),
        ("date", "", "参数“x”应为日期，如 2021-12-31"),
        ("region", "", "请选择参数“x”"),
        ("indicator", "", "请选择参数“x”"),
    ],
)
def test_what_may_not(declaration: str, given: str, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        value(declaration, given)
    assert refused.value.label.zh == sentence


def test_what_nobody_gave_is_what_the_comment_says() -> None:
    assert values_of(parameters_of("-- :days number = 60\nselect :days"), {}) == {"days": 60}
