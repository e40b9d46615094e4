"""The list of what needs attention on every as-of date, filled once when a version is built.

Score = weight of the kind × distance to the goal. The highest comes first; equals by kind, then by name, so that the
list is the same whenever it is made.
"""

from collections.abc import Sequence

import duckdb

from warehouse.attention_rules import COLUMNS, AttentionRule, attention_rules

# nine decimals, so that no order hangs on the last bit of a division
ITEMS = """
insert into kpi.attention by name
with
departments as (
    select
        name,
        min(department_id) as department_id
    from meta.departments
    group by name
),

found as (
    select
        cells.*,
        kinds.weight,
        kinds.weight_class,
        coalesce(cells.department, ledgers.department_id) as keeper,
        coalesce(cells.region_code, county.region_code) as place
    from attention_cells as cells
    inner join kpi.attention_kinds as kinds on cells.kind = kinds.kind
    left join meta.ledgers as ledgers on kinds.ledger_id = ledgers.ledger_id
    left join meta.regions as county on county.position = 0
),

items as (
    select
        as_of_date,
        kind,
        item,
        min(subject_zh) as subject_zh,
        min(subject_en) as subject_en,
        min(place) as region_code,
        min(indicator_id) as indicator_id,
        min(keeper) as keeper,
        min(owner) as owner,
        sum(counted)::bigint as counted,
        case when min(weight_class) = 'amber' then min(days) else max(days) end as days,
        sum(amount) as amount,
        max(share) as share,
        max(due_share) as due_share,
        min(reach_date) as reach_date,
        max(distance) as distance,
        round(min(weight) * max(distance), 9) as score,
        case when count(*) = 1 then min(source_ledger) end as source_ledger,
        case when count(*) = 1 then min(source_file) end as source_file,
        case when count(*) = 1 then min(source_sheet) end as source_sheet,
        case when count(*) = 1 then min(source_row) end as source_row
    from found
    group by
        as_of_date,
        kind,
        item
)

select
    items.* exclude (keeper, owner),
    row_number() over (
        partition by items.as_of_date order by items.score desc, items.kind, items.subject_zh, items.item
    ) as position,
    coalesce(by_id.department_id, by_name.department_id, items.keeper) as department_id,
    coalesce(by_id.name, items.keeper) as department_name,
    coalesce(items.owner, by_id.owner, named.owner) as owner
from items
left join meta.departments as by_id on items.keeper = by_id.department_id
left join departments as by_name on items.keeper = by_name.name
left join meta.departments as named on by_name.department_id = named.department_id
order by
    items.as_of_date,
    position
"""

ROWS = """
insert into kpi.attention_rows by name
select
    as_of_date,
    kind,
    item,
    row_name,
    days,
    amount,
    source_ledger,
    source_file,
    source_sheet,
    source_row
from attention_cells
where source_file is not null
order by
    as_of_date,
    kind,
    item,
    source_file,
    source_sheet,
    source_row,
    row_name
"""


def store_attention(con: duckdb.DuckDBPyConnection, asked: Sequence[AttentionRule] | None = None) -> None:
    """Fills ``kpi.attention``, ``kpi.attention_kinds`` and ``kpi.attention_rows`` of a database with its figures.

    ``asked`` are the kinds to look for, by default all. Raises ``ValueError`` naming the file whose SELECT does not run
    or gives what an item cannot hold.
    """
    rules = attention_rules() if asked is None else asked
    for table in ("attention", "attention_kinds", "attention_rows"):
        con.execute(f"delete from kpi.{table}")  # noqa: S608  names are ours
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    con.execute(f"create or replace temp table attention_cells (kind varchar not null, {columns})")
    for rule in rules:
        _store_kind(con, rule)
        _find(con, rule)
    con.execute(ITEMS)
    con.execute(ROWS)
    con.execute("drop table attention_cells")


def _store_kind(con: duckdb.DuckDBPyConnection, rule: AttentionRule) -> None:
    con.execute(
        "insert into kpi.attention_kinds values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            *(rule.kind, rule.label.zh, rule.label.en, rule.weight_class, rule.weight, rule.ledger),
            *(rule.says.zh, rule.says.en, rule.distance.zh, rule.distance.en, rule.address),
        ],
    )


def _find(con: duckdb.DuckDBPyConnection, rule: AttentionRule) -> None:
    try:
        con.execute(
            f"insert into attention_cells by name select ? as kind, found.* from ({rule.sql}\n) as found",  # noqa: S608
            [rule.kind],
        )
    except (duckdb.ProgrammingError, duckdb.ConstraintException) as error:
        raise ValueError(f"attention/{rule.kind}.sql: {error}") from None
