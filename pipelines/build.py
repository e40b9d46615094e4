"""From the inbox to a published version: read, judge, load, compute, gate, publish."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib.metadata import version as installed_version
from pathlib import Path

import duckdb
import polars as pl

from expectations.process import GateFailure, GateProcess
from pipelines.build_report import BuildReport, gate_frame, gate_refusal, report_from
from pipelines.config import Config
from pipelines.config_file import load_config
from pipelines.correcting.correction import Correction
from pipelines.correcting.corrections_file import load_corrections
from pipelines.home import Home
from pipelines.inbox import NOT_READ, code_version, inbox_files, version_of
from pipelines.judging.judge import judge
from pipelines.judging.judge_again import KeptJudgement
from pipelines.judging.reach import Stated
from pipelines.judging.verdict import Judged
from pipelines.ledger import Ledger
from pipelines.load import insert, load
from pipelines.quarantine import write_quarantine
from pipelines.reading.cache import ReadingCache
from pipelines.reading.read import read_all
from pipelines.reading.sheet_reading import NamedFile, ReadingSettings, SheetReading
from pipelines.registry import ledgers
from pipelines.suites import table_suites
from warehouse.indicator import indicators
from warehouse.kpi_tables import compute_and_store
from warehouse.language import Label, Refusal
from warehouse.mart import build_marts
from warehouse.publish import Store

Progress = Callable[[Label, int, int], None]
"""Called with the step, how much of it is done and how much there is."""

READING = Label("读取台账", "Reading ledgers")
JUDGING = Label("核对", "Checking")
LOADING = Label("入库", "Loading")
COMPUTING = Label("计算指标", "Computing indicators")
GATE = Label("质量闸门", "Quality gate")


def build(home: Home, progress: Progress | None = None) -> BuildReport:
    """Builds and publishes a version of the home's inbox.

    Equal inputs give the version that exists already, which is then pointed to again; one whose files were damaged is
    made anew. Raises
    :class:`Refusal` for wrong configuration or corrections, an empty inbox, a lost key or a busy
    home; a refusal of the gate is a report that is not published. Nothing is published then and
    the version published before stays.
    """
    started = time.monotonic()
    tell = progress or silent
    config = load_config(home.config_file)
    corrections = load_corrections(home.corrections_file, ledgers(), config.county_code)
    files = inbox_files(home.inbox)
    store = Store(home.warehouse)
    with store.lock():
        secret = home.person_key_secret(has_versions=bool(store.versions()))
        settings_files = [home.config_file, home.corrections_file]
        version = version_of(files, settings_files, secret)
        if not store.is_intact(version):
            gate = GateProcess.start()
            try:
                readings = read_files(files, reading_settings(config, secret), tell, home.cache)
                files = _as_read(files, readings)
                version = version_of(files, settings_files, secret)
                if not store.is_intact(version):
                    judged = judge_readings(files, readings, config, secret, tell, corrections, home.cache)
                    refused = _make_version(home, store, config, files, judged, version, gate, tell)
                    if refused is not None:
                        return refused.after(time.monotonic() - started)
            finally:
                gate.stop()
        store.clear_leftovers()
        store.point_to(version)
        return report_from(store.database(version), version, published=True).after(time.monotonic() - started)


def _as_read(files: Sequence[NamedFile], readings: Sequence[SheetReading]) -> list[NamedFile]:
    """The files as they go into the version: one that could not be read this time has no hash."""
    deferred = {reading.file for reading in readings if reading.is_deferred}
    return [replace(file, sha256=NOT_READ) if file.name in deferred else file for file in files]


def silent(_step: Label, _done: int, _total: int) -> None:
    """A progress that nobody is told of."""


def _make_version(
    home: Home,
    store: Store,
    config: Config,
    files: Sequence[NamedFile],
    judged: Judged,
    version: str,
    gate: GateProcess,
    tell: Progress,
) -> BuildReport | None:
    """Writes, gates and publishes one version; a report when the gate refuses it. Whatever else stops it, such as a
    full disk, leaves nothing of what was written."""
    data_date = _known(judged.data_date, home.inbox)
    building = store.building(version)
    try:
        _fill(building, judged, config, data_date, version, tell)
        tell(GATE, 0, 1)
        results = gate.judge(building, table_suites(ledgers(), judged.tables))
        _record_gate(building, gate_frame(results))
        tell(GATE, 1, 1)
        if refusal := gate_refusal(results, home.inbox):
            return report_from(building, version, published=False, refusal=refusal)
        write_quarantine(home.quarantine, version, judged.problems)
        inputs = {file.name: file.sha256 for file in files}
        store.finish(building, version, {"inputs": inputs, "code_version": code_version()})
        return None
    except GateFailure as failure:
        raise Refusal(failure.zh, failure.en, "unionkpi build") from failure
    finally:
        store.clear_leftovers()


def read_and_judge(
    files: Sequence[NamedFile],
    config: Config,
    secret: bytes,
    tell: Progress = silent,
    corrections: Sequence[Correction] = (),
    cache: Path | None = None,
) -> Judged:
    """Reads files and judges all their rows; the part of a build that benchmarks measure."""
    readings = read_files(files, reading_settings(config, secret), tell, cache)
    return judge_readings(files, readings, config, secret, tell, corrections, cache)


def judge_readings(
    files: Sequence[NamedFile],
    readings: Sequence[SheetReading],
    config: Config,
    secret: bytes,
    tell: Progress = silent,
    corrections: Sequence[Correction] = (),
    cache: Path | None = None,
) -> Judged:
    """Judges the rows of all sheets; what the last judgement in the folder ``cache`` settled is not judged again."""

    def judge_part(readings: Sequence[SheetReading], ledgers: Mapping[str, Ledger], inbox: Stated | None) -> Judged:
        return judge(
            readings,
            ledgers,
            judge_settings(config),
            indicator_ids(),
            full_lists=config.full_lists,
            calendar=config.working_calendar,
            corrections=corrections,
            inbox=inbox,
        )

    tell(JUDGING, 0, 1)
    if cache and not corrections:
        kept = KeptJudgement(cache / "judged", secret, _basis(config))
        judged = kept.judge(files, readings, ledgers(), judge_part)
    else:
        judged = judge_part(readings, ledgers(), None)
    tell(JUDGING, 1, 1)
    return judged


def _basis(config: Config) -> tuple[str, ...]:
    """What a judgement depends on beside the readings, as text."""
    calendar = (installed_version("chinesecalendar"), sorted(config.working_calendar.configured.items()))
    return (
        code_version(),
        repr((sorted(judge_settings(config).items()), indicator_ids(), sorted(config.full_lists), calendar)),
        *reading_settings(config, b"").basis,
    )


def read_files(
    files: Sequence[NamedFile], settings: ReadingSettings, tell: Progress = silent, cache: Path | None = None
) -> list[SheetReading]:
    """The readings of all files, in their order; those that the folder ``cache`` knows are not read again."""
    tell(READING, 0, len(files))
    known = ReadingCache(cache / "readings", settings, code_version()) if cache else None
    return read_all(files, ledgers(), settings, lambda done: tell(READING, done, len(files)), known)


def reading_settings(config: Config, secret: bytes) -> ReadingSettings:
    """What reading needs of the configuration, and the key."""
    return ReadingSettings(secret, config.county_code, config.headings)


def judge_settings(config: Config) -> dict[str, str]:
    """What rules between ledgers may know of the configuration, by name; amounts are in 元."""
    return {
        "mutual_aid_base_year": str(config.mutual_aid_base_year),
        "large_payment_amount": str(config.large_payment_amount),
        "procurement_split_amount": str(config.procurement_split_amount),
    }


def indicator_ids() -> tuple[str, ...]:
    """The ids of the catalogue, which targets must name."""
    return tuple(indicators())


def _known(data_date: date | None, inbox: Path) -> date:
    if data_date is None:
        raise Refusal(
            "收件箱里没有一张能用的台账（没有任何一行带日期）；请先运行检查，看每份文件的问题",
            "No sheet of the inbox could be used (no row has a date): run the check to see what is wrong",
            f"unionkpi check {inbox}",
        )
    return data_date


def _fill(building: Path, judged: Judged, config: Config, data_date: date, version: str, tell: Progress) -> None:
    known = {"version": version, "code_version": code_version()}
    con = duckdb.connect(str(building))
    try:
        tell(LOADING, 0, 1)
        load(con, judged, ledgers(), config, data_date, known)
        build_marts(con)
        tell(LOADING, 1, 1)
        tell(COMPUTING, 0, 1)
        compute_and_store(con)
        tell(COMPUTING, 1, 1)
    finally:
        con.close()


def _record_gate(building: Path, results: pl.DataFrame) -> None:
    con = duckdb.connect(str(building))
    try:
        insert(con, "quality.gate", results)
    finally:
        con.close()
