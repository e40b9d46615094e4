"""A wrong word on the command line, told in one sentence of ours: Typer's are English and of several lines."""

import re
from typing import Any

from typer.exceptions import TyperException

from pipelines.command_line.invocation import HELP_COMMAND
from warehouse.language import Label, Refusal

EXPECTED = {
    "int_parsing": Label("应为整数", "it must be a whole number"),
    "int_parsing_size": Label("数字太长", "the number is too long"),
    "greater_than_equal": Label("不能小于{ge}", "it must be at least {ge}"),
    "less_than_equal": Label("不能大于{le}", "it must be at most {le}"),
}
"""What is expected of an option's value, by the kind of the error in it."""


def wrong_usage(error: TyperException) -> Refusal:
    """The sentence, with the command's help as what to run next."""
    named: Any = error
    hint = _parameter(named)
    match type(error).__name__:
        case "NoSuchOption":
            zh, en = f"没有选项 {named.option_name}", f"There is no option {named.option_name}"
        case "MissingParameter":
            zh, en = f"缺少参数 {hint}", f"{hint} is missing"
        case "BadOptionUsage" if "does not take a value" in error.message:
            zh, en = f"选项 {named.option_name} 后面没有值", f"Option {named.option_name} takes no value"
        case "BadOptionUsage":
            zh, en = f"选项 {named.option_name} 后面要有一个值", f"Option {named.option_name} needs a value"
        case "BadParameter":
            expected = _expected(error)
            zh, en = f"{hint} 的值不对：{expected.zh}", f"Invalid value of {hint}: {expected.en}"
        case "NoArgsIsHelpError":
            zh, en = "请给出要运行的命令", "Name a command to run"
        case "UsageError" if surplus := re.search(r"unexpected extra argument\S* \((.+)\)", error.message):
            zh, en = f"多余的参数：{surplus[1]}", f"Too many arguments: {surplus[1]}"
        case _:
            zh, en = f"命令用法不对：{error.format_message()}", f"Wrong usage: {error.format_message().rstrip('.')}"
    return Refusal(zh, en, _help_command(named))


def _expected(error: TyperException) -> Label:
    """What the value should be; in Typer's own words where we have none."""
    cause: Any = error.__cause__
    first = cause.errors()[0] if hasattr(cause, "errors") else {}
    if label := EXPECTED.get(first.get("type", "")):
        limits = first.get("ctx", {})
        return Label(label.zh.format(**limits), label.en.format(**limits))
    return Label(error.message, error.message.rstrip("."))


def _parameter(error: Any) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "?"
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.name)


def _help_command(error: Any) -> str:
    context = getattr(error, "ctx", None)
    return f"{context.command_path} --help" if context is not None else HELP_COMMAND
