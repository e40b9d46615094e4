# ruff: noqa: S608 - the expressions come from the declarations, never from a person who asks
"""The SQL that measures several parts in one pass over the relation that they read."""

from collections.abc import Mapping
from dataclasses import dataclass

from warehouse.figures.indicator import Distinct, Scope, Selection
from warehouse.figures.part_sql import sole_expression, values_sql
from warehouse.figures.region_sql import levels, region, shown_region


@dataclass(frozen=True, slots=True)
class Measured:
    """A selection as it is measured for every day and region."""

    selection: Selection
    scope: Scope
    weighted: bool = False

    @property
    def sql(self) -> str:
        """What :func:`values_sql` gives for it alone."""
        return values_sql(self.selection, self.scope, weighted=self.weighted)


def joint_values_sql(numbered: Mapping[int, Measured]) -> str:
    """SELECT measured (the number), as_of_date, region_code, rows, amount of selections of one relation and scope.

    One pass over the relation gives what :func:`values_sql` gives for each of them that has rows. What is read alone
    may be of any kind.
    """
    if len(numbered) == 1:
        ((number, alone),) = numbered.items()
        return f"select {number} as measured, * from ({alone.sql}) where rows > 0"
    source, scope = next((one.selection.source, one.scope) for one in numbered.values())
    conditions = {number: f"({one.selection.where or 'true'})" for number, one in numbered.items()}
    columns = ",\n        ".join(
        f"{condition} as counts_{number},\n"
        f"        case when {condition} then {_amount(numbered[number])} end as amount_{number}"
        for number, condition in conditions.items()
    )
    rows = ", ".join(f"count(*) filter (where counts_{number})" for number in numbered)
    totals = ", ".join(_total(one.selection, number) for number, one in numbered.items())
    return f"""with
measured as (
    select
        as_of_date,
        {region(scope)} as region_code,
        {columns}
    from {source}
    where {" or ".join(dict.fromkeys(conditions.values()))}
),

totals as (
    select
        as_of_date,
        {shown_region(scope)},
        [{rows}] as rows,
        [{totals}] as amounts
    from measured
    group by grouping sets ({levels(scope)})
),

each as (
    select
        unnest([{", ".join(str(number) for number in numbered)}]) as measured,
        as_of_date,
        region_code,
        unnest(rows) as rows,
        unnest(amounts) as amount
    from totals
)

select *
from each
where rows > 0
"""


def _amount(one: Measured) -> str:
    expression = sole_expression(one.selection)
    return f"cast({expression} as decimal(38, 15))" if one.weighted else expression


def _total(selection: Selection, number: int) -> str:
    distinct = isinstance(selection.measure, Distinct)
    total = f"count(distinct amount_{number})" if distinct else f"coalesce(sum(amount_{number}), 0)"
    return f"cast({total} as double)"
