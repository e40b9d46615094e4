"""From the inbox to a published version: read, judge, load, compute, gate, publish."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from expectations.process import GateFailure, GateProcess
from pipelines.build_report import BuildReport, gate_frame, gate_refusal, report_from
from pipelines.config import Config, load_config
from pipelines.correcting.correction import Correction
from pipelines.correcting.corrections_file import load_corrections
from pipelines.home import Home
from pipelines.inbox import InboxFile, code_version, inbox_files, version_of
from pipelines.judging.judge import judge
from pipelines.judging.verdict import Judged
from pipelines.load import insert, load
from pipelines.quarantine import write_quarantine
from pipelines.reading.read import read_all
from pipelines.reading.sheet_reading import ReadingSettings, SheetReading
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

    Equal inputs give the version that exists already, which is then pointed to again. Raises
    :class:`Refusal` for wrong configuration or corrections, an empty inbox, a lost key or a busy
    home; a refusal of the gate is a report that is not published. Nothing is published then and
    the version published before stays.
    """
    started = time.monotonic()
    tell = progress or _silent
    config = load_config(home.config_file)
    corrections = load_corrections(home.corrections_file, ledgers(), config.county_code)
    files = inbox_files(home.inbox)
    store = Store(home.warehouse)
    with store.lock():
        secret = home.person_key_secret(has_versions=bool(store.versions()))
        version = version_of(files, [home.config_file, home.corrections_file], secret)
        if store.exists(version):
            store.clear_leftovers()
            store.point_to(version)
        else:
            refused = _make_version(home, store, config, corrections, files, secret, version, tell)
            if refused is not None:
                return refused.after(time.monotonic() - started)
        return report_from(store.database(version), version, published=True).after(time.monotonic() - started)


def _silent(_step: Label, _done: int, _total: int) -> None:
    return None


def _make_version(
    home: Home,
    store: Store,
    config: Config,
    corrections: Sequence[Correction],
    files: Sequence[InboxFile],
    secret: bytes,
    version: str,
    tell: Progress,
) -> BuildReport | None:
    """Writes, gates and publishes one version; a report when the gate refuses it."""
    gate = GateProcess.start()
    try:
        judged = read_and_judge(files, config, secret, tell, corrections)
        data_date = _known(judged.data_date, home.inbox)
        building = store.building(version)
        _fill(building, judged, config, data_date, version, tell)
        tell(GATE, 0, 1)
        results = gate.judge(building, table_suites(ledgers(), judged.tables))
        _record_gate(building, gate_frame(results))
        tell(GATE, 1, 1)
        if refusal := gate_refusal(results, home.inbox):
            report = report_from(building, version, published=False, refusal=refusal)
            store.discard(building)
            return report
        write_quarantine(home.quarantine, version, judged.problems)
        inputs = {file.name: file.sha256 for file in files}
        store.finish(building, version, {"inputs": inputs, "code_version": code_version()})
        return None
    except GateFailure as failure:
        raise Refusal(failure.zh, failure.en, "unionkpi build") from failure
    finally:
        gate.stop()


def read_and_judge(
    files: Sequence[InboxFile],
    config: Config,
    secret: bytes,
    tell: Progress = _silent,
    corrections: Sequence[Correction] = (),
) -> Judged:
    """Reads files and judges all their rows; the part of a build that ``check`` and benchmarks share."""
    readings = read_files(files, reading_settings(config, secret), tell)
    tell(JUDGING, 0, 1)
    judged = judge(
        readings,
        ledgers(),
        judge_settings(config),
        indicator_ids(),
        full_lists=config.full_lists,
        corrections=corrections,
    )
    tell(JUDGING, 1, 1)
    return judged


def read_files(files: Sequence[InboxFile], settings: ReadingSettings, tell: Progress = _silent) -> list[SheetReading]:
    """The readings of all files, in the order of the files."""
    named = [(file.path, file.name) for file in files]
    return read_all(named, ledgers(), settings, lambda done: tell(READING, done, len(files)))


def reading_settings(config: Config, secret: bytes) -> ReadingSettings:
    """What reading needs of the configuration, and the key."""
    return ReadingSettings(secret, config.county_code, config.headings)


def judge_settings(config: Config) -> dict[str, str]:
    """What rules between ledgers may know of the configuration, by name."""
    return {"mutual_aid_base_year": str(config.mutual_aid_base_year)}


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
