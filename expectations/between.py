"""Rules between ledgers: each a SQL file in ``expectations/between`` that finds the rows breaking it.

A file begins with a header of ``-- name: value`` lines and a blank line::

    -- ledger: wage_contract             the ledger whose rows it judges
    -- reads: wage_contract_enterprise   other ledgers that it needs, comma separated; may be left out
    -- column: covered_enterprises       the stored column that the problem is reported at
    -- severity: warning                 error (the row is rejected) or warning
    -- zh: what is wrong and what to do, in Chinese
    -- en: the same in English

and selects the ``row_id`` of the rows that break it. It may read

- ``submitted.<table>``: the rows of a ledger that passed their own checks, with row_id, reach_date,
  source_file, source_sheet and source_row;
- ``latest.<table>``: of these the one with the latest reach for each key. Warnings judge these, so
  that a state that was corrected since is not complained about again; errors judge all submitted
  rows, because the one before takes the place of a rejected one;
- ``rejected.<table>``: the rows that were rejected before, for a rule that is not judged without them;
- ``remaining.<table>``: the rows that remain after superseding. A rule that reads these reads no other
  rows and is judged last; the row before takes the place of one that it rejects, and is judged again;
- ``settings``: name and value, both text (data_date and what configuration gives).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, get_args

import duckdb
import polars as pl

FOLDER = Path(__file__).parent / "between"
Severity = Literal["error", "warning"]
REQUIRED = ("ledger", "column", "severity", "zh", "en")
OPTIONAL = ("reads",)
RELATIONS = ("submitted", "latest", "rejected", "remaining")


@dataclass(frozen=True, slots=True)
class BetweenRule:
    """One rule: the ledger it judges, the ledgers it reads besides, where and what it reports."""

    name: str
    ledger: str
    reads: tuple[str, ...]
    column: str
    severity: Severity
    zh: str
    en: str
    sql: str

    @property
    def relations(self) -> tuple[tuple[str, str], ...]:
        """What the SQL reads, as (kind of :data:`RELATIONS`, table), each once and in order."""
        return tuple(sorted(set(re.findall(rf"\b({'|'.join(RELATIONS)})\.(\w+)", self.sql))))

    @property
    def is_judged_last(self) -> bool:
        """Whether it is about the rows that remain after superseding."""
        return any(kind == "remaining" for kind, _ in self.relations)


@cache
def load_rules() -> tuple[BetweenRule, ...]:
    """All rules in alphabetical order of their files; raises ``ValueError`` for a wrong header."""
    return tuple(parse_rule(file.stem, file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.sql")))


def parse_rule(name: str, text: str) -> BetweenRule:
    """The rule that a file's text declares; raises ``ValueError`` naming the file and the line."""
    header, _, sql = text.partition("\n\n")
    fields = _header_fields(name, header)
    missing = [field for field in REQUIRED if not fields.get(field)]
    if missing:
        raise ValueError(f"between/{name}.sql: the header lacks {', '.join(missing)}")
    severity = fields["severity"]
    if severity not in get_args(Severity):
        raise ValueError(f"between/{name}.sql: severity is error or warning, not {severity}")
    if "row_id" not in sql:
        raise ValueError(f"between/{name}.sql: after the header and a blank line it must select row_id")
    reads = tuple(part.strip() for part in fields.get("reads", "").split(",") if part.strip())
    rule = BetweenRule(
        name=name,
        ledger=fields["ledger"],
        reads=reads,
        column=fields["column"],
        severity="error" if severity == "error" else "warning",
        zh=fields["zh"],
        en=fields["en"],
        sql=sql.strip(),
    )
    if rule.is_judged_last and len({kind for kind, _ in rule.relations}) > 1:
        raise ValueError(f"between/{name}.sql: a rule about remaining rows reads no other rows")
    return rule


def _header_fields(name: str, header: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in header.splitlines():
        match = re.fullmatch(r"-- (\w+):\s*(.*)", line)
        if match is None or match[1] not in (*REQUIRED, *OPTIONAL):
            allowed = ", ".join((*REQUIRED, *OPTIONAL))
            raise ValueError(f"between/{name}.sql: “{line}” is no header line; it may name {allowed}")
        if match[1] in fields:
            raise ValueError(f"between/{name}.sql: the header names {match[1]} twice")
        fields[match[1]] = match[2].strip()
    return fields


class Session:
    """An in-memory database over the rows of all ledgers, on which rules are run one by one.

    ``tables`` maps table names (the plural) to their rows: a unique ``row_id`` that grows in the
    order of submission, ``reach_date`` and the ledger's stored columns. ``keys`` maps table names
    to their key columns, ``rejected`` to the rows rejected before (none where it lacks a table). A table
    enters the database when the first rule asks for it.
    """

    def __init__(
        self,
        tables: Mapping[str, pl.DataFrame],
        keys: Mapping[str, list[str]],
        settings: Mapping[str, str],
        rejected: Mapping[str, pl.DataFrame] | None = None,
    ) -> None:
        self.tables = tables
        self.keys = keys
        self.rejected = rejected or {}
        self.known: set[tuple[str, str]] = set()
        self.con = duckdb.connect(":memory:")
        for kind in RELATIONS:
            self.con.execute(f"create schema {kind}")
        self.con.execute("create table settings (name varchar primary key, value varchar)")
        for name, value in sorted(settings.items()):
            self.con.execute("insert into settings values (?, ?)", [name, value])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.con.close()

    def broken_rows(self, rule: BetweenRule) -> list[int]:
        """The row_ids of the judged ledger's rows that break the rule, ascending."""
        for kind, table in rule.relations:
            self._provide(kind, table)
        found = self.con.execute(rule.sql).fetchall()
        return sorted({int(row_id) for (row_id,) in found})

    def _provide(self, kind: str, table: str) -> None:
        if (kind, table) in self.known:
            return
        self.con.register("arriving", self._rows(kind, table))
        self.con.execute(f'create table {kind}."{table}" as select * from arriving')  # noqa: S608  names are ours
        self.con.unregister("arriving")
        self.known.add((kind, table))

    def _rows(self, kind: str, table: str) -> pl.DataFrame:
        frame = self.tables[table]
        if kind == "rejected":
            return self.rejected.get(table, frame.clear())
        return _latest(frame, self.keys[table]) if kind == "latest" else frame


def _latest(frame: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    """One row a key: the latest reach, with equal reach the one submitted last."""
    in_order = frame.sort("reach_date", "row_id", nulls_last=False)
    return in_order.unique(subset=keys, keep="last", maintain_order=True)


def broken_rows(
    rule: BetweenRule,
    tables: Mapping[str, pl.DataFrame],
    keys: Mapping[str, list[str]],
    settings: Mapping[str, str],
    rejected: Mapping[str, pl.DataFrame] | None = None,
) -> list[int]:
    """The row_ids that break one rule; see :class:`Session` for what goes in."""
    with Session(tables, keys, settings, rejected) as session:
        return session.broken_rows(rule)
