-- mart.members: one row per as-of date, person and union: memberships that began in the as-of date's year so far, and
-- registered ones, which are those in force whose union is in force.
-- For the register's coverage and the members who joined. The township is the union's, dissolved or not; none when
-- the union is not known.
-- kept as a view: nearly all memberships are in force on every date
-- grain: as_of_date, person_key, union_code
with
memberships as (
    select
        *,
        joined_date between year_start_date and as_of_date as is_joined_this_year
    from as_of.members
),

unions as (select as_of_date, union_code, township_code, in_force from as_of.unions)

select
    memberships.as_of_date,
    memberships.year_start_date,
    memberships.person_key,
    memberships.union_code,
    unions.township_code,
    memberships.employment_kind,
    memberships.is_joined_this_year,
    memberships.in_force and coalesce(unions.in_force, false) as is_registered,
    memberships.source_ledger,
    memberships.source_file,
    memberships.source_sheet,
    memberships.source_row
from memberships
left join unions
    on
        memberships.as_of_date = unions.as_of_date
        and memberships.union_code = unions.union_code
where memberships.is_joined_this_year or (memberships.in_force and unions.in_force)
