"""Headings as departments write them, and the columns of a ledger that they mean."""

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipelines.ledger import Kind, Ledger
from pipelines.reading.amounts import COUNTERS, MONEY_UNITS

ROW_NUMBER_HEADINGS = {"序号", "序"}
FORBIDDEN_WORDS = (
    *("电话", "手机", "银行", "账号", "卡号", "开户", "住址", "地址", "病", "诊断", "体检结论", "检查结果"),
    *("邮箱", "微信"),
)

_UNITS = {*MONEY_UNITS, *COUNTERS, "%", "百分比"}
_IN_BRACKETS = re.compile(r"[(\[【](?:单位:?)?([^()\[\]【】]+)[)\]】]")
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_PART = "其中"
_GROUP_ENDINGS = ("", "数", "人数", "总数", "情况")


@dataclass(frozen=True, slots=True)
class Target:
    """A column of a ledger that a heading means; a person has two headings."""

    stored_name: str
    part: Literal["", "name"] = ""


@dataclass(frozen=True, slots=True)
class HeadingCell:
    """One column's heading: ``text`` as it may be told, ``lower`` and ``upper`` folded (upper may be empty)."""

    text: str
    lower: str
    upper: str = ""

    @property
    def money_unit(self) -> int | None:
        """The unit named in brackets, in 元."""
        for level in (self.lower, self.upper):
            for unit in _IN_BRACKETS.findall(level):
                if unit in MONEY_UNITS:
                    return MONEY_UNITS[unit]
        return None


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """A heading in half width without spaces, line breaks and the asterisk of a required column."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).strip("*")


@lru_cache(maxsize=50_000)
def without_unit(heading: str) -> str:
    """A folded heading without a unit in brackets; other brackets belong to its name."""
    return _IN_BRACKETS.sub(lambda found: "" if found[1] in _UNITS else found[0], heading)


class LedgerHeadings:
    """The headings by which the columns of one ledger are known.

    ``required`` are those that a sheet must have, ``unnamed`` those of them that no title or name can give.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.required = required_targets(ledger)
        self.unnamed = [target for target in self.required if not _may_be_named(ledger, target)]
        self._by_name: dict[str, Target] = {}
        self._by_parent: dict[tuple[str, str], Target] = {}
        for declared in (True, False):
            for name, target in _spellings(ledger, declared=declared):
                self._by_name.setdefault(folded(name), target)
        for column in ledger.columns:
            for parent, lower in column.parented_synonyms:
                self._by_parent[folded(parent), folded(lower)] = Target(column.stored_name)

    @property
    def names(self) -> Collection[str]:
        """All folded headings."""
        return self._by_name.keys()

    def target(self, heading: HeadingCell) -> Target | None:
        """The column that the heading means: by its lower text, else upper and lower together."""
        lower, upper = without_unit(heading.lower), without_unit(heading.upper)
        for name in (heading.lower, lower, heading.upper + heading.lower, upper + lower):
            if name in self._by_name:
                return self._by_name[name]
        return self._under_parent(upper, lower) if upper else None

    def _under_parent(self, upper: str, lower: str) -> Target | None:
        for (parent, child), target in self._by_parent.items():
            if child == lower and upper in {parent + ending for ending in _GROUP_ENDINGS}:
                return target
        return None

    def nearest(self, heading: HeadingCell) -> str | None:
        """A declared heading or synonym that looks like this one, to be suggested and never applied.

        发放时间 looks like 发放日期; 其中：女 says nothing that could look like anything without its upper heading.
        """
        lower = without_unit(heading.lower)
        spellings = {_dated(name): target for name, target in reversed(self._by_name.items())}
        near = difflib.get_close_matches(_dated(lower), list(spellings), n=1, cutoff=0.6)
        if not near or lower.rsplit("/", 1)[-1].startswith(_PART):
            return None
        return heading_of(self.ledger, spellings[near[0]])


class KnownHeadings:
    """The headings of all ledgers, in the order of their ids."""

    def __init__(self, ledgers: Mapping[str, Ledger]) -> None:
        self.ledgers = [LedgerHeadings(ledgers[ledger_id]) for ledger_id in sorted(ledgers)]
        self.names = frozenset(name for headings in self.ledgers for name in headings.names)
        self._by_id = {headings.ledger.id: headings for headings in self.ledgers}
        self._meanings: dict[HeadingCell, dict[str, Target]] = {}

    def meanings(self, heading: HeadingCell) -> Mapping[str, Target]:
        """The column that the heading means, by id of each ledger that has one."""
        if heading not in self._meanings:
            targets = {headings.ledger.id: headings.target(heading) for headings in self.ledgers}
            self._meanings[heading] = {ledger_id: target for ledger_id, target in targets.items() if target}
        return self._meanings[heading]

    def of(self, ledger: Ledger) -> LedgerHeadings:
        """The headings of one of the ledgers."""
        return self._by_id[ledger.id]


def heading_of(ledger: Ledger, target: Target) -> str:
    """The declared heading of a target."""
    column = ledger.column(target.stored_name)
    if column.kind is Kind.PERSON and target.part == "" and column.identity_heading:
        return column.identity_heading.zh
    return column.heading.zh


def _dated(name: str) -> str:
    """A heading with 日期 for 时间, which departments write for one another."""
    return name.replace("时间", "日期")


def _spellings(ledger: Ledger, *, declared: bool) -> Iterable[tuple[str, Target]]:
    for column in ledger.columns:
        main = Target(column.stored_name)
        if column.kind is Kind.PERSON:
            identity = [column.identity_heading.zh] if column.identity_heading else []
            for name in identity if declared else column.identity_synonyms:
                yield name, main
            main = Target(column.stored_name, "name")
        for name in [column.heading.zh] if declared else column.synonyms:
            yield name, main


def required_targets(ledger: Ledger) -> list[Target]:
    """The headings that a sheet must have; a person counts by name and by identity number."""
    targets = []
    for column in ledger.columns:
        if column.required:
            if column.kind is Kind.PERSON:
                targets.append(Target(column.stored_name, "name"))
            targets.append(Target(column.stored_name))
    return targets


def _may_be_named(ledger: Ledger, target: Target) -> bool:
    is_spared = target.stored_name == ledger.absent_key_column
    return is_spared or ledger.column(target.stored_name).kind in (Kind.YEAR, Kind.MONTH, Kind.ENUM)


def is_forbidden(heading: HeadingCell) -> bool:
    """Whether the column may hold personal details that are never read."""
    return any(word in heading.upper + heading.lower for word in FORBIDDEN_WORDS)
