"""What the rules of reading and judging are called by people, on pages and on the command line."""

from warehouse.language import Label, Language

RULE_NAMES = {
    "missing_value": Label("必填项为空", "missing value"),
    "bad_type": Label("格式不对", "wrong type"),
    "bad_code": Label("编码不对", "wrong code"),
    "not_allowed": Label("不在可选值内", "value not allowed"),
    "duplicate_key": Label("重复的行", "duplicate key"),
    "broken_rule": Label("违反台账规则", "broken rule"),
    "unknown_reference": Label("引用不存在", "unknown reference"),
    "irrecoverable_number": Label("长数字已失真", "irrecoverable number"),
    "missing_column": Label("缺必需的列", "missing column"),
    "unknown_column": Label("多余的列", "unknown column"),
    "forbidden_column": Label("不得收集的列", "forbidden column"),
    "unrecognised_sheet": Label("无法识别的表", "unrecognised sheet"),
    "unreadable_file": Label("无法读取的文件", "unreadable file"),
    "ambiguous_column": Label("两列同名", "ambiguous column"),
    "rejected_reference": Label("引用的行已退回", "reference to a rejected row"),
    "unchecked_reference": Label("引用未核对", "unchecked reference"),
    "approximate_value": Label("约数", "approximate value"),
    "hidden_cells": Label("隐藏的行列", "hidden cells"),
    "uncached_formula": Label("公式没有结果", "formula without a result"),
    "old_identity_number": Label("15位旧身份证号", "old identity number"),
    "repeated_content": Label("重复报送", "repeated content"),
    "personal_content": Label("含个人信息", "personal content"),
    "limited_format": Label("旧格式，检查有限", "limited format"),
    "unknown_calendar": Label("缺工作日历", "unknown calendar"),
    "not_in_later_list": Label("后来的名单已无", "not in a later list"),
}


def rule_name(rule: str, language: Language) -> str:
    """The rule in people's words; a rule without any is called by its identifier."""
    name = RULE_NAMES.get(rule)
    return name.in_language(language) if name else rule
