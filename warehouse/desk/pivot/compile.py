"""From a choice to the one SELECT that answers it.

The SELECT groups the rows themselves for every cell and every total (``grouping sets``), so that different things are
counted once and shares and averages are computed from their parts. It never adds up what another query has counted.
"""

from datetime import date

from warehouse.days import month_end, month_end_before
from warehouse.desk.pivot.choice import Choice, Span
from warehouse.desk.pivot.figures import compile_figures
from warehouse.desk.pivot.sql_text import Query, all_of, day, listed, named, quoted
from warehouse.desk.pivot.subject import Dimension, Measure, Subject
from warehouse.language import Label

NO_VALUE = Label("（未填）", "(empty)")
NO_TOWNSHIP = Label("未归属乡镇", "without a township")
LAST_YEAR = "去年同期"
ROW_TOTAL, COLUMN_TOTAL = "行合计", "列合计"
WITHHELD, LAST_YEAR_WITHHELD = "不显示", "去年不显示"

LOOKUPS = {
    "township": ("meta.regions", "region_code", "region_name", NO_TOWNSHIP),
    "department": ("meta.departments", "department_id", "name", NO_VALUE),
}
"""Where codes have their names: table, code, name, and what stands for a code that is not there."""

PERIOD_TEXT = {
    "month": "strftime({shown}, '%Y-%m')",
    "quarter": "strftime({shown}, '%Y') || '-Q' || quarter({shown})",
    "year": "strftime({shown}, '%Y')",
}
PERIOD_ENDS = {"month": "", "quarter": " and month({date}) % 3 = 0", "year": " and month({date}) = 12"}
SHOWN = "shown_date"
COUNTY = "county"
"""The dimension of the rows of a table about people that tell of everybody."""


def compile_choice(subject: Subject, choice: Choice, county_code: str) -> Query:
    """The SELECT for a choice, its parameters, and what its columns are.

    Its columns are called as people call them, in Chinese. ``county_code`` is the region of indicators without
    township. The choice is one that :func:`is_possible`.
    """
    if subject.time == "figures":
        return compile_figures(subject, choice, county_code)
    rows = _Counts if subject.tells_one_dimension else _Rows
    return rows(subject, choice).query()


def is_possible(subject: Subject, rows: str, columns: str | None) -> bool:
    """Whether these can stand against each other: two different things, of which one at most is a period.

    A table about people tells of one dimension at a time, so one of the two is a period there.
    """
    if columns is None:
        return True
    periods = [subject.dimensions[name].period is not None for name in (rows, columns)]
    return rows != columns and not all(periods) and (any(periods) or not subject.tells_one_dimension)


def may_filter(subject: Subject, rows: str, columns: str | None) -> tuple[Dimension, ...]:
    """The dimensions that can be filtered: of a table about people only the one that it is looked at by."""
    return tuple(one for one in subject.filters if not subject.tells_one_dimension or one.id in (rows, columns))


def heading(measure: Measure) -> str:
    """What the column of a measure is called."""
    return f"{measure.label.zh}（{measure.unit.zh}）"


def named_text(dimension: Dimension) -> tuple[str, str]:
    """The words that a row of ``chosen`` has for a dimension that is no period, and the join that they need.

    Never null, for null is a total.
    """
    if dimension.lookup:
        table, code, name, otherwise = LOOKUPS[dimension.lookup]
        names = f"{dimension.id}_names"
        join = f"\n    left join {table} as {names} on chosen.{dimension.column} = {names}.{code}"
        return f"coalesce({names}.{name}, {quoted(otherwise.zh)})", join
    return f"coalesce(cast({dimension.column} as varchar), {quoted(NO_VALUE.zh)})", ""


def year_end(day: date) -> date:
    """The last end of a year that is not after the day."""
    end = date(day.year, 12, 31)
    return end if day == end else date(day.year - 1, 12, 31)


