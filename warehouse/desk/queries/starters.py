"""The questions that the desk begins with: one file each in ``starters/``, found because it exists.

A file begins with a header of ``-- name: value`` lines: ``zh`` and ``en`` its name, ``about_zh`` and ``about_en`` what
it answers, ``subject`` one of :data:`SUBJECTS`. Lines that begin with :data:`PARAMETER` declare parameters
(:mod:`warehouse.desk.asking.parameters`). After a blank line follows one SELECT.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from warehouse.language import Label
from warehouse.sql_header import header_fields

FOLDER = Path(__file__).parents[1] / "starters"
SUBJECTS = {
    "unions": Label("组织建设", "Unions"),
    "contracts": Label("集体协商", "Wage bargaining"),
    "tasks": Label("重点任务", "Key tasks"),
    "relief": Label("帮扶与互助", "Relief and mutual aid"),
    "funds": Label("经费与资产", "Funds"),
    "service": Label("服务与权益", "Service and rights"),
    "competitions": Label("竞赛与培训", "Competitions and training"),
    "indicators": Label("指标", "Indicators"),
    "submissions": Label("报送与质量", "Submissions"),
}
"""In the order in which they are listed."""
FIELDS = ("zh", "en", "about_zh", "about_en", "subject")
PARAMETER = "-- :"


@dataclass(frozen=True, slots=True)
class Starter:
    """A question: ``sql`` begins with the declarations of its parameters."""

    id: str
    subject: str
    label: Label
    about: Label
    sql: str


@cache
def starters() -> dict[str, Starter]:
    """All of them by id, by subject and then by file; raises ``ValueError`` naming the file whose header is wrong."""
    found = [_starter(file) for file in sorted(FOLDER.glob("*.sql"))]
    order = list(SUBJECTS)
    return {one.id: one for one in sorted(found, key=lambda one: (order.index(one.subject), one.id))}


def _starter(file: Path) -> Starter:
    header, _, body = file.read_text(encoding="utf-8").partition("\n\n")
    lines = header.splitlines()
    declarations = [line for line in lines if line.startswith(PARAMETER)]
    said = [line for line in lines if not line.startswith(PARAMETER)]
    fields = header_fields(f"starters/{file.name}", said, FIELDS)
    if fields["subject"] not in SUBJECTS:
        raise ValueError(f"starters/{file.name}: the subject is one of {', '.join(SUBJECTS)}")
    return Starter(
        file.stem,
        fields["subject"],
        Label(fields["zh"], fields["en"]),
        Label(fields["about_zh"], fields["about_en"]),
        "\n".join([*declarations, body.strip()]),
    )
