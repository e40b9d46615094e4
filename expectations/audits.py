"""Audits: one SQL file each over the tables that no declaration describes (``expectations/audits/*.sql``).

A file starts with lines of comment that say what it is::

    -- suite: kpi                                 quality | meta | kpi | privacy
    -- subject: kpi.values                        what is judged
    -- critical: empty                            the query returns no row; or, with or without a critical line,
    -- warning: share between 0 and 0.05          a column of what it returns lies between, both bounds allowed
    -- zh: …    -- en: …                          what must hold and what to do, without a full stop

The query returns ``place_zh`` and ``place_en``, which say in words where it does not hold, sorted.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from expectations.check import Check, Frame, name_literal
from expectations.suite import Severity

AUDIT_FOLDER = Path(__file__).parent / "audits"
HEADER_LINE = re.compile(r"-- (suite|subject|critical|warning|zh|en): (.+)")
BETWEEN = re.compile(r"(?P<column>\w+) between (?P<low>[\d.]+) and (?P<high>[\d.]+)")


@dataclass(frozen=True, slots=True)
class Between:
    """A column whose values, nulls aside, lie between two bounds, both allowed."""

    column: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Audit:
    """One audit. Of each severity that it judges: bounds, or None where its query must return no row."""

    name: str
    suite: str
    subject: str
    expected: Mapping[Severity, Between | None]
    zh: str
    en: str
    sql: str

    def frame(self) -> Frame:
        """The audit as the gate runs it."""
        checks = tuple(self._check(severity, between) for severity, between in self.expected.items())
        return Frame(self.suite, f"{self.suite}.{self.name}", self.zh, self.en, self.sql, checks)

    def _check(self, severity: Severity, between: Between | None) -> Check:
        subject = f"{self.subject} ({self.name})"
        if between is None:
            return empty_check(subject, severity, self.zh, self.en, self.sql)
        column, low, high = between.column, between.low, between.high
        return Check(
            expectation="expect_column_values_to_be_between",
            arguments={"column": column, "min_value": low, "max_value": high},
            subject=subject,
            severity=severity,
            zh=self.zh,
            en=self.en,
            offenders=f"select place_zh, place_en from ({self.sql}) "  # noqa: S608
            f"where {name_literal(column)} not between {low} and {high}",
        )


def empty_check(subject: str, severity: Severity, zh: str, en: str, sql: str) -> Check:
    """The expectation that a query finds nothing."""
    return Check("expect_table_row_count_to_equal", {"value": 0}, subject, severity, zh, en, sql)


def load_audits(folder: Path = AUDIT_FOLDER) -> tuple[Audit, ...]:
    """All audits by file name. Raises ``ValueError`` naming the file whose header is not usable."""
    return tuple(parse_audit(file.stem, file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.sql")))


def parse_audit(name: str, text: str) -> Audit:
    """One audit from its file's text; raises like :func:`load_audits`."""
    matches = [match for line in text.splitlines() if (match := HEADER_LINE.fullmatch(line.rstrip()))]
    header = {match[1]: match[2] for match in matches}
    missing = {"suite", "subject", "zh", "en"} - header.keys()
    expected = {severity: _between(name, header[severity]) for severity in get_args(Severity) if severity in header}
    if missing or not expected:
        lacking = ", ".join([*sorted(missing), *([] if expected else ["critical or warning"])])
        raise ValueError(f"expectations/audits/{name}.sql: the header lacks {lacking}")
    return Audit(
        name, header["suite"], header["subject"], expected, header["zh"], header["en"], text.rstrip().rstrip(";")
    )


def _between(name: str, expectation: str) -> Between | None:
    if expectation == "empty":
        return None
    match = BETWEEN.fullmatch(expectation)
    if match is None:
        raise ValueError(
            f"expectations/audits/{name}.sql: {expectation!r} is neither 'empty' nor '<column> between 0 and 1'"
        )
    return Between(match["column"], float(match["low"]), float(match["high"]))
