-- zh: 未办结的维权案件
-- en: Open rights cases
-- about_zh: 受理后尚未办结的案件，受理最早的在前。
-- about_en: Cases received and not closed, the oldest first.
-- subject: service

with
cases as (select * from as_of.rights_cases where as_of_date = :as_of and (closed_date is null or closed_date > as_of_date)),

townships as (select region_code, region_name from meta.regions)

select
    cases.case_code,
    cases.case_kind,
    townships.region_name,
    cases.received_date,
    cases.people,
    cases.amount,
    date_diff('day', cases.received_date, cases.as_of_date) as days_since
from cases
left join townships on cases.township_code = townships.region_code
where :township is null or cases.township_code = :township
order by cases.received_date, cases.case_code
