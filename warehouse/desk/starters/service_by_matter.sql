-- zh: 各事项办理情况
-- en: Service matters compared
-- about_zh: 各事项本年受理、办结、超时件数和平均工作日。
-- about_en: Cases received, closed and late of each matter in the year, and the working days they took.
-- subject: service

select
    matter,
    count(*) as cases,
    count(*) filter (where is_closed) as closed_cases,
    count(*) filter (where working_days > limit_working_days) as late_cases,
    avg(working_days) filter (where is_closed) as average_working_days,
    max(limit_working_days) as limit_working_days
from mart.service_cases
where as_of_date = :as_of
group by matter
order by late_cases desc, matter
