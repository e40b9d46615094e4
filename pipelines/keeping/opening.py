"""The one place where a command opens a home: a newer format is refused, an older one raised by those who write.

A command that was refused has changed nothing, and one that only reads needs no right to write: so an older home is
raised by the commands that have written into it or serve it. What raising changes is copied first, into
``before-format-<n>/`` of the home.
"""

import contextlib
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from pipelines.home import Home
from warehouse.access.home_format import FORMAT, home_format, write_home_format
from warehouse.language import Refusal

LOCK_FILE = "home.lock"
LOCK_SECONDS = 10.0
OWNER_ONLY_FILES = ("secret.key", "audit.key", "people.json", "corrections.toml")
OWNER_ONLY_FOLDERS = ("audit",)
FILE_MODE, FOLDER_MODE = 0o600, 0o700


def open_home(folder: Path) -> Home:
    """The home in this folder, which need not exist; refuses a file, and a newer or unreadable format."""
    if folder.exists() and not folder.is_dir():
        raise Refusal(
            f"{folder} 是文件，--home 应为文件夹", f"{folder} is a file: --home names a folder", "unionkpi --help"
        )
    home_format(folder)
    return Home(folder)


def open_existing_home(folder: Path) -> Home:
    """The home in this folder; raises :class:`Refusal` also where there is none, which a mistyped path would be."""
    home = open_home(folder)
    if not home.config_file.is_file():
        raise Refusal(
            f"{folder} 里没有 {home.config_file.name}，不是工会的数据文件夹；用 --home 指定",
            f"{folder} has no {home.config_file.name}, it is no home of a federation: name one with --home",
            "unionkpi --help",
        )
    return home


def raise_format(home: Home) -> None:
    """Raises a home to today's format when it is older; a folder without ``config.toml`` is no home and stays as it is.

    Raises :class:`Refusal` while another process raises it, ``OSError`` when it may not be changed.
    """
    if home_format(home.folder) == FORMAT or not home.config_file.is_file():
        return
    lock = home.folder / LOCK_FILE
    try:
        with FileLock(str(lock), timeout=LOCK_SECONDS, mode=FILE_MODE):
            _raise_step_by_step(home.folder)
        # whoever comes later has nothing to raise; who waits has the file open, and Windows then keeps it
        with contextlib.suppress(OSError):
            lock.unlink()
    except Timeout:
        raise Refusal(
            "另一个任务正在升级本目录的格式，请稍后再试",
            "The format of this home is being raised: try again in a moment",
        ) from None


def _raise_step_by_step(folder: Path) -> None:
    """From each format to the next; another process may have done it while this one waited."""
    if home_format(folder) < 1:
        _to_format_1(folder)


def _to_format_1(folder: Path) -> None:
    """Files that hold secrets or what people did become their owner's alone, and the home says its format."""
    wide = [path for path in _owner_only(folder) if _is_wide(path)] if os.name == "posix" else []
    _copy(folder, [path for path in wide if path.is_file()], folder / "before-format-1")
    for path in wide:
        path.chmod(FOLDER_MODE if path.is_dir() else FILE_MODE)
    write_home_format(folder)


def _owner_only(folder: Path) -> Iterator[Path]:
    for name in OWNER_ONLY_FILES:
        if (folder / name).is_file():
            yield folder / name
    for name in OWNER_ONLY_FOLDERS:
        if (folder / name).is_dir():
            yield folder / name
            yield from sorted((folder / name).rglob("*"))


def _is_wide(path: Path) -> bool:
    """Whether others than the owner may do anything with it."""
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def _copy(folder: Path, files: list[Path], target: Path) -> None:
    """Copies files under their paths in the home. A target that exists is whole, and from before any change."""
    if not files or target.exists():
        return
    partial = target.with_name(f"{target.name}.part")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(mode=FOLDER_MODE)
    for file in files:
        copy = partial / file.relative_to(folder)
        copy.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        copy.touch(mode=FILE_MODE, exist_ok=False)
        shutil.copyfile(file, copy)
    partial.replace(target)
