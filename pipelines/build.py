"""From the inbox to a published version: read, judge, load, compute, gate, publish."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
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
from pipelines.judging.verdict import Judged
from pipelines.load import insert, load
from pipelines.progress import Progress, silent
from pipelines.quarantine import write_quarantine
from pipelines.read_and_judge import judge_readings, read_files, reading_settings
from pipelines.reading.sheet_reading import NamedFile, SheetReading
from pipelines.registry import ledgers
from pipelines.suites import table_suites
from warehouse.kpi_tables import compute_and_store
from warehouse.language import Label, Refusal
from warehouse.mart import build_marts
from warehouse.publish import Store

LOADING = Label("入库", "Loading")
COMPUTING = Label("计算指标", "Computing indicators")
GATE = Label("质量闸门", "Quality gate")


def build(home: Home, progress: Progress | None = None) -> BuildReport:
    """Builds and publishes a version of the home's inbox.

    Equal inputs give the version that exists already, which is then pointed to again; one whose files were damaged is
    made anew. Raises :class:`Refusal` for wrong configuration or corrections, an empty inbox, a lost key or a busy
    home; a refusal of the gate is a report that is not published. Nothing is published then and the version published
    before stays.
    """
    started = time.monotonic()
    tell = progress or silent
    config = load_config(home.config_file)
    corrections = load_corrections(home.corrections_file, ledgers(), config.county_code)
    files = inbox_files(home.inbox)
    store = Store(home.warehouse)
    with store.lock():
        secret = home.person_key_secret(has_versions=bool(store.versions()))
        version = version_of(files, _settings_files(home), secret)
        if not store.is_intact(version):
            version, refused = _make_version(home, store, config, files, secret, corrections, tell)
            if refused is not None:
                return refused.after(time.monotonic() - started)
        store.clear_leftovers()
        store.point_to(version)
        return report_from(store.database(version), version, published=True).after(time.monotonic() - started)


def _settings_files(home: Home) -> list[Path]:
    return [home.config_file, home.corrections_file]


def _make_version(
    home: Home,
    store: Store,
    config: Config,
    files: Sequence[NamedFile],
    secret: bytes,
    corrections: Sequence[Correction],
    tell: Progress,
) -> tuple[str, BuildReport | None]:
    """The name of the version that the files give as they could be read; a report where the gate refuses it."""
    gate = GateProcess.start()
    try:
        readings = read_files(files, reading_settings(config, secret), tell, home.cache)
        as_read = _as_read(files, readings)
        version = version_of(as_read, _settings_files(home), secret)
        if store.is_intact(version):
            return version, None
        judged = judge_readings(as_read, readings, config, secret, tell, corrections, home.cache)
        return version, _write_version(home, store, config, as_read, judged, version, gate, tell)
    finally:
        gate.stop()


def _as_read(files: Sequence[NamedFile], readings: Sequence[SheetReading]) -> list[NamedFile]:
    """The files as they go into the version: one that could not be read this time has no hash."""
    deferred = {reading.file for reading in readings if reading.is_deferred}
    return [replace(file, sha256=NOT_READ) if file.name in deferred else file for file in files]


def _write_version(
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
