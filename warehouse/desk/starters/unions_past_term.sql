-- zh: 届满未换届的基层工会
-- en: Unions past their term
-- about_zh: 届满日期已过、仍在册的工会，逾期最久的在前。
-- about_en: Unions in force whose term has ended, the longest overdue first.
-- subject: unions

with
unions as (select * from as_of.unions where in_force and as_of_date = :as_of),

townships as (select region_code, region_name from meta.regions)

select
    unions.union_code,
    unions.union_name,
    townships.region_name,
    unions.members,
    unions.term_end_date,
    date_diff('day', unions.term_end_date, unions.as_of_date) as overdue_days
from unions
left join townships on unions.township_code = townships.region_code
where
    unions.term_end_date < unions.as_of_date
    and (:township is null or unions.township_code = :township)
order by overdue_days desc, unions.union_code
