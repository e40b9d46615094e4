-- zh: 超过时限的办件
-- en: Service cases beyond their limit
-- about_zh: 本年超时的办件，已办和未办都列出，用时最长的在前。
-- about_en: Cases of the year that took or take longer than their limit, the longest first.
-- subject: service

select
    case_code,
    matter,
    complete_date,
    closed_date,
    limit_working_days,
    working_days,
    working_days - limit_working_days as overdue_working_days,
    is_closed
from mart.service_cases
where as_of_date = :as_of and working_days > limit_working_days
order by overdue_working_days desc, case_code
