-- zh: 未决算的对下补助
-- en: Subsidies without a settlement
-- about_zh: 拨付超过若干天仍没有决算金额的补助。
-- about_en: Subsidies paid more than so many days ago that nobody has settled.
-- subject: funds
-- :days number = 180 天数 | Days

with
subsidies as (select * from as_of.subsidies where as_of_date = :as_of),

unions as (select union_code, union_name from as_of.unions where as_of_date = :as_of)

select
    subsidies.grant_code,
    unions.union_name,
    subsidies.purpose,
    subsidies.amount,
    subsidies.paid_date,
    date_diff('day', subsidies.paid_date, subsidies.as_of_date) as days_since
from subsidies
left join unions on subsidies.union_code = unions.union_code
where subsidies.settled_amount is null and date_diff('day', subsidies.paid_date, subsidies.as_of_date) > :days
order by days_since desc, subsidies.grant_code
