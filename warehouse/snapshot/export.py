"""A copy of an issued snapshot to hand on: its public part and documents, what verifies them, and an index.

    OUT/
    ├── index.html      all issued months, with links to those that lie here
    ├── verify.py       checks all of them with nothing but Python
    └── 2021-12.r1/     manifest, log and seal, public/, documents/

What is issued never changes, so that exporting it again writes the same bytes; a copy that differs is refused.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from warehouse.language import Language, Refusal
from warehouse.snapshot import verify
from warehouse.snapshot.index_page import GENERATOR, index_page
from warehouse.snapshot.life_cycle import State
from warehouse.snapshot.shelf import Snapshots
from warehouse.snapshot.snapshot import Snapshot, damaged
from warehouse.snapshot.verify import DOCUMENTS, LOG, MANIFEST, PUBLIC, SEAL

INDEX, PROGRAM = "index.html", "verify.py"


@dataclass(frozen=True, slots=True)
class Exported:
    """What lies in the folder now: the snapshot, the folder and the files of the snapshot's copy."""

    snapshot: Snapshot
    folder: Path
    files: tuple[str, ...]


def export(home: Path, snapshot_id: str, out: Path, language: Language = "zh") -> Exported:
    """Copies an issued snapshot below ``out``, which may hold others exported before.

    Raises :class:`Refusal` for one that is not issued or not intact, a folder within the home, and a copy there that
    somebody has changed.
    """
    snapshots = Snapshots(home)
    snapshot = snapshots.find(snapshot_id)
    if snapshot.state is not State.ISSUED:
        raise Refusal(
            f"{snapshot_id} 现为{snapshot.state.label.zh}，签发后才能导出",
            f"{snapshot_id} is {snapshot.state.label.en}: only what is issued is handed on",
            f"unionkpi snapshot show {snapshot_id}",
        )
    if snapshots.altered(snapshot_id):
        raise damaged(snapshot_id)
    _check_place(home, out)
    content = _shared(snapshot.folder)
    _copy(content, out, snapshot_id)
    issued = [one for one in snapshots.all() if one.state is State.ISSUED]
    _write(out / PROGRAM, Path(verify.__file__).read_bytes())
    _write(out / INDEX, index_page(issued, {one.id for one in issued if (out / one.id).is_dir()}, language).encode())
    return Exported(snapshot, out, tuple(content))


def _shared(folder: Path) -> dict[str, bytes]:
    names = [MANIFEST, LOG, SEAL]
    for part in (PUBLIC, DOCUMENTS):
        names += sorted(path.relative_to(folder).as_posix() for path in (folder / part).rglob("*") if path.is_file())
    return {name: (folder / name).read_bytes() for name in names}


def _check_place(home: Path, out: Path) -> None:
    place = out.resolve()
    if place.is_relative_to(home.resolve()):
        raise Refusal(
            f"{out} 在数据文件夹里，请导出到别处",
            f"{out} lies in the home: export to a folder elsewhere",
            "unionkpi snapshot export --help",
        )
    index = out / INDEX
    if (out.exists() and not out.is_dir()) or (index.exists() and GENERATOR.encode() not in index.read_bytes()):
        raise Refusal(
            f"{out} 不是导出快照的文件夹（是文件，或已有别的 {INDEX}），请换一个文件夹",
            f"{out} is no folder for exported snapshots (a file, or it has another {INDEX}): name another folder",
            "unionkpi snapshot export --help",
        )


def _copy(content: dict[str, bytes], out: Path, snapshot_id: str) -> None:
    target = out / snapshot_id
    if target.exists():
        there = {path.relative_to(target).as_posix(): path for path in target.rglob("*") if path.is_file()}
        for name in sorted({*there, *content}):
            if name not in content or name not in there or there[name].read_bytes() != content[name]:
                raise Refusal(
                    f"{target} 里的 {name} 与签发的不同，可能被人改动；请移走这个文件夹再导出",
                    f"{name} in {target} is not what was issued, somebody may have changed it: move that folder away "
                    "and export again",
                    f"unionkpi snapshot verify {target}",
                )
        return
    part = out / f".{snapshot_id}.part"
    shutil.rmtree(part, ignore_errors=True)
    try:
        for name, data in content.items():
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            (part / name).write_bytes(data)
        part.replace(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _write(file: Path, content: bytes) -> None:
    part = file.with_name(f".{file.name}.part")
    part.write_bytes(content)
    part.replace(file)
