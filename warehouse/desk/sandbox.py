"""Runs a query in a lean child process on a private copy of the desk's database, within limits."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warehouse.desk.refusals import refusal

CHILD = Path(__file__).with_name("sandbox_child.py")
MEGABYTE = 1024 * 1024
SECONDS_TO_START = 5.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may use: seconds, rows and bytes of its answer, bytes of memory."""

    seconds: float = 10.0
    rows: int = 10_000
    bytes: int = 20 * MEGABYTE
    memory: int = 512 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Answer:
    """A query's columns (name, DuckDB's type), rows, whether rows were cut off, and how long it ran."""

    columns: tuple[tuple[str, str], ...]
    rows: list[list[Any]]
    is_cut: bool
    seconds: float


def ask(database: Path, sql: str, parameters: Mapping[str, Any] | None = None, limits: Limits | None = None) -> Answer:
    """The answer of one SELECT; ``:name`` and ``$name`` stand for the parameters.

    Dates and times come as ISO text, exact decimals as text. Raises :class:`warehouse.language.Refusal` when the query
    may not be asked, fails, or reaches a limit; the database's file is never opened by the child, only a copy.
    """
    given = limits or Limits()
    with tempfile.TemporaryDirectory(prefix="unionkpi-desk-") as folder:
        copy = Path(folder) / "desk.duckdb"
        shutil.copyfile(database, copy)
        document = _run(copy, sql, dict(parameters or {}), given)
    if reason := document.get("refused"):
        raise refusal(str(reason), str(document.get("detail", "")))
    columns = tuple((column["name"], column["type"]) for column in document["columns"])
    return Answer(columns, document["rows"], document["is_cut"], document["seconds"])


def _run(copy: Path, sql: str, parameters: dict[str, Any], limits: Limits) -> dict[str, Any]:
    request = {
        "file": str(copy),
        "sql": sql,
        "parameters": parameters,
        "seconds": limits.seconds,
        "rows": limits.rows,
        "bytes": limits.bytes,
        "memory": limits.memory,
    }
    # nothing of this process's environment is of the query's business
    child = subprocess.Popen(
        [sys.executable, "-I", str(CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PYTHONUTF8": "1"},
        cwd=copy.parent,
    )
    try:
        out, _ = child.communicate(json.dumps(request).encode(), timeout=limits.seconds + SECONDS_TO_START)
    except subprocess.TimeoutExpired:
        return {"refused": "time"}
    finally:
        if child.poll() is None:
            child.kill()
            child.communicate()
    try:
        document = json.loads(out)
    except ValueError:
        return {"refused": "killed"}
    return document if isinstance(document, dict) else {"refused": "killed"}
