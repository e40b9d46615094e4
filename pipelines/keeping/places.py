"""What of a home goes into a backup: everything that is not declared here as made again or left over."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from warehouse.language import Label, Refusal

KEPT: Mapping[str, Label] = {
    "config.toml": Label("配置", "the configuration"),
    "corrections.toml": Label("更正", "the corrections"),
    "people.json": Label("可以登录的人", "who may sign in"),
    "secret.key": Label("密钥", "the key"),
    "home.json": Label("本目录的格式", "the format of the home"),
    "inbox": Label("各部室交来的文件", "the departments' files"),
    "audit": Label("操作日志", "the audit log"),
    "audit.key": Label("操作日志的密钥", "the key of the audit log"),
    "queries": Label("保存的查询", "the queries that people keep"),
    "snapshots": Label("月度快照", "the monthly snapshots"),
    "report_template.docx": Label("报告模板", "the template of the report"),
    "sample_truth.json": Label("样例县埋下的错误", "what the sample county planted"),
    "before-format-1": Label("升级格式前的副本", "copies from before the format was raised"),
}
"""The known places that a backup holds. A place that stands in neither table is kept too."""

MADE_AGAIN: Mapping[str, Label] = {
    "warehouse": Label("由 build 重新生成", "built again from the inbox"),
    "cache": Label("读过的文件的结果，可随时删除", "what was read before; may be deleted at any time"),
    "quarantine": Label("由 build 重新写出", "written again by the build"),
}
"""The only places of a home that a backup leaves out."""

LEFT_OVER = ("*.part", ".*.partial")
"""Halves of files; the inbox does not read them either."""
LOCKS = ("*.lock",)
INBOX = "inbox"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file or folder of a home that goes into a backup; ``name`` is its path in the home with ``/``."""

    name: str
    path: Path
    is_folder: bool

    @property
    def place(self) -> str:
        """The entry of the home that it belongs to."""
        return self.name.split("/", 1)[0]


def kept_in(home: Path) -> Iterator[Kept]:
    """Everything of a home that a backup holds, a folder before what is in it, in the order of names.

    A link is followed where the inbox follows it: to a file, and from a place of the home to a folder. Raises
    :class:`Refusal` for what is neither file nor folder and for a link that a backup cannot hold.
    """
    for path in sorted(home.iterdir()):
        if path.name not in MADE_AGAIN:
            yield from kept_at(path, path.name)


def kept_at(path: Path, name: str) -> Iterator[Kept]:
    """The same of one path of a home, which is called ``name`` there."""
    if _is_left_over(name):
        return
    if path.is_dir():
        if path.is_symlink() and "/" in name:
            raise _not_to_be_kept(name)
        yield Kept(name, path, is_folder=True)
        for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
            yield from kept_at(Path(entry.path), f"{name}/{entry.name}")
    elif path.is_file():
        yield Kept(name, path, is_folder=False)
    elif path.is_symlink() or path.exists():
        raise _not_to_be_kept(name)


def _is_left_over(name: str) -> bool:
    *_, last = name.split("/")
    patterns = LEFT_OVER if name.startswith(f"{INBOX}/") else (*LEFT_OVER, *LOCKS)
    return any(fnmatchcase(last, pattern) for pattern in patterns)


def _not_to_be_kept(name: str) -> Refusal:
    shown = name.encode(errors="replace").decode()
    return Refusal(
        f"{shown} 不是普通的文件或文件夹（或是指向别处的链接），备份装不下；请移走它，或换成文件本身",
        f"{shown} is no plain file or folder, or a link that leads elsewhere, which a backup cannot hold: move it "
        "away, or put the files themselves there",
        "unionkpi backup FILE",
    )
