"""What somebody asked at the desk: ``queries/history/``, one file a person, which nobody else is shown."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from warehouse.desk.queries import kept_file
from warehouse.desk.queries.query_words import Asked
from warehouse.language import Refusal

KEPT_RUNS = 100
"""Of each person; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Run:
    """A question that was asked: when (local time, ISO), of which database, and what came of it.

    ``rows`` is None where nothing was answered, and ``outcome`` then says why in the language it was asked in.
    """

    at: str
    asked: Asked
    database: str
    seconds: float
    rows: int | None
    outcome: str = ""

    @property
    def id(self) -> str:
        """What leads to it in an address."""
        return hashlib.sha256(f"{self.at}\n{self.asked.sql}".encode()).hexdigest()[:12]


class QueryHistory:
    """The runs of the people of a home."""

    def __init__(self, home: Path) -> None:
        self.folder = kept_file.folder_of(home, "history")

    def of(self, person: str) -> list[Run]:
        """The last runs, the latest first; raises :class:`Refusal` where the file is damaged."""
        file = self._file(person)
        content = kept_file.read(file)
        try:
            return [_run(entry) for entry in content["runs"]] if content else []
        except (KeyError, TypeError, ValueError):
            raise kept_file.damaged(file.name) from None

    def add(self, person: str, run: Run) -> None:
        """Notes one more; a damaged file begins anew, for it only helps the memory."""
        with kept_file.held(self.folder):
            try:
                before = self.of(person)
            except Refusal:
                before = []
            kept = [run, *before][:KEPT_RUNS]
            kept_file.write(self._file(person), {"person": person, "runs": [asdict(one) for one in kept]})

    def _file(self, person: str) -> Path:
        # names may hold what no name of a file can
        return self.folder / f"{hashlib.sha256(person.encode()).hexdigest()[:24]}.json"


def now() -> str:
    """This moment as it is kept."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _run(entry: Mapping[str, Any]) -> Run:
    asked = Asked(str(entry["asked"]["sql"]), {str(key): str(one) for key, one in entry["asked"]["values"].items()})
    rows = entry["rows"]
    return Run(
        str(entry["at"]),
        asked,
        str(entry["database"]),
        float(entry["seconds"]),
        None if rows is None else int(rows),
        str(entry["outcome"]),
    )
