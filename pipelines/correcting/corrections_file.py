"""``corrections.toml`` of a home: read, typed as its columns demand, and refused in one sentence where it is wrong."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.correcting.correction import CellValue, Correction, Doubt, is_blank
from pipelines.ledger import Column, Kind, Ledger
from pipelines.reading.cell_rules import Place
from pipelines.reading.cells import LOST_PRECISION, raw_column
from pipelines.reading.given_columns import GivenColumn
from pipelines.reading.identity import without_personal_numbers
from pipelines.reading.problem import Problem
from pipelines.reading.sheet_reading import ReadingSettings
from pipelines.reading.texts import is_code
from pipelines.reading.tidy import tidy_columns
from warehouse.language import Refusal

BLOCK = "correction"
REQUIRED = ("ledger", "key", "column", "old", "new", "reason", "by")
OPTIONAL = ("until",)
NEXT = "unionkpi build"

_PERSON_KEY = re.compile(r"[0-9a-f]{64}")


def load_corrections(file: Path, ledgers: Mapping[str, Ledger], county_code: str) -> tuple[Correction, ...]:
    """The corrections of a file in its order, none when there is no file.

    Raises :class:`Refusal` in one sentence that names the file, the correction, the key and what is allowed.
    """
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return ()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal(
            f"{file.name} 不是有效的 TOML 文件（UTF-8 编码）：{error}",
            f"{file.name} is not a valid TOML file in UTF-8: {error}",
            NEXT,
        ) from None
    blocks = raw.pop(BLOCK, [])
    if raw or not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        other = f"{sorted(raw)[0]}：" if raw else ""
        raise Refusal(
            f"{file.name}：{other}文件里只可有 [[{BLOCK}]] 一类的段落",
            f"{file.name}: {other}only blocks [[{BLOCK}]] may stand in the file",
            NEXT,
        )
    settings = ReadingSettings(person_key_secret=b"", county_code=county_code)
    entries = [_Entry(file.name, number, block, ledgers, settings) for number, block in enumerate(blocks, start=1)]
    return _without_repetition([(entry, entry.correction()) for entry in entries])


def _without_repetition(read: list[tuple["_Entry", Correction]]) -> tuple[Correction, ...]:
    seen: dict[object, int] = {}
    for entry, correction in read:
        key = tuple((name, value.stored) for name, value in correction.key.items())
        old = correction.old.text if correction.old.stored is None else correction.old.stored
        about = (correction.ledger, key, correction.column, correction.old.text is None, old)
        if about in seen:
            raise entry.refusal(
                "old",
                f"与第{seen[about]}条更正的是同一个单元格的同一个原值，请只留一条",
                f"correction {seen[about]} is about the same old value of the same cell: keep one of them",
            )
        seen[about] = correction.number
    return tuple(correction for _, correction in read)


class _Entry:
    """One ``[[correction]]`` of the file."""

    def __init__(
        self,
        file_name: str,
        number: int,
        block: Mapping[str, Any],
        ledgers: Mapping[str, Ledger],
        settings: ReadingSettings,
    ) -> None:
        self.file_name, self.number, self.block = file_name, number, block
        self.ledgers, self.settings = ledgers, settings

    def refusal(self, field: str, zh: str, en: str) -> Refusal:
        return Refusal(
            f"{self.file_name} 第{self.number}条更正的 {field}：{zh}",
            f"{self.file_name}, correction {self.number}, {field}: {en}",
            NEXT,
        )

    def correction(self) -> Correction:
        self.check_names()
        ledger = self.ledger()
        column = self.column(ledger)
        key = self.key(ledger)
        old = self.value("old", column, self.block["old"])[0]
        new, problems = self.value("new", column, self.block["new"])
        self.refuse_errors("new", problems)
        if (old.text is None, old.stored) == (new.text is None, new.stored):
            raise self.refusal("new", "与 old 相同，没有可更正的", "equals old: there is nothing to correct")
        if column.stored_name in key and key[column.stored_name] != old:
            raise self.refusal(
                "old",
                f"更正的是主键列，old 应与 key 中的 {column.stored_name} 相同",
                f"a key column is corrected: old must be what key says of {column.stored_name}",
            )
        return Correction(
            number=self.number,
            ledger=ledger.id,
            key=key,
            column=column.stored_name,
            old=old,
            new=new,
            reason=self.sentence("reason"),
            by=self.sentence("by"),
            until=self.until(),
            doubts=tuple(Doubt(problem.rule, problem.zh, problem.en) for problem in problems),
        )

    def check_names(self) -> None:
        allowed = (*REQUIRED, *OPTIONAL)
        for name in self.block:
            if name not in allowed:
                listed = "、".join(allowed), ", ".join(allowed)
                raise self.refusal(name, f"没有这一项；可用：{listed[0]}", f"no such key; allowed: {listed[1]}")
        for name in REQUIRED:
            if name not in self.block:
                raise self.refusal(name, "必填", "is required")

    def ledger(self) -> Ledger:
        named = self.block["ledger"]
        if not isinstance(named, str) or named not in self.ledgers:
            zh = "、".join(f"{ledger_id}（{ledger.label.zh}）" for ledger_id, ledger in self.ledgers.items())
            raise self.refusal(
                "ledger", f"没有这个台账；可用：{zh}", f"no such ledger; allowed: {', '.join(self.ledgers)}"
            )
        return self.ledgers[named]

    def column(self, ledger: Ledger) -> Column:
        named = self.block["column"]
        for column in ledger.columns:
            if column.kind is Kind.PERSON and named in (column.name, column.stored_name):
                raise self.refusal(
                    "column",
                    "个人信息不能在这里更正，请由部门改正原表",
                    "personal data cannot be corrected here: have the department correct its workbook",
                )
            if named == column.stored_name:
                return column
        columns = [column for column in ledger.columns if column.kind is not Kind.PERSON]
        zh = "、".join(f"{column.stored_name}（{column.heading.zh}）" for column in columns)
        raise self.refusal(
            "column",
            f"台账 {ledger.id} 没有这一列；可用：{zh}",
            f"ledger {ledger.id} has no such column; allowed: {', '.join(column.stored_name for column in columns)}",
        )

    def key(self, ledger: Ledger) -> dict[str, CellValue]:
        given = self.block["key"]
        if not isinstance(given, dict) or set(given) != set(ledger.key):
            zh = "、".join(f"{name}（{ledger.column(name).heading.zh}）" for name in ledger.key)
            raise self.refusal(
                "key",
                f"应写全台账 {ledger.id} 的主键，且只写主键：{zh}",
                f"must give the key of ledger {ledger.id} and nothing else: {', '.join(ledger.key)}",
            )
        return {name: self.key_value(ledger.column(name), given[name]) for name in ledger.key}

    def key_value(self, column: Column, value: Any) -> CellValue:
        field = f"key.{column.stored_name}"
        if column.kind is Kind.PERSON:
            if not isinstance(value, str) or not _PERSON_KEY.fullmatch(value):
                raise self.refusal(
                    field,
                    "人只能写 person_key（数据仓库中的64位十六进制值），不能写姓名或身份证号",
                    "a person is named by person_key (64 hexadecimal digits of the warehouse), "
                    "never by name or identity number",
                )
            return CellValue(value, value)
        read, problems = self.value(field, column, value)
        self.refuse_errors(field, problems)
        return read

    def value(self, field: str, column: Column, value: Any) -> tuple[CellValue, list[Problem]]:
        """The value read as if it stood in a cell of the column, and what is wrong or odd about it."""
        if isinstance(value, datetime) or not isinstance(value, str | int | float | date):
            raise self.refusal(
                field,
                '应为文字、数字、true/false 或日期；空单元格写 ""',
                'must be text, a number, true or false, or a date; an empty cell is ""',
            )
        if isinstance(value, int) and abs(value) >= LOST_PRECISION:
            raise self.refusal(field, "超过15位的号码请加引号", "put a number of more than 15 digits in quotes")
        self.refuse_personal(field, str(value), mobiles=not is_code(column))
        place = Place(self.block["ledger"], column, column.heading.zh)
        row = pl.Series("row", [self.number], dtype=pl.Int64)
        (read,) = tidy_columns([GivenColumn(place, row, raw_column([value]))], self.settings)
        text: str | None = read.as_read.item()
        return CellValue(None if is_blank(text, column) else text, read.values.item()), read.problems

    def refuse_errors(self, field: str, problems: list[Problem]) -> None:
        for problem in problems:
            if problem.severity == "error":
                raise self.refusal(field, problem.zh, problem.en)

    def refuse_personal(self, field: str, text: str, *, mobiles: bool = True) -> None:
        if without_personal_numbers(text, mobiles=mobiles) != text:
            raise self.refusal(
                field,
                "含有身份证号或手机号；个人信息不能写进这个文件",
                "holds an identity or mobile number; personal data must not stand in this file",
            )

    def sentence(self, field: str) -> str:
        text = self.block[field]
        if not isinstance(text, str) or not text.strip():
            raise self.refusal(field, "必填，应为文字", "is required and must be text")
        self.refuse_personal(field, text)
        return text.strip()

    def until(self) -> date | None:
        value = self.block.get("until")
        try:
            day = date.fromisoformat(value) if isinstance(value, str) else value
        except ValueError:
            day = value
        if day is not None and (isinstance(day, datetime) or not isinstance(day, date)):
            raise self.refusal("until", "应为日期，如 2022-12-31", "must be a date such as 2022-12-31")
        return day
