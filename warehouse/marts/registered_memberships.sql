-- mart.registered_memberships: one row per as-of date, person and union of a membership in force whose union is in
-- force, in the township of the union.
-- For the register's coverage.
-- kept as a view: nearly all memberships are in force on every date
-- grain: as_of_date, person_key, union_code
with
memberships as (select * from as_of.members where in_force),

-- materialized, or DuckDB joins the states of both before it looks at the dates
unions as materialized (select as_of_date, union_code, township_code from as_of.unions where in_force)

select
    memberships.as_of_date,
    memberships.year_start_date,
    memberships.person_key,
    memberships.union_code,
    unions.township_code,
    memberships.source_ledger,
    memberships.source_file,
    memberships.source_sheet,
    memberships.source_row
from memberships
inner join unions
    on
        memberships.as_of_date = unions.as_of_date
        and memberships.union_code = unions.union_code
