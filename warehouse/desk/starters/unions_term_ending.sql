-- zh: 即将届满的基层工会
-- en: Unions whose term ends soon
-- about_zh: 从截至日期起若干天内届满的工会，便于提前布置换届。
-- about_en: Unions whose term ends within the days given, so that elections can be prepared.
-- subject: unions
-- :days number = 60 天数 | Days

with
unions as (select * from as_of.unions where in_force and as_of_date = :as_of),

townships as (select region_code, region_name from meta.regions)

select
    unions.union_code,
    unions.union_name,
    townships.region_name,
    unions.members,
    unions.term_end_date,
    date_diff('day', unions.as_of_date, unions.term_end_date) as days_left
from unions
left join townships on unions.township_code = townships.region_code
where date_diff('day', unions.as_of_date, unions.term_end_date) between 0 and :days
order by unions.term_end_date, unions.union_code
