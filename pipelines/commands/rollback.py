"""``unionkpi rollback``: back to an older published version."""

from typing import Annotated

import typer

from pipelines.command_line.audit import note
from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import write_json, write_line
from pipelines.command_line.wording import both
from pipelines.keeping.opening import open_home, raise_format
from warehouse.access.actions import Action
from warehouse.language import Label
from warehouse.publish import Store, nothing_published
from warehouse.reader import read_pointer

HELP = both("退回到上一个（或指定的）已发布版本", "Go back to the version before, or to the one named")


def run(
    context: typer.Context,
    version: Annotated[
        str | None, typer.Argument(help=both("版本号，见 status", "The version, see status"), show_default=False)
    ] = None,
) -> int:
    """Points readers to another kept version; no file of a version is touched."""
    settings: Settings = context.obj.without_csv()
    home = open_home(settings.home)
    if read_pointer(home.warehouse) is None:
        raise nothing_published()  # before a lock makes the folder
    now = Store(home.warehouse).rollback(version)
    raise_format(home)
    note(home, Action.ROLLED_BACK, {"version": now}, settings.language)
    if settings.as_json:
        write_json({"version": now})
    else:
        write_line(Label(f"现在使用版本 {now}", f"The published version is now {now}").in_language(settings.language))
    return 0
