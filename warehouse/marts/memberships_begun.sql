-- mart.memberships_begun: one row per as-of date, person and union that was joined in the as-of date's year so far.
-- For the members who joined, left again or not. The township is the union's, dissolved or not; none when the union
-- is not known.
-- grain: as_of_date, person_key, union_code
with
memberships as (
    select *
    from as_of.members
    where joined_date between year_start_date and as_of_date
),

unions as (select as_of_date, union_code, township_code from as_of.unions)

select
    memberships.as_of_date,
    memberships.year_start_date,
    memberships.person_key,
    memberships.union_code,
    unions.township_code,
    memberships.employment_kind,
    memberships.joined_date,
    memberships.left_date,
    memberships.source_ledger,
    memberships.source_file,
    memberships.source_sheet,
    memberships.source_row
from memberships
left join unions
    on
        memberships.as_of_date = unions.as_of_date
        and memberships.union_code = unions.union_code
