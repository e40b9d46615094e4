"""``unionkpi templates``: blank workbooks of all ledgers, one a department."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import write_json, write_line
from pipelines.command_line.wording import both
from pipelines.config_file import load_config
from pipelines.keeping.opening import open_home
from pipelines.registry import ledgers
from pipelines.templates.home_knowledge import known_of
from pipelines.templates.write import DEFAULTS, Template, write_templates
from warehouse.language import Label, Language, Refusal

HELP = both(
    "生成各部门的空白台账模板（表头、说明、下拉列表和校验）",
    "Write blank workbooks of all ledgers: headings, notes, drop-downs, validation",
)
WRITES_FOR_OTHERS = True


def run(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help=both("空文件夹", "An empty folder"), show_default=False)
    ],
) -> int:
    """Writes one workbook a department; without a configuration those of a large federation."""
    settings: Settings = context.obj.without_csv()
    home = open_home(settings.home)
    config = load_config(home.config_file) if home.config_file.exists() else DEFAULTS
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(
            f"{folder} 不是空文件夹，没有写入",
            f"{folder} is not an empty folder, nothing was written",
            "unionkpi templates DIR",
        )
    folder.mkdir(parents=True, exist_ok=True)
    templates = write_templates(folder, config, ledgers(), known_of(home, config))
    if settings.as_json:
        write_json({"folder": folder.as_posix(), "files": [_document(template) for template in templates]})
    else:
        _tell(folder, templates, settings.language)
    return 0


def _document(template: Template) -> dict[str, Any]:
    return {
        "file": template.file.name,
        "department": template.department,
        "ledgers": [ledger.id for ledger in template.ledgers],
    }


def _tell(folder: Path, templates: Sequence[Template], language: Language) -> None:
    comma = Label("、", ", ").in_language(language)
    for template in templates:
        kept = comma.join(ledger.label.in_language(language) for ledger in template.ledgers)
        write_line(f"{template.file.name}: {kept}")
    count = len(templates)
    done = Label(f"已在 {folder} 写出 {count} 份模板", f"{count} templates are in {folder}")
    write_line(done.in_language(language))
