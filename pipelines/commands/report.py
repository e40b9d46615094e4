"""``unionkpi report``: the annual report with the figures of its day, and the proof of each of them."""

from pathlib import Path
from typing import Annotated, Any

import typer

from pipelines.command_line.audit import note
from pipelines.command_line.invocation import Settings
from pipelines.command_line.options import as_of_option
from pipelines.command_line.printing import write_json, write_line
from pipelines.command_line.wording import both
from pipelines.config_file import load_config
from pipelines.home import Home
from pipelines.keeping.opening import open_home
from warehouse.access.actions import Action
from warehouse.language import Label, Refusal
from warehouse.reader import open_published
from warehouse.report.default_template import default_template
from warehouse.report.draft import Draft, draft_report, report_day
from warehouse.report.outlook import TITLES
from warehouse.report.written import FORMS, report_files

HELP = both("起草年度工作总结，每个数字可追溯", "Draft the annual report, every figure with its proof")
WRITES_FOR_OTHERS = True

NO_CHAPTERS = "none"
EXAMPLE = "unionkpi report --year 2021 --out 年度工作总结.docx"


def run(
    context: typer.Context,
    year: Annotated[
        int | None, typer.Option(help=both("总结哪一年", "The year that is reported"), show_default=False)
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            show_default=False,
            help=both("写到哪个文件：.docx、.html 或 .md", "The file to write: .docx, .html or .md"),
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        as_of_option("截至月份或日期；不写则为当年12月31日", "A month or a day; default 31 December of the year"),
    ] = None,
    chapters: Annotated[
        str,
        typer.Option(
            metavar="problems,plans|none",
            help=both("末尾两章写哪些：存在的问题、下一年打算", "Which of the two closing chapters to write"),
        ),
    ] = ",".join(TITLES),
    template: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            show_default=False,
            help=both("用这个 .docx 作模板", "The .docx to fill"),
        ),
    ] = None,
    template_out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            show_default=False,
            help=both("把默认模板写成 .docx 供修改", "Write the delivered template as a .docx to edit"),
        ),
    ] = None,
) -> int:
    """Exit code 1 when a figure of the text is null, incomplete or withheld."""
    settings: Settings = context.obj.without_csv()
    if template_out is not None:
        return _write_template(settings, template_out)
    if year is None or out is None:
        missing = "--year" if year is None else "--out"
        raise Refusal(f"缺少参数 {missing}", f"{missing} is missing", EXAMPLE)
    _check_place(out, tuple(FORMS))
    optional = _chosen_chapters(chapters)
    home = open_home(settings.home)
    published = open_published(home.warehouse)
    day = report_day(published, year, as_of)
    draft = draft_report(published, day, optional, _template(home, template))
    written = _write(report_files(draft, out))
    told = {"version": draft.version, "as_of": draft.day.isoformat(), "file": out.name}
    note(home, Action.REPORTED, told, settings.language)
    _tell(settings, draft, written)
    return 1 if draft.doubts else 0


def _chosen_chapters(text: str) -> tuple[str, ...]:
    if text == NO_CHAPTERS:
        return ()
    names = [name.strip() for name in text.split(",")]
    for unknown in (name for name in names if name not in TITLES):
        listed = ", ".join((*TITLES, NO_CHAPTERS))
        raise Refusal(
            f"--chapters 没有 {unknown}；可用：{listed}", f"--chapters: no {unknown}; there are: {listed}", EXAMPLE
        )
    return tuple(name for name in TITLES if name in names)


def _template(home: Home, given: Path | None) -> tuple[str, bytes] | None:
    """The template named on the command line, else configured, else lying in the home; None: the delivered one."""
    configured = load_config(home.config_file).report_template if home.config_file.exists() else ""
    named = given or (home.folder / configured if configured else None)
    file = named or home.report_template
    if not file.is_file():
        if named is None:
            return None
        raise Refusal(
            f"找不到报告模板 {file}",
            f"There is no report template {file}",
            f"unionkpi report --template-out {file.name}",
        )
    return file.name, file.read_bytes()


def _check_place(file: Path, endings: tuple[str, ...]) -> None:
    """Refuses a file of another ending, a folder, and a file in a folder that does not exist."""
    if file.suffix.lower() not in endings:
        listed = "、".join(endings), ", ".join(endings)
        raise Refusal(f"{file} 应以 {listed[0]} 结尾", f"{file} must end with {listed[1]}", EXAMPLE)
    if file.is_dir():
        raise Refusal(f"{file} 是文件夹，应为文件", f"{file} is a folder where a file is needed", EXAMPLE)
    if not file.parent.is_dir():
        raise Refusal(
            f"文件夹 {file.parent} 不存在，请先新建", f"There is no folder {file.parent}: make it first", EXAMPLE
        )


def _write(files: dict[Path, bytes]) -> dict[Path, bool]:
    """Writes all files or none; by each whether it replaced one."""
    replaced = {file: file.exists() for file in files}
    parts = {file: file.with_name(f".{file.name}.part") for file in files}
    try:
        for file, content in files.items():
            parts[file].write_bytes(content)
        for file, part in parts.items():
            part.replace(file)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    return replaced


def _write_template(settings: Settings, file: Path) -> int:
    _check_place(file, (".docx",))
    written = _write({file: default_template()})
    if settings.as_json:
        write_json({"files": [{"file": file.as_posix(), "replaced": written[file]}]})
    else:
        _tell_files(settings, written)
        hint = Label(
            "在 Word 或 WPS 中修改后，改名为 report_template.docx 放进数据文件夹即可使用",
            "Edit it in Word or WPS and put it into the home as report_template.docx",
        )
        write_line(hint.in_language(settings.language))
    return 0


def _tell(settings: Settings, draft: Draft, written: dict[Path, bool]) -> None:
    if settings.as_json:
        write_json(_document(draft, written))
        return
    _tell_files(settings, written)
    counted = Label(
        f"{draft.title}：{len(draft.proofs)}个数字，截至 {draft.day}，数据版本 {draft.version}",
        f"{draft.title}: {len(draft.proofs)} figures as of {draft.day}, version {draft.version}",
    )
    write_line(counted.in_language(settings.language))
    if draft.doubts:
        heading = Label(f"需核实的数字（{len(draft.doubts)}处）：", f"Figures to check ({len(draft.doubts)}):")
        write_line(heading.in_language(settings.language))
        for text in draft.doubts:
            write_line(f"  {text}")


def _tell_files(settings: Settings, written: dict[Path, bool]) -> None:
    for file, replaced in written.items():
        told = (
            Label(f"已覆盖 {file}", f"Replaced {file}") if replaced else Label(f"已写入 {file}", f"Written to {file}")
        )
        write_line(told.in_language(settings.language))


def _document(draft: Draft, written: dict[Path, bool]) -> dict[str, Any]:
    return {
        "title": draft.title,
        "as_of": draft.day.isoformat(),
        "version": draft.version,
        "files": [{"file": file.as_posix(), "replaced": replaced} for file, replaced in written.items()],
        "figures": [
            {
                "number": proof.number,
                "id": proof.figure.id,
                "subject": proof.subject,
                "text": proof.said,
                "complete": proof.figure.is_complete,
                "suppressed": proof.figure.is_suppressed,
                "reason": proof.figure.reason,
                "missing": list(proof.figure.missing),
            }
            for proof in draft.proofs
        ],
        "doubts": list(draft.doubts),
    }
