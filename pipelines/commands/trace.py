"""``unionkpi trace``: the rows behind a value."""

from typing import Annotated, Any

import typer

from pipelines.command_line.audit import note
from pipelines.command_line.figures import amount_text, value_text
from pipelines.command_line.invocation import Settings
from pipelines.command_line.names import INDICATORS, LEDGERS, REGIONS, names_of
from pipelines.command_line.options import AsOf
from pipelines.command_line.printing import write_json, write_line, write_table
from pipelines.command_line.wording import both
from pipelines.commands.kpi import wants_a_look
from pipelines.keeping.opening import open_home
from warehouse.access.actions import Action
from warehouse.figure_names import REASON_NAMES
from warehouse.figures.answer import answers
from warehouse.figures.question import ALL_REGIONS
from warehouse.figures.trace import trace
from warehouse.language import Label, Language, Refusal
from warehouse.reader import Published, open_published

HELP = both("数值背后的每一行：文件、工作表、行号", "The rows behind a value: file, sheet, row")

PARTS = {"numerator": Label("分子", "numerator"), "denominator": Label("分母", "denominator")}
HEADINGS = {
    "zh": ("部分", "台账", "文件", "工作表", "行号", "计入"),
    "en": ("Part", "Ledger", "File", "Sheet", "Row", "Amount"),
}


def run(
    context: typer.Context,
    indicator: Annotated[str, typer.Argument(metavar="ID", help=both("指标编号", "The indicator"), show_default=False)],
    as_of: AsOf = None,
    region: Annotated[
        str | None,
        typer.Option(
            metavar="CODE",
            show_default=False,
            help=both("区划代码；不写则为全县", "A region's code; default the county"),
        ),
    ] = None,
) -> int:
    """Exit code 1 when the value is null, incomplete or withheld."""
    settings: Settings = context.obj.without_csv()
    if region == ALL_REGIONS:
        raise Refusal(
            "trace 一次只追一个地区，--region 应为一个区划代码",
            "trace follows one region at a time: --region must be one code",
            f"unionkpi trace {indicator}",
        )
    home = open_home(settings.home)
    published = open_published(home.warehouse)
    (answer,) = answers(published, [indicator], as_of, region, settings.language)
    proof = trace(published, indicator, as_of, region)
    if is_about_people(published, indicator):
        told = {"indicator": indicator, "region": answer["region"], "as_of": answer["as_of"]}
        note(home, Action.TRACED, told, settings.language)
    if settings.as_json:
        write_json(proof)
    else:
        write_line(_heading(answer, published, settings.language))
        write_proof(proof, published, settings.language)
    return 1 if wants_a_look(answer) else 0


def is_about_people(published: Published, indicator: str) -> bool:
    """Whether what the indicator counts are people, so that who looked at its rows is noted."""
    sql = "select is_about_people from kpi.definitions where indicator_id = ?"
    return bool(published.query(sql, [indicator]).item())


def write_proof(proof: dict[str, Any], published: Published, language: Language) -> None:
    """The rows as a table, in the order of the trace."""
    if not proof["rows"]:
        return
    ledgers = names_of(published, LEDGERS, language)
    headings = HEADINGS[language]
    lines = [
        [
            PARTS[row["part"]].in_language(language),
            ledgers.get(row["ledger"], row["ledger"]),
            row["file"],
            row["sheet"],
            str(row["row"]),
            amount_text(row["amount"]),
        ]
        for row in proof["rows"]
    ]
    write_table(headings, lines, headings[-2:])


def _heading(answer: dict[str, Any], published: Published, language: Language) -> str:
    value = value_text(answer["value"], answer["unit"], language)
    if answer["reason"]:
        reason = REASON_NAMES[answer["reason"]]
        value += Label(f"（{reason.zh}）", f" ({reason.en})").in_language(language)
    parts = [amount_text(answer[part]) for part in PARTS if answer[part] is not None]
    name = names_of(published, INDICATORS, language)[answer["id"]]
    place = names_of(published, REGIONS, language)[answer["region"]]
    as_of = Label(f"截至 {answer['as_of']}", f"as of {answer['as_of']}").in_language(language)
    return f"{answer['id']} {name} · {place} · {as_of}: {value}   {' / '.join(parts)}".rstrip()
