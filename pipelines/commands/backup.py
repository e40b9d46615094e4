"""``unionkpi backup``: everything of a home that cannot be made again, in one encrypted file."""

from pathlib import Path
from typing import Annotated

import typer

from pipelines.command_line.audit import note
from pipelines.command_line.invocation import Settings
from pipelines.command_line.passwords import PASSPHRASE, new_password
from pipelines.command_line.printing import progress_bar, write_json, write_line
from pipelines.command_line.wording import both
from pipelines.keeping.backup import require_place, write_backup
from pipelines.keeping.opening import open_home, raise_format
from warehouse.access.actions import Action
from warehouse.language import Label

HELP = both("把不能重新生成的一切存入一个加密的文件", "Keep everything that cannot be made again in one encrypted file")


def run(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=both("备份文件", "The backup"), show_default=False)],
    replace: Annotated[
        bool, typer.Option("--replace", help=both("覆盖已有的文件", "Replace a file that exists"))
    ] = False,
) -> int:
    """The passphrase is asked for twice on a terminal, else read from standard input: it is never an argument."""
    settings: Settings = context.obj.without_csv()
    home = open_home(settings.home)
    require_place(home, file, replace=replace)
    passphrase = new_password(settings.language, PASSPHRASE)
    with progress_bar(settings.language) as progress:
        done = write_backup(home, file, passphrase, replace=replace, progress=progress)
    raise_format(home)
    note(home, Action.BACKED_UP, {"file": file.name, "files": done.files}, settings.language)
    if settings.as_json:
        write_json({"file": file.as_posix(), "files": done.files, "bytes": done.size_bytes})
        return 0
    told = Label(
        f"已备份到 {file}：{done.files:,} 个文件，{done.size_bytes:,} 字节。没有口令谁也打不开它，请把口令另存一处",
        f"Backed up to {file}: {done.files:,} files, {done.size_bytes:,} bytes. Nobody can open it without the "
        "passphrase: keep that in another place",
    )
    write_line(told.in_language(settings.language))
    return 0
