"""A small county with a township of a hostile name, a withheld figure, a target and a ledger that came late."""

import html
import re
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from pypdf import PdfReader

from tests.spec.cli.published_home import VERSION, publish
from tests.spec.report.given import CLAIMS, ENROLMENTS, UNIONS
from tests.warehouse_tables import COUNTY, Built, Tables
from warehouse.snapshot.documents.context import Context, PreviousIssue, Signature

DECEMBER, NOVEMBER = date(2021, 12, 31), date(2021, 11, 30)
EAST, WEST = "530499001", "530499002"
HOSTILE = "=1+1</script><b>镇"
REASON = "组织部台账次月五日才能报齐"
ID = "2021-12.r1"
AT = datetime(2022, 1, 5, 8, 20, tzinfo=UTC)
DENSITY = "union_density"
WORDS = "全县入会率65%，<还差>5个百分点。"
TARGETS = """
    year | kpi_id        | target | pacing
    2021 | union_density | 70     | 均衡
    2021 | members       | 50     | 均衡
"""
VISITS = """
    visit_code | township_code | visit_kind | people | person_key | visited_date | cash_amount | goods_amount
    V1         | 530499001     | 个人       | 1      | wang       | 2021-01-01   | 7300.00     | 120.50
    V2         | 530499001     | 个人       | 1      | li         | 2021-09-20   | 7300.00     |
    V3         | 530499002     | 集体       | 30     |            | 2021-07-31   | 30000.00    | 1500.00
    V4         | 530499002     | 集体       | 20     |            | 2020-07-31   | 20000.00    |
"""
"""In the east two people, so that the east is withheld, and with it the west: 14,720.50 and 31,500.00 元."""
WITHHELD_AMOUNTS = ("14720.5", "14,720.5", "1.47万元", "31500", "31,500", "3.15万元")


class HostileTables(Tables):
    """Tables whose first township has a name that somebody might have meant badly."""

    name = HOSTILE

    def build(self) -> Built:
        built = super().build()
        built.con.execute("update meta.regions set region_name = ? where region_code = ?", [self.name, EAST])
        return built


def small_county(folder: Path, name: str = HOSTILE, unions: str = UNIONS, version: str = VERSION) -> Path:
    """Publishes the county in a folder: unions reach to November only."""
    tables = HostileTables(
        reaches={"union": NOVEMBER.isoformat()},
        unions=unions,
        mutual_aid_claims=CLAIMS,
        mutual_aid_enrolments=ENROLMENTS,
        relief_visits=VISITS,
        targets=TARGETS,
    )
    tables.name = name
    return publish(folder, tables, version)


def context(**more: Any) -> Context:
    """An incomplete month that was made and reviewed, after an issue of November in which 60 people were members."""
    given: dict[str, Any] = {
        "id": "2021-12.r1",
        "manifest_hash": "0f" * 32,
        "state": "reviewed",
        "is_complete": False,
        "missing": ("union",),
        "reason": REASON,
        "signatures": (
            Signature("create", "甲", datetime(2022, 1, 4, 9, 5)),  # noqa: DTZ001  shown as it is given
            Signature("review", "乙", datetime(2022, 1, 5, 16, 20)),  # noqa: DTZ001
        ),
        "previous": PreviousIssue("2021-11.r1", NOVEMBER, {("members", COUNTY): 60.0}),
    }
    return Context(**{**given, **more})


def bare(text: str) -> str:
    """The text without blanks: setting type adds some between scripts."""
    return re.sub(r"\s+", "", text)


def html_text(content: bytes) -> str:
    """What a reader sees of an HTML file without its scripts."""
    page = re.sub(r"<(script|style)\b.*?</\1>", "", content.decode(), flags=re.DOTALL)
    return bare(html.unescape(re.sub(r"<[^>]+>", "", page)))


def pdf_pages(content: bytes) -> list[str]:
    """The text of each page."""
    return [bare(page.extract_text()) for page in PdfReader(BytesIO(content)).pages]


def docx_text(content: bytes) -> str:
    """The text of all paragraphs."""
    return bare("".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs))
