"""``unionkpi audit verify``: whether the log of what people did is as it was written."""

from typing import Annotated

import typer

from pipelines.command_line.audit import audit_log
from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import write_json, write_line
from pipelines.command_line.wording import both
from pipelines.keeping.opening import open_existing_home
from warehouse.access.altered_words import sentence
from warehouse.language import Label, Refusal

HELP = both("核对操作日志是否完整、未被改动", "Check that the audit log is whole and unchanged")
ALTERED = 1


def run(
    context: typer.Context,
    action: Annotated[str, typer.Argument(help=both("verify", "verify"), show_default=False)],
) -> int:
    """Exit code 0: intact; 1: altered, with every place."""
    settings: Settings = context.obj.without_csv()
    if action != "verify":
        raise Refusal(
            f"audit 后应为 verify，不是 {action}", f"After audit comes verify, not {action}", "unionkpi audit --help"
        )
    log = audit_log(open_existing_home(settings.home))
    found = log.verify()
    if settings.as_json:
        write_json({"altered": [{"file": one.file, "line": one.line, "reason": one.reason} for one in found]})
    elif found:
        for one in found:
            write_line(sentence(one, settings.language))
    else:
        lines = sum(1 for _ in log.entries())
        write_line(
            Label(f"操作日志完整，共{lines}行", f"The audit log is intact: {lines} lines").in_language(
                settings.language
            )
        )
    return ALTERED if found else 0
