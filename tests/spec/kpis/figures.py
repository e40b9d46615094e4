"""``given``: ledgers drawn as text → the parts of any indicator on any day, for the county and its townships.

    figures = given(union='''
        union_code | township_code | members
        A          | east          | 80
    ''')
    figures("members", "2021-06-30") == {"county": 80, "east": 80}

Keywords are ledger ids. What a test does not draw is filled with an unremarkable value (see ``USUAL``); 是 and 否 are
true and false, months are written ``2021-06``, townships ``east`` and ``west``. Cells without rows, or with nothing but
zeros, are left out; a ratio's or average's cell is (numerator, denominator); ``none`` holds rows without a township.
"""

from collections.abc import Mapping
from typing import Any, Protocol

import duckdb

from pipelines.ledger import Kind, Ledger
from pipelines.registry import ledgers
from tests.warehouse_tables import TOWNSHIPS, Built, Tables
from warehouse.figures.catalogue import indicators
from warehouse.figures.indicator import Scope, Selection
from warehouse.figures.part_sql import values_sql

REGIONS = {"east": TOWNSHIPS[0], "west": TOWNSHIPS[1]}
NAMES = {code: name for name, code in REGIONS.items()} | {None: "county"}
FLAGS = {"是": "true", "否": "false"}
DAYS = ("2019-12-31", "2022-06-30")

USUAL: Mapping[str, Mapping[str, str]] = {
    "budget": {
        "direction": "支出",
        "budget_amount": "0",
        "adjusted_amount": "0",
        "executed_amount": "0",
        "executed_to_date": "0",
    },
    "competition": {"entrants": "1"},
    "competition_award": {"title": "无"},
    "enterprise": {
        "unit_kind": "企业",
        "control_kind": "私人控股",
        "employees": "10",
        "registered_date": "2000-01-01",
    },
    "hardship_household": {"person_key": "somebody"},
    "member": {"employment_kind": "正式"},
    "loan": {"status": "在贷"},
    "relief_visit": {"people": "1", "cash_amount": "0", "goods_amount": "0"},
    "service_case": {"matter": "工会组建批复"},
    "task": {"weight": "1", "target": "100", "planned_start": "2021-01-01", "planned_end": "2021-12-31"},
    "task_progress": {"done": "0", "status": "序时推进"},
    "union": {
        "township_code": "east",
        "employees": "0",
        "members": "0",
        "womens_body": "无",
        "audit_body": "无",
        "legal_person": "否",
        "founded_date": "2000-01-01",
    },
    "village_condolence": {"level": "省级", "condolence_kind": "普遍慰问"},
    "village_posting": {"township_code": "east"},
    "wage_contract": {"contract_kind": "工资专项", "township_code": "east", "signed_date": "2018-01-01"},
    "wage_contract_enterprise": {"covered_workers": "1"},
}


class Figures:
    """The parts of indicators over one set of ledgers, on any day of :data:`DAYS`."""

    def __init__(self, built: Built) -> None:
        self.built = built

    def __call__(self, indicator_id: str, day: str) -> dict[str, Any]:
        """The cells of an indicator on a day: a number, or the numbers of numerator and denominator."""
        indicator = indicators()[indicator_id]
        numerators = self._cells(indicator.numerator.selection, indicator.scope, day)
        if indicator.denominator is None:
            return numerators
        denominators = self._cells(indicator.denominator.selection, indicator.scope, day)
        return {
            region: (numerators.get(region, 0), denominators.get(region, 0)) for region in denominators | numerators
        }

    def heads(self, indicator_id: str, day: str) -> dict[str, float]:
        """The people (or households) that stand behind each cell of the numerator."""
        indicator = indicators()[indicator_id]
        assert indicator.suppression is not None, f"{indicator_id} is not about people"
        total: dict[str, float] = {}
        for selection in indicator.suppression.heads:
            for region, amount in self._cells(selection, indicator.scope, day).items():
                total[region] = total.get(region, 0) + amount
        return total

    def mart(self, name: str, day: str, column: str, where: str) -> list[Any]:
        """The values of one column of a mart's rows of a day, sorted."""
        sql = f"select {column} from mart.{name} where as_of_date = ? and ({where}) order by {column}"
        return [value for (value,) in self.built.rows(sql, day)]

    def _cells(self, selection: Selection, scope: Scope, day: str) -> dict[str, float]:
        sql = values_sql(selection, scope)
        lines = self.built.rows(f"select region_code, amount from ({sql}) where as_of_date = ?", day)
        return {NAMES.get(region, region): amount for region, amount in lines if amount}


class EveryDay(Tables):
    """Tables whose as-of dates are all of :data:`DAYS`."""

    def _describe(self, con: duckdb.DuckDBPyConnection) -> None:
        super()._describe(con)
        con.execute("delete from meta.as_of_dates")
        con.execute(
            "insert into meta.as_of_dates select day::date, date_trunc('year', day)::date, false, false "
            "from range(?::date, ?::date + 1, interval 1 day) as days(day)",
            list(DAYS),
        )


class Given(Protocol):
    """What the fixture ``given`` is."""

    def __call__(self, mutual_aid_base_year: str = "2004", **texts: str) -> Figures: ...


class SomeDays(EveryDay):
    """Tables whose as-of dates are those of ``days`` alone."""

    days: tuple[str, ...] = ()

    def _describe(self, con: duckdb.DuckDBPyConnection) -> None:
        super()._describe(con)
        con.execute("delete from meta.as_of_dates where not list_contains(?, as_of_date::varchar)", [list(self.days)])


def given_tables(mutual_aid_base_year: str = "2004", days: tuple[str, ...] = (), **texts: str) -> Figures:
    """Figures over the drawn ledgers; keywords are ledger ids. On every day, or on some alone, which is faster."""
    drawn: dict[str, Any] = {
        ledgers()[ledger_id].table: _drawn(ledgers()[ledger_id], text) for ledger_id, text in texts.items()
    }
    settings = {"mutual_aid_base_year": mutual_aid_base_year}
    if not days:
        return Figures(EveryDay(data_date=DAYS[-1], settings=settings, **drawn).build())
    tables = SomeDays(data_date=DAYS[-1], settings=settings, **drawn)
    tables.days = days
    return Figures(tables.build())


def _drawn(ledger: Ledger, text: str) -> str:
    """The text as ``Tables`` reads it, with the usual values of the columns that are not drawn."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()]
    if not lines:
        return ""
    heading, *rows = lines
    usual = {name: value for name, value in USUAL.get(ledger.id, {}).items() if name not in heading}
    names = [*heading, *usual]
    stored = [
        [_stored(ledger, name, cell) for name, cell in zip(names, [*row, *usual.values()], strict=True)] for row in rows
    ]
    return "\n".join(" | ".join(line) for line in [names, *stored])


def _stored(ledger: Ledger, name: str, cell: str) -> str:
    if name not in ledger.schema:
        return cell
    match ledger.column(name).kind:
        case Kind.BOOL:
            return FLAGS.get(cell, "")
        case Kind.MONTH:
            return f"{cell}-01" if cell else ""
        case Kind.TOWN:
            return REGIONS.get(cell, "")
    return cell
