"""Constructors that let a declaration read like the table it declares.

Headings that recur in many ledgers bring the ways departments write them; ``synonyms=`` in a
declaration replaces these.
"""

from typing import Any

from pipelines.ledger import Column, Kind, Value
from warehouse.language import Label

YUAN = Label("元", "yuan")
PEOPLE = Label("人", "people")
UNITS = Label("家", "units")

TOWNSHIP_HEADINGS = ("乡镇（街道）", "所属乡镇（街道）", "所在乡镇", "乡镇", "镇街", "属地")
CREDIT_CODE_HEADINGS = ("信用代码", "社会信用代码", "单位信用代码", "统一信用代码", "组织机构代码")
UNIT_NAME_HEADINGS = ("单位", "单位全称", "企业（单位）名称", "工作单位", "所在单位", "参互单位")
UNION_CODE_HEADINGS = ("工会统计代码", "基层工会统计代码", "工会代码", "工会统一社会信用代码", "组织编码")
EMPLOYEES_HEADINGS = ("职工总数", "职工数", "在职职工人数", "从业人员数", "用工人数")
EMPLOYEES_IN_ALL = (("职工", "合计"), ("职工", "小计"))
COVERED_WORKERS_HEADINGS = ("覆盖职工人数", "涉及职工数", "惠及职工", "职工人数")
CONTRACT_CODE_HEADINGS = ("协议编号", "合同号", "备案号")
HOUSEHOLD_CODE_HEADINGS = ("建档编号", "困难职工档案号", "帮扶编号", "档案号")
CAMPAIGN_HEADINGS = ("慰问批次", "活动名称", "慰问项目", "节点")
MONTH_HEADINGS = ("所属月份", "税款所属期", "所属期", "费款所属期")
PERIOD_HEADINGS = ("期数", "互助期次", "参互期次", "第几期")
TASK_CODE_HEADINGS = ("编号", "任务号")
BENEFICIARY_HEADINGS = ("慰问对象", "人员类别", "对象类型", "慰问对象类别", "职工类别")
PLATFORM_GROUP_HEADINGS = ("群体类别", "从业类别", "职业类型", "八大群体类别")
RESPONSIBLE_HEADINGS = ("责任部室", "责任科室", "牵头部门")
NAME_HEADINGS = ("职工姓名", "会员姓名", "受助人", "领取人")
IDENTITY_HEADINGS = ("身份证号码", "公民身份号码", "证件号码", "居民身份证号")


def _column(kind: Kind, name: str, zh: str, en: str, options: dict[str, Any]) -> Column:
    return Column(name=name, heading=Label(zh, en), kind=kind, **options)


def text(name: str, zh: str, en: str, **options: Any) -> Column:
    """Free text; identity-like and telephone-like numbers in it are masked before loading."""
    return _column(Kind.TEXT, name, zh, en, options)


def whole(name: str, zh: str, en: str, **options: Any) -> Column:
    """A whole number; negative is an error unless ``signed``."""
    return _column(Kind.INT, name, zh, en, options)


def number(name: str, zh: str, en: str, **options: Any) -> Column:
    """An exact decimal number with at most six decimals."""
    return _column(Kind.NUMBER, name, zh, en, options)


def money(name: str, zh: str, en: str, **options: Any) -> Column:
    """An amount in 元, exact to the cent."""
    return _column(Kind.MONEY, name, zh, en, {"unit": YUAN, **options})


def day(name: str, zh: str, en: str, **options: Any) -> Column:
    """A calendar day."""
    return _column(Kind.DATE, name, zh, en, options)


def month(name: str, zh: str, en: str, **options: Any) -> Column:
    """A month, stored as its first day."""
    return _column(Kind.MONTH, name, zh, en, options)


def year(name: str, zh: str, en: str, **options: Any) -> Column:
    """A calendar year."""
    return _column(Kind.YEAR, name, zh, en, options)


def flag(name: str, zh: str, en: str, **options: Any) -> Column:
    """Yes or no (是/否, √ ✓ 有 1 / × 无 0); an empty optional cell is no."""
    return _column(Kind.BOOL, name, zh, en, options)


def choice(name: str, zh: str, en: str, values: tuple[Value, ...], **options: Any) -> Column:
    """One of the listed values."""
    return _column(Kind.ENUM, name, zh, en, {"values": values, **options})


def town(name: str, zh: str, en: str, **options: Any) -> Column:
    """A township by name or nine-digit code; stored as the code."""
    return _column(Kind.TOWN, name, zh, en, {"synonyms": TOWNSHIP_HEADINGS, **options})


def credit_code(name: str, zh: str, en: str, **options: Any) -> Column:
    """A unified social credit code (GB 32100-2015), upper-cased."""
    return _column(Kind.USCC, name, zh, en, {"synonyms": CREDIT_CODE_HEADINGS, **options})


def person(
    name_zh: str = "姓名",
    name_en: str = "Name",
    identity_zh: str = "身份证号",
    identity_en: str = "Identity number",
    **options: Any,
) -> Column:
    """A person by name and identity number; stored as ``person_key`` only."""
    identity = {
        "identity_heading": Label(identity_zh, identity_en),
        "synonyms": NAME_HEADINGS,
        "identity_synonyms": IDENTITY_HEADINGS,
    }
    return _column(Kind.PERSON, "person", name_zh, name_en, {**identity, **options})
