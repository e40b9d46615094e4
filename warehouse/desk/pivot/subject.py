"""What can be pivoted, as it is declared: one TOML file a subject in ``warehouse/desk/pivots/``, named for its id.

A file begins with what one row is and when it counts::

    [subject]
    label = { zh = "…", en = "…" }         about (one row is …): the same shape
    position = 3                           among the subjects
    from = "as_of.wage_contracts"          a table of the desk (:mod:`warehouse.desk.desk_file`)
    where = "in_force"                     optional condition
    ledger = "wage_contract"               optional: the ledger whose enum columns name their values in both languages
    time = "state"                         see :data:`TIMES`
    date = "signed_date"                   the day of what happens: a date column or an expression; of a state
                                           optional: the month's end that a row is of, by default its as-of date
    people = true                          optional: a table about people, which the desk alone has
    periods = ["year", "month"]            optional: by which of month, quarter and year it can be grouped
    period = "year"                        optional: of :data:`PERIODS`, what is looked at first
    withheld = "is_suppressed"             optional: true in rows whose figures are withheld
    rows = "township"  columns = "contract_kind"  measure = "contracts"    what is shown first; columns optional

    [dimensions.contract_kind]             shown in the order of the file
    label = { … }
    column = "contract_kind"               optional: a column or expression, by default the id
    lookup = "township"                    optional: the column is a code, shown by its name
    values = [{ zh = "…", en = "…" }]      optional: all values that an expression gives, in order

    [measures.workers]                     one of count = true, sum, distinct, average (of what is not null) and
    label = { … }  unit = { … }            share (sum ÷ sum, in per cent)
    sum = "covered_workers"                what is in 元 is offered in 万元 too
    share = { of = "is_renewal", among = "1" }
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from warehouse.language import Label
from warehouse.toml_block import Block

FOLDER = Path(__file__).parent.parent / "pivots"

Time = Literal["state", "events", "events_of_year", "dated", "figures", "counts", "counts_of_year_ends"]
TIMES: dict[Time, str] = {
    "state": "as it stood on the as-of date; by month, as it stood on each month's end, which has no total",
    "events": "what happened in a period, known on its last day",
    "events_of_year": "the same, where a day's rows are those of its year alone",
    "dated": "what is dated in a period, in a table without as-of dates",
    "figures": "indicators: every cell is a figure of kpi.values",
    "counts": "a table about people that tells of one dimension at a time (:mod:`warehouse.desk.people.people_tables`)",
    "counts_of_year_ends": "the same, of what stood at each year's end: no total over years; date is that end",
}
Period = Literal["month", "quarter", "year"]
How = Literal["count", "sum", "distinct", "average", "share"]
Lookup = Literal["township", "department"]

PERIOD_NAMES: dict[str, Label] = {
    "month": Label("月份", "Month"),
    "quarter": Label("季度", "Quarter"),
    "year": Label("年份", "Year"),
}
PERIODS = ("month", "quarter", "year", "twelve_months", "all")
"""What can be looked at of events: the as-of date's month, quarter or year so far, twelve months, everything."""

YUAN = "元"
TEN_THOUSAND = "_ten_thousand"
PER_CENT = Label("%", "%")


@dataclass(frozen=True, slots=True)
class Dimension:
    """Something to group and filter by; ``column`` is an SQL expression over the subject's rows."""

    id: str
    label: Label
    column: str
    lookup: Lookup | None = None
    values: tuple[Label, ...] = ()
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured over rows; ``among`` is the divisor of a share, ``scale`` what a sum is divided by."""

    id: str
    label: Label
    unit: Label
    how: How
    column: str = "1"
    among: str = "1"
    scale: int = 1

    @property
    def is_additive(self) -> bool:
        """Whether a total is the sum of its parts."""
        return self.how in ("count", "sum")

    @property
    def is_rate(self) -> bool:
        return self.unit == PER_CENT


@dataclass(frozen=True, slots=True)
class Default:
    """What is shown of a subject first; ``columns`` may be none."""

    rows: str
    columns: str | None
    measure: str
    period: str


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject; the rows, what they can be grouped by and what can be measured."""

    id: str
    label: Label
    about: Label
    position: int
    relation: str
    where: str | None
    ledger: str | None
    time: Time
    date: str | None
    withheld: str | None
    is_about_people: bool
    dimensions: Mapping[str, Dimension]
    measures: Mapping[str, Measure]
    default: Default

    @property
    def is_of_a_day(self) -> bool:
        """Whether it is looked at as of a day and not over a period."""
        return self.is_state or self.time == "figures"

    @property
    def is_state(self) -> bool:
        """Whether it is what stood at the ends of periods, which no total adds up."""
        return self.time in ("state", "counts_of_year_ends")

    @property
    def tells_one_dimension(self) -> bool:
        """Whether it tells of people by one dimension at a time."""
        return self.time in ("counts", "counts_of_year_ends")

    @property
    def filters(self) -> tuple[Dimension, ...]:
        """The dimensions that can be limited to some of their values; of time the period is chosen instead."""
        return tuple(dimension for dimension in self.dimensions.values() if dimension.period is None)


