# ruff: noqa: S608 - the expressions come from the declarations, never from a person who asks
"""The SQL of an indicator's parts: its values by day and region, and the rows behind one value.

Both start from the same rows, so that what is shown and what is traced cannot drift apart.
"""

from collections.abc import Sequence

from warehouse.figures.indicator import Distinct, Kept, Largest, Measure, Part, Scope, Selection, Sum
from warehouse.figures.region_sql import levels, region, shown_region


def values_sql(selection: Selection, scope: Scope, *, weighted: bool = False) -> str:
    """SELECT as_of_date, region_code, rows, amount: one line a day and region that has rows.

    ``region_code`` is null for the county, a township, or ``none`` for rows without a township;
    ``amount`` is a double, summed exactly before.
    """
    if isinstance(selection.measure, Kept):
        return selection.measure.sql
    if isinstance(selection.measure, Largest):
        return _largest_values_sql(selection, selection.measure, scope)
    total = "count(distinct amount)" if isinstance(selection.measure, Distinct) else "coalesce(sum(amount), 0)"
    amount = f"cast({selection.measure.expression} as decimal(38, 15))" if weighted else selection.measure.expression
    return f"""with
measured as (
    select
        as_of_date,
        {region(scope)} as region_code,
        {amount} as amount
    from {selection.source}{_where(selection)}
)

select
    as_of_date,
    {shown_region(scope)},
    count(*) as rows,
    cast({total} as double) as amount
from measured
group by grouping sets ({levels(scope)})
"""


def sole_expression(selection: Selection) -> str:
    """What a measure adds up or tells apart, row by row; raises ``TypeError`` where it is not one expression."""
    if isinstance(selection.measure, Largest | Kept):
        raise TypeError("a sum of largest amounts, or a kept SELECT, is not measured beside others")
    return selection.measure.expression


def category_sql(selection: Selection, column: str) -> str:
    """SELECT as_of_date, category, amount of the whole county: a measure by a column of its relation."""
    distinct = isinstance(selection.measure, Distinct)
    return f"""with
measured as (
    select
        as_of_date,
        coalesce({column}, '') as category,
        {sole_expression(selection)} as amount
    from {selection.source}{_where(selection)}
)

select
    as_of_date,
    category,
    cast({"count(distinct amount)" if distinct else "coalesce(sum(amount), 0)"} as double) as amount
from measured
group by
    as_of_date,
    category
"""


def _largest_values_sql(selection: Selection, measure: Largest, scope: Scope) -> str:
    return f"""with
measured as (
    select
        as_of_date,
        {region(scope)} as region_code,
        {measure.of} as thing,
        {measure.amount} as amount
    from {selection.source}{_where(selection)}
),

largest as (
    select
        as_of_date,
        {shown_region(scope)},
        thing,
        count(*) as rows,
        max(amount) as amount
    from measured
    where thing is not null
    group by grouping sets ({levels(scope, "thing")})
)

select
    as_of_date,
    region_code,
    cast(sum(rows) as bigint) as rows,
    cast(coalesce(sum(amount), 0) as double) as amount
from largest
group by
    as_of_date,
    region_code
"""


def unknown_sql(part: Part, scope: Scope) -> str | None:
    """SELECT as_of_date, region_code of the cells that a missing calendar makes null; None without such a rule."""
    if isinstance(part.selection.measure, Kept):
        return part.selection.measure.unknown_sql
    if part.no_calendar is None:
        return None
    return f"""with
unknown as (
    select
        as_of_date,
        {region(scope)} as region_code
    from {part.selection.source}
    where {part.no_calendar}
)

select
    as_of_date,
    {shown_region(scope)}
from unknown
group by grouping sets ({levels(scope)})
"""


def rows_sql(part: Part, scope: Scope) -> str:
    """SELECT ledger, file, sheet, row, amount of the rows behind a part, in the order of their cells.

    Parameters: the day, the region (null for the county) twice. Raises ``TypeError`` for a part of which only the SQL
    of its values was kept.
    """
    measure = part.selection.measure
    if isinstance(measure, Kept) and measure.rows_sql is not None:
        return measure.rows_sql
    return f"""with
measured as (
    select
        {region(scope)} as region_code,
        {_thing(measure)} as thing,
        {measure.amount if isinstance(measure, Largest) else _own_amount(part)} as amount,
        source_ledger,
        source_file,
        source_sheet,
        source_row
    from {part.selection.source}
    where as_of_date = ? and ({part.selection.where or "true"})
),

placed as (
    select
        *,
        row_number() over (
            partition by thing
            order by {"amount desc nulls last, " if isinstance(measure, Largest) else ""}source_file, source_sheet, source_row, source_ledger
        ) as place
    from measured
    where (cast(? as varchar) is null or region_code = ?){"" if isinstance(measure, Sum) else " and thing is not null"}
)

select
    source_ledger as ledger,
    source_file as file,
    source_sheet as sheet,
    source_row as row,
    cast({"amount" if isinstance(measure, Sum) else "case when place = 1 then amount else 0 end"} as double) as amount
from placed
order by
    source_file,
    source_sheet,
    source_row,
    source_ledger,
    place
"""  # noqa: E501 - the order stands on one line of the SQL


def corrected_sql(parts: Sequence[Part], scope: Scope) -> str:
    """SELECT as_of_date, region_code, corrected_rows, ledgers: one line a day and region with corrected rows behind it.

    The rows are those of :func:`rows_sql`; one that stands behind both parts counts once. ``region_code`` is that of
    :func:`values_sql`, ``ledgers`` the list of the rows' ledgers.
    """
    behind = "\n    union\n    ".join(_corrected_rows_sql(part.selection, scope) for part in parts)
    return f"""with
behind as (
    {behind}
)

select
    as_of_date,
    {shown_region(scope)},
    count(distinct (source_ledger, source_file, source_sheet, source_row)) as corrected_rows,
    list(distinct source_ledger) as ledgers
from behind
group by grouping sets ({levels(scope)})
"""


def _corrected_rows_sql(selection: Selection, scope: Scope) -> str:
    measure = selection.measure
    return f"""select
        as_of_date,
        {region(scope)} as region_code,
        source_ledger,
        source_file,
        source_sheet,
        source_row
    from {selection.source}
    where
        (source_ledger, source_file, source_sheet, source_row) in (
            select
                ledger_id,
                file,
                sheet,
                row
            from quality.corrections
            where outcome = 'loaded'
        )
        and ({selection.where or "true"})
        and {"true" if isinstance(measure, Sum) else f"({_thing(measure)}) is not null"}"""


def _own_amount(part: Part) -> str:
    measure = part.selection.measure
    if not isinstance(measure, Sum):
        return "1"
    if part.weighted:
        return f"coalesce(cast({measure.expression} as decimal(38, 15)), 0)"
    return f"coalesce({measure.expression}, 0)"


def _thing(measure: Measure) -> str:
    match measure:
        case Kept():
            raise TypeError("the rows of a kept SELECT cannot be told")
        case Sum():
            return "null"
        case Distinct(expression):
            return expression
        case Largest(of):
            return of


def _where(selection: Selection) -> str:
    return f"\n    where {selection.where}" if selection.where else ""
