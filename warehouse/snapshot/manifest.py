"""The frozen files of a month and the manifest that names them with their hashes."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warehouse.language import Refusal
from warehouse.publish import Store
from warehouse.reader import Published
from warehouse.snapshot.freeze import frozen_files
from warehouse.snapshot.log import make_private, write_private
from warehouse.snapshot.month import Month
from warehouse.snapshot.verify import FORMAT, MANIFEST, manifest_hash, written


@dataclass(frozen=True)
class Asked:
    """What is to be frozen: a month of a version, as its n-th revision, and why (where it has to be said)."""

    published: Published
    month: Month
    revision: int
    reason: str | None = None
    replaces: str | None = None

    @property
    def id(self) -> str:
        return f"{self.month.name}.r{self.revision}"


def freeze_into(folder: Path, home: Path, asked: Asked) -> dict[str, Any]:
    """Writes ``public/``, ``private/`` and ``manifest.json`` into a new folder; gives the manifest's content."""
    store = Store(home / "warehouse")
    version = asked.published.version
    if not store.is_intact(version):
        raise Refusal(
            f"版本 {version} 的数据文件已损坏，不能做快照；请退回上一版本或重新生成",
            f"The database file of version {version} is damaged and cannot be frozen: go back one version or build "
            "again",
            "unionkpi rollback",
        )
    make_private(folder)
    files = {}
    for name, content in frozen_files(asked.published, asked.month.as_of, store.manifest(version).get("inputs", {})):
        write_private(folder / name, content)
        files[name] = hashlib.sha256(content).hexdigest()
    manifest = _manifest(asked, files)
    write_private(folder / MANIFEST, written(manifest))
    return manifest


def _manifest(asked: Asked, files: dict[str, str]) -> dict[str, Any]:
    published, month = asked.published, asked.month
    content: dict[str, Any] = {
        "format": FORMAT,
        "id": asked.id,
        "month": month.name,
        "as_of": month.as_of.isoformat(),
        "revision": asked.revision,
        "version": published.version,
        "code_version": published.version_info["code_version"],
        "county_code": published.county_code,
        "county_name": published.version_info["county_name"],
        "complete": not month.missing,
        "missing": list(month.missing),
        "reason": asked.reason,
        "replaces": asked.replaces,
        "files": files,
    }
    return {**content, "hash": manifest_hash(content)}
