"""The SELECT for indicators: every cell is a figure as it may be shown, and no figure is added to another.

The county's figure is the total of the townships, because it was computed from all rows. Where only some townships are
looked at, their figure together is computed from numerators and denominators, if these can be added and none of them is
withheld; rates are never averaged.
"""

from warehouse.desk.pivot.choice import Choice
from warehouse.desk.pivot.sql_text import Query, all_of, day, listed, named, quoted
from warehouse.desk.pivot.subject import Dimension, Subject

INDICATOR, TOWNSHIP = "indicator", "township"
UNIT = "单位"
WITHHELD, LAST_YEAR_WITHHELD = "不显示", "去年不显示"
PERIOD_TEXT = {
    "month": "strftime(figures.as_of_date, '%Y-%m')",
    "quarter": "strftime(figures.as_of_date, '%Y') || '-Q' || quarter(figures.as_of_date)",
    "year": "strftime(figures.as_of_date, '%Y')",
}
PERIOD_ENDS = {"month": "", "quarter": " and month(as_of_date) % 3 = 0", "year": " and month(as_of_date) = 12"}
PARTS = ("numerator", "denominator")
_QUOTIENT = "definitions.kind in ('ratio', 'average')"
COMPARED = {"last_year": ("last_year", "去年同期"), "target": ("target", "目标")}
TOGETHER = """
            when bool_or("不显示") or not bool_and(is_additive) or count(part) < count(*) then null
            when any_value(is_quotient) then sum(part) / nullif(sum(divisor), 0)
            else sum(part)
        end"""


def compile_figures(subject: Subject, choice: Choice, county_code: str) -> Query:
    """The SELECT for figures of ``kpi.values``; ``county_code`` is the region of the whole county."""
    return _Figures(subject, choice, county_code).query()