@cache
def subjects() -> dict[str, Subject]:
    """Every subject by its id, in their order; raises ``ValueError`` naming file and key of a wrong declaration."""
    found = [read_subject(path.name, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
    return {one.id: one for one in sorted(found, key=lambda one: (one.position, one.id))}


def read_subject(file: str, text: str) -> Subject:
    """The subject that a file declares, whose name gives the id."""
    raw = tomllib.loads(text)
    whole = Block(file, "file", raw)
    head = whole.block("subject")
    time = cast(Time, head.choice("time", tuple(TIMES)))
    periods = head.take("periods", list, optional=True) or get_args(Period)
    given = {**_dimensions(whole), **_periods(periods)}
    measures = _measures(whole)
    default = Default(
        head.choice("rows", tuple(given)),
        head.choice("columns", tuple(given)) if "columns" in head.raw else None,
        head.choice("measure", tuple(measures)),
        head.choice("period", PERIODS) if "period" in head.raw else "year",
    )
    subject = Subject(
        id=file.removesuffix(".toml"),
        label=head.required_label("label"),
        about=head.required_label("about"),
        position=int(head.take("position", int)),
        relation=str(head.take("from", str)),
        where=head.take("where", str, optional=True),
        ledger=head.take("ledger", str, optional=True),
        time=time,
        date=head.take("date", str, optional=True),
        withheld=head.take("withheld", str, optional=True),
        is_about_people=bool(head.take("people", bool, optional=True)),
        dimensions=given,
        measures=measures,
        default=default,
    )
    if subject.date is None and not subject.is_of_a_day:
        raise head.error("date", f"is needed by what happens in a period: time is {time}")
    head.finish()
    whole.finish()
    return subject


def _dimensions(whole: Block) -> dict[str, Dimension]:
    return {name: _dimension(block) for name, block in _blocks(whole, "dimensions")}


def _dimension(block: Block) -> Dimension:
    name = block.name.rpartition(".")[2]
    values = [Label(**entry) for entry in block.take("values", list, optional=True) or []]
    found = Dimension(
        id=name,
        label=block.required_label("label"),
        column=block.take("column", str, optional=True) or name,
        lookup=cast(Lookup, block.choice("lookup", get_args(Lookup))) if "lookup" in block.raw else None,
        values=tuple(values),
    )
    block.finish()
    return found


def _periods(names: list[Period] | tuple[Period, ...]) -> dict[str, Dimension]:
    return {name: Dimension(name, PERIOD_NAMES[name], name, period=name) for name in names}


def _measures(whole: Block) -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    for name, block in _blocks(whole, "measures"):
        measure = _measure(name, block)
        found[name] = measure
        if measure.unit.zh == YUAN and measure.how == "sum":
            larger = Label("万元", "10,000 yuan")
            found[name + TEN_THOUSAND] = replace(measure, id=name + TEN_THOUSAND, unit=larger, scale=10_000)
    return found


def _measure(name: str, block: Block) -> Measure:
    label = block.required_label("label")
    (how,) = [one for one in get_args(How) if one in block.raw] or [None]
    if how is None:
        raise block.error(None, f"needs one of {', '.join(get_args(How))}")
    if how == "share":
        share = block.block("share")
        column, among = str(share.take("of", str)), str(share.take("among", str))
        share.finish()
        found = Measure(name, label, PER_CENT, "share", column, among)
    else:
        taken: Any = block.take(how, bool if how == "count" else str)
        found = Measure(name, label, block.required_label("unit"), how, "1" if how == "count" else str(taken))
    block.finish()
    return found


def _blocks(whole: Block, key: str) -> list[tuple[str, Block]]:
    outer = whole.block(key)
    names = list(outer.raw)
    return [(name, outer.block(name)) for name in names]
