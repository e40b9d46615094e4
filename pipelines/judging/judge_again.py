"""Judging an inbox of which little has changed: only the ledgers that the change can reach are judged anew.

The verdict on a ledger's rows depends on the ledgers that it refers to, on those that its rules
read, and on theirs in turn; beyond these only on what the sheets of the whole inbox state. So the
verdict of the last build holds for every ledger of which nothing of this has changed. Where no sheet
states a date, everything decides what the data date is, and all is judged.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import polars as pl

from pipelines.judging.dependencies import Dependencies, dependencies_of, looked_into
from pipelines.judging.problem_table import in_order
from pipelines.judging.reach import Stated, stated_dates
from pipelines.judging.towns import TOWNSHIP
from pipelines.judging.verdict import Judged, skip_lines
from pipelines.ledger import Ledger
from pipelines.reading.sheet_reading import NamedFile, SheetReading
from pipelines.sealed_tables import SealedTables

_BY_LEDGER = ("sheets", "problems", "delisted", "replacements")


class JudgePart(Protocol):
    """Judges these readings as those of an inbox whose sheets state ``inbox``, by these ledgers."""

    def __call__(
        self, readings: Sequence[SheetReading], ledgers: Mapping[str, Ledger], inbox: Stated | None
    ) -> Judged: ...


@dataclass(frozen=True, slots=True)
class _Kept:
    """The last judgement: what each ledger's verdict depended on, and the names of the packs."""

    keys: Mapping[str, str]
    tables: Mapping[str, str]
    lines: str


class KeptJudgement:
    """The folder of a home in which the last judgement is kept.

    ``basis`` is everything beside the readings that a judgement depends on, as text: code, settings, lists.
    Corrections are not among it: where there are any, all is judged.
    """

    def __init__(self, folder: Path, secret: bytes, basis: Sequence[str]) -> None:
        self._store = SealedTables(folder, secret, basis)

    def judge(
        self,
        files: Sequence[NamedFile],
        readings: Sequence[SheetReading],
        ledgers: Mapping[str, Ledger],
        judge_part: JudgePart,
    ) -> Judged:
        """The same as ``judge_part(readings, ledgers, None)``; ``files`` are those that were read, with hashes."""
        if any(file.sha256 is None for file in files):
            return judge_part(readings, ledgers, None)
        inbox = stated_dates(readings)
        dependencies = dependencies_of(ledgers)
        keys = _keys(files, readings, dependencies, inbox)
        kept: _Kept | None = self._store.index()
        held = self._held(kept, keys) if inbox.latest is not None else {}
        needed = looked_into({TOWNSHIP} | set(ledgers) - set(held), dependencies)
        if kept and held:
            some = [reading for reading in readings if reading.ledger is None or reading.ledger in needed]
            part = judge_part(some, {name: ledgers[name] for name in ledgers if name in needed}, inbox)
            judged = self._joined(part, kept, held, readings, ledgers)
        else:
            judged = judge_part(readings, ledgers, None)
        with suppress(OSError):
            self._keep(judged, keys, kept, held)
        return judged

    def _held(self, kept: _Kept | None, keys: Mapping[str, str]) -> dict[str, pl.DataFrame]:
        """The tables of the ledgers on which the last verdict holds."""
        if kept is None or not self._store.has(kept.lines):
            return {}
        same = [ledger_id for ledger_id, key in keys.items() if kept.keys.get(ledger_id) == key]
        found = {ledger_id: self._store.tables(kept.tables[ledger_id]) for ledger_id in same}
        return {ledger_id: tables[ledger_id] for ledger_id, tables in found.items() if tables is not None}

    def _joined(
        self,
        part: Judged,
        kept: _Kept,
        held: Mapping[str, pl.DataFrame],
        readings: Sequence[SheetReading],
        ledgers: Mapping[str, Ledger],
    ) -> Judged:
        tables = {ledger_id: held[ledger_id] if ledger_id in held else part.tables[ledger_id] for ledger_id in ledgers}
        lines = {name: self._lines(name, part, kept, held) for name in _BY_LEDGER}
        return replace(
            part,
            tables=tables,
            sheets=_as_read(lines["sheets"], readings),
            skips=skip_lines(readings),
            problems=in_order(lines["problems"]),
            delisted=_by_ledger(lines["delisted"], ledgers),
            replacements=_by_ledger(lines["replacements"], ledgers),
        )

    def _lines(self, name: str, part: Judged, kept: _Kept, held: Iterable[str]) -> pl.DataFrame:
        is_held = pl.col("ledger_id").is_in(list(held)).fill_null(value=False)
        before = self._store.tables(kept.lines)
        assert before is not None
        lines: pl.DataFrame = getattr(part, name)
        return pl.concat([lines.filter(~is_held), before[name].filter(is_held)])

    def _keep(self, judged: Judged, keys: Mapping[str, str], kept: _Kept | None, held: Iterable[str]) -> None:
        same = set(held)
        tables = {
            ledger_id: kept.tables[ledger_id] if kept and ledger_id in same else self._store.add({ledger_id: table})
            for ledger_id, table in judged.tables.items()
        }
        lines = self._store.add({name: getattr(judged, name) for name in _BY_LEDGER})
        self._store.finish(_Kept(keys, tables, lines), {*tables.values(), lines})


def _keys(
    files: Sequence[NamedFile], readings: Sequence[SheetReading], dependencies: Dependencies, inbox: Stated
) -> dict[str, str]:
    """By ledger: a digest of everything that differs between inboxes and that its verdict depends on."""
    hashes = {file.name: file.sha256 for file in files}
    content: dict[str, list[str]] = {ledger_id: [] for ledger_id in dependencies}
    for reading in readings:
        if reading.ledger is not None:
            stated = inbox.of_file.get(reading.file)
            content[reading.ledger].append(f"{reading.file}\0{reading.sheet}\0{hashes[reading.file]}\0{stated}")
    digests = {ledger_id: hashlib.sha256("\n".join(lines).encode()).hexdigest() for ledger_id, lines in content.items()}
    return {
        ledger_id: f"{inbox.latest} "
        + " ".join(digests[name] for name in sorted(looked_into([ledger_id, TOWNSHIP], dependencies)))
        for ledger_id in dependencies
    }


def _as_read(sheets: pl.DataFrame, readings: Sequence[SheetReading]) -> pl.DataFrame:
    """The lines of sheets in the order of the readings."""
    order = pl.DataFrame(
        {"file": [reading.file for reading in readings], "sheet": [reading.sheet for reading in readings]},
        schema={"file": pl.String, "sheet": pl.String},
    )
    return order.join(sheets, on=["file", "sheet"], how="left", maintain_order="left").select(sheets.columns)


def _by_ledger(lines: pl.DataFrame, ledgers: Mapping[str, Ledger]) -> pl.DataFrame:
    """Lines in the order of the ledgers, within each as they were."""
    return lines.sort(pl.col("ledger_id").cast(pl.Enum(list(ledgers))), maintain_order=True)
