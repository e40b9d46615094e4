"""From a declaration to the columns of a template: headings, rules, notes, examples."""

import datetime as dt
from typing import Any

import polars as pl
import pytest

from pipelines.columns import choice, credit_code, day, flag, money, month, number, person, text, town, whole, year
from pipelines.ledger import CATALOGUE, Ledger, Reference, Span, Value
from pipelines.registry import ledgers
from pipelines.rules import error, warning
from pipelines.templates.examples import CREDIT_CODE, IDENTITY_NUMBER, example_of
from pipelines.templates.fields import Known, fields_of
from pipelines.templates.notes import note_of
from pipelines.templates.validation import fits_into_rule, validation_of
from warehouse.language import Label

GOODS = Ledger(
    id="goods",
    table="goods",
    label=Label("物资台账", "Goods"),
    grain=Label("一行一件", "One a row"),
    department="office",
    key=("goods_code",),
    time=Span("from_date", "to_date"),
    frequency="month",
    columns=(
        text("goods_code", "物资编号", "Code", required=True),
        text("kpi_id", "指标", "Indicator", reference=Reference(CATALOGUE, "error")),
        text("union_code", "工会", "Union", reference=Reference("union", "error")),
        whole("people", "人数", "People", required=True, minimum=1, unit=Label("人", "people")),
        whole("area", "面积", "Area", unit=Label("平方米", "square metres")),
        whole("weight", "权重", "Weight", default=1),
        number("goal", "目标", "Goal", positive=True),
        money("amount", "金额", "Amount", description=Label("含税", "Tax included")),
        money("balance", "结余", "Balance", signed_warning=True),
        day("from_date", "开始日期", "From", required=True),
        day("to_date", "结束日期", "To"),
        month("month", "月份", "Month"),
        year("year", "年度", "Year"),
        flag("is_new", "是否新增", "Is new"),
        choice("kind", "种类", "Kind", (Value("甲", "first", ("1",)), Value("乙", "second")), required=True),
        town("township_code", "所属乡镇", "Township"),
        credit_code("unit_code", "信用代码", "Credit code"),
        person(),
    ),
    rules=(
        error("amount", pl.col("amount") > 100, "金额不能超过100", "At most 100"),
        warning("people", pl.col("people") > 9, "人数偏多", "Many people"),
    ),
)
KNOWN = Known("530499", ("青禾街道", "石桥镇"), {"union_density": "建会率"})
FIELDS = {(field.column.name, field.is_name): field for field in fields_of(GOODS, KNOWN)}


def field(name: str, *, is_name: bool = False) -> Any:
    return FIELDS[name, is_name]


@pytest.mark.parametrize(
    ("name", "heading"),
    [("people", "人数（人）"), ("amount", "金额（元）"), ("area", "面积"), ("goods_code", "物资编号")],
)
def test_a_heading_names_its_unit_where_the_reader_knows_it(name: str, heading: str) -> None:
    assert field(name).heading == heading


def test_a_person_has_two_columns() -> None:
    assert (field("person", is_name=True).heading, field("person").heading) == ("姓名", "身份证号")


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("people", {"validate": "integer", "criteria": ">=", "value": 1}),
        ("area", {"validate": "integer", "criteria": ">=", "value": 0}),
        ("goal", {"validate": "decimal", "criteria": ">", "value": 0}),
        ("amount", {"validate": "decimal", "criteria": ">=", "value": 0}),
        ("balance", {"validate": "decimal", "criteria": ">=", "value": -(10**15)}),
        ("from_date", {"validate": "date", "minimum": dt.date(1900, 1, 1), "maximum": dt.date(2199, 12, 31)}),
        ("year", {"validate": "integer", "minimum": 1900, "maximum": 2199}),
        ("unit_code", {"validate": "length", "criteria": "==", "value": 18}),
        ("is_new", {"validate": "list", "source": ["是", "否"], "error_type": "stop"}),
        ("kind", {"validate": "list", "source": ["甲", "乙"], "error_type": "stop"}),
        ("township_code", {"validate": "list", "source": ["青禾街道", "石桥镇"], "error_type": "warning"}),
        ("kpi_id", {"validate": "list", "source": ["union_density"], "error_type": "stop"}),
        ("month", {"validate": "custom"}),
        ("person", {"validate": "custom", "value": "=OR(LEN(B5)=18,LEN(B5)=15)"}),
    ],
)
def test_what_may_be_typed(name: str, rule: dict[str, Any]) -> None:
    found = validation_of(field(name), "B5", None)
    assert found is not None
    assert {key: found[key] for key in rule} == rule
    assert found["error_message"]


@pytest.mark.parametrize("name", ["goods_code", "union_code"])
def test_free_texts_have_no_rule(name: str) -> None:
    assert validation_of(field(name), "B5", None) is None


def test_townships_are_free_while_they_are_not_known() -> None:
    (free,) = [entry for entry in fields_of(GOODS, Known()) if entry.column.name == "township_code"]
    assert validation_of(free, "B5", None) is None


@pytest.mark.parametrize(
    ("choices", "fits"),
    [(("甲",) * 128, True), (("甲",) * 129, False), (("1,2", "3"), False), (("一、二", "三"), True)],
)
def test_long_lists_and_values_with_commas_stand_in_cells(choices: tuple[str, ...], fits: bool) -> None:
    known = Known(townships=choices)
    (towns,) = [entry for entry in fields_of(GOODS, known) if entry.column.name == "township_code"]
    assert fits_into_rule(towns) is fits


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "people",
            ["【人数（人）】", "必填", "填写：整数，如 12", "范围：不小于1", "提醒：人数偏多", "示例：1"],
        ),
        ("amount", ["【金额（元）】：含税", "选填", "范围：不能是负数", "单位：元", "核对：金额不能超过100"]),
        ("weight", ["选填，空着按“1”计", "示例：1"]),
        ("is_new", ["选填，空着按“否”计", "可选值：是、否"]),
        ("kind", ["必填", "可选值：甲、乙", "示例：甲"]),
        ("union_code", ["对照：应在《基层工会台账》中"]),
        ("balance", ["范围：可以是负数（退款或冲销）"]),
        ("unit_code", [f"示例：{CREDIT_CODE}"]),
        ("person", ["【身份证号】", f"示例：{IDENTITY_NUMBER}"]),
    ],
)
def test_the_note_on_a_heading(name: str, lines: list[str]) -> None:
    one = field(name)
    note = note_of(one, example_of(one, GOODS, KNOWN), GOODS, ledgers())
    assert [line for line in lines if line not in note.splitlines()] == []


def test_the_end_of_what_is_in_force_has_no_example() -> None:
    assert example_of(field("to_date"), GOODS, KNOWN) is None
    assert example_of(field("from_date"), GOODS, KNOWN) == dt.date(2021, 3, 5)
