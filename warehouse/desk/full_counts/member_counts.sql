-- zh: 会员名册人次
-- en: Memberships
-- ledger: member
-- columns: period, period_start_date, township_code, employment_kind, in_force, joined, left_again

with
unions as (select as_of_date, union_code, township_code from as_of.unions),

memberships as (
    select
        members.*,
        unions.township_code,
        members.joined_date >= date_trunc('month', members.as_of_date) and members.joined_date <= members.as_of_date
            as is_joined,
        members.left_date >= date_trunc('month', members.as_of_date) and members.left_date <= members.as_of_date
            as is_left
    from as_of.members as members
    left join unions
        on
            members.as_of_date = unions.as_of_date
            and members.union_code = unions.union_code
    where members.as_of_date = last_day(members.as_of_date)
)

select
    strftime(as_of_date, '%Y-%m') as period,
    cast(date_trunc('month', as_of_date) as date) as period_start_date,
    coalesce(township_code, 'none') as township_code,
    employment_kind,
    count(*) filter (where in_force) as in_force,
    count(*) filter (where is_joined) as joined,
    count(*) filter (where is_left) as left_again
from memberships
where in_force or is_joined or is_left
group by
    as_of_date,
    township_code,
    employment_kind
order by
    as_of_date,
    township_code,
    employment_kind