class _Rows:
    """The parts of a SELECT over the rows of a subject."""

    def __init__(self, subject: Subject, choice: Choice) -> None:
        self.subject, self.choice = subject, choice
        self.axes = choice.axes(subject)
        self.measure = choice.measured(subject)
        self.compares = choice.versus == "last_year"
        self.date = subject.date or "as_of_date"
        used = {dimension.id: dimension for dimension in self.axes}
        used |= {name: subject.dimensions[name] for name in choice.kept}
        self.used = tuple(used.values())

    def query(self) -> Query:
        sql = f"""{self._about()}
with
chosen as (
    {self._chosen()}
),

named as (
    select
        chosen.*,
        {listed([f"{self._text(one)} as {named(one.label.zh)}" for one in self.used], 8)}
    from chosen{self._joins()}
)

select
    {listed(self._columns())}
from named{self._kept()}
group by grouping sets ({", ".join(self._sets())})
order by
    {listed(self._order())}"""  # noqa: S608 (names are declared, values are parameters)
        return Query(sql, self._parameters(), self._roles())

    def _about(self) -> str:
        axes = "、".join(one.label.zh for one in self.axes)
        return f"-- {self.subject.label.zh}：{heading(self.measure)}，按{axes}"

    def _chosen(self) -> str:
        now = self._select("since", "until", is_last_year=False)
        if not self.compares:
            return now
        return f"{now}\n    union all\n    {self._select('last_since_date', 'last_until_date', is_last_year=True)}"

    def _select(self, since: str, until: str, *, is_last_year: bool) -> str:
        shown = f"{self.date} + interval 1 year" if is_last_year else self.date
        conditions = [*self._when(since, until), *([self.subject.where] if self.subject.where else [])]
        return f"""select
        *,
        {str(is_last_year).lower()} as is_last_year,
        {shown} as {SHOWN}
    from {self.subject.relation}
    where
        {all_of(conditions, 8)}"""  # noqa: S608 (as above)

    def _when(self, since: str, until: str) -> list[str]:
        within = f"{self.date} between {day(since)} and {day(until)}"
        match self.subject.time:
            case "state" | "counts_of_year_ends":
                period = self._period()
                if period is None:
                    return [f"{self.date} = {day(until)}"]
                ends = f"{self.date} = last_day({self.date}){PERIOD_ENDS[period].format(date=self.date)}"
                return [within, f"({self.date} = {day(until)} or {ends})"]
            case "events_of_year":
                year_ends = "month(as_of_date) = 12 and day(as_of_date) = 31"
                own = f"year({self.date}) = year(as_of_date)"
                return [within, f"as_of_date <= {day(until)}", f"(as_of_date = {day(until)} or {year_ends})", own]
            case "events":
                return [f"as_of_date = {day(until)}", within]
            case _:
                return [within]

    def _period(self) -> str | None:
        return next((one.period for one in self.axes if one.period), None)

    def _text(self, dimension: Dimension) -> str:
        if dimension.period:
            return PERIOD_TEXT[dimension.period].format(shown=SHOWN)
        return named_text(dimension)[0]

    def _joins(self) -> str:
        return "".join(named_text(dimension)[1] for dimension in self.used if not dimension.period)

    def _kept(self) -> str:
        conditions = []
        for name, values in self.choice.kept.items():
            places = ", ".join(f":{name}_{number}" for number in range(1, len(values) + 1))
            conditions.append(f"{named(self.subject.dimensions[name].label.zh)} in ({places})")
        return f"\nwhere\n    {all_of(conditions)}" if conditions else ""

    def _columns(self) -> list[str]:
        columns = [named(one.label.zh) for one in self.axes]
        columns.append(f"{self._value(last_year=False)} as {named(heading(self.measure))}")
        if self.compares:
            columns.append(f"{self._value(last_year=True)} as {named(LAST_YEAR)}")
        for one, name in zip(self.axes, (ROW_TOTAL, COLUMN_TOTAL), strict=False):
            columns.append(f"{self._is_total(one)} as {named(name)}")
        if self.subject.withheld:
            columns.append(f"{self._is_withheld(last_year=False)} as {named(WITHHELD)}")
            if self.compares:
                columns.append(f"{self._is_withheld(last_year=True)} as {named(LAST_YEAR_WITHHELD)}")
        return columns

    def _is_total(self, dimension: Dimension) -> str:
        return f"grouping({named(dimension.label.zh)}) = 1"

    def _roles(self) -> tuple[str, ...]:
        axes, totals = ("row", "column")[: len(self.axes)], ("row_total", "column_total")[: len(self.axes)]
        values = ("value", "last_year") if self.compares else ("value",)
        withheld = ("withheld", "last_year_withheld")[: len(values)] if self.subject.withheld else ()
        return (*axes, *values, *totals, *withheld)

    def _value(self, *, last_year: bool) -> str:
        measured = self._measured(last_year=last_year)
        if self.subject.withheld is None:
            return measured
        return f"case when not {self._is_withheld(last_year=last_year)} then {measured} end"

    def _is_withheld(self, *, last_year: bool) -> str:
        return f"coalesce(bool_or({self.subject.withheld}){self._of(last_year=last_year)}, false)"

    def _of(self, *, last_year: bool) -> str:
        """Which rows an aggregate is over, where those of last year stand among them."""
        return f" filter (where {'' if last_year else 'not '}is_last_year)" if self.compares else ""

    def _measured(self, *, last_year: bool) -> str:
        measure, over = self.measure, self._of(last_year=last_year)
        match measure.how:
            case "count":
                return f"count(*){over}"
            case "distinct":
                return f"count(distinct {measure.column}){over}"
            case "average":
                return f"sum({measure.column}){over} / nullif(count({measure.column}){over}, 0)"
            case "share":
                return f"sum({measure.column}){over} / nullif(sum({measure.among}){over}, 0)"
            case _:
                scale = f" / {measure.scale}" if measure.scale != 1 else ""
                return f"sum({measure.column}){over}{scale}"

    def _sets(self) -> list[str]:
        """What is grouped: every cell, the totals of rows and of columns, and all; never over the ends of months."""
        names = [named(one.label.zh) for one in self.axes]
        may_add = [not self.subject.is_state or one.period is None for one in self.axes]
        sets = [f"({', '.join(names)})"]
        if len(names) == 2:
            sets += [f"({kept})" for kept, gone in zip(names, reversed(may_add), strict=True) if gone]
        return [*sets, "()"] if all(may_add) else sets

    def _order(self) -> list[str]:
        totals = (ROW_TOTAL, COLUMN_TOTAL)
        pairs = [(named(total), named(one.label.zh)) for total, one in zip(totals, self.axes, strict=False)]
        return [name for pair in pairs for name in pair]

    def _span(self) -> Span:
        """What is looked at; of states of months or years up to the last one that has ended."""
        span = self.choice.span
        if self.subject.time == "counts_of_year_ends":
            end = year_end(span.until)
            return Span(min(span.since, date(end.year, 1, 1)), end)
        if self.subject.time != "state" or self.subject.date is None or span.until == month_end(span.until):
            return span
        return Span(span.since, month_end_before(span.until))

    def _parameters(self) -> dict[str, str]:
        span = self._span()
        before = span.year_before
        days = {"since": span.since, "until": span.until}
        if self.compares:
            days |= {"last_since_date": before.since, "last_until_date": before.until}
        text = self._chosen()
        kept = {
            f"{name}_{number}": value
            for name, values in self.choice.kept.items()
            for number, value in enumerate(values, start=1)
        }
        return {**{name: one.isoformat() for name, one in days.items() if f":{name} " in text}, **kept}


