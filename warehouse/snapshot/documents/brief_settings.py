"""Number and addressees of the brief: the table ``[brief]`` of ``config.toml``.

[brief]
sent_to = ["市总工会"]            # 报送
copied_to = ["县委办公室"]        # 抄送
numbers = { "2021-03" = 7 }      # 期号 of a month; else one more than that of the month issued before it
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from warehouse.language import Refusal
from warehouse.snapshot.month import MONTH

TABLE = "brief"
KEYS = ("sent_to", "copied_to", "numbers")
LONGEST_NAME, LARGEST_NUMBER = 60, 9999


@dataclass(frozen=True, slots=True)
class BriefSettings:
    """The table's values; ``numbers`` by month, as ``2021-03``."""

    sent_to: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)


def parse_brief(raw: Any, file_name: str = "config.toml") -> BriefSettings:
    """The settings of a parsed table (None: all defaults); raises :class:`Refusal` naming the key that is wrong."""
    table = {} if raw is None else raw
    if not isinstance(table, dict):
        raise _refuse(file_name, TABLE, "应为一张表 [brief]", "must be a table [brief]")
    for key in table:
        if key not in KEYS:
            known = ", ".join(KEYS)
            raise _refuse(
                file_name, f"{TABLE}.{key}", f"没有这个配置项；可用：{known}", f"no such key; allowed: {known}"
            )
    return BriefSettings(
        sent_to=_names(table, "sent_to", file_name),
        copied_to=_names(table, "copied_to", file_name),
        numbers=_numbers(table.get("numbers", {}), file_name),
    )


def read_brief(config_file: Path) -> BriefSettings:
    """The settings of a home, the defaults without a file; raises :class:`Refusal` as :func:`parse_brief` does."""
    try:
        raw = tomllib.loads(config_file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return BriefSettings()
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise _refuse(config_file.name, TABLE, "文件读不了", "the file cannot be read") from None
    return parse_brief(raw.get(TABLE), config_file.name)


def number_of(month: str, issued: Mapping[str, datetime], settings: BriefSettings) -> int:
    """The number (期号) that a month's brief has within its year.

    ``issued`` are the months issued so far with the moment at which each was first issued. What is not configured is
    one more than the number of the month of that year issued before; a revision keeps the number of its month.
    """
    year = month[:4]
    order = sorted((moment, one) for one, moment in issued.items() if one[:4] == year)
    months = [one for _, one in order]
    if month not in months:
        months.append(month)
    number = 0
    for one in months[: months.index(month) + 1]:
        number = settings.numbers.get(one, number + 1)
    return number


def _names(table: Mapping[str, Any], key: str, file_name: str) -> tuple[str, ...]:
    names = table.get(key, [])
    if not isinstance(names, list) or not all(map(_is_name, names)):
        example = '["市总工会"]'
        raise _refuse(
            file_name,
            f"{TABLE}.{key}",
            f"应为单位名称的列表，每个不超过{LONGEST_NAME}个字，如 {example}",
            f"must be a list of names of at most {LONGEST_NAME} characters, such as {example}",
        )
    return tuple(name.strip() for name in names)


def _is_name(name: Any) -> bool:
    return isinstance(name, str) and bool(name.strip()) and len(name) <= LONGEST_NAME and name.isprintable()


def _numbers(numbers: Any, file_name: str) -> dict[str, int]:
    if not isinstance(numbers, dict) or not all(
        MONTH.fullmatch(month)
        and isinstance(number, int)
        and not isinstance(number, bool)
        and 1 <= number <= LARGEST_NUMBER
        for month, number in numbers.items()
    ):
        example = '{ "2021-03" = 7 }'
        raise _refuse(
            file_name,
            f"{TABLE}.numbers",
            f"应为月份和期号（1–{LARGEST_NUMBER}），如 {example}",
            f"must be months with their numbers (1–{LARGEST_NUMBER}), such as {example}",
        )
    return dict(numbers)


def _refuse(file_name: str, key: str, zh: str, en: str) -> Refusal:
    return Refusal(f"{file_name} 的 {key}：{zh}", f"{file_name}, key {key}: {en}", "unionkpi snapshot --help")
