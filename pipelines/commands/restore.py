"""``unionkpi restore``: a home made again from a backup."""

from pathlib import Path
from typing import Annotated

import typer

from pipelines.command_line.audit import note
from pipelines.command_line.invocation import Settings
from pipelines.command_line.passwords import PASSPHRASE, known_password
from pipelines.command_line.printing import write_json, write_line
from pipelines.command_line.refusals import as_typed
from pipelines.command_line.wording import both
from pipelines.keeping.envelope import RESTORE
from pipelines.keeping.opening import open_home, raise_format
from pipelines.keeping.restore import require_empty, restore_backup
from warehouse.access.actions import Action
from warehouse.language import Label, Refusal

HELP = both("在空文件夹里恢复备份", "Restore a backup into an empty folder")


def run(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=both("备份文件", "The backup"), show_default=False)],
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help=both("空文件夹", "An empty folder"), show_default=False)
    ],
) -> int:
    """All of it or nothing; then names the command that makes the rest again."""
    settings: Settings = context.obj.without_csv()
    require_empty(folder)
    if not file.exists():
        raise Refusal(f"找不到备份文件 {file}", f"There is no backup {file}", RESTORE)
    passphrase = known_password(settings.language, PASSPHRASE)
    files = restore_backup(file, folder, passphrase)
    home = open_home(folder)
    raise_format(home)
    note(home, Action.RESTORED, {"file": file.name, "files": files}, settings.language)
    following = as_typed("unionkpi build", str(folder))
    if settings.as_json:
        write_json({"home": folder.as_posix(), "files": files, "next": following})
        return 0
    told = Label(
        f"已恢复到 {folder}：{files:,} 个文件；下一步：{following}",
        f"Restored into {folder}: {files:,} files. Next: {following}",
    )
    write_line(told.in_language(settings.language))
    return 0
