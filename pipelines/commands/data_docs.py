"""``unionkpi data-docs``: the record of the quality gate, readable offline."""

from pathlib import Path
from typing import Annotated

import typer

from expectations.data_docs import write_data_docs
from expectations.process import GateFailure
from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import write_json, write_line
from pipelines.command_line.wording import both
from pipelines.keeping.opening import open_home
from pipelines.registry import ledgers
from pipelines.suites import published_suites
from warehouse.language import Label, Refusal
from warehouse.reader import open_published

HELP = both(
    "把质量闸门对已发布版本的检查记录写成可离线阅读的网页",
    "Write what the quality gate checked in the published version as pages for offline reading",
)
WRITES_FOR_OTHERS = True


def run(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help=both("存放网页的空文件夹", "An empty folder"), show_default=False)
    ],
) -> int:
    """Runs the gate on the published version once more and writes its pages; refuses a folder that is not empty."""
    settings: Settings = context.obj.without_csv()
    published = open_published(open_home(settings.home).warehouse)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(
            f"{folder} 不是空文件夹，没有写入",
            f"{folder} is not an empty folder, nothing was written",
            "unionkpi data-docs DIR",
        )
    folder.mkdir(parents=True, exist_ok=True)
    try:
        write_data_docs(published.file, published_suites(ledgers(), published.file), folder)
    except GateFailure as failure:
        raise Refusal(failure.zh, failure.en, "unionkpi build") from failure
    if settings.as_json:
        write_json({"folder": folder.as_posix(), "version": published.version})
    else:
        write_line(Label(f"已写入 {folder}", f"Written to {folder}").in_language(settings.language))
    return 0
