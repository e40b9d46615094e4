"""The child process: started early, one answer, every kind of breakdown a failed gate, nothing left behind."""

import sys
from pathlib import Path

import pytest

from expectations.process import GateFailure, GateProcess
from tests.spec.gate.database import SUITES

NO_DATABASE = Path("nowhere.duckdb")


def child(program: str) -> GateProcess:
    return GateProcess([sys.executable, "-c", program])


def failure_of(program: str, patience_seconds: float = 60) -> GateFailure:
    gate = child(program)
    try:
        with pytest.raises(GateFailure) as caught:
            gate.judge(NO_DATABASE, SUITES, patience_seconds)
        return caught.value
    finally:
        gate.stop()


READ = "import sys; sys.stdin.read(); "


def test_a_crash_is_a_failed_gate() -> None:
    assert "异常退出" in failure_of(READ + "sys.exit(3)").zh
    assert "异常退出" in failure_of("import os; os.abort()").zh


@pytest.mark.parametrize("answer", ["", "hello", "[1]", '{"results": [{"suite": 1}]}', '{"others": []}'])
def test_an_answer_that_makes_no_sense_is_a_failed_gate(answer: str) -> None:
    assert "无法识别" in failure_of(f"{READ}print({answer!r})").zh


def test_an_error_is_told_by_its_type_alone() -> None:
    failure = failure_of(f'{READ}print(\'{{"error": "IOException"}}\')')
    assert failure.zh == "质量闸门运行出错（IOException），没有发布"
    assert failure.en == "The quality gate failed while running (IOException): nothing was published"


def test_silence_is_a_failed_gate() -> None:
    assert "没有答复" in failure_of(READ + "import time; time.sleep(600)", patience_seconds=0.2).zh


def test_a_child_that_was_never_asked_can_be_stopped_and_is_collected() -> None:
    gate = child("import time; time.sleep(600)")
    gate.stop()
    gate.stop()
    assert gate._child.returncode is not None


@pytest.mark.slow
def test_the_real_child_judges_and_writes_nothing_but_its_answer(database: Path) -> None:
    gate = GateProcess.start()
    try:
        results = gate.judge(database, SUITES)
    finally:
        gate.stop()
    assert results
    assert all(result.success for result in results)


@pytest.mark.slow
def test_the_real_child_says_that_a_database_cannot_be_opened(tmp_path: Path) -> None:
    gate = GateProcess.start()
    try:
        with pytest.raises(GateFailure, match="IOException"):
            gate.judge(tmp_path / "missing.duckdb", SUITES)
    finally:
        gate.stop()
