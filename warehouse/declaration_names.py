"""What the words of declarations are called by people: of indicators, of ledgers and of their columns."""

from warehouse.language import Label

INDICATOR_KINDS = {
    "ratio": Label("比率", "ratio"),
    "count": Label("计数", "count"),
    "amount": Label("金额", "amount of money"),
    "average": Label("平均数", "average"),
    "number": Label("加权数", "weighted number"),
}
INDICATOR_TIMES = {
    "point": Label("截至当日的状态", "as it stands on the day"),
    "ytd": Label("当年1月1日起累计", "from 1 January to the day"),
    "month": Label("最近一个完整月份", "the last whole month"),
    "period": Label("当期（互助期等）", "the period under way, such as a mutual-aid period"),
}
DIRECTIONS = {
    "up": Label("越高越好", "higher is better"),
    "down": Label("越低越好", "lower is better"),
    "none": Label("只作描述", "descriptive only"),
}
SCOPES = {
    "township": Label("全县和各乡镇（街道）、系统", "county, townships and systems"),
    "county": Label("只有全县数", "county only"),
}
COLUMN_KINDS = {
    "text": Label("文字", "text"),
    "int": Label("整数", "whole number"),
    "number": Label("小数", "decimal number"),
    "money": Label("金额", "amount of money"),
    "date": Label("日期", "date"),
    "month": Label("月份", "month"),
    "year": Label("年份", "year"),
    "bool": Label("是或否", "yes or no"),
    "enum": Label("选项", "one of a list"),
    "town": Label("乡镇（街道）", "township"),
    "uscc": Label("统一社会信用代码", "credit code"),
    "person": Label("人员（只存密钥散列）", "person (a keyed hash is stored)"),
}
LEDGER_TIMES = {
    "event": Label("按发生日期", "happens on a day"),
    "span": Label("按有效期间", "in force from one day to another"),
    "month": Label("按所属月份", "belongs to a month"),
    "year": Label("按所属年份", "belongs to a year"),
    None: Label("不分时间", "without time"),
}
"""By ``time_kind`` of ``meta.ledgers``."""