class _Figures:
    def __init__(self, subject: Subject, choice: Choice, county_code: str) -> None:
        self.subject, self.choice, self.county_code = subject, choice, county_code
        self.axes = choice.axes(subject)
        self.measure = choice.measured(subject)
        self.names = [named(one.label.zh) for one in self.axes]
        self.value = named(self.measure.label.zh)
        self.places = choice.kept.get(TOWNSHIP, ())
        self.has_places = any(one.id == TOWNSHIP for one in self.axes)
        self.compared = COMPARED.get(choice.versus) if self.measure.column == "value" else None
        self.has_last_year = self.compared == COMPARED["last_year"]

    def query(self) -> Query:
        sql = f"""-- {self.subject.label.zh}：{self.measure.label.zh}，按{"、".join(one.label.zh for one in self.axes)}
with
figures as (
    select * from kpi.values
    where
        {all_of(self._when(), 8)}
),

named as (
    select
        {listed(self._named(), 8)}
    from figures
    inner join kpi.definitions as definitions on figures.indicator_id = definitions.indicator_id
    left join meta.regions as regions on figures.region_code = regions.region_code{self._kept()}
){self._together()}

{self._shown()}
order by
    {listed([*self._total_names(), *self.names])}"""  # noqa: S608 (names are declared, values are parameters)
        return Query(sql, self._parameters(), self._roles())

    def _when(self) -> list[str]:
        until = day("until")
        period = next((one.period for one in self.axes if one.period), None)
        if period is None:
            conditions = [f"as_of_date = {until}"]
        else:
            ends = f"as_of_date = last_day(as_of_date){PERIOD_ENDS[period]}"
            conditions = [f"as_of_date between {day('since')} and {until}", f"(as_of_date = {until} or {ends})"]
        if not self.has_places and not self.places:
            conditions.append("region_code = :county")
        elif self.places:
            conditions.append("region_code <> :county")
        return conditions

    def _text(self, dimension: Dimension) -> str:
        if dimension.period:
            return PERIOD_TEXT[dimension.period]
        if dimension.id == TOWNSHIP:
            return "coalesce(regions.region_name, '未归属乡镇')"
        return dimension.column

    def _named(self) -> list[str]:
        columns = [f"{self._text(one)} as {name}" for one, name in zip(self.axes, self.names, strict=True)]
        columns.append(f"figures.{self.measure.column} as {self.value}")
        if self.compared:
            columns.append(f"figures.{self.compared[0]} as {named(self.compared[1])}")
        columns.append(f"{self._unit()} as {named(UNIT)}")
        columns.append(f"figures.is_suppressed as {named(WITHHELD)}")
        if self.has_last_year:
            columns.append(f"coalesce(figures.yoy_reason = 'suppressed', false) as {named(LAST_YEAR_WITHHELD)}")
        if self.has_places:
            columns.append("figures.region_code = :county as is_total")
        if self.places:
            columns += self._parts()
        return columns

    def _parts(self) -> list[str]:
        """What the figure of several townships is computed from: its parts, or the part that is shown alone."""
        column = self.measure.column
        is_whole = column not in ("numerator", "denominator")
        additive = [f"definitions.{part}_is_additive" for part in (PARTS if is_whole else (column,))]
        is_value = column == "value"
        return [
            f"figures.{'numerator' if is_value else column} as part",
            f"figures.{'denominator' if is_value else column} as divisor",
            f"{_QUOTIENT if is_value else 'false'} as is_quotient",
            f"{' and '.join(f'coalesce({one}, true)' for one in additive)} as is_additive",
        ]

    def _unit(self) -> str:
        if self.measure.column in PARTS:
            return f"definitions.{self.measure.column}_unit_zh"
        return "definitions.unit"

    def _kept(self) -> str:
        conditions = []
        for name, values in self.choice.kept.items():
            places = ", ".join(f":{name}_{number}" for number in range(1, len(values) + 1))
            conditions.append(f"{self._text(self.subject.dimensions[name])} in ({places})")
        return f"\n    where\n        {all_of(conditions, 8)}" if conditions else ""

    def _together(self) -> str:
        """The figure of the chosen townships together, with what it is grouped by; alone, a township's is its own."""
        if not self.places:
            return ""
        keys = [name for one, name in zip(self.axes, self.names, strict=True) if one.id != TOWNSHIP] + [named(UNIT)]
        columns = [*keys, f"case\n            when count(*) = 1 then any_value({self.value}){TOGETHER} as {self.value}"]
        if self.compared:
            name = named(self.compared[1])
            columns.append(f"case when count(*) = 1 then any_value({name}) end as {name}")
        columns += [f"bool_or({name}) as {name}" for name in self._withheld()]
        return f""",

together as (
    select
        {listed(columns, 8)}
    from named
    group by {", ".join(keys)}
)"""  # noqa: S608 (as above)

    def _withheld(self) -> list[str]:
        return [named(WITHHELD), *([named(LAST_YEAR_WITHHELD)] if self.has_last_year else [])]

    def _shown(self) -> str:
        compared = [named(self.compared[1])] if self.compared else []
        values = [self.value, *compared, named(UNIT), *self._withheld()]
        each = [*self.names, *values]
        if not self.places:
            return self._select("named", each, "is_total")
        if not self.has_places:
            return self._select("together", each, "false")
        ids = [one.id for one in self.axes]
        total = [
            f"{quoted('合计')} as {name}" if one == TOWNSHIP else name
            for one, name in zip(ids, self.names, strict=True)
        ]
        of_each = self._select("named", each, "false")
        return f"{of_each}\nunion all\n{self._select('together', [*total, *values], 'true')}"

    def _select(self, table: str, columns: list[str], is_total: str) -> str:
        totals = [
            f"{is_total if one.id == TOWNSHIP else 'false'} as {name}"
            for one, name in zip(self.axes, self._total_names(), strict=True)
        ]
        return f"select\n    {listed([*columns, *totals])}\nfrom {table}"

    def _total_names(self) -> list[str]:
        return [named(name) for name in ("行合计", "列合计")][: len(self.axes)]

    def _roles(self) -> tuple[str, ...]:
        axes, totals = ("row", "column")[: len(self.axes)], ("row_total", "column_total")[: len(self.axes)]
        compared = (self.compared[0],) if self.compared else ()
        withheld = ("withheld", "last_year_withheld") if self.has_last_year else ("withheld",)
        return (*axes, "value", *compared, "unit", *withheld, *totals)

    def _parameters(self) -> dict[str, str]:
        has_period = any(one.period for one in self.axes)
        days = {"since": self.choice.span.since.isoformat()} if has_period else {}
        kept = {
            f"{name}_{number}": value
            for name, values in self.choice.kept.items()
            for number, value in enumerate(values, start=1)
        }
        return {**days, "until": self.choice.span.until.isoformat(), "county": self.county_code, **kept}
