"""``config.toml`` read and validated: one sentence with file, key and allowed values for whatever is wrong."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

from pipelines.config import DEPARTMENT_NAMES, SERVICE_LIMITS, Config, Department, Mode
from pipelines.ledger import Frequency
from pipelines.own_headings import why_not
from pipelines.reading.headings import folded
from pipelines.registry import ledgers
from pipelines.submissions import CalendarRules
from pipelines.working_days import STATUTORY_YEARS, CalendarYear
from warehouse.access.sign_in_settings import parse_sign_in
from warehouse.language import Language, Refusal
from warehouse.snapshot.documents.brief_settings import parse_brief

TOP_LEVEL_KEYS = (
    "county_code",
    "county_name",
    "city_name",
    "organisation_name",
    "lang",
    "first_year",
    "departments",
    "ledgers",
    "headings",
    "thresholds",
    "service_limits",
    "mutual_aid",
    "submissions",
    "report",
    "brief",
    "sign_in",
    "calendar",
)

MOST_GRACE_DAYS = 27
"""One more, and the next month's regular file would be this February's in time."""

NO_LIMIT = "none"


def load_config(file: Path) -> Config:
    """Reads and validates ``config.toml``.

    Raises :class:`Refusal` in one sentence that names the file, the key and the allowed values.
    """
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise Refusal(
            f"找不到配置文件 {file.name}；它至少要有 county_code（6位区划代码）和 county_name（县名）",
            f"{file.name} is missing; it needs at least county_code (6 digits) and county_name",
            "unionkpi sample DIR",
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal(
            f"{file.name} 不是有效的 TOML 文件（UTF-8 编码）：{error}",
            f"{file.name} is not a valid TOML file in UTF-8: {error}",
            "unionkpi build",
        ) from None
    return _Reader(file.name, raw).config()


class _Reader:
    """Takes keys out of the parsed file one by one; what is left over is unknown."""

    def __init__(self, file_name: str, raw: dict[str, Any]) -> None:
        self.file_name = file_name
        self.raw = dict(raw)

    def refuse(self, key: str, zh: str, en: str) -> Refusal:
        return Refusal(f"{self.file_name} 的 {key}：{zh}", f"{self.file_name}, key {key}: {en}", "unionkpi build")

    def config(self) -> Config:
        code = self.take("county_code", _is_text, '必填，6位数字，如 county_code = "530499"', "required, 6 digits")
        if code is None or not re.fullmatch(r"\d{6}", code):
            raise self.refuse(
                "county_code", "必填，应为6位数字（加引号）", 'required: six digits in quotes, such as "530499"'
            )
        name = self.take("county_name", _is_text, "必填，县名", "required: the county's name")
        if not name or not name.strip():
            raise self.refuse("county_name", "必填，应为县名（文字）", "required: the county's name (text)")
        base = Config(county_code=code, county_name=name.strip())
        config = replace(base, **self.simple_keys(base), **self.tables(base))
        if self.raw:
            key = sorted(self.raw)[0]
            known = ", ".join(TOP_LEVEL_KEYS)
            raise self.refuse(key, f"没有这个配置项；可用：{known}", f"no such key; allowed: {known}")
        return config

    def take(self, key: str, fits: Callable[[Any], bool], zh: str, en: str) -> Any:
        value = self.raw.pop(key, None)
        if value is not None and not fits(value):
            raise self.refuse(key, zh, en)
        return value

    def simple_keys(self, base: Config) -> dict[str, Any]:
        languages = get_args(Language)
        found = {
            "city_name": self.take("city_name", _is_text, "应为文字", "must be text"),
            "organisation_name": self.take("organisation_name", _is_text, "应为文字", "must be text"),
            "lang": self.take("lang", lambda v: v in languages, "应为 zh 或 en", "must be zh or en"),
            "first_year": self.take("first_year", _is_year, "应为1990–2100之间的年份", "must be a year 1990–2100"),
        }
        return {key: getattr(base, key) if value is None else value for key, value in found.items()}

    def tables(self, base: Config) -> dict[str, Any]:
        limits = self.table("thresholds", ("large_payment", "procurement_split", "suppression"))
        aid = self.table("mutual_aid", ("base_year",))
        modes, frequencies = self.ledger_settings()
        return {
            "departments": self.departments(),
            "modes": modes,
            "frequencies": frequencies,
            "headings": self.headings(),
            "large_payment_amount": self.amount(limits, "large_payment", base.large_payment_amount),
            "procurement_split_amount": self.amount(limits, "procurement_split", base.procurement_split_amount),
            "suppression_threshold": self.whole(limits, "thresholds.suppression", 2, 100, base.suppression_threshold),
            "service_limits": self.service_limits(),
            "mutual_aid_base_year": self.whole(aid, "mutual_aid.base_year", 1980, 2100, base.mutual_aid_base_year),
            "submission_rules": self.submission_rules(base.submission_rules),
            "report_template": self.report_template(),
            "brief": parse_brief(self.raw.pop("brief", None), self.file_name),
            "sign_in": parse_sign_in(self.raw.pop("sign_in", None), self.file_name),
            "calendar": self.calendar(),
        }

    def table(self, key: str, allowed: tuple[str, ...] | None = None) -> dict[str, Any]:
        value = self.take(key, lambda v: isinstance(v, dict), "应为一个表", "must be a table")
        for inner in value or {}:
            if allowed is not None and inner not in allowed:
                names = ", ".join(allowed)
                raise self.refuse(f"{key}.{inner}", f"没有这个配置项；可用：{names}", f"no such key; allowed: {names}")
        return value or {}

    def departments(self) -> dict[str, Department]:
        given = self.table("departments")
        merged = {key: Department(name) for key, name in DEPARTMENT_NAMES.items()}
        keeper: dict[str, str] = {}
        for key, entry in given.items():
            merged[key] = self.department(key, entry)
            for ledger_id in merged[key].ledgers:
                if ledger_id in keeper:
                    both = f"{keeper[ledger_id]}, {key}"
                    raise self.refuse(
                        f"departments.{key}.ledgers",
                        f"台账 {ledger_id} 同时归 {both}",
                        f"ledger {ledger_id} is kept twice: {both}",
                    )
                keeper[ledger_id] = key
        return merged

    def department(self, key: str, entry: Any) -> Department:
        where = f"departments.{key}"
        if not isinstance(entry, dict) or not set(entry) <= {"name", "owner", "ledgers"}:
            raise self.refuse(where, "应有 name、owner、ledgers", "must have name, owner, ledgers and nothing else")
        if not _is_text(entry.get("name")) or not _is_text(entry.get("owner", "")):
            raise self.refuse(where, "name 必填，name 和 owner 应为文字", "name is required; name and owner are text")
        kept = entry.get("ledgers", [])
        if not isinstance(kept, list) or not all(ledger_id in ledgers() for ledger_id in kept):
            names = ", ".join(ledgers())
            raise self.refuse(
                f"{where}.ledgers", f"应为台账编号的列表；可用：{names}", f"must list ledger ids; allowed: {names}"
            )
        return Department(entry["name"], entry.get("owner", ""), tuple(kept))

    def ledger_settings(self) -> tuple[dict[str, Mode], dict[str, Frequency]]:
        modes: dict[str, Mode] = {}
        frequencies: dict[str, Frequency] = {}
        for ledger_id, entry in self.table("ledgers", tuple(ledgers())).items():
            where = f"ledgers.{ledger_id}"
            if not isinstance(entry, dict) or not set(entry) <= {"mode", "frequency"}:
                raise self.refuse(where, "只可有 mode、frequency", "may have mode and frequency only")
            if (mode := entry.get("mode")) is not None:
                modes[ledger_id] = self.one_of(f"{where}.mode", mode, get_args(Mode))
            if (frequency := entry.get("frequency")) is not None:
                frequencies[ledger_id] = self.one_of(f"{where}.frequency", frequency, get_args(Frequency))
        return modes, frequencies

    def headings(self) -> dict[str, dict[str, str]]:
        given = self.table("headings", tuple(ledgers()))
        for ledger_id, entry in given.items():
            where = f"headings.{ledger_id}"
            if not isinstance(entry, dict) or not all(_is_text(ours) for ours in entry.values()):
                raise self.refuse(where, '应为 "部室的表头" = "台账的表头"', 'must be "their heading" = "our heading"')
            for theirs, ours in entry.items():
                if reason := why_not(ledgers()[ledger_id], theirs, ours):
                    raise self.refuse(where, reason.zh, reason.en)
            meant = {(folded(theirs), ours) for theirs, ours in entry.items()}
            if len({theirs for theirs, _ in meant}) < len(meant):
                raise self.refuse(where, "同一个表头写了两种意思", "one heading is given two meanings")
        return given

    def one_of(self, key: str, value: Any, allowed: tuple[str, ...]) -> Any:
        if value not in allowed:
            raise self.refuse(key, f"应为 {'、'.join(allowed)} 之一", f"must be one of {', '.join(allowed)}")
        return value

    def amount(self, table: dict[str, Any], key: str, default: Decimal) -> Decimal:
        value = table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal) or value <= 0:
            raise self.refuse(f"thresholds.{key}", "应为大于0的金额（元）", "must be an amount in yuan above 0")
        return Decimal(str(value))

    def whole(self, table: dict[str, Any], key: str, low: int, high: int, default: int) -> int:
        value = table.get(key.split(".")[1], default)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self.refuse(key, f"应为{low}–{high}的整数", f"must be a whole number {low}–{high}")
        return value

    def submission_rules(self, default: CalendarRules) -> CalendarRules:
        table = self.table("submissions", ("grace_days", "since"))
        grace = self.whole(table, "submissions.grace_days", 0, MOST_GRACE_DAYS, default.grace_days)
        since = table.get("since")
        if since is None:
            return CalendarRules(grace)
        if not isinstance(since, str) or not re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", since):
            raise self.refuse("submissions.since", '应为月份，如 "2021-01"', 'must be a month such as "2021-01"')
        return CalendarRules(grace, date.fromisoformat(f"{since}-01"))

    def report_template(self) -> str:
        file = self.table("report", ("template",)).get("template", "")
        if not _is_text(file) or (file and not file.lower().endswith(".docx")):
            raise self.refuse("report.template", "应为 .docx 文件名", "must be the name of a .docx file")
        return str(file)

    def service_limits(self) -> dict[str, int | None]:
        given = self.table("service_limits", tuple(SERVICE_LIMITS))
        return {
            matter: self.service_limit(matter, given[matter]) if matter in given else default
            for matter, default in SERVICE_LIMITS.items()
        }

    def service_limit(self, matter: str, value: Any) -> int | None:
        if value == NO_LIMIT:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 366:
            raise self.refuse(
                f"service_limits.{matter}",
                f'应为0–366的整数（工作日；0表示当日办结），没有期限的写 "{NO_LIMIT}"',
                f'must be a whole number of working days 0–366 (0: the same day), or "{NO_LIMIT}" for no limit',
            )
        return value

    def calendar(self) -> dict[int, CalendarYear]:
        years: dict[int, CalendarYear] = {}
        for key, entry in self.table("calendar").items():
            days = entry if isinstance(entry, dict) and set(entry) <= {"holidays", "workdays"} else None
            if days is None or not re.fullmatch(r"\d{4}", key) or not _is_year(int(key)):
                raise self.refuse(
                    f"calendar.{key}",
                    "应为1990–2100之间的年份，如 [calendar.2027] holidays = [...]、workdays = [...]",
                    "must be a year 1990–2100 with holidays and workdays",
                )
            years[int(key)] = self.calendar_year(key, days)
        return years

    def calendar_year(self, key: str, days: dict[str, Any]) -> CalendarYear:
        year = CalendarYear(self.days(key, days, "holidays"), self.days(key, days, "workdays"))
        if not year.holidays and int(key) not in STATUTORY_YEARS:
            raise self.refuse(
                f"calendar.{key}.holidays", "应列出全年放假日", "must list the holidays of the whole year"
            )
        if both := sorted(set(year.holidays) & set(year.workdays)):
            raise self.refuse(
                f"calendar.{key}", f"{both[0]} 既是放假日又是上班日", f"{both[0]} is both a holiday and a working day"
            )
        return year

    def days(self, year: str, table: dict[str, Any], key: str) -> tuple[date, ...]:
        found: list[date] = []
        given = table.get(key, [])
        for value in given if isinstance(given, list) else [given]:
            try:
                day = value if type(value) is date else date.fromisoformat(value)
            except (TypeError, ValueError):
                day = None
            if day is None or day.year != int(year):
                raise self.refuse(
                    f"calendar.{year}.{key}",
                    f"应为{year}年的日期，如 {year}-01-01",
                    f"must be days of {year}, such as {year}-01-01",
                )
            found.append(day)
        return tuple(sorted(found))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_year(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1990 <= value <= 2100
