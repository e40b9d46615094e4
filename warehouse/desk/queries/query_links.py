"""Queries that are too long for an address: ``queries/links/``, kept under a name that nobody can guess.

Whoever is told the address and may see the desk can open the query; making one is a way of sharing it. The same query
of the same person keeps its name.
"""

import secrets
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from warehouse.desk.queries import kept_file
from warehouse.desk.queries.query_words import Asked
from warehouse.language import Refusal

MOST_OF_A_PERSON = 200
NAME_BYTES = 16
NAME_LENGTH = 2 * NAME_BYTES


class QueryLinks:
    """The kept queries of a home's links."""

    def __init__(self, home: Path) -> None:
        self.folder = kept_file.folder_of(home, "links")

    def keep(self, person: str, asked: Asked) -> str:
        """The name under which the query can be opened; raises :class:`Refusal` where the person has too many."""
        asked = asked.checked()
        content = asdict(asked)
        with kept_file.held(self.folder):
            own = {file.stem: kept for file in self.folder.glob("*.json") if (kept := _of(file, person))}
            for name, kept in own.items():
                if kept["asked"] == content:
                    return name
            if len(own) >= MOST_OF_A_PERSON:
                raise Refusal(
                    f"您已有{len(own)}个长查询的链接，最多{MOST_OF_A_PERSON}个；请把查询保存并共享",
                    f"You have {len(own)} links of long queries, {MOST_OF_A_PERSON} at most: save and share the query",
                )
            name = secrets.token_hex(NAME_BYTES)
            at = datetime.now().astimezone().isoformat(timespec="seconds")
            kept_file.write(self.folder / f"{name}.json", {"person": person, "at": at, "asked": content})
        return name

    def find(self, name: str) -> Asked:
        """The query of a link; raises :class:`Refusal` where there is none."""
        is_name = len(name) == NAME_LENGTH and set(name) <= set("0123456789abcdef")
        file = self.folder / f"{name}.json"
        content = kept_file.read(file) if is_name else None
        if content is None:
            raise Refusal("链接中的查询不存在", "The query of the link does not exist")
        try:
            asked = content["asked"]
            return Asked(str(asked["sql"]), {str(key): str(value) for key, value in asked["values"].items()})
        except (KeyError, TypeError, AttributeError):
            raise kept_file.damaged(file.name) from None


def _of(file: Path, person: str) -> dict[str, object] | None:
    try:
        content = kept_file.read(file)
    except Refusal:
        return None
    return content if content and content.get("person") == person else None
