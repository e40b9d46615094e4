"""Figures and small published homes for the specifications of the report."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document

from tests.spec.cli.published_home import publish
from tests.warehouse_tables import Tables
from warehouse.language import Label
from warehouse.reader import Published
from warehouse.report.draft import Draft, draft_report
from warehouse.report.figure import Figure

YEAR_END, NOVEMBER = date(2021, 12, 31), date(2021, 11, 30)

PEOPLE, YUAN, COPIES = Label("人", "people"), Label("元", "yuan"), Label("份", "contracts")

COUNT = Figure(
    id="wage_contracts_signed",
    label=Label("工资专项集体合同签订数", "Wage contracts signed"),
    unit=COPIES,
    kind="count",
    numerator_label=Label("合同", "contracts"),
    numerator_unit=COPIES,
    denominator_label=None,
    denominator_unit=None,
    value=36.0,
    numerator=36.0,
    denominator=None,
    last_year=30.0,
    yoy=0.2,
    yoy_reason=None,
    last_year_source=None,
    reason=None,
    is_complete=True,
    is_suppressed=False,
    target=None,
    pace=None,
    light="grey",
)
"""36 contracts, 30 a year before."""
AMOUNT = replace(COUNT, id="relief_raised", unit=YUAN, numerator_unit=YUAN, kind="amount", value=633_800.0)
RATE = replace(
    COUNT,
    id="union_density",
    label=Label("入会率", "Union density"),
    unit=Label("%", "%"),
    kind="ratio",
    numerator_label=Label("会员", "Members"),
    numerator_unit=PEOPLE,
    denominator_label=Label("职工", "Employees"),
    denominator_unit=PEOPLE,
    value=0.8125,
    numerator=130.0,
    denominator=160.0,
    last_year=0.78,
    yoy=0.8125 - 0.78,
)
"""130 of 160, 78 % a year before."""
MISSING = {"value": None, "numerator": None, "yoy": None}

UNIONS = """
    union_code | township_code | members | migrant_members | employees | founded_date | womens_body | audit_body
    U1         | 530499001     | 60      | 12              | 80        | 2019-05-01   | 女工委      | 经审委
    U2         | 530499002     | 5       | 1               | 20        | 2020-01-15   | 无          | 无
"""
CLAIMS = """
    claim_code | person_key | period | applied_date | paid_date  | amount
    C1         | p1         | 17     | 2021-02-01   | 2021-03-01 | 1200.50
    C2         | p1         | 17     | 2021-05-01   | 2021-06-01 | 800
    C3         | p2         | 17     | 2021-05-01   | 2021-12-15 | 399.50
"""
ENROLMENTS = """
    unit_code | period | people | paid_amount | start_date | end_date
    A         | 17     | 12345  | 1           | 2021-01-01 | 2021-12-31
    B         | 17     | 3455   | 1           | 2021-01-01 | 2021-12-31
"""
COMPETITIONS = """
    competition_code | competition_name | level | role     | industry | trade | held_date  | entrants
    K1               | 全市焊工竞赛     | 市级  | 组队参加 | 制造业   | 焊工  | 2021-06-01 | 10
    K2               | 全市钳工竞赛     | 市级  | 组队参加 | 制造业   | 钳工  | 2021-07-01 | 10
    K3               | 全市护理竞赛     | 市级  | 承办     | 卫生     | 护理  | 2021-08-01 | 10
"""
TRIPS = """
    person_key | place | start_date | end_date
    p1         | 昆明  | 2021-05-01 | 2021-05-06
    p2         | 昆明  | 2021-05-01 | 2021-05-06
    p3         | 北京  | 2021-09-01 | 2021-09-06
    p4         | 大理  | 2020-09-01 | 2020-09-06
"""
TASKS = """
    task_code | year | title       | weight | target | unit | department | planned_start | planned_end
    T1        | 2021 | 建设驿站    | 1      | 20     | 个   | 办公室     | 2021-01-01    | 2021-12-31
    T2        | 2021 | 完善制度    | 1      | 100    | %    | 办公室     | 2021-01-01    | 2021-12-31
"""
PROGRESS = """
    task_code | month      | done | status | problem  | remedy
    T1        | 2021-12-01 | 13   | 滞后   | 用地未定 | 改选址。
    T2        | 2021-12-01 | 100  | 已完成 |          |
"""


def small_tables(**more: Any) -> Tables:
    """A county of which a few ledgers came; whatever is not named was never handed in."""
    tables: dict[str, Any] = {
        "enterprises": "",  # handed in, without a row
        "unions": UNIONS,
        "mutual_aid_claims": CLAIMS,
        "mutual_aid_enrolments": ENROLMENTS,
        "competitions": COMPETITIONS,
        "recuperations": TRIPS,
        "tasks": TASKS,
        "task_progresses": PROGRESS,
    }
    return Tables(**{**tables, **more})


def small_home(folder: Path, **more: Any) -> Path:
    """The county published in a folder."""
    return publish(folder, small_tables(**more))


def template(*paragraphs: str | list[str]) -> bytes:
    """A .docx with these paragraphs; a list is one paragraph of several runs, every second one bold."""
    document = Document()
    for entry in paragraphs:
        paragraph = document.add_paragraph()
        for at, text in enumerate([entry] if isinstance(entry, str) else entry):
            paragraph.add_run(text).bold = bool(at % 2)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def text_of(draft: Draft) -> str:
    return "\n".join(paragraph.text for paragraph in draft.paragraphs)


def filled(published: Published, *paragraphs: str | list[str], day: date = YEAR_END, optional: Any = ()) -> str:
    """What a template of these paragraphs becomes, without the list of doubts."""
    said = text_of(draft_report(published, day, optional, ("模板.docx", template(*paragraphs))))
    return said.split("\n定稿前需核实")[0]
