"""The queries that people keep: ``queries/saved/`` in the home, one file a query with all of its versions.

A query is its owner's alone until the owner shares it; then everybody at the desk may read it, in every version, and
make one of their own from it. Only its owner changes it, and every change is a new version. Files are replaced whole
under a lock, so several people may save at once.
"""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from warehouse.desk.queries import kept_file
from warehouse.desk.queries.query_words import Asked, Draft
from warehouse.language import Refusal

MOST_OF_A_PERSON = 200
MOST_VERSIONS = 100
ID_LENGTH = 12

_State = tuple[int, int, int]
"""What changes with a file: a new one takes its place whenever it is written."""


@dataclass(frozen=True, slots=True)
class Version:
    """A query as it was saved once; ``at`` is local time with its offset, ISO."""

    number: int
    at: str
    draft: Draft


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query with its versions, the oldest first; ``forked_from`` names the query and version that it began as."""

    id: str
    owner: str
    is_shared: bool
    versions: tuple[Version, ...]
    forked_from: tuple[str, int] | None = None

    @property
    def latest(self) -> Version:
        return self.versions[-1]

    def version(self, number: int) -> Version:
        """One of the versions; raises :class:`Refusal` where there is none of the number."""
        found = next((version for version in self.versions if version.number == number), None)
        if found is None:
            raise Refusal(
                f"“{self.latest.draft.name}”没有第{number}版", f"“{self.latest.draft.name}” has no version {number}"
            )
        return found


@dataclass(frozen=True, slots=True)
class Listing:
    """The queries somebody may read, by name, and the files that cannot be read."""

    queries: tuple[SavedQuery, ...]
    damaged: tuple[str, ...]


class SavedQueries:
    """The saved queries of a home. Safe to use from several threads and processes."""

    def __init__(self, home: Path) -> None:
        self.folder = kept_file.folder_of(home, "saved")

    def all_for(self, person: str) -> Listing:
        """The person's own queries and those that others share."""
        found, damaged = [], []
        for file in sorted(self.folder.glob("*.json")):
            try:
                query = _read(file)
            except Refusal:
                damaged.append(file.name)
                continue
            if query is not None and _may_read(query, person):
                found.append(query)
        found.sort(key=lambda query: (query.latest.draft.name, query.id))
        return Listing(tuple(found), tuple(damaged))

    def find(self, query_id: str, person: str) -> SavedQuery:
        """A query that the person may read; raises :class:`Refusal`, the same for one that is kept from them."""
        query = _read(self._file(query_id)) if _is_id(query_id) else None
        if query is None or not _may_read(query, person):
            raise Refusal("没有这条查询，或它没有共享", "There is no such query, or it is not shared")
        return query

    def create(self, owner: str, draft: Draft, forked_from: tuple[str, int] | None = None) -> SavedQuery:
        """Keeps a new query; raises :class:`Refusal` for a bad draft, or where the owner keeps too many already."""
        first = Version(1, _now(), draft.checked())
        with kept_file.held(self.folder):
            own = [query for query in self.all_for(owner).queries if query.owner == owner]
            if len(own) >= MOST_OF_A_PERSON:
                raise Refusal(
                    f"您已保存{len(own)}条查询，最多{MOST_OF_A_PERSON}条；请先删除不用的",
                    f"You keep {len(own)} queries, {MOST_OF_A_PERSON} at most: delete some first",
                )
            query = SavedQuery(secrets.token_hex(ID_LENGTH // 2), owner, False, (first,), forked_from)
            self._write(query)
        return query

    def save(self, query_id: str, owner: str, draft: Draft, based_on: int) -> SavedQuery:
        """Adds a version; raises :class:`Refusal` where another one was saved since version ``based_on`` was read."""
        draft = draft.checked()
        with self._changing(query_id, owner) as query:
            last = query.latest.number
            if last != based_on:
                raise Refusal(
                    f"这条查询已在别处存为第{last}版，您打开的是第{based_on}版；请先打开最新版，或另存为新查询",
                    f"Version {last} was saved elsewhere since you opened version {based_on}: open it first, or save "
                    "as a new query",
                )
            if len(query.versions) >= MOST_VERSIONS:
                raise Refusal(
                    f"这条查询已有{MOST_VERSIONS}版，不能再加；请另存为新查询",
                    f"This query has {MOST_VERSIONS} versions already: save it as a new one",
                )
            changed = replace(query, versions=(*query.versions, Version(last + 1, _now(), draft)))
            self._write(changed)
        return changed

    def restore(self, query_id: str, owner: str, number: int) -> SavedQuery:
        """Saves an earlier version once more, as the newest."""
        query = self.find(query_id, owner)
        return self.save(query_id, owner, query.version(number).draft, query.latest.number)

    def share(self, query_id: str, owner: str, *, is_shared: bool) -> SavedQuery:
        """Lets everybody at the desk read a query, or no longer."""
        with self._changing(query_id, owner) as query:
            changed = replace(query, is_shared=is_shared)
            self._write(changed)
        return changed

    def delete(self, query_id: str, owner: str) -> None:
        """Removes a query with all of its versions."""
        with self._changing(query_id, owner):
            self._file(query_id).unlink()

    @contextmanager
    def _changing(self, query_id: str, owner: str) -> Iterator[SavedQuery]:
        """The query as it is now; raises :class:`Refusal` for anybody but its owner."""
        with kept_file.held(self.folder):
            query = self.find(query_id, owner)
            if query.owner != owner:
                raise Refusal(
                    f"这条查询由{query.owner}保存，只有其本人能修改；可以另存为自己的查询",
                    f"This query is {query.owner}'s, who alone changes it: save one of your own from it",
                )
            yield query

    def _file(self, query_id: str) -> Path:
        return self.folder / f"{query_id}.json"

    def _write(self, query: SavedQuery) -> None:
        kept_file.write(self._file(query.id), asdict(query))


_known: dict[Path, tuple[_State, SavedQuery]] = {}
"""What was read, for as long as the file stays: a list is made anew with every click."""


def _read(file: Path) -> SavedQuery | None:
    try:
        found = file.stat()
    except OSError:
        return None
    state = found.st_ino, found.st_size, found.st_mtime_ns
    kept = _known.get(file)
    if kept is None or kept[0] != state:
        content = kept_file.read(file)
        if content is None:
            return None
        kept = _known[file] = state, _query(file, content)
    return kept[1]


def _query(file: Path, content: Mapping[str, Any]) -> SavedQuery:
    try:
        forked = content["forked_from"]
        return SavedQuery(
            str(content["id"]),
            str(content["owner"]),
            bool(content["is_shared"]),
            tuple(_version(entry) for entry in content["versions"]),
            (str(forked[0]), int(forked[1])) if forked else None,
        )
    except (KeyError, TypeError, ValueError, IndexError):
        raise kept_file.damaged(file.name) from None


def _version(entry: Mapping[str, Any]) -> Version:
    draft = entry["draft"]
    asked = Asked(str(draft["asked"]["sql"]), {str(key): str(value) for key, value in draft["asked"]["values"].items()})
    return Version(int(entry["number"]), str(entry["at"]), Draft(str(draft["name"]), str(draft["description"]), asked))


def _may_read(query: SavedQuery, person: str) -> bool:
    return query.is_shared or query.owner == person


def _is_id(query_id: str) -> bool:
    return len(query_id) == ID_LENGTH and set(query_id) <= set("0123456789abcdef")


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
