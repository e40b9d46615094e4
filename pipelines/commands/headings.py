"""``unionkpi headings add``: a department's own heading, confirmed once and read from then on."""

from typing import Annotated

import typer

from pipelines.command_line.audit import note
from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import write_json, write_line
from pipelines.command_line.wording import both
from pipelines.heading_lines import add_heading
from pipelines.keeping.opening import open_home, raise_format
from pipelines.registry import ledgers
from warehouse.access.actions import Action
from warehouse.language import Label, Refusal

HELP = both("把部室自己的表头认作台账的列", "Read a department's own heading as a column of a ledger")
ACTIONS = ("add",)


def run(
    context: typer.Context,
    action: Annotated[str, typer.Argument(help=both("add", "add"), show_default=False)],
    ledger: Annotated[str, typer.Argument(help=both("台账编号", "The ledger's id"), show_default=False)],
    theirs: Annotated[str, typer.Argument(help=both("部室的表头", "The department's heading"), show_default=False)],
    ours: Annotated[str, typer.Argument(help=both("台账的表头", "The ledger's heading"), show_default=False)],
) -> int:
    """Writes the line into config.toml; the next check and build read by it."""
    settings: Settings = context.obj.without_csv()
    if action not in ACTIONS:
        raise Refusal(
            f"headings 后应为 add，不是 {action}", f"After headings comes add, not {action}", "unionkpi headings --help"
        )
    home = open_home(settings.home)
    is_added = add_heading(home.config_file, ledger, theirs, ours)
    raise_format(home)
    if is_added:
        note(home, Action.CORRECTED, {"ledger": ledger, "theirs": theirs, "ours": ours}, settings.language)
    if settings.as_json:
        write_json({"ledger": ledger, "theirs": theirs, "ours": ours, "added": is_added})
        return 0
    label = ledgers()[ledger].label
    told = Label(
        f"已记入 config.toml：《{label.zh}》的“{theirs}”按“{ours}”读",
        f"Written into config.toml: “{theirs}” of {label.en} is read as “{ours}”",
    )
    known = Label(
        f"config.toml 已有：《{label.zh}》的“{theirs}”按“{ours}”读",
        f"config.toml has it already: “{theirs}” of {label.en} is read as “{ours}”",
    )
    write_line((told if is_added else known).in_language(settings.language))
    return 0
