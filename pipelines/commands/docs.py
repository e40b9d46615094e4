"""``unionkpi docs``: the data dictionary and the catalogue of indicators, written from the declarations."""

from pathlib import Path
from typing import Annotated

import typer

from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import write_json, write_line
from pipelines.command_line.wording import both
from pipelines.documenting.documents import documents, stale, write
from warehouse.language import Label, Refusal

HELP = both(
    "由声明生成数据字典和指标目录（docs/）；--check 只核对是否过期",
    "Write the data dictionary and the catalogue of indicators into docs/; --check only compares",
)
WRITES_FOR_OTHERS = True

FOLDER = Path(__file__).resolve().parents[2] / "docs"
COMMAND = "unionkpi docs"


def run(
    context: typer.Context,
    check: Annotated[bool, typer.Option("--check", help=both("只核对，不写入", "Only compare, write nothing"))] = False,
) -> int:
    """Exit code 1 when ``--check`` finds a copy that is missing or stale."""
    settings: Settings = context.obj.without_csv()
    if not FOLDER.is_dir():
        raise Refusal(
            f"没有文件夹 {FOLDER}：文档只在源代码目录中生成",
            f"There is no folder {FOLDER}: the manuals are written where the source is",
        )
    texts = documents()
    found = stale(FOLDER, texts) if check else write(FOLDER, texts)
    if settings.as_json:
        write_json({"folder": FOLDER.as_posix(), "stale" if check else "written": found})
    else:
        _tell(found, len(texts), settings, check=check)
    return 1 if check and found else 0


def _tell(found: list[str], total: int, settings: Settings, *, check: bool) -> None:
    for name in found:
        write_line(f"docs/{name}")
    said = _checked(found, total) if check else _written(found, total)
    write_line(said.in_language(settings.language))


def _checked(found: list[str], total: int) -> Label:
    if not found:
        return Label(f"{total} 份文档都与声明一致", f"All {total} manuals say what the declarations say")
    return Label(
        f"以上 {len(found)} 份文档已过期，请运行：{COMMAND}",
        f"These {len(found)} manuals are stale, run: {COMMAND}",
    )


def _written(found: list[str], total: int) -> Label:
    if not found:
        return Label(f"{total} 份文档没有变化", f"None of {total} manuals has changed")
    return Label(f"已写出 {len(found)} 份文档", f"Manuals written: {len(found)}")
