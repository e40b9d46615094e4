"""What may need attention: one kind of item a file ``warehouse/attention/<kind>.sql``.

A file begins with a header of ``-- name: value`` lines and a blank line::

    -- zh: 限时办结超期未结            what the kind is called
    -- en: Service cases open over their limit
    -- weight: overdue                 red | overdue | incomplete | amber, see :data:`WEIGHTS`
    -- ledger: service_case            its keeper answers for it; left out where the query names the department
    -- page: key-tasks light=red       the page to look at, with what is chosen there: values, {region_code},
                                       {department_id} or {indicator_id}
    -- says_zh: {counted}件超期        an item in words; placeholders are those of :data:`PLACEHOLDERS`
    -- says_en: {counted} overdue
    -- distance_zh: 超期天数÷60        what its distance is
    -- distance_en: days overdue ÷ 60

and selects some of :data:`COLUMNS` from ``kpi.values``, ``mart.*``, ``as_of.*``, ``meta.*``: one row a cell or thing,
those of one ``as_of_date`` and ``item`` being one item of the list. ``as_of_date``, ``item``, ``subject_zh``,
``subject_en`` and ``distance`` (0–1) are always needed; what is left out is null.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from warehouse.language import Label
from warehouse.sql_header import header_fields

FOLDER = Path(__file__).parent / "attention"
WEIGHTS = {"red": 3, "overdue": 3, "incomplete": 2, "amber": 1}
"""What a class counts in the score."""
REQUIRED = ("zh", "en", "weight", "page", "says_zh", "says_en", "distance_zh", "distance_en")
OPTIONAL = ("ledger",)
PLACEHOLDERS = ("counted", "days", "amount", "share", "due_share", "reach", "value", "goal", "gap")
"""``value``, ``goal`` and ``gap`` are those of the indicator named by ``indicator_id`` in the item's region."""
LINKED = ("region_code", "department_id", "indicator_id")

COLUMNS: Mapping[str, str] = {
    "as_of_date": "date not null",
    "item": "varchar not null",
    "subject_zh": "varchar not null",
    "subject_en": "varchar not null",
    "region_code": "varchar",  # null: the whole county
    "indicator_id": "varchar",
    "department": "varchar",  # an id of the configuration or a name; null: the keeper of the header's ledger
    "owner": "varchar",  # null: the department's of the configuration
    "distance": "double not null check (distance between 0 and 1)",
    "counted": "bigint default 1",
    "days": "bigint",
    "amount": "double",
    "share": "double",
    "due_share": "double",
    "reach_date": "date",
    "row_name": "varchar",
    "source_ledger": "varchar",
    "source_file": "varchar",
    "source_sheet": "varchar",
    "source_row": "bigint",
}
"""What a query may select, with the type."""


@dataclass(frozen=True, slots=True)
class AttentionRule:
    """One kind of item. ``page`` is a path, ``parameters`` what is chosen there."""

    kind: str
    label: Label
    weight_class: str
    ledger: str | None
    page: str
    parameters: tuple[tuple[str, str], ...]
    says: Label
    distance: Label
    sql: str

    @property
    def weight(self) -> int:
        return WEIGHTS[self.weight_class]

    @property
    def address(self) -> str:
        """The page with its parameters, as ``kpi.attention_kinds`` has it."""
        return "&".join([self.page, *(f"{name}={value}" for name, value in self.parameters)])


@cache
def attention_rules(folder: Path = FOLDER) -> tuple[AttentionRule, ...]:
    """All kinds in alphabetical order of their files; raises ``ValueError`` naming the file whose header is wrong."""
    return tuple(parse_rule(file.stem, file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.sql")))


def parse_rule(kind: str, text: str) -> AttentionRule:
    """The kind that a file's text declares; raises like :func:`attention_rules`."""
    header, _, sql = text.partition("\n\n")
    fields = header_fields(f"attention/{kind}.sql", header.splitlines(), REQUIRED, OPTIONAL)
    if fields["weight"] not in WEIGHTS:
        raise ValueError(f"attention/{kind}.sql: weight is one of {', '.join(WEIGHTS)}, not {fields['weight']}")
    page, *parameters = fields["page"].split()
    says = Label(fields["says_zh"], fields["says_en"])
    _known(kind, PLACEHOLDERS, says.zh, says.en)
    _known(kind, LINKED, *parameters)
    return AttentionRule(
        kind=kind,
        label=Label(fields["zh"], fields["en"]),
        weight_class=fields["weight"],
        ledger=fields.get("ledger"),
        page=page,
        parameters=tuple(_parameter(kind, text) for text in parameters),
        says=says,
        distance=Label(fields["distance_zh"], fields["distance_en"]),
        sql=sql.strip(),
    )


def _parameter(kind: str, text: str) -> tuple[str, str]:
    name, is_given, value = text.partition("=")
    if not is_given or not name or not value:
        raise ValueError(f"attention/{kind}.sql: after its path a page has name=value, not {text}")
    return name, value


def _known(kind: str, allowed: tuple[str, ...], *texts: str) -> None:
    for text in texts:
        for _, name, _, _ in Formatter().parse(text):
            if name is not None and name not in allowed:
                raise ValueError(f"attention/{kind}.sql: {{{name}}} is none of {', '.join(allowed)}")
