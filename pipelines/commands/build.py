"""``unionkpi build``: from the inbox to a published version."""

from typing import Any

import typer

from pipelines.build import build
from pipelines.build_report import BuildReport
from pipelines.command_line.audit import note
from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import progress_bar, write_json, write_line, write_table
from pipelines.command_line.wording import both
from pipelines.keeping.opening import open_home, raise_format
from warehouse.access.actions import Action
from warehouse.language import Label, Language
from warehouse.rule_names import rule_name

HELP = both(
    "读取收件箱、核对、建新版本、过质量闸门、发布",
    "Read the inbox, check it, build a version, pass the quality gate, publish",
)


def run(context: typer.Context) -> int:
    """Publishes a version, or says why the gate did not let it pass and leaves everything as it was."""
    settings: Settings = context.obj.without_csv()
    home = open_home(settings.home)
    with progress_bar(settings.language) as progress:
        report = build(home, progress)
    if report.refusal is None:
        raise_format(home)
        note(home, Action.BUILT, {"version": report.version, "rows": report.rows["loaded"]}, settings.language)
    if settings.as_json:
        write_json(report.document(settings.language))
    elif report.refusal is not None:
        write_problems(report, settings.language)
        raise report.refusal
    else:
        write_summary(report, settings.language)
        write_problems(report, settings.language)
    return report.exit_code


def write_summary(report: BuildReport, language: Language) -> None:
    """One line of what was published and one of what became of the rows."""
    rows = report.rows
    files = report.sheets["file"].n_unique()
    published = Label(f"已发布版本 {report.version}", f"Published version {report.version}")
    counts = Label(
        f"{files:,} 个文件，{rows['read']:,} 行：入库 {rows['loaded']:,}，退回 {rows['rejected']:,}，"
        f"被后来的替代 {rows['superseded']:,}，跳过 {rows['skipped']:,}",
        f"{files:,} files, {rows['read']:,} rows: {rows['loaded']:,} loaded, {rows['rejected']:,} rejected, "
        f"{rows['superseded']:,} superseded, {rows['skipped']:,} skipped",
    )
    write_line(published.in_language(language))
    write_line(counts.in_language(language))


def write_problems(report: BuildReport, language: Language) -> None:
    """The problems by file and rule, errors first, and the checks of the gate that failed."""
    problems = report.problems.sort("severity", "file", "sheet", "rule").to_dicts()
    failed = [check for check in report.gate.to_dicts() if not check["success"]]
    if problems:
        headings = PROBLEM_HEADINGS[language]
        write_line()
        write_table(headings, [_problem_line(problem, language) for problem in problems], headings[-1:])
    if failed:
        write_line()
        write_table(GATE_HEADINGS[language], [_gate_line(check, language) for check in failed])


PROBLEM_HEADINGS = {
    "zh": ("程度", "文件", "工作表", "问题", "数量"),
    "en": ("Severity", "File", "Sheet", "Problem", "Count"),
}
GATE_HEADINGS = {"zh": ("闸门", "检查", "说明"), "en": ("Gate", "Check", "What is wrong")}
SEVERITIES = {
    "error": Label("错误", "error"),
    "warning": Label("提醒", "warning"),
    "critical": Label("不通过", "critical"),
}


def _problem_line(problem: dict[str, Any], language: Language) -> list[str]:
    severity = SEVERITIES[problem["severity"]].in_language(language)
    return [severity, problem["file"], problem["sheet"], rule_name(problem["rule"], language), f"{problem['count']:,}"]


def _gate_line(check: dict[str, Any], language: Language) -> list[str]:
    return [SEVERITIES[check["severity"]].in_language(language), check["subject"], check[f"message_{language}"]]