class _Counts(_Rows):
    """The parts of a SELECT over a table that tells of one dimension of people at a time.

    The total is what the table itself says of the county, and only where some of the cells are looked at their sum.
    """

    def __init__(self, subject: Subject, choice: Choice) -> None:
        super().__init__(subject, choice)
        self.by = next((one for one in self.axes if one.period is None), None)

    @property
    def has_county(self) -> bool:
        return self.by is not None and self.by.id not in self.choice.kept

    def _when(self, since: str, until: str) -> list[str]:
        told = [quoted(self.by.id)] if self.by else []
        told += [quoted(COUNTY)] if self.has_county or self.by is None else []
        return [f"dimension in ({', '.join(told)})", *super()._when(since, until)]

    def _text(self, dimension: Dimension) -> str:
        if dimension.period:
            return super()._text(dimension)
        text = super()._text(dimension) if dimension.lookup else "category"
        return f"case when dimension <> {quoted(COUNTY)} then {text} end" if self.has_county else text

    def _is_total(self, dimension: Dimension) -> str:
        if self.has_county and dimension is self.by:
            return f"dimension = {quoted(COUNTY)}"
        return super()._is_total(dimension)

    def _sets(self) -> list[str]:
        if not self.has_county or self.by is None:
            return super()._sets()
        name = f"dimension, {named(self.by.label.zh)}"
        periods = [named(one.label.zh) for one in self.axes if one.period]
        cells = [f"({name}, {period})" for period in periods]
        return cells if cells and self.subject.is_state else [*cells, f"({name})"]
