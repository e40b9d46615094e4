"""``unionkpi sql``: one question in SQL, answered from the published version or a snapshot, without people."""

import csv
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from pipelines.command_line.audit import note
from pipelines.command_line.invocation import OutputFormat, Settings
from pipelines.command_line.printing import write_json, write_table
from pipelines.command_line.wording import both
from pipelines.keeping.opening import open_home
from warehouse.access.actions import Action
from warehouse.desk.asking.question import begin_question
from warehouse.desk.asking.result_table import distinct
from warehouse.desk.asking.sandbox import Answer
from warehouse.language import Label, Refusal

HELP = both("用一条 SELECT 查询已发布的数据（不含个人）", "Ask one SELECT of the published version (without people)")
CUT = 1


def run(
    context: typer.Context,
    query: Annotated[str, typer.Argument(metavar="SELECT…", help=both("查询语句", "The query"), show_default=False)],
    parameter: Annotated[
        list[str] | None,
        typer.Option(
            "--param",
            metavar="NAME=VALUE",
            show_default=False,
            help=both("参数 :NAME 的值，可多次", "The value of the parameter :NAME, repeatable"),
        ),
    ] = None,
    snapshot: Annotated[
        str | None,
        typer.Option(
            "--snapshot",
            metavar="ID",
            show_default=False,
            help=both(
                "查询这个月度快照；live. 开头的表仍是已发布的版本",
                "Ask this monthly snapshot; tables of live. are the published version's",
            ),
        ),
    ] = None,
) -> int:
    """Exit code 1 when rows were cut off at the limit."""
    settings: Settings = context.obj
    home = open_home(settings.home)
    with begin_question(
        home.folder,
        query,
        lambda details: note(home, Action.QUERIED, details, settings.language),
        parameters=_parameters(parameter or []),
        snapshot_id=snapshot,
    ) as question:
        answer = question.answer()
    _write(answer, settings.output)
    if answer.is_cut:
        told = Label(
            f"结果超过上限，只列出前{len(answer.rows)}行", f"Too many rows: the first {len(answer.rows)} are listed"
        )
        sys.stderr.write(told.in_language(settings.language) + "\n")
    return CUT if answer.is_cut else 0


def _parameters(given: Sequence[str]) -> dict[str, Any]:
    pairs = [entry.partition("=") for entry in given]
    for (name, sign, _), entry in zip(pairs, given, strict=True):
        if not sign or not name.isidentifier():
            raise Refusal(
                f"--param 应写成 名称=值，不是 {entry}", f"--param is NAME=VALUE, not {entry}", "unionkpi sql --help"
            )
    return {name: value for name, _, value in pairs}


def _write(answer: Answer, output: OutputFormat) -> None:
    names = distinct([name for name, _ in answer.columns])
    if output is OutputFormat.JSON:
        write_json([dict(zip(names, row, strict=True)) for row in answer.rows])
    elif output is OutputFormat.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(answer.rows)
    else:
        write_table(names, [["" if value is None else str(value) for value in row] for row in answer.rows])
