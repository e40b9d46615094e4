"""A hostile file costs one sentence, little time and little memory, and no other file its turn."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipelines.inbox import named_file
from pipelines.reading.limits import LIMITS, FileLimits
from pipelines.reading.read import read_all, read_with
from pipelines.reading.readers import ReaderPool, ReaderProcess
from pipelines.reading.workbook import DeferredFile, UnreadableFile
from tests.spec.reading.hostile import HOSTILE, good_parts, packed, write_absurdly_large
from tests.spec.reading.workbooks import REQUIRED, SETTINGS, THING, values

LEDGERS = {"thing": THING}
ROOT = Path(__file__).resolve().parents[3]
posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name]())
    (tmp_path / "好.xlsx").write_bytes(packed(good_parts()))
    started = time.monotonic()
    bad, good = read_all([named_file(tmp_path / file, file) for file in (name, "好.xlsx")], LEDGERS, SETTINGS)
    assert time.monotonic() - started < LIMITS.seconds
    assert bad.problems.select("rule", "severity", "row").rows() == [("unreadable_file", "error", None)]
    assert (bad.file, bad.sheet, bad.read) == (name, "", 0)
    assert values(good, "thing_code") == ["A1"]


def test_an_absurdly_large_file_is_not_even_hashed(tmp_path: Path) -> None:
    write_absurdly_large(tmp_path / "大.xlsx")
    started = time.monotonic()
    (reading,) = read_all([named_file(tmp_path / "大.xlsx", "大.xlsx")], LEDGERS, SETTINGS)
    assert time.monotonic() - started < 5
    assert "4768 MB" in reading.problems["zh"][0]


def test_more_memory_than_allowed_is_said(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes(",".join(REQUIRED).encode() + b"\n" + b"A1,1,2021-03-05\n" * 300_000)
    with ReaderPool(1, FileLimits(memory_bytes=60 * 1024 * 1024)) as pool, pytest.raises(UnreadableFile) as refusal:
        pool.sheets(path, path.name, None)
    assert "内存" in refusal.value.label.zh


@posix
def test_a_reader_that_takes_too_long_is_ended_and_the_next_file_gets_another(tmp_path: Path) -> None:
    slow, good = tmp_path / "慢.csv", tmp_path / "好.xlsx"
    os.mkfifo(slow)
    good.write_bytes(packed(good_parts()))
    reader = ReaderProcess(FileLimits(seconds=0.5))
    try:
        with pytest.raises(UnreadableFile) as refusal:
            reader.sheets(slow, slow.name, None)
        assert "秒" in refusal.value.label.zh
        assert [sheet.sheet for sheet in reader.sheets(good, good.name, None)] == ["Sheet1"]
    finally:
        reader.close()


@pytest.mark.parametrize("code", ["import os; os.abort()", "print('no message')", "import time; time.sleep(60)"])
def test_a_child_that_breaks_or_talks_nonsense_is_one_sentence(tmp_path: Path, code: str) -> None:
    reader = ReaderProcess(FileLimits(seconds=0.2), [sys.executable, "-c", code])
    with pytest.raises(UnreadableFile):
        reader.sheets(tmp_path / "a.csv", "a.csv", None)
    reader.close()


def test_a_child_can_send_nothing_but_plain_values(tmp_path: Path) -> None:
    code = (
        "import os, pickle, sys\n"
        "class Evil:\n"
        "    def __reduce__(self):\n"
        f"        return os.mkdir, ({str(tmp_path / 'made')!r},)\n"
        "content = pickle.dumps(('sheet', Evil()))\n"
        "sys.stdout.buffer.write(len(content).to_bytes(8, 'big') + content)\n"
    )
    reader = ReaderProcess(command=[sys.executable, "-c", code])
    with pytest.raises(UnreadableFile):
        reader.sheets(tmp_path / "a.csv", "a.csv", None)
    reader.close()
    assert not (tmp_path / "made").exists()


@posix
def test_a_child_knows_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNIONKPI_KEY", "0123456789abcdef" * 4)
    code = (
        f"import json, os, pathlib; pathlib.Path({str(tmp_path / 'seen')!r}).write_text(json.dumps(dict(os.environ)))"
    )
    reader = ReaderProcess(command=[sys.executable, "-c", code])
    with pytest.raises(UnreadableFile):
        reader.sheets(tmp_path / "a.csv", "a.csv", None)
    reader.close()
    assert "0123456789abcdef" not in (tmp_path / "seen").read_text()


def test_bytes_with_another_hash_are_not_used(tmp_path: Path) -> None:
    path = tmp_path / "好.xlsx"
    path.write_bytes(packed(good_parts()))
    seen = named_file(path, path.name)
    path.write_bytes(packed(good_parts() | {"xl/more": b"saved again"}))
    with ReaderPool(1) as pool:
        with pytest.raises(DeferredFile):
            pool.sheets(path, path.name, seen.sha256)
        (reading,) = read_with(pool.sheets, [seen], LEDGERS, SETTINGS)
        assert reading.is_deferred
        assert "改动" in reading.problems["zh"][0]
        path.unlink()
        with pytest.raises(DeferredFile):
            pool.sheets(path, path.name, seen.sha256)


@posix
@pytest.mark.parametrize("signal_name", ["SIGINT", "SIGKILL"])
def test_no_reader_outlives_its_parent(tmp_path: Path, signal_name: str) -> None:
    """A parent that is interrupted or killed while its reader hangs on a file takes the reader with it."""
    slow = tmp_path / "慢.csv"
    os.mkfifo(slow)
    code = (
        "import signal\n"
        "from pathlib import Path\n"
        "from pipelines.reading.read import read_all\n"
        "from pipelines.reading.sheet_reading import NamedFile\n"
        "from pipelines.registry import ledgers\n"
        "from tests.spec.reading.workbooks import SETTINGS\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "print('ready', flush=True)\n"
        f"read_all([NamedFile(Path({str(slow)!r}), '慢.csv')], ledgers(), SETTINGS)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, text=True
    )
    assert parent.stdout is not None
    assert parent.stdout.readline() == "ready\n"
    child = _wait_for(lambda: _children(parent.pid))
    parent.send_signal(getattr(signal, signal_name))
    parent.wait(10)
    parent.stdout.close()
    _wait_for(lambda: not Path(f"/proc/{child[0]}").exists() or "Z" in _state(child[0]))


def _children(parent: int) -> list[int]:
    path = Path(f"/proc/{parent}/task")
    return [int(child) for task in path.iterdir() for child in (task / "children").read_text().split()]


def _state(process: int) -> str:
    return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1]


def _wait_for(condition: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + 10
    while not (found := condition()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return found
