-- zh: 去年参加、今年未参加互助的单位
-- en: Units that left mutual aid
-- about_zh: 去年同日在保、今年没有参加医疗互助的单位。
-- about_en: Units enrolled in mutual aid on the same day a year before and not now.
-- subject: relief

with
enrolled as (select * from as_of.mutual_aid_enrolments where in_force),

a_year_before as (select * from enrolled where as_of_date = last_day(cast(:as_of as date) - interval 1 year)),

now_enrolled as (select unit_code from enrolled where as_of_date = :as_of)

select
    a_year_before.unit_code,
    a_year_before.unit_name,
    a_year_before.period,
    a_year_before.people,
    a_year_before.paid_amount,
    a_year_before.end_date
from a_year_before
anti join now_enrolled on a_year_before.unit_code = now_enrolled.unit_code
order by a_year_before.people desc, a_year_before.unit_code
