"""Marked copies of all files that have problems, in a folder of their own."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipelines.annotating.annotate import annotate, name_of_copy
from pipelines.annotating.remarks import Remark, remarks_of
from pipelines.check import CheckReport
from pipelines.progress import Progress
from pipelines.reading.sheet_reading import SheetReading
from warehouse.language import Label, Refusal

MANIFEST = ".unionkpi-copies.json"
"""What an earlier run wrote into the folder: the hash of every copy by its name."""

MARKING = Label("标注副本", "Marking copies")
_UNFINISHED = ".unionkpi-unfinished"
_NEXT = "unionkpi check PATH... --annotate DIR"


def prepare_folder(folder: Path, inputs: Sequence[Path], inbox: Path) -> None:
    """Refuses a folder in which copies could be taken for originals, or replace what is not ours.

    It may be new, empty, or hold what an earlier run wrote and nobody has changed since; it may not
    be (or lie in) the inbox or a folder that is checked. Raises :class:`Refusal`; writes nothing.
    """
    target = folder.resolve()
    for place in (inbox, *(path for path in inputs if path.is_dir())):
        if target == place.resolve() or place.resolve() in target.parents:
            raise Refusal(
                f"标注副本不能写进被检查的文件夹或收件箱（{folder} 在 {place} 里）；请换一个文件夹",
                f"Copies may not go into a folder that is checked or the inbox ({folder} lies in {place}): "
                "name another folder",
                _NEXT,
            )
    if folder.exists() and not folder.is_dir():
        raise Refusal(f"{folder} 不是文件夹", f"{folder} is not a folder", _NEXT)
    written = _written(folder)
    for name in _files_in(folder):
        if name not in written:
            raise Refusal(
                f"{folder} 里有不是本命令写的文件（{name}）；请换一个空文件夹",
                f"{folder} holds a file that this command did not write ({name}): name an empty folder",
                _NEXT,
            )
        if _hash_of(folder / name) != written[name]:
            raise Refusal(
                f"{folder} 里的副本 {name} 已被改动，没有覆盖；请移走它或换一个空文件夹",
                f"The copy {name} in {folder} has been changed and was not replaced: move it away or name an "
                "empty folder",
                _NEXT,
            )


@dataclass(frozen=True, slots=True)
class _Planned:
    """One copy to be made: of which file, what is remarked on, under which name."""

    path: Path
    remarks: list[Remark]
    name: str


def write_copies(report: CheckReport, folder: Path, progress: Progress | None = None) -> list[str]:
    """Writes a marked copy of every file that has problems; returns their names below the folder.

    What an earlier run wrote there goes. All copies are made before the first one is put in its
    place. Call :func:`prepare_folder` before. Raises :class:`Refusal` when two files would have the same name.
    """
    planned = _planned(report)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = folder / _UNFINISHED
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        for done, copy in enumerate(planned, start=1):
            (unfinished / copy.name).parent.mkdir(parents=True, exist_ok=True)
            annotate(copy.path, copy.remarks, unfinished / copy.name)
            if progress:
                progress(MARKING, done, len(planned))
        _put_in_place(folder, unfinished, [copy.name for copy in planned])
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return [copy.name for copy in planned]


def _planned(report: CheckReport) -> list[_Planned]:
    readings: dict[str, list[SheetReading]] = {}
    for reading in report.readings:
        readings.setdefault(reading.file, []).append(reading)
    problems = {str(key[0]): frame for key, frame in report.judged.problems.partition_by("file", as_dict=True).items()}
    planned = [
        _Planned(file.path, remarks_of(problems[file.name], readings[file.name]), _place_of(file.name))
        for file in report.files
        if file.name in problems
    ]
    names: set[str] = set()
    for copy in planned:
        if copy.name.casefold() in names:
            raise Refusal(
                f"有两份文件的副本会同名（{copy.name}）；请分开检查，或各用一个文件夹",
                f"The copies of two files would have the same name ({copy.name}): check them one by one, "
                "each into a folder of its own",
                _NEXT,
            )
        names.add(copy.name.casefold())
    return planned


def _place_of(name: str) -> str:
    """The path of a copy below the folder: that of the file, unless it leads out of the folder.

    No system refuses it: figures of a person, which reading masks, become underscores.
    """
    path = PurePosixPath(name.replace("*", "_"))
    leads_out = path.is_absolute() or ".." in path.parts or ":" in path.parts[0]
    return name_of_copy(path.name if leads_out else path.as_posix())


def _put_in_place(folder: Path, unfinished: Path, names: Sequence[str]) -> None:
    """The list of copies is written first: a run that is cut off leaves nothing that the next one takes for ours."""
    former = [name for name in _written(folder) if (folder / name).is_file()]
    hashes = {name: _hash_of(unfinished / name) for name in names}
    for name in former:
        (folder / name).unlink()
    (folder / MANIFEST).write_text(json.dumps(hashes, ensure_ascii=False, indent=2), encoding="utf-8")
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (unfinished / name).replace(folder / name)
    for name in former:
        _remove_empty(folder, (folder / name).parent)


def _remove_empty(folder: Path, below: Path) -> None:
    while below != folder and below.is_dir() and not any(below.iterdir()):
        below.rmdir()
        below = below.parent


def _written(folder: Path) -> dict[str, str]:
    try:
        listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(value) for name, value in listed.items()} if isinstance(listed, dict) else {}


def _files_in(folder: Path) -> Iterator[str]:
    for below, folders, files in os.walk(folder):
        if _UNFINISHED in folders:
            folders.remove(_UNFINISHED)
        for name in sorted(files):
            place = (Path(below) / name).relative_to(folder).as_posix()
            if place != MANIFEST:
                yield place


def _hash_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
