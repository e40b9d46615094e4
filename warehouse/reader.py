"""Reading a published version: read-only, and always the one that the pointer names."""

import atexit
import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from warehouse.language import Refusal
from warehouse.meta import form

POINTER = "current.json"


@dataclass(frozen=True, slots=True)
class Pointer:
    """The content of ``current.json``; ``published`` has the latest last."""

    current: str
    published: tuple[str, ...]


@dataclass(frozen=True)
class Published:
    """One published version, opened read-only. Safe to use from several threads.

    ``scope`` is empty for the whole version, else it names the part of it that the connection holds
    (:mod:`warehouse.access.restricted`).
    """

    file: Path
    version_info: dict[str, str]
    connection: duckdb.DuckDBPyConnection = field(repr=False)
    scope: str = ""

    def query(self, sql: str, parameters: Sequence[object] | None = None) -> pl.DataFrame:
        """The result of one SELECT, on a cursor of its own; ``?`` stand for the parameters."""
        with self.connection.cursor() as cursor:
            relation = cursor.sql(sql, params=list(parameters)) if parameters else cursor.sql(sql)
            frame: pl.DataFrame = relation.pl()
            return frame

    def require_whole(self) -> None:
        """Raises :class:`Refusal` where only a part of the version may be read."""
        if self.scope:
            raise Refusal("没有权限查看这些数据", "You may not see these figures")

    @property
    def version(self) -> str:
        return self.version_info["version"]

    @property
    def snapshot(self) -> str:
        """The id of the frozen month that it was reopened from; empty for a published version."""
        return self.version_info.get("snapshot", "")

    @property
    def data_date(self) -> date:
        return date.fromisoformat(self.version_info["data_date"])

    @property
    def first_month(self) -> date:
        return date.fromisoformat(self.version_info["first_month"])

    @property
    def county_code(self) -> str:
        return self.version_info["county_code"]


_opened: dict[Path, Published] = {}
_opening = threading.Lock()


def read_pointer(folder: Path) -> Pointer | None:
    """The pointer of a warehouse folder, or None where nothing has been published.

    Raises :class:`Refusal` when the file is damaged.
    """
    try:
        content: dict[str, Any] = json.loads((folder / POINTER).read_text(encoding="utf-8"))
        return Pointer(content["current"], tuple(content["published"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        raise Refusal(
            f"{POINTER} 已损坏，无法知道哪个版本是当前版本；请从备份恢复它，或删去它后重新生成",
            f"{POINTER} is damaged and no longer tells the current version: restore it, or delete it and build again",
            "unionkpi build",
        ) from None


def open_published(folder: Path) -> Published:
    """The current version of a warehouse folder.

    Connections are kept per file, and a file is never written again, so asking anew costs a look at
    the pointer. Refuses when nothing has been published or the file is gone.
    """
    pointer = read_pointer(folder)
    if pointer is None:
        raise Refusal("还没有已发布的数据，请先生成", "Nothing has been published yet; build first", "unionkpi build")
    return open_version(folder, pointer.current)


def open_version(folder: Path, version: str) -> Published:
    """A version by its name; refuses when its file is not there."""
    file = (folder / f"{version}.duckdb").resolve()
    if not file.is_file():
        raise Refusal(
            f"版本 {version} 的数据文件不在了，请退回上一版本或重新生成",
            f"The database file of version {version} is gone; go back one version or build again",
            "unionkpi build",
        )
    return open_file(file)


def open_file(file: Path) -> Published:
    """Any finished database file by its path; refuses one that is damaged, or that another release has built."""
    file = file.resolve()
    with _opening:
        if file not in _opened:
            connection, entries = _connected(file)
            if entries.get("form") != form():
                connection.close()
                raise Refusal(
                    f"版本 {file.stem} 是程序的另一个版本生成的，现在的程序读不了；请重新生成",
                    f"Version {file.stem} was built by another release of the program, which this one cannot read: "
                    "build again",
                    "unionkpi build",
                )
            _opened[file] = Published(file, entries, connection)
        return _opened[file]


def _connected(file: Path) -> tuple[duckdb.DuckDBPyConnection, dict[str, str]]:
    """A connection to a file and what ``meta.version`` says there."""
    try:
        connection = duckdb.connect(str(file), read_only=True)
        entries = dict(connection.execute("select key, value from meta.version order by key").fetchall())
    except duckdb.Error as error:
        raise Refusal(
            f"版本 {file.stem} 的数据文件打不开，可能已损坏；请退回上一版本或重新生成",
            f"The database file of version {file.stem} cannot be opened, it may be damaged: go back one version or "
            "build again",
            "unionkpi build",
        ) from error
    return connection, entries


@atexit.register
def close_all() -> None:
    """Closes every connection; a file is opened anew when it is asked for again."""
    with _opening:
        for published in _opened.values():
            published.connection.close()
        _opened.clear()
