"""``unionkpi check``: what is wrong with files, before they are handed in."""

from pathlib import Path
from typing import Annotated, Any

import typer

from pipelines.annotating.copies import prepare_folder, write_copies
from pipelines.check import check
from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import progress_bar, write_json, write_line
from pipelines.command_line.wording import both
from pipelines.keeping.opening import open_home
from pipelines.registry import ledgers
from warehouse.language import Label, Language

HELP = both("检查文件，不入库", "Check files without loading them")
WRITES_FOR_OTHERS = True

PROBLEMS_SHOWN = 20
"""Problems of one sheet that are told one by one; ``--json`` has them all."""


def run(
    context: typer.Context,
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help=both("文件或文件夹", "Files or folders"), show_default=False)
    ],
    annotate: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            show_default=False,
            help=both(
                "在这个文件夹里写出标注副本：有问题的单元格涂色并加批注",
                "Write copies into this folder, their wrong cells coloured and commented",
            ),
        ),
    ] = None,
    suggestions: Annotated[
        bool,
        typer.Option(
            "--suggestions",
            help=both("在 JSON 里给出相近的表头", "Add headings that an unknown one looks like to the JSON document"),
        ),
    ] = False,
) -> int:
    """Judges the files by their declarations, against each other and against the published version."""
    settings: Settings = context.obj.without_csv()
    home = open_home(settings.home)
    if annotate:
        prepare_folder(annotate, paths, home.inbox)
    with progress_bar(settings.language) as progress:
        report = check(paths, home, progress)
        copies = write_copies(report, annotate, progress) if annotate else []
    document = report.document(settings.language, suggestions=suggestions)
    if settings.as_json:
        write_json(document)
    else:
        write_files(document, settings.language)
        if annotate:
            write_line(_copies_line(annotate, len(copies)).in_language(settings.language))
    return report.exit_code


def _copies_line(folder: Path, copies: int) -> Label:
    if not copies:
        return Label("没有问题，不需要标注副本", "No problems, so no copies were written")
    return Label(f"已在 {folder} 写出 {copies:,} 份标注副本", f"{copies:,} marked copies are in {folder}")


def write_files(document: dict[str, Any], language: Language) -> None:
    """Each sheet with its ledger and counts, and below it its problems."""
    for file in document["files"]:
        for sheet in file["sheets"]:
            write_line(_sheet_line(file["file"], sheet, language))
            for problem in sheet["problems"][:PROBLEMS_SHOWN]:
                write_line(f"  {_problem_line(problem, language)}")
            if (more := len(sheet["problems"]) - PROBLEMS_SHOWN) > 0:
                write_line(
                    Label(f"  ……另有 {more:,} 个问题，用 --json 查看", f"  … {more:,} more, see --json").in_language(
                        language
                    )
                )


def _sheet_line(file: str, sheet: dict[str, Any], language: Language) -> str:
    place = f"{file} · {sheet['sheet']}" if sheet["sheet"] else file
    if sheet["ledger"] is None:
        return place
    ledger = ledgers()[sheet["ledger"]].label.in_language(language)
    counts = Label(
        f"读取 {sheet['read']:,} 行，合格 {sheet['ok']:,}，退回 {sheet['rejected']:,}，跳过 {sheet['skipped']:,}",
        f"{sheet['read']:,} rows read, {sheet['ok']:,} good, {sheet['rejected']:,} rejected, "
        f"{sheet['skipped']:,} skipped",
    )
    return f"{place} · {ledger}: {counts.in_language(language)}"


def _problem_line(problem: dict[str, Any], language: Language) -> str:
    severity = Label("错误", "error") if problem["severity"] == "error" else Label("提醒", "warning")
    where = []
    if problem["row"] is not None:
        where.append(Label(f"第{problem['row']}行", f"row {problem['row']}").in_language(language))
    if problem["column"]:
        where.append(problem["column"])
    value = f"“{problem['value']}”" if problem["value"] else ""
    place = " ".join([f"[{severity.in_language(language)}]", *where]) + value
    return f"{place}: {problem['message']}" if language == "en" else f"{place}：{problem['message']}"
