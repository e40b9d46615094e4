"""A query that is started and not waited for: finished, cancelled, forgotten, and noted whatever becomes of it."""

import gc
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.access.audit_log import Details
from warehouse.desk.asking.private_copies import PREFIX
from warehouse.desk.asking.question import begin_question, details, masked
from warehouse.desk.asking.refusals import refusal
from warehouse.desk.asking.sandbox import Answer, Running, begin
from warehouse.desk.databases import Databases
from warehouse.language import Refusal

ENDLESS = "select count(*) from range(1000000) a, range(1000000) b"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    file = tmp_path_factory.mktemp("desk") / "one.duckdb"
    with duckdb.connect(str(file)) as con:
        con.execute("create schema ledger")
        con.execute("create table ledger.unions as select 7 as members")
    return Databases(file)


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The place for temporary files, empty before and after."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield tmp_path
    _wait(lambda: not list(tmp_path.glob(f"{PREFIX}*")))


def _wait(is_so: Callable[[], object]) -> None:
    until = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.01)


def running_endless(desk: Databases, temporary: Path) -> Running:
    """A query that runs: its copies are there."""
    running = begin(lambda: desk, ENDLESS)
    _wait(lambda: list(temporary.glob(f"{PREFIX}*/live.duckdb")))
    return running


def test_one_looks_whether_it_has_finished(desk: Databases) -> None:
    running = begin(lambda: desk, "select members from ledger.unions where members > :least", {"least": 1})
    _wait(running.finished)
    answer = running.answer()
    assert (answer.columns, answer.rows, answer.is_cut) == ((("members", "INTEGER"),), [[7]], False)
    assert 0 < answer.seconds < running.seconds
    assert running.seconds == running.seconds, "it stands still"


def test_it_may_be_cancelled_and_then_has_no_answer(desk: Databases, temporary: Path) -> None:
    running = running_endless(desk, temporary)
    assert not running.finished()
    running.cancel()
    assert running.finished()
    with pytest.raises(Refusal, match="Cancelled"):
        running.answer()
    assert list(temporary.iterdir()) == []


def test_it_may_be_cancelled_before_it_runs(desk: Databases) -> None:
    may_go_on = threading.Event()

    def made_later() -> Databases:
        may_go_on.wait()
        return desk

    ended: list[Answer | Refusal] = []
    running = begin(made_later, "select 1", at_its_end=ended.append)
    threading.Timer(0.05, may_go_on.set).start()
    running.cancel()
    with pytest.raises(Refusal, match="Cancelled"):
        running.answer()
    assert [str(one) for one in ended] == ["Cancelled"]


def test_forgetting_it_ends_it_and_removes_its_copies(desk: Databases, temporary: Path) -> None:
    ended = threading.Event()
    running = begin(lambda: desk, ENDLESS, at_its_end=lambda _: ended.set())
    _wait(lambda: list(temporary.glob(f"{PREFIX}*/live.duckdb")))
    del running
    gc.collect()
    assert ended.wait(20)
    _wait(lambda: not list(temporary.iterdir()))


def test_an_error_while_waiting_ends_it(desk: Databases, temporary: Path) -> None:
    with pytest.raises(KeyboardInterrupt), running_endless(desk, temporary):
        raise KeyboardInterrupt
    assert list(temporary.iterdir()) == []


def test_what_a_killed_process_has_left_is_cleared_by_the_next_query(desk: Databases, temporary: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left, theirs = temporary / f"{PREFIX}{ended.pid}-x", temporary / f"{PREFIX}{os.getpid()}-y"
    for folder in (left, theirs):
        folder.mkdir()
        (folder / "live.duckdb").touch()
    begin(lambda: desk, "select 1").answer()
    assert [folder.name for folder in temporary.iterdir()] == [theirs.name]
    os.utime(theirs, (0, 0))
    begin(lambda: desk, "select 1").answer()
    assert list(temporary.iterdir()) == []


def test_a_version_that_was_replaced_meanwhile_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="has just been replaced"):
        begin(lambda: Databases(tmp_path / "missing.duckdb"), "select 1").answer()


def test_an_answer_is_noted_with_its_rows_and_time(desk: Databases) -> None:
    answer = begin(lambda: desk, "select * from range(3)").answer()
    noted = details("select '530422199001011234'", answer, "2021-12.r1")
    assert noted == {
        "sql": "select '***'",
        "snapshot": "2021-12.r1",
        "rows": 3,
        "milliseconds": round(answer.seconds * 1000),
        "outcome": "answered",
    }


def test_a_refusal_and_a_cancelled_query_are_noted_with_why(tmp_path: Path) -> None:
    assert details("select 1", refusal("cancelled")) == {"sql": "select 1", "outcome": "Cancelled"}
    noted: list[Details] = []
    with pytest.raises(Refusal, match="Nothing has been published"):
        begin_question(tmp_path, "select '13800138000'", noted.append).answer()
    assert noted == [{"sql": "select '***'", "outcome": "Nothing has been published yet; build first"}]


def test_nobody_sees_what_could_not_be_noted(tmp_path: Path) -> None:
    def fails(_: Details) -> None:
        raise OSError("the log cannot be written")

    with pytest.raises(OSError, match="the log cannot be written"):
        begin_question(tmp_path, "select 1", fails).answer()


@pytest.mark.parametrize("number", ["530422199001011234", "53042219900101123x", "530422900101123", "13800138000"])
def test_what_may_be_a_persons_number_is_masked(number: str) -> None:
    assert masked(f"select * from x where a = '{number}'") == "select * from x where a = '***'"
    assert masked("select 2021, '2021-12-31', 530499001") == "select 2021, '2021-12-31', 530499001"
