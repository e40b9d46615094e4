"""The sentences and severities of what can be wrong with one cell."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from pipelines.ledger import Column, Kind, Severity
from pipelines.reading.problem import Problem
from warehouse.language import Label

EXPECTED: dict[Kind, Label] = {
    Kind.TEXT: Label("文字", "text"),
    Kind.INT: Label("整数，如 12", "a whole number such as 12"),
    Kind.NUMBER: Label("数字，如 12.5", "a number such as 12.5"),
    Kind.MONEY: Label("金额，最多两位小数，如 1200.50", "an amount with at most two decimals such as 1200.50"),
    Kind.DATE: Label("完整日期，年份四位，如 2021-03-05", "a whole date with a year of four digits such as 2021-03-05"),
    Kind.MONTH: Label("月份，如 2021-03", "a month such as 2021-03"),
    Kind.YEAR: Label("四位年份，如 2021", "a year of four digits such as 2021"),
    Kind.BOOL: Label("“是”或“否”", "是 (yes) or 否 (no)"),
    Kind.USCC: Label(
        "18位统一社会信用代码（不含 I、O、S、V、Z）", "a credit code of 18 characters without I, O, S, V and Z"
    ),
    Kind.TOWN: Label("乡镇（街道）名称或9位区划代码", "a township's name or nine-digit code"),
    Kind.PERSON: Label("校验位和出生日期正确的身份证号", "an identity number with a right check digit and birth date"),
}
_CODE_LISTS = {
    "industry_section": Label(
        "国民经济行业门类（A–T 或其名称）", "a section of GB/T 4754 (a letter from A to T or its name)"
    ),
    "county_township": Label(
        "以本县6位区划代码开头的9位代码", "nine digits that begin with the county's six-digit code"
    ),
}

_A_BODY = Label(
    "应为部室或领导班子的名称，不能是个人的姓名或职务",
    "should name a department or the leading group, never a person by name or office",
)


@dataclass(frozen=True, slots=True)
class Place:
    """A column in a sheet, for the problems found there."""

    ledger_id: str
    column: Column
    heading: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Where in a stack of columns a rule is broken, and what to say of it; null is nothing to judge.

    ``said`` gives the rule and the sentence of a column, ``concerns`` tells which columns are meant.
    """

    where: pl.Series
    severity: Severity
    said: Callable[[Place], tuple[str, Label]]
    concerns: Callable[[Column], bool] = lambda _column: True

    def problems(self, place: Place, rows: pl.Series, values: pl.Series, positions: list[int]) -> list[Problem]:
        """One problem for each of the positions in a column; ``values`` are its cells as read, masked."""
        rule, message = self.said(place)
        said = (rule, self.severity, message.zh, message.en)
        found = zip(rows.gather(positions).to_list(), values.gather(positions).to_list(), strict=True)
        return [Problem(row, place.heading, place.column.stored_name, value, *said) for row, value in found]


def unfit(place: Place) -> tuple[str, Label]:
    """The rule and the sentence for a cell that cannot be read as its column's kind."""
    column, name = place.column, f"“{place.heading}”"
    if column.kind is Kind.ENUM:
        allowed = "、".join(value.zh for value in column.values)
        return "not_allowed", Label(
            f"{name}的内容不在可选值之内，请改为：{allowed}", f"{name} holds no allowed value, use one of: {allowed}"
        )
    if column.names_a_body:
        return broken_rule(place, _A_BODY)
    expected = _CODE_LISTS[column.code_list] if column.code_list else EXPECTED[column.kind]
    is_code = column.code_list is not None or column.kind in (Kind.USCC, Kind.TOWN, Kind.PERSON)
    return "bad_code" if is_code else "bad_type", Label(
        f"{name}的内容有误，应为{expected.zh}，请核对后改正", f"{name} should be {expected.en}: check and correct it"
    )


def missing_value(place: Place) -> tuple[str, Label]:
    """An empty cell of a required column."""
    return "missing_value", missing(place.heading)


def missing(heading: str) -> Label:
    """What to say of an empty cell under a heading that must be filled."""
    return Label(f"“{heading}”是必填项，不能为空，请补填", f"“{heading}” is required: fill it in")


def lost_digits(place: Place) -> tuple[str, Label]:
    """A long number that Excel has rounded."""
    heading = place.heading
    return "irrecoverable_number", Label(
        f"“{heading}”是以数字格式录入的超过15位的号码，末几位已丢失，无法恢复；请把该列设为文本格式后重新录入",
        f"“{heading}” was typed as a number of more than 15 digits and has lost its last ones for good: "
        "format the column as text and type it again",
    )


def doubtful(place: Place) -> tuple[str, Label]:
    """The warning of a cell that is loaded although something about it is odd."""
    column, name = place.column, f"“{place.heading}”"
    if column.kind is Kind.USCC:
        return "bad_code", Label(
            f"{name}的校验位不符（个别早期代码如此），已按原样入库，请与证照核对",
            f"the check character of {name} is wrong, as it is in some early codes: loaded as it is, compare it "
            "with the certificate",
        )
    if column.kind is Kind.PERSON:
        return "old_identity_number", Label(
            f"{name}是15位旧号码，已换算为18位，请改为现用号码",
            f"{name} is in the old form of 15 digits and was expanded to 18: replace it by the current number",
        )
    return "approximate_value", Label(
        f"{name}写的是约数，已按所写数字入库，请改为准确数",
        f"{name} is approximate and was loaded as written: state it exactly",
    )


def personal_content(place: Place) -> tuple[str, Label]:
    """A text with an identity or mobile number in it."""
    heading = place.heading
    return "personal_content", Label(
        f"“{heading}”中含有身份证号或手机号，已打码，请在原表中删去",
        f"“{heading}” holds an identity or mobile number, which is masked here: remove it from the ledger",
    )


def uncached_formula(place: Place) -> tuple[str, Label]:
    """A formula whose result the file does not hold."""
    heading = place.heading
    return "uncached_formula", Label(
        f"“{heading}”是公式，但文件里没有保存计算结果，读出来是空的；请用 Excel 打开保存一次，或改为数值",
        f"“{heading}” is a formula without a stored result and reads as empty: open and save the file in Excel",
    )


def advised_value(place: Place) -> tuple[str, Label]:
    """An empty cell that should be filled although it need not be."""
    return broken_rule(place, Label("为空，请补填", "is empty: fill it in"))


def broken_rule(place: Place, demand: Label) -> tuple[str, Label]:
    """A rule of the declaration that a cell breaks."""
    source = f"{place.ledger_id}.{place.column.stored_name}"
    return "broken_rule", Label(
        f"“{place.heading}”{demand.zh}，请核对后改正（依据台账声明 {source}）",
        f"“{place.heading}” {demand.en}: check and correct it (declaration {source})",
    )
